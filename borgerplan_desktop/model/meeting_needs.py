"""What a meeting still needs before it can be held: each as one word-pill on Min dag."""
from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.model.citizen import Answer, Cooperation
from borgerplan_desktop.model.consent import to_ask
from borgerplan_desktop.model.meeting import HeldAs, Meeting, MeetingKind


class Need(enum.StrEnum):
    AGENDA = "agenda"                                    # not sent: it is invitation and agenda in one
    PLACE = "place"                                      # no room
    PLACE_NOT_ASKED = "place_not_asked"                  # the citizen is asked each time
    INTERPRETER = "interpreter"                          # needed, and not booked
    CONSENT = "consent"                                  # not everybody who comes is covered
    NOBODY = "nobody"                                    # no participants yet


@dataclass(frozen=True)
class Needed:
    """`words` names the language; `count` says how many consents."""

    need: Need
    words: str = ""
    count: int = 1


def needs(meeting: Meeting, today: date) -> list[Needed]:
    """What is missing, what hurts most first; nothing = all is ready."""
    found: list[Needed] = []
    how = next(iter(meeting.case.all(Cooperation)), None)
    if how is not None and how.interpreter is Answer.YES and not how.interpreter_booking.strip():
        found.append(Needed(Need.INTERPRETER, how.interpreter_language.strip()))
    coming = [each.member for each in meeting.participants if each.member is not None]
    if meeting.kind is not MeetingKind.TALK:
        if not any(not member.is_citizen and member.staff_id is None for member in coming):
            found.append(Needed(Need.NOBODY))
        elif meeting.invited_on is None:
            found.append(Needed(Need.AGENDA))
    if missing := to_ask(meeting.case, coming, today):
        found.append(Needed(Need.CONSENT, count=len(missing)))
    if meeting.held_as is HeldAs.IN_PERSON and not meeting.place_text.strip():
        found.append(Needed(Need.PLACE))
    elif not meeting.place_asked:
        found.append(Needed(Need.PLACE_NOT_ASKED))
    return found
