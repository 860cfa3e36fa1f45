"""The people around a citizen from the terminal: shown, taken in from a file, saved as one."""
from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import vobject

from borgerplan_desktop.cli import DONE, FAILED
from borgerplan_desktop.cli_archive import WRONG_USE
from tests.documents import reading
from tests.documents.reading_in import people_files as files
from tests.test_cli import CASE, Out, at, case_id, main
from tests.test_cli import clean as clean
from tests.test_cli import made as made


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    path = tmp_path / "telefon.vcf"
    path.write_bytes(files.IPHONE + b"BEGIN:VCARD\nFN:halvt\n")
    return path


@pytest.fixture
def easynwk(tmp_path: Path) -> Path:
    path = tmp_path / "kort.json"
    path.write_bytes(files.MAP)
    return path


def test_people_ties_and_what_the_map_shows(capsys: Out) -> None:
    assert main(["people", str(CASE)]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("Sara Bækgaard\t") and "Familie" in line for line in lines)
    assert any("står Jonas tættest" in line for line in lines)


def test_the_same_as_json(capsys: Out) -> None:
    assert main(["people", str(CASE), "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told.keys() == {"people", "ties", "insight"}
    ids = {each["id"] for each in told["people"]}
    assert all({each["one"], each["other"]} <= ids for each in told["ties"])
    assert told["insight"]


def test_qt_is_not_loaded_for_it() -> None:
    said = subprocess.run([sys.executable, "-c", textwrap.dedent(f"""
        import sys
        from borgerplan_desktop.cli import main
        assert main(["people", {str(CASE)!r}]) == 0
        assert not any(name.startswith("PySide6") for name in sys.modules)
        """)], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr


def test_contacts_into_a_case_file(contacts: Path, tmp_path: Path, capsys: Out) -> None:
    out = tmp_path / "with.json"
    before = CASE.read_bytes()
    assert main(["import-people", str(CASE), str(contacts), "-o", str(out)]) == DONE
    said = capsys.readouterr()
    assert said.out == f"{out}\n"
    assert "Åse Marie Lind: Ny" in said.err
    assert "Nr. 3 i filen er i stykker. De andre kommer med." in said.err
    assert "1 billede" in said.err
    assert CASE.read_bytes() == before
    assert main(["people", str(out)]) == DONE
    assert "Åse Marie Lind" in capsys.readouterr().out
    assert main(["import-people", str(out), str(contacts), "-o", str(tmp_path / "twice.json")]) == FAILED
    said_again = capsys.readouterr().err
    assert "Alle i filen er her allerede. Med --merge får de det, der mangler." in said_again
    assert "Intet er hentet ind." in said_again
    assert main(["import-people", str(out), str(contacts), "--merge", "-o", str(tmp_path / "twice.json")]) == DONE
    assert "Åse Marie Lind: Fik det, der manglede" in capsys.readouterr().err
    assert (tmp_path / "twice.json").read_bytes() == out.read_bytes()    # nothing was missing


def test_a_file_with_nobody_in_it(tmp_path: Path, capsys: Out) -> None:
    broken = tmp_path / "broken.vcf"
    broken.write_bytes(b"BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:12345601\r\nEND:VCARD\r\n")
    assert main(["import-people", str(CASE), str(broken), "-o", str(tmp_path / "out.json")]) == FAILED
    assert "Der er ingen i filen at hente ind." in capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()


def test_a_map_with_what_was_before_and_its_professionals(easynwk: Path, tmp_path: Path, capsys: Out) -> None:
    out = tmp_path / "with.json"
    assert main(["import-people", str(CASE), str(easynwk), "-o", str(out)]) == DONE
    case = json.loads(out.read_bytes())
    assert [each["title"] for each in case["case"]["kept_map"]] == ["Første samtale"]
    assert "Dr. Bay" in [each["name"] for each in case["register"]["professional"]]
    assert "køn på 1 person" in capsys.readouterr().err
    assert main(["render", str(out), "-o", str(tmp_path / "plan.pdf")]) == DONE


def test_to_standard_output_goes_the_file_alone(contacts: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["import-people", str(CASE), str(contacts), "-o", "-"]) == DONE
    assert json.loads(capsysbinary.readouterr().out)["format"]


def test_into_the_archive_and_out_again(made: Path, contacts: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(at(made, "import-people", case_id()[:8], str(contacts))) == DONE
    said = capsys.readouterr()
    assert said.out.splitlines() == ["Åse Marie Lind\tNy", "Bo Frøkjær\tNy"]
    for kind in ("vcf", "json", "csv"):
        assert main(at(made, "export-people", "Jonas Bækgaard", "-o", str(tmp_path / f"out.{kind}"))) == DONE
    cards = [card.fn.value for card in vobject.readComponents((tmp_path / "out.vcf").read_text("utf-8"))]
    assert "Åse Marie Lind" in cards
    rows = list(csv.reader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"), newline=""), delimiter=";"))
    assert "Åse Marie Lind" in [row[0] for row in rows]
    assert "Åse Marie Lind" in (tmp_path / "out.json").read_text("utf-8")


def test_out_of_a_case_file(tmp_path: Path, capsys: Out) -> None:
    assert main(["export-people", str(CASE), "-o", str(tmp_path / "a.csv")]) == DONE
    assert main(["export-people", str(CASE), "--as", "vcf", "-o", "-"]) == DONE
    said = capsys.readouterr()
    assert said.out.count("BEGIN:VCARD") > 5
    assert said.err == ""


def test_a_name_that_is_left_out_and_stands_in_the_file_is_told(tmp_path: Path, capsys: Out) -> None:
    case = json.loads(CASE.read_bytes())
    one, other = [each for each in case["case"]["network_member"] if each.get("name")][:2]
    one |= {"name": "Torvald Brandt", "left_out_of_paper": True}
    other |= {"relation": "Torvalds mor"}
    (tmp_path / "case.json").write_text(json.dumps(case), "utf-8")
    assert main(["export-people", str(tmp_path / "case.json"), "-o", str(tmp_path / "a.csv")]) == DONE
    assert "Torvald Brandt er udeladt på papir" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "code", "told"), [
    (["import-people", "CASE", "VCF"], WRONG_USE, "-o FIL"),
    (["import-people", "CASE", "nowhere.vcf", "-o", "OUT"], FAILED, "Intet er hentet ind."),
    (["import-people", "CASE", "CASE", "-o", "OUT"], FAILED, "Der er ingen personer i filen, som kan læses her."),
    (["import-people", "VCF", "VCF", "-o", "OUT"], FAILED, "Intet er hentet ind."),
    (["import-people", "nowhere.json", "VCF", "-o", "OUT"], FAILED, "nowhere.json"),
    (["export-people", "CASE", "-o", "OUT"], WRONG_USE, ".vcf, .json eller .csv"),
    (["export-people", "CASE", "-o", "-"], WRONG_USE, "--as"),
    (["export-people", "VCF", "-o", "out.csv"], FAILED, "Der er ikke gemt noget."),
    (["people", "VCF"], FAILED, "Der er ikke set på noget."),
])
def test_what_does_not_fit_is_said_and_nothing_is_made(
        words: list[str], code: int, told: str, contacts: Path, tmp_path: Path, capsys: Out) -> None:
    out = tmp_path / "out"
    given = {"CASE": str(CASE), "VCF": str(contacts), "OUT": str(out)}
    assert main([given.get(word, word) for word in words]) == code
    said = capsys.readouterr()
    assert told in said.err
    assert said.out == ""
    assert not out.exists()


@pytest.mark.parametrize("said", ["2026-W45", "2026-w45", "2026-11-02", "2026-11-08"])
def test_the_week_on_paper_is_the_one_that_is_asked_for(tmp_path: Path, said: str) -> None:
    out = tmp_path / "week.pdf"
    assert main(["paper", "week", "--week", said, str(CASE), "-o", str(out)]) == DONE
    assert "Uge 45:" in reading.text(out.read_bytes())


def test_what_is_no_week_is_said_and_no_other_paper_takes_one(tmp_path: Path, capsys: Out) -> None:
    for said in ("", "45", "2026-W54", "i dag", "x" * 100_000):
        assert main(["paper", "week", "--week", said, str(CASE), "-o", str(tmp_path / "x.pdf")]) == WRONG_USE
        told = capsys.readouterr().err
        assert "er ingen uge" in told
        assert len(told) < 2000
    for kind in ("welcome", "plan"):
        assert main(["paper", kind, "--week", "2026-W45", str(CASE), "-o", str(tmp_path / "x.pdf")]) == WRONG_USE
        assert "Kun ugen på papir" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_who_is_left_out_of_paper_stands_in_the_list_of_staff_with_a_word_for_it(tmp_path: Path, capsys: Out) -> None:
    case = json.loads(CASE.read_bytes())
    one = next(each for each in case["case"]["network_member"] if each.get("name"))
    one |= {"name": "Torvald Brandt", "left_out_of_paper": True}
    (tmp_path / "case.json").write_text(json.dumps(case), "utf-8")
    assert main(["people", str(tmp_path / "case.json")]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[0] for line in lines if line.endswith("\tUdeladt på alle papirer")] == ["Torvald Brandt"]


def test_the_map_of_a_day_on_paper(tmp_path: Path, capsys: Out) -> None:
    case = json.loads(CASE.read_bytes())
    one = next(each for each in case["case"]["network_member"] if each.get("name"))
    case["case"]["kept_map"] = [{"id": "kept", "on": "2026-10-03"}]
    case["case"]["kept_place"] = [{"id": "place", "map_id": "kept", "member_id": one["id"], "ring": "1"}]
    (tmp_path / "case.json").write_text(json.dumps(case), "utf-8")
    made = ["paper", "network", str(tmp_path / "case.json"), "-o", str(tmp_path / "map.pdf")]
    assert main([*made, "--map", "2026-10-03"]) == DONE
    words = reading.text((tmp_path / "map.pdf").read_bytes())
    assert "som det var den 3. oktober" in " ".join(words.split())
    assert main([*made, "--map", "2026-10-03", "--anonymous"]) == DONE
    assert one["name"] not in reading.text((tmp_path / "map.pdf").read_bytes())
    assert main([*made, "--map", "2026-10-04"]) == FAILED
    assert "Der er ikke gemt noget kort fra den dag. Der er et fra 3. oktober 2026." in capsys.readouterr().err
    assert main([*made, "--map", "i går"]) == WRONG_USE
    assert "2026-10-03" in capsys.readouterr().err
    assert main(["paper", "week", str(CASE), "--map", "2026-10-03", "-o", "-"]) == WRONG_USE
