"""The citizen's own facts that need more care than a text field."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.cpr import check_cpr
from borgerplan_desktop.store.audit import Did

OLDEST = 120                                             # years: more is a slip of the hand


def check_birth(born: date | None, today: date, field: str = "birth") -> None:
    """Raises Refused for a date to come, or one that nobody alive was born on; `field` is where it was written."""
    if born is not None and born > today:
        raise Refused(_("That day has not come yet. Look at the year."), field)
    if born is not None and today.year - born.year > OLDEST:
        raise Refused(_("That is more than 120 years ago. Look at the year."), field)


def change_birth(opened: OpenCase, citizen: Citizen, born: date | None) -> None:
    """Set the date of birth. Raises Refused."""
    check_birth(born, opened.today())
    with opened.action(N_("Edit the date of birth")):
        citizen.birth_date = born


def change_cpr(opened: OpenCase, text: str) -> None:
    """Set the CPR number, or a replacement number with letters. Raises Refused for an impossible one; one that fails
    modulus 11 is taken. A birth date that came from the number follows it.
    """
    checked = check_cpr(text)
    if checked.error:
        raise Refused(checked.error, "cpr")
    check_birth(checked.birth_date, opened.today(), "cpr")
    citizen = opened.case.the(Citizen)
    followed = check_cpr(citizen.cpr).birth_date
    with opened.action(N_("Edit the CPR number")):
        citizen.cpr, citizen.ecpr = checked.digits, checked.ecpr
        if checked.birth_date is not None and citizen.birth_date in (None, followed):
            citizen.birth_date = checked.birth_date


def see_cpr(opened: OpenCase) -> str:
    """The whole number, for somebody who asked to see it: that is on record."""
    opened.record(Did.OPENED, N_("Saw the CPR number"))
    citizen = opened.case.the(Citizen)
    return citizen.cpr or citizen.ecpr
