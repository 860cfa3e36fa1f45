"""The network map as a paper of its own: on its side, in words too, without names where it teaches, and for a crowd."""
from __future__ import annotations

import re
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from borgerplan_desktop.documents.network_map import CROWD, network_map_pdf
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.anonymous import Instead
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.kept_map import MapOn
from borgerplan_desktop.model.network import (
    Being,
    InvolvedAs,
    Involvement,
    KeptMap,
    KeptPlace,
    MemberKind,
    NetworkMember,
    Phase,
    Reach,
    Ring,
    Support,
    SupportKind,
    Tie,
    TieQuality,
)
from borgerplan_desktop.model.papers import Reader
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Sector
from tests import vera
from tests.documents import reading, samples
from tests.documents.test_golden import read_aloud

TODAY = samples.TODAY


def paper(rows: list[Row] | None = None, **how: object) -> bytes:
    case = Case("case", samples.jonas_rows() if rows is None else rows, register=samples.register())
    how = {"today": TODAY} | how
    return network_map_pdf(case, **how)  # type: ignore[arg-type]


def said(rows: list[Row] | None = None, **how: object) -> str:
    return reading.text(paper(rows, **how))


def of(rows: list[Row], id: str) -> NetworkMember:
    return next(row for row in rows if isinstance(row, NetworkMember) and row.id == id)


def told_more() -> list[Row]:
    """What flows, who is dead or cannot be reached, who is with us when, and every mark."""
    rows = samples.jonas_rows()
    rows += [Support(id="s1", giver_id="sara", receiver_id="me", kind=SupportKind.COMPANY),
             Support(id="s2", giver_id="sara", receiver_id="me", kind=SupportKind.TALK),
             Support(id="s3", giver_id="me", receiver_id="sara", kind=SupportKind.HANDS),
             Support(id="s4", giver_id="lone", receiver_id="sara", kind=SupportKind.HANDS),
             Involvement(id="i1", member_id="birgit_m", phase=Phase.WORKING, involved_as=InvolvedAs.RESPONSIBLE),
             Involvement(id="i2", member_id="birgit_m", phase=Phase.PLAN, involved_as=InvolvedAs.INVITED)]
    of(rows, "kurt").reach = Reach.DEAD
    of(rows, "per").reach = Reach.OUT_OF_REACH
    of(rows, "per").is_volunteer = of(rows, "ole").is_peer = of(rows, "sara").is_relative = True
    of(rows, "mette").own_doctor = True
    of(rows, "morten").involved_until = TODAY + timedelta(days=9)
    of(rows, "samir").involved_until = TODAY - timedelta(days=9)
    return rows


def crowd(count: int) -> list[Row]:
    return [*samples.jonas_rows(), *(samples.person(
        f"p{i}", f"Christoffer{i} Wolfenbüttel", "en, jeg kender fra herberget", list(Sector)[i % 7],
        list(Ring)[i % 3], list(TieQuality)[i % 5], "12 34 56 78", i % 2 == 0) for i in range(count))]


def aloud(rows: list[Row] | None = None, **how: object) -> str:
    """As a screen reader meets it, cell by cell."""
    return " ".join(line.partition(": ")[2] for line in read_aloud(paper(rows, **how)).splitlines())


def alts(data: bytes) -> list[str]:
    with reading.opened(data) as pdf:
        return [str(node.Alt) for _, node in reading.elements(pdf) if "/Alt" in node]


# ---------------------------------------------------------------------------------------------------------- the picture
def test_it_lies_on_its_side_and_its_first_page_is_the_map_with_its_signs() -> None:
    data = paper()
    with reading.opened(data) as pdf:
        assert {tuple(round(float(v)) for v in page.MediaBox) for page in pdf.pages} == {(0, 0, 842, 595)}
        assert reading.roles(pdf)[:5] == ["Document", "P", "H1", "P", "Figure"]
    first = " ".join(reading.run("pdftotext", data, "-raw", "-l", "1").split())
    for words in ("Netværkskort Mit netværk Jonas, sådan står det den 29. oktober 2026.", "Familie", "privat",
                  "tovholder", "ingen kontakt nu", "Sara min datter", "Lene jobkonsulent"):
        assert words in first, words


