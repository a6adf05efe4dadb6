"""What texts say, and how they say it."""
