"""The plans that the one plan replaces: taken in with their source, until everything lives in the plan."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date

from borgerplan_desktop.casework.access import Reading
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused, one_line, too_long
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanKind, EarlierPlanOutcome
from borgerplan_desktop.model.row import LONG
from borgerplan_desktop.model.settled import passages, percent
from borgerplan_desktop.store.audit import Did


def take_in(opened: OpenCase, kind: EarlierPlanKind, title: str, from_whom: str, dated_on: date | None,
            text: str, file: tuple[str, bytes] | None = None) -> EarlierPlan:
    """Take in the text of an earlier plan, and with it the file it came from (name, bytes), kept as it is.

    Raises Refused when there is no text, or too much.
    """
    if not text.strip():
        raise Refused(_("Paste or type the text of the plan."), "words")
    if len(text) > LONG:
        raise Refused(too_long(LONG), "words")
    with opened.action(N_("Took in an earlier plan")):
        plan = opened.case.add(EarlierPlan(kind=kind, title=title.strip(), from_whom=from_whom.strip(),
                                           dated_on=dated_on, text=text))
        if file is not None:
            plan.file_name, content = file
            plan.file_digest = opened.keep(content)
    return plan


def remove(opened: OpenCase, plan: EarlierPlan) -> None:
    """Everything in it lives in the plan now (or it was the wrong one)."""
    with opened.action(N_("Removed an earlier plan")):
        opened.case.remove(plan)


def own_file(opened: OpenCase, plan: EarlierPlan) -> bytes | None:
    """The file it was read from, as it was; None = it was pasted."""
    return opened.kept(plan.file_digest) if plan.file_digest else None


def give_own_file(opened: OpenCase, plan: EarlierPlan, put: Callable[[bytes], object]) -> None:
    """`put` gets the file as it was, and when it has it, that is on record. Raises what `put` raises, NotForYou."""
    content = own_file(opened, plan)
    if content is not None:
        opened.ask(Reading.FILE)
        put(content)
        opened.record(Did.EXPORTED, N_("Saved the file of an earlier plan"))


# -------------------------------------------------------------------------------------------------- what becomes of it
def replace(opened: OpenCase, plan: EarlierPlan) -> None:
    """The one plan holds what matters of it: it is not worked by any more."""
    with opened.action(N_("An earlier plan was replaced")):
        plan.outcome, plan.settled_on, plan.kept_because = EarlierPlanOutcome.REPLACED, opened.today(), ""


def keep_beside(opened: OpenCase, plan: EarlierPlan, because: str) -> None:
    """It still holds beside the one plan, which refers to it. Raises Refused when no law or reason is given."""
    reason = one_line(because, "because")
    if not reason:
        raise Refused(_("Write which law or decision it still holds by."), "because")
    with opened.action(N_("An earlier plan still holds")):
        plan.outcome, plan.settled_on, plan.kept_because = EarlierPlanOutcome.KEPT, opened.today(), reason


def take_up_again(opened: OpenCase, plan: EarlierPlan) -> None:
    """It is being taken over after all."""
    with opened.action(N_("An earlier plan is taken over again")):
        plan.outcome, plan.settled_on, plan.kept_because = EarlierPlanOutcome.OPEN, None, ""


def may_be_corrected(plan: EarlierPlan) -> bool:
    """Whether its text may still be changed: passages count its characters, and a settled plan stands as it was."""
    return plan.outcome is EarlierPlanOutcome.OPEN and not passages(plan)


# ------------------------------------------------------------------------------------------------------- how it is said
def named(plan: EarlierPlan, today: date | None = None) -> str:
    """"Behandlingsplan, 3. september"."""
    name = plan.title.strip() or _(plan.kind.label)
    return f"{name}, {day(plan.dated_on, today)}" if plan.dated_on is not None else name


def state(plan: EarlierPlan, today: date | None = None) -> str:
    """How far it is: "35 % settled", "Replaced 3 September", "Still holds: …"."""
    if plan.outcome is EarlierPlanOutcome.REPLACED:
        return _("Replaced {date}").format(date=day(plan.settled_on, today)) if plan.settled_on else _("Replaced")
    if plan.outcome is EarlierPlanOutcome.KEPT:
        return _("Still holds: {reason}").format(reason=plan.kept_because)
    return _("{n} % settled").format(n=percent(plan))


def by_date(case: Case) -> list[EarlierPlan]:
    """The earlier plans, newest first; those without a date last."""
    return sorted(case.all(EarlierPlan), key=lambda each: (each.dated_on is None, -(each.dated_on or date.min)
                                                           .toordinal()))
