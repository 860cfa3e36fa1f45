"""Borgerplan Desktop: one plan with a citizen at a Danish shelter."""

__version__ = "0.1.0"
