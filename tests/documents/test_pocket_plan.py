"""The Lommeplan: eight panels in the order they are read, two codes that a telephone reads, and what it leaves out."""
from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.documents.paper.folded import PANELS
from borgerplan_desktop.documents.pocket_plan import pocket_plan_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.leaving import AfterCare, RelapseSign
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Shelter, StaffMember
from tests.documents import meeting_samples, reading, samples
from tests.documents.crowd import crowded

A7, A6 = (210.5, 297.6), (297.6, 420.9)


def made(case: Case, *, language: str = "da", large_print: bool = False, today: date = samples.TODAY) -> bytes:
    return pocket_plan_pdf(case, language=language, large_print=large_print, today=today)


def with_rows(*more: Row, without: type[Row] | None = None) -> Case:
    rows = [row for row in samples.jonas_rows() if without is None or not isinstance(row, without)]
    return Case("case", [*rows, *more], register=samples.register())


def codes(data: bytes) -> list[str]:
    """What a telephone's camera reads."""
    import zxingcpp

    with reading.drawn(data) as document:
        return [code.text for page in document for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())]


def panels(data: bytes, *, large_print: bool = False) -> list[str]:
    """The text that lies on each panel, in the order the paper is folded."""
    size, places = (A6, [(0, 1, 0), (0, 1, 1), (0, 0, 1), (0, 0, 0), (1, 1, 0), (1, 1, 1), (1, 0, 1), (1, 0, 0)]) \
        if large_print else (A7, [(0, column, 0) for column in (1, 2, 3)]
                             + [(0, column, 1) for column in (3, 2, 1, 0)] + [(0, 0, 0)])
    texts = []
    with reading.drawn(data) as document:
        for page, column, row in places:
            box = (column * size[0], row * size[1], (column + 1) * size[0], (row + 1) * size[1])
            texts.append(" ".join(document[page].get_textpage().get_text_bounded(*box).split()))
    return texts


HEADS = ["Jonas", "Min næste tid", "Og derefter", "Mine mål", "Går det i stå?", "Hvem ringer jeg til",
         "Mine tegn, og hvem der gør noget", "Tovholder"]


@pytest.mark.parametrize("large_print", [False, True])
def test_each_panel_lies_where_it_is_read(large_print: bool) -> None:
    data = made(samples.jonas(), large_print=large_print)
    found = panels(data, large_print=large_print)
    assert len(found) == PANELS
    assert [head in text for head, text in zip(HEADS, found, strict=True)] == [True] * PANELS, found
    with reading.opened(data) as pdf:
        assert len(pdf.pages) == (2 if large_print else 1)


def see_that_it_stays_on_its_panels(data: bytes, *, large_print: bool) -> None:
    width, height = A6 if large_print else A7
    with reading.drawn(data) as document:
        rectangles = [text.get_rect(number) for text in (page.get_textpage() for page in document)
                      for number in range(text.count_rects())]
    for left, bottom, right, top in rectangles:
        assert int((left + .1) / width) == int((right - .1) / width)
        assert int((bottom + .1) / height) == int((top - .1) / height)
        assert min(left % width, width - right % width) > 10
        assert min(bottom, 2 * height - top) > 6


@pytest.mark.parametrize("spoken", ["da", "pl+da"])
@pytest.mark.parametrize("case", [samples.jonas, samples.empty, samples.overfull, samples.hostile, crowded])
@pytest.mark.parametrize("large_print", [False, True])
def test_nothing_runs_over_the_edge_of_its_panel(case: Callable[[], Case], large_print: bool, spoken: str) -> None:
    see_that_it_stays_on_its_panels(made(case(), large_print=large_print, language=spoken), large_print=large_print)


def test_no_letter_is_smaller_than_thirteen_points() -> None:
    with reading.drawn(made(samples.jonas())) as document:
        text = document[0].get_textpage()
        sizes = {round(pypdfium2.raw.FPDFText_GetFontSize(text, number), 1) for number in range(text.count_chars())}
    assert min(size for size in sizes if size > 1) >= 13


def test_a_telephone_reads_whom_to_call_and_the_next_appointment() -> None:
    for large_print in (False, True):
        event, card = sorted(codes(made(samples.jonas(), large_print=large_print)), key=lambda each: "VCARD" in each)
        assert event.split() == ["BEGIN:VEVENT", "SUMMARY:Anne-Mette", "DTSTART:20261103T090000Z",
                                 "LOCATION:Rusmiddelenheden\\,", "Kajgade", "4", "END:VEVENT"]
        assert "FN:Eva Lind" in card
        assert "TEL;TYPE=CELL:12345620" in card


def test_what_a_code_holds_stands_beside_it_and_is_said_aloud() -> None:
    data = made(samples.jonas())
    with reading.opened(data) as pdf:
        alts = [str(node.Alt) for _, node in reading.elements(pdf) if "/Alt" in node]
    assert [alt.replace("\u00a0", " ") for alt in alts] == [
        "QR-kode til kalenderen: Tirsdag 3. november kl. 10.00. Anne-Mette. Rusmiddelenheden, Kajgade 4.",
        "QR-kode med kontaktkort: Eva Lind, 12 34 56 20"]
    said = reading.squeezed(reading.text(data))
    assert "Tirsdag3.novemberkl.10.00.Anne-Mette." in said
    assert "12345620" in said


def test_the_codes_bring_no_font_along() -> None:
    for line in reading.run("pdffonts", made(samples.jonas())).splitlines()[2:]:
        assert line.split()[-5] == "yes", line                       # embedded


