"""The minutes: the third state of the meeting's one paper, with what was said, agreed, and put aside."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.meeting_context import (
    FACTS,
    MeetingPage,
    begin_meeting,
    called,
    head,
    hours,
    in_list,
    left_out,
    name_on_list,
    no_meeting,
    our_name_and_number,
    when,
    where,
    why_allowed,
)
from borgerplan_desktop.documents.meeting_paper import MINUTES, show_state
from borgerplan_desktop.documents.meeting_parts import may_say
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.parts import Item, Tick
from borgerplan_desktop.documents.paper.table import Content, table
from borgerplan_desktop.documents.paper_frame import finish
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import TIGHT
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import Meeting, Participant, Presence
from borgerplan_desktop.model.plan import Agreement, PlanVersion


def minutes_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False, today: date) -> bytes:
    """The minutes as a PDF; `about` is the meeting and the reader (`MeetingFor.key`), "" = the last, the citizen's.

    Raises LookupError for a case without citizen, or a meeting or reader that is not there, NotCovered where no consent
    covers the reader, ValueError for a language not spoken.
    """
    page = begin_meeting(case, about, language, large_print, today, held=True)
    if not isinstance(page, MeetingPage):
        return no_meeting(page, page.say("Minutes"), held=True)
    p, g = page.p, page.p.galley
    head(page, p.say("Meeting with {name}", name=called(p)), _held(page))
    show_state(page, MINUTES)
    with g.inside("Sect"), g.together(FACTS):
        _who_was_there(page)
        parts.row(g, p.say("Where"), *where(p, page.meeting), after=.25)
        parts.row(g, p.say("Why"), *[Said(line) for line in page.meeting.purpose.splitlines()], after=.25)
        _own_words(page)
        why_allowed(page)
    hidden = _what_was_said(page) + _what_was_agreed(page)
    left_out(page, hidden + (len(_aside(page)) if page.by_law else 0))
    _ahead(page)
    return finish(p, p.say("Minutes"))


def _own_words(page: MeetingPage) -> None:
    """What the citizen said that day: theirs always, and the others' where the citizen wants them to read it."""
    p, meeting = page.p, page.meeting
    label = p.say("You said")
    if page.to is not None:
        if not meeting.own_words_for_all or page.by_law or not p.covered.point(None):
            return
        label = p.say("{name} said", name=called(p))
    parts.row(p.galley, label, *[Said(line) for line in meeting.own_words.splitlines()], after=.25)


def _held(page: MeetingPage) -> str:
    p, meeting = page.p, page.meeting
    starts = meeting.started_at or meeting.starts_at
    staff = p.name_of(p.contact_person)
    written = p.say("Written by {name}.", name=staff) if staff else ""
    if starts is None:
        return written
    held = p.say("Held {date} at {time}.", date=p.words.day(starts.date()),
                 time=hours(p, starts, meeting.ended_at or meeting.ends_at))
    return f"{held} {written}".strip()


def _who_was_there(page: MeetingPage) -> None:
    p, g = page.p, page.p.galley
    for label, presence in ((p.say("Was there"), Presence.PRESENT), (p.say("Did not come"), Presence.DID_NOT_COME)):
        names = [_when_there(p, each) for each in page.meeting.participants if each.presence is presence]
        if names:
            parts.row(g, label, f"{p.words.listed(list(dict.fromkeys(names)))}.", after=.25)


def _when_there(p: PlanContext, participant: Participant) -> str:
    """The name, and when they came or left where that was noted."""
    name, came, left = in_list(p, participant.member), participant.came_at, participant.left_at
    if came is not None and left is not None:
        return p.say("{name} (from {start} to {end})", name=name, start=p.words.clock(came),
                     end=p.words.clock(left))
    if came is not None:
        return p.say("{name} (came at {time})", name=name, time=p.words.clock(came))
    if left is not None:
        return p.say("{name} (left at {time})", name=name, time=p.words.clock(left))
    return name


