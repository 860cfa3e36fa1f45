"""The terminal about many citizens: the list, Min dag, and where something is written."""
from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from borgerplan_desktop.cli import DONE, WRONG_USE
from tests.test_cli import CASE, Out, at, case_id, main
from tests.test_cli import clean as clean
from tests.test_cli import made as made


def test_the_list(made: Path, capsys: Out) -> None:
    assert main(at(made, "list")) == DONE
    id, room, name, _next = capsys.readouterr().out.rstrip("\n").split("\t")
    assert (id, room, name) == (case_id(), "12", "Jonas Bækgaard")


def test_today_as_lines_and_as_json(made: Path, capsys: Out) -> None:
    assert main(at(made, "today")) == DONE
    assert "Jonas" in capsys.readouterr().out
    assert main(at(made, "today", "--json")) == DONE
    out = capsys.readouterr().out
    told = json.loads(out)
    assert told.keys() >= {"first", "meetings", "overdue", "deadlines", "keep_an_eye_on", "from_first_talk_to_plan"}
    lines = [*told["meetings"], *told["overdue"], *told["deadlines"], *told["keep_an_eye_on"]]
    assert lines
    assert {line["opens"]["case_id"] for line in lines if line["opens"]["tab"] != "directory"} == {case_id()}
    assert "120580" not in out                           # never a CPR number


def test_a_line_is_one_line_and_names_no_number(tmp_path: Path, capsys: Out) -> None:
    home, file = tmp_path / "home", tmp_path / "case.json"
    data = json.loads(CASE.read_bytes())
    late = (date.today() - timedelta(days=3)).isoformat()
    for each in data["case"]["agreement"]:
        each |= {"text": "Ring til borgerservice\nom CPR\t310280-1234", "due_on": late, "status": "open",
                 "done_on": None}
    file.write_text(json.dumps(data))
    assert main(at(home, "init", "--shelter", "Herberget Havnegade", "--user", "Eva Lind")) == DONE
    assert main(at(home, "import", str(file))) == DONE
    capsys.readouterr()
    assert main(at(home, "today")) == DONE
    lines = capsys.readouterr().out.splitlines()
    late_ones = [line for line in lines if "Ring til borgerservice" in line]
    assert late_ones
    assert all("Ring til borgerservice om CPR 310280-••••" in line for line in late_ones)
    assert len({line.count("\t") for line in late_ones[1:]}) <= 1
    for words in (["today", "--json"], ["find", "borgerservice"], ["find", "borgerservice", "--json"], ["list"]):
        assert main(at(home, *words)) == DONE
        out = capsys.readouterr().out
        assert "310280-1234" not in out
        assert {"today": "310280-••••", "find": "••••••-••••", "list": ""}[words[0]] in out


def test_by_nothing_that_can_be_sought_nobody_is_found(made: Path, capsys: Out) -> None:
    assert main(at(made, "find", "\udcff\udcfe", "--json")) == DONE
    found = json.loads(capsys.readouterr().out)
    assert found == {"citizens": [], "written": []}
    for nothing in ("", "  ", "\u200b"):
        assert main(at(made, "find", nothing)) == WRONG_USE or nothing.strip()
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err
    assert main(at(made, "find", "q" * 100_000)) == DONE
    assert len(capsys.readouterr().err) < 300


def test_find_tells_the_citizens_and_where_it_is_written(made: Path, capsys: Out) -> None:
    assert main(at(made, "list", "--sort", "room", "--scope", "follow_up")) == DONE
    capsys.readouterr()
    assert main(at(made, "list")) == DONE
    id, _room, name, _next = capsys.readouterr().out.splitlines()[0].split("\t")
    assert main(at(made, "find", name.split()[0].lower(), "--json")) == DONE
    found = json.loads(capsys.readouterr().out)
    assert [each["id"] for each in found["citizens"]] == [id]
    assert main(at(made, "find", "bolig", "--json")) == DONE
    found = json.loads(capsys.readouterr().out)
    assert found["citizens"] == []
    assert {each["id"] for each in found["written"]} == {id}
    assert {"note", "agreement"} <= {each["kind"] for each in found["written"]}
    assert all("bolig" in each["text"].lower() for each in found["written"])
    assert main(at(made, "find", "bolig")) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[4] for line in lines] == [each["row_id"] for each in found["written"]]
    assert main(at(made, "find", "qqqq")) == DONE
    assert "qqqq" in capsys.readouterr().err
