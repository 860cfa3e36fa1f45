"""Ideas to the house: nobody is named, everything gets an answer."""
from __future__ import annotations

from datetime import timedelta

import pytest

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.house import ideas
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.house_ideas import HouseIdea, IdeaStatus
from tests.archive import NOW

TODAY = NOW.date()


@pytest.fixture
def shelter(archive: Archive) -> OpenCase:
    with archive.shelter.action("x"):
        for each in list(archive.shelter.case.all(HouseIdea)):
            archive.shelter.case.remove(each)
    return archive.shelter


def test_it_is_done_only_when_it_is_said_what_we_did(shelter: OpenCase) -> None:
    idea = ideas.add_idea(shelter, " Kaffe tidligere ", "husmøde")
    assert (idea.words, idea.where, idea.said_on) == ("Kaffe tidligere", "husmøde", TODAY)
    with pytest.raises(Refused):
        ideas.came_to(shelter, idea, IdeaStatus.DONE)
    assert idea.status is IdeaStatus.HEARD
    with shelter.action("x"):
        idea.answer = "Kl. 6"
    ideas.came_to(shelter, idea, IdeaStatus.DONE)
    assert idea.answered_on == TODAY
    assert ideas.answered(shelter.case) == [idea]
    ideas.came_to(shelter, idea, IdeaStatus.LOOKING)
    assert idea.answered_on is None
    assert ideas.waiting(shelter.case) == [idea]


def test_one_without_an_answer_calls_after_thirty_days(shelter: OpenCase) -> None:
    idea = ideas.add_idea(shelter, "Kaffe tidligere")
    assert ideas.calls(shelter.case, TODAY + timedelta(days=29)) == []
    assert ideas.calls(shelter.case, TODAY + timedelta(days=30)) == [idea]
    with pytest.raises(Refused):
        ideas.said_on(shelter, idea, TODAY + timedelta(days=1))


def test_a_citizens_name_or_number_is_seen(archive: Archive) -> None:
    receive(archive, Arrival("Zenobia Prøvesen"))
    shelter = OpenCase(archive.store, archive.shelter.id, archive.who, archive.clock)
    assert ideas.who_is_named(shelter, "Det sagde Zenobia i går") == "Zenobia"
    assert ideas.who_is_named(shelter, "Der er koldt. Kan vi få varme?") == ""
    assert ideas.who_is_named(shelter, "010180-1234 vil have kaffe") == "et CPR-nummer"
