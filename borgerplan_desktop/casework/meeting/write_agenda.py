"""The shelter's agendas, written where they lie: points with minutes, in their order. `shelter` is its own case."""
from __future__ import annotations

from typing import Any

from borgerplan_desktop.casework.meeting.agenda import sane
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.meeting_way import PointKind
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.shelter import AgendaTemplate, TemplatePoint


def add_agenda(shelter: OpenCase, title: str = "") -> AgendaTemplate:
    with shelter.action(N_("Add an agenda")):
        return shelter.case.add(AgendaTemplate(title=title.strip()))


def copy_agenda(shelter: OpenCase, template: AgendaTemplate) -> AgendaTemplate:
    """One to change while the first stays as it is."""
    with shelter.action(N_("Copy an agenda")):
        values: dict[str, Any] = {**template.values(), "retired": False,
                                  "title": _("{title} (copy)").format(title=template.title)}
        made = shelter.case.add(AgendaTemplate(**values))
        for point in template.points:
            of_copy: dict[str, Any] = {**point.values(), "template_id": made.id}
            shelter.case.add(TemplatePoint(**of_copy))
    return made


def leave_agenda(shelter: OpenCase, template: AgendaTemplate) -> None:
    """The one who wrote it is done: one in which nothing was written is taken away again."""
    if template.exists and not template.points and not template.title.strip():
        with shelter.action(N_("Remove an empty agenda")):
            shelter.case.remove(template)


def add_point(shelter: OpenCase, template: AgendaTemplate, title: str = "", *, goals: bool = False) -> TemplatePoint:
    """A point, last; with `goals` the one where the goals of whoever it is are talked about."""
    with shelter.action(N_("Add a point to an agenda")):
        points = template.points
        made = shelter.case.add(TemplatePoint(template_id=template.id, title=title.strip(), goals=goals))
        place(made, points, len(points))
    return made


def remove_point(shelter: OpenCase, point: TemplatePoint) -> None:
    with shelter.action(N_("Remove a point from an agenda")):
        shelter.case.remove(point)


def move_point(shelter: OpenCase, point: TemplatePoint, by: int) -> None:
    """So many places down, or up where it is negative; no further than the ends."""
    points = shelter.case.of(TemplatePoint, TemplatePoint.template_id, point.template_id)
    to = max(0, min(points.index(point) + by, len(points) - 1))
    if points.index(point) != to:
        with shelter.action(N_("Move a point of an agenda")):
            place(point, points, to)


def set_point_minutes(shelter: OpenCase, point: TemplatePoint, minutes: int) -> None:
    """Held within a minute and a working day."""
    with shelter.action(N_("Change a point of an agenda")):
        point.minutes = sane(minutes)


def set_point_kind(shelter: OpenCase, point: TemplatePoint, kind: PointKind, goals: bool = False) -> None:
    """What happens at the point; with `goals` the goals are talked about, one by one."""
    with shelter.action(N_("Change a point of an agenda")):
        point.kind, point.goals = kind, goals
