"""A partner's change of an agreement is written as coming from them, with how it was before."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.coordination.agreement_changes import (
    change_by_partner,
    change_words,
    changes_of,
    last_changes,
)
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.agreements import add_agreement, delete_agreement
from borgerplan_desktop.casework.refused import Refused
from tests.archive import picture


def test_it_says_who_when_why_and_how_it_was(opened: OpenCase) -> None:
    birgit = add_new_professional(opened, "Birgit Holm")
    agreement = add_agreement(opened, "Søger om bostøtte", birgit, date(2026, 11, 6))
    before = picture(opened.case)
    made = change_by_partner(opened, agreement, birgit, opened.today(), "Der mangler et papir.", "Søger om bostøtte",
                             due_on=date(2026, 11, 20))
    assert agreement.due_on == date(2026, 11, 20)
    assert changes_of(agreement) == [made]
    assert last_changes(opened.case) == [(agreement, made)]
    said = change_words(made, opened.today())
    for words in ("Birgit Holm ændrede det 27. oktober.", "Før: »Søger om bostøtte · 6. november", "Derfor: Der"):
        assert words in said, said
    opened.undo()
    assert picture(opened.case) == before
    opened.redo()
    delete_agreement(opened, agreement)
    assert last_changes(opened.case) == []


def test_it_needs_somebody_something_new_and_a_day_that_has_come(opened: OpenCase) -> None:
    birgit = add_new_professional(opened, "Birgit Holm")
    agreement, today = add_agreement(opened, "Søger om bostøtte", birgit), opened.today()
    for field, who, on, text in (("member", None, today, "Nyt"), ("on", birgit, today + timedelta(days=1), "Nyt"),
                                 ("on", birgit, None, "Nyt"), ("text", birgit, today, " "),
                                 ("text", birgit, today, "Søger om bostøtte")):
        with pytest.raises(Refused) as refused:
            change_by_partner(opened, agreement, who, on, "", text)
        assert refused.value.field == field
    assert changes_of(agreement) == []
