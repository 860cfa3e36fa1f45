"""Gettext catalogues (package data)."""
