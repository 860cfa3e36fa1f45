"""A name in letters that paper has not: asked how it is spelled, and said before anything is printed."""
from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.papers.plan_paper import plan_paper
from borgerplan_desktop.casework.papers.unprintable_letters import unprintable, unprintable_message
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.casework.session.login import begin_archive
from borgerplan_desktop.casework.session.staff import colleagues, rename_colleague
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.adopting.ask_consent import AskConsent
from borgerplan_desktop.gui.citizens.citizen_facts import CitizenFacts
from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import fill_people
from borgerplan_desktop.gui.meeting.participant_names import name_of
from borgerplan_desktop.gui.network.person_fields import PersonFields, record_kind
from borgerplan_desktop.gui.printing.preview import Preview
from borgerplan_desktop.gui.printing.printing import PlanPrinting
from borgerplan_desktop.gui.settings.colleague_facts import ColleagueFacts
from borgerplan_desktop.gui.showing.people_shown import faces
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import NetworkMember, people
from borgerplan_desktop.model.plan import Plan
from borgerplan_desktop.model.shelter import Professional, StaffMember
from tests.archive import CHEAP, PASSWORD, Clock

AHMED, WANG = "أحمد محمد", "王小明"


def test_a_new_citizen_is_asked_for_a_latin_spelling_only_when_it_is_needed(qtbot: QtBot, archive: Archive) -> None:
    dialog = NewCitizen(archive)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.name_field, "Jonas Bækgaard")
    assert not dialog.latin_field.isVisible()
    dialog.name_field.setText(AHMED)
    assert dialog.latin_field.isVisible()
    assert dialog.latin_field.edit.accessibleName().startswith("Skriv navnet med bogstaver som i Danmark")
    qtbot.keyClicks(dialog.latin_field.edit, "Ahmed Mohammed")
    with qtbot.waitSignal(dialog.received) as got:
        dialog.receive_button.click()
    assert got.args is not None
    opened = got.args[0]
    assert (opened.case.the(Citizen).name, opened.case.the(Citizen).latin_name) == (AHMED, "Ahmed Mohammed")
    assert unprintable(opened.case) == []