def test_what_is_drawn_is_told_to_whoever_cannot_see_it() -> None:
    whole = alts(paper(told_more()))[0]
    for words in ("Netværkskort med 11 personer omkring mig.", "Sara Bækgaard: Familie, tættest på, stærk, pårørende.",
                  "Kurt Jepsen: Arbejde og uddannelse, tæt på, død, løs.",
                  "Eva Lind: Herberg, tættest på, stærk, tovholder.",
                  "Sara og Lone: almindelig. Lone giver Sara: en hånd med."):
        assert words in whole, words


def test_the_table_says_it_in_words_sector_by_sector() -> None:
    words = aloud(told_more())
    for line in ("Sara Bækgaard min datter Familie, tættest på stærk Jeg får: en at tale med og selskab "
                 "Jeg giver: en hånd med Pårørende 12 34 56 01",
                 "Kurt Jepsen min gamle mester Arbejde og uddannelse, tæt på, død løs",
                 "Per Toft gældsrådgiver Frivillige, længere væk, uden for rækkevidde almindelig Frivillig",
                 "Birgit Holm sagsbehandler, Hjemløseenheden Myndighed, tæt på almindelig Planen laves: er inviteret I "
                 "gang: har ansvar 12 34 56 11", "Med til 7. november", "Med til 20. oktober", "Egen læge",
                 "Hvem kender hvem"):
        assert line in words, line
    assert words.index("Lone Bækgaard Saras mor") < words.index("Ole Kragh min ven") < words.index("Lene Friis jobk")


def test_the_same_part_in_several_phases_is_said_once() -> None:
    more = Involvement(id="i3", member_id="birgit_m", phase=Phase.AFTER, involved_as=InvolvedAs.RESPONSIBLE)
    assert "Planen laves: er inviteret I gang og bagefter: har ansvar" in aloud([*told_more(), more])


def test_nobody_is_called_who_is_dead_out_of_reach_or_without_contact() -> None:
    rows = told_more()
    of(rows, "lone").phone = "12 34 56 99"
    words = said(rows)
    for number in ("12 34 56 99", "12 34 56 03", "12 34 56 15"):
        assert number not in words


def test_who_is_left_out_of_paper_is_not_on_it_nor_what_ties_them() -> None:
    rows = [*samples.jonas_rows(), Tie(id="t2", one_id="hidden", other_id="sara"),
            Support(id="s", giver_id="hidden", receiver_id="sara")]
    for about in ("", *Instead):
        data = paper(rows, about=about)
        every = reading.text(data) + " ".join(alts(data))
        assert "Hemmelige" not in every
        assert "99 99 99 99" not in every
    assert "HH" not in said(rows, about=Instead.INITIALS.value)


# ------------------------------------------------------------------------------------------------------------ few, many
def test_one_or_two_are_asked_whom_else_they_would_like_to_have() -> None:
    for there in ((), ("ole",), ("ole", "sara")):
        rows = [row for row in samples.jonas_rows() if not isinstance(row, NetworkMember) or row.id in ("me", *there)]
        words = said(rows)
        assert "Hvem vil du gerne have her?" in words
        assert "Sundhed og behandling" not in words      # no empty sectors
        assert ("Venner og fællesskab" in words) is bool(there)
    assert "Hvem vil du gerne have her?" not in said()


@pytest.mark.parametrize("large_print", [False, True])
def test_sixty_are_told_apart_by_numbers_that_stand_in_the_list(large_print: bool) -> None:
    data = paper(crowd(49), large_print=large_print)
    first = reading.run("pdftotext", data, "-raw", "-l", "1")
    words = reading.text(data)
    assert "Numrene står i listen." in " ".join(first.split())
    for number in range(1, 61):
        assert str(number) in first.split(), number
        assert f" {number}. " in words, number
    assert "Christoffer" not in first


def test_of_five_hundred_the_closest_are_drawn_all_are_counted_and_all_are_listed() -> None:
    data = paper(crowd(489))
    words = reading.text(data)
    assert "Kortet viser 60 af 500 personer, de nærmeste først. Alle står i listen." in words
    assert "500 på kortet" in words
    assert words.count("Wolfenbüttel") == 489
    assert len(alts(data)[0]) < 20_000
    assert "på kortet Plads" not in said(crowd(CROWD - 11))


