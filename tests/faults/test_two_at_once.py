"""Two on the same case: different fields merge, in the same field both texts are kept and shown. And a second start."""
from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.meeting import agenda, before_meeting
from borgerplan_desktop.casework.network.people import put_on_map
from borgerplan_desktop.casework.network.people_files import people_in_file
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session import drafts, login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.drafts_dialog import DraftsDialog
from borgerplan_desktop.gui.meeting.agenda_card import AgendaCard
from borgerplan_desktop.gui.meeting.meeting_dialogs import CallOff
from borgerplan_desktop.gui.network.coming_table import Column
from borgerplan_desktop.gui.network.map_view import MapView
from borgerplan_desktop.gui.network.people_from_file import PeopleFromFile
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import AgendaItem, Meeting
from borgerplan_desktop.model.network import Ring, people
from borgerplan_desktop.model.papers import Draft
from borgerplan_desktop.model.plan import Goal, Plan, current_plan
from borgerplan_desktop.model.shelter import Sector
from tests.archive import PASSWORD, Clock
from tests.documents.reading_in import people_files
from tests.faults.test_while_typing import locked_file
from tests.journeys.hands import Hands
from tests.window import desk_of, open_first, session_of


@pytest.fixture
def other(program: Program, at_work: Hands, location: Location) -> Iterator[OpenCase]:
    """The same case, open on another computer or in a terminal."""
    open_first(program, "plan")
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    yield archive.open_case(archive.store.cases()[0])
    archive.close()


def typed(program: Program, hands: Hands, field: str, text: str) -> None:
    edit = hands.field(field)
    edit.setFocus()
    edit.selectAll()
    edit.insertPlainText(text)  # type: ignore[union-attr]
    desk_of(program).settle.emit()


def test_different_fields_merge(program: Program, at_work: Hands, other: OpenCase) -> None:
    write(other, current_plan(other.case), Plan.strengths, "god til at lave mad", "Typed")
    typed(program, at_work, "Håb og drømme", "min egen dør")
    plan = current_plan(desk_of(program).case)
    assert (plan.hopes, plan.strengths) == ("min egen dør", "god til at lave mad")
    assert at_work.field("Det kan jeg").toPlainText() == "god til at lave mad"  # type: ignore[union-attr]
    other.catch_up()
    assert current_plan(other.case).hopes == "min egen dør"


@pytest.mark.parametrize("seen", [False, True], ids=["both at once", "theirs arrives while I type"])
@pytest.mark.parametrize(("choose", "stands"), [
    ("mine_button", "min egen dør"), ("theirs_button", "ro til at sove"),
    ("both_button", "ro til at sove\nmin egen dør")])
def test_the_same_field_keeps_both_texts(program: Program, at_work: Hands, other: OpenCase, seen: bool, choose: str,
                                         stands: str) -> None:
    edit = at_work.field("Håb og drømme")
    edit.setFocus()
    edit.insertPlainText("min egen dør")  # type: ignore[union-attr]
    write(other, current_plan(other.case), Plan.hopes, "ro til at sove", "Typed")
    desk = desk_of(program)
    if seen:
        desk.look_for_others()
    desk.settle.emit()
    assert current_plan(desk.case).hopes == "ro til at sove"           # nothing is written over
    assert [draft.text for draft in drafts.waiting(desk.opened)] == ["min egen dør"]
    at_work.click("Se begge")
    dialog = at_work.front()
    assert isinstance(dialog, DraftsDialog)
    assert at_work.sees("min egen dør")
    assert at_work.sees("ro til at sove")
    getattr(dialog, choose).click()
    assert current_plan(desk.case).hopes == stands
    assert desk.case.all(Draft) == []
    other.catch_up()
    assert current_plan(other.case).hopes == stands


