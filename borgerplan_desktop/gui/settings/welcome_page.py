"""Settings: what a newcomer is told, and the house rules; with the sheet as it will be. Stored when a field is left."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.intake.welcome import WelcomeTexts, welcome_example, welcome_texts, write_welcome
from borgerplan_desktop.casework.open_case import Conflict
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.printing.page_images import pages
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _, language

DPI = 72.0                                               # of the sheet on this page: to see how it looks


class WelcomePage(QWidget):
    welcome_field: GrowingTextEdit
    rules_field: GrowingTextEdit
    trouble: QLabel
    sheet_button: QPushButton
    sheet_box: QWidget
    sheet_column: QVBoxLayout

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        load_form(self, "welcome_page")
        for field in (self.welcome_field, self.rules_field):
            field.set_lines(4, 12)
            field.installEventFilter(self)
        self.trouble.hide()
        self.sheet_box.hide()
        self._show()
        self._name_examples()
        self.sheet_button.toggled.connect(self._on_sheet)

    def store(self) -> None:
        """Store what stands in the fields; what cannot be is said, and stays in the field."""
        wanted = WelcomeTexts(self.welcome_field.toPlainText(), self.rules_field.toPlainText())
        self.trouble.hide()
        if wanted == welcome_texts(self._archive):
            return
        try:
            write_welcome(self._archive, wanted)
        except (Refused, StoreError) as error:
            say(self.trouble, sentence(error))
        except Conflict:
            self._show()
            say(self.trouble,
                _("The same has just been changed somewhere else.") + " " + _("What stands now is shown."))
        if self.sheet_button.isChecked():
            self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in (self.welcome_field, self.rules_field) and event.type() == QEvent.Type.FocusOut:
            self.store()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "sheet_column"):
            self._name_examples()
            if self.sheet_button.isChecked():
                self._draw()

    def _name_examples(self) -> None:
        self.welcome_field.setPlaceholderText(_("e.g. Breakfast is at eight. The laundry is in the cellar."))
        self.rules_field.setPlaceholderText(_("One rule on each line. Left empty, the sheet has our four plain ones."))

    def _show(self) -> None:
        now = welcome_texts(self._archive)
        self.welcome_field.setPlainText(now.welcome)
        self.rules_field.setPlainText(now.house_rules)

    def _on_sheet(self, on: bool) -> None:
        self.store()
        self.sheet_box.setVisible(on)
        if on:
            self._draw()

    def _draw(self) -> None:
        """The pages of the sheet, as pictures below each other."""
        while (item := self.sheet_column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, count, image in pages(welcome_example(self._archive, language()), lambda _w, _h: DPI):
            picture = plain_label("", parent=self.sheet_box)
            picture.setPixmap(QPixmap.fromImage(image))
            picture.setAccessibleName(_("The welcome sheet, page {page} of {total}").format(page=number + 1,
                                                                                           total=count))
            self.sheet_column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
