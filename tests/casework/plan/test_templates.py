"""The shelter's templates of courses: written, copied, taken out of use; a plan begins from one, or becomes one."""
from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.intake.merge import merge
from borgerplan_desktop.casework.network.people import add_colleague, add_new_professional, add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.case_files import export_case, import_case
from borgerplan_desktop.casework.plan import make_template, templates
from borgerplan_desktop.casework.plan.adoption import adopt_plan, changed_since
from borgerplan_desktop.casework.plan.from_template import began_from, begin_from, lines_of, offered, whom
from borgerplan_desktop.casework.plan.goals import add_goal, add_intervention, add_step
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.life_area import GoalType, LifeArea
from borgerplan_desktop.model.network import NetworkMember, citizen_member, people
from borgerplan_desktop.model.plan import Goal, Plan, current_plan
from borgerplan_desktop.model.shelter import PlanTemplate, StaffMember, TemplateGoal
from borgerplan_desktop.model.working_days import day_at_work
from tests.archive import new_archive, new_store, picture


@pytest.fixture
def shelter(opened: OpenCase) -> OpenCase:
    assert opened.shelter is not None
    return opened.shelter


@pytest.fixture
def template(shelter: OpenCase) -> PlanTemplate:
    made = templates.add_template(shelter, "Fra gade til bolig")
    home = templates.add_template_goal(shelter, made, "Jeg bor i egen bolig")
    money = templates.add_template_goal(shelter, made, "Jeg kender min økonomi")
    with shelter.action("x"):
        made.follow_up_weeks, made.responsible = 4, "Kontaktpersonen"
        home.area, home.type, home.weeks = LifeArea.HOUSING, GoalType.DEVELOP, 12
        home.steps, home.help = "Søge bolig\n\n• Se boligen", "Bostøtte\n- Hjælp til flytning"
        money.responsible = "Borgeren"
    return made


def test_templates_are_written_moved_copied_and_taken_out_of_use(shelter: OpenCase, template: PlanTemplate) -> None:
    copy = templates.copy_template(shelter, template)
    assert copy.title == "Fra gade til bolig (kopi)"
    assert [g.values() | {"template_id": ""} for g in copy.goals] == [
        g.values() | {"template_id": ""} for g in template.goals]
    templates.move_template_goal(shelter, copy.goals[1], -1)
    assert [g.title for g in copy.goals] == ["Jeg kender min økonomi", "Jeg bor i egen bolig"]
    templates.remove_template_goal(shelter, copy.goals[0])
    assert len(copy.goals) == 1
    assert len(template.goals) == 2
    templates.retire_template(shelter, template)
    assert templates.templates(shelter.case) == [copy]
    assert templates.templates(shelter.case, retired=True) == [template]
    shelter.undo()
    assert templates.templates(shelter.case) == [template, copy]


def test_one_in_which_nothing_is_written_goes_again(shelter: OpenCase, template: PlanTemplate) -> None:
    empty = templates.add_template(shelter)
    templates.leave_template(shelter, empty)
    templates.leave_template(shelter, template)
    assert templates.templates(shelter.case) == [template]


def test_two_examples_are_there_by_one_press_and_not_twice(shelter: OpenCase) -> None:
    made = templates.add_examples(shelter)
    assert [len(each.goals) for each in made] == [4, 4]
    assert all(goal.title and goal.steps and goal.weeks for each in made for goal in each.goals)
    assert not any(short in f"{goal.title} {goal.steps} {goal.help}" for each in made for goal in each.goals
                   for short in ("ICM", "CTI", "ACT"))   # what comes into a plan is read by the citizen
    assert templates.add_examples(shelter) == []
    shelter.undo()
    assert templates.templates(shelter.case) == []


def test_a_plan_begins_from_a_template_in_one_step(opened: OpenCase, shelter: OpenCase, template: PlanTemplate) -> None:
    staff = make_contact_person(opened)
    opened.forget_undo()
    before = picture(opened.case)
    assert begin_from(opened, template, template.goals) == 2
    plan = current_plan(opened.case)
    home, money = plan.goals
    assert (home.title, home.area, home.type) == ("Jeg bor i egen bolig", LifeArea.HOUSING, GoalType.DEVELOP)
    assert home.deadline == day_at_work(opened.today() + timedelta(weeks=12))
    assert [step.text for step in home.steps] == ["Søge bolig", "Se boligen"]
    assert [help_.name for help_ in home.interventions] == ["Bostøtte", "Hjælp til flytning"]
    assert home.responsible is staff
    assert all(help_.responsible is staff for help_ in home.interventions)
    assert money.responsible is citizen_member(opened.case)
    assert money.deadline is None
    assert plan.follow_up_weeks == 4
    assert began_from(plan) is template
    assert len(opened.done) == 1
    after = picture(opened.case)
    opened.undo()
    assert picture(opened.case) == before
    opened.redo()
    assert picture(opened.case) == after


