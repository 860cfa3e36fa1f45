"""The tab where the plan is made together: own words, goals, agreements, follow-up, and the paper beside it."""
from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from borgerplan_desktop.casework.plan.adoption import Hint
from borgerplan_desktop.gui.adopting.adopt_plan import ask_to_adopt
from borgerplan_desktop.gui.adopting.plan_answers import PlanAnswers
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.further_page import FurtherPage
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.plan.agreement_list import AgreementList
from borgerplan_desktop.gui.plan.follow_up import FollowUp, Hints
from borgerplan_desktop.gui.plan.goal_list import GoalList
from borgerplan_desktop.gui.plan.loose_notes import LooseNotes
from borgerplan_desktop.gui.plan.own_words import OwnWords
from borgerplan_desktop.gui.plan.paper_follows import PaperFollows
from borgerplan_desktop.gui.plan.plan_pages import ASKED_BY_KEY, BY_KEY, FURTHER
from borgerplan_desktop.gui.plan.plan_places import answer, show_habit
from borgerplan_desktop.gui.plan.plan_rest import PlanRest
from borgerplan_desktop.gui.plan.plan_state_bar import PlanStateBar
from borgerplan_desktop.gui.plan.undone_place import bring_into_sight
from borgerplan_desktop.gui.printing.for_whom import ForWhom
from borgerplan_desktop.gui.printing.preview import Preview
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.label import ElidedLabel, show_if
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.everyday_health import Habit
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.papers import EarlierPlan, Passage
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Plan, PlanVersion, Step, current_plan

BESIDE = 990                                             # design pixels from which editor and paper share the tab
PLAN_KINDS = (Plan, Goal, Step, Intervention, Agreement, PlanVersion, Meeting, EarlierPlan)


