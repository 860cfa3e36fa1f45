"""Who holds the threads together, how we work together, and what we expect of each other."""
