"""What two cases of one person hold: what comes over, and where both say something, which stands."""
from __future__ import annotations

import enum
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.folder import in_words
from borgerplan_desktop.i18n import N_, _, day, listed, ngettext
from borgerplan_desktop.model.admission import MergedCase, MergedField
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.consent import Consent
from borgerplan_desktop.model.contact_note import ContactNote
from borgerplan_desktop.model.course import CoordinatorAssignment, Course, Stay, coordinator
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.leaving import AfterCare
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import MemberKind, NetworkMember, people
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.paper_language import LANGUAGES
from borgerplan_desktop.model.papers import Document
from borgerplan_desktop.model.plan import Agreement, Goal, Plan, PlanVersion, current_plan
from borgerplan_desktop.model.row import Row, days_of, fields_of, lines_of, names_of, texts_of
from borgerplan_desktop.model.shelter import StaffMember

ONE_OF: tuple[type[Row], ...] = (Citizen, Cooperation, Plan)     # of each a case has one that is the present one
_OURS = {"case_number", "merged_into", "started_on", "template_id"}     # what is no choice
_WHO = {"cpr", "ecpr", "birth_date", "no_number_why"}   # not filled in for somebody who wants to be anonymous
_BOTH_YES = {"ties_may_be_shared"}                       # what takes a yes in both
FOLLOWS = {Citizen.paper_language.key: Citizen.paper_beside.key}         # what comes with the other, and not alone
_OTHER = N_("Something more of how we work together")
_LABELS = {
    "name": N_("Name"), "latin_name": N_("Name in Latin letters"), "called": N_("Called"), "cpr": N_("CPR number"),
    "ecpr": N_("Replacement number"), "birth_date": N_("Date of birth"),
    "no_number_why": N_("Why there is no number yet"),
    "phone": N_("Phone"), "email": N_("E-mail"), "protected_address": N_("Protected address"),
    "contact_person_id": N_("Contact person"), "home_municipality": N_("Home municipality (Greenland)"),
    "acting_municipality": N_("Acting municipality"), "anonymous": N_("Wants to be anonymous"),
    "staff_only": N_("Staff only"), "meeting_place": N_("Where they like to meet"),
    "channel": N_("How they are reached"),
    "situation": N_("Situation"), "hopes": N_("Hopes and dreams"), "strengths": N_("Strengths"),
    "matters_now": N_("What matters most now"), "interpreter": N_("Interpreter"),
    "interpreter_language": N_("The interpreter's language"), "lay_representative": N_("Lay representative"),
    "follow_up": N_("Follow-up"), "follow_up_on": N_("Next follow-up"), "if_stuck": N_("If it gets stuck"),
    "may_know": N_("Who may know what"), "involvement": N_("How they are involved"),
    "ties_may_be_shared": N_("Others may see how ties are now"),
    "paper_language": N_("Reads papers best in"), "paper_beside": N_("With the Danish beside it"),
    "paper_large": N_("In large print"), "folder_papers": N_("The citizen's folder"),
}


class Stands(Labelled):
    """Whose word stands where both say something; of longer texts it may be both, one below the other."""

    OURS = "ours", N_("This case")
    THEIRS = "theirs", N_("The other case")
    BOTH = "both", N_("Both")


@dataclass(frozen=True)
class Differing:
    """A field in which both cases say something, and not the same."""

    kind: type[Row]
    field: str
    ours: Any
    theirs: Any

    @property
    def key(self) -> str:
        return f"{self.kind.__tablename__}.{self.field}"

    @property
    def label(self) -> str:
        return _(_LABELS.get(self.field, _OTHER))

    @property
    def may_be_both(self) -> bool:
        return self.field in texts_of(self.kind) and self.field not in lines_of(self.kind)

    @property
    def first(self) -> Stands:
        """What stands unless somebody chooses: nothing longer that was written goes, and protection stays."""
        if self.may_be_both:
            return Stands.BOTH
        if self.field in _BOTH_YES:
            return Stands.OURS if self.theirs else Stands.THEIRS
        return Stands.THEIRS if self.field == Citizen.protected_address.key and self.theirs else Stands.OURS


