"""The plan on paper: what stands on it, what must never, and in which order it is read."""
from __future__ import annotations

import re
from datetime import date

import pytest

from borgerplan_desktop.documents.paper.network_map import NetworkMap
from borgerplan_desktop.documents.paper.typography import Sheet
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.map.elements import Person
from borgerplan_desktop.model.network import Being, NetworkMember, Reach, Ring, TieQuality
from borgerplan_desktop.model.papers import Reader
from borgerplan_desktop.model.plan import Goal, Intervention
from borgerplan_desktop.model.shelter import Sector
from tests.documents import reading, samples


@pytest.fixture(scope="module")
def normal() -> bytes:
    return plan_pdf(samples.jonas(), today=samples.TODAY, version=samples.adopted())


@pytest.fixture(scope="module")
def words(normal: bytes) -> str:
    return reading.text(normal)


@pytest.mark.parametrize("expected", [
    "Plan for Jonas", "Jonas Bækgaard, Herberget Havnegade, værelse 12",
    "Jeg vil have min egen dør, som jeg kan låse.", "Det vigtigste lige nu", "Jeg er tømrer og dygtig med hænderne.",
    "Vejen til min plan", "uge 4", "»Jeg vil drikke mindre, så jeg kan sove«",
    "Så Sara kan komme på besøg", "Rusmidler · går langsomt",
    "Skrive mig op i to boligselskaber – gjort 20. oktober",
    "Tale med Samir om min søvn – 9. november", "Samle papirerne til boligansøgningen – Eva, 6. november",
    "Ambulant behandling, Rusmiddelenheden", "At drikke højst to dage om ugen.",
    "2. november – 30. april 2027, trin 3 på trappen",
    "Birgit Holm har ansvaret.", "Jeg har selv ansvaret.",
    "Senest 15. januar 2027. Vi følger op 26. november.", "Hjælpen trin for trin", "Her er jeg nu",
    "Her vil jeg gerne hen",
    "Ole Kragh. Han taler, når jeg beder om det.", "Jeg har ikke brug for tolk.",
    "Eva Lind holder sammen på trådene.", "Så ringer jeg til Eva Lind, 12 34 56 20.",
    "Hvem gør hvad, hvornår", "hver tirsdag kl. 10", "Samle papirerne til", "boligansøgningen (mål 1)",
    "Mine næste tider", "Tirsdag 3. nov. kl. 10.00", "Torsdag 26. nov. kl. 11.00", "herberget, mødelokale 2",
    "Planen gælder også uden underskrift.", "Eva Lind, kontaktperson og tovholder",
    "Mit netværk: hvem jeg kan ringe til", "Venner og fællesskab", "ingen kontakt nu", "12 34 56 11",
    "udgave 1 · 29. oktober 2026", "side 5 af 5",
])
def test_it_stands_on_the_paper(words: str, expected: str) -> None:
    assert reading.squeezed(expected) in reading.squeezed(words)


@pytest.mark.parametrize("secret", ["120580", "1234", "Må aldrig", "Hemmelige", "99 99", "valgt fra", "Det er forbi"])
def test_it_never_stands_on_the_paper(words: str, normal: bytes, secret: str) -> None:
    """The CPR number, what is for staff only, people left out, goals set aside, appointments that are past."""
    assert secret not in words
    assert secret not in reading.run("pdfinfo", normal, "-struct-text")


def test_one_reads_it_in_this_order(words: str) -> None:
    order = ["Plan for Jonas", "Lige nu", "Det vigtigste lige nu", "Det kan jeg", "Det er dér",
             "Vejen til min plan", "Hjælpen trin for trin", "Mine mål",
             "»Jeg vil have min egen dør«", "»Jeg vil drikke mindre", "»Jeg vil bruge mine hænder",
             "Sådan arbejder vi sammen", "Hvem gør hvad", "Mine næste tider", "Underskrift",
             "Mit netværk: hvem jeg kan ringe til", "Sara Bækgaard min datter stærk"]
    places = [words.index(each) for each in order]
    assert places == sorted(places)


def test_the_table_of_tasks_stands_on_one_page(normal: bytes) -> None:
    pages = [reading.run("pdftotext", normal, "-raw", "-f", str(n), "-l", str(n)) for n in range(1, 6)]
    page = next(p for p in pages if "Hvem gør hvad" in p)
    assert all(who in page for who in ("Giver Jonas en kopi", "Undersøger praktik", "Ringe til Kurt", "Underskrift"))


