"""Herberget, Tal: how it goes, counted, never per person; the objectives, the aims, and the yearly report."""
from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.figures.counting import Chosen, counting, why_nothing
from borgerplan_desktop.casework.figures.figures_file import save_table, table_name
from borgerplan_desktop.casework.figures.yearly_paper import counted_paper
from borgerplan_desktop.casework.papers.house_papers import HouseKind
from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.figures.aims_view import AimsView
from borgerplan_desktop.gui.figures.figure_bars import BarSample
from borgerplan_desktop.gui.figures.figures_view import FiguresView
from borgerplan_desktop.gui.figures.period_chooser import PeriodChooser
from borgerplan_desktop.gui.figures.report_words import ReportWords
from borgerplan_desktop.gui.system.file_dialog import ask_where
from borgerplan_desktop.gui.system.job_progress import JobProgress
from borgerplan_desktop.gui.system.jobs import Job
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.gui.widgets.prose import everybodys
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.figures.hiding import LEAST
from borgerplan_desktop.model.figures.kinds import Group
from borgerplan_desktop.model.figures.period import Span
from borgerplan_desktop.model.figures.report import Report
from borgerplan_desktop.model.house_ideas import YearReport

FIGURES, OBJECTIVES, AIMS, REPORT = "figures", "objectives", "aims", "report"
PARTS = ((FIGURES, N_("Figures")), (OBJECTIVES, N_("The six objectives")), (AIMS, N_("The 22 aims")),
         (REPORT, N_("The yearly report")))
PATIENCE_MS = 200                                        # then it says that it counts

View = FiguresView | AimsView


