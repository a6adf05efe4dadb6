"""What commands print: pure functions from a plan or its findings to lines of words."""
