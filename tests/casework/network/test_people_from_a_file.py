"""People of a file in the network: who is new, who is here already, one step to undo, and the way out and back."""
from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import vobject

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.kept_maps import keep_map
from borgerplan_desktop.casework.network.coming_people import MOST_CHOSEN, Alike, Coming, coming
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.network.people_files import (
    CannotRead,
    FoundPeople,
    people_in_file,
    read_people_file,
    what_comes,
    what_stays_behind,
)
from borgerplan_desktop.casework.network.people_to_file import (
    PeopleKind,
    people_file,
    people_file_name,
    save_people,
    still_named_in_people,
)
from borgerplan_desktop.casework.network.take_in_people import take_in_people
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.documents.reading_in.people_file import people_in
from borgerplan_desktop.model.network import (
    Being,
    KeptMap,
    KeptPlace,
    KeptTie,
    MemberKind,
    NetworkMember,
    Reach,
    Ring,
    Support,
    SupportKind,
    Tie,
    TieQuality,
    citizen_member,
    people,
)
from borgerplan_desktop.model.shelter import Professional, Sector
from borgerplan_desktop.store.audit import Did
from tests.archive import Clock, picture
from tests.documents.reading_in import people_files as files


def here(opened: OpenCase) -> dict[str, NetworkMember]:
    return {member.contact.name: member for member in people(opened.case)}


def take(opened: OpenCase, found: FoundPeople, **changed: bool) -> list[NetworkMember]:
    return take_in_people(opened, found, [replace(each, **changed) for each in coming(opened.case, found)])


def of_name(chosen: list[Coming], name: str) -> Coming:
    return next(each for each in chosen if each.person.name == name)


# -------------------------------------------------------------------------------------------------------------- coming
def test_contacts_come_unplaced_with_number_and_tie(opened: OpenCase) -> None:
    before = picture(opened.case)
    new = take(opened, people_in(files.IPHONE))
    assert [member.contact.name for member in new] == ["Åse Marie Lind", "Bo Frøkjær"]
    assert all(member.ring is None and member.kind is MemberKind.PRIVATE for member in new)
    assert new[0].contact.phone == "+45 12 12 12 12"
    assert [{tie.one_id, tie.other_id} for tie in opened.case.all(Tie)][-1] == {new[0].id, new[1].id}
    assert opened.done[-1].name == "Get people from a file"
    opened.undo()
    assert picture(opened.case) == before


def test_a_map_comes_with_places_ties_flows_and_the_maps_before(opened: OpenCase) -> None:
    before = picture(opened.case)
    take(opened, people_in(files.MAP))
    there, citizen = here(opened), citizen_member(opened.case)
    assert citizen is not None
    ida, kalle = there["Ida"], there["Kalle"]
    assert (ida.sector, ida.ring, ida.relation) == (Sector.FAMILY, Ring.CLOSEST, "søster")
    assert ida.x is not None
    assert (kalle.tie, there["Per fra værkstedet"].tie) == (TieQuality.BROKEN, TieQuality.STRAINED)
    assert (there["Mormor"].reach, there["Kusine Mia"].reach) == (Reach.DEAD, Reach.OUT_OF_REACH)
    assert there["Rex"].being is Being.ANIMAL
    assert there["Dr. Bay"].kind is MemberKind.PROFESSIONAL
    assert {(each.giver_id, each.receiver_id, each.kind) for each in opened.case.all(Support)} == {
        (ida.id, citizen.id, SupportKind.TALK), (citizen.id, ida.id, SupportKind.TALK),
        (citizen.id, kalle.id, SupportKind.HANDS)}
    kept = opened.case.all(KeptMap)
    assert [(each.on, each.title) for each in kept] == [(date(2026, 2, 1), "Første samtale")]
    stood = {opened.case.get(NetworkMember, each.member_id): each for each in opened.case.all(KeptPlace)}
    assert {member.name for member in stood if member is not None} == {"Ida", "Kalle", "Onkel Finn"}
    finn = next(member for member in stood if member is not None and member.name == "Onkel Finn")
    assert finn.removed_on == date(2026, 8, 1)           # he is not on the newest one
    assert "Onkel Finn" not in there
    opened.undo()
    assert picture(opened.case) == before


def test_the_map_as_it_was_is_kept_before_people_come_on_a_new_day(opened: OpenCase, clock: Clock) -> None:
    sara = add_private_person(opened, "Sara", ring=Ring.CLOSEST)
    clock.pass_(days=3)
    take(opened, people_in(files.IPHONE))
    kept, = opened.case.all(KeptMap)
    assert kept.on < opened.today()
    assert sara.id in {each.member_id for each in opened.case.all(KeptPlace)}
    assert here(opened)["Bo Frøkjær"].id not in {each.member_id for each in opened.case.all(KeptPlace)}


