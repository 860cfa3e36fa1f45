"""Settings: the shelter's logo, chosen from a file, seen as it stands on the papers, and taken away again."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from borgerplan_desktop.casework.open_case import Conflict
from borgerplan_desktop.casework.session import logo
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.undo_here import UndoHere
from borgerplan_desktop.gui.settings.svg_logo import draw_svg
from borgerplan_desktop.gui.system.file_dialog import ask_which
from borgerplan_desktop.gui.templates.shelter_desk import show_undo
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.shelter import Shelter

SHOWN = (180, 60)                                        # logical pixels


class LogoField(QWidget):
    """Stored at once; undo stands beside it."""

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelter = archive.shelter
        self._undo = UndoHere(archive.shelter, Shelter)
        self.label, self.hint = plain_label("", "smallbold", self), plain_label("", "small", self, wrap=True)
        self.picture = plain_label("", "on_paper", self)         # it is kept for white paper
        self.picture.setFixedHeight(px(SHOWN[1]))
        self.choose, self.remove = button("", "", "quiet", self), button("", "", "quiet", self)
        self.undo = button("", "undo", "quiet", self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        foot = QWidget(self)
        flow = FlowLayout(foot, 10)
        for each in (self.choose, self.remove, self.undo):
            flow.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.label, self.picture, self.hint, foot, self.trouble):
            column.addWidget(each)
        self.choose.clicked.connect(self.ask)
        self.remove.clicked.connect(self._on_remove)
        self.undo.clicked.connect(self._on_undo)
        self._shelter.listen(self._on_changes)
        self._name()

    def stop(self) -> None:
        """The dialog goes."""
        self._shelter.unlisten(self._on_changes)

    def ask(self) -> QFileDialog:
        """Which file."""
        dialog = ask_which(self.window(), _("Choose the shelter's logo"), _("Pictures"), "png", "svg")
        dialog.fileSelected.connect(self.take)
        dialog.open()
        return dialog

    def take(self, path: str) -> None:
        """Take in the file, or say why not."""
        try:
            with Path(path).open("rb") as file:
                content = file.read(logo.LARGEST + 1)
        except OSError:
            say(self.trouble, _("The file could not be opened."))
            return
        self._act(partial(logo.take_logo, self._shelter, content, Path(path).name, draw_svg))

    def _on_remove(self) -> None:
        self._act(partial(logo.remove_logo, self._shelter))
        self.choose.setFocus()

    def _on_undo(self) -> None:
        self._act(self._undo.undo)
        self.choose.setFocus()

    def _act(self, act: Callable[[], object]) -> None:
        self.trouble.hide()
        try:
            act()
        except (Refused, StoreError) as error:
            say(self.trouble, sentence(error))
        except Conflict:
            say(self.trouble,
                _("The same has just been changed somewhere else.") + " " + _("What stands now is shown."))
        self._show()

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(Shelter):
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "hint"):
            self._name()

    def _name(self) -> None:
        self.label.setText(_("Logo on the papers"))
        self.hint.setText(_("A PNG or SVG file of at most 1 MB. It does not stand where the address is protected."))
        for each, words in ((self.choose, _("Choose a picture …")), (self.remove, _("Remove the logo"))):
            each.setText(words)
            each.setAccessibleName(words)
        self._show()

    def _show(self) -> None:
        content = logo.logo_of(self._shelter)
        picture, ratio = QPixmap(), self.devicePixelRatioF()
        if content is not None and picture.loadFromData(content, "PNG"):
            picture = picture.scaled(round(px(SHOWN[0]) * ratio), round(px(SHOWN[1]) * ratio),
                                     Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
            self.picture.setPixmap(picture)
            self.picture.setFixedWidth(round(picture.width() / ratio))
        name = self._shelter.case.the(Shelter).logo_name
        self.picture.setAccessibleName(_("The logo: {file}").format(file=name))
        self.picture.setVisible(content is not None)
        self.remove.setVisible(content is not None)
        show_undo(self.undo, self._undo)
