"""Why a file gives no text."""
from __future__ import annotations

import enum

MOST_CHARACTERS = 100_000                                # of the text: the longest a field of the case takes


class Why(enum.StrEnum):
    TOO_LARGE = "too_large"
    NOTHING_IN_IT = "nothing_in_it"                      # a file of no bytes
    BROKEN = "broken"
    PASSWORD = "password"
    NO_TEXT = "no_text"                                  # only pictures, as a scanned paper has
    TOO_LONG = "too_long"                                # more text than one plan can hold
    TOO_SLOW = "too_slow"
    OLD_WORD = "old_word"
    RICH_TEXT = "rich_text"
    PAGES = "pages"
    SHEET = "sheet"                                      # a spreadsheet or slides
    PICTURE = "picture"
    WEB_PAGE = "web_page"
    UNKNOWN = "unknown"


class Unreadable(Exception):
    """The file gives no text; `why` says what it is."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