def test_a_draft_says_so() -> None:
    said = reading.text(plan_pdf(samples.jonas(), today=samples.TODAY))
    assert said.startswith("Borgerens Plan · udkast Plan for Jonas")
    assert "Borgerens Plan · udkast · 29. oktober 2026" in said
    assert "Planen er et udkast, indtil vi har aftalt den." in said
    assert "Planen gælder" not in said


def test_a_name_of_usual_length_stands_whole_at_the_foot_of_every_page() -> None:
    rows, name = samples.jonas_rows(), "Mads-Emil Ångström Kjærgaard"
    for row in rows:
        if isinstance(row, Citizen):
            row.name = name
    data = plan_pdf(Case("case", rows, register=samples.register()), today=samples.TODAY, version=samples.adopted())
    with reading.opened(data) as pdf:
        assert reading.text(data).count(f"{name} · ") == len(pdf.pages)


def test_the_map_says_in_words_who_stands_where(normal: bytes) -> None:
    with reading.opened(normal) as pdf:
        spoken = [str(node.Alt) for _, node in reading.elements(pdf) if "/Alt" in node]
    found = next(alt for alt in spoken if alt.startswith("Netværkskort med 11 personer omkring mig."))
    assert "Sara Bækgaard: Familie, tættest på, stærk." in found
    assert "Lene Friis: Arbejde og uddannelse, længere væk, svær lige nu." in found


def _dead_and_gone() -> Case:
    """Lone is dead, Samir out of reach, Kurt a dog and Per a bench."""
    rows = samples.jonas_rows()
    for row in rows:
        if isinstance(row, NetworkMember):
            row.reach = {"lone": Reach.DEAD, "samir": Reach.OUT_OF_REACH}.get(row.id, Reach.IN_REACH)
            row.being = {"kurt": Being.ANIMAL, "per": Being.PLACE}.get(row.id, Being.PERSON)
    return Case("case", rows, register=samples.register())


def test_who_is_dead_or_out_of_reach_is_told_by_a_word_and_animals_and_places_by_their_edge() -> None:
    data = plan_pdf(_dead_and_gone(), today=samples.TODAY)
    with reading.opened(data) as pdf:
        spoken = " ".join(str(node.Alt) for _, node in reading.elements(pdf) if "/Alt" in node)
    assert "Lone Bækgaard: Familie, død, ingen kontakt nu." in spoken
    assert "Samir Haddad: Sundhed og behandling, uden for rækkevidde" in spoken
    assert "Med ører: et dyr. Med tag: et sted." in spoken
    words = reading.text(data)
    assert words.count("uden for rækkevidde") == 2       # on the map, and below those to call
    assert "Lone Bækgaard (Saras mor, død)" in words.split("Også på mit kort:")[1]   # not among "no contact now"
    assert "Ingen kontakt nu:" not in words
    assert "12 34 56 14" not in words                    # Samir's number
    for sign in ("dyr", "sted"):
        assert sign in words.split("Netværkskort" if "Netværkskort" in words else "Mit netværk")[-1].split()


def test_a_map_without_animals_or_places_does_not_explain_them(normal: bytes) -> None:
    with reading.opened(normal) as pdf:
        spoken = " ".join(str(node.Alt) for _, node in reading.elements(pdf) if "/Alt" in node)
    assert "Rund kant" in spoken
    assert "ører" not in spoken


def test_a_copy_for_others_does_not_tell_who_is_dead() -> None:
    words = reading.text(plan_pdf(_dead_and_gone(), today=samples.TODAY, reader=Reader.OTHERS))
    assert "Samir" in words
    assert "Lone" not in words.split("Mit netværk")[-1]  # nor is she drawn as if she were alive
    assert "død" not in words.split()
    assert "rækkevidde" not in words


def _crowd(count: int) -> Case:
    rows = samples.jonas_rows()
    rows += [samples.person(f"p{i}", f"Christoffer{i} Wolfenbüttel", "en, jeg kender fra herberget",
                            list(Sector)[i % 7], list(Ring)[i % 3], list(TieQuality)[i % 5], "12 34 56 78", i % 2 == 0)
             for i in range(count)]
    return Case("case", rows, register=samples.register())


@pytest.mark.parametrize(("count", "large_print"), [(3, False), (19, False), (60, False), (60, True), (150, False)])
def test_nothing_is_ever_smaller_than_it_may_be(count: int, large_print: bool) -> None:
    """The letters as they are seen: what a crowded map would shrink gets fewer words instead."""
    data = plan_pdf(_crowd(count), today=samples.TODAY, large_print=large_print)
    with reading.opened(data) as pdf:
        assert min(size for page in pdf.pages for size in _seen_sizes(page)) >= (16 if large_print else 12) - .01


