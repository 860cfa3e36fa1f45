"""Half a year passes by the clock, and Min dag says that the frame is due, on screen and in the terminal's words."""
from __future__ import annotations

from borgerplan_desktop.casework.course.my_day import DayReader
from borgerplan_desktop.casework.frame.versions import approve
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.framework import Framework
from borgerplan_desktop.model.shelter import Shelter
from tests.archive import Clock
from tests.casework.frame.made import a_frame

TITLE = "Opdater den overordnede ramme"


def test_min_dag_reminds_before_on_the_day_and_until_it_is_done(archive: Archive, clock: Clock) -> None:
    shelter = archive.shelter
    a_frame(shelter)
    approve(shelter, shelter.today(), "Styregruppen")
    reader = DayReader(archive)

    def watched() -> list[tuple[str, str]]:
        return [(line.title, line.text) for line in reader.read().watch if line.door.tab == "frame"]

    assert watched() == []
    clock.pass_(days=182 - 12)                           # the shelter is told 14 days before
    assert watched() == [(TITLE, "Det skal ske 27. april. Eva Lind")]
    clock.pass_(days=10)
    line, = (each for each in reader.read().deadlines if each.door.tab == "frame")
    assert (line.what, line.on, line.note) == (TITLE, shelter.case.the(Framework).next_on, "Eva Lind")
    assert (line.door.case_id, line.door.row_id) == (shelter.id, "update")
    assert watched() == []                               # said once
    clock.pass_(days=30)
    assert watched() == [(TITLE, "Det skulle være sket 27. april. Eva Lind")]
    approve(shelter, shelter.today(), "Styregruppen")
    assert watched() == []


def test_how_long_before_is_the_shelters_own_choice(archive: Archive, clock: Clock) -> None:
    shelter = archive.shelter
    a_frame(shelter)
    write(shelter, shelter.case.the(Shelter), Shelter.frame_warning_days, 60, "x")
    clock.pass_(days=182 - 50)
    line, = (each for each in DayReader(archive).read().watch if each.door.tab == "frame")
    assert line.title == "Få den overordnede ramme godkendt af styregruppen"
