"""Rules on indicators: targets, directions and values that cannot be meant."""
