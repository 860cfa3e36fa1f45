"""A figure in words: what is said first, its parts, and the small ones together."""
from __future__ import annotations

import random

from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.figures.aims import AIMS, Measure
from borgerplan_desktop.model.figures.figure import Figure, Part
from borgerplan_desktop.model.figures.hiding import LEAST
from borgerplan_desktop.model.figures.kinds import BY_KEY, FIGURES
from borgerplan_desktop.model.figures.period import Period, year_span
from borgerplan_desktop.model.figures.report import Figures, Report, figures
from borgerplan_desktop.model.figures.told_words import FEW, aim_words, headline, lines, measure_words, percent
from tests.model.figures.sample_lines import lines_of
from tests.model.figures.test_figures import TODAY, Counting


def report(seed: int, citizens: int = 40) -> Report:
    span, found = year_span(2026), lines_of(random.Random(seed), citizens)
    return Report(figures(Counting(found, span, TODAY)),
                  figures(Counting(found, Period.LAST_YEAR.before(span), TODAY)))


def test_what_is_said_first() -> None:
    yes_no = (Part("yes", 23), Part("no", 7))
    assert headline(Figure("prepared", 30, yes_no), _) == "23 af 30 (77 %)"
    assert headline(Figure("prepared", None, (Part("yes", None), Part("no", None))), _) == "for få til at vise"
    assert headline(Figure("prepared", 34, (Part("yes", None), Part("no", None))), _) == "for få til at vise"
    assert headline(Figure("prepared", 0), _) == "ingen i perioden"
    assert headline(Figure("plan_days", 9, (), 38), _) == "38 dage i midten (median)"
    assert headline(Figure("plan_days", 9, (), 1), _) == "1 dag i midten (median)"
    assert headline(Figure("earlier_plans", 9, (Part("replaced", 9), Part("kept", 0)), 1.8), _) == (
        "1,8 pr. borger · 9 af 9 (100 %)")
    assert [percent(n, 8) for n in (0, 1, 4, 8)] == [0, 13, 50, 100]


def test_of_many_parts_the_small_ones_stand_together() -> None:
    kind = BY_KEY["outcomes"]
    parts = {"own_home": 20, "treatment": None, "job": None, "pension": 0}
    figure = Figure("outcomes", 28, tuple(Part(key, parts.get(key, 0)) for key in kind.parts))
    alone = Report(Figures(year_span(2026), {"outcomes": figure}))
    assert [(line.label, line.now) for line in lines(kind, alone, _)] == [
        ("Egen bolig", "20 (71 %)"), ("De små tal tilsammen", "8 (29 %)")]


def test_the_small_ones_together_are_many() -> None:
    seen = 0
    for seed in range(30):
        found = report(seed)
        for kind in FIGURES:
            for line in lines(kind, found, _):
                if line.key == FEW:
                    n = int(line.now.split(" ")[0]) if line.now[0].isdigit() else 0
                    assert n == 0 or n >= LEAST
                    seen += n > 0
    assert seen


def test_every_aim_can_be_told() -> None:
    for seed in range(5):
        for aim in AIMS:
            for measure in aim.measures:
                what, value = measure_words(measure, report(seed).now, _)
                assert what
                assert value
                assert ".:" not in what


def test_a_question_is_told_by_its_average() -> None:
    figure = Figure("feedback", 12, (Part("knows_next", None, 4.25), Part("own_plan", None)))
    found = Figures(year_span(2026), {"feedback": figure})
    assert measure_words(Measure("feedback", "knows_next"), found, _)[1] == "4,2 af 5"
    assert measure_words(Measure("feedback", "own_plan"), found, _)[1] == "for få til at vise"


def test_an_aim_is_a_line_of_its_own() -> None:
    """In the source some go on with a sentence; in a list all begin alike."""
    assert [said for aim in AIMS if not (said := aim_words(aim, _))[0].isupper()] == []


def test_a_reason_goes_on_with_the_sentence_it_stands_in() -> None:
    """»fordi« wants who does it first: »fordi vi ringer«, not »fordi efter opholdet ringer vi«."""
    assert {_(aim.why_not).split(" ")[0] for aim in AIMS if aim.why_not} <= {"programmet", "tegn", "vi"}
