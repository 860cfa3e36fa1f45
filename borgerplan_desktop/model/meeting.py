"""The network meeting: one document that is invitation, agenda and minutes; before, during and after."""
from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.meeting_way import MeetingKind, PointKind
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement
from borgerplan_desktop.model.row import (
    Field,
    Id,
    Mapped,
    Row,
    choice,
    mapped_column,
    names,
    part_of,
    refers_to,
    stays,
    text,
)

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

CHANGES_BEFORE = timedelta(days=2)                       # agenda changes: calendar days before (samarbejdsmodellen)


class MeetingStatus(Labelled):
    PLANNED = "planned", N_("Planned")
    INVITED = "invited", N_("Meeting: invited")
    IN_PROGRESS = "in_progress", N_("In progress now")
    HELD = "held", N_("Held")
    MINUTES_SENT = "minutes_sent", N_("Minutes sent")
    CALLED_OFF = "called_off", N_("Called off")

    @property
    def ahead(self) -> bool:
        return self in (MeetingStatus.PLANNED, MeetingStatus.INVITED)


class Presence(Labelled):
    UNKNOWN = "unknown", N_("Not noted")
    PRESENT = "present", N_("Present")
    DID_NOT_COME = "did_not_come", N_("Did not come")


class HeldAs(Labelled):
    """Whether people sit together."""

    IN_PERSON = "in_person", N_("In person")
    PHONE = "phone", N_("By telephone")
    VIDEO = "video", N_("By video")


class Reply(Labelled):
    """What somebody answers to the invitation."""

    COMES = "comes", N_("Is coming")
    DOES_NOT_COME = "does_not_come", N_("Cannot come")
    PERHAPS = "perhaps", N_("Perhaps")


