"""Every page of every paper says which one it is, and of how many."""
from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from borgerplan_desktop.documents.consent_form import FormSaid, consent_form_pdf
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.documents.recovery_code import recovery_code_pdf
from tests.documents import reading, samples

PAPERS: dict[str, Callable[[], bytes]] = {
    "plan": lambda: plan_pdf(samples.jonas(), today=samples.TODAY, version=samples.adopted()),
    "plan in large print": lambda: plan_pdf(samples.jonas(), today=samples.TODAY, large_print=True),
    "overfull plan": lambda: plan_pdf(samples.overfull(), today=samples.TODAY),
    "consent form": lambda: consent_form_pdf(samples.jonas(), FormSaid(), today=samples.TODAY),
    "consent form in large print": lambda: consent_form_pdf(samples.jonas(), FormSaid(), today=samples.TODAY,
                                                            large_print=True),
    "recovery code": lambda: recovery_code_pdf("Herberget Havnegade", "ABCD-EFGH-JKMN-PQRS"),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_every_page_says_which_it_is(paper: str) -> None:
    pages = reading.run("pdftotext", PAPERS[paper](), "-raw").rstrip("\f").split("\f")
    found = [re.findall(r"side\s+(\d+)\s+af\s+(\d+)", page) for page in pages]
    assert found == [[(str(number), str(len(pages)))] for number in range(1, len(pages) + 1)]
