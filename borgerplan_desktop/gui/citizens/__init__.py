"""The list of citizens, search, and taking a citizen in."""
