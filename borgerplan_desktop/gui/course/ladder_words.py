"""How the help has moved on the ladder, in sentences: never up or down, but how much of a life it takes up."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.ladder import lacks_decision, needs_decision
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.plan import LadderPosition


def moved(before: LadderStep | None, step: LadderStep) -> str:
    """What the move from one step to the next means; "" = no move."""
    if before is None or before is step:
        return ""
    if step.number < before.number:
        return _("help that takes up less of a life")
    return _("needs more help for a time")


def name_of(position: LadderPosition) -> str:
    """"Trin 5 · herberg"; without a help, the step's own name."""
    step = position.step
    return f"{_('Step {n}').format(n=step.number)} · {position.help.strip() or _(step.label)}"


def told(position: LadderPosition, before: LadderPosition | None, today: date) -> str:
    """Since when, how it moved, and who decided."""
    parts = [_("From {date}").format(date=day(position.since, today)),
             moved(before.step if before is not None else None, position.step)]
    if lacks_decision(position):
        parts.append(_("Who decided?"))
    elif needs_decision(position.step):
        on = f", {day(position.decided_on, today)}" if position.decided_on else ""
        parts.append(_("Decided by {who}").format(who=position.decided_by.strip()) + on)
    return " · ".join(part for part in parts if part)


def movement(positions: Sequence[LadderPosition], aim: LadderStep | None, today: date) -> str:
    """The whole way as the chart shows it."""
    sentences = [_("From {date}: step {n}.").format(date=day(each.since, today), n=each.step.number)
                 for each in positions]
    if aim is not None:
        sentences.append(_("The aim is step {n}.").format(n=aim.number))
    return " ".join(sentences)
