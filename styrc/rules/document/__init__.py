"""Rules on documents: which there must be, what they hold, when and by whom they are decided."""
