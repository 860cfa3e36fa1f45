"""Services from a spreadsheet: what each column is, what is new or the same, and nothing of it ever worked out."""
from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.casework.directory.coming_services import How, coming, what_was_not_understood
from borgerplan_desktop.casework.directory.services import add_service
from borgerplan_desktop.casework.directory.services_files import (
    CannotReadTable,
    FileKind,
    read_services_file,
    save_services,
    services_file,
    services_in,
    what_is_not_read,
)
from borgerplan_desktop.casework.directory.take_in_services import take_in_services
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.directory import InHouse, Service, ServiceKind
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from tests.casework.directory.tables import csv_of, xlsx_of

HEAD = ["Tilbud", "Type", "Visitation", "Trin på indsatstrappen", "Livsområde", "Tlf.", "Dage i huset", "Gælder til"]
ROW = ["Værested Æblehaven", "Frivilligt", "Nej", "Trin 1", "Netværk og relationer", "12345678",
       "mandag 10-12; torsdag", "31.12.2026"]


@pytest.mark.parametrize("content", [
    csv_of([HEAD, ROW]), csv_of([HEAD, ROW], ",").replace(b"; torsdag", b" og torsdag"),
    csv_of([HEAD, ROW], "\t", "cp1252"), csv_of([HEAD, ROW], "\t", "utf-16"),
    b"sep=|\r\n" + csv_of([HEAD, ROW], "|", "utf-8"), xlsx_of([HEAD, [*ROW[:5], 12345678, ROW[6], date(2026, 12, 31)]]),
    xlsx_of([["Tilbud i byen 2026"], [], HEAD, ROW])], ids=["excel", "commas", "windows", "utf-16", "sep", "xlsx",
                                                            "a title above"])
def test_a_table_of_any_program_is_understood(archive: Archive, content: bytes) -> None:
    if content.startswith(b"\xef\xbb\xbf"):              # a semicolon within a cell is quoted
        content = content.replace(b"mandag 10-12; torsdag", b'"mandag 10-12; torsdag"')
    (each,) = coming(archive.shelter.case, services_in(content))
    assert (each.how, each.why_not, each.not_understood) == (How.NEW, "", ())
    assert each.values == {
        "name": "Værested Æblehaven", "kind": ServiceKind.VOLUNTARY, "needs_referral": False,
        "ladder_step": LadderStep.OPEN, "area": LifeArea.NETWORK, "phone": "12345678",
        "valid_until": date(2026, 12, 31)}
    assert [(day.weekday, day.hours) for day in each.days] == [(0, "10-12"), (3, "")]


def test_it_comes_in_with_one_step_and_goes_with_one(archive: Archive) -> None:
    shelter = archive.shelter
    here = add_service(shelter, "Jobcenter")
    look = services_in(csv_of([["Navn", "Telefon", "Adresse"], ["jobcenter", "12 34", "Torvet 1"], ["Natcafé", "", ""],
                               ["", "9", ""], ["Natcafé", "77", ""]]))
    lines = coming(shelter.case, look)
    assert [each.how for each in lines] == [How.SAME, How.NEW, How.LEFT, How.LEFT]
    assert [each.why_not for each in lines[2:]] == ["Den har intet navn.", "Den samme som linje 3 i filen."]
    new, filled_in = take_in_services(shelter, lines)
    assert ([each.name for each in new], filled_in) == (["Natcafé"], [here])
    assert (here.name, here.phone, here.address) == ("Jobcenter", "12 34", "Torvet 1")
    shelter.undo()
    assert ([each.name for each in shelter.case.all(Service)], here.phone) == (["Jobcenter"], "")


def test_what_both_say_differently_is_shown_and_chosen_field_by_field(archive: Archive) -> None:
    shelter = archive.shelter
    here = add_service(shelter, "Jobcenter")
    with shelter.action("written"):
        here.phone, here.email = "11 11 11 11", "a@b.dk"
    (line,) = coming(shelter.case, services_in(csv_of([["Navn", "Telefon", "Mail"], ["Jobcenter", "22", "c@d.dk"]])))
    assert line.differing == ["phone", "email"]
    take_in_services(shelter, [replace(line, taken=frozenset({"phone"}))])
    assert (here.phone, here.email) == ("22", "a@b.dk")
    (line,) = coming(shelter.case, services_in(csv_of([["Navn", "Telefon"], ["Jobcenter", "33"]])))
    take_in_services(shelter, [replace(line, how=How.NEW)])      # they are two after all
    assert len(shelter.case.all(Service)) == 2


def test_nothing_is_done_when_it_is_stopped_or_nothing_is_chosen(archive: Archive) -> None:
    lines = coming(archive.shelter.case, services_in(csv_of([["Navn", "Mail"], *([f"T{n}", ""] for n in range(200))])))

    def stop(share: float) -> None:
        if share > .5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in_services(archive.shelter, lines, stop)
    assert archive.shelter.case.all(Service) == []
    with pytest.raises(Refused):
        take_in_services(archive.shelter, [replace(each, how=How.LEFT) for each in lines])


