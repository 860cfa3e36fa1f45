"""What a plan says to whom: the citizen's own copy, and a copy for others."""
from __future__ import annotations

from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.papers import Reader
from tests.documents import reading, samples


def test_a_copy_for_others_does_not_say_it_is_theirs_nor_who_may_know_what() -> None:
    case = samples.jonas()
    whole, copy = (reading.squeezed(reading.text(plan_pdf(case, today=samples.TODAY, reader=reader)))
                   for reader in (Reader.CITIZEN, Reader.OTHERS))
    for words in ("Den er din: Sig til, hvis noget er forkert eller skal ændres.", "Hvem må vide"):
        assert reading.squeezed(words) in whole, words
        assert reading.squeezed(words) not in copy, words
