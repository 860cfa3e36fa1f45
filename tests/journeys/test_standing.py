"""From the map to what comes back every week, and back: two that could be one are told, shown and put on paper."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.gui.contacts.contacts_part import ContactsPart
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.model.insight.sentence import Kind
from borgerplan_desktop.model.network import NetworkMember, Ring
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from tests.journeys.hands import Hands
from tests.window import desk_of, take_in


def test_two_that_could_be_one(program: Program, at_work: Hands) -> None:
    take_in(at_work, "Jonas Bækgaard")
    desk = desk_of(program)
    people = [add_new_professional(desk.opened, name, "", "Hjemløseenheden", ring=Ring.CLOSE)
              for name in ("Ida Lund", "Bo Vest")]
    add_private_person(desk.opened, "Sara", ring=Ring.CLOSEST)
    at_work.go("Netværk")
    tab = program.window.findChild(NetworkTab)
    assert tab is not None
    tab.insight.times.click()
    QApplication.processEvents()
    part = program.window.findChild(ContactsPart)
    assert part is not None
    at_work.take_keyboard()
    at_work.wait(part.standing_card.text.hasFocus)
    for number, (words, member) in enumerate(zip(("Bolig", "Gæld"), people, strict=True)):
        part.standing_card.text.setFocus()
        QTest.keyClicks(part.standing_card.text, words)
        part.standing_card.weekday.setCurrentIndex(2 * number)
        QTest.keyClick(part.standing_card.text, Qt.Key.Key_Return)
        row = part.standing_card.going_on.widget(desk.case.all(StandingAppointment)[number])
        assert row is not None
        who = row.open().who.combo
        who.setCurrentIndex(who.findData(member.id))
        who.activated.emit(who.currentIndex())
    assert [each.member for each in desk.case.all(StandingAppointment)] == people
    at_work.go("Netværk")
    sentence = next(row for row in tab.insight.rows if row.sentence.kind is Kind.COULD_BE_ONE)
    assert sentence.sentence.words.endswith("er begge her: Hjemløseenheden. Kunne det blive til én tid?")
    sentence.click()
    others = {m.id for m in desk.case.all(NetworkMember)} - set(sentence.sentence.members)
    assert {id for id, item in tab.map.map_scene.people.items() if item.opacity() < 1} == (
        others & set(tab.map.map_scene.people))
    tab.insight.week.click()
    paper = program.window.findChild(PaperWindow)
    assert paper is not None
    paper.reject()
    at_work.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.case.all(StandingAppointment)[1].member is None
