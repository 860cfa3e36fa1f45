"""What two people give each other: for each kind nothing, the one gives, the one gets, or both ways."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.ties import let_flow
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.flow import Way, flow_in_words, what_flows
from borgerplan_desktop.model.network import NetworkMember, Support, SupportKind

WAYS: list[Way | None] = [None, *Way]


def said_name(member: NetworkMember) -> str:
    """What they are called here: the first name does."""
    return member.case.the(Citizen).first_name if member.is_citizen else \
        member.contact.first_name or member.contact.said_name or _("Somebody without a name")


class WhatFlows(CaseDialog):
    """Each choice is stored at once; what is seen from `one` is said with their name."""

    drawn = (460, 400)

    def __init__(self, desk: Desk, one: NetworkMember, other: NetworkMember, parent: QWidget | None = None) -> None:
        title = _("What do {one} and {other} give each other?").format(one=said_name(one), other=said_name(other))
        super().__init__(desk, parent, title)
        self._one, self._other = one, other
        words = [_("Nothing"), *(_(way.label).format(name=said_name(one)) for way in Way)]
        grid = FieldGrid(200, 1, self)
        self.ways: dict[SupportKind, QComboBox] = {}
        for kind in SupportKind:
            combo = self.ways[kind] = calm_combo(QComboBox(self), 14)
            combo.addItems(words)
            combo.activated.connect(partial(self._on_way, kind))
            grid.add_named(_(kind.label), combo)
        self.done_button = button(_("Close"), "", "primary", self)
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        column, foot, body = QVBoxLayout(self), QHBoxLayout(), DialogScroll(self, 8)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        column.addWidget(plain_label(title, "title", self, wrap=True))
        body.body.addWidget(grid)
        body.body.addStretch(1)
        column.addWidget(body, 1)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column.addLayout(foot)
        desk.changed.connect(self._on_changed)
        self._show()
        self.ways[SupportKind.TALK].setFocus()

    def _show(self) -> None:
        flows = what_flows(self._desk.case, self._one, self._other)
        for kind, combo in self.ways.items():
            combo.setCurrentIndex(WAYS.index(flows.get(kind)))

    def _on_way(self, kind: SupportKind, index: int) -> None:
        self._desk.do(let_flow, self._one, self._other, kind, WAYS[index])
        if self._one.exists and self._other.exists:
            self._show()

    def _on_changed(self, changes: Changes) -> None:
        if not (self._one.exists and self._other.exists):
            self.reject()
        elif changes.touches(Support):
            self._show()


class FlowLine(QWidget):
    """What flows between two, in words, and a way to change it."""

    def __init__(self, desk: Desk, one: NetworkMember, other: NetworkMember, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._one, self._other = desk, one, other
        said = flow_in_words(desk.case, one, other)
        self.words = plain_label(said or _("What they give each other is not said yet"), "small", self, wrap=True)
        self.change = icon_button("edit", _("What {one} and {other} give each other").format(
            one=said_name(one), other=said_name(other)), self)
        self.change.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        row.addWidget(self.change)

    def ask(self) -> WhatFlows:
        """Open the dialog that says it."""
        dialog = WhatFlows(self._desk, self._one, self._other, self.window())
        dialog.open()
        return dialog
