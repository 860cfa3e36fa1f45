"""The action plan and the poster »du sagde – vi gjorde« on paper: what they say, empty and overfull; judged too."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.documents.house.action_plan import action_plan_pdf
from borgerplan_desktop.documents.ideas_poster import ideas_poster_pdf
from borgerplan_desktop.i18n import words
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.framework import FramePerson, FrameRole, Framework
from borgerplan_desktop.model.house_ideas import HouseIdea, IdeaStatus
from borgerplan_desktop.model.implementation_plan import Activity, ActivityDone, ActivityObjective, Objective
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Shelter, StaffMember
from tests import vera
from tests.documents import reading

TODAY = date(2026, 10, 27)
HOSTILE = "<b>&amp; \u202e {name} %s \\n 你好 😀 " + "w" * 300


def house(text: str = "Møder med projektgruppen", many: int = 2) -> Case:
    rows: list[Row] = [
        Shelter(name="Skovly Herberg"), Framework(municipality="Skovby Kommune"),
        StaffMember(id="eva", name="Eva Lind", phone="12345620", may_coordinate=True),
        FramePerson(id="leader", role=FrameRole.PROJECT_LEADER, staff_id="eva"),
        FramePerson(role=FrameRole.STEERING_GROUP, name="Karen Skov", workplace="Kommunen")]
    for n in range(many):
        rows += [Activity(id=f"a{n}", place=float(n), title=f"{text} {n}", when_words="4 x årligt", times_a_year=4,
                          first_on=date(2026, 10, 1), who=text, person_id="leader", notes=text),
                 *(ActivityObjective(activity_id=f"a{n}", objective=each) for each in Objective),
                 HouseIdea(said_on=date(2026, 9, n % 28 + 1), words=f"{text} {n}", answer=text, status=IdeaStatus.DONE,
                           answered_on=TODAY)]
    return Case("shelter", rows)


EMPTY = Case("shelter", [Shelter(name="Skovly Herberg")])
PAPERS: dict[str, Callable[..., bytes]] = {"plan": action_plan_pdf, "poster": ideas_poster_pdf}


def said(pdf: bytes) -> str:
    return reading.text(pdf)


def test_the_form_says_everything_of_an_activity() -> None:
    case = house(many=1)
    found = said(action_plan_pdf(case, today=TODAY))
    for part in ("Handleplan for Skovby Kommune", "Projektleder", "Eva Lind, Skovly Herberg", "Styregruppe",
                 "Karen Skov, Kommunen", "1. Møder med projektgruppen 0", "Målsætning",
                 *(words("paper", "da").gettext(each.label) for each in Objective), "4 x årligt",
                 "Skulle have været 1. oktober 2026", "tovholder"):
        assert part in found, part
    case.begin()
    case.add(ActivityDone(activity_id="a0", due_on=date(2026, 10, 1), done_on=date(2026, 10, 2)))
    case.finish(case.changed(), case.seen)
    found = said(action_plan_pdf(case, today=TODAY))
    assert "Næste gang 1. januar 2027" in found
    assert "Sidst gjort den 2. oktober 2026." in found


def test_an_empty_form_has_lines_for_a_pen() -> None:
    found = said(action_plan_pdf(EMPTY, today=TODAY))
    assert found.count("Aktivitet") == 3
    assert "Handleplan for samarbejdet" in found
    poster = said(ideas_poster_pdf(EMPTY, today=TODAY))
    assert poster.count("Vi gjorde") == 2
    assert "side 1 af 1" in poster


def test_the_poster_says_what_is_to_hang_and_nothing_else() -> None:
    rows = [Shelter(name="Skovly Herberg"),
            HouseIdea(id="a", said_on=TODAY, words="Kaffe før", answer="Kl. 6", status=IdeaStatus.DONE),
            HouseIdea(said_on=TODAY, words="Uden svar"), HouseIdea(said_on=TODAY, words="Ikke her", answer="Nej",
                                                                   on_poster=False),
            HouseIdea(said_on=TODAY, words="Et værksted", answer="Ingen plads", status=IdeaStatus.NOT_POSSIBLE),
            HouseIdea(said_on=TODAY, words="En have", status=IdeaStatus.LOOKING)]
    case = Case("shelter", list(rows))
    found = said(ideas_poster_pdf(case, today=TODAY))
    for part in ("»Kaffe før«", "Kl. 6.", "»Et værksted«", "Det kunne ikke lade sig gøre", "»En have«",
                 "Vi fortæller dig, hvad der sker.", "Har du en idé? Sig det til en af os."):
        assert part in found, part
    assert "Uden svar" not in found
    assert "Ikke her" not in found
    alone = said(ideas_poster_pdf(case, "a", today=TODAY))
    assert "»Kaffe før«" in alone
    assert "Et værksted" not in alone
    for language in ("en", "pl", "ro"):
        assert "Kaffe før" in said(ideas_poster_pdf(case, language=language, today=TODAY))


def test_the_poster_is_read_from_two_metres() -> None:
    """What is said stands in 24 points at least, a capital in 6 mm."""
    with reading.drawn(ideas_poster_pdf(house(many=1), today=TODAY)) as pdf:
        page = pdf[0].get_textpage()
        search = page.search("Møder med")
        at = search.get_next()
        assert at is not None
        _left, bottom, _right, top = page.get_charbox(at[0])
        assert (top - bottom) / 72 * 25.4 >= 6


def test_large_letters_give_way_before_the_last_line_hangs_alone_on_a_second_sheet() -> None:
    case = Case("shelter", [Shelter(name="Skovly Herberg"), HouseIdea(
        said_on=TODAY, words="Der er koldt i stuen om morgenen, før kaffen er klar.",
        answer="Nattevagten tænder for varmen kl. 6 og sætter kaffe over.", status=IdeaStatus.DONE)])
    found = said(ideas_poster_pdf(case, large_print=True, today=TODAY))
    assert "Har du en idé?" in found
    assert "side 1 af 1" in found


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("name", list(PAPERS))
def test_what_is_hostile_or_long_stands_there_whole(name: str, large_print: bool) -> None:
    long = "Ord til planen. " * 150
    found = reading.squeezed(said(PAPERS[name](house(long, 3), large_print=large_print, today=TODAY)))
    assert found.count("planen.") >= 2 * 3 * 150
    assert PAPERS[name](house(HOSTILE, 2), large_print=large_print, today=TODAY)


@pytest.mark.vera
def test_both_are_accessible_and_lasting(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    paths = []
    for name, paper in PAPERS.items():
        for case_name, case in (("usual", house()), ("empty", EMPTY), ("hostile", house(HOSTILE, 3))):
            for language, large_print in (("da", False), ("en", True)):
                paths.append(tmp_path / f"{name}-{case_name}-{language}.pdf")
                paths[-1].write_bytes(paper(case, language=language, large_print=large_print, today=TODAY))
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}
