"""What the law of the country asks of municipal plans."""
