"""The ties between a person and the others around the citizen."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.people import tie_together
from borgerplan_desktop.gui.appearance.combo import calm_combo, ignore_wheel
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.network import NetworkMember, Tie, TieQuality, people


class TiesEditor(QWidget):
    """One line for each tie to another, and a box to add one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._member: NetworkMember | None = None
        self._shown: list[tuple[str, ...]] = []
        self.lines: list[TieLine] = []
        self.adding = calm_combo(QComboBox(self))
        self.adding.setAccessibleName(_("Add a tie to another"))
        self.adding.activated.connect(self._on_chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(plain_label(_("Ties to others"), "smallbold", self))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._column.addLayout(self._rows)
        self._column.addWidget(self.adding)

    def show_person(self, member: NetworkMember | None) -> None:
        shown = self._shown_of(member)
        if member is self._member and shown == self._shown:
            return                                       # an open box must not be filled anew
        self._member, self._shown = member, shown
        for old in self.lines:
            old.hide()
            old.deleteLater()
        self.lines = []
        self.adding.clear()
        self.setVisible(member is not None)
        if member is None:
            return
        tied: set[str] = set()
        for tie in self._desk.case.all(Tie):
            other = self._desk.case.get(NetworkMember, tie.other_id if tie.one_id == member.id else tie.one_id)
            if member.id in (tie.one_id, tie.other_id) and other is not None and other.removed_on is None:
                tied.add(other.id)
                self.lines.append(TieLine(self._desk, member, other, tie.quality, self))
                self._rows.addWidget(self.lines[-1])
        free = [m for m in people(self._desk.case) if m is not member and m.id not in tied]
        self.adding.addItem(_("Add a tie to …"), None)
        for other in free:
            self.adding.addItem(other.contact.said_name, other.id)
        self.adding.setVisible(bool(free))

    def line_to(self, other: str) -> TieLine | None:
        """The line of the tie to somebody, by their id."""
        return next((line for line in self.lines if line.other == other), None)

    def _shown_of(self, member: NetworkMember | None) -> list[tuple[str, ...]]:
        """What the lines and the box depend on."""
        if member is None:
            return []
        return [*((m.id, m.contact.said_name) for m in people(self._desk.case)),
                *((t.one_id, t.other_id, t.quality.value) for t in self._desk.case.all(Tie))]

    def _on_chosen(self, index: int) -> None:
        other = self._desk.case.get(NetworkMember, self.adding.itemData(index))
        if other is not None and self._member is not None:
            self._desk.do(tie_together, self._member, other, TieQuality.ORDINARY)


class TieLine(QWidget):
    def __init__(self, desk: Desk, member: NetworkMember, other: NetworkMember, quality: TieQuality,
                 parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._member, self._other = desk, member, other
        self.other, name = other.id, other.contact.name
        self.quality = ignore_wheel(QComboBox(self))
        self.quality.addItems([_(q.label) for q in TieQuality])
        self.quality.setCurrentIndex(list(TieQuality).index(quality))
        self.quality.setAccessibleName(_("Tie to {name}").format(name=name))
        self.quality.activated.connect(self._on_quality)
        self.gone = icon_button("close", _("Remove the tie to {name}").format(name=name), self)
        self.gone.clicked.connect(self._on_gone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(ElidedLabel(name, self), 1)
        row.addWidget(self.quality)
        row.addWidget(self.gone)

    def _on_quality(self, index: int) -> None:
        self._desk.do(tie_together, self._member, self._other, list(TieQuality)[index])

    def _on_gone(self) -> None:
        self._desk.do(tie_together, self._member, self._other, None)
