"""Contacts as they happen, and the path of ours that a missed appointment starts; never a mark on the person."""
from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Id, Row, choice, names, part_of, refers_to, text


class ContactChannel(Labelled):
    TALK = "talk", N_("A talk")
    PHONE = "phone", N_("Phone")
    SMS = "sms", N_("Text message")
    EMAIL = "email", N_("E-mail")
    VISIT = "visit", N_("A visit")
    LETTER = "letter", N_("A letter")


class ContactNote(Row):
    """We were in touch: with whom, how, and what came of it. It is final, as a note is; only later notes are added."""

    __tablename__ = "contact_note"
    sort_key = "at"
    at: Mapped[datetime] = mapped_column()
    channel: Mapped[ContactChannel] = choice(ContactChannel, ContactChannel.TALK)
    member_id: Mapped[Id | None] = refers_to("network_member.id")            # None = somebody written in `with_whom`
    with_whom: Mapped[str] = mapped_column(default="")   # stays when the person is removed from the map
    reached: Mapped[bool] = mapped_column(default=True)  # False = tried, and did not get hold of them
    words: Mapped[str] = text(search=True)               # what came of it
    by_id: Mapped[Id | None] = names("staff_member")

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)


class MissedAppointment(Row):
    """Somebody did not come: the citizen, or a party that was summoned. What follows is what *we* do."""

    __tablename__ = "missed_appointment"
    sort_key = "on"
    on: Mapped[date] = mapped_column()
    what: Mapped[str] = text(search=True)                # which appointment
    member_id: Mapped[Id | None] = refers_to("network_member.id")            # who did not come; None = the citizen
    meeting_id: Mapped[Id | None] = refers_to("meeting.id")
    appointment_id: Mapped[Id | None] = refers_to("appointment.id")
    why: Mapped[str] = text(search=True)                 # as they said it, when somebody had asked
    settled_on: Mapped[date | None] = mapped_column(default=None)            # we are in touch again

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)

    @property
    def tries(self) -> list[ReachTry]:
        return self.case.of(ReachTry, ReachTry.missed_id, self.id)


class ReachStep(Labelled):
    """Our path to somebody who did not come, in its order."""

    CALL = "call", N_("Call")
    KNOCK = "knock", N_("Knock on the door")
    OTHER_PLACE = "other_place", N_("Meet in another place")
    ASK_WHY = "ask_why", N_("Ask what stood in the way")

    @property
    def number(self) -> int:
        return list(ReachStep).index(self)


class ReachTry(Row):
    """One step of that path was taken."""

    __tablename__ = "reach_try"
    sort_key = "on"
    on: Mapped[date] = mapped_column()
    missed_id: Mapped[Id] = part_of("missed_appointment.id")
    step: Mapped[ReachStep] = choice(ReachStep, ReachStep.CALL)
    note: Mapped[str] = text(search=True)
    by_id: Mapped[Id | None] = names("staff_member")
