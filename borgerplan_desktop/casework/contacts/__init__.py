"""Contacts, missed appointments, and what we changed because of what was said."""
