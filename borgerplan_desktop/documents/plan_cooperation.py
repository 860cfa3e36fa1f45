"""How we work together: agreements about the work, who does what and when, the next appointments."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import NamedTuple

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import NEVER, Said
from borgerplan_desktop.documents.paper.parts import Item, Tick
from borgerplan_desktop.documents.paper.table import Cell, Content, table
from borgerplan_desktop.documents.paper_words import ended, in_sentence, sentence
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.citizen import Answer, Cooperation, LayRepresentative
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.expectation import ExpectationOf, expectations
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import NetworkMember, Representation, RepresentationKind, lay_representatives
from borgerplan_desktop.model.notes import NoteKind
from borgerplan_desktop.model.plan import Agreement, AgreementStatus
from borgerplan_desktop.model.text import first_name
from borgerplan_desktop.phone_number import phone_number

TIGHT = .17                                              # lines above and below the words of a row
REMEMBERED = timedelta(days=30)                          # so long a thing that is done stays on the list


def cooperation(p: PlanContext) -> None:
    g = p.galley
    rows = _cooperation(p)
    if not rows and not p.is_form:
        return
    with g.inside("Sect"), g.together(.5, otherwise=.1):
        parts.heading(g, p.say("How we work together"), before=1.25)
        if not rows and p.is_form:
            for label in (p.say("This is where we meet"), p.say("Interpreter"), p.say("Lay representative"),
                          p.say("If we get stuck")):
                parts.labelled_lines(g, label, 1)
        for label, texts in rows:
            parts.row(g, label, *texts, after=.5 if g.sheet.stacked else .25)


def _cooperation(p: PlanContext) -> list[tuple[str, Sequence[str]]]:
    """(label, texts), only what is known."""
    how = next(iter(p.case.all(Cooperation)), None)
    rows: list[tuple[str, Sequence[str]]] = []
    if how is not None:
        rows += [(p.say("This is where we meet"), [Said(how.meeting_place)]),
                 (p.say("Interpreter"), _interpreter(p, how)),
                 (p.say("Lay representative"), _lay_representative(p, how))]
    for representation in p.case.all(Representation):
        member = representation.member
        if (representation.kind is RepresentationKind.LAY_REPRESENTATIVE or member is None
                or not member.can_be_asked):
            continue
        label = {RepresentationKind.PARTY_REPRESENTATIVE: p.say("Party representative"),
                 RepresentationKind.GUARDIAN: p.say("Guardian")}[representation.kind]
        rows.append((label, [p.full_name(member)]))
    if how is not None:
        rows.append((p.say("I am involved"), [Said(how.involvement)]))
        if not p.for_others:                             # what one may know is no business of the other
            rows.append((p.say("Who may know"), [Said(how.may_know)]))
    if p.coordinator is not None:
        words = p.say("I hold the threads together myself.") if p.coordinator.is_citizen else \
            p.say("{name} holds the threads together.", name=p.full_name(p.coordinator))
        rows.append((p.say("Coordinator"), [words]))
    rows.append((p.say("We follow up"), p.spoken(Said(p.plan.follow_up.strip()), _next_time(p))))
    rows.append((p.say("If we get stuck"), [_if_stuck(p, how)]))
    return [(label, texts) for label, texts in rows if any(text.strip() for text in texts)]


def what_is_expected(p: PlanContext) -> None:
    """What we expect of each other; nothing at all where nobody has written anything."""
    found = [(of, [each.text.strip() for each in expectations(p.case, of) if each.text.strip()])
             for of in ExpectationOf]
    if not any(texts for _of, texts in found):
        return
    g = p.galley
    with g.inside("Sect"), g.together(.5, otherwise=.1):
        parts.heading(g, p.say("What we expect of each other"), before=1.25)
        for of, texts in found:
            if texts:
                parts.items(g, [Item(Said(text)) for text in texts], label=expected_of(p, of), gap=.1)


def expected_of(p: PlanContext, of: ExpectationOf) -> str:
    """The head of a column as it stands on the citizen's own paper."""
    return {ExpectationOf.YOU_OF_US: p.say("I expect of the shelter"),
            ExpectationOf.WE_OF_YOU: p.say("The shelter expects of me"),
            ExpectationOf.I_OF_ALL: p.say("I expect of everybody who helps me")}[of]


def _next_time(p: PlanContext) -> str:
    """The day of the next follow-up; where the agreed one is over, that of the next meeting, or that there is none."""
    on = p.plan.follow_up_on
    if on is not None and p.passed(on):
        ahead = [m.starts_at.date() for m in p.meetings_ahead if m.starts_at is not None]
        on = min(ahead, default=None)
        if on is None:
            return p.say("The next time has not been agreed yet.")
    return p.say("Next time {date}.", date=p.day(on)) if on is not None else ""


