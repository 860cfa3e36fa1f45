"""The terminal: every command, every exit code, and plain words for what goes wrong."""
from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from borgerplan_desktop import __version__, cli
from borgerplan_desktop.cli import DONE, FAILED, WRONG_USE
from borgerplan_desktop.i18n import _
from tests.documents import reading

CASE = Path(__file__).parent / "data" / "cases" / "herberg.json"
ADOPTED = CASE.with_name("format-1-adopted.json")
PASSWORD = "rolig hest under broen"
Out = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that `init` has made and `import` has filled."""
    home = tmp_path_factory.mktemp("cli") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
        assert main(["init", "--home", str(home), "--shelter", "Herberget Havnegade", "--user", "Eva Lind"]) == DONE
        assert main(["import", "--home", str(home), str(CASE)]) == DONE
    return home


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
    monkeypatch.delenv("BORGERPLAN_USER", raising=False)


def main(words: list[str]) -> int:
    """As a program of its own: the password that one has read is there for the next."""
    given = os.environ.get("BORGERPLAN_PASSWORD")
    try:
        return cli.main(words)
    finally:
        if given is not None:
            os.environ["BORGERPLAN_PASSWORD"] = given


def at(home: Path, *words: str) -> list[str]:
    return [words[0], "--home", str(home), *words[1:]]


def case_id() -> str:
    return str(json.loads(CASE.read_bytes())["id"])


# --------------------------------------------------------------------------------------------------- without an archive
def test_the_plan_is_drawn_from_a_file(tmp_path: Path, capsys: Out) -> None:
    pdf = tmp_path / "plan.pdf"
    assert main(["render", str(CASE), "-o", str(pdf)]) == DONE
    said = capsys.readouterr()
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert said.out == f"{pdf}\n"
    assert said.err == _("Making the plan …") + "\n" + _("It is the draft.") + "\n"
    if os.name == "posix":
        assert pdf.stat().st_mode & 0o077 == 0           # the person's own: sensitive

    large = tmp_path / "large.pdf"
    assert main(["render", str(CASE), "-o", str(large), "--language", "en", "--large-print"]) == DONE
    assert large.read_bytes() != pdf.read_bytes()
    assert "Making the plan …" in capsys.readouterr().err


def test_a_broken_file_is_refused_with_its_place_and_nothing_is_written(tmp_path: Path, capsys: Out) -> None:
    spoilt = json.loads(CASE.read_bytes())
    spoilt["case"]["goal"][1]["deadline"] = "2026-02-30"
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(spoilt))
    out = tmp_path / "plan.pdf"
    out.write_bytes(b"the plan of last week")
    assert main(["render", str(bad), "-o", str(out)]) == FAILED
    said = capsys.readouterr()
    assert _("The file could not be read.") in said.err
    assert _("No paper has been made.") in said.err
    assert _("Nothing has been taken in.") not in said.err
    assert "goal[1].deadline" in said.err
    assert said.out == ""
    assert out.read_bytes() == b"the plan of last week"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_an_adopted_case_file_gives_its_edition(tmp_path: Path, capsys: Out) -> None:
    """The newest adopted one, byte for byte where it was kept; the draft and an edition only when asked for."""
    pdf, case = tmp_path / "plan.pdf", json.loads(ADOPTED.read_bytes())
    assert main(["render", str(ADOPTED), "-o", str(pdf)]) == DONE
    assert _("It is version {number}.").format(number=1) in capsys.readouterr().err
    frozen = case["case"]["plan_version"][0]["pdf_digest"]
    assert hashlib.sha256(pdf.read_bytes()).hexdigest() == frozen
    assert main(["render", str(ADOPTED), "-o", str(pdf), "--edition", "1", "--large-print"]) == DONE
    large = text_of(pdf)
    assert "udgave 1" in large
    assert "udkast" not in large
    assert main(["render", str(ADOPTED), "-o", str(pdf), "--draft"]) == DONE
    assert "udkast" in text_of(pdf)
    capsys.readouterr()
    assert main(["render", str(ADOPTED), "-o", str(pdf), "--edition", "7"]) == FAILED
    assert _("There is no version {number} in the file. It has: {numbers}.").format(
        number=7, numbers="1") in capsys.readouterr().err
    assert main(["render", str(CASE), "-o", str(pdf), "--edition", "1"]) == FAILED
    assert _("There is no adopted version in the file.") in capsys.readouterr().err
    assert main(["render", str(ADOPTED), "-o", str(pdf), "--edition", "1", "--draft"]) == WRONG_USE


def test_the_frozen_case_alone_is_its_edition(tmp_path: Path) -> None:
    """A file that was frozen has no bytes of its own edition; one that has lost them gives its draft, and says so."""
    case = json.loads(ADOPTED.read_bytes())
    version = case["case"]["plan_version"][0]
    frozen, pdf = tmp_path / "frozen.json", tmp_path / "plan.pdf"
    frozen.write_bytes(base64.b64decode(case["kept"][version["case_digest"]]))
    assert main(["render", str(frozen), "-o", str(pdf)]) == DONE
    assert "udgave 1" in text_of(pdf)
    del case["kept"]
    frozen.write_text(json.dumps(case))
    assert main(["render", str(frozen), "-o", str(pdf)]) == DONE
    assert "udkast" in text_of(pdf)


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


def test_a_file_that_is_not_there_and_a_folder_that_is_not(tmp_path: Path, capsys: Out) -> None:
    assert main(["render", str(tmp_path / "none.json"), "-o", str(tmp_path / "plan.pdf")]) == FAILED
    assert _("it is not there") in capsys.readouterr().err
    assert main(["render", str(CASE), "-o", str(tmp_path / "none" / "plan.pdf")]) == FAILED
    assert str(tmp_path / "none" / "plan.pdf") in capsys.readouterr().err
    assert main(["render", str(tmp_path), "-o", str(tmp_path / "plan.pdf")]) == FAILED
    assert _("it is a folder") in capsys.readouterr().err


def test_the_schema_is_json_schema(capsys: Out) -> None:
    assert main(["schema"]) == DONE
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


def test_version_and_help(capsys: Out) -> None:
    assert main(["--version"]) == DONE
    assert capsys.readouterr().out == f"borgerplan {__version__}\n"
    assert main(["--help"]) == DONE
    told = capsys.readouterr().out
    for command in cli._COMMANDS:
        assert command in told
    assert _("One plan with a citizen. Without a command the window opens.")[:20] in told
    assert told.count("\nvalg:\n") == 1
    assert main(["export", "--help", "--language", "en"]) == DONE
    assert "where to; - = standard output" in capsys.readouterr().out


@pytest.mark.parametrize(("words", "english"), [
    (["render"], "This is missing"), (["render", str(CASE)], "This is missing"), (["fly"], "cannot stand here"),
    (["list", "now"], "This is not known"), (["--language", "xx"], "cannot stand here"),
    (["list", "--home"], "needs a word after it"), (["import"], "This is missing"), (["init"], "This is missing"),
    (["list", "--hom", "x"], "This is not known")])
def test_wrong_use(words: list[str], english: str, capsys: Out) -> None:
    assert main(words) == WRONG_USE
    assert main([*words, "--language", "en"] if words[0] != "--language" else words) == WRONG_USE
    said = capsys.readouterr()
    assert said.out == ""
    assert words[0] == "--language" or english in said.err
    assert "Traceback" not in said.err


# ------------------------------------------------------------------------------------------------------ with an archive
def test_init_prints_the_recovery_code(tmp_path: Path, capsys: Out) -> None:
    home = tmp_path / "home"
    words = ["init", "--home", str(home), "--shelter", "Skovly", "--user", "Eva Lind"]
    assert main(words) == DONE
    said = capsys.readouterr()
    assert len(said.out.strip().replace("-", "").replace(" ", "")) == 32
    assert said.err == _("The archive is made. This is the recovery code. "
                         "Put it in a locked cupboard; it is shown only now.") + "\n"
    assert main(words) == FAILED
    assert _("There is already an archive in this folder.") in capsys.readouterr().err


def test_init_refuses_a_weak_password_and_makes_nothing(tmp_path: Path, capsys: Out,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BORGERPLAN_PASSWORD", "kort")
    home = tmp_path / "home"
    assert main(["init", "--home", str(home), "--shelter", "Skovly", "--user", "Eva"]) == FAILED
    assert capsys.readouterr().err
    assert not (home / "keys.json").exists()


def test_init_without_a_name_is_wrong_use(tmp_path: Path, capsys: Out) -> None:
    assert main(["init", "--home", str(tmp_path / "home"), "--shelter", "Skovly"]) == WRONG_USE
    assert _("Say who logs in: --user NAME.") in capsys.readouterr().err


def test_which_paper_is_said_and_what_is_not_known_is_said_back_briefly(capsys: Out) -> None:
    assert main(["paper"]) == WRONG_USE
    assert "borgerplan paper SLAGS BORGERFIL -o FIL" in capsys.readouterr().err
    for words in (["paper", "x" * 100_000], ["x" * 100_000], ["list", "x" * 100_000]):
        assert main(words) == WRONG_USE
        assert len(capsys.readouterr().err) < 2000


def test_the_network_map_with_names_and_without(tmp_path: Path, capsys: Out) -> None:
    named, nameless = tmp_path / "map.pdf", tmp_path / "nobody.pdf"
    assert main(["paper", "network", str(CASE), "-o", str(named)]) == DONE
    assert main(["paper", "network", "--anonymous", str(CASE), "-o", str(nameless)]) == DONE
    people = [each["name"] for each in json.loads(CASE.read_bytes())["case"]["network_member"] if each.get("name")]
    said, without = (reading.text(each.read_bytes()) for each in (named, nameless))
    assert people[0] in said
    assert [name for name in ("Jonas", *people) if name in without] == []
    assert "Privat 1" in without
    capsys.readouterr()
    for kind in ("plan", "welcome"):
        assert main(["paper", kind, "--anonymous", str(CASE), "-o", str(tmp_path / "x.pdf")]) == WRONG_USE
        assert "Kun netværkskortet" in capsys.readouterr().err


def test_a_name_that_is_left_out_of_paper_and_still_written_is_told_beside_the_paper(tmp_path: Path,
                                                                                     capsys: Out) -> None:
    """On standard error, so that a PDF on standard output stays one."""
    file, data = tmp_path / "case.json", json.loads(CASE.read_bytes())
    data["case"]["network_member"].append({"id": "peter", "name": "Peter Bang", "left_out_of_paper": True})
    data["case"]["agreement"].append({"id": "a9", "text": "Peter henter mig"})
    file.write_text(json.dumps(data))
    said = "Peter Bang er udeladt på papir, men navnet står stadig i 1 aftale.\n  Aftale: »Peter henter mig«\n"
    for words, told in ((["render"], True), (["paper", "who-does-what"], True), (["paper", "plan"], True),
                        (["paper", "welcome"], False), (["paper", "network"], False)):
        assert main([*words, str(file), "-o", str(tmp_path / "out.pdf")]) == DONE
        found = capsys.readouterr()
        assert (said in found.err) is told, words
        assert "udeladt" not in found.out
    assert main(["render", str(CASE), "-o", str(tmp_path / "out.pdf")]) == DONE
    assert "udeladt" not in capsys.readouterr().err


def test_a_letter_without_the_right_to_ask_is_refused_in_words(tmp_path: Path, capsys: Out) -> None:
    file, out = tmp_path / "case.json", tmp_path / "letter.pdf"
    data = json.loads(CASE.read_bytes())
    data["case"]["knowledge"] = [{"id": "k1", "noted_on": "2026-10-01", "what": "Speciallægeerklæring"}]
    file.write_text(json.dumps(data))
    assert main(["paper", "knowledge-request", str(file), "-o", str(out)]) == FAILED
    assert "Vælg, hvem der har den" in capsys.readouterr().err
    assert not out.exists()


def test_a_case_taken_in_twice_fails_and_says_so(made: Path, tmp_path: Path, capsys: Out) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{}")
    assert main(at(made, "import", str(CASE), str(bad), str(tmp_path / "none"))) == FAILED
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.splitlines()
    assert _("The case is here already.") in lines[0]
    assert str(bad) in lines[1]
    assert _("it is not there") in lines[2]


@pytest.mark.parametrize("named", [case_id(), case_id()[:8], "jonas bækgaard"])
def test_export_by_id_or_name_and_import_elsewhere(named: str, made: Path, tmp_path: Path, capsys: Out) -> None:
    out = tmp_path / "jonas.json"
    assert main(at(made, "export", named, "-o", str(out))) == DONE
    assert json.loads(out.read_bytes())["id"] == case_id()
    capsys.readouterr()
    assert main(at(made, "export", "nobody", "-o", str(out))) == FAILED
    assert _("There is no such case. borgerplan list shows those there are.") in capsys.readouterr().err


def test_what_is_here_already_is_said_without_a_loose_word(made: Path, capsys: Out) -> None:
    assert main(at(made, "import", str(CASE))) == FAILED
    assert capsys.readouterr().err.rstrip().endswith(_("Open the case from the list instead."))


def test_check_backup_and_restore(made: Path, tmp_path: Path, capsys: Out) -> None:
    home = tmp_path / "home"
    shutil.copytree(made, home)
    assert main(at(home, "check")) == DONE
    assert _("Everything is as it was stored.") in capsys.readouterr().out
    assert main(at(home, "backup")) == DONE
    name = capsys.readouterr().out.strip()
    assert main(at(home, "restore", "--list")) == DONE
    assert name in capsys.readouterr().out.split()
    database = home / "borgerplan.db"
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(bytes(content))
    assert main(at(home, "check")) == FAILED
    assert main(at(home, "restore", "no-such")) == FAILED
    assert _("There is no such backup. borgerplan restore --list shows those there are.") in capsys.readouterr().err
    assert main(at(home, "restore", name)) == DONE
    assert main(at(home, "check")) == DONE
    assert main(at(home, "list")) == DONE
    assert "Jonas Bækgaard" in capsys.readouterr().out


def test_no_restore_under_an_open_window(made: Path, tmp_path: Path, capsys: Out) -> None:
    from borgerplan_desktop.casework.session.location import Location

    home = tmp_path / "home"
    shutil.copytree(made, home)
    assert main(at(home, "backup")) == DONE
    window = Location(home).window()
    window.take()
    try:
        assert main(at(home, "restore")) == FAILED
    finally:
        window.give_back()
    assert _("Borgerplan is open in a window. Nothing has been changed. Close the window, and try again.") in \
        capsys.readouterr().err


def test_who_and_with_which_password(made: Path, tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"                             # wrong tries make the next one wait: in a copy
    shutil.copytree(made, home)
    assert main(at(home, "list", "--user", "Nobody")) == FAILED
    assert _("The user name does not exist on this computer.") in capsys.readouterr().err
    monkeypatch.setenv("BORGERPLAN_USER", "Eva Lind")
    assert main(at(home, "list")) == DONE
    monkeypatch.setenv("BORGERPLAN_PASSWORD", "noget helt andet her")
    assert main(at(home, "list")) == FAILED
    assert _("Wrong password.") in capsys.readouterr().err
    monkeypatch.delenv("BORGERPLAN_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert main(at(home, "list")) == FAILED
    assert "BORGERPLAN_PASSWORD" in capsys.readouterr().err


def test_the_password_is_asked_for_unseen(made: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def typed(prompt: str, _stream: object) -> str:
        asked.append(prompt)
        return PASSWORD

    monkeypatch.delenv("BORGERPLAN_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", typed)
    assert main(at(made, "list")) == DONE
    assert asked == [_("Password for {name}: ").format(name="Eva Lind")]
    assert PASSWORD not in "".join(capsys.readouterr())


def test_the_password_in_the_environment_is_read_once(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from borgerplan_desktop import app

    assert cli.main(at(made, "list")) == DONE
    assert "BORGERPLAN_PASSWORD" not in os.environ
    monkeypatch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(app, "run_window", lambda *_: DONE)
    assert cli.main([]) == DONE
    assert "BORGERPLAN_PASSWORD" not in os.environ


def test_two_new_passwords_must_be_the_same(tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["en rolig hest ved broen", "en urolig hest ved broen"])
    monkeypatch.delenv("BORGERPLAN_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _prompt, _stream: next(answers))
    assert main(["init", "--home", str(tmp_path / "home"), "--shelter", "Skovly", "--user", "Eva"]) == FAILED
    assert _("The two passwords are not the same. Nothing has been made. Try again.") in capsys.readouterr().err
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("command", ["list", "check", "backup"])
def test_where_there_is_no_archive(command: str, tmp_path: Path, capsys: Out) -> None:
    assert main(at(tmp_path / "empty", command)) == FAILED
    assert str(tmp_path / "empty") in capsys.readouterr().err
    assert not (tmp_path / "empty").exists()


def test_restore_where_there_is_no_backup(tmp_path: Path, capsys: Out) -> None:
    assert main(at(tmp_path, "restore")) == FAILED
    assert _("There is no backup on this computer.") in capsys.readouterr().err


# --------------------------------------------------------------------------------------------------- as a real program
def _program(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "borgerplan_desktop", *words], capture_output=True, check=False,
                          timeout=60, env={**os.environ, **environment})


def test_as_a_program_in_a_plain_locale(made: Path) -> None:
    found = _program(*at(made, "list"), LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert found.returncode == DONE, found.stderr
    assert "Jonas Bækgaard".encode() in found.stdout