def _seen_sizes(page: object) -> list[float]:
    """The size of every letter set, times the scale it is drawn at."""
    scale, outer, found = 1.0, [1.0], []
    for operands, operator in _operators(page):
        if str(operator) == "q":
            outer.append(scale)
        elif str(operator) == "Q":
            scale = outer.pop()
        elif str(operator) == "cm":
            scale *= float(operands[3])  # type: ignore[index]
        elif str(operator) == "Tf":
            found.append(float(operands[1]) * scale)  # type: ignore[index]
    return found


def test_a_tie_that_runs_under_somebody_else_is_told() -> None:
    def hidden(near: tuple[float, float]) -> int:
        people = [Person("far", "Lone", at=(0.0, -.9), ring=3), Person("near", "Sara", at=near, ring=1)]
        return NetworkMap.of(Sheet(), people, [("family", "Familie")], "Jonas", 400).hidden

    assert hidden((0.0, -.45)) == 1
    assert hidden((.45, 0.0)) == 0


def test_roles_leave_the_map_where_they_would_hide_its_ties() -> None:
    few, many = (reading.text(plan_pdf(_crowd(count), today=samples.TODAY)) for count in (0, 3))
    assert few.count("jobkonsulent") == 1                # in the table
    assert many.count("jobkonsulent") == 1
    three = ("me", "lene", "eva_m", "kurt")               # fewer are listed, not drawn
    rows = [row for row in samples.jonas_rows() if not isinstance(row, NetworkMember) or row.id in three]
    alone = reading.text(plan_pdf(Case("case", rows, register=samples.register()), today=samples.TODAY))
    assert alone.count("jobkonsulent") == 2              # on the map too


@pytest.mark.parametrize("count", [45, 120])
def test_a_crowd_is_told_apart_by_numbers_that_stand_in_the_table(count: int) -> None:
    said = reading.text(plan_pdf(_crowd(count), today=samples.TODAY))
    assert re.search(r"\d+\. Sara Bækgaard Familie", said)
    assert f"{count + 11}. " in said


def test_an_empty_plan_is_a_form_without_anybody_elses_words() -> None:
    data = plan_pdf(samples.empty(), today=samples.TODAY)
    said = reading.text(data)
    assert "Min plan" in said
    assert "Hvad vil jeg gerne opnå?" in said
    assert "Jonas" not in said
    with reading.opened(data) as pdf:
        assert len(pdf.pages) == 3                       # full ones: the second goal goes on over the page
        lines = sum(str(op) == "l" for page in pdf.pages for _, op in _operators(page))
    assert lines > 35                                    # to write on


def _operators(page: object) -> list[tuple[object, object]]:
    import pikepdf

    return [(op.operands, op.operator) for op in pikepdf.parse_content_stream(page)]  # type: ignore[arg-type]


def test_an_empty_form_in_large_print_has_its_signature_with_the_tasks() -> None:
    data = plan_pdf(samples.empty(), today=samples.TODAY, large_print=True)
    with reading.opened(data) as pdf:
        last = len(pdf.pages)
    assert last == 5
    page = reading.run("pdftotext", data, "-raw", "-f", str(last), "-l", str(last))
    assert "Hvem gør hvad" in page
    assert "Underskrift" in page


def test_large_print_is_large() -> None:
    data = plan_pdf(samples.jonas(), today=samples.TODAY, large_print=True)
    with reading.opened(data) as pdf:
        sizes = {float(operands[1]) for page in pdf.pages  # type: ignore[index]
                 for operands, op in _operators(page) if str(op) == "Tf"}
    assert min(sizes) == 16


def test_english_headings_keep_the_danish_words_and_say_which_is_which() -> None:
    data = plan_pdf(samples.jonas(), today=samples.TODAY, language="en")
    said = reading.text(data)
    assert "What matters most now" in said
    assert "At få ro om natten" in said
    with reading.opened(data) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        spoken = {str(node.Lang) for _, node in reading.elements(pdf) if "/Lang" in node}
        assert spoken == {"en-GB", "da-DK"}
        figures = [str(node.Alt) for _, node in reading.elements(pdf) if "/Alt" in node]
    assert any("The ladder of help has seven steps." in alt for alt in figures)
    assert not any("Hjælpens trappe" in alt for alt in figures)