def make_contact_person(opened: OpenCase) -> NetworkMember:
    """Jonas' contact person, on the map."""
    assert opened.case.register is not None
    staff = opened.case.register.get(StaffMember, opened.case.the(Citizen).contact_person_id)
    assert staff is not None
    return next((each for each in people(opened.case) if each.staff_id == staff.id), None) or add_colleague(
        opened, staff)


def test_a_deadline_is_on_a_day_on_which_people_work(opened: OpenCase, shelter: OpenCase,
                                                     template: PlanTemplate) -> None:
    with shelter.action("x"):
        template.goals[0].weeks = 9                      # 27 October + 9 weeks = 29 December; 8 weeks = 22 December
        template.goals[1].weeks = 23                     # 6 April 2027 is the Tuesday after Easter Monday
    write(opened, current_plan(opened.case), Plan.started_on, opened.today() - timedelta(weeks=10), "x")
    assert [each.deadline for each in offered(opened, template)] == [date(2026, 12, 29), date(2027, 4, 6)]
    write(opened, current_plan(opened.case), Plan.started_on, date(2026, 10, 31), "x")
    assert offered(opened, template)[0].deadline == date(2027, 1, 4)     # a Saturday + 9 weeks is the Monday after


def test_nothing_there_is_overwritten(opened: OpenCase, template: PlanTemplate) -> None:
    plan = current_plan(opened.case)
    mine = add_goal(opened, "jeg  bor i Egen bolig")
    with opened.action("x"):
        plan.follow_up = "hver anden uge"
    first, second = offered(opened, template)
    assert (first.is_there, second.is_there) == (True, False)
    begin_from(opened, template, [second.goal])
    assert plan.goals[0] is mine
    assert [goal.title for goal in plan.goals] == ["jeg  bor i Egen bolig", "Jeg kender min økonomi"]
    assert plan.follow_up_weeks is None
    assert plan.template_id is None, "it did not begin from it"


def test_who_is_not_clear_is_left_open(opened: OpenCase) -> None:
    assert whom(opened.case, "sagsbehandleren") is None
    one = add_new_professional(opened, "Ida Prøve", "Sagsbehandler", "Kommunen")
    assert whom(opened.case, "sagsbehandleren") is one
    add_new_professional(opened, "Ole Prøve", "sagsbehandler", "Regionen")
    assert whom(opened.case, "Sagsbehandleren") is None
    now = coordinator(opened.case)
    assert whom(opened.case, "Tovholderen") is (now.member if now is not None else None)
    assert whom(opened.case, "bostøtten") is None
    assert whom(opened.case, "borger") is citizen_member(opened.case)


def test_a_template_that_went_out_of_use_meanwhile_is_refused(opened: OpenCase, shelter: OpenCase,
                                                              template: PlanTemplate) -> None:
    chosen = template.goals
    with pytest.raises(Refused, match="Sæt kryds"):
        begin_from(opened, template, [])
    templates.remove_template_goal(shelter, chosen[0])
    with pytest.raises(Refused, match="lige blevet ændret"):
        begin_from(opened, template, chosen)
    templates.retire_template(shelter, template)
    with pytest.raises(Refused, match="lige blevet ændret"):
        begin_from(opened, template, template.goals)
    assert current_plan(opened.case).goals == []


def test_eighty_goals_come_in_their_order(opened: OpenCase, shelter: OpenCase) -> None:
    made = templates.add_template(shelter, "Mange")
    with shelter.action("x"):
        for at in range(80):
            templates.add_template_goal(shelter, made, f"Mål {at}").steps = "et\nto"
    begin_from(opened, made, made.goals)
    assert [goal.title for goal in current_plan(opened.case).goals] == [f"Mål {at}" for at in range(80)]


def test_what_it_began_from_makes_no_draft_of_an_adopted_plan(opened: OpenCase, template: PlanTemplate) -> None:
    begin_from(opened, template, template.goals)
    version = adopt_plan(opened)
    with opened.action("x"):
        current_plan(opened.case).template_id = None
    assert not changed_since(opened, version)


def test_a_case_file_names_the_template_also_where_it_is_not_known(opened: OpenCase, template: PlanTemplate,
                                                                   tmp_path: Path) -> None:
    store = new_store(tmp_path)
    other = new_archive(store)
    begin_from(opened, template, template.goals)
    out: list[bytes] = []
    export_case(opened, out.append)
    taken = other.open_case(import_case(other, out[0]))
    there = began_from(current_plan(taken.case))
    assert there is not None
    assert (there.title, there.retired, there.goals) == ("Fra gade til bolig", True, [])
    assert templates.templates(other.shelter.case) == []
    store.close()


