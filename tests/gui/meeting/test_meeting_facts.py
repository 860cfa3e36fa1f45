"""When, where and why a meeting is: what is typed and refused, and how the fields stand."""
from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.model.meeting import Meeting
from tests.gui.meeting.hands import press, type_in


def test_prepared_by_typing(tab: MeetingTab, opened: OpenCase) -> None:
    tab.prepare()
    meeting, facts = opened.case.the(Meeting), tab.before.facts
    type_in(facts.date.field, "12. november")
    type_in(facts.starts.field, "13")
    type_in(facts.ends.field, "14.30")
    assert (meeting.starts_at, meeting.ends_at) == (datetime(2026, 11, 12, 13), datetime(2026, 11, 12, 14, 30))
    type_in(facts.where_field, "Mødelokale 2")
    facts.wants.setFocus()
    QTest.keyClicks(facts.wants, "Et sted at bo")
    facts.avoids.setFocus()
    assert meeting.place_text == "Mødelokale 2"
    assert meeting.citizen_wants == "Et sted at bo"
    assert "Mødelokale 2" in facts.summary.words()
    assert "13.00–14.30" in facts.summary.words()
    type_in(facts.starts.field, "15")                    # it is as long as before
    assert meeting.ends_at == datetime(2026, 11, 12, 16, 30)


def test_an_end_before_the_start_is_refused_beside_the_field(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    facts = tab.before.facts
    facts.unfold.setChecked(True)
    before = planned.ends_at
    said_elsewhere: list[str] = []
    tab._desk.unsaid.connect(said_elsewhere.append)
    type_in(facts.ends.field, "9.00")
    assert not said_elsewhere                            # once is enough
    assert planned.ends_at == before
    assert facts.ends.message.isVisible()
    type_in(facts.ends.field, "hest")
    assert "hest" in facts.ends.message.words()
    type_in(facts.ends.field, "12")
    assert not facts.ends.message.isVisible()
    assert planned.ends_at is not None
    assert planned.ends_at.hour == 12


def test_a_meeting_over_midnight(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    tab.before.facts.unfold.setChecked(True)
    type_in(tab.before.facts.starts.field, "22.30")
    type_in(tab.before.facts.ends.field, "0.30")
    assert planned.starts_at is not None
    assert planned.ends_at == planned.starts_at + timedelta(hours=2)


def test_a_long_reason_leaves_labels_at_their_fields_and_is_read_in_full(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    facts = tab.before.facts
    facts.unfold.setChecked(True)
    type_in(facts.ends.field, "9")
    QApplication.processEvents()
    for label, field in (("kind_label", facts.kind), ("date_label", facts.date), ("starts_label", facts.starts),
                         ("ends_label", facts.ends)):
        above = facts.findChild(QLabel, label)
        assert above is not None
        gap = field.mapTo(facts, QPoint()).y() - above.mapTo(facts, QPoint(0, above.height())).y()
        assert 0 <= gap <= 6, label
    assert facts.ends.field.height() == facts.starts.field.height()
    message = facts.ends.message
    assert message.height() >= message.heightForWidth(message.width())
    assert message.width() > 300
    facts.purpose.setFocus()
    QTest.keyClicks(facts.purpose, "Vi laver planen")
    facts.where_field.setFocus()
    assert facts.ends.field.text() == "9.00"             # it stays, and so does what is said of it
    assert message.isVisible()
    type_in(facts.ends.field, "9")
    assert message.isVisible()


def test_a_click_into_a_time_types_over_it(qtbot: QtBot, tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    facts = tab.before.facts
    facts.unfold.setChecked(True)
    before = planned.starts_at
    QTest.mouseClick(facts.starts.field, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(facts.starts.field.hasSelectedText)
    QTest.keyClicks(facts.starts.field, "14")
    press(facts.starts.field)
    assert facts.starts.field.text() == "14.00"
    assert planned.starts_at is not None
    assert planned.starts_at.hour == 14 != before.hour  # type: ignore[union-attr]


def test_a_time_that_is_none_stays_with_the_reason(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    facts = tab.before.facts
    facts.unfold.setChecked(True)
    type_in(facts.starts.field, "10.0014")
    facts.purpose.setFocus()
    QTest.keyClicks(facts.purpose, "Vi laver planen")
    facts.where_field.setFocus()
    assert facts.starts.field.text() == "10.0014"
    assert "10.0014" in facts.starts.message.words()
    assert facts.starts.message.isVisible()


def test_a_short_answer_stays_at_its_label_beside_a_long_one(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    facts = tab.before.facts
    facts.unfold.setChecked(True)
    facts.wants.setPlainText("Et sted at bo\n" * 5)
    facts.avoids.setPlainText("Det om mor")
    QApplication.processEvents()
    tops = [label.mapTo(facts, QPoint()).y() for label in (facts.wants_label, facts.avoids_label)]
    assert tops[0] == tops[1]
    assert facts.avoids.mapTo(facts, QPoint()).y() - tops[1] - facts.avoids_label.height() <= 6
    assert facts.avoids_label.height() <= facts.wants_label.height()
