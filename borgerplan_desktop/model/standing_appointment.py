"""What comes back every week: where the citizen has to be, with whom, and how often."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Id, Mapped, Row, mapped_column, refers_to, text


class StandingAppointment(Row):
    """An appointment that comes back. One that is only once is an `Appointment`, one with many a `Meeting`."""

    __tablename__ = "standing_appointment"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)    # the order in which they were added
    text: Mapped[str] = text(search=True)                # what it is: "Samtale om rusmidler"
    member_id: Mapped[Id | None] = refers_to("network_member.id")
    goal_id: Mapped[Id | None] = refers_to("goal.id")    # what it is for
    weekday: Mapped[int | None] = mapped_column(default=None)        # 0 = Monday; None = it varies
    at: Mapped[str] = mapped_column(default="")          # "13.00", or "" when the time is not set
    weeks: Mapped[int] = mapped_column(default=1)        # every so many weeks, counted from `begins_on`
    place_text: Mapped[str] = mapped_column(default="", info={"search": True})
    begins_on: Mapped[date | None] = mapped_column(default=None)     # None = it was so before
    ends_on: Mapped[date | None] = mapped_column(default=None)

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)

    def goes_on(self, day: date) -> bool:
        """Whether the citizen has it at that time."""
        return (self.begins_on is None or self.begins_on <= day) and (self.ends_on is None or day <= self.ends_on)
