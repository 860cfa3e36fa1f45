"""Before the meeting: how we do it, what each line still lacks, and somebody who is not in the case yet."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from borgerplan_desktop.casework.meeting.during_meeting import start_meeting
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import MemberKind
from tests.gui.meeting.hands import press


def test_how_we_do_it_is_written_here_and_said_at_the_start(tab: MeetingTab, planned: Meeting,
                                                           opened: OpenCase) -> None:
    tab.show_row(planned.id)
    facts = tab.before.facts
    facts.open_at(facts.how)
    assert facts.how.accessibleName() == "Hvordan gør vi i dag?"
    QTest.keyClicks(facts.how, "En runde, og så en pause")
    facts.unfold.click()
    assert planned.form == "En runde, og så en pause"
    start_meeting(opened, planned)
    tab.show_row(planned.id)
    assert "En runde, og så en pause" in tab.during.reminders.lines["welcome"].more.words()
    opened.undo()
    opened.undo()
    assert planned.form == ""


def test_the_line_in_hand_says_what_is_missing_too(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    lines = tab.before.checklist.list.lines
    assert lines["room"].more.words() == "Mødelokale 2"
    lines["prepared"].box.setFocus()
    assert lines["prepared"].more.words().endswith("\nIkke talt igennem endnu")
    assert "Ikke talt igennem endnu" in lines["prepared"].box.accessibleDescription()


def test_somebody_who_is_not_in_the_case_is_summoned_without_leaving(tab: MeetingTab, planned: Meeting,
                                                                    opened: OpenCase) -> None:
    tab.show_row(planned.id)
    dialog = tab.before.participants.choose()
    assert dialog is not None
    assert not dialog.boxes                              # nobody to choose: somebody new is written at once
    box = dialog.summon
    assert box.isVisible()
    assert dialog.focusWidget() is box.name
    assert box.consent.words().startswith("Der er intet samtykke endnu.")
    press(box.name)
    assert box.trouble.isVisible()                       # without a name
    QTest.keyClicks(box.name, "Lene Friis")
    QTest.keyClicks(box.role, "sagsbehandler")
    QTest.keyClicks(box.email, "lene")
    press(box.email)
    assert "navn@sted.dk" in box.trouble.words()
    assert dialog.focusWidget() is box.email
    QTest.keyClicks(box.email, "@example.org")
    press(box.email)
    assert dialog.isVisible()                            # the next one can be written at once
    assert box.done.words() == "Lene Friis er indkaldt. Skriv den næste, eller luk."
    assert (box.name.text(), box.role.text(), box.email.text()) == ("", "", "")
    assert dialog.focusWidget() is box.name
    assert dialog.leave.text() == "Luk"
    QTest.keyClicks(box.name, "Per Holm")
    press(box.name)
    assert planned.participants[-1].member.contact.name == "Per Holm"  # type: ignore[union-attr]
    opened.undo()
    QTest.keyClick(box.name, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert tab.before.participants.list.widgets()[-1].why.hasFocus()         # why the first of them is there
    member = planned.participants[-1].member
    assert member is not None
    assert member.contact.name == "Lene Friis"
    opened.undo()
    assert all(each.member is not member for each in planned.participants)


def test_a_relative_is_summoned_as_one_and_kept_out_of_everybodys_register(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    dialog = tab.before.participants.choose()
    assert dialog is not None
    box = dialog.summon
    QTest.keyClicks(box.name, "Karen Dam")
    QTest.keyClicks(box.organisation, "Jobcentret")
    QTest.keyClick(box.private, Qt.Key.Key_Space)
    assert not box.organisation.isEnabled()
    assert box.role.placeholderText() == "fx min mor"
    QTest.keyClicks(box.role, "mor")
    press(box.role)
    member = planned.participants[-1].member
    assert member is not None
    assert (member.kind, member.professional_id, member.relation) == (MemberKind.PRIVATE, None, "mor")


def test_somebody_new_is_folded_away_while_there_are_others_to_choose(tab: MeetingTab, planned: Meeting,
                                                                      opened: OpenCase) -> None:
    add_private_person(opened, "Nadia Bro")
    tab.show_row(planned.id)
    dialog = tab.before.participants.choose()
    assert dialog is not None
    assert len(dialog.boxes) == 1
    assert not dialog.summon.isVisible()
    QTest.keyClick(dialog.unfold, Qt.Key.Key_Space)
    assert dialog.focusWidget() is dialog.summon.name
    [box] = dialog.boxes.values()
    box.click()
    QTest.keyClicks(dialog.summon.name, "Lene Friis")
    press(dialog.summon.name)
    assert [each.member.contact.name for each in planned.participants[-2:] if each.member is not None] == [
        "Nadia Bro", "Lene Friis"]
    assert not dialog.boxes                              # she is on the list: nobody ticks her once more
    assert not dialog.add.isEnabled()