def test_the_goal_is_gone_while_i_write_in_it(program: Program, at_work: Hands, other: OpenCase) -> None:
    from borgerplan_desktop.casework.plan.goals import delete_goal
    desk = desk_of(program)
    session_of(program).go("plan", desk.case.all(Goal)[0].id)
    edit = at_work.field("Mål")
    edit.setFocus()
    edit.selectAll()
    (edit.insert if isinstance(edit, QLineEdit) else edit.insertPlainText)("en bolig nær Anna")
    delete_goal(other, other.case.all(Goal)[0])
    desk.look_for_others()
    desk.settle.emit()
    assert desk.case.all(Goal) == []
    assert [draft.text for draft in drafts.waiting(desk.opened)] == ["en bolig nær Anna"]
    at_work.click("Se teksten")
    at_work.front().note_button.click()  # type: ignore[attr-defined]
    assert desk.case.all(Draft) == []


def test_the_meeting_is_gone_while_i_call_it_off(program: Program, at_work: Hands, other: OpenCase) -> None:
    """It is said, nothing is written beside it, and the reason stands where it was typed."""
    desk = desk_of(program)
    meeting = before_meeting.plan_meeting(desk.opened)
    dialog = CallOff(desk, meeting, program.window)
    dialog.open()
    dialog.why.setPlainText("Nadia er syg")
    other.catch_up()
    before_meeting.remove_meeting(other, other.case.all(Meeting)[0])
    desk.look_for_others()
    dialog.act.click()
    assert dialog.isVisible()
    assert dialog.why.toPlainText() == "Nadia er syg"
    assert at_work.sees("Det samme er lige blevet ændret et andet sted.", within=program.window)
    dialog.reject()


def test_the_citizen_gets_another_name_while_i_write(program: Program, at_work: Hands, other: OpenCase) -> None:
    """Every tab is made anew then: what stands half typed in the old one is stored first."""
    at_work.field("Håb og drømme").insertPlainText("min egen dør")  # type: ignore[union-attr]
    write(other, other.case.the(Citizen), Citizen.name, "Maja Holm", "Typed")
    desk_of(program).look_for_others()
    assert current_plan(desk_of(program).case).hopes == "min egen dør"
    assert at_work.field("Håb og drømme").toPlainText() == "min egen dør"  # type: ignore[union-attr]


def test_the_citizen_gets_another_name_while_the_store_refuses(
        program: Program, at_work: Hands, other: OpenCase) -> None:
    field = at_work.field("Håb og drømme")
    write(other, other.case.the(Citizen), Citizen.name, "Maja Holm", "Typed")
    with locked_file(program):
        field.insertPlainText("min egen dør")  # type: ignore[union-attr]
        desk_of(program).look_for_others()
    assert [draft.text for draft in drafts.waiting(desk_of(program).opened)] == ["min egen dør"]


def test_two_meetings_go_while_i_write(program: Program, at_work: Hands, other: OpenCase) -> None:
    """What is stored on the way to the second one brings the news that it is gone too."""
    desk = desk_of(program)
    for _ in range(2):
        before_meeting.plan_meeting(desk.opened)
    open_first(program, "meetings")
    open_first(program, "plan")
    at_work.field("Håb og drømme").insertPlainText("min egen dør")  # type: ignore[union-attr]
    other.catch_up()
    shown = program.login_flow.session.page("meetings").meeting  # type: ignore[union-attr]
    for meeting in sorted(other.case.all(Meeting), key=lambda each: each.id != shown.id):
        before_meeting.remove_meeting(other, meeting)
    desk.look_for_others()
    assert program.login_flow.session.page("meetings").meeting is None  # type: ignore[union-attr]
    assert current_plan(desk.case).hopes == "min egen dør"


def test_the_open_point_goes_while_i_write_beside_it(program: Program, at_work: Hands, other: OpenCase) -> None:
    desk = desk_of(program)
    meeting = before_meeting.plan_meeting(desk.opened)
    item = agenda.add_item(desk.opened, meeting, "Bolig")
    open_first(program, "meetings")
    card = program.window.findChild(AgendaCard)
    assert card is not None
    card.open_item(item)
    at_work.field("Hvorfor mødes vi?").insertPlainText("om bolig")  # type: ignore[union-attr]
    other.catch_up()
    agenda.remove_item(other, other.case.get(AgendaItem, item.id))  # type: ignore[arg-type]
    desk.look_for_others()
    assert card.editor is None
    assert meeting.purpose == "om bolig"


