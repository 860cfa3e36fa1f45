"""People in files of other programs: names whole, one broken card takes nobody along, and no link is followed."""
from __future__ import annotations

import contextlib
import json
import math
import random
import socket
import time
import tracemalloc

import pytest

from borgerplan_desktop.documents.reading_in.apart import read_people_apart
from borgerplan_desktop.documents.reading_in.found_people import FileOf, FoundPerson, Left, NotOne, as_plain, from_plain
from borgerplan_desktop.documents.reading_in.people_file import people_in
from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why
from tests.documents.reading_in import people_files as files


def by_name(content: bytes) -> dict[str, FoundPerson]:
    return {each.name: each for each in people_in(content).people}


# ------------------------------------------------------------------------------------------------------------- contacts
def test_quoted_printable_with_soft_breaks() -> None:
    person = by_name(files.ANDROID)["Søren Kjærsgård"]
    assert (person.phone, person.email) == ("12 34 56 78", "soren@example.org")      # no fax, and the mobile first
    assert person.note == "Ring først, efter fyraften\nog husk nøglen"
    assert people_in(files.ANDROID).left == {Left.MORE_NUMBERS: 2, Left.PICTURE: 1}


def test_groups_labels_folds_and_a_name_of_parts() -> None:
    found = people_in(files.IPHONE)
    one, other = found.people
    assert (one.name, one.role, one.organisation) == ("Åse Marie Lind", "Leder", "Genbrugsen, Nord Værkstedet")
    assert (one.phone, one.email) == ("+45 12 12 12 12", "aase@example.org")
    assert one.note == "Meget lang note, som telefonen folder\nog bryder"
    assert other.name == "Bo Frøkjær"                    # of a card without a shown name
    assert found.maps[0].ties == (("1", "2"),)           # Bo is called a friend of Åse
    assert found.left == {Left.MORE_NUMBERS: 1, Left.LINK: 1, Left.PICTURE: 1, Left.BIRTHDAY: 1}


def test_the_newest_generation() -> None:
    found = people_in(files.NEWEST)
    assert [(each.name, each.phone, each.email, each.role) for each in found.people] == [
        ("Zoë Őri", "+36-1-234-5678", "zoe@example.org", ""), ("محمد علي", "", "", "nabo")]
    assert found.maps[0].ties == (("1", "2"),)
    assert found.left == {Left.RELATED: 1, Left.GENDER: 1, Left.GROUP: 1}


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_whatever_letters_the_file_is_in(encoding: str) -> None:
    assert by_name(files.OUTLOOK.encode(encoding))["Jørn Højgård"].phone == "33 33 33 33"


def test_letters_that_only_the_line_tells() -> None:
    assert list(by_name(files.IN_BASE64)) == ["Łukasz Żak"]
    polish = "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-2:Łukasz Żak\nEND:VCARD\n".encode("iso-8859-2")
    assert list(by_name(polish)) == ["Łukasz Żak"]
    unsaid = b"BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:J=F8rgensen;S=F8ren\nEND:VCARD\n"
    assert list(by_name(unsaid)) == ["Søren Jørgensen"]


def test_one_card_in_other_letters_spoils_no_other() -> None:
    mixed = files.OUTLOOK.encode("cp1252") + files.IPHONE
    assert list(by_name(mixed)) == ["Jørn Højgård", "Åse Marie Lind", "Bo Frøkjær"]


def test_a_fold_in_the_middle_of_a_letter() -> None:
    line = "FN:Åse Ørsted".encode()
    cut = line.index("Ø".encode()) + 1
    assert list(by_name(b"BEGIN:VCARD\nVERSION:3.0\n" + line[:cut] + b"\r\n " + line[cut:] + b"\nEND:VCARD\n")) == [
        "Åse Ørsted"]


def test_commas_that_nobody_escaped_stay() -> None:
    card = b"BEGIN:VCARD\nVERSION:3.0\nFN:Lind, Eva\nNOTE:a, b; c\nORG:A, B;C\nEND:VCARD\n"
    person = people_in(card).people[0]
    assert (person.name, person.note, person.organisation) == ("Lind, Eva", "a, b; c", "A, B C")


def test_broken_cards_are_told_by_their_number() -> None:
    broken = (b"BEGIN:VCARD\nVERSION:3.0\nFN:Et\nEND:VCARD\n"
              b"BEGIN:VCARD\nVERSION:3.0\nFN:halvt\n"    # never ends
              b"BEGIN:VCARD\nTEL:12345678\nEND:VCARD\n"
              b"noise\n\0\xff\nBEGIN:VCARD\nFN:To\nEND:VCARD\nBEGIN:VCARD\nFN:Tre")
    found = people_in(broken)
    assert [each.name for each in found.people] == ["Et", "To"]
    assert found.unread == ((2, NotOne.BROKEN), (3, NotOne.NO_NAME), (5, NotOne.BROKEN))


