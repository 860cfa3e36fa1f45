"""Somebody who is not in the network yet is written where a responsible person is asked for, and is chosen at once."""
from __future__ import annotations

from collections.abc import Callable

from borgerplan_desktop.casework.network.leaving import bring_back, left_called
from borgerplan_desktop.casework.network.people import (
    add_colleague,
    add_new_professional,
    add_private_person,
    add_professional,
    search_register,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.network import NetworkMember, askable, citizen_member
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.shelter import Professional, Sector, StaffMember

OWN_LIFE = (Sector.FAMILY, Sector.FRIENDS)               # who belongs there is not written in the shelter's register


def choose_somebody_else(opened: OpenCase, choose: Callable[[OpenCase, NetworkMember], object], action: str,
                         name: str, role: str = "", sector: Sector = Sector.AUTHORITY) -> NetworkMember:
    """Joins the network and is chosen, as one step. Whoever is known by that name is taken rather than written twice:
    of the network, of those who left it, of the register.

    Raises Refused without a name.
    """
    called = " ".join(name.split())
    if not called:
        raise Refused(_("Write a name. What you call the person is enough."), "name")
    with opened.action(action, also=[opened.shelter] if opened.shelter is not None else []):
        member = _joined(opened, called, " ".join(role.split()), sector)
        choose(opened, member)
    return member


def known_as(opened: OpenCase, name: str, role: str = "", sector: Sector = Sector.AUTHORITY) -> (
        NetworkMember | Professional | StaffMember | None):
    """Who is meant by the name, if it is one person that we know; another role, and it is somebody else."""
    wanted = danish(" ".join(name.split()))
    citizen = citizen_member(opened.case)
    everybody = [*([citizen] if citizen is not None else []), *askable(opened.case)]
    there = [each for each in everybody if danish(each.contact.name) == wanted
             and _may_be(role, each.described)]
    if len(there) == 1:
        return there[0]
    left = left_called(opened.case, name)
    if left is not None and _may_be(role, left.described):
        return left
    found = [] if sector in OWN_LIFE else [
        each for each in search_register(opened, name) if danish(each.name) == wanted and _may_be(role, _does(each))]
    return found[0] if len(found) == 1 else None


def _joined(opened: OpenCase, name: str, role: str, sector: Sector) -> NetworkMember:
    known = known_as(opened, name, role, sector)
    if isinstance(known, NetworkMember):
        bring_back(opened, known)
        return known
    if isinstance(known, Professional):
        return add_professional(opened, known)
    if known is not None:
        return add_colleague(opened, known)
    if sector in OWN_LIFE:
        return add_private_person(opened, name, role, sector)
    return add_new_professional(opened, name, role, sector=sector)


def _does(known: Professional | StaffMember) -> str:
    return f"{known.role} {known.organisation}" if isinstance(known, Professional) else known.title


def _may_be(role: str, described: str) -> bool:
    return not role.strip() or danish(role.strip()) in danish(described)
