"""Herberget, Husets ord: templates, checklists, phrases, and what the shelter calls life areas, sectors and rings."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.house.own_names import AREAS, RINGS, SECTORS
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.house.checklists_page import ChecklistsPage
from borgerplan_desktop.gui.house.own_names_page import OwnNamesPage
from borgerplan_desktop.gui.house.phrases_page import PhrasesPage
from borgerplan_desktop.gui.templates.templates_page import TemplatesPage
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.prose import everybodys
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import (
    AgendaTemplate,
    ChecklistPoint,
    LifeAreaName,
    OwnWord,
    Phrase,
    PlanTemplate,
    RingName,
    SectorName,
    TemplateGoal,
    TemplatePoint,
)


def _areas(desk: Desk, parent: QWidget) -> QWidget:
    return OwnNamesPage(desk, AREAS, _("Life areas"), _(
        "Goals, ratings and agreements are about a life area. Call them what you say here, put them in your order, and "
        "leave out those you do not use; whatever is about one already stays. Screens and papers say it too."),
        parent)


def _map(desk: Desk, parent: QWidget) -> QWidget:
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(OwnNamesPage(desk, SECTORS, _("Parts of life on the map"), _(
        "The parts of life go round the map clockwise, from the top. Call them what you say here; "
        "maps, tables and papers then say it too."), box))
    column.addWidget(OwnNamesPage(desk, RINGS, _("Rings of the map"), _(
        "How close somebody stands, from the middle outwards."), box))
    return box


def _templates(desk: Desk, parent: QWidget) -> QWidget:
    card = Card(parent=parent)
    card.body.addWidget(TemplatesPage(desk, card))
    return card


def _phrases(desk: Desk, parent: QWidget) -> QWidget:
    card = Card(parent=parent)
    card.body.addWidget(PhrasesPage(desk, card))
    return card


# The parts: key, name, who makes it, and the rows that lie in it.
PARTS: tuple[tuple[str, str, Callable[[Desk, QWidget], QWidget], tuple[type[Row], ...]], ...] = (
    ("templates", N_("Courses and agendas"), _templates,
     (PlanTemplate, TemplateGoal, AgendaTemplate, TemplatePoint)),
    ("checklists", N_("Checklists"), ChecklistsPage, (ChecklistPoint,)),
    ("phrases", N_("Phrases and words"), _phrases, (Phrase, OwnWord)),
    ("areas", N_("Life areas"), _areas, (LifeAreaName,)),
    ("map", N_("The map"), _map, (SectorName, RingName)))


class WordsTab(Tab):
    """`show_row` takes a row, or the key of a part."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._front = desk, ""
        everybodys(self)
        self.page = PageScroll(_("Words of the house"), self)
        self.buttons: dict[str, QPushButton] = {}
        self.parts: dict[str, QWidget] = {}              # made when they are first wanted
        row = QWidget(self.page)
        flow = FlowLayout(row, 4)
        for key, name, _make, _kinds in PARTS:
            made = self.buttons[key] = button(_(name), "", "quiet", row)
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.clicked.connect(partial(self.turn, key))
            flow.addWidget(made)
        self.page.body.addWidget(row)
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.turn(PARTS[0][0])

    def turn(self, key: str) -> None:
        """Bring a part to the front."""
        self._desk.settle.emit()
        if key not in self.parts:
            make = next(make for each, _name, make, _kinds in PARTS if each == key)
            self.parts[key] = make(self._desk, self.page)
            self.page.body.insertWidget(1, self.parts[key])
        for each, part in self.parts.items():
            part.setVisible(each == key)
        self._front = key
        self.buttons[key].setChecked(True)
        self.page.verticalScrollBar().setValue(0)

    def show_row(self, row_id: str) -> None:
        case = self._desk.case
        for key, _name, _make, kinds in PARTS:
            if key == row_id or any(case.get(kind, row_id) is not None for kind in kinds):
                self.turn(key)
                self.buttons[key].setFocus()
                return

    def bring_into_sight(self, row_id: str) -> None:
        """What was undone is seen."""
        self.show_row(row_id)

    def standing(self) -> Any:
        return self._front

    def stand(self, before: Any) -> None:
        self.turn(str(before))
