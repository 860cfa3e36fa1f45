"""What is typed in a dialog lies sealed beside the archive while it is open, and nowhere when it is done."""
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.course.responsibility import ask_office
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import start_meeting
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.session.half_typed import HalfTyped, Words
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen
from borgerplan_desktop.gui.editing.unsaved_input import Follow
from borgerplan_desktop.gui.shell.session import Session
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import NetworkMember
from tests.faults.canary import traces
from tests.faults.test_while_typing import locked_file, unlock
from tests.journeys.hands import Hands
from tests.window import desk_of, log_in

MARK = "Kanariefugl og mere"
Open = Callable[[Session], object]


def _call(session: Session) -> None:
    from borgerplan_desktop.gui.waiting.call_dialog import CallDialog
    assert session.desk is not None
    CallDialog(session.desk, ask_office(session.desk.opened, "Hjemløseenheden"), session._window).open()


def _call_off(session: Session) -> None:
    from borgerplan_desktop.gui.meeting.meeting_dialogs import CallOff
    assert session.desk is not None
    CallOff(session.desk, plan_meeting(session.desk.opened), session._window).open()


DIALOGS: dict[str, tuple[Open, str]] = {
    "consent": (lambda s: s.page("papers").consents.ask(), "purpose_field"),  # type: ignore[union-attr]
    "interpreter": (lambda s: s.page("papers").consents.ask(), "interpreter_field"),  # type: ignore[union-attr]
    "earlier": (lambda s: s.page("papers").earlier.ask(), "words_field"),  # type: ignore[union-attr]
    "person": (lambda s: s.page("network").ask_who(), "relation"),  # type: ignore[union-attr]
    "call": (_call, "note"),
    "call off": (_call_off, "why"),
    "new": (lambda s: s.actions.receive(), "phone_field"),
}


@pytest.fixture
def session(program: Program, at_work: Hands) -> Session:
    assert program.login_flow.session is not None
    for tab in ("papers", "network"):
        program.login_flow.session.go(tab)
    return program.login_flow.session


def begun(session: Session, hands: Hands, name: str, text: str = MARK) -> QDialog:
    """A dialog with a text in it, a pause later."""
    show, field = DIALOGS[name]
    show(session)
    dialog = hands.front()
    assert isinstance(dialog, QDialog)
    edit = getattr(dialog, field)
    assert isinstance(edit, QLineEdit | QPlainTextEdit)
    (edit.insert if isinstance(edit, QLineEdit) else edit.insertPlainText)(text)
    paused(dialog)
    return dialog


def paused(location: QDialog) -> None:
    for follow in location.findChildren(Follow):
        assert follow._pause.isActive()
        follow._pause.timeout.emit()


def sealed(location: Location) -> list[str]:
    """The files of half typed words, after a look that none of them is legible."""
    assert traces(location.folder, words=["Kanariefugl"]) == []
    return [file.name for file in location.folder.glob(".typed-*")]


@pytest.mark.parametrize("name", list(DIALOGS))
def test_sealed_while_it_is_open_and_gone_when_it_is_given_up(
        session: Session, at_work: Hands, location: Location, name: str) -> None:
    before = session.archive.store.lines()
    dialog = begun(session, at_work, name)
    assert sealed(location) == [f".typed-{session.archive.who}"]
    lines = len(session.archive.store.lines())
    assert name in ("call", "call off") or lines == len(before)    # no history of it
    dialog.reject()
    assert sealed(location) == []
    assert len(session.archive.store.lines()) == lines


def test_gone_when_it_is_accepted(program: Program, session: Session, at_work: Hands, location: Location) -> None:
    dialog = begun(session, at_work, "person")
    dialog.name.setText("Sara")  # type: ignore[attr-defined]
    paused(dialog)
    dialog.add.click()  # type: ignore[attr-defined]
    assert any(member.contact.name == "Sara" for member in desk_of(program).case.all(NetworkMember))
    assert sealed(location) == []


def test_gone_when_it_is_wiped_out_again(session: Session, at_work: Hands, location: Location) -> None:
    dialog = begun(session, at_work, "consent")
    dialog.purpose_field.clear()  # type: ignore[attr-defined]
    assert sealed(location) == []


@pytest.mark.parametrize("busy", [False, True], ids=["stored", "the file is locked"])
def test_the_lock_makes_one_draft_of_it(
        program: Program, session: Session, at_work: Hands, location: Location, busy: bool) -> None:
    if busy:
        with locked_file(program):
            begun(session, at_work, "consent")
            program.login_flow.lock()
            assert sealed(location)                         # kept on the disk as well as in memory
    else:
        begun(session, at_work, "consent")
        program.login_flow.lock()
        assert sealed(location) == []
    QApplication.processEvents()
    unlock(program, at_work)
    assert [draft.text for draft in drafts.waiting(desk_of(program).opened)] == [MARK]
    assert sealed(location) == []


def test_a_crash_on_the_locked_screen_while_the_file_is_locked(
        program: Program, session: Session, at_work: Hands, location: Location) -> None:
    with locked_file(program):
        begun(session, at_work, "consent")
        program.login_flow.lock()
    program.login_flow._left.clear()                       # the memory is gone
    QApplication.processEvents()
    unlock(program, at_work)
    draft, = drafts.waiting(desk_of(program).opened)     # the citizen it was typed for is on the desk
    assert draft.text == MARK


