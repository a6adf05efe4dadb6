"""Rules on internal control: risks, controls and what is done about deviations."""
