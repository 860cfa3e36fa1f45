"""An archive of an earlier program: the page waits, one sees how far it is, and may stop."""
from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QProgressDialog
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.location import Location, people
from borgerplan_desktop.gui.start.bringing_up_to_date import BringingUpToDate
from borgerplan_desktop.gui.start.login import Login
from borgerplan_desktop.store.errors import Cancelled
from tests.store.test_earlier_shapes import DATA, EARLIER, PASSWORD, PERSON


@pytest.fixture
def location(tmp_path: Path) -> Location:
    shutil.copytree(DATA / "stores" / EARLIER[-1], tmp_path / "archive")
    return Location(tmp_path / "archive")


@pytest.fixture
def page(qtbot: QtBot, location: Location) -> Login:
    page = Login()
    qtbot.addWidget(page)
    page.show_people("Skovly", people(location))
    page.show()
    return page


@pytest.fixture
def longer(location: Location) -> login.TakesTime:
    with pytest.raises(login.TakesTime) as told:
        login.unlock(location, PERSON, PASSWORD, patient=False)
    return told.value


@pytest.fixture
def came() -> Iterator[list[Archive]]:
    came: list[Archive] = []
    yield came
    for archive in came:
        archive.close()


def test_one_waits_sees_how_far_it_is_and_is_in(
        qtbot: QtBot, location: Location, page: Login, longer: login.TakesTime, came: list[Archive]) -> None:
    bringing = BringingUpToDate(longer, location, page, page, page)
    bringing.entered.connect(came.append)
    assert not page.isEnabled()                          # nobody tries again meanwhile
    dialog = page.findChild(QProgressDialog)
    assert dialog is not None
    words = dialog.findChild(QLabel)
    assert words is not None
    assert "Der går intet tabt" in words.text()
    qtbot.waitUntil(lambda: bool(came), timeout=30_000)
    assert page.isEnabled()
    assert len(came[0].citizens(closed=True)) == 2


def test_who_stops_it_finds_the_archive_as_it_was(
        qtbot: QtBot, location: Location, page: Login, longer: login.TakesTime, came: list[Archive]) -> None:
    def stopped(_progress: object) -> None:
        raise Cancelled

    bringing = BringingUpToDate(login.TakesTime(stopped, longer.enter), location, page, page, page)
    bringing.entered.connect(came.append)
    qtbot.waitUntil(page.isEnabled)
    assert page.trouble.text() == "Arkivet er, som det var. Log ind igen, når der er tid til det."
    assert came == []


def test_what_goes_wrong_is_said_where_one_logs_in(
        qtbot: QtBot, location: Location, page: Login, longer: login.TakesTime) -> None:
    def broken(_progress: object) -> None:
        raise OSError("x")

    BringingUpToDate(login.TakesTime(broken, longer.enter), location, page, page, page)
    qtbot.waitUntil(page.isEnabled)
    assert "Der er ikke ændret noget." in page.trouble.text()
