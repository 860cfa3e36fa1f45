"""The 22 aims of the four tracks of "Borgerens vej": by which figures they are measured here, or why they are not.

Source: Omstillingsplan – Borgerens vej mod et selvstændigt liv, the aims of each track ("er vores mål fx").
"""
from __future__ import annotations

from typing import NamedTuple

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled


class Track(Labelled):
    MEETING = "meeting", N_("The meeting with the citizen")
    HOMES = "homes", N_("Rehabilitating courses where people live")
    OWN_HOME = "own_home", N_("A good life in a home of one's own")
    COHERENCE = "coherence", N_("Coherence and courses")


class Measure(NamedTuple):
    """A figure, or one part of it."""

    figure: str
    part: str = ""


class Aim(NamedTuple):
    track: Track
    words: str                                           # a msgid; in Danish as the source has it
    measures: tuple[Measure, ...] = ()
    why_not: str = ""                                    # a msgid: why it is not measured here


_MONEY = N_("the program knows no prices: what help costs stands in the municipality's accounts.")
_LESS_HELP = (Measure("ladder", "down"),)
_FIRST_PLAN = (Measure("plan_days"), Measure("seven_weeks", "yes"))
_AT_HOME = (Measure("home_kept", "yes"),)

AIMS: tuple[Aim, ...] = (
    Aim(Track.MEETING, N_("More citizens get a more independent life, because they have more influence on the help, "
                          "and the help fits their needs better."), (*_LESS_HELP, Measure("takes_part", "yes"))),
    Aim(Track.MEETING, N_("More citizens get a more independent life, because their wishes, needs and resources are in "
                          "focus both when the case is worked on and in the concrete support."),
        (*_LESS_HELP, Measure("prepared", "yes"))),
    Aim(Track.MEETING, N_("The citizens' problems are found earlier, and they are offered the right, less intrusive "
                          "help earlier."), _FIRST_PLAN),
    Aim(Track.MEETING, N_("More citizens say that they are very satisfied with the support they get."),
        (Measure("feedback"),)),
    Aim(Track.MEETING, N_("Better wellbeing among staff, because they get more skills in involving and meeting the "
                          "citizens."), why_not=N_("the program asks citizens how it is going, and never the staff.")),
    Aim(Track.HOMES, N_("More citizens get a more independent life and so need less support."), _LESS_HELP),
    Aim(Track.HOMES, N_("More citizens move into a home of their own."), (Measure("outcomes", "own_home"),)),
    Aim(Track.HOMES, N_("The flow through accommodation services and shelters increases."),
        (Measure("stays_length"), Measure("stays_how", "moved"))),
    Aim(Track.HOMES, N_("Less is spent on buying places in accommodation services."), why_not=_MONEY),
    Aim(Track.HOMES, N_("The citizens' state of health and wellbeing improves."), (Measure("health_goals", "yes"),)),
    Aim(Track.HOMES, N_("Higher quality of life among the citizens."), (Measure("own_numbers", "up"),)),
    Aim(Track.HOMES, N_("More citizens get into work and education."),
        (Measure("outcomes", "job"), Measure("outcomes", "education"))),
    Aim(Track.OWN_HOME, N_("More citizens stay in a home of their own instead of moving into an accommodation "
                           "service."), _AT_HOME),
    Aim(Track.OWN_HOME, N_("Less is spent on support, because the citizens manage more by themselves."),
        why_not=_MONEY),
    Aim(Track.OWN_HOME, N_("Citizens in a home of their own get a higher quality of life."), why_not=N_(
        "after the stay we call and write down the citizen's words; they are not asked for a number.")),
    Aim(Track.OWN_HOME, N_("Better use of resources by thinking together and coordinating the help better."),
        (Measure("earlier_plans"),)),
    Aim(Track.OWN_HOME, N_("Fewer serious relapses among citizens who have ended e.g. a § 85 course."), why_not=N_(
        "signs of relapse are the citizen's own words. We do not count people's relapses.")),
    Aim(Track.COHERENCE, N_("More citizens find that the help hangs together, that expectations of it are agreed on, "
                            "and that they can see the parts of the course."), (Measure("feedback", "knows_next"),
                                                                            Measure("feedback", "own_plan"))),
    Aim(Track.COHERENCE, N_("The cooperation with e.g. the region, employment, alcohol and drug treatment and children "
                            "and young people is strengthened, and it is clearer who is responsible for what."),
        (Measure("partners", "yes"), Measure("roles", "yes"), Measure("agreements_theirs", "yes"))),
    Aim(Track.COHERENCE, N_("More citizens get the right help earlier and so need less intrusive help, such as a place "
                            "in an accommodation service."), (*_FIRST_PLAN, *_LESS_HELP)),
    Aim(Track.COHERENCE, N_("More citizens keep a life in a home of their own."), _AT_HOME),
    Aim(Track.COHERENCE, N_("Better bridges to civil society, and so an expected earlier end of e.g. support at home, "
                            "and less loneliness and better wellbeing among the citizens."),
        (Measure("companion", "yes"),)),
)
