"""Plans of a size that a shelter meets seldom and the paper must stand: what its speed is measured with."""
from __future__ import annotations

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import Ring, Tie, TieQuality
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Plan, Step
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Sector
from tests.documents import samples

LONG = "Jeg vil gerne fortælle det hele fra begyndelsen, så ingen behøver spørge mig om det igen. " * 40


def many_goals() -> Case:
    """80 goals with three steps and one help each, and 60 people."""
    rows: list[Row] = samples.jonas_rows()
    for n in range(77):
        rows += [Goal(id=f"many{n}", plan_id="plan", place=10 + n, title=f"Jeg vil have min egen dør nummer {n}",
                      why="Så Sara kan komme på besøg, og så jeg kan sove uden larm."),
                 *(Step(id=f"many{n}s{s}", goal_id=f"many{n}", place=s, text="Skrive mig op i to boligselskaber")
                   for s in range(3)),
                 Intervention(id=f"many{n}i", goal_id=f"many{n}", name="Bostøtte", purpose="Jeg skal ikke stå alene.")]
    rows += [samples.person(f"many{n}", f"Christoffer{n} Wolfenbüttel", "en, jeg kender fra herberget",
                            list(Sector)[n % 7], list(Ring)[n % 3], list(TieQuality)[n % 5], "12 34 56 78", n % 2 == 0)
             for n in range(49)]
    return Case("case", rows, register=samples.register())


def many_agreements() -> Case:
    """300 agreements and long prose wherever the citizen speaks."""
    rows: list[Row] = samples.jonas_rows()
    for row in rows:
        if isinstance(row, Plan):
            row.situation = row.hopes = row.help_wanted = LONG
        if isinstance(row, Goal):
            row.why = LONG
    rows += [Agreement(id=f"many{n}", place=20 + n, responsible_id="birgit_m", text=f"Sender bevilling nummer {n} til "
                       "behandlingen, og ringer til mig, når der er svar", when="hver tirsdag kl. 10")
             for n in range(300)]
    return Case("case", rows, register=samples.register())


def many_people() -> Case:
    """500 people on the map, and 500 ties between them."""
    rows: list[Row] = [row for row in samples.jonas_rows() if not isinstance(row, Tie)]
    rows += [samples.person(f"many{n}", f"Christoffer{n} Wolfenbüttel", "en, jeg kender fra herberget",
                            list(Sector)[n % 7], list(Ring)[n % 3], list(TieQuality)[n % 5], "12 34 56 78", n % 2 == 0)
             for n in range(500)]
    rows += [Tie(id=f"tie{n}", one_id=f"many{n}", other_id=f"many{(n * 7 + 3) % 500}", quality=list(TieQuality)[n % 5])
             for n in range(500)]
    return Case("case", rows, register=samples.register())