class PlanTab(Tab):
    split: QSplitter
    page: QScrollArea
    state_bar: PlanStateBar
    words_layout: QVBoxLayout
    goals_row: QWidget
    goals_layout: QVBoxLayout
    drag_label: ElidedLabel
    add_goal_button: QPushButton
    empty: EmptyState
    rest_layout: QVBoxLayout

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "plan_tab")
        self._desk = desk
        self.paper: Preview | None = None
        self._wrote_in: QWidget | None = None               # before the paper came
        name = desk.case.the(Citizen).first_name
        self._further: dict[str, FurtherPage] = {}          # made when they are first wanted
        self.pages = QStackedWidget(self)
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(self.split, self.pages)
        self.pages.addWidget(self.split)
        content = self.page.widget() or self             # at once, or each part of them would be dressed anew
        self.own_words = OwnWords(desk, content)
        self.goals = GoalList(desk, content)
        self._rest: PlanRest | None = None
        self.words_layout.addWidget(self.own_words)
        self.goals_layout.addWidget(self.goals)
        self.own_words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.empty.say(_("No goals yet"), _("What would {name} like to achieve?").format(name=name), _("Add goal"))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        self._rest_soon = QTimer(self, singleShot=True, interval=0)
        self._rest_soon.timeout.connect(self._make_rest)
        # Signals
        self.add_goal_button.clicked.connect(self.goals.add)
        self.empty.wanted.connect(self.goals.add)
        self.empty.offer_also(_("Begin from a template"), "note").clicked.connect(partial(self.ask, "from_template"))
        self.goals.emptied.connect(self._on_emptied)
        self.state_bar.paper_wanted.connect(self.show_paper)
        self.state_bar.adopt_wanted.connect(self.ask_to_adopt)
        self.state_bar.version_wanted.connect(self.show_version)
        self.state_bar.page_wanted.connect(self._on_wanted)
        self.state_bar.answers_wanted.connect(self.show_answers)
        for each in FURTHER:
            if each.keys:
                shortcut = QShortcut(QKeySequence(each.keys), self)          # while the plan is seen
                shortcut.activated.connect(partial(self.open_page, each.key))
        desk.changed.connect(self._on_changed)
        new_goal = QShortcut(QKeySequence("Ctrl+M"), self)
        new_goal.activated.connect(self.add_goal)
        # Initial update
        self._on_emptied(not current_plan(desk.case).goals)
        self._refresh()
        self.goals.arrive()

    # ------------------------------------------------------------------------------------------- below the goals
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._rest is None:
            self._rest_soon.start()                      # after the first painting, in which nobody sees it

    def _make_rest(self) -> PlanRest:
        if self._rest is None:
            self._rest = PlanRest(self._desk, self.rest_layout, self.page.widget() or self)
            self._rest.hints.wanted.connect(self._on_hint)
            self._tell_rest()
        return self._rest

    @property
    def agreements(self) -> AgreementList:
        return self._make_rest().agreements

    @property
    def follow_up(self) -> FollowUp:
        return self._make_rest().follow_up

    @property
    def loose_notes(self) -> LooseNotes:
        return self._make_rest().loose_notes

    @property
    def hints(self) -> Hints:
        return self._make_rest().hints

    def _make_whole(self) -> None:
        """Everything that the page holds, so that it is as tall as it will be."""
        self._make_rest()
        self.goals.make_whole()

    # ------------------------------------------------------------------------------------------- the paper
    def toggle_paper(self) -> None:
        """F9."""
        self.show_paper(self.part() != "" or self.paper is None or self.paper.isHidden())

    def open_paper(self) -> None:
        self.show_paper(True)

    def show_paper(self, on: bool) -> None:
        """The page beside the editor. Who wrote there goes on where they were when it goes."""
        holder = QApplication.focusWidget()
        if on and holder is not None and self.page.isAncestorOf(holder):
            self._wrote_in = holder
        leaves = not on and holder is not None and self.paper is not None and self.paper.isAncestorOf(holder)
        if on:
            self.pages.setCurrentWidget(self.split)
        if on and self.paper is None:
            self.paper = Preview(self._desk, self)
            self.paper.large_button.setChecked(self._desk.case.the(Citizen).paper_large)
            self.split.addWidget(self.paper)
            self.split.setSizes([55, 45])
            self.split.setStretchFactor(0, 1)
            PaperFollows(self, self.paper)
            self.paper.closed.connect(self._on_paper_closed)
            self.paper.print_wanted.connect(self.print_paper)
            self.paper.save_wanted.connect(self.save_plan)
        if self.paper is not None:
            if on and self.paper.version is not None:
                self.paper.show_draft()
            if on and self.paper.isHidden():
                self._give_room()
            self.paper.setVisible(on)
        self._share_room()
        self.state_bar.show_paper_open(on)
        if leaves:
            goes_on = self._wrote_in is not None and isValid(self._wrote_in) and self._wrote_in.isVisible()
            (self._wrote_in if goes_on and self._wrote_in is not None else self.state_bar.paper_button).setFocus()

    def _give_room(self) -> None:
        self.split.setSizes([max(1, self.width() * 55 // 100), max(1, self.width() * 45 // 100)])

    def _share_room(self) -> None:
        """Where there is no room for both, the paper takes the place of the editor."""
        seen = self.paper is not None and not self.paper.isHidden()
        self.page.setVisible(not seen or self.width() >= px(BESIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def show_version(self, version: PlanVersion) -> None:
        """An adopted version, as it was frozen."""
        self.show_paper(True)
        if self.paper is not None:
            self.paper.show_version(version)

    def show_answers(self, version: PlanVersion) -> PlanAnswers:
        """Who agreed and signed, to fill in when it comes."""
        dialog = PlanAnswers(self._desk, version, self.window())
        dialog.open()
        return dialog

    def _on_paper_closed(self) -> None:
        self.show_paper(False)
        self.state_bar.paper_button.setFocus()

    def print_paper(self) -> bool:
        """Ctrl+P: the paper comes into sight; who it is for is asked, then comes the system's print dialog. A further
        page may have a paper of its own.
        """
        page = self.pages.currentWidget()
        if isinstance(page, FurtherPage) and page.print_paper():
            return True
        self.pages.setCurrentWidget(self.split)
        self._for_whom(save=False).open()
        return True

    def save_plan(self) -> None:
        self._for_whom(save=True).open()

    def _for_whom(self, *, save: bool) -> ForWhom:
        self._desk.settle.emit()
        if self.paper is None or self.paper.isHidden():
            self.show_paper(True)
        assert self.paper is not None
        as_adopted = self.paper.spoken if self.paper.version is not None else ""
        return ForWhom(self._desk, self.paper.paper_for, save=save, parent=self.window(), spoken=as_adopted)

    # ------------------------------------------------------------------------------------------- adopting
    def ask_to_adopt(self) -> None:
        asking = ask_to_adopt(self._desk, self._meeting_now(), self.window())
        asking.accepted.connect(self.state_bar.paper_button.setFocus)    # what is next; the button that asked goes

    def _meeting_now(self) -> Meeting | None:
        """The meeting that is being held, or was held today."""
        today = self._desk.opened.today()
        return next((m for m in self._desk.case.all(Meeting) if m.status is MeetingStatus.IN_PROGRESS or (
            m.status in (MeetingStatus.HELD, MeetingStatus.MINUTES_SENT) and m.starts_at is not None
            and m.starts_at.date() == today)), None)

    # ------------------------------------------------------------------------------------------- finding a place
    def add_goal(self) -> None:
        """Ctrl+M, wherever in the plan: what is made is in sight."""
        self._desk.settle.emit()
        if self.part():
            self.pages.setCurrentWidget(self.split)
            self.turned.emit()
        if self.page.isHidden():                         # the paper has its place
            self.show_paper(False)
        self.goals.add()

    def show_row(self, row_id: str) -> None:
        """Open the goal, or show the agreement, with this id; "own_words", "agreements", "adopt" and further pages are
        places.
        """
        case = self._desk.case
        key, _colon, row = row_id.partition(":")
        if key in BY_KEY:
            self.open_page(key, row)
            return
        if case.get(EarlierPlan, row_id) is not None or case.get(Passage, row_id) is not None:
            self.open_page("earlier", row_id)
            return
        self.pages.setCurrentWidget(self.split)
        self._make_whole()
        if row_id == "adopt":
            self.ask_to_adopt()
        elif row_id == "own_words":
            self.go_to(self.own_words.first_to_write())
        elif row_id == "agreements":
            self.agreements.show()                       # an agreement needs no goal
            self.go_to(self.agreements.add_button)
        for kind in (Step, Intervention):
            if (part := case.get(kind, row_id)) is not None:
                row_id = part.goal_id
        if (goal := case.get(Goal, row_id)) is not None:
            self.goals.open(goal)
        elif (row := self.agreements.rows.widget(case.get(Agreement, row_id))) is not None:
            self.go_to(row)
        elif (note := case.get(Note, row_id)) is not None and (shown := self.loose_notes.show_note(note)) is not None:
            QTimer.singleShot(0, shown, partial(self.go_to, shown))     # once the page knows how tall it is
            shown.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        elif case.get(Plan, row_id) is not None:
            self.go_to(self.follow_up.on)
        elif (habit := case.get(Habit, row_id)) is not None:
            show_habit(self, habit)

    def bring_into_sight(self, row_id: str) -> None:
        """Not where a further page or the paper has the place."""
        if not self.part() and not self.page.isHidden():
            case = self._desk.case
            found = (case.get(kind, row_id) for kind in (Goal, Step, Intervention, Agreement))
            bring_into_sight(self, self.page, next((row for row in found if row is not None), None))

    def standing(self) -> tuple[str, bool, str, Any]:
        """The open goal, whether the paper is in sight, the further page in front, and what is open in it."""
        goal, page = self.goals.open_goal, self._further.get(self.part())
        return (goal.id if goal is not None else "", self.paper is not None and not self.paper.isHidden(), self.part(),
                page.standing() if page is not None else None)

    def stand(self, before: tuple[str, bool, str, Any]) -> None:
        goal, paper, page, opened = before
        self._make_whole()                               # it is scrolled to where it was
        self.goals.open(self._desk.case.get(Goal, goal))
        if paper:
            self.open_paper()
        if page:
            self.open_page(page)
        if opened is not None:
            self._further[page].stand(opened)

    def has_main_button(self) -> bool:
        page = self.pages.currentWidget()
        if isinstance(page, FurtherPage):
            return page.has_main_button()
        return not current_plan(self._desk.case).goals

    def part(self) -> str:
        page = self.pages.currentWidget()
        return next((key for key, each in self._further.items() if each is page), "")

    # ------------------------------------------------------------------------------------------- further pages
    def open_page(self, key: str, row_id: str = "") -> FurtherPage:
        """A further page, in the place of the editor."""
        self._desk.settle.emit()
        page = self._further.get(key)
        if page is None:
            page = self._further[key] = BY_KEY[key].make(self._desk, self.pages)
            page.left.connect(self._show_editor)
            page.turned.connect(self.turned)
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if row_id:
            page.show_row(row_id)
        else:
            page.take_keyboard()
        self.turned.emit()
        return page

    def ask(self, key: str) -> CaseDialog:
        """What the plan's menu asks, over the plan."""
        self._desk.settle.emit()
        dialog = ASKED_BY_KEY[key].make(self._desk, self.window(), self.goals.open)
        dialog.open()
        return dialog

    def _on_wanted(self, key: str) -> None:
        if key in ASKED_BY_KEY:
            self.ask(key)
        else:
            self.open_page(key)

    def _show_editor(self) -> None:
        key, bar = self.part(), self.state_bar
        if not key:
            return
        self.pages.setCurrentWidget(self.split)
        (bar.versions_button if key == "compare" and bar.versions_button.isVisible() else bar.more_button).setFocus()
        self.turned.emit()

    def _on_hint(self, hint: Hint) -> None:
        answer(self, hint)

    def go_to(self, target: QWidget) -> None:
        """The keyboard is there, and the place in sight."""
        content = self.page.widget()
        if content is not None:
            self.page.verticalScrollBar().setValue(max(0, target.mapTo(content, QPoint(0, 0)).y() - px(80)))
        target.setFocus()

    # ------------------------------------------------------------------------------------------- refresh
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in PLAN_KINDS):
            self._soon.start()

    def _on_emptied(self, empty: bool) -> None:
        show_if(self.empty, empty)
        show_if(self.goals, not empty)
        show_if(self.goals_row, not empty)
        self._tell_rest()

    def _tell_rest(self) -> None:
        if self._rest is not None:
            self._rest.show_for(bool(current_plan(self._desk.case).goals) or bool(self._desk.case.all(Agreement)))

    def _refresh(self) -> None:
        self.state_bar.tell(self._desk)
        self.drag_label.setVisible(len(current_plan(self._desk.case).goals) > 1)
