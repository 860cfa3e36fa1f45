"""The shelter's own case never goes stale: whom a case names is known, shown and frozen as the store holds it."""
from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.papers.case_files import import_case
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.approvals import Approval
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.documents import plan as papers
from borgerplan_desktop.documents.case_file import Unnamed, read_case, write_case
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.network import NetworkMember, people
from borgerplan_desktop.model.plan import Agreed, Plan, SignedHow, current_plan
from borgerplan_desktop.model.shelter import Professional, StaffMember
from tests.archive import CHEAP, PASSWORD, Clock
from tests.faults.other_desk import change, frozen_names
from tests.journeys.hands import Hands
from tests.window import desk_of, open_first, session_of

DEMO = Path(__file__).parents[2] / "resources" / "cases" / "demo.json"
SEED = Path(__file__).parents[1] / "data" / "cases" / "herberg.json"


@pytest.fixture(scope="module")
def shelter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with the case of the seed."""
    folder = tmp_path_factory.mktemp("seed") / "data"
    archive, _code = login.begin_archive(Location(folder, CHEAP), "Skovly", "Eva Lind", PASSWORD, Clock())
    login.put_code_away(archive)
    import_case(archive, SEED.read_bytes())
    archive.close()
    return folder


class Other:
    """The other process; `ask` waits for its answer."""

    def __init__(self, location: Location) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.other_desk", str(location.folder)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True)
        assert self._line() == "ready"

    def ask(self, *words: str) -> str:
        assert self._process.stdin is not None
        self._process.stdin.write("|".join(words) + "\n")
        self._process.stdin.flush()
        return self._line()

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def end(self) -> None:
        self._process.communicate(timeout=30)
        assert self._process.returncode == 0


@pytest.fixture
def other(program: Program, at_work: Hands, location: Location) -> Iterator[Other]:
    """Started while the window stands at work with its first citizen."""
    open_first(program, "plan")
    other = Other(location)
    yield other
    other.end()


def imported(location: Location, file: Path) -> str:
    """What the terminal does beside the window; the id it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "borgerplan_desktop", "import", str(file), "--home", str(location.folder), "--user",
         "Eva Lind"], env={"BORGERPLAN_PASSWORD": PASSWORD, "PATH": "/usr/bin:/bin"}, capture_output=True, text=True,
        check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_case_taken_in_by_the_terminal_has_all_its_names_here(program: Program, at_work: Hands,
                                                               location: Location) -> None:
    case_id = imported(location, DEMO)
    session_of(program).open(case_id, "network")
    case = desk_of(program).case
    assert [member.contact.name for member in people(case) if not member.contact.name] == []
    wanted = {row["name"] for row in json.loads(DEMO.read_bytes())["register"]["professional"]}
    assert wanted <= set(frozen_names(desk_of(program).opened))


def test_a_colleague_who_is_renamed_elsewhere_is_shown_and_frozen_with_the_new_name(
        program: Program, at_work: Hands, other: Other) -> None:
    assert other.ask("rename", "Birgit Holm", "Birgit Holm-Berg") == "done"
    assert other.ask("rename", "Eva Lind", "Eva Lindgren") == "done"
    session_of(program).go("network")
    desk_of(program).look_for_others()
    assert any("Birgit Holm-Berg" in words for words in shown(program))
    assert at_work.sees("Eva Lindgren · Skovly")
    assert {"Birgit Holm-Berg", "Eva Lindgren"} <= set(frozen_names(desk_of(program).opened))


def test_what_the_window_changes_is_what_the_other_process_adopts(program: Program, at_work: Hands,
                                                                 other: Other) -> None:
    shelter = session_of(program).archive.shelter
    service = shelter.case.all(Service)
    change(shelter, "Birgit Holm", "Birgit Holm-Berg")
    change(shelter, "Morten Dahl", "")
    if service:
        change(shelter, service[0].name, "Åben rådgivning på torvet")
    assert "Birgit Holm-Berg" in json.loads(other.ask("names"))
    names = json.loads(other.ask("adopt"))
    assert {"Birgit Holm-Berg", "Morten Dahl"} <= set(names)
    assert "Birgit Holm" not in names
    assert not service or "Åben rådgivning på torvet" in names


def shown(program: Program) -> set[str]:
    """The names in the table of the network."""
    page = session_of(program).page("network")
    assert isinstance(page, NetworkTab)
    model = page.table.model()
    return {str(model.index(row, column).data()) for row in range(model.rowCount())
            for column in range(model.columnCount())}


