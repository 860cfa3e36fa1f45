"""What the invitation, the agenda and the notice of changes share: the points with their times, and who comes."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from borgerplan_desktop.documents.blank_form import ROWS, is_blank
from borgerplan_desktop.documents.meeting_context import MeetingPage, called, left_out, name_on_list
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.table import Cell, Content, table
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import TIGHT
from borgerplan_desktop.i18n import NBSP
from borgerplan_desktop.model.citizen import Answer, Cooperation
from borgerplan_desktop.model.meeting import AgendaItem, Participant
from borgerplan_desktop.model.meeting_edition import area_of
from borgerplan_desktop.model.network import NetworkMember, lay_representatives


def may_say(p: PlanContext, item: AgendaItem) -> bool:
    """Whether the reader may be told of the point: by what its goal is about."""
    return p.covered.point(area_of(item))


def points(page: MeetingPage, *, clocks: bool) -> None:
    """The agenda. A point that the reader may not be told of keeps its minutes, so that the times add up."""
    p, agenda = page.p, [each for each in page.meeting.agenda if each.title.strip()]
    if not agenda:
        return
    g, starts, passed = p.galley, page.meeting.starts_at, 0
    rows: list[list[Content]] = []
    for item in agenda:
        told = may_say(p, item)
        title: str = Said(item.title) if told else p.say("Another topic")
        below = (p.say("Everyone gets a say."),) if item.round and told else ()
        lead = p.short_name(item.lead) if told and item.lead is not None and p.covered.names(item.lead) else ""
        minutes = p.say("{n} min.", n=item.minutes).replace(" ", NBSP)
        at = p.words.clock(starts + timedelta(minutes=passed)) if clocks and starts is not None else ""
        passed += item.minutes
        first = [at] if clocks and starts is not None else []
        rows.append([*first, Cell(title, below) if below else title, lead, minutes])
    head = [p.say("Topic"), p.say("Who begins"), p.say("Takes")]
    shares: Sequence[float] = (258, 92, 60)
    if clocks and starts is not None:
        head, shares = [p.say("Time"), *head], (50, 236, 84, 52)
    with g.inside("Sect"), g.together(.5):
        parts.heading(g, p.say("What we talk about"), before=1)
        table(g, head, rows, shares, names=len(head) - 3, pad=TIGHT)
        g.air(.75)
        left_out(page, sum(not may_say(p, item) for item in agenda))


def who_comes(page: MeetingPage) -> None:
    """Everybody who is asked, and why; of others the reader reads why only where they may know where from."""
    p, g = page.p, page.p.galley
    rows: list[list[Content]] = [_person(page, each) for each in page.meeting.participants]
    if not rows:
        return
    blank = is_blank(p)
    for _each in range(ROWS if blank else 0):
        rows.append(["", ""])
    with g.inside("Sect"), g.together(.5):
        parts.heading(g, p.say("Who comes, and why"), before=1)
        table(g, (p.say("Name"), p.say("Why")), rows, (166, 284), names=0, pad=TIGHT,
              room_for_pen=1.5 if blank else 0)
        g.air(.5)


def _person(page: MeetingPage, participant: Participant) -> list[Content]:
    p, member = page.p, participant.member
    own = member is not None and (page.to is not None and member.id == page.to.id)
    known = member is not None and (own or _may_know_why(p, member))
    where = "" if member is None or member.is_citizen or not known or member.left_out_of_paper else (
        member.contact.described if p.for_others else member.described)
    name = name_on_list(p, member)
    return [Cell(name, (Said(where),)) if where else name, Said(participant.why) if known else ""]


def _may_know_why(p: PlanContext, member: NetworkMember) -> bool:
    """Why somebody comes tells where they are from: a treatment centre, the family."""
    return not member.left_out_of_paper and p.covered.names(member) and p.covered.says_where_from(member)


def together(page: MeetingPage) -> None:
    """Interpreter and bisidder, as far as they are known."""
    p, g = page.p, page.p.galley
    how = next(iter(p.case.all(Cooperation)), None)
    if how is not None and how.interpreter is Answer.YES:
        language = how.interpreter_language.strip()
        parts.row(g, p.say("Interpreter"), p.say("There is an interpreter: {language}.", language=language) if language
                  else p.say("There is an interpreter."), after=.25)
    elif how is not None and how.interpreter is Answer.NO:
        parts.row(g, p.say("Interpreter"), p.say("None."), after=.25)
    known = lay_representatives(p.case, p.today)
    beside = [each for each in known if p.covered.names(each) and not each.left_out_of_paper]
    names = p.words.listed([p.full_name(each) for each in beside])
    if page.to is None:
        said = p.say("{names} comes along beside you.", names=names) if beside else "" if known else p.say(
            "You may bring somebody you trust, who comes along beside you.")
    elif [each.id for each in beside] == [page.to.id]:
        said = p.say("You come along beside {name}.", name=called(p))
    else:
        said = p.say("{names} comes along beside {name}.", name=called(p), names=names) if beside else ""
    if said:
        parts.row(g, p.say("Lay representative"), said, after=.25)
