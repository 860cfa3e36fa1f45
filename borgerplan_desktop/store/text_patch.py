"""Long texts in the audit are kept as the part that differs: typing in a page does not copy the page every second."""
from __future__ import annotations

from dataclasses import dataclass
from os.path import commonprefix
from typing import Any

WORTH_IT = 120                                           # characters saved before a patch is used


@dataclass(frozen=True)
class Patch:
    """At `at`, `was` became `now`."""

    at: int
    was: str
    now: str

    @classmethod
    def between(cls, before: Any, after: Any) -> Patch | None:
        """The part that differs; None where the texts are short or hardly alike."""
        if not isinstance(before, str) or not isinstance(after, str) or len(before) + len(after) < 2 * WORTH_IT:
            return None
        start = len(commonprefix([before, after]))
        end = len(commonprefix([before[start:][::-1], after[start:][::-1]]))
        patch = cls(start, before[start:len(before) - end], after[start:len(after) - end])
        saved = len(before) + len(after) - len(patch.was) - len(patch.now)
        return patch if saved >= WORTH_IT else None

    def plain(self) -> dict[str, Any]:
        return {"at": self.at, "was": self.was, "now": self.now}

    @classmethod
    def read(cls, plain: dict[str, Any]) -> Patch:
        return cls(plain["at"], plain["was"], plain["now"])


def patched(text: str, patch: Patch) -> str:
    """The text after the change. Raises ValueError when it is not the text the patch was made for."""
    if text[patch.at:patch.at + len(patch.was)] != patch.was:
        raise ValueError("the patch does not fit the text")
    return text[:patch.at] + patch.now + text[patch.at + len(patch.was):]
