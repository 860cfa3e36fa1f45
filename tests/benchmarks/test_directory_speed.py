"""Five thousand services: found as one types, taken in from a spreadsheet, and read when somebody logs in.

Milliseconds are printed with the aims we have for an ordinary PC; what fails is a ratio to a floor in the same run.
"""
from __future__ import annotations

import io
import random
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from time import perf_counter

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.access import read_register
from borgerplan_desktop.casework.directory.coming_services import coming
from borgerplan_desktop.casework.directory.services_files import services_in
from borgerplan_desktop.casework.directory.take_in_services import take_in_services
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.directory.directory_tab import DirectoryTab
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.model.directory import Service
from tests.archive import new_archive, new_store
from tests.benchmarks.raw import Raw, quietest
from tests.casework.directory.tables import xlsx_of

MANY = 5000
WORDS = ("rådgivning", "værested", "bolig", "rusmidler", "natcafé", "sygepleje", "jobcenter", "æblehaven", "klinik",
         "center", "grønlandske", "hus", "forening", "hjælp", "støtte", "samtale", "mad", "seng")
TYPED = ("v", "vær", "værested æ", "gron", "natcafe 4", "zzz", "12", "")
KEY_MOST, IMPORT_MOST, OPEN_MOST = 9, 8, 12              # ratios; measured 4.4, 3.6 and 2.6


def _rows() -> list[list[str]]:
    chance = random.Random(1)
    head = ["Navn", "Type", "Udbyder", "Målgruppe", "Indhold", "Telefon", "Mail", "Åbningstid", "Trin", "Adresse"]
    return [head, *([f"{chance.choice(WORDS).title()} {n}", "Kommunalt", f"{chance.choice(WORDS)} {n % 90}",
                     " ".join(chance.choices(WORDS, k=6)), " ".join(chance.choices(WORDS, k=25)), f"{12340000 + n}",
                     f"t{n}@b.dk", "man-fre 10-12", str(1 + n % 7), f"Kajgade {n}"] for n in range(MANY))]


@pytest.fixture(scope="module")
def content() -> bytes:
    return xlsx_of(_rows())


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    archive = new_archive(new_store(tmp_path_factory.mktemp("directory")))
    chance = random.Random(1)
    with archive.shelter.action("many"):
        for n in range(MANY):
            archive.shelter.case.add(Service(name=f"{chance.choice(WORDS).title()} {n}", organisation=WORDS[n % 18],
                                             content=" ".join(chance.choices(WORDS, k=25)), phone=f"{12340000 + n}"))
    yield archive
    archive.close()


def test_a_spreadsheet_of_five_thousand_comes_in(content: bytes, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    def bare() -> int:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        return sum(1 for _row in book.worksheets[0].iter_rows(values_only=True))

    def ours() -> None:
        lines = coming(archive.shelter.case, services_in(content))
        assert len(take_in_services(archive.shelter, lines).new) == MANY

    floor = quietest(bare, runs=2)
    archive = new_archive(new_store(tmp_path))
    began = perf_counter()
    ours()
    took = 1000 * (perf_counter() - began)
    archive.close()
    print(f"\n5,000 services from .xlsx: {took:.0f} ms (aim 5,000), openpyxl alone {floor:.0f} ms: "
          f"× {took / floor:.1f} (at most {IMPORT_MOST})")
    assert took <= IMPORT_MOST * floor


def test_they_are_found_as_one_types(qtbot: QtBot, full: Archive) -> None:
    desk = Desk(full.shelter)
    tab = DirectoryTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1080, 640)
    tab.show()
    QTest.qWaitForWindowExposed(tab)
    tab._directory.make_ready()
    rows = list(tab.table.services.rows)

    def bare() -> None:
        tab.table.show_rows(rows, None)
        tab.table.viewport().repaint()

    def ask(words: str) -> float:
        began = perf_counter()
        tab.filter.search.setText(words)
        tab.table.viewport().repaint()
        return 1000 * (perf_counter() - began)

    floor = quietest(bare)
    turns = [[ask(words) for words in TYPED] for _turn in range(8)]
    times = [each for turn in turns for each in turn]
    p95, slowest = quantiles(times, n=20)[-1], max(map(min, zip(*turns, strict=True)))   # others work here too
    desk.close()
    print(f"\na letter among 5,000 services: p95 {p95:.1f} ms (aim 33), median {sorted(times)[len(times) // 2]:.1f}, "
          f"the slowest word at its quietest {slowest:.1f}, the same rows painted {floor:.1f} ms: "
          f"× {slowest / floor:.1f} (at most {KEY_MOST})")
    assert slowest <= KEY_MOST * floor


def test_reading_them_at_login_costs_as_the_driver_does(full: Archive) -> None:
    raw = Raw(full.store.engine)
    floor = quietest(lambda: raw.select_all(full.shelter.id), runs=8)
    ours = quietest(lambda: read_register(full.store, full.shelter.id), runs=8)
    raw.close()
    print(f"\nthe shelter's case with 5,000 services: {ours:.0f} ms, the driver's own {floor:.0f} ms: "
          f"× {ours / floor:.1f} (at most {OPEN_MOST})")
    assert ours <= OPEN_MOST * floor
