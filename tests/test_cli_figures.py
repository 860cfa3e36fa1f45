"""The shelter's figures and the yearly report from the terminal."""
from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from pathlib import Path

import pytest

from borgerplan_desktop.casework.figures.year_report import begin_report
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.cli import DONE
from borgerplan_desktop.cli_archive import FAILED, WRONG_USE
from borgerplan_desktop.documents.house.figures_table import as_csv
from borgerplan_desktop.model.figures.figure import Counting
from borgerplan_desktop.model.figures.kinds import FIGURES
from borgerplan_desktop.model.figures.lines import Lines
from borgerplan_desktop.model.figures.period import year_span
from borgerplan_desktop.model.figures.report import Report, figures
from tests.archive import CHEAP, PASSWORD, Clock
from tests.casework.figures.lived import lived
from tests.documents import reading
from tests.test_cli import Out, at, main
from tests.test_cli import clean as clean

DAYS = ("--from", "2026-01-01", "--to", "2026-10-27")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with eleven citizens whose courses are over."""
    folder = tmp_path_factory.mktemp("figures") / "home"
    archive, _code = login.begin_archive(Location(folder, CHEAP), "Skovly", "Eva Lind", PASSWORD, Clock())
    with closing(archive):
        login.put_code_away(archive)
        lived(archive, 11)
        report = begin_report(archive.shelter, 2026)
        with archive.shelter.action("x"):
            report.foreword = "Et år med færre møder."
    return folder


@pytest.fixture(autouse=True)
def password(clean: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BORGERPLAN_PASSWORD", PASSWORD)


def test_a_line_for_each_figure(home: Path, capsys: Out) -> None:
    assert main(at(home, "figures", *DAYS)) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert "Bevægelse på indsatstrappen\t6 af 11 (55 %)\tingen i perioden" in lines
    assert "  Nedad\t6 (55 %)\tingen i perioden" in lines
    assert main(at(home, "figures", *DAYS, "--alone")) == DONE
    assert "Bevægelse på indsatstrappen\t6 af 11 (55 %)" in [
        line.rstrip("\t") for line in capsys.readouterr().out.splitlines()]


def test_json_says_what_is_told_and_nothing_of_few(home: Path, capsys: Out) -> None:
    assert main(at(home, "figures", *DAYS, "--json")) == DONE
    told = json.loads(capsys.readouterr().out)
    found = {each["key"]: each for each in told["now"]["figures"]}
    assert set(found) == {kind.key for kind in FIGURES}
    assert (told["now"]["from"], told["now"]["to"]) == ("2026-01-01", "2026-10-27")
    assert found["prepared"]["total"] == 11
    assert {each["key"]: each["n"] for each in found["prepared"]["parts"]} == {"yes": 6, "no": 5}
    assert len(told["aims"]) == 22
    assert [each["number"] for each in told["aims"] if each["not_measured_because"]] == [5, 9, 14, 15, 17]


def test_a_table_for_a_spreadsheet(home: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(at(home, "figures", *DAYS, "--csv")) == DONE
    content = capfdbinary.readouterr().out
    assert content.startswith(b"\xef\xbb\xbf")           # so that a Danish Excel reads æ, ø and å
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    down = next(row for row in rows if row["Tal"] == "Bevægelse på indsatstrappen" and row["Del"] == "Nedad")
    assert (down["Antal"], down["Af alle"], down["Procent"], down["Før: Antal"]) == ("6", "11", "55", "0")
    assert all(not cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_no_cell_is_a_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a catalogue says: the words of a figure may be translated by anybody."""
    from borgerplan_desktop.documents.house import figures_table

    report = Report(figures(Counting(Lines(), year_span(2026), year_span(2026).last)))
    monkeypatch.setattr(figures_table, "_", lambda words: f"={words}")
    text = as_csv(report).decode("utf-8-sig")
    assert '"=' not in text
    assert "\"'=" in text


def test_a_time_that_cannot_be_is_said(home: Path, capsys: Out) -> None:
    assert main(at(home, "figures", "--from", "i går")) == WRONG_USE
    assert main(at(home, "figures", "--from", "2026-10-01", "--to", "2026-10-09")) != DONE
    assert "Vælg mindst 28 dage: en kortere tid kunne pege på nogen." in capsys.readouterr().err
    assert main(at(home, "figures", "--from", "2020-01-01", "--to", "2020-12-31")) == DONE
    assert "Der står ikke noget i den tid." in capsys.readouterr().err


@pytest.mark.parametrize(("days", "code"), [
    (("0001-01-01", "9999-12-31"), FAILED), (("2026-01-01", "9999-12-31"), FAILED),
    (("9999-01-01", "9999-12-30"), FAILED), (("0001-01-01", "0001-02-28"), FAILED),
    (("1850-01-01", "2199-12-31"), DONE)], ids=str)
def test_a_time_that_no_case_has_is_said(home: Path, capsys: Out, days: tuple[str, str], code: int) -> None:
    assert main(at(home, "figures", "--from", days[0], "--to", days[1])) == code
    assert ("Året ligger ikke mellem 1850 og 2199" in capsys.readouterr().err) is (code == FAILED)


def test_the_yearly_report(home: Path, tmp_path: Path, capsys: Out) -> None:
    pdf = tmp_path / "rapport.pdf"
    assert main(at(home, "paper", "yearly-report", "--year", "2026", "-o", str(pdf))) == DONE
    text = reading.text(pdf.read_bytes())
    assert "Årsrapport 2026" in text
    assert "Et år med færre møder." in text
    assert main(at(home, "paper", "yearly-report", "--year", "2026", "--language", "en", "-o", str(pdf))) == DONE
    assert "Yearly report 2026" in reading.text(pdf.read_bytes())
    assert main(["paper", "--list"]) == DONE
    assert "yearly-report\tÅrsrapport" in capsys.readouterr().out
    for wrong in (["--language", "pl"], ["--week", "2026-W45"], ["--year", "1"]):
        assert main(at(home, "paper", "yearly-report", "-o", str(pdf), *wrong)) == WRONG_USE, wrong
    assert main(at(home, "paper", "action-plan", "-o", str(pdf), "--year", "2026")) == WRONG_USE
