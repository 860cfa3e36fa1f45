"""Contacts as they happen, and the path of ours that a missed appointment starts; never a mark on the person."""
from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus, Participant, Presence
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, names, part_of, refers_to, text

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


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
    # stays when the person is removed from the map
    with_whom: Mapped[str] = mapped_column(default="", info={"search": True})
    reached: Mapped[bool] = mapped_column(default=True)  # False = tried, and did not get hold of them
    words: Mapped[str] = text(search=True)               # what came of it
    by_id: Mapped[Id | None] = names("staff_member")
    adds_to_id: Mapped[Id | None] = refers_to("contact_note.id")             # a dated addition to that one

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)

    @property
    def additions(self) -> list[ContactNote]:
        return self.case.of(ContactNote, ContactNote.adds_to_id, self.id)


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
    def is_of_citizen(self) -> bool:
        return self.member is None or self.member.is_citizen

    @property
    def path(self) -> tuple[ReachStep, ...]:
        """What we do, in its order: a party that stays away is called, and asked what they need."""
        return tuple(ReachStep) if self.is_of_citizen else (ReachStep.CALL, ReachStep.ASK_WHY)

    @property
    def next_step(self) -> ReachStep | None:
        """The first step that was not taken; None = all of them were."""
        taken = {each.step for each in self.tries}
        return next((step for step in self.path if step not in taken), None)

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
    reached: Mapped[bool] = mapped_column(default=False)             # we got hold of them
    note: Mapped[str] = text(search=True)
    by_id: Mapped[Id | None] = names("staff_member")


def unsettled(case: Case) -> list[MissedAppointment]:
    """What the citizen missed and we have not been in touch about since, oldest first: it comes before a discharge."""
    return [each for each in _left(case) if each.is_of_citizen]


def parties_away(case: Case) -> list[MissedAppointment]:
    """Parties that were summoned and did not come, and that nobody has talked to about it since, oldest first."""
    return [each for each in _left(case) if not each.is_of_citizen]


def _left(case: Case) -> list[MissedAppointment]:
    return [each for each in case.all(MissedAppointment) if each.settled_on is None and not _came_after_all(each)]


def _came_after_all(missed: MissedAppointment) -> bool:
    """Whether the meeting has been put right: they were there."""
    meeting = missed.case.get(Meeting, missed.meeting_id)
    return meeting is not None and any(each.member_id == missed.member_id and each.presence is Presence.PRESENT
                                       for each in meeting.participants)


def stayed_away(meeting: Meeting) -> list[Participant]:
    """Those who were summoned and did not come."""
    return [each for each in meeting.participants if each.presence is Presence.DID_NOT_COME]


def missed_at(case: Case, meeting: Meeting, member: NetworkMember | None) -> MissedAppointment | None:
    """What was noted of somebody who did not come to the meeting; None = nothing yet."""
    return next((each for each in case.of(MissedAppointment, MissedAppointment.meeting_id, meeting.id)
                 if each.member_id == (member.id if member is not None else None)), None)


def is_held_with_citizen(meeting: Meeting) -> bool:
    """Whether we sat together with the citizen: a talk, or a meeting to which they came."""
    held = meeting.status in (MeetingStatus.HELD, MeetingStatus.MINUTES_SENT)
    came = any(each.presence is Presence.PRESENT and each.member is not None and each.member.is_citizen
               for each in meeting.participants)
    return held and (came or meeting.kind is MeetingKind.TALK)


def last_in_touch(case: Case) -> date | None:
    """The last day on which we were in touch with the citizen: a contact that reached them, or a meeting."""
    days = [note.at.date() for note in case.all(ContactNote)
            if note.reached and note.member is not None and note.member.is_citizen]
    days += [each.on for missed in case.all(MissedAppointment) if missed.is_of_citizen
             for each in missed.tries if each.reached]
    days += [when.date() for meeting in case.all(Meeting) if is_held_with_citizen(meeting)
             and (when := meeting.started_at or meeting.starts_at) is not None]
    return max(days, default=None)
