"""The plan's goals, one after another with steps, help, who and when."""
from __future__ import annotations

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import FREE, NEVER, Said, Words, set_text, side_by_side
from borgerplan_desktop.documents.paper.parts import Item, Tick
from borgerplan_desktop.documents.paper.text import NBSP
from borgerplan_desktop.documents.paper.typography import FIRM, INK, LINE, THIN
from borgerplan_desktop.documents.paper_words import in_sentence, sentence
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.services_list import closing_words
from borgerplan_desktop.model.directory import service_named
from borgerplan_desktop.model.everyday_health import habits_said
from borgerplan_desktop.model.follow_up import decided
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.plan import Goal, GoalStatus, HelpUnit, Intervention, ReviewOutcome, Step

WHOLE, WHOLE_LARGE = .4, .95                            # of a page: a goal that takes no more is never torn
CLOSE = .35                                              # lines between the rows of a goal
SPOKEN_OF = (GoalStatus.SLOWLY, GoalStatus.ON_HOLD, GoalStatus.REACHED)   # states worth a line of their own


def goals(p: PlanContext) -> None:
    g = p.galley
    if not p.goals and not p.is_form:
        return
    g.chapter()
    with g.inside("Sect"):
        if not p.goals:
            _form(p)
        for number, goal in p.numbered_goals:
            with g.together(WHOLE_LARGE if g.sheet.stacked else WHOLE, otherwise=.2):
                if goal is p.goals[0]:
                    parts.heading(g, p.say("My goals"), before=1.25)
                    parts.rule(g, FIRM, INK, after=.5)
                else:
                    parts.rule(g, THIN, LINE, before=.75, after=.5)
                with g.inside("Sect"), g.carrying(
                        parts.carried_line(g, p.say("Goal {number}, continued", number=number))):
                    _goal(p, number, goal)


def _form(p: PlanContext) -> None:
    """No goals yet: room for two, with a pen."""
    g = p.galley
    parts.heading(g, p.say("My goals"))
    for number in (1, 2):
        parts.rule(g, FIRM if number == 1 else THIN, INK if number == 1 else LINE, before=.5, after=.75)
        with g.inside("Sect"), g.together(), g.carrying(
                parts.carried_line(g, p.say("Goal {number}, continued", number=number))):
            _goal_head(p, number, p.say("What would I like to achieve?"))
            parts.writing_lines(g, 2)
            help_lines = 1 if g.sheet.stacked else 2
            for label, lines in ((p.say("Why"), 1), (p.say("My steps"), 3), (p.say("Help"), help_lines),
                                 (p.say("Who"), 1), (p.say("When"), 1)):
                parts.labelled_lines(g, label, lines)


def _goal_head(p: PlanContext, number: int, words: str, above: str = "") -> None:
    """A large number in the margin, the citizen's words beside it on the same baseline; `above` stands over them."""
    g, sheet = p.galley, p.galley.sheet
    heading = g.tag("H3", words)
    indent = sheet.axis or sheet.size * 2.2
    lift = sheet.size * (1.2 if above else .75)
    numeral = set_text(str(number), sheet.numeral, heading, 0, indent)
    for slab in numeral:
        for mark in slab.marks:
            assert isinstance(mark, Words)
            mark.text += " "                             # else one hears "1»Jeg"
            mark.down = sheet.goal.size + lift
    title = set_text(words, sheet.goal, heading, indent, sheet.width - indent)
    for mark in title[0].marks:
        mark.down += lift
    title[0].height += lift
    if above:
        title[0].marks.append(Words(indent, sheet.size * .85, above, sheet.quiet, g.tag("P")))
    for slab in numeral:
        slab.height = title[0].height
    slabs = side_by_side(numeral, title)
    parts.hold_together(slabs, below=True)
    slabs[0].outline = (2, f"{number}. {words}")
    g.add(slabs, after=.5)


def _goal(p: PlanContext, number: int, goal: Goal) -> None:
    g, sheet = p.galley, p.galley.sheet
    title = goal.title.strip().strip("»«\"")
    words = Said(f"»{title}«") if title else p.say("Goal {number}", number=number)
    _goal_head(p, number, words, _area_and_state(p, goal))
    parts.row(g, p.say("Why"), Said(goal.why), after=CLOSE)
    if goal.status.stalls:
        parts.row(g, p.say("Right now"), Said(goal.stalls_because), after=CLOSE)
    elif not goal.status.open:
        parts.row(g, p.say("How it went"), Said(goal.how_it_went), after=CLOSE)
    steps = [Item(Said(_step(p, step)), Tick(step.done, p.say("Done") if step.done else p.say("Not done yet")))
             for step in goal.steps if step.text.strip()]
    if steps or goal.interventions:
        g.slabs[-1].hold = NEVER                         # a goal does not begin with its words alone
    if steps:
        parts.items(g, steps, label=p.say("My steps"), after=CLOSE)
    for at, help in enumerate(goal.interventions):
        lines = _help(p, help, goal)
        parts.row(g, p.say("Help") if at == 0 else "", (Said(lines[0]), sheet.strong), *map(Said, lines[1:]),
                  after=CLOSE)
    if goal is next((each for each in p.goals if each.area is LifeArea.HEALTH), None):
        _everyday_health(p)
    when = _when(p, goal)
    if goal.responsible is not None and goal.status.open:
        mine = goal.responsible.is_citizen
        parts.row(g, p.say("Who"), p.say("I am responsible myself.") if mine else
                  p.say("{name} is responsible.", name=p.full_name(goal.responsible)), after=CLOSE)
        g.slabs[-1].hold = NEVER if when else FREE
    parts.row(g, p.say("When"), " ".join(when))


