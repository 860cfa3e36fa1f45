"""Calendars at the meeting tab, as a person does it: a file is saved, what cannot be is said."""
from __future__ import annotations

from pathlib import Path

import vobject
from PySide6.QtWidgets import QFileDialog

from borgerplan_desktop.casework.meeting.before_meeting import call_off, set_times
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.meeting_edition import newest_edition


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
