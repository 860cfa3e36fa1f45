"""How it is going, on paper: the citizen's own copy, and what somebody else may have of it."""
from __future__ import annotations

from datetime import date, datetime

import pytest

from borgerplan_desktop.documents.ratings import ratings_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.covered import topic_of_area
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.notes import Note, NoteLink, RatedBy, Rating, RatingAnswer
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.row import Row
from tests.casework.papers.marked_case import PARTNER, TODAY, consents, marked, may_see
from tests.documents import reading, samples

FIRST = date(2026, 10, 12)
NUMBER = {area: number for number, area in enumerate(LifeArea)}


def everything(on: date) -> list[Row]:
    return [Rating(rated_on=on, area=area, by=RatedBy.CITIZEN, value=number) for area, number in NUMBER.items()]


def test_the_citizen_reads_the_wheel_the_lines_and_what_they_said() -> None:
    housing = next(row for row in samples.jonas_rows() if isinstance(row, Goal) and row.area is LifeArea.HOUSING)
    rows = [*samples.jonas_rows(), *everything(FIRST), Rating(
        rated_on=samples.TODAY, area=LifeArea.MONEY, by=RatedBy.CITIZEN, value=5), Rating(
        rated_on=samples.TODAY, area=LifeArea.WORK, by=RatedBy.CITIZEN, answer=RatingAnswer.WONT_SAY),
        Note(id="said", written_at=datetime(2026, 10, 20, 9), said_by="Jonas", text="Jeg kan høre søen om natten."),
        Note(id="other", written_at=datetime(2026, 10, 20, 9), said_by="Birgit", text="Han sover dårligt."),
        NoteLink(note_id="said", goal_id=housing.id), NoteLink(note_id="other", goal_id=housing.id)]
    case = Case("case", rows, register=samples.register())
    said = reading.text(ratings_pdf(case, today=samples.TODAY))
    assert "Økonomi: fra 1 til 5 siden 12. oktober" in said
    assert "vil ikke svare" in said
    assert "Det har jeg fortalt 20. oktober: Jeg kan høre søen om natten." in " ".join(said.split())
    assert "Mine egne svar. Fuld streg med prikker" in said
    assert "sover dårligt" not in said
    assert "Stiplet streg med firkanter" in said


def test_nobody_asked_yet_gives_lines_for_a_pen() -> None:
    said = reading.text(ratings_pdf(samples.empty(), today=samples.TODAY))
    assert "Økonomi" in said
    assert "Hjul" not in said


@pytest.mark.parametrize("consent", consents())
def test_somebody_else_reads_the_areas_that_are_covered_and_no_other(consent: str) -> None:
    extra, topics = consents()[consent]
    case = marked([*extra, *everything(FIRST)])
    try:
        said = reading.text(ratings_pdf(case, PARTNER, today=TODAY))
    except NotCovered:
        assert Topic.PLAN not in topics or not may_see(topics)
        return
    assert Topic.PLAN in topics
    assert "Borgerens Plan · kopi til " in said
    assert ("Her står kun det, samtykket dækker." in said) is (len(topics & set(map(topic_of_area, LifeArea))) < len(
        set(map(topic_of_area, LifeArea))))
    assert "Svarene fra " in said or "Fuld streg" not in said
    for area in LifeArea:
        assert (area_word(area) in said) is (topic_of_area(area) in topics), area


def area_word(area: LifeArea) -> str:
    from borgerplan_desktop.documents.paper_words import Words
    return Words("da").say(area.label)