class Meeting(Row):
    __tablename__ = "meeting"
    sort_key = "starts_at"
    kind: Mapped[MeetingKind] = choice(MeetingKind, MeetingKind.NETWORK)
    status: Mapped[MeetingStatus] = choice(MeetingStatus, MeetingStatus.PLANNED)
    starts_at: Mapped[datetime | None] = mapped_column(default=None)
    ends_at: Mapped[datetime | None] = mapped_column(default=None)
    place_text: Mapped[str] = mapped_column(default="", info={"search": True})
    held_as: Mapped[HeldAs] = choice(HeldAs, HeldAs.IN_PERSON)
    link: Mapped[str] = text()                           # to the video, or the number to call
    called_by_id: Mapped[Id | None] = refers_to("network_member.id")     # who calls it; None = we do
    purpose: Mapped[str] = text(search=True)
    form: Mapped[str] = text(search=True)                # how we do it today
    citizen_wants: Mapped[str] = text(search=True)       # what the citizen wants out of it
    citizen_avoids: Mapped[str] = text(search=True)      # what they would rather not talk about
    place_asked: Mapped[bool] = mapped_column(default=False)     # asked each time
    invited_on: Mapped[date | None] = mapped_column(default=None)
    started_at: Mapped[datetime | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    item_id: Mapped[Id | None] = refers_to("agenda_item.id")     # the present point
    item_since: Mapped[datetime | None] = mapped_column(default=None)    # turned to then; pauses are taken out
    turn_since: Mapped[datetime | None] = mapped_column(default=None)    # in a round: whoever speaks has had the floor
    paused_at: Mapped[datetime | None] = mapped_column(default=None)     # the clock of the meeting stands
    end_moved: Mapped[int] = mapped_column(default=0)    # minutes that we end later, or earlier, than `ends_at`
    own_words: Mapped[str] = text(search=True)           # what the citizen said that day, as they said it
    own_words_for_all: Mapped[bool] = mapped_column(default=False)   # they may stand in the minutes of the others too
    meaning: Mapped[str] = text(search=True)             # what it means for the citizen
    explained_on: Mapped[date | None] = mapped_column(default=None)
    minutes_sent_on: Mapped[date | None] = mapped_column(default=None)
    next_meeting_id: Mapped[Id | None] = refers_to("meeting.id")
    series_id: Mapped[Id | None] = refers_to("meeting.id")       # the first of those planned in one go; None = alone
    told: Mapped[int] = stays(0)                         # the highest number that calendars were told of it
    known_as: Mapped[str] = mapped_column(default="")    # its id when it was in another case; "" = its own
    not_adopted_why: Mapped[str] = text(search=True)     # why the plan was not adopted here
    called_off_on: Mapped[date | None] = mapped_column(default=None)
    called_off_by: Mapped[str] = mapped_column(default="")
    called_off_why: Mapped[str] = text(search=True)

    @property
    def called_by(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.called_by_id)

    @property
    def series(self) -> list[Meeting]:
        """Those that were planned in one go, itself among them, by their time; [] = it is alone."""
        first = self.series_id or self.id
        every = [each for each in self.case.all(Meeting) if first in (each.id, each.series_id)]
        return every if len(every) > 1 else []

    @property
    def participants(self) -> list[Participant]:
        """Everybody who is asked, each once: two windows may have put the same person on the list."""
        listed = self.case.of(Participant, Participant.meeting_id, self.id)
        once = {each.member_id or each.id: each for each in reversed(listed)}
        return listed if len(once) == len(listed) else [each for each in listed
                                                        if once[each.member_id or each.id] is each]

    @property
    def agenda(self) -> list[AgendaItem]:
        return self.case.of(AgendaItem, AgendaItem.meeting_id, self.id)

    @property
    def parked(self) -> list[ParkedTopic]:
        return self.case.of(ParkedTopic, ParkedTopic.meeting_id, self.id)

    @property
    def agreements(self) -> list[Agreement]:
        return self.case.of(Agreement, Agreement.meeting_id, self.id)

    @property
    def ticks(self) -> set[str]:
        """The keys of the checklist lines that are ticked."""
        return {tick.item for tick in self.case.of(ChecklistTick, ChecklistTick.meeting_id, self.id)}

    @property
    def feedback(self) -> Feedback | None:
        return next(iter(self.case.of(Feedback, Feedback.meeting_id, self.id)), None)

    @property
    def changes_by(self) -> date | None:
        """The last day for changes to the agenda."""
        return self.starts_at.date() - CHANGES_BEFORE if self.starts_at else None

    @property
    def minutes(self) -> int:
        """How long the agenda takes, in minutes."""
        return sum(item.minutes for item in self.agenda)


class AgendaItem(Row):
    """A point of the agenda; what is said there is written here and is the minutes."""

    __tablename__ = "agenda_item"
    sort_key = "place"
    meeting_id: Mapped[Id] = part_of("meeting.id")
    place: Mapped[float] = mapped_column(default=0.0)
    title: Mapped[str] = text(search=True)
    minutes: Mapped[int] = mapped_column(default=10)
    kind: Mapped[PointKind] = choice(PointKind, PointKind.TALK)
    lead_id: Mapped[Id | None] = refers_to("network_member.id")
    goal_id: Mapped[Id | None] = refers_to("goal.id")
    round: Mapped[bool] = mapped_column(default=False)   # everyone gets a say here
    written: Mapped[str] = text(search=True)
    decided: Mapped[str] = text(search=True)             # stands in the minutes as decided
    done: Mapped[bool] = mapped_column(default=False)
    from_room: Mapped[bool] = mapped_column(default=False)       # somebody in the room wanted it, that day
    used: Mapped[int] = mapped_column(default=0)         # seconds it has taken, until it was left

    @property
    def lead(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.lead_id)


class Participant(Row):
    __tablename__ = "participant"
    sort_key = "place"
    meeting_id: Mapped[Id] = part_of("meeting.id")
    place: Mapped[float] = mapped_column(default=0.0)
    member_id: Mapped[Id | None] = refers_to("network_member.id")
    why: Mapped[str] = text(search=True)                 # "Derfor er du med"
    presence: Mapped[Presence] = choice(Presence, Presence.UNKNOWN)
    came_at: Mapped[datetime | None] = mapped_column(default=None)   # later than the meeting began
    left_at: Mapped[datetime | None] = mapped_column(default=None)   # before it ended
    has_spoken: Mapped[bool] = mapped_column(default=False)
    spoke: Mapped[int] = mapped_column(default=0)        # seconds of the floor in the rounds so far; 0 = not heard yet
    invited_on: Mapped[date | None] = mapped_column(default=None)    # has the invitation in writing
    edition: Mapped[int] = mapped_column(default=0)      # the number of the newest agenda they were sent; 0 = none
    reply: Mapped[Reply | None] = choice(Reply, None)
    replied_at: Mapped[datetime | None] = mapped_column(default=None)
    replied_to: Mapped[int] = mapped_column(default=0)   # the number of the edition that is answered; 0 = not known
    reply_words: Mapped[str] = text(search=True)         # what they wrote with it
    minutes_given_on: Mapped[date | None] = mapped_column(default=None)
    minutes_as_given: Mapped[str] = mapped_column(default="")    # a fingerprint of what the minutes told them then

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)


