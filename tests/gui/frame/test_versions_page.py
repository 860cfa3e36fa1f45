"""Approval on screen: asked first, kept, what has changed said, the partners told, a file looked at first."""
from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.frame.frame import framework
from borgerplan_desktop.casework.frame.versions import approve, newest
from borgerplan_desktop.documents.house.frame_file import read_frame, write_frame
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.frame.frame_tab import VERSIONS, FrameTab
from borgerplan_desktop.gui.frame.take_in_frame import TakeInFrame
from borgerplan_desktop.gui.frame.versions_page import VersionsPage
from borgerplan_desktop.gui.printing.house_paper import HousePaperWindow
from borgerplan_desktop.model.framework import FrameAnswer, FrameQuestion, FrameVersion
from tests.casework.frame.made import a_frame, answer, person
from tests.documents import reading


@pytest.fixture
def page(tab: FrameTab, house: Desk) -> VersionsPage:
    a_frame(house.opened)
    found = tab.show_part(VERSIONS)
    assert isinstance(found, VersionsPage)
    return found


def press(page: VersionsPage, words: str) -> None:
    """A button of the question that stands over the window."""
    asked = page.approve.question
    assert asked is not None
    button = next(each for each in asked.findChildren(QPushButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_is_asked_before_a_version_is_kept(page: VersionsPage, tab: FrameTab, house: Desk) -> None:
    page.approve.news.setFocus()
    QTest.keyClicks(page.approve.news, "Den allerførste.")
    page.approve.act.click()
    press(page, "Ikke endnu")
    assert newest(house.case) is None
    page.approve.act.click()
    press(page, "Gem udgaven")
    version = newest(house.case)
    assert version is not None
    assert (version.number, version.approved_by, version.changed) == (1, "Styregruppen", "Den allerførste.")
    assert "udgave 2" in page.approve.act.text()
    assert page.approve.news.toPlainText() == ""
    assert "Udgave 1" in tab.list.item(tab.list.count() - 1).text()
    row, = page.versions.rows.widgets()
    assert "Udgave 1, godkendt 27. oktober 2026 af Styregruppen" in row.name.words()


def test_a_day_ahead_is_refused_beside_the_field(page: VersionsPage, house: Desk) -> None:
    page.approve.on.setDate(house.opened.today() + timedelta(3))
    page.approve.act.click()
    press(page, "Gem udgaven")
    assert newest(house.case) is None
    assert page.approve.on.is_in_trouble()


def test_what_has_changed_is_said_and_written_in_for_the_partners(page: VersionsPage, house: Desk) -> None:
    approve(house.opened, house.opened.today(), "Styregruppen")
    QApplication.processEvents()
    assert "Intet" in page.changed.lines.words()
    assert not page.approve.insert_button.isVisible()
    answer(house.opened, FrameQuestion.OUTREACH, "Gadeteamet går tur.")
    assert "Gadeteamet går tur." in page.changed.lines.words()
    page.approve.insert_button.click()
    assert "Gadeteamet går tur." in page.approve.news.toPlainText()
    frame = framework(house.case)
    assert frame is not None
    assert "Gadeteamet går tur." in frame.news
    approve(house.opened, house.opened.today(), "Styregruppen")
    newer, older = page.versions.rows.widgets()
    assert not older.compare_button.isVisible()
    newer.compare_button.click()
    assert "Gadeteamet går tur." in newer.different.words()
    newer.compare_button.click()
    assert not newer.different.isVisible()


def test_an_old_paper_is_opened_as_it_was(page: VersionsPage, house: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    approve(house.opened, house.opened.today(), "Styregruppen")
    answer(house.opened, FrameQuestion.TARGET_GROUP, "Noget nyt.")
    row, = page.versions.rows.widgets()
    shown = page.versions._files.show_version(row.version)
    assert shown is not None
    qtbot.addWidget(shown)
    shown.save_as(str(tmp_path / "rammen.pdf"))
    version = newest(house.case)
    assert version is not None
    assert (tmp_path / "rammen.pdf").read_bytes() == house.opened.kept(version.pdf_digest)


def test_the_head_prints_the_frame_as_it_is_now(tab: FrameTab, page: VersionsPage, qtbot: QtBot) -> None:
    assert tab.print_paper()
    shown = next(each for each in QApplication.topLevelWidgets() if isinstance(each, HousePaperWindow))
    qtbot.addWidget(shown)
    qtbot.waitUntil(shown.print_button.isEnabled)
    said = reading.text(shown.pdf).replace("\u00a0", " ")
    assert "udkast" in said
    assert "Voksne uden bolig." in said


def test_partners_are_told_by_mail_and_it_stands_there_when(
        page: VersionsPage, house: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    person(house.opened, "Ole Prøve", email="ole@skovby.example")
    nobody = person(house.opened, "Ida Prøve")
    frame = framework(house.case)
    assert frame is not None
    with house.opened.action("x"):
        frame.news = "Ny tolkeaftale."
    approve(house.opened, house.opened.today(), "Styregruppen")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    page.told.all_button.click()
    draft = page.told.draft
    assert draft is not None
    qtbot.addWidget(draft)
    assert draft.to_field.text() == "birgit@skovby.example; ole@skovby.example"
    words = draft.body_field.toPlainText()
    for said in ("Udgave 1", "27. oktober 2026", "Styregruppen", "Ny tolkeaftale.", "intranet", "27. april 2027",
                 "Eva Lind"):
        assert said in words.replace("\u00a0", " "), said
    version = newest(house.case)
    assert version is not None
    assert version.told == []                            # nobody is told before it goes
    draft.copy_button.click()
    assert "Udgave 1" in QGuiApplication.clipboard().text()
    assert {each.address for each in version.told} == {"birgit@skovby.example", "ole@skovby.example"}
    row = page.told.rows.widget(nobody)
    assert row is not None
    assert row.when.words() == "Ingen mailadresse er kendt"
    row.told_button.click()
    assert "Alle har fået besked" in page.told.state.words()
    row.told_button.click()
    assert len(version.told) == 2


def test_a_file_is_looked_at_first_and_then_taken_in_in_one_step(
        page: VersionsPage, tab: FrameTab, house: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    said = json.loads(write_frame(house.case))
    for row in said["frame"]["frame_answer"]:
        row["text"] = "Helt andre ord."
    said["frame"]["frame_answer"].append({"id": "ny", "question": "outreach", "text": "Gadeteamet."})
    path = tmp_path / "andres.json"
    path.write_text(json.dumps(said), "utf-8")
    tab.files.take_from(str(path))
    qtbot.waitUntil(lambda: any(isinstance(each, TakeInFrame) for each in QApplication.topLevelWidgets()))
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, TakeInFrame))
    qtbot.addWidget(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel)).replace("\u200b", "")
    for each in ("Hvilke opsøgende indsatser er der?", "Helt andre ord.", "Voksne uden bolig.", "Kommer fra filen"):
        assert each in words, each
    steps = len(house.opened.done)
    dialog.take_button.click()
    assert len(house.opened.done) == steps + 1
    texts = {each.text for each in house.case.all(FrameAnswer)}
    assert {"Gadeteamet.", "Voksne uden bolig."} <= texts
    assert "Helt andre ord." not in texts


def test_a_file_that_is_none_is_refused_in_plain_words(
        page: VersionsPage, tab: FrameTab, house: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "billede.json"
    path.write_bytes(b"\x89PNG")
    before = write_frame(house.case)
    tab.files.take_from(str(path))
    qtbot.waitUntil(lambda: any("kunne ikke læses" in label.text() for window in QApplication.topLevelWidgets()
                                for label in window.findChildren(QLabel)))
    assert write_frame(house.case) == before
    assert house.case.all(FrameVersion) == []


def test_the_frame_is_saved_as_a_file(page: VersionsPage, tab: FrameTab, house: Desk, tmp_path: Path) -> None:
    tab.files.save_as(str(tmp_path / "ramme.json"))
    assert len(read_frame((tmp_path / "ramme.json").read_bytes()).rows) > 8
