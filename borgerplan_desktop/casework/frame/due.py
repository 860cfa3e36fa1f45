"""When the frame is to be brought up to date, for Min dag: twice a year, and until it is done."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.casework.frame.frame import framework, half_a_year_on
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.framework import FrameVersion
from borgerplan_desktop.model.shelter import Shelter, StaffMember, StaffRole

UPDATE = "update"                                        # the place in the tab where it is written


@dataclass(frozen=True)
class FrameDue:
    """The next update, as Min dag says it."""

    on: date
    by: str = ""
    was_approved: bool = True

    def is_late(self, today: date) -> bool:
        return self.on < today

    @property
    def title(self) -> str:
        return _("Bring the shared frame up to date") if self.was_approved else \
            _("Have the shared frame approved by the steering group")

    def note(self, today: date) -> str:
        """"Skulle være sket 3. maj. Eva Lind"."""
        when = _("It was to be done {date}.") if self.is_late(today) else _("It is to be done {date}.")
        said = when.format(date=day(self.on, today))
        return f"{said} {self.by}" if self.by else said


def next_update(case: Case) -> date | None:
    """The day that was agreed on, else half a year after the newest version; None where no frame is begun."""
    frame, versions = framework(case), case.all(FrameVersion)
    if frame is not None and frame.next_on is not None:
        return frame.next_on
    return half_a_year_on(versions[-1].approved_on) if versions else None


def frame_due(case: Case, today: date, who: str) -> FrameDue | None:
    """What `who` of the staff is told today ("" = the whole shelter): from the shelter's number of days before, until
    it is done. Where the frame names one of the staff who works here, only they and the leaders are told.
    """
    on = next_update(case)
    days = next((each.frame_warning_days for each in case.all(Shelter)), 0)
    if on is None or (on - today).days > days:
        return None
    frame = framework(case)
    by = frame.next_by.strip() if frame is not None else ""
    named = [each for each in case.all(StaffMember)
             if by and not each.retired and each.name.strip().casefold() == by.casefold()]
    me = case.get(StaffMember, who)
    if who and named and me not in named and not (me is not None and me.role is StaffRole.LEADER):
        return None
    return FrameDue(on, by, bool(case.all(FrameVersion)))
