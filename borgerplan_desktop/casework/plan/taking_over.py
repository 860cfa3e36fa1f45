"""A passage of an earlier plan becomes a part of the one plan, and each keeps where it came from."""
from __future__ import annotations

import re
from collections.abc import Callable

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.plan.goals import add_goal, add_intervention, add_step
from borgerplan_desktop.casework.plan.notes import write_note
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanOutcome, Passage, PassageUse
from borgerplan_desktop.model.plan import Goal, Plan, current_plan
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.settled import Span, passages, sentences, stands, text_of, trimmed

OWN_WORDS = tuple(column.key for column in (Plan.hopes, Plan.strengths, Plan.matters_now, Plan.situation,
                                            Plan.help_wanted, Plan.can_do_myself))
NEEDS_GOAL = (PassageUse.STEP, PassageUse.INTERVENTION)
_LINE = 160                                              # characters a title may have before it is cut at a sentence
_MARK = re.compile(r"^(?:[•▪■●○*·–—-]|\(?\d{1,2}[.)]|\[[ xX]?\])\s+")
_LABEL = re.compile(r"^(?:(?:del)?mål|skridt|indsats|hjælp|støtte|aftaler?|goal|step|help|agreement)\s*(?:\d+\s*)?:\s*",
                    re.IGNORECASE)
_NAMES = {PassageUse.GOAL: N_("Took over as a goal"), PassageUse.STEP: N_("Took over as a step"),
          PassageUse.INTERVENTION: N_("Took over as help"), PassageUse.AGREEMENT: N_("Took over as an agreement"),
          PassageUse.OWN_WORDS: N_("Took over as own words"), PassageUse.NOTE: N_("Took over as a note"),
          PassageUse.LEFT_OUT: N_("Left out of the plan")}


def take_over(opened: OpenCase, plan: EarlierPlan, span: Span, use: PassageUse, goal: Goal | None = None,
              field: str = "") -> Passage:
    """The marked part of its text becomes this: of the goal, or of the field of own words, where one is needed.

    Raises Refused when nothing is marked, a goal is needed, or the plan is settled already; Conflict when somebody else
    has just taken some of it over.
    """
    span = trimmed(text_of(plan), span)
    said = text_of(plan)[slice(*span)]
    before = {each.id for each in passages(plan)}

    def still() -> bool:
        _see_that_it_is_open(plan)
        return text_of(plan)[slice(*span)] == said and not any(
            each.id not in before and each.start < span[1] and span[0] < each.end for each in passages(plan))

    _see_that_it_is_open(plan)
    if not said:
        raise Refused(_("Mark some of the text first."))
    if use in NEEDS_GOAL and goal is None:
        raise Refused(_("Choose which goal it belongs to. If there is none yet, make the goal first."))
    with opened.action(_NAMES[use], still=still):
        for each in passages(plan):                      # what it became is gone: this takes its place
            if not stands(each) and span[0] <= each.start and each.end <= span[1]:
                opened.case.remove(each)
        made = _MAKE[use](opened, plan, said, goal, field) if use in _MAKE else None
        return opened.case.add(Passage(start=span[0], end=span[1], plan_id=plan.id, use=use,
                                       row_id=made.id if made is not None else "",
                                       field=field if use is PassageUse.OWN_WORDS else ""))


def _see_that_it_is_open(plan: EarlierPlan) -> None:
    if plan.outcome is not EarlierPlanOutcome.OPEN:
        raise Refused(_("This plan is settled. Take it up again first."))


def let_go(opened: OpenCase, passage: Passage) -> None:
    """The passage is not settled any more; what was made of it stays in the plan."""
    with opened.action(N_("A passage is not settled any more")):
        opened.case.remove(passage)


# ------------------------------------------------------------------------------------------------------------ the parts
def _goal(opened: OpenCase, plan: EarlierPlan, said: str, _goal: Goal | None, _field: str) -> Row:
    title, rest = parted(said)
    goal = add_goal(opened, title)
    goal.why, goal.source_id = rest, plan.id
    return goal


def _step(opened: OpenCase, plan: EarlierPlan, said: str, goal: Goal | None, _field: str) -> Row:
    assert goal is not None
    step = add_step(opened, goal, whole(said))
    step.source_id = plan.id
    return step


def _help(opened: OpenCase, plan: EarlierPlan, said: str, goal: Goal | None, _field: str) -> Row:
    assert goal is not None
    name, rest = parted(said)
    help_ = add_intervention(opened, goal, name)
    help_.purpose, help_.source_id = rest, plan.id
    return help_


def _agreement(opened: OpenCase, plan: EarlierPlan, said: str, goal: Goal | None, _field: str) -> Row:
    agreement = add_agreement(opened, whole(said), goal=goal)
    agreement.source_id = plan.id
    return agreement


def _own_words(opened: OpenCase, _plan: EarlierPlan, said: str, _goal: Goal | None, field: str) -> Row:
    if field not in OWN_WORDS:
        raise Refused(_("Choose which of the own words it belongs to."))
    plan = current_plan(opened.case)
    before = str(getattr(plan, field)).rstrip()
    setattr(plan, field, f"{before}\n{said}" if before else said)
    return plan


def _note(opened: OpenCase, plan: EarlierPlan, said: str, goal: Goal | None, _field: str) -> Row:
    about_on = plan.dated_on if plan.dated_on is not None and plan.dated_on <= opened.today() else None
    return write_note(opened, [goal] if goal is not None else [], said,
                      plan.from_whom.strip() or plan.title.strip() or _(plan.kind.label), about_on)


_Make = Callable[[OpenCase, EarlierPlan, str, Goal | None, str], Row]
_MAKE: dict[PassageUse, _Make] = {
    PassageUse.GOAL: _goal, PassageUse.STEP: _step, PassageUse.INTERVENTION: _help,
    PassageUse.AGREEMENT: _agreement, PassageUse.OWN_WORDS: _own_words, PassageUse.NOTE: _note}


def whole(said: str) -> str:
    """All of it on one line, without the sign of a list and without the word for what it becomes ("Mål:")."""
    line = " ".join(said.split())
    bare = _LABEL.sub("", _MARK.sub("", line))
    return bare[:1].upper() + bare[1:] if bare else line


def parted(said: str) -> tuple[str, str]:
    """What stands above, and the rest: a long passage is parted after its first sentence or line. Nothing is lost."""
    if len(said) <= _LINE and "\n" not in said:
        return whole(said).removesuffix("."), ""
    parts = sentences(said)
    if len(parts) < 2:
        return whole(said), ""
    first = slice(parts[0][0], parts[0][1])
    return whole(said[first]).removesuffix("."), said[parts[1][0]:].strip()
