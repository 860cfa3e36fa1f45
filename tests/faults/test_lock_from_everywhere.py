"""Ctrl+L and idle minutes lock over every dialog there is; over everything else: test_lock_over_anything."""
from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

import borgerplan_desktop.gui
from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.course.responsibility import ask_office
from borgerplan_desktop.casework.directory import services
from borgerplan_desktop.casework.directory.coming_services import Look, coming
from borgerplan_desktop.casework.directory.table_columns import guessed
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.session import drafts, staff
from borgerplan_desktop.documents.reading_in.found_table import FoundTable
from borgerplan_desktop.documents.reading_in.people_file import people_in
from borgerplan_desktop.gui.appearance.preferences import Preferences
from borgerplan_desktop.gui.widgets.message import Question, ask
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.shelter import Professional
from tests.archive import Clock
from tests.documents.reading_in import people_files
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
    _page(program, "overview").whole_course().part.closing.close_course()


def _call_off(program: Program) -> None:
    from borgerplan_desktop.gui.meeting.meeting_dialogs import CallOff
    desk = desk_of(program)
    CallOff(desk, plan_meeting(desk.opened), program.window).open()


def _meeting_series(program: Program) -> None:
    from borgerplan_desktop.gui.meeting.meeting_series import MeetingSeries
    desk = desk_of(program)
    MeetingSeries(desk, plan_meeting(desk.opened, starts_at=desk.opened.now()), program.window).open()


def _keep_agenda(program: Program) -> None:
    from borgerplan_desktop.gui.meeting.keep_agenda import KeepAgenda
    desk = desk_of(program)
    KeepAgenda(desk, plan_meeting(desk.opened), program.window).open()


def _read_aloud(program: Program) -> None:
    from borgerplan_desktop.gui.meeting.read_aloud import ReadAloud
    desk = desk_of(program)
    ReadAloud(desk, plan_meeting(desk.opened), program.window).open()


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
    from borgerplan_desktop.gui.adopting.sign_together import SignTogether
    member = add_private_person(desk_of(program).opened, "Sara Prøve")
    SignTogether(desk_of(program), Asked("finde en bolig", [member], []), program.window).open()


def _leaving(program: Program) -> None:
    from borgerplan_desktop.gui.network.move_and_remove import Leaving
    Leaving(desk_of(program), add_private_person(desk_of(program).opened, "Sara Prøve"), program.window).open()


def _has_died(program: Program) -> None:
    from borgerplan_desktop.gui.network.move_and_remove import HasDied
    HasDied(desk_of(program), add_private_person(desk_of(program).opened, "Sara Prøve"), program.window).open()


def _what_flows(program: Program) -> None:
    from borgerplan_desktop.gui.network.what_flows import WhatFlows
    opened = desk_of(program).opened
    one, other = add_private_person(opened, "Sara Prøve"), add_private_person(opened, "Ole Prøve")
    WhatFlows(desk_of(program), one, other, program.window).open()


def _professional(program: Program) -> None:
    from borgerplan_desktop.casework.network.people import add_new_professional
    from borgerplan_desktop.gui.settings.professional_dialog import ProfessionalDialog
    archive, member = archive_of(program), add_new_professional(desk_of(program).opened, "Birgit Prøve")
    who = archive.shelter.case.get(Professional, member.professional_id)
    assert who is not None
    ProfessionalDialog(archive, who, program.window).open()


def _drafts(program: Program) -> None:
    from borgerplan_desktop.gui.editing.drafts_dialog import DraftsDialog
    from borgerplan_desktop.model.citizen import Citizen
    opened = desk_of(program).opened
    drafts.save_draft(opened, Citizen, opened.case.the(Citizen).id, Citizen.phone.key, "12 34 56 78")
    DraftsDialog(desk_of(program), program.window).open()


def _history(program: Program) -> None:
    from borgerplan_desktop.casework.plan.goals import add_goal
    goal = add_goal(desk_of(program).opened, "bolig")
    page = _page(program, "plan")
    page.goals.open(goal)
    page.goals.cards.widget(goal).body.why.setFocus()
    QTest.keyClick(page.goals.cards.widget(goal).body.why, Qt.Key.Key_H, CTRL)


def _code(program: Program) -> None:
    from borgerplan_desktop.gui.settings.recovery_code_dialog import RecoveryCodeDialog
    RecoveryCodeDialog(archive_of(program), program.window).open()


def _day_on_paper(program: Program) -> None:
    session_of(program).lists.day.print_day()


def _form(program: Program) -> None:
    _page(program, "papers").see_form()


def _password_for_copy(program: Program) -> None:
    from borgerplan_desktop.gui.printing.password_for_copy import PasswordForCopy
    PasswordForCopy(desk_of(program), program.window).open()


