"""The directory: written, looked through, closed while it is used, and made one of two that are the same."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.directory import sample
from borgerplan_desktop.casework.directory.found_services import Directory, Wanted, Which
from borgerplan_desktop.casework.directory.services import (
    add_day,
    add_service,
    alike,
    close_service,
    merge_services,
    retire_service,
    still_right,
    where_used,
)
from borgerplan_desktop.casework.leaving.after_care import add_sign, begin_after_care, choose_where_to_go
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.network.people_of_services import add_from_service
from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.papers.case_files import export_case
from borgerplan_desktop.casework.plan.goals import add_goal, add_intervention, choose_service, set_period
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.model.directory import InHouse, Service, ServiceKind, service_named
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.plan import Goal, GoalStatus, Intervention
from borgerplan_desktop.model.shelter import Sector


def _names(found: list[Service]) -> list[str]:
    return [each.name for each in found]


def _set(shelter: OpenCase, service: Service, **values: object) -> Service:
    with shelter.action("written"):
        for name, value in values.items():
            setattr(service, name, value)
    return service


def _helped_by(opened: OpenCase, service: Service) -> Intervention:
    help_ = add_intervention(opened, add_goal(opened, "bolig"))
    choose_service(opened, help_, service)
    return help_


def test_a_new_service_is_right_for_half_a_year_and_then_flagged(archive: Archive) -> None:
    shelter = archive.shelter
    made = add_service(shelter, "  Værested  Havnen ", ServiceKind.VOLUNTARY)
    assert made.name == "Værested Havnen"
    assert not made.is_stale(archive.today())
    later = archive.today() + timedelta(days=183)
    assert made.is_stale(later)
    _set(shelter, made, valid_until=archive.today() - timedelta(days=1))
    assert _names(Directory(shelter).find(Wanted(which=Which.STALE))) == ["Værested Havnen"]
    still_right(shelter, made)
    assert Directory(shelter).find(Wanted(which=Which.STALE)) == []
    shelter.undo()
    assert made.is_stale(archive.today())
    with pytest.raises(Refused):
        add_service(shelter, " \u200b ")


def test_words_kind_area_step_and_the_house_today_find_it(archive: Archive) -> None:
    shelter = archive.shelter
    cafe = _set(shelter, add_service(shelter, "Natcafé på Åboulevarden", ServiceKind.VOLUNTARY), area=LifeArea.NETWORK,
                ladder_step=LadderStep.OPEN, content="Suppe og søvn")
    clinic = _set(shelter, add_service(shelter, "Rusmiddelklinikken"), area=LifeArea.SUBSTANCES,
                  ladder_step=LadderStep.LESS)
    directory = Directory(shelter)
    for words in ("aaboul nat", "ABOULEVARDEN", "soevn", "natcafe suppe", "åbo"):
        assert directory.find(Wanted(words)) == [cafe], words
    assert directory.find(Wanted("cafésuppe")) == []
    assert directory.find(Wanted(kind=ServiceKind.MUNICIPAL)) == [clinic]
    assert directory.find(Wanted(area=LifeArea.NETWORK)) == [cafe]
    assert directory.find(Wanted(step=LadderStep.LESS)) == [clinic]
    add_day(shelter, clinic, archive.today().weekday())
    add_day(shelter, cafe, (archive.today().weekday() + 1) % 7)
    assert directory.find(Wanted(which=Which.TODAY)) == [clinic]
    _set(shelter, cafe, content="Kaffe")
    assert directory.find(Wanted("suppe")) == []
    assert directory.find(Wanted("kaffe")) == [cafe]


def test_one_that_is_retired_or_closed_is_not_offered_and_is_found_among_them(archive: Archive) -> None:
    shelter = archive.shelter
    gone, closing = add_service(shelter, "A"), add_service(shelter, "B")
    retire_service(shelter, gone)
    close_service(shelter, closing, archive.today() + timedelta(days=1))
    assert Directory(shelter).find(Wanted()) == [closing]        # until the day
    close_service(shelter, closing, archive.today())
    assert Directory(shelter).find(Wanted()) == []
    assert Directory(shelter).find(Wanted(which=Which.GONE)) == [gone, closing]
    close_service(shelter, closing, None)
    retire_service(shelter, gone, False)
    assert Directory(shelter).find(Wanted()) == [gone, closing]


def test_who_uses_it_is_told_by_number_and_name(archive: Archive, opened: OpenCase) -> None:
    shelter = archive.shelter
    cti, other = add_service(shelter, "CTI"), add_service(shelter, "CTI-forløb")
    assert where_used(shelter, cti).said == "Bruges ikke hos nogen borger nu"
    amina = receive(archive, Arrival("Amina Prøve"))
    help_ = _helped_by(opened, cti)
    _helped_by(amina, other)
    assert where_used(shelter, cti).said == "Bruges hos 1 borger: Jonas Prøve"
    merge_services(shelter, cti, other)
    assert where_used(shelter, other).said == "Bruges hos 2 borgere: Amina Prøve og Jonas Prøve"
    set_period(opened, help_, None, archive.today() - timedelta(days=1))         # over
    assert where_used(shelter, cti).names == ("Amina Prøve",)
    with amina.action("reached"):
        amina.case.all(Goal)[0].status = GoalStatus.REACHED
    assert where_used(shelter, cti).count == 0
    sign = add_sign(opened, begin_after_care(opened))
    choose_where_to_go(opened, sign, other)
    assert where_used(shelter, cti).names == ("Jonas Prøve",)


def test_a_service_that_closes_in_twelve_plans_says_so_before_and_after(archive: Archive) -> None:
    cti = add_service(archive.shelter, "CTI")
    citizens = [receive(archive, Arrival(f"Borger {n:02}")) for n in range(12)]
    helps = [_helped_by(each, cti) for each in citizens]
    assert where_used(archive.shelter, cti).said == (
        "Bruges hos 12 borgere: Borger 00, Borger 01, Borger 02, Borger 03, Borger 04 og 7 mere")
    close_service(archive.shelter, cti, archive.today())
    for opened, help_ in zip(citizens, helps, strict=True):
        opened.catch_up()
        named = service_named(opened.case.register, help_.service_id)
        assert named is not None
        assert named.is_closed(archive.today())
        assert help_.name == "CTI"                       # what was agreed stays agreed


def test_two_are_one_and_undo_makes_them_two_again(archive: Archive, opened: OpenCase) -> None:
    shelter = archive.shelter
    kept = _set(shelter, add_service(shelter, "CTI"), organisation="Center A", phone="12 34 56 78")
    other = _set(shelter, add_service(shelter, "cti "), phone="87 65 43 21", address="Kajgade 4")
    add_day(shelter, kept, 0)
    add_day(shelter, other, 0)
    add_day(shelter, other, 3)
    assert alike(shelter, other) == [kept]
    help_ = _helped_by(opened, other)
    merge_services(shelter, kept, other, ["phone"])
    assert (kept.phone, kept.address, kept.organisation) == ("87 65 43 21", "Kajgade 4", "Center A")
    assert [each.weekday for each in kept.in_house] == [0, 3]
    assert service_named(opened.case.register, help_.service_id) is kept
    assert _names(Directory(shelter).find(Wanted())) == ["CTI"]
    shelter.undo()
    assert (kept.phone, kept.address) == ("12 34 56 78", "")
    assert service_named(opened.case.register, help_.service_id) is other
    shelter.redo()
    with pytest.raises(Refused):
        merge_services(shelter, kept, other)
    got: list[bytes] = []
    export_case(opened, got.append)                      # a file has which was kept, under the id the case knows
    case = read_case(got[0]).case()
    named = service_named(case.register, case.all(Intervention)[0].service_id)
    assert named is not None
    assert (named.id, named.name, named.phone) == (other.id, "CTI", "87 65 43 21")


@pytest.mark.parametrize("seen", [False, True], ids=["at once", "while one chose"])
@pytest.mark.parametrize("meanwhile", ["with a third", "out of use", "the other way round"])
def test_two_that_are_made_one_from_both_sides_are_not_both_gone(archive: Archive, meanwhile: str, seen: bool) -> None:
    """The second window is told, and nothing of it is done: one that speaks for others is there to speak."""
    shelter = archive.shelter
    cti, same, third = (add_service(shelter, name) for name in ("CTI", "cti", "Cti"))
    other = shelter.another(shelter.id)
    theirs = {each.id: each for each in other.case.all(Service)}
    if meanwhile == "out of use":
        retire_service(shelter, same)
    else:
        merge_services(shelter, cti if meanwhile == "the other way round" else third, same)
    if seen:
        other.catch_up()                                 # the dialog is still open
    with pytest.raises((Conflict, Refused)):
        merge_services(other, theirs[same.id], theirs[cti.id])
    shelter.catch_up()
    assert cti.itself is cti
    assert not cti.retired
    assert all(not each.itself.retired for each in shelter.case.all(Service) if each.same_as_id)
    assert not other.done


def test_the_ready_services_come_with_one_button_and_go_with_one(archive: Archive) -> None:
    shelter = archive.shelter
    own = add_service(shelter, "Vores eget")
    came = sample.take_sample_in(shelter)
    assert {"Kofoeds Skole", "De Grønlandske Huse", "Foreningen Grønlandske Børn", "CTI-forløb"} <= set(_names(came))
    assert {each.ladder_step for each in came} >= set(LadderStep)
    assert not any(each.address or each.phone or each.email for each in came)
    assert all(each.is_stale(archive.today()) for each in came)  # nobody has looked at them
    assert sample.take_sample_in(shelter) == []
    _set(shelter, came[0], phone="12 34 56 78")
    assert len(sample.leave_sample_out(shelter)) == len(came) - 1
    assert sorted(_names(Directory(shelter).find(Wanted()))) == sorted([came[0].name, own.name])
    assert len(sample.take_sample_in(shelter)) == len(came) - 1
    assert len(shelter.case.all(Service)) == len(came) + 1


def test_a_service_becomes_somebody_on_the_map_once(archive: Archive, opened: OpenCase) -> None:
    shelter = archive.shelter
    clinic = _set(shelter, add_service(shelter, "Rusmiddelklinikken"), organisation="Kommunen", phone="12 34 56 78",
                  area=LifeArea.SUBSTANCES)
    member = add_from_service(opened, clinic)
    assert (member.contact.name, member.contact.organisation, member.sector) == (
        "Rusmiddelklinikken", "Kommunen", Sector.HEALTH)
    assert add_from_service(opened, clinic) is member
    _set(shelter, clinic, contact="Birgit Prøve")
    birgit = add_new_professional(receive(archive, Arrival("Amina Prøve")), "Birgit Prøve", "", "Rusmiddelklinikken")
    assert add_from_service(opened, clinic).professional_id == birgit.professional_id    # of the register


def test_a_day_in_the_house_goes_with_its_service_only(archive: Archive) -> None:
    made = add_service(archive.shelter, "A")
    day = add_day(archive.shelter, made)
    assert (day.weekday, add_day(archive.shelter, made).weekday) == (0, 1)
    assert [each.service_id for each in archive.shelter.case.all(InHouse)] == [made.id] * 2
    assert isinstance(archive.today(), date)
