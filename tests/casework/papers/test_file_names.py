"""What leaves the house is called by the case number; where the address is protected, by nothing that leads to us."""
from __future__ import annotations

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.case_files import export_name
from borgerplan_desktop.casework.papers.consents import Asked
from borgerplan_desktop.casework.papers.paper_kinds import PAPERS, paper_of
from borgerplan_desktop.casework.papers.plan_paper import consent_paper, plan_paper
from borgerplan_desktop.casework.papers.signed_consent import kept_paper, sign_consent, signed_form
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.signature import Signature


def names(opened: OpenCase) -> list[str]:
    """Of every file that can be made of the case."""
    birgit = add_new_professional(opened, "Birgit Holm")
    asked = Asked("finde en bolig", [birgit], [Topic.HOUSING], told_before=True)
    document = signed_form(opened, sign_consent(opened, asked, Signature.of([[(100, 200), (300, 80)]])))
    assert document is not None
    kept = kept_paper(opened, document)
    assert kept is not None
    found = [plan_paper(opened), consent_paper(opened, asked), consent_paper(opened, None), kept,
             *(paper_of(opened, kind) for kind in PAPERS)]
    adopt_plan(opened)
    return [*(each.file_name for each in (*found, plan_paper(opened))), export_name(opened.case)]


def test_they_begin_with_the_case_number(opened: OpenCase) -> None:
    number = opened.case.the(Citizen).case_number
    assert {name[:len(number)] for name in names(opened)} == {number}


def test_under_a_protected_address_none_has_it(opened: OpenCase) -> None:
    citizen = opened.case.the(Citizen)
    with opened.action("x"):
        citizen.protected_address = True
    assert citizen.case_number
    assert not [name for name in names(opened) if citizen.case_number in name or name.startswith((".", "-"))]