@dataclass(frozen=True)
class Preview:
    """What a merge would do; nothing has changed yet."""

    ours: str                                            # how each is called
    theirs: str
    rows: int                                            # that come over
    coming: str                                          # in words
    filled: tuple[Differing, ...]                        # where we say nothing: theirs comes
    differing: tuple[Differing, ...]
    stays: str                                           # where both have a stay that goes on: which of them does
    twice: str = ""                                      # whoever is on both maps and cannot be made one


def compare(opened: OpenCase, other: OpenCase) -> Preview:
    """What comes over from the other case, and where both say something else."""
    filled, differing = [], []
    anonymous = any(each.the(Citizen).anonymous for each in (opened.case, other.case))
    for kind, mine, yours in pairs(opened.case, other.case):
        for field in fields_of(kind):
            ours, theirs = getattr(mine, field), getattr(yours, field)
            asked = field in _BOTH_YES or (anonymous and field in {*_WHO, "anonymous"})
            if field in _OURS or ours == theirs or _comes_along(field, mine, yours):
                continue
            if is_empty(theirs) and not (asked and field in _BOTH_YES):
                continue
            (filled if is_empty(ours) and not asked else differing).append(Differing(kind, field, ours, theirs))
    return Preview(_called(opened.case), _called(other.case), len(others_rows(other.case)), _in_words(other.case),
                   tuple(filled), tuple(differing), _which_stay(opened.case, other.case),
                   _who_is_twice(opened.case, other.case))


def _comes_along(field: str, mine: Row, yours: Row) -> bool:
    """Whether it is decided with another field, which differs too."""
    leads = next((lead for lead, led in FOLLOWS.items() if led == field), "")
    return bool(leads) and getattr(mine, leads) != getattr(yours, leads)


def _which_stay(ours: Case, theirs: Case) -> str:
    mine, yours = going_on(ours, Stay), going_on(theirs, Stay)
    if not isinstance(mine, Stay) or not isinstance(yours, Stay):
        return ""
    goes_on = yours if is_earlier(yours, mine) else mine
    if goes_on.admitted_on is None:
        return _("Both have a stay. One of them goes on, the other ends today.")
    return _("Both have a stay. The one from {date} goes on, the other ends today.").format(
        date=day(goes_on.admitted_on))


def _who_is_twice(ours: Case, theirs: Case) -> str:
    """Family and friends of the same name are perhaps not the same: they stay two, and a no to one is none to the
    other.
    """
    def names(case: Case) -> dict[str, str]:
        return {danish(each.name): each.name.strip() for each in people(case)
                if each.kind is MemberKind.PRIVATE and each.name.strip()}
    mine, yours = names(ours), names(theirs)
    both = [name for key, name in mine.items() if key in yours]
    if not both:
        return ""
    return _("On both maps, and there twice afterwards: {names}. Look at what was said yes and no to about "
             "each.").format(names=listed(both))


def pairs(ours: Case, theirs: Case) -> list[tuple[type[Row], Row, Row]]:
    """The rows of which a case has one, ours and theirs."""
    found: list[tuple[type[Row], Row, Row]] = []
    for kind in ONE_OF:
        mine, yours = the_one(ours, kind), the_one(theirs, kind)
        if mine is not None and yours is not None:
            found.append((kind, mine, yours))
    return found


# What there is one of at a time: where the end is written, and why.
ENDS: dict[type[Row], tuple[str, str]] = {
    Stay: (Stay.left_on.key, Stay.left_why.key), Course: (Course.closed_on.key, Course.closing_reason.key),
    AfterCare: (AfterCare.ended_on.key, AfterCare.ended_why.key),
    CoordinatorAssignment: (CoordinatorAssignment.until.key, CoordinatorAssignment.reason.key)}


def going_on(case: Case, kind: type[Row]) -> Row | None:
    """The one of a kind that goes on now."""
    if kind is CoordinatorAssignment:
        return coordinator(case)
    return next((row for row in reversed(case.all(kind)) if getattr(row, ENDS[kind][0]) is None), None)


