"""What a contact person cannot do just now, said plainly."""
from __future__ import annotations


class Refused(Exception):
    """Nothing was changed. `message` is the (translated) sentence to show beside the place; `field` names it."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.message, self.field = message, field