def _mail(program: Program) -> None:
    from borgerplan_desktop.casework.papers.mail import Mail
    from borgerplan_desktop.gui.printing.mail_draft import MailDraft
    MailDraft(desk_of(program), lambda: Mail(("prøve@example.dk",), "Møde", "Kære Sara"), program.window).open()


def _hand_over(program: Program) -> None:
    from borgerplan_desktop.gui.editing.hand_over_coordination import HandOverCoordination
    HandOverCoordination(desk_of(program), add_private_person(desk_of(program).opened, "Sara Prøve"),
                         program.window).open()


def _end_coordination(program: Program) -> None:
    from borgerplan_desktop.gui.coordination.end_coordination import EndCoordination
    EndCoordination(desk_of(program), program.window).open()


def _end_meeting(program: Program) -> None:
    from borgerplan_desktop.gui.meeting.end_meeting import EndMeeting
    EndMeeting(desk_of(program), plan_meeting(desk_of(program).opened), program.window).open()


def _write_mail(program: Program) -> None:
    from borgerplan_desktop.gui.meeting.write_mail import WriteMail
    WriteMail(desk_of(program), add_private_person(desk_of(program).opened, "Sara Prøve"), program.window).open()


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


def _send_papers(program: Program) -> None:
    from borgerplan_desktop.casework.meeting.sending import Sending
    from borgerplan_desktop.gui.meeting.send_papers import SendPapers
    SendPapers(desk_of(program), plan_meeting(desk_of(program).opened), Sending.INVITATION, program.window).open()


def _gap(program: Program) -> None:
    from borgerplan_desktop.casework.session.login_notices import Notice
    from borgerplan_desktop.gui.start.missing_lines_dialog import MissingLinesDialog
    MissingLinesDialog(Notice("Der mangler noget, som har været her."), program.window).open()


def _house_paper(program: Program) -> None:
    from borgerplan_desktop.gui.printing.house_paper import show_house_paper
    session_of(program).show_house()
    show_house_paper(desk_of(program), "action-plan", program.window)


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
    from borgerplan_desktop.gui.editing.feedback_sheet import FeedbackSheet
    desk = desk_of(program)
    FeedbackSheet(desk, ask_after_talk(desk.opened), program.window).open()


def _adopted(program: Program) -> Any:
    from borgerplan_desktop.casework.plan.adoption import adopt_plan
    from borgerplan_desktop.casework.plan.approvals import who_is_there
    opened = desk_of(program).opened
    return adopt_plan(opened, None, who_is_there(opened.case, None))


def _sign_plan(program: Program) -> None:
    from borgerplan_desktop.gui.adopting.sign_plan import SignPlan
    SignPlan(desk_of(program), "Sara Prøve", None, program.window).open()


def _template(program: Program) -> None:
    from borgerplan_desktop.casework.plan.templates import add_template
    from borgerplan_desktop.gui.templates.template_dialog import TemplateDialog
    shelter = archive_of(program).shelter
    TemplateDialog(shelter, add_template(shelter, "Forløb"), _settings(program)).open()


def _somebody_else(program: Program) -> None:
    from PySide6.QtWidgets import QComboBox

    from borgerplan_desktop.casework.plan.goals import add_goal
    from borgerplan_desktop.gui.editing.somebody_else import SomebodyElse
    from borgerplan_desktop.model.plan import Goal
    goal = add_goal(desk_of(program).opened, "Bolig")
    SomebodyElse(desk_of(program), goal, Goal.responsible_id, "x", QComboBox(program.window)).open()


def _agenda(program: Program) -> None:
    from borgerplan_desktop.casework.meeting.write_agenda import add_agenda
    from borgerplan_desktop.gui.templates.agenda_dialog import AgendaDialog
    shelter = archive_of(program).shelter
    AgendaDialog(shelter, add_agenda(shelter, "Opfølgning"), _settings(program)).open()


def _people_from_file(p: Program) -> None:
    _page(p, "network").files._on_read(people_in(people_files.MAP))


def _choose_service(program: Program) -> None:
    from borgerplan_desktop.gui.editing.choose_service import ChooseService
    ChooseService(desk_of(program), "Tilbud", "Vælg", program.window).open()


def _directory(program: Program) -> Any:
    shelter = archive_of(program).shelter
    for name in ("Værested", "værested"):
        services.add_service(shelter, name)
    session_of(program).open(shelter.id, "directory")
    return session_of(program).page("directory")


def _close_service(program: Program) -> None:
    _directory(program).card.ask_to_close()


