"""What is written in the shelter's own case while a citizen's is open: templates, phrases, words."""
from __future__ import annotations

from borgerplan_desktop.casework.house import checklist_points, own_names
from borgerplan_desktop.casework.house.own_names import AREAS, RINGS, SECTORS
from borgerplan_desktop.casework.meeting import write_agenda as of_meetings
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import templates as of_courses
from borgerplan_desktop.casework.plan.make_template import keep_as_template, words_of_plan
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session import logo, paper_languages, shelter_words
from borgerplan_desktop.casework.session import professionals as of_register
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.meeting_way import PointKind
from borgerplan_desktop.model.shelter import (
    AgendaTemplate,
    ChecklistPhase,
    ChecklistPoint,
    PlanTemplate,
    Professional,
    TemplateGoal,
    TemplatePoint,
)
from tests.casework.acts import nth
from tests.casework.pictures import png


def template(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    if b % 3 == 0:
        of_courses.leave_template(shelter, of_courses.add_template(shelter))
    elif (found := nth(shelter, PlanTemplate, a)) is None:
        of_courses.add_examples(shelter)
    elif b % 3 == 1:
        of_courses.retire_template(shelter, of_courses.copy_template(shelter, found), b % 2 == 0)
    else:
        of_courses.add_template_goal(shelter, found, f"mål {b}")
    if (goal := nth(shelter, TemplateGoal, a)) is not None:
        of_courses.move_template_goal(shelter, goal, 1 if b % 2 else -1)
        if b == 9:
            of_courses.remove_template_goal(shelter, goal)


def agenda(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    if b % 4 == 0:
        of_meetings.leave_agenda(shelter, of_meetings.add_agenda(shelter))
    elif (found := nth(shelter, AgendaTemplate, a)) is None:
        of_meetings.add_point(shelter, of_meetings.add_agenda(shelter, f"dagsorden {b}"), "Velkommen")
    elif b % 4 == 1:
        of_meetings.copy_agenda(shelter, found)
    else:
        of_meetings.add_point(shelter, found, f"punkt {b}", goals=b % 4 == 2)
    if (point := nth(shelter, TemplatePoint, a)) is not None:
        of_meetings.move_point(shelter, point, 1 if b % 2 else -1)
        of_meetings.set_point_minutes(shelter, point, b + 5)
        of_meetings.set_point_kind(shelter, point, PointKind.PRIVATE if b % 2 else PointKind.TALK, b % 3 == 0)
        if b == 9:
            of_meetings.remove_point(shelter, point)


def made_template(opened: OpenCase, a: int, b: int) -> None:
    try:
        keep_as_template(opened, f"skabelon {b}", words_of_plan(opened)[:1 + a])
    except Refused:
        return                                           # a name still stands there


def words(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    found = shelter_words.phrases(shelter)
    if b < 3 or not found:
        shelter_words.add_phrases(shelter, [(f"kort{a}{b}", "Vi ses i morgen.")])
    elif b < 5:
        if all(each.short != f"nyt{a}{b}" for each in found):
            shelter_words.add_phrase(shelter, f"nyt{a}{b}", "Godt gået.")
    elif b < 7:
        each = found[a % len(found)]
        shelter_words.change_phrase(shelter, each, each.short, f"Andre ord {b}.")
    elif b < 8:
        each = found[a % len(found)]
        shelter_words.retire_phrase(shelter, each, not each.retired)
    else:
        shelter_words.add_word(shelter, "Skovly")
        if b == 9:
            shelter_words.remove_word(shelter, "Skovly")


def sector(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    of = (SECTORS, AREAS, RINGS)[a % 3]
    which = list(of.choice)[a % len(list(of.choice))]
    if b < 4:
        own_names.rename(shelter, of, which, f"Del {a} {b}")
    elif b < 6 and of.moved:
        own_names.move(shelter, of, which, b - 3)
    elif b < 8:
        own_names.offer(shelter, LifeArea.LEISURE, b % 2 == 0)
    else:
        own_names.as_usual(shelter, of)


def checklist(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    found = nth(shelter, ChecklistPoint, a)
    if found is None or b < 3:
        checklist_points.add_point(shelter, list(ChecklistPhase)[a % 3], f"linje {b}")
    elif b < 6 and not found.retired:
        checklist_points.move_point(shelter, found, 1 if b % 2 else -1)
    else:
        checklist_points.retire_point(shelter, found, not found.retired)


def register(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    if b in (3, 4) and (who := nth(shelter, Professional, a)) is not None:
        of_register.retire_professional(shelter, who, not who.retired)
    elif b == 5 and len(found := of_register.professionals(shelter)) > 1:
        of_register.merge_professionals(shelter, found[a % len(found)], found[(a + 1) % len(found)])
    elif b > 6 and (found := of_register.units(shelter)):
        of_register.rename_unit(shelter, found[a % len(found)], f"Enhed {b}")


def language(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    which = ("pl", "ro", "kl")[a % 3]
    if b < 6:
        paper_languages.approve_language(shelter, which, f"Læser {b}", shelter.today())
    else:
        paper_languages.withdraw_approval(shelter, which)


def picture(opened: OpenCase, a: int, b: int) -> None:
    if opened.shelter is not None and b < 6:
        logo.take_logo(opened.shelter, png((40 + a, 20), (10 * b, 0, 0)), f"logo {b}.png", bytes)
    elif opened.shelter is not None:
        logo.remove_logo(opened.shelter)


ACTS = {f"shelter: {act.__name__}": act
        for act in (template, agenda, made_template, words, sector, checklist, register, language, picture)}