def test_the_citizens_facts_ask_too(qtbot: QtBot, desk: Desk) -> None:
    citizen = desk.case.the(Citizen)
    desk.do(write, citizen, Citizen.name, AHMED, "")
    dialog = CitizenFacts(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.latin_field.isVisible()
    qtbot.keyClicks(dialog.latin_field.edit, "Ahmed")
    dialog.close_button.click()
    assert citizen.latin_name == "Ahmed"


def test_so_does_adding_somebody_and_their_card(qtbot: QtBot, archive: Archive, desk: Desk) -> None:
    dialog = AddPerson(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText(WANG)
    assert dialog.latin.isVisible()
    dialog.latin.edit.setText("Wang Xiaoming")
    dialog.add.click()
    wang = people(desk.case)[-1]
    assert (wang.name, wang.latin_name) == (WANG, "Wang Xiaoming")
    doctor = add_new_professional(desk.opened, AHMED)
    register = Desk(archive.shelter)
    for member in (wang, doctor):
        fields = PersonFields(record_kind(member), desk, register)
        qtbot.addWidget(fields)
        fields.show()
        fields.show_person(member)
        assert fields.latin.isVisible()
        fields.latin.edit.clear()
        qtbot.keyClicks(fields.latin.edit, "Doktor Ahmed")
        desk.settle.emit()
        register.settle.emit()
    assert wang.latin_name == "Doktor Ahmed"
    professional = archive.shelter.case.get(Professional, doctor.professional_id)
    assert professional is not None
    assert professional.latin_name == "Doktor Ahmed"
    register.close()


def test_a_colleague_too(qtbot: QtBot, tmp_path: Path, clock: Clock) -> None:
    archive, _code = begin_archive(Location(tmp_path / "data", CHEAP), "Skovly Herberg", "Eva Lind", PASSWORD, clock)
    me = next(each for each in colleagues(archive) if each.is_me)
    rename_colleague(archive, me.id, "สมชาย", "kontaktperson")
    dialog = ColleagueFacts(archive, next(each for each in colleagues(archive) if each.is_me))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.latin_field.isVisible()
    dialog.latin_field.edit.setText("Somchai")
    dialog.save_button.click()
    staff = archive.shelter.case.get(StaffMember, me.id)
    assert staff is not None
    assert staff.latin_name == "Somchai"
    archive.close()


# ---------------------------------------------------------------------------------------------- before printing
def test_it_says_what_cannot_be_printed_and_where(desk: Desk) -> None:
    case = desk.case
    sara = add_private_person(desk.opened, WANG)
    desk.do(write, case.the(Plan), Plan.hopes, f"Jeg vil bo hos {AHMED}", "")
    names = unprintable(case)
    assert [(each.tab, each.row_id) for each in names] == [("network", sara.id), ("plan", "")]
    told = unprintable_message(names)
    assert WANG in told
    assert "Skriv navnet med bogstaver som i Danmark." in told
    assert "Med egne ord" in told
    desk.do(write, case.the(Plan), Plan.strengths, AHMED, "")
    assert "og 1 andet sted." in unprintable_message(unprintable(case))
    desk.do(write, case.the(Plan), Plan.matters_now, AHMED, "")
    assert "og 2 andre steder." in unprintable_message(unprintable(case))
    for each in (Plan.strengths, Plan.matters_now):
        desk.do(write, case.the(Plan), each, "", "")
    desk.do(write, sara, NetworkMember.latin_name, "Wang", "")
    assert [each.tab for each in unprintable(case)] == ["plan"]


def test_printing_says_it_first_and_shows_the_way(qtbot: QtBot, desk: Desk) -> None:
    sara = add_private_person(desk.opened, WANG)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    asked: list[QPrinter] = []

    def chosen(printer: QPrinter, _window: QWidget) -> bool:
        asked.append(printer)
        return False

    printing = PlanPrinting(desk, window, plan_paper(desk.opened))
    printing.ask_and_print(chosen)
    assert not asked
    dialog = window.findChild(QDialog)
    assert dialog is not None
    with qtbot.waitSignal(desk.go) as went:
        dialog.reject()                                  # Escape: to the place
    assert went.args == ["network", sara.id]
    printing.ask_and_print(chosen)
    window.findChildren(QDialog)[-1].accept()            # print all the same
    assert len(asked) == 1


def test_the_paper_on_screen_says_it_above_its_pages(qtbot: QtBot, desk: Desk) -> None:
    sara = add_private_person(desk.opened, WANG)
    view = Preview(desk)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.drawn, timeout=20000):
        view.show_draft()
        view.show()
    assert view.unset_row.isVisible()
    assert WANG in view.unset_label.text()
    with qtbot.waitSignal(desk.go) as went:
        view.unset_button.click()
    assert went.args == ["network", sara.id]
    with qtbot.waitSignal(view.drawn, timeout=20000):
        desk.do(write, sara, NetworkMember.latin_name, "Wang", "")
    assert not view.unset_row.isVisible()


def test_lists_show_the_spelling_that_can_be_said_aloud(qtbot: QtBot, desk: Desk) -> None:
    ahmed = add_private_person(desk.opened, AHMED, latin_name="Ahmed Mohammed")
    wang = add_new_professional(desk.opened, WANG, "læge", latin_name="Wang Xiaoming")
    jonas = add_private_person(desk.opened, "Søren Łuk", latin_name="Soeren")
    said = f"{AHMED} (Ahmed Mohammed)"
    assert [m.contact.said_name for m in (ahmed, wang, jonas)] == [said, f"{WANG} (Wang Xiaoming)", "Søren Łuk"]
    asking, choosing = AskConsent(desk), QComboBox()
    for widget in (asking, choosing):
        qtbot.addWidget(widget)
    assert asking._persons[ahmed.id].text() == said
    fill_people(choosing, desk, None)
    assert said in [choosing.itemText(n) for n in range(choosing.count())]
    meeting = plan_meeting(desk.opened)
    assert name_of(add_participant(desk.opened, meeting, ahmed)) == said
    assert any(said in face.sentence for face in faces(desk.case, desk.opened.today()))


def test_the_latin_spelling_comes_right_after_the_name(qtbot: QtBot, desk: Desk) -> None:
    dialog = AddPerson(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText(AHMED)
    dialog.name.setFocus()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.latin.edit
    qtbot.keyClick(dialog.latin.edit, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.relation
