"""Asking for a file: the system's own dialog, or Qt's where there is none; it begins among the person's documents."""
from __future__ import annotations

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from borgerplan_desktop.i18n import _


def ask_where(window: QWidget, title: str, kind: str, name: str) -> QFileDialog:
    """Where to save: `kind` is what the files are called, `name` the suggested one with its ending. To be opened."""
    dialog = _made(window, title, kind, name.rpartition(".")[2])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    return dialog


def ask_which(window: QWidget, title: str, kind: str, *endings: str) -> QFileDialog:
    """Which file that exists. To be opened."""
    dialog = _made(window, title, kind, *endings)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog


def ask_folder(window: QWidget, title: str) -> QFileDialog:
    """Which folder. To be opened."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(window, title, documents)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Folder:"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _made(window: QWidget, title: str, kind: str, *endings: str) -> QFileDialog:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(window, title, documents, f"{kind} ({' '.join(f'*.{each}' for each in endings)})")
    dialog.setDefaultSuffix(endings[0])
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Folder:"))     # Qt's own catalogue has no Danish for these
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Kind of file:"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
