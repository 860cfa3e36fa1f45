"""The meetings in numbers, of one citizen and of the whole shelter in a time one chooses."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from borgerplan_desktop.casework.access import Gate
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.meeting_figures import FEW, Figures, Share, figures, of_case
from borgerplan_desktop.store.progress import Progress

QUARTER = timedelta(days=91)


class Period(Labelled):
    """Which time the shelter's figures are about."""

    QUARTER = "quarter", N_("The last three months")
    THIS_YEAR = "this_year", N_("This year")
    LAST_YEAR = "last_year", N_("Last year")
    ALL = "all", N_("All the time")

    def days(self, today: date) -> tuple[date, date]:
        """The first and the last day of it."""
        match self:
            case Period.QUARTER:
                return today - QUARTER, today
            case Period.THIS_YEAR:
                return date(today.year, 1, 1), today
            case Period.LAST_YEAR:
                return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
        return date.min, today


def counting(archive: Archive, period: Period) -> Callable[[Progress], Figures]:
    """Counts the shelter's figures of a time in any thread: of thousands of citizens it takes a second or two.

    What it gives raises NotForYou, StoreTrouble when it is called.
    """
    return partial(_count, archive.gate, period, archive.today())


def _count(gate: Gate, period: Period, today: date, _progress: Progress) -> Figures:
    return figures(*gate.anew().meetings_between(*period.days(today)), today)


def words_of_case(opened: OpenCase) -> str:
    """One line about the citizen's meetings: "Holdt 3 · Aflyst 1 · Jonas var med 3 af 3 …"; "" before the first."""
    found, name = of_case(opened.case, opened.today()), opened.case.the(Citizen).first_name or _("The citizen")
    if found.is_empty:
        return ""
    said = [_("Held: {n}").format(n=found.held.n)]
    if found.called_off.n:
        said.append(_("Called off: {n}").format(n=found.called_off.n))
    for share, words in ((found.there, _("{name} was there: {n} of {all}")),
                         (found.prepared, _("Prepared with {name}: {n} of {all}")),
                         (found.kept, _("Agreements kept: {n} of {all}"))):
        if share.of:
            said.append(words.format(name=name, n=share.n, all=share.of))
    return " · ".join(said)


def told(share: Share, alone: bool = False) -> str:
    """A figure of the shelter: "30 af 34", `alone` "30"; where it could point at somebody, that it is of too few."""
    if not share.of:
        return _("none yet")
    if share.n and share.citizens < FEW if alone else not share.points_at_nobody:
        return _("too few to show")
    return str(share.n) if alone else _("{n} of {all}").format(n=share.n, all=share.of)
