"""Where somebody's mail address is written: with the register's own for all, else with the person of this network."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail_file import usable
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.shelter import Professional, StaffMember


def write_address(opened: OpenCase, whose: NetworkMember | StaffMember, email: str) -> None:
    """Everybody who writes to them finds it there. Raises Refused for what is no mail address."""
    address = usable(email)
    if not address:
        raise Refused(_("That is no mail address. Nothing is changed. Write it as name@place.dk."), "email")
    row = _row_of(whose) if isinstance(whose, NetworkMember) else whose
    if isinstance(row, NetworkMember):
        write(opened, row, NetworkMember.email, address, N_("Change person"))
    elif isinstance(row, Citizen):
        write(opened, row, Citizen.email, address, N_("Edit the e-mail address"))
    elif opened.shelter is not None:
        write(opened.shelter, row, type(row).email, address, N_("Change person"))


def _row_of(member: NetworkMember) -> NetworkMember | Citizen | Professional | StaffMember:
    """What `contact` reads the address from."""
    return member.case.the(Citizen) if member.is_citizen else member.registered or member
