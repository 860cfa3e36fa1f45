"""Who can be coordinator: colleagues and professionals of the register, marked here; with their workplace."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.frame.frame import may_coordinate, possible_coordinators
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.label import breakable, plain_label
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.shelter import Professional, Shelter, StaffMember

FEW = 12
Person = StaffMember | Professional


def with_workplace(who: Person) -> str:
    """"Birgit Holm, sagsbehandler, Jobcenter Skovby"."""
    if isinstance(who, StaffMember):
        parts = who.name, who.title, next((each.name for each in who.case.all(Shelter)), "")
    else:
        parts = who.name, who.role, who.organisation
    return ", ".join(part.strip() for part in parts if part.strip())


class CoordinatorBox(QWidget):
    """Those who are marked, and a field to mark one more."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: dict[str, Person] = {}
        self.none = plain_label(_("Nobody is pointed out yet."), "muted", self, wrap=True)
        self.rows: RowColumn[Person, CoordinatorRow] = RowColumn(self._make, 2, self, few=FEW)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("Find a colleague or a professional"))
        self.field.setAccessibleName(_("Point out a possible coordinator"))
        self.offered = OfferedWords(self.field, (), _("Colleagues and professionals"), _("Show all"),
                                    _("The down key shows colleagues and professionals. Professionals are added on a "
                                      "citizen's map."))
        self.add_button = button(_("Point out"), "plus", "ghost", self)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.none)
        column.addWidget(self.rows)
        column.addLayout(row)
        self.add_button.clicked.connect(self._on_add)
        self.field.returnPressed.connect(self._on_add)
        desk.changed.connect(self._on_changed)
        self._show()

    def _make(self, who: Person) -> CoordinatorRow:
        made = CoordinatorRow(who, self.rows)
        made.gone.clicked.connect(self._on_gone)
        return made

    def _on_add(self) -> None:
        who = self._known.get(self.field.text().strip())
        if who is not None and self._desk.do(may_coordinate, who, True) == "stored":
            self.field.clear()
        self.field.setFocus()

    def _on_gone(self) -> None:
        row = self.sender()
        holder = row.parentWidget() if isinstance(row, QWidget) else None
        if isinstance(holder, CoordinatorRow) and holder.who.exists:
            self._desk.do(may_coordinate, holder.who, False)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(StaffMember) or changes.touches(Professional):
            self._show()

    def _show(self) -> None:
        case, marked = self._desk.case, possible_coordinators(self._desk.case)
        self.rows.show_rows(marked)
        for each in self.rows.widgets():
            each.refresh()
        self.none.setVisible(not marked)
        every: list[Person] = [*case.all(StaffMember), *case.all(Professional)]
        self._known = {with_workplace(each): each for each in every if not each.retired and each not in marked}
        self.offered.offer(sorted(self._known, key=danish))


class CoordinatorRow(QWidget):
    def __init__(self, who: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = who
        self.words = plain_label("", "", self, wrap=True)
        self.gone = icon_button("close", "", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.gone)
        self.setFocusProxy(self.gone)

    def refresh(self) -> None:
        if self.who.exists:
            self.words.setText(breakable(with_workplace(self.who)))
            self.gone.setAccessibleName(_("{name} is not a possible coordinator any more").format(name=self.who.name))
