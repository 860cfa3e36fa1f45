"""What the coordinator tells others, and what we expect of each other."""
