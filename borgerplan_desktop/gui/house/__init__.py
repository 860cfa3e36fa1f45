"""Herberget: ideas, and the words of the house."""
