"""Settings: the shelter's meetings in numbers, for a time one chooses. Nobody is named, and few are not told."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.meeting_figures import Period, counting, told
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.system.jobs import Job
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.meeting_figures import Figures

ROWS = (("held", N_("Meetings held")), ("called_off", N_("Meetings called off")),
        ("there", N_("The citizen was there")), ("prepared", N_("Prepared with the citizen")),
        ("kept", N_("Agreements kept")))
ALONE = ("held", "called_off")
PATIENCE_MS = 200                                        # then it says that it counts


class FiguresPage(QWidget):
    """Counted when somebody looks."""

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self.hint = plain_label("", "small", self, wrap=True)
        self._label = plain_label("", "smallbold", self)
        self.period = calm_combo(QComboBox(self), 22)
        for each in Period:
            self.period.addItem("", each)
        self._label.setBuddy(self.period)
        chosen = QHBoxLayout()
        chosen.setSpacing(10)
        chosen.addWidget(self._label)
        chosen.addWidget(self.period)
        chosen.addStretch(1)
        self._table = QWidget(self)
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        self.rows: dict[str, tuple[QLabel, QLabel]] = {}
        for number, (key, _words) in enumerate(ROWS):
            what, value = plain_label("", "", self._table, wrap=True), plain_label("", "bold", self._table, wrap=True)
            grid.addWidget(what, number, 0)
            grid.addWidget(value, number, 1)
            self.rows[key] = what, value
        self.empty = plain_label("", "muted", self, wrap=True)
        self.trouble = plain_label("", "bad", self, wrap=True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.hint)
        column.addLayout(chosen)
        for widget in (self._table, self.empty, self.trouble):
            column.addWidget(widget)
        column.addStretch(1)
        self._job: Job | None = None
        self._long = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._long.timeout.connect(self._on_long)
        self._say()
        self.period.currentIndexChanged.connect(self.count)

    def count(self) -> None:
        """Count anew, of the time that is chosen; meanwhile the window goes on."""
        self.stop()
        self.trouble.hide()
        self._job = Job(counting(self._archive, Period(self.period.currentData())), self)
        self._job.done.connect(self._on_counted)
        self._job.failed.connect(self._on_failed)
        self._job.start()
        self._long.start()

    def stop(self) -> None:
        """Nobody waits for the numbers any more."""
        self._long.stop()
        if self._job is not None:
            self._job.drop()
            self._job = None

    @property
    def is_counting(self) -> bool:
        return self._job is not None

    def _on_long(self) -> None:
        """The numbers of the time before do not stand there meanwhile."""
        self._table.hide()
        say(self.empty, _("Counting …"))

    def _on_counted(self, found: Figures) -> None:
        self.stop()
        self._show(found)

    def _on_failed(self, problem: Exception) -> None:
        self.stop()
        self._table.hide()
        self.empty.hide()
        if not isinstance(problem, (Refused, StoreError)):
            raise problem
        say(self.trouble, sentence(problem))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.count()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "trouble"):
            self._say()
            if self.isVisible():
                self.count()

    def _show(self, found: Figures) -> None:
        self._table.setVisible(not found.is_empty)
        say(self.empty, _("No meeting was held or called off in that time.") if found.is_empty else "")
        for key, words in ROWS:
            what, value = self.rows[key]
            value.setText(told(getattr(found, key), key in ALONE))
            value.setAccessibleName(f"{_(words)}: {value.text()}")
            what.setText(_(words))

    def _say(self) -> None:
        self.hint.setText(_("Network meetings and follow-ups of all citizens, without names; talks are not counted. A "
                            "number of fewer than three citizens is not shown: it could point at somebody."))
        self._label.setText(_("Period"))
        self.period.setAccessibleName(_("Period"))
        for at, each in enumerate(Period):
            self.period.setItemText(at, _(each.label))
