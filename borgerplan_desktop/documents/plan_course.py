"""How far we have come on the way to a finished plan, what we wait for, and the ladder of help."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.blank_form import is_blank
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.course_line import CourseLine, CourseWords
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.ladder import Ladder
from borgerplan_desktop.documents.paper_words import ended, in_sentence, without_stop
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.course import Course, MilestoneKind, current_course
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.plan import LadderPosition, ladder_step

CHANGES = N_("The plan is adopted. This is a draft of changes.")


def course(p: PlanContext) -> None:
    """The way to a finished plan; when it is finished, the line ends there. Nobody's plan has begun no way."""
    if is_blank(p):
        return
    found = current_course(p.case)
    finished = finished_on(p, found)
    g, week, started = p.galley, found.week(finished or p.today), p.day(found.first_contact_on)
    here = p.say("The plan is finished") if finished else p.say("Today")
    line = CourseLine(g.sheet, week, CourseWords(
        start=(p.say("First contact"), started),
        today=(here, p.say("week {number}", number=week)),
        target=(p.say("Our aim"), p.say("week 6–7")),
        before=(p.say("How long it used to take"), p.say("about 3 months"))))
    alt = p.say("Time line. First contact {date}. The plan was finished in week {week}. The aim was week 6–7. "
                "It used to take about 3 months.", date=started, week=week) if finished else \
        p.say("Time line. First contact {date}. Today is week {week}. The aim is a finished plan in week 6–7. "
              "It used to take about 3 months.", date=started, week=week)
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("The way to my plan"))
        parts.paragraph(g, _said(p, found, finished), width=g.sheet.width, after=.25)
        parts.figure(g, g.sheet.width, line.height, line.paint, alt)
        _waiting(p, found)


def finished_on(p: PlanContext, found: Course) -> date | None:
    """The day the plan was finished for the first time; what was adopted later goes on from it."""
    first = p.plan.versions[0].adopted_on if p.plan.versions else p.version.adopted_on if p.version else None
    days = [day for day in (found.reached(MilestoneKind.PLAN_ADOPTED), first) if day is not None]
    return min(days, default=None)


def _said(p: PlanContext, found: Course, finished: date | None) -> str:
    if finished is not None and p.version is None:
        return p.say(CHANGES)
    if finished is not None:
        return p.say("The plan was finished on {date}. Now we work with the goals.", date=p.day(finished))
    if p.today > found.target[1]:                        # it is we who are late
        return p.say("Together we make a finished plan. It takes longer than we had hoped. It is for us to get it "
                     "going again.")
    return p.say("Together we make a finished plan. We aim for week 6–7.")


def _waiting(p: PlanContext, found: Course) -> None:
    """What we wait for, since when, and who asks again."""
    member, what = found.waiting_for_member, found.waiting_for.strip()
    name = p.full_name(member)
    said = ": ".join(part for part in (name, what) if part)
    if not said:
        return
    lines = [ended(said)]
    since = p.say("Since {date}.", date=p.day(found.waiting_since)) if found.waiting_since else ""
    chaser = p.name_of(p.contact_person) if p.chaser == name else p.chaser
    asks = p.say("{name} asks again.", name=chaser) if chaser and chaser != name else ""
    parts.row(p.galley, p.say("We wait for"), Said(lines[0]), " ".join(part for part in (since, asks) if part))


# ---------------------------------------------------------------------------------------- the ladder
def ladder(p: PlanContext) -> None:
    """What the steps of help are, where the help is now, and where it is going; before anything refers to a step."""
    now, goal = ladder_step(p.case), p.plan.ladder_goal
    spoken_of = any(help.ladder_step for each in p.goals for help in each.interventions)
    if now is None and goal is None and not spoken_of:
        return
    g = p.galley
    names = [without_stop(p.say(step.in_few_words)) for step in LadderStep]
    here, there = p.say("I am here now"), p.say("This is where I want to be")
    picture = Ladder(g.sheet, names, now.number if now else None, goal.number if goal else None, here, there)
    alt = [p.say("The ladder of help has seven steps.")]
    alt += [p.say("Step {number}: {name}.", number=step.number, name=name)
            for step, name in zip(LadderStep, names, strict=True)]
    for words, step in ((here, now), (there, goal)):
        if step is not None:
            alt.append(p.say("{words}: step {number}, {name}.", words=words, number=step.number,
                             name=in_sentence(names[step.number - 1])))
    told = [p.say("Help comes in seven steps. Step 1 is the least help, step 7 the most.")]
    if now is not None and goal is not None and goal is not now:
        told.append(p.say("The aim is help that takes up less of everyday life.") if goal.number < now.number else
                    p.say("You need more help for a time."))
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("The help, step by step"))
        parts.paragraph(g, " ".join(told), width=g.sheet.width, after=.25)
        parts.figure(g, g.sheet.width, picture.height, picture.paint, " ".join(alt))
        position = p.case.all(LadderPosition)[-1] if now is not None else None
        if position is not None:
            parts.row(g, p.say("The help now"), Said(position.help))
