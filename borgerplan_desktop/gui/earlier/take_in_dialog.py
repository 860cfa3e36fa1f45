"""Take in an earlier plan: paste its text, or open or drop its file; what it seems to be is guessed."""
from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from borgerplan_desktop.casework.frame.said_elsewhere import kinds_of_plans
from borgerplan_desktop.casework.papers.reading_in import ReadFile
from borgerplan_desktop.casework.plan import earlier_plans
from borgerplan_desktop.casework.plan.guessed import guess
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.earlier.file_reader import FileReader
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.person_field import FromMap
from borgerplan_desktop.gui.system.dropped_file import dropped_file
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.label import say
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.papers import EarlierPlanKind

KINDS = list(EarlierPlanKind)
BESIDE = 560                                             # design pixels from which on kind and date share a line


class EarlierPlanDialog(CaseDialog):
    form = "earlier_plan_dialog"

    kind_field: QComboBox
    dated_field: DateEdit
    name_field: QLineEdit
    from_field: QLineEdit
    words_field: QPlainTextEdit
    words_trouble: QLabel
    file_label: QLabel
    file_button: QPushButton
    guess_label: QLabel
    cancel_button: QPushButton
    take_button: QPushButton
    row_1: QHBoxLayout

    def __init__(self, desk: Desk, parent: QWidget | None = None, path: str = "") -> None:
        super().__init__(desk, parent)
        for kind in KINDS:
            self.kind_field.addItem(_(kind.label))
        self.kind_field.setCurrentIndex(KINDS.index(EarlierPlanKind.AUTHORITY))
        self.dated_field.set_clock(desk.opened.today)
        self.dated_field.look(Toward.BACK)
        self.dated_field.set_name(_("Its date"))
        self.say_refusal("words", self.words_trouble, self.words_field)
        self.reader = FileReader(self)
        self.file: ReadFile | None = None
        self._of_file = ""                               # what stands in the field when nobody has written there
        self._kind_chosen = self._dated = False          # by the person: nothing is guessed over it
        self.setAcceptDrops(True)
        self.words_field.setAcceptDrops(False)           # a file that is dropped on it is read, its name not written
        self.file_label.hide()
        self.guess_label.hide()
        # Signals
        self.cancel_button.clicked.connect(self.reject)
        self.take_button.clicked.connect(self._on_take)
        self.file_button.clicked.connect(self.reader.ask)
        self.reader.read.connect(self._on_read)
        self.kind_field.activated.connect(self._on_kind)
        self.words_field.textChanged.connect(self._on_words)
        self.from_map = FromMap(self.from_field, desk)
        self.offered = OfferedWords(self.name_field, kinds_of_plans(desk.case.register), _("Plans of the frame"),
                                    _("Choose from the frame"),
                                    _("The down key shows the kinds of plans there are here. You may write another."))
        self.save_unfinished(self.name_field, self.from_field, self.dated_field.field, self.words_field)
        if path:
            self.reader.start(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction.LeftToRight if self.width() >= px(BESIDE) else QBoxLayout.Direction.TopToBottom
        self.row_1.setDirection(way)

    # ------------------------------------------------------------------------------------------- a file
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self.reader.start(path)

    def _on_read(self, file: ReadFile) -> None:
        words = self.words_field.toPlainText()
        self.file = file
        said = _("Read from {file}. The file itself is kept with the plan.").format(file=file.name)
        if words.strip() and words != self._of_file:     # a person has written: it stays
            said += " " + _("What you had written stands above it.")
            self.words_field.setPlainText(f"{words.rstrip()}\n\n{file.text}")
        else:
            self.words_field.setPlainText(file.text)
            self._of_file = self.words_field.toPlainText()
        say(self.file_label, said)
        self.words_field.setFocus()

    # ------------------------------------------------------------------------------------------- what it seems to be
    def _on_kind(self) -> None:
        self._kind_chosen = True

    def _on_words(self) -> None:
        """Guess from what was pasted or read, never from what is being typed or over what a person has said."""
        text = self.words_field.toPlainText()
        if not text.strip():
            self.guess_label.hide()
            return
        found = guess(text, self._desk.opened.today())
        guessed = False
        if found.kind is not None and not self._kind_chosen:
            self.kind_field.setCurrentIndex(KINDS.index(found.kind))
            guessed = True
        for field, said in ((self.name_field, found.title), (self.from_field, found.from_whom)):
            if said and not field.isModified() and field.text() != said:
                field.setText(said)
                guessed = True
        if found.dated_on is not None and (self.dated_field.date() is None or self._dated):
            self.dated_field.setDate(found.dated_on)
            self._dated = guessed = True
        if guessed:
            say(self.guess_label, _("Guessed from the text. Correct what is wrong."))

    def _on_take(self) -> None:
        if not self.dated_field.is_understood():
            self.dated_field.setFocus()
            return
        file = (self.file.name, self.file.content) if self.file is not None else None
        if self._desk.do(earlier_plans.take_in, KINDS[self.kind_field.currentIndex()], self.name_field.text(),
                         self.from_field.text(), self.dated_field.date(), self.words_field.toPlainText(),
                         file) == "stored":
            self.accept()
