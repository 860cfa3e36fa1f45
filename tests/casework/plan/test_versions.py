"""Two versions of a plan beside each other: as frozen, the draft against them, on paper and in the terminal."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.case_files import import_case
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND, paper_of, paper_of_file
from borgerplan_desktop.casework.papers.plan_paper import paper_was_made
from borgerplan_desktop.casework.plan import adoption, goals, versions
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.cli import main
from borgerplan_desktop.cli_archive import DONE, FAILED, WRONG_USE
from borgerplan_desktop.documents.case_file import read_case, write_case
from borgerplan_desktop.model.compared_versions import DRAFT, Compared
from borgerplan_desktop.model.papers import Document, DocumentKind, MadeHow, Reader
from borgerplan_desktop.model.plan import Goal, Plan, PlanVersion, current_plan
from tests.documents import reading

CASES = Path(__file__).parents[2] / "data" / "cases"
DIFFERENCE = BY_KIND[DocumentKind.PLAN_DIFFERENCE]
TODAY = date(2026, 11, 28)
Out = pytest.CaptureFixture[str]


@pytest.fixture
def two(opened: OpenCase) -> OpenCase:
    """Adopted twice, and a draft that goes on."""
    home = goals.add_goal(opened, "Min egen bolig")
    money = goals.add_goal(opened, "Styr på pengene")
    goals.add_step(opened, home, "Ring til boligforeningen")
    adoption.adopt_plan(opened)
    birgit = add_new_professional(opened, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")
    write(opened, home, Goal.title, "Min egen lejlighed", "x")
    write(opened, home, Goal.responsible_id, birgit.id, "x")
    goals.move_goal(opened, money, 0)
    adoption.adopt_plan(opened)
    write(opened, current_plan(opened.case), Plan.hopes, "Ro om natten", "x")
    return opened


def said(opened: OpenCase, before: int, after: int) -> list[str]:
    return list(versions.lines(versions.compare(opened, Compared(before, after)), opened.today()))


def words(pdf: bytes) -> str:
    return " ".join(reading.text(pdf).split())


def test_each_version_against_each_other(two: OpenCase) -> None:
    assert said(two, 1, 2) == [
        "Mål 1: Styr på pengene · flyttet fra 2 til 1",
        "Mål 2 · Mål: »Min egen bolig« blev til »Min egen lejlighed«", "Mål 2 · Ansvarlig: tilføjet: Birgit Holm"]
    assert said(two, 2, DRAFT) == ["Med egne ord · Håb og drømme: tilføjet: »Ro om natten«"]
    assert len(said(two, 1, DRAFT)) == 4
    assert said(two, 2, 2) == []
    assert said(two, 2, 1)[-1] == "Mål 1 · Ansvarlig: taget ud: Birgit Holm"


def test_a_version_that_is_not_there_or_not_kept_is_said(two: OpenCase) -> None:
    with pytest.raises(Refused, match=r"Der er ingen udgave 7\. Der er: 1, 2\."):
        versions.compare(two, Compared(1, 7))
    with two.action("x"):
        two.case.all(PlanVersion)[0].case_digest = "0" * 64
    with pytest.raises(Refused, match="Udgave 1 ligger her ikke"):
        versions.compare(two, Compared(1, 2))
    with pytest.raises(Refused, match="Udgave 1 ligger her ikke"):
        paper_of(two, DIFFERENCE, "1-2")


def test_the_paper_says_both_and_marks_the_words(two: OpenCase) -> None:
    paper = paper_of(two, DIFFERENCE, "1-2")
    assert paper.reader is Reader.CITIZEN
    text = words(paper.draw())
    for sentence in ("Udgave 1", "udgave 2", "Min egen bolig", "Min egen lejlighed", "Birgit Holm",
                     "flyttet fra 2 til 1", "Det nye er understreget"):
        assert sentence in text, sentence
    assert "Ro om natten" not in text
    assert "Ro om natten" in words(paper_of(two, DIFFERENCE).draw())
    made = paper_was_made(two, MadeHow.PRINTED, paper)
    assert (made.kind, made.version) == (DocumentKind.PLAN_DIFFERENCE, None)
    assert made in two.case.all(Document)


def test_a_paper_of_no_difference_and_of_no_version(opened: OpenCase) -> None:
    assert "Ingen udgave af planen er vedtaget endnu" in words(paper_of(opened, DIFFERENCE).draw())
    goals.add_goal(opened, "Min egen bolig")
    adoption.adopt_plan(opened)
    assert "Der er ingen forskel." in words(paper_of(opened, DIFFERENCE).draw())


def test_a_reader_gets_what_the_consent_covers_or_no_paper(two: OpenCase) -> None:
    birgit = next(m for m in two.case.all(Goal) if m.responsible is not None).responsible
    assert birgit is not None
    paper = paper_of(two, DIFFERENCE, Compared(1, 2, birgit.id).key)
    assert paper.reader is Reader.OTHERS
    with pytest.raises(Refused):
        paper.draw()
    with pytest.raises(LookupError):                     # never everything to somebody who is not there
        paper_of(two, DIFFERENCE, "1-2 nobody").draw()


# ------------------------------------------------------------------------------------------------------ the terminal
@pytest.fixture
def file(two: OpenCase, tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    path.write_bytes(write_case(two.case, two.kept))
    return path


def test_the_terminal_says_each_on_a_line(file: Path, capsys: Out) -> None:
    assert main(["compare", str(file), "1", "2"]) == DONE
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == "Mål 1: Styr på pengene · flyttet fra 2 til 1"
    assert len(out.splitlines()) == 3
    assert "Udgave 1, vedtaget" in err
    for draft in ("0", "draft", "udkast"):
        assert main(["compare", str(file), "2", draft]) == DONE
        assert capsys.readouterr().out == "Med egne ord · Håb og drømme: tilføjet: »Ro om natten«\n"
    assert main(["compare", str(file), "2", "2"]) == DONE
    assert capsys.readouterr().out == "Der er ingen forskel.\n"


def test_the_terminal_makes_the_paper(file: Path, tmp_path: Path, capsys: Out) -> None:
    pdf = tmp_path / "diff.pdf"
    assert main(["compare", str(file), "1", "2", "-o", str(pdf)]) == DONE
    assert "Min egen lejlighed" in words(pdf.read_bytes())
    assert capsys.readouterr().out == f"{pdf}\n"
    assert main(["paper", "diff", str(file), "-o", str(pdf)]) == DONE
    assert "Ro om natten" in words(pdf.read_bytes())


def test_numbers_that_are_not_there_are_told(file: Path, tmp_path: Path, capsys: Out) -> None:
    pdf = tmp_path / "diff.pdf"
    assert main(["compare", str(file), "1", "7", "-o", str(pdf)]) == FAILED
    assert "Der er ingen udgave 7. Der er: 1, 2. Intet er sammenlignet." in capsys.readouterr().err
    assert not pdf.exists()
    for word in ("x", "-1", "1.5", "9" * 40):
        assert main(["compare", str(file), "1", word]) == WRONG_USE
    assert main(["compare", str(tmp_path / "none.json"), "1", "2"]) == FAILED


def test_a_file_with_only_the_digests_says_so(two: OpenCase, tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(write_case(two.case))
    assert main(["compare", str(path), "1", "2"]) == FAILED
    assert "I filen står kun, at udgave 1 blev vedtaget, ikke hvad der stod i den." in capsys.readouterr().err
    assert main(["paper", "diff", str(path), "-o", str(tmp_path / "diff.pdf")]) == FAILED
    with pytest.raises(Refused):
        paper_of_file(DIFFERENCE, path.read_bytes(), today=TODAY)


@pytest.mark.parametrize("name", ["format-1-adopted.json", "format-1-herberg.json", "format-2-herberg.json",
                                  "format-3-herberg.json", "format-4-herberg.json", "format-5-herberg.json",
                                  "herberg.json"])
def test_files_of_every_format_compare(name: str, capsys: Out) -> None:
    data = (CASES / name).read_bytes()
    adopted = [each for each in read_case(data).rows if isinstance(each, PlanVersion)]
    assert main(["compare", str(CASES / name), "draft", "draft"]) == DONE
    assert capsys.readouterr().out == "Der er ingen forskel.\n"
    for version in adopted:
        assert main(["compare", str(CASES / name), str(version.number), "0"]) == DONE
    assert bool(adopted) is (name == "format-1-adopted.json")


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_what_was_frozen_by_an_earlier_program_is_compared_as_it_says(number: int, archive: Archive,
                                                                      capsys: Out) -> None:
    path = CASES / f"format-{number}-adopted.json"       # written and adopted by the program of that time
    file = read_case(path.read_bytes())
    frozen = [each for each in file.rows if isinstance(each, PlanVersion)]
    assert [each.format for each in frozen] == [number, number]
    assert all(f'"version": {number}' in file.kept[each.case_digest].decode() for each in frozen)
    assert main(["compare", str(path), "1", "2"]) == DONE
    told = capsys.readouterr().out.splitlines()
    assert told[:3] == ["Mål 1: Styr på pengene · flyttet fra 2 til 1",
                        "Mål 2 · Mål: »Min egen bolig« blev til »Min egen lejlighed«",
                        "Mål 2 · Ansvarlig: tilføjet: Birgit Holm"]
    assert told[3].startswith("Mål 2: Min egen lejlighed · Skridt: Ring til boligforeningen · Gjort: tilføjet: 27. ")
    taken = archive.open_case(import_case(archive, path.read_bytes()))
    assert said(taken, 2, DRAFT) == ["Med egne ord · Håb og drømme: »Min egen dør« blev til »Ro om natten«"]
    assert said(taken, 2, 2) == []
    newest = current_plan(taken.case).adopted
    assert newest is not None
    assert adoption.changed_since(taken, newest)
    write(taken, current_plan(taken.case), Plan.hopes, "Min egen dør", "x")
    assert not adoption.changed_since(taken, newest)
    assert reading.text(adoption.adopted_pdf(taken, newest)).strip()
