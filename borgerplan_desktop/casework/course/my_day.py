"""Min dag: who needs something today, made of one rule (`model.attention`), for the window, the paper, the terminal.

Each fact stands once, where it calls most: first of all, else in its meeting, past its day, on its day, or to keep an
eye on.
"""
from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from borgerplan_desktop.casework.course import day_words
from borgerplan_desktop.casework.course.day_case import Known, Met, known, read_known
from borgerplan_desktop.casework.course.house_day import HouseCall, house_calls
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.i18n import N_, _, clock
from borgerplan_desktop.model.attention import Attention, Call, Side
from borgerplan_desktop.model.meeting_needs import Need
from borgerplan_desktop.model.promises import Kept, kept
from borgerplan_desktop.model.shelter import StaffRole
from borgerplan_desktop.store.audit import Did

__all__ = ["Day", "DayReader", "Door", "known"]

WEEK = timedelta(days=7)
MOST = 240                                               # citizens who are looked at; of more, those with nearest days
PLANS, FEWEST_PLANS = 12, 3                              # of the statistics
NOT_A_DEADLINE = frozenset({Call.NUDGE, Call.CONSENT_RUNS_OUT, Call.NO_CONTACT, Call.MEETING_NOT_ENDED})
FIRST_OF_ALL = (Call.NOTICE, Call.AGENDA, Call.AFTER_CARE_CALL, Call.MISSED)
Calling = tuple[Known, Attention]


class Place(enum.Enum):
    """The card in which a line stands."""

    DEADLINES = enum.auto()
    OVERDUE = enum.auto()
    WATCH = enum.auto()


@dataclass(frozen=True)
class Door:
    """The place a line opens."""

    case_id: str
    tab: str = ""
    row_id: str = ""


@dataclass(frozen=True)
class First:
    """The one thing to begin with; `due` is a word for the pill, "" = none. No other line says it again."""

    door: Door
    name: str
    title: str
    text: str
    verb: str
    due: str = ""
    of: str = ""                                         # "meeting", "promise": it is taken out of their card


@dataclass(frozen=True)
class MeetingLine:
    door: Door
    name: str
    first_name: str
    room: str
    at: datetime
    what: str
    needs: tuple[tuple[str, str, str], ...] = ()         # words, kind of pill, icon; none = all is ready
    place: str = ""
    gone: bool = False                                   # it should have begun
    is_on: bool = False                                  # it goes on now
    unasked: int = 0                                     # consents that it says are missing
    unsent: bool = False                                 # it says that the agenda is not sent

    @property
    def state(self) -> str:
        """What it needs, in words; else that it goes on, or that all is ready."""
        return ", ".join(words for words, _kind, _icon in self.needs) or (
            _("The meeting goes on") if self.is_on else _("Everything is ready"))


@dataclass(frozen=True)
class DeadlineLine:
    door: Door
    on: date
    what: str
    note: str = ""


@dataclass(frozen=True)
class OverdueLine:
    """A promise past its day, in its own words; `who` says whose it is."""

    door: Door
    side: Side
    who: str
    name: str                                            # for the avatar
    is_me: bool
    what: str
    days: int
    kept: str = ""                                       # of a partner: how much was kept in time


@dataclass(frozen=True)
class WatchLine:
    door: Door
    icon: str
    title: str
    text: str = ""


@dataclass(frozen=True)
class Day:
    """All of a day, as of one moment; nothing is cut here."""

    now: datetime
    name: str = ""
    citizens: int = 0                                    # mine: those whose contact person I am
    others: int = 0                                      # of the shelter, whose contact person is somebody else
    is_whole: bool = False                               # the whole shelter's day
    looked_at: int = 0                                   # citizens; fewer than there are only where there are very many
    there_are: int = 0
    first: First | None = None
    meetings: tuple[MeetingLine, ...] = ()
    deadlines: tuple[DeadlineLine, ...] = ()
    overdue: tuple[OverdueLine, ...] = ()
    watch: tuple[WatchLine, ...] = ()
    plans: tuple[int, ...] = ()                          # days from first talk to adopted plan, the newest first
    is_partly: bool = False                              # more citizens are being read

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def days_to_plan(self) -> int | None:
        """Median days to an adopted plan; None with fewer than three."""
        from statistics import median  # with all of its fractions: not before somebody looks

        return round(median(self.plans)) if len(self.plans) >= FEWEST_PLANS else None

    @property
    def is_empty(self) -> bool:
        """Whether all is done for today: no meeting today, nothing overdue, nothing to keep an eye on."""
        return not (self.first or self.overdue or self.watch)


