"""A telephone's contacts through the real window: looked through, taken in, undone and done again, saved as a file."""
from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from borgerplan_desktop.app import Program
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.model.network import people
from borgerplan_desktop.store.audit import Did
from tests.documents.reading_in import people_files as files
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, take_in


def names(program: Program) -> set[str]:
    return {member.contact.name for member in people(desk_of(program).case)}


def test_from_the_telephone_to_the_map_and_back(program: Program, at_work: Hands, tmp_path: Path) -> None:
    hands, contacts, saved = at_work, tmp_path / "telefon.vcf", tmp_path / "ud.vcf"
    contacts.write_bytes(files.IPHONE)
    take_in(hands, "Jonas Bækgaard")
    hands.go("Netværk")
    hands.click("Hent personer fra fil …")               # nobody is there yet: it is offered on the page itself
    hands.choose_file(contacts)
    hands.wait(lambda: hands.sees("Hvem skal med fra filen?"), "the people of the file")
    hands.click("Hent 2 personer")
    assert names(program) >= {"Åse Marie Lind", "Bo Frøkjær"}
    hands.wait(lambda: hands.sees("Bo Frøkjær"), "them on the page")
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.wait(lambda: not names(program) & {"Åse Marie Lind", "Bo Frøkjær"}, "one step back")
    desk_of(program).opened.redo()
    tab = hands.window.findChild(NetworkTab)
    assert tab is not None
    next(iter(tab.files.save.values())).trigger()
    hands.click("Vælg hvor")
    hands.choose_file(saved)
    hands.wait(saved.exists, "the file")
    assert "FN:Bo Frøkjær" in saved.read_text("utf-8")
    assert any(line.did is Did.EXPORTED for line in archive_of(program).store.lines())
