"""Taking in: the steps of an admission, which municipality acts and why, and two cases of one person."""
from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.course import Stay
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, names, part_of, text
from borgerplan_desktop.model.working_days import working_days_after

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

NOTICE_WITHIN = 3                                        # working days after the decision (§ 110, stk. 6)


class AdmissionKind(Labelled):
    """The steps of an admission in the order of the national recommendations for § 110 shelters."""

    SCREENING = "screening", N_("First talk at the door")
    TALK = "talk", N_("Admission talk")
    BELONGING = "belonging", N_("Belonging, and who acts")
    CONSENT = "consent", N_("Consent")
    SAFETY = "safety", N_("Safety")
    MONEY = "money", N_("Money")
    EXPECTATIONS = "expectations", N_("Expectations and house rules")
    HOUSING = "housing", N_("A place to live")

    @property
    def number(self) -> int:
        return list(AdmissionKind).index(self)


class AdmissionStep(Row):
    """One step of the admission to a stay: when it was done, and what was said."""

    __tablename__ = "admission_step"
    only_one = "stay_id", "kind"
    sort_key = "number"
    stay_id: Mapped[Id] = part_of("stay.id")
    kind: Mapped[AdmissionKind] = choice(AdmissionKind, AdmissionKind.SCREENING)
    done_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = text(search=True)

    @property
    def number(self) -> int:
        return self.kind.number


class Residence(Row):
    """Where the citizen lived before, and how we know: the evidence of which municipality acts."""

    __tablename__ = "residence"
    sort_key = "from_on"
    from_on: Mapped[date | None] = mapped_column(default=None)
    until_on: Mapped[date | None] = mapped_column(default=None)
    municipality: Mapped[str] = mapped_column(default="", info={"search": True})
    lived: Mapped[str] = text(search=True)               # where, in words: "hos en ven i Randers"
    source: Mapped[str] = text(search=True)              # who said so, or which paper shows it


class ActingMunicipality(Row):
    """Which municipality acts, from when, and why; the one before stays in the history."""

    __tablename__ = "acting_municipality"
    sort_key = "since"
    since: Mapped[date] = mapped_column()
    municipality: Mapped[str] = mapped_column(default="", info={"search": True})
    unit: Mapped[str] = mapped_column(default="", info={"search": True})
    reason: Mapped[str] = text(search=True)
    settled: Mapped[bool] = mapped_column(default=False)         # they have said yes; else it is what we think


class MergedCase(Row):
    """The rows of another case of the same person were taken into this one; the other case stays whole, set aside.

    Rows that came have ids made of the other case's and their own, so that they can be told and taken out again.
    """

    __tablename__ = "merged_case"
    sort_key = "merged_on"
    merged_on: Mapped[date] = mapped_column()
    other_case: Mapped[str] = mapped_column(default="")          # the id of the case that was taken in
    called: Mapped[str] = mapped_column(default="")      # the name that stood in it
    by_id: Mapped[Id | None] = names("staff_member")
    undone_on: Mapped[date | None] = mapped_column(default=None)


def copied_id(case_id: str, row_id: str) -> str:
    """The id of a row that came over: made of where it is and what it was."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"borgerplan:{case_id}:{row_id}"))


class MergedField(Row):
    """A field of a row that both cases have one of, and what stood there before the other case's was chosen."""

    __tablename__ = "merged_field"
    merged_id: Mapped[Id] = part_of("merged_case.id")
    row_kind: Mapped[str] = mapped_column(default="")
    row_id: Mapped[str] = mapped_column(default="")      # of ours
    field: Mapped[str] = mapped_column(default="")
    before: Mapped[str] = text()
    after: Mapped[str] = text()


def notice_by(stay: Stay) -> date | None:
    """The last day on which the municipality is told of the admission; None while nothing has been decided."""
    return working_days_after(stay.decided_on, NOTICE_WITHIN) if stay.decided_on is not None else None



def acts_now(case: Case) -> ActingMunicipality | None:
    """The municipality that acts, or that we think acts; None before anybody has written it."""
    return next(reversed(case.all(ActingMunicipality)), None)
