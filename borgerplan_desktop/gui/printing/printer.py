"""The printer: how it is set before it is asked for, what is remembered of it on this computer, and the system's own
dialog.
"""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _

SIDES, GREY = "printing/sides", "printing/grey"          # as remembered
ONE, TWO, YES = "one", "two", "yes"


def printer_for(name: str) -> QPrinter:
    """A4 to the edge of the sheet, as it was chosen here last; `name` is what the print queue shows."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName(name)
    set_as_before(printer)
    return printer


def set_as_before(printer: QPrinter, settings: QSettings | None = None) -> None:
    """On both sides of the sheet, along its long edge, unless somebody has chosen otherwise on this computer."""
    settings = settings or _settings()
    one = settings is not None and settings.value(SIDES, TWO) == ONE
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone if one else QPrinter.DuplexMode.DuplexLongSide)
    if settings is not None and settings.value(GREY, "") == YES:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)


def remember(printer: QPrinter, settings: QSettings | None = None) -> None:
    """Both sides or one, and in colour or grey: the next paper is offered the same way on this computer."""
    settings = settings or _settings()
    if settings is not None and printer.outputFormat() is QPrinter.OutputFormat.NativeFormat:    # a file has no sides
        settings.setValue(SIDES, ONE if printer.duplex() is QPrinter.DuplexMode.DuplexNone else TWO)
        settings.setValue(GREY, YES if printer.colorMode() is QPrinter.ColorMode.GrayScale else "")


def _settings() -> QSettings | None:
    """Where the program remembers; None = nowhere (a test)."""
    return QSettings() if QCoreApplication.organizationName() else None


def has_printer() -> bool:
    """Whether a printer is set up on this computer."""
    return bool(QPrinterInfo.availablePrinterNames())


def choose_printer(printer: QPrinter, window: QWidget, instead: Callable[[], object] | None = None) -> bool:
    """The system's print dialog: which printer, which pages, how many copies, on one side or both. Where there is no
    printer that is said, with `instead` to do.
    """
    if not has_printer():
        tell(window, Message(
            _("There is no printer on this computer."), _("Everything you have written is stored."),
            _("Save the paper as a file, and print it elsewhere. Or contact IT.") if instead else
            _("Contact IT, and try again.")), _("Save a copy as …") if instead else "", instead)
        return False
    dialog = QPrintDialog(printer, window)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted        # Windows' own dialog knows no other way
    dialog.deleteLater()
    if wanted:
        remember(printer)
    return wanted
