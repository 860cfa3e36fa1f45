"""The citizen's week on one sheet, to hang up: the seven days, where to be, with whom, and whom to call."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from borgerplan_desktop.documents.leaving_parts import calls
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper_frame import begin, finish, phone_words
from borgerplan_desktop.documents.paper_words import in_sentence, sentence
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import as_clock
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.days import later
from borgerplan_desktop.model.network import NetworkMember, TieQuality
from borgerplan_desktop.model.notes import NoteKind
from borgerplan_desktop.model.plan import Plan
from borgerplan_desktop.model.week import DAYS, WeekEntry, monday_of, week_of, week_shown

FEW = 2                                                  # people with their numbers; of more only the names


def week_sheet_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                   today: date) -> bytes:
    """The week of the day `about` ("2026-11-02"), else this one, and from Saturday on the next.

    Raises LookupError for a case without citizen, ValueError for a language not spoken, or for what is no day.
    """
    p = begin(case, language, large_print, today)
    g, title = p.galley, p.say("My week")
    monday = monday_of(date.fromisoformat(about)) if about else week_shown(today)
    days = [later(monday, n) for n in range(DAYS)]
    under = p.say("Week {number}: {first} – {last}", number=monday.isocalendar().week, first=p.day(days[0]),
                  last=p.day(days[-1]))
    parts.title(g, p.citizen.name or p.citizen.called, title, under)
    entries = week_of(p.case, monday)
    for day in days:
        if day != monday:
            parts.rule(g, before=.25)
        _day(p, day, [each for each in entries if each.on == day])
    if varies := [each for each in entries if each.on is None]:
        with g.inside("Sect"), g.together():
            parts.heading(g, p.say("Some time this week"), style=g.sheet.goal, before=.75, after=.25)
            _entries(p, varies)
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("If I cannot come"), style=g.sheet.goal, before=.75, after=.25)
        calls(p)
    return finish(p, title)


def _day(p: PlanContext, day: date, entries: Sequence[WeekEntry]) -> None:
    """What there is that day; a day with nothing in it is the citizen's own."""
    g = p.galley
    with g.inside("Sect"), g.together():
        weekday = sentence(p.say("{weekday} {date}", weekday=p.words.weekday(day), date=p.day(day)))
        parts.heading(g, weekday, style=g.sheet.goal, before=.25, after=.25)
        _entries(p, entries)
        if not entries and _talk(p, day):
            _our_talk(p)
        elif not entries:
            parts.row(g, "", (p.say("Nothing is planned. The day is mine."), g.sheet.quiet))


def _entries(p: PlanContext, entries: Sequence[WeekEntry]) -> None:
    g = p.galley
    for each in entries:
        at = p.say("at {time}", time=as_clock(p, each.at)) if each.at.strip() else ""
        people = [_with_number(p, m) if len(each.people) <= FEW else p.short_name(m) for m in each.people]
        who = p.words.listed([name for name in people if name])
        what = Said(each.text) if each.text else p.say(each.label)
        parts.row(g, at, (what, g.sheet.strong), Said(who), Said(each.place))


def _with_number(p: PlanContext, member: NetworkMember) -> str:
    """"Birgit Holm, tlf. 12 34 56 21"; no number of somebody who is left out, or not to be called now."""
    name, phone = p.full_name(member), member.contact.phone
    if not phone.strip() or member.left_out_of_paper or member.tie is TieQuality.BROKEN:
        return name
    return ", ".join((name, in_sentence(phone_words(p, phone))))


def _talk(p: PlanContext, day: date) -> bool:
    """Whether it is the day of the next talk with us."""
    return bool(p.case.all(Plan)) and p.plan.next_talk_on == day


def _our_talk(p: PlanContext) -> None:
    staff = p.contact_person
    phone = in_sentence(phone_words(p, staff.phone)) if staff is not None else ""
    parts.row(p.galley, "", (p.say(NoteKind.TALK.label), p.galley.sheet.strong),
              Said(", ".join(part for part in (p.name_of(staff), phone) if part)))