def day_was_printed(archive: Archive) -> None:
    """That the day was printed is on record. Raises StoreTrouble."""
    archive.record(Did.PRINTED, N_("Printed the day"))


@dataclass
class DayReader:
    """Reads the day; a citizen in whom nothing has changed is not read again. Empty it when nobody is logged in."""

    archive: Archive
    whole: bool | None = None                            # whether the whole shelter is wanted; None = as it fits
    _known: dict[str, Known] = field(default_factory=dict)
    _as_of: tuple[date, int, int] | None = None
    _left: list[str] = field(default_factory=list)       # those who are not read yet, the nearest first

    def read(self, for_paper: bool = False, most: int | None = None) -> Day:
        """The day as it is now; on paper with first names and rooms only. Raises NotForYou, StoreTrouble.

        `most`: no more citizens than these are read anew, those whose days are nearest; what is left of them says
        `Day.is_partly`.
        """
        archive, now = self.archive, self.archive.now()
        me, today = archive.me, now.date()
        mine, everybody = archive.gate.open_courses(archive.who), archive.gate.open_courses()
        is_whole = self.whole if self.whole is not None else bool(
            me is not None and me.role is StaffRole.LEADER or not mine and everybody)
        found = archive.gate.of_the_day(None if is_whole else archive.who, today, today + WEEK, MOST)
        helped = set() if is_whole else archive.gate.promised_by(archive.who, today + WEEK).difference(found)
        self._catch_up([*found, *sorted(helped)], today, most)
        seen, beside = self._said(found, for_paper), self._said(helped, for_paper)
        calls = [(each, call) for each in seen for call in each.calls]
        calls += [(each, call) for each in beside for call in each.calls
                  if call.call.is_own_task and call.who.staff_id == archive.who]
        meetings = [_meeting(each, met, now) for each, met in sorted(
            ((each, met) for each in seen for met in each.meetings if _in_week(met, now)),
            key=lambda pair: (pair[1].at, pair[0].id))]
        first, said = _first(meetings, calls, archive.who, today)
        placed = placed_once(calls, meetings, said, today)
        of_house = house_calls(archive.shelter.case, archive.who, is_whole, today)
        return Day(now, me.name if me is not None else "", mine, everybody - mine, is_whole, len(seen),
                   everybody if is_whole else mine, first, tuple(line for line in meetings if line is not said),
                   _with_house(_deadlines(placed[Place.DEADLINES], today, archive.who), of_house, archive, today),
                   self._overdue(placed[Place.OVERDUE], today),
                   (*_watch(placed[Place.WATCH], calls, today), *_of_house(of_house, archive, today)),
                   tuple((adopted - first).days for first, adopted in archive.gate.first_talk_to_plan(PLANS)),
                   bool(self._left))

    def read_more(self, most: int) -> bool:
        """Read so many of those who are left; whether there are more. Raises NotForYou, StoreTrouble."""
        some, self._left = self._left[:most], self._left[most:]
        newest = self.archive.gate.newest(some)
        for each in read_known(self.archive, some, newest, self.archive.today()):
            self._known[each.id] = each
        return bool(self._left)

    def others(self) -> int:
        """How many citizens have another contact person, without reading anybody. Raises NotForYou, StoreTrouble."""
        return self.archive.gate.open_courses() - self.archive.gate.open_courses(self.archive.who)

    def forget(self) -> None:
        self._known.clear()
        self._left = []

    def _said(self, ids: Iterable[str], for_paper: bool) -> list[Known]:
        found = [self._known[id] for id in ids if id in self._known]
        if for_paper:
            from borgerplan_desktop.documents.paper.text import can_be_set  # with its fonts: not before it is printed

            found = [each.on_paper(can_be_set) for each in found]
        return sorted(found, key=lambda each: (each.name, each.id))

    def _catch_up(self, ids: Sequence[str], today: date, most: int | None) -> None:
        """Read those who are new, or in whom something has changed; with another day or register, everybody."""
        as_of = (today, self.archive.shelter.case.seen, 0)
        if as_of != self._as_of:
            self._known.clear()
            self._as_of = as_of
        newest = self.archive.gate.newest(sorted(ids))
        stale = [id for id in ids if id not in self._known or self._known[id].change != newest.get(id, 0)]
        for each in read_known(self.archive, stale[:most], newest, today):
            self._known[each.id] = each
        for id in self._known.keys() - set(ids):
            del self._known[id]
        self._left = stale[most:] if most is not None else []

    def _overdue(self, late: list[Calling], today: date) -> tuple[OverdueLine, ...]:
        """Ours and the partners' first, each as late as it is; the citizens' own last."""
        rates = kept(self.archive.gate.promises({call.who.professional_id for _each, call in late
                                                 if call.who.side is Side.PARTNER and call.who.professional_id}), today)
        late.sort(key=lambda pair: (pair[1].who.side.number, not pair[0].is_by(pair[1], self.archive.who),
                                    pair[1].due or date.max, pair[0].name, pair[1].row_id))
        return tuple(_late(each, call, today, self.archive.who, rates) for each, call in late)


