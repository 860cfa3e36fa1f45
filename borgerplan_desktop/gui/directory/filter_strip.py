"""What one looks for in the directory: words, which part of it, and of which kind."""
from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from borgerplan_desktop.casework.directory.found_services import Wanted, Which
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.search_field import SearchField
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import ServiceKind
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.life_areas import area_choices

LETTERS = 13


class FilterStrip(QWidget):
    """`changed()` when a person looks for something else."""

    changed = Signal()

    def __init__(self, register: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(self)
        self.search.setPlaceholderText(_("Search the directory: a name, a place, what it offers"))
        self.search.setAccessibleName(self.search.placeholderText())
        choices = QWidget(self)
        flow = FlowLayout(choices, 8)
        self.which = self._combo(choices, _("Which of them"), [(each, _(each.label)) for each in Which])
        self.kind = self._combo(choices, _("Kind"), _any(_("Every kind"), ServiceKind))
        self.area = self._combo(choices, _("Life area"), [
            (None, _("Every life area")), *area_choices(register)])
        self.step = self._combo(choices, _("Step of the ladder"), [(None, _("Every step")), *(
            (step, _("Step {n}: {name}").format(n=step.number, name=_(step.label))) for step in LadderStep)])
        for each in (self.which, self.kind, self.area, self.step):
            flow.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(choices)
        self.search.textChanged.connect(self.changed)

    def _combo(self, parent: QWidget, name: str, choices: list[tuple[Any, str]]) -> QComboBox:
        combo = calm_combo(QComboBox(parent), LETTERS)
        combo.setAccessibleName(name)
        for value, words in choices:
            combo.addItem(words, value)
        combo.currentIndexChanged.connect(self.changed)
        return combo

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.search.text(), _chosen(ServiceKind, self.kind), _chosen(LifeArea, self.area),
                      _chosen(LadderStep, self.step), Which(self.which.currentData()))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for but what is in use."""
        return self.wanted == Wanted()

    def show_everything(self) -> None:
        """Look for nothing in particular; told once."""
        self.show_only(Which(self.which.itemData(0)))

    def show_only(self, which: Which) -> None:
        """Look for all of these, and nothing else; told once."""
        for each in (self.which, self.kind, self.area, self.step):
            with QSignalBlocker(each):
                each.setCurrentIndex(each.findData(which) if each is self.which else 0)
        with QSignalBlocker(self.search):
            self.search.clear()
        self.changed.emit()


def _any(words: str, kind: type[Labelled]) -> list[tuple[Any, str]]:
    return [(None, words), *((each, _(each.label)) for each in kind)]


def _chosen(kind: type[Any], combo: QComboBox) -> Any:
    """Qt gives a word back where it was given one of several."""
    value = combo.currentData()
    return None if value is None else kind(value)
