"""The frame is begun, answered, and its lists written; every step can be taken back."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.frame.frame import (
    add_line,
    answered,
    begin_frame,
    end_access,
    framework,
    give_access,
    half_a_year_on,
    is_answered,
    is_begun,
    lines_of,
    make_answer,
    may_coordinate,
    move_line,
    possible_coordinators,
    questions_of,
    remove_line,
)
from borgerplan_desktop.casework.frame.questions import BETWEEN
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.directory import Service, ServiceKind
from borgerplan_desktop.model.framework import (
    FrameAccess,
    FrameAnswer,
    FrameChannel,
    FramePlan,
    FrameQuestion,
    FrameSection,
    Framework,
    InterpreterOption,
)
from borgerplan_desktop.model.shelter import StaffMember
from tests.casework.frame.made import a_frame, access, answer


def test_every_question_stands_in_one_part_of_the_form() -> None:
    assert [each for section in FrameSection for each in questions_of(section)] == list(FrameQuestion)
    assert [len(questions_of(section)) for section in FrameSection] == [2, 10, 5, 5, 2, 4]


def test_its_first_update_is_proposed_half_a_year_on(archive: Archive) -> None:
    shelter = archive.shelter
    assert not is_begun(shelter.case)
    frame = begin_frame(shelter)
    assert (frame.next_on, is_begun(shelter.case)) == (date(2027, 4, 27), True)
    assert begin_frame(shelter) is frame
    shelter.undo()
    assert framework(shelter.case) is None
    assert not is_begun(shelter.case)


def test_half_a_year_on_from_a_long_month_is_the_last_day_of_a_short_one() -> None:
    assert half_a_year_on(date(2026, 8, 31)) == date(2027, 2, 28)
    assert half_a_year_on(date(2026, 12, 31)) == date(2027, 6, 30)
    assert half_a_year_on(date(2026, 1, 15)) == date(2026, 7, 15)


def test_words_that_are_undone_leave_the_question_unanswered(archive: Archive) -> None:
    shelter, question = archive.shelter, FrameQuestion.OUTREACH
    made = answer(shelter, question, "Gadeteamet går tur hver dag.")
    assert is_answered(shelter.case, question)
    assert answered(shelter.case, FrameSection.ORGANISATION) == (1, 10)
    shelter.undo()
    assert not is_answered(shelter.case, question)
    assert not is_begun(shelter.case)
    assert make_answer(shelter, question) is made        # where the words go is there once


def test_two_windows_that_begin_to_answer_the_same_write_in_one_place(archive: Archive) -> None:
    shelter, question = archive.shelter, FrameQuestion.PARTNERS
    other = OpenCase(archive.store, shelter.id, archive.who, archive.clock)
    mine = make_answer(shelter, question)
    theirs = make_answer(other, question)                # it has not seen mine yet
    assert theirs.id == mine.id
    assert len(other.case.all(FrameAnswer)) == 1
    begin_frame(shelter)
    other.catch_up()
    assert begin_frame(other).id == shelter.case.the(Framework).id


def test_a_channel_lies_under_its_own_question(archive: Archive) -> None:
    shelter = archive.shelter
    for question in BETWEEN:
        add_line(shelter, question, name=question.value)
        assert [each.name for each in lines_of(shelter.case, question)] == [question.value]
    first = lines_of(shelter.case, FrameQuestion.CHANNELS_INSIDE)[0]
    second = add_line(shelter, FrameQuestion.CHANNELS_INSIDE, name="anden")
    move_line(shelter, FrameQuestion.CHANNELS_INSIDE, second, 0)
    assert lines_of(shelter.case, FrameQuestion.CHANNELS_INSIDE) == [second, first]
    remove_line(shelter, first)
    assert len(shelter.case.all(FrameChannel)) == 4
    shelter.undo()
    assert lines_of(shelter.case, FrameQuestion.CHANNELS_INSIDE) == [second, first]


def test_an_empty_line_answers_nothing(archive: Archive) -> None:
    shelter = archive.shelter
    line = add_line(shelter, FrameQuestion.INTERPRETER)
    channel = add_line(shelter, FrameQuestion.CHANNELS_CITIZEN)
    assert not is_answered(shelter.case, FrameQuestion.INTERPRETER)
    assert not is_answered(shelter.case, FrameQuestion.CHANNELS_CITIZEN), channel
    with shelter.action("x"):
        setattr(line, InterpreterOption.language.key, "polsk")
    assert is_answered(shelter.case, FrameQuestion.INTERPRETER)


def test_who_has_access_goes_with_the_plan_and_comes_back_with_it(archive: Archive) -> None:
    shelter = archive.shelter
    plan = access(shelter, "Jobplan", "Jobcenter")
    assert is_answered(shelter.case, FrameQuestion.ACCESS)
    end_access(shelter, give_access(shelter, plan, " Herberget "))
    assert [each.who for each in plan.access] == ["Jobcenter"]
    remove_line(shelter, plan)
    assert shelter.case.all(FrameAccess) == []
    shelter.undo()
    found, = shelter.case.all(FramePlan)
    assert [each.who for each in found.access] == ["Jobcenter"]


def test_possible_coordinators_are_marked_where_they_are_written(archive: Archive) -> None:
    shelter = archive.shelter
    eva, mads = shelter.case.all(StaffMember)
    may_coordinate(shelter, mads, True)
    assert possible_coordinators(shelter.case) == [mads]
    assert is_answered(shelter.case, FrameQuestion.COORDINATORS)
    write(shelter, mads, StaffMember.retired, True, "x")
    assert possible_coordinators(shelter.case) == []
    assert not eva.may_coordinate


def test_the_directory_answers_its_two_questions(archive: Archive) -> None:
    shelter = archive.shelter
    with shelter.action("x"):
        shelter.case.add(Service(name="Kilden", kind=ServiceKind.VOLUNTARY))
    assert is_answered(shelter.case, FrameQuestion.DIRECTORY_OTHERS)
    assert not is_answered(shelter.case, FrameQuestion.DIRECTORY_MUNICIPAL)


def test_all_of_it_is_counted(archive: Archive) -> None:
    assert answered(archive.shelter.case) == (0, 28)
    a_frame(archive.shelter)
    assert answered(archive.shelter.case) == (9, 28)
