"""One figure as a card: what it is called, what is said first, its parts as bars, and the rule it is counted by."""
from __future__ import annotations

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.figures.figure_bars import FigureBars
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _, language
from borgerplan_desktop.model.figures.kinds import FigureKind
from borgerplan_desktop.model.figures.report import Report
from borgerplan_desktop.model.figures.told_words import headline, lines


class FigureCard(Card):
    def __init__(self, kind: FigureKind, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.kind = kind
        self.title = plain_label(_(kind.title), "bold", self, wrap=True)
        self.said = plain_label("", "h2", self, wrap=True)
        self.before = plain_label("", "small", self, wrap=True)
        self.bars = FigureBars(self)
        self.rule = plain_label(_(kind.rule), "small", self, wrap=True)
        self.body.setSpacing(4)
        for each in (self.title, self.said, self.before, self.bars, self.rule):
            self.body.addWidget(each)
        self.body.addStretch(1)

    def show_report(self, report: Report) -> None:
        now = report.now.found[self.kind.key]
        self.said.setText(headline(now, _, decimal()))
        say(self.before, _("The time before: {figure}").format(
            figure=headline(report.before.found[self.kind.key], _, decimal())) if report.before is not None else "")
        self.setAccessibleName(f"{self.title.words()} {self.said.words()}")
        self.bars.show_lines(_(self.kind.title), lines(self.kind, report, _, decimal()) if now.total else ())


def decimal() -> str:
    """What stands before the tenths in the screen's language."""
    return "." if language() == "en" else ","