def _interpreter(p: PlanContext, how: Cooperation) -> list[str]:
    if how.interpreter is Answer.NO:
        return [p.say("I do not need an interpreter.")]
    if how.interpreter is Answer.YES:
        language = how.interpreter_language.strip()
        words = p.say("I would like an interpreter: {language}.", language=language) if language else \
            p.say("I would like an interpreter.")
        return p.spoken(words, Said(how.interpreter_booking.strip()))
    return []


def _lay_representative(p: PlanContext, how: Cooperation) -> list[str]:
    how_words = how.lay_representative_how.strip()
    members = lay_representatives(p.case, p.today)
    names = [p.full_name(m) for m in members]
    if how_words and any(p.short_name(m).split()[0] in how_words for m in members):
        words = ""                                       # the citizen's own words say who, and how
    elif names:
        listed = p.words.listed(names)
        words = f"{listed}." if how_words else p.say("{names} comes along to meetings.", names=listed)
    else:
        words = {LayRepresentative.NO: p.say("I have no lay representative and do not want one."),
                 LayRepresentative.WANTED: p.say("I would like a lay representative."),
                 LayRepresentative.HAS: p.say("I have a lay representative."),
                 LayRepresentative.NOT_ASKED: ""}[how.lay_representative]
    return p.spoken(words, Said(how_words))


def _if_stuck(p: PlanContext, how: Cooperation | None) -> str:
    if how is not None and how.if_stuck.strip():
        return Said(how.if_stuck)
    member = p.coordinator
    if member is None or member.left_out_of_paper or member.is_citizen:
        return ""
    phone = phone_number(member.contact.phone) if p.may_give_number(member) else ""
    return p.say("Then I call {name}, {phone}.", name=p.full_name(member), phone=phone) if phone else \
        p.say("Then I turn to {name}.", name=p.full_name(member))


# ---------------------------------------------------------------------------------------------- who does what, when
def who_does_what(p: PlanContext) -> None:
    """Agreements and open steps in one table, by date; one's own steps without a date stand with their goal only.

    What was agreed stands as it was said, whoever said it; the heads of the columns make the sentence of it: »Søger om
    bolig. Det sørger Birgit for«, »Ringe til Kurt. Det sørger jeg for«.
    """
    g = p.galley
    done, not_done = p.say("Done"), p.say("Not done yet")
    tasks = by_date(tasks_of(p, p.say("I")))
    if not tasks and not p.is_form:
        return
    rows: list[list[Content]] = [[Tick(each.done, done if each.done else not_done), Said(each.what), each.who,
                                  each.when] for each in tasks]
    rows = rows or [[Tick(False, not_done), "", "", ""] for _ in range(4 if p.galley.sheet.stacked else 8)]
    g.chapter()
    with g.inside("Sect"), g.together(.5):
        parts.heading(g, p.say("Who does what, when"), before=1.25)
        if any(p.passed(each.due) and not each.done for each in tasks):
            say_what_should_have_been(p)
        who = p.say("Who") if g.sheet.stacked else p.say("Who sees to it")      # a narrow column with few words
        table(g, (done, p.say("This is agreed"), who, p.say("When")), rows, (36, 222, 70, 94),
              names=2, pad=TIGHT,
              room_for_pen=0 if tasks else 1.3 if g.sheet.stacked else 1.5)


class Task(NamedTuple):
    """A line of who does what, as it stands on paper."""

    due: date | None
    done: bool
    who: str
    what: str
    when: str


def by_date(tasks: Iterable[Task]) -> list[Task]:
    """Those without a date last."""
    return sorted(tasks, key=lambda task: (task.due is None, task.due or date.max))


def say_what_should_have_been(p: PlanContext) -> None:
    """Above a list in which a day is over, and never without the list: no promise stands as one to come."""
    parts.paragraph(p.galley, p.say("What has a date before {date} should have happened. We will talk about it.",
                                    date=p.day(p.today)), width=p.galley.sheet.width, after=.25)
    p.galley.slabs[-1].hold = NEVER


def tasks_of(p: PlanContext, me: str, *, own: bool = False) -> list[Task]:
    """What the reader may know of; `me` is what the citizen is called in it. One's `own` steps without a date too."""
    found: list[Task] = []
    for agreement in p.case.all(Agreement):
        if not agreement.text.strip() or not _remembered(agreement, p.today) or not p.covered.agreement(agreement):
            continue
        due = p.day(agreement.due_on) if agreement.due_on is not None else ""
        when = Said(", ".join(part for part in (agreement.when, due) if part)) if agreement.when else due
        found.append(Task(agreement.due_on, agreement.done, who_of(p, agreement.responsible, me), agreement.text, when))
    for number, goal in p.numbered_goals:
        for step in goal.steps if p.covered.line(goal) else ():
            mine = step.due_on is None and (step.responsible is None or step.responsible.is_citizen)
            if not step.done and step.text.strip() and goal.status.open and (own or not mine):
                found.append(Task(step.due_on, False, who_of(p, step.responsible or goal.responsible, me),
                                  f"{step.text.strip()} ({in_sentence(p.say('Goal {number}', number=number))})",
                                  p.day(step.due_on) if step.due_on else ""))
    return found


