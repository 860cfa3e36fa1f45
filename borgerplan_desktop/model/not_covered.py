"""What is not written, because the citizen has not said yes to it and no law allows it."""
from __future__ import annotations


class NotCovered(ValueError):
    """Somebody may not be told, or asked. `reason` is the (translated) sentence that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
