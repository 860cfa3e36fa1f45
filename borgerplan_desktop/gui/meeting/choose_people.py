"""Whom the meeting needs: everybody of the map with a box to tick, several at once."""
from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.participants import add_participants, may_have_paper
from borgerplan_desktop.casework.meeting.reasons import has_task, suggested_reason
from borgerplan_desktop.casework.papers.not_to_share import do_not_talk
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import everybody, in_full
from borgerplan_desktop.gui.meeting.participant_names import first_name_of
from borgerplan_desktop.gui.meeting.summon_box import SummonBox
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _, listed, ngettext
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import Meeting, Participant
from borgerplan_desktop.model.network import NetworkMember


class ChoosePeople(CaseDialog):
    """`added(list[Participant])` once they are on the list and one is done; `somebody_new()` for who is not on the map.
    """

    drawn = (520, 460)

    added = Signal(object)
    somebody_new = Signal()

    def __init__(self, desk: Desk, meeting: Meeting, parent: QWidget | None = None) -> None:
        title = _("Whom does the meeting need?")
        super().__init__(desk, parent, title)
        self._meeting = meeting
        self._made: list[Participant] = []               # somebody new, one after the other
        self.finished.connect(self._on_finished)
        self.people_scroll = body = DialogScroll(self, 6)
        self.add = button("", "", "primary", self)
        self.add.clicked.connect(self._on_add)
        self.add.setDefault(True)
        self.leave = button(_("Cancel"), parent=self)
        self.leave.clicked.connect(self.reject)
        self.summon = SummonBox(desk, meeting, self)
        self.summon.summoned.connect(self._on_summoned)
        self.summon.act.clicked.connect(self._on_summon)
        self.summon.hide()
        self.unfold = button(_("Ask somebody new"), "chevron_down", "quiet", self, icon_right=True)
        self.unfold.setCheckable(True)
        self.unfold.setAutoDefault(False)
        self.unfold.toggled.connect(self._on_unfold)
        self.new = button(_("Go to the map …"), "network", "quiet", self)
        self.new.clicked.connect(self._on_new)
        body.body.addWidget(plain_label(title, "title", self, wrap=True))
        there = {p.member_id for p in meeting.participants}
        self.boxes: dict[str, WrappedCheck] = {}
        self._with_task: list[WrappedCheck] = []
        self._covered: list[WrappedCheck] = []
        self.tasks = button(_("Everyone with something to do in the plan"), "check", "quiet", self)
        self.covered = button(_("Everyone whom the consent covers"), "consent", "quiet", self)
        self.tasks.clicked.connect(self._on_tasks)
        self.covered.clicked.connect(self._on_covered)
        for several in (self.tasks, self.covered):
            body.body.addWidget(several)
        for member in everybody(desk):
            if member.id not in there:
                self.boxes[member.id] = self._box(member)
                body.body.addWidget(self.boxes[member.id])
                if member.do_not_talk:
                    continue                             # only one by one: never with everybody else
                if has_task(desk.opened, member):
                    self._with_task.append(self.boxes[member.id])
                if member.staff_id is None and may_have_paper(desk.opened, member):
                    self._covered.append(self.boxes[member.id])
        self.tasks.setVisible(bool(self._with_task))
        self.covered.setVisible(len(self._covered) > 1)
        if not self.boxes:
            alone = all(each.is_citizen or each.staff_id is not None for each in everybody(desk))
            words = _("Nobody is on the map yet.") if alone else _("Everybody of the map is on the list.")
            body.body.addWidget(plain_label(words, "muted", self, wrap=True))
        body.body.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        body.body.addWidget(self.summon)
        body.body.addWidget(self.new)
        body.body.addStretch(1)
        self.told = plain_label("", "smallwarn", self, wrap=True)
        row, outer = QHBoxLayout(), QVBoxLayout(self)
        outer.setContentsMargins(32, 24, 28, 22)
        outer.setSpacing(12)
        outer.addWidget(body)
        outer.addWidget(self.told)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.add)
        outer.addLayout(row)
        self.say_refusal("name", self.summon.trouble, self.summon.name)
        self.say_refusal("email", self.summon.trouble, self.summon.email)
        self.save_unfinished(self.summon.name, self.summon.role, self.summon.organisation, self.summon.email)
        self._show_chosen()
        first = next(iter(self.boxes.values()), None)
        (first or self.unfold).setFocus(Qt.FocusReason.PopupFocusReason)
        self.unfold.setChecked(first is None)            # nobody to choose: somebody new is what is left

    def _box(self, member: NetworkMember) -> WrappedCheck:
        words = in_full(member)
        if has_task(self._desk.opened, member) and (reason := suggested_reason(self._desk.opened, member)):
            words = _("{person}: {reason}").format(person=words, reason=reason[:1].lower() + reason[1:])
        if not may_have_paper(self._desk.opened, member):
            words = _("{person} – consent is missing").format(person=words)
        made = WrappedCheck(words.replace("&", "&&"), self)
        made.setAccessibleName(words)
        made.toggled.connect(self._show_chosen)
        return made

    def chosen(self) -> list[NetworkMember]:
        found = (self._desk.case.get(NetworkMember, id) for id, box in self.boxes.items() if box.isChecked())
        return [member for member in found if member is not None]

    def _show_chosen(self) -> None:
        members = self.chosen()
        n = len(members)
        words = ngettext("Add {n} person", "Add {n} people", n).format(n=n) if n else _("Add")
        self.add.setText(words)
        self.add.setAccessibleName(words)
        self.add.setEnabled(bool(n))
        without = [first_name_of(m) for m in members if not may_have_paper(self._desk.opened, m)]
        citizen = self._desk.case.the(Citizen).first_name
        say(self.told, "\n".join(part for part in (do_not_talk(self._desk.opened, members), _(
            "{names} can be there, but gets nothing in writing before {name} says yes.").format(
                names=listed(without), name=citizen) if without else "") if part))

    def _on_tasks(self) -> None:
        self._choose(self._with_task)

    def _on_covered(self) -> None:
        self._choose(self._covered)

    def _choose(self, boxes: list[WrappedCheck]) -> None:
        for box in boxes:
            box.setChecked(True)
        self.add.setFocus()

    def _on_unfold(self, on: bool) -> None:
        self.summon.setVisible(on)
        if on:
            self.summon.name.setFocus()
            QTimer.singleShot(0, self.summon, self._show_summon)     # once the page knows how tall it is

    def _show_summon(self) -> None:
        self.people_scroll.ensureWidgetVisible(self.summon)

    def _on_summon(self) -> None:
        """Whoever is ticked comes too."""
        self.summon.summon(self.chosen())

    def _on_summoned(self, made: Participant) -> None:
        """The next one can be written at once: six newcomers are no six windows."""
        self._made.append(made)
        there = {each.member_id for each in self._meeting.participants}
        for id in [id for id in self.boxes if id in there]:
            box = self.boxes.pop(id)
            box.hide()
            box.deleteLater()
        for several in (self._with_task, self._covered):
            several[:] = [box for box in several if box in self.boxes.values()]
        self.tasks.setVisible(bool(self._with_task))
        self.covered.setVisible(len(self._covered) > 1)
        self.leave.setText(_("Close"))
        self.leave.setAccessibleName(_("Close"))
        self._show_chosen()

    def _on_finished(self) -> None:
        if self._made:
            self.added.emit(self._made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter among the words of somebody new summons them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and keyboard_in(self.summon) is not None:
            self._on_summon()
            return
        super().keyPressEvent(event)

    def _on_add(self) -> None:
        made = self._desk.made(add_participants, self._meeting, self.chosen())
        if made is not None:
            self._made += made
            self.accept()

    def _on_new(self) -> None:
        self.somebody_new.emit()
        self.reject()
