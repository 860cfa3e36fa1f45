"""Below the papers it is told where the texts were used again."""
from __future__ import annotations

from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.papers.plan_paper import paper_was_made, plan_paper
from borgerplan_desktop.casework.plan import goals
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.papers.written_once_card import FEW, WrittenOnceCard
from borgerplan_desktop.model.papers import MadeHow


def test_it_comes_with_the_first_paper_and_tells_more_on_request(qtbot: QtBot, desk: Desk) -> None:
    card = WrittenOnceCard(desk)
    qtbot.addWidget(card)
    assert card.isHidden()
    goals.add_goal(desk.opened, "bolig")
    for _each in range(FEW + 2):
        paper_was_made(desk.opened, MadeHow.PRINTED, plan_paper(desk.opened))
    assert not card.isHidden()
    assert card.accessibleName() == f"Skrevet én gang, brugt {FEW + 2} gange"
    assert card.lines.words().count("\n") == FEW - 1
    assert "27. oktober: mål (1)" in card.lines.words()
    card.more_button.click()
    assert card.lines.words().count("\n") == FEW + 1
