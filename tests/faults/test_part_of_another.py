"""Somebody makes two cases of one person one while a colleague writes in the case that goes: nothing is lost."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.intake.merge import merge
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session import drafts, login
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.model.plan import current_plan
from tests.archive import PASSWORD, Clock
from tests.journeys.hands import Hands
from tests.window import desk_of, open_first, session_of


@pytest.fixture
def elsewhere(program: Program, at_work: Hands, location: Location) -> Iterator[Archive]:
    """The archive on another computer."""
    open_first(program, "plan")
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    yield archive
    archive.close()


def made_one(elsewhere: Archive, case_id: str) -> OpenCase:
    kept = receive(elsewhere, Arrival("Jonas Prøve"))
    merge(kept, elsewhere.open_case(case_id))
    return kept


@pytest.mark.parametrize("heard", [True, False], ids=["the window hears of it", "it is told when it stores"])
def test_the_words_come_along_to_the_case_that_goes_on(program: Program, at_work: Hands, elsewhere: Archive,
                                                       heard: bool) -> None:
    before = desk_of(program).opened
    edit = at_work.field("Håb og drømme")
    edit.setFocus()
    edit.insertPlainText("min egen dør")  # type: ignore[union-attr]
    kept = made_one(elsewhere, before.id)
    if heard:
        desk_of(program).look_for_others()
    else:
        desk_of(program).settle.emit()
    at_work.wait(lambda: desk_of(program).opened.id == kept.id, "the case that goes on")
    desk = desk_of(program)
    assert session_of(program).tab == "plan"
    assert at_work.sees("Eva Lind har samlet de to forløb om Jonas til ét.")
    assert [draft.text for draft in drafts.waiting(desk.opened)] == ["min egen dør"]
    at_work.click("Se begge")
    at_work.front().mine_button.click()  # type: ignore[attr-defined]
    assert current_plan(desk.case).hopes == "min egen dør"
    gone = elsewhere.open_case(before.id)
    assert current_plan(gone.case).hopes == ""           # nothing was written in the case that is no more
    at_work.type("Det kan jeg", "lave mad")
    desk.settle.emit()
    assert current_plan(desk.case).strengths == "lave mad"
