"""Who should be involved, by the directory: a service of it becomes somebody on the map."""
from __future__ import annotations

from borgerplan_desktop.casework.network.people import add_new_professional, add_professional, register_of
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.model.directory import Service, ServiceKind
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.network import NetworkMember, Ring
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.shelter import Professional, Sector

_SECTORS = {LifeArea.HEALTH: Sector.HEALTH, LifeArea.WELLBEING: Sector.HEALTH, LifeArea.SUBSTANCES: Sector.HEALTH,
            LifeArea.WORK: Sector.WORK}


def add_from_service(opened: OpenCase, service: Service, ring: Ring | None = None) -> NetworkMember:
    """Whom one asks for there, else the service itself; whoever the register has already is not typed again.

    Raises Refused for a service without a name.
    """
    who = service.itself
    name = " ".join(who.contact.split()) or " ".join(who.name.split())
    place = who.name if who.contact.strip() else who.organisation
    known = next((each for each in register_of(opened) if _same(each, name, place)), None)
    if known is not None:
        return add_professional(opened, known, ring)
    return add_new_professional(opened, name, organisation=place, sector=sector_of(who), phone=who.phone,
                                email=who.email, ring=ring)


def sector_of(service: Service) -> Sector:
    """Where on the map they stand: by what it is about, else by whose it is."""
    if service.kind is ServiceKind.VOLUNTARY:
        return Sector.VOLUNTEERS
    if service.kind is ServiceKind.SHELTER:
        return Sector.SHELTER
    return _SECTORS.get(service.area, Sector.AUTHORITY) if service.area is not None else Sector.AUTHORITY


def _same(who: Professional, name: str, place: str) -> bool:
    return danish(" ".join(who.name.split())) == danish(name) and danish(who.organisation.strip()) == danish(
        place.strip())
