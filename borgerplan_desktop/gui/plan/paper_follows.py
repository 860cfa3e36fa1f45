"""The paper beside the editor goes where the keyboard goes: to the goal, or to the words of the field."""
from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from borgerplan_desktop.gui.plan.goal_card import GoalCard
from borgerplan_desktop.gui.printing.preview import Preview


class PaperFollows(QObject):
    """Watches the keyboard in `editor` while `paper` is in sight."""

    def __init__(self, editor: QWidget, paper: Preview) -> None:
        super().__init__(paper)
        self._editor, self._paper = editor, paper
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
            self._on_focus(None, app.focusWidget())

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._editor.isAncestorOf(now) and not self._paper.isAncestorOf(now) and (
                self._paper.version is None):
            self._paper.follow(worked_at(now))


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
