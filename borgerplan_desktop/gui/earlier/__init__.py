"""The plans that the one plan replaces: taken in, and taken over passage by passage."""
