"""Leaving the shelter, and the time after."""
