"""Ctrl+L locks whatever is open: every dialog there is, one over another, menus, lists, calendars, files, printing."""
from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QProgressDialog,
    QWidget,
)

import borgerplan_desktop.gui
from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.course.responsibility import ask_office
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import start_meeting
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.session import drafts, staff
from borgerplan_desktop.gui.appearance.preferences import Preferences
from borgerplan_desktop.gui.meeting.projector_view import ProjectorView
from borgerplan_desktop.gui.printing.printing import _choose
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.message import Message, Question, ask, tell
from borgerplan_desktop.model.course import ResponsibilityRequest
from tests.archive import Clock
from tests.faults.test_while_typing import unlock
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, session_of

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[Program], Any]


class _Plain:
    """How it looks, for the settings to show."""

    dark, size = False, 1.0


def _page(program: Program, tab: str) -> Any:
    session_of(program).go(tab)
    return session_of(program).page(tab)


def _close_course(program: Program) -> None:
    session_of(program).actions.do("close")
    _page(program, "overview").whole_course().page.closing.close_course()


def _call_off(program: Program) -> None:
    from borgerplan_desktop.gui.meeting.meeting_dialogs import CallOff
    desk = desk_of(program)
    CallOff(desk, plan_meeting(desk.opened), program.window).open()


def _share_anyway(program: Program) -> None:
    from borgerplan_desktop.gui.meeting.meeting_dialogs import ShareAnyway
    opened = desk_of(program).opened
    member = add_private_person(opened, "Sara Prøve")
    ShareAnyway(desk_of(program), add_participant(opened, plan_meeting(opened), member), program.window).open()


def _other_basis(program: Program) -> None:
    from borgerplan_desktop.gui.papers.other_basis import OtherBasis
    OtherBasis(desk_of(program), add_private_person(desk_of(program).opened, "Sara Prøve"), program.window).open()


def _sign(program: Program) -> None:
    from borgerplan_desktop.casework.papers.consents import Asked
    from borgerplan_desktop.gui.papers.sign_together import SignTogether
    member = add_private_person(desk_of(program).opened, "Sara Prøve")
    SignTogether(desk_of(program), Asked("finde en bolig", [member], []), program.window).open()


def _leaving(program: Program) -> None:
    from borgerplan_desktop.gui.network.move_and_remove import Leaving
    Leaving(desk_of(program), add_private_person(desk_of(program).opened, "Sara Prøve"), program.window).open()


def _drafts(program: Program) -> None:
    from borgerplan_desktop.gui.editing.drafts_dialog import DraftsDialog
    from borgerplan_desktop.model.citizen import Citizen
    opened = desk_of(program).opened
    drafts.save_draft(opened, Citizen, opened.case.the(Citizen).id, Citizen.phone.key, "12 34 56 78")
    DraftsDialog(desk_of(program), program.window).open()


def _code(program: Program) -> None:
    from borgerplan_desktop.gui.settings.recovery_code_dialog import RecoveryCodeDialog
    RecoveryCodeDialog(archive_of(program), program.window).open()


def _form(program: Program) -> None:
    _page(program, "papers").see_form()


def _mail(program: Program) -> None:
    from borgerplan_desktop.casework.papers.mail import Mail
    from borgerplan_desktop.gui.printing.mail_draft import MailDraft
    MailDraft(desk_of(program), Mail(("prøve@example.dk",), "Møde", "Kære Sara"), program.window).open()


def _hand_over(program: Program) -> None:
    from borgerplan_desktop.gui.editing.hand_over_coordination import HandOverCoordination
    HandOverCoordination(desk_of(program), add_private_person(desk_of(program).opened, "Sara Prøve"),
                         program.window).open()


def _end_coordination(program: Program) -> None:
    from borgerplan_desktop.gui.coordination.end_coordination import EndCoordination
    EndCoordination(desk_of(program), program.window).open()


