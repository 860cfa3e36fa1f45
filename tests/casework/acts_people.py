"""The people around the citizen: join, move, tie, task, leave."""
from __future__ import annotations

from dataclasses import replace

from borgerplan_desktop.casework.course.coordination import end_coordination, make_coordinator
from borgerplan_desktop.casework.network.coming_people import coming
from borgerplan_desktop.casework.network.leaving import bring_back, has_died, remove_person, set_reach, who_left
from borgerplan_desktop.casework.network.people import (
    add_colleague,
    add_new_professional,
    add_private_person,
    add_professional,
    end_lay_representative,
    make_lay_representative,
    put_on_map,
    search_register,
    set_tie,
    take_off_map,
    tie_together,
)
from borgerplan_desktop.casework.network.somebody_else import choose_somebody_else
from borgerplan_desktop.casework.network.take_in_people import take_in_people
from borgerplan_desktop.casework.network.ties import let_flow
from borgerplan_desktop.casework.network.written_twice import make_one
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.folder import keep_folder
from borgerplan_desktop.casework.papers.reading_language import reads_best
from borgerplan_desktop.documents.reading_in.people_file import people_in
from borgerplan_desktop.model.flow import Way
from borgerplan_desktop.model.network import NetworkMember, Reach, Ring, SupportKind, TieQuality, citizen_member, people
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.shelter import Professional, Sector, StaffMember
from tests.documents.reading_in import people_files

SECTORS, RINGS, TIES = list(Sector), list(Ring), list(TieQuality)
FLOWS, WAYS = list(SupportKind), [None, *Way]


def _someone(opened: OpenCase, n: int) -> NetworkMember | None:
    everybody = people(opened.case)
    return everybody[n % len(everybody)] if everybody else None


def private(opened: OpenCase, a: int, b: int) -> None:
    add_private_person(opened, f"Sara {a}", "datter", SECTORS[b % 7], "12 34 56 78", RINGS[a % 3] if b % 2 else None)


def professional(opened: OpenCase, a: int, b: int) -> None:
    known = [row for row in search_register(opened, "") if isinstance(row, Professional)]
    if known and a % 2:
        add_professional(opened, known[b % len(known)])
    elif a > 6:
        add_new_professional(opened, f"Birgit {a}", "sagsbehandler", "Hjemløseenheden", SECTORS[b % 7])


def colleague(opened: OpenCase, a: int, b: int) -> None:
    staff = [row for row in search_register(opened, "") if isinstance(row, StaffMember)]
    if staff:
        add_colleague(opened, staff[a % len(staff)], RINGS[b % 3])


def stand(opened: OpenCase, a: int, b: int) -> None:
    if (member := _someone(opened, a)) is not None:
        put_on_map(opened, member, SECTORS[b % 7], RINGS[b % 3], (a / 10, b / -10) if a % 2 else None)


def off(opened: OpenCase, a: int, b: int) -> None:
    if (member := _someone(opened, a)) is not None:
        take_off_map(opened, member)


def feel(opened: OpenCase, a: int, b: int) -> None:
    if (member := _someone(opened, a)) is not None:
        set_tie(opened, member, TIES[b % 5])


def tie(opened: OpenCase, a: int, b: int) -> None:
    one, other = _someone(opened, a), _someone(opened, b)
    if one is not None and other is not None and one is not other:
        tie_together(opened, one, other, TIES[(a + b) % 5] if b % 3 else None)


def flow(opened: OpenCase, a: int, b: int) -> None:
    one, other = citizen_member(opened.case) if a % 3 == 0 else _someone(opened, a), _someone(opened, b)
    if one is not None and other is not None and one is not other:
        let_flow(opened, one, other, FLOWS[a % 5], WAYS[b % 4])


def reach(opened: OpenCase, a: int, b: int) -> None:
    if (member := _someone(opened, a)) is not None:
        set_reach(opened, member, Reach.OUT_OF_REACH if b % 2 else Reach.IN_REACH)


def die(opened: OpenCase, a: int, b: int) -> None:
    member, instead = _someone(opened, a), _someone(opened, b)
    if member is not None and b % 2:
        has_died(opened, member, instead if instead is not member else None)


def coordinate(opened: OpenCase, a: int, b: int) -> None:
    member = _someone(opened, a)
    if member is None or b == 0:
        end_coordination(opened)
    else:
        make_coordinator(opened, member)


def beside(opened: OpenCase, a: int, b: int) -> None:
    if (member := _someone(opened, a)) is not None:
        (make_lay_representative if b % 3 else end_lay_representative)(opened, member)


def leave(opened: OpenCase, a: int, b: int) -> None:
    member, instead = _someone(opened, a), _someone(opened, b)
    if member is not None:
        remove_person(opened, member, instead if instead is not member else None)


def somebody_else(opened: OpenCase, a: int, b: int) -> None:
    goals = opened.case.all(Goal)
    if goals:
        goal = goals[b % len(goals)]
        choose_somebody_else(opened, lambda _opened, member: setattr(goal, "responsible_id", member.id),
                             "Choose who is responsible", f"Birgit {a}", "", SECTORS[b % 7])


def from_a_file(opened: OpenCase, a: int, b: int) -> None:
    found = people_in((people_files.MAP, people_files.IPHONE, people_files.ANDROID)[a % 3])
    take_in_people(opened, found, [replace(each, comes=True, same=b % 2 == 0) for each in coming(opened.case, found)])


def written_twice(opened: OpenCase, a: int, b: int) -> None:
    one, other = _someone(opened, a), _someone(opened, b)
    if one is not None and other is not None and one is not other and b % 4 == 1:
        make_one(opened, one, other)


def reads(opened: OpenCase, a: int, b: int) -> None:
    keep_folder(opened, (["plan", "week"], ["network"], ["week", "plan", "ratings"], [])[(a + b) % 4])
    reads_best(opened, ("da", "en", "pl", "ro+da", "kl+da")[a % 5], b % 2 == 0)


ACTS = {"reads": reads, "private": private, "professional": professional, "colleague": colleague,
        "stand": stand, "off": off,
        "feel": feel, "tie": tie, "flow": flow, "die": die, "reach": reach,
        "coordinate": coordinate, "beside": beside, "leave": leave,
        "somebody else": somebody_else, "from a file": from_a_file,
        "written twice": written_twice}


def come_back(opened: OpenCase, a: int, b: int) -> None:
    gone = who_left(opened.case)
    if gone:
        bring_back(opened, gone[a % len(gone)])
