"""Somebody who grew up with a language approves it: its papers are no drafts any more, till that is withdrawn."""
from __future__ import annotations

from datetime import timedelta

import pytest

from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.paper_languages import approve_language, withdraw_approval
from borgerplan_desktop.model.paper_language import approvals, is_draft
from borgerplan_desktop.model.shelter import ApprovedLanguage


def test_a_language_is_approved_withdrawn_and_both_undone(archive: Archive) -> None:
    shelter = archive.shelter
    assert is_draft("pl", shelter.case)
    assert not is_draft("da", shelter.case)
    assert not is_draft("en", shelter.case)
    approve_language(shelter, "pl", "  Anna Nowak,  Herberget ", shelter.today())
    approved = approvals(shelter.case)["pl"]
    assert (approved.approved_by, approved.approved_on) == ("Anna Nowak, Herberget", shelter.today())
    assert not is_draft("pl", shelter.case)
    withdraw_approval(shelter, "pl")
    assert is_draft("pl", shelter.case)
    shelter.undo()
    assert not is_draft("pl", shelter.case)


def test_who_approves_once_more_stands_alone(archive: Archive) -> None:
    shelter = archive.shelter
    for name in ("Anna", "Ewa"):
        approve_language(shelter, "pl", name, shelter.today())
    assert [row.approved_by for row in shelter.case.all(ApprovedLanguage)] == ["Ewa"]


@pytest.mark.parametrize(("language", "by", "days", "field"), [
    ("pl", "  ", 0, "by"), ("pl", "Anna", 1, "on"), ("da", "Eva", 0, "language"), ("xx", "Eva", 0, "language")])
def test_no_name_no_day_to_come_and_no_language_that_needs_none(archive: Archive, language: str, by: str, days: int,
                                                                field: str) -> None:
    shelter = archive.shelter
    with pytest.raises(Refused) as refused:
        approve_language(shelter, language, by, shelter.today() + timedelta(days=days))
    assert refused.value.field == field
    assert shelter.case.all(ApprovedLanguage) == []
