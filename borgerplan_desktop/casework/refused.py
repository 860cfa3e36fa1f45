"""What a contact person cannot do just now, said plainly."""
from __future__ import annotations

from collections.abc import Iterable

from borgerplan_desktop.i18n import _, counted
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.changes import Change
from borgerplan_desktop.model.row import LONG
from borgerplan_desktop.model.text import tidy

LONGEST_LINE = 300                                       # characters of a name, a title, a line


class Refused(Exception):
    """Nothing was changed. `message` is the (translated) sentence to show beside the place; `field` names it."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.message, self.field = message, field


class NotForYou(Refused):
    """The person may not read this: `casework.access` says why."""


def one_line(text: str, field: str) -> str:
    """The text on one line, without what nobody can see; raises Refused when it is longer than a line may be."""
    line = " ".join(tidy(text).split())
    if len(line) > LONGEST_LINE:
        raise Refused(too_long(LONGEST_LINE), field)
    return line


def too_long(most: int) -> str:
    return _("It is too long. Write at most {n} characters.").format(n=most)


def counted_elsewhere(case: Case, changes: Iterable[Change]) -> None:
    """Raises Refused where a text was changed of which passages live in the plan: they would be other words then."""
    if any(case.counted(each) for each in changes):
        raise Refused(_("Some of this text is in the plan already, so it stands as it is."))


def no_room_for(changes: Iterable[Change]) -> None:
    """Raises Refused where a text has grown longer than a field takes: a case file or a frozen plan that holds it could
    never be read again. Whatever is as long already may become shorter step by step.
    """
    for each in changes:
        for name, text in (each.after or {}).items():
            if isinstance(text, str) and len(text) > LONG and len(text) > len((each.before or {}).get(name) or ""):
                raise Refused(_("There is no room for so much: a text takes at most {n} characters.").format(
                    n=counted(LONG)))
