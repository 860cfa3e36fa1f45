"""The shelter's ways of looking at the map."""
from __future__ import annotations

import pytest

from borgerplan_desktop.casework.network.map_presets import (
    WayOfLooking,
    delete_preset,
    keep_preset,
    presets,
    rename_preset,
    way_of,
)
from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.shelter import MapFilter


@pytest.fixture
def shelter(archive: Archive) -> OpenCase:
    return archive.shelter


def test_a_view_is_kept_renamed_and_deleted_and_each_is_undone(shelter: OpenCase) -> None:
    way = WayOfLooking(MapFilter.PROFESSIONALS, ties_between=False, responsibilities=True, anonymous=True)
    made = keep_preset(shelter, " Til   supervision ", way)
    assert (made.name, way_of(made)) == ("Til supervision", way)
    rename_preset(shelter, made, "Undervisning")
    delete_preset(shelter, made)
    assert presets(shelter) == []
    shelter.undo()
    shelter.undo()
    assert [each.name for each in presets(shelter)] == ["Til supervision"]


def test_the_same_name_again_is_the_same_view(shelter: OpenCase) -> None:
    made = keep_preset(shelter, "Undervisning", WayOfLooking())
    assert keep_preset(shelter, "undervisning", WayOfLooking(anonymous=True)) is made
    assert way_of(made) == WayOfLooking(anonymous=True)
    other = keep_preset(shelter, "Til mødet", WayOfLooking(focus=True))
    assert presets(shelter) == [made, other]
    with pytest.raises(Refused):
        rename_preset(shelter, other, "Undervisning")
    with pytest.raises(Refused):
        keep_preset(shelter, "  ", WayOfLooking())


def test_two_windows_that_keep_one_name_keep_one_view(archive: Archive, shelter: OpenCase) -> None:
    other = OpenCase(archive.store, shelter.id, archive.who, archive.clock)
    keep_preset(shelter, "Undervisning", WayOfLooking())
    keep_preset(other, "undervisning", WayOfLooking(anonymous=True))         # it has not looked for a while
    shelter.catch_up()
    assert [(each.name, way_of(each).anonymous) for each in presets(shelter)] == [("Undervisning", True)]


def test_also_in_the_same_moment(archive: Archive, shelter: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    other = OpenCase(archive.store, shelter.id, archive.who, archive.clock)
    keep_preset(shelter, "Undervisning", WayOfLooking())
    with monkeypatch.context() as at_once:
        at_once.setattr(other, "catch_up", lambda: None)
        with pytest.raises(Conflict):
            keep_preset(other, "Undervisning", WayOfLooking(anonymous=True))
    other.catch_up()
    assert [way_of(each).anonymous for each in presets(other)] == [False]
