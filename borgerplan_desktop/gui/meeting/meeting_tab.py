"""Møder: the citizen's meetings, one at a time, before, during and after."""
from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QWidget

from borgerplan_desktop.casework.meeting.after_meeting import has_been_held, waiting_for_minutes
from borgerplan_desktop.casework.meeting.before_meeting import invite, not_invited, remove_meeting
from borgerplan_desktop.casework.meeting.during_meeting import start_meeting
from borgerplan_desktop.casework.meeting.new_meeting import NewMeeting, begin_new, usual_new
from borgerplan_desktop.casework.meeting.sending import Sending
from borgerplan_desktop.casework.meeting.series_rest import only_planned, rest_of
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.gui.adopting.adopt_plan import ask_to_adopt
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.form import load_form, set_button_icon
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.after_page import AfterPage
from borgerplan_desktop.gui.meeting.bar_fold import BarFold
from borgerplan_desktop.gui.meeting.before_page import BeforePage
from borgerplan_desktop.gui.meeting.calendar_actions import CalendarActions
from borgerplan_desktop.gui.meeting.during_page import DuringPage
from borgerplan_desktop.gui.meeting.meeting_dialogs import CallOff
from borgerplan_desktop.gui.meeting.meeting_pages import MeetingPages
from borgerplan_desktop.gui.meeting.meeting_phase import AFTER, BEFORE, DURING, PILLS, phase_of, steps_done
from borgerplan_desktop.gui.meeting.meeting_series import MeetingSeries
from borgerplan_desktop.gui.meeting.meetings_page import MeetingsPage
from borgerplan_desktop.gui.meeting.new_meeting_menu import NewMeetingMenu
from borgerplan_desktop.gui.meeting.send_papers import SendPapers
from borgerplan_desktop.gui.meeting.shown_rows import SHOWN, is_only_held
from borgerplan_desktop.gui.meeting.time_words import when_words
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.label import ElidedLabel
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.step_indicator import StepIndicator
from borgerplan_desktop.i18n import _, day, ngettext, pgettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import course_on
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus, next_meeting
from borgerplan_desktop.model.meeting_reader import MeetingFor
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import DocumentKind
from borgerplan_desktop.model.plan import PlanVersion

NEW = "new"                                              # instead of a row: what other tabs ask for


