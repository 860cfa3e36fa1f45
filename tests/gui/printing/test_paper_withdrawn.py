"""An open paper follows what may be said: when a consent is withdrawn it goes from sight, and says why."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, withdraw_from
from borgerplan_desktop.casework.papers.knowledge import note_knowledge
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Document

TOPICS = [each for each in Topic if each is not Topic.OTHER]


@pytest.fixture
def birgit(desk: Desk) -> NetworkMember:
    made = add_new_professional(desk.opened, "Birgit Holm")
    give_consent(desk.opened, Asked("finde en bolig", [made], TOPICS, GivenHow.ORALLY, told_before=True,
                                    fetch_from=[made]))
    return made


def window_of(key: str, desk: Desk, member: NetworkMember, qtbot: QtBot) -> tuple[PaperWindow, QWidget]:
    about = member.id if key == "coordinator-notice" else note_knowledge(
        desk.opened, "Speciallægeerklæring", member, Topic.HEALTH).id
    parent = QWidget()
    qtbot.addWidget(parent)
    window = show_paper(desk, BY_KEY[key], parent, about)
    with qtbot.waitSignal(window.paper.drawn, timeout=60_000):
        pass
    return window, parent


def told(window: QWidget) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel))


@pytest.mark.parametrize("key", ["coordinator-notice", "knowledge-request"])
def test_a_withdrawal_takes_it_from_sight(key: str, desk: Desk, birgit: NetworkMember, archive: Archive, qtbot: QtBot,
                                          tmp_path: Path) -> None:
    window, parent = window_of(key, desk, birgit, qtbot)
    assert window.paper.pdf
    as_it_was = window.printing()
    other = archive.open_case(desk.opened.id)
    withdraw_from(other, other.case.get(NetworkMember, birgit.id) or birgit)
    path, printer = tmp_path / "brev.pdf", QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printet.pdf"))
    for go in (lambda: as_it_was.save_as(str(path)), lambda: as_it_was.print_on(printer)):
        go()                                             # before the window has looked
        assert as_it_was._waiting is not None
        with qtbot.waitSignal(as_it_was._waiting.failed, timeout=60_000):
            pass
        assert "trukket tilbage" in told(parent)
    assert not list(tmp_path.glob("*.pdf"))
    assert not desk.case.all(Document)
    with qtbot.waitSignal(window.paper.refused, timeout=60_000):
        desk.look_for_others()
    assert window.paper.pdf == b""
    assert not window.paper.canvas.views
    assert "trukket tilbage" in window.paper.trouble_label.text()
    assert not window.print_button.isEnabled()
    assert not window.save_button.isEnabled()


def test_a_new_yes_brings_it_back(desk: Desk, birgit: NetworkMember, qtbot: QtBot) -> None:
    window, _parent = window_of("coordinator-notice", desk, birgit, qtbot)
    with qtbot.waitSignal(window.paper.refused, timeout=60_000):
        withdraw_from(desk.opened, birgit)
    with qtbot.waitSignal(window.paper.drawn, timeout=60_000):
        desk.opened.undo()
    assert window.paper.pdf
    assert window.print_button.isEnabled()
    assert window.paper.trouble_label.isHidden()