def _merge_services(program: Program) -> None:
    from borgerplan_desktop.gui.directory.merge_services import MergeServices
    tab = _directory(program)
    one, other = archive_of(program).shelter.case.all(Service)[:2]
    MergeServices(tab._desk, one, other, program.window).open()


def _look() -> Look:
    rows = [["Navn", "Telefon"], ["Værested", "12 34 56 78"]]
    return Look(FoundTable(rows, [1, 2]), 0, guessed(rows[0]))


def _services_from_file(program: Program) -> None:
    from borgerplan_desktop.gui.directory.services_from_file import ServicesFromFile
    ServicesFromFile(_directory(program)._desk, _look(), program.window).open()


def _same_in_file(program: Program) -> None:
    from borgerplan_desktop.gui.directory.merge_services import SameInFile
    tab = _directory(program)
    (line,) = coming(archive_of(program).shelter.case, _look())
    SameInFile(tab._desk, line, program.window).open()


def _frame(program: Program) -> Any:
    """Herberget, the frame."""
    session_of(program).show_house()
    return _page(program, "frame")


def _frame_from_file(program: Program) -> None:
    from borgerplan_desktop.casework.frame.take_in import FrameFile
    from borgerplan_desktop.model.framework import Framework
    _frame(program).files.look_at(FrameFile([Framework(municipality="Skovby")]))


DIALOGS: dict[str, Open] = {
    "AboutDialog": lambda p: _actions(p).show_about(),
    "AdoptPlan": lambda p: _page(p, "plan").ask_to_adopt(),
    "AddPerson": lambda p: _page(p, "network").ask_who(),
    "AgendaDialog": _agenda,
    "AgreementChanged": _agreement_changed,
    "AskConsent": lambda p: _page(p, "papers").consents.ask(),
    "BeginFromTemplate": lambda p: _page(p, "plan").ask("from_template"),
    "CallOff": _call_off,
    "MeetingSeries": _meeting_series,
    "ChangeMunicipality": _municipality,
    "ChooseService": _choose_service,
    "CloseService": _close_service,
    "MergeServices": _merge_services,
    "SameInFile": _same_in_file,
    "ServicesFromFile": _services_from_file,
    "ChoosePeople": _choose_people,
    "CitizenFacts": lambda p: session_of(p).actions.do("citizen"),
    "CloseCourse": _close_course,
    "QuickNote": lambda p: session_of(p).actions.do("note"),
    "ReadAloud": _read_aloud,
    "RecoveryCodeDialog": _code,
    "ColleagueFacts": _colleague,
    "CallDialog": _call,
    "DraftsDialog": _drafts,
    "EarlierPlanDialog": lambda p: _page(p, "papers").earlier.ask(),
    "EndCoordination": _end_coordination,
    "EndMeeting": _end_meeting,
    "FieldHistory": _history,
    "TakeInFrame": _frame_from_file,
    "ForWhom": lambda p: session_of(p).actions.print_paper(),
    "PageWindow": _day_on_paper,
    "PaperWindow": _form,
    "PasswordForCopy": _password_for_copy,
    "PeopleFromFile": _people_from_file,
    "PlanAnswers": lambda p: _page(p, "plan").show_answers(_adopted(p)),
    "MailDraft": _mail,
    "KeepAgenda": _keep_agenda,
    "MakeTemplate": lambda p: _page(p, "plan").ask("make_template"),
    "MergeDialog": lambda p: session_of(p).actions.do("same_person"),
    "MissingLinesDialog": _gap,
    "HandOverCoordination": _hand_over,
    "HousePaperWindow": _house_paper,
    "HelpDialog": lambda p: _actions(p).show_help(),
    "Leaving": _leaving, "HasDied": _has_died, "WhatFlows": _what_flows,
    "ProfessionalDialog": _professional,
    "NameIt": lambda p: _page(p, "network").strip.ask_to_keep(),
    "NewStay": _new_stay,
    "NewCitizen": lambda p: session_of(p).actions.receive(),
    "OtherBasis": _other_basis,
    "SignPlan": _sign_plan,
    "SignTogether": _sign,
    "Responsibility": lambda p: session_of(p).actions.do("responsibility"),
    "FeedbackSheet": _feedback_sheet,
    "QuickContact": lambda p: session_of(p).actions.do("contact"),
    "RestoreDialog": _restore,
    "SendPapers": _send_papers,
    "SettingsDialog": _settings,
    "ShareAnyway": _share_anyway,
    "SomebodyElse": _somebody_else,
    "TemplateDialog": _template,
    "_Window": lambda p: ask(p.window, Question("Er det rigtigt?", "", "Ja"), lambda: None),
    "WhenDialog": lambda p: _page(p, "network").strip.ask_when(),
    "WriteMail": _write_mail,
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
