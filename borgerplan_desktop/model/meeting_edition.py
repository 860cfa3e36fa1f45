"""What was sent out of a meeting, in rising numbers: by it we know who has the newest agenda, and what has changed."""
from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.covered import Covered, covered_for
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.meeting import AgendaItem, HeldAs, Meeting, MeetingStatus, Participant
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, part_of, text


class MeetingEdition(Row):
    """The invitation and agenda as they were sent; `number` begins with 1 and rises with every change that is sent."""

    __tablename__ = "meeting_edition"
    sort_key = "number"
    made_at: Mapped[datetime] = mapped_column()
    number: Mapped[int] = mapped_column(default=1)
    meeting_id: Mapped[Id] = part_of("meeting.id")
    starts_at: Mapped[datetime | None] = mapped_column(default=None)
    ends_at: Mapped[datetime | None] = mapped_column(default=None)
    place_text: Mapped[str] = mapped_column(default="")
    held_as: Mapped[HeldAs] = choice(HeldAs, HeldAs.IN_PERSON)
    link: Mapped[str] = text()
    purpose: Mapped[str] = text()
    called_off: Mapped[bool] = mapped_column(default=False)      # told calendars that it is not held

    @property
    def points(self) -> list[EditionPoint]:
        return self.case.of(EditionPoint, EditionPoint.edition_id, self.id)


class EditionPoint(Row):
    """A point of the agenda as it was sent; `area` is that of its goal then, by which it is told or not."""

    __tablename__ = "edition_point"
    sort_key = "place"
    edition_id: Mapped[Id] = part_of("meeting_edition.id")
    place: Mapped[float] = mapped_column(default=0.0)
    item_id: Mapped[str] = mapped_column(default="")     # the point it was; may be gone again
    title: Mapped[str] = text()
    minutes: Mapped[int] = mapped_column(default=0)
    area: Mapped[LifeArea | None] = choice(LifeArea, None)


def editions(meeting: Meeting) -> list[MeetingEdition]:
    """Everything that was sent, oldest first."""
    return meeting.case.of(MeetingEdition, MeetingEdition.meeting_id, meeting.id)


def newest_edition(meeting: Meeting) -> MeetingEdition | None:
    return next(reversed(editions(meeting)), None)


def edition_of(participant: Participant) -> MeetingEdition | None:
    """The agenda the person has; None = none, or nobody knows which."""
    meeting = participant.case.get(Meeting, participant.meeting_id)
    found = editions(meeting) if meeting is not None else []
    return next((each for each in found if each.number == participant.edition), None)


def is_as_it_was_told(meeting: Meeting, edition: MeetingEdition) -> bool:
    """Whether it is still held when and where it was said: who has said yes to that still comes."""
    return (meeting.starts_at, meeting.ends_at, meeting.place_text.strip(), meeting.held_as) == (
        edition.starts_at, edition.ends_at, edition.place_text.strip(), edition.held_as)


# ------------------------------------------------------------------------------------------------- what has changed
class What(Labelled):
    """What of a meeting can change after it was sent."""

    TIME = "time", N_("When")
    PLACE = "place", N_("Where")
    HELD_AS = "held_as", N_("How we meet")
    LINK = "link", N_("Link or number")
    PURPOSE = "purpose", N_("Why")
    NEW_POINT = "new_point", N_("New on the agenda")
    POINT_GONE = "point_gone", N_("Not on the agenda any more")
    POINT = "point", N_("Changed on the agenda")
    ORDER = "order", N_("The order of the points")


@dataclass(frozen=True)
class AgendaChange:
    """One difference: what stood there, and what stands there now. Times are held as (from, to)."""

    what: What
    before: str = ""
    after: str = ""
    times_before: tuple[datetime | None, datetime | None] = (None, None)
    times_after: tuple[datetime | None, datetime | None] = (None, None)
    minutes: tuple[int, int] = (0, 0)


def area_of(item: AgendaItem) -> LifeArea | None:
    """The life area of the goal that the point is about."""
    goal = item.case.get(Goal, item.goal_id)
    return goal.area if goal is not None else None


def changes_since(meeting: Meeting, edition: MeetingEdition, covered: Covered) -> list[AgendaChange]:
    """What is different now from what was sent, as far as its reader may be told both of then and of now."""
    return list(_changes(meeting, edition, covered))


