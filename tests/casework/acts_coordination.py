"""Working together: hand over, end, tell, expect, and what partners change."""
from __future__ import annotations

from contextlib import suppress

from borgerplan_desktop.casework.coordination.agreement_changes import change_by_partner
from borgerplan_desktop.casework.coordination.expectations import (
    add_expectation,
    agree_expectations,
    look_at_expectations,
    move_expectation,
    remove_expectation,
)
from borgerplan_desktop.casework.coordination.notice import not_told_after_all, plan_distribution_meeting, tell
from borgerplan_desktop.casework.course.coordination import end_coordination
from borgerplan_desktop.casework.network.coordinators import hand_over, possible_coordinators
from borgerplan_desktop.casework.network.representatives import (
    ACTS_FOR_THEM,
    end_representative,
    give_power_of_attorney,
    make_representative,
    representatives,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.course import AgreedHow
from borgerplan_desktop.model.expectation import Expectation, ExpectationOf
from borgerplan_desktop.model.network import people
from borgerplan_desktop.model.plan import Agreement
from borgerplan_desktop.model.told import partners
from tests.casework.acts import nth

COLUMNS, CHANNELS = list(ExpectationOf), list(ContactChannel)


def expect(opened: OpenCase, a: int, b: int) -> None:
    add_expectation(opened, COLUMNS[a % 3], f"Bank på {b}" if b else "")


def reorder_expected(opened: OpenCase, a: int, b: int) -> None:
    if (each := nth(opened, Expectation, a)) is not None:
        move_expectation(opened, each, b)


def drop_expected(opened: OpenCase, a: int, _b: int) -> None:
    if (each := nth(opened, Expectation, a)) is not None:
        remove_expectation(opened, each)


def agree_expected(opened: OpenCase, a: int, _b: int) -> None:
    (agree_expectations if a % 2 else look_at_expectations)(opened)


def hand_on(opened: OpenCase, a: int, b: int) -> None:
    first, others = possible_coordinators(opened)
    everybody = [*first, *others]
    if everybody:
        hand_over(opened, everybody[a % len(everybody)], temporary=bool(b % 2), reason=f"derfor {b}",
                  agreed_how=AgreedHow.DIRECTLY if b % 3 else None)


def end_for_good(opened: OpenCase, a: int, _b: int) -> None:
    end_coordination(opened, f"slut {a}", "ringer selv", for_good=True)


def tell_partner(opened: OpenCase, a: int, b: int) -> None:
    everybody = partners(opened.case, opened.today())
    if everybody:
        with suppress(Refused):                          # no consent, or nothing to tell
            if b % 4 == 0:
                for each in everybody:                   # whoever may be told is, and then was not after all
                    with suppress(Refused):
                        tell(opened, each, CHANNELS[0])
                    not_told_after_all(opened, each)
            else:
                tell(opened, everybody[a % len(everybody)], CHANNELS[b % len(CHANNELS)])


def distribution(opened: OpenCase, _a: int, _b: int) -> None:
    plan_distribution_meeting(opened)


def partner_changes(opened: OpenCase, a: int, b: int) -> None:
    agreement, everybody = nth(opened, Agreement, a), people(opened.case)
    if agreement is not None and everybody:
        with suppress(Refused):                          # nothing new
            change_by_partner(opened, agreement, everybody[b % len(everybody)], opened.today(), "flyttet", f"Nyt {b}")


def act_for(opened: OpenCase, a: int, b: int) -> None:
    there, everybody = representatives(opened.case, opened.today()), people(opened.case)
    if there and b % 3 == 0:
        end_representative(opened, there[a % len(there)])
    elif there and b % 3 == 1:
        give_power_of_attorney(opened, there[a % len(there)], opened.today() if b % 2 else None)
    elif everybody:
        make_representative(opened, everybody[a % len(everybody)], ACTS_FOR_THEM[b % 2])


ACTS = {each.__name__: each for each in (
    expect, reorder_expected, drop_expected, agree_expected, hand_on, end_for_good, tell_partner, distribution,
    partner_changes, act_for)}
