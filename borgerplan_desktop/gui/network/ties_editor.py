"""What flows between a person and the citizen, and the person's ties to the others around the citizen."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.people import tie_together
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.what_flows import FlowLine
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.network import NetworkMember, Support, Tie, TieQuality, citizen_member, people


class TiesEditor(QWidget):
    """What flows to and from the citizen; one line for each tie to another with what flows there, and a box to add one.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._member: NetworkMember | None = None
        self._shown: list[tuple[str, ...]] = []
        self.lines: list[TieLine] = []
        self.own: FlowLine | None = None                 # to and from the citizen
        self.adding = calm_combo(QComboBox(self))
        self.adding.setAccessibleName(_("Add a tie to another"))
        self.adding.activated.connect(self._on_chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(plain_label(_("What they give each other"), "smallbold", self))
        self._own = QVBoxLayout()
        self._column.addLayout(self._own)
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
        for old in (*self.lines, *([self.own] if self.own is not None else [])):
            old.hide()
            old.deleteLater()
        self.lines, self.own = [], None
        self.adding.clear()
        self.setVisible(member is not None)
        if member is None:
            return
        if (citizen := citizen_member(self._desk.case)) is not None:
            self.own = FlowLine(self._desk, citizen, member, self)
            self._own.addWidget(self.own)
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
        return [(member.id, member.contact.said_name), *((m.id, m.contact.said_name) for m in people(self._desk.case)),
                *((t.one_id, t.other_id, t.quality.value) for t in self._desk.case.all(Tie)),
                *((s.giver_id, s.receiver_id, s.kind.value) for s in self._desk.case.all(Support))]

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
        self.quality = calm_combo(QComboBox(self), 9)
        self.quality.addItems([_(q.label) for q in TieQuality])
        self.quality.setCurrentIndex(list(TieQuality).index(quality))
        self.quality.setAccessibleName(_("Tie to {name}").format(name=name))
        self.quality.activated.connect(self._on_quality)
        self.gone = icon_button("close", _("Remove the tie to {name}").format(name=name), self)
        self.gone.clicked.connect(self._on_gone)
        self.flow = FlowLine(desk, member, other, self)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row.setSpacing(6)
        row.addWidget(ElidedLabel(name, self), 1)
        row.addWidget(self.quality)
        row.addWidget(self.gone)
        column.addLayout(row)
        column.addWidget(self.flow)

    def _on_quality(self, index: int) -> None:
        self._desk.do(tie_together, self._member, self._other, list(TieQuality)[index])

    def _on_gone(self) -> None:
        self._desk.do(tie_together, self._member, self._other, None)
