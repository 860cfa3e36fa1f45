"""Two windows on the same case, neither knowing yet what the other did: of what there is one, one comes of it."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from borgerplan_desktop.casework.course.course import set_milestone
from borgerplan_desktop.casework.network.coming_people import coming
from borgerplan_desktop.casework.network.involved_when import involve
from borgerplan_desktop.casework.network.people import (
    add_colleague,
    add_new_professional,
    add_private_person,
    add_professional,
    tie_together,
)
from borgerplan_desktop.casework.network.people_files import people_in_file
from borgerplan_desktop.casework.network.take_in_people import take_in_people
from borgerplan_desktop.casework.network.ties import let_flow
from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.model.course import Milestone, MilestoneKind
from borgerplan_desktop.model.flow import Way
from borgerplan_desktop.model.network import (
    InvolvedAs,
    Involvement,
    NetworkMember,
    Phase,
    Support,
    SupportKind,
    Tie,
    TieQuality,
    people,
)
from borgerplan_desktop.model.shelter import Professional
from tests.documents.reading_in import people_files as files

CASES = sorted((Path(__file__).parents[2] / "data" / "cases").glob("*.json"))
Act = Callable[[OpenCase, NetworkMember, NetworkMember], object]


def tied(opened: OpenCase, one: NetworkMember, other: NetworkMember) -> None:
    """Whoever is named first."""
    first, second = sorted((one, other), key=lambda each: each.name, reverse=bool(opened.done))
    tie_together(opened, first, second, TieQuality.LOOSE)


ACTS: dict[str, tuple[Act, type]] = {
    "tie": (tied, Tie),
    "what flows": (lambda opened, one, _other: let_flow(
        opened, one, next(m for m in opened.case.all(NetworkMember) if m.is_citizen), SupportKind.TALK, Way.GIVES),
        Support),
    "involved": (lambda opened, one, _other: involve(opened, one, Phase.MOVING, InvolvedAs.INVITED), Involvement),
    "milestone": (lambda opened, _one, _other: set_milestone(opened, MilestoneKind.RESPONSIBILITY, opened.today()),
                  Milestone)}


@pytest.fixture
def sara(opened: OpenCase) -> NetworkMember:
    return add_private_person(opened, "Sara")


@pytest.fixture
def peter(opened: OpenCase) -> NetworkMember:
    return add_private_person(opened, "Peter")


@pytest.mark.parametrize(("act", "kind"), ACTS.values(), ids=ACTS)
def test_of_what_there_is_one_the_second_is_told(opened: OpenCase, sara: NetworkMember, peter: NetworkMember, act: Act,
                                                 kind: type) -> None:
    other = opened.another(opened.id)
    before = len(opened.case.all(kind))
    act(opened, sara, peter)
    with pytest.raises(Conflict) as told:
        act(other, *(mine for each in (sara, peter) if (mine := other.case.get(NetworkMember, each.id))))
    assert told.value.disagreements
    assert len(other.case.all(kind)) == before + 1       # and looks at what stands now
    opened.catch_up()
    assert len(opened.case.all(kind)) == before + 1


@pytest.mark.parametrize(("act", "kind"), ACTS.values(), ids=ACTS)
def test_what_was_undone_and_made_by_somebody_else_is_not_made_once_more(
        opened: OpenCase, sara: NetworkMember, peter: NetworkMember, act: Act, kind: type) -> None:
    before = len(opened.case.all(kind))
    act(opened, sara, peter)
    opened.undo()
    other = opened.another(opened.id)
    act(other, *(mine for each in (sara, peter) if (mine := other.case.get(NetworkMember, each.id))))
    opened.catch_up()
    with pytest.raises(Conflict):
        opened.redo()
    assert len(opened.case.all(kind)) == before + 1


def test_the_same_file_taken_in_twice_brings_nobody_twice(opened: OpenCase) -> None:
    other, found = opened.another(opened.id), people_in_file(files.IPHONE)
    mine, theirs = coming(opened.case, found), coming(other.case, found)
    take_in_people(opened, found, mine)
    came = sorted(member.contact.name for member in people(opened.case))
    with pytest.raises(Conflict):                        # they were faster
        take_in_people(other, found, theirs)
    with pytest.raises(Conflict):                        # and by now this window knows it
        take_in_people(other, found, theirs)
    assert sorted(member.contact.name for member in people(other.case)) == came
    assert not any(each.comes for each in coming(other.case, found))


def test_somebody_of_the_register_comes_once(archive: Archive, opened: OpenCase, sara: NetworkMember) -> None:
    member = add_new_professional(opened, "Birgit Prøve")
    birgit = archive.shelter.case.get(Professional, member.professional_id)
    mads = next(each for each in archive.staff() if each.name == "Mads Ravn")
    assert birgit is not None
    opened.undo()
    other = opened.another(opened.id)
    add_professional(opened, birgit)
    add_colleague(opened, mads)
    with pytest.raises(Conflict):
        add_professional(other, birgit)
    assert add_professional(other, birgit).professional_id == birgit.id         # who is here stays as they are
    other = opened.another(opened.id)
    names = [each.contact.name for each in people(other.case)]
    assert [names.count(name) for name in ("Birgit Prøve", "Mads Ravn")] == [1, 1]


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_no_case_that_was_ever_written_has_two_of_what_there_is_one(path: Path) -> None:
    case = read_case(path.read_bytes()).case()
    keys = [(type(row), only) for row in case.rows() if (only := row.only(row.values())) is not None]
    assert len(keys) == len(set(keys))
