"""A case in memory whose rows may change at once: for tests of rules that need neither a store nor actions."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Course
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.plan import Plan
from borgerplan_desktop.model.row import Row

FIRST_CONTACT = date(2026, 10, 5)                        # a Monday


def case_with(*rows: Row) -> Case:
    """A changing case of one citizen with a course and a plan, and `rows`."""
    shelter = Case("shelter")
    shelter.begin()
    case = Case("case", register=shelter)
    case.begin()
    case.add(Citizen(name="Jonas Prøve"))
    case.add(NetworkMember(kind=MemberKind.CITIZEN))
    case.add(Course(first_contact_on=FIRST_CONTACT))
    case.add(Plan())
    for row in rows:
        case.add(row)
    return case
