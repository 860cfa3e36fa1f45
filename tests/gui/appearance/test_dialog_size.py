"""Dialogs with the largest text in the smallest usual window: nothing is squeezed, and the buttons stay in sight."""
from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.adopting.ask_consent import AskConsent
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.citizens.citizen_facts import CitizenFacts
from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen
from borgerplan_desktop.gui.coordination.end_coordination import EndCoordination
from borgerplan_desktop.gui.earlier.take_in_dialog import EarlierPlanDialog
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.hand_over_coordination import HandOverCoordination
from borgerplan_desktop.gui.help.about import AboutDialog
from borgerplan_desktop.gui.intake.responsibility import Responsibility
from borgerplan_desktop.gui.leaving.close_course import CloseCourse
from borgerplan_desktop.gui.plan.agreement_changed import AgreementChanged
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.model.consent import Topic

SENTENCE = "Det her er en lang besked om, hvad der er galt, og hvad man kan gøre ved det. " * 2
Make = Callable[[Archive, Desk, QWidget], QDialog]
DIALOGS: dict[str, Make] = {
    "new citizen": lambda archive, _desk, window: NewCitizen(archive, window),
    "facts": lambda _archive, desk, window: CitizenFacts(desk, window),
    "hand over": lambda _archive, desk, window: HandOverCoordination(desk, None, window),
    "end coordination": lambda _archive, desk, window: EndCoordination(desk, window),
    "agreement changed": lambda _archive, desk, window: AgreementChanged(
        desk, add_agreement(desk.opened, SENTENCE), window),
    "responsibility": lambda _archive, desk, window: Responsibility(desk, window),
    "close": lambda _archive, desk, window: CloseCourse(desk, window),
    "consent": lambda _archive, desk, window: AskConsent(desk, None, window),
    "add person": lambda _archive, desk, window: AddPerson(desk, window),
    "earlier plan": lambda _archive, desk, window: EarlierPlanDialog(desk, window),
    "about": lambda _archive, _desk, window: AboutDialog(window),
    "message": lambda _archive, _desk, window: tell(window, Message(SENTENCE, SENTENCE, SENTENCE, "line\n" * 40),
                                                    "Igen"),
}


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    apply_theme(qapp, dark=False, size=2.0)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    yield window
    apply_theme(qapp, dark=False, size=1.0)


@pytest.mark.parametrize("name", DIALOGS)
def test_every_message_at_once(qtbot: QtBot, archive: Archive, desk: Desk, window: QWidget, name: str) -> None:
    dialog = DIALOGS[name](archive, desk, window)
    dialog.open()
    settle()
    for label in dialog.findChildren(QLabel):
        if label.objectName().endswith(("trouble", "notice", "alike_label")):
            label.setText(SENTENCE)
            label.show()
    settle()
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    assert squeezed(dialog) == []
    body = dialog.findChild(DialogScroll)
    assert isinstance(body, DialogScroll)
    assert body.horizontalScrollBar().maximum() == 0
    for button in dialog.findChildren(QPushButton):
        if button.isVisible() and not body.isAncestorOf(button):
            assert dialog.rect().contains(QRect(button.mapTo(dialog, button.rect().topLeft()), button.size()))


def squeezed(place: QWidget) -> list[str]:
    """The words that have less room than they need."""
    return [f"{label.objectName()} {label.text()[:30]}" for label in place.findChildren(QLabel)
            if label.isVisible() and label.wordWrap() and label.height() < label.heightForWidth(label.width()) - 1]


def test_the_field_in_use_stays_in_sight_with_what_is_said_about_it(
        qtbot: QtBot, archive: Archive, window: QWidget) -> None:
    dialog = NewCitizen(archive, window)
    dialog.open()
    settle()
    dialog.name_field.setText("Karsten")
    dialog.cpr_field.setText("310299-1234")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.receive_button.click()
    settle()
    body = dialog.findChild(DialogScroll)
    assert isinstance(body, DialogScroll)
    assert QApplication.focusWidget() is dialog.cpr_field
    for shown in (dialog.cpr_field, dialog.cpr_trouble):
        assert in_sight(shown, body), shown.objectName()
    dialog.reject()


def test_what_is_missing_far_below_comes_into_sight(qtbot: QtBot, archive: Archive, desk: Desk,
                                                    window: QWidget) -> None:
    nadia = add_private_person(desk.opened, "Nadia Bro")
    dialog = AskConsent(desk, nadia, window)
    dialog.open()
    settle()
    dialog.purpose_field.setPlainText("at finde en bolig")
    dialog._persons[nadia.id].setChecked(True)
    dialog._topics[Topic.HOUSING].setChecked(True)
    dialog.told_box.setChecked(True)
    body = dialog.findChild(DialogScroll)
    assert isinstance(body, DialogScroll)
    assert not in_sight(dialog.how_field, body)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.yes_button.click()
    settle()
    assert QApplication.focusWidget() is dialog.how_field
    for shown in (dialog.how_field, dialog.given_how_trouble):
        assert in_sight(shown, body), shown.objectName()
    dialog.reject()


def test_a_dialog_grows_with_what_is_said_until_its_window_is_full(
        qtbot: QtBot, qapp: QApplication, archive: Archive, window: QWidget) -> None:
    apply_theme(qapp, dark=False, size=1.0)
    dialog = NewCitizen(archive, window)
    dialog.open()
    settle()
    before = dialog.height()
    dialog.name_trouble.setText(SENTENCE * 3)
    dialog.name_trouble.show()
    settle()
    assert before < dialog.height() < window.height()
    for label in (dialog.cpr_trouble, dialog.alike_label):
        label.setText(SENTENCE * 8)
        label.show()
    settle()
    assert before < dialog.height() < window.height()
    dialog.reject()


def test_a_long_line_to_tick_goes_on_below(qtbot: QtBot, window: QWidget) -> None:
    box = WrappedCheck("Jonas & Ole har fået at vide, hvad det er til".replace("&", "&&"), window)
    wide, narrow = box.heightForWidth(2000), box.heightForWidth(400)
    assert narrow >= 2 * box.fontMetrics().height() > wide - box.fontMetrics().height()
    assert WrappedCheck("Ø" * 300, window).minimumSizeHint().width() < 400
    box.resize(400, narrow)
    box.show()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().bottomRight() / 1.05)
    assert box.isChecked()


def in_sight(widget: QWidget, body: DialogScroll) -> bool:
    view = body.viewport()
    return view.rect().contains(QRect(widget.mapTo(view, widget.rect().topLeft()), widget.size()))


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()
