"""The disk says no while somebody types in the real window: the words stay, it says why, and stores them later."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from sqlalchemy import Connection, Engine, event

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.drafts_dialog import DraftsDialog
from borgerplan_desktop.gui.start.locked_screen import Locked
from borgerplan_desktop.model.papers import Draft
from borgerplan_desktop.model.plan import current_plan
from borgerplan_desktop.store.engine import open_existing
from tests.archive import NOW, PASSWORD, Clock, full_disk
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, log_in, open_first, session_of

LONG = "Jeg vil have min egen dør. " * 40


@contextmanager
def locked_file(program: Program) -> Iterator[None]:
    """Another program writes, and does not end."""
    archive = archive_of(program)

    def impatient(connection, *_) -> None:  # type: ignore[no-untyped-def]
        connection.cursor().execute("PRAGMA busy_timeout=10")

    event.listen(archive.store.engine, "checkout", impatient)
    archive.store.engine.dispose()
    other = open_existing(archive.location.home.database, archive.vault.key)
    with other.begin():
        yield
    other.dispose()
    event.remove(archive.store.engine, "checkout", impatient)
    archive.store.engine.dispose()


@pytest.fixture
def own_words(program: Program, at_work: Hands) -> QPlainTextEdit:
    open_first(program, "plan")
    session = session_of(program)
    return next(e for e in session.page("plan").findChildren(QPlainTextEdit)  # type: ignore[union-attr]
                if e.accessibleName().startswith("Håb"))


def typed(edit: QPlainTextEdit, text: str, desk: Desk) -> None:
    edit.setFocus()
    edit.selectAll()
    edit.insertPlainText(text)
    desk.settle.emit()


def stored(desk: Desk) -> str:
    return current_plan(desk.opened._store.load(desk.opened.id)).hopes


def bar(program: Program) -> str:
    shown = session_of(program).bar
    return shown.bar_label.text() if shown.isVisible() else ""


def test_a_full_disk(program: Program, own_words: QPlainTextEdit) -> None:
    desk = desk_of(program)
    with full_disk(desk.opened._store):
        typed(own_words, LONG * 60, desk)
        assert own_words.toPlainText() == LONG * 60
        assert "Disken er fuld." in bar(program)
        assert stored(desk) == ""
        typed(own_words, LONG * 60 + "og mere", desk)   # one goes on typing
    desk.settle.emit()                                   # as the timer does
    assert stored(desk) == LONG * 60 + "og mere"
    assert bar(program) == ""


def test_a_locked_file(program: Program, own_words: QPlainTextEdit) -> None:
    desk = desk_of(program)
    with locked_file(program):
        typed(own_words, LONG, desk)
        assert own_words.toPlainText() == LONG
        assert "skriver" in bar(program)
        assert desk.troubles > 0
    desk.settle.emit()
    assert stored(desk) == LONG
    assert bar(program) == ""


def test_the_screen_locks_while_the_file_is_locked(
        program: Program, hands: Hands, own_words: QPlainTextEdit, clock: Clock) -> None:
    with locked_file(program):
        desk = desk_of(program)
        typed(own_words, LONG, desk)
        program.login_flow.lock()
        assert hands.sees("Borgerplan er låst")
        assert hands.sees("er ikke gemt endnu. Det venter her")
        assert b"egen" not in repr(program.login_flow._left).encode()    # sealed
    unlock(program, hands)
    assert [d.text for d in drafts.waiting(desk_of(program).opened)] == [LONG]
    choose_mine(program, hands)
    assert stored(desk_of(program)) == LONG


def test_locking_covers_the_window_first_and_waits_only_once(
        program: Program, at_work: Hands, own_words: QPlainTextEdit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program has the file: nothing is in sight while the store tries, and it does not try for long."""
    session = program.login_flow.session
    assert session is not None
    engine = session.archive.store.engine
    seen: list[list[bool]] = []

    def begin() -> AbstractContextManager[Connection]:
        seen.append([is_blank(window) for window in QApplication.topLevelWidgets() if window.isVisible()])
        return Engine.begin(engine)

    with locked_file(program):
        typed(own_words, LONG, desk_of(program))
        session.go("papers")
        session.page("papers").consents.ask()  # type: ignore[union-attr]
        at_work.type("Hvad skal", "Så vi kan tale sammen")
        assert not is_blank(at_work.front())
        monkeypatch.setattr(engine, "begin", begin)
        program.login_flow.lock()
    assert seen == [[True, True]]                        # of all that is to be kept, one try
    assert not is_blank(program.window)


def is_blank(window: QWidget) -> bool:
    image = window.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 2)}) == 1


def test_the_folder_goes_away(program: Program, hands: Hands, own_words: QPlainTextEdit, clock: Clock) -> None:
    """A disk is pulled out while somebody types; the screen locks; it is put back in place."""
    desk = desk_of(program)
    folder = program.login_flow._location.folder
    desk.opened._store.engine.dispose()
    folder.rename(folder.with_name("elsewhere"))
    typed(own_words, LONG, desk)
    assert own_words.toPlainText() == LONG
    assert "ikke" in bar(program)
    program.login_flow.lock()
    hands.type("Adgangskode for Eva Lind", PASSWORD)
    hands.click("Lås op")
    assert program.login_flow.session is None
    assert hands.sees("Mappen med arkivet er her ikke")
    assert not folder.exists()
    folder.with_name("elsewhere").rename(folder)
    clock.pass_(seconds=30)
    unlock(program, hands)
    assert [d.text for d in drafts.waiting(desk_of(program).opened)] == [LONG]


