"""What calls in the shelter's own case, for Min dag: an activity that is due, an idea that nobody has answered,
the frame, and services that nobody has looked at for half a year.
"""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from borgerplan_desktop.casework.activities.activities import activities
from borgerplan_desktop.casework.frame.due import UPDATE, frame_due
from borgerplan_desktop.casework.house import ideas
from borgerplan_desktop.i18n import N_, _, counted, day, ngettext
from borgerplan_desktop.model.activity_times import time_now
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import STALE, Service
from borgerplan_desktop.model.frame_people import people_of
from borgerplan_desktop.model.framework import FramePerson, FrameRole
from borgerplan_desktop.model.implementation_plan import Activity
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.shelter import StaffMember, StaffRole
from borgerplan_desktop.model.text import shortened

AHEAD = timedelta(days=7)
LONGEST = 70                                             # characters of a title on a line
DUE, ANSWER = N_("{what}: did it take place?"), N_("An idea waits for an answer")


@dataclass(frozen=True)
class HouseCall:
    """One thing of the house: where it lies, its day, and what it says. On its day and in the week before it is a
    deadline, else something to keep an eye on.
    """

    tab: str
    row_id: str
    on: date
    what: str                                            # of a deadline
    title: str                                           # of what is past its day
    text: str
    icon: str
    note: str = ""                                       # who has it


def house_calls(case: Case, who: str, is_whole: bool, today: date) -> list[HouseCall]:
    """What calls by now or soon, for somebody of the staff or for the whole shelter; the oldest first."""
    found = [*_activities(case, who, is_whole, today), *_ideas(case, today), *_frame(case, who, is_whole, today),
             *_services(case, who, is_whole, today)]
    return sorted(found, key=lambda each: (each.on, each.title, each.row_id))


def _activities(case: Case, who: str, is_whole: bool, today: date) -> Iterator[HouseCall]:
    leads = any(each.staff_id == who for each in people_of(case, FrameRole.PROJECT_LEADER))
    for each in activities(case):
        due = time_now(each, today)
        if due is None or due > today + AHEAD or not (is_whole or leads or _is_theirs(case, each, who)):
            continue
        what = shortened(without_numbers(each.title.strip()) or _("An activity"), LONGEST)
        yield HouseCall("activities", each.id, due, what, _(DUE).format(what=what),
                        _("It was due {date}").format(date=day(due, today)), "target", _("Action plan"))


def _is_theirs(case: Case, activity: Activity, who: str) -> bool:
    """Whether they do it; what nobody of the staff does, or nobody who still works here, is everybody's."""
    person = case.get(FramePerson, activity.person_id)
    staff = case.get(StaffMember, person.staff_id) if person is not None else None
    return staff is None or staff.retired or staff.id == who


def _ideas(case: Case, today: date) -> Iterator[HouseCall]:
    for each in ideas.calls(case, today):
        words = shortened(without_numbers(" ".join(each.words.split())), LONGEST)
        yield HouseCall("ideas", each.id, each.said_on, words, _(ANSWER), f"»{words}«", "speech")


def _frame(case: Case, who: str, is_whole: bool, today: date) -> Iterator[HouseCall]:
    """The shared frame is brought up to date twice a year."""
    due = frame_due(case, today, "" if is_whole else who)
    if due is not None:
        yield HouseCall("frame", UPDATE, due.on, due.title, due.title, due.note(today), "calendar", due.by)


def _services(case: Case, who: str, is_whole: bool, today: date) -> Iterator[HouseCall]:
    """One line for all of them, to whoever leads, and where nobody does to everybody: sixty that came from one file are
    stale on one day.
    """
    leaders = {each.id for each in case.all(StaffMember) if each.role is StaffRole.LEADER and not each.retired}
    leaders |= {each.staff_id for each in people_of(case, FrameRole.PROJECT_LEADER) if each.staff_id is not None}
    if leaders and not is_whole and who not in leaders:
        return
    stale = [each for each in case.all(Service) if each.is_stale(today)]
    if stale:
        n = len(stale)
        title = ngettext("Look after {n} service", "Look after {n} services", n).format(n=counted(n))
        yesterday = today - timedelta(days=1)            # nobody has ever looked
        yield HouseCall("directory", STALE, min(each.valid_until or yesterday for each in stale), title, title,
                        _("Is what stands in the directory still right?"), "house")
