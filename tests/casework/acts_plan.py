"""What a person may do in the plan, for the random sequences: `ACTS[name](opened, a, b)` with two small numbers."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TypeVar

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import adoption, agreements, goals, notes
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.notes import Note, RatedBy, RatingAnswer
from borgerplan_desktop.model.plan import Agreement, Goal, GoalStatus, Intervention, Plan, Step

T = TypeVar("T")


def _pick(rows: Sequence[T], n: int) -> T | None:
    return rows[n % len(rows)] if rows else None


def _goal(opened: OpenCase, n: int) -> Goal:
    return _pick(opened.case.all(Goal), n) or goals.add_goal(opened, f"mål {n}")


def _step(opened: OpenCase, n: int) -> Step:
    return _pick(opened.case.all(Step), n) or goals.add_step(opened, _goal(opened, n), f"skridt {n}")


def _help(opened: OpenCase, n: int) -> Intervention:
    return _pick(opened.case.all(Intervention), n) or goals.add_intervention(opened, _goal(opened, n), f"hjælp {n}")


def _agreement(opened: OpenCase, n: int) -> Agreement:
    return _pick(opened.case.all(Agreement), n) or agreements.add_agreement(opened, f"aftale {n}")


def _person(opened: OpenCase, n: int) -> NetworkMember | None:
    return _pick(opened.case.all(NetworkMember), n) if n % 4 else None


def own_words(opened: OpenCase, a: int, b: int) -> None:
    write(opened, opened.case.the(Plan), Plan.hopes, f"håb {a}", N_("Change own words"), typing=True)


def add_goal(opened: OpenCase, a: int, b: int) -> None:
    goals.add_goal(opened, f"mål {a}", list(LifeArea)[b % 10])


def delete_goal(opened: OpenCase, a: int, b: int) -> None:
    goals.delete_goal(opened, _goal(opened, a))


def move_goal(opened: OpenCase, a: int, b: int) -> None:
    goals.move_goal(opened, _goal(opened, a), b - 2)


def title(opened: OpenCase, a: int, b: int) -> None:
    write(opened, _goal(opened, a), Goal.title, f"ord {b}", N_("Change goal"), typing=True)


def status(opened: OpenCase, a: int, b: int) -> None:
    goals.set_status(opened, _goal(opened, a), list(GoalStatus)[b % 7])


def reach_goal(opened: OpenCase, a: int, b: int) -> None:
    goals.reach_goal(opened, _goal(opened, a))


def responsible(opened: OpenCase, a: int, b: int) -> None:
    what = (_goal, _step, _help)[a % 3](opened, a)
    person = _person(opened, b)
    write(opened, what, type(what).responsible_id, person.id if person else None, N_("Choose who is responsible"))


def area(opened: OpenCase, a: int, b: int) -> None:
    goals.set_area(opened, _goal(opened, a), list(LifeArea)[b] if b < 10 else None)


def dates(opened: OpenCase, a: int, b: int) -> None:
    day = opened.today() + timedelta(days=b) if b else None
    write(opened, _goal(opened, a), Goal.deadline, day, N_("Change deadline"))
    write(opened, _goal(opened, a), Goal.follow_up_on, day, N_("Change follow-up"))


def add_step(opened: OpenCase, a: int, b: int) -> None:
    goals.add_step(opened, _goal(opened, a), f"skridt {b}", b if b % 2 else None)


def tick_step(opened: OpenCase, a: int, b: int) -> None:
    goals.tick_step(opened, _step(opened, a), bool(b % 2))


def due(opened: OpenCase, a: int, b: int) -> None:
    day = opened.today() + timedelta(days=b) if b else None
    write(opened, _step(opened, a), Step.due_on, day, N_("Change deadline"))


def move_step(opened: OpenCase, a: int, b: int) -> None:
    goals.move_step(opened, _step(opened, a), b - 2)


def delete_step(opened: OpenCase, a: int, b: int) -> None:
    goals.delete_step(opened, _step(opened, a))


def add_help(opened: OpenCase, a: int, b: int) -> None:
    goals.add_intervention(opened, _goal(opened, a), f"hjælp {b}")


def period(opened: OpenCase, a: int, b: int) -> None:
    goals.set_period(opened, _help(opened, a), opened.today(), opened.today() + timedelta(days=b))


def ladder(opened: OpenCase, a: int, b: int) -> None:
    write(opened, _help(opened, a), Intervention.ladder_step, list(LadderStep)[b % 7], N_("Choose ladder step"))


def move_help(opened: OpenCase, a: int, b: int) -> None:
    goals.move_intervention(opened, _help(opened, a), b - 2)


def delete_help(opened: OpenCase, a: int, b: int) -> None:
    goals.delete_intervention(opened, _help(opened, a))


def add_agreement(opened: OpenCase, a: int, b: int) -> None:
    agreements.add_agreement(opened, f"aftale {a}", _person(opened, b), opened.today() if b else None, "",
                             _goal(opened, a) if b % 2 else None)


def tick_agreement(opened: OpenCase, a: int, b: int) -> None:
    agreements.tick_agreement(opened, _agreement(opened, a), bool(b % 2))


def drop_agreement(opened: OpenCase, a: int, b: int) -> None:
    act = agreements.drop_agreement if b % 2 else agreements.take_up_agreement
    act(opened, _agreement(opened, a))


def change_agreement(opened: OpenCase, a: int, b: int) -> None:
    agreement, person = _agreement(opened, a), _person(opened, b)
    write(opened, agreement, Agreement.responsible_id, person.id if person else None, N_("Choose who is responsible"))
    write(opened, agreement, Agreement.due_on, None, N_("Change deadline"))
    write(opened, agreement, Agreement.when, f"hver uge {b}", N_("Change deadline"))
    agreements.agree_goal(opened, agreement, _goal(opened, b) if b % 3 else None)


def move_agreement(opened: OpenCase, a: int, b: int) -> None:
    agreements.move_agreement(opened, _agreement(opened, a), b - 2)


def delete_agreement(opened: OpenCase, a: int, b: int) -> None:
    agreements.delete_agreement(opened, _agreement(opened, a))


def write_note(opened: OpenCase, a: int, b: int) -> None:
    notes.write_note(opened, {_goal(opened, a).id: _goal(opened, a), _goal(opened, b).id: _goal(opened, b)}.values(),
                     f"notat {a}", "Jonas" if b % 2 else "")


def add_to_note(opened: OpenCase, a: int, b: int) -> None:
    if note := _pick(opened.case.all(Note), a):
        notes.add_to_note(opened, note, f"mere {b}")


def rate(opened: OpenCase, a: int, b: int) -> None:
    answer = list(RatingAnswer)[b % 2 + 1] if b > 7 else b
    notes.rate(opened, _goal(opened, a) if a % 2 else list(LifeArea)[b % 10], list(RatedBy)[a % 2], answer)


def adopt_plan(opened: OpenCase, a: int, b: int) -> None:
    if not a:                                            # seldom: it takes a while and forgets what came before
        adoption.adopt_plan(opened)


ACTS: dict[str, Callable[[OpenCase, int, int], None]] = {f"plan: {act.__name__}": act for act in (
    own_words, add_goal, delete_goal, move_goal, title, status, reach_goal, responsible, area, dates, add_step,
    tick_step, due, move_step, delete_step, add_help, period, ladder, move_help, delete_help, add_agreement,
    tick_agreement, drop_agreement, change_agreement, move_agreement, delete_agreement, write_note, add_to_note,
    rate, adopt_plan)}
