"""The tab Overblik: where the course stands, what it waits for, and a door to every place."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from borgerplan_desktop.casework.course import overview
from borgerplan_desktop.casework.plan.agreements import tick_agreement
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.overview.card_rows import AgreementRow, GoalRow
from borgerplan_desktop.gui.overview.ladder_view import LadderView, steps_in_words
from borgerplan_desktop.gui.overview.mini_map import MiniMap
from borgerplan_desktop.gui.overview.next_meeting import show_next_meeting
from borgerplan_desktop.gui.overview.parts import PARTS, part_holding
from borgerplan_desktop.gui.overview.waiting_strip import set_call, waiting_words
from borgerplan_desktop.gui.showing.course_line_view import CourseLineView
from borgerplan_desktop.gui.widgets.columns import CardColumns
from borgerplan_desktop.gui.widgets.label import breakable, plain_label, set_tip
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import _, day, listed, ngettext
from borgerplan_desktop.model.application import Application, Nudge
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic
from borgerplan_desktop.model.course import (
    CoordinatorAssignment,
    Course,
    Milestone,
    ResponsibilityRequest,
    current_course,
)
from borgerplan_desktop.model.life_areas import ring_names
from borgerplan_desktop.model.meeting import ChecklistTick, Meeting, Participant
from borgerplan_desktop.model.network import NetworkMember, Representation, Ring, Tie, map_is_begun, people
from borgerplan_desktop.model.plan import (
    Agreement,
    AgreementStatus,
    Goal,
    LadderPosition,
    Plan,
    PlanVersion,
    Step,
    current_plan,
    ladder_step,
    open_agreements,
)
from borgerplan_desktop.model.text import shortened

if TYPE_CHECKING:
    from borgerplan_desktop.gui.overview.whole_course import WholeCourse

GOALS, AGREEMENTS = 5, 6                                 # lines a card shows; the rest is one click away
FEW_GOALS, FEW_AGREEMENTS = 3, 4                         # on the usual pc, where the board is seen without scrolling
ROOM_FOR_MANY = 720                                      # design pixels of height for more lines
BOARD = "board"                                          # in place of a row's id: the overview itself
ROOM_FOR_TWO = 660                                       # design pixels; with less the header's menu alone leads there


class OverviewTab(Tab):
    page_scroll: QScrollArea
    course_days: QLabel
    responsible_button: QPushButton
    course_button: QPushButton
    course_line: CourseLineView
    waiting_card: QFrame
    waiting_label: QLabel
    call_button: QPushButton
    waiting_button: QPushButton
    columns: CardColumns
    meeting_box: QWidget
    meeting_pill: Pill
    words_box: QWidget
    words_button: QPushButton
    mini_map: MiniMap
    closest_label: QLabel
    network_button: QPushButton
    goals_box: QWidget
    goals_button: QPushButton
    agreements_box: QWidget
    agreements_button: QPushButton
    ladder_view: LadderView
    ladder_label: QLabel
    ladder_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._whole: WholeCourse | None = None           # made when it is first wanted
        self._unseen = Changes()                         # what happened while another tab was in front
        self._roomy = False                              # whether the window is taller than the usual one
        load_form(self, "overview_tab")
        self.pages = QStackedWidget(self)
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(self.page_scroll, self.pages)
        self.pages.addWidget(self.page_scroll)
        # Signals
        for door, act in (
            (self.course_button, self._on_course), (self.responsible_button, self._on_responsible),
            (self.waiting_button, self._on_waiting), (self.call_button, self._on_call),
            (self.words_button, self._on_words), (self.network_button, self._on_network),
            (self.goals_button, self._on_plan), (self.agreements_button, self._on_agreements),
            (self.ladder_button, self._on_ladder), (self.mini_map, self._on_network),
        ):
            door.clicked.connect(act)
        desk.changed.connect(self._on_changed)
        # Initial update
        self._refresh_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "responsible_button"):
            self._share_room()

    def _share_room(self) -> None:
        self.responsible_button.setVisible(self.width() >= px(ROOM_FOR_TWO))
        roomy = self.height() >= px(ROOM_FOR_MANY)
        if roomy is not self._roomy:
            self._roomy = roomy
            self._show_words()
            self._show_goals()
            self._show_agreements()

    # ------------------------------------------------------------------ the whole course
    def show_row(self, row_id: str) -> None:
        """Bring a part of the whole course to the front by its key, a row where it lies ("part:row" says both), or
        the board ("board")."""
        if row_id == BOARD:
            self._show_board()
            return
        key, _colon, row = row_id.partition(":")
        if not any(each.key == key for each in PARTS):
            rows = (self._desk.case.get(kind, row_id) for kind in self._desk.case.row_kinds)
            found = next((each for each in rows if each is not None), None)
            key, row = (part_holding(found), row_id) if found is not None else ("", "")
        if key:
            whole = self.whole_course()
            whole.show_part(key, row)
            whole.take_keyboard()

    def whole_course(self) -> WholeCourse:
        """The whole course, in front."""
        if self._whole is None:
            from borgerplan_desktop.gui.overview.whole_course import WholeCourse  # with all fields: not for the board

            self._whole = WholeCourse(self._desk, self.pages)
            self._whole.left.connect(self._show_board)
            self._whole.turned.connect(self.turned)
            self.pages.addWidget(self._whole)
        self.pages.setCurrentWidget(self._whole)
        return self._whole

    def _show_board(self) -> None:
        self.pages.setCurrentWidget(self.page_scroll)
        self.course_button.setFocus()
        self.turned.emit()

    def _in_front(self) -> WholeCourse | None:
        return self._whole if self.pages.currentWidget() is self._whole else None

    def standing(self) -> Any:
        front = self._in_front()
        return front.standing() if front is not None else None

    def stand(self, before: Any) -> None:
        self.whole_course().stand(before)

    def let_go_of_hidden(self) -> None:
        if self._whole is not None:
            self._whole.let_go_of_hidden()

    def part(self) -> str:
        front = self._in_front()
        return front.entry.key if front is not None and front.entry is not None else ""

    def is_among_people(self) -> bool:
        """At every part alike: a list that unfolds between two of them takes the list of parts away from the hand."""
        return self._in_front() is not None

    def has_main_button(self) -> bool:
        front = self._in_front()
        return front is not None and front.part is not None and front.part.has_main_button()

    def print_paper(self) -> bool:
        front = self._in_front()
        return front is not None and front.part is not None and front.part.print_paper()

    # ------------------------------------------------------------------ what is shown
    def _on_changed(self, changes: Changes) -> None:
        """Behind another tab nothing is made anew: what happened meanwhile is shown when somebody looks."""
        self._unseen = Changes((*self._unseen, *changes))
        if self.isVisible():
            self._show_unseen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_unseen()

    def _show_unseen(self) -> None:
        touched, self._unseen = self._unseen.touches, Changes()
        meeting = touched(Meeting) or touched(ChecklistTick) or touched(Participant)
        network = touched(NetworkMember) or touched(Tie)
        consent = touched(Consent) or touched(ConsentPerson) or touched(ConsentTopic)
        plan = touched(Plan) or touched(Goal) or touched(PlanVersion)
        if meeting or plan or network or consent or touched(Course) or touched(Milestone) \
                or touched(CoordinatorAssignment) or touched(ResponsibilityRequest) \
                or touched(Application) or touched(Nudge):
            self._show_course()
        if meeting or consent or network or touched(Cooperation) or touched(Representation) or touched(Course):
            self._show_meeting()
        if touched(Plan) or touched(Citizen):
            self._show_words()
        if network or consent:
            self._show_network()
        if touched(Goal) or touched(Step):
            self._show_goals()
        if touched(Agreement) or touched(NetworkMember):
            self._show_agreements()
        if touched(LadderPosition) or touched(Plan, Plan.ladder_goal):
            self._show_ladder()

    def _refresh_all(self) -> None:
        self._show_course()
        self._show_meeting()
        self._show_words()
        self._show_network()
        self._show_goals()
        self._show_agreements()
        self._show_ladder()

    def _show_course(self) -> None:
        case, now = self._desk.case, self._desk.opened.now()
        line = overview.course_line(case, now.date())
        self.course_line.show_line(line, rows=False)     # the board stands on one screen
        self.course_days.setText(ngettext("{n} day since the first contact", "{n} days since the first contact",
                                          line.day).format(n=line.day) if line.day else _("First contact today"))
        closed_on = current_course(case).closed_on
        if closed_on is not None:
            self.course_days.setText(_("The course ended {date}.").format(date=day(closed_on, now.date())))
        waiting = overview.waiting(case, now)
        self.waiting_card.setVisible(waiting is not None)
        if waiting is not None:
            self.waiting_label.setText(breakable(waiting_words(waiting, now.date())))
            set_call(self.call_button, waiting)
            words = _("Go there") if waiting.wait is None else _("Write the answer") if not waiting.said else \
                _("See the wait")
            alone = self.call_button.isHidden() or not waiting.said
            self.waiting_button.setText(words if alone else "")          # beside the call there is room for words
            self.waiting_button.setAccessibleName(words)
            set_tip(self.waiting_button, "" if alone else words)

    def _on_prepare(self) -> None:
        self._desk.go.emit("meetings", "")

    def _show_meeting(self) -> None:
        show_next_meeting(self._desk, self.meeting_box, _fresh(self.meeting_box), self.meeting_pill, self._on_prepare)

    def _show_words(self) -> None:
        plan, lines = current_plan(self._desk.case), _fresh(self.words_box)
        shown = [(label, text) for label, text in (
            ("", plan.hopes or plan.situation), (_("What matters most now"), plan.matters_now)) if text]
        for label, text in shown:
            if label:
                lines.addWidget(plain_label(label, "smallbold", self.words_box))
            most = (80 if label else 120) if self._roomy else (60 if label else 80)
            lines.addWidget(plain_label(f"»{shortened(text, most)}«", "" if label else "quote", self.words_box,
                                        wrap=True))
        if not shown:
            name = self._desk.case.the(Citizen).first_name
            lines.addWidget(plain_label(_("Nothing written yet. What does {name} hope for?").format(name=name), "muted",
                                        self.words_box, wrap=True))
        self.words_button.setText(_("Edit") if shown else _("Write"))
        self.words_button.setAccessibleName(self.words_button.text())

    def _show_network(self) -> None:
        case = self._desk.case
        self.mini_map.show_case(case, self._desk.opened.today())
        closest = [m.contact.first_name for m in people(case) if m.ring is Ring.CLOSEST]
        if closest and map_is_begun(case):
            text = _("{ring}: {names}.").format(ring=ring_names(case.register)[Ring.CLOSEST], names=listed(closest))
        elif map_is_begun(case):
            text = _("Ask {name} who is closest.").format(name=case.the(Citizen).first_name)
        else:
            text = _("Nobody on the map yet. Who is important to {name}?").format(name=case.the(Citizen).first_name)
        self.closest_label.setText(breakable(text))

    def _show_goals(self) -> None:
        goals, lines = current_plan(self._desk.case).goals, _fresh(self.goals_box)
        most = GOALS if self._roomy else FEW_GOALS
        for number, goal in enumerate(goals[:most], 1):
            row = GoalRow(number, goal, self._desk.opened.today(), self.goals_box)
            row.opened.connect(self._on_goal)
            lines.addWidget(row)
        more = len(goals) - most
        if more > 0:
            lines.addWidget(plain_label(ngettext("and {n} more", "and {n} more", more).format(n=more), "small",
                                        self.goals_box))
        if not goals:
            name = self._desk.case.the(Citizen).first_name
            lines.addWidget(plain_label(_("No goals yet. What would {name} like to achieve?").format(name=name),
                                        "muted", self.goals_box, wrap=True))

    def _show_agreements(self) -> None:
        case, lines = self._desk.case, _fresh(self.agreements_box)
        done = [a for a in case.all(Agreement) if a.status is AgreementStatus.DONE]
        done.sort(key=lambda a: str(a.done_on), reverse=True)
        shown = open_agreements(case)
        most = AGREEMENTS if self._roomy else FEW_AGREEMENTS
        rest = max(0, len(shown) - most)
        for agreement in [*shown[:most], *done[:max(0, min(1, most - len(shown)))]]:
            row = AgreementRow(agreement, self._desk.opened.today(), self.agreements_box)
            row.ticked.connect(self._on_ticked, Qt.ConnectionType.QueuedConnection)
            lines.addWidget(row)
        if rest:
            lines.addWidget(plain_label(ngettext("and {n} more", "and {n} more", rest).format(n=rest), "small",
                                        self.agreements_box))
        if not shown and not done:
            lines.addWidget(plain_label(_("No agreements yet."), "muted", self.agreements_box, wrap=True))

    def _show_ladder(self) -> None:
        case = self._desk.case
        now, goal = ladder_step(case), current_plan(case).ladder_goal
        self.ladder_view.show_steps(now, goal)
        self.ladder_label.setText(steps_in_words(now, goal))

    # ------------------------------------------------------------------ doors
    def _on_course(self) -> None:
        self._desk.go.emit("overview", "course")

    def _on_ladder(self) -> None:
        self._desk.go.emit("overview", "ladder")

    def _on_responsible(self) -> None:
        self._desk.go.emit("responsibility", "")

    def _on_waiting(self) -> None:
        waiting = overview.waiting(self._desk.case, self._desk.opened.now())
        if waiting is not None:
            self._desk.go.emit(waiting.tab, waiting.row_id)

    def _on_call(self) -> None:
        waiting = overview.waiting(self._desk.case, self._desk.opened.now())
        if waiting is not None and waiting.wait is not None:
            from borgerplan_desktop.gui.waiting.call_dialog import CallDialog

            CallDialog(self._desk, waiting.wait.row, self.window()).open()

    def _on_plan(self) -> None:
        self._desk.go.emit("plan", "")

    def _on_words(self) -> None:
        self._desk.go.emit("plan", "own_words")

    def _on_goal(self, goal_id: str) -> None:
        self._desk.go.emit("plan", goal_id)

    def _on_network(self) -> None:
        self._desk.go.emit("network", "")

    def _on_agreements(self) -> None:
        self._desk.go.emit("plan", "agreements")

    def _on_ticked(self, agreement_id: str, done: bool) -> None:
        agreement = self._desk.case.get(Agreement, agreement_id)
        if agreement is not None:
            self._desk.do(tick_agreement, agreement, done)


def _fresh(box: QWidget) -> QVBoxLayout:
    """The box's layout, emptied."""
    layout = box.layout()
    assert isinstance(layout, QVBoxLayout)
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    return layout