# ------------------------------------------------------------------------------------------------ where each stands
def placed_once(calls: list[Calling], meetings: list[MeetingLine], first: object, today: date
                ) -> dict[Place, list[Calling]]:
    """What calls or comes, each in one place; `first` was said before them all, and what a meeting's line says of
    itself is said there.
    """
    placed: dict[Place, list[Calling]] = {place: [] for place in Place}
    in_line = {line.door.row_id for line in meetings if line.unsent}
    unasked = {line.door.case_id: line.unasked for line in reversed(meetings)}
    for pair in calls:
        each, call = pair
        if pair is first or call.call is Call.AGENDA and call.row_id in in_line:
            continue
        if call.call is Call.CONSENT_MISSING and unasked.get(each.id, 0) >= call.count:
            continue                                     # the meeting's line asks for as many
        if call.call.promised and call.calls(today):
            placed[Place.OVERDUE].append(pair)
        elif call.due is not None and today <= call.due <= today + WEEK and call.call not in NOT_A_DEADLINE:
            placed[Place.DEADLINES].append(pair)
        elif call.calls(today) and call.call is not Call.AGENDA:
            placed[Place.WATCH].append(pair)
    return placed


# ------------------------------------------------------------------------------------------------------- its lines
def _door(each: Known, call: Attention) -> Door:
    return Door(each.id, call.tab, call.row_id)


def _in_week(met: Met, now: datetime) -> bool:
    return datetime.combine(now.date(), time.min) <= met.at < datetime.combine(now.date() + WEEK, time.max)


def _meeting(each: Known, met: Met, now: datetime) -> MeetingLine:
    gone = not met.is_on and met.at < now
    return MeetingLine(Door(each.id, "meetings", met.id), each.name, each.first_name, each.room, met.at,
                       _(met.kind).lower(), tuple(day_words.needed(need) for need in met.needs), met.place, gone,
                       met.is_on, sum(need.count for need in met.needs if need.need is Need.CONSENT),
                       any(need.need is Need.AGENDA for need in met.needs))


def _deadlines(calls: list[Calling], today: date, me: str) -> tuple[DeadlineLine, ...]:
    grouped: dict[tuple[date, str, str], list[Calling]] = {}
    for each, call in calls:
        assert call.due is not None
        key = call.call.value if call.call is Call.FOLLOW_UP else call.call.value + call.row_id
        grouped.setdefault((call.due, each.id, key), []).append((each, call))
    lines = []
    for (on, _id, _key), found in grouped.items():
        each, call = found[0]
        lines.append(DeadlineLine(_door(each, call), on, day_words.coming(call, each.first_name, len(found)),
                                  day_words.note(call, each.is_by(call, me))))
    return tuple(sorted(lines, key=lambda line: (line.on, line.what, line.door.row_id)))


def _with_house(lines: tuple[DeadlineLine, ...], of_house: list[HouseCall], archive: Archive, today: date
                ) -> tuple[DeadlineLine, ...]:
    """The deadlines, with those of the shelter's own case on their days."""
    house = [DeadlineLine(Door(archive.shelter.id, call.tab, call.row_id), call.on, call.what, call.note)
             for call in of_house if today <= call.on <= today + WEEK]
    return tuple(sorted((*lines, *house), key=lambda line: (line.on, line.what, line.door.row_id)))


def _of_house(of_house: list[HouseCall], archive: Archive, today: date) -> list[WatchLine]:
    """What is past its day in the shelter's own case, or has a day further ahead."""
    return [WatchLine(Door(archive.shelter.id, call.tab, call.row_id), call.icon, call.title, call.text)
            for call in of_house if not today <= call.on <= today + WEEK]


def _late(each: Known, call: Attention, today: date, me: str, rates: dict[str, Kept]) -> OverdueLine:
    is_me = each.is_by(call, me)
    name = call.who.name or each.contact_person
    said = ", ".join(part for part in (name, call.who.organisation) if part)
    who = _("Yourself") if is_me else said or _("The shelter")
    rate = rates.get(call.who.professional_id or "")
    words = _("kept {n} of {m} in time").format(n=rate.in_time, m=rate.due) if rate is not None else ""
    days = (today - (call.due or today)).days
    return OverdueLine(_door(each, call), call.who.side, who, name, is_me,
                       day_words.coming(call, each.first_name), days, words)


