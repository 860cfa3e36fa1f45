"""How it is going in every area of life on one page, as a person meets it."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.plan import goals, notes
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.plan.ratings_page import RatingsPage
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.network import people
from borgerplan_desktop.model.notes import RatedBy, Rating, RatingAnswer
from borgerplan_desktop.model.papers import Reader
from tests.archive import Clock
from tests.gui.plan.hands import press, texts

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(tab: PlanTab) -> RatingsPage:
    tab.state_bar.more_button.setFocus()
    press(Qt.Key.Key_R, CTRL)
    shown = tab.pages.currentWidget()
    assert isinstance(shown, RatingsPage)
    return shown


def test_all_areas_are_answered_by_keyboard_and_the_way_back_is_esc(
        desk: Desk, tab: PlanTab, page: RatingsPage) -> None:
    assert list(page.areas) == [area for area in LifeArea if area is not LifeArea.OTHER]
    assert page.areas[LifeArea.HOUSING].answers[RatedBy.CITIZEN].scale.hasFocus()
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_Right)
    page.areas[LifeArea.MONEY].answers[RatedBy.CITIZEN].others[RatingAnswer.WONT_SAY].click()
    assert {(each.area, each.value, each.answer) for each in desk.case.all(Rating)} == {
        (LifeArea.HOUSING, 5, RatingAnswer.VALUE), (LifeArea.MONEY, None, RatingAnswer.WONT_SAY)}
    press(Qt.Key.Key_Escape)
    assert tab.split.isVisible()
    assert tab.state_bar.more_button.hasFocus()


def test_a_name_without_a_space_does_not_widen_it(desk: Desk, tab: PlanTab) -> None:
    with desk.opened.action("Name"):
        desk.case.the(Citizen).name = f"{'Æ' * 80} Olsen"
    tab.resize(1286, 600)
    tab.open_page("ratings")
    for _round in range(6):
        QApplication.processEvents()
    page = tab.pages.currentWidget()
    assert page is not None
    assert all(area.horizontalScrollBar().maximum() == 0 for area in page.findChildren(QScrollArea))


def test_an_answer_about_the_area_of_one_goal_stands_in_its_curve(desk: Desk, tab: PlanTab, page: RatingsPage) -> None:
    goal = goals.add_goal(desk.opened, "gæld", LifeArea.MONEY)
    page.areas[LifeArea.MONEY].answers[RatedBy.CITIZEN].scale.setFocus()
    press(Qt.Key.Key_3)
    assert [each.value for each in goal.ratings] == [3]


def test_two_rounds_are_seen_as_a_wheel_and_steps_forward_in_words(
        desk: Desk, clock: Clock, tab: PlanTab, page: RatingsPage) -> None:
    notes.rate(desk.opened, LifeArea.MONEY, RatedBy.CITIZEN, 3)
    notes.rate(desk.opened, LifeArea.HEALTH, RatedBy.CITIZEN, 6)
    clock.pass_(days=14)
    notes.rate(desk.opened, LifeArea.MONEY, RatedBy.CITIZEN, 4)
    notes.rate(desk.opened, LifeArea.HEALTH, RatedBy.CITIZEN, 2)
    notes.rate(desk.opened, LifeArea.HEALTH, RatedBy.CONTACT_PERSON, 7)
    assert page.forward.text() == "Økonomi: fra 3 til 4 siden 27. okt."
    assert page.legend.text() == "Fuld streg med prikker: 10. november. Stiplet streg med firkanter: 27. oktober."
    assert _("You see it differently. Talk about why.") in texts(page)
    told = page.wheel.accessibleDescription()
    assert told == "10. november 2026: Økonomi 4, Fysisk helbred 2. 27. oktober 2026: Økonomi 3, Fysisk helbred 6."
    page.before.setCurrentIndex(0)
    page.before.activated.emit(0)
    assert not page.forward.isVisible()
    page.by.setCurrentIndex(1)
    page.by.activated.emit(1)
    assert page.wheel.accessibleDescription() == "10. november 2026: Fysisk helbred 7."
    assert any("27. okt." in words for words in texts(page))     # what was said last stands at its area


def test_nobody_asked_yet(page: RatingsPage) -> None:
    assert page.wheel.accessibleDescription() == _("Not asked yet")
    assert not page.now.isEnabled()


def test_its_paper_opens_from_the_page(qtbot: QtBot, page: RatingsPage) -> None:
    page.print_button.click()
    window = QApplication.activeModalWidget()
    assert isinstance(window, PaperWindow)
    window.reject()


def test_a_copy_for_a_named_person_opens_from_the_page(qtbot: QtBot, page: RatingsPage, desk: Desk) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")
    page.copy_button.fill()
    action = next(each for each in page.copy_button.people.actions() if each.data() == birgit.id)
    action.trigger()
    window = QApplication.activeModalWidget()
    assert isinstance(window, PaperWindow)
    assert window._made(False).reader is Reader.OTHERS
    window.reject()


def test_with_nobody_on_the_map_the_copy_has_nobody_to_go_to(page: RatingsPage, desk: Desk) -> None:
    with desk.opened.action("x"):
        for member in people(desk.case):
            member.removed_on = desk.opened.today()
    page.copy_button.fill()
    (only,) = page.copy_button.people.actions()
    assert not only.isEnabled()
