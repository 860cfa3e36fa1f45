"""The directory of services from the terminal: taken in with a look before, listed, saved, and printed."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from borgerplan_desktop.cli import DONE, FAILED
from borgerplan_desktop.cli_archive import WRONG_USE
from tests.casework.directory.tables import csv_of, xlsx_of
from tests.documents import reading
from tests.test_cli import Out, main
from tests.test_cli import clean as clean

ROWS = [["Navn", "Telefon", "Bemærkning"], ["Natcafé Havnen", "12345678", "x"], ["Jobcenter", "", ""], ["", "9", ""]]


@pytest.fixture
def at(tmp_path: Path) -> list[str]:
    """A shelter with nothing in it yet."""
    home = tmp_path / "home"
    assert main(["init", "--home", str(home), "--shelter", "Skovly", "--user", "Eva Lind"]) == DONE
    return ["--home", str(home)]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "tilbud.xlsx"
    path.write_bytes(xlsx_of(ROWS))
    return path


def test_a_spreadsheet_comes_in_after_a_look_and_goes_out_again(at: list[str], table: Path, capsys: Out) -> None:
    capsys.readouterr()
    assert main(["services", "import", str(table), *at, "--dry-run"]) == DONE
    said = capsys.readouterr()
    assert said.out.splitlines() == ["Natcafé Havnen\tNy", "Jobcenter\tNy", "Linje 4\tDen har intet navn."]
    assert "viser kun" in said.err
    assert "Læses ikke: »Bemærkning«." in said.err
    assert "er kommet ind" not in said.err
    assert main(["services", "list", *at]) == DONE
    assert capsys.readouterr().out == ""
    assert main(["services", "import", str(table), *at]) == DONE
    assert main(["services", "import", str(table), *at, "--map", "content=Bemærkning"]) == DONE
    assert "Natcafé Havnen\tFik det, der manglede" in capsys.readouterr().out
    assert main(["services", "list", "--json", *at]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert [(each["name"], each["phone"], each["content"]) for each in told] == [
        ("Jobcenter", "", ""), ("Natcafé Havnen", "12345678", "x")]
    out = table.parent / "ud.csv"
    assert main(["services", "export", "-o", str(out), *at]) == DONE
    assert "Natcafé Havnen" in out.read_text("utf-8-sig")
    pdf = table.parent / "tilbud.pdf"
    assert main(["paper", "services", "-o", str(pdf), *at]) == DONE
    assert "Natcafé Havnen" in reading.text(pdf.read_bytes())


def test_what_came_in_and_what_was_not_read_is_said(at: list[str], tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "tilbud.csv"
    path.write_bytes(csv_of([["Navn", "Slags"], ["Værket", "Rummet"], ["Natcaféen", "Frivilligt"]]))
    capsys.readouterr()
    assert main(["services", "import", str(path), *at]) == DONE
    said = capsys.readouterr().err
    assert "Værket: Ikke forstået, og udeladt i 1 linje: Slags: »Rummet«" in said
    assert "2 tilbud er kommet ind." in said


def test_what_is_not_meant_so_is_told(at: list[str], table: Path, capsys: Out) -> None:
    capsys.readouterr()
    for words, said in ((["import"], "Skriv hvilken fil"), (["list", "x.csv"], "Kun services import tager en fil"),
                        (["export"], "Skriv, hvor filen skal hen"),
                        (["import", str(table), "--map", "name"], "er ikke et felt"),
                        (["import", str(table), "--map", "name=Findes ikke"], "ingen kolonne, der hedder"),
                        (["import", str(table), "--map", "name="], "Skriv, hvilken kolonne navnet står i")):
        assert main(["services", *words, *at]) == WRONG_USE, words
        assert said in capsys.readouterr().err, words
    broken = table.parent / "x.csv"
    broken.write_bytes(b"%PDF-1.7")
    assert main(["services", "import", str(broken), *at]) == FAILED
    assert "Intet er hentet ind." in capsys.readouterr().err
    assert main(["services", "import", str(table.parent / "nej.csv"), *at]) == FAILED
    assert main(["services", "export", "-o", "-", *at]) == FAILED
    assert "ingen tilbud at gemme" in capsys.readouterr().err


def test_standard_output_takes_the_table(at: list[str], capfdbinary: pytest.CaptureFixture[bytes],
                                         tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes(csv_of([["Navn"], ["=farligt"]]))
    assert main(["services", "import", str(table), *at]) == DONE
    capfdbinary.readouterr()
    assert main(["services", "export", "-o", "-", *at]) == DONE
    assert b"\"'=farligt\"" in capfdbinary.readouterr().out


def test_what_a_file_has_that_does_not_come_along_is_told_once(at: list[str], tmp_path: Path, capsys: Out) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes(csv_of([["Navn", "Område", "Pris", "Tom", "Optagelse"],
                              ["Natcaféen", "Nørrebro", "0 kr.", "", "Alle"], ["Værkstedet", "Nørrebro", "", "", ""]]))
    capsys.readouterr()
    assert main(["services", "import", str(table), *at]) == DONE
    said = capsys.readouterr()
    assert said.out.splitlines() == ["Natcaféen\tNy", "Værkstedet\tNy"]
    assert "Læses ikke: »Pris«. Skriv, hvad en kolonne er, med --map FELT=OVERSKRIFT." in said.err
    assert said.err.count("Nørrebro") == 1
    assert "Ikke forstået, og udeladt i 2 linjer: Livsområde: »Nørrebro«" in said.err
    assert main(["services", "list", "--json", *at]) == DONE
    assert json.loads(capsys.readouterr().out)[0]["taken_in"] == "Alle"


def test_a_file_that_has_been_in_already_brings_nothing(at: list[str], table: Path, capsys: Out) -> None:
    assert main(["services", "import", str(table), *at]) == DONE
    capsys.readouterr()
    assert main(["services", "import", str(table), *at]) == DONE
    assert "Natcafé Havnen\tHer i forvejen" in capsys.readouterr().out
