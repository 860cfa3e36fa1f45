"""Every figure there is: what it is called, the rule it is counted by, and what its parts are called. All msgids."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.application import ApplicationKind
from borgerplan_desktop.model.course import CourseOutcome, LeftHow
from borgerplan_desktop.model.figures.course_figures import NOT_SAID, NOTHING
from borgerplan_desktop.model.figures.hiding import NO, YES
from borgerplan_desktop.model.figures.lines import RESPONSIBILITY
from borgerplan_desktop.model.implementation_plan import Objective
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.meeting import QUESTIONS


class Group(Labelled):
    """What a figure is about."""

    PLAN = "plan", N_("The way to the plan")
    MEETINGS = "meetings", N_("Meetings and agreements")
    HELP = "help", N_("The help and the waiting")
    STAY = "stay", N_("The stay and the time after")
    VOICE = "voice", N_("What the citizens say")
    OBJECTIVES = "objectives", N_("The six objectives of the model")


class Middle(Labelled):
    """What lies in the middle, as it is said."""

    NONE = "", ""
    DAYS = "days", N_("{n} days in the middle")
    EACH = "each", N_("{n} for each citizen")
    SCORE = "score", N_("{n} of 5")


@dataclass(frozen=True)
class FigureKind:
    """`main` is the part whose share is said first; "" = the parts stand beside each other."""

    key: str
    group: Group
    title: str
    rule: str
    parts: Mapping[str, str] = field(default_factory=dict)       # none = days of the calendar
    main: str = ""
    middle: Middle = Middle.NONE
    of_parts: Middle = Middle.NONE                       # what lies in the middle of each part
    counts: bool = True                                  # whether its parts are counts


def _labels(kind: type[Labelled]) -> dict[str, str]:
    return {each.value: each.label for each in kind}


_WAITED_FOR = {**_labels(ApplicationKind), RESPONSIBILITY: N_("Who is responsible")}
_LATER = N_("Later")
_LONGER = N_("Longer")
_NOT_WRITTEN = N_("Not written")

FIGURES: tuple[FigureKind, ...] = (
    FigureKind("plan_days", Group.PLAN, N_("From the first contact to the plan"),
               N_("Courses whose first plan was adopted in the time: days from the first contact to that day."),
               {"to_42": N_("In six weeks"), "to_49": N_("In the seventh week"), "later": _LATER},
               middle=Middle.DAYS),
    FigureKind("seven_weeks", Group.PLAN, N_("A plan within seven weeks"),
               N_("Courses whose day 49 lay in the time: those that had an adopted plan by then. Courses that ended "
                  "before without one are not counted."),
               {YES: N_("In time"), NO: N_("Not yet then")}, main=YES),
    FigureKind("earlier_plans", Group.PLAN, N_("Plans that became one"),
               N_("Earlier plans that were settled in the time: replaced by the citizen's plan, or kept because a law "
                  "asks for it."),
               {"replaced": N_("Replaced by this plan"), "kept": N_("Kept and referred to")},
               main="replaced", middle=Middle.EACH),
    FigureKind("meetings", Group.MEETINGS, N_("Meetings"),
               N_("Network meetings and follow-ups that were to begin in the time; talks are not counted."),
               {"held": N_("Held"), "called_off": N_("Called off")}, main="held"),
    FigureKind("there", Group.MEETINGS, N_("The citizen was there"),
               N_("Of the meetings that were held: those where it is noted that the citizen was there."),
               {YES: N_("Was there"), NO: N_("Did not come"), "not_noted": N_("Not noted")}, main=YES),
    FigureKind("prepared", Group.MEETINGS, N_("Prepared with the citizen"),
               N_("Of the meetings that were held: those where the citizen's wishes were written beforehand, or the "
                  "line of the checklist is ticked."),
               {YES: N_("Prepared"), NO: _NOT_WRITTEN}, main=YES),
    FigureKind("agreements_ours", Group.MEETINGS, N_("Agreements kept by us"),
               N_("Agreements whose day lay in the time and for which one of us, or nobody by name, is responsible: "
                  "those that are done. Those of the citizen and of private people are not counted."),
               {YES: N_("Kept"), NO: N_("Not done yet")}, main=YES),
    FigureKind("agreements_theirs", Group.MEETINGS, N_("Agreements kept by partners"),
               N_("The same for professionals of other workplaces."),
               {YES: N_("Kept"), NO: N_("Not done yet")}, main=YES),
    FigureKind("ladder", Group.HELP, N_("Movement on the ladder"),
               N_("Citizens with a course in the time whose step is written: from where the help stood when the time "
                  "began to where it stood at its end. Down is less intrusive help."),
               {"down": N_("Down"), "same": N_("The same step"), "up": N_("Up")}, main="down"),
    FigureKind("waits_length", Group.HELP, N_("How long they wait"),
               N_("What was sent and answered in the time, or had no answer at its end: days from when it was sent. "
                  "What a course waits for in words alone has no end and is not counted."),
               {"to_14": N_("Two weeks at most"), "to_28": N_("Four weeks at most"),
                "to_91": N_("Three months at most"), "longer": _LONGER}, middle=Middle.DAYS),
    FigureKind("waits_kind", Group.HELP, N_("What they wait for"), N_("The same waits, by what was asked for."),
               _WAITED_FOR, of_parts=Middle.DAYS),
    FigureKind("stays_length", Group.STAY, N_("How long they stayed"),
               N_("Stays that ended in the time; both ends are counted."),
               {"to_30": N_("30 days at most"), "to_90": N_("90 days at most"), "to_180": N_("180 days at most"),
                "longer": _LONGER}, middle=Middle.DAYS),
    FigureKind("stays_how", Group.STAY, N_("How the stay ended"), N_("The same stays, by how they ended."),
               {**_labels(LeftHow), NOT_SAID: _NOT_WRITTEN}),
    FigureKind("long_stays", Group.STAY, N_("Why they stay long"),
               N_("Those who lived here when the time ended and had done so for more than 120 days: what they have "
                  "waited for the longest."),
               {**_WAITED_FOR, NOTHING: N_("Nothing that was asked for")}),
    FigureKind("outcomes", Group.STAY, N_("What the course led to"), N_("Courses that were closed in the time. A "
               "course that was reopened counts once, when it closes for good."),
               {**_labels(CourseOutcome), NOT_SAID: _NOT_WRITTEN}),
    FigureKind("home_kept", Group.STAY, N_("Still at home after half a year"),
               N_("Stays that ended with a home of one's own half a year before a day in the time: those who have not "
                  "come back to us. Other shelters are not known here."),
               {YES: N_("Has not come back"), NO: N_("Came back")}, main=YES),
    FigureKind("calls", Group.STAY, N_("Calls in the time after"),
               N_("Calls that were planned in the time: those that were made."),
               {YES: N_("Made"), NO: N_("Not made")}, main=YES),
    FigureKind("companion", Group.STAY, N_("A companion in the transition"),
               N_("After-care that began in the time: where somebody goes along into the new neighbourhood."),
               {YES: N_("Has a companion"), NO: N_("Nobody is written")}, main=YES),
    FigureKind("feedback", Group.VOICE, N_("Answers after the meetings"),
               N_("The average of what the citizens answered in the time, from 1 (no) to 5 (yes)."),
               {field.key: words for field, words in QUESTIONS}, of_parts=Middle.SCORE, counts=False),
    FigureKind("feedback_when", Group.VOICE, N_("The answers over time"),
               N_("Sheets that were answered, and the average of their answers."), of_parts=Middle.SCORE),
    FigureKind("changed", Group.VOICE, N_("You said – we did"),
               N_("What citizens said in the time about how we work: where it is written what we changed."),
               {YES: N_("We changed something"), NO: N_("Nothing is written yet")}, main=YES),
    FigureKind("own_numbers", Group.VOICE, N_("How it is going, in their own numbers"),
               N_("What a citizen gave a number at least twice in the time: the last beside the first."),
               {"up": N_("Better"), "same": N_("The same"), "down": N_("Worse")}, main="up"),
    FigureKind("health_goals", Group.HELP, N_("Goals about health and wellbeing"),
               N_("Goals of those two areas that were closed in the time: those that were reached. Health itself is "
                  "not measured."),
               {YES: N_("Reached"), NO: N_("Closed without")}, main=YES),
    FigureKind("takes_part", Group.OBJECTIVES, Objective.TAKES_PART.label,
               N_("Meetings held with the citizen there and prepared, of all that were held in the time."),
               {YES: N_("There and prepared"), NO: N_("One of them, or none")}, main=YES),
    FigureKind("knowledge", Group.OBJECTIVES, Objective.KNOWLEDGE.label,
               N_("Help in the plans that began in the time: what was chosen from the directory of services."),
               {YES: N_("From the directory"), NO: N_("Written by hand")}, main=YES),
    FigureKind("ways", Group.OBJECTIVES, Objective.WAYS.label,
               N_("Courses that began in the time: where it is agreed how the citizen is reached, and who of us is the "
                  "contact person."),
               {YES: N_("Both are agreed"), NO: N_("Something is missing")}, main=YES),
    FigureKind("roles", Group.OBJECTIVES, Objective.ROLES.label,
               N_("Agreements made in the time: those that say who does it and when."),
               {YES: N_("Who and when"), NO: N_("Something is missing")}, main=YES),
    FigureKind("shared", Group.OBJECTIVES, Objective.SHARED.label,
               N_("Plans adopted in the time where somebody has answered: those to which everybody who answered said "
                  "yes."),
               {YES: N_("All agree"), NO: N_("Somebody agrees in part, or not")}, main=YES),
    FigureKind("partners", Group.OBJECTIVES, Objective.PARTNERS.label,
               N_("Partners who were asked to a meeting that was held in the time, where it is noted: those who came."),
               {YES: N_("Came"), NO: N_("Did not come")}, main=YES),
)
BY_KEY: Mapping[str, FigureKind] = {each.key: each for each in FIGURES}


def of_group(group: Group) -> list[FigureKind]:
    return [each for each in FIGURES if each.group is group]
