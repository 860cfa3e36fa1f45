"""Consents, and what goes out on paper or as a file."""
