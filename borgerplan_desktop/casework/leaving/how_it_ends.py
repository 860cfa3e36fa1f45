"""How a stay ends: when, where to and why, and how one complains of it."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.course import LeftHow, Stay

WROTE = N_("Write how the stay ends")


def left_on(opened: OpenCase, stay: Stay, day: date | None) -> None:
    """The day of moving out; None = still living here. Raises Refused for a day to come, or before the admission."""
    _check(opened, day, stay.admitted_on, _("That is before the stay began. Choose a later day."))
    with opened.action(WROTE):
        stay.left_on = day


def told_how_to_complain(opened: OpenCase, stay: Stay, day: date | None) -> None:
    """The citizen was told that day how one complains. Raises Refused for a day to come."""
    _check(opened, day)
    with opened.action(N_("Told how to complain")):
        stay.complaint_told_on = day


def complaint_words(how: LeftHow | None) -> str:
    """How one complains of this end, in plain words; "" where nobody decided anything about the citizen.

    Sources: §§ 110 and 166 i lov om social service; §§ 66 and 67 i lov om retssikkerhed og administration på det
    sociale område; Folketingets Ombudsmand, FOB 2023-26.
    """
    match how:
        case LeftHow.DISCHARGED:
            return _("The municipality has decided. You complain to Ankestyrelsen, and give the complaint to the "
                     "municipality within four weeks from the day the decision came; it can be said too. It looks at "
                     "it again and sends it on if the decision is not changed.")
        case LeftHow.LEADER:
            return _("The leader has decided (stk. 4). You complain to Ankestyrelsen, and give the complaint to the "
                     "leader within four weeks from the day the decision came; it can be said too. The leader looks at "
                     "it again and sends it on if the decision is not changed. Give the decision and the reason in "
                     "writing.")
        case LeftHow.EXPELLED:
            return _("First agree on where to sleep tonight. You complain to Ankestyrelsen, and give the complaint to "
                     "the leader within four weeks; it can be said too. Folketingets Ombudsmand holds that "
                     "Ankestyrelsen must look at it, also when it is about the house rules (FOB 2023-26). Give the "
                     "reason in writing.")
        case _:
            return ""


def _check(opened: OpenCase, day: date | None, first: date | None = None, sentence: str = "") -> None:
    if day is not None and day > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "day")
    if day is not None and first is not None and day < first:
        raise Refused(sentence, "day")
