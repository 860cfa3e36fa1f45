"""Calendars at the meeting tab, as a person does it: a file is saved, what cannot be is said."""
from __future__ import annotations

from pathlib import Path

import pytest
import vobject
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from borgerplan_desktop.casework.meeting.before_meeting import call_off, set_times
from borgerplan_desktop.casework.meeting.meeting_calendar import uid_of
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.meeting.participants_card import ParticipantRow
from borgerplan_desktop.i18n import _, day_short
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.meeting_edition import newest_edition
from borgerplan_desktop.model.network import NetworkMember


def press(tab: MeetingTab, words: str) -> None:
    next(each for each in tab.fill_menu().actions() if each.text() == words).trigger()


def asked(tab: MeetingTab) -> QFileDialog:
    return next(each for each in tab.window().findChildren(QFileDialog) if each.isVisible())


def test_the_meeting_is_saved_for_calendars_and_taken_out_again(
        tab: MeetingTab, planned: Meeting, opened: OpenCase, tmp_path: Path) -> None:
    tab.show_row(planned.id)
    press(tab, _("Save for calendars …"))
    dialog = asked(tab)
    assert dialog.selectedFiles()[0].endswith("moede.ics")
    dialog.fileSelected.emit(str(tmp_path / "a.ics"))
    dialog.reject()
    first = vobject.readOne((tmp_path / "a.ics").read_text("utf-8"))
    assert first.vevent.location.value == "Mødelokale 2"
    assert newest_edition(planned) is not None
    call_off(opened, planned, "Jonas")
    press(tab, _("Take it out of calendars …"))
    asked(tab).fileSelected.emit(str(tmp_path / "b.ics"))
    gone = vobject.readOne((tmp_path / "b.ics").read_text("utf-8"))
    assert (gone.vevent.status.value, gone.vevent.sequence.value) == ("CANCELLED", "2")


def test_without_a_time_nobody_is_asked_where_to(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    set_times(opened, planned, None, None)
    tab.show_row(planned.id)
    said: list[str] = []
    tab._desk.unsaid.connect(said.append)
    press(tab, _("Save for calendars …"))
    assert said == [_("The meeting has no time yet. Choose a date first.")]
    assert not any(each.isVisible() for each in tab.window().findChildren(QFileDialog))


def test_a_folder_that_is_gone_is_said(tab: MeetingTab, planned: Meeting, tmp_path: Path) -> None:
    tab.show_row(planned.id)
    press(tab, _("Save for calendars …"))
    asked(tab).fileSelected.emit(str(tmp_path / "gone" / "a.ics"))
    assert any(each.isVisible() for each in tab.window().findChildren(Dialog))
    assert newest_edition(planned) is None


def answer(planned: Meeting, said: str, words: str = "") -> str:
    return (f"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{uid_of(planned.id)}\r\nSEQUENCE:1\r\n"
            f"ATTENDEE;PARTSTAT={said}:mailto:nadia@example.org\r\nCOMMENT:{words}\r\n"
            "END:VEVENT\r\nEND:VCALENDAR\r\n")


@pytest.fixture
def nadia(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> ParticipantRow:
    participant = next(each for each in planned.participants if each.member is not None
                       and each.member.contact.name == "Nadia Bro")
    assert participant.member is not None
    write(opened, participant.member, NetworkMember.email, "nadia@example.org", "x")
    tab.show_row(planned.id)
    row = tab.before.participants.list.of(participant)
    assert row is not None
    return row


def test_an_answer_is_read_in_and_stands_quietly_at_whoever_answers(
        tab: MeetingTab, planned: Meeting, opened: OpenCase, nadia: ParticipantRow, tmp_path: Path) -> None:
    assert not nadia.answer.isVisible()
    file = tmp_path / "svar.ics"
    file.write_text(answer(planned, "TENTATIVE", "Jeg har vagt"), "utf-8")
    press(tab, _("Read an answer in …"))
    asked(tab).fileSelected.emit(str(file))
    today = day_short(opened.today())
    assert nadia.answer.text() == f"Måske, {today}: Jeg har vagt"
    assert nadia.answer.isVisible()
    opened.undo()
    assert not nadia.answer.isVisible()


def test_a_file_is_dropped_on_the_participants(tab: MeetingTab, planned: Meeting, nadia: ParticipantRow,
                                               tmp_path: Path) -> None:
    file = tmp_path / "svar.ics"
    file.write_text(answer(planned, "DECLINED"), "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                      Qt.KeyboardModifier.NoModifier)
    tab.before.participants.dropEvent(drop)
    assert nadia.answer.text().startswith("Kommer ikke, ")


def test_a_file_that_is_no_answer_is_said_and_nothing_changes(
        tab: MeetingTab, planned: Meeting, nadia: ParticipantRow, tmp_path: Path) -> None:
    file = tmp_path / "svar.ics"
    file.write_bytes(b"%PDF")
    said: list[str] = []
    tab._desk.unsaid.connect(said.append)
    tab.calendar.read(str(file))
    assert said[0].startswith("Filen er ikke en kalenderfil")
    tab.calendar.read(str(tmp_path / "gone.ics"))
    assert any(each.isVisible() for each in tab.window().findChildren(Dialog))
    assert not nadia.answer.isVisible()


def test_what_somebody_says_on_the_telephone_is_noted_by_hand(
        tab: MeetingTab, planned: Meeting, opened: OpenCase, nadia: ParticipantRow) -> None:
    next(each for each in nadia.actions() if each.text() == "Har svaret: kommer").trigger()
    assert nadia.answer.text().startswith("Kommer, ")
