"""A partner's change of an agreement, written at the agreement."""
from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.plan.agreements import add_agreement, agree_goal
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.agreement_changed import AgreementChanged
from borgerplan_desktop.gui.plan.agreement_list import AgreementList
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.covered import Covered
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.plan import AgreementChange
from tests.journeys.hands import Hands


def test_it_is_written_as_coming_from_them(qtbot: QtBot, desk: Desk) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm")
    agreement = add_agreement(desk.opened, "Søger om bostøtte", birgit, date(2026, 11, 6))
    shown = AgreementList(desk)
    qtbot.addWidget(shown)
    shown.resize(800, 500)
    shown.show()
    hands = Hands(shown)
    shown.rows.widgets()[0].meta.click()
    hands.click("Ændret af en samarbejdspartner …")
    hands.click("Skriv det op")
    assert hands.sees("Vælg, hvem der ændrede det.")
    hands.choose("Hvem ændrede det?", "Birgit Holm")
    hands.click("Skriv det op")
    assert hands.sees("Der er ikke noget nyt endnu.")
    hands.type("Hvad er aftalt nu?", "Søger om mentor")
    hands.type("Senest", "20. november 2026")
    hands.press(Qt.Key.Key_Tab)
    hands.type("Hvorfor?", "Kommunen har lavet det om")
    hands.click("Skriv det op")
    assert (agreement.text, agreement.due_on) == ("Søger om mentor", date(2026, 11, 20))
    change = desk.case.all(AgreementChange)[0]
    assert (change.member, change.why) == (birgit, "Kommunen har lavet det om")
    assert hands.sees("Birgit Holm ændrede det 27. oktober. Før: »Søger om bostøtte")
    row = shown.rows.widgets()[0]                        # below the words of its own agreement, not of the tick
    assert row.changed_label.contentsMargins().left() > row.text.x() - row.changed_label.x()
    desk.opened.undo()
    assert agreement.text == "Søger om bostøtte"
    assert not shown.rows.widgets()[0].changed_label.isVisible()


def test_an_agreement_without_a_goal_says_itself_what_it_is_about(qtbot: QtBot, desk: Desk) -> None:
    """What others may be told of it goes by that."""
    agreement = add_agreement(desk.opened, "Følges med Jonas til lægen")
    shown = AgreementList(desk)
    qtbot.addWidget(shown)
    shown.resize(800, 500)
    shown.show()
    hands = Hands(shown)
    row = shown.rows.widgets()[0]
    row.meta.click()
    hands.choose("Hvad det handler om", "Fysisk helbred")
    assert agreement.area is LifeArea.HEALTH
    assert not Covered(frozenset({Topic.PLAN})).agreement(agreement)
    assert Covered(frozenset({Topic.PLAN, Topic.HEALTH})).agreement(agreement)
    agree_goal(desk.opened, agreement, add_goal(desk.opened, "bolig", LifeArea.HOUSING))
    assert not row.area_combo.isVisible()
    assert not Covered(frozenset({Topic.PLAN, Topic.HEALTH})).agreement(agreement)


def test_all_that_is_typed_is_kept_when_the_case_is_left(qtbot: QtBot, desk: Desk) -> None:
    dialog = AgreementChanged(desk, add_agreement(desk.opened, "Søger om bostøtte"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.text_field.setPlainText("Søger om mentor")
    dialog.when_field.setText("hver tirsdag")
    dialog.why_field.setPlainText("Kommunen har lavet det om")
    dialog.due_field.field.setText("12. d")              # typed, and not left
    desk.leave.emit()
    assert [draft.text for draft in drafts.waiting(desk.opened)] == [
        "Søger om mentor\n\n12. d\n\nhver tirsdag\n\nKommunen har lavet det om"]
