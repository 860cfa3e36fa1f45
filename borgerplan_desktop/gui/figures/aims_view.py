"""The 22 aims of the four tracks: by what each is measured here, and how it stands; or why it is not measured."""
from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import colour
from borgerplan_desktop.gui.figures.figure_card import decimal
from borgerplan_desktop.gui.widgets.card import Card, line
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.figures.aims import AIMS, Aim, Track
from borgerplan_desktop.model.figures.report import Report
from borgerplan_desktop.model.figures.told_words import aim_words, measured


class AimRow(QWidget):
    """One aim; the keyboard stops here to hear it."""

    def __init__(self, aim: Aim, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aim = aim
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.words = plain_label(aim_words(aim, _), "bold", self, wrap=True)
        self.told = plain_label("", "", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(2)
        for each in (self.words, self.told):
            column.addWidget(each)

    def show_report(self, report: Report) -> None:
        said = [f"{what} – {value}" for what, value in measured(self.aim, report.now, _, decimal())]
        if self.aim.why_not:
            said = [_("Not measured here, because {why}").format(why=_(self.aim.why_not))]
        self.told.setText("\n".join(said))
        self.setAccessibleName(self.words.words())
        self.setAccessibleDescription(self.told.words())


    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)


class AimsView(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[AimRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for track in Track:
            card = Card(_(track.label), "target", self)
            of_track = [aim for aim in AIMS if aim.track is track]
            for number, aim in enumerate(of_track):
                if number:
                    card.body.addWidget(line(card))
                row = AimRow(aim, card)
                card.body.addWidget(row)
                self.rows.append(row)
            column.addWidget(card)

    def show_report(self, report: Report) -> None:
        for row in self.rows:
            row.show_report(report)
