"""Who is involved when: in which phase somebody is informed, invited or responsible."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import CoursePhase, MilestoneKind, current_course
from borgerplan_desktop.model.network import InvolvedAs, Involvement, NetworkMember, Phase

NAMES = {InvolvedAs.INFORMED: N_("Informed"), InvolvedAs.INVITED: N_("Invited"),
         InvolvedAs.RESPONSIBLE: N_("Responsible")}


def involve(opened: OpenCase, member: NetworkMember, phase: Phase, how: InvolvedAs | None) -> None:
    """How somebody is involved in a phase; None = nothing is said of it."""
    known = _row(opened.case, member, phase)
    with opened.action(N_("Change who is involved when")):
        if how is None:
            if known is not None:
                opened.case.remove(known)
        elif known is not None:
            known.involved_as = how
        else:
            opened.case.add(Involvement(member_id=member.id, phase=phase, involved_as=how))


def involved_as(case: Case, member: NetworkMember, phase: Phase) -> InvolvedAs | None:
    """What is said of somebody in a phase; None = nothing."""
    row = _row(case, member, phase)
    return row.involved_as if row is not None else None


def is_with(case: Case, member: NetworkMember, phase: Phase) -> bool:
    """Whether somebody is with us in a phase.

    What was said of the phases decides; of whom nothing was said, from when to when they are involved and when the
    phase was, where both have days; else they are.
    """
    if case.of(Involvement, Involvement.member_id, member.id):
        return _row(case, member, phase) is not None
    spans = [each for each in case.of(CoursePhase, CoursePhase.course_id, current_course(case).id)
             if each.phase is phase and each.from_on is not None]
    return not spans or any(_meets(member, each) for each in spans)


def phases_on(case: Case, day: date) -> list[Phase]:
    """The phases the course is in, the earliest first: those noted as open, else what its milestones come to."""
    course = current_course(case)
    noted = {each.phase for each in case.of(CoursePhase, CoursePhase.course_id, course.id)
             if each.from_on is not None and each.from_on <= day and (each.until_on is None or day <= each.until_on)}
    if noted:
        return [phase for phase in Phase if phase in noted]
    if course.closed_on is not None and course.closed_on <= day:
        return [Phase.AFTER]
    if course.reached(MilestoneKind.PLAN_ADOPTED) is not None:
        return [Phase.WORKING]
    return [Phase.PLAN if course.reached(MilestoneKind.INTAKE_TALK) is not None else Phase.ARRIVING]


def _row(case: Case, member: NetworkMember, phase: Phase) -> Involvement | None:
    return next((each for each in case.of(Involvement, Involvement.member_id, member.id) if each.phase is phase), None)


def _meets(member: NetworkMember, phase: CoursePhase) -> bool:
    first, last = phase.from_on, phase.until_on
    return not ((member.involved_until is not None and first is not None and member.involved_until < first)
                or (member.involved_from is not None and last is not None and last < member.involved_from))
