"""The register: a unit is renamed once for all, and it is said where somebody is used."""
from __future__ import annotations

import pytest

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.network.coordinators import may_coordinate
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_new_professional, add_professional
from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.papers.case_files import export_case
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.professionals import (
    alike,
    merge_professionals,
    professionals,
    rename_unit,
    retire_professional,
    units,
    where_used,
)
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.shelter import Professional


def _pro(opened: OpenCase, name: str, unit: str = "", phone: str = "") -> Professional:
    member = add_new_professional(opened, name, "sagsbehandler", unit, phone=phone)
    found = opened.shelter.case.get(Professional, member.professional_id) if opened.shelter is not None else None
    assert found is not None
    return found


def test_a_unit_is_renamed_once_for_everybody_and_undone_at_once(archive: Archive, opened: OpenCase) -> None:
    birgit, nadia = _pro(opened, "Birgit Prøve", "Prøveenheden"), _pro(opened, "Nadia Prøve", " prøveenheden ")
    unit, = (each for each in units(archive.shelter) if each.name.casefold() == "prøveenheden")
    assert [each.name for each in unit.people] == [birgit.name, nadia.name]
    rename_unit(archive.shelter, unit, "  Prøve  og Bolig ")
    assert {birgit.organisation, nadia.organisation} == {"Prøve og Bolig"}
    member = next(m for m in opened.case.all(NetworkMember) if m.professional_id == birgit.id)
    assert member.contact.organisation == "Prøve og Bolig"           # seen from the citizen's map
    archive.shelter.undo()
    assert birgit.organisation == "Prøveenheden"
    with pytest.raises(Refused):
        rename_unit(archive.shelter, unit, "  ")
    assert birgit.organisation == "Prøveenheden"


def test_a_name_that_is_there_already_makes_one_unit_of_two(archive: Archive, opened: OpenCase) -> None:
    _pro(opened, "Birgit Prøve", "Enhed A")
    _pro(opened, "Nadia Prøve", "Enhed B")
    one = next(each for each in units(archive.shelter) if each.name == "Enhed A")
    rename_unit(archive.shelter, one, "Enhed B")
    assert [len(unit.people) for unit in units(archive.shelter) if unit.name.startswith("Enhed")] == [2]


def test_where_somebody_is_used_is_counted_and_named(archive: Archive, opened: OpenCase) -> None:
    birgit = _pro(opened, "Birgit Prøve")
    assert where_used(archive, [birgit]).count == 1
    palle = receive(archive, Arrival("Palle Prøve"))
    member = add_professional(palle, birgit)
    used = where_used(archive, [birgit])
    assert used.count == 2
    assert "Palle Prøve" in used.names
    assert used.said.startswith("Bruges hos 2 borgere: ")
    remove_person(palle, member)
    assert where_used(archive, [birgit]).count == 1
    assert where_used(archive, []).said == "Bruges ikke hos nogen borger nu"


def test_who_is_retired_is_offered_no_more_and_stays_on_the_map(archive: Archive, opened: OpenCase) -> None:
    birgit = _pro(opened, "Birgit Prøve")
    retire_professional(archive.shelter, birgit)
    assert birgit not in professionals(archive.shelter, "Birgit")
    assert professionals(archive.shelter, "birgit prøve", retired=True) == [birgit]
    assert any(m.professional_id == birgit.id for m in opened.case.all(NetworkMember))
    retire_professional(archive.shelter, birgit, False)
    assert birgit in professionals(archive.shelter, "Birgit")


def test_who_may_stand_there_twice_is_found_by_name_or_number(archive: Archive, opened: OpenCase) -> None:
    one, other = _pro(opened, "Birgit Prøve", phone="12 34 56 99"), _pro(opened, "birgit  prøve")
    number, nobody = _pro(opened, "B. Prøve", phone="+45 12345699"), _pro(opened, "Nadia Prøve")
    assert alike(archive.shelter, one) == [number, other]
    assert alike(archive.shelter, nobody) == []


def _on_the_map(opened: OpenCase, who: Professional) -> NetworkMember:
    return next(m for m in opened.case.all(NetworkMember) if m.professional_id == who.id)


def test_who_stood_there_twice_is_one_on_every_map_and_undone_at_once(archive: Archive, opened: OpenCase) -> None:
    palle = receive(archive, Arrival("Palle Prøve"))
    kept, other = _pro(opened, "Birgit Prøve", phone="12 34 56 99"), _pro(palle, "B. Prøve", "Prøveenheden")
    other_on_map = _on_the_map(palle, other)
    with archive.shelter.action("of the list"):
        other.may_coordinate = True
    merge_professionals(archive.shelter, kept, other)
    assert other_on_map.contact.name == "Birgit Prøve"
    assert other_on_map.contact.phone == "12 34 56 99"
    assert kept.organisation == "Prøveenheden"           # what only the other knew
    assert may_coordinate(other_on_map)
    assert other not in professionals(archive.shelter)
    assert where_used(archive, [kept]).count == 2        # the other's uses are the kept one's
    assert alike(archive.shelter, kept) == []
    assert add_professional(palle, kept) is other_on_map             # no second one on the same map
    archive.shelter.undo()
    assert other_on_map.contact.name == "B. Prøve"
    assert kept.organisation == ""
    assert where_used(archive, [kept]).count == 1
    archive.shelter.redo()
    retire_professional(archive.shelter, other, False)   # they were two after all
    assert other_on_map.contact.name == "B. Prøve"
    assert where_used(archive, [other]).count == 1


def test_three_become_one_and_the_last_kept_speaks_for_all(archive: Archive, opened: OpenCase) -> None:
    one, two, three = _pro(opened, "Birgit Prøve"), _pro(opened, "B. Prøve"), _pro(opened, "Birgit P.")
    merge_professionals(archive.shelter, two, one)
    merge_professionals(archive.shelter, three, two)
    assert [each.itself for each in (one, two, three)] == [three] * 3
    with pytest.raises(Refused):
        merge_professionals(archive.shelter, three, one)
    with pytest.raises(Refused):
        merge_professionals(archive.shelter, one, one)


def test_two_who_are_made_one_from_both_sides_at_once_are_not_both_gone(archive: Archive, opened: OpenCase) -> None:
    shelter = archive.shelter
    birgit, same = _pro(opened, "Birgit Prøve"), _pro(opened, "Birgit Prøve, igen")
    other = shelter.another(shelter.id)
    theirs = {each.id: each for each in other.case.all(Professional)}
    merge_professionals(shelter, birgit, same)
    with pytest.raises(Conflict):
        merge_professionals(other, theirs[same.id], theirs[birgit.id])
    nadia = _pro(opened, "Nadia Prøve")
    with pytest.raises(Conflict):                        # nor into one who stood there twice
        merge_professionals(shelter, same, nadia)
    shelter.catch_up()
    assert birgit.itself is birgit
    assert not birgit.retired


def test_a_case_file_has_whom_it_was_kept_as(archive: Archive, opened: OpenCase) -> None:
    kept, other = _pro(opened, "Birgit Prøve", phone="12 34 56 99"), _pro(opened, "B. Prøve")
    merge_professionals(archive.shelter, kept, other)
    got: list[bytes] = []
    export_case(opened, got.append)
    case = read_case(got[0]).case()
    names = {m.contact.name for m in case.all(NetworkMember) if m.professional_id in (kept.id, other.id)}
    assert names == {"Birgit Prøve"}
    assert case.register is not None
    assert all(each.same_as_id is None and each.phone == "12 34 56 99" for each in case.register.all(Professional)
               if each.id in (kept.id, other.id))
