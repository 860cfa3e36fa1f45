"""Earlier plans taken over: their list, the text of one, and where each passage of it goes."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from borgerplan_desktop.casework.plan import earlier_plans
from borgerplan_desktop.casework.plan.taking_over import take_over
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.theme import px, scale
from borgerplan_desktop.gui.earlier.become import Become, choices, menu_of, use_of
from borgerplan_desktop.gui.earlier.own_file import OwnFile
from borgerplan_desktop.gui.earlier.passage_strip import PassageStrip
from borgerplan_desktop.gui.earlier.passage_text import PassageText
from borgerplan_desktop.gui.earlier.settled_strip import SettledStrip
from borgerplan_desktop.gui.earlier.take_in_dialog import EarlierPlanDialog
from borgerplan_desktop.gui.earlier.targets import Target, Targets
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.further_page import FurtherPage
from borgerplan_desktop.gui.system.dropped_file import dropped_file
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label, say
from borgerplan_desktop.gui.widgets.two_lines import ID, TwoLines, add_two_lines
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanOutcome, Passage, PassageUse
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Plan, Step
from borgerplan_desktop.model.text import shortened

ROOM_FOR_LIST, LIST, TARGETS = 900, 216, 390             # design pixels
LARGE = 1.4                                              # size of the text
_DRAGGED = 60                                            # characters of what is being dragged


class EarlierPage(FurtherPage):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.plan: EarlierPlan | None = None
        self.back_button = button(_("Plan"), "chevron_left", "ghost", self)
        self.back_button.setAccessibleName(_("Back to the plan"))
        self.combo = calm_combo(QComboBox(self))
        self.combo.setAccessibleName(_("Earlier plans"))
        self.own_file = OwnFile(desk, self)
        self.add_button = button(_("Take in a plan"), "plus", "", self)
        self.list = QListWidget(self)
        self.list.setProperty("role", "rows")
        self.list.setAccessibleName(_("Earlier plans"))
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.about = ElidedLabel("", self, "small")
        self.text = PassageText(self)
        self.hint = plain_label("", "small", self, wrap=True)
        self.passage = PassageStrip(desk, self)
        self.settled = SettledStrip(desk, self)
        self.targets = Targets(desk.case, self)
        self.empty = EmptyState(
            _("No earlier plans yet"),
            _("Does {name} have a plan from somewhere else? Take it in here, and write nothing twice.").format(
                name=desk.case.the(Citizen).first_name), _("Take in a plan"), "note", self)
        self._dragged = plain_label("", "dragged", self)         # what is being dragged, beside the pointer
        self._dragged.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._dragged.hide()
        self._goal_id = ""                               # the one that something went to last
        self._menu: QMenu | None = None
        self._lay_out()
        self.setAcceptDrops(True)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        # Signals
        self.back_button.clicked.connect(self.left)
        self.add_button.clicked.connect(self.take_in)
        self.empty.wanted.connect(self.take_in)
        self.list.currentItemChanged.connect(self._on_item)
        self.combo.activated.connect(self._on_combo)
        self.text.pressed.connect(self._on_letter)
        self.text.menu_wanted.connect(self.show_menu)
        self.text.dragged.connect(self._on_dragged)
        self.text.dropped.connect(self._on_dropped)
        self.text.given_up.connect(self._end_drag)
        self.text.stood.connect(self._on_stood)
        self.targets.wanted.connect(self.become)
        self.settled.next_wanted.connect(self._on_next)
        self.settled.done.connect(self.take_keyboard)
        desk.changed.connect(self._on_changed)
        desk.leave.connect(self._on_leave)
        # Initial update
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        self._title = plain_label(_("Earlier plans"), "h2", self)
        for each in (self.back_button, self._title):
            head.addWidget(each)
        head.addWidget(self.combo, 2)
        head.addStretch(1)
        head.addWidget(self.own_file)
        head.addWidget(self.add_button)
        self._middle = QWidget(self)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(6)
        middle.addWidget(self.about)
        middle.addWidget(self.settled)
        middle.addWidget(self.text, 1)
        middle.addWidget(self.passage)
        middle.addWidget(self.hint)
        beside = QHBoxLayout()
        beside.setContentsMargins(12, 0, 0, 0)           # the button's words stand where what is below begins
        beside.setSpacing(14)
        beside.addWidget(self.list)
        beside.addWidget(self._middle, 1)
        beside.addWidget(self.targets)
        self.list.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 24, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(beside)
        column.addWidget(self.empty, 1)

    # ------------------------------------------------------------------------------------------- which plan
    def take_in(self, path: str = "") -> EarlierPlanDialog:
        """Take in another plan; afterwards it is in front."""
        dialog = EarlierPlanDialog(self._desk, self, path or "")
        dialog.accepted.connect(self._on_taken_in)
        dialog.open()
        return dialog

    def show_row(self, row_id: str) -> None:
        """An earlier plan, or a passage of one."""
        passage = self._desk.case.get(Passage, row_id)
        plan = self._desk.case.get(EarlierPlan, passage.plan_id if passage is not None else row_id)
        if plan is not None:
            self.show_plan(plan)
        if passage is not None:
            self.text.mark((passage.start, passage.end))
        self.take_keyboard()

    def show_plan(self, plan: EarlierPlan | None) -> None:
        self.plan = plan
        self.refresh()

    def take_keyboard(self) -> None:
        target = self.text if self.plan is not None else self.empty.action
        target.setFocus()

    def standing(self) -> str:
        return self.plan.id if self.plan is not None else ""

    def stand(self, before: str) -> None:
        self.show_row(before)

    def refresh(self) -> None:
        self._soon.stop()
        plans, today = earlier_plans.by_date(self._desk.case), self._desk.opened.today()
        if self.plan not in plans:
            self.plan = next((each for each in plans if each.outcome is EarlierPlanOutcome.OPEN),
                             plans[0] if plans else None)
        for each in (self.list, self.combo):
            each.blockSignals(True)
            each.clear()
        for plan in plans:
            said = earlier_plans.state(plan, today)
            add_two_lines(self.list, earlier_plans.named(plan, today), said, plan.id)
            self.combo.addItem(f"{earlier_plans.named(plan, today)} · {said}", plan.id)
        if self.plan is not None:
            self.list.setCurrentRow(plans.index(self.plan))
            self.combo.setCurrentIndex(plans.index(self.plan))
        for each in (self.list, self.combo):
            each.blockSignals(False)
        self.empty.setVisible(not plans)
        self._column.setStretch(1, bool(plans))          # where all of it is hidden it would take half the page
        self._middle.setVisible(bool(plans))
        self.add_button.setVisible(bool(plans))
        self._arrange()
        self._tell(self.plan)

    def _tell(self, plan: EarlierPlan | None) -> None:
        open_ = plan is not None and plan.outcome is EarlierPlanOutcome.OPEN
        self.text.show_plan(plan)
        self.settled.show_plan(plan)
        self.settled.fold(scale() >= LARGE)
        self.own_file.show_plan(plan)
        self.passage.show_passages(self.text.here())
        self.targets.refresh()
        self.targets.setVisible(open_)
        large = scale() >= LARGE                         # the text itself comes first
        say(self.about, "" if large else " · ".join(each for each in (plan.from_whom if plan is not None else "",
                                                     _(plan.kind.label) if plan is not None else "") if each))
        hint = (_("Mark a passage and draw it to the right, or: Alt+↓ marks the next sentence, then a letter – "
                  "or Enter for everything it can become."), _("Then the next sentence is marked by itself."))
        say(self.hint, " ".join(hint) if open_ and not large else "")

    def _on_item(self, now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        self._choose(now.data(ID) if now is not None else "")

    def _on_combo(self) -> None:
        self._choose(self.combo.currentData())

    def _choose(self, id: str) -> None:
        plan = self._desk.case.get(EarlierPlan, id)
        if plan is not None and plan is not self.plan:
            self.plan = plan
            self.refresh()

    def _on_taken_in(self) -> None:
        if isinstance(self._desk.result, EarlierPlan):
            self.show_row(self._desk.result.id)

    # ------------------------------------------------------------------------------------------- what it becomes
    def become(self, become: Become) -> None:
        """The marked passage becomes this; then the next that is left is marked."""
        plan = self.plan
        if plan is None or not plan.exists:
            return
        goal = self._desk.case.get(Goal, become.goal_id)
        span = self.text.marked()
        if self._desk.do(take_over, plan, span, become.use, goal, become.field) == "stored":
            self._goal_id = become.goal_id or self._goal_id
            if become.use is PassageUse.GOAL and isinstance(self._desk.result, Passage):
                self._goal_id = self._desk.result.row_id
            self.refresh()                               # before the next is looked for
            if not self.text.mark_next():
                self.text.unmark()
            self.text.setFocus()

    def show_menu(self, at: QPoint) -> QMenu | None:
        """Everything the marked passage can become."""
        start, end = self.text.marked()
        if self.plan is None or self.plan.outcome is not EarlierPlanOutcome.OPEN:
            return None
        if start == end and not self.text.mark_next():
            return None
        return self._open(menu_of(self._desk.case, self), at)

    def _on_letter(self, pressed: str) -> None:
        use = use_of(pressed)
        if use is None or self.plan is None or self.plan.outcome is not EarlierPlanOutcome.OPEN:
            return
        menu = choices(self._desk.case, use, self)
        if menu is not None:
            for action in menu.actions():
                if action.data().goal_id == self._goal_id and self._goal_id:
                    menu.setActiveAction(action)
            self._open(menu, self.text.viewport().mapToGlobal(self.text.cursorRect().bottomLeft()))
            return
        goals = [each for each in self.targets.all if each.become.use is use and each.become.goal_id]
        self.become(goals[0].become if goals and use in (PassageUse.STEP, PassageUse.INTERVENTION) else Become(use))

    def _open(self, menu: QMenu, at: QPoint) -> QMenu:
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu
        menu.triggered.connect(self._on_chosen)
        menu.popup(at)
        if menu.activeAction() is None and menu.actions():
            menu.setActiveAction(menu.actions()[0])
        return menu

    def _on_chosen(self, action: object) -> None:
        become = action.data()  # type: ignore[attr-defined]
        if isinstance(become, Become):
            self.become(become)

    def _on_next(self) -> None:
        self.text.mark_next()
        self.text.setFocus()

    def _on_stood(self) -> None:
        self.passage.show_passages(self.text.here())

    # ------------------------------------------------------------------------------------------- dragging
    def _on_dragged(self, at: QPoint) -> None:
        target = self._target(at)
        self.targets.light(target)
        words = shortened(self.text.words(), _DRAGGED)
        self._dragged.setText(f"{words}\n→ {target.accessibleName()}" if target is not None else words)
        self._dragged.adjustSize()
        here = self.mapFromGlobal(at) + QPoint(px(14), px(10))
        self._dragged.move(min(here.x(), self.width() - self._dragged.width()),
                           min(here.y(), self.height() - self._dragged.height()))
        self._dragged.raise_()
        self._dragged.show()

    def _on_dropped(self, at: QPoint) -> None:
        target = self._target(at)
        self._end_drag()
        if target is not None:
            self.become(target.become)

    def _end_drag(self) -> None:
        self._dragged.hide()
        self.targets.light(None)

    def _target(self, at: QPoint) -> Target | None:
        return self.targets.under(at) if self.targets.isVisible() else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            QTimer.singleShot(0, self, partial(self.take_in, path))

    # ------------------------------------------------------------------------------------------- what happens
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (EarlierPlan, Passage, Goal, Step, Intervention, Agreement, Plan)):
            self._soon.start()

    def _on_leave(self) -> None:
        if self._menu is not None:
            self._menu.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Where there is little room the plans are in a drop-down."""
        roomy, some = self.width() >= px(ROOM_FOR_LIST), bool(self.plan)
        self.list.setVisible(roomy and some)
        self.combo.setVisible(not roomy and some)
        self._title.setVisible(roomy or not some)        # else the drop-down says it
        self.list.setFixedWidth(px(LIST))
        self.targets.setFixedWidth(min(px(TARGETS), self.width() * 45 // 100))
