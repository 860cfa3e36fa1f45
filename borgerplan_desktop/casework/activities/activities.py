"""Handleplanen: the activities that make the model real, which objectives each serves, when it is due, and who does it.

`shelter` is the shelter's own case. Source: samarbejdsmodellen, "Handleplan".
"""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.activities.roles import who_is
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.i18n import N_, _, day, ngettext
from borgerplan_desktop.model.activity_times import settled, time_now
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.framework import FramePerson
from borgerplan_desktop.model.how_often import times_a_year
from borgerplan_desktop.model.implementation_plan import (
    Activity,
    ActivityDone,
    ActivityObjective,
    ActivityStatus,
    Objective,
)
from borgerplan_desktop.model.order import place

CHANGED = N_("Changed an activity")
EXAMPLE = N_("Meetings of the project group")            # the example of the model's own form
EXAMPLE_WHEN, EXAMPLE_WHO = N_("4 times a year"), N_("The project leader calls the meetings")
EXAMPLE_FOR = (Objective.ROLES, Objective.SHARED, Objective.PARTNERS)


def activities(case: Case) -> list[Activity]:
    """All of them, in their order."""
    return list(case.all(Activity))


def add_activity(shelter: OpenCase, title: str) -> Activity:
    """One more, at the end. Raises Refused without words."""
    words = one_line(title, "title")
    if not words:
        raise Refused(_("Write what is to be done."), "title")
    with shelter.action(N_("Added an activity")):
        return _placed(shelter, Activity(title=words))


def add_example(shelter: OpenCase) -> Activity:
    """The example of the model's own form: the meetings of the project group, four times a year."""
    with shelter.action(N_("Took in the example of an activity")):
        made = _placed(shelter, Activity(title=_(EXAMPLE), when_words=_(EXAMPLE_WHEN), who=_(EXAMPLE_WHO),
                                         times_a_year=times_a_year(_(EXAMPLE_WHEN))))
        for objective in EXAMPLE_FOR:
            shelter.case.add(ActivityObjective(activity_id=made.id, objective=objective))
    return made


def remove_activity(shelter: OpenCase, activity: Activity) -> None:
    with shelter.action(N_("Removed an activity")):
        shelter.case.remove(activity)


def move_activity(shelter: OpenCase, activity: Activity, by: int) -> None:
    """So many places down, or up where it is negative; no further than the ends."""
    there = activities(shelter.case)
    to = max(0, min(there.index(activity) + by, len(there) - 1))
    if there.index(activity) != to:
        with shelter.action(N_("Moved an activity")):
            place(activity, there, to)


def serves(shelter: OpenCase, activity: Activity, objective: Objective, does: bool) -> None:
    """Whether it serves that objective."""
    there = [each for each in shelter.case.of(ActivityObjective, ActivityObjective.activity_id, activity.id)
             if each.objective is objective]
    if bool(there) == does:
        return
    with shelter.action(N_("Changed what an activity is for")):
        if does:
            shelter.case.add(ActivityObjective(activity_id=activity.id, objective=objective))
        for each in there if not does else ():
            shelter.case.remove(each)


def understand(shelter: OpenCase, activity: Activity) -> None:
    """How often it comes back, where the words of when say it; else it stays as it is."""
    times = times_a_year(activity.when_words)
    if times is not None and times != activity.times_a_year:
        with shelter.action(CHANGED):
            activity.times_a_year = times


def first_on(shelter: OpenCase, activity: Activity, on: date | None) -> None:
    """Its day, or the first of them. Raises Refused for a day after its last."""
    _see_order(on, activity.until)
    with shelter.action(CHANGED, still=lambda: _in_order(on, activity.until)):
        activity.first_on = on


def until(shelter: OpenCase, activity: Activity, on: date | None) -> None:
    """The last day on which it may be. Raises Refused for a day before its first."""
    _see_order(activity.first_on, on)
    with shelter.action(CHANGED, still=lambda: _in_order(activity.first_on, on)):
        activity.until = on


def done_by(shelter: OpenCase, activity: Activity, person: FramePerson | None) -> None:
    with shelter.action(CHANGED):
        activity.person_id = person.id if person is not None else None


def settle(shelter: OpenCase, activity: Activity, due: date, took_place: bool) -> None:
    """What became of the time it was due: it took place, or was let be. One that comes back goes on to its next time;
    else it is done, or dropped.
    """
    if settled(activity, due) is not None:
        return
    with shelter.action(N_("An activity took place") if took_place else N_("An activity was let be")):
        shelter.case.add(ActivityDone(activity_id=activity.id, due_on=due,
                                      done_on=shelter.today() if took_place else None))
        if time_now(activity, shelter.today()) is not None:
            activity.status = ActivityStatus.UNDER_WAY
        else:
            activity.status = ActivityStatus.DONE if took_place or activity.times_a_year else ActivityStatus.DROPPED


def not_settled(shelter: OpenCase, activity: Activity, done: ActivityDone) -> None:
    """What was written of a time was a mistake: it is due again."""
    with shelter.action(N_("A time of an activity is open again")):
        shelter.case.remove(done)
        if activity.status in (ActivityStatus.DONE, ActivityStatus.DROPPED):
            activity.status = ActivityStatus.UNDER_WAY if activity.times_done else ActivityStatus.PLANNED


def who_does(activity: Activity) -> str:
    """The person of the frame, and what else is written of who."""
    person = activity.case.get(FramePerson, activity.person_id)
    return ". ".join(part for part in (who_is(person), activity.who.strip().rstrip(".")) if part)


def when_it_is(activity: Activity, today: date) -> str:
    """"4 x årligt · næste gang 3. marts"."""
    due, parts = time_now(activity, today), [activity.when_words.strip()]
    if activity.status is ActivityStatus.DONE:
        parts.append(_("Done"))
    elif activity.status is ActivityStatus.DROPPED:
        parts.append(_("Dropped"))
    elif due is None:
        parts.append(_("no first day yet") if activity.first_on is None else _("no more times"))
    elif due < today:
        parts.append(_("should have been {date}").format(date=day(due, today)))
    elif due == today:
        parts.append(_("today"))
    else:
        parts.append((_("next time {date}") if activity.times_a_year else _("on {date}")).format(date=day(due, today)))
    return " · ".join(part for part in parts if part)


def how_often(times: int) -> str:
    """"4 gange om året"."""
    return ngettext("{n} time a year", "{n} times a year", times).format(n=times)


def _see_order(first: date | None, last: date | None) -> None:
    if not _in_order(first, last):
        raise Refused(_("The last day is before the first."), "until")


def _in_order(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last


def _placed(shelter: OpenCase, activity: Activity) -> Activity:
    there = activities(shelter.case)
    made = shelter.case.add(activity)
    place(made, there, len(there))
    return made
