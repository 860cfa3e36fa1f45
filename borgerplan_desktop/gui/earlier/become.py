"""What a passage can become: the words, the letters, and the menu of all of it."""
from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QMenu, QWidget

from borgerplan_desktop.casework.plan.taking_over import NEEDS_GOAL, OWN_WORDS
from borgerplan_desktop.gui.showing.goal_summary import title_of
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.papers import PassageUse
from borgerplan_desktop.model.plan import Goal, current_plan
from borgerplan_desktop.model.text import shortened

WORDS = {PassageUse.GOAL: N_("Goal"), PassageUse.STEP: N_("Step"), PassageUse.INTERVENTION: N_("Help"),
         PassageUse.AGREEMENT: N_("Agreement"), PassageUse.OWN_WORDS: N_("Own words"), PassageUse.NOTE: N_("Note"),
         PassageUse.LEFT_OUT: N_("Leave out")}
FIELDS = dict(zip(OWN_WORDS, (N_("Hopes and dreams"), N_("Strengths"), N_("What matters most now"), N_("Situation"),
                              N_("What I would like help with"), N_("What I can do myself")), strict=True))
_SHORT = 40


class Become(NamedTuple):
    """A goal it becomes a part of, a field it is written into, or neither."""

    use: PassageUse
    goal_id: str = ""
    field: str = ""


def letter(use: PassageUse) -> str:
    """The key for it: its word's first letter, in whatever language."""
    return _(WORDS[use])[:1].upper()


def use_of(pressed: str) -> PassageUse | None:
    return next((use for use in WORDS if letter(use) == pressed), None)


def open_goals(case: Case) -> list[Goal]:
    return [goal for goal in current_plan(case).goals if goal.status.open]


def menu_of(case: Case, parent: QWidget) -> QMenu:
    """Everything it can become."""
    menu = QMenu(_("Becomes …"), parent)
    _add(menu, _(WORDS[PassageUse.GOAL]), Become(PassageUse.GOAL))
    for number, goal in enumerate(open_goals(case), 1):
        part = menu.addMenu(f"&{number} " + shortened(title_of(goal), _SHORT).replace("&", "&&"))
        for use in (PassageUse.STEP, PassageUse.INTERVENTION, PassageUse.AGREEMENT, PassageUse.NOTE):
            _add(part, _(WORDS[use]), Become(use, goal.id))
    _fill_fields(menu.addMenu("&" + _(WORDS[PassageUse.OWN_WORDS])))
    for use in (PassageUse.AGREEMENT, PassageUse.NOTE, PassageUse.LEFT_OUT):
        _add(menu, _(WORDS[use]), Become(use))
    return menu


def choices(case: Case, use: PassageUse, parent: QWidget) -> QMenu | None:
    """What must be chosen first: which goal, or which own words; None = nothing."""
    menu = QMenu(_(WORDS[use]), parent)
    if use is PassageUse.OWN_WORDS:
        _fill_fields(menu)
    elif use in NEEDS_GOAL and len(goals := open_goals(case)) > 1:
        for number, goal in enumerate(goals, 1):
            _add(menu, f"{number} {shortened(title_of(goal), _SHORT)}", Become(use, goal.id))
    if menu.isEmpty():
        menu.deleteLater()
        return None
    menu.setActiveAction(menu.actions()[0])
    return menu


def _fill_fields(menu: QMenu) -> None:
    for field, name in FIELDS.items():
        _add(menu, _(name), Become(PassageUse.OWN_WORDS, field=field))


def _add(menu: QMenu, text: str, become: Become) -> None:
    menu.addAction("&" + text.replace("&", "&&")).setData(become)
