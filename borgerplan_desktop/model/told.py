"""Who was told of something that others must know: the coordinator, an end, a reminder."""
from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.consent import ConsentState, state_of
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.course import CoordinatorAssignment, coordinator, ended_coordination
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import MemberKind, NetworkMember, askable
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, refers_to, text

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


class ToldOf(Labelled):
    COORDINATOR = "coordinator", N_("Who is coordinator, and who does what")
    COORDINATION_ENDS = "coordination_ends", N_("That coordination ends")
    CLOSING = "closing", N_("That the course ends, and the plan for what follows")
    ACTION_PLAN = "action_plan", N_("That an action plan must be made")


class Told(Row):
    """Somebody was told, of one assignment, course or stay."""

    __tablename__ = "told"
    sort_key = "on"
    on: Mapped[date] = mapped_column()
    of: Mapped[ToldOf] = choice(ToldOf, ToldOf.COORDINATOR)
    assignment_id: Mapped[Id | None] = refers_to("coordinator_assignment.id")
    course_id: Mapped[Id | None] = refers_to("course.id")
    stay_id: Mapped[Id | None] = refers_to("stay.id")
    member_id: Mapped[Id | None] = refers_to("network_member.id")
    # stays when the person is removed from the map
    to_name: Mapped[str] = mapped_column(default="", info={"search": True})
    how: Mapped[ContactChannel] = choice(ContactChannel, ContactChannel.EMAIL)
    answer: Mapped[str] = text(search=True)

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)


# ------------------------------------------------------------------------------------ who is to hear of the coordinator
class Telling(enum.Enum):
    """Where one partner stands with what they are to hear."""

    TOLD = enum.auto()
    MAY = enum.auto()                                    # a consent in force covers them: tell them
    ASK = enum.auto()                                    # the citizen is asked first
    NOT = enum.auto()                                    # the citizen said no: they are not told


def partners(case: Case, on: date) -> list[NetworkMember]:
    """The professionals from outside the shelter who are in the course that day."""
    return [m for m in askable(case) if m.kind is MemberKind.PROFESSIONAL and m.staff_id is None and m.involved_on(on)]


def to_tell_of(case: Case) -> tuple[ToldOf, CoordinatorAssignment] | None:
    """What the partners are to hear now: who is coordinator, or that coordination has ended. None = nothing."""
    present, ended = coordinator(case), ended_coordination(case)
    if present is not None:
        return ToldOf.COORDINATOR, present
    return (ToldOf.COORDINATION_ENDS, ended) if ended is not None else None


def told_of(case: Case, of: ToldOf, assignment: CoordinatorAssignment, member: NetworkMember) -> Told | None:
    """The last time the person was told this."""
    return next((told for told in reversed(case.of(Told, Told.assignment_id, assignment.id))
                 if told.of is of and told.member_id == member.id), None)


def telling(case: Case, of: ToldOf, assignment: CoordinatorAssignment, member: NetworkMember, on: date) -> Telling:
    """Whether the person was told, may be, or must not be: without a consent in force nobody hears of the citizen."""
    if told_of(case, of, assignment, member) is not None:
        return Telling.TOLD
    match state_of(case, member, on):
        case ConsentState.GIVEN | ConsentState.PARTLY:
            return Telling.MAY
        case ConsentState.NOT_ASKED | ConsentState.EXPIRED:
            return Telling.ASK
        case _:
            return Telling.NOT


def not_told(case: Case, on: date) -> list[NetworkMember]:
    """The partners who have yet to hear who is coordinator, or that coordination has ended; not who must not."""
    what = to_tell_of(case)
    if what is None:
        return []
    of, assignment = what
    return [m for m in partners(case, on) if m.id != assignment.member_id
            and telling(case, of, assignment, m, on) in (Telling.MAY, Telling.ASK)]
