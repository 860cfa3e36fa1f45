"""Leaving, and the time after."""
