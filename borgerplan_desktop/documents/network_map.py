"""The network map as a paper of its own, on its side: the map with what its signs mean, and all of it in words."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date

from borgerplan_desktop.documents.map_in_words import map_in_words
from borgerplan_desktop.documents.map_of_then import map_of_then
from borgerplan_desktop.documents.network_words import Told
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import LOATH, Drawing, Galley, Mark, Slab
from borgerplan_desktop.documents.paper.network_map import NetworkMap
from borgerplan_desktop.documents.paper.structure import Node
from borgerplan_desktop.documents.paper.table import Cell, Content, table
from borgerplan_desktop.documents.paper.text import one_line
from borgerplan_desktop.documents.paper.two_languages import alone
from borgerplan_desktop.documents.paper.typography import Sheet
from borgerplan_desktop.documents.paper_frame import begin, finish
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_network import MOST, picture_of, sector_words, set_legend
from borgerplan_desktop.documents.without_names import without_names
from borgerplan_desktop.model.anonymous import Instead
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.kept_map import MapOn
from borgerplan_desktop.model.life_areas import ring_names
from borgerplan_desktop.model.network import KeptMap, NetworkMember, Ring, people

BESIDE = 150.0                                           # points at 12 pt: the column with the title and the signs
GAP = 16.0
DESCRIBED = 24                                           # people: more have only their names in the boxes
FEW = 2                                                  # people: the map asks who else there should be
NAMED = 40                                               # people: beyond, numbers stand in the boxes
CROWD = 60                                               # people: beyond, they are counted by sector and ring too


def network_map_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                    today: date) -> bytes:
    """The map as a PDF; `about` is the key of a `MapOn`: with names or without, of today or as it was kept.

    Raises LookupError for a case without citizen or without that map, ValueError for a language not spoken.
    """
    words, which = Words.of(language), MapOn.of(about)
    kept = which.kept_in(case)
    if kept is not None:
        case, today = map_of_then(case, kept), kept.on
    elif which.kept:
        raise LookupError("no map was kept on that day")
    if which.instead:
        case = without_names(case, Instead(which.instead), words)
    p = replace(begin(case, language, large_print, today, landscape=True), nameless=bool(which.instead))
    everybody = _everybody(p)
    shown = sorted((m for m in everybody if m.ring is not None), key=_how_far)[:MOST]
    title = p.say("A network without names") if p.nameless else p.say("My network")
    picture, shown, numbers = _picture(p, everybody, shown)
    _front(p, title, picture, shown, [*_dated(p, kept), *_said_beside(p, shown, len(everybody), numbers, kept)])
    _in_words(p, everybody, numbers, kept)
    return finish(p, title, whose="" if p.nameless else None)


def _everybody(p: PlanContext) -> list[NetworkMember]:
    """Who stands on the screen's map too, but nobody who is left out of paper: round the map, the closest first."""
    sectors = list(sector_words(p))
    return sorted((m for m in people(p.case) if not m.left_out_of_paper),
                  key=lambda m: (sectors.index(m.sector), *_how_far(m)))


def _how_far(member: NetworkMember) -> tuple[bool, str]:
    return member.ring is None, member.ring.value if member.ring else ""


# --------------------------------------------------------------------------------------------------------- the picture
def _beside(sheet: Sheet) -> Sheet:
    """The column at the left."""
    return _as_wide(sheet, BESIDE * sheet.scale)


def _as_wide(sheet: Sheet, width: float) -> Sheet:
    made = copy(sheet)
    made.width = width
    made.measure = min(made.measure, width)
    return made