class ParkedTopic(Row):
    __tablename__ = "parked_topic"
    sort_key = "place"
    meeting_id: Mapped[Id] = part_of("meeting.id")
    place: Mapped[float] = mapped_column(default=0.0)
    text: Mapped[str] = text(search=True)
    taken_up_id: Mapped[Id | None] = refers_to("meeting.id")


class LeaderPad(Row):
    """The private notes of one of the staff for a meeting; in no paper and no case file (`case_kinds`)."""

    __tablename__ = "leader_pad"
    only_one = "meeting_id", "staff_id"
    meeting_id: Mapped[Id] = part_of("meeting.id")
    staff_id: Mapped[Id | None] = names("staff_member")
    text: Mapped[str] = text()


class ChecklistTick(Row):
    """One ticked line of the checklists before, during and after (`casework.meetings` knows the lines)."""

    __tablename__ = "checklist_tick"
    only_one = "item", "meeting_id"
    item: Mapped[str] = mapped_column()
    meeting_id: Mapped[Id] = part_of("meeting.id")
    ticked_on: Mapped[date | None] = mapped_column(default=None)


class Feedback(Row):
    """Four plain questions of our own, answered 1-5 (Nej … Ja) or skipped."""

    __tablename__ = "feedback"
    only_one = ("meeting_id",)
    meeting_id: Mapped[Id] = part_of("meeting.id")
    said_it: Mapped[int | None] = mapped_column(default=None)
    understood: Mapped[int | None] = mapped_column(default=None)
    knows_next: Mapped[int | None] = mapped_column(default=None)
    own_plan: Mapped[int | None] = mapped_column(default=None)
    words: Mapped[str] = text(search=True)


QUESTIONS: tuple[tuple[Field, str], ...] = (
    (Feedback.said_it, N_("Did you get to say what you came to say?")),
    (Feedback.understood, N_("Did you understand what the others said?")),
    (Feedback.knows_next, N_("Do you know what happens now, and who does it?")),
    (Feedback.own_plan, N_("Is it still your own plan?")),
)
ANSWERS = (N_("No"), N_("A little"), N_("Somewhat"), N_("Almost"), N_("Yes"))


def anybody_came(meeting: Meeting) -> bool:
    """Whether anybody is noted as having come."""
    return any(each.presence is Presence.PRESENT for each in meeting.participants)


def next_meeting(case: Case, now: datetime) -> Meeting | None:
    """The one going on, else the nearest that has not been held."""
    running = [m for m in case.all(Meeting) if m.status is MeetingStatus.IN_PROGRESS]
    missed = [m for m in case.all(Meeting) if m.status.ahead]
    ahead = [m for m in missed if m.starts_at is None or m.starts_at.date() >= now.date()]
    return next(iter(running or ahead or missed), None)
