"""The further pages of the plan and what its menu asks, as data: what each is called, and how it is made."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.further_page import FurtherPage
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.plan import Goal


@dataclass(frozen=True)
class Further:
    """One page. `key` is the place's word, `desk.go.emit("plan", key)`; `name` is what the plan's menu calls it; `keys`
    open it while the plan is seen.
    """

    key: str
    name: str                                            # a msgid
    icon: str
    make: Callable[[Desk, QWidget], FurtherPage]
    keys: str = ""


def _tasks(desk: Desk, parent: QWidget) -> FurtherPage:
    from borgerplan_desktop.gui.plan.tasks_page import TasksPage
    return TasksPage(desk, parent)


def _follow_up(desk: Desk, parent: QWidget) -> FurtherPage:
    from borgerplan_desktop.gui.plan.follow_up_page import FollowUpPage
    return FollowUpPage(desk, parent)


def _notes(desk: Desk, parent: QWidget) -> FurtherPage:
    from borgerplan_desktop.gui.plan.notes_page import NotesPage
    return NotesPage(desk, parent)


def _ratings(desk: Desk, parent: QWidget) -> FurtherPage:
    from borgerplan_desktop.gui.plan.ratings_page import RatingsPage
    return RatingsPage(desk, parent)


def _earlier(desk: Desk, parent: QWidget) -> FurtherPage:
    from borgerplan_desktop.gui.earlier.earlier_page import EarlierPage
    return EarlierPage(desk, parent)


def _health(desk: Desk, parent: QWidget) -> FurtherPage:
    from borgerplan_desktop.gui.plan.health_page import HealthPage
    return HealthPage(desk, parent)


def _compare(desk: Desk, parent: QWidget) -> FurtherPage:
    from borgerplan_desktop.gui.plan.compare_page import ComparePage
    return ComparePage(desk, parent)


FURTHER = (Further("tasks", N_("Who does what, when"), "people", _tasks),
           Further("follow_up", N_("Follow up on the plan"), "calendar_check", _follow_up),
           Further("notes", N_("All notes"), "note", _notes, "Ctrl+J"),
           Further("ratings", N_("How it is going"), "trend", _ratings, "Ctrl+R"),
           Further("health", N_("Everyday health"), "health", _health),
           Further("earlier", N_("Earlier plans"), "history", _earlier),
           Further("compare", N_("Compare versions"), "panel", _compare))
BY_KEY = {each.key: each for each in FURTHER}


@dataclass(frozen=True)
class Asked:
    """A dialog over the plan; `name` is what the plan's menu calls it."""

    key: str
    name: str                                            # a msgid
    icon: str
    make: Callable[[Desk, QWidget, Callable[[Goal | None], None]], CaseDialog]      # what opens a goal of the plan


def _from_template(desk: Desk, parent: QWidget, go_to: Callable[[Goal | None], None]) -> CaseDialog:
    from borgerplan_desktop.gui.templates.begin_from import BeginFromTemplate
    dialog = BeginFromTemplate(desk, parent)
    dialog.taken.connect(go_to)
    return dialog


def _make_template(desk: Desk, parent: QWidget, _go_to: Callable[[Goal | None], None]) -> CaseDialog:
    from borgerplan_desktop.gui.templates.make_template_dialog import MakeTemplate
    return MakeTemplate(desk, parent)


ASKED = (Asked("from_template", N_("Take goals from a template …"), "flag", _from_template),
         Asked("make_template", N_("Make it a template …"), "note", _make_template))
ASKED_BY_KEY = {each.key: each for each in ASKED}
