"""The frame on paper: every question of the form, every answer whole, the version on every page; judged too."""
from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.documents.house.framework import MOST_SERVICES, framework_pdf
from borgerplan_desktop.i18n import words
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import Service, ServiceKind
from borgerplan_desktop.model.framework import (
    Between,
    CoordinatingFunction,
    FrameAccess,
    FrameAnswer,
    FrameChannel,
    FramePerson,
    FramePlan,
    FrameQuestion,
    FrameRole,
    FrameSection,
    FrameVersion,
    Framework,
    InterpreterOption,
)
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Shelter, StaffMember
from tests import vera
from tests.documents import reading

TODAY = date(2026, 10, 27)
VERSION = FrameVersion(number=2, approved_on=date(2026, 10, 20), approved_by="Styregruppen", changed="Ny tolkeaftale.")
HOSTILE = "<b>&amp; \u202e {name} %s \\n 你好 😀 " + "w" * 300

FOOT = re.compile(r"side\d+af\d+SkovlyHerberg·?Denoverordnederamme,udkast·?27.oktober2026")


def frame(text: str = "Sådan gør vi.", services: int = 3) -> Case:
    rows: list[Row] = [
        Shelter(name="Skovly Herberg"),
        Framework(municipality="Skovby Kommune", updated_on=TODAY, updated_by="Eva Lind", next_on=date(2027, 4, 27),
                  next_by="Mads Ravn"),
        *(FrameAnswer(question=each, text=f"{text} ({each.value})") for each in FrameQuestion),
        CoordinatingFunction(administration="Jobcenter", function="Sagsbehandler", contact="12 34 56 78"),
        *(FrameChannel(between=each, name=f"Kanal {each.value}", address="post@a.example", used_for=text[:200])
          for each in Between),
        InterpreterOption(language="grønlandsk", name="Tolkegruppen", how="telefon", phone="12345670", notice="2 dg."),
        FramePlan(id="plan", name="§ 141-handleplan", kept_where="Kommunens fagsystem"),
        FrameAccess(plan_id="plan", place=1, who="Jobcenter"),
        FrameAccess(plan_id="plan", place=2, who="Rusmiddelcenter"),
        FramePerson(role=FrameRole.PROJECT_LEADER, name="Lone Prøve", workplace="Kommunen"),
        StaffMember(name="Eva Lind", title="kontaktperson", may_coordinate=True),
        *(Service(name=f"Tilbud {n:03}", kind=ServiceKind.VOLUNTARY, content="Kaffe og ro", phone="12 34 56 79")
          for n in range(services)),
        Service(name="Socialcenter Skovby", needs_referral=True)]
    return Case("shelter", rows)


def paper(case: Case, language: str = "da", large_print: bool = False, version: FrameVersion | None = None) -> bytes:
    return framework_pdf(case, language=language, large_print=large_print, today=TODAY, version=version)


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_question_and_every_answer_stands_there(language: str, large_print: bool) -> None:
    said = reading.squeezed(reading.text(paper(frame(), language, large_print)))
    say = words("paper", language).gettext
    for each in (*FrameSection, *FrameQuestion):
        assert reading.squeezed(say(each.label)) in said, each
    for each in FrameQuestion:
        assert f"({each.value})" in said, each
    for text in ("Skovby Kommune", "Jobcenter", "Rusmiddelcenter", "Kommunens fagsystem", "Tolkegruppen", "Eva Lind",
                 "Lone Prøve", "Tilbud 002", "Socialcenter", "Mads Ravn", *(f"Kanal {b.value}" for b in Between)):
        assert reading.squeezed(text) in said, text


def test_the_version_or_that_it_is_a_draft_is_on_every_page() -> None:
    for version, wanted in ((None, "udkast"), (VERSION, "udgave 2")):
        with reading.drawn(paper(frame("Ord. " * 300), version=version)) as document:
            pages = [page.get_textpage().get_text_range() for page in document]
        assert len(pages) > 3
        for page in pages:
            assert wanted in page
    said = reading.text(paper(frame(), version=VERSION)).replace("\u00a0", " ")
    assert "Styregruppen" in said
    assert "20. oktober 2026" in said
    assert "Ny tolkeaftale." in said


def test_the_contents_name_the_page_on_which_each_part_begins() -> None:
    data = paper(frame("Ord. " * 400))
    with reading.drawn(data) as document:
        pages = [page.get_textpage().get_text_range().replace("\u00a0", " ") for page in document]
    say = words("paper", "da").gettext
    first = " ".join(pages[0].split())
    for section in list(FrameSection)[1:]:
        begins = next(number for number, page in enumerate(pages[1:], 2) if say(section.label) in page)
        assert f"{say(section.label)} {begins}" in first, section


def test_an_empty_frame_is_a_form_that_says_so() -> None:
    said = reading.text(paper(Case("shelter", [Shelter(name="Skovly")])))
    assert said.count("Ikke besvaret endnu.") == len(FrameQuestion)


@pytest.mark.parametrize("text", ["Sådan gør vi det her hos os. " * 345, HOSTILE], ids=("10,000 characters", "hostile"))
def test_every_answer_is_whole(text: str) -> None:
    """The longest word may be broken, but no letter is lost."""
    said = FOOT.sub("", reading.squeezed(reading.text(paper(frame(text)))))
    if text is not HOSTILE:
        assert said.count(reading.squeezed("Sådan gør vi det her hos os.")) >= 345 * len(FrameQuestion)
    for each in FrameQuestion:
        assert f"({each.value})" in said


def test_of_thousands_of_services_it_sends_on_to_the_directory() -> None:
    said = reading.text(paper(frame(services=MOST_SERVICES + 7))).replace("\u00a0", " ")
    assert "Og 7 flere: se tilbudsoversigten." in said
    assert f"Tilbud {MOST_SERVICES - 1:03}" in said


def test_a_table_row_or_a_short_answer_is_not_torn_from_its_question() -> None:
    say = words("paper", "da").gettext
    for n in range(1, 30):
        with reading.drawn(paper(frame("Ord her. " * n))) as document:
            for page in document:
                lines = [" ".join(line.split()) for line in page.get_textpage().get_text_range().splitlines()]
                last = [line for line in lines if line][-3:-1]
                assert not any(say(each.label).endswith(last[-1]) and len(last[-1]) > 12 for each in FrameQuestion), n


@pytest.mark.skipif(not vera.available(), reason="no Java here")
def test_the_judge_passes_it(tmp_path: Path) -> None:
    files = []
    for language in ("da", "en"):
        for large_print in (False, True):
            files.append(tmp_path / f"{language}-{large_print}.pdf")
            files[-1].write_bytes(paper(frame("Ord. " * 60), language, large_print, VERSION))
    assert vera.judge(files) == {file.name: [] for file in files}