def test_a_new_citizen_is_in_the_form_again(
        program: Program, session: Session, at_work: Hands, location: Location) -> None:
    dialog = begun(session, at_work, "new", "12 34 56 78")
    assert isinstance(dialog, NewCitizen)
    dialog.name_field.setText(MARK)
    dialog.birth_field.field.setText("3. marts 1980")    # the screen locks before the pause
    program.login_flow.lock()
    QApplication.processEvents()
    assert not at_work.sees("Kanariefugl")
    assert sealed(location)
    unlock(program, at_work)
    again = at_work.front()
    assert isinstance(again, NewCitizen)
    assert again.name_field.text() == MARK
    at_work.click("Modtag")
    citizen = desk_of(program).case.the(Citizen)
    assert (citizen.name, citizen.phone, str(citizen.birth_date)) == (MARK, "12 34 56 78", "1980-03-03")
    assert sealed(location) == []


@pytest.mark.parametrize("name", ["phone_field", "first_field"])
def test_the_caret_stands_where_it_stood(program: Program, session: Session, at_work: Hands, name: str) -> None:
    dialog = begun(session, at_work, "new", "12 34 56 78")
    before = getattr(dialog, name)
    before.setFocus()
    QApplication.processEvents()
    edit = dialog.focusWidget()
    assert isinstance(edit, QLineEdit)
    edit.setText("2. marts 2026")
    edit.setCursorPosition(3)
    program.login_flow.lock()
    QApplication.processEvents()
    unlock(program, at_work)
    for _round in range(5):
        QApplication.processEvents()
    again = at_work.front().focusWidget()
    assert isinstance(again, QLineEdit)
    assert again.selectedText() == ""                    # the next key takes nothing away
    again.insert("x")
    assert again.text() == "2. xmarts 2026"


def test_what_somebody_else_typed_waits_for_them(
        program: Program, session: Session, at_work: Hands, location: Location) -> None:
    from borgerplan_desktop.casework.session import staff
    staff.add_colleague(session.archive, "Ole Toft", "", "en anden lang adgangskode")
    begun(session, at_work, "new")
    program.login_flow.log_out()
    QApplication.processEvents()
    at_work.click("Ole Toft")
    at_work.type("Adgangskode for Ole", "en anden lang adgangskode")
    at_work.click("Log ind")
    assert at_work.front() is program.window
    program.login_flow.log_out()
    at_work.click("Eva Lind")
    log_in(at_work)
    assert at_work.front().phone_field.text() == MARK  # type: ignore[attr-defined]


def test_a_line_at_the_meeting(program: Program, session: Session, at_work: Hands, location: Location) -> None:
    """What we are about to agree is no dialog, but stands half typed for as long."""
    desk = desk_of(program)
    start_meeting(desk.opened, plan_meeting(desk.opened))
    session.go("meetings")
    page = session.page("meetings").findChild(QLineEdit, "park_words").parent()  # type: ignore[union-attr]
    while page is not None and not hasattr(page, "new_agreement"):
        page = page.parent()
    page.new_agreement.when.setText("næste uge")  # type: ignore[union-attr]
    paused(page)  # type: ignore[arg-type]
    assert _words(session) == ["næste uge"]
    page.new_agreement.what.setText(MARK)  # type: ignore[union-attr]
    paused(page)  # type: ignore[arg-type]
    assert sealed(location)
    assert _words(session) == [f"{MARK} · næste uge"]
    page.new_agreement.agree()  # type: ignore[union-attr]
    assert sealed(location) == []


def _words(session: Session) -> list[str]:
    """What lies sealed, as a fresh start would find it."""
    return [each.text for words in HalfTyped(session.archive).found().values() for each in words]


def test_words_for_a_citizen_who_is_not_there_stay_sealed(program: Program, session: Session, at_work: Hands,
                                                         location: Location) -> None:
    """A backup from before the citizen came was restored: they come back with the citizen, and are in nobody's way."""
    session.half_typed.save("x", "nobody", [Words("citizen", "nobody", "", MARK)])
    program.login_flow.lock()
    unlock(program, at_work)
    assert drafts.waiting(desk_of(program).opened) == []
    again = program.login_flow.session
    assert again is not None
    again.go("papers")
    begun(again, at_work, "consent").reject()
    assert sealed(location)
    assert program.login_flow.may_leave()


def test_a_file_that_is_not_ours_is_as_none(program: Program, session: Session, location: Location) -> None:
    location.home.half_typed(session.archive.who).write_bytes(b"x" * 100)
    half_typed = HalfTyped(session.archive)
    assert half_typed.found() == {}
    assert half_typed.save("x", desk_of(program).opened.id, [Words("citizen", "y", "", MARK)])
    assert [d.text for d in HalfTyped(session.archive).found()[desk_of(program).opened.id]] == [MARK]


def test_when_the_disk_refuses_it_tries_again(
        session: Session, at_work: Hands, location: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("borgerplan_desktop.casework.session.half_typed.write_whole", full)
        dialog = begun(session, at_work, "consent")
        assert sealed(location) == []
    paused(dialog)                                       # the next try is on its way
    assert sealed(location)
    dialog.reject()
