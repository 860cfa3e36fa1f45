"""Who was told of something that others must know: the coordinator, an end, a reminder."""
from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Id, Row, choice, refers_to, text


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
    to_name: Mapped[str] = mapped_column(default="")     # stays when the person is removed from the map
    how: Mapped[ContactChannel] = choice(ContactChannel, ContactChannel.EMAIL)
    answer: Mapped[str] = text(search=True)

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)
