"""Settings: what a newcomer is told, and the house rules; with the sheet as it will be. Stored when a field is left."""
from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.intake.welcome import WelcomeTexts, welcome_example, welcome_texts, write_welcome
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.printing.page_images import pages
from borgerplan_desktop.gui.settings.stored_page import StoredPage
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _

DPI = 72.0                                               # of the sheet on this page: to see how it looks


class WelcomePage(StoredPage):
    form = "welcome_page"

    welcome_field: GrowingTextEdit
    rules_field: GrowingTextEdit
    sheet_button: QPushButton
    sheet_box: QWidget
    sheet_column: QVBoxLayout

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(archive, parent)
        for field in (self.welcome_field, self.rules_field):
            field.set_lines(4, 12)
        self.store_when_left(self.welcome_field, self.rules_field)
        self.sheet_box.hide()
        self.show_stored()
        self._name_examples()
        self.sheet_button.toggled.connect(self._on_sheet)

    def wanted(self) -> WelcomeTexts:
        return WelcomeTexts(self.welcome_field.toPlainText(), self.rules_field.toPlainText())

    def stored(self) -> WelcomeTexts:
        return welcome_texts(self._archive)

    def write(self, wanted: WelcomeTexts) -> None:
        write_welcome(self._archive, wanted)

    def store(self) -> None:
        super().store()
        if self.sheet_button.isChecked():
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "sheet_column"):
            self._name_examples()
            if self.sheet_button.isChecked():
                self._draw()

    def _name_examples(self) -> None:
        self.welcome_field.setPlaceholderText(_("e.g. Breakfast is at eight. The laundry is in the cellar."))
        self.rules_field.setPlaceholderText(_("One rule on each line. Left empty, the sheet has our four plain ones."))

    def show_stored(self) -> None:
        now = self.stored()
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
        for number, count, image in pages(welcome_example(self._archive), lambda _w, _h: DPI):
            picture = plain_label("", parent=self.sheet_box)
            picture.setPixmap(QPixmap.fromImage(image))
            picture.setAccessibleName(_("The welcome sheet, page {page} of {total}").format(page=number + 1,
                                                                                           total=count))
            self.sheet_column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