def who_of(p: PlanContext, member: NetworkMember | None, me: str) -> str:
    return me if member is not None and member.is_citizen else p.short_name(member)


def _remembered(agreement: Agreement, today: date) -> bool:
    if agreement.status is AgreementStatus.DONE:
        return agreement.done_on is None or today - agreement.done_on <= REMEMBERED
    return agreement.status is AgreementStatus.OPEN


# ---------------------------------------------------------------------------------------------- appointments
@dataclass(frozen=True, order=True)
class Ahead:
    """Something ahead: when, with whom, where."""

    on: date
    at: str
    what: str
    where: str


def times_ahead(p: PlanContext) -> list[Ahead]:
    """The citizen's own appointments and next talk with us, which are theirs to tell of, and the meetings ahead, the
    nearest first.
    """
    found = []
    for each in p.case.all(Appointment):
        if not p.for_others and not p.begun(each.on, hour_of(each.at)):
            found.append(Ahead(each.on, as_clock(p, each.at), _with_whom(p, each), each.place_text))
    for meeting in p.meetings_ahead:
        if meeting.starts_at is not None:
            found.append(Ahead(meeting.starts_at.date(), p.words.clock(meeting.starts_at),
                               _meeting(p, meeting), meeting.place_text))
    talk = p.plan.next_talk_on
    if talk is not None and not p.for_others and not p.passed(talk) and all(each.on != talk for each in found):
        what = ": ".join(part for part in (first_name(p.name_of(p.contact_person)), p.say(NoteKind.TALK.label)) if part)
        found.append(Ahead(talk, "", what, ""))
    return sorted(found)


def _with_whom(p: PlanContext, appointment: Appointment) -> str:
    """"Anne-Mette: Samtale"; who is named in what it is about stands once."""
    who, text = p.short_name(appointment.member), appointment.text.strip()
    named = bool(who) and re.search(rf"(?<!\w){re.escape(who)}(?!\w)", text) is not None
    return text if named else ": ".join(part for part in (who, text) if part)


def next_appointment(p: PlanContext) -> list[str]:
    """"Tirsdag 3. november kl. 10.00. Anne-Mette: Samtale. Rusmiddelenheden, Kajgade 4."; [] = nothing is agreed."""
    first = next(iter(times_ahead(p)), None)
    if first is None:
        return []
    day = sentence(p.say("{weekday} {date}", weekday=p.words.weekday(first.on), date=p.day(first.on)))
    when = p.say("{date} at {time}", date=day, time=first.at) if first.at else day
    said = [ended(part) for part in (first.what.strip(), sentence(first.where.strip())) if part]
    return p.spoken(f"{when}.", Said(" ".join(said)))


def appointments(p: PlanContext) -> None:
    """My next appointments: the citizen's own, and the meetings ahead."""
    found = times_ahead(p)
    if not found:
        return
    g = p.galley
    rows: list[list[Content]] = []
    for each in found:
        when = sentence(p.say("{weekday} {date}", weekday=p.words.weekday(each.on), date=p.words.day_short(each.on)))
        if each.at:
            when = p.say("{date} at {time}", date=when, time=each.at)
        rows.append([when, Cell(Said(each.what), (Said(each.where),))] if g.sheet.stacked else
                    [when, Said(each.what), Said(each.where)])
    with g.inside("Sect"), g.together(.5):
        parts.heading(g, p.say("My next appointments"))
        if g.sheet.stacked:
            table(g, (p.say("When"), p.say("With whom and where")), rows, (190, 274), pad=TIGHT)
        else:
            table(g, (p.say("When"), p.say("With whom"), p.say("Where")), rows, (140, 118, 178), pad=TIGHT)


def _meeting(p: PlanContext, meeting: Meeting) -> str:
    """"Opfølgning: Eva, Birgit og Lene"."""
    kind = p.say(meeting.kind.label)
    names = [p.short_name(m) for each in meeting.participants
             if (m := each.member) is not None and m in p.people]
    return f"{kind}: {p.words.listed(names)}" if names else kind


def hour_of(at: str) -> time | None:
    """The time that was typed, "9.30", "kl. 9" or "10.00–11.00"; None where no hour can be read."""
    found = re.search(r"\b(\d{1,2})(?:[.:](\d{2}))?\b", at)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def as_clock(p: PlanContext, at: str) -> str:
    """A time as it was typed, with the colon that other languages than Danish put where it has a full stop."""
    return p.words.typed_clock(at.strip())
