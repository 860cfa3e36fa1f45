"""The service directory (tilbudsoversigten): what there is for citizens, in town and in the house.

Source: samarbejdsmodellen, "Tilbudsoversigt": name, description (target group, content, referral), contact.
"""
from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, names, part_of, text

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

STALE = "stale"                                          # the place in the directory where those stand to be looked at
REVIEW_DAYS = 182                                        # the frame is looked through twice a year, and so is this


class ServiceKind(Labelled):
    MUNICIPAL = "municipal", N_("Municipal")
    PRIVATE = "private", N_("Private")
    VOLUNTARY = "voluntary", N_("Voluntary")
    SHELTER = "shelter", N_("Shelter (§ 110)")           # the national list of services has none


class Service(Row):
    """One line of the service directory."""

    __tablename__ = "service"
    sort_key = "name"
    name: Mapped[str] = mapped_column(default="", info={"search": True})
    kind: Mapped[ServiceKind] = choice(ServiceKind, ServiceKind.MUNICIPAL)
    organisation: Mapped[str] = mapped_column(default="")
    target_group: Mapped[str] = text()
    content: Mapped[str] = text()
    taken_in: Mapped[str] = text()                       # who can be taken in
    not_taken_in: Mapped[str] = text()
    needs_referral: Mapped[bool] = mapped_column(default=False)
    ladder_step: Mapped[LadderStep | None] = choice(LadderStep, None)
    area: Mapped[LifeArea | None] = choice(LifeArea, None)
    contact: Mapped[str] = mapped_column(default="")     # whom one asks for there
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = text()
    opening_hours: Mapped[str] = text()
    valid_until: Mapped[date | None] = mapped_column(default=None)   # then somebody looks whether it is still true
    closes_on: Mapped[date | None] = mapped_column(default=None)     # it is no more from that day on
    retired: Mapped[bool] = mapped_column(default=False)
    same_as_id: Mapped[Id | None] = names("service")                 # written twice: whoever has this one has that one

    @property
    def itself(self) -> Service:
        """The row that speaks for it: the one that was kept, where it stood in the directory twice."""
        return self.case.get(Service, self.same_as_id) or self

    def is_closed(self, today: date) -> bool:
        """Whether it is no more."""
        return self.closes_on is not None and self.closes_on <= today

    def is_offered(self, today: date) -> bool:
        """Whether it can be chosen for a citizen."""
        return not self.retired and not self.is_closed(today)

    def is_stale(self, today: date) -> bool:
        """Whether somebody has to look whether it is still true; nobody has said until when = nobody has looked."""
        return self.is_offered(today) and (self.valid_until is None or self.valid_until < today)

    @property
    def in_house(self) -> list[InHouse]:
        """The days on which somebody from there is in the house."""
        return self.case.of(InHouse, InHouse.service_id, self.id)


class InHouse(Row):
    """A weekday on which somebody from a service is in the house."""

    __tablename__ = "in_house"
    sort_key = "weekday"
    service_id: Mapped[Id] = part_of("service.id")
    weekday: Mapped[int] = mapped_column(default=0)      # 0 = Monday
    hours: Mapped[str] = mapped_column(default="")       # "10-12"
    who: Mapped[str] = mapped_column(default="")


def service_named(register: Case | None, id: str | None) -> Service | None:
    """The service of the directory that a row names, also one that stood there twice; None = of no directory."""
    found = register.get(Service, id) if register is not None else None
    return found.itself if found is not None else None
