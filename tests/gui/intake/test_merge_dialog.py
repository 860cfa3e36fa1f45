"""Two cases of one person, made one and taken apart again, as a person would."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.intake.merge import merge, merged_cases
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.intake.intake_part import IntakePart
from borgerplan_desktop.gui.intake.merge_dialog import MergeDialog
from borgerplan_desktop.model.admission import copied_id
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import Goal, current_plan
from tests.journeys.hands import Hands


@pytest.fixture
def other(archive: Archive) -> OpenCase:
    other = receive(archive, Arrival("Jonas P. Prøve", phone="12 34 56 78"))
    add_goal(other, "Et sted at bo")
    return other


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, archive: Archive, other: OpenCase) -> Iterator[MergeDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = MergeDialog(desk, archive, window)
    dialog.show()
    yield dialog
    window.close()


def test_the_other_is_found_looked_at_and_taken_in(dialog: MergeDialog, desk: Desk, other: OpenCase,
                                                   archive: Archive) -> None:
    for case, words in ((desk.opened, "Min dør"), (other, "Min seng")):
        with case.action("Write"):
            current_plan(case.case).hopes = words
    hands = Hands(dialog)
    assert not dialog.merge_button.isVisible()
    hands.click("Det er den her: Jonas P. Prøve")
    assert hands.sees("Jonas P. Prøve bliver lagt ind i forløbet om Jonas Prøve.")
    assert hands.sees("1 mål")
    assert hands.sees("Telefon kommer fra det andet forløb: 12 34 56 78")
    assert hands.sees("Begge siger noget. Hvad skal gælde?")
    hands.click("Navn: Jonas P. Prøve")
    hands.click("Læg dem sammen")
    assert desk.case.the(Citizen).name == "Jonas P. Prøve"
    assert current_plan(desk.case).hopes == "Min dør\n\nMin seng"
    assert [line.id for line in archive.citizens()] == [desk.opened.id]


def test_one_may_look_for_somebody_else_and_choose_again(dialog: MergeDialog, archive: Archive, qtbot: QtBot) -> None:
    receive(archive, Arrival("Kirsten Krog"))
    hands = Hands(dialog)
    hands.type("Den andens navn eller CPR-nummer", "Kirsten Kro")
    qtbot.waitUntil(lambda: hands.sees("Kirsten Krog"))
    hands.type("Den andens navn eller CPR-nummer", "Xerxes")
    qtbot.waitUntil(lambda: hands.sees("Ingen, der ligner."))
    hands.type("Den andens navn eller CPR-nummer", "Kirsten Krog")
    qtbot.waitUntil(lambda: hands.sees("Samme navn"))
    hands.click("Det er den her: Kirsten Krog")
    hands.click("Vælg en anden")
    assert dialog.search_field.isVisible()
    assert not dialog.merge_button.isVisible()


def test_what_is_refused_is_said(dialog: MergeDialog, desk: Desk, other: OpenCase, archive: Archive) -> None:
    merge(receive(archive, Arrival("Kirsten Krog")), other)              # a colleague was faster
    dialog._on_chosen(other.id, False)
    assert Hands(dialog).sees("Et af forløbene er allerede en del af et andet.")


def test_it_is_taken_out_again_from_the_part_about_admission(qtbot: QtBot, desk: Desk, other: OpenCase) -> None:
    merge(desk.opened, other)
    tab = IntakePart(desk)
    qtbot.addWidget(tab)
    tab.resize(880, 2200)
    tab.show()
    hands = Hands(tab)
    assert hands.sees("Også Jonas P. Prøve: to forløb blev til ét")
    goal = desk.case.get(Goal, copied_id(desk.opened.id, other.case.all(Goal)[0].id))
    assert goal is not None
    with desk.opened.action("Write"):
        goal.why = "Så Sara kan komme"
    hands.click("Tag den ud igen …")
    there = Hands(tab)
    assert there.sees("1 linje er skrevet på det, der kom.")
    there.click("Tag den ud")
    assert merged_cases(desk.case) == []
    assert "Så Sara kan komme" in desk.case.all(Note)[0].text
    assert not hands.sees("Også Jonas P. Prøve")


def test_the_way_to_it_is_in_the_part_about_admission(qtbot: QtBot, desk: Desk) -> None:
    tab = IntakePart(desk)
    qtbot.addWidget(tab)
    tab.show()
    with qtbot.waitSignal(desk.go) as went:
        Hands(tab).click("Samme person som en anden …")
    assert went.args == ["same_person", ""]
