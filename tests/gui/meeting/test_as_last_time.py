"""A meeting prepared from the last one, and the reasons and consents of who comes, as a person meets them."""
from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting import participants
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.shell.where_changed import is_easily_a_slip
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import people
from borgerplan_desktop.model.plan import current_plan
from tests.gui.meeting.hands import press, tabbed, type_in


def test_one_press_prepares_it_as_last_time_and_undo_takes_it_back(
        tab: MeetingTab, held: Meeting, opened: OpenCase, desk: Desk, qtbot: QtBot) -> None:
    for n in range(5):
        add_agreement(opened, f"aftale {n}", held.participants[0].member, date(2026, 11, 20 + n))
    with opened.action("later"):
        current_plan(opened.case).follow_up_on = date(2026, 11, 24)
    tab.prepare()
    card, made = tab.before.last, tab.meeting
    assert made is not None
    assert made is not held
    assert card.isVisible()
    assert [label.words() for label in card.agreements] == [
        f"aftale {n} · Jonas · {20 + n}. nov." for n in range(3)]
    assert "Og 2 aftaler til." in card.rest.words()
    assert "Cyklen" in card.rest.words()
    with qtbot.waitSignal(desk.go) as gone:
        card.see_plan.click()
    assert gone.args == ["plan", "agreements"]
    card.take.setFocus()
    QTest.keyClick(card.take, Qt.Key.Key_Space)
    assert not is_easily_a_slip(opened.done[-1].changes)             # the suggested points were replaced, not removed
    assert [row.name.text() for row in tab.before.participants.list.widgets()] == [
        "Jonas Prøve", "Eva Lind", "Nadia Bro"]
    assert tab.before.participants.list.widgets()[2].why.toPlainText() == "kender behandlingen"
    titles = [row.title.words() for row in tab.before.agenda.list.widgets()]
    assert "Cyklen" in titles
    assert _("What came of what we agreed?") in titles
    assert "24. november" in tab.before.facts.summary.words()
    assert not tab.before.facts.place_asked.isChecked()
    assert not card.take.isVisible()                     # there is nothing left to take over
    assert card.isVisible()                              # but the agreements are still to be remembered
    opened.undo()
    assert card.take.isVisible()
    assert len(made.participants) == 2


def test_the_first_meeting_says_nothing_of_a_last(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    assert not tab.before.last.isVisible()


def test_tab_meets_the_last_time_between_the_facts_and_the_participants(tab: MeetingTab, held: Meeting) -> None:
    tab.prepare()
    page = tab.before
    page.facts.unfold.setChecked(False)
    order = [page.facts.unfold, page.last.take, page.participants.add]
    assert tabbed(page.facts.unfold, page.participants.add) == order


def test_a_date_alone_takes_the_time_of_last_time(tab: MeetingTab, held: Meeting) -> None:
    tab.prepare()
    facts, made = tab.before.facts, tab.meeting
    assert made is not None
    assert held.starts_at is not None
    type_in(facts.date.field, "24. november")
    start = datetime.combine(date(2026, 11, 24), held.starts_at.time())
    assert (made.starts_at, made.ends_at) == (start, start + timedelta(hours=1))


def test_a_time_that_has_passed_is_kept_and_said(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    facts = tab.before.facts
    facts.unfold.setChecked(True)
    assert not facts.passed.isVisible()
    yesterday = opened.today() - timedelta(days=1)
    type_in(facts.date.field, f"{yesterday.day}.{yesterday.month}.{yesterday.year}")
    assert planned.starts_at is not None
    assert planned.starts_at.date() == yesterday
    assert facts.passed.words() == _("That time has passed. Is it right?")
    assert facts.passed.isVisible()


def test_everyone_with_something_to_do_is_chosen_by_one_press_with_a_reason(
        tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    sara, ib = add_private_person(opened, "Sara", "min datter"), add_private_person(opened, "Ib", "min ven")
    card = tab.before.participants
    dialog = card.choose()
    assert dialog is not None
    assert not dialog.tasks.isVisible()                  # nobody has anything to do yet
    dialog.reject()
    add_agreement(opened, "Ringer", sara)
    dialog = card.choose()
    assert dialog is not None
    assert "har noget at gøre i planen" in dialog.boxes[sara.id].accessibleName()
    dialog.tasks.setFocus()
    QTest.keyClick(dialog.tasks, Qt.Key.Key_Space)
    assert [m.id for m in dialog.chosen()] == [sara.id]
    QTest.keyClick(dialog.boxes[ib.id], Qt.Key.Key_Space)
    press(dialog.add)
    assert [p.why for p in planned.participants[-2:]] == [
        _("Has something to do in the plan"), _("Is close to {name}").format(name="Jonas")]


def test_everyone_whom_the_consent_covers_is_chosen_by_one_press(
        tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    sara, ib, ole = (add_private_person(opened, name, "min ven") for name in ("Sara", "Ib", "Ole"))
    give_consent(opened, Asked("Planen", [sara, ole], [Topic.PLAN], GivenHow.ORALLY, told_before=True))
    dialog = tab.before.participants.choose()
    assert dialog is not None
    dialog.covered.click()
    assert [m.id for m in dialog.chosen()] == [sara.id, ole.id]
    assert not dialog.told.isVisible()
    assert not dialog.boxes[ib.id].isChecked()


def test_the_checklist_leads_to_whoever_has_no_reason_and_one_press_suggests_them(
        tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    card = tab.before.participants
    assert not card.suggest.isVisible()
    participants.add_participant(opened, planned, add_private_person(opened, "Sara", "min datter"))
    press(tab.before.checklist.list.lines["who"].box)
    assert card.list.widgets()[-1].why.hasFocus()
    assert card.suggest.isVisible()
    card.suggest.setFocus()
    QTest.keyClick(card.suggest, Qt.Key.Key_Space)
    assert planned.participants[-1].why == _("Is close to {name}").format(name="Jonas")
    assert not card.suggest.isVisible()


def test_the_pill_says_what_the_consent_is_about(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    nadia = planned.participants[2].member
    assert nadia is not None
    pill = tab.before.participants.list.widgets()[2].pill
    for topics, words in (([Topic.PLAN], "Kun: Min plan og mine mål"), ([Topic.PLAN, Topic.MONEY], "2 af 10 emner"),
                          (list(Topic), "Alle emner")):
        give_consent(opened, Asked("Planen", [nadia], topics, GivenHow.ORALLY, told_before=True,
                                   other_topic="fritid"))
        assert pill.text() == words
    assert "Økonomi" in pill.toolTip()


def test_many_without_consent_are_counted_not_named(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    for n in range(39):
        add_private_person(opened, f"Person {n}", "min ven")
    participants.add_participants(opened, planned, people(opened.case))
    assert tab.before.participants.told.words() == "40 kan være med, men får intet på skrift, før Jonas siger ja."


def test_the_next_thing_to_do_is_marked_until_somebody_goes_elsewhere(
        tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    lines = tab.before.checklist.list.lines

    def marked() -> list[str]:
        return [key for key, line in lines.items() if line.property("role") == "soft"]

    assert marked() == ["prepared"]
    tab.before.facts.unfold.setChecked(True)
    tab.before.facts.wants.setFocus()
    QTest.keyClicks(tab.before.facts.wants, "Et sted at bo")
    tab.before.facts.avoids.setFocus()
    QApplication.processEvents()
    assert marked() == ["place"]
    lines["room"].box.setFocus()
    assert marked() == ["room"]
    QTest.keyClick(lines["room"].box, Qt.Key.Key_Space)
    assert marked() == ["room"]                          # whoever works through the list is not moved
