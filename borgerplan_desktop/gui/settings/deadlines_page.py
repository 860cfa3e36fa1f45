"""Settings: when somebody is reminded, how a wait climbs, and what is counted. Stored at once."""
from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.reminders import LEAST, NAMES, Reminders, most, reminders, set_reminders
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.settings.stored_page import StoredPage


class DeadlinesPage(StoredPage):
    form = "deadlines_page"

    no_contact_days: QSpinBox
    consent_warning_days: QSpinBox
    frame_warning_days: QSpinBox
    mail_after_days: QSpinBox
    phone_after_days: QSpinBox
    meeting_after_days: QSpinBox
    leader_after_days: QSpinBox
    counts_refund: QCheckBox
    refund_days: QSpinBox
    clip_card_visits: QSpinBox

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(archive, parent)
        self._numbers: dict[str, QSpinBox] = {name: getattr(self, name) for name in NAMES if name != "counts_refund"}
        for name, field in self._numbers.items():
            field.setRange(LEAST, most(name))
            field.setKeyboardTracking(False)             # a number is stored when it is typed whole
            field.lineEdit().setTextMargins(px(9), 0, 0, 0)          # the style sheet does not reach it
        self.show_stored()
        # Signals
        for field in self._numbers.values():
            field.valueChanged.connect(self.store)
        self.counts_refund.toggled.connect(self.store)

    def wanted(self) -> Reminders:
        for field in self._numbers.values():
            field.interpretText()
        return Reminders(counts_refund=self.counts_refund.isChecked(),
                         **{name: field.value() for name, field in self._numbers.items()})

    def stored(self) -> Reminders:
        return reminders(self._archive)

    def write(self, wanted: Reminders) -> None:
        set_reminders(self._archive, wanted)

    def store(self) -> None:
        super().store()
        self.refund_days.setEnabled(self.counts_refund.isChecked())

    def show_stored(self) -> None:
        now = self.stored()
        for name, field in self._numbers.items():
            with QSignalBlocker(field):                  # else the ones still unread are stored
                field.setValue(getattr(now, name))
        with QSignalBlocker(self.counts_refund):
            self.counts_refund.setChecked(now.counts_refund)
        self.refund_days.setEnabled(now.counts_refund)