def test_a_number_in_a_note_is_masked_and_told() -> None:
    found = people_in(b"BEGIN:VCARD\nFN:Bo 311299-0006\nNOTE:cpr 3112990006, ja\nEND:VCARD\n")
    assert (found.people[0].name, found.people[0].note) == ("Bo ••••••-••••", "cpr ••••••-••••, ja")
    assert found.left == {Left.CPR: 2}


def test_a_telephone_with_ten_thousand() -> None:
    found = people_in(files.cards(10_000) + b"BEGIN:VCARD\nFN:halvt\n")
    assert len(found.people) == 10_000
    assert found.unread == ((10_001, NotOne.BROKEN),)
    with pytest.raises(Unreadable) as error:
        people_in(files.cards(20_001))
    assert error.value.why is Why.TOO_LONG


@pytest.mark.parametrize("eol", [b"", b"\r\n "])
def test_a_picture_of_ten_megabytes_takes_no_memory(eol: bytes) -> None:
    picture = (b"A" * 75 + eol) * 140_000
    content = b"BEGIN:VCARD\nVERSION:2.1\nPHOTO;ENCODING=BASE64;JPEG:" + picture + b"\r\n\r\nFN:Bo\nEND:VCARD\n"
    tracemalloc.start()
    try:
        found = people_in(content)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()
    assert [each.name for each in found.people] == ["Bo"]


def test_no_link_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    def called(*_args: object, **_named: object) -> None:
        raise AssertionError("a file opened a connection")

    monkeypatch.setattr(socket, "socket", called)
    monkeypatch.setattr(socket, "create_connection", called)
    assert len(people_in(files.IPHONE).people) == 2


def test_whatever_is_in_it_is_read_or_refused() -> None:
    """Cut, flipped and shuffled: never another error than the one that is told."""
    random_ = random.Random(11)
    began = time.monotonic()
    for content in (files.ANDROID, files.IPHONE, files.NEWEST, files.IN_BASE64, files.MAP):
        for _ in range(60):
            hurt = bytearray(content[:random_.randrange(1, len(content) + 1)])
            for _ in range(random_.randrange(6)):
                hurt[random_.randrange(len(hurt))] = random_.randrange(256)
            with contextlib.suppress(Unreadable):
                people_in(bytes(hurt))
    assert time.monotonic() - began < 60


# -------------------------------------------------------------------------------------------------------------- easyNWK
def test_a_map_of_easynwk() -> None:
    found = people_in(files.MAP)
    assert (found.of, found.citizen) == (FileOf.EASYNWK, "Jonas Prøve")
    there = {each.name: each for each in found.people}
    assert [(each.sector, each.ring) for each in there.values()] == [
        ("family", 1), ("friends", 2), ("family", 2), ("family", 3), ("health", 3), ("work", 3), ("family", 3),
        ("family", 0)]
    ida, kalle = there["Ida"], there["Kalle"]
    assert (ida.relation, ida.gives, ida.gets, ida.tie) == ("søster", ("talk",), ("talk",), "")
    assert (kalle.tie, kalle.gives, kalle.gets) == ("broken", (), ("hands",))
    assert there["Per fra værkstedet"].tie == "strained"
    assert (there["Rex"].human, there["Rex"].tie) == (False, "")         # no tie is said of an animal
    assert there["Mormor"].dead
    assert there["Kusine Mia"].out_of_reach
    assert (there["Dr. Bay"].professional, there["Dr. Bay"].role, there["Dr. Bay"].relation) == (True, "Ärzt*in", "")
    assert there["Ny nabo"].note == "Har ••••••-••••"
    assert found.maps[-1].ties == (("1", "2"),)
    assert found.left == {Left.GENDER: 1, Left.AGE: 1, Left.SEVERAL_ROLES: 1, Left.PARTNERS_CONTACT: 1, Left.SYMBOL: 1,
                          Left.TO_NOBODY: 1, Left.CPR: 1}


def test_who_stands_beside_whom_and_who_nearer_is_kept() -> None:
    """However many there are in a part of life: the whole of the quarter there is the whole of the sector here."""
    angles = [1, 20, 45, 70, 89]
    content = files.record(files.version(1, "2026-01-01", *[
        files.alter(n, f"Nr {n}", angle, 20 + n * 15) for n, angle in enumerate(angles)]))
    people = people_in(content).people
    assert [each.ring for each in people] == [1, 2, 2, 2, 3]
    away = [math.hypot(each.x or 0, each.y or 0) for each in people]
    assert away == sorted(away)
    turned = [math.degrees(math.atan2(each.y or 0, each.x or 0)) for each in people]
    assert turned == sorted(turned)                      # with the clock here, against it there
    assert turned[-1] - turned[0] > 100                  # five people: the sector is wide
    assert turned[2] == pytest.approx(-90, abs=1)        # the middle of the quarter is the middle of the sector