def test_without_the_maps_before_nobody_comes_who_stood_only_there(opened: OpenCase) -> None:
    found = people_in(files.MAP)
    take_in_people(opened, found, coming(opened.case, found), earlier=False)
    assert opened.case.all(KeptMap) == []
    assert all(member.name != "Onkel Finn" for member in opened.case.all(NetworkMember))


def test_the_same_map_twice_is_there_once(opened: OpenCase) -> None:
    found = people_in(files.MAP)
    take(opened, found)
    before = picture(opened.case)
    assert not any(each.comes for each in coming(opened.case, found))
    take(opened, found, comes=True)                      # all are the same as those who are here
    assert picture(opened.case) == before


# -------------------------------------------------------------------------------------------------- who is here already
@pytest.mark.parametrize(("name", "phone", "email", "alike"), [
    ("søren  kjærsgård", "", "", Alike.NAME), ("Faetter S", "+45 12345678", "", Alike.PHONE),
    ("Fætter S", "", "Soren@example.org", Alike.EMAIL)])
def test_who_is_here_already_is_not_chosen(opened: OpenCase, name: str, phone: str, email: str, alike: Alike) -> None:
    known = add_private_person(opened, name, "min fætter", phone=phone)
    write(opened, known, NetworkMember.email, email, "test")
    found = people_in(files.ANDROID)
    one, = coming(opened.case, found)
    assert (one.known, one.alike, one.comes) == (known, alike, False)
    with pytest.raises(Refused):
        take_in_people(opened, found, [one])
    take(opened, found, comes=True)
    assert people(opened.case)[-1] is known              # what was missing is there now, and nothing is written over
    assert (known.name, known.relation) == (" ".join(name.split()), "min fætter")
    assert known.phone == (phone or "12 34 56 78")
    assert known.note.startswith("Ring først")
    take(opened, found, comes=True, same=False)
    assert len([member for member in people(opened.case) if member.phone]) == 2


def test_who_has_left_comes_back(opened: OpenCase) -> None:
    known = add_private_person(opened, "Bo Frøkjær")
    add_private_person(opened, "En anden")
    with opened.action("test"):
        known.removed_on = opened.today()
    take(opened, people_in(files.IPHONE), comes=True)
    assert known.removed_on is None


def test_the_citizens_own_card_never_comes(opened: OpenCase) -> None:
    member = citizen_member(opened.case)
    assert member is not None
    card = f"BEGIN:VCARD\nFN:{member.contact.name}\nEND:VCARD\n".encode()
    found = people_in(card)
    one, = coming(opened.case, found)
    assert one.is_citizen
    with pytest.raises(Refused):
        take(opened, found, comes=True)


def test_a_professional_of_the_register_is_not_typed_twice(opened: OpenCase) -> None:
    gone = add_new_professional(opened, "Birgit Prøve", "sagsbehandler", "Hjemløseenheden", phone="11 22 33 44")
    remove_person(opened, gone)
    found = people_in(b"BEGIN:VCARD\nFN:B. Ny\nTEL:+4511223344\nORG:Et andet sted\nEND:VCARD\n")
    one, = coming(opened.case, found)
    assert isinstance(one.registered, Professional)
    assert one.professional
    made, = take(opened, found)
    assert made.professional_id == one.registered.id
    assert (made.contact.name, made.contact.organisation) == ("Birgit Prøve", "Hjemløseenheden")
    assert made.sector is one.registered.sector


def test_a_new_professional_joins_the_register(opened: OpenCase) -> None:
    assert opened.shelter is not None
    found = people_in(b"BEGIN:VCARD\nFN:Nye Nielsen\nORG:Ydelseskontoret\nTITLE:raadgiver\nEND:VCARD\n")
    made, = take(opened, found, professional=True)
    known = opened.shelter.case.get(Professional, made.professional_id)
    assert known is not None
    assert (known.name, known.role, known.organisation) == ("Nye Nielsen", "raadgiver", "Ydelseskontoret")
    assert (made.name, made.kind) == ("", MemberKind.PROFESSIONAL)


def test_of_a_whole_telephone_nobody_is_chosen(opened: OpenCase) -> None:
    found = people_in(files.cards(MOST_CHOSEN + 1))
    assert not any(each.comes for each in coming(opened.case, found))
    assert all(each.comes for each in coming(opened.case, people_in(files.cards(MOST_CHOSEN))))
    too_many = people_in(files.cards(501))
    with pytest.raises(Refused) as refusal:
        take(opened, too_many, comes=True)
    assert "500" in refusal.value.message


