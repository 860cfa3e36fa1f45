"""Alembic scripts, one per released schema."""
