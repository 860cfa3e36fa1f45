"""The agenda: points with minutes and who leads them; pressing a point opens it for writing."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.agenda import add_topic, move_item, remove_item
from borgerplan_desktop.casework.meeting.agenda_templates import agenda_templates, begin_agenda_from
from borgerplan_desktop.casework.meeting.share_time import Fit, Misfit, misfit, share_out
from borgerplan_desktop.gui.appearance.theme import set_role
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.keep_agenda import KeepAgenda
from borgerplan_desktop.gui.meeting.participant_names import first_name_of, title_of
from borgerplan_desktop.gui.meeting.point_editor import PointEditor
from borgerplan_desktop.gui.meeting.way_parts import WayChoice
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.pressable import Pressable
from borgerplan_desktop.gui.widgets.row_list import RowList
from borgerplan_desktop.i18n import _, day_short, ngettext
from borgerplan_desktop.model.meeting import AgendaItem, Meeting
from borgerplan_desktop.model.shelter import AgendaTemplate


class PointRow(QFrame):
    """One point: closed a line to read, open its editor below. Alt+Up and Alt+Down move it, Delete removes it."""

    opened = Signal(object)

    def __init__(self, desk: Desk, item: AgendaItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.item = desk, item
        self.setProperty("role", "ruled")
        self.line = Pressable(self)
        self.number = plain_label("", "muted", self.line)
        self.title = plain_label("", "", self.line, wrap=True)
        self.lead = plain_label("", "small", self.line, wrap=True)
        self.minutes = plain_label("", "small", self.line)
        row = QHBoxLayout(self.line)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.lead)
        row.addLayout(words, 1)
        row.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignVCenter)
        self.line.let_through()
        self.line.clicked.connect(self._on_pressed)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 2, 0, 2)
        self.column.setSpacing(2)
        self.column.addWidget(self.line)

    def refresh(self) -> None:
        item = self.item
        meeting = self._desk.case.get(Meeting, item.meeting_id)
        number = meeting.agenda.index(item) + 1 if meeting is not None else 0
        self.number.setText(str(number))
        self.title.setText(title_of(item))
        lead = first_name_of(item.lead) if item.lead is not None else _("Everyone") if item.round else ""
        say(self.lead, lead)
        minutes = ngettext("{n} min.", "{n} min.", item.minutes).format(n=item.minutes)
        self.minutes.setText(minutes)
        self.line.setAccessibleName(", ".join(part for part in (
            _("Point {number}: {title}").format(number=number, title=self.title.words()), lead, minutes) if part))
        self.line.setAccessibleDescription(_("Press Enter to edit. Alt+Up and Alt+Down move it."))

    def _index(self) -> int:
        meeting = self._desk.case.get(Meeting, self.item.meeting_id)
        return meeting.agenda.index(self.item) if meeting is not None else 0

    def _on_pressed(self) -> None:
        self.opened.emit(self.item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() == Qt.Key.Key_Up and self._index() > 0:
            self._desk.do(move_item, self.item, self._index() - 1)
        elif alt and event.key() == Qt.Key.Key_Down:
            self._desk.do(move_item, self.item, self._index() + 1)
        elif event.key() == Qt.Key.Key_Delete and self.line.hasFocus():
            self._desk.do(remove_item, self.item)
        else:
            super().keyPressEvent(event)


class AgendaCard(Card):
    """The agenda of one meeting; at most one point is open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Agenda"), "steps", parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self.total = plain_label("", "muted", self)
        self.more = icon_button("more", _("More about the agenda"), self)
        self.more.clicked.connect(self._on_more)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(_("Agenda"))
        self.head.addWidget(self.total)
        self.head.addWidget(self.more)
        self.editor: PointEditor | None = None
        self._open: AgendaItem | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.list = RowList(self._rows, self._make, PointRow.refresh)
        self.body.setSpacing(4)
        self.body.addLayout(self._rows)
        self.nothing = plain_label(_("No points yet. What do we need to talk about?"), "muted", self, wrap=True)
        self.body.addWidget(self.nothing)
        self.longer = plain_label("", "smallwarn", self, wrap=True)
        self.share = button(_("Share out the time"), "clock", "ghost", self)
        self.share.clicked.connect(self._on_share)
        self.body.insertWidget(1, self.longer)           # below the heading, however many points there are
        self.body.insertWidget(2, self.share, 0, Qt.AlignmentFlag.AlignLeft)
        self.way = WayChoice(desk, self)
        self.add = button(_("Add agenda item"), "plus", "ghost", self)
        self.add.clicked.connect(self._on_add)
        self.changes_by = plain_label("", "small", self, wrap=True)
        self.changes_by.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.changes_by, 1)
        self.body.addLayout(foot)
        self.body.addWidget(self.way)
        self.body.addStretch(1)                          # what is added stands by what is there, however tall the page

    def show_meeting(self, meeting: Meeting) -> None:
        if meeting is not self._meeting:
            self._meeting = meeting
            self.close_editor()
        if self._open is not None and not self._open.exists:
            self.close_editor()
        self.list.show(meeting.agenda)
        self.way.show_meeting(meeting)
        self.nothing.setVisible(not meeting.agenda)
        total = meeting.minutes
        self.total.setText(ngettext("{n} min.", "{n} min.", total).format(n=total))
        self._show_fit(misfit(meeting) if meeting.status.ahead else None)
        by = meeting.changes_by
        waits = by is not None and by >= self._desk.opened.today()
        self.changes_by.setVisible(waits)
        if by is not None and waits:
            on = day_short(by)
            self.changes_by.setText(_("Changes by {date}").format(date=on))
        if self.editor is not None:
            self.editor.refresh()

    def _show_fit(self, found: Fit | None) -> None:
        """That the agenda does not fit is said, and put right when somebody asks for it."""
        held = self.share.hasFocus()
        say(self.longer, _fit_words(found) if found is not None else "")
        self.share.setVisible(found is not None and found.can_be_shared)
        if found is not None:
            set_role(self.longer, "small" if found.misfit is Misfit.SHORTER else "smallwarn")
        if held and self.share.isHidden():               # it is done: the keyboard stays in the card
            self.add.setFocus()

    def _on_share(self) -> None:
        if self._meeting is not None:
            self._desk.settle.emit()
            self._desk.do(share_out, self._meeting)

    def open_item(self, item: AgendaItem) -> None:
        """Open a point for writing; the one before closes."""
        row = self.list.of(item)
        if row is None:
            return
        self.close_editor()
        self._open = item
        self.editor = PointEditor(self._desk, item, row)
        self.editor.shut.clicked.connect(self._on_shut)
        row.column.addWidget(self.editor)
        row.line.set_now(True)
        self.editor.title.setFocus()

    def close_editor(self) -> None:
        editor, self.editor = self.editor, None
        if editor is None:
            return
        editor.setParent(self)                           # its row may go first: what is stored now may bring news
        editor.deleteLater()
        self._desk.settle.emit()
        row, self._open = self.list.of(self._open), None
        if row is not None:
            row.line.set_now(False)
            row.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.editor is not None:
            self.close_editor()
            return
        super().keyPressEvent(event)

    def _make(self, item: AgendaItem) -> PointRow:
        row = PointRow(self._desk, item, self)
        row.opened.connect(self._on_opened)
        return row

    def _on_opened(self, item: AgendaItem) -> None:
        if self._open is item:
            self.close_editor()
        else:
            self.open_item(item)

    def _on_shut(self) -> None:
        self.close_editor()

    def _on_more(self) -> None:
        self.fill_menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def fill_menu(self) -> QMenu:
        """The shelter's agendas to begin from, and this one to be kept as one."""
        self._menu.clear()
        meeting = self._meeting
        if meeting is None:
            return self._menu
        if meeting.status.ahead:
            for template in agenda_templates(self._desk.case.register):
                self._menu.addAction(_("Begin from »{title}«").format(title=template.title).replace("&", "&&"),
                                     partial(self._begin_from, template))
            self._menu.addSeparator()
        self._menu.addAction(_("Keep as a template …"), self.keep)
        return self._menu

    def _begin_from(self, template: AgendaTemplate) -> None:
        self.close_editor()
        if self._meeting is not None:
            self._desk.do(begin_agenda_from, self._meeting, template)

    def keep(self) -> KeepAgenda | None:
        """Ask what the template is to be called."""
        if self._meeting is None:
            return None
        self._desk.settle.emit()
        dialog = KeepAgenda(self._desk, self._meeting, self)
        dialog.open()
        return dialog

    def _on_add(self) -> None:
        if self._meeting is None:
            return
        made = self._desk.made(add_topic, self._meeting)
        if made is not None:
            self.open_item(made)


def _fit_words(found: Fit) -> str:
    n = found.minutes
    match found.misfit:
        case Misfit.LONGER:
            return ngettext("The agenda is {n} minute longer than the meeting. Take something out, or end later.",
                            "The agenda is {n} minutes longer than the meeting. Take something out, or end later.",
                            n).format(n=n)
        case Misfit.SHORTER:
            return ngettext("The agenda leaves {n} minute of the meeting free.",
                            "The agenda leaves {n} minutes of the meeting free.", n).format(n=n)
        case Misfit.HASTY:
            return ngettext("The round has {n} minute for {m} people.", "The round has {n} minutes for {m} people.",
                            n).format(n=n, m=found.people)
