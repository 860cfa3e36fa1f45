"""During the meeting, large and calm: the present point, the time, the round, and agreements that land in the plan."""
from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent, QWindowStateChangeEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.after_meeting import has_been_held
from borgerplan_desktop.casework.meeting.during_meeting import go_to_item, item_before, next_item, present_item
from borgerplan_desktop.casework.meeting.meeting_time import minutes_left, move_end, share_left
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.session.half_typed import Words
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.unsaved_input import NOWHERE, Follow
from borgerplan_desktop.gui.meeting.agenda_column import AgendaColumn
from borgerplan_desktop.gui.meeting.agreement_line import AgreementLine, AgreementRow
from borgerplan_desktop.gui.meeting.checklist_view import Checklist
from borgerplan_desktop.gui.meeting.end_meeting import end_or_ask
from borgerplan_desktop.gui.meeting.end_menu import EndMenu
from borgerplan_desktop.gui.meeting.meeting_clock import MeetingClock
from borgerplan_desktop.gui.meeting.meeting_keys import bind_keys
from borgerplan_desktop.gui.meeting.minutes_page import MinutesPage
from borgerplan_desktop.gui.meeting.pad_box import PadBeside
from borgerplan_desktop.gui.meeting.point_card import PointCard, say_anew
from borgerplan_desktop.gui.meeting.point_words import next_words, not_going_words
from borgerplan_desktop.gui.meeting.read_aloud import ReadAloud
from borgerplan_desktop.gui.meeting.shown_rows import AGREED, POINTS, concern, is_only_held, offers_others
from borgerplan_desktop.gui.meeting.time_words import band_words
from borgerplan_desktop.gui.meeting.way_parts import ProposalPage
from borgerplan_desktop.gui.meeting.whole_page_scroll import WholePageScroll
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import PlainLabel
from borgerplan_desktop.gui.widgets.projector_view import FullWindow
from borgerplan_desktop.gui.widgets.row_list import RowList
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _, clock
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, MeetingStatus
from borgerplan_desktop.model.meeting_way import PointKind
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.row import new_id
from borgerplan_desktop.model.shelter import ChecklistPhase


