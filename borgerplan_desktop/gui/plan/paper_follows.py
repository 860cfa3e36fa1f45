"""The paper beside the editor goes where the keyboard goes: to the goal, or to the words of the field; and it says what
is written as soon as the hands rest.
"""
from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.plan.goal_card import GoalCard
from borgerplan_desktop.gui.printing.preview import Preview

REST_MS = 120                                            # after the last letter: what is drawn is what is stored
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class PaperFollows(QObject):
    """Watches the keyboard in `editor` while `paper` is in sight."""

    def __init__(self, editor: QWidget, paper: Preview) -> None:
        super().__init__(paper)
        self._editor, self._paper = editor, paper
        self._written_in: QPlainTextEdit | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._store)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
            self._on_focus(None, app.focusWidget())

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._written_in is not None and isValid(self._written_in):
            self._written_in.textChanged.disconnect(self._on_written)
        self._written_in = None
        if now is None or not self._editor.isAncestorOf(now) or self._paper.isAncestorOf(now):
            return
        if isinstance(now, QPlainTextEdit):
            self._written_in = now
            now.textChanged.connect(self._on_written)
        if self._paper.version is None:
            self._paper.follow(worked_at(now))

    def _on_written(self) -> None:
        if self._paper.version is None and self._paper.isVisible():
            self._rest.start()

    def _store(self) -> None:
        if self._written_in is not None and isValid(self._written_in):
            for field in self._written_in.findChildren(TextField, options=DIRECT):
                field.store()


def worked_at(field: QWidget) -> str:
    """The words to look for on paper."""
    above: QWidget | None = field
    while above is not None:
        if isinstance(above, GoalCard):
            return above.goal.title if above.goal.exists else ""
        above = above.parentWidget()
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else ""
