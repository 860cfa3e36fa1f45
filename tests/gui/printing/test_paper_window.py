"""One window for every paper: what can be chosen in it depends on what is shown."""
from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, paper_of
from borgerplan_desktop.casework.papers.plan_paper import consent_paper
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.for_whom import ForWhom
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.model.consent import GivenHow, Topic


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def shown(window: PaperWindow, qtbot: QtBot) -> PaperWindow:
    window.show()
    qtbot.waitUntil(lambda: window.paper.pdf.startswith(b"%PDF"), timeout=20000)
    return window


def test_what_is_made_now_is_made_in_the_language_and_size_that_is_chosen(desk: Desk, parent: QWidget,
                                                                          qtbot: QtBot) -> None:
    make = partial(paper_of, desk.opened, BY_KEY["welcome"], "")
    window = shown(PaperWindow(desk, "Velkommen", make, parent), qtbot)
    assert window.language_field.isVisible()
    assert window.paper.large_button.isVisible()
    window.language_field.setCurrentIndex(window.language_field.findData("en"))
    assert window.paper.paper.language == "en"


def test_what_was_kept_is_as_it_was(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    kept = consent_paper(desk.opened, None)
    window = shown(PaperWindow(desk, "Samtykke", kept, parent), qtbot)
    assert window.spoken_in.isHidden()
    assert window.paper.large_button.isHidden()
    assert window.paper.paper is kept


def test_an_adopted_plan_asks_for_whom_it_is_before_it_is_printed(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    version = adopt_plan(desk.opened)
    window = shown(PaperWindow(desk, "Borgerens Plan", version, parent, "Udskriv planen"), qtbot)
    assert window.spoken_in.spoken == "da"               # as it was adopted, until a translation is wanted
    assert window.paper.large_button.isVisible()
    assert window.print_button.text() == "Udskriv planen"
    window.print_button.click()
    asked = window.findChild(ForWhom)
    assert asked is not None
    asked.reject()


def test_the_record_says_whom_a_notice_was_made_for(desk: Desk) -> None:
    kind = BY_KEY["coordinator-notice"]
    assert paper_of(desk.opened, kind).reader == "citizen"
    assert paper_of(desk.opened, kind, "somebody").reader == "others"


def test_what_must_not_be_shared_is_said_also_while_the_paper_is_open(desk: Desk, parent: QWidget) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm")
    window = show_paper(desk, BY_KEY["coordinator-notice"], parent, birgit.id)
    assert window.not_to_share.isHidden()
    desk.do(give_consent, Asked("finde en bolig", [birgit], [Topic.PLAN], GivenHow.SIGNED, told_before=True,
                                not_to_share="Det om Sara"))
    assert "Det om Sara" in window.not_to_share.text()
    assert "Det om Sara" in window.print_button.accessibleDescription()
    window.reject()


def test_the_keys_of_the_pages_hold_in_the_whole_window(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    window = shown(PaperWindow(desk, "Velkommen", partial(paper_of, desk.opened, BY_KEY["week"], ""), parent), qtbot)
    canvas = window.paper.canvas
    qtbot.waitUntil(lambda: canvas.count > 0)
    before = canvas.zoom
    qtbot.keyClick(window.print_button, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert canvas.zoom > before
    bar = window.paper.page_scroll.verticalScrollBar()
    qtbot.keyClick(window.print_button, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(window.print_button, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_it_says_in_words_how_a_pocket_plan_is_folded(desk: Desk, parent: QWidget, qtbot: QtBot) -> None:
    window = show_paper(desk, BY_KEY["pocket"], parent)
    window = shown(window, qtbot)
    qtbot.waitUntil(lambda: "klip langs stregen i midten" in window.how_to.text(), timeout=20_000)
    assert window.how_to.isVisible()
    window.paper.large_button.click()
    folded = "Print på den ene side af arket. Fold hvert ark"
    qtbot.waitUntil(lambda: window.how_to.text().startswith(folded), timeout=20_000)
    window.reject()
    other = shown(show_paper(desk, BY_KEY["week"], parent), qtbot)
    assert not other.how_to.isVisible()
    other.reject()