class DuringPage(QWidget):
    """`start_wanted()` when the meeting is to begin, `ended()` when it was ended. The clock is the open case's."""

    start_wanted = Signal()
    ended = Signal()

    whole: QWidget                                       # what goes on the stage
    band: QFrame
    title: PlainLabel
    subtitle: PlainLabel
    clock: PlainLabel
    ring: MeetingClock
    move_end: QPushButton
    pause: QPushButton
    full: QPushButton
    page: QScrollArea
    left: AgendaColumn
    point: PointCard
    work: QStackedWidget
    agreements_page: QWidget
    read_tasks: QPushButton
    agreement_rows: QVBoxLayout
    new_agreement: AgreementLine
    minutes_page: MinutesPage
    reminders_page: QWidget
    reminder_rows: QVBoxLayout
    buttons: QWidget
    tools: QWidget
    park: QPushButton
    quiet: QPushButton
    show_minutes: QPushButton
    show_reminders: QPushButton
    end: QPushButton
    next: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "during_page")
        self._desk = desk
        self._meeting: Meeting | None = None
        self._looked_at: AgendaItem | None = None        # the point shown when the meeting is not going on
        home = self.layout()
        assert isinstance(home, QVBoxLayout)
        self.idle = EmptyState(parent=self, icon="people", action_icon="play")
        self.idle.wanted.connect(self.start_wanted)
        self.idle.give_way()
        home.addWidget(self.idle, 1)
        self.around = PageScroll(_("The meeting"), self, (0, 0, 0, 0), 0)
        self.around.body.addWidget(self.whole, 1)
        WholePageScroll(self.around, self.whole, self.page)
        home.addWidget(self.around, 1)
        self.full_window = FullWindow(self, self.whole, self.around.body)
        self.full_window.changed.connect(self._on_stage)
        self.agreed = RowList(self.agreement_rows, partial(AgreementRow, desk, parent=self), AgreementRow.refresh)
        self.reminders = Checklist(desk, ChecklistPhase.DURING, self.reminders_page, large=True)
        self.reminder_rows.addWidget(self.reminders)
        self._beside = PadBeside(desk, self.reminders_page, self.work)
        self.pad = self._beside.pad
        self.work.addWidget(self._beside)
        self.proposal = ProposalPage(desk, self.work)
        self.proposal.answered.connect(self.take_focus)
        self.work.addWidget(self.proposal)
        self.minutes_page.set_desk(desk)
        self.written = self.minutes_page.written
        self.new_agreement.set_desk(desk)
        self.new_agreement.agreed.connect(self._on_agreed)
        self.voices, self.silence = self.point.voices, self.point.silence
        self.point.set_desk(desk)
        self.point.resumed.connect(self.take_focus)
        self.point.room.added.connect(self.left.come_to)
        self.pause.clicked.connect(self.point.pause)
        self.end_menu = EndMenu(self.move_end, self)
        self.end_menu.wanted.connect(self._on_move_end)
        self.left.set_desk(desk)
        self.left.chosen.connect(self._on_point)
        self.park.clicked.connect(self._on_park)
        self.quiet.toggled.connect(self.point.set_quiet)
        self.read_tasks.clicked.connect(self._on_read)
        self.show_minutes.clicked.connect(self._on_show)
        self.show_reminders.clicked.connect(self._on_show)
        self.end.clicked.connect(self._on_end)
        self.next.clicked.connect(self._on_next)
        self.next.setAutoDefault(True)                   # Enter goes on
        self.full.clicked.connect(self.full_window.toggle)
        typed = (self.new_agreement.what, self.new_agreement.when, self.left.park_words, self.point.room)
        self._follow = Follow(self, desk.half_typed, new_id(), desk.opened.id, self._begun, typed)
        desk.leave.connect(self._on_leave)
        tools = FlowLayout(self.tools, gap=10)
        for tool in (self.park, self.quiet, self.show_minutes, self.show_reminders, self.end):
            tools.addWidget(tool)
        self._keys = bind_keys(self.whole, (
            ("Ctrl+PgDown", self._on_next_point), ("Ctrl+PgUp", self._on_point_before), ("F2", self._on_agreement),
            ("F3", self.show_minutes.click), ("Shift+F3", self.show_reminders.click), ("Shift+F2", self._on_park),
            ("F5", self.point.heard), ("Shift+F5", self.voices.take_keyboard), ("F6", self.quiet.click),
            ("Shift+F6", self._on_pad), ("F12", self.point.toggle_pause), ("Shift+F12", self.end_menu.open_here)))
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)

    # ------------------------------------------------------------------ showing
    def show_meeting(self, meeting: Meeting, changes: Changes | None = None) -> None:
        """Show the meeting; with `changes` only the parts they concern: people wait for every tick."""
        if meeting is not self._meeting:
            self._take_begun()
            self._meeting, self._looked_at = meeting, None
        going = meeting.status is MeetingStatus.IN_PROGRESS
        shown = going or has_been_held(meeting)
        self.around.setVisible(shown)
        self.idle.setVisible(not shown)
        if not shown:
            self.full_window.leave()
            self.idle.say(*not_going_words(meeting))
            return
        if concern(changes, POINTS):
            self.left.show_meeting(meeting, self._point())
        if concern(changes, AGREED):
            self.agreed.show(meeting.agreements)
            self.read_tasks.setVisible(bool(meeting.agreements))
        self.new_agreement.show_meeting(meeting, self._point(), offers_others(changes))
        self._show_present(changes)
        if not is_only_held(changes):
            self._show_frame(meeting, going)
        self.tick()

    def _show_frame(self, meeting: Meeting, going: bool) -> None:
        """What stays as it is from point to point."""
        name = self._desk.case.the(Citizen).first_name
        self.title.setText(_("{kind} with {name}").format(kind=_(meeting.kind.label), name=name))
        self.reminders.show_meeting(meeting, {"welcome": meeting.form.strip()})
        self.pad.show_meeting(meeting)
        for widget in (self.clock, self.ring, self.quiet, self.end, self.pause):
            widget.setVisible(going)
        for key in self._keys:
            key.setEnabled(going)
        self.next.setVisible(going and not self.point.is_paused())
        self.move_end.setVisible(going and meeting.ends_at is not None)
        self.pause.setEnabled(meeting.paused_at is None)

    def take_focus(self) -> None:
        """The meeting has begun: what one writes first is an agreement; Enter on the main button goes on."""
        self.next.setFocus()

    def tick(self) -> None:
        """Once a second: the clock, what is left, and the silence."""
        meeting = self._meeting
        if meeting is None or not meeting.exists:
            return
        now = self._desk.opened.now()
        say_anew(self.clock, clock(now))
        left, going = minutes_left(meeting, now), self._is_going()
        self.ring.setVisible(going and left is not None)
        if left is not None:
            self.ring.show_left(left, share_left(meeting, now))
        say_anew(self.subtitle, band_words(meeting, left if going else None))
        self.point.tick(now)

    def _point(self) -> AgendaItem | None:
        """The point in hand: the present one, or while looking back the one that was chosen."""
        meeting = self._meeting
        if meeting is None:
            return None
        if self._looked_at is not None and self._looked_at.exists and meeting.status is not MeetingStatus.IN_PROGRESS:
            return self._looked_at
        return present_item(meeting) or next(iter(meeting.agenda if has_been_held(meeting) else ()), None)

    def _show_present(self, changes: Changes | None) -> None:
        meeting, item = self._meeting, self._point()
        assert meeting is not None
        self.point.show_meeting(meeting, item, changes)
        self.minutes_page.show_meeting(meeting, item)
        self._show_work(item)
        self._show_next()

    def _show_work(self, item: AgendaItem | None) -> None:
        """Private time and its proposal have a page of their own, where agreements are written else."""
        own = item is not None and self._is_going() and item.kind in (PointKind.PRIVATE, PointKind.PROPOSAL)
        if own and item is not None and self._meeting is not None:
            self.proposal.show_meeting(self._meeting, item)
        if self.work.currentWidget() in (self.agreements_page, self.proposal):
            self.work.setCurrentWidget(self.proposal if own else self.agreements_page)

    def _is_going(self) -> bool:
        return self._meeting is not None and self._meeting.status is MeetingStatus.IN_PROGRESS

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._meeting is not None and self._meeting.exists:
            self._show_next()

    def _show_next(self) -> None:
        assert self._meeting is not None
        words, room = next_words(self._meeting), max(px(260), self.buttons.width() // 3)
        shown = self.next.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.next.setText(shown.replace("&", "&&"))
        self.next.setAccessibleName(words)

    # ------------------------------------------------------------------ what a person does
    def _on_next(self) -> None:
        if self._meeting is None:
            return
        self._desk.settle.emit()
        if not self.point.heard():
            self._on_next_point()

    def _on_next_point(self) -> None:
        following = next_item(self._meeting) if self._meeting is not None else None
        if following is not None:
            self._on_point(following)
        else:
            self._on_end()

    def _on_point_before(self) -> None:
        if self._meeting is not None and (before := item_before(self._meeting)) is not None:
            self._on_point(before)

    def _on_point(self, item: AgendaItem) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        self._desk.settle.emit()
        if meeting.status is MeetingStatus.IN_PROGRESS:
            self._desk.do(go_to_item, meeting, item)
        else:
            self._looked_at = item
            self.show_meeting(meeting)

    def _on_move_end(self, minutes: int) -> None:
        if self._meeting is not None:
            self._desk.do(move_end, self._meeting, minutes)

    def _on_agreed(self, text: str, who: NetworkMember | None, due: date | None, when: str, goal: Goal | None) -> None:
        meeting = self._meeting
        if meeting is not None and self._desk.do(add_agreement, text, who, due, when, goal, meeting) == "stored":
            self.new_agreement.clear()

    def _on_agreement(self) -> None:
        self.show_minutes.setChecked(False)
        self.show_reminders.setChecked(False)
        self.work.setCurrentWidget(self.agreements_page)
        self.new_agreement.take_keyboard()
        self.page.ensureWidgetVisible(self.new_agreement)

    def _on_read(self) -> None:
        if self._meeting is not None:
            ReadAloud(self._desk, self._meeting, self.window()).open()

    def _on_park(self) -> None:
        self.left.park_words.setFocus()
        self.page.ensureWidgetVisible(self.left.park_words)

    def _on_pad(self) -> None:
        """The private notes, ready to write in; once more puts them away. On the stage they do not exist."""
        if self.full_window.stage is None:
            if self.show_reminders.isChecked() == self.pad.edit.hasFocus():
                self.show_reminders.click()
            (self.pad.edit if self.pad.isVisible() else self.next).setFocus()

    def _on_show(self) -> None:
        """Agreements, minutes and reminders take turns in the same place."""
        if self.sender() is self.show_minutes:
            self.show_reminders.setChecked(False)
        else:
            self.show_minutes.setChecked(False)
        if self.show_minutes.isChecked():
            self.work.setCurrentWidget(self.minutes_page)
            self.written.setFocus()
            self.page.ensureWidgetVisible(self.minutes_page)
        elif self.show_reminders.isChecked():
            self.work.setCurrentWidget(self._beside)
        else:
            self._desk.settle.emit()
            self.work.setCurrentWidget(self.agreements_page)
            self._show_work(self._point())

    def _on_end(self) -> None:
        self._take_begun()
        if self.new_agreement.is_begun():                # refused, and else missing in the minutes
            self._on_agreement()
            return
        self._desk.settle.emit()
        if self._meeting is not None:
            end_or_ask(self._desk, self._meeting, self.window(), self._on_ended)

    def _on_ended(self) -> None:
        self.full_window.leave()
        self.ended.emit()

    def _take_begun(self) -> None:
        """What stands half typed in the two lines is taken as meant: nothing typed is let go of."""
        if self._meeting is None or not self._meeting.exists:
            return
        if self.new_agreement.is_begun():
            self.new_agreement.agree()
        self.left.take_words()
        self.point.room.take_words()

    def _on_leave(self) -> None:
        self._take_begun()
        for words in self._begun():                      # refused by the store
            self._desk.save_draft(self._desk.case.the(Citizen), NOWHERE, words.text)
        (self._follow.leave if self._desk.opened.unsaved else self._follow.done)()
        self.full_window.leave(for_now=True)

    def _begun(self) -> list[Words]:
        """What is half typed, as notes that it can become."""
        typed = [self.new_agreement.half_typed(), self.left.park_words.text(), self.point.room.text()]
        where = Citizen.__tablename__, self._desk.case.the(Citizen).id, NOWHERE
        return [Words(*where, text) for text in typed if text.strip()]

    # ------------------------------------------------------------------ the whole window
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._second.start()
        self.window().installEventFilter(self)
        self._fit_stage(was_full=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()
        self.full_window.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWindowStateChangeEvent) and watched is self.window():
            self._fit_stage(was_full=bool(event.oldState() & Qt.WindowState.WindowFullScreen))
        return super().eventFilter(watched, event)

    def _fit_stage(self, was_full: bool) -> None:
        """In full screen the meeting covers the window, as long as it is going on."""
        self.full_window.fit(self._is_going(), was_full)

    def _on_stage(self, on_stage: bool) -> None:
        self.ring.set_large(on_stage)
        self.point.faces.set_stage(on_stage)
        self.pad.setVisible(not on_stage)                # everybody sees the stage
        if not on_stage:
            self.whole.show()
            focused = QApplication.focusWidget()
            if self.isVisible() and not (focused and self.isAncestorOf(focused)):
                self.take_focus()
