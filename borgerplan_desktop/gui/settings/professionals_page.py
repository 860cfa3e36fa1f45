"""Settings: the professionals everybody here works with, and their units: found, corrected once, and where used."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.refused import LONGEST_LINE
from borgerplan_desktop.casework.session import professionals as register
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.gui.editing.undo_here import UndoHere
from borgerplan_desktop.gui.settings.professional_dialog import ProfessionalDialog
from borgerplan_desktop.gui.templates.shelter_desk import show_undo
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label, say
from borgerplan_desktop.gui.widgets.prose import everybodys
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.search_field import SearchField
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.contact import said_name
from borgerplan_desktop.model.shelter import Professional
from borgerplan_desktop.phone_number import phone_number

FEW = 12                                                 # rows at once
PAUSE_MS = 250                                           # after the last letter


class ProfessionalsPage(QWidget):
    """Made when somebody looks; what another window changes meanwhile shows here too."""

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.archive, self.shelter = archive, archive.shelter
        everybodys(self)
        self._undo = UndoHere(archive.shelter, Professional)
        self.hint, self.found = plain_label("", "small", self, wrap=True), plain_label("", "small", self, wrap=True)
        self.search = SearchField(self)
        self.people: RowColumn[Professional, ProfessionalLine] = RowColumn(self._line, 2, self, few=FEW)
        self._gone = plain_label("", "smallbold", self)
        self.gone: RowColumn[Professional, ProfessionalLine] = RowColumn(self._line, 2, self, few=FEW)
        self._units, self.no_units = plain_label("", "h2", self), plain_label("", "muted", self, wrap=True)
        self.units: list[UnitLine] = []
        self._unit_rows = QVBoxLayout()
        self._unit_rows.setSpacing(8)
        self.trouble, self.undo = plain_label("", "bad", self, wrap=True), button("", "undo", "quiet", self)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (self.hint, self.search, self.found, self.trouble, self.undo, self.people, self._gone, self.gone,
                     self._units, self.no_units):
            column.addWidget(each)
        column.addLayout(self._unit_rows)
        column.addStretch(1)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self.refresh)
        self.search.textChanged.connect(self._on_search)
        self.undo.clicked.connect(self._on_undo)
        self.shelter.listen(self._on_changes)

    def stop(self) -> None:
        """The dialog goes: what is typed is stored."""
        self._soon.stop()
        for line in self.units:
            line.store()
        self.shelter.unlisten(self._on_changes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_soon") and self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Who is there now, and where they work."""
        self.hint.setText(_("Written once, and the same on every citizen's map: a new number or another name of a unit "
                            "is corrected here once."))
        self.search.setPlaceholderText(_("Search for a name, a role or a unit"))
        self.search.setAccessibleName(self.search.placeholderText())
        words = self.search.text()
        people, gone = (register.professionals(self.shelter, words, retired=retired) for retired in (False, True))
        n = len(people)
        self.found.setText(ngettext("{n} professional", "{n} professionals", n).format(n=n) if n else
                           _("Nobody found. Professionals are added on a citizen's map."))
        self.people.show_rows(people)
        self.gone.show_rows(gone)
        for line in (*self.people.widgets(), *self.gone.widgets()):
            line.refresh()
        self._gone.setText(_("Not used any more"))
        self._gone.setVisible(bool(gone))
        self._show_units(words)
        show_undo(self.undo, self._undo)

    def _show_units(self, words: str) -> None:
        self._units.setText(_("Units"))
        wanted = {each.id for each in register.professionals(self.shelter, words)}
        found = [unit for unit in register.units(self.shelter) if wanted & {each.id for each in unit.people}]
        shown, rest = found[:FEW], len(found) - FEW
        self.no_units.setText(_("No units yet.") if not found else ngettext(
            "{n} more unit: search to find it.", "{n} more units: search to find them.", rest).format(n=rest))
        self.no_units.setVisible(not found or rest > 0)
        while len(self.units) > len(shown):
            old = self.units.pop()
            old.hide()
            old.deleteLater()
        while len(self.units) < len(shown):
            self.units.append(UnitLine(self))
            self._unit_rows.addWidget(self.units[-1])
        for line, unit in zip(self.units, shown, strict=True):
            line.show_unit(unit)

    def used(self, *people: Professional) -> str:
        """By whom, in words; what cannot be read is said."""
        try:
            return register.where_used(self.archive, people).said
        except (Refused, StoreError) as error:
            return sentence(error)

    def rename(self, unit: register.Unit, name: str) -> bool:
        """Whether it was done; what stands in the way is said."""
        self.trouble.hide()
        try:
            register.rename_unit(self.shelter, unit, name)
        except (Refused, StoreError) as error:
            say(self.trouble, sentence(error))
        except Conflict:
            say(self.trouble, _("The same has just been changed somewhere else."))
        else:
            return True
        return False

    def open_one(self, who: Professional) -> ProfessionalDialog:
        """Everything about one of them."""
        dialog = ProfessionalDialog(self.archive, who, self.window())
        dialog.open()
        return dialog

    def _line(self, who: Professional) -> ProfessionalLine:
        return ProfessionalLine(who, self)

    def _on_search(self) -> None:
        self._soon.start()

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(Professional) and self.isVisible():
            self.refresh()

    def _undo_here(self, _shelter: OpenCase) -> None:
        self._undo.undo()

    def _on_undo(self) -> None:
        self.trouble.hide()
        try:
            self._undo.undo()
        except (Conflict, StoreError):
            say(self.trouble, _("The same has just been changed somewhere else."))
        self.refresh()