@pytest.fixture
def pair(location: Location, at_work: Hands, program: Program) -> Iterator[tuple[OpenCase, OpenCase]]:
    """The same case twice: mine, and that of another computer."""
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    mine, theirs = (each.open_case(each.store.cases()[0]) for each in (session_of(program).archive, archive))
    yield mine, theirs
    archive.close()


@pytest.mark.parametrize("whose", ["case", "register"])
def test_what_changes_while_the_paper_is_drawn_is_in_what_is_frozen(
        pair: tuple[OpenCase, OpenCase], whose: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, theirs = pair
    draw, drawn = papers.plan_pdf, []

    def slow(*args: object, **options: object) -> bytes:
        drawn.append(1)
        if len(drawn) == 1:
            assert theirs.shelter is not None
            if whose == "case":
                write(theirs, current_plan(theirs.case), Plan.hopes, "at bo ved vandet", "Typed")
            else:
                change(theirs.shelter, "Birgit Holm", "Birgit Holm-Berg")
        return draw(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(papers, "plan_pdf", slow)
    content = mine.kept(adopt_plan(mine).case_digest)
    assert len(drawn) == 2
    assert content is not None
    assert ("at bo ved vandet" if whose == "case" else "Birgit Holm-Berg") in content.decode()
    assert [version.number for version in current_plan(mine.case).versions] == [1]


def test_when_others_write_all_the_time_nothing_is_adopted_and_it_is_said(
        pair: tuple[OpenCase, OpenCase], monkeypatch: pytest.MonkeyPatch) -> None:
    mine, theirs = pair
    draw, drawn = papers.plan_pdf, []

    def slow(*args: object, **options: object) -> bytes:
        drawn.append(1)
        write(theirs, current_plan(theirs.case), Plan.hopes, f"at bo {len(drawn)}", "Typed")
        return draw(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(papers, "plan_pdf", slow)
    with pytest.raises(Conflict):
        adopt_plan(mine)
    assert current_plan(mine.case).versions == []
    theirs.catch_up()
    assert current_plan(theirs.case).versions == []


def test_two_windows_adopt_at_once_and_each_version_has_its_own_answers(
        pair: tuple[OpenCase, OpenCase], monkeypatch: pytest.MonkeyPatch) -> None:
    mine, theirs = pair
    draw, drawn = papers.plan_pdf, []

    def slow(*args: object, **options: object) -> bytes:
        drawn.append(1)
        if len(drawn) == 1:                              # while my paper is drawn they adopt theirs
            adopt_plan(theirs, None, [Approval(None, "Birgit Holm", Agreed.NO, "Deres")])
        return draw(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(papers, "plan_pdf", slow)
    adopt_plan(mine, None, [Approval(None, "Eva Lind", Agreed.YES, "Mine", SignedHow.ON_PAPER)])
    theirs.catch_up()
    for each in pair:
        assert [(version.number, [said.comment for said in version.approvals])
                for version in current_plan(each.case).versions] == [(1, ["Deres"]), (2, ["Mine"])]


def test_a_case_file_without_somebody_it_names_is_never_written(pair: tuple[OpenCase, OpenCase]) -> None:
    mine, _ = pair
    member = next(member for member in people(mine.case) if member.professional_id is not None)
    assert mine.case.register is not None
    del mine.case.register._rows[Professional][member.professional_id or ""]
    with pytest.raises(Unnamed):
        write_case(mine.case)


def test_a_member_of_staff_who_was_added_elsewhere_can_be_chosen(program: Program, other: Other,
                                                                 location: Location) -> None:
    shelter = session_of(program).archive.shelter
    before = len(shelter.case.all(StaffMember))
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    with archive.shelter.action("Added a colleague"):
        archive.shelter.case.add(StaffMember(name="Mads Ravn"))
    archive.close()
    session_of(program).lists.refresh()
    assert len(shelter.case.all(StaffMember)) == before + 1


def test_the_frozen_file_is_whole(pair: tuple[OpenCase, OpenCase]) -> None:
    mine, _ = pair
    content = mine.kept(adopt_plan(mine).case_digest)
    assert content is not None
    file = read_case(content)
    assert all(row.professional_id is not None or row.staff_id is not None for row in file.rows
               if isinstance(row, NetworkMember) and row.kind == "professional")