def test_two_cases_of_one_person_become_one_and_both_know_what_they_began_from(archive: Archive, opened: OpenCase,
                                                                               template: PlanTemplate) -> None:
    other = receive(archive, Arrival("Jonas Prøve", room="14"))
    begin_from(other, template, template.goals)
    merge(opened, other)
    assert [began_from(plan) for plan in opened.case.all(Plan)].count(template) == 1
    templates.retire_template(archive.shelter, template)
    assert [began_from(plan) for plan in opened.case.all(Plan)].count(template) == 1


def test_a_number_in_a_template_gets_into_nobodys_plan(opened: OpenCase, shelter: OpenCase) -> None:
    made = templates.add_template(shelter, "Forløb")
    goal = templates.add_template_goal(shelter, made, "Bolig til 010180-1234")
    with shelter.action("x"):
        goal.steps = goal.help = "Ring om\n- 010180 1234"
    begin_from(opened, made, made.goals)
    (taken,) = current_plan(opened.case).goals
    said = [taken.title, *(step.text for step in taken.steps), *(each.name for each in taken.interventions)]
    assert said == ["Bolig til 010180-••••", "Ring om", "010180-••••", "Ring om", "010180-••••"]


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_no_line_is_none(text: str) -> None:
    assert lines_of(text) == ()


# ------------------------------------------------------------------------------------------------- a plan becomes one
@pytest.fixture
def jonas(opened: OpenCase) -> OpenCase:
    with opened.action("x"):
        citizen = opened.case.the(Citizen)
        citizen.name, citizen.called = "Jonas Prøve", "Jonni"
    ida = add_new_professional(opened, "Ida Holm", "Sagsbehandler", "Kommunen")
    add_private_person(opened, "Sara Prøve")
    goal = add_goal(opened, "Jonas vil have sin egen bolig", LifeArea.HOUSING)
    with opened.action("x"):
        goal.responsible_id, goal.why = ida.id, "Jonas' egne ord"
        goal.deadline = opened.today() + timedelta(days=30)
    add_step(opened, goal, "Ringe til Sara og Idas chef (010203-1234)")
    add_intervention(opened, goal, "Bostøtte")
    return opened


def test_a_plan_becomes_a_template_without_names_and_numbers(jonas: OpenCase) -> None:
    (words,) = make_template.words_of_plan(jonas)
    assert words.title == "borgeren vil have sin egen bolig"
    assert words.steps == "Ringe til … og … chef (…)"
    assert words.help == "Bostøtte"
    assert words.responsible == "Sagsbehandler"
    assert words.area is LifeArea.HOUSING
    assert words.weeks is not None
    made = make_template.keep_as_template(jonas, "Egen bolig", [words])
    assert [goal.title for goal in made.goals] == ["borgeren vil have sin egen bolig"]
    everything = "\n".join(str(row.values()) for row in (made, *made.goals))
    for name in ("Jonas", "Prøve", "Sara", "Ida", "Holm", "010203", "egne ord"):
        assert name not in everything


@pytest.mark.parametrize(("words", "said"), [
    ("Jonas bor godt", "»Jonas«"), ("efter aftale med Ida Holm", "»Ida Holm«"), ("Saras ord", "»Saras«"),
    ("JONAS BOR GODT", "»JONAS«"), ("spørg jonas", "»jonas«"), ("idas chef", "»idas«"),
    ("ida holm ringer", "»ida holm«"), ("Jo\u00adnas", "»Jonas«"), ("Jonnis værelse", "»Jonnis«"),
    ("010203-1234", "»010203-••••«")])
def test_a_name_or_a_number_that_is_written_in_again_is_refused(jonas: OpenCase, words: str, said: str) -> None:
    shelter = jonas.shelter
    assert shelter is not None
    (goal,) = make_template.words_of_plan(jonas)
    with pytest.raises(Refused, match="Her står stadig") as refused:
        make_template.keep_as_template(jonas, "Egen bolig", [make_template.changed(goal, "Bolig", words, "")])
    assert said in refused.value.message
    assert shelter.case.all(PlanTemplate) == []


def test_a_template_needs_a_title_and_a_goal(jonas: OpenCase) -> None:
    words = make_template.words_of_plan(jonas)
    with pytest.raises(Refused, match="hvad skabelonen hedder"):
        make_template.keep_as_template(jonas, " ", words)
    with pytest.raises(Refused, match="Sæt kryds"):
        make_template.keep_as_template(jonas, "Egen bolig", [])
    assert jonas.shelter is not None
    assert jonas.shelter.case.all(TemplateGoal) == []
    assert jonas.case.all(Goal)
