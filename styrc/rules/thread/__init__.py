"""Rules on the red thread: what must lead upwards, what must answer, and how many there are to be."""
