"""Whether the agenda fits the meeting and its people, and sharing the time out anew: asked for, never by itself."""
from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from borgerplan_desktop.casework.meeting.agenda import ENOUGH, planned_minutes, sane
from borgerplan_desktop.casework.meeting.ways import way_of
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.meeting import AgendaItem, Meeting
from borgerplan_desktop.model.meeting_way import PointKind, Way

A_LOT = 15                                               # minutes left over, or a quarter of a longer meeting


class Misfit(enum.Enum):
    LONGER = enum.auto()                                 # than the meeting
    SHORTER = enum.auto()                                # a lot
    HASTY = enum.auto()                                  # a round with less than a minute for each


@dataclass(frozen=True)
class Fit:
    """What does not fit, by how many minutes, and for how many people; `can_be_shared` = sharing out changes something.
    """

    misfit: Misfit
    minutes: int
    people: int
    can_be_shared: bool


def misfit(meeting: Meeting) -> Fit | None:
    """What of the agenda does not fit the meeting as it is now; None = it fits, or nobody has said when it ends."""
    planned, agenda, people = planned_minutes(meeting), meeting.agenda, len(meeting.participants)
    if not planned or not agenda:
        return None
    over, can_be_shared = meeting.minutes - planned, shared_out(meeting) != [each.minutes for each in agenda]
    if over > 0:
        return Fit(Misfit.LONGER, over, people, can_be_shared)
    hasty = next((each.minutes for each in agenda if _is_round(each) and each.minutes < people), None)
    if hasty is not None:
        return Fit(Misfit.HASTY, hasty, people, can_be_shared)
    if -over >= max(A_LOT, planned // 4) and way_of(meeting) is not Way.MADE_IN_THE_ROOM:
        return Fit(Misfit.SHORTER, -over, people, can_be_shared)
    return None


def share_out(opened: OpenCase, meeting: Meeting) -> None:
    """The points share the time of the meeting anew, each as it was to the others; a round has time for everybody."""
    with opened.action(N_("Share out the time")):
        for item, minutes in zip(meeting.agenda, shared_out(meeting), strict=True):
            item.minutes = minutes


def shared_out(meeting: Meeting) -> list[int]:
    """The minutes of each point when the time of the meeting is shared out; more than there are where they are many."""
    people, planned = len(meeting.participants), planned_minutes(meeting)
    if not planned:
        return [each.minutes for each in meeting.agenda]
    least = [max(ENOUGH, people) if _is_round(each) else ENOUGH for each in meeting.agenda]
    wanted = [max(each.minutes, people) if _is_round(each) else each.minutes for each in meeting.agenda]
    return [sane(each) for each in _in_proportion(wanted, least, planned)]


def _is_round(item: AgendaItem) -> bool:
    return item.round and item.kind is PointKind.TALK


def _in_proportion(wanted: Sequence[int], least: Sequence[int], whole: int) -> list[int]:
    """Whole minutes in proportion to what is wanted, none below its least, together `whole` wherever that is enough."""
    shares = [float(each) for each in least]
    free = set(range(len(wanted)))
    while free:
        rest = whole - sum(least[at] for at in range(len(wanted)) if at not in free)
        weight = sum(wanted[at] for at in free)
        low = {at for at in free if rest * wanted[at] < least[at] * weight or weight == 0}
        if not low:
            for at in free:
                shares[at] = rest * wanted[at] / weight
            break
        free -= low
    found = [int(each) for each in shares]
    by_rest = sorted(range(len(found)), key=lambda at: (found[at] - shares[at], at))
    for at in by_rest[:max(0, whole - sum(found))]:
        found[at] += 1
    return found
