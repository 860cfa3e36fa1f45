"""The shelter's figures, counted from real cases: who is counted, in which time, and what is told of few."""
from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.casework import access
from borgerplan_desktop.casework.figures.counting import Chosen, counting, why_nothing
from borgerplan_desktop.casework.intake.merge import merge
from borgerplan_desktop.casework.leaving.closing import reopen_course
from borgerplan_desktop.casework.refused import NotForYou, Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.figures.figure import Figure
from borgerplan_desktop.model.figures.kinds import FIGURES
from borgerplan_desktop.model.figures.period import Period, Span
from borgerplan_desktop.model.figures.report import Report
from borgerplan_desktop.store.errors import Cancelled
from borgerplan_desktop.store.progress import unheard
from tests.archive import Clock, new_archive, new_store
from tests.casework.figures.lived import lived

WELL, ALL = 6, 12


@pytest.fixture
def archive(tmp_path: Path, clock: Clock) -> Iterator[Archive]:
    """A shelter of its own: all that is there is counted."""
    store = new_store(tmp_path)
    yield new_archive(store, clock)
    store.close()


def report_of(archive: Archive, chosen: Chosen | None = None) -> Report:
    """As another thread counts it."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(counting(archive.shelter, chosen or Chosen()), unheard).result()


def found(archive: Archive, chosen: Chosen | None = None) -> dict[str, Figure]:
    return dict(report_of(archive, chosen).now.found)


def parts(figure: Figure) -> dict[str, int | None]:
    """Those that have something, or are not told."""
    return {each.key: each.n for each in figure.parts if each.n != 0}


def test_everything_is_counted_by_its_rule(archive: Archive) -> None:
    lived(archive, ALL)
    all_found = found(archive)
    half = {"yes": WELL, "no": WELL}
    assert {key: parts(all_found[key]) for key in all_found if key not in ("feedback", "feedback_when")} == {
        "plan_days": {"to_42": WELL, "later": WELL}, "seven_weeks": half, "earlier_plans": {"replaced": ALL},
        "meetings": {"held": ALL}, "there": {"yes": ALL}, "prepared": half, "takes_part": half,
        "agreements_ours": {"yes": ALL}, "agreements_theirs": half, "ladder": {"down": WELL, "same": WELL},
        "waits_length": {"to_91": ALL}, "waits_kind": {"housing_list": ALL}, "stays_length": {"to_180": ALL},
        "stays_how": {"moved": ALL}, "long_stays": {}, "outcomes": {"own_home": WELL, "other": WELL},
        "home_kept": {}, "calls": half, "companion": half, "changed": half,
        "own_numbers": {"up": WELL, "down": WELL}, "health_goals": half, "knowledge": half, "ways": {"yes": ALL},
        "roles": {"yes": ALL * 3}, "shared": half, "partners": half}
    assert all_found["plan_days"].middle == 50
    assert all_found["waits_length"].middle == 60
    assert all_found["stays_length"].middle == 131       # both ends are counted
    assert all_found["earlier_plans"].middle == 1
    assert [(each.key, each.middle) for each in all_found["feedback"].parts] == [
        ("said_it", 5), ("understood", 3), ("knows_next", 3), ("own_plan", None)]
    assert {kind.key for kind in FIGURES} == set(all_found)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_a_small_shelter_is_told_why_it_sees_nothing(archive: Archive, count: int) -> None:
    lived(archive, count)
    report = report_of(archive)
    said = why_nothing(report)
    assert said == ("Der står ikke noget i den tid." if not count else
                    "I den tid handler alt om færre end 5 borgere. Så små tal vises ikke: de kunne pege på nogen.")
    assert not any(each.n for figure in report.now.found.values() for each in figure.parts)


def test_a_course_over_new_year_lies_where_its_days_lie(archive: Archive, clock: Clock) -> None:
    lived(archive, ALL, date(2025, 12, 1))
    this, last = found(archive), found(archive, Chosen(Period.LAST_YEAR))
    assert parts(last["ways"]) == {"yes": ALL}           # it began then
    assert parts(last["plan_days"]) == {}
    assert parts(this["plan_days"]) == {"to_42": WELL, "later": WELL}
    assert parts(last["ladder"]) == {"same": ALL}
    assert parts(this["ladder"]) == {"down": WELL, "same": WELL}


def test_beside_it_stands_the_time_before(archive: Archive) -> None:
    lived(archive, ALL, date(2025, 2, 3))
    lived(archive, 5)
    report = report_of(archive)
    assert report.before is not None
    assert (report.before.span, report.now.span) == (Span(date(2025, 1, 1), date(2025, 10, 27)),
                                                     Span(date(2026, 1, 1), date(2026, 10, 27)))
    assert parts(report.now.found["ways"]) == {"yes": 5}
    assert parts(report.before.found["ways"]) == {"yes": ALL}
    assert report_of(archive, Chosen(compare=False)).before is None


def test_whoever_came_back_within_half_a_year_has_not_kept_the_home(archive: Archive, clock: Clock) -> None:
    from borgerplan_desktop.model.course import Stay

    cases = lived(archive, ALL)
    for opened in cases[:5]:
        with opened.action("x"):
            opened.case.add(Stay(admitted_on=date(2026, 8, 1)))
    clock.pass_(days=90)
    assert parts(found(archive, Chosen(Period.LAST_YEAR))["home_kept"]) == {"yes": ALL - 5, "no": 5}


def test_a_case_that_became_part_of_another_is_counted_once(archive: Archive) -> None:
    cases = lived(archive, ALL)
    before = parts(found(archive)["ways"])
    merge(cases[0], cases[1])
    after = found(archive)["ways"]
    assert before == {"yes": ALL}
    assert after.total == ALL                            # both courses, of one citizen
    assert found(archive)["stays_how"].total == ALL


def test_a_course_that_was_reopened_is_counted_once(archive: Archive) -> None:
    cases = lived(archive, ALL)
    assert found(archive)["outcomes"].total == ALL
    reopen_course(cases[0])
    reopen_course(cases[2])
    assert parts(found(archive)["outcomes"]) == {"own_home": None, "other": None}     # four are left of one kind
    assert found(archive)["outcomes"].total == ALL - 2
    assert found(archive)["ways"].total == ALL


def test_days_of_ones_own(archive: Archive) -> None:
    lived(archive, ALL)
    own = Chosen(Period.OWN, Span(date(2026, 2, 1), date(2026, 2, 28)))
    assert parts(found(archive, own)["ways"]) == {"yes": ALL}
    assert Period.OWN.before(own.span(archive.today())) == Span(date(2026, 1, 1), date(2026, 1, 31))
    for bad in (Span(date(2026, 2, 1), date(2026, 2, 20)), Span(date(2026, 3, 1), date(2026, 2, 1)), None):
        with pytest.raises(Refused):
            counting(archive.shelter, Chosen(Period.OWN, bad))


def test_it_asks_the_gate_and_can_be_stopped(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    lived(archive, 5)

    def stop(share: float) -> None:
        if share > 0.3:
            raise Cancelled
    with pytest.raises(Cancelled):
        counting(archive.shelter, Chosen())(stop)
    monkeypatch.setattr(access, "why_not", lambda *_asked: "Det er ikke til dig.")
    with pytest.raises(NotForYou):
        counting(archive.shelter, Chosen())(unheard)
