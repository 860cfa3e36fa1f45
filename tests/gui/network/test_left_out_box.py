"""Somebody is left out of paper on their card, which says where the name stands all the same and leads there."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement


@pytest.fixture
def card(tab: NetworkTab, desk: Desk, network: dict[str, NetworkMember]) -> NetworkTab:
    desk.do(write, network["Peter"], NetworkMember.name, "Peter Prøve", "x")
    tab.choose(network["Peter"].id)
    return tab


def tick(tab: NetworkTab) -> None:
    QTest.keyClick(tab.person.left_out.box, Qt.Key.Key_Space)


def test_a_tick_leaves_them_out_and_undo_takes_it_back(card: NetworkTab, desk: Desk,
                                                       network: dict[str, NetworkMember]) -> None:
    box = card.person.left_out.box
    assert (box.text(), box.isChecked()) == ("Udeladt på alle papirer", False)
    tick(card)
    assert network["Peter"].left_out_of_paper
    assert box.isChecked()
    desk.opened.undo()
    assert not network["Peter"].left_out_of_paper
    assert not box.isChecked()


def test_it_says_where_the_name_still_stands_and_leads_from_one_to_the_next(card: NetworkTab, desk: Desk) -> None:
    first, second = add_agreement(desk.opened, "Peter henter mig"), add_agreement(desk.opened, "Peters nøgle afleveres")
    goal = add_goal(desk.opened, "Tale med Peter")
    notice, there = card.person.left_out.notice, list[tuple[str, str]]()
    desk.written.connect(lambda row_id, field: there.append((row_id, field)))
    assert not notice.isVisible()
    tick(card)
    assert notice.words.text() == "Peter Prøve er udeladt på papir, men navnet står stadig i 2 aftaler og 1 mål."
    for _ in range(4):
        notice.go_there.click()
    assert there == [(first.id, "text"), (second.id, "text"), (goal.id, "title"), (first.id, "text")]


def test_who_writes_the_name_out_of_the_texts_sees_the_line_go(card: NetworkTab, desk: Desk) -> None:
    agreement = add_agreement(desk.opened, "Peter henter mig")
    tick(card)
    assert card.person.left_out.notice.isVisible()
    desk.do(write, agreement, Agreement.text, "Jeg bliver hentet", "x")
    assert not card.person.left_out.notice.isVisible()


def test_another_person_has_a_tick_of_their_own(card: NetworkTab, network: dict[str, NetworkMember]) -> None:
    tick(card)
    other = next(member for key, member in network.items() if key != "Peter")
    card.choose(other.id)
    assert not card.person.left_out.box.isChecked()
    assert not card.person.left_out.notice.isVisible()


def test_it_says_in_which_adopted_plans_the_name_still_stands(card: NetworkTab, desk: Desk) -> None:
    agreement = add_agreement(desk.opened, "Peter henter mig")
    adopt_plan(desk.opened)
    desk.do(write, agreement, Agreement.text, "Jeg bliver hentet", "x")
    adopt_plan(desk.opened)                              # it names him no more
    said = card.person.left_out.adopted
    assert not said.isVisible()
    tick(card)
    assert not card.person.left_out.notice.isVisible()
    assert said.words() == ("Navnet står også i den vedtagne plan nr. 1, og den står, som den blev vedtaget. Læs den "
                            "igennem, før I giver den videre.")
    desk.do(write, agreement, Agreement.text, "Peter henter mig", "x")
    adopt_plan(desk.opened)
    assert said.words().startswith("Navnet står også i de vedtagne planer nr. 1 og 3, og de står")
    tick(card)
    assert not said.isVisible()