def test_a_language_the_paper_does_not_speak_is_refused() -> None:
    with pytest.raises(ValueError, match="'xx'"):
        plan_pdf(samples.jonas(), today=samples.TODAY, language="xx")


def test_the_same_case_gives_the_same_bytes(normal: bytes) -> None:
    assert plan_pdf(samples.jonas(), today=samples.TODAY, version=samples.adopted()) == normal


def test_the_overfull_plan_has_no_empty_pages() -> None:
    data = plan_pdf(samples.overfull(), today=samples.TODAY)
    total = int(re.findall(r"side \d+ af (\d+)", reading.text(data))[0])
    with reading.opened(data) as pdf:
        assert len(pdf.pages) == total
    lines = [len(reading.run("pdftotext", data, "-f", str(n), "-l", str(n)).split("\n")) for n in range(1, total + 1)]
    assert min(lines) > 10
    assert reading.squeezed("aufgabenübertragungsgesetz") in reading.squeezed(reading.text(data))


def test_names_that_two_share_are_told_apart() -> None:
    rows = samples.jonas_rows()
    for row in rows:
        if isinstance(row, NetworkMember) and row.id == "per":
            row.name = "Eva Holst"
    data = plan_pdf(Case("case", rows, register=samples.register()), today=samples.TODAY)
    assert "sammen Eva Holst 18. november" in reading.text(data)


def test_a_citizen_without_a_name_has_a_plan_too() -> None:
    rows = [row for row in samples.jonas_rows() if not isinstance(row, Citizen)]
    data = plan_pdf(Case("case", [Citizen(id="c"), *rows], register=samples.register()), today=samples.TODAY)
    assert "Min plan" in reading.text(data)


def test_a_case_without_a_plan_is_refused() -> None:
    with pytest.raises(LookupError):
        plan_pdf(Case("case", [Citizen(id="c")]), today=samples.TODAY)


def test_a_goal_that_runs_on_says_so_and_the_head_of_a_table_returns() -> None:
    rows = [*samples.empty_rows(),
            Goal(id="g", plan_id="plan", title="Ro", why="Fordi jeg er træt, og det har jeg været længe. " * 120)]
    data = plan_pdf(Case("case", rows), today=date(2026, 1, 1))
    assert "Mål 1, fortsat" in reading.text(data)
    crowded = reading.text(plan_pdf(samples.overfull(), today=samples.TODAY))
    assert crowded.count("Gjort Det har vi aftalt") > 3


def test_somebody_whose_part_is_over_is_not_called_any_more() -> None:
    rows = samples.jonas_rows()
    for row in rows:
        if isinstance(row, NetworkMember) and row.id == "kurt":
            row.involved_until = date(2026, 10, 28)
    said = reading.text(plan_pdf(Case("case", rows, register=samples.register()), today=samples.TODAY))
    assert "Kurt Jepsen min gamle mester" not in said


def test_the_provider_is_not_said_twice() -> None:
    rows = samples.jonas_rows()
    for row in rows:
        if isinstance(row, Intervention) and row.id == "i2":
            row.name = "Ambulant behandling i Rusmiddelenheden"
    said = reading.text(plan_pdf(Case("case", rows, register=samples.register()), today=samples.TODAY))
    assert "Ambulant behandling i Rusmiddelenheden At drikke" in said


def test_a_service_that_the_help_is_named_after_is_not_said_twice() -> None:
    rows = samples.jonas_rows()
    shelter = samples.register()
    shelter = Case("shelter", [*shelter.rows(), Service(id="cti", name="CTI – fast hjælper i overgangen")])
    for row in rows:
        if isinstance(row, Intervention) and row.id == "i1":
            row.name, row.service_id = "CTI (en fast hjælper)", "cti"
    said = reading.text(plan_pdf(Case("case", rows, register=shelter), today=samples.TODAY))
    assert "CTI (en fast hjælper) Jeg skal ikke stå alene" in said


def test_who_has_left_is_not_on_the_map_but_keeps_the_name_at_what_they_promised() -> None:
    case = samples.jonas()
    birgit = next(m for m in case.all(NetworkMember) if m.contact.name == "Birgit Holm")
    case.begin()
    birgit.removed_on = samples.TODAY
    words = reading.text(plan_pdf(case, today=samples.TODAY, version=samples.adopted()))
    assert "Birgit Holm har ansvaret." in words
    assert birgit.contact.phone not in words.replace("\xa0", " ")    # it stands in the network's table only
