"""The shelter's own days: when somebody is reminded, how a wait climbs, what is counted."""
from __future__ import annotations

from dataclasses import dataclass, fields

from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.shelter import Shelter

LEAST = 1
MOST: dict[str, int] = {"refund_days": 366, "clip_card_visits": 50}  # of the others, as many as a quarter has days
MOST_DAYS = 90


@dataclass(frozen=True)
class Reminders:
    """As they stand in the shelter's own case; all days are calendar days."""

    no_contact_days: int = 14
    consent_warning_days: int = 14
    frame_warning_days: int = 14
    mail_after_days: int = 7
    phone_after_days: int = 5
    meeting_after_days: int = 7
    leader_after_days: int = 7
    counts_refund: bool = False
    refund_days: int = 90
    clip_card_visits: int = 5


NAMES = tuple(field.name for field in fields(Reminders))


def most(name: str) -> int:
    """The largest number a setting takes."""
    return MOST.get(name, MOST_DAYS)


def reminders(archive: Archive) -> Reminders:
    """As they are now."""
    row = archive.shelter.case.the(Shelter)
    return Reminders(**{name: getattr(row, name) for name in NAMES})


def set_reminders(archive: Archive, new: Reminders) -> None:
    """Write them; on record when something changed. Raises Refused, Conflict, StoreTrouble."""
    for name in NAMES:
        if name != "counts_refund" and not LEAST <= getattr(new, name) <= most(name):
            raise Refused(_("Choose between {least} and {most}.").format(least=LEAST, most=most(name)), name)
    row = archive.shelter.case.the(Shelter)
    with archive.shelter.action(N_("Changed deadlines and reminders"), undoable=False):
        for name in NAMES:
            setattr(row, name, getattr(new, name))
