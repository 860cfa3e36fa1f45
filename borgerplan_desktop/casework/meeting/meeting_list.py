"""All meetings of a citizen at a glance: those ahead first, then what was held, then what was called off."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.i18n import N_, _, ngettext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.meeting import HeldAs, Meeting, MeetingStatus, Presence
from borgerplan_desktop.model.meeting_edition import must_hear
from borgerplan_desktop.model.meeting_reader import HELD


class Group(Labelled):
    AHEAD = "ahead", N_("Meetings ahead")
    HELD = "held", N_("Meetings held")
    CALLED_OFF = "called_off", N_("Meetings called off")


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in the list; `words` says its kind, where, and what came of it."""

    meeting: Meeting
    group: Group
    words: str


def meeting_lines(case: Case, today: date) -> list[MeetingLine]:
    """Ahead the nearest first (those without a time last), of the others the newest."""
    groups: dict[Group, list[Meeting]] = {group: [] for group in Group}
    for each in case.all(Meeting):
        groups[group_of(each)].append(each)
    groups[Group.AHEAD].sort(key=lambda each: each.starts_at is None)
    for group in (Group.HELD, Group.CALLED_OFF):
        groups[group].reverse()
    return [MeetingLine(each, group, _words(each, today)) for group, meetings in groups.items() for each in meetings]


def group_of(meeting: Meeting) -> Group:
    """One that is going on is ahead still."""
    if meeting.status is MeetingStatus.CALLED_OFF:
        return Group.CALLED_OFF
    return Group.HELD if meeting.status in HELD and meeting.status is not MeetingStatus.IN_PROGRESS else Group.AHEAD


def _words(meeting: Meeting, today: date) -> str:
    after = {Group.AHEAD: _ahead, Group.HELD: _held, Group.CALLED_OFF: _called_off}[group_of(meeting)](meeting)
    how = _(meeting.held_as.label) if meeting.held_as is not HeldAs.IN_PERSON else ""
    by = _("Called by {name}").format(name=meeting.called_by.contact.said_name) if meeting.called_by is not None else ""
    hears = len(must_hear(meeting, today))
    to_tell = ngettext("{n} is to be told", "{n} are to be told", hears).format(n=hears) if hears else ""
    return " · ".join(part for part in (
        _(meeting.kind.label), how, meeting.place_text.strip(), _in_series(meeting), by, after, to_tell) if part)


def _in_series(meeting: Meeting) -> str:
    """Which of those that belong together it is."""
    series = meeting.series
    return _("{n} of {total} in a row").format(n=series.index(meeting) + 1, total=len(series)) if series else ""


def _ahead(meeting: Meeting) -> str:
    return _(meeting.status.label)


def _held(meeting: Meeting) -> str:
    name = meeting.case.the(Citizen).first_name.strip() or _("The citizen")
    there = next((each.presence for each in meeting.participants if each.member is not None
                  and each.member.is_citizen), Presence.UNKNOWN)
    said = {Presence.PRESENT: _("{name} was there"), Presence.DID_NOT_COME: _("{name} was not there")}.get(there, "")
    given = sum(each.minutes_given_on is not None for each in meeting.participants)
    return " · ".join(part for part in (
        said.format(name=name),
        ngettext("{n} has the minutes", "{n} have the minutes", given).format(n=given) if given else
        _("Nobody has the minutes yet")) if part)


def _called_off(meeting: Meeting) -> str:
    by, why = meeting.called_off_by.strip(), " ".join(meeting.called_off_why.split())
    return ": ".join(part for part in (_("Called off by {name}").format(name=by) if by else "", why) if part)
