"""The people around the citizen."""
