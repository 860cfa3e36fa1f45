"""What a citizen reads best is remembered, and papers for them begin so; what goes to others begins in Danish."""
from __future__ import annotations

import pytest

from borgerplan_desktop import i18n
from borgerplan_desktop.casework.field_history import how_it_stood
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.papers.folder import keep_folder
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, paper_of
from borgerplan_desktop.casework.papers.plan_copy import plan_copy
from borgerplan_desktop.casework.papers.plan_paper import adopted_paper, paper_was_made, plan_paper, signed_paper
from borgerplan_desktop.casework.papers.reading_language import draft_words, is_remembered, reads_best, spoken_first
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.paper_languages import approve_language, withdraw_approval
from borgerplan_desktop.documents.case_file import read_case, write_case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.papers import MadeHow
from tests.documents import reading


def test_it_is_remembered_and_can_be_undone(opened: OpenCase) -> None:
    assert spoken_first(opened.case) == "da"
    reads_best(opened, "pl+da", large_print=True)
    citizen = opened.case.the(Citizen)
    assert (citizen.paper_language, citizen.paper_beside, citizen.paper_large) == ("pl", True, True)
    assert spoken_first(opened.case) == "pl+da"
    assert is_remembered(opened.case, "pl+da", large_print=True)
    assert not is_remembered(opened.case, "pl", large_print=True)
    assert spoken_first(opened.case, for_others=True) == "da"
    opened.undo()
    assert spoken_first(opened.case) == "da"


def test_what_is_not_said_is_danish_whatever_the_screen_speaks(opened: OpenCase) -> None:
    i18n.use_language("en")
    assert spoken_first(opened.case) == "da"
    assert is_remembered(opened.case, "da", large_print=False)       # there is nothing to remember
    reads_best(opened, "en", large_print=False)
    i18n.use_language("da")
    assert spoken_first(opened.case) == "en"


def test_greenlandic_always_has_the_danish_beside_it(opened: OpenCase) -> None:
    reads_best(opened, "kl", large_print=False)
    assert spoken_first(opened.case) == "kl+da"


def test_a_language_of_a_newer_program_does_no_harm(opened: OpenCase) -> None:
    with opened.action("base: newer"):
        opened.case.the(Citizen).paper_language = "xx"
    assert spoken_first(opened.case) == "da"


def test_it_goes_with_the_case_and_stays_known(opened: OpenCase) -> None:
    reads_best(opened, "pl+da", large_print=True)
    keep_folder(opened, ["week", "plan"])
    reads_best(opened, "ro", large_print=False)
    citizen = opened.case.the(Citizen)
    for field, values in ((Citizen.paper_language, ["ro", "pl"]), (Citizen.paper_beside, [False, True]),
                          (Citizen.paper_large, [False, True]), (Citizen.folder_papers, ["week plan"])):
        stood = [each.value for each in how_it_stood(opened, citizen, field)]
        assert stood[0] == values[0], field.key          # what one person wrote at one go is one
        assert set(stood) <= set(values)
    came = read_case(write_case(opened.case, opened.kept)).case().the(Citizen)
    assert (came.paper_language, came.paper_beside, came.paper_large, came.folder_papers) == (
        "ro", False, False, "week plan")


def test_that_nobody_has_read_a_language_is_said_and_of_our_own_nothing(opened: OpenCase) -> None:
    assert draft_words("pl+da", opened.case.register) == "Polsk: et udkast, ikke læst af en, der har sproget fra barn."
    assert draft_words("da", opened.case.register) == draft_words("en+da", opened.case.register) == ""


def test_the_record_says_both_languages(opened: OpenCase) -> None:
    made = paper_was_made(opened, MadeHow.PRINTED, plan_paper(opened, "en+da"))
    assert (made.language, made.beside) == ("en", "da")
    alone = paper_was_made(opened, MadeHow.SAVED, paper_of(opened, BY_KEY["welcome"], language="en"))
    assert (alone.language, alone.beside) == ("en", "")


def test_a_translation_of_an_adopted_plan_says_so_and_is_drawn_once(opened: OpenCase) -> None:
    version = adopt_plan(opened)
    paper = adopted_paper(opened, version, "en+da")
    said = " ".join(reading.text(paper.draw()).split())
    assert "This is a translation. The Danish text that was adopted is the one that counts." in said
    assert "This is a translation" not in reading.text(adopted_paper(opened, version).draw())
    paper_was_made(opened, MadeHow.PRINTED, paper)
    assert adopted_paper(opened, version, "en+da").draw() == paper.draw()
    assert adopted_paper(opened, version, "en").draw() != paper.draw()


def test_a_translation_of_an_adopted_plan_is_a_draft_as_long_as_its_language_is_one_today(
        archive: Archive, opened: OpenCase) -> None:
    member = add_new_professional(opened, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")
    give_consent(opened, Asked(persons=[member], purpose="bolig", topics=[Topic.PLAN], told_before=True,
                               given_how=GivenHow.SIGNED))
    version, today = adopt_plan(opened), archive.today()

    def are_drafts() -> set[bool]:
        papers = [adopted_paper(opened, version, "pl+da"), adopted_paper(opened, version, "pl", for_others=True),
                  signed_paper(opened, version, "pl"), plan_copy(opened, member, "pl")]
        drafts = {"Tłumaczenie robocze" in reading.text(each.draw()) for each in papers}
        paper_was_made(opened, MadeHow.PRINTED, papers[0])
        return drafts

    assert are_drafts() == {True}
    approve_language(archive.shelter, "pl", "Anna Nowak", today)
    assert are_drafts() == {False}                       # though it was printed as one before
    withdraw_approval(archive.shelter, "pl")
    assert are_drafts() == {True}


@pytest.mark.parametrize("spoken", ["da", "en", "pl", "ro", "kl", "pl+da", "da+pl"])
def test_the_plan_is_made_in_it(opened: OpenCase, spoken: str) -> None:
    assert plan_paper(opened, spoken).draw().startswith(b"%PDF")
