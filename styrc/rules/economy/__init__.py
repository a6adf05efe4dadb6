"""Rules on tables of money."""