def _what_was_said(page: MeetingPage) -> int:
    """Point by point what was written; how many points with words in them the reader may not be told of.

    By law alone it is the meeting itself: when, who was there, what is theirs to do; not what was said in confidence.
    """
    p, g = page.p, page.p.galley
    written = [each for each in page.meeting.agenda if each.written.strip() or each.decided.strip()]
    told = [each for each in written if may_say(p, each) and not page.by_law]
    silent = [each for each in page.meeting.agenda if each.done and each.title.strip() and each not in written
              and may_say(p, each)]
    if told or silent:
        with g.inside("Sect"):
            parts.heading(g, p.say("What we talked about"), before=1)
            for item in told:
                with g.together(.25, otherwise=.1):
                    parts.paragraph(g, Said(item.title) if item.title.strip() else p.say("Topic"), g.sheet.strong,
                                    after=0)
                    for line in item.written.splitlines():
                        parts.paragraph(g, Said(line), after=0)
                    if item.decided.strip():
                        parts.row(g, p.say("Decided"), Said(item.decided), after=0)
                    g.air(.5)
            if silent:
                parts.items(g, [Item(Said(each.title)) for each in silent],
                            label=p.say("Also") if told else "", gap=.1)
    return len(written) - len(told)


def _what_was_agreed(page: MeetingPage) -> int:
    """Who does what, when; how many agreements the reader may not be told of."""
    p, g = page.p, page.p.galley
    agreed = [each for each in page.meeting.agreements if each.text.strip()]
    told = [each for each in agreed if p.covered.agreement(each) and (not page.by_law or _is_theirs(page, each))]
    version = next(iter(p.case.of(PlanVersion, PlanVersion.meeting_id, page.meeting.id)), None)
    free = p.covered.point(None) and not page.by_law     # free words, as those of a point without a goal
    why = page.meeting.not_adopted_why.strip() if version is None and free else ""
    if not told and version is None and not why:
        return len(agreed)
    rows: list[list[Content]] = [[Tick(each.done, p.say("Done") if each.done else p.say("Not done yet")),
                                  _responsible(p, each), Said(each.text), due_words(p, each)] for each in told]
    with g.inside("Sect"), g.together(.5):
        parts.heading(g, p.say("What we agreed on"), before=1)
        if version is not None:
            parts.paragraph(g, p.say("The plan was adopted: version {number}.", number=version.number))
        if why:
            parts.row(g, p.say("The plan was not adopted"), *[Said(line) for line in why.splitlines()], after=.25)
        if rows:
            table(g, (p.say("Done"), p.say("Who"), p.say("What"), p.say("When")), rows, (36, 84, 222, 94), names=1,
                  pad=TIGHT)
            g.air(.75)
    return len(agreed) - len(told)


def _is_theirs(page: MeetingPage, agreement: Agreement) -> bool:
    return page.to is not None and agreement.responsible_id == page.to.id


def _aside(page: MeetingPage) -> list[str]:
    return [each.text for each in page.meeting.parked if each.text.strip()]


def _responsible(p: PlanContext, agreement: Agreement) -> str:
    member = agreement.responsible
    if member is None:
        return p.say("not agreed yet")
    return name_on_list(p, member) if not p.covered.names(member) or p.keeps_off(member) else p.short_name(member)


def due_words(p: PlanContext, agreement: Agreement) -> str:
    """"hver tirsdag, 2. november": when it is to be done, in the words that were used, and the day."""
    due = p.day(agreement.due_on) if agreement.due_on is not None else ""
    return Said(", ".join(part for part in (agreement.when.strip(), due) if part)) if agreement.when.strip() else due


def _ahead(page: MeetingPage) -> None:
    """What was put aside, the next meeting, and where to say that something is wrong."""
    p, g, meeting = page.p, page.p.galley, page.meeting
    with g.inside("Sect"), g.together(.5):
        aside = [Item(Said(each)) for each in _aside(page)]
        if aside and not page.by_law:
            parts.items(g, aside, label=p.say("We take this later"), gap=.1)
        following = next_of(p, meeting)
        if following is not None:
            parts.row(g, p.say("Next meeting"), (when(p, following.starts_at, following.ends_at), g.sheet.strong),
                      *where(p, following))
        who = our_name_and_number(p)
        if who:
            parts.row(g, p.say("Is something wrong?"), p.say("Tell {who}. Then we correct it.", who=who))


def next_of(p: PlanContext, meeting: Meeting) -> Meeting | None:
    """The meeting that follows and has a day, where it is still ahead."""
    following = p.case.get(Meeting, meeting.next_meeting_id)
    return following if following is not None and following.starts_at is not None and following.status.ahead else None
