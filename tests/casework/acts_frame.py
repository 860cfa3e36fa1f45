"""What is written in the shared frame while a citizen's case is open."""
from __future__ import annotations

import json

from borgerplan_desktop.casework.frame import frame as of_frame
from borgerplan_desktop.casework.frame import telling
from borgerplan_desktop.casework.frame.take_in import read_frame, take_in
from borgerplan_desktop.casework.frame.versions import approve, newest
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.documents.house.frame_file import write_frame
from borgerplan_desktop.model.framework import (
    FrameAccess,
    FrameAnswer,
    FramePerson,
    FramePlan,
    FrameQuestion,
    FrameTold,
    Framework,
)
from borgerplan_desktop.model.shelter import Professional, StaffMember
from tests.casework.acts import nth

LISTED = (FrameQuestion.COORDINATING, FrameQuestion.CHANNELS_ACROSS, FrameQuestion.INTERPRETER, FrameQuestion.PLANS)


def words(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    of_frame.begin_frame(shelter)
    answer = of_frame.make_answer(shelter, list(FrameQuestion)[(a * 10 + b) % len(FrameQuestion)])
    write(shelter, answer, FrameAnswer.text, f"Svar {a} {b}.", of_frame.ANSWER, typing=True)
    write(shelter, shelter.case.the(Framework), Framework.municipality, f"Kommune {b}", of_frame.UPDATE)


def lists(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    question = LISTED[a % len(LISTED)]
    there = of_frame.lines_of(shelter.case, question)
    if b < 5 or not there:
        of_frame.add_line(shelter, question)
    elif b < 7:
        of_frame.move_line(shelter, question, there[-1], 0)
    elif b == 9:
        of_frame.remove_line(shelter, there[0])


def access(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    plan = nth(shelter, FramePlan, a) if shelter is not None else None
    if shelter is None or plan is None:
        return
    if b < 7:
        of_frame.give_access(shelter, plan, f"Enhed {b}")
    elif (found := nth(shelter, FrameAccess, b)) is not None:
        of_frame.end_access(shelter, found)


def coordinators(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    who = None if shelter is None else nth(shelter, StaffMember if a % 2 else Professional, b)
    if shelter is not None and who is not None:
        of_frame.may_coordinate(shelter, who, not who.may_coordinate)


def versions(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    with shelter.action("base: a partner"):
        shelter.case.add(FramePerson(name=f"Partner {b}"))
    if b == 0 or newest(shelter.case) is None:
        words(opened, a, b)
        approve(shelter, shelter.today(), "Styregruppen")
    version = newest(shelter.case)
    if version is not None:
        telling.tell(shelter, version, telling.partners(shelter.case))
    if b > 6 and (told := nth(shelter, FrameTold, a)) is not None:
        telling.take_back(shelter, told)


def from_file(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is not None:
        said = json.loads(write_frame(shelter.case))
        said["frame"].setdefault("coordinating_function", []).append(
            {"id": f"file{a}{b}", "administration": f"Forvaltning {a}", "function": f"Funktion {b}"})
        take_in(shelter, read_frame(json.dumps(said).encode()))


ACTS = {f"frame: {act.__name__}": act for act in (words, lists, access, coordinators, versions, from_file)}
