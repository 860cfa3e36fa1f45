"""Short words for what an activity serves and what became of its times, for lists and the view of the year."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.activity_times import settled, time_now, times_between
from borgerplan_desktop.model.implementation_plan import Activity, ActivityDone, Objective

SHORT = {Objective.TAKES_PART: N_("The citizen takes part"), Objective.KNOWLEDGE: N_("Everybody knows the services"),
         Objective.WAYS: N_("Clear whom to contact"), Objective.ROLES: N_("Clear roles"),
         Objective.SHARED: N_("Shared knowledge of the help"), Objective.PARTNERS: N_("The right partners")}


def for_what(activity: Activity) -> str:
    """"Tydelige roller, De rette partnere"; "" while nothing is chosen."""
    return ", ".join(_(SHORT[each]) for each in activity.objectives)


def what_became(done: ActivityDone, today: date) -> str:
    """"Holdt 3. marts" or "Ikke denne gang"."""
    if done.done_on is None:
        return _("Let be")
    return _("Took place {date}").format(date=day(done.done_on, today))


def year_in_words(activity: Activity, year: int, today: date) -> str:
    """Its times in a year, each with what became of it, for who cannot see the line of months."""
    now, said = time_now(activity, today), []
    for each in times_between(activity, date(year, 1, 1), date(year, 12, 31)):
        done = settled(activity, each)
        if done is not None:
            state = what_became(done, today).lower()
        elif each == now:
            state = _("is late") if each < today else _("comes next")
        else:
            state = _("nothing is written") if each < today else _("comes")
        said.append(f"{day(each, today)}: {state}")
    return "; ".join(said) or _("no times in {year}").format(year=year)
