"""A plan becomes a template: its titles, steps and help, without names, numbers or the citizen's own words.

Most templates are written that way: a course that went well is how the next may begin.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from math import ceil

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.templates import MOST_WEEKS
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.i18n import N_, _, listed
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.life_area import GoalType, LifeArea
from borgerplan_desktop.model.names_as_written import seen, ways_of
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.plan import Goal, GoalStatus, current_plan
from borgerplan_desktop.model.shelter import PlanTemplate, StaffMember, TemplateGoal

DAYS = 7
SHORTEST = 3                                             # letters of a name that is looked for by itself: not "Bo"
SOMEBODY = "…"
_MASK = "••••"
_LEFT_BEHIND = (GoalStatus.SET_ASIDE, GoalStatus.REPLACED)


@dataclass(frozen=True)
class GoalWords:
    """A goal as the template would have it; `steps` and `help` one a line, `responsible` a role."""

    title: str
    area: LifeArea | None = None
    type: GoalType | None = None
    steps: str = ""
    help: str = ""
    weeks: int | None = None
    responsible: str = ""


def words_of_plan(opened: OpenCase) -> list[GoalWords]:
    """What would go in: every goal that was not set aside, with names as roles and CPR numbers masked."""
    plan, case = current_plan(opened.case), opened.case
    start = plan.started_on or opened.today()
    return [_words(case, goal, start) for goal in plan.goals
            if goal.title.strip() and goal.status not in _LEFT_BEHIND]


def keep_as_template(opened: OpenCase, title: str, goals: Iterable[GoalWords]) -> PlanTemplate:
    """The shelter has it from now on. Raises Refused where a title is missing, no goal is chosen, or where a name or a
    CPR number of this citizen's still stands there.
    """
    title, chosen, shelter = one_line(title, "title"), list(goals), opened.shelter
    assert shelter is not None
    if not title:
        raise Refused(_("Write what the template is called."), "title")
    if not chosen:
        raise Refused(_("Tick at least one goal."), "goals")
    if found := said_of_persons(opened.case, [title, *(text for goal in chosen for text in _texts(goal))]):
        raise Refused(_("Here still stands {what}. A template is for everybody: write a role instead.").format(
            what=listed([f"»{each}«" for each in found])), "goals")
    plan = current_plan(opened.case)
    with shelter.action(N_("Make a template of a plan")):
        made = shelter.case.add(PlanTemplate(title=title, follow_up_weeks=plan.follow_up_weeks))
        for at, goal in enumerate(chosen, 1):
            shelter.case.add(TemplateGoal(
                template_id=made.id, place=float(at), title=goal.title.strip(), area=goal.area, type=goal.type,
                steps=goal.steps.strip(), help=goal.help.strip(), weeks=goal.weeks, responsible=goal.responsible))
    return made


def said_of_persons(case: Case, texts: Iterable[str]) -> list[str]:
    """The names of people of this case, and masked CPR numbers, that stand in the texts."""
    found: dict[str, None] = {}
    names = list(_names(case))
    for text in map(seen, texts):
        found |= dict.fromkeys(hit[0] for pattern, _role in names for hit in pattern.finditer(text))
        if (masked := without_numbers(text)) != text:
            found |= dict.fromkeys(word for word in masked.split() if _MASK in word)
    return list(found)


# --------------------------------------------------------------------------------------------------------------- parts
def _words(case: Case, goal: Goal, start: date) -> GoalWords:
    names = list(_names(case))
    weeks = min(MOST_WEEKS, max(1, ceil((goal.deadline - start).days / DAYS))) if goal.deadline is not None else None
    return GoalWords(
        _without(goal.title, names), goal.area, goal.type,
        "\n".join(_without(step.text, names) for step in goal.steps if step.text.strip()),
        "\n".join(_without(help_.name, names) for help_ in goal.interventions if help_.name.strip()),
        weeks, _role(case, goal.responsible))


def _texts(goal: GoalWords) -> tuple[str, str, str, str]:
    return goal.title, goal.steps, goal.help, goal.responsible


def _role(case: Case, member: NetworkMember | None) -> str:
    """What somebody is here, in a word that holds for others too."""
    if member is None:
        return ""
    if member.is_citizen:
        return _("The citizen")
    if member.staff_id is not None and member.staff_id == case.the(Citizen).contact_person_id:
        return _("Contact person")
    now = coordinator(case)
    if now is not None and now.member_id == member.id:
        return _("Coordinator")
    return without_numbers(_without(member.contact.role, list(_names(case)))).strip() if not member.relation else ""


def _without(text: str, names: list[tuple[re.Pattern[str], str]]) -> str:
    """On one line, names as roles, numbers masked."""
    line = " ".join(seen(text).split())
    for pattern, role in names:
        line = pattern.sub(partial(_in_place, role), line)
    return without_numbers(line, SOMEBODY)


def _in_place(role: str, hit: re.Match[str]) -> str:
    """"Evas" is "kontaktpersonens"."""
    return f"{role}s" if hit["ending"] and role != SOMEBODY else role


def _names(case: Case) -> Iterator[tuple[re.Pattern[str], str]]:
    """Whom the texts may name, and what stands there instead; whole names before their parts."""
    citizen, register = case.the(Citizen), case.register
    known = [(name, _("the citizen")) for name in (citizen.name, citizen.latin_name, citizen.called)]
    for each in case.all(NetworkMember):                 # also who has left
        role = _("the citizen") if each.is_citizen else (_role_word(case, each) or SOMEBODY)
        known += [(each.contact.name, role), (each.latin_name, role)]
    if register is not None:
        known += [(each.name, SOMEBODY) for each in register.all(StaffMember)]
    whole = {name.strip(): role for name, role in reversed(known) if name.strip()}
    parts = {part: role for name, role in whole.items() for part in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name)
             if len(part) >= SHORTEST and part[0].isupper()}
    first = {name.split()[0] for name in whole}
    for name, role in sorted((parts | whole).items(), key=lambda each: -len(each[0])):
        yield re.compile(rf"(?<!\w)(?:{ways_of(name, name in first)})(?P<ending>[’']?[sS]|[’'])?(?!\w)"), role


def _role_word(case: Case, member: NetworkMember) -> str:
    """In the midst of a sentence."""
    if member.staff_id is not None and member.staff_id == case.the(Citizen).contact_person_id:
        return _("the contact person")
    return ""


def changed(goal: GoalWords, title: str, steps: str, help_: str) -> GoalWords:
    """The goal with the words a person has gone over."""
    return replace(goal, title=title, steps=steps, help=help_)
