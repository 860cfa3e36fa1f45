"""Printing the plan and saving it as a PDF: the pages go to the printer at its own resolution, off the GUI thread."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from borgerplan_desktop.casework.network.left_out import StillNamed, said_of_names, still_named_on
from borgerplan_desktop.casework.open_case import Conflict, StoreTrouble
from borgerplan_desktop.casework.papers.plan_paper import Paper, paper_was_made
from borgerplan_desktop.casework.papers.unprintable_letters import Unprintable, unprintable, unprintable_message
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.backup_and_restore import Cancelled, Progress
from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.how_far import HowFar
from borgerplan_desktop.gui.printing.page_images import OpenPaper, pages
from borgerplan_desktop.gui.printing.printer import choose_printer, printer_for
from borgerplan_desktop.gui.system.file_dialog import ask_where
from borgerplan_desktop.gui.system.job_progress import JobProgress
from borgerplan_desktop.gui.widgets.message import Message, Question, ask, tell
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.papers import DocumentKind, MadeHow

LEAST_DPI, MOST_DPI = 150.0, 600.0
BAND = 200_000                                           # points of a page that Qt takes in at once: some 15 ms


class PrintFailed(Exception):
    """The printer did not take the pages."""


class PlanPrinting(QObject):
    """Prints and saves one paper. Lives as long as `window`."""

    def __init__(self, desk: Desk, window: QWidget, paper: Paper) -> None:
        super().__init__(window)
        self._desk, self._opened, self._window, self._paper = desk, desk.opened, window, paper
        self._waiting: JobProgress | None = None
        self._how, self._path = MadeHow.PRINTED, Path()
        self._first: Unprintable | StillNamed | None = None      # where to go from what is said before it is made
        self._where: QFileDialog | None = None
        desk.leave.connect(self._forget)

    @property
    def _is_plan(self) -> bool:
        return self._paper.kind is DocumentKind.PLAN and not self._paper.parts

    # ------------------------------------------------------------------------------------------- print
    def ask_and_print(self, chosen: Callable[[QPrinter, QWidget], bool] | None = None) -> None:
        """The system's print dialog; what is chosen there is printed. `chosen` stands in for the dialog."""
        self._say_first(_("Print all the same"), partial(self._ask_and_print, chosen or partial(
            choose_printer, instead=self.ask_and_save)))

    def _ask_and_print(self, chosen: Callable[[QPrinter, QWidget], bool]) -> None:
        printer = printer_for(self._paper.file_name)     # no name in the print queue
        if chosen(printer, self._window):
            self.print_on(printer)

    def _say_first(self, all_the_same: str, go_on: Callable[[], object]) -> QDialog | None:
        """What the paper has no letters for, and where a name that is left out of it still stands, is said before it is
        made. Returns the open question, if there is one.
        """
        case, paper = self._opened.case, self._paper
        found = unprintable(case) if paper.drawn_now else []
        named = list(dict.fromkeys(name for each in paper.parts or (paper,) if each.drawn_now
                                   for name in still_named_on(case, each.kind, each.reader)))
        if not found and not named:
            go_on()
            return None
        self._first = next((each for each in found if each.tab), named[0] if named else None)
        words = "\n".join(filter(None, (unprintable_message(found), said_of_names(case, named))))
        return ask(self._window, Question(
            _("Something cannot stand on paper as it is") if found else _("A name that is left out still stands there"),
            words, all_the_same, _("Show me") if self._first else _("Cancel")), go_on, self._go_there)

    def _go_there(self) -> None:
        if isinstance(self._first, StillNamed):
            self._desk.written.emit(self._first.row_id, self._first.field)
        elif self._first is not None:
            self._desk.go.emit(self._first.tab, self._first.row_id)

    def print_on(self, printer: QPrinter) -> None:
        """Print on this printer."""
        self._how = MadeHow.PRINTED
        how_far = self._how_far(_("The plan is sent to the printer.") if self._is_plan
                                else _("The paper is sent to the printer."))
        self._start(partial(_print, self._paper, printer, how_far), how_far)

    # ------------------------------------------------------------------------------------------- save
    def ask_and_save(self, with_password: bool = False) -> QDialog | None:
        """The system's file dialog, after the question for a password where it shall have one; the suggested name says
        nothing about the person. Returns the open dialog.
        """
        then = self._ask_password if with_password else self._ask_where
        return self._say_first(_("Save all the same"), then) or self._where

    def _ask_password(self) -> None:
        from borgerplan_desktop.gui.printing.password_for_copy import PasswordForCopy

        asking = PasswordForCopy(self._desk, self._window)
        asking.chosen.connect(self._on_password)
        asking.open()

    def _on_password(self, password: str) -> None:
        self._paper = replace(self._paper, password=password)
        self._ask_where()

    def _forget(self) -> None:
        """The password is nowhere once the file is made, or nobody wants it any more."""
        if self._paper.password:
            self._paper = replace(self._paper, password="")

    def _ask_where(self) -> None:
        self._where = dialog = ask_where(self._window, _("Save a copy as …"), _("PDF files"), self._paper.file_name)
        dialog.fileSelected.connect(self.save_as)
        dialog.rejected.connect(self._forget)
        dialog.open()

    def save_as(self, path: str) -> None:
        """Save it in this file."""
        self._how, self._path = MadeHow.SAVED, Path(path)
        self._start(partial(_save, self._paper.as_file, self._path), self._how_far(
            _("The plan is saved as a file.") if self._is_plan else _("The paper is saved as a file.")))

    # ------------------------------------------------------------------------------------------- the work
    def _how_far(self, what: str) -> HowFar:
        return HowFar(what, len(self._paper.parts))

    def _start(self, work: Callable[[Progress], None], how_far: HowFar) -> None:
        self._desk.settle.emit()                         # half typed words belong on the paper
        self._waiting = JobProgress(work, how_far.said(0.0), self._window, self, how_far.said)
        self._waiting.done.connect(self._on_done)
        self._waiting.failed.connect(self._on_failed)
        self._waiting.cancelled.connect(self._forget)
        self._waiting.start()

    def _on_done(self) -> None:
        try:                                             # the citizen may have been closed meanwhile: not by the desk
            paper_was_made(self._opened, self._how, self._paper)
        except (Conflict, StoreTrouble) as problem:
            tell(self._window, Message(
                _("The paper is made, but not in the list of papers."), _("Everything you have written is stored."),
                _("Write a note that the citizen has got it."), type(problem).__name__))
        finally:
            self._forget()

    def _on_failed(self, problem: Exception) -> None:
        details = type(problem).__name__
        self._forget()
        if isinstance(problem, Refused):
            tell(self._window, Message(problem.message))
        elif self._how is MadeHow.PRINTED:
            tell(self._window, Message(
                _("The plan could not be printed.") if self._is_plan
                else _("The paper could not be printed."), _("Everything you have written is stored."),
                _("Turn the printer on, and choose Print the plan again.") if self._is_plan
                else _("Turn the printer on, and try again."), details))
        else:
            tell(self._window, Message(
                _("The file could not be saved."), _("Everything you have written is stored."),
                _("Choose another folder, and save again."), details))