def _agreement_changed(program: Program) -> None:
    from borgerplan_desktop.casework.plan.agreements import add_agreement
    from borgerplan_desktop.gui.plan.agreement_changed import AgreementChanged
    AgreementChanged(desk_of(program), add_agreement(desk_of(program).opened, "Ringer til banken"),
                     program.window).open()


def _choose_people(program: Program) -> None:
    from borgerplan_desktop.gui.meeting.choose_people import ChoosePeople
    opened = desk_of(program).opened
    add_private_person(opened, "Sara Prøve")
    ChoosePeople(desk_of(program), plan_meeting(opened), program.window).open()


def _gap(program: Program) -> None:
    from borgerplan_desktop.casework.session.login_notices import Notice
    from borgerplan_desktop.gui.start.missing_lines_dialog import MissingLinesDialog
    MissingLinesDialog(Notice("Der mangler noget, som har været her."), program.window).open()


def _settings(program: Program) -> QDialog:
    from borgerplan_desktop.gui.settings.settings_dialog import SettingsDialog
    dialog = SettingsDialog(archive_of(program), Preferences(_Plain()), program.window)  # type: ignore[arg-type]
    dialog.open()
    return dialog


def _colleague(program: Program) -> None:
    from borgerplan_desktop.gui.settings.colleague_facts import ColleagueFacts
    ColleagueFacts(archive_of(program), staff.colleagues(archive_of(program))[0], _settings(program)).open()


def _restore(program: Program) -> None:
    from borgerplan_desktop.gui.start.restore_dialog import RestoreDialog
    archive = archive_of(program)
    RestoreDialog(archive.location, archive.clock, _settings(program), archive).open()


def _actions(program: Program) -> Any:
    assert program.actions is not None
    return program.actions


def _call(program: Program) -> None:
    from borgerplan_desktop.gui.waiting.call_dialog import CallDialog
    desk = desk_of(program)
    CallDialog(desk, ask_office(desk.opened, "Hjemløseenheden"), program.window).open()


def _municipality(program: Program) -> None:
    from borgerplan_desktop.gui.intake.change_municipality import ChangeMunicipality
    ChangeMunicipality(desk_of(program), program.window).open()


def _new_stay(program: Program) -> None:
    from borgerplan_desktop.gui.intake.new_stay import NewStay
    NewStay(desk_of(program), program.window).open()


def _feedback_sheet(program: Program) -> None:
    from borgerplan_desktop.casework.contacts.feedback import ask_after_talk
    from borgerplan_desktop.gui.contacts.feedback_sheet import FeedbackSheet
    desk = desk_of(program)
    FeedbackSheet(desk, ask_after_talk(desk.opened), program.window).open()


DIALOGS: dict[str, Open] = {
    "AboutDialog": lambda p: _actions(p).show_about(),
    "AddPerson": lambda p: _page(p, "network").ask_who(),
    "AgreementChanged": _agreement_changed,
    "AskConsent": lambda p: _page(p, "papers").consents.ask(),
    "CallOff": _call_off,
    "ChangeMunicipality": _municipality,
    "ChoosePeople": _choose_people,
    "CitizenFacts": lambda p: session_of(p).actions.do("citizen"),
    "CloseCourse": _close_course,
    "RecoveryCodeDialog": _code,
    "ColleagueFacts": _colleague,
    "CallDialog": _call,
    "DraftsDialog": _drafts,
    "EarlierPlanDialog": lambda p: _page(p, "papers").earlier.ask(),
    "EndCoordination": _end_coordination,
    "ForWhom": lambda p: session_of(p).actions.print_paper(),
    "PaperWindow": _form,
    "MailDraft": _mail,
    "MergeDialog": lambda p: session_of(p).actions.do("same_person"),
    "MissingLinesDialog": _gap,
    "HandOverCoordination": _hand_over,
    "HelpDialog": lambda p: _actions(p).show_help(),
    "Leaving": _leaving,
    "NewStay": _new_stay,
    "NewCitizen": lambda p: session_of(p).actions.receive(),
    "OtherBasis": _other_basis,
    "SignTogether": _sign,
    "Responsibility": lambda p: session_of(p).actions.do("responsibility"),
    "FeedbackSheet": _feedback_sheet,
    "QuickContact": lambda p: session_of(p).actions.do("contact"),
    "RestoreDialog": _restore,
    "SettingsDialog": _settings,
    "ShareAnyway": _share_anyway,
    "_Window": lambda p: ask(p.window, Question("Er det rigtigt?", "", "Ja"), lambda: None),
}


