"""Every kind of row belongs to a kind of case, and points and names within what that case may hold and name."""
from __future__ import annotations

import pytest

from borgerplan_desktop.model.case_kinds import CASE_KINDS, CITIZEN, SHELTER, CaseKind, case_kind_of
from borgerplan_desktop.model.kinds import KINDS, by_table
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.row import kinds, names_of, references_of, referrers_of
from borgerplan_desktop.model.shelter import StaffMember

EVERY = pytest.mark.parametrize("case", CASE_KINDS.values(), ids=CASE_KINDS)


def test_no_kind_of_row_is_left_out() -> None:
    assert set(KINDS) == set(kinds())


@EVERY
def test_references_stay_within_a_case(case: CaseKind) -> None:
    for kind in case.rows:
        for name, reference in references_of(kind).items():
            target = by_table(reference.target)
            assert target in case.rows, f"{kind.__name__}.{name}"
            assert (kind, name, reference.part) in referrers_of(target)


@EVERY
def test_rows_name_what_their_case_may_name(case: CaseKind) -> None:
    for kind in case.rows:
        for name, table in names_of(kind).items():
            assert by_table(table) in (*case.names, *case.rows), f"{kind.__name__}.{name}"


def test_what_a_case_holds_says_which_kind_it_is() -> None:
    assert case_kind_of({Note}) is CITIZEN
    assert case_kind_of({StaffMember}) is SHELTER
    with pytest.raises(LookupError):
        case_kind_of({Note, StaffMember})