def _watch(found: list[Calling], calls: list[Calling], today: date) -> tuple[WatchLine, ...]:
    """One line a wait: that nothing happens meanwhile is said with when we ask again, and what a course waits for
    there alone.
    """
    asked = {(each.id, call.row_id): call.words for each, call in calls
             if call.call in (Call.NUDGE, Call.NO_NUDGE) and call.calls(today)}
    waits, idle = {(id, words) for (id, _row_id), words in asked.items()}, _idle(calls, today)
    order = list(Call)
    found.sort(key=lambda pair: (order.index(pair[1].call), pair[1].since, pair[0].name, pair[1].row_id))
    firsts = {call.call: id(call) for _each, call in reversed(found)}
    # The law's own days come first; then every kind is seen before one fills the card.
    found.sort(key=lambda pair: (pair[1].call is not Call.NOTICE, firsts[pair[1].call] != id(pair[1])))
    return tuple(WatchLine(
        _door(each, call), day_words.icon(call.call), day_words.title(call, each.name, each.week(today)),
        _explained(each, replace(call, words="") if call.call is Call.PLAN and (each.id, call.words) in waits else call,
                   idle, today))
        for each, call in found if call.call is not Call.NO_MEANWHILE or (each.id, call.row_id) not in asked)


def _idle(calls: list[Calling], today: date) -> set[tuple[str, str]]:
    """The waits in which nothing happens meanwhile."""
    return {(each.id, call.row_id) for each, call in calls if call.call is Call.NO_MEANWHILE and call.calls(today)}


def _explained(each: Known, call: Attention, idle: set[tuple[str, str]], today: date) -> str:
    """The line below; of a wait also that nothing happens meanwhile."""
    return day_words.explained(call, each.first_name, today, each.last_contact, (each.id, call.row_id) in idle)


def _first(meetings: list[MeetingLine], calls: list[Calling], me: str, today: date) -> tuple[First | None, object]:
    """What we owe today before what is planned; a meeting today before what only waits; the citizens' own never.

    With it what it says: the call, or the meeting. On the day itself a meeting comes before its agenda.
    """
    held_today = {line.door.row_id for line in meetings if line.at.date() <= today}
    now = [pair for pair in calls if (pair[1].calls(today) or pair[1].due == today)
           and not (pair[1].call is Call.AGENDA and pair[1].row_id in held_today)]
    for wanted in FIRST_OF_ALL:
        for pair in sorted((pair for pair in now if pair[1].call is wanted), key=lambda pair: pair[1].since):
            return _first_of(pair, calls, today), pair
    ahead = [line for line in meetings if line.at.date() == today and not line.gone]
    for line in sorted(ahead, key=lambda line: (not line.needs, line.at)):
        text = _("Still needed: {what}.").format(what=line.state) if line.needs else f"{line.state}."
        return First(line.door, line.name, _("Meeting with {name} at {time}").format(
            name=line.first_name, time=clock(line.at)), text,
            _("See the meeting") if line.is_on else _("Prepare the meeting"), _("Today"), "meeting"), line
    ours = [pair for pair in now if pair[1].call.promised and pair[1].who.side is Side.US]
    for pair in sorted(ours, key=lambda pair: (not pair[0].is_by(pair[1], me), pair[1].since)):
        return _first_of(pair, calls, today), pair
    rest = [pair for pair in now if pair[1].calls(today) and pair[1].who.side is not Side.CITIZEN
            and not pair[1].call.promised]
    order = list(Call)
    for pair in sorted(rest, key=lambda pair: (order.index(pair[1].call), pair[1].since)):
        return _first_of(pair, calls, today), pair
    return None, None


def _first_of(pair: Calling, calls: list[Calling], today: date) -> First:
    each, call = pair
    pill = _("Due today") if call.due == today else ""
    if call.due is not None and call.due < today:
        pill = _("{days} late").format(days=day_words.late_by((today - call.due).days))
    title = call.words if call.call.promised and call.words else day_words.title(
        call, each.first_name, each.week(today))
    text = _("Promised in the plan with {name}.").format(name=each.first_name) if call.call.promised else \
        _explained(each, call, _idle(calls, today), today)
    return First(_door(each, call), each.name, title, text, day_words.verb(call.call), pill,
                 "promise" if call.call.promised and call.calls(today) else "")