def every_dialog() -> set[type[QDialog]]:
    """The dialog classes of the program; those that others are made of are none."""
    for module in pkgutil.walk_packages(borgerplan_desktop.gui.__path__, "borgerplan_desktop.gui."):
        importlib.import_module(module.name)

    def below(kind: type) -> Iterator[type]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    ours = {each for each in below(QDialog) if each.__module__.startswith("borgerplan_desktop.")}
    return {each for each in ours if not each.__subclasses__()}


def press_ctrl_l() -> None:
    """Where the keyboard is, as the system would send it."""
    target = (QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeModalWidget())
    assert target is not None
    QTest.keyClick(target, Qt.Key.Key_L, CTRL)
    QApplication.processEvents()


def is_locked(program: Program, hands: Hands) -> bool:
    """Nothing but the locked screen is in sight."""
    others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not program.window]
    return program.login_flow.session is None and others == [] and hands.sees("Borgerplan er låst")


def test_no_dialog_is_forgotten() -> None:
    assert {each.__name__ for each in every_dialog()} == set(DIALOGS)


@pytest.mark.parametrize("name", list(DIALOGS))
@pytest.mark.parametrize("way", ["key", "idle"])
def test_over_every_dialog(program: Program, at_work: Hands, clock: Clock, name: str, way: str) -> None:
    DIALOGS[name](program)
    QApplication.processEvents()
    front = at_work.front()
    assert type(front).__name__ == name
    if way == "key":
        front.activateWindow()
        press_ctrl_l()
    else:
        for _ in range(8):
            clock.pass_(seconds=50)
            program.login_flow.watch.look()
    assert is_locked(program, at_work)
    assert not at_work.sees("Marie")
    unlock(program, at_work)
    assert program.login_flow.session is not None


def test_over_a_message_over_a_dialog(program: Program, at_work: Hands) -> None:
    session_of(program).actions.receive()
    tell(at_work.front(), Message("Det gik ikke."))
    press_ctrl_l()
    assert is_locked(program, at_work)


def test_what_is_half_typed_comes_back(program: Program, at_work: Hands) -> None:
    """Also two dialogs' words at once: a text of the case, and a citizen who has no case yet."""
    DIALOGS["AskConsent"](program)
    purpose = at_work.front().purpose_field  # type: ignore[attr-defined]
    purpose.insertPlainText("så vi kan")
    press_ctrl_l()
    assert is_locked(program, at_work)
    unlock(program, at_work)
    assert [draft.text for draft in drafts.waiting(desk_of(program).opened)] == ["så vi kan"]
    session_of(program).actions.receive()
    at_work.type("Navn", "Jonas Prøve")
    press_ctrl_l()
    assert is_locked(program, at_work)
    unlock(program, at_work)
    field = at_work.field("Navn")
    assert isinstance(field, QLineEdit)
    assert field.text() == "Jonas Prøve"