def _changes(meeting: Meeting, edition: MeetingEdition, covered: Covered) -> Iterator[AgendaChange]:
    before, after = (edition.starts_at, edition.ends_at), (meeting.starts_at, meeting.ends_at)
    if before != after:
        yield AgendaChange(What.TIME, times_before=before, times_after=after)
    if edition.held_as is not meeting.held_as:           # told as msgids
        yield AgendaChange(What.HELD_AS, edition.held_as.label, meeting.held_as.label)
    for what, old, new in ((What.LINK, edition.link, meeting.link),
                           (What.PLACE, edition.place_text, meeting.place_text),
                           (What.PURPOSE, edition.purpose, meeting.purpose)):
        if old.strip() != new.strip():
            yield AgendaChange(what, old.strip(), new.strip())
    then = {each.item_id: each for each in edition.points if covered.point(each.area)}
    now = {each.id: each for each in meeting.agenda if covered.point(area_of(each))}
    for id, item in now.items():
        sent = then.get(id)
        if sent is None:
            yield AgendaChange(What.NEW_POINT, after=item.title, minutes=(0, item.minutes))
        elif (sent.title.strip(), sent.minutes) != (item.title.strip(), item.minutes):
            yield AgendaChange(What.POINT, sent.title, item.title, minutes=(sent.minutes, item.minutes))
    for id, sent in then.items():
        if id not in now:
            yield AgendaChange(What.POINT_GONE, before=sent.title, minutes=(sent.minutes, 0))
    if [id for id in then if id in now] != [id for id in now if id in then]:
        yield AgendaChange(What.ORDER)


# ------------------------------------------------------------------------------------------------- who has the newest
class Has(Labelled):
    """Which paper of the meeting somebody has."""

    NOTHING = "nothing", N_("Has no invitation yet")
    INVITED = "invited", N_("Has the invitation")        # of which day's agenda nobody knows
    NEWEST = "newest", N_("Has the newest agenda")
    OLDER = "older", N_("Has an older agenda")
    MINUTES = "minutes", N_("Has the minutes")
    OLDER_MINUTES = "older_minutes", N_("Has older minutes")


def has(participant: Participant, on: date) -> Has:
    """Which paper the person has. A change that they may not be told of makes theirs no older."""
    member, meeting = participant.member, participant.case.get(Meeting, participant.meeting_id)
    if member is None or meeting is None:
        return Has.NOTHING
    if participant.minutes_given_on is not None:
        known = participant.minutes_as_given
        return Has.OLDER_MINUTES if known and known != fingerprint(
            meeting, covered_for(member.case, member, on)) else Has.MINUTES
    if participant.invited_on is None:
        return Has.NOTHING
    edition = edition_of(participant)
    if edition is None:
        return Has.INVITED
    covered = covered_for(member.case, member, on)       # the dearest question: asked where it matters
    return Has.NEWEST if next(_changes(meeting, edition, covered), None) is None else Has.OLDER


def thinks_it_is_held(participant: Participant) -> bool:
    """Whether somebody was asked, and not told since that the meeting is called off."""
    told = edition_of(participant)
    return participant.invited_on is not None and (told is None or not told.called_off)


def must_hear(meeting: Meeting, today: date) -> list[Participant]:
    """Those who were asked and must be told what is different now: another time, another agenda, that it is off."""
    asked = [each for each in meeting.participants if each.invited_on is not None and each.member is not None
             and each.member.removed_on is None]
    if meeting.status is MeetingStatus.CALLED_OFF:
        return [each for each in asked if thinks_it_is_held(each)]
    return [each for each in asked if has(each, today) is Has.OLDER] if meeting.status.ahead else []


def fingerprint(meeting: Meeting, covered: Covered) -> str:
    """A short mark of all that the minutes would tell somebody now: another one means that they would say something
    else.
    """
    said = [repr((meeting.starts_at, meeting.started_at, meeting.ended_at, meeting.purpose, meeting.next_meeting_id))]
    said += [repr((each.title, each.written, each.decided)) for each in meeting.agenda if covered.point(area_of(each))]
    said += [repr((each.text, each.responsible_id, each.when, each.due_on)) for each in meeting.agreements
             if covered.agreement(each)]
    said += [each.text for each in meeting.parked]
    if meeting.not_adopted_why.strip() and covered.point(None):
        said += [f"not adopted: {meeting.not_adopted_why.strip()}"]
    if meeting.own_words_for_all and covered.point(None) and meeting.own_words.strip():
        said += [f"own words: {meeting.own_words.strip()}"]
    said += [repr((each.member_id, each.presence)) for each in meeting.participants]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]
