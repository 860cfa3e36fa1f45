"""The shared frame from the terminal: out of one archive and into another, looked at first, hostile files refused."""
from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from borgerplan_desktop.cli import DONE, FAILED
from borgerplan_desktop.cli_archive import WRONG_USE
from tests.documents import reading
from tests.test_cli import Out, at, main
from tests.test_cli import clean as clean
from tests.test_cli import made as made

FRAME = Path(__file__).parents[1] / "resources" / "frame.json"


def test_a_frame_is_looked_at_taken_in_and_saved(made: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(at(made, "frame", "import", str(FRAME), "--dry-run")) == DONE
    said = capsys.readouterr()
    assert "nyt\tHvem retter indsatsen sig mod?" in said.out
    assert "Intet er hentet ind" in said.err
    saved = tmp_path / "ramme.json"
    assert main(at(made, "frame", "export", "-o", str(saved))) == DONE
    assert "frame_answer" not in saved.read_text("utf-8")
    capsys.readouterr()
    assert main(at(made, "frame", "import", str(FRAME))) == DONE
    assert "nyt\t§ 141-handleplan" in capsys.readouterr().out
    assert main(at(made, "frame", "export", "-o", str(saved))) == DONE
    said_now, file = json.loads(saved.read_text("utf-8"))["frame"], json.loads(FRAME.read_text("utf-8"))["frame"]
    for table, rows in file.items():
        assert len(said_now[table]) == len(rows), table
    capsys.readouterr()
    assert main(at(made, "frame", "import", str(saved))) == DONE
    assert "Der er ikke noget at hente" in capsys.readouterr().err


def test_what_differs_is_told_and_stays(made: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(at(made, "frame", "import", str(FRAME))) == DONE
    other = tmp_path / "andre.json"
    other.write_text(FRAME.read_text("utf-8").replace("Gadeteamet går tur", "Ingen går tur"), "utf-8")
    capsys.readouterr()
    assert main(at(made, "frame", "import", str(other))) == DONE
    said = capsys.readouterr().out
    assert said.startswith("bliver stående\tÆndret. Hvilke opsøgende indsatser er der? fra »Gadeteamet går tur")
    assert main(at(made, "frame", "export", "-o", "-")) == DONE
    assert "Gadeteamet går tur" in capsys.readouterr().out


def test_the_frame_is_a_paper_of_the_archive(made: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(at(made, "frame", "import", str(FRAME))) == DONE
    for language, words in (("da", "Den overordnede ramme"), ("en", "Overall framework")):
        paper = tmp_path / f"{language}.pdf"
        assert main(at(made, "paper", "framework", "-o", str(paper), "--language", language)) == DONE
        said = reading.text(paper.read_bytes()).replace("\u00a0", " ")
        assert words in said
        assert "Gadeteamet går tur" in said
    capsys.readouterr()


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": "borgerplan-case", "version": 1}', b"\xff" * 40])
def test_a_file_that_is_none_is_refused(made: Path, tmp_path: Path, content: bytes, capsys: Out) -> None:
    path = tmp_path / "forkert.json"
    path.write_bytes(content)
    assert main(at(made, "frame", "import", str(path))) == FAILED
    said = capsys.readouterr().err
    assert "Intet er hentet ind" in said
    assert "Traceback" not in said


def test_wrong_use_is_said(made: Path, tmp_path: Path, capsys: Out) -> None:
    for words in (["import"], ["export"], ["export", str(FRAME), "-o", "-"]):
        assert main(at(made, "frame", *words)) == WRONG_USE, words
    assert main(at(made, "frame", "import", str(tmp_path / "nowhere.json"))) == FAILED
    capsys.readouterr()


def test_the_schema_is_printed_without_an_archive_and_without_qt() -> None:
    ran = subprocess.run([sys.executable, "-c", textwrap.dedent("""
        import sys
        from borgerplan_desktop.cli import main
        assert main(["schema", "--frame"]) == 0
        assert not any(name.startswith(("PySide6", "reportlab")) for name in sys.modules)
        """)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["title"] == "Borgerplan shared frame"
