"""What the frame says is seen where the work is done: at the consent, the interpreter, the coordinator, the plans."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.frame.frame import add_line, may_coordinate
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.adopting.ask_consent import AskConsent
from borgerplan_desktop.gui.coordination.together_part import TogetherPart
from borgerplan_desktop.gui.earlier.take_in_dialog import EarlierPlanDialog
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.hand_over_coordination import HandOverCoordination
from borgerplan_desktop.gui.meeting.meeting_facts import MeetingFacts
from borgerplan_desktop.gui.papers.papers_tab import PapersTab
from borgerplan_desktop.model.citizen import Answer, Cooperation
from borgerplan_desktop.model.consent import Consent, Topic
from borgerplan_desktop.model.framework import FrameQuestion
from borgerplan_desktop.model.shelter import StaffMember
from tests.casework.frame.made import a_frame

ORDERED = "Tolkegruppen, telefon, tlf. 12 34 56 70, bestilles: 2 dage før"


def choose_first(field: QLineEdit) -> None:
    """The down key, and Enter on the first that is offered."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    completer = field.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_the_consent_proposes_who_has_access_and_ticks_nothing(desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    a_frame(archive.shelter)
    birgit = add_new_professional(desk.opened, "Birgit Prøve", "sagsbehandler", "Jobcenter Skovby")
    ole = add_new_professional(desk.opened, "Ole Prøve", "lærer", "Skolen")
    dialog = AskConsent(desk)
    qtbot.addWidget(dialog)
    said = dialog.frame_says[birgit.id].words()
    assert said == "Rammen siger: adgang til § 141-handleplan (min plan og mine mål)"
    assert ole.id not in dialog.frame_says
    assert "Misbrugscenter" in dialog.frame_says[""].words()
    assert not any(box.isChecked() for box in (*dialog._persons.values(), *dialog._topics.values()))
    assert desk.case.all(Consent) == []
    assert ORDERED in dialog.interpreter_field.completer().model().stringList()  # type: ignore[attr-defined]


def test_the_page_of_consents_says_it_of_the_chosen_person(desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    a_frame(archive.shelter)
    birgit = add_new_professional(desk.opened, "Birgit Prøve", "sagsbehandler", "Jobcenter Skovby")
    ole = add_new_professional(desk.opened, "Ole Prøve", "lærer", "Skolen")
    tab = PapersTab(desk)
    qtbot.addWidget(tab)
    tab.consents.choose(birgit.id)
    assert "har adgang til § 141-handleplan" in tab.consents.frame_says.words()
    tab.consents.choose(ole.id)
    assert tab.consents.frame_says.isHidden()


def test_an_interpreter_is_chosen_from_the_frame_and_stored(desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    a_frame(archive.shelter)
    add_line(archive.shelter, FrameQuestion.INTERPRETER, language="polsk", name="Anna Prøve")
    how = desk.case.the(Cooperation)
    write(desk.opened, how, Cooperation.interpreter, Answer.YES, "x")
    part = TogetherPart(desk)
    qtbot.addWidget(part)
    part.show()
    choose_first(part.interpreter.language_field)
    desk.settle.emit()
    assert how.interpreter_language == "grønlandsk"
    assert part.interpreter.offered.offered == [ORDERED]
    choose_first(part.interpreter.booking_field)
    desk.settle.emit()
    assert how.interpreter_booking == ORDERED
    write(desk.opened, how, Cooperation.interpreter_language, "polsk", "x")
    assert part.interpreter.offered.offered == ["Anna Prøve"]


def test_the_same_in_the_facts_of_the_meeting(desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    a_frame(archive.shelter)
    how = desk.case.the(Cooperation)
    facts = MeetingFacts(desk)
    qtbot.addWidget(facts)
    facts.show()
    meeting = plan_meeting(desk.opened)
    facts.show_meeting(meeting)
    assert not facts.booking.isVisible()
    write(desk.opened, how, Cooperation.interpreter, Answer.YES, "x")
    facts.show_meeting(meeting)
    assert facts.booking.isVisible()
    choose_first(facts.booking)
    desk.settle.emit()
    assert how.interpreter_booking == ORDERED


def test_possible_coordinators_stand_first_with_their_workplace(desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    mads = archive.shelter.case.all(StaffMember)[1]
    may_coordinate(archive.shelter, mads, True)
    dialog = HandOverCoordination(desk, None)
    qtbot.addWidget(dialog)
    assert dialog.who.itemText(1) == "Mads Ravn, nattevagt, Skovly Herberg, ikke på kortet endnu"


def test_the_kinds_of_plans_are_offered_when_one_is_taken_in(desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    a_frame(archive.shelter)
    dialog = EarlierPlanDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.offered.offered == ["§ 141-handleplan"]
    choose_first(dialog.name_field)
    assert dialog.name_field.text() == "§ 141-handleplan"


def test_the_channels_are_offered_where_a_partner_is_written(desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    dialog = AddPerson(desk)
    qtbot.addWidget(dialog)
    assert dialog.new_email.completer() is None          # a shelter without a frame is offered nothing
    a_frame(archive.shelter)
    dialog = AddPerson(desk)
    qtbot.addWidget(dialog)
    assert dialog.new_email.completer().model().stringList() == ["post@skovby.example"]  # type: ignore[attr-defined]


def test_topics_are_named_as_the_form_names_them(archive: Archive) -> None:
    from borgerplan_desktop.casework.frame.said_elsewhere import HasAccess
    assert HasAccess("A", ("B",), (Topic.WORK,)).in_full.endswith("dækker: uddannelse og job.")
