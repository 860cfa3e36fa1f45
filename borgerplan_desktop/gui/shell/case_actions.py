"""What the menus and the header's "…" offer: each opens its dialog or does its work, whatever tab is in front."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from borgerplan_desktop.casework.open_case import StoreTrouble
from borgerplan_desktop.casework.refused import NotForYou, Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.half_typed import HalfTyped
from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.casework.session.store_messages import told
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.gui.shell.workspace import Workspace
from borgerplan_desktop.gui.system.file_dialog import ask_where, ask_which
from borgerplan_desktop.gui.system.job_progress import JobProgress
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case_kinds import CITIZEN, case_kind_of

if TYPE_CHECKING:
    from borgerplan_desktop.casework.session.backup_and_restore import Progress
    from borgerplan_desktop.gui.printing.for_whom import ForWhom

WHOM_MS = 60_000                                         # so long one may look for whom the contact was with
PARTS = {"together": "together"}                         # actions that lead to a part of the whole course


class CaseActions(QObject):
    """`do(key)`; keys are those of the header's menu. `received(OpenCase)`, `taken_in(case id)`: a citizen has come.
    Whoever shows a case tells it by `show_desk`, and by `ending` that the screen locks.
    """

    received = Signal(object)
    taken_in = Signal(object)
    ending = Signal()

    def __init__(self, archive: Archive, half_typed: HalfTyped, workspace: Workspace, window: MainWindow,
                 parent: QObject) -> None:
        super().__init__(parent)
        self._archive, self._half_typed, self._workspace, self._window = archive, half_typed, workspace, window
        self._desk: Desk | None = None                   # with a citizen's case
        self._whom = QTimer(self, singleShot=True, interval=WHOM_MS)     # runs while a contact waits for its citizen
        self._whom.timeout.connect(self._let_whom_go)
        self._let_go = QShortcut(QKeySequence(Qt.Key.Key_Escape), workspace.side, self._let_whom_go,
                                 context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._let_go.setEnabled(False)
        self._waits = False                              # that contact
        self._actions: dict[str, Callable[[], object]] = {
            "contact": self._contact, "note": self.write_note, "citizen": self._citizen,
            "responsibility": self._responsibility, "same_person": self._same_person, "ask_consent": self._ask_consent,
            "save": self.save_plan, "export": self.export, "close": self._close, "reopen": self._reopen}
        # Signals
        for action, act in self._heard():
            action.triggered.connect(act)
        workspace.side.my_day_wanted.connect(self._let_whom_go)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _heard(self) -> list[tuple[QAction, Callable[[], object]]]:
        window = self._window
        return [(window.new_action, self.receive), (window.contact_action, self.note_contact),
                (window.note_action, self.write_note), (window.print_action, self.print_paper),
                (window.paper_action, self.show_paper), (window.import_action, self.ask_import),
                (window.export_action, self.export), (window.search_action, self._let_whom_go)]

    def fall_deaf(self) -> None:
        """The menu is somebody else's from now on."""
        for action, act in self._heard():
            action.triggered.disconnect(act)

    def knows(self, key: str) -> bool:
        return key in self._actions or key in PARTS

    def do(self, key: str, row_id: str = "") -> None:
        """Do it; of a dialog, at the field or the row that is asked about."""
        if self._desk is not None and key in PARTS:
            self._desk.go.emit("overview", f"{PARTS[key]}:{row_id}")
        elif self._desk is not None:
            opened = self._actions[key]()
            if row_id and isinstance(opened, CaseDialog):
                opened.show_row(row_id)

    def show_desk(self, desk: Desk | None) -> None:
        """What is on the desk now; of a case that is no citizen's nothing here is offered."""
        self._desk = desk if desk is not None and case_kind_of(desk.case.row_kinds) is CITIZEN else None
        self._window.show_citizen(self._desk is not None)
        if self._desk is not None and self._waits:
            self._let_whom_go()
            QTimer.singleShot(0, self.note_contact)      # when the case is in front

    # ------------------------------------------------------------------ citizens
    def receive(self) -> None:
        """A citizen arrives."""
        from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen
        from borgerplan_desktop.gui.citizens.unsaved_arrival import UnsavedArrival

        dialog = NewCitizen(self._archive, self._window)
        UnsavedArrival(dialog, self._half_typed, self.ending)
        dialog.received.connect(self.received)
        dialog.known.connect(self._on_known)
        dialog.open()

    def note_contact(self) -> None:
        """Ctrl+Shift+N: a contact about the open citizen; with none open, about the one that is then found."""
        if self._desk is None:
            self._workspace.side.go_to_search()
            self._whom.start()
            self._waits = True
            self._let_go.setEnabled(True)
            self._workspace.side.ask(_("Whom was the contact about? Find the citizen, and note it. Esc lets it be."))
        else:
            self._contact()

    def _let_whom_go(self) -> None:
        """No contact waits any more: it has its citizen, or something else is done."""
        if self._waits:
            self._waits = False
            self._whom.stop()
            self._let_go.setEnabled(False)
            self._workspace.side.ask("")

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Whoever leaves the list of citizens does something else."""
        if self._waits and now is not None and not self._workspace.side.isAncestorOf(now):
            self._let_whom_go()

    def _contact(self) -> CaseDialog | None:
        from borgerplan_desktop.gui.contacts.quick_contact import QuickContact
        return self._open(QuickContact)

    def write_note(self) -> CaseDialog | None:
        """Ctrl+N: a note about the open citizen; on the plan, about the goal that is open."""
        from borgerplan_desktop.gui.plan.quick_note import QuickNote
        front = self._workspace.front()
        made = self._open(QuickNote)
        goal = getattr(getattr(front, "goals", None), "open_goal", None)
        if made is not None and goal is not None:
            made.show_row(goal.id)
        return made

    def _on_known(self, case_id: str, closed: bool) -> None:
        """It is somebody who is here already: their case; where it is closed, at the place for a new stay."""
        self.taken_in.emit(case_id)
        if closed and self._desk is not None and self._desk.opened.id == case_id:
            self._desk.go.emit("overview", "intake:stays")

    def _citizen(self) -> CaseDialog | None:
        from borgerplan_desktop.gui.citizens.citizen_facts import CitizenFacts
        return self._open(CitizenFacts)

    def _responsibility(self) -> CaseDialog | None:
        from borgerplan_desktop.gui.intake.responsibility import Responsibility
        return self._open(Responsibility)

    def _same_person(self) -> CaseDialog | None:
        from borgerplan_desktop.gui.intake.merge_dialog import MergeDialog
        archive = self._archive
        return self._open(lambda desk, window: MergeDialog(desk, archive, window))

    def _ask_consent(self) -> CaseDialog | None:
        from borgerplan_desktop.gui.adopting.ask_consent import AskConsent
        return self._open(AskConsent.about_nobody_yet)

    def _close(self) -> None:
        """Closing is the last card of the part about moving out."""
        from borgerplan_desktop.casework.leaving.closing import CLOSING
        if self._desk is not None:
            self._desk.go.emit("overview", f"leaving:{CLOSING}")

    def _reopen(self) -> None:
        from borgerplan_desktop.casework.leaving.closing import reopen_course
        if self._desk is not None:
            self._desk.do(reopen_course)

    def _open(self, dialog: Callable[[Desk, MainWindow], CaseDialog]) -> CaseDialog | None:
        if self._desk is None:
            return None
        self._desk.settle.emit()
        made = dialog(self._desk, self._window)
        made.open()
        return made

    # ------------------------------------------------------------------ paper
    def show_paper(self) -> None:
        """F9: the paper beside the plan, or away again."""
        from borgerplan_desktop.gui.plan.plan_tab import PlanTab

        if self._desk is None:
            return
        there = isinstance(self._workspace.front(), PlanTab)
        self._workspace.go("plan")
        plan = self._workspace.front()
        if isinstance(plan, PlanTab):
            (plan.toggle_paper if there else plan.open_paper)()

    def print_paper(self) -> None:
        """What the tab in front prints; else the citizen's plan: who it is for, and the system's print dialog."""
        tab = self._workspace.front()
        if tab is not None and not tab.print_paper() and self._desk is not None:
            self._for_whom(self._desk, save=False).open()

    def save_plan(self) -> None:
        """The plan as a PDF file."""
        if self._desk is not None:
            self._for_whom(self._desk, save=True).open()

    def _for_whom(self, desk: Desk, *, save: bool) -> ForWhom:
        from borgerplan_desktop.casework.papers.plan_paper import plan_for
        from borgerplan_desktop.gui.printing.for_whom import ForWhom

        desk.settle.emit()
        return ForWhom(desk, partial(plan_for, desk.opened), save=save, parent=self._window)

    # ------------------------------------------------------------------ case files
    def export(self) -> None:
        """A copy of the whole case as a file: readable by anyone who gets it, so the person is told."""
        if self._desk is None:
            return
        self._desk.settle.emit()
        from borgerplan_desktop.casework.papers.case_files import export_name

        dialog = ask_where(self._window, _("Save a copy of the case. Anyone who gets the file can read it."),
                           _("Case files"), export_name(self._desk.case))
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, path: str) -> None:
        from borgerplan_desktop.casework.papers.case_files import export_case

        if self._desk is None:
            return
        try:
            export_case(self._desk.opened, partial(write_whole, Path(path), lasting=False))
        except OSError as problem:
            tell(self._window, Message(
                _("The file could not be saved."), _("Everything you have written is stored."),
                _("Choose another folder, and save again."), type(problem).__name__))
        except Refused as refusal:                       # also NotForYou
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
        from borgerplan_desktop.casework.papers.case_files import import_case
        from borgerplan_desktop.casework.papers.read_file import read_file

        archive = self._archive

        def work(progress: Progress) -> str:
            return import_case(archive, read_file(Path(path)), progress)

        waiting = JobProgress(work, _("The case is taken in."), self._window, self)
        self.ending.connect(waiting.drop)
        waiting.done.connect(self.taken_in)
        waiting.failed.connect(self._on_not_imported)
        waiting.start()

    def _on_not_imported(self, problem: Exception) -> None:
        from borgerplan_desktop.casework.papers.case_files import CaseFileError

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
