"""Somebody who is not in the case yet is asked to the meeting: written once, and in the network from then on."""
from __future__ import annotations

from collections.abc import Sequence

from borgerplan_desktop.casework.meeting.participants import add_participant, add_participants
from borgerplan_desktop.casework.meeting.reasons import suggested_reason
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person, add_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail_file import usable
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.meeting import Meeting, Participant
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.shelter import Professional


def summon(opened: OpenCase, meeting: Meeting, name: str, role: str = "", organisation: str = "",
           email: str = "", others: Sequence[NetworkMember] = (), private: bool = False) -> Participant:
    """Ask a person, or a body that has no case yet, to the meeting; in the network, not placed on the map. Who is not
    `private` is in the register too, and whoever is there by that name already is the same. `others` of the network are
    asked with them. All of it is undone at once, but for the register, which is everybody's.

    Raises Refused for one without a name, for what is no mail address, and for another than the one we know.
    """
    if email.strip() and not usable(email):
        raise Refused(_("That is no mail address. Nothing is changed. Write it as name@place.dk."), "email")
    called = " ".join(name.split()) or " ".join(organisation.split())     # a body comes without anybody's name
    place = organisation.strip() if name.strip() else ""
    shelter = opened.shelter
    if shelter is None:
        raise LookupError("a professional is kept in the register of the shelter")
    known = _close(opened, called) if private else _known(opened, called, place)
    if known is not None and email.strip() and known.email.strip() and _differ(known.email, email):
        raise Refused(_("We know {name} with the mail {email}. Nothing is changed. Leave the mail out, or correct it "
                        "on the map.").format(name=known.name, email=known.email), "email")
    with opened.action(N_("Summon to the meeting"), also=[shelter]):
        add_participants(opened, meeting, others)
        if isinstance(known, NetworkMember):
            member = known
        elif known is not None:
            member = add_professional(opened, known)
        elif private:
            member = add_private_person(opened, called, role)
        else:
            member = add_new_professional(opened, called, role, place)
        _reached(member, known, email)
        return add_participant(opened, meeting, member, suggested_reason(opened, member))


def _reached(member: NetworkMember, known: NetworkMember | Professional | None, email: str) -> None:
    """The mail stands where it is looked for: with the register's own, for all."""
    row = member.registered
    if email.strip() and (known is None or not known.email.strip()):
        (row if isinstance(row, Professional) else member).email = usable(email)


def _differ(one: str, other: str) -> bool:
    return usable(one).casefold() != usable(other).casefold()


def _close(opened: OpenCase, name: str) -> NetworkMember | None:
    """Somebody of the citizen's own life who is on the map already; they are never in the register."""
    return next((each for each in opened.case.all(NetworkMember) if each.kind is MemberKind.PRIVATE
                 and each.removed_on is None and name and each.name.casefold() == name.casefold()), None)


def _known(opened: OpenCase, name: str, organisation: str) -> Professional | None:
    register = opened.case.register
    if register is None or not name:
        return None
    return next((each for each in register.all(Professional) if not each.retired
                 and each.name.casefold() == name.casefold()
                 and (not organisation or each.organisation.casefold() == organisation.casefold())), None)
