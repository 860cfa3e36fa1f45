"""How much of an earlier plan is settled, and what becomes of the plan itself."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan import earlier_plans
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.unsaved_input import UnsavedLine
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.message import Question, ask
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanOutcome
from borgerplan_desktop.model.settled import left, percent, sentences, text_of

ALL = 100                                                # per cent


class SettledStrip(QFrame):
    """The bar, the way to what is left, and at the end: replaced, or kept beside the plan."""

    next_wanted = Signal()
    done = Signal()                                      # the plan has another end now: its button is gone

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.plan: EarlierPlan | None = None
        self.setProperty("role", "flat")
        self.said = plain_label("", "small", self, wrap=True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("How much of the plan is settled"))
        self.next_button = button(_("What is left"), "arrow_right", "ghost", self)
        self.replaced_button = button(_("Replaced by this plan"), "check", "", self)
        self.kept_button = button(_("Still holds beside it …"), "", "", self)
        self.again_button = button(_("Take it up again"), "undo", "ghost", self)
        self.ends_button = icon_button("more", _("What becomes of the plan itself"), self)
        self.ends_button.setCheckable(True)
        self._folded = False
        self.reason = QWidget(self)
        self._lines: dict[str, QLineEdit] = {}           # a reason half typed stays with its plan
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        self.keep_button = button(_("It still holds"), "check", "primary", self.reason)
        self._lay_out()
        self.reason.hide()
        # Signals
        self.next_button.clicked.connect(self.next_wanted)
        self.replaced_button.clicked.connect(self._on_replaced)
        self.kept_button.clicked.connect(self._on_kept)
        self.keep_button.clicked.connect(self._on_keep)
        self.again_button.clicked.connect(self._on_again)
        self.ends_button.toggled.connect(self._show_ends)
        desk.refused.connect(self._on_refused)

    def _lay_out(self) -> None:
        self._asked = QHBoxLayout(self.reason)
        self._asked.setContentsMargins(0, 0, 0, 0)
        self._asked.addWidget(self.keep_button)
        top = QHBoxLayout()
        top.addWidget(self.said, 1)
        top.addWidget(self.next_button)
        top.addWidget(self.ends_button)
        ends = self._ends = QWidget(self)
        flow = FlowLayout(ends)
        for each in (self.replaced_button, self.kept_button, self.again_button):
            flow.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addWidget(ends)
        self._asks = plain_label(_("Which law or decision does it still hold by?"), "smallbold", self)
        self._asks.hide()
        column.addWidget(self._asks)
        column.addWidget(self.reason)
        column.addWidget(self.trouble)

    def fold(self, on: bool) -> None:
        """Where there is little room, what becomes of the plan waits behind a button until its text is settled."""
        self._folded = on
        self._show_ends()

    def _show_ends(self) -> None:
        plan = self.plan
        waits = self._folded and plan is not None and plan.outcome is EarlierPlanOutcome.OPEN and self.bar.value() < ALL
        self.ends_button.setVisible(waits)
        self._ends.setVisible(not waits or self.ends_button.isChecked() or not self.reason.isHidden())

    def show_plan(self, plan: EarlierPlan | None) -> None:
        """How it stands now; another plan's half-typed reason is asked for anew."""
        if plan is not self.plan:
            self._ask_why(False)
            self.plan = plan
            if plan is not None and plan.outcome is EarlierPlanOutcome.OPEN and self._line(plan).text():
                self._ask_why(True, look=False)          # somebody has begun
        self.setVisible(plan is not None)
        if plan is None or not plan.exists:
            return
        done, still_open = percent(plan), plan.outcome is EarlierPlanOutcome.OPEN
        self.bar.setValue(done)
        rest = self._left(plan)
        said = _("Everything is settled. What becomes of the plan itself?") if done == ALL else ngettext(
            "{percent} % settled · {n} sentence is left", "{percent} % settled · {n} sentences are left", rest).format(
            percent=done, n=rest)
        self.said.setText(said if still_open else earlier_plans.state(plan, self._desk.opened.today()) + ".")
        self.next_button.setVisible(still_open and done < ALL)
        self.bar.setVisible(still_open)
        for each in (self.replaced_button, self.kept_button):
            each.setVisible(still_open)
        self.again_button.setVisible(not still_open)
        if not still_open:
            self._ask_why(False)
        self._show_ends()

    @staticmethod
    def _left(plan: EarlierPlan) -> int:
        parts = left(plan)
        return sum(any(start < end_left and begin < end for begin, end_left in parts)
                   for start, end in sentences(text_of(plan))) if len(parts) < 200 else len(parts)

    # ------------------------------------------------------------------------------------------- the end of it
    def _on_replaced(self) -> None:
        plan = self.plan
        if plan is None or not plan.exists:
            return
        rest = self._left(plan)
        if rest == 0:
            self._replace()
            return
        ask(self.window(), Question(
            _("Is the plan replaced all the same?"),
            ngettext("{n} sentence is not settled yet. It stays here and can be taken over later.",
                     "{n} sentences are not settled yet. They stay here and can be taken over later.", rest).format(
                n=rest), _("It is replaced"), _("Go on taking over")), self._replace)

    def _replace(self) -> None:
        if self.plan is not None and self.plan.exists:
            self._desk.do(earlier_plans.replace, self.plan)
            self.done.emit()

    @property
    def because(self) -> QLineEdit | None:
        """Where the reason is written, of the plan that is shown."""
        return self._lines.get(self.plan.id) if self.plan is not None else None

    def _line(self, plan: EarlierPlan) -> QLineEdit:
        line = self._lines.get(plan.id)
        if line is None:
            line = self._lines[plan.id] = QLineEdit(self.reason)
            line.setAccessibleName(_("Which law or decision does it still hold by?"))
            line.setPlaceholderText(_("e.g. § 141 of the Act on Social Services, or the court's decision"))
            line.returnPressed.connect(self._on_keep)
            self._asked.insertWidget(0, line, 1)
            UnsavedLine(line, self._desk, "because", plan)
        return line

    def _on_kept(self) -> None:
        self._ask_why(self.reason.isHidden())

    def _ask_why(self, on: bool, look: bool = True) -> None:
        line = self._line(self.plan) if on and self.plan is not None else None
        for each in self._lines.values():
            each.setVisible(each is line)
        self._asks.setVisible(line is not None)
        self.reason.setVisible(line is not None)
        self.trouble.hide()
        if line is not None and look:
            line.setFocus()

    def _on_keep(self) -> None:
        line = self.because
        if self.plan is not None and self.plan.exists and line is not None and self._desk.do(
                earlier_plans.keep_beside, self.plan, line.text()) == "stored":
            line.clear()
            self.done.emit()

    def _on_again(self) -> None:
        if self.plan is not None and self.plan.exists:
            self._desk.do(earlier_plans.take_up_again, self.plan)
            self.done.emit()

    def _on_refused(self, sentence: str, field: str) -> None:
        if field == "because" and self.isVisible():
            say(self.trouble, sentence)
            self._desk.said()
            if self.because is not None:
                self.because.setFocus()
