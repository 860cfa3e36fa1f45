"""How a contact and a missed appointment are said: who, how, when, and by whom."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.gui.showing.who_and_when import name_of
from borgerplan_desktop.i18n import N_, _, day, near_word, ngettext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.contact import Contact
from borgerplan_desktop.model.contact_note import MissedAppointment, ReachStep
from borgerplan_desktop.model.row import Id
from borgerplan_desktop.model.shelter import StaffMember


def when(on: date, today: date) -> str:
    """"i dag", "i går", "12. marts"."""
    return near_word(on, today) or day(on, today)


def staff_name(case: Case, staff_id: Id | None) -> str:
    """The first name of who wrote it; "" for nobody we know."""
    register = case.register
    staff = register.get(StaffMember, staff_id) if register is not None else None
    return Contact(staff.name).first_name if staff is not None else ""


def last_words(name: str, last: date | None, today: date) -> str:
    """"Sidst talt med Jonas: i går"."""
    if last is None:
        return _("No contact with {name} is noted yet").format(name=name)
    words = _("Last in touch with {name}: {date}").format(name=name, date=when(last, today))
    days = (today - last).days
    ago = ngettext("{n} day ago", "{n} days ago", days).format(n=days)
    return words if days < 2 else f"{words} ({ago})"


def step_words(missed: MissedAppointment, step: ReachStep) -> str:
    """What we do; a party is asked what it needs."""
    if step is ReachStep.ASK_WHY and not missed.is_of_citizen:
        return _("Ask what they need in order to come")
    return _(step.label)


DONE = {ReachStep.CALL: N_("Called on the phone"), ReachStep.KNOCK: N_("Knocked on the door"),
        ReachStep.OTHER_PLACE: N_("Met in another place"), ReachStep.ASK_WHY: N_("Asked what stood in the way")}


def done_words(missed: MissedAppointment, step: ReachStep) -> str:
    """What we have done."""
    if step is ReachStep.ASK_WHY and not missed.is_of_citizen:
        return _("Asked what they need in order to come")
    return _(DONE[step])


def reached_words(missed: MissedAppointment) -> str:
    """That we got hold of whoever did not come."""
    return _("We got hold of {name}").format(name=_whom(missed))


def not_reached_words(name: str) -> str:
    """That we did not."""
    return _("Did not get hold of {name}").format(name=name) if name else _("Not reached")


def _whom(missed: MissedAppointment) -> str:
    if missed.is_of_citizen or missed.member is None:
        return missed.case.the(Citizen).first_name
    return missed.member.contact.first_name


def missed_words(missed: MissedAppointment, today: date) -> str:
    """"Tandlæge · 12. marts", and who it was where it was not the citizen."""
    parts = [missed.what, when(missed.on, today)]
    if not missed.is_of_citizen:
        parts.insert(0, name_of(missed.member))
    return " · ".join(part for part in parts if part)