def _picture(p: PlanContext, everybody: Sequence[NetworkMember], shown: Sequence[NetworkMember],
             ) -> tuple[NetworkMap, Sequence[NetworkMember], Mapping[str, int]]:
    """The map, who is on it, and their numbers where there is no room for names; of a crowd as many as the letters have
    room for, and the list has everybody.
    """
    sheet = p.galley.sheet
    width = sheet.width - _beside(sheet).width - GAP * sheet.scale
    beside = replace(p, galley=Galley(_as_wide(sheet, width), p.galley.lang))
    made, numbers = None, dict[str, int]()
    if len(shown) <= DESCRIBED:
        made = picture_of(beside, shown, sheet.height, roles=True)
    if len(shown) <= NAMED and (made is None or made.crowded or made.hidden):
        made = picture_of(beside, shown, sheet.height)
    if made is None or made.crowded:
        numbers = {m.id: number for number, m in enumerate(everybody, 1)}
        made = picture_of(beside, shown, sheet.height, numbers=numbers)
    while made.crowded and len(shown) > 1:
        shown = shown[:len(shown) * 7 // 8]
        made = picture_of(beside, shown, sheet.height, numbers=numbers)
    return made, shown, numbers


def _front(p: PlanContext, title: str, picture: NetworkMap, shown: Sequence[NetworkMember],
           said: Sequence[str]) -> None:
    """The first page: title and signs in a column, the map beside them, as one slab."""
    g, sheet = p.galley, p.galley.sheet
    alt = Told(p).alt(shown)
    side, figure = _column(p, title, said, alt, 0)
    for brief in (1, 2):
        if side.height > sheet.height:
            side, figure = _column(p, title, said, alt, brief)
    marks, down = _letterhead(p), 0.0
    for slab in side.slabs:
        down += slab.air if slab is not side.slabs[0] else 0.0
        for mark in slab.marks:
            mark.down += down
            marks.append(mark)
        down += slab.height
    marks.append(Drawing(sheet.width - picture.sheet.width, 0, picture.sheet.width, picture.height, picture.paint,
                         figure))
    g.node.kids += side.root.kids
    g.add([Slab(max(down, picture.height), marks, outline=(0, title))])


def _letterhead(p: PlanContext) -> list[Mark]:
    """In the margin above the map, where it is punched; it would tell whose map without names it is."""
    head = p.galley.letterhead
    if head is None or p.nameless:
        return []
    node = p.galley.node.child("Figure", alt=head.says)
    return [Drawing(p.galley.sheet.width - head.width, -head.height - 4, head.width, head.height, head.paint, node)]


def _column(p: PlanContext, title: str, said: Sequence[str], alt: str, brief: int) -> tuple[Galley, Node]:
    """What stands beside the map, and the node of its picture, which is read before its signs. Where two languages are
    too much for the height of the page, the signs are `brief`, and then the rest but for the title.
    """
    side = Galley(_beside(p.galley.sheet), p.galley.lang)
    first, *rest = map(alone, said) if brief > 1 else said
    kicker = p.say("Network map")
    parts.paragraph(side, alone(kicker) if brief > 1 else kicker, side.sheet.kicker, after=0)
    parts.heading(side, title, level=1, before=0, after=.25)
    parts.paragraph(side, first, side.sheet.quiet)
    for line in rest:
        parts.paragraph(side, line)
    figure = side.root.child("Figure", alt=alt)
    set_legend(p, side, brief=brief > 0)
    return side, figure


def _dated(p: PlanContext, kept: KeptMap | None) -> list[str]:
    """Whose it is and of which day, and what the kept map was called."""
    name, on = "" if p.nameless else p.citizen.first_name.strip(), p.words.day(p.today)
    if kept is None:
        return [p.say("{name}, as it is on {date}.", name=name, date=on) if name else
                p.say("As it is on {date}.", date=on)]
    then = p.say("{name}, as it was on {date}.", name=name, date=on) if name else p.say("As it was on {date}.", date=on)
    title = "" if p.nameless else one_line(kept.title, p.words.language)         # it may well say whose map it is
    return [then, *([title] if title else [])]


def _said_beside(p: PlanContext, shown: Sequence[NetworkMember], total: int, numbers: Mapping[str, int],
                 kept: KeptMap | None) -> list[str]:
    said = []
    if total <= FEW and not p.nameless and kept is None:
        said.append(p.say("Who would you like to have here?"))
    if numbers:
        said.append(p.say("The numbers stand in the list.") if len(shown) == total else p.say(
            "The map shows {n} of {total} people. All of them stand in the list.", n=len(shown), total=total))
    return said


# -------------------------------------------------------------------------------------------------------- all in words
def _in_words(p: PlanContext, everybody: Sequence[NetworkMember], numbers: Mapping[str, int],
              kept: KeptMap | None) -> None:
    """Everything the map shows, as a table, who is tied to whom, and what is seen in it today."""
    if not everybody:
        return
    g, told = p.galley, Told(p)
    g.slabs[-1].hold = LOATH
    g.chapter()
    if len(everybody) > CROWD:
        with g.inside("Sect"):
            _counted(p, everybody)
    with g.inside("Sect"):
        parts.heading(g, p.say("Everybody on the map"), before=1)
        rows = [told.row(m, numbers.get(m.id)) for m in everybody]
        columns = [n for n in range(len(told.head)) if n < told.ALWAYS or any(_says(row[n]) for row in rows)]
        table(g, [told.head[n] for n in columns], [[row[n] for n in columns] for row in rows],
              [told.shares[n] for n in columns], pad=.17)
    between = told.between(everybody)
    if between:
        with g.inside("Sect"), g.together(.5, otherwise=.1):
            parts.heading(g, p.say("Who knows whom"), before=1)
            parts.items(g, [parts.Item(each) for each in between], whole=True)
    shown = map_in_words(p, everybody) if kept is None else []       # goals and appointments are those of today
    if shown:
        with g.inside("Sect"), g.together(.5, otherwise=.1):
            parts.heading(g, p.say("What the map shows"), before=1)
            parts.items(g, [parts.Item(each) for each in shown], whole=True)


def _says(content: Content) -> bool:
    return bool(content.text or content.below) if isinstance(content, Cell) else bool(content)


def _counted(p: PlanContext, everybody: Sequence[NetworkMember]) -> None:
    """How many stand where: a crowd is no picture any more."""
    g = p.galley
    parts.heading(g, p.words.say_many("{n} person on the map", "{n} people on the map", len(everybody)), before=0)
    rings: list[Ring | None] = [*Ring, None]
    rows = [[name, *(str(sum(m.sector is sector and m.ring is ring for m in everybody) or "–")
                                    for ring in rings)] for sector, name in sector_words(p).items()]
    table(g, [p.say("Place on the map"), *ring_names(p.case.register, p.say).values(), p.say("Not placed yet")], rows,
          (200, 100, 100, 100, 100))
