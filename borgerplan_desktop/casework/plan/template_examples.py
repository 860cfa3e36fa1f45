"""Two templates of courses to begin with, invented by us: Housing First with close support, and the first weeks here.

All words are msgids: they are written into the archive in the language of the screen, and are the shelter's from then.
"""
from __future__ import annotations

from dataclasses import dataclass

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.life_area import GoalType, LifeArea


@dataclass(frozen=True)
class ExampleGoal:
    """`weeks` from the start to the deadline."""

    title: str
    area: LifeArea
    weeks: int
    steps: tuple[str, ...] = ()
    help: tuple[str, ...] = ()
    type: GoalType = GoalType.DEVELOP
    responsible: str = ""


@dataclass(frozen=True)
class Example:
    title: str
    target_group: str
    taken_in: str
    not_taken_in: str
    follow_up_weeks: int
    responsible: str
    goals: tuple[ExampleGoal, ...]


EXAMPLES = (
    Example(
        N_("From the street to a home of one's own (Housing First, ICM)"),
        N_("Who has no home, wants one, and needs one steady person for more than the move itself."),
        N_("Wants a home of their own, and says yes to visits there."),
        N_("Needs help day and night where they live: then another plan fits better."),
        4, N_("The contact person"), (
            ExampleGoal(N_("I live in a home of my own"), LifeArea.HOUSING, 26,
                        (N_("We write down together what kind of home it is to be"),
                         N_("We apply for a home, and note when the answer comes"),
                         N_("I see the home before I say yes"),
                         N_("We agree on who helps on the day I move")),
                        (N_("Housing support from one steady person"), N_("Help with the move and furniture"))),
            ExampleGoal(N_("I know what I live on each month"), LifeArea.MONEY, 8,
                        (N_("We go through income and regular bills together"),
                         N_("We apply for help with the deposit")),
                        (N_("Advice on money and debt"),)),
            ExampleGoal(N_("Somebody knows me where I live"), LifeArea.NETWORK, 30,
                        (N_("I choose who is to know my new address"),
                         N_("I find one place near the home where I like to come")),
                        (N_("Volunteer companion"),)),
            ExampleGoal(N_("I keep my home"), LifeArea.HOUSING, 52,
                        (N_("We agree on how we speak together when something gets hard"),
                         N_("We look at rent and everyday life once a month")),
                        (N_("Visits at home for the first nine months"),), GoalType.MAINTAIN))),
    Example(
        N_("The first six weeks at the shelter"),
        N_("Everybody who has just moved in."),
        N_("Has moved in within the last week."),
        N_("Is here for a night or two only."),
        2, N_("The contact person"), (
            ExampleGoal(N_("I have arrived, and know whom to ask"), LifeArea.EVERYDAY, 1,
                        (N_("My contact person shows me around"), N_("We agree on when we speak together"))),
            ExampleGoal(N_("I have money and papers in order"), LifeArea.MONEY, 3,
                        (N_("We see that there is an income"), N_("We see that MitID, bank and post work")),
                        (N_("Help with letters from the authorities"),)),
            ExampleGoal(N_("I have been to a doctor"), LifeArea.HEALTH, 4,
                        (N_("We find out who my own doctor is"), N_("We book a time, and agree on who comes along")),
                        (N_("Health check with own doctor"),)),
            ExampleGoal(N_("I have said what I want, and we have a plan"), LifeArea.OTHER, 6,
                        (N_("I draw my network together with my contact person"),
                         N_("I say who may know what"),
                         N_("We hold a network meeting")), responsible=N_("The citizen")))),
)
