"""What whoever is in charge does at the settings, and what is seen there."""
from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QListWidget

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session import backup_and_restore
from borgerplan_desktop.gui.settings.settings_dialog import SettingsDialog
from tests.journeys.hands import Hands
from tests.window import archive_of


def settings_at(program: Program, hands: Hands, section: str) -> SettingsDialog:
    program.window.settings_action.trigger()
    dialog = hands.front()
    assert isinstance(dialog, SettingsDialog)
    pick(dialog.sections_list, section)
    return dialog


def pick(rows: QListWidget, words: str) -> None:
    found = [n for n in range(rows.count()) if rows.item(n).text().startswith(words)]
    assert found, words
    rows.setCurrentRow(found[0])
    QApplication.processEvents()


def quiet(program: Program, hands: Hands) -> None:
    """The backup of the start is made."""
    place = archive_of(program).location
    hands.wait(lambda: bool(backup_and_restore.backups(place)), "the backup at the start")


def dialogs(kind: type[QDialog]) -> list[QDialog]:
    QApplication.processEvents()
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
