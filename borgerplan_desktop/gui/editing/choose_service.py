"""Choosing a service of the directory: by a few letters of it, however many there are."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from borgerplan_desktop.casework.directory.found_services import Directory, Wanted
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label
from borgerplan_desktop.gui.widgets.search_field import SearchField
from borgerplan_desktop.gui.widgets.two_lines import ID, WORDS, TwoLines
from borgerplan_desktop.i18n import _, day, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.directory import Service, service_named
from borgerplan_desktop.phone_number import phone_number

Index = QModelIndex | QPersistentModelIndex


def about(service: Service) -> str:
    """"Center for Bostøtte · trin 4 · 12 34 56 78"."""
    step = _("step {n}").format(n=service.ladder_step.number) if service.ladder_step is not None else ""
    place = service.organisation.strip() or _(service.kind.label)
    return " · ".join(part for part in (place, step, phone_number(service.phone)) if part)


class _Services(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Service] = ()

    def show_rows(self, rows: Sequence[Service]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        service = self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None
        if service is None or not service.exists:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return service.name
        if role == WORDS:
            return about(service)
        if role == ID:
            return service.id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (service.name, about(service)) if part)
        return None


class ChooseService(CaseDialog):
    """`chosen(service)` when one was picked."""

    drawn = (640, 560)
    chosen = Signal(object)                              # Service

    def __init__(self, desk: Desk, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, title)
        shelter = desk.opened.shelter or desk.opened
        self._directory = Directory(shelter)
        self.search = SearchField(self)
        self.search.setPlaceholderText(_("Search the directory: a name, a place, what it offers"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.list = QListView(self)
        self.list.setAccessibleName(_("Services"))
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._model = _Services(self)
        self.list.setModel(self._model)
        self.found = plain_label("", "small", self, wrap=True)
        self.leave, self.take = button(_("Cancel"), parent=self), button(verb, "check", "primary", self)
        self.take.setDefault(True)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        for each in (plain_label(title, "title", self, wrap=True), self.search, self.found):
            column.addWidget(each)
        column.addWidget(self.list, 1)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        column.addLayout(row)
        self.search.installEventFilter(self)
        # Signals
        self.search.textChanged.connect(self._find)
        self.list.activated.connect(self._on_take)
        self.list.selectionModel().currentChanged.connect(self._show_ready)
        self.leave.clicked.connect(self.reject)
        self.take.clicked.connect(self._on_take)
        desk.changed.connect(self._on_changed)
        # Initial update
        self._find()
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk in the list while one types."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and \
                event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._model.rows:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = min(max(self.list.currentIndex().row() + step, 0), len(self._model.rows) - 1)
            self.list.setCurrentIndex(self._model.index(row, 0))
            return True
        return super().eventFilter(watched, event)

    def _find(self) -> None:
        found = self._directory.find(Wanted(self.search.text()))
        self._model.show_rows(found)
        if found and self.search.text().strip():
            self.list.setCurrentIndex(self._model.index(0, 0))
        n = len(found)
        self.found.setText(ngettext("{n} service", "{n} services", n).format(n=n) if n else
                           _("No service found. Services are added in Herberget, under Services."))
        self._show_ready()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Service):
            self._find()

    def _show_ready(self) -> None:
        self.take.setEnabled(self.list.currentIndex().isValid())

    def _on_take(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._model.rows) and self._model.rows[row].exists:
            self.chosen.emit(self._model.rows[row])
            self.accept()


class ServiceField(QWidget):
    """Which service it is, with a way to choose another or none; `chosen(service | None)` when a person does."""

    chosen = Signal(object)                              # Service | None

    def __init__(self, desk: Desk, name: str, nothing: str, parent: QWidget | None = None) -> None:
        """`nothing`: what stands there while none is chosen."""
        super().__init__(parent)
        self._desk, self._nothing = desk, nothing
        self.words = ElidedLabel("", self)
        self.choose = button(_("Choose …"), "search", "ghost", self)
        self.choose.setAutoDefault(False)
        self.choose.setAccessibleName(_("{field}: choose from the directory").format(field=name))
        self.none = icon_button("close", _("None of the directory"), self)
        self.none.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        row.addWidget(self.choose)
        row.addWidget(self.none)
        self.setFocusProxy(self.choose)
        self._name = name
        self.choose.clicked.connect(self.ask)
        self.none.clicked.connect(self._on_none)
        self.show_service(None)

    def show_service(self, id: str | None) -> None:
        """The one with this id; that it closes is said."""
        shelter = self._desk.opened.shelter or self._desk.opened
        service = service_named(shelter.case, id)
        words = said(service, self._desk) if service is not None else self._nothing
        self.words.setText(words)
        self.choose.setAccessibleDescription(words)
        self.none.setVisible(service is not None)

    def ask(self) -> ChooseService:
        """Open the dialog."""
        dialog = ChooseService(self._desk, self._name, _("Choose"), self.window())
        dialog.chosen.connect(self.chosen)
        dialog.open()
        return dialog

    def _on_none(self) -> None:
        self.choose.setFocus()
        self.chosen.emit(None)


def said(service: Service, desk: Desk) -> str:
    """"CTI, Center for Bostøtte – lukker 1. december 2026"."""
    name = ", ".join(part for part in (service.name.strip(), service.organisation.strip()) if part)
    if service.closes_on is None:
        return name
    words = _("{name} – closed since {date}") if service.is_closed(desk.opened.today()) else _(
        "{name} – closes {date}")
    return words.format(name=name, date=day(service.closes_on))
