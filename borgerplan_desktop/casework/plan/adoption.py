"""The plan as a whole: adopt it, look at what was adopted, put it on paper, and see what it still lacks."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from borgerplan_desktop.casework.course.course import reach_today
from borgerplan_desktop.casework.course.kept_maps import keep_adopted
from borgerplan_desktop.casework.frozen_plan import MAY_SAY_NOTHING, PLAN_ROWS, SAID, says_nothing
from borgerplan_desktop.casework.open_case import Conflict, OpenCase, Overtaken
from borgerplan_desktop.casework.plan.approvals import Approval, note_approvals
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import is_given
from borgerplan_desktop.model.course import MilestoneKind
from borgerplan_desktop.model.expectation import not_agreed
from borgerplan_desktop.model.follow_up import days_left, decided
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.meeting import Meeting, anybody_came
from borgerplan_desktop.model.papers import Document, DocumentKind, MadeHow
from borgerplan_desktop.model.plan import (
    Agreement,
    AgreementStatus,
    FollowUpDay,
    Goal,
    Intervention,
    Plan,
    PlanVersion,
    ReviewOutcome,
    adopted_now,
    current_plan,
)
from borgerplan_desktop.model.row import Row, fields_of, names_of
from borgerplan_desktop.model.text import shortened

TRIES = 5                                                # to adopt while others write
SHORT = 60                                               # characters of a title in a hint


# ---------------------------------------------------------------------------------------------------- adopting it
def adopt_plan(opened: OpenCase, meeting: Meeting | None = None, said: Sequence[Approval] = (),
               seen: int | None = None) -> PlanVersion:
    """Adopt the plan as it is now: the next version, frozen whole as case file and PDF in the same transaction.

    Made of what the store holds at that moment, of the case and of the shelter's register. What is `said` and signed
    now is frozen with it and stands on its paper; what comes later is noted beside it. The draft goes on from it; the
    adoption and what came before cannot be undone. `seen` is the number of the newest version that whoever adopts knows
    of, 0 = none. Raises Conflict when others write all the time, StoreTrouble, and Refused for a signature in which
    nothing is written, and when a newer version has been adopted than was seen.
    """
    for _try in range(TRIES):
        opened.catch_up()                                # what colleagues wrote is part of what is adopted
        newest = current_plan(opened.case).adopted
        if seen is not None and newest is not None and newest.number > seen:
            raise Refused(_("Version {number} has just been adopted somewhere else. Adopt once more only if this is to "
                            "be a version of its own.").format(number=newest.number))
        with suppress(Overtaken):
            return _freeze(opened, meeting, said)
    raise Conflict


def _freeze(opened: OpenCase, meeting: Meeting | None, said: Sequence[Approval]) -> PlanVersion:
    """Adopt what the case and the register say now. Raises Overtaken when they say more by the time it is stored."""
    from borgerplan_desktop.documents.case_file import FORMAT, write_case
    from borgerplan_desktop.documents.plan import plan_pdf as draw

    case, today = opened.case, opened.today()
    plan = current_plan(case)
    number = plan.adopted.number + 1 if plan.adopted else 1
    with opened.action(N_("Adopt the plan"), undoable=False, frozen=True):
        version = case.add(PlanVersion(
            plan_id=plan.id, number=number, adopted_on=today, adopted_by=opened.who, format=FORMAT,
            meeting_id=meeting.id if meeting else None))
        reach_today(opened, MilestoneKind.PLAN_ADOPTED)
        for each in not_agreed(case):                    # what we expect of each other is agreed with the plan
            each.agreed_on = today
        keep_adopted(opened)
        drawn = note_approvals(opened, version, said)
        version.case_digest = opened.keep(write_case(case))
        version.pdf_digest = opened.keep(draw(case, today=today, version=version, signatures=drawn))
        case.add(Document(made_at=opened.now(), kind=DocumentKind.PLAN, made_how=MadeHow.ADOPTED, made_by=opened.who,
                          version=number, digest=version.pdf_digest, meeting_id=version.meeting_id))
    opened.forget_undo()
    return version


def changed_since(opened: OpenCase, version: PlanVersion) -> bool:
    """Whether the draft says something else than the adopted version; what was changed and changed back is the same."""
    frozen = opened.frozen.said(version.case_digest, opened.kept)
    for kind in PLAN_ROWS:
        now, then = opened.case.all(kind), frozen.get(kind.__tablename__, {})
        if kind in MAY_SAY_NOTHING:                      # the paper leaves those rows out
            now = [row for row in now if not says_nothing(kind, partial(getattr, row))]
            then = {id: row for id, row in then.items() if not says_nothing(kind, row.get)}
        elif kind is FollowUpDay:                        # that it was followed up is no other plan
            now = [row for row in now if row.id in then or getattr(row, FollowUpDay.done_on.key) is None]
        if frozen and len(now) != len(then):
            return True
        newest = version.rev if frozen else version.rev + 1
        if any(row.rev >= newest and (row.id not in then or _differs(row, then[row.id], version)) for row in now):
            return True
    return False


def _differs(row: Row, then: Mapping[str, Any], version: PlanVersion) -> bool:
    """Whether the row says something else than the frozen one. What was stored with the version itself may have come
    from a case file: whom it names of the shelter's register has another id there.
    """
    from borgerplan_desktop.documents.case_file import says_the_same

    kind = type(row)
    said = SAID.get(kind, frozenset(fields_of(kind)))
    return not says_the_same(row, dict(then), said if row.rev > version.rev else said - frozenset(names_of(kind)))


def adopted_pdf(opened: OpenCase, version: PlanVersion) -> bytes:
    """The paper as it was adopted. Raises LookupError when it is not kept."""
    return _kept(opened, version.pdf_digest)


def _kept(opened: OpenCase, digest: str) -> bytes:
    content = opened.kept(digest)
    if content is None:
        raise LookupError(f"nothing is kept under {digest!r}")
    return content


def valid_version(opened: OpenCase) -> PlanVersion | None:
    """The version adopted in this course, as long as the draft says nothing else."""
    adopted = adopted_now(opened.case)
    return adopted if adopted is not None and not changed_since(opened, adopted) else None


# ------------------------------------------------------------------------------------------------------- what it lacks
@dataclass(frozen=True)
class Hint:
    """Something a plan usually has, as a question to talk about; it never stands in the way."""

    text: str
    row: Row
    field: str = ""                                      # where it would be written


def too_little_to_adopt(case: Case, meeting: Meeting | None = None) -> list[str]:
    """What one should know before adopting, each as a sentence: own words, goals, or whoever came are not there.

    It does not stand in the way: a plan may begin small, but nobody adopts an empty one unawares.
    """
    plan, name = current_plan(case), case.the(Citizen).first_name
    found: list[str] = []
    if not _has_own_words(plan):
        found.append(_("Nothing stands there yet in the own words of {name}.").format(name=name))
    if not plan.goals:
        found.append(_("There are no goals yet."))
    if meeting is not None and not anybody_came(meeting):
        found.append(_("Nobody is noted as having come to the meeting."))
    return found


def nobodys_goals(case: Case) -> list[Goal]:
    """The open goals that nobody is responsible for; a plan is adopted with them all the same."""
    return [goal for goal in current_plan(case).goals if goal.status.open and goal.responsible is None]


def _has_own_words(plan: Plan) -> bool:
    return any(text.strip() for text in (plan.situation, plan.hopes, plan.matters_now))


def what_is_missing(case: Case) -> list[Hint]:
    """What a good plan says and this one does not yet.

    An authority action plan states the help offered, its purpose and how long it lasts, and matters such as housing
    and work (lov om social service § 141).
    """
    plan, name = current_plan(case), case.the(Citizen).first_name
    goals = [goal for goal in plan.goals if goal.status.open]
    found: list[Hint] = []
    if not _has_own_words(plan):
        found.append(Hint(_("What would {name} like us to know?").format(name=name), plan, "situation"))
    if not plan.goals:
        found.append(Hint(_("No goals yet. What would {name} like to achieve?").format(name=name), plan))
    for number, goal in enumerate(plan.goals, 1):
        if goal.status.open:
            found += _about_goal(goal, number)
    given = [each for goal in goals for each in goal.interventions if not _is_ended(each)]
    if goals and not given:
        found.append(Hint(_("Which help is offered?"), goals[0], "interventions"))
    for areas, question in (((LifeArea.HOUSING,), _("Is there anything about housing?")),
                            ((LifeArea.WORK,), _("Is there anything about education and work?")),
                            ((LifeArea.HEALTH, LifeArea.SUBSTANCES, LifeArea.WELLBEING),
                             _("Is there anything about health or treatment?"))):
        if plan.goals and not any(goal.area in areas for goal in plan.goals):
            found.append(Hint(question, plan))
    for help_ in (each for goal in goals for each in goal.interventions):
        for review in help_.reviews[-1:]:
            if review.outcome is not ReviewOutcome.CONTINUED and not review.why.strip():
                found.append(Hint(_("Why was »{name}« changed or ended?").format(name=shortened(help_.name, SHORT)),
                                  help_, "reviews"))
    found += _about_agreements(case)
    if plan.goals and not days_left(plan):
        found.append(Hint(_("When do we follow up on the plan?"), plan, "follow_up_on"))
    return found


def _about_agreements(case: Case) -> list[Hint]:
    """Others may read an agreement by what it is about; one that says nothing of it is read by all who may have the
    plan, so it is asked as soon as there is a consent.
    """
    if not is_given(case):
        return []
    return [Hint(_("What is »{words}« about?").format(words=shortened(each.text, SHORT)), each, Agreement.area.key)
            for each in case.all(Agreement)
            if each.status is AgreementStatus.OPEN and each.text.strip() and each.goal_id is None and each.area is None]


def _is_ended(help_: Intervention) -> bool:
    made = decided(help_)
    return made is not None and made.outcome is ReviewOutcome.ENDED


def _about_goal(goal: Goal, number: int) -> list[Hint]:
    title = shortened(goal.title, SHORT) or str(number)
    found = []
    if not goal.title.strip():
        found.append(Hint(_("Goal {number} has no words yet.").format(number=number), goal, "title"))
    if goal.responsible_id is None:
        found.append(Hint(_("Who is responsible for »{title}«?").format(title=title), goal, "responsible_id"))
    if goal.deadline is None and goal.follow_up_on is None:
        found.append(Hint(_("When do we look at »{title}« again?").format(title=title), goal, "follow_up_on"))
    if not goal.progress[1]:
        found.append(Hint(_("What is the first, small step towards »{title}«?").format(title=title), goal, "steps"))
    for help_ in goal.interventions:
        name = shortened(help_.name, SHORT)
        if not help_.purpose.strip():
            found.append(Hint(_("What is »{name}« for?").format(name=name), help_, "purpose"))
        if help_.from_on is None and help_.until_on is None and not help_.period.strip():
            found.append(Hint(_("How long does »{name}« last?").format(name=name), help_, "until_on"))
    return found
