"""An address that is protected since a plan was adopted, and who is left out of paper since, stand on nothing that is
made of that version from then on."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.case_files import export_case, import_case
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND, paper_of
from borgerplan_desktop.casework.papers.plan_of_file import render_case_file
from borgerplan_desktop.casework.papers.plan_paper import (
    Paper,
    adopted_paper,
    paper_was_made,
    plan_paper,
    signed_paper,
)
from borgerplan_desktop.casework.plan.adoption import adopt_plan, adopted_pdf
from borgerplan_desktop.casework.session import logo
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Document, DocumentKind, MadeHow
from borgerplan_desktop.model.plan import Goal, PlanVersion
from borgerplan_desktop.model.row import Field
from borgerplan_desktop.store.store import Store
from tests.archive import new_store
from tests.casework.pictures import png
from tests.documents import reading

HERBERG = (Path(__file__).parents[2] / "data" / "cases" / "herberg.json").read_bytes()
OTHERWISE: list[dict[str, Any]] = [{"for_others": True}, {"large_print": True}, {"language": "en"}]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Of its own, so that the case is new there."""
    return new_store(tmp_path)


@pytest.fixture
def case(archive: Archive) -> OpenCase:
    """Adopted, printed for others, and only then protected; Birgit is not on paper any more."""
    opened = archive.open_case(import_case(archive, HERBERG))
    version = adopt_plan(opened)
    for how in OTHERWISE:
        paper_was_made(opened, MadeHow.PRINTED, adopted_paper(opened, version, **how))
    assert tells(adopted_paper(opened, version, for_others=True))
    write(opened, opened.case.the(Citizen), Citizen.protected_address, True, "x")
    birgit, = (each for each in opened.case.all(NetworkMember) if each.contact.name == "Birgit Holm")
    write(opened, birgit, NetworkMember.left_out_of_paper, True, "x")
    return opened


def tells(paper: Paper | bytes) -> bool:
    """Whether it says where the citizen lives, on its pages or about itself, or names Birgit or her number."""
    pdf = paper if isinstance(paper, bytes) else paper.draw()
    opened = reading.opened(pdf)
    said = " ".join((reading.text(pdf), *map(str, opened.docinfo.values())))
    return any(word in said for word in ("Skovly", "Birgit Holm", "12 34 56 11"))


@pytest.mark.parametrize("how", [*OTHERWISE, {}], ids=lambda how: next(iter(how), "as it is"))
def test_the_plan_that_is_printed_from_then_on(case: OpenCase, how: dict[str, Any]) -> None:
    paper = plan_paper(case, **how)
    assert paper.version is not None                     # it is valid still, and says the same
    assert not tells(paper)
    made = paper_was_made(case, MadeHow.PRINTED, paper)
    content = case.kept(made.digest)
    assert content is not None                           # on record is what was printed
    assert not tells(content)
    assert not tells(plan_paper(case, **how))


@pytest.mark.parametrize("field", [Citizen.protected_address, NetworkMember.left_out_of_paper])
def test_either_is_enough(case: OpenCase, field: Field) -> None:
    for row in (case.case.the(Citizen), *case.case.all(NetworkMember)):
        if getattr(row, field.key, False):
            write(case, row, field, False, "x")
    version = case.case.the(PlanVersion)
    before = adopted_pdf(case, version)
    assert plan_paper(case).draw() != before
    assert adopted_paper(case, version).draw() == before


def test_what_is_different_since_then(case: OpenCase) -> None:
    write(case, case.case.all(Goal)[0], Goal.responsible_id, None, "x")
    assert not tells(paper_of(case, BY_KIND[DocumentKind.PLAN_DIFFERENCE]))


def test_an_older_version_and_its_copy_with_signatures(case: OpenCase) -> None:
    version = case.case.the(PlanVersion)
    for how in OTHERWISE:
        assert not tells(adopted_paper(case, version, **how))
    assert not tells(signed_paper(case, version))


def test_the_very_paper_that_was_adopted_stays_as_it_was(case: OpenCase) -> None:
    version = case.case.the(PlanVersion)
    paper = adopted_paper(case, version)
    assert paper.draw() == adopted_pdf(case, version)
    assert paper_was_made(case, MadeHow.PRINTED, paper).digest == version.pdf_digest
    assert sum(each.digest == version.pdf_digest for each in case.case.all(Document)) == 2


def test_from_a_terminal(case: OpenCase) -> None:
    files: list[bytes] = []
    export_case(case, files.append)
    for how in (*OTHERWISE, {}):
        made = render_case_file(files[0], today=case.today(), **how)
        assert made.edition == 1
        assert made.kept_back
        assert not tells(made.pdf)
    as_it_was = render_case_file(files[0], today=case.today(), as_it_was=True)
    assert as_it_was.pdf == adopted_pdf(case, case.case.the(PlanVersion))
    assert not as_it_was.kept_back
    assert not tells(render_case_file(files[0], today=case.today(), as_it_was=True, for_others=True).pdf)


def test_what_was_protected_when_it_was_adopted_is_used_again(case: OpenCase) -> None:
    version = adopt_plan(case)
    paper = adopted_paper(case, version, for_others=True)
    assert not tells(paper)
    made = paper_was_made(case, MadeHow.PRINTED, paper)
    assert adopted_paper(case, version, for_others=True).draw() == case.kept(made.digest)


@pytest.mark.parametrize("language", ["da", "en", "pl", "kl", "ro+da"])
def test_no_language_that_it_is_drawn_in_later_tells_it_nor_does_a_logo(archive: Archive, case: OpenCase,
                                                                        language: str) -> None:
    """The version that was adopted with a logo, before the address was protected; nobody has drawn it so before."""
    logo.take_logo(archive.shelter, png(), "logo.png", lambda content: content)
    with case.action("as it was"):
        case.case.the(Citizen).protected_address = False
    version = adopt_plan(case)
    assert pictures(adopted_paper(case, version, language).draw()) == 1
    with case.action("protected"):
        case.case.the(Citizen).protected_address = True
    for paper in (plan_paper(case, language), plan_paper(case, language, for_others=True),
                  adopted_paper(case, version, language, large_print=True), signed_paper(case, version, language)):
        assert pictures(paper.draw()) == 0
        assert not tells(paper)


def pictures(pdf: bytes) -> int:
    with reading.opened(pdf) as file:
        return sum(len(page.get_images()) for page in file.pages)