def test_a_half_typed_office_comes_back(program: Program, at_work: Hands) -> None:
    """The one asked next waits as a draft; the words of one that was asked are stored where they stand."""
    asked = ask_office(desk_of(program).opened, "Jobcenteret")
    DIALOGS["Responsibility"](program)
    at_work.type("Hvad de sagde", "De ringer")
    at_work.type("Hvilket kontor spørger I?", "Hjemløseenh")
    press_ctrl_l()
    assert is_locked(program, at_work)
    unlock(program, at_work)
    opened = desk_of(program).opened
    assert [each.answer for each in opened.case.all(ResponsibilityRequest) if each.id == asked.id] == ["De ringer"]
    assert [draft.text for draft in drafts.waiting(opened)] == ["Hjemløseenh"]


def test_over_a_menu(program: Program, at_work: Hands) -> None:
    menu = QMenu(program.window)
    menu.addAction("Marie Holm")
    menu.popup(program.window.mapToGlobal(program.window.rect().center()))
    assert QApplication.activePopupWidget() is menu
    press_ctrl_l()
    assert is_locked(program, at_work)


def test_over_the_list_of_a_choice(program: Program, at_work: Hands) -> None:
    DIALOGS["AddPerson"](program)
    combo = next(c for c in at_work.front().findChildren(QComboBox) if c.isVisible() and c.count())
    combo.showPopup()
    assert combo.view().isVisible()
    QTest.keyClick(combo.view(), Qt.Key.Key_L, CTRL)
    QApplication.processEvents()
    assert is_locked(program, at_work)


def test_over_a_calendar(program: Program, at_work: Hands) -> None:
    DIALOGS["NewCitizen"](program)
    field = next(f for f in at_work.front().findChildren(DateEdit) if f.isVisible())
    field._on_open()
    assert QApplication.activePopupWidget() is not None
    press_ctrl_l()
    assert is_locked(program, at_work)


@pytest.mark.parametrize("ask_for", ["export", "ask_import", "save_plan"])
def test_over_a_file_dialog(program: Program, at_work: Hands, ask_for: str) -> None:
    getattr(session_of(program).actions, ask_for)()
    if ask_for == "save_plan":                           # first: is it for the citizen, or for others?
        at_work.click("Gem en kopi som …")
    assert isinstance(at_work.front(), QFileDialog)
    press_ctrl_l()
    assert is_locked(program, at_work)


def test_over_the_print_dialog(program: Program, at_work: Hands) -> None:
    """It waits in a loop of its own, which ends with it."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    seen: list[type[QWidget]] = []

    def lock() -> None:
        front = QApplication.activeModalWidget()
        assert front is not None
        seen.append(type(front))
        QTest.keyClick(front, Qt.Key.Key_L, CTRL)

    QTimer.singleShot(50, program.window, lock)
    assert not _choose(printer, program.window)
    assert seen == [QPrintDialog]
    QApplication.processEvents()
    assert is_locked(program, at_work)


def test_while_something_is_printed(program: Program, at_work: Hands) -> None:
    waiting = QProgressDialog("Planen sendes til printeren.", "Annullér", 0, 0, program.window)
    waiting.show()
    QTest.keyClick(waiting, Qt.Key.Key_L, CTRL)
    QApplication.processEvents()
    assert is_locked(program, at_work)


def test_in_a_meeting_over_the_whole_window(program: Program, at_work: Hands) -> None:
    opened = desk_of(program).opened
    start_meeting(opened, plan_meeting(opened))
    page = _page(program, "meetings")
    program.window.full_screen_action.trigger()
    QApplication.processEvents()
    line = page.findChild(QLineEdit, "park_words") or page.window().findChild(QLineEdit, "park_words")
    assert line is not None
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_L, CTRL)
    QApplication.processEvents()
    assert is_locked(program, at_work)
    assert program.window.isFullScreen()
    unlock(program, at_work)
    assert program.window.findChild(ProjectorView) is not None   # nobody else's name comes on the wall
    assert program.window.isFullScreen()


def test_the_key_is_not_heard_before_anybody_is_in(program: Program, hands: Hands) -> None:
    field = hands.field("Adgangskode")
    field.setFocus()
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_L, CTRL))
    assert hands.sees("Log ind")
