"""What every paper of a meeting begins with: the meeting, its reader, what they may be told, and the head."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from borgerplan_desktop.documents.blank_form import is_blank
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.typography import FIRM, INK
from borgerplan_desktop.documents.paper_frame import begin, finish, our_phone, phone_words
from borgerplan_desktop.documents.paper_words import in_sentence, sentence
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import Topic, may_share
from borgerplan_desktop.model.covered import EVERYTHING, Covered, covered_for
from borgerplan_desktop.model.meeting import HeldAs, Meeting, Participant
from borgerplan_desktop.model.meeting_reader import HELD, MeetingFor, meeting_meant
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.papers import Reader

FACTS = .6                                               # of a page: so much of when, where and who is not parted


@dataclass(frozen=True)
class MeetingPage:
    """One paper of a meeting. `to` is whom it is for, None = the citizen, whose copy holds all."""

    p: PlanContext
    meeting: Meeting
    to: NetworkMember | None
    by_law: bool

    @property
    def mine(self) -> Participant | None:
        """The reader's own line on the list of participants."""
        return next((each for each in self.meeting.participants if each.member is not None and (
            each.member.id == self.to.id if self.to is not None else each.member.is_citizen)), None)


def begin_meeting(case: Case, about: str, language: str, large_print: bool, today: date, *,
                  held: bool) -> MeetingPage | PlanContext:
    """The page of the meeting and reader that `about` names (`MeetingFor.key`); where the case has no such meeting, the
    bare frame of a paper. `held` = the paper tells what was, so only of one that was held, or is going on.

    Raises LookupError for a case without citizen, or a meeting or reader that is not there, NotCovered where no consent
    covers the reader, ValueError for a language not spoken.
    """
    wanted = MeetingFor.of(about)
    meeting = meeting_meant(case, wanted.meeting, today, held=held)
    to = case.get(NetworkMember, wanted.reader) if wanted.reader else None
    if wanted.reader and to is None:
        raise LookupError(f"nobody in the network has the id {wanted.reader!r}")     # never all to somebody unknown
    covered = _covered(case, to, wanted.by_law, today)
    p = begin(case, language, large_print, today, covered=covered,
              reader=Reader.OTHERS if to is not None else Reader.CITIZEN)
    found = p.case.get(Meeting, meeting.id) if meeting is not None else None
    if found is None or (held and found.status not in HELD):     # nobody stayed away from what was called off
        return p
    return MeetingPage(p, found, p.case.get(NetworkMember, to.id) if to is not None else None, wanted.by_law)


def _covered(case: Case, to: NetworkMember | None, by_law: bool, today: date) -> Covered:
    if to is None:
        return EVERYTHING
    covered = covered_for(case, to, today)
    if covered.line(None):
        return covered
    if not by_law:
        raise NotCovered(may_share(case, to, Topic.PLAN, today).reason)
    return Covered(frozenset({Topic.PLAN}), frozenset({to.id}), to.id)   # no law is asked for more than the meeting


def no_meeting(p: PlanContext, title: str, *, held: bool = False) -> bytes:
    """The paper of a meeting that is not there, or has not been `held`."""
    parts.title(p.galley, p.say("Meetings"), title, p.words.day(p.today))
    parts.paragraph(p.galley, p.say("No such meeting has been held yet.") if held else
                    p.say("There is no such meeting yet."))
    return finish(p, title)


# ------------------------------------------------------------------------------------------------------- who and when
def called(p: PlanContext) -> str:
    """What the citizen is called on a paper of the meeting."""
    return p.citizen.first_name.strip() or p.say("the citizen")


def head(page: MeetingPage, title: str, under: str) -> None:
    """Kicker with whose copy it is, title, and a quiet line; without a rule below."""
    p = page.p
    kicker = p.say(page.meeting.kind.label)
    if page.to is not None:
        copy = p.say("copy for {name}", name=p.full_name(page.to))
        kicker = f"{kicker} · {copy}"
    parts.title(p.galley, kicker, title, under, ruled=False)


def letter_head(page: MeetingPage, title: str, under: str) -> None:
    """The head of what is written to one reader, with a firm rule below."""
    head(page, title, under)
    parts.rule(page.p.galley, FIRM, INK, before=.5, after=1)