class PagePrinting(QObject):
    """Prints a page or two that are on record nowhere; `name` is what the print queue shows. Lives as long as
    `window`.
    """

    printed = Signal()

    def __init__(self, window: QWidget, pdf: bytes, name: str) -> None:
        super().__init__(window)
        self._window, self._pdf, self._name = window, pdf, name

    def ask_and_print(self, chosen: Callable[[QPrinter, QWidget], bool] | None = None) -> None:
        """The system's print dialog; what is chosen there is printed. `chosen` stands in for the dialog."""
        printer = printer_for(self._name)
        if not (chosen or choose_printer)(printer, self._window):
            return
        how_far = HowFar(_("The paper is sent to the printer."))
        waiting = JobProgress(partial(print_several, [self._pdf], printer, how_far=how_far), how_far.said(0.0),
                              self._window, self, how_far.said)
        waiting.done.connect(self.printed)
        waiting.failed.connect(self._on_failed)
        waiting.start()

    def _on_failed(self, problem: Exception) -> None:
        tell(self._window, Message(_("The paper could not be printed."), "", _("Turn the printer on, and try again."),
                                   type(problem).__name__))


def print_paper(window: QWidget, pdf: bytes, name: str) -> None:
    """Print pages of which nothing more is wanted."""
    PagePrinting(window, pdf, name).ask_and_print()


class Piece(NamedTuple):
    """Pages of a PDF (from 0) that begin on a sheet of their own: no paper stands on the back of another's."""

    pdf: bytes
    pages: list[int]


def _print(paper: Paper, printer: QPrinter, how_far: HowFar, progress: Progress) -> None:
    pdf = paper.drawing(progress)                        # before a page is begun: it may be refused
    _print_pieces(_pieces(paper, pdf, _asked_for(printer)), printer, progress, how_far)