def test_what_is_not_understood_is_named_and_left_out(archive: Archive) -> None:
    (line,) = coming(archive.shelter.case, services_in(csv_of(
        [["Navn", "Type", "Trin", "Gælder til", "I huset", "Visitation"],
         ["A", "halvt", "9", "31.2.2026", "altid", "måske"]])))
    assert set(line.values) == {"name"}
    assert what_was_not_understood(line) == (
        "Slags: »halvt« · Kræver henvisning: »måske« · Trin på indsatstrappen: »9« · Dage i huset: »altid« · "
        "Rigtigt til: »31.2.2026«")


def test_formulas_are_never_worked_out_and_merged_cells_are_told() -> None:
    look = services_in(xlsx_of([["Navn", "Telefon"], ["A", "=1+1"], ["B", "=HYPERLINK(\"http://x\")"], ["C", "12"],
                                ["D", ""]], merged=["B4:B5"], others=["Gamle tilbud"]))
    assert look.table.rows == [["Navn", "Telefon"], ["A"], ["B"], ["C", "12"], ["D"]]
    assert what_is_not_read(look.table) == [
        "Kun arket »Tilbud« læses. Det gør disse ikke: Gamle tilbud.",
        "2 celler har en formel uden et resultat og er tomme her.",
        "1 gruppe af celler er slået sammen; det, der står i den, står i den første."]


def test_a_cpr_number_is_hidden() -> None:
    look = services_in(csv_of([["Navn", "Kontakt"], ["A", "spørg 311299-0006"]]))
    assert look.table.rows[1] == ["A", "spørg ••••••-••••"]
    assert what_is_not_read(look.table) == ["Der stod et CPR-nummer i én tekst. Det er skjult."]


def _packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def _with(book: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return out.getvalue()


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">' \
       b']><worksheet>&b;</worksheet>'
FILE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'


@pytest.mark.parametrize(("content", "said"), [
    (b"", "Der står ikke noget i filen."), (b" \r\n ", "Der står ikke noget i filen."),
    (b";;;\r\n;;", "Der er ingen tabel i filen."),
    (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "Den slags regneark kan ikke læses her."),
    (_packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "Den slags regneark kan ikke læses her."),
    (_packed(**{"xl/workbook.bin": b"x"}), "Den slags regneark kan ikke læses her."),
    (_packed(**{"word/document.xml": b"x"}), "Filen har ingen tabel, der kan læses her."),
    (b"PK\x03\x04 and no more", "Filen er gået i stykker og kan ikke læses."),
    (b"%PDF-1.7 ...", "Filen har ingen tabel, der kan læses her."),
    (b"<html><table>", "Filen har ingen tabel, der kan læses her."),
    (_with(xlsx_of([["Navn"]]), "xl/worksheets/sheet1.xml", BOMB), "Filen er gået i stykker og kan ikke læses."),
    (_with(xlsx_of([["Navn"]]), "xl/worksheets/sheet1.xml", FILE), "Filen er gået i stykker og kan ikke læses."),
    (_with(xlsx_of([["Navn"]]), "xl/worksheets/sheet1.xml", bytes(300_000_000)),
     "Filen er gået i stykker og kan ikke læses."),
    (csv_of([["Navn"], *([f"T{n}"] for n in range(10_001))]), "Der er mere end 10.000 linjer i filen."),
    (b'Navn;Mail\r\n"' + b"a" * 11_000_000, "Filen er gået i stykker og kan ikke læses."),
], ids=["nothing", "blanks", "empty cells", "xls", "ods", "xlsb", "docx", "torn", "pdf", "html", "entities",
        "a file of ours", "zip bomb", "too many", "one endless cell"])
def test_what_cannot_be_read_is_told_plainly(content: bytes, said: str) -> None:
    with pytest.raises(CannotReadTable) as told:
        services_in(content)
    assert told.value.told[:2] == (said, "Intet er hentet ind.")


def test_a_folder_or_a_pipe_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no ordinary file"):
        read_services_file(tmp_path)


@pytest.mark.parametrize("kind", list(FileKind))
def test_the_directory_goes_out_and_comes_in_as_it_was(archive: Archive, kind: FileKind) -> None:
    shelter = archive.shelter
    made = add_service(shelter, "=cmd|' /C calc'!A0", ServiceKind.SHELTER)
    with shelter.action("written"):
        made.phone, made.content, made.email = "+45 12 34 56 78", "linje 1\nlinje 2", "@a"
        made.ladder_step, made.area, made.needs_referral = LadderStep.STAY, LifeArea.HOUSING, True
        shelter.case.add(InHouse(service_id=made.id, weekday=4, hours="10-12"))
    content = services_file([made], kind)
    (each,) = coming(archive.shelter.case, services_in(content))
    assert each.known is made
    assert each.differing == []
    assert each.days == ((4, "10-12"),)
    assert {name: getattr(made, name) for name in each.values} == each.values
    if kind is FileKind.CSV:
        cells = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))[1]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    else:
        from openpyxl import load_workbook

        sheet = load_workbook(io.BytesIO(content)).active
        assert sheet is not None
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} <= {"s", "inlineStr"}


def test_saving_it_is_on_record_and_an_empty_one_is_not_saved(archive: Archive) -> None:
    with pytest.raises(Refused):
        save_services(archive.shelter, [], FileKind.CSV, bytes)
    got: list[bytes] = []
    save_services(archive.shelter, [add_service(archive.shelter, "A")], FileKind.CSV, got.append)
    assert b"A" in got[0]
