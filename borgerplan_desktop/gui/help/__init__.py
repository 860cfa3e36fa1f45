"""The guide, the first hints, and what this program is."""