class FiguresTab(Tab):
    """Counted when somebody looks, in another thread; it can be stopped."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        everybodys(self)
        self._job: Job | None = None
        self._waiting: JobProgress | None = None
        self._counted: Chosen | None = None              # what is shown was counted of it
        self.report: Report | None = None
        self._views: dict[str, View] = {}
        self.page = PageScroll(_("Figures"), self)
        self._long = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._make_head()
        self.words = ReportWords(desk, self.page)
        self.words.hide()
        for each in (self.head, self.chooser, self.legend, self.hint, self.busy, self.empty, self.trouble, self.words):
            self.page.body.addWidget(each)
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        # Signals
        self._long.timeout.connect(self._on_long)
        self.chooser.changed.connect(self.count)
        self.stop_button.clicked.connect(self._on_stop)
        self.save_button.clicked.connect(self._on_save)
        desk.leave.connect(self._on_leave)

    def _make_head(self) -> None:
        self.head, self.buttons = QWidget(self.page), dict[str, QPushButton]()
        flow = FlowLayout(self.head, 6)
        for key, name in PARTS:
            made = self.buttons[key] = button(_(name), "", "quiet", self.head)
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.setChecked(key == FIGURES)
            made.clicked.connect(self._on_part)
            flow.addWidget(made)
        self.save_button = button(_("Save as a table …"), "disk", "ghost", self.head)
        self.save_button.setEnabled(False)
        flow.addWidget(self.save_button)
        self.chooser = PeriodChooser(self._desk, self.page)
        self.legend = QWidget(self.page)
        row = QHBoxLayout(self.legend)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.now_label, self.before_label = (plain_label("", "small", self.legend) for _each in range(2))
        self.before_sample = BarSample(True, self.legend)
        for each in (BarSample(False, self.legend), self.now_label, self.before_sample, self.before_label):
            row.addWidget(each)
        row.insertSpacing(2, 16)
        row.addStretch(1)
        self.hint = plain_label(_(
            "Counted from all courses, with nobody named. A number of fewer than {n} citizens is not shown, nor one "
            "that would tell such a number by subtraction. Two times that lie over each other can still tell together "
            "what neither tells alone: do not pass both on.").format(n=LEAST), "small", self.page, wrap=True)
        self.busy = QWidget(self.page)
        waiting = QHBoxLayout(self.busy)
        waiting.setContentsMargins(0, 0, 0, 0)
        self.progress = QProgressBar(self.busy)
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 100)
        self.progress.setAccessibleName(_("Counting …"))
        self.stop_button = button(_("Cancel"), "close", "", self.busy)
        for each in (plain_label(_("Counting …"), "muted", self.busy), self.progress, self.stop_button):
            waiting.addWidget(each)
        waiting.addStretch(1)
        self.busy.hide()
        self.empty = plain_label("", "muted", self.page, wrap=True)
        self.trouble = plain_label("", "bad", self.page, wrap=True)
        for each in (self.empty, self.trouble, self.legend):
            each.hide()

    # ------------------------------------------------------------------ as the shell knows it
    def show_row(self, row_id: str) -> None:
        """A report that was written; or one of the parts by its word."""
        if row_id in self.buttons:
            self.turn_to(row_id)
        elif self._desk.case.get(YearReport, row_id) is not None:
            self.turn_to(REPORT)
            self.words.show_row(row_id)

    def bring_into_sight(self, row_id: str) -> None:
        self.show_row(row_id)

    def standing(self) -> Any:
        return self.front, self.chooser.chosen(), self.words.chosen

    def stand(self, before: Any) -> None:
        front, chosen, year = before
        self.chooser.choose(chosen)
        self.words.choose(year)
        self.turn_to(front)

    def print_paper(self) -> bool:
        """The yearly report of the year in front."""
        self.show_report_paper(self.words.chosen)
        return True

    # ------------------------------------------------------------------ the parts
    @property
    def front(self) -> str:
        return next(key for key, each in self.buttons.items() if each.isChecked())

    def turn_to(self, part: str) -> None:
        """Show one of the parts."""
        self.buttons[part].setChecked(True)
        self._on_part()

    def _on_part(self) -> None:
        is_report = self.front == REPORT
        self.words.setVisible(is_report)
        for each in (self.chooser, self.hint):
            each.setVisible(not is_report)
        self.save_button.setVisible(not is_report)
        self._show()
        self.page.verticalScrollBar().setValue(0)

    def _view(self, part: str) -> View:
        """Made when it is first wanted."""
        if part not in self._views:
            made = AimsView(self.page) if part == AIMS else FiguresView(
                [Group.OBJECTIVES] if part == OBJECTIVES else [each for each in Group if each is not Group.OBJECTIVES],
                self.page)
            self._views[part] = made
            self.page.body.insertWidget(self.page.body.indexOf(self.words), made)
        return self._views[part]

    # ------------------------------------------------------------------ counting
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.count()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.stop()

    def count(self) -> None:
        """Count anew, of the time that is chosen; meanwhile the window goes on."""
        self.stop()
        say(self.trouble, "")
        if self.chooser.check(self._desk.opened.today()) is None:
            return
        self._counted = self.chooser.chosen()
        self._job = Job(counting(self._desk.opened, self._counted), self)
        self._job.progressed.connect(self._on_progress)
        self._job.done.connect(self._on_counted)
        self._job.failed.connect(self._on_failed)
        self._job.start()
        self._long.start()

    def stop(self) -> None:
        """Nobody waits for the numbers any more."""
        self._long.stop()
        self.busy.hide()
        if self._job is not None:
            self._job.drop()
            self._job = None

    @property
    def is_counting(self) -> bool:
        return self._job is not None

    def _on_long(self) -> None:
        """The numbers of the time before do not stand there meanwhile."""
        self.report = None
        self._show()
        self.progress.setValue(0)
        self.busy.setVisible(self.front != REPORT)

    def _on_progress(self, share: float) -> None:
        self.progress.setValue(round(100 * share))

    def _on_stop(self) -> None:
        self.stop()
        say(self.empty, _("It was stopped. Choose a period to count again."))
        self.chooser.period.setFocus()

    def _on_counted(self, report: Report) -> None:
        self.stop()
        self.report = report
        self._show()

    def _on_failed(self, problem: Exception) -> None:
        self.stop()
        self.report = None
        self._show()
        self._tell(problem)

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, (Refused, StoreError)):
            raise problem
        say(self.trouble, sentence(problem))

    def _show(self) -> None:
        report, front = self.report, self.front
        nothing = why_nothing(report) if report is not None else ""
        self.save_button.setEnabled(report is not None)
        say(self.empty, nothing if front != REPORT else "")
        shown = report is not None and front != REPORT and (not nothing or front == AIMS)
        self.legend.setVisible(shown and front != AIMS)
        for key, view in self._views.items():
            view.setVisible(shown and key == front)
        if report is None or not shown:
            return
        view = self._view(front)
        view.show_report(report)
        view.show()
        self.now_label.setText(_said(report.now.span))
        for each in (self.before_sample, self.before_label):
            each.setVisible(report.before is not None)
        if report.before is not None:
            self.before_label.setText(_("The time before: {days}").format(days=_said(report.before.span)))

    # ------------------------------------------------------------------ out of the house
    def _on_save(self) -> None:
        if self.report is not None:
            dialog = ask_where(self, _("Save the figures as a table"), _("Tables for a spreadsheet"),
                               table_name(self.report))
            dialog.fileSelected.connect(self.save_as)
            dialog.open()

    def save_as(self, path: str) -> None:
        """Save the table in this file."""
        if self.report is None:
            return
        try:
            save_table(self._desk.opened, self.report, partial(write_whole, Path(path), lasting=False))
        except OSError as problem:
            tell(self, Message(_("The file could not be saved."), _("Everything you have written is stored."),
                               _("Choose another folder, and save again."), type(problem).__name__))
        except (Refused, StoreError) as problem:
            self._tell(problem)

    def show_report_paper(self, year: int) -> None:
        """Count the year, then show its report as it will be printed."""
        self._desk.settle.emit()                         # half typed words belong on the paper
        self._waiting = JobProgress(counted_paper(self._desk.opened, year), _("The figures are counted."),
                                    self.window(), self)
        self._waiting.done.connect(self._on_paper)
        self._waiting.failed.connect(self._on_no_paper)
        self._waiting.cancelled.connect(self._on_waited)
        self._waiting.start()

    def _on_paper(self, kind: HouseKind) -> None:
        from borgerplan_desktop.gui.printing.house_paper import HousePaperWindow

        self._on_waited()
        self.paper = HousePaperWindow(self._desk, kind, self.window())
        self.paper.open()

    def _on_no_paper(self, problem: Exception) -> None:
        self._on_waited()
        self._tell(problem)

    def _on_waited(self) -> None:
        self._waiting = None

    def _on_leave(self) -> None:
        self.stop()
        if self._waiting is not None:
            self._waiting.drop()
            self._waiting = None


def _said(span: Span) -> str:
    return f"{day(span.first)} – {day(span.last)}"
