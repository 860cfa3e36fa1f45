"""Contacts, missed appointments, and what the citizen says of our help."""