def test_its_earlier_versions_come_along_by_day() -> None:
    found = people_in(files.MAP)
    assert [(each.dated, each.title, len(each.people)) for each in found.earlier] == [
        ("2026-02-01", "Første samtale", 3)]
    assert found.maps[-1].dated == "2026-08-01"


def test_a_map_from_before_there_were_versions() -> None:
    old = json.dumps(files.version(1, "", files.alter(1, "Ida", 10, 10))["nwk"]).encode()
    assert [each.name for each in people_in(old).people] == ["Ida"]


@pytest.mark.parametrize(("content", "why"), [
    (b"", Why.NOTHING_IN_IT), (b" \n", Why.NOTHING_IN_IT), (b"{", Why.BROKEN), (b"[" * 100_000, Why.BROKEN),
    (b'{"a": NaN}', Why.BROKEN), (b"{}", Why.UNKNOWN), (b"[1]", Why.UNKNOWN), (b'{"versions": [1, {}]}', Why.UNKNOWN),
    (b"Hej", Why.UNKNOWN), (b"\x89PNG\r\n", Why.UNKNOWN), (files.record(files.version(1, "")), Why.NO_TEXT)])
def test_what_holds_nobody_is_refused(content: bytes, why: Why) -> None:
    with pytest.raises(Unreadable) as error:
        people_in(content)
    assert error.value.why is why


def test_strange_values_are_read_as_far_as_they_go() -> None:
    content = files.record(files.version(
        1, "2026-13-99", files.alter(1, "Ida", 10, 10) | {"angle": "x", "distance": None, "note": 7, "role": [1]},
        files.alter(1, "Samme nummer", 1, 1), {"id": 3, "name": "  "}, {"name": "Uden nummer", "distance": 1e308},
        files.alter(4, "Bo", 7_200_045, 10), 5) | {"x": 1})
    found = people_in(content)
    assert [(each.name, each.ring) for each in found.people] == [("Ida", 0), ("Uden nummer", 3), ("Bo", 1)]
    assert found.unread == ((2, NotOne.BROKEN), (3, NotOne.NO_NAME), (6, NotOne.BROKEN))
    assert found.maps[-1].dated == ""


@pytest.mark.parametrize("of_each", [("alteri", 200), ("connections", 200)])
def test_maps_from_before_are_no_flood(of_each: tuple[str, int]) -> None:
    """Nine megabytes of versions would become four hundred thousand rows of ours."""
    what, n = of_each
    one = {"alteri": [{"id": 1, "name": "Bo"}, {"id": 2, "name": "Ib"}], "connections": [], what: [
        {"id": number, "id1": 1, "id2": 2, "name": "Bo"} for number in range(n)]}

    def file(versions: int) -> bytes:
        return json.dumps({"versions": [{"id": each, "nwk": one} for each in range(versions)]}).encode()

    assert people_in(file(100)).people
    with pytest.raises(Unreadable) as error:
        people_in(file(101))
    assert error.value.why is Why.TOO_LONG


@pytest.mark.parametrize("name", ["\u200b\u200d", "\u2060\xad\ufeff", "\u200e \u200f", "\u3164", "\u2800"])
def test_a_name_that_nobody_can_see_is_none(name: str) -> None:
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Bo\r\nEND:VCARD\r\n"
    found = people_in(card.encode())
    assert ([each.name for each in found.people], found.unread) == (["Bo"], ((1, NotOne.NO_NAME),))
    alteri = [{"id": 1, "name": name}, {"id": 2, "name": "Bo"}]
    found = people_in(json.dumps({"versions": [{"id": 1, "nwk": {"alteri": alteri}}]}).encode())
    assert ([each.name for each in found.people], found.unread) == (["Bo"], ((1, NotOne.NO_NAME),))


@pytest.mark.parametrize("day", ["0001-01-01", "1849-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_that_no_case_file_could_say_is_none(day: str) -> None:
    """Else a case with the map in it could be saved, and never read again."""
    assert people_in(files.record(files.version(1, day, files.alter(1, "Ida", 10, 10)))).maps[-1].dated == ""


# ------------------------------------------------------------------------------------------------- in a process apart
def test_a_process_of_its_own_reads_the_same() -> None:
    for content in (files.MAP, files.IPHONE):
        assert read_people_apart(content) == people_in(content)
        assert from_plain(json.loads(json.dumps(as_plain(people_in(content))))) == people_in(content)
    with pytest.raises(Unreadable) as error:
        read_people_apart(b"{}")
    assert error.value.why is Why.UNKNOWN
