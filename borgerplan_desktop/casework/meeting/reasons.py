"""Why each one is there: suggested from what they do in the plan, else from who they are; anybody can write it better.

Others read the reason on their invitation, so it never names a goal, a help or a subject.
"""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_, _, ngettext
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import MemberKind, NetworkMember, lay_representatives
from borgerplan_desktop.model.plan import Intervention, Step, open_agreements, responsibilities_of


def suggested_reason(opened: OpenCase, member: NetworkMember) -> str:
    """A reason to start from, short enough to be read out; "" when no more is known than what they are: that stands
    beside their name already.
    """
    case, name = opened.case, opened.case.the(Citizen).first_name
    if member.is_citizen:
        return _("The meeting is for {name}").format(name=name)
    assigned = coordinator(case)
    if assigned is not None and assigned.member_id == member.id:
        return _("Leads the meeting and writes")
    if member in lay_representatives(case, opened.today()):
        return _("Supports {name}").format(name=name)
    if has_task(opened, member):
        goals = len(responsibilities_of(case, member))
        return ngettext("Is responsible for a goal in the plan", "Is responsible for {n} goals in the plan",
                        goals).format(n=goals) if goals else _("Has something to do in the plan")
    if member.kind is MemberKind.PRIVATE:
        return _("Is close to {name}").format(name=name) if member.described else ""
    return ""


def reason_at(opened: OpenCase, meeting: Meeting, member: NetworkMember) -> str:
    """The reason to start from at this meeting: also that somebody calls it."""
    return suggested_reason(opened, member) or (_("Calls the meeting") if meeting.called_by_id == member.id else "")


def has_task(opened: OpenCase, member: NetworkMember) -> bool:
    """Whether the plan counts on the person: an open goal or step, help, or an agreement that is not kept yet."""
    case = opened.case
    return (bool(responsibilities_of(case, member))
            or any(not step.done for step in case.of(Step, Step.responsible_id, member.id))
            or bool(case.of(Intervention, Intervention.responsible_id, member.id))
            or any(each.responsible_id == member.id for each in open_agreements(case)))


def without_reason(opened: OpenCase, meeting: Meeting) -> bool:
    """Whether somebody comes of whom nobody has said why, and a reason can be suggested."""
    return any(not each.why.strip() and each.member is not None and bool(reason_at(opened, meeting, each.member))
               for each in meeting.participants)


def suggest_reasons(opened: OpenCase, meeting: Meeting) -> None:
    """A reason for each who has none; what is written stays."""
    with opened.action(N_("Suggest why each one is there")):
        for each in meeting.participants:
            if not each.why.strip() and each.member is not None:
                each.why = reason_at(opened, meeting, each.member)
