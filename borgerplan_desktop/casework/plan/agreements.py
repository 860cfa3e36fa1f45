"""Agreements: what, who, when. Meetings produce them, the plan lists them, a task is one too."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.plan import Agreement, AgreementStatus, Goal


def add_agreement(opened: OpenCase, text: str, who: NetworkMember | None = None, due_on: date | None = None,
                  when: str = "", goal: Goal | None = None, meeting: Meeting | None = None) -> Agreement:
    """An agreement made today; `when` in words where no date fits ("hver tirsdag")."""
    with opened.action(N_("Add agreement")):
        others = opened.case.all(Agreement)
        agreement = opened.case.add(Agreement(
            text=text.strip(), responsible_id=who.id if who else None, due_on=due_on, when=when.strip(),
            made_on=opened.today(), goal_id=goal.id if goal else None, meeting_id=meeting.id if meeting else None))
        place(agreement, others, len(others))
    return agreement


def tick_agreement(opened: OpenCase, agreement: Agreement, done: bool = True) -> None:
    """It was done today, by whoever is responsible unless somebody says otherwise; or was not done after all."""
    if agreement.done == done:
        return
    with opened.action(N_("Tick agreement") if done else N_("Untick agreement")):
        agreement.status = AgreementStatus.DONE if done else AgreementStatus.OPEN
        agreement.done_on = opened.today() if done else None
        agreement.done_by_id = agreement.responsible_id if done else None


def drop_agreement(opened: OpenCase, agreement: Agreement) -> None:
    """It is no longer relevant; it stays in the list of what was agreed."""
    with opened.action(N_("Drop agreement")):
        agreement.status, agreement.done_on, agreement.done_by_id = AgreementStatus.DROPPED, None, None


def take_up_agreement(opened: OpenCase, agreement: Agreement) -> None:
    """It is relevant again."""
    with opened.action(N_("Take up agreement again")):
        agreement.status, agreement.done_on, agreement.done_by_id = AgreementStatus.OPEN, None, None


def agree_goal(opened: OpenCase, agreement: Agreement, goal: Goal | None) -> None:
    """Which goal it serves; None = the cooperation as a whole: it is still about what its goal was about, and who may
    be told of it goes by that.
    """
    with opened.action(N_("Choose goal")):
        if goal is None and (was := agreement.goal) is not None:
            agreement.area = was.area or agreement.area
        agreement.goal_id = goal.id if goal else None


def move_agreement(opened: OpenCase, agreement: Agreement, index: int) -> None:
    others = opened.case.all(Agreement)
    if others.index(agreement) == max(0, min(index, len(others) - 1)):
        return
    with opened.action(N_("Move agreement")):
        place(agreement, others, index)


def delete_agreement(opened: OpenCase, agreement: Agreement) -> None:
    with opened.action(N_("Delete agreement")):
        opened.case.remove(agreement)
