"""Signing on the screen: drawn with the mouse, taken back stroke by stroke, and the form is there to read again."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.gui.adopting.ask_consent import AskConsent
from borgerplan_desktop.gui.adopting.sign_together import SignTogether
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.papers.papers_tab import PapersTab
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.widgets.signature_pad import SignaturePad
from borgerplan_desktop.model.consent import Consent, GivenHow, Topic
from borgerplan_desktop.model.papers import Document
from tests.documents import reading

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def asking(qtbot: QtBot, desk: Desk) -> Iterator[AskConsent]:
    member = add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    dialog = AskConsent(desk, member, window)
    dialog.open()
    yield dialog
    window.close()


def draw(qtbot: QtBot, pad: SignaturePad, *points: tuple[int, int]) -> None:
    at = [QPoint(*point) for point in points]
    qtbot.mousePress(pad, LEFT, pos=at[0])
    for each in at[1:]:
        qtbot.mouseMove(pad, each)
    qtbot.mouseRelease(pad, LEFT, pos=at[-1])


def filled_in(dialog: AskConsent) -> None:
    dialog.purpose_field.setPlainText("At finde en bolig\nAt søge støtte")
    next(iter(dialog._fetches.values())).setChecked(True)        # and so the person too
    dialog._topics[Topic.HOUSING].setChecked(True)
    dialog.told_box.setChecked(True)


def test_an_unclear_form_is_not_signed(asking: AskConsent) -> None:
    assert asking.sign() is None
    assert asking.purpose_trouble.isVisible()
    assert asking.told_before_trouble.isVisible()
    assert asking.persons_trouble.isVisible()


def test_nothing_is_ticked_before_anybody_has_asked_and_a_no_looks_as_a_yes(asking: AskConsent) -> None:
    assert not [box for box in asking.findChildren(QCheckBox) if box.isChecked()]
    assert asking.yes_button.property("kind") == asking.no_button.property("kind")
    first = next(iter(asking._persons.values()))
    assert "Birgit Holm" in first.accessibleName()       # whom it began with stands first
    asking.show_row(next(iter(asking._persons)))
    assert not first.isChecked()


def test_the_whole_form_can_be_read_before_it_is_signed(qtbot: QtBot, asking: AskConsent) -> None:
    filled_in(asking)
    dialog = asking.sign()
    assert dialog is not None
    assert "kan ikke hentes tilbage" in dialog.said_labels[-1].text()
    dialog.read_button.click()
    window = dialog.findChild(PaperWindow)
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.paper.pdf), timeout=15000)
    assert reading.squeezed("kan vi ikke hente tilbage") in reading.squeezed(reading.text(window.paper.pdf))
    window.close()


def test_it_is_read_once_more_and_signed(qtbot: QtBot, desk: Desk, asking: AskConsent) -> None:
    filled_in(asking)
    dialog = asking.sign()
    assert isinstance(dialog, SignTogether)
    said = " ".join(label.text() for label in dialog.said_labels)
    for words in ("At finde en bolig; At søge støtte", "Birgit Holm", "bolig", "frivilligt",
                  "hente oplysninger fra Birgit Holm"):
        assert words in said
    assert not dialog.back_button.isEnabled()
    dialog.sign_button.click()
    assert dialog.trouble.text() == "Der er ikke skrevet noget endnu. Skriv under i feltet."
    pad = dialog.pad
    draw(qtbot, pad, (60, 60), (200, 120), (260, 40))
    assert dialog.trouble.isHidden()
    draw(qtbot, pad, (300, 60), (380, 90))
    assert pad.accessibleDescription() == "2 streger"
    dialog.back_button.click()
    assert len(pad.signature().strokes) == 1
    dialog.clear_button.click()
    assert pad.accessibleDescription() == "Der er ikke skrevet noget endnu."
    draw(qtbot, pad, (60, 60), (200, 120), (260, 40))
    dialog.sign_button.click()
    assert [each.given_how for each in desk.case.all(Consent)] == [GivenHow.SIGNED]
    assert desk.case.all(Consent)[0].signature_digest
    assert not asking.isVisible()


def test_the_signed_form_is_opened_from_the_list_of_papers(qtbot: QtBot, desk: Desk, asking: AskConsent) -> None:
    filled_in(asking)
    dialog = asking.sign()
    assert dialog is not None
    draw(qtbot, dialog.pad, (60, 60), (200, 120), (260, 40))
    dialog.sign_button.click()
    tab = PapersTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1094, 600)
    tab.show()
    tab.show_row("made")
    words = tab.made_list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Skrevet under på skærmen og gemt" in words
    assert tab.open_button.isEnabled()
    window = tab.see_kept(desk.case.all(Document)[0])
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.paper.pdf), timeout=15000)
    assert window.paper.pdf == desk.opened.kept(desk.case.all(Document)[0].digest)
    window.close()
