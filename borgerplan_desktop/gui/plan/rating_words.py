"""How ratings are put in words: no sum, no average, no praise."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import _, day_short
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.contact import Contact
from borgerplan_desktop.model.notes import RatedBy, Rating, RatingAnswer
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.ratings import APART
from borgerplan_desktop.model.shelter import StaffMember


def in_words(value: int) -> str:
    """The word of a number on our own scale."""
    if value == 0:
        return _("Really hard")
    if value <= 3:
        return _("Mostly hard")
    if value <= 6:
        return _("Up and down")
    if value <= 9:
        return _("Mostly good")
    return _("Good as it is")


def answered(rating: Rating) -> str:
    match rating.answer:
        case RatingAnswer.DONT_KNOW:
            return _("does not know")
        case RatingAnswer.WONT_SAY:
            return _("will not say")
    return str(rating.value)


def name_of(case: Case, by: RatedBy) -> str:
    """The citizen's first name, and the contact person's where it is known."""
    if by is RatedBy.CITIZEN:
        return case.the(Citizen).first_name
    register = case.register
    staff = register.get(StaffMember, case.the(Citizen).contact_person_id) if register else None
    return Contact(staff.name).first_name if staff and staff.name.strip() else _("Contact person")


def latest(goal: Goal, by: RatedBy) -> Rating | None:
    ratings = [rating for rating in goal.ratings if rating.by is by]
    return ratings[-1] if ratings else None


def far_apart(goal: Goal) -> bool:
    """Whether citizen and contact person see it differently now."""
    one, other = latest(goal, RatedBy.CITIZEN), latest(goal, RatedBy.CONTACT_PERSON)
    return (one is not None and other is not None and one.value is not None and other.value is not None
            and abs(one.value - other.value) >= APART)


def told(goal: Goal) -> str:
    """Everything the curve shows, as a screen reader says it."""
    if not goal.ratings:
        return _("Not asked yet")
    parts = []
    for by in RatedBy:
        ratings = [rating for rating in goal.ratings if rating.by is by]
        if ratings:
            answers = ", ".join(f"{day_short(r.rated_on)}: {answered(r)}" for r in ratings)
            parts.append(f"{name_of(goal.case, by)}: {answers}.")
    return " ".join(parts)


def days_of(goal: Goal) -> list[date]:
    return sorted({rating.rated_on for rating in goal.ratings})
