"""The yearly report: every figure with its rule, true tables and bars said in words, in both languages and sizes."""
from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from borgerplan_desktop.documents.house.yearly_report import yearly_report_pdf
from borgerplan_desktop.i18n import words
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.figures.aims import AIMS
from borgerplan_desktop.model.figures.figure import Counting
from borgerplan_desktop.model.figures.kinds import FIGURES
from borgerplan_desktop.model.figures.lines import Lines
from borgerplan_desktop.model.figures.period import year_span
from borgerplan_desktop.model.figures.report import Report, figures
from borgerplan_desktop.model.figures.told_words import aim_words
from borgerplan_desktop.model.house_ideas import HouseIdea, IdeaStatus, YearReport
from borgerplan_desktop.model.shelter import Shelter
from tests import vera
from tests.documents import reading, samples
from tests.documents.spoken import heard
from tests.documents.test_meaning_of_tags import (
    asked,
    faults_of_headings,
    faults_of_lists,
    faults_of_order,
    faults_of_tables,
    faults_of_the_whole,
)
from tests.model.figures.sample_lines import lines_of

__all__ = ["asked"]
TODAY = samples.TODAY
HOSTILE = "<b>&amp; \u202e {name} %s \\n 你好 😀 " + "w" * 300
Asked = list[tuple[list[str], list[list[str]], int]]


def report_of(lines: Lines, compare: bool = True) -> Report:
    return Report(figures(Counting(lines, year_span(2026), TODAY)),
                  figures(Counting(lines, year_span(2025), TODAY)) if compare else None)


def paper(lines: Lines, language: str = "da", large_print: bool = False, foreword: str = "Det var et godt år.",
          compare: bool = True) -> bytes:
    case = Case("shelter", [
        Shelter(name="Skovly Herberg"),
        YearReport(year=2026, foreword=foreword, learned="At spørge først.", next_year="Flere ture."),
        HouseIdea(said_on=date(2026, 2, 2), words="Der er koldt om morgenen.", status=IdeaStatus.DONE,
                  answer="Varmen tændes kl. 6.", answered_on=date(2026, 3, 3)),
        HouseIdea(said_on=date(2026, 4, 4), words="En nøgle til skuret?"),
        HouseIdea(said_on=date(2025, 4, 4), words="Året før.", status=IdeaStatus.DONE, answer="Gjort.",
                  answered_on=date(2025, 5, 5))])
    return yearly_report_pdf(case, report_of(lines, compare), 2026, language=language, large_print=large_print,
                             today=TODAY)


MANY = lines_of(random.Random(3), 60)


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_figure_with_its_rule_and_every_aim_stands_there(language: str, large_print: bool) -> None:
    data = paper(MANY, language, large_print)
    with reading.opened(data) as pdf:                    # as it is read aloud: a cell after the other
        said = reading.squeezed(" ".join(each.said for each in heard(pdf, data).all("H1", "H3", "P", "TH", "TD")))
    say = words("paper", language).gettext
    for kind in FIGURES:
        assert reading.squeezed(say(kind.title)) in said, kind.key
        assert reading.squeezed(say(kind.rule)) in said, kind.key
    for aim in AIMS:
        assert reading.squeezed(aim_words(aim, say)) in said, aim
        assert reading.squeezed(say(aim.why_not)) in said or not aim.why_not, aim
    for text in ("Det var et godt år.", "At spørge først.", "Flere ture."):
        assert reading.squeezed(text) in said


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("compare", [False, True])
def test_its_tables_are_true_and_its_bars_are_said(asked: Asked, large_print: bool, compare: bool) -> None:
    data = paper(MANY, large_print=large_print, compare=compare)
    with reading.opened(data) as pdf:
        tree = heard(pdf, data)
        assert [*faults_of_headings(pdf, tree), *faults_of_lists(tree), *faults_of_tables(tree, asked),
                *faults_of_the_whole(pdf), *faults_of_order(pdf)] == []
        bars = [each.alt for each in tree.all("Figure")]
    assert len(bars) > len(FIGURES)
    assert all(bars)


@pytest.mark.parametrize("citizens", [0, 1, 4])
def test_of_few_it_says_that_they_are_too_few(citizens: int) -> None:
    said = reading.text(paper(lines_of(random.Random(1), citizens, often=1.0))).replace("\u00a0", " ")
    assert ("for få til at vise" in said) is bool(citizens)
    assert "ingen i perioden" in said
    assert "af 4 (" not in said


def test_what_came_of_ideas_for_the_house_stands_there() -> None:
    said = reading.squeezed(reading.text(paper(MANY)))
    for text in ("hørt i året: 2.", "noget, vi gjorde: 1.", "Der er koldt om morgenen.", "Varmen tændes kl. 6."):
        assert reading.squeezed(text) in said, text
    assert reading.squeezed("Året før.") not in said


def test_a_year_that_is_not_over_says_until_when() -> None:
    assert "Året er ikke slut" in reading.text(paper(MANY))


@pytest.mark.parametrize("text", ["Vi lærte noget. " * 600, HOSTILE], ids=("10,000 characters", "hostile"))
def test_what_the_leader_wrote_is_whole(text: str) -> None:
    said = reading.squeezed(reading.text(paper(MANY, foreword=text)))
    if text is not HOSTILE:
        assert said.count(reading.squeezed("Vi lærte noget.")) == 600
    assert said.count("w") >= (300 if text is HOSTILE else 0)


@pytest.mark.skipif(not vera.available(), reason="no Java here")
def test_the_judge_passes_it(tmp_path: Path) -> None:
    files: list[Any] = []
    for language in ("da", "en"):
        for large_print in (False, True):
            files.append(tmp_path / f"{language}-{large_print}.pdf")
            files[-1].write_bytes(paper(MANY, language, large_print))
    assert vera.judge(files) == {file.name: [] for file in files}
