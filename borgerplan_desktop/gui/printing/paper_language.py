"""In which language a paper is made, with the Danish beside it or not; and that it is what the citizen reads best."""
from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.reading_language import draft_words, is_remembered, reads_best, spoken_first
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.paper_language import ALWAYS_BESIDE, DANISH, LANGUAGES, is_draft, with_beside


class PaperLanguage(QWidget):
    """`chosen()`: another language, or the Danish beside it. It begins with what the citizen reads best."""

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, for_others: bool = False) -> None:
        super().__init__(parent)
        self._desk, self._for_others, self._large_print = desk, for_others, desk.case.the(Citizen).paper_large
        self.field, self.beside_box = ignore_wheel(QComboBox(self)), QCheckBox(_("With the Danish beside it"), self)
        self.field.setAccessibleName(_("The paper's language"))
        for code, name in LANGUAGES.items():
            self.field.addItem(self._called(code, _(name)), code)
        self.remember = button("", "", "quiet", self)
        self.draft_label = plain_label("", "smallwarn", self, wrap=True)
        line = QWidget(self)
        flow = FlowLayout(line, 10)
        for each in (self.field, self.beside_box, self.remember):
            flow.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(line)
        column.addWidget(self.draft_label)
        self.field.currentIndexChanged.connect(self._on_chosen)
        self.beside_box.toggled.connect(self._on_chosen)
        self.remember.clicked.connect(self._on_remember)
        desk.changed.connect(self._show)
        # Initial update
        self.begin_with(spoken_first(desk.case, for_others))

    @property
    def spoken(self) -> str:
        """"pl", or "pl+da" with the Danish beside it."""
        language = str(self.field.currentData())
        return with_beside(language, DANISH if self.beside_box.isChecked() else "")

    def begin_with(self, spoken: str) -> None:
        language, _plus, beside = spoken.partition("+")
        with QSignalBlocker(self.field), QSignalBlocker(self.beside_box):
            self.field.setCurrentIndex(max(0, self.field.findData(language)))
            self.beside_box.setChecked(bool(beside))
        self._show()

    def is_for(self, *, others: bool) -> None:
        """The citizen's own paper from now on, or one for others: only of the first something is remembered."""
        self._for_others = others
        self._show()

    def follow_print(self, large_print: bool) -> None:
        """The size of the letters is remembered with the language."""
        self._large_print = large_print
        self._show()

    def _called(self, code: str, name: str) -> str:
        register = self._desk.case.register
        return _("{language} – draft").format(language=name) if is_draft(code, register) else name

    def _on_chosen(self) -> None:
        with QSignalBlocker(self.beside_box):
            if self.field.currentData() in ALWAYS_BESIDE:
                self.beside_box.setChecked(True)
            elif self.field.currentData() == DANISH:
                self.beside_box.setChecked(False)
        self._show()
        self.chosen.emit()

    def _show(self, _changes: object = None) -> None:
        code, case = str(self.field.currentData()), self._desk.case
        self.beside_box.setVisible(code != DANISH)
        self.beside_box.setEnabled(code not in ALWAYS_BESIDE)
        name = case.the(Citizen).called or case.the(Citizen).first_name
        self.remember.setText(_("Remember for {name}").format(name=name).replace("&", "&&") if name else
                              _("Remember for the citizen"))
        self.remember.setAccessibleName(self.remember.text().replace("&&", "&"))
        self.remember.setVisible(not self._for_others and not is_remembered(case, self.spoken, self._large_print))
        say(self.draft_label, draft_words(self.spoken, case.register))

    def _on_remember(self) -> None:
        if self._desk.do(reads_best, self.spoken, self._large_print) == "stored":
            self.field.setFocus()
            self._show()