def test_a_second_start_raises_the_first_window(program: Program, at_work: Hands, location: Location) -> None:
    """A real second process on the same folder: it ends at once, and the first window comes forward."""
    at_work.wait(lambda: True)
    program.window.showMinimized()
    assert program.window.isMinimized()
    child = subprocess.Popen([sys.executable, "-m", "borgerplan_desktop", "--home", str(location.folder)],
                             cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    at_work.wait(lambda: child.poll() is not None, "the second start to end")
    out, err = child.communicate()
    assert child.returncode == 0, err
    assert out == ""
    assert not program.window.isMinimized()
    typed(program, at_work, *open_plan(program))
    assert current_plan(desk_of(program).case).hopes == "min egen dør"


def open_plan(program: Program) -> tuple[str, str]:
    open_first(program, "plan")
    return "Håb og drømme", "min egen dør"


def test_the_terminal_beside_the_window(program: Program, at_work: Hands, location: Location) -> None:
    """`list`, `check`, `backup` and `import` work while the window is open, and the window sees what came."""
    from borgerplan_desktop import cli
    case = Path(__file__).parents[1] / "data" / "cases" / "herberg.json"
    with pytest.MonkeyPatch.context() as patch:
        for words in (["list"], ["check"], ["backup"], ["import", str(case)]):
            patch.setenv("BORGERPLAN_PASSWORD", PASSWORD)        # it is taken out once read
            assert cli.main([words[0], "--home", str(location.folder), "--user", "Eva Lind", *words[1:]]) == 0
        patch.setenv("BORGERPLAN_PASSWORD", "forkert kode her")
        assert cli.main(["list", "--home", str(location.folder), "--user", "Eva Lind"]) == 1
    session = session_of(program)
    session.lists.refresh()
    assert len(session.archive.citizens()) == 2
    typed(program, at_work, *open_plan(program))
    assert current_plan(desk_of(program).case).hopes == "min egen dør"


def test_people_come_in_from_the_terminal_while_the_window_asks_who_shall(
        program: Program, at_work: Hands, location: Location, tmp_path: Path) -> None:
    """Whoever is here by then is not taken in once more, and the map shows them; what the window does goes on."""
    from borgerplan_desktop import cli
    path = tmp_path / "telefon.vcf"
    path.write_bytes(people_files.IPHONE)
    session = session_of(program)
    session.open(session.archive.citizens()[0].id, "network")
    desk = desk_of(program)
    dialog = PeopleFromFile(desk, people_in_file(people_files.IPHONE), program.window)
    dialog.open()
    assert dialog.take.isEnabled()
    words = ["import-people", "--home", str(location.folder), "--user", "Eva Lind", desk.opened.id, str(path)]
    with pytest.MonkeyPatch.context() as patch:
        for code in (0, 1):                              # everybody is here the second time: it is said
            patch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
            assert cli.main(words) == code
    dialog.take.click()                                  # before the window has looked for others
    assert dialog.isVisible()
    assert at_work.sees("Det samme er lige blevet ændret et andet sted.", within=dialog)
    assert not dialog.take.isEnabled()                   # it shows now that they are here
    assert not dialog.table.isColumnHidden(Column.HERE)
    names = [member.contact.name for member in people(desk.case)]
    assert len(names) == len(set(names))
    dialog.reject()
    map_view = program.window.findChild(MapView)
    assert map_view is not None
    assert set(map_view.map_scene.people) <= {member.id for member in people(desk.case)}
    put_on_map(desk.opened, people(desk.case)[-1], Sector.FRIENDS, Ring.CLOSE)
    assert people(desk.case)[-1].id in map_view.map_scene.people
    desk.opened.undo()
    assert [member.contact.name for member in people(desk.case)] == names
