"""What the menus and the header's "…" offer: each deed opens its dialog or does its work, whatever tab is in front."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from borgerplan_desktop.casework.course import reopen_course
from borgerplan_desktop.casework.keeping import Progress
from borgerplan_desktop.casework.open_case import OpenCase, StoreTrouble
from borgerplan_desktop.casework.place import write_whole
from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.casework.troubles import told
from borgerplan_desktop.gui.desk import Desk
from borgerplan_desktop.gui.file_dialog import ask_where, ask_which
from borgerplan_desktop.gui.main_window import MainWindow
from borgerplan_desktop.gui.waiting import Waiting
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _, language

if TYPE_CHECKING:
    from borgerplan_desktop.gui.papers.for_whom import ForWhom
    from borgerplan_desktop.gui.sitting import Sitting


class CaseDeeds(QObject):
    """`do(key)`; keys are those of the header's menu, and "new", "import"."""

    def __init__(self, sitting: Sitting, window: MainWindow) -> None:
        super().__init__(sitting)
        self._sitting, self._window = sitting, window
        self._deeds: dict[str, Callable[[], object]] = {
            "citizen": self._citizen, "together": self._together, "course": self._course,
            "responsibility": self._responsibility, "ask_consent": self._ask_consent,
            "save": self.save_plan, "export": self.export, "close": self._close, "reopen": self._reopen}
        # Signals
        window.new_action.triggered.connect(self.receive)
        window.print_action.triggered.connect(self.print_plan)
        window.paper_action.triggered.connect(self.show_paper)
        window.import_action.triggered.connect(self.ask_import)
        window.export_action.triggered.connect(self.export)

    def knows(self, key: str) -> bool:
        return key in self._deeds

    def do(self, key: str, row_id: str = "") -> None:
        """Do it; of a dialog, at the field or the row that is asked about."""
        if self._desk is not None:
            opened = self._deeds[key]()
            show_row = getattr(opened, "show_row", None)
            if row_id and show_row is not None:
                show_row(row_id)

    @property
    def _desk(self) -> Desk | None:
        return self._sitting.desk

    # ------------------------------------------------------------------ citizens
    def receive(self) -> None:
        """A citizen arrives."""
        from borgerplan_desktop.gui.citizens.keep_arrival import KeepArrival
        from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen

        dialog = NewCitizen(self._sitting.house, self._window)
        KeepArrival(dialog, self._sitting.half_typed, self._sitting.ending)
        dialog.received.connect(self._on_received)
        dialog.open()

    def _on_received(self, opened: OpenCase) -> None:
        self._sitting.forget_search()
        self._sitting.put_on_desk(opened)

    def _citizen(self) -> QDialog | None:
        from borgerplan_desktop.gui.citizens.citizen_facts import CitizenFacts
        return self._open(CitizenFacts)

    def _together(self) -> QDialog | None:
        from borgerplan_desktop.gui.citizens.together import Together
        return self._open(Together)

    def _course(self) -> QDialog | None:
        from borgerplan_desktop.gui.overview.course_dialog import CourseDialog
        return self._open(CourseDialog)

    def _responsibility(self) -> QDialog | None:
        from borgerplan_desktop.gui.overview.responsibility import Responsibility
        return self._open(Responsibility)

    def _ask_consent(self) -> QDialog | None:
        from borgerplan_desktop.gui.papers.ask_consent import AskConsent
        return self._open(AskConsent.about_nobody_yet)

    def _close(self) -> QDialog | None:
        from borgerplan_desktop.gui.overview.close_course import CloseCourse
        return self._open(CloseCourse)

    def _reopen(self) -> None:
        if self._desk is not None:
            self._desk.do(reopen_course)

    def _open(self, dialog: Callable[[Desk, MainWindow], QDialog]) -> QDialog | None:
        if self._desk is None:
            return None
        self._desk.settle.emit()
        made = dialog(self._desk, self._window)
        made.open()
        return made

    # ------------------------------------------------------------------ paper
    def show_paper(self) -> None:
        """F9: the paper beside the plan, or away again."""
        if self._desk is None:
            return
        there = self._sitting.tab == "plan"
        self._sitting.go("plan")
        page = self._sitting.page("plan")
        if page is not None:
            (page.toggle_paper if there else page.open_paper)()  # type: ignore[attr-defined]

    def print_plan(self) -> None:
        """Who the paper is for, and the system's print dialog; in the plan's tab the paper comes into sight first."""
        page = self._sitting.page("plan")
        if self._desk is not None and self._sitting.tab == "plan" and page is not None:
            page.print_plan()  # type: ignore[attr-defined]
        elif self._desk is not None:
            self._for_whom(self._desk, save=False).open()

    def save_plan(self) -> None:
        """The plan as a PDF file."""
        if self._desk is not None:
            self._for_whom(self._desk, save=True).open()

    def _for_whom(self, desk: Desk, *, save: bool) -> ForWhom:
        from borgerplan_desktop.casework.papers import plan_paper
        from borgerplan_desktop.gui.papers.for_whom import ForWhom

        desk.settle.emit()
        return ForWhom(desk, partial(plan_paper, desk.opened, language(), False), save=save, parent=self._window)

    # ------------------------------------------------------------------ case files
    def export(self) -> None:
        """A copy of the whole case as a file: readable by anyone who gets it, so the person is told."""
        if self._desk is None:
            return
        self._desk.settle.emit()
        from borgerplan_desktop.casework.case_files import export_name

        dialog = ask_where(self._window, _("Save a copy of the case. Anyone who gets the file can read it."),
                           _("Case files"), export_name(self._desk.case))
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, path: str) -> None:
        from borgerplan_desktop.casework.case_files import export_case

        if self._desk is None:
            return
        try:
            export_case(self._desk.opened, partial(write_whole, Path(path), lasting=False))
        except OSError as problem:
            tell(self._window, Message(
                _("The file could not be saved."), _("Everything you have written is stored."),
                _("Choose another folder, and save again."), type(problem).__name__))
        except NotForYou as refusal:
            tell(self._window, Message(refusal.message))
        except StoreTrouble as trouble:
            tell(self._window, Message(*told(trouble)))

    def ask_import(self) -> None:
        """Take in a citizen's case from a file."""
        dialog = ask_which(self._window, _("Take in a case from a file"), _("Case files"), "json")
        dialog.fileSelected.connect(self.import_from)
        dialog.open()

    def import_from(self, path: str) -> None:
        """Read and take in the file, off the GUI thread: it may be huge, or made to harm us."""
        from borgerplan_desktop.casework.case_files import import_case, read_file

        house = self._sitting.house

        def work(progress: Progress) -> str:
            return import_case(house, read_file(Path(path)), progress)

        waiting = Waiting(work, _("The case is taken in."), self._window, self)
        self._sitting.ending.connect(waiting.drop)
        waiting.done.connect(self._on_imported)
        waiting.failed.connect(self._on_not_imported)
        waiting.start()

    def _on_imported(self, case_id: str) -> None:
        self._sitting.forget_search()
        self._sitting.open(case_id)

    def _on_not_imported(self, problem: Exception) -> None:
        from borgerplan_desktop.casework.case_files import CaseFileError

        if isinstance(problem, CaseFileError):
            tell(self._window, Message(*problem.told))
        elif isinstance(problem, OSError):
            tell(self._window, Message(_("The file could not be read."), _("Nothing has been taken in."),
                                       _("Choose another file."), type(problem).__name__))
        elif isinstance(problem, NotForYou):
            tell(self._window, Message(problem.message))
        elif isinstance(problem, StoreTrouble):
            tell(self._window, Message(*told(problem)))
        else:
            raise problem


