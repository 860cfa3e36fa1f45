"""Herberget: the action plan and the roles of the frame."""