def call_or_write(page: MeetingPage, label: str) -> None:
    """The row that says whom to turn to; none where nobody is known."""
    p, who = page.p, our_name_and_number(page.p)
    if who:
        parts.row(p.galley, label, p.say("Call or write to {who}.", who=who))


def when(p: PlanContext, starts: datetime | None, ends: datetime | None, *, amid: bool = False) -> str:
    """"Torsdag 29. oktober 2026 kl. 10.00–11.00", `amid` a line "torsdag", but in English "Thursday"; "" while nobody
    has said when.
    """
    if starts is None:
        return ""
    on = p.say("{weekday} {date}", weekday=p.words.weekday(starts.date()), date=p.words.day(starts.date()))
    return p.say("{date} at {time}", date=on if amid else sentence(on), time=hours(p, starts, ends))


def hours(p: PlanContext, starts: datetime, ends: datetime | None) -> str:
    """"10.00–11.00", also over midnight; without an end, or with one before it, when it begins."""
    first = p.words.clock(starts)
    if ends is None or ends <= starts:
        return first
    last = p.words.clock(ends)
    return f"{first}–{last}"


def when_and_where(page: MeetingPage) -> None:
    """The rows that say when, where and why."""
    p, g, meeting = page.p, page.p.galley, page.meeting
    if is_blank(p):
        for label in (p.say("When"), p.say("Where"), p.say("Why")):
            parts.labelled_lines(g, label, 1)
        g.air(.5)
        return
    at = when(p, meeting.starts_at, meeting.ends_at)
    parts.row(g, p.say("When"), (at, g.sheet.strong) if at else p.say("It is not agreed yet."), after=.25)
    parts.row(g, p.say("Where"), *(where(p, meeting) or [p.say("It is not agreed yet.")]), after=.25)
    if meeting.called_by is not None:
        parts.row(g, p.say("Called by"), name_on_list(p, meeting.called_by), after=.25)
    parts.row(g, p.say("Why"), *[Said(line) for line in meeting.purpose.splitlines()], after=.25)


def where(p: PlanContext, meeting: Meeting) -> list[str]:
    """The place, and how one takes part who is not there; [] while nobody has said."""
    far = meeting.held_as is not HeldAs.IN_PERSON
    said: list[str] = [p.say(meeting.held_as.label)] if far else []
    said += [Said(each) for each in ((meeting.link, meeting.place_text) if far else (meeting.place_text,))
             if each.strip()]
    return said


def name_on_list(p: PlanContext, member: NetworkMember | None) -> str:
    """A participant's name; whoever the reader may not know of by name is somebody."""
    if member is None:
        return p.say("Somebody who is not on the map any more")
    if member.is_citizen:
        return p.full_name(member)
    if p.keeps_off(member) or not p.covered.names(member) or not member.contact.name.strip():
        return p.say("Somebody from the network")
    return p.full_name(member)


def in_list(p: PlanContext, member: NetworkMember | None) -> str:
    """The same within a sentence: "Jonas Bækgaard, en fra netværket og Eva Lind"."""
    name = name_on_list(p, member)
    return name if member is not None and name == p.full_name(member) else in_sentence(name)


def why_allowed(page: MeetingPage) -> None:
    """To others: that the citizen has said yes to it, or a law; our own staff need none."""
    p, to = page.p, page.to
    if to is None or to.staff_id is not None:
        return
    if page.by_law:
        parts.row(p.galley, p.say("Without consent"), p.say(
            "You have this because a law allows or demands it. Please do not pass it on."))
    else:
        parts.row(p.galley, p.say("With consent"), p.say(
            "{name} has said yes to your having this. Please do not pass it on.", name=called(p)))


def left_out(page: MeetingPage, missing: int) -> None:
    """That something is not told here, and why; no more than that."""
    if missing:
        parts.paragraph(page.p.galley, page.p.say(
            "Something is left out here. It is about what {name} has not said yes to your having in writing.",
            name=called(page.p)))


def our_name_and_number(p: PlanContext) -> str:
    """"Eva Lind, tlf. 12 34 56 20": whom to turn to; "" where nobody is known."""
    return ", ".join(part for part in (p.name_of(p.contact_person), in_sentence(phone_words(p, our_phone(p)))) if part)