def _pieces(paper: Paper, pdf: bytes, asked: range) -> list[Piece]:
    """Of a folder each paper; of what is cut and folded each page, for nothing may stand on its back."""
    found: list[Piece] = []
    first = 0
    for part in paper.parts or (paper,):
        count = _page_count(part.draw() if paper.parts else pdf)
        wanted = [number for number in range(first, first + count) if not asked or number + 1 in asked]
        found += [Piece(pdf, [number]) for number in wanted] if part.kind is DocumentKind.POCKET_PLAN else \
            [Piece(pdf, wanted)]
        first += count
    return found


def print_several(pdfs: Sequence[bytes], printer: QPrinter, progress: Progress, how_far: HowFar | None = None) -> None:
    """Several papers as one job, each beginning on a sheet of its own; in any thread. `how_far` is told of each page.
    Raises PrintFailed.
    """
    asked = _asked_for(printer) if len(pdfs) == 1 else range(0)
    _print_pieces([Piece(pdf, [number for number in range(_page_count(pdf)) if not asked or number + 1 in asked])
                   for pdf in pdfs], printer, progress, how_far)


def _print_pieces(pieces: Sequence[Piece], printer: QPrinter, progress: Progress, how_far: HowFar | None) -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed
    try:
        for side, (number, total, image) in enumerate(_sides(pieces, printer)):
            if how_far is not None:
                how_far.page(number, total)
            progress((number - 1) / total)
            if side and not printer.newPage():
                raise PrintFailed
            if image is not None:
                _set(image, printer, painter)
    except Cancelled:
        printer.abort()                                  # what has not come out yet does not
        raise
    finally:
        painter.end()
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise PrintFailed


def _sides(pieces: Sequence[Piece], printer: QPrinter) -> Iterator[tuple[int, int, QImage | None]]:
    """Each page in the order it comes out, with its number and how many there are; copies where the printer makes none
    itself. None = an empty side, the back of one sheet before the next begins.
    """
    dpi = min(max(float(printer.resolution()), LEAST_DPI), MOST_DPI)
    both = printer.duplex() is not QPrinter.DuplexMode.DuplexNone
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    rounds, each = (copies, 1) if both or printer.collateCopies() else (1, copies)       # none on another's back
    total, number, sides = copies * sum(len(piece.pages) for piece in pieces), 0, 0
    for piece in [piece for piece in pieces if piece.pages] * rounds:
        if both and sides % 2:
            sides += 1
            yield number, total, None
        for _page, _count, image in pages(piece.pdf, lambda _w, _h: dpi, partial(_these, piece.pages)):
            for _copy in range(each):
                number, sides = number + 1, sides + 1
                yield number, total, image


def _page_count(pdf: bytes) -> int:
    with OpenPaper(pdf) as paper:
        return paper.count


def _these(wanted: list[int], _count: int) -> list[int]:
    return wanted


def _set(image: QImage, printer: QPrinter, painter: QPainter) -> None:
    """One page on its sheet, band by band: the window has no turn while Qt takes in a picture, of a whole page for
    seconds.
    """
    grey = printer.colorMode() is QPrinter.ColorMode.GrayScale           # not every driver does it
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    on_its_side = (image.width() > image.height()) is not (paper.width() > paper.height())
    size = image.size().transposed() if on_its_side else image.size()
    share = min(paper.width() / size.width(), paper.height() / size.height())
    rows = max(2, BAND // image.width())
    for top in range(0, image.height(), rows):
        band = image.copy(0, top, image.width(), min(rows + 1, image.height() - top))    # no seam: they overlap
        if grey:
            band = band.convertToFormat(QImage.Format.Format_Grayscale8)
        if on_its_side:                                  # its head is punched
            band = band.transformed(QTransform().rotate(-90))
        x, y = (top, 0) if on_its_side else (0, top)
        painter.drawImage(QRectF(x * share, y * share, band.width() * share, band.height() * share), band)


def _asked_for(printer: QPrinter) -> range:
    """The pages chosen in the print dialog; an empty range = all."""
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        return range(printer.fromPage(), printer.toPage() + 1)
    return range(0)


def _save(drawing: Callable[[Progress], bytes], path: Path, progress: Progress) -> None:
    content = drawing(progress)
    progress(0.0)
    write_whole(path, content, lasting=False)
