"""Lommeplan: what the citizen needs outside the house, on one sheet that is folded to the size of a pocket."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.folded import (
    PANELS,
    PanelFoot,
    PanelSheet,
    fits,
    folded,
    lines_for_a_pen,
    panel_head,
)
from borgerplan_desktop.documents.paper.galley import Galley, Said
from borgerplan_desktop.documents.paper.parts import Item, Tick
from borgerplan_desktop.documents.paper.pdf_metadata import About
from borgerplan_desktop.documents.paper.two_languages import cut_short as cut
from borgerplan_desktop.documents.paper.typography import FIRM, INK, Style
from borgerplan_desktop.documents.paper_frame import begin
from borgerplan_desktop.documents.paper_words import sentence
from borgerplan_desktop.documents.plan_context import PlanContext, shortened
from borgerplan_desktop.documents.plan_cooperation import Ahead, times_ahead
from borgerplan_desktop.documents.plan_first_page import title_of, whom_to_call
from borgerplan_desktop.documents.pocket_cards import contact_panel, next_time_panel
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import service_named
from borgerplan_desktop.model.leaving import RelapseSign, after_care
from borgerplan_desktop.model.network import NetworkMember, Reach, TieQuality
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.phone_number import phone_number

GOALS, TIMES, PEOPLE, SIGNS = 3, 3, 8, 6                 # that are put on it as far as there is room
FEW_WORDS, SOME_WORDS = 48, 72                           # characters of a text: more stands in the plan
LINES_AT_LEAST = 5.0                                     # lines of text that are kept for a pen
REST = 2.0                                               # lines that are kept for saying where the rest stands
Block = Callable[[Galley], None]


def pocket_plan_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                    today: date) -> bytes:
    """The sheet as a PDF; in large print it is two. Raises LookupError for a case without citizen, ValueError for a
    language not spoken.
    """
    p = begin(case, language, large_print, today)
    sheet = PanelSheet(large_print, p.words.language)
    panels = [_empty(p, sheet) for _ in range(PANELS)]
    cover, next_time, then, goals, more, people, signs, card = (replace(p, galley=panel) for panel in panels)
    _cover(cover)
    next_time_panel(next_time)
    _then(then)
    _goals(goals, more)
    _people(people)
    _signs(signs)
    contact_panel(card)
    title, dated = p.say("Pocket plan"), p.words.day(today)
    name = p.citizen.name or p.citizen.first_name
    called = ", ".join(part for part in (title, name) if part)
    foot = PanelFoot(dated, p.say("page {page} of {total}"))
    return folded(panels, sheet, p.galley, called, foot, About(p.issuer, f"{title}, {dated}", today))


def _empty(p: PlanContext, sheet: PanelSheet) -> Galley:
    """A panel as a part of the one document."""
    panel = Galley(sheet, p.words.tag)
    panel.root = panel.node = p.galley.root.child("Sect")
    return panel


def _filled(g: Galley, blocks: Sequence[Block], rest: str, air: float = .75, *, more: bool = False,
            below: float = 0.0) -> None:
    """As many blocks as there is room for, then where the rest stands, if there is one or `more`; `below` lines of text
    stay free for what follows.
    """
    for number, block in enumerate(blocks):
        last = number == len(blocks) - 1 and not more
        if not fits(g, block, before=air if number else 0.0, keep=below + (0.0 if last else REST)):
            more = True
            break
    if more:
        _says_where(g, rest)


def _where(rest: str) -> Block:
    def put(g: Galley) -> None:
        parts.paragraph(g, rest, g.sheet.quiet)

    return put


def _says_where(g: Galley, rest: str) -> None:
    g.air(.25)
    _where(rest)(g)


# ---------------------------------------------------------------------------------------------- the panels
def _cover(p: PlanContext) -> None:
    """Whose it is, and whom to call now: what is looked for in a hurry stands in front."""
    g = p.galley
    parts.paragraph(g, p.say("Pocket plan"), g.sheet.kicker, after=0)
    name = p.citizen.first_name.strip()
    parts.heading(g, Said(shortened(cut(name, FEW_WORDS // 2))) if name else title_of(p), level=1, style=g.sheet.title,
                  before=0, after=0)
    parts.rule(g, FIRM, INK, before=.25, after=.5)
    parts.heading(g, p.say("I can call"), style=g.sheet.label, before=0, after=.1)
    found = whom_to_call(p)
    if not found:
        lines_for_a_pen(g)
    _filled(g, [_said(each, g.sheet.body) for each in found], _rest(p), .25)
    now = p.plan.matters_now.strip()

    def put(block: Galley) -> None:
        parts.heading(block, p.say("What matters most now"), style=block.sheet.label, before=0, after=.1)
        parts.quote(block, Said(cut(now, SOME_WORDS)))

    if now and found:
        fits(g, put, before=1)


def _said(text: str, style: Style) -> Block:
    """All of it: at its end stands the number to call."""

    def put(g: Galley) -> None:
        parts.paragraph(g, text, style, after=0)

    return put


def _rest(p: PlanContext, heading: str = "") -> str:
    return p.say("See also »{heading}«.", heading=heading or p.say("The citizen's plan"))


def _then(p: PlanContext) -> None:
    """What comes after the next appointment."""
    g, found = p.galley, times_ahead(p)[1:]
    panel_head(g, p.say("And after that"))
    if not found:
        lines_for_a_pen(g)
    _filled(g, [_time(p, each) for each in found[:TIMES]], _rest(p), .5, more=len(found) > TIMES)


def _when(p: PlanContext, each: Ahead) -> str:
    day = sentence(p.say("{weekday} {date}", weekday=p.words.weekday(each.on), date=p.day(each.on)))
    return p.say("{date} at {time}", date=day, time=each.at) if each.at else day


def _time(p: PlanContext, each: Ahead) -> Block:
    def put(g: Galley) -> None:
        parts.paragraph(g, _when(p, each), g.sheet.strong, after=0)
        for text in (each.what, each.where):
            if text.strip():
                parts.paragraph(g, Said(cut(sentence(text.strip()), FEW_WORDS)), after=0)

    return put


def _goals(first: PlanContext, second: PlanContext) -> None:
    """Three goals with the next step of each; on the second panel also what to do when nothing moves."""
    g, goals = first.galley, [goal for goal in first.goals if goal.status.open]
    panel_head(g, first.say("My goals"))
    blocks = [_goal(first, number, goal) for number, goal in first.numbered_goals if goal in goals[:GOALS]]
    if not blocks:
        lines_for_a_pen(g)
    placed = next((n for n, each in enumerate(blocks) if not fits(g, each, before=.75 if n else 0.0)), len(blocks))
    if placed < len(blocks):
        panel_head(second.galley, first.say("More goals"))
        _filled(second.galley, blocks[placed:], _rest(first), more=len(goals) > GOALS)
    elif len(goals) > GOALS and not fits(g, _where(_rest(first)), before=.5):
        panel_head(second.galley, first.say("More goals"))
        _says_where(second.galley, _rest(first))
    _stuck(second)


def _goal(p: PlanContext, number: int, goal: Goal) -> Block:
    def put(g: Galley) -> None:
        title = goal.title.strip().strip("»«\"")
        words = Said(f"{number} »{cut(title, SOME_WORDS)}«") if title else p.say("Goal {number}", number=number)
        parts.heading(g, words, level=3, style=g.sheet.strong, before=0, after=.1)
        step = next((each for each in goal.steps if not each.done and each.text.strip()), None)
        if step is not None:
            parts.items(g, [Item(Said(cut(step.text, SOME_WORDS)), Tick(False, p.say("Not done yet")))], after=0)

    return put


def _stuck(p: PlanContext) -> None:
    """Whom to turn to when nothing moves, with lines for what the citizen wants to say."""
    g, who = p.galley, p.chaser

    def put(block: Galley) -> None:
        parts.heading(block, p.say("If we get stuck"), before=0, after=.25)
        if who:
            parts.paragraph(block, p.say("Then I call {name}.", name=shortened(who)), after=0)

    if fits(g, put, before=.75):
        g.air(.5)
        lines_for_a_pen(g, p.say("My own notes"))


def _people(p: PlanContext) -> None:
    """Who is around me, with numbers: not those I am not to call."""
    g = p.galley
    found = sorted((m for m in p.people if _can_be_called(p, m)), key=lambda m: (m != p.coordinator, m.ring or "9"))
    panel_head(g, p.say("Whom I call"))
    if not found:
        lines_for_a_pen(g, p.say("Name and phone"))
    _filled(g, [_person(p, member) for member in found[:PEOPLE]], _rest(p), .4, more=len(found) > PEOPLE)


def _can_be_called(p: PlanContext, member: NetworkMember) -> bool:
    return (bool(member.contact.phone.strip()) and member.can_be_asked and p.may_give_number(member)
            and member.tie is not TieQuality.BROKEN and member.reach is not Reach.DEAD)


def _person(p: PlanContext, member: NetworkMember) -> Block:
    role = p.say("coordinator") if member == p.coordinator else member.relation or member.contact.role

    def put(g: Galley) -> None:
        parts.paragraph(g, Said(cut(", ".join(part for part in (p.short_name(member), role) if part), FEW_WORDS)),
                        after=0)
        parts.paragraph(g, phone_number(member.contact.phone), g.sheet.strong, after=0)

    return put


def _signs(p: PlanContext) -> None:
    """How I notice that it is going the wrong way, and who does what then."""
    g, care = p.galley, after_care(p.case)
    panel_head(g, p.say("My signs, and who acts"))
    found = [each for each in (care.signs if care is not None else []) if each.sign.strip()]
    danger = g.aside()
    parts.paragraph(danger, p.say("When somebody's life is in danger: call 112."), g.sheet.strong, after=0)
    below = danger.height / g.sheet.line + .5
    if not found:
        fits(g, _where(p.say("How I notice that it is going the wrong way, and what we have agreed on.")),
             keep=below + LINES_AT_LEAST)
        lines_for_a_pen(g, keep=below)
    _filled(g, [_sign(p, each) for each in found[:SIGNS]], _rest(p, p.say("The time after")), more=len(found) > SIGNS,
            below=below)
    g.air(.5)
    g.take(danger)


def _sign(p: PlanContext, sign: RelapseSign) -> Block:
    def put(g: Galley) -> None:
        parts.paragraph(g, Said(cut(sign.sign, SOME_WORDS)), g.sheet.strong, after=0)
        member = sign.member
        number = phone_number(member.contact.phone) if member is not None and _can_be_called(p, member) else ""
        who = ", ".join(part for part in (p.short_name(member), number) if part)
        service = service_named(p.case.register, sign.service_id)
        where = ", ".join(part for part in (service.name.strip(), phone_number(service.phone)) if part) \
            if service is not None else ""
        then = " – ".join(part for part in (
            ": ".join(part for part in (who, sign.what_then.strip()) if part), where) if part)
        if then:
            parts.paragraph(g, Said(cut(then, SOME_WORDS)), after=0)

    return put