class MeetingTab(MeetingPages):
    """Shows the meeting that is going on, else the next, else the last; `show_row` shows another."""

    bar: SideBySide
    steps: StepIndicator
    about: QWidget
    meetings: QComboBox
    when: ElidedLabel
    state: Pill
    paper: QPushButton
    main: QPushButton
    more: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        load_form(self, "meeting_tab")
        self._meeting: Meeting | None = None
        self._stale = False
        self.steps.set_steps([
            (pgettext("meeting", "Before"), _("Make the meeting ready")),
            (pgettext("meeting", "During"), _("Write together")),
            (pgettext("meeting", "After"), _("Give and follow up"))])
        self.empty = EmptyState(parent=self, icon="people")
        self.empty.wanted.connect(self.prepare)
        self.empty.give_way()
        self.pages.addWidget(self.empty)
        calm_combo(self.meetings).setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._fold = BarFold(self.bar, self.steps, self.state, self.paper, self.when, self.meetings, self.main,
                             self.more)
        self._menu = QMenu(self)
        self.new_menu = NewMeetingMenu(desk, _("Prepare another meeting"), self)
        self.new_menu.wanted.connect(self.prepare_new)
        self.calendar = CalendarActions(desk, self)
        self.calendar.answered.connect(self.show_row)
        self.steps.chosen.connect(self._on_step)
        self.meetings.activated.connect(self._on_chosen)
        self.main.clicked.connect(self._on_main)
        self.paper.clicked.connect(self._on_paper)
        self.main.setAutoDefault(True)
        self.more.clicked.connect(self._on_more)
        desk.changed.connect(self._on_changed)
        self.show_row("")

    def connect_page(self, page: QWidget) -> None:
        if isinstance(page, BeforePage):
            page.participants.answer_dropped.connect(self.calendar.read)
            page.participants.change_wanted.connect(self.send_change)
            page.invitation_wanted.connect(self._go_to_sending)
            page.rest.list_wanted.connect(self.show_all)
        elif isinstance(page, DuringPage):
            page.ended.connect(self._on_ended)
            page.start_wanted.connect(self._on_start)
        elif isinstance(page, AfterPage):
            page.minutes.send_wanted.connect(self.send_minutes)
            page.meeting_wanted.connect(self.show_row)
        elif isinstance(page, MeetingsPage):
            page.chosen.connect(self.show_row)
            page.new_wanted.connect(self.prepare_new)
            page.left.connect(self._on_list_left)

    @property
    def meeting(self) -> Meeting | None:
        return self._meeting

    def show_row(self, row_id: str) -> None:
        """Show the meeting of this id, in the phase it has come to; without one the nearest; NEW prepares one."""
        if row_id == NEW:
            self.prepare()
            return
        found = self._find(row_id)
        if found is not self._meeting:
            self._desk.settle.emit()                     # may bring news
            found = self._find(row_id)
        self._meeting = found
        self._refresh(phase_of(found) if found is not None else BEFORE)

    def _find(self, id: str) -> Meeting | None:
        every = self._desk.case.all(Meeting)
        return (self._desk.case.get(Meeting, id) or next_meeting(self._desk.case, self._desk.opened.now())
                or (every[-1] if every else None))

    def standing(self) -> tuple[str, int]:
        """The meeting, and its step."""
        return self._meeting.id if self._meeting is not None else "", self.steps.current()

    def stand(self, before: tuple[str, int]) -> None:
        meeting, step = before
        self.show_row(meeting)
        if self._meeting is not None:
            self._on_step(step)

    def has_main_button(self) -> bool:
        return True

    def prepare(self) -> None:
        """A new meeting: the first is the network meeting that makes the plan, then follow-ups."""
        self.prepare_new(usual_new(self._desk.opened))

    def prepare_new(self, new: NewMeeting) -> None:
        """A new meeting of that sort, to be given a date first."""
        made = self._desk.made(begin_new, new)
        if made is not None:
            self.show_row(made.id)
            self.before.facts.open_at(self.before.facts.date.field)

    # ------------------------------------------------------------------ showing
    def _on_changed(self, changes: Changes) -> None:
        if not any(changes.touches(kind) for kind in SHOWN):
            return
        if self._meeting is None or not self._meeting.exists:
            self.show_row("")
        elif isinstance(self.pages.currentWidget(), MeetingsPage):
            self.all.show_meetings(self._meeting)
        elif self.isVisible():
            again = self._meeting.status is MeetingStatus.IN_PROGRESS and changes.touches(self._meeting, Meeting.status)
            self._refresh(DURING if again else self.steps.current(), changes)    # also when its end is undone
        else:
            self._stale = True                           # shown again when somebody looks

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh(self.steps.current())

    def _refresh(self, step: int, changes: Changes | None = None) -> None:
        self._stale = False
        meeting = self._meeting
        self.bar.setVisible(meeting is not None)
        if meeting is None:
            self.empty.say(_("No meeting is planned"), _("Who is to meet, and why?"), _("Prepare the meeting"))
            self.pages.setCurrentWidget(self.empty)
            return
        page = self.after if step == AFTER else self.during if step == DURING else self.before
        if self.pages.currentWidget() is not page or changes is None or changes.touches(meeting, Meeting.status):
            changes = None                               # it may not know the rest yet
        if not is_only_held(changes):
            self.steps.set_current(step, steps_done(meeting, self._desk.opened.today()))
            self._show_bar(meeting, step)
        if isinstance(page, AfterPage):
            page.show_meeting(meeting)
        else:
            page.show_meeting(meeting, changes)
        self.pages.setCurrentWidget(page)

    def _show_bar(self, meeting: Meeting, step: int) -> None:
        today = self._desk.opened.today()
        every = self._desk.case.all(Meeting)
        several = len(every) > 1
        self.meetings.setVisible(several)
        self.when.setVisible(not several and step != BEFORE and meeting.starts_at is not None)
        self.when.setText(when_words(meeting, today))
        if several:
            self.meetings.clear()
            for each in every:
                self.meetings.addItem(" · ".join((when_words(each, today), _(each.kind.label), _(each.status.label))),
                                      each.id)
            self.meetings.setCurrentIndex(every.index(meeting))
            self.meetings.setToolTip("")
        self.about.setVisible(step != DURING or self.bar.is_wide())    # the meeting needs the height
        kind, icon = PILLS[meeting.status]
        words = _(meeting.status.label)
        version = self._adopted_here(meeting)
        if meeting.status is MeetingStatus.CALLED_OFF and meeting.called_off_by:
            words = _("Called off by {name}").format(name=meeting.called_off_by)
        elif step == AFTER and version is not None:
            words = _("The plan was adopted on day {n}").format(
                n=course_on(self._desk.case, version.adopted_on).day(version.adopted_on))
            kind, icon = "good", "flag"
        elif meeting.status is MeetingStatus.INVITED and meeting.invited_on is not None:
            words = _("Invited {date}").format(date=day(meeting.invited_on, today))
        self.state.say(words, kind, icon)
        verb, icon = self._main_action(meeting, step)
        self.main.setVisible(bool(verb))
        if verb:
            self.main.setText(verb)
            self.main.setAccessibleName(verb)
            set_button_icon(self.main, icon)
        paper, icon = self._paper_action(meeting, step)
        self._fold.show_paper(paper, icon)

    def _main_action(self, meeting: Meeting, step: int) -> tuple[str, str]:
        """The one primary action of the screen: its verb and icon."""
        if step == BEFORE and meeting.status is MeetingStatus.PLANNED:
            return _("Send to everyone"), "send"
        if step == BEFORE and meeting.status is MeetingStatus.INVITED:
            return _("Start the meeting"), "play"
        if step == AFTER and has_been_held(meeting):
            if self._adopted_here(meeting) is None and meeting.kind is MeetingKind.NETWORK:
                return _("Adopt the plan"), "flag"
            if waiting_for_minutes(self._desk.opened, meeting):
                return _("Send the minutes"), "send"
        return "", ""

    def _paper_action(self, meeting: Meeting, step: int) -> tuple[str, str]:
        """The paper that one looks at here: the invitation, and afterwards the citizen's page."""
        if step == BEFORE and meeting.status.ahead:
            return _("Show the invitation"), "eye"
        if step == AFTER and has_been_held(meeting):
            name = self._desk.case.the(Citizen).first_name.strip()
            return (_("Print for {name}").format(name=name) if name else _("Print for the citizen")), "print"
        return "", ""

    def _adopted_here(self, meeting: Meeting) -> PlanVersion | None:
        versions = self._desk.case.of(PlanVersion, PlanVersion.meeting_id, meeting.id)
        return versions[-1] if versions else None

    # ------------------------------------------------------------------ what a person does
    def show_all(self) -> None:
        """All meetings of the citizen."""
        self._desk.settle.emit()
        self.bar.hide()
        self.all.show_meetings(self._meeting)
        self.pages.setCurrentWidget(self.all)
        self.all.take_keyboard()

    def _on_list_left(self) -> None:
        self._refresh(self.steps.current())
        self.more.setFocus()

    def _on_step(self, step: int) -> None:
        self._desk.settle.emit()
        self._refresh(step)

    def _on_chosen(self, index: int) -> None:
        self.show_row(self.meetings.itemData(index) or "")

    def _on_main(self) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        self._desk.settle.emit()
        if self.steps.current() == BEFORE:
            if meeting.status is MeetingStatus.PLANNED:
                self.send(Sending.INVITATION)
            else:
                self._on_start()
        elif self._adopted_here(meeting) is None and meeting.kind is MeetingKind.NETWORK:
            ask_to_adopt(self._desk, meeting, self.window())
        else:
            self.send_minutes()

    def _on_paper(self) -> None:
        if self._meeting is not None:
            after = self.steps.current() == AFTER
            self.show_their_paper(DocumentKind.MEETING_MEANING if after else DocumentKind.INVITATION)

    def show_their_paper(self, kind: DocumentKind, member: NetworkMember | None = None) -> PaperWindow | None:
        """A paper of this meeting as somebody gets it; without anybody the citizen's own."""
        if self._meeting is None:
            return None
        return show_paper(self._desk, BY_KIND[kind], self.window(), MeetingFor.to(self._meeting, member).key)

    def send(self, sending: Sending) -> SendPapers | None:
        """Who gets it, and how."""
        if self._meeting is None:
            return None
        self._desk.settle.emit()
        dialog = SendPapers(self._desk, self._meeting, sending, self.window())
        dialog.open()
        return dialog

    def send_change(self) -> SendPapers | None:
        """What has changed, to those who have an older agenda."""
        return self.send(Sending.CHANGE)

    def send_minutes(self) -> SendPapers | None:
        return self.send(Sending.MINUTES)

    def _go_to_sending(self) -> None:
        """Where the checklist leads: to those with an older agenda first."""
        change = self.before.participants.send_change
        (change if change.isVisible() else self.main).setFocus()

    def _on_invite(self) -> None:
        if self._meeting is not None:
            self._desk.do(invite, self._meeting)

    def _on_start(self) -> None:
        if self._meeting is not None and self._desk.do(start_meeting, self._meeting) == "stored":
            self._refresh(DURING)
            self.during.take_focus()

    def _on_ended(self) -> None:
        self._refresh(AFTER)
        self.steps.setFocus()                            # at the step that follows

    def _on_more(self) -> None:
        self.fill_menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def fill_menu(self) -> QMenu:
        """What can be done with this meeting besides the main thing."""
        self._menu.clear()
        self._menu.addAction(_("All meetings"), self.show_all)
        self._menu.addMenu(self.new_menu)
        meeting = self._meeting
        if meeting is not None and meeting.starts_at is not None:
            self._menu.addAction(_("Several meetings like this …"), self._on_series)
        if meeting is not None and meeting.status.ahead:
            if meeting.status is MeetingStatus.PLANNED:
                self._menu.addAction(_("Note as invited"), self._on_invite)
                self._menu.addAction(_("Start the meeting"), self._on_start)
            elif not_invited(self._desk.opened, meeting):
                self._menu.addAction(_("Send to the new ones …"), self._on_send_again)
                self._menu.addAction(_("Note the new ones as invited"), self._on_invite)
            self._menu.addAction(_("Show the agenda"), self._on_agenda)
            self._menu.addAction(_("List for the table"), self._on_attendance)
            self.calendar.add_to(self._menu, meeting)
            self._menu.addSeparator()
            self._menu.addAction(_("Call the meeting off …"), self._on_call_off)
            if meeting.status is MeetingStatus.PLANNED:
                self._menu.addAction(_("Delete the meeting"), self._on_delete)
                if n := len(only_planned(rest_of(meeting))):
                    self._menu.addAction(ngettext("Delete this and the next one", "Delete this and the next {n}",
                                                  n).format(n=n), self._on_delete_rest)
        elif meeting is not None and has_been_held(meeting):
            self._menu.addAction(_("Show the minutes"), self._on_minutes)
            self._menu.addAction(_("Send the minutes …"), self.send_minutes)
        elif meeting is not None and meeting.status is MeetingStatus.CALLED_OFF:
            self._menu.addAction(_("Tell that it is called off …"), self.send_change)
            self.calendar.add_to(self._menu, meeting)
        return self._menu

    def _on_send_again(self) -> None:
        self.send(Sending.INVITATION)

    def _on_agenda(self) -> None:
        self.show_their_paper(DocumentKind.AGENDA)

    def _on_attendance(self) -> None:
        self.show_their_paper(DocumentKind.ATTENDANCE)

    def _on_minutes(self) -> None:
        self.show_their_paper(DocumentKind.MINUTES)

    def _on_series(self) -> None:
        if self._meeting is not None:
            MeetingSeries(self._desk, self._meeting, self).open()

    def _on_call_off(self) -> None:
        if self._meeting is not None:
            CallOff(self._desk, self._meeting, self).open()

    def _on_delete(self) -> None:
        if self._meeting is not None:
            self._desk.do(remove_meeting, self._meeting)

    def _on_delete_rest(self) -> None:
        if self._meeting is not None:
            self._desk.do(remove_meeting, self._meeting, only_planned(rest_of(self._meeting)))
