"""The citizen's own facts that need more care than a text field."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.cpr import check_cpr
from borgerplan_desktop.store.audit import Did


def change_cpr(opened: OpenCase, text: str) -> None:
    """Set the CPR number. Raises Refused for an impossible one; one that fails modulus 11 is taken."""
    checked = check_cpr(text)
    if checked.error:
        raise Refused(checked.error, "cpr")
    citizen = opened.case.the(Citizen)
    with opened.action(N_("Edit the CPR number")):
        citizen.cpr = checked.digits
        if citizen.birth_date is None:
            citizen.birth_date = checked.birth_date


def saw_cpr(opened: OpenCase) -> None:
    """Somebody asked to see the whole number: that is on record."""
    opened.record(Did.OPENED, N_("Saw the CPR number"))