def _everyday_health(p: PlanContext) -> None:
    """The habits that something is said of, as far as the reader may know, and the own doctor: in the first goal of
    physical health."""
    for habit in habits_said(p.case):
        if p.covered.habit(habit.kind):
            again = habit.follow_up_on
            parts.row(p.galley, p.say(habit.kind.label), Said(habit.now),
                      p.wish(habit.wish),
                      p.say("We speak of it again {date}.", date=p.day(again)) if again and not p.passed(again) else "",
                      after=CLOSE)
    doctor = next((member for member in p.people if member.own_doctor), None)
    if doctor is not None and p.covered.says_where_from(doctor):
        parts.row(p.galley, p.say("My doctor"), p.full_name(doctor), after=CLOSE)


def _when(p: PlanContext, goal: Goal) -> list[str]:
    """A day that is over is said to have been the agreed one; a reached goal has no days to keep any more."""
    when = []
    if goal.deadline is not None and goal.status.open:
        when.append(p.say("It was agreed for {date}.", date=p.day(goal.deadline)) if p.passed(goal.deadline) else
                    p.say("By {date}.", date=p.day(goal.deadline)))
    if goal.follow_up_on is not None and goal.status.open and not p.passed(goal.follow_up_on):
        when.append(p.say("We follow up {date}.", date=p.day(goal.follow_up_on)))
    return when


def _area_and_state(p: PlanContext, goal: Goal) -> str:
    """"Rusmidler · går langsomt": quiet words above the goal's own."""
    area = p.area(goal.area) if goal.area is not None else ""
    state = p.say(goal.status.label) if goal.status in SPOKEN_OF else ""
    if goal.status is GoalStatus.REACHED and goal.closed_on is not None:
        state = f"{state} {p.day(goal.closed_on)}"
    return f"{area} · {in_sentence(state)}" if area and state else area or state


def _step(p: PlanContext, step: Step) -> str:
    """The step, and who does it by when; one's own steps are one's own, and who is in the words is not named again."""
    who = step.done_by or step.responsible
    name = "" if who is not None and who.is_citizen else p.short_name(who)
    name = "" if name in step.text.split() else name
    date = ""
    if step.done_on is not None:
        date = p.say("done {date}", date=p.day(step.done_on))
    elif step.due_on is not None and not p.passed(step.due_on):    # the table says which days are over, once
        date = p.day(step.due_on)
    aside = ", ".join(part for part in (name, date) if part)
    return f"{step.text.strip()}{NBSP}– {aside}" if aside else step.text   # no line begins with a dash


def _help(p: PlanContext, help: Intervention, goal: Goal) -> list[str]:
    """What help and from where; what it should lead to; how long it lasts and where on the ladder it is; by whom.
    Of one that was ended the day stands with the reason, and nobody sees to it any more.
    """
    service = service_named(p.case.register, help.service_id)
    what = help.name.strip() or (service.name if service else "") or p.say("Help")
    provider = help.provider.strip() or (service.name if service else "")
    step = p.say("step {number} of the ladder", number=help.ladder_step.number) if help.ladder_step else ""
    made = decided(help)
    ended = made is not None and made.outcome is ReviewOutcome.ENDED
    unit = p.say("given by the authority") if help.unit is HelpUnit.AUTHORITY else \
        p.say("given by a provider") if help.unit is not None else ""
    when = "" if ended else sentence(", ".join(part for part in (period_of(p, help), step, unit) if part))
    over = ended or p.passed(help.until_on) or not goal.status.open
    by = "" if over or help.responsible_id == goal.responsible_id else _who_sees_to_it(p, help)
    said = provider.casefold() in what.casefold() or (   # "CTI (en fast hjælper)" of the service "CTI – fast hjælper"
        not help.provider.strip() and provider.split()[:1] == what.split()[:1])
    closing = closing_words(p.words, service, p.today) if service is not None and not over else ""
    lines = [what if said else f"{what}, {provider}", help.purpose,
             f"{when}. {by}." if when and by else when or by, closing]
    return [lines[0], *(line for line in (*lines[1:], _followed_up(p, help)) if line.strip())]


def _who_sees_to_it(p: PlanContext, help: Intervention) -> str:
    if help.responsible is not None and help.responsible.is_citizen:
        return p.say("I see to it myself")
    who = p.short_name(help.responsible)
    return p.say("{who} sees to it", who=who) if who else ""


def _followed_up(p: PlanContext, help: Intervention) -> str:
    """What was last changed or ended at a follow-up, and why: "Ændret 3. nov.: Samtalerne ligger nu tidligt"."""
    made = decided(help)
    if made is None:
        return ""
    words = p.say("changed {date}", date=p.day(made.on)) if made.outcome is ReviewOutcome.CHANGED else \
        p.say("ended {date}", date=p.day(made.on))
    return f"{sentence(words)}: {made.why.strip()}" if made.why.strip() else sentence(words)


def period_of(p: PlanContext, help: Intervention) -> str:
    """"Fra 2. november til 30. april 2027", or as it was put in words."""
    if p.passed(help.until_on) and help.until_on is not None:
        return p.say("ended {date}", date=p.day(help.until_on))
    if help.from_on and help.from_on == help.until_on:
        return p.day(help.from_on)
    if help.from_on and help.until_on:
        return p.say("{start} – {end}", start=p.day(help.from_on), end=p.day(help.until_on))
    if help.from_on:
        return " ".join(part for part in (p.say("from {date}", date=p.day(help.from_on)), help.period) if part)
    if help.until_on:
        return p.say("until {date}", date=p.day(help.until_on))
    return help.period.strip()