def test_a_day_without_a_time_lasts_the_day_in_the_calendar() -> None:
    case = with_rows(Appointment(id="x", on=date(2026, 11, 2), text="Tandlæge"), without=Appointment)
    assert "DTSTART;VALUE=DATE:20261102" in " ".join(codes(made(case)))


def test_nobody_known_and_nothing_agreed_leaves_lines_and_no_code() -> None:
    data = made(samples.empty())
    assert codes(data) == []
    assert "Navn og telefon" in panels(data)[7]


def test_a_protected_address_is_in_no_code_either() -> None:
    rows = [row for row in samples.protected().rows() if not isinstance(row, Appointment)]
    rows.append(Appointment(id="x", on=date(2026, 11, 2), at="9.00", place_text="Herberget Havnegade, værelse 12"))
    register = samples.register()
    shelter = next(iter(register.all(Shelter)))
    register.begin()
    shelter.address, shelter.phone = "Havnegade 1", "12 34 56 00"
    register.finish(register.changed(), register.seen)
    data = made(Case("case", rows, register=register))
    told = " ".join([reading.text(data), *codes(data)])
    assert "Havnegade" not in told
    assert "12 34 56 00" not in told


def test_more_than_there_is_room_for_says_where_it_stands() -> None:
    found = panels(made(samples.overfull()))
    assert "Se også »Borgerens Plan«." in found[2]
    assert "Se også »Borgerens Plan«." in found[5]
    assert sum("Borgerens Plan" in text for text in found[3:5]) == 1


def test_my_signs_stand_with_who_acts_and_the_emergency_number() -> None:
    case = with_rows(AfterCare(id="care", began_on=samples.TODAY),
                     RelapseSign(id="sign", after_care_id="care", sign="Jeg sover ikke", member_id="sara",
                                 what_then="ringer til mig"))
    said = panels(made(case))[6]
    assert "Jeg sover ikke" in said
    assert "Sara, 12 34 56 01: ringer til mig" in said
    assert "112" in said


def test_who_is_left_out_of_paper_or_not_to_be_called_has_no_number_there() -> None:
    said = panels(made(samples.jonas()))[5]
    assert "99 99 99 99" not in said
    assert "Lone" not in said
    assert "Eva, tovholder 12 34 56 20" in said


def test_a_private_coordinator_left_out_of_paper_is_in_no_code() -> None:
    rows = samples.jonas_rows()
    for row in rows:
        if isinstance(row, NetworkMember) and row.id == "eva_m":
            row.left_out_of_paper = True
    card = next(code for code in codes(made(Case("case", rows, register=samples.register()))) if "VCARD" in code)
    assert "TITLE:kontaktperson" in card                             # as the contact person, who is on the cover too


def test_the_same_case_gives_the_same_bytes() -> None:
    assert made(samples.jonas()) == made(samples.jonas())


def demo() -> Case:
    """Whose coordinator has a number, and whose next appointment takes some words to say."""
    return read_case((Path(__file__).parents[2] / "resources" / "cases" / "demo.json").read_bytes()).case()


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("spoken", ["pl+da", "ro+da", "en+da", "kl+da", "da+pl"])
def test_with_a_second_language_everything_is_whole_and_on_its_panel(spoken: str, large_print: bool) -> None:
    data = made(demo(), language=spoken, large_print=large_print, today=date(2026, 11, 6))
    cover, next_time, *_more, card = panels(data, large_print=large_print)
    assert "12 34 56 20" in cover
    assert "Lægehuset, Torvet 8." in next_time
    assert "12 34 56 20" in card
    assert "DK" not in reading.text(data)                # no sign of where a language ends
    assert not re.search(r"\[(znak|tegn|sign|semn)\]", reading.text(data))
    assert len(codes(data)) == 2
    see_that_it_stays_on_its_panels(data, large_print=large_print)


def test_there_is_no_label_for_lines_that_have_no_room() -> None:
    assert "Co chcę zapamiętać" not in reading.text(made(demo(), language="pl+da", today=date(2026, 11, 6)))

def with_a_meeting_ahead() -> Case:
    """Its name and who comes are the paper's own words within what somebody wrote."""
    return meeting_samples.meeting()


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("spoken", ["pl+da", "ro+da", "en+da", "da+pl"])
@pytest.mark.parametrize("case", [with_a_meeting_ahead, samples.jonas, samples.overfull])
def test_with_a_language_beside_it_the_numbers_and_the_codes_are_whole(
        case: Callable[[], Case], spoken: str, large_print: bool) -> None:
    data = made(case(), language=spoken, large_print=large_print)
    found = panels(data, large_print=large_print)
    assert not any("[tegn]" in each or "\ufdd0" in each for each in found)
    assert "12 34 56 20" in found[0]                     # whom to call, in front
    assert len(codes(data)) == len(codes(made(case(), large_print=large_print)))
    boxes = reading.run("pdftotext", data, "-bbox")
    assert min(float(each) for each in re.findall(r'yMin="([\d.]+)"', boxes)) > 0
    height = max(map(float, re.findall(r'height="([\d.]+)"', boxes)))
    assert max(float(each) for each in re.findall(r'yMax="([\d.]+)"', boxes)) < height - 8


def test_a_long_name_never_takes_the_number_away() -> None:
    register = samples.register()
    register.begin()
    for each in register.all(StaffMember):
        each.name = "Evangeline Alexandra Marie-Louise von Lindemann-Sørensen Bertelsen"
    register.finish(register.changed(), register.seen)
    assert "12 34 56 20" in panels(made(Case("case", samples.jonas_rows(), register=register)))[0]
