"""A legal basis other than consent: the law, the reason, and for what; it is kept as such, never as a consent."""
from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.consents import OtherLaw, record_basis
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.network import NetworkMember


class OtherBasis(CaseDialog):
    drawn = (600, 620)

    def __init__(self, desk: Desk, member: NetworkMember, parent: QWidget | None = None, topic: Topic | None = None,
                 *, fetching: bool = False) -> None:
        super().__init__(desk, parent)
        self._member = member
        scroll = DialogScroll(self)
        self.law_field = QLineEdit(scroll)
        self.law_field.setPlaceholderText(_("e.g. § 11 c of the act on legal protection"))
        self.reason_field = GrowingTextEdit("", 2, 6, scroll)
        self.until_field = DateEdit(desk.opened.today, scroll)
        self.until_field.look(Toward.AHEAD)
        self.until_field.set_name(_("In force until"))
        self.law_trouble, self.reason_trouble, self.topics_trouble, self.until_trouble = (
            plain_label("", "smallbad", scroll, wrap=True) for _each in range(4))
        self.fetch_box = WrappedCheck(_("We may also ask them for information"), scroll)
        self.fetch_box.setChecked(fetching)
        self.topics = {each: QCheckBox(_(each.label).replace("&", "&&"), scroll) for each in Topic}
        if topic is not None:
            self.topics[topic].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(plain_label(_("Another legal basis than consent"), "title", self, wrap=True))
        column.addWidget(scroll, 1)
        scroll.body.addWidget(plain_label(_(
            "For {name}. You may only share or ask without consent if a law allows or demands it. Tell the citizen, if "
            "you may. It stands on record as what it is, not as a consent.").format(name=member.contact.said_name),
            "muted", self, wrap=True))
        for name, field, trouble in ((_("The law, with its paragraph"), self.law_field, self.law_trouble),
                                     (_("The reason, in this case"), self.reason_field, self.reason_trouble)):
            label = plain_label(name, "smallbold", self)
            label.setBuddy(field)
            field.setAccessibleName(name)
            for each in (label, field, trouble):
                scroll.body.addWidget(each)
        scroll.body.addWidget(plain_label(_("Which kinds of information"), "smallbold", self))
        grid = FieldGrid(200, 2, scroll)
        for box in self.topics.values():
            box.setAccessibleName(box.text().replace("&&", "&"))
            grid.add(box)
        for each in (grid, self.topics_trouble, self.fetch_box,
                     plain_label(_("In force until (may stay empty)"), "smallbold", self), self.until_field,
                     self.until_trouble):
            scroll.body.addWidget(each)
        scroll.body.addStretch(1)
        self.cancel_button = button(_("Cancel"), "", "", self)
        self.record_button = button(_("Put it on record"), "", "primary", self)
        self.record_button.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.record_button)
        column.addLayout(foot)
        for field, trouble, spot in (("law", self.law_trouble, self.law_field),
                                     ("reason", self.reason_trouble, self.reason_field),
                                     ("topics", self.topics_trouble, self.topics[Topic.PLAN]),
                                     ("expires_on", self.until_trouble, self.until_field)):
            self.say_refusal(field, trouble, spot)
        self.save_unfinished(self.law_field, self.reason_field)
        self.cancel_button.clicked.connect(self.reject)
        self.record_button.clicked.connect(self._on_record)
        self.law_field.setFocus()

    def _on_record(self) -> None:
        for trouble in (self.law_trouble, self.reason_trouble, self.topics_trouble, self.until_trouble):
            trouble.hide()
        if not self.until_field.is_understood():
            self.until_field.setFocus()
            return
        law = OtherLaw(self.law_field.text(), self.reason_field.toPlainText(),
                       [topic for topic, box in self.topics.items() if box.isChecked()], self.fetch_box.isChecked(),
                       self.until_field.date())
        if self._desk.do(record_basis, self._member, law) == "stored":
            self.accept()
