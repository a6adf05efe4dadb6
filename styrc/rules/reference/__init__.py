"""Rules on single references: how many there are and what they may lead to."""
