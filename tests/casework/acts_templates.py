"""A plan that takes goals from a template of the shelter's."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.from_template import begin_from, offered
from borgerplan_desktop.casework.plan.templates import add_examples, templates


def from_template(opened: OpenCase, a: int, b: int) -> None:
    if opened.shelter is None:
        return
    if not templates(opened.shelter.case):
        add_examples(opened.shelter)
    found = templates(opened.shelter.case)
    if found:
        goals = [each.goal for each in offered(opened, found[a % len(found)])]
        begin_from(opened, found[a % len(found)], goals[b % max(1, len(goals)):][:2])


ACTS = {"from a template": from_template}