@pytest.mark.parametrize("reader", [Reader.CITIZEN, Reader.OTHERS])
def test_the_plan_of_five_hundred_draws_the_closest_and_lists_everybody(reader: Reader) -> None:
    case = Case("case", crowd(489), register=samples.register())
    words = reading.text(plan_pdf(case, today=samples.TODAY, reader=reader))
    told = "Kortet viser 60 af 500 personer, de nærmeste først. Alle står i listen."
    assert (told in words) is (reader is Reader.CITIZEN)             # how close somebody is, is the citizen's to tell
    broken = list(TieQuality).index(TieQuality.BROKEN)
    assert all(f"Christoffer{n} " in words for n in range(489) if reader is Reader.CITIZEN or n % 5 != broken)


def test_a_hundred_and_twenty_letters_in_any_script_find_room() -> None:
    names = (("Maximiliana-Theodora Christoffersen von Wolfenbüttel og Østergaard " * 2)[:120], "أحمد محمد",
             "Łukasz Żółć", "Nguyễn Thị Minh Khai", "Οδυσσέας Παπαδόπουλος", "Владимир Петров")
    rows = [*samples.jonas_rows(), *(samples.person(f"n{n}", name, "x" * 120, Sector.FRIENDS, Ring.CLOSE,
                                                    TieQuality.STRONG) for n, name in enumerate(names))]
    for large_print in (False, True):
        data = paper(rows, large_print=large_print)
        words = reading.squeezed(reading.text(data))
        assert "ŁukaszŻółć" in words
        assert "ВладимирПетров" in words
        assert "?" not in words


# -------------------------------------------------------------------------------------------------------- without names
@pytest.mark.parametrize("about", list(Instead))
def test_without_names_nothing_tells_who_it_is(about: Instead) -> None:
    rows = told_more()
    rex = NetworkMember(id="rex", being=Being.ANIMAL, name="Rex", ring=Ring.CLOSEST, sector=Sector.FAMILY, place=20.0,
                        helps_with="Hun vækker mig", note="x", known_since="2019")
    data = paper([*rows, rex], about=about.value)
    every = reading.text(data) + " ".join(alts(data)) + reading.run("pdfinfo", data)
    assert "Et netværk uden navne" in every
    told = [row.name for row in rows if isinstance(row, NetworkMember)] + [
        "Jonas", "Bækgaard", "Birgit", "Eva Lind", "Rex", "Havnegade", "min datter", "mester", "jobkonsulent",
        "Hjemløseenheden", "12 34 56", "Jeg får", "2019", "vækker", "Hun"]
    for each in filter(None, told):
        assert each not in every, each
    assert ("Fagperson 1" in every) is (about is Instead.NUMBERS)
    assert ("SB" in every) is (about is Instead.INITIALS)
    assert "Får: en at tale med og selskab" in every     # how people stand to each other is what it is for


def test_numbers_are_whole_on_the_map_also_where_there_is_one_of_the_kind() -> None:
    rows = [row for row in samples.jonas_rows() if not isinstance(row, NetworkMember)]
    rows += [NetworkMember(id="me", kind=MemberKind.CITIZEN), *(
        samples.person(f"p{n}", f"Ib{n} By", "ven", Sector.FRIENDS, Ring.CLOSE, TieQuality.STRONG, professional=n == 0)
        for n in range(4))]
    first = reading.run("pdftotext", paper(rows, about="anonymous"), "-raw", "-l", "1")
    assert "Fagperson 1" in first
    assert "Borgeren" in first


# ------------------------------------------------------------------------------------------------------------- lasting
@pytest.mark.parametrize("about", ["", "anonymous"])
def test_it_speaks_english(about: str) -> None:
    words = said(told_more(), language="en", about=about)
    assert ("A network without names" if about else "My network") in words
    for danish in ("Familie", "tættest", "Jeg", "stærk", "Fagperson"):
        assert danish not in words, danish


