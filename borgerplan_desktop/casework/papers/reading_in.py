"""A file with an earlier plan: its text as it can be taken in, or why that cannot be."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from borgerplan_desktop.casework.papers.read_file import CaseFileError, read_file
from borgerplan_desktop.documents.reading_in.apart import read_apart
from borgerplan_desktop.documents.reading_in.unreadable import MOST_CHARACTERS, Unreadable, Why
from borgerplan_desktop.i18n import N_, _, counted

ENDINGS = ("docx", "odt", "pdf", "txt")                  # what may be chosen; what it is, the file itself says

_HAPPENED = {
    Why.TOO_LARGE: (N_("The file is larger than 50 MB."), N_("Open it and paste the pages about the plan.")),
    Why.NOTHING_IN_IT: (N_("There is nothing in the file."), N_("Ask for it once more, or paste the text.")),
    Why.BROKEN: (N_("The file is broken, so it cannot be read."), N_("Ask for it once more, or paste the text.")),
    Why.PASSWORD: (N_("The file is locked with a password."),
                   N_("Open it with the password, and paste the text or save it without.")),
    Why.NO_TEXT: (N_("There is no text in the file, only pictures – as in a scanned paper."),
                  N_("Type what matters, or ask for the plan as it was written.")),
    Why.TOO_LONG: (N_("There is more text in the file than a plan can hold ({n} characters)."),
                   N_("Open it and paste the pages about the plan.")),
    Why.TOO_SLOW: (N_("The file takes too long to read."), N_("Open it and paste the text.")),
    Why.OLD_WORD: (N_("The file is from an old Word (.doc)."),
                   N_("Open it and save it as .docx, or paste the text.")),
    Why.RICH_TEXT: (N_("The file is of the kind .rtf."), N_("Open it and save it as .docx, or paste the text.")),
    Why.PAGES: (N_("The file is from Pages."), N_("Save it there as Word or PDF, or paste the text.")),
    Why.SHEET: (N_("The file is a spreadsheet or slides."), N_("Open it and paste what matters.")),
    Why.PICTURE: (N_("The file is a picture."), N_("Type what matters, or ask for the plan as it was written.")),
    Why.WEB_PAGE: (N_("The file is a web page."), N_("Open it and paste the text.")),
    Why.UNKNOWN: (N_("This kind of file cannot be read here."), N_("Word, OpenDocument, PDF and text files can.")),
}


class CannotRead(Exception):
    """A file that gives no text. `told`: what happened, what is safe, what to do now."""

    def __init__(self, happened: str, do_now: str) -> None:
        super().__init__(happened)
        self.told = happened, _("Nothing has been taken in."), do_now


class ReadFile(NamedTuple):
    """A file that was read: its name, its bytes, its text."""

    name: str
    content: bytes
    text: str


def read_plan_file(path: Path, progress: Callable[[float], object] = lambda _share: None) -> ReadFile:
    """The text of the file; in any thread. `progress` hears 0.0-1.0 and stops the work by raising.

    Raises CannotRead; OSError when the file cannot be opened at all.
    """
    try:
        content = read_file(path)
    except CaseFileError:
        raise cannot_read(Why.TOO_LARGE) from None
    return ReadFile(path.name, content, text_in(content, progress))


def text_in(content: bytes, progress: Callable[[float], object] = lambda _share: None) -> str:
    """Raises CannotRead."""
    try:
        return read_apart(content, progress)
    except Unreadable as error:
        raise cannot_read(error.why) from None


def cannot_read(why: Why) -> CannotRead:
    happened, do_now = _HAPPENED[why]
    return CannotRead(_(happened).format(n=counted(MOST_CHARACTERS)), _(do_now))
