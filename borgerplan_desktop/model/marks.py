"""What somebody of the network is to the citizen besides who they are: several at once, each with its word."""
from __future__ import annotations

from collections.abc import Collection
from datetime import date

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import NetworkMember, lay_representatives


class Mark(Labelled):
    COORDINATOR = "coordinator", N_("Coordinator")
    LAY_REPRESENTATIVE = "lay_representative", N_("Lay representative")
    OWN_DOCTOR = "own_doctor", N_("Own doctor")
    RELATIVE = "relative", N_("Relative")
    PEER = "peer", N_("Has been there")
    VOLUNTEER = "volunteer", N_("Volunteer")


def marks_of(member: NetworkMember, holds: bool = False, beside: bool = False) -> tuple[Mark, ...]:
    """The marks of a person; `holds` = they are the coordinator, `beside` = a bisidder of the day."""
    has: Collection[tuple[Mark, bool]] = (
        (Mark.COORDINATOR, holds), (Mark.LAY_REPRESENTATIVE, beside), (Mark.OWN_DOCTOR, member.own_doctor),
        (Mark.RELATIVE, member.is_relative), (Mark.PEER, member.is_peer), (Mark.VOLUNTEER, member.is_volunteer))
    return tuple(mark for mark, is_so in has if is_so)


def marks_on(case: Case, member: NetworkMember, day: date) -> tuple[Mark, ...]:
    """The same of one person alone, as the case says it of a day."""
    holder = coordinator(case)
    return marks_of(member, holder is not None and holder.member_id == member.id,
                    any(each is member for each in lay_representatives(case, day)))
