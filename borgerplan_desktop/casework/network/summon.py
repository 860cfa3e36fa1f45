"""Somebody who is not in the case yet is asked to the meeting: written once, and in the network from then on."""
from __future__ import annotations

from collections.abc import Sequence

from borgerplan_desktop.casework.meeting.participants import add_participant, add_participants
from borgerplan_desktop.casework.meeting.reasons import suggested_reason
from borgerplan_desktop.casework.network.people import add_new_professional, add_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail_file import usable
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.meeting import Meeting, Participant
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.shelter import Professional


def summon(opened: OpenCase, meeting: Meeting, name: str, role: str = "", organisation: str = "",
           email: str = "", others: Sequence[NetworkMember] = ()) -> Participant:
    """Ask a person, or a body that has no case yet, to the meeting; in the network, not placed on the map, and in the
    register. Whoever is in the register by that name already is the same. `others` of the network are asked with them.
    All of it is undone at once, but for the register, which is everybody's.

    Raises Refused for one without a name, and for what is no mail address.
    """
    if email.strip() and not usable(email):
        raise Refused(_("That is no mail address. Nothing is changed. Write it as name@place.dk."), "email")
    called = " ".join(name.split()) or " ".join(organisation.split())     # a body comes without anybody's name
    place = organisation.strip() if name.strip() else ""
    shelter = opened.shelter
    if shelter is None:
        raise LookupError("a professional is kept in the register of the shelter")
    with opened.action(N_("Summon to the meeting"), also=[shelter]):
        add_participants(opened, meeting, others)
        known = _known(opened, called, place)
        member = add_professional(opened, known) if known is not None else add_new_professional(
            opened, called, role, place, email=usable(email))
        return add_participant(opened, meeting, member, suggested_reason(opened, member))


def _known(opened: OpenCase, name: str, organisation: str) -> Professional | None:
    register = opened.case.register
    if register is None or not name:
        return None
    return next((each for each in register.all(Professional) if not each.retired
                 and each.name.casefold() == name.casefold()
                 and (not organisation or each.organisation.casefold() == organisation.casefold())), None)
