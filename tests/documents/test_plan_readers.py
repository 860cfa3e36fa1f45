"""What a plan says to whom: the citizen's own copy, and a copy for others."""
from __future__ import annotations

from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.covered import covered_for
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Reader
from tests.documents import reading, samples
from tests.documents.test_coordinator_notice import consent


def test_a_copy_for_others_does_not_say_it_is_theirs_nor_who_may_know_what() -> None:
    case = samples.jonas()
    whole, copy = (reading.squeezed(reading.text(plan_pdf(case, today=samples.TODAY, reader=reader)))
                   for reader in (Reader.CITIZEN, Reader.OTHERS))
    for words in ("Den er din: Sig til, hvis noget er forkert eller skal ændres.", "Hvem må vide"):
        assert reading.squeezed(words) in whole, words
        assert reading.squeezed(words) not in copy, words


def test_who_holds_a_part_means_the_same_goal_by_its_number() -> None:
    case = Case("case", [*samples.jonas_rows(), *consent("c", "lene", Topic.PLAN, Topic.WORK)],
                register=samples.register())
    lene = case.get(NetworkMember, "lene")
    assert lene is not None
    copy = plan_pdf(case, today=samples.TODAY, reader=Reader.OTHERS, covered=covered_for(case, lene, samples.TODAY))
    words = reading.squeezed(reading.text(copy))
    assert reading.squeezed("prøvedag (mål 3)") in words
    assert reading.squeezed("drikke mindre") not in words
    with reading.opened(copy) as pdf, pdf.open_outline() as outline:
        titles = [str(item.title) for top in outline.root for each in (top, *top.children)
                  for item in (each, *each.children)]
    assert "3. »Jeg vil bruge mine hænder igen«" in titles