# ------------------------------------------------------------------------------------------------------------ in words
def test_what_cannot_come_is_named_before_anything_is_written() -> None:
    said = " ".join(what_stays_behind(people_in(files.MAP)))
    for words in ("køn på 1 person", "alder på 1 person", "partnerens", "1 symbol", "CPR-nummer", "dyr"):
        assert words in said, words
    assert "strækker" not in said
    assert what_comes(people_in(files.MAP)) != what_comes(people_in(files.IPHONE))
    broken = people_in(files.IPHONE + b"BEGIN:VCARD\nFN:halvt\n")
    assert "Nr. 3 i filen er i stykker. De andre kommer med." in what_stays_behind(broken)
    many = people_in(b"BEGIN:VCARD\nFN:Bo\nEND:VCARD\n" + b"BEGIN:VCARD\nTEL:1\nEND:VCARD\n" * 9)
    assert "2, 3, 4, 5, 6, 7 og 3 mere" in what_stays_behind(many)[-1]


@pytest.mark.parametrize(("content", "said"), [
    (b"", "Der står ikke noget i filen."), (b"{", "Filen er gået i stykker"), (b"hej", "Der er ingen personer i filen"),
    (files.record(files.version(1, "")), "Der er ingen i filen.")])
def test_what_cannot_be_read_is_told_in_three_sentences(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.vcf").write_bytes(content)
    with pytest.raises(CannotRead) as error:
        read_people_file(tmp_path / "a.vcf")
    assert error.value.told[0].startswith(said)
    assert all(error.value.told)


# --------------------------------------------------------------------------------------------------------- out and back
def test_a_map_goes_out_and_comes_back_as_it_was(opened: OpenCase, archive: Archive) -> None:
    take(opened, people_in(files.MAP))
    content = people_file(opened.case, PeopleKind.EASYNWK, date(2026, 10, 1))
    other = receive(archive, Arrival("En Anden", room="9"))
    take(other, people_in_file(content))
    first, second = here(opened), here(other)
    assert first.keys() - {"Eva Lind"} == second.keys() - {"Eva Lind"}
    for name, one in first.items():
        back = second[name]
        for field in ("kind", "being", "sector", "ring", "reach", "tie", "relation"):
            assert getattr(back, field) == getattr(one, field), (name, field)
        if one.x is not None and one.y is not None and one.sector is not Sector.HEALTH:
            assert (back.x, back.y) == (pytest.approx(one.x, abs=.05), pytest.approx(one.y, abs=.05)), name
    assert len(other.case.all(Support)) == len(opened.case.all(Support)) == 3
    assert len(other.case.all(Tie)) == 1
    assert [(each.on, each.title) for each in other.case.all(KeptMap)] == [(date(2026, 2, 1), "Første samtale")]
    assert len(other.case.all(KeptPlace)) == 3
    assert other.case.all(KeptTie) == []


def test_every_field_of_easynwk_is_there_by_its_name(opened: OpenCase) -> None:
    take(opened, people_in(files.MAP))
    said = json.loads(people_file(opened.case, PeopleKind.EASYNWK, date(2026, 10, 1)))
    assert [each["id"] for each in said["versions"]] == [1, 2]
    assert said["currentVersion"] == 2
    now = said["versions"][1]
    assert now.keys() == {"id", "title", "date", "nwk"}
    assert now["nwk"].keys() == {"ego", "alteri", "connections"}
    one = {each["name"]: each for each in now["nwk"]["alteri"]}
    assert one["Ida"].keys() == {
        "id", "name", "role", "roleDefault", "human", "currentGender", "genderDefault", "age", "note", "deceased",
        "edgeType", "edgeTypeByUser", "angle", "distance", "emoji", "conflict", "supportEmotional", "supportCognitive",
        "supportSocial", "supportMaterial", "supportPractical"}
    assert (one["Mormor"]["deceased"], one["Mormor"]["distance"]) == (True, 103)
    assert (one["Ida"]["supportEmotional"], one["Kalle"]["supportMaterial"]) == (3, 1)
    assert (one["Kalle"]["edgeType"], one["Per fra værkstedet"]["conflict"], one["Rex"]["human"]) == (0, True, False)
    assert 0 < one["Ida"]["angle"] < 90
    assert one["Ida"]["distance"] == pytest.approx(15, abs=.5)


def test_notes_numbers_and_who_is_left_out_never_go_along(opened: OpenCase) -> None:
    add_private_person(opened, "Hemmelig Hansen", "tante", phone="99 88 77 66")
    hidden = people(opened.case)[-1]
    write(opened, hidden, NetworkMember.left_out_of_paper, True, "test")
    shown = add_private_person(opened, "Synlig Sørensen", phone="55 44 33 22")
    write(opened, shown, NetworkMember.note, "kun for os", "test")
    for kind in PeopleKind:
        said = people_file(opened.case, kind, opened.today()).decode()
        assert "Hemmelig" not in said
        assert "kun for os" not in said
        assert "Synlig" in said
        assert ("55 44 33 22" in said) == (kind is PeopleKind.CONTACTS)


def test_who_is_left_out_is_so_on_the_maps_from_before_too(opened: OpenCase) -> None:
    take(opened, people_in(files.MAP))
    write(opened, here(opened)["Kalle"], NetworkMember.left_out_of_paper, True, "test")
    said = json.loads(people_file(opened.case, PeopleKind.EASYNWK, date(2026, 10, 1)))
    names = [[each["name"] for each in one["nwk"]["alteri"]] for one in said["versions"]]
    assert "Ida" in names[0]
    assert "Onkel Finn" in names[0]
    assert all("Kalle" not in each for each in names)
    assert all(one["nwk"]["connections"] == [] for one in said["versions"])


def test_contacts_are_read_by_another_reader(opened: OpenCase) -> None:
    take(opened, people_in(files.IPHONE))
    content = people_file(opened.case, PeopleKind.CONTACTS, opened.today())
    cards = {card.fn.value: card for card in vobject.readComponents(content.decode())}
    card = cards["Åse Marie Lind"]
    assert (card.version.value, card.n.value.family, card.n.value.given) == ("3.0", "Lind", "Åse Marie")
    assert (card.tel.value, card.email.value, card.org.value) == (
        "+45 12 12 12 12", "aase@example.org", ["Genbrugsen, Nord Værkstedet"])
    assert {each.name for each in people_in_file(content).people} == cards.keys()


def test_the_figures_are_a_table_that_works_nothing_out(opened: OpenCase) -> None:
    take(opened, people_in(files.MAP))
    add_private_person(opened, '=HYPERLINK("http://x")', " @nabo;og\nmere")
    content = people_file(opened.case, PeopleKind.TABLE, opened.today())
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert all(len(row) == len(rows[0]) == 12 for row in rows)
    assert rows[0][-2:] == ["Faste aftaler", "Gange om året"]
    by = {row[0]: row for row in rows}
    assert by["Ida"][3:6] == ["Familie", "Tættest på", "Almindelig"]
    assert (by["Mormor"][4], by["Rex"][2]) == ("Død", "Dyr")
    assert by["Ida"][8] == by["Ida"][9] == "En at tale med"
    assert rows[-1][:2] == ["'=HYPERLINK(\"http://x\")", "'@nabo;og mere"]


def test_saving_is_on_record_and_its_name_says_nothing(opened: OpenCase, archive: Archive) -> None:
    add_private_person(opened, "Synlig Sørensen")
    saved: list[bytes] = []
    save_people(opened, PeopleKind.CONTACTS, saved.append)
    assert b"Synlig" in saved[0]
    line = archive.store.lines()[0]
    assert (line.did, line.action) == (Did.EXPORTED, "Saved the people as a file")
    assert people_file_name(opened.case, PeopleKind.TABLE).endswith("personer.csv")
    assert "Sørensen" not in people_file_name(opened.case, PeopleKind.TABLE)


def test_nobody_is_not_saved(archive: Archive) -> None:
    alone = receive(archive, Arrival("Helt Alene"))
    with alone.action("test"):
        for member in people(alone.case):
            alone.case.remove(member)
    with pytest.raises(Refused):
        save_people(alone, PeopleKind.TABLE, lambda _content: None)


def test_it_is_told_whose_name_is_in_the_file_although_they_are_left_out(opened: OpenCase) -> None:
    """Words are somebody's own and stay; but whoever saves the file can mend them first."""
    peter, lone = add_private_person(opened, "Peter Holm"), add_private_person(opened, "Lone", "Peters mor")
    keep_map(opened, "Da Peter flyttede")
    assert {still_named_in_people(opened.case, kind) for kind in PeopleKind} == {""}
    write(opened, peter, NetworkMember.left_out_of_paper, True, "left out")
    for kind, places in ((PeopleKind.CONTACTS, 0), (PeopleKind.TABLE, 1), (PeopleKind.EASYNWK, 2)):
        said = still_named_in_people(opened.case, kind)
        assert ("Peter Holm" in said) == bool(places)
        assert ("1 anden tekst" in said) == (places == 2)
        assert ("Peter" in people_file(opened.case, kind, opened.today()).decode()) == bool(places)
    write(opened, lone, NetworkMember.relation, "min nabo", "called")
    assert still_named_in_people(opened.case, PeopleKind.TABLE) == ""
