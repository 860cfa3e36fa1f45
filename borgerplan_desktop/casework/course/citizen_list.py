"""The list of citizens: who is in it, in what order, and the next thing for each in a few words."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from borgerplan_desktop.casework.access import Order, Wanted
from borgerplan_desktop.casework.session.archive import Archive, CitizenLine
from borgerplan_desktop.i18n import N_, _, clock, day, near_word, ngettext, weekday
from borgerplan_desktop.model.attention import Call
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.store.audit import Did

__all__ = ["Order", "Seen", "SeenPage", "how_many", "list_words", "page", "searched", "seen", "stands_at"]

SOON = timedelta(days=7)                                 # a meeting that is the next thing
_CALLS = {
    Call.NOTICE: N_("Notify the municipality"), Call.AGENDA: N_("Send the agenda"),
    Call.MEETING_PASSED: N_("Was the meeting held?"), Call.MEETING_NOT_ENDED: N_("The meeting is not ended"),
    Call.AFTER_CARE_CALL: N_("Call: how is it going?"),
    Call.MISSED: N_("Get in touch again"), Call.AWAY: N_("Somebody did not come"),
    Call.AGREEMENT: N_("An agreement is overdue"),
    Call.STEP: N_("A step is overdue"), Call.GOAL: N_("A goal's date has passed"),
    Call.OFFER: N_("Answer about a home"), Call.NO_COORDINATOR: N_("Lacks a coordinator"),
    Call.TEMPORARY_COORDINATOR: N_("Agree on a permanent one"), Call.CONSENT_MISSING: N_("Consent is missing"),
    Call.CONSENT_RUNS_OUT: N_("Consent runs out soon"), Call.NUDGE: N_("Ask again"),
    Call.NO_NUDGE: N_("When do we ask again?"), Call.NO_MEANWHILE: N_("What happens meanwhile?"),
    Call.KNOWLEDGE: N_("Ask again for knowledge"), Call.PLAN_FOLLOW_UP: N_("Follow up on the plan"),
    Call.DIED: N_("Has died; the course is not closed"),
    Call.FOLLOW_UP: N_("Follow up on a goal"), Call.TALK: N_("Talk with the citizen"),
    Call.MINUTES: N_("Give the minutes"), Call.NO_DAY: N_("An agreement has no day yet")}


@dataclass(frozen=True)
class Seen:
    """A citizen as the list shows them: the next thing in words, and whether somebody should follow up."""

    line: CitizenLine
    next: str
    follow_up: bool


@dataclass(frozen=True)
class SeenPage:
    """Some of a list, and the number of the newest change there was when it was read."""

    seen: list[Seen]
    change: int


def seen(archive: Archive, scope: str = "all", words: str = "", limit: int | None = None,
         order: Order = Order.NAME) -> list[Seen]:
    """Those of a scope (mine, all, follow_up, closed) whose names, room or phone hold every word, or whose CPR number
    it is.

    At most `limit`, in their order. Raises StoreTrouble.
    """
    return page(archive, scope, words, limit=limit, order=order).seen


def page(archive: Archive, scope: str, words: str, after: CitizenLine | None = None, limit: int | None = None,
         order: Order = Order.NAME) -> SeenPage:
    """The next ones of a list, from behind the line `after`. Raises StoreTrouble."""
    now, found = archive.now(), archive.gate.page(_wanted(archive, scope, words, order), after, limit)
    return SeenPage([_seen(line, now) for line in found.lines], found.change)


def stands_at(archive: Archive, scope: str, words: str, case_id: str, most: int, order: Order = Order.NAME) -> int:
    """Which number a citizen has in a list, counted no further than `most`; 0 for who is not in it.

    Raises StoreTrouble.
    """
    wanted = _wanted(archive, scope, words, order)
    line = next(iter(archive.gate.page(replace(wanted, ids={case_id} & set(wanted.ids or {case_id}))).lines), None)
    return 0 if line is None else archive.gate.how_many(wanted, most, until=line)


def how_many(archive: Archive, scope: str = "all", words: str = "", most: int | None = None) -> int:
    """How many there are of a scope, counted no further than `most`. Raises StoreTrouble."""
    return archive.gate.how_many(_wanted(archive, scope, words), most)


def searched(archive: Archive) -> None:
    """Somebody searched the citizens: that is on record. Raises StoreTrouble."""
    archive.record(Did.SEARCHED, N_("Searched the citizens"))


def _wanted(archive: Archive, scope: str, words: str, order: Order = Order.NAME) -> Wanted:
    """The time after has calls of its own: whoever is followed up may have a closed course."""
    follow_up = scope == "follow_up"
    wanted = Wanted(closed=None if follow_up else scope == "closed", words=_sought(words), order=order,
                    contact_person_id=archive.who if scope == "mine" else None,
                    attention_on=archive.today() if follow_up else None)
    numbered = archive.with_number(words)
    return replace(wanted, words="", ids=numbered) if numbered else wanted


def _sought(words: str) -> str:
    """As typed; a room may be called as it is shown, "Værelse 12"."""
    first, _space, room = words.strip().partition(" ")
    return room if room and danish(first) == danish(_("Room")) else words


def _seen(line: CitizenLine, now: datetime) -> Seen:
    return Seen(replace(line, name=without_numbers(line.name)), list_words(line, now), line.calls_from <= now.date())


def list_words(line: CitizenLine, now: datetime) -> str:
    """The next thing of a citizen: a meeting today, what calls for somebody the longest, else what comes."""
    today = now.date()
    meeting = line.meeting_at if line.closed_on is None and line.calls_for != Call.DIED else None
    if meeting is not None and meeting.date() == today:
        return _("Meeting {when}").format(when=_when(meeting, today))
    if line.calls_from <= today and (words := _call_words(line, today)):
        return words
    if line.closed_on is not None:
        return _("Closed {date}").format(date=day(line.closed_on, today))
    if meeting is not None and today < meeting.date() and line.lacks_interpreter:
        return _("No interpreter booked")
    if meeting is not None and today < meeting.date() <= today + SOON:
        return _("Meeting {when}").format(when=_when(meeting, today))
    days = max(0, (today - line.first_contact_on).days) if line.first_contact_on else 0     # the clock may be set back
    if line.adopted is None and line.first_contact_on is not None and days < 2:
        return (_("Came today"), _("Came yesterday"))[days]
    if line.waiting_for:
        return _("Waiting for an answer")
    if line.follow_up_on is not None and line.adopted is not None:
        return _("Follow-up {date}").format(date=day(line.follow_up_on, today))
    return _("Plan adopted") if line.adopted is not None else _("Week {n} of 6–7").format(n=days // 7 + 1)


def _call_words(line: CitizenLine, today: date) -> str:
    match line.calls_for:
        case Call.PLAN if line.first_contact_on is not None:
            week = max(0, (today - line.first_contact_on).days) // 7 + 1
            return (_("Week {n} · waiting for an answer") if line.waiting_for else _("Week {n} · follow up")).format(
                n=week)
        case Call.NO_CONTACT if line.last_contact_on is not None:
            days = (today - line.last_contact_on).days
            return ngettext("No contact for {n} day", "No contact for {n} days", days).format(n=days)
        case Call.CONSENT_RUNS_OUT if line.consent_until is not None and line.consent_until < today:
            return _(_CALLS[Call.CONSENT_MISSING])
        case Call.AGENDA if line.meeting_at is not None and line.meeting_at.date() < today:
            return _(_CALLS[Call.MEETING_PASSED])
    return _(_CALLS[Call(line.calls_for)]) if line.calls_for in _CALLS else ""


def _when(at: datetime, today: date) -> str:
    on = at.date()
    if word := near_word(on, today):
        return _("{day} at {time}").format(day=word, time=clock(at))
    return weekday(on) if (on - today).days < 7 else day(on, today)
