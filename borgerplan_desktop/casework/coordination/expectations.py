"""What we expect of each other, in three columns: written, agreed with the plan, looked at again at each follow-up."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.citizen import Cooperation
from borgerplan_desktop.model.expectation import Expectation, ExpectationOf, expectations, not_agreed
from borgerplan_desktop.model.order import place

WRITE, HOW = N_("Write what is expected"), N_("How it has gone")


def add_expectation(opened: OpenCase, of: ExpectationOf, text: str = "") -> Expectation:
    """One more line at the end of a column."""
    with opened.action(N_("Add expectation")):
        there = expectations(opened.case, of)
        made = opened.case.add(Expectation(of=of, text=text.strip()))
        place(made, there, len(there))
    return made


def move_expectation(opened: OpenCase, expectation: Expectation, index: int) -> None:
    """To another place in its column."""
    there = expectations(opened.case, expectation.of)
    if there.index(expectation) == max(0, min(index, len(there) - 1)):
        return
    with opened.action(N_("Move expectation")):
        place(expectation, there, index)


def remove_expectation(opened: OpenCase, expectation: Expectation) -> None:
    with opened.action(N_("Remove expectation")):
        opened.case.remove(expectation)


def agree_expectations(opened: OpenCase) -> None:
    """All of them are agreed on today; those that were agreed before keep their day."""
    new = not_agreed(opened.case)
    if new:
        with opened.action(N_("Agree on what is expected")):
            for each in new:
                each.agreed_on = opened.today()


def look_at_expectations(opened: OpenCase) -> None:
    """We have looked at them together today, and said how it has gone."""
    with opened.action(N_("Look at what is expected")):
        opened.case.the(Cooperation).expectations_looked_at_on = opened.today()
        for each in opened.case.all(Expectation):
            if each.agreed_on is not None:
                each.looked_at_on = opened.today()
