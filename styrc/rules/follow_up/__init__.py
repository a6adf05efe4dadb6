"""Rules on follow-up: what reports answer, how statuses agree with outcomes, and what became of what was promised."""
