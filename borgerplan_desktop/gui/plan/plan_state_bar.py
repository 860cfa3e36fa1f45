"""Whether the plan is a draft or adopted, what was adopted before, and the paper."""
from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QPushButton, QWidget

from borgerplan_desktop.casework.plan.adoption import valid_version
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.icons import icon
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.plan_pages import ASKED, FURTHER
from borgerplan_desktop.gui.widgets.label import PlainLabel, set_tip
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import current_course
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.plan import PlanVersion, current_plan

ROOMY = 900                                              # design pixels from which the buttons show their words in full


class PlanStateBar(QFrame):
    paper_wanted = Signal(bool)
    adopt_wanted = Signal()
    version_wanted = Signal(object)                      # PlanVersion
    page_wanted = Signal(str)                            # the key of a further page, or of what is asked over the plan
    answers_wanted = Signal(object)                      # PlanVersion: who agreed and signed

    pill: Pill
    text_label: PlainLabel
    grid: QGridLayout
    buttons: QWidget
    more_button: QPushButton
    versions_button: QPushButton
    paper_button: QPushButton
    adopt_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "plan_state_bar")
        self.more = QMenu(self)
        for each in FURTHER:
            keys = f"\t{QKeySequence(each.keys).toString(QKeySequence.SequenceFormat.NativeText)}" if each.keys else ""
            self.more.addAction(icon(each.icon, "muted"), _(each.name) + keys).setData(each.key)
        self.more.addSeparator()
        for asked in ASKED:
            self.more.addAction(icon(asked.icon, "muted"), _(asked.name)).setData(asked.key)
        self.more_button.setMenu(self.more)
        self.more.triggered.connect(self._on_more)
        self.versions = QMenu(self)
        self.versions_button.setMenu(self.versions)
        self.answers = QMenu(_("Who agreed and signed"), self)
        self.versions.triggered.connect(self._on_version)
        self.paper_button.toggled.connect(self._on_paper)
        self.adopt_button.clicked.connect(self.adopt_wanted)
        set_tip(self.adopt_button, _("This version can then not be changed. You can always make a new one."))

    def show_paper_open(self, on: bool) -> None:
        """The paper is (not) in sight, whoever opened it."""
        if self.paper_button.isChecked() != on:
            self.paper_button.setChecked(on)
        self._name_buttons()

    def tell(self, desk: Desk) -> None:
        """Show how it stands now."""
        plan, today = current_plan(desk.case), desk.opened.today()
        adopted = plan.adopted
        if adopted is not None and adopted is valid_version(desk.opened):
            self.pill.say(_("Adopted"), "good", "check_circle")
            text = _("Version {number}, adopted {date}").format(
                number=adopted.number, date=day(adopted.adopted_on, today)) + "."
        elif adopted is not None:
            self.pill.say(_("Draft"), "warn", "edit")
            text = _("Becomes version {next} when it is adopted. Version {number} was adopted {date}.").format(
                next=adopted.number + 1, number=adopted.number, date=day(adopted.adopted_on, today))
        elif plan.goals:
            self.pill.say(_("Draft"), "warn", "edit")
            text = self._becomes(desk)
        else:
            self.pill.say(_("No plan yet"), "soft", "edit")
            text = self._aim(desk)
        self.text_label.setText(text)
        self.adopt_button.setVisible(bool(plan.goals) and (adopted is None or self.pill.kind == "warn"))
        self._fill_versions(plan.versions, desk)
        self._arrange()

    def _becomes(self, desk: Desk) -> str:
        meeting = next((m for m in desk.case.all(Meeting) if m.status.ahead and m.starts_at is not None
                        and m.starts_at.date() >= desk.opened.today()), None)
        if meeting is None or meeting.starts_at is None:
            return _("Becomes version 1 when it is adopted.")
        return _("Becomes version 1 when it is adopted at the meeting on {date}.").format(
            date=day(meeting.starts_at.date(), desk.opened.today()))

    def _aim(self, desk: Desk) -> str:
        course, name = current_course(desk.case), desk.case.the(Citizen).first_name
        today = desk.opened.today()
        return _("{name} came {date}. The aim is an adopted plan by {last}.").format(
            name=name, date=day(course.first_contact_on, today), last=day(course.target[1], today))

    def _fill_versions(self, versions: list[PlanVersion], desk: Desk) -> None:
        self.versions_button.setVisible(bool(versions))
        self.versions.clear()
        for version in reversed(versions):
            action = self.versions.addAction(_("Version {number}, adopted {date}").format(
                number=version.number, date=day(version.adopted_on, desk.opened.today())))
            action.setData((self.version_wanted, version))
        self.answers.clear()
        if versions:
            self.versions.addSeparator()
            for version in reversed(versions):
                self.answers.addAction(_("Version {number} …").format(number=version.number)).setData(
                    (self.answers_wanted, version))
            self.versions.addMenu(self.answers)
            self.versions.addAction(_("Compare versions")).setData((self.page_wanted, "compare"))

    def _on_more(self, action: QAction) -> None:
        self.page_wanted.emit(action.data())

    def _on_version(self, action: QAction) -> None:
        if action.data() is None:
            return
        wanted, version = action.data()
        wanted.emit(version)


    def _on_paper(self, on: bool) -> None:
        self._name_buttons()
        self.paper_wanted.emit(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_buttons()

    def _name_buttons(self) -> None:
        """Where there is little room the buttons say it shorter."""
        roomy, shown = self.width() >= px(ROOMY), self.paper_button.isChecked()
        paper = _("Hide the paper (F9)") if shown else _("Show the paper (F9)")
        for each, words, short in ((self.more_button, _("More of the plan"), ""),
                                   (self.paper_button, paper, _("Hide (F9)") if shown else _("Paper (F9)")),
                                   (self.versions_button, _("Earlier versions"), "" if shown else _("Earlier"))):
            each.setText(words if roomy else short)
            each.setAccessibleName(words)
        self._arrange()

    def _arrange(self) -> None:
        """What there is no room for on one line stands below it: first the words, then the buttons."""
        room = self.width() - self.pill.sizeHint().width() - self.buttons.sizeHint().width() - px(4) - 36
        words = self.text_label.fontMetrics().horizontalAdvance(self.text_label.text())
        if words <= room:
            self.grid.addWidget(self.text_label, 0, 1)
        else:
            self.grid.addWidget(self.text_label, 1, 0, 1, 3)
        if room >= 0:
            self.grid.addWidget(self.buttons, 0, 2)
        else:
            self.grid.addWidget(self.buttons, 2, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
