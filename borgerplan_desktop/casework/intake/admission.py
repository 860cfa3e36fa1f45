"""Admission to a stay: its steps in the order of the national recommendations, the decision, and who is told of it."""
from __future__ import annotations

from datetime import date
from typing import NamedTuple

from borgerplan_desktop.casework.course.course import milestone, set_milestone
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.admission import AdmissionKind, AdmissionStep
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import MilestoneKind, Stay
from borgerplan_desktop.model.papers import Delivery, Document, DocumentKind

ADMITTED, DECIDED, NOTIFIED = N_("Edit the admission"), N_("Set the day of the decision"), N_("Notify the municipality")
NOTICE_LAW = "§ 110, stk. 6, i lov om social service"    # the shelter must tell; no consent is needed


class StepSeen(NamedTuple):
    """A step of the admission, and what is written of it."""

    kind: AdmissionKind
    row: AdmissionStep | None


def steps(case: Case, stay: Stay) -> list[StepSeen]:
    """Every step, in the order of the recommendations."""
    there = {row.kind: row for row in case.of(AdmissionStep, AdmissionStep.stay_id, stay.id)}
    return [StepSeen(kind, there.get(kind)) for kind in AdmissionKind]


def begin_step(opened: OpenCase, stay: Stay, kind: AdmissionKind) -> AdmissionStep:
    """A place to write about the step, whether or not it is done."""
    found = dict(steps(opened.case, stay))[kind]
    if found is not None:
        return found
    with opened.action(ADMITTED):
        return opened.case.add(AdmissionStep(stay_id=stay.id, kind=kind))


def step_done(opened: OpenCase, stay: Stay, kind: AdmissionKind, on: date | None) -> AdmissionStep:
    """The step was done that day; None = not done after all. The admission talk is the course's milestone too.

    Raises Refused for a day to come.
    """
    _not_ahead(opened, on, kind.value)
    with opened.action(ADMITTED):
        row = begin_step(opened, stay, kind)
        before, row.done_on = row.done_on, on
        if kind is AdmissionKind.TALK:
            _talk_held(opened, before, on)
        return row


def step_done_on(opened: OpenCase, row: AdmissionStep, on: date | None) -> None:
    """The step that has a line was done that day. Raises Refused for a day to come."""
    stay = opened.case.get(Stay, row.stay_id)
    if stay is not None:
        step_done(opened, stay, row.kind, on)


def _talk_held(opened: OpenCase, before: date | None, on: date | None) -> None:
    """The milestone follows; a day that somebody set by hand stands."""
    reached = (found := milestone(opened.case, MilestoneKind.INTAKE_TALK)) and found.done_on
    if reached != on and reached in (None, before):
        set_milestone(opened, MilestoneKind.INTAKE_TALK, on)


# ------------------------------------------------------------------------------------------------------ the decision
def admitted_on(opened: OpenCase, stay: Stay, on: date | None) -> None:
    """They moved in that day. Raises Refused for a day to come, or after they left."""
    _not_ahead(opened, on, "admitted_on")
    if on is not None and stay.left_on is not None and on > stay.left_on:
        raise Refused(_("That is after they left. Check the days."), "admitted_on")
    with opened.action(ADMITTED):
        stay.admitted_on = on


def decided_on(opened: OpenCase, stay: Stay, on: date | None) -> None:
    """The admission was decided that day: the notice clock starts. Raises Refused for a day to come, or after the
    municipality was told of it.
    """
    _not_ahead(opened, on, "decided_on")
    if on is not None and stay.notified_on is not None and stay.notified_on < on:
        raise Refused(_("The municipality was told before that day. Check the days."), "decided_on")
    with opened.action(DECIDED):
        stay.decided_on = on


# ------------------------------------------------------------------------------------------------------ the notice
def notified(opened: OpenCase, stay: Stay, to: str, on: date | None = None) -> None:
    """The municipality was told of the admission; whom it went to stays on record. `on` None = today.

    Raises Refused when nobody is named, for a day to come, or before the decision.
    """
    to = " ".join(to.split())
    if not to:
        raise Refused(_("Write whom the notice went to."), "notified_to")
    day = on or opened.today()
    _check_notified(opened, stay, day)
    with opened.action(NOTIFIED):
        _take_back(opened, stay)
        stay.notified_on, stay.notified_to = day, to
        letter = newest_notice(opened.case, stay)
        opened.case.add(Delivery(given_on=day, to_name=to, what=_("Notice of admission"), override_law=NOTICE_LAW,
                                 document_id=letter.id if letter is not None else None))


def notified_on(opened: OpenCase, stay: Stay, on: date | None) -> None:
    """It was sent that day; None = not sent after all. Raises Refused as `notified`."""
    if on is not None and stay.notified_on is None:
        notified(opened, stay, stay.notified_to, on)
        return
    _check_notified(opened, stay, on)
    with opened.action(NOTIFIED):
        if on is None:
            _take_back(opened, stay)
        for each in _deliveries(opened.case, stay):
            each.given_on = on or each.given_on
        stay.notified_on = on


def newest_notice(case: Case, stay: Stay) -> Document | None:
    """The letter as it was printed or saved last, if that was for this stay."""
    begun = stay.decided_on or stay.admitted_on
    return next((each for each in reversed(case.all(Document)) if each.kind is DocumentKind.NOTICE
                 and (begun is None or each.made_at.date() >= begun)), None)


def _take_back(opened: OpenCase, stay: Stay) -> None:
    for each in _deliveries(opened.case, stay):
        opened.case.remove(each)


def _deliveries(case: Case, stay: Stay) -> list[Delivery]:
    return [each for each in case.all(Delivery) if each.override_law == NOTICE_LAW
            and each.given_on == stay.notified_on and each.to_name == stay.notified_to]


def _check_notified(opened: OpenCase, stay: Stay, on: date | None) -> None:
    _not_ahead(opened, on, "notified_on")
    if on is not None and stay.decided_on is not None and on < stay.decided_on:
        raise Refused(_("That is before the decision. Check the days."), "notified_on")


def _not_ahead(opened: OpenCase, on: date | None, field: str) -> None:
    if on is not None and on > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), field)
