"""Before a paper is printed it is said where the name of somebody left out of it still stands, and how to get there."""
from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.casework.papers.plan_paper import plan_paper
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.printing.printing import PlanPrinting
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement

SAID = "Peter Prøve er udeladt på papir, men navnet står stadig i 1 aftale."


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def agreement(desk: Desk) -> Agreement:
    peter = add_private_person(desk.opened, "Peter Prøve", "bror")
    desk.do(write, peter, NetworkMember.left_out_of_paper, True, "x")
    return add_agreement(desk.opened, "Peters nøgle afleveres")


def seen(desk: Desk, key: str, parent: QWidget, qtbot: QtBot) -> PaperWindow:
    window = show_paper(desk, BY_KEY[key], parent)
    qtbot.waitUntil(lambda: window.paper.pdf.startswith(b"%PDF"), timeout=20_000)
    return window


def test_the_preview_says_it_and_leads_there(desk: Desk, agreement: Agreement, parent: QWidget, qtbot: QtBot) -> None:
    window = seen(desk, "who-does-what", parent, qtbot)
    assert window.paper.named.isVisible()
    assert window.paper.named.words.text() == SAID
    with qtbot.waitSignal(desk.written) as went:
        window.paper.named.go_there.click()
    assert went.args == [agreement.id, "text"]
    assert not window.isVisible()                        # the place lies behind it


def test_it_goes_when_the_name_is_written_out(desk: Desk, agreement: Agreement, parent: QWidget, qtbot: QtBot) -> None:
    window = seen(desk, "who-does-what", parent, qtbot)
    with qtbot.waitSignal(window.paper.drawn, timeout=20_000):
        desk.do(write, agreement, Agreement.text, "Nøglen afleveres", "x")
    assert not window.paper.named.isVisible()
    window.reject()


@pytest.mark.parametrize("key", ["welcome", "network"])
def test_a_paper_that_says_none_of_it_says_nothing_of_it(desk: Desk, agreement: Agreement, parent: QWidget,
                                                         qtbot: QtBot, key: str) -> None:
    window = seen(desk, key, parent, qtbot)
    assert not window.paper.named.isVisible()
    window.reject()


def test_on_the_network_map_it_is_what_somebody_is_to_them(desk: Desk, agreement: Agreement, parent: QWidget,
                                                           qtbot: QtBot) -> None:
    add_private_person(desk.opened, "Lone Prøve", "Peters kone")
    window = seen(desk, "network", parent, qtbot)
    assert window.paper.named.words.text().endswith("navnet står stadig i det, der står om 1 anden person.")
    window.reject()


def test_printing_says_it_first(desk: Desk, agreement: Agreement, parent: QWidget, qtbot: QtBot) -> None:
    asked: list[QPrinter] = []

    def chosen(printer: QPrinter, _window: QWidget) -> bool:
        asked.append(printer)
        return False

    printing = PlanPrinting(desk, parent, plan_paper(desk.opened))
    printing.ask_and_print(chosen)
    assert not asked
    dialog = parent.findChild(QDialog)
    assert dialog is not None
    with qtbot.waitSignal(desk.written) as went:
        dialog.reject()                                  # Escape: to the place
    assert went.args == [agreement.id, "text"]
    printing.ask_and_print(chosen)
    parent.findChildren(QDialog)[-1].accept()            # print all the same
    assert len(asked) == 1
