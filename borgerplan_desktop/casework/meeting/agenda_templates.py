"""The shelter's agendas: kept from a meeting by one press, and begun from when the next is prepared.

Nobody's own words go in: the points about goals become one, in which the goals of whoever it is are talked about.
"""
from __future__ import annotations

import re
from itertools import groupby

from borgerplan_desktop.casework.meeting.agenda import (
    Point,
    begin_with,
    fit,
    goal_point,
    goals_to_talk_about,
    leader,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.make_template import said_of_persons
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.i18n import N_, _, listed
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import AgendaItem, Meeting
from borgerplan_desktop.model.network import NetworkMember, citizen_member
from borgerplan_desktop.model.shelter import AgendaTemplate, PointLead, TemplatePoint

CITIZEN = "{name}"                                       # stands in a template for whoever the meeting is about
SHORTEST_GOAL = 5                                        # minutes


def agenda_templates(register: Case | None, *, retired: bool = False) -> list[AgendaTemplate]:
    """Those in use, by title; with `retired` those that are not."""
    return [each for each in register.all(AgendaTemplate) if each.retired is retired] if register is not None else []


def points_to_keep(meeting: Meeting) -> list[TemplatePoint]:
    """What would go in, in order; not rows of any case yet."""
    found = []
    for about_goals, items in groupby((each for each in meeting.agenda if each.title.strip()), _is_about_goal):
        points = list(items)
        if about_goals:
            found.append(TemplatePoint(template_id="", title=_("The goals"), goals=True,
                                       minutes=sum(each.minutes for each in points)))
        else:
            found += [TemplatePoint(
                template_id="", title=_without_citizen(each.title.strip(), meeting.case), minutes=each.minutes,
                kind=each.kind, lead=_role(meeting.case, each.lead), round=each.round) for each in points]
    return found


def keep_agenda(opened: OpenCase, meeting: Meeting, title: str) -> AgendaTemplate:
    """The shelter has it from now on; a template that is called so already becomes this one.

    Raises Refused where a title or points are missing, or where somebody's name stands in them.
    """
    title, points, shelter = one_line(title, "title"), points_to_keep(meeting), opened.shelter
    assert shelter is not None
    if not title:
        raise Refused(_("Write what the template is called."), "title")
    if not points:
        raise Refused(_("There are no points on the agenda yet."), "points")
    if found := said_of_persons(opened.case, [title, *(each.title for each in points)]):
        raise Refused(_("Here still stands {what}. A template is for everybody: write a role instead.").format(
            what=listed([f"»{each}«" for each in found])), "points")
    with shelter.action(N_("Keep an agenda as a template")):
        made = named(shelter.case, title) or shelter.case.add(AgendaTemplate(title=title))
        made.retired, made.kind = False, meeting.kind
        for old in made.points:
            shelter.case.remove(old)
        for at, each in enumerate(points, 1):
            each.template_id, each.place = made.id, float(at)
            shelter.case.add(each)
    return made


def named(register: Case | None, title: str) -> AgendaTemplate | None:
    """The template that is called so."""
    said = " ".join(title.casefold().split())
    every = register.all(AgendaTemplate) if register is not None else []
    return next((each for each in every if " ".join(each.title.casefold().split()) == said), None)


def begin_agenda_from(opened: OpenCase, meeting: Meeting, template: AgendaTemplate) -> None:
    """Its points instead of the suggested ones, with the citizen's own goals where goals are talked about.

    Raises Refused when it is out of use meanwhile.
    """
    case, register = opened.case, opened.case.register
    if not template.exists or template.retired:
        raise Refused(_("The template has just been changed. Nothing was taken. Look at it again."))
    every = register.all(AgendaTemplate) if register is not None else []
    titles = {_with_citizen(point.title, case) for each in every for point in each.points}
    with opened.action(N_("Begin the agenda from a template")):
        begin_with(opened, meeting, [point for each in template.points for point in _points(opened, meeting, each)],
                   titles)
        fit(opened, meeting)


def began_agenda_from(meeting: Meeting) -> AgendaTemplate | None:
    """The template in use that all of an agenda's points may have come from, the fullest first; None = of none."""
    titles = {item.title for item in meeting.agenda}
    fits = [each for each in agenda_templates(meeting.case.register)
            if (said := [point for point in each.points if not point.goals])
            and all(_with_citizen(point.title, meeting.case) in titles for point in said)]
    return max(fits, key=lambda each: len(each.points), default=None)


def retire_agenda(shelter: OpenCase, template: AgendaTemplate, retired: bool = True) -> None:
    """No agenda begins from it any more (or again)."""
    with shelter.action(N_("Take a template out of use") if retired else N_("Take a template into use again")):
        template.retired = retired


# --------------------------------------------------------------------------------------------------------------- parts
def _is_about_goal(item: AgendaItem) -> bool:
    return item.goal_id is not None


def _points(opened: OpenCase, meeting: Meeting, point: TemplatePoint) -> list[Point]:
    if point.goals and (goals := goals_to_talk_about(opened, meeting)):
        return [goal_point(goal, max(SHORTEST_GOAL, point.minutes // len(goals))) for goal in goals]
    leads = {PointLead.CITIZEN: citizen_member(opened.case), PointLead.COORDINATOR: leader(opened.case)}
    lead = leads[point.lead] if point.lead is not None else None
    return [Point(_with_citizen(point.title, opened.case), point.minutes, lead, round=point.round, kind=point.kind)]


def _role(case: Case, member: NetworkMember | None) -> PointLead | None:
    if member is None:
        return None
    if member.is_citizen:
        return PointLead.CITIZEN
    return PointLead.COORDINATOR if member is leader(case) else None


def said_title(case: Case, point: TemplatePoint) -> str:
    """The point in words, here: with the name of whoever the meeting is about."""
    return _with_citizen(point.title, case)


def _without_citizen(title: str, case: Case) -> str:
    """"Jonas fortæller" is what the next citizen does too: the suggested points name whoever it is."""
    name = case.the(Citizen).first_name.strip()
    return re.sub(rf"(?<!\w){re.escape(name)}(?=s?(?!\w))", CITIZEN, title) if name else title


def _with_citizen(title: str, case: Case) -> str:
    return title.replace(CITIZEN, case.the(Citizen).first_name.strip() or _("the citizen"))
