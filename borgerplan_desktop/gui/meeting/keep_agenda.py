"""An agenda becomes a template: what would go in is shown before it is kept."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.agenda_templates import keep_agenda, named, points_to_keep, said_title
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.meeting import Meeting


class KeepAgenda(CaseDialog):
    drawn = (520, 480)

    def __init__(self, desk: Desk, meeting: Meeting, parent: QWidget | None = None) -> None:
        words = _("Keep the agenda as a template")
        super().__init__(desk, parent, words)
        self._meeting = meeting
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(_("e.g. Follow-up talk, half an hour"))
        grid = FieldGrid(300, 1, self)
        grid.add_named(_("What it is called"), self.title)
        self.there = plain_label("", "small", self, wrap=True)
        self.title_trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        body = DialogScroll(self, 4)
        self.points = [plain_label(" · ".join((said_title(desk.case, each), ngettext(
            "{n} min.", "{n} min.", each.minutes).format(n=each.minutes))), "", self, wrap=True)
            for each in points_to_keep(meeting)]
        for label in self.points:
            body.body.addWidget(label)
        body.body.addStretch(1)
        self.leave, self.keep = button(_("Cancel"), parent=self), button(_("Keep as a template"), "", "primary", self)
        self.keep.setDefault(True)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(plain_label(words, "title", self, wrap=True))
        column.addWidget(plain_label(_(
            "Next time it is one press. Goals become one point: there, the goals of whoever the meeting is about come "
            "in. A template is for everybody, so no names go in."), "muted", self, wrap=True))
        for each in (grid, self.there, self.title_trouble):
            column.addWidget(each)
        column.addWidget(body, 1)
        column.addWidget(self.trouble)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.keep)
        column.addLayout(foot)
        self.say_refusal("title", self.title_trouble, self.title)
        self.say_refusal("", self.trouble)
        self.save_unfinished(self.title)
        self.title.textChanged.connect(self._on_title)
        self.leave.clicked.connect(self.reject)
        self.keep.clicked.connect(self._on_keep)
        self._on_title("")
        self.title.setFocus()

    def _on_title(self, title: str) -> None:
        known = named(self._desk.case.register, title) if title.strip() else None
        say(self.there, _("There is one called so already. It becomes this agenda.") if known is not None else "")

    def _on_keep(self) -> None:
        for label in (self.title_trouble, self.trouble):
            say(label, "")
        if self._desk.do(keep_agenda, self._meeting, self.title.text()) == "stored":
            self.accept()
            self._desk.told.emit(_("»{title}« is a template now. An agenda can begin from it. It is changed in "
                                   "Herberget, under »Words of the house«.").format(title=self.title.text().strip()))
