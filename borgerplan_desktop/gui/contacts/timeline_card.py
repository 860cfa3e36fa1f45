"""The contacts, newest first: who, how, what came of it; additions below; meetings open in their own place."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.contacts.contacts import add_to_contact
from borgerplan_desktop.casework.contacts.timeline import Entry, Source, timeline
from borgerplan_desktop.casework.session.drafts import begun
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.contacts.channel_choice import ICONS, WORDS
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import fill_people
from borgerplan_desktop.gui.editing.unsaved_input import UnsavedLine
from borgerplan_desktop.gui.showing.contact_words import done_words, last_words, not_reached_words, staff_name, when
from borgerplan_desktop.gui.showing.who_and_when import name_of
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.row_list import RowList
from borgerplan_desktop.gui.widgets.show_more import AT_ONCE, ShowMore
from borgerplan_desktop.i18n import _, clock
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.contact_note import (
    ContactChannel,
    ContactNote,
    MissedAppointment,
    ReachTry,
    last_in_touch,
)
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import NetworkMember

ADDITION = "addition"                                    # the line where something is added


class TimelineCard(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Contacts"), "phone", parent)
        self._desk, self._from = desk, 0                 # the newest that is shown
        self.note_button = button(_("Note a contact"), "plus", "", self)
        self.head.addWidget(self.note_button)
        self.last = plain_label("", "muted", self, wrap=True)
        self.whom = calm_combo(QComboBox(self), 12)
        self.whom.setAccessibleName(_("Show contacts with"))
        self.how = calm_combo(QComboBox(self), 8)
        self.how.setAccessibleName(_("Show contacts by"))
        self.how.addItem(_("All ways"), None)
        for channel in ContactChannel:
            self.how.addItem(_(WORDS[channel]).replace("&", ""), channel)
        filters = QHBoxLayout()
        filters.addWidget(self.whom, 3)
        filters.addWidget(self.how, 2)
        self.empty = plain_label("", "muted", self, wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.list: RowList[Source, TimelineRow] = RowList(self._rows, self._make)
        self.newer = button(_("Show newer ones"), "chevron_up", "ghost", self)
        self.more = ShowMore(parent=self)
        self.body.addWidget(self.last)
        self.body.addLayout(filters)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.newer)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more)
        self.body.addStretch(1)
        # Signals
        self.whom.activated.connect(self.to_newest)
        self.how.activated.connect(self.to_newest)
        self.newer.clicked.connect(self._on_newer)
        self.more.wanted.connect(self.refresh)

    def refresh(self) -> None:
        """Show what there is now, as it is filtered."""
        chosen = self.whom.currentData()
        fill_people(self.whom, self._desk, chosen, _("Everybody"))
        chosen = self.whom.currentData()
        case, today = self._desk.case, self._desk.opened.today()
        self.last.setText(last_words(case.the(Citizen).first_name, last_in_touch(case), today))
        entries = timeline(case, chosen, self.how.currentData())
        self._from = min(self._from, max(0, len(entries) - 1))
        shown = entries[self._from:self._from + self.more.most]
        self.list.show([each.row for each in shown])
        for each in shown:
            if (row := self.list.of(each.row)) is not None:
                row.show_entry(each)
        self.newer.setVisible(self._from > 0)
        self.more.show_of(len(entries) - self._from)
        filtered = chosen is not None or self.how.currentData() is not None
        say(self.empty, "" if entries else _("No contacts like that.") if filtered else
            _("No contacts yet. Ctrl+Shift+N notes one, wherever you are."))

    def show_row(self, row_id: str) -> bool:
        """Bring a contact into sight; whether it is here."""
        self.whom.setCurrentIndex(0)
        self.how.setCurrentIndex(0)
        entries = timeline(self._desk.case)
        at = next((n for n, each in enumerate(entries) if each.row.id == row_id), -1)
        note = self._desk.case.get(ContactNote, row_id)
        if at < 0 and note is not None and note.adds_to_id is not None:
            return self.show_row(note.adds_to_id)
        if at < 0:
            return False
        if not self._from <= at < self._from + self.more.most:       # of thousands not all down to it
            self._from = at - at % AT_ONCE
            self.more.begin_again()
        self.refresh()
        row = self.list.of(entries[at].row)
        if row is not None:
            row.act.setFocus()
        return True

    def to_newest(self) -> None:
        """From the newest one on."""
        self._from = 0
        self.more.begin_again()
        self.refresh()

    def _on_newer(self) -> None:
        step = min(self._from, AT_ONCE)
        self._from -= step
        self.more.most += step
        self.refresh()

    def _make(self, row: Source) -> TimelineRow:
        return TimelineRow(self._desk, self)


class TimelineRow(QFrame):
    """One contact. Its button adds to a note, or opens the meeting."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entry: Entry | None = None
        self.setProperty("role", "ruled")
        self.icon = IconView("note", "muted", 18, parent=self)
        self.head = plain_label("", "smallbold", self, wrap=True)
        self.state = Pill(parent=self)
        self.words = plain_label("", "", self, wrap=True)
        self.added = plain_label("", "small", self, wrap=True)
        self.act = button("", "plus", "meta", self)
        self.edit: QLineEdit | None = None               # made when somebody adds something: there are many rows
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.icon)
        top.addWidget(self.head, 1)
        top.addWidget(self.state)
        top.addWidget(self.act)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(2)
        self._column.addLayout(top)
        for widget in (self.words, self.added):
            self._column.addWidget(widget)
        self.act.clicked.connect(self._on_act)

    def show_entry(self, entry: Entry) -> None:
        self._entry = entry
        row, case, today = entry.row, self._desk.case, self._desk.opened.today()
        at = _("{day} at {time}").format(day=when(entry.at.date(), today), time=clock(entry.at)) if entry.has_time \
            else when(entry.at.date(), today)
        channel = _(WORDS[entry.channel]).replace("&", "") if entry.channel is not None else ""
        if isinstance(row, ContactNote):
            name = name_of(row.member) if row.member is not None else row.with_whom
            parts, words = (channel, name, staff_name(case, row.by_id)), row.words
            more = [_("{date}, {name}: {words}").format(date=when(each.at.date(), today), words=each.words,
                                                        name=staff_name(case, each.by_id)) for each in row.additions]
        elif isinstance(row, ReachTry):
            missed = case.get(MissedAppointment, row.missed_id)
            step = done_words(missed, row.step) if missed is not None else _(row.step.label)
            name = name_of(missed.member) if missed is not None else ""
            parts, words, more = (step, name, staff_name(case, row.by_id)), row.note, []
        else:
            names = [name_of(case.get(NetworkMember, id)) for id in sorted(entry.with_ids)]
            parts, words, more = (_(row.kind.label), ", ".join(filter(None, names))), row.purpose, []
        self.icon.show_icon(ICONS[entry.channel] if entry.channel is not None else "people", "muted")
        said = " · ".join(part for part in (at, *parts) if part)
        self.head.setText(said[:1].upper() + said[1:])
        self.state.setVisible(not entry.reached)
        self.state.say(not_reached_words(self._whom(row)), "line")
        say(self.words, words)
        say(self.added, "\n".join(more))
        self._name_act(row)
        self.setAccessibleName(said)
        if self.edit is None and begun(self._desk.opened, row, ADDITION):
            self._make_edit(row).show()

    def _whom(self, row: Source) -> str:
        """The first name of whom the contact was with."""
        if isinstance(row, ReachTry):
            missed = self._desk.case.get(MissedAppointment, row.missed_id)
            if missed is None or missed.is_of_citizen:
                return self._desk.case.the(Citizen).first_name
            return missed.member.contact.first_name if missed.member is not None else ""
        return row.member.contact.first_name if isinstance(row, ContactNote) and row.member is not None else ""

    def _name_act(self, row: Source) -> None:
        self.act.setVisible(not isinstance(row, ReachTry))
        meeting = isinstance(row, Meeting)
        self.act.setText(_("Open the meeting") if meeting else _("Add"))
        set_button_icon(self.act, "arrow_right" if meeting else "plus")
        self.act.setAccessibleName(f"{_('Open the meeting') if meeting else _('Add to the contact')}, "
                                   f"{self.head.words()}")

    def _on_act(self) -> None:
        if self._entry is None:
            return
        if isinstance(self._entry.row, Meeting):
            self._desk.go.emit("meetings", self._entry.row.id)
            return
        edit = self.edit or self._make_edit(self._entry.row)
        edit.setVisible(edit.isHidden())
        (self.act if edit.isHidden() else edit).setFocus()

    def _make_edit(self, row: Source) -> QLineEdit:
        edit = self.edit = QLineEdit(self)
        edit.setPlaceholderText(_("What is to be added? Enter stores it."))
        edit.setAccessibleName(_("Add to the contact"))
        edit.hide()
        UnsavedLine(edit, self._desk, ADDITION, row)
        edit.returnPressed.connect(self._on_add)
        self._column.addWidget(edit)
        return edit

    def _on_add(self) -> None:
        row, edit = self._entry.row if self._entry is not None else None, self.edit
        if isinstance(row, ContactNote) and edit is not None and edit.text().strip() \
                and self._desk.do(add_to_contact, row, edit.text()) == "stored":
            edit.clear()
            edit.hide()
            self.act.setFocus()
