"""How a goal is told in short: on its closed card, aloud, and in lists."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.gui.showing.who_and_when import by_when, who_in_full
from borgerplan_desktop.i18n import _, due, near, ngettext
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.life_areas import area_name
from borgerplan_desktop.model.plan import Goal, GoalStatus

STATUS_KIND = {
    GoalStatus.NOT_STARTED: "soft", GoalStatus.IN_PROGRESS: "info", GoalStatus.SLOWLY: "warn",
    GoalStatus.ON_HOLD: "line", GoalStatus.REACHED: "good", GoalStatus.SET_ASIDE: "line",
    GoalStatus.REPLACED: "line",
}
AREA_ICON = {
    LifeArea.HOUSING: "house", LifeArea.MONEY: "wallet", LifeArea.SUBSTANCES: "heart", LifeArea.HEALTH: "health",
    LifeArea.WELLBEING: "sun", LifeArea.NETWORK: "people", LifeArea.WORK: "work", LifeArea.EVERYDAY: "calendar_check",
    LifeArea.LEISURE: "coffee", LifeArea.OTHER: "flag",
}


def title_of(goal: Goal) -> str:
    return " ".join(goal.title.split()) or _("A goal without words yet")


def steps_done(goal: Goal) -> str:
    """"2 af 4"; "" without steps."""
    done, of = goal.progress
    return _("{done} of {of}").format(done=done, of=of) if of else ""


def deadline_of(goal: Goal, today: date) -> str:
    """"20. mar.", "skulle være sket 9. marts 2026"; "" without a deadline."""
    return by_when(goal.deadline, today)[0] if goal.status.open else due(goal.deadline, today) if goal.deadline else ""


def beneath(goal: Goal) -> str:
    """How a closed goal went, or why one stalls: the quiet line below its words; "" where nothing is said."""
    words = goal.stalls_because if goal.status.stalls else "" if goal.status.open else goal.how_it_went
    return " ".join(words.split())


def closed_when(goal: Goal, today: date) -> str:
    """"2. mar."; "" for an open goal."""
    return near(goal.closed_on, today) if goal.closed_on is not None and not goal.status.open else ""


def area_tip(area: LifeArea | None) -> str:
    """The national term the area stands for, with its code; "" where there is none."""
    if area is None or area.ffb is None:
        return ""
    code, term = area.ffb
    return _("National term (FFB): {term}, {code}").format(term=term, code=code)


def aloud(goal: Goal, number: int, today: date) -> str:
    """Everything the closed card shows, as a sentence."""
    done, of = goal.progress
    parts = [_("Goal {number}: {title}").format(number=number, title=title_of(goal)), _(goal.status.label)]
    if beneath(goal):
        parts.append(beneath(goal).rstrip("."))
    if goal.area is not None:
        parts.append(area_name(goal.case.register, goal.area))
    if of:
        parts.append(ngettext("{done} of {n} step done", "{done} of {n} steps done", of).format(done=done, n=of))
    if goal.responsible is not None:
        parts.append(_("responsible: {name}").format(name=who_in_full(goal.responsible)))
    if goal.deadline is not None and goal.status.open:
        parts.append(_("by {date}").format(date=due(goal.deadline, today)))
    return ". ".join(parts) + "."
