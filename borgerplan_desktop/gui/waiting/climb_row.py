"""The steps of the climb as buttons: write, call, the next meeting, the leader; the next one stands out."""
from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.waiting import climb
from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.mail_draft import MailDraft, open_draft
from borgerplan_desktop.gui.waiting.call_dialog import CallDialog
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _, near
from borgerplan_desktop.model.application import NudgeStep
from borgerplan_desktop.model.wait import Awaited, Wait, nudges_of

STEP_ICONS = {NudgeStep.MAIL: "send", NudgeStep.PHONE: "phone", NudgeStep.MEETING: "calendar", NudgeStep.LEADER: "help"}


class ClimbRow(QWidget):
    """Each step is written down when it is taken."""

    def __init__(self, desk: Desk, row: Awaited, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._row = desk, row
        buttons = QWidget(self)
        flow = FlowLayout(buttons, gap=6)
        self.buttons: dict[NudgeStep, QPushButton] = {}
        for step, act in ((NudgeStep.MAIL, self.write), (NudgeStep.PHONE, self.call),
                          (NudgeStep.MEETING, self._on_meeting), (NudgeStep.LEADER, self._on_leader)):
            made = button(_(step.label), STEP_ICONS[step], "ghost", buttons)
            made.clicked.connect(act)
            flow.addWidget(made)
            self.buttons[step] = made
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(buttons)
        column.addWidget(self.trouble)
        desk.refused.connect(self._on_refused)

    def show_wait(self, wait: Wait, title: str) -> None:
        """Which step is the next one."""
        for step, each in self.buttons.items():
            each.setProperty("kind", "" if step is wait.step else "ghost")
            each.style().polish(each)
            set_button_icon(each, STEP_ICONS[step])
            name = self._name(step)
            each.setText(name)
            each.setAccessibleName(f"{name}: {title}" if step is not wait.step else
                                   _("{step}, the next step: {what}").format(step=name, what=title))
        self.trouble.hide()

    def _name(self, step: NudgeStep) -> str:
        """What the button says: what is to be done, or that it is done."""
        opened, today = self._desk.opened, self._desk.opened.today()
        meeting = climb.taken_up_at(opened, self._row) if step is NudgeStep.MEETING else None
        if meeting is not None and meeting.starts_at is not None:
            return _("Comes up at the meeting {date}").format(date=near(meeting.starts_at.date(), today))
        if step is NudgeStep.LEADER:
            head, asked = climb.leader(opened), climb.asked_leader(self._row)
            name = head.name if head is not None else _("The leader")
            return _("{name} was asked {date}").format(name=name, date=near(asked.on, today)) if asked is not None \
                else _("Ask {name} to help").format(name=name) if head is not None else _(step.label)
        return _(step.label)

    def write(self) -> MailDraft | None:
        """The mail that asks again; it counts when somebody has taken it along."""
        draft = open_draft(self._desk, self.window(), climb.mail_of, self._row, title=_("Ask again by mail"),
                           remark=self._why_it_says_little)
        if draft is not None:
            draft.used.connect(self._on_written)
        return draft

    def _why_it_says_little(self) -> str:
        may_tell, reason = climb.mail_may_tell(self._desk.opened, self._row)
        return "" if may_tell else _("{reason} So the mail does not say what it is about.").format(reason=reason)

    def _on_written(self) -> None:
        nudges = self._row.exists and not any(
            each.step is NudgeStep.MAIL and each.on == self._desk.opened.today() for each in nudges_of(self._row))
        if nudges:                                       # copied and opened is one mail
            self._desk.do(climb.nudge, self._row, NudgeStep.MAIL)

    def call(self) -> CallDialog:
        dialog = CallDialog(self._desk, self._row, self.window())
        dialog.open()
        return dialog

    def _on_meeting(self) -> None:
        meeting = climb.taken_up_at(self._desk.opened, self._row)
        if meeting is not None:                          # it stands there: the button is the way to it
            self._desk.go.emit("meetings", meeting.id)
            return
        self._desk.do(climb.put_on_meeting, self._row)

    def _on_leader(self) -> None:
        self.ask_leader()

    def ask_leader(self) -> MailDraft | None:
        """The mail to our own leader; it counts when somebody has taken it along."""
        head = climb.leader(self._desk.opened)
        title = _("Ask {name} to help").format(name=head.name) if head is not None else _("Ask the leader to help")
        draft = open_draft(self._desk, self.window(), climb.leader_mail, self._row, title=title)
        if draft is not None:
            draft.used.connect(self._on_leader_asked)
        return draft

    def _on_leader_asked(self) -> None:
        if self._row.exists and not any(each.step is NudgeStep.LEADER and each.on == self._desk.opened.today()
                                        for each in nudges_of(self._row)):
            self._desk.do(climb.ask_leader, self._row)

    def _on_refused(self, sentence: str, field: str) -> None:
        if field == "meeting" and self.buttons[NudgeStep.MEETING].hasFocus():
            say(self.trouble, sentence)
            self._desk.said()
