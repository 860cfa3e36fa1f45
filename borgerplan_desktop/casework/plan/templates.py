"""The shelter's templates of courses: written once, begun from by many plans; out of use they are kept, never deleted.

What a structured course says (Omstillingsplanen): whom it is for, who is taken in, its goals with their time frame, how
often one follows up, and who is responsible. `shelter` is the shelter's own case.
"""
from __future__ import annotations

from typing import Any

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.template_examples import EXAMPLES, Example
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.row import fields_of, texts_of
from borgerplan_desktop.model.shelter import AgendaTemplate, PlanTemplate, TemplateGoal

MOST_WEEKS = 104                                         # from the start to the deadline of a goal


def templates(register: Case | None, *, retired: bool = False) -> list[PlanTemplate]:
    """Those in use, by title; with `retired` those that are not."""
    return [each for each in register.all(PlanTemplate) if each.retired is retired] if register is not None else []


def add_template(shelter: OpenCase, title: str = "") -> PlanTemplate:
    with shelter.action(N_("Add a template")):
        return shelter.case.add(PlanTemplate(title=title.strip()))


def add_examples(shelter: OpenCase) -> list[PlanTemplate]:
    """Two ready ones to begin with, in our words; one that is there by its title is not made again."""
    there = {_said(each.title) for each in shelter.case.all(PlanTemplate)}
    with shelter.action(N_("Add two examples of templates")):
        return [_make(shelter, each) for each in EXAMPLES if _said(_(each.title)) not in there]


def copy_template(shelter: OpenCase, template: PlanTemplate) -> PlanTemplate:
    """A template to change while the first stays as it is."""
    with shelter.action(N_("Copy a template")):
        values: dict[str, Any] = {**template.values(), "retired": False,
                                  "title": _("{title} (copy)").format(title=template.title)}
        made = shelter.case.add(PlanTemplate(**values))
        for goal in template.goals:
            of_copy: dict[str, Any] = {**goal.values(), "template_id": made.id}
            shelter.case.add(TemplateGoal(**of_copy))
    return made


def names_a_number(template: PlanTemplate | AgendaTemplate) -> bool:
    """Whether a CPR number stands somewhere in it: it would get into everything that begins from it."""
    parts = template.goals if isinstance(template, PlanTemplate) else template.points
    return any(without_numbers(text) != text for row in (template, *parts)
               for name in texts_of(type(row)) for text in (getattr(row, name),))


def retire_template(shelter: OpenCase, template: PlanTemplate, retired: bool = True) -> None:
    """No plan begins from it any more (or again); plans that did keep what they took."""
    with shelter.action(N_("Take a template out of use") if retired else N_("Take a template into use again")):
        template.retired = retired


def leave_template(shelter: OpenCase, template: PlanTemplate) -> None:
    """The one who wrote it is done: one in which nothing was written is taken away again."""
    if template.exists and not template.goals and not any(
            getattr(template, name) for name in fields_of(PlanTemplate)):
        with shelter.action(N_("Remove an empty template")):
            shelter.case.remove(template)


def add_template_goal(shelter: OpenCase, template: PlanTemplate, title: str = "") -> TemplateGoal:
    with shelter.action(N_("Add a goal to a template")):
        goals = template.goals
        goal = shelter.case.add(TemplateGoal(template_id=template.id, title=title.strip()))
        place(goal, goals, len(goals))
    return goal


def move_template_goal(shelter: OpenCase, goal: TemplateGoal, by: int) -> None:
    """So many places down, or up where it is negative; no further than the ends."""
    goals = shelter.case.of(TemplateGoal, TemplateGoal.template_id, goal.template_id)
    to = max(0, min(goals.index(goal) + by, len(goals) - 1))
    if goals.index(goal) != to:
        with shelter.action(N_("Move a goal of a template")):
            place(goal, goals, to)


def remove_template_goal(shelter: OpenCase, goal: TemplateGoal) -> None:
    with shelter.action(N_("Remove a goal from a template")):
        shelter.case.remove(goal)


def _make(shelter: OpenCase, example: Example) -> PlanTemplate:
    made = shelter.case.add(PlanTemplate(
        title=_(example.title), target_group=_(example.target_group), taken_in=_(example.taken_in),
        not_taken_in=_(example.not_taken_in), follow_up_weeks=example.follow_up_weeks,
        responsible=_(example.responsible)))
    for at, goal in enumerate(example.goals, 1):
        shelter.case.add(TemplateGoal(
            template_id=made.id, place=float(at), title=_(goal.title), area=goal.area, type=goal.type,
            steps="\n".join(map(_, goal.steps)), help="\n".join(map(_, goal.help)), weeks=goal.weeks,
            responsible=_(goal.responsible) if goal.responsible else ""))
    return made


def _said(title: str) -> str:
    return " ".join(title.casefold().split())