class ProfessionalLine(QWidget):
    """One of them, in two lines, and a way to everything about them."""

    def __init__(self, who: Professional, page: ProfessionalsPage) -> None:
        super().__init__(page)
        self._who, self._page = who, page
        self.name, self.about = ElidedLabel("", self, role="bold"), ElidedLabel("", self, role="small")
        self.edit = icon_button("edit", "", self)
        words, row = QVBoxLayout(), QHBoxLayout(self)
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.about)
        row.setContentsMargins(0, 2, 0, 2)
        row.addLayout(words, 1)
        row.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.edit.clicked.connect(self._on_edit)

    def refresh(self) -> None:
        if not self._who.exists:
            return
        name = said_name(self._who.name, self._who.latin_name) or _("Somebody without a name")
        self.name.setText(name)
        kept = self._who.itself
        about = (self._who.role, self._who.organisation, phone_number(self._who.phone)) if kept is self._who else (
            _("the same as {name}").format(name=kept.name),)
        self.about.setText(" · ".join(part for part in about if part))
        self.edit.setAccessibleName(_("Correct {name}, and see where they are used").format(name=name))

    def _on_edit(self) -> None:
        self._page.open_one(self._who)


class UnitLine(QWidget):
    """A unit, as it is written; another name is in force for all who work there as soon as the field is left."""

    def __init__(self, page: ProfessionalsPage) -> None:
        super().__init__(page)
        self._page = page
        self._unit: register.Unit | None = None
        self.name, self.about = QLineEdit(self), plain_label("", "small", self, wrap=True)
        self.name.setMaxLength(LONGEST_LINE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addWidget(self.about)
        self.name.editingFinished.connect(self.store)

    def show_unit(self, unit: register.Unit) -> None:
        """What somebody types here just now stays."""
        if self._unit is None or self.name.text() == self._unit.name or unit.name != self._unit.name:
            self.name.setText(unit.name)
        self._unit = unit
        self.name.setAccessibleName(_("Name of the unit {name}").format(name=unit.name))
        n = len(unit.people)
        people = ngettext("{n} person", "{n} people", n).format(n=n)
        self.about.setText(f"{people} · {self._page.used(*unit.people)}")

    def store(self) -> None:
        """Another name for all who work there; what cannot be is said."""
        unit, typed = self._unit, " ".join(self.name.text().split())
        if unit is None or typed == unit.name:
            return
        if not self._page.rename(unit, typed) and not typed:
            self.name.setText(unit.name)
