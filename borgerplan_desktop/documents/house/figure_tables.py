"""Figures on paper: a table each, with a bar in every row that says the same as its number, also in grey."""
from __future__ import annotations

from dataclasses import dataclass

from borgerplan_desktop.documents.house.house_paper import HousePaper
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Drawing, Galley, Slab
from borgerplan_desktop.documents.paper.parts import Tick
from borgerplan_desktop.documents.paper.structure import Node
from borgerplan_desktop.documents.paper.table import Content, table
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.typography import INK, LINE, THIN, WHITE
from borgerplan_desktop.model.figures.kinds import FigureKind
from borgerplan_desktop.model.figures.report import Report
from borgerplan_desktop.model.figures.told_words import Line, headline, lines

HIGH, GAP = .42, .12                                     # of a bar and between two, in sizes of the text
PAD = .15


@dataclass(frozen=True)
class Bar(Tick):
    """A full bar of the time, and an outlined one of the time before it; it goes as far as the page is wide."""

    share: float | None = None
    before: float | None = None

    def slab(self, g: Galley, node: Node, x: float = 0.0) -> Slab:
        sheet, width = g.sheet, g.sheet.width - x
        high, gap = sheet.size * HIGH, sheet.size * GAP
        bars = [(self.share, True), *([(self.before, False)] if self.before is not None else [])]
        tall = len(bars) * (high + gap) - gap

        def paint(c: TaggedCanvas) -> None:
            for number, (share, full) in enumerate(bars):
                if share:
                    bottom = tall - (number + 1) * high - number * gap
                    c.stroke(INK if full else LINE, THIN, fill=INK if full else WHITE)
                    c.rect(THIN / 2, bottom, share * (width - THIN), high, stroke=1, fill=1)

        top = (sheet.line - min(tall, sheet.line)) / 2
        return Slab(max(sheet.line, tall + gap), [Drawing(x, top, width, tall, paint, node)])


def figure_table(p: HousePaper, kind: FigureKind, report: Report, now: str, before: str, *, level: int = 3) -> None:
    """What it is called and what is said first, its parts, and the rule; `now` and `before` are what the times are
    called. One with nothing to count says only that.
    """
    g, decimal = p.galley, decimal_of(p)
    found = lines(kind, report, p.say, decimal)
    with g.inside("Sect"), g.together(.5, otherwise=.1):
        parts.heading(g, p.say(kind.title), level=level, style=g.sheet.goal, before=.75, after=.15)
        parts.paragraph(g, _first(p, kind, report, before), g.sheet.strong, after=.25)
        if report.now.found[kind.key].total and found:
            _table(p, kind, report, found, now, before)
        parts.paragraph(g, p.say(kind.rule), g.sheet.quiet, width=g.sheet.width, after=.5)


def _first(p: HousePaper, kind: FigureKind, report: Report, before: str) -> str:
    said = headline(report.now.found[kind.key], p.say, decimal_of(p))
    if report.before is None:
        return said
    return f"{said} – {before}: {headline(report.before.found[kind.key], p.say, decimal_of(p))}"


def _table(p: HousePaper, kind: FigureKind, report: Report, found: list[Line], now: str, before: str) -> None:
    """The bars of what has a whole or a scale."""
    compares = report.before is not None and bool(kind.parts)
    head = [p.say("What"), now, *([before] if compares else []), p.say("Share")]
    rows: list[list[Content]] = []
    for line in found:
        said = line.now if line.share is None else p.say("{percent} % of the bar", percent=round(100 * line.share))
        rows.append([line.label, line.now, *([line.before] if compares else []),
                     Bar(False, said, line.share, line.share_before if compares else None)])
    table(p.galley, head, rows, (110, 60, 60, 220) if compares else (130, 80, 240), pad=PAD)
    p.galley.air(.25)


def decimal_of(p: HousePaper) -> str:
    """What stands before the tenths."""
    return "." if p.words.language == "en" else ","
