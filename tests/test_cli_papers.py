"""Papers of a case file from the terminal: whose copy, which edition, and with a password."""
from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pikepdf
import pytest

from borgerplan_desktop import cli_password
from borgerplan_desktop.cli import DONE, FAILED, WRONG_USE, main
from borgerplan_desktop.documents import case_file
from tests.documents import reading

CASE = Path(__file__).parent / "data" / "cases" / "herberg.json"
ADOPTED = CASE.with_name("format-1-adopted.json")
PASSWORD = "blå hest under broen"
Out = pytest.CaptureFixture[str]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.pdf"


def text_of(file: Path) -> str:
    return reading.text(file.read_bytes())


def test_the_plan_is_made_in_the_edition_that_is_asked_for(out: Path, capsys: Out) -> None:
    assert main(["paper", "plan", str(ADOPTED), "-o", str(out), "--edition", "1"]) == DONE
    assert "udgave 1" in text_of(out)
    assert main(["paper", "plan", str(ADOPTED), "-o", str(out), "--draft"]) == DONE
    assert "udkast" in text_of(out)
    assert main(["paper", "plan", str(ADOPTED), "-o", str(out), "--edition", "7"]) == FAILED
    assert "Udgave 7 er ikke i filen" in capsys.readouterr().err
    assert main(["paper", "plan", str(ADOPTED), "-o", str(out), "--edition", "1", "--draft"]) == WRONG_USE


@pytest.mark.parametrize("words", [
    ["render"], ["paper", "plan", "--password"], ["paper", "welcome"], ["paper", "welcome", "--password"],
    ["paper", "invitation"], ["paper", "agenda", "--password"], ["mail"]])
def test_the_case_file_is_read_once(words: list[str], out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the paper, for its password, for the words of its language and for the names in it."""
    read: list[int] = []
    parsed = case_file.parsed
    monkeypatch.setattr(case_file, "parsed", lambda data, progress: read.append(len(data)) or parsed(data, progress))
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
    assert main([*words, str(CASE), "-o", str(out)]) == DONE
    assert len(read) == 1


@pytest.mark.parametrize("choice", [["--draft"], ["--edition", "1"]])
def test_no_other_paper_has_editions(choice: list[str], out: Path, capsys: Out) -> None:
    assert main(["paper", "welcome", str(CASE), "-o", str(out), *choice]) == WRONG_USE
    assert "borgerplan paper plan BORGERFIL -o FIL" in capsys.readouterr().err
    assert not out.exists()


def test_the_plan_for_somebody_says_what_consent_covers_and_nothing_else(out: Path, capsys: Out) -> None:
    assert main(["paper", "plan", str(CASE), "-o", str(out)]) == DONE
    own = text_of(out)
    assert "drikke mindre" in own
    assert "Sara Bækgaard" in own
    assert "Rusmidler\u00a03" in own or "Rusmidler 3" in own
    assert main(["paper", "plan", str(CASE), "-o", str(out), "--for", "lene"]) == DONE
    theirs = text_of(out)
    assert "drikke mindre" not in theirs                 # she may know of work and the plan
    assert "Sara Bækgaard" not in theirs
    assert "Rusmidler" not in theirs                     # nor how it is going with what she may not know of
    assert "hænder igen" in theirs
    assert main(["paper", "plan", str(CASE), "-o", str(out), "--for", "Birgit Holm"]) == DONE
    assert "drikke mindre" in text_of(out)


def test_an_adopted_plan_for_somebody_is_not_the_citizens_own(out: Path, tmp_path: Path, capsys: Out) -> None:
    data = json.loads(ADOPTED.read_bytes())
    data["case"]["network_member"].append({"id": "ny", "name": "Ny Person", "kind": "professional"})
    file = tmp_path / "case.json"
    file.write_text(json.dumps(data))
    assert main(["paper", "plan", str(file), "-o", str(out), "--for", "ny"]) == FAILED       # nobody has said yes
    assert "Der er ikke lavet noget papir." in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(("whom", "told"), [
    ("Ingen", "Birgit Holm"), ("", "hvem papiret er til"), (" ", "hvem papiret er til"), ("Jonas", "uden --for")])
def test_whoever_is_not_there_gets_no_plan(whom: str, told: str, out: Path, capsys: Out) -> None:
    assert main(["paper", "plan", str(CASE), "-o", str(out), "--for", whom]) in (FAILED, WRONG_USE)
    assert told in capsys.readouterr().err
    assert not out.exists()


def test_a_copy_of_how_it_is_going_is_for_one_of_the_network(out: Path, capsys: Out) -> None:
    assert main(["paper", "ratings", str(CASE), "-o", str(out), "--for", "lene"]) == DONE
    assert "Lene Friis" in text_of(out)
    assert main(["paper", "welcome", str(CASE), "-o", str(out), "--for", "lene"]) == WRONG_USE
    assert "coordinator-notice, handover, ratings, invitation" in capsys.readouterr().err


def locked(file: Path, password: str) -> bool:
    """Whether it opens with the password and not without."""
    data = file.read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data))
    with pikepdf.open(io.BytesIO(data), password=password) as pdf:
        return pdf.is_encrypted


@pytest.mark.parametrize("kind", ["plan", "week", "invitation"])
def test_a_copy_with_a_password_reads_it_from_standard_input(kind: str, out: Path, capsys: Out,
                                                             monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BORGERPLAN_PASSWORD", "arkivets egen adgangskode")       # opens the archive, and no copy
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\nmore\n"))
    assert main(["paper", kind, str(CASE), "-o", str(out), "--password"]) == DONE
    assert locked(out, PASSWORD)
    said = capsys.readouterr()
    assert "i telefonen" in said.err
    assert "PDF/A" in said.err
    assert PASSWORD not in said.err + said.out


def test_the_password_is_typed_twice_where_somebody_types(out: Path, capsys: Out,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter([PASSWORD, PASSWORD + "x", PASSWORD, PASSWORD])
    monkeypatch.setattr(cli_password, "may_be_asked", lambda: True)
    monkeypatch.setattr(cli_password.getpass, "getpass", lambda _prompt, _stream: next(typed))
    assert main(["paper", "plan", str(CASE), "-o", str(out), "--password"]) == FAILED
    assert not out.exists()
    assert "ikke ens" in capsys.readouterr().err
    assert main(["paper", "plan", str(CASE), "-o", str(out), "--password"]) == DONE
    assert locked(out, PASSWORD)


@pytest.mark.parametrize(("password", "told"), [
    ("", "første linje"), ("kort", "Mindst 15 tegn"), ("aaaaaaaaaaaaaaaaaaaa", "let at gætte"),
    ("JonasBækgaardJonas", "navnet på en"), ("æøå blå hest under broen " * 5, "for lang")])
def test_a_poor_password_makes_no_copy(password: str, told: str, out: Path, capsys: Out,
                                       monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))
    assert main(["paper", "plan", str(CASE), "-o", str(out), "--password"]) == FAILED
    said = capsys.readouterr().err
    assert told in said
    assert not password or password not in said
    assert not out.exists()


def test_octets_that_are_no_letters_are_no_password(out: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Python hands them on from a pipe that is not UTF-8."""
    monkeypatch.setattr(cli_password.sys, "stdin", io.StringIO("bl\udce5 hest \udce6der \udce6bler\n"))
    assert main(["paper", "pocket", str(CASE), "-o", str(out), "--password"]) == FAILED
    assert "UTF-8" in capsys.readouterr().err
    assert not out.exists()