def is_earlier(one: Row, other: Row) -> bool:
    """Whether one has gone on for longer; an agreed coordinator comes before a temporary one."""
    def order(row: Row) -> tuple[bool, bool, date]:
        began = getattr(row, str(row.sort_key))
        return getattr(row, "temporary", False), began is None, began or date.max
    return order(one) < order(other)


def the_one(case: Case, kind: type[Row]) -> Row | None:
    """The row of a kind of which the case has one."""
    if not case.all(kind):
        return None
    return current_plan(case) if kind is Plan else case.all(kind)[0]


def others_rows(case: Case) -> list[Row]:
    """What comes over: every row but the citizen's own, whose fields are chosen among, themselves on the map, and what
    tells which cases are in the other: they are taken out there."""
    return [row for row in case.rows() if not isinstance(row, Citizen | Cooperation | MergedCase | MergedField)
            and not (isinstance(row, NetworkMember) and row.kind is MemberKind.CITIZEN)]


def is_empty(value: Any) -> bool:
    """Whether it says nothing: no words, not asked, not ticked."""
    return value in (None, "", False) or (isinstance(value, enum.Enum) and value.value == "not_asked")


def said(value: Any, field: str, register: Case | None) -> str:
    """A value as it is read."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, date):
        return day(value)
    if isinstance(value, enum.Enum):
        return _(str(getattr(value, "label", value.value)))
    if field == Citizen.contact_person_id.key and register is not None:
        staff = register.get(StaffMember, str(value))
        return staff.name if staff is not None else ""
    if field == Citizen.paper_language.key:
        return _(LANGUAGES[value]) if value in LANGUAGES else str(value)
    if field == Citizen.folder_papers.key:
        return in_words(str(value))
    if field in (Citizen.cpr.key, Citizen.ecpr.key):
        return f"{str(value)[:6]}-••••" if value else ""
    return str(value or "")


def _called(case: Case) -> str:
    citizen = case.the(Citizen)
    return citizen.name or _("Without a name")


def _in_words(case: Case) -> str:
    """"2 mål, 3 notater og 14 linjer mere"."""
    counts = Counter(type(row) for row in others_rows(case))
    words = []
    for kind, n in ((kind, counts.pop(kind, 0)) for kind in (
            Stay, Goal, Agreement, Note, Meeting, NetworkMember, Consent, PlanVersion, Document, ContactNote)):
        if n:
            words.append(_counted(kind, n))
    if rest := sum(counts.values()):
        words.append(ngettext("{n} line more", "{n} lines more", rest).format(n=rest))
    return listed(words)


def _counted(kind: type[Row], n: int) -> str:
    said_by: dict[type[Row], str] = {
        Stay: ngettext("{n} stay", "{n} stays", n), Goal: ngettext("{n} goal", "{n} goals", n),
        Agreement: ngettext("{n} agreement", "{n} agreements", n), Note: ngettext("{n} note", "{n} notes", n),
        Meeting: ngettext("{n} meeting", "{n} meetings", n),
        NetworkMember: ngettext("{n} person", "{n} people", n), Consent: ngettext("{n} consent", "{n} consents", n),
        PlanVersion: ngettext("{n} adopted version", "{n} adopted versions", n),
        Document: ngettext("{n} paper", "{n} papers", n), ContactNote: ngettext("{n} contact", "{n} contacts", n)}
    return said_by[kind].format(n=n)


def stored(value: Any) -> str:
    """A value as a merged field remembers it."""
    if isinstance(value, bool):
        return "1" if value else ""
    return value.isoformat() if isinstance(value, date) else str(value or "")


def read_back(kind: type[Row], field: str, like: Any, text: str) -> Any:
    """What `stored` remembered, as a value of the kind of `like`."""
    if isinstance(like, bool):
        return text == "1"
    if isinstance(like, enum.Enum):
        return type(like)(text) if text else None
    if field in days_of(kind):
        return date.fromisoformat(text) if text else None
    return text or (None if field in names_of(kind) else "")
