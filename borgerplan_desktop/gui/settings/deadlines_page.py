"""Settings: when somebody is reminded, how a wait climbs, and what is counted. Stored at once."""
from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QLabel, QSpinBox, QWidget

from borgerplan_desktop.casework.open_case import Conflict
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.casework.session.reminders import LEAST, NAMES, Reminders, most, reminders, set_reminders
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.label import say
from borgerplan_desktop.i18n import _


class DeadlinesPage(QWidget):
    no_contact_days: QSpinBox
    consent_warning_days: QSpinBox
    mail_after_days: QSpinBox
    phone_after_days: QSpinBox
    meeting_after_days: QSpinBox
    leader_after_days: QSpinBox
    counts_refund: QCheckBox
    refund_days: QSpinBox
    clip_card_visits: QSpinBox
    trouble: QLabel

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        load_form(self, "deadlines_page")
        self._numbers: dict[str, QSpinBox] = {name: getattr(self, name) for name in NAMES if name != "counts_refund"}
        for name, field in self._numbers.items():
            field.setRange(LEAST, most(name))
            field.setKeyboardTracking(False)             # a number is stored when it is typed whole
            field.lineEdit().setTextMargins(px(9), 0, 0, 0)          # the style sheet does not reach it
        self.trouble.hide()
        self._show()
        # Signals
        for field in self._numbers.values():
            field.valueChanged.connect(self.store)
        self.counts_refund.toggled.connect(self.store)

    def store(self) -> None:
        """Store what stands in the fields; what cannot be is said."""
        for field in self._numbers.values():
            field.interpretText()
        wanted = Reminders(counts_refund=self.counts_refund.isChecked(),
                           **{name: field.value() for name, field in self._numbers.items()})
        self.trouble.hide()
        self.refund_days.setEnabled(self.counts_refund.isChecked())
        if wanted == reminders(self._archive):
            return
        try:
            set_reminders(self._archive, wanted)
        except (Refused, StoreError) as error:
            say(self.trouble, sentence(error))
        except Conflict:
            self._show()
            say(self.trouble,
                _("The same has just been changed somewhere else.") + " " + _("What stands now is shown."))

    def _show(self) -> None:
        now = reminders(self._archive)
        for name, field in self._numbers.items():
            with QSignalBlocker(field):                  # else the ones still unread are stored
                field.setValue(getattr(now, name))
        with QSignalBlocker(self.counts_refund):
            self.counts_refund.setChecked(now.counts_refund)
        self.refund_days.setEnabled(now.counts_refund)
