"""The shelter's own days: they are stored, refused when they make no sense, and Min dag goes by them."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.my_day import DayReader
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.reminders import NAMES, Reminders, most, reminders, set_reminders
from borgerplan_desktop.model.notes import Note
from tests.archive import undecided


def test_they_are_stored_and_on_record(archive: Archive) -> None:
    assert reminders(archive) == Reminders()
    wanted = Reminders(21, 30, 20, 8, 6, 9, 10, True, 120, 8)
    set_reminders(archive, wanted)
    assert reminders(archive) == wanted
    assert archive.store.lines(limit=1)[0].action == "Changed deadlines and reminders"
    lines = len(archive.store.lines())
    set_reminders(archive, wanted)
    assert len(archive.store.lines()) == lines


@pytest.mark.parametrize("name", [name for name in NAMES if name != "counts_refund"])
def test_a_number_that_makes_no_sense_is_refused(archive: Archive, name: str) -> None:
    before = reminders(archive)
    for number in (0, -1, most(name) + 1):
        with pytest.raises(Refused) as refused:
            set_reminders(archive, replace(before, **{name: number}))
        assert refused.value.field == name
    assert reminders(archive) == before


def test_my_day_goes_by_them_at_once(archive: Archive) -> None:
    today, reader = archive.today(), DayReader(archive)
    opened = undecided(receive(archive, Arrival("Jonas Prøve", first_contact_on=today - timedelta(days=20))))
    with opened.action("x"):
        opened.case.add(Note(written_at=datetime.combine(today - timedelta(days=20), time(9))))
    said = [line.title for line in reader.read().watch if line.door.case_id == opened.id]
    assert "Ingen kontakt med Jonas Prøve i et stykke tid" in said
    set_reminders(archive, replace(reminders(archive), no_contact_days=21))
    said = [line.title for line in reader.read().watch if line.door.case_id == opened.id]
    assert "Ingen kontakt med Jonas Prøve i et stykke tid" not in said
