"""Who may become coordinator: the shelter's own list first, also those of it who are not in the network yet."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.course.coordination import make_coordinator
from borgerplan_desktop.casework.network.people import add_colleague, add_professional, search_register
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.course import AgreedHow
from borgerplan_desktop.model.network import NetworkMember, askable
from borgerplan_desktop.model.shelter import Professional, StaffMember

Candidate = NetworkMember | Professional | StaffMember


def may_coordinate(member: NetworkMember) -> bool:
    """Whether the shelter's list of possible coordinators has the person."""
    row = member.registered
    return row is not None and row.may_coordinate


def possible_coordinators(opened: OpenCase) -> tuple[list[Candidate], list[Candidate]]:
    """(those of the shelter's list, everybody else of the network); who is in the network comes first in the list."""
    network = askable(opened.case)
    there = {member.registered_id for member in network}
    others = [row for row in search_register(opened, "") if row.may_coordinate and row.id not in there]
    return ([*(m for m in network if may_coordinate(m)), *others], [m for m in network if not may_coordinate(m)])


def hand_over(opened: OpenCase, who: Candidate, since: date | None = None, said_yes_on: date | None = None, *,
              temporary: bool = False, reason: str = "", agreed_how: AgreedHow | None = None) -> None:
    """Hand the coordination to somebody; who is not in the network yet comes into it. Raises Refused."""
    with opened.action(N_("Make coordinator")):
        if isinstance(who, Professional):
            who = add_professional(opened, who)
        elif isinstance(who, StaffMember):
            who = add_colleague(opened, who)
        make_coordinator(opened, who, since, said_yes_on, temporary=temporary, reason=reason, agreed_how=agreed_how)
