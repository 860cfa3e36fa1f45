"""The shared frame as it is worked on: begun, answered question by question, its lists written line by line."""
from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

from borgerplan_desktop.casework.frame.questions import BETWEEN, LISTS
from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import Service, ServiceKind
from borgerplan_desktop.model.framework import (
    CoordinatingFunction,
    FrameAccess,
    FrameAnswer,
    FrameChannel,
    FramePlan,
    FrameQuestion,
    FrameSection,
    FrameVersion,
    Framework,
    InterpreterOption,
    section_of,
)
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.shelter import Professional, StaffMember

FrameLine = CoordinatingFunction | FrameChannel | InterpreterOption | FramePlan
HALF_A_YEAR = 6                                          # months: it is brought up to date twice a year
ANSWER = N_("Answer a question of the frame")
WRITE_LINE = N_("Write in the frame")
UPDATE = N_("When the frame is brought up to date")
ADDED: dict[type[FrameLine], str] = {
    CoordinatingFunction: N_("Add a coordinating function"), FrameChannel: N_("Add a channel"),
    InterpreterOption: N_("Add a way to have an interpreter"), FramePlan: N_("Add a kind of plan")}


# ------------------------------------------------------------------------------------------------------------- reading
def framework(case: Case) -> Framework | None:
    """The frame, once it is begun."""
    return next(iter(case.all(Framework)), None)


def is_begun(case: Case) -> bool:
    """Whether anything of the frame is there; an answer whose words were undone is nothing."""
    return any(each.text.strip() for each in case.all(FrameAnswer)) or any(case.all(kind) for kind in (
        Framework, CoordinatingFunction, FrameChannel, InterpreterOption, FramePlan, FrameVersion))


def answer_to(case: Case, question: FrameQuestion) -> FrameAnswer | None:
    return next((each for each in case.all(FrameAnswer) if each.question is question), None)


def lines_of(case: Case, question: FrameQuestion) -> list[Any]:
    """The lines of the list that belongs to a question; none where it is answered in words alone."""
    kind = LISTS.get(question)
    if kind is None:
        return []
    between = BETWEEN.get(question)
    return [each for each in case.all(kind) if between is None or getattr(each, "between", None) is between]


def possible_coordinators(case: Case) -> list[StaffMember | Professional]:
    """Those of the shelter and of its partners whom the project leader has pointed out."""
    staff = [each for each in case.all(StaffMember) if each.may_coordinate and not each.retired]
    others = [each for each in case.all(Professional) if each.may_coordinate and not each.retired]
    return [*staff, *others]


def services_of(case: Case, question: FrameQuestion) -> list[Service]:
    """The services of the directory that answer one of its two questions."""
    municipal = question is FrameQuestion.DIRECTORY_MUNICIPAL
    return [each for each in case.all(Service) if not each.retired and each.same_as_id is None
            and (each.kind in (ServiceKind.MUNICIPAL, ServiceKind.SHELTER)) is municipal]


def is_answered(case: Case, question: FrameQuestion) -> bool:
    """Whether something stands there, in words or as a list."""
    answer = answer_to(case, question)
    if answer is not None and answer.text.strip():
        return True
    match question:
        case FrameQuestion.ACCESS:
            return any(each.who.strip() for each in case.all(FrameAccess))
        case FrameQuestion.COORDINATORS:
            return bool(possible_coordinators(case))
        case FrameQuestion.DIRECTORY_MUNICIPAL | FrameQuestion.DIRECTORY_OTHERS:
            return bool(services_of(case, question))
        case FrameQuestion.UPDATED:
            frame = framework(case)
            return frame is not None and frame.next_on is not None and bool(frame.next_by.strip())
    return any(says_something(each) for each in lines_of(case, question))


def says_something(line: FrameLine) -> bool:
    """Whether anything is written in a line of a list."""
    return any(value.strip() for name, value in line.values().items() if isinstance(value, str) and name != "between")


def questions_of(section: FrameSection) -> list[FrameQuestion]:
    return [each for each in FrameQuestion if section_of(each) is section]


def answered(case: Case, section: FrameSection | None = None) -> tuple[int, int]:
    """(answered, asked) of a part of the form, or of all of it."""
    asked = list(FrameQuestion) if section is None else questions_of(section)
    return sum(is_answered(case, each) for each in asked), len(asked)


def half_a_year_on(day: date) -> date:
    """The same day six months on; a month without that day has its last."""
    month = day.month - 1 + HALF_A_YEAR
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


# ------------------------------------------------------------------------------------------------------------- writing
def begin_frame(opened: OpenCase) -> Framework:
    """The frame is begun; its first update is proposed half a year on. One that is there is not begun anew."""
    found = framework(opened.case)
    if found is not None:
        return found
    with opened.action(N_("Begin the frame")):
        return opened.case.add(Framework(next_on=half_a_year_on(opened.today())))


def make_answer(opened: OpenCase, question: FrameQuestion) -> FrameAnswer:
    """Where the words go, made when somebody begins to write; it stays when the words are undone. Another window may
    have been faster: then it is theirs.
    """
    found = answer_to(opened.case, question)
    if found is not None:
        return found
    try:
        with opened.action(ANSWER, undoable=False):
            return opened.case.add(FrameAnswer(question=question))
    except Conflict:
        found = answer_to(opened.case, question)
        if found is None:
            raise
        return found


def add_line(opened: OpenCase, question: FrameQuestion, **says: Any) -> FrameLine:
    """One more line in the list of a question. Raises LookupError for a question without one."""
    kind: Any = LISTS[question]
    if question in BETWEEN:
        says["between"] = BETWEEN[question]
    with opened.action(ADDED[kind]):
        there = lines_of(opened.case, question)
        made = opened.case.add(kind(**says))
        place(made, there, len(there))
    return made


def move_line(opened: OpenCase, question: FrameQuestion, line: FrameLine, index: int) -> None:
    """To another place in its list."""
    there = lines_of(opened.case, question)
    if there.index(line) == max(0, min(index, len(there) - 1)):
        return
    with opened.action(N_("Move a line of the frame")):
        place(line, there, index)


def remove_line(opened: OpenCase, line: FrameLine) -> None:
    """Away with it; who has access to a kind of plan goes with the plan."""
    with opened.action(N_("Remove a line of the frame")):
        opened.case.remove(line)


def give_access(opened: OpenCase, plan: FramePlan, who: str = "", service: Service | None = None) -> FrameAccess:
    """One more who has access to a kind of plan."""
    with opened.action(N_("Add who has access")):
        there = plan.access
        made = opened.case.add(FrameAccess(plan_id=plan.id, who=who.strip(),
                                           service_id=service.id if service is not None else None))
        place(made, there, len(there))
    return made


def end_access(opened: OpenCase, access: FrameAccess) -> None:
    with opened.action(N_("Remove who has access")):
        opened.case.remove(access)


def may_coordinate(opened: OpenCase, who: StaffMember | Professional, may: bool) -> None:
    """Whether they are on the list of possible coordinators."""
    with opened.action(N_("Who can be coordinator")):
        who.may_coordinate = may