def test_in_grey_every_sign_is_still_another_and_dark_enough(tmp_path: Path) -> None:
    """The signs of the legend, cut out of the page as a black and white printer has it."""
    (tmp_path / "map.pdf").write_bytes(paper(told_more()))
    subprocess.run(["pdftoppm", "-gray", "-r", "144", "-l", "1", tmp_path / "map.pdf", tmp_path / "map"], check=True)
    page = Image.open(next(tmp_path.glob("map-*.pgm")))
    boxes = reading.run("pdftotext", (tmp_path / "map.pdf").read_bytes(), "-bbox", "-l", "1")
    signs = []
    for word in ("privat", "fagperson", "tovholder", "stærk", "almindelig", "løs", "svær", "ingen"):
        found = re.search(rf'xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">{word}<', boxes)
        assert found is not None, word
        left, top, bottom = (2 * float(each) for each in found.groups())
        signs.append(page.crop((round(left) - 58, round((top + bottom) / 2) - 14, round(left) - 2,
                                round((top + bottom) / 2) + 14)))
        assert signs[-1].getextrema()[0] < 90, word
    assert len({sign.tobytes() for sign in signs}) == len(signs)


@pytest.mark.vera
def test_it_is_accessible_and_lasting(tmp_path: Path) -> None:
    if not vera.available():
        pytest.skip("no Java here")
    paths = []
    for name, rows in (("told", told_more()), ("sixty", crowd(49)), ("empty", samples.empty_rows())):
        for about in ("", *Instead):
            for language, large_print in (("da", False), ("en", True)):
                paths.append(tmp_path / f"{name}-{about or 'named'}-{language}.pdf")
                paths[-1].write_bytes(paper(rows, about=str(about), language=language, large_print=large_print))
    assert {name: found for name, found in vera.judge(paths).items() if found} == {}


def test_the_same_case_gives_the_same_bytes() -> None:
    assert paper(told_more()) == paper(told_more())
    assert paper(today=date(2026, 11, 1)) != paper()


def _kept(rows: list[Row], **then: object) -> list[Row]:
    """A map kept on 3 October with the daughter further out, and nobody else on it."""
    sara = next(row for row in rows if isinstance(row, NetworkMember) and row.name == "Sara Bækgaard")
    values = {"sector": Sector.WORK, "ring": Ring.FURTHER, "tie": TieQuality.STRAINED} | then
    return [*rows, KeptMap(id="kept", on=date(2026, 10, 3), title="Før flytningen"),
            KeptPlace(map_id="kept", member_id=sara.id, **values)]  # type: ignore[arg-type]


@pytest.mark.parametrize("which", ["kept", "2026-10-03"])
def test_a_kept_map_on_paper_is_the_map_of_that_day(which: str) -> None:
    rows = _kept(samples.jonas_rows())
    words = said(rows, about=MapOn(kept=which).key)
    assert "Jonas, som det var den 3. oktober 2026" in " ".join(words.split())
    assert "Før flytningen" in words
    assert "Sara Bækgaard" in words
    assert "længere væk" in words
    assert "svær lige nu" in words
    assert "Ole Kragh" not in words                      # came later
    assert "Det viser kortet" not in words               # what is read in it is of today
    now = said(rows)
    assert "Ole Kragh" in now
    assert "Før flytningen" not in now


def test_a_kept_map_has_who_has_left_since_and_nobody_who_is_left_out_of_paper_today() -> None:
    rows = _kept(samples.jonas_rows())
    sara = next(row for row in rows if isinstance(row, NetworkMember) and row.name == "Sara Bækgaard")
    sara.removed_on = TODAY
    assert "Sara Bækgaard" in said(rows, about="@kept")
    rows = _kept(samples.jonas_rows())
    sara = next(row for row in rows if isinstance(row, NetworkMember) and row.name == "Sara Bækgaard")
    sara.left_out_of_paper = True
    assert "Sara" not in said(rows, about="@kept")


def test_a_kept_map_goes_without_names_too_and_a_day_without_one_has_none() -> None:
    rows = _kept(samples.jonas_rows())
    words = said(rows, about=MapOn(Instead.NUMBERS.value, "kept").key)
    for name in ("Sara", "Jonas", "Før flytningen"):
        assert name not in words
    assert re.search(r"Privat \d", words)
    with pytest.raises(LookupError):
        paper(rows, about="@2026-10-04")


def test_a_kept_map_on_paper_leaves_the_case_as_it_is() -> None:
    case = Case("case", _kept(samples.jonas_rows()), register=samples.register())
    before = [(row.id, row.values()) for row in case.rows()]
    network_map_pdf(case, "@kept", today=TODAY)
    assert [(row.id, row.values()) for row in case.rows()] == before
