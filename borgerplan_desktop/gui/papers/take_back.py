"""Taking back: the whole consent for one person in one press, one topic of it, or the form for everybody on it."""
from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.consents import narrow, others_on_forms, withdraw_from, withdraw_whole
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.papers.other_basis import OtherBasis
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.i18n import _, listed
from borgerplan_desktop.model.consent import Topic, may_share
from borgerplan_desktop.model.network import NetworkMember


class TakeBack(QWidget):
    """`withdraw` is the form's own button for the person alone; the others stand below it."""

    def __init__(self, desk: Desk, withdraw: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._withdraw = desk, withdraw
        self._member: NetworkMember | None = None
        self.narrow_button = button(_("Share no more about …"), "minus", "", self)
        self.menu = QMenu(self.narrow_button)
        self.menu.setAccessibleName(_("Share no more about …"))
        self.narrow_button.setMenu(self.menu)
        self.narrow_button.setSizePolicy(withdraw.sizePolicy())      # as wide
        self.all_button = button(_("Withdraw for everybody"), "", "quiet", self)
        self.law_button = button(_("Another legal basis …"), "", "quiet", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.narrow_button, self.all_button, self.law_button):
            column.addWidget(each)
        # Signals
        withdraw.clicked.connect(self._on_withdraw)
        self.all_button.clicked.connect(self._on_all)
        self.law_button.clicked.connect(self.other_basis)
        self.menu.triggered.connect(self._on_topic)

    def show_person(self, member: NetworkMember) -> None:
        """What can be taken back for this person."""
        self._member = member
        case, today = self._desk.case, self._desk.opened.today()
        shared = [topic for topic in Topic if may_share(case, member, topic, today).allowed]
        others = others_on_forms(self._desk.opened, member)
        self.menu.clear()
        for topic in shared:
            self.menu.addAction(_(topic.label)).setData(topic.value)
        self._withdraw.setVisible(bool(shared))
        self.narrow_button.setVisible(len(shared) > 1)
        self.all_button.setVisible(bool(shared and others))
        self.all_button.setAccessibleDescription(_("The form covers {names} too.").format(
            names=listed([each.contact.said_name for each in others])) if others else "")

    def other_basis(self) -> OtherBasis | None:
        """A law that allows or demands to share or to ask."""
        if self._member is None:
            return None
        dialog = OtherBasis(self._desk, self._member, self)
        dialog.open()
        return dialog

    def _on_withdraw(self) -> None:
        if self._member is not None:
            self._desk.do(withdraw_from, self._member)

    def _on_all(self) -> None:
        if self._member is not None:
            self._desk.do(withdraw_whole, self._member)

    def _on_topic(self, chosen: QAction) -> None:
        if self._member is not None:
            self._desk.do(narrow, self._member, Topic(chosen.data()))
            self.narrow_button.setFocus()
