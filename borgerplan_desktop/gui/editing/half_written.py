"""Whether something stands on a page that is stored nowhere: such a page is not let go of."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.editing.unsaved_input import text_of
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.time_edit import TimeEdit


def is_half_written(page: QWidget) -> bool:
    """A line that a button stores, words the store refuses, or a day or time in red."""
    edits = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return any(_is_begun(edit) for edit in edits)


def _is_begun(edit: QLineEdit | QPlainTextEdit) -> bool:
    around = edit.parentWidget()
    if isinstance(around, DateEdit | TimeEdit):
        return around.is_in_trouble()
    bound = edit.findChild(TextField, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if bound is not None:
        return bound.is_unsaved
    return not edit.isReadOnly() and bool(text_of(edit).strip())
