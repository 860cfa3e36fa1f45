"""Two versions of the plan beside each other, in the place of the editor; Alt+↓ and Alt+↑ go from one difference to the
next.
"""
from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.casework.plan.versions import called, compare, told
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.difference_row import DifferenceRow
from borgerplan_desktop.gui.plan.plan_page import PlanPage
from borgerplan_desktop.gui.printing.copy_for import CopyFor
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label, say, set_tip
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.compared_versions import DRAFT, Compared, usual
from borgerplan_desktop.model.difference_words import Difference
from borgerplan_desktop.model.everyday_health import Habit
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import DocumentKind
from borgerplan_desktop.model.plan import (
    Agreement,
    FollowUpDay,
    Goal,
    Intervention,
    InterventionReview,
    Plan,
    PlanVersion,
    Step,
    current_plan,
)
from borgerplan_desktop.model.row import Row

ROOMY = 560                                              # design pixels; else the arrows stand without words
AT_ONCE = 30                                             # differences that are built before somebody asks for more
SAID: tuple[type[Row], ...] = (Plan, Goal, Step, Intervention, InterventionReview, Habit, Agreement, Expectation,
                               FollowUpDay, PlanVersion, NetworkMember)


class ComparePage(PlanPage):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Compare versions"), parent)
        self._found: list[Difference] = []
        self.rows: list[DifferenceRow] = []
        self._stale = True
        self.before = calm_combo(QComboBox(self), 16)
        self.after = calm_combo(QComboBox(self), 16)
        for combo in (self.before, self.after):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.before.setAccessibleName(_("The version before"))
        self.after.setAccessibleName(_("The version it is compared with"))
        self.count_label = ElidedLabel("", self, "muted")
        self.previous_button = button(_("Previous difference"), "chevron_up", "quiet", self)
        self.next_button = button(_("Next difference"), "chevron_down", "quiet", self)
        self.print_button = button(_("Show the paper"), "print", "", self)
        self.print_button.setAccessibleName(_("Show what is different as a paper"))
        for each in (self.previous_button, self.next_button):
            each.setAccessibleName(each.text())
        self.copy_button = CopyFor(desk, self)
        set_tip(self.next_button, _("Next difference (Alt+↓)"))
        set_tip(self.previous_button, _("Previous difference (Alt+↑)"))
        self.trouble_label = plain_label("", "bad", self, wrap=True)
        self.empty_label = plain_label(_("There is no difference."), "h2", self, wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.more_button = button("", "chevron_down", "quiet", self)
        for each in (self.trouble_label, self.empty_label):
            self.page_scroll.body.addWidget(each)
        self.page_scroll.body.addLayout(self._column)
        self.page_scroll.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.page_scroll.body.addStretch(1)
        self.between_label = plain_label(_("compared with"), "muted", self)
        self._chosen = QWidget(self)                     # the two versions, beside the title or below it
        chosen = QHBoxLayout(self._chosen)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(12)
        for each in (self.before, self.between_label, self.after):
            chosen.addWidget(each)
        self.head.addWidget(self._chosen)
        moves = QHBoxLayout()
        moves.setSpacing(8)
        moves.addWidget(self.count_label, 1)
        for each in (self.previous_button, self.next_button, self.copy_button, self.print_button):
            moves.addWidget(each)
        self.below_head.addLayout(moves)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        # Signals
        for combo in (self.before, self.after):
            combo.activated.connect(self._compare)
        self.next_button.clicked.connect(self.go_on)
        self.previous_button.clicked.connect(self.go_back)
        self.more_button.clicked.connect(self._show_all)
        self.print_button.clicked.connect(self._on_print)
        self.copy_button.wanted.connect(self.see_paper)
        for keys, act in (("Alt+Down", self.go_on), ("Alt+Up", self.go_back)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        desk.changed.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_versions()

    def _place_versions(self) -> None:
        """Beside the title, or below it where there is no room for all their words."""
        title = self.title_label.fontMetrics().horizontalAdvance(self.title_label.text())
        room = self.width() - self.back_button.sizeHint().width() - title - px(24) - 70      # the margins of the head
        chosen = sum(each.sizeHint().width() + 12 for each in (self.before, self.between_label, self.after))
        above, below = (self.head, self.below_head) if chosen <= room else (self.below_head, self.head)
        if above.indexOf(self._chosen) < 0:
            below.removeWidget(self._chosen)
            above.insertWidget(above.count() if above is self.head else 0, self._chosen)
        self._between()
        for each in (self.previous_button, self.next_button):
            each.setText(each.accessibleName() if self.width() >= px(ROOMY) else "")

    def _between(self) -> None:
        """The words between the two, where there is room for them."""
        self.between_label.setVisible(bool(current_plan(self._desk.case).versions) and
                                      self.head.indexOf(self._chosen) >= 0)

    # ------------------------------------------------------------------------------------------- what is compared
    @property
    def compared(self) -> Compared:
        return Compared(self.before.currentData(), self.after.currentData())

    def take_keyboard(self) -> None:
        self.open()

    def print_paper(self) -> bool:
        self.see_paper()
        return True

    def open(self, compared: Compared | None = None) -> None:
        """Show these two; else the draft beside the newest adopted version, or the two newest where nothing is new."""
        self._fill(compared or usual(self._desk.case) or Compared(DRAFT, DRAFT))
        versions = current_plan(self._desk.case).versions
        self._compare()
        if compared is None and not self._found and len(versions) > 1:
            self._fill(Compared(versions[-2].number, versions[-1].number))
            self._compare()
        (self.next_button if self.next_button.isVisibleTo(self) else self.back_button).setFocus()

    def _fill(self, compared: Compared) -> None:
        case, today = self._desk.case, self._desk.opened.today()
        numbers = [each.number for each in current_plan(case).versions]
        for combo, chosen in ((self.before, compared.before), (self.after, compared.after)):
            combo.clear()
            for number in (*numbers, DRAFT):
                combo.addItem(called(number, case, today), number)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
        self._place_versions()

    def _compare(self) -> None:
        self._stale = False
        self.trouble_label.hide()
        try:
            self._found = told(compare(self._desk.opened, self.compared), self._desk.opened.today(),
                               self._desk.case.register)
        except Refused as refusal:
            self._found = []
            say(self.trouble_label, refusal.message)
        self._clear()
        self._show(AT_ONCE)
        there = bool(self._found)
        adopted = bool(current_plan(self._desk.case).versions)
        self.empty_label.setText(_("There is no difference.") if adopted else _(
            "When the plan has been adopted, it stands here what is new since then."))
        self.empty_label.setVisible(not there and self.trouble_label.isHidden())
        for each in (self.before, self.after, self.next_button, self.previous_button, self.copy_button,
                     self.print_button):
            each.setVisible(adopted)                     # until then there is only the draft
        self._between()
        for each in (self.next_button, self.previous_button):
            each.setEnabled(there)
        for each in (self.print_button, self.copy_button):
            each.setEnabled(self.trouble_label.isHidden())
        self._count()
        self.page_scroll.verticalScrollBar().setValue(0)

    def _clear(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []

    def _show(self, count: int) -> None:
        """So many of them, and a way to the rest."""
        for difference in self._found[len(self.rows):count]:
            row = DifferenceRow(difference, self)
            self._column.addWidget(row)
            row.show()
            self.rows.append(row)
        left = len(self._found) - len(self.rows)
        self.more_button.setText(ngettext("Show {n} more difference", "Show {n} more differences", left).format(n=left))
        self.more_button.setAccessibleName(self.more_button.text())
        self.more_button.setVisible(left > 0)

    def _show_all(self) -> None:
        first = len(self.rows)
        self._show(len(self._found))
        self.rows[first].setFocus()

    # ------------------------------------------------------------------------------------------- from one to the next
    def go_on(self) -> None:
        """Alt+↓: the next difference; after the last comes the first."""
        self._go(self._at() + 1)

    def go_back(self) -> None:
        """Alt+↑."""
        self._go(self._at() - 1 if self._at() >= 0 else -1)

    def _at(self) -> int:
        """Which difference has the keyboard, or had it last; -1 = none yet."""
        return next((n for n, row in enumerate(self.rows) if row.property("here")), -1)

    def _go(self, number: int) -> None:
        if not self._found:
            return
        number %= len(self._found)
        if number >= len(self.rows):
            self._show(max(number + 1, len(self.rows) + AT_ONCE))
        for at, row in enumerate(self.rows):
            row.setProperty("here", at == number)
        row = self.rows[number]
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page_scroll.ensureWidgetVisible(row, 0, 40)
        self._count()

    def _count(self) -> None:
        count, at = len(self._found), self._at()
        words = ngettext("{n} difference", "{n} differences", count).format(n=count)
        self.count_label.setText("" if not count else words if at < 0 else _("Difference {number} of {count}").format(
            number=at + 1, count=count))

    # ------------------------------------------------------------------------------------------- the paper
    def see_paper(self, reader: str = "") -> PaperWindow:
        """What is different as a paper, to read together and print; `reader` = the id of whom a copy is for."""
        compared = replace(self.compared, reader=reader)
        return show_paper(self._desk, BY_KIND[DocumentKind.PLAN_DIFFERENCE], self.window(), compared.key)

    def _on_print(self) -> None:
        self.see_paper()

    # ------------------------------------------------------------------------------------------- refresh
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in SAID):
            self._stale = True
            if self.isVisible():
                self._soon.start()

    def _refresh(self) -> None:
        """Somebody else writes in the plan, or adopts it: what stands here is what is now."""
        if self._stale and self.isVisible():
            at, shown = self._at(), len(self.rows)
            self._fill(self.compared)
            self._compare()
            self._show(max(shown, AT_ONCE))
            if 0 <= at < len(self.rows):
                self.rows[at].setProperty("here", True)
                self._count()