def test_a_citizen_who_is_not_there_any_more(program: Program, at_work: Hands) -> None:
    """An older backup was brought back over held words: they stay, and the window does not close over them unasked."""
    session = session_of(program)
    session.unstored._words["nobody"] = [
        Draft(kept_at=NOW, staff_id=session.archive.who, row_kind="goal", row_id="x", field="title", text="ord")]
    before = session.archive.store.cases()
    session.unstored.retry()
    assert session.unstored
    assert session.archive.store.cases() == before
    program.window.close()
    assert at_work.sees("er ikke gemt endnu")
    at_work.click("Luk alligevel")


def test_somebody_else_works_between(program: Program, hands: Hands, own_words: QPlainTextEdit) -> None:
    """What Eva left sealed waits for her while a colleague logs in, works and locks."""
    from borgerplan_desktop.casework.session import staff
    archive = archive_of(program)
    staff.add_colleague(archive, "Ole Toft", "", "en anden lang adgangskode")
    with locked_file(program):
        typed(own_words, LONG, desk_of(program))
        program.login_flow.log_out()
    hands.click("Ole Toft")
    hands.type("Adgangskode for Ole", "en anden lang adgangskode")
    hands.click("Log ind")
    open_first(program)
    assert drafts.waiting(desk_of(program).opened) == []
    program.login_flow.log_out()
    hands.click("Eva Lind")
    log_in(hands)
    assert [d.text for d in drafts.waiting(desk_of(program).opened)] == [LONG]


def test_another_citizen_is_opened_while_the_file_is_locked(program: Program, own_words: QPlainTextEdit) -> None:
    session = session_of(program)
    marie = desk_of(program).opened.id
    ole = receive(session.archive, Arrival("Ole")).id
    with locked_file(program):
        typed(own_words, LONG, desk_of(program))
        session.show_day()
    session.open(ole)
    assert session.unstored
    session.unstored.retry()
    assert not session.unstored
    session.open(marie)
    assert [d.text for d in drafts.waiting(desk_of(program).opened)] == [LONG]
    assert "venter" in bar(program)


def test_the_window_does_not_close_over_unstored_words(
        program: Program, hands: Hands, own_words: QPlainTextEdit) -> None:
    with locked_file(program):
        typed(own_words, LONG, desk_of(program))
        program.window.close()
        assert program.window.isVisible()
        assert hands.sees("er ikke gemt endnu")
        hands.click("Bliv her")
        assert own_words.toPlainText() == LONG
        program.login_flow.lock()
        program.window.close()                           # nor from the locked screen
        assert hands.sees("er ikke gemt endnu")
        hands.click("Bliv her")
    unlock(program, hands)
    program.window.close()
    assert not program.window.isVisible()


def test_the_person_may_close_all_the_same(program: Program, hands: Hands, own_words: QPlainTextEdit) -> None:
    with locked_file(program):
        typed(own_words, LONG, desk_of(program))
        program.window.close()
        hands.click("Luk alligevel")
        assert not program.window.isVisible()


@pytest.mark.parametrize("key", ["consent", "earlier"])
def test_the_screen_locks_over_a_half_filled_dialog(program: Program, at_work: Hands, key: str) -> None:
    """The dialog goes; a text longer than a line waits as a draft and can become a note."""
    session, hands = program.login_flow.session, at_work
    assert session is not None
    session.go("papers")
    page = session.page("papers")
    assert page is not None
    if key == "consent":
        page.consents.ask()  # type: ignore[attr-defined]
        hands.find(QPlainTextEdit, "Hvad skal").setPlainText("Så vi kan tale sammen om bolig")
    else:
        page.earlier.ask()  # type: ignore[attr-defined]
        hands.front().words_field.setPlainText("Så vi kan tale sammen om bolig")  # type: ignore[attr-defined]
    assert hands.front() is not program.window
    program.login_flow.lock()
    assert hands.front() is program.window
    QApplication.processEvents()
    assert not hands.sees("bolig")
    unlock(program, hands)
    kept = [draft.text for draft in drafts.waiting(desk_of(program).opened)]
    assert kept == ["Så vi kan tale sammen om bolig"]
    assert "venter" in bar(program)
    hands.click("Se teksten")
    dialog = hands.front()
    assert isinstance(dialog, DraftsDialog)
    assert hands.sees("Så vi kan tale sammen om bolig")
    dialog.note_button.click()
    assert desk_of(program).case.all(Draft) == []


def unlock(program: Program, hands: Hands) -> None:
    page = program.window.findChild(Locked)
    assert page is not None
    hands.type("Adgangskode for Eva Lind", PASSWORD)
    hands.click("Lås op")
    assert program.login_flow.session is not None


def choose_mine(program: Program, hands: Hands) -> None:
    assert "venter" in bar(program)
    hands.click("Se begge")
    dialog = hands.front()
    assert isinstance(dialog, DraftsDialog)
    dialog.mine_button.click()
