"""The ladder of interventions: which help each step holds, who decides, and how the help has moved."""
from __future__ import annotations

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.plan import LadderPosition

SOURCE = "Omstillingsplan – Borgerens vej: Indsatstrappen og tilbuddene"      # where the examples stand

# Msgids, in the order of the source; a shelter's own services take their place.
EXAMPLES: dict[LadderStep, tuple[str, ...]] = {
    LadderStep.OPEN: (
        N_("Advice and guidance"), N_("Single benefits in special cases"), N_("Outreach in the street"),
        N_("Night café"), N_("Drop-in centre"), N_("The acute service"), N_("Drug consumption room")),
    LadderStep.EARLY: (
        N_("Grib København"), N_("Sheltered employment"), N_("Practical help at home")),
    LadderStep.LESS: (
        N_("Personal help and care"), N_("Nursing"), N_("Respite"), N_("Guidance at home"),
        N_("A home that is out of the ordinary"), N_("Support contact person"), N_("Housing advice"),
        N_("Mentor for the young"), N_("Outpatient treatment for alcohol and drugs"), N_("Crime prevention")),
    LadderStep.MORE: (
        N_("ACT (a team of professionals that comes to you)"),
        N_("CTI (a steady helper on the way to a home of one's own)"), N_("Flexible housing support"),
        N_("Day treatment")),
    LadderStep.STAY: (
        N_("Shelter for people without a home"), N_("Crisis centre"), N_("Treatment day and night"),
        N_("Help with personal care")),
    LadderStep.TEMPORARY_HOME: (
        N_("Temporary residence"), N_("Extensive help from the home care")),
    LadderStep.LASTING_HOME: (
        N_("Long-term residence"),),
}


def needs_decision(step: LadderStep) -> bool:
    """Whether the municipality must say yes (visitation): the first step alone is open to everybody."""
    return step is not LadderStep.OPEN


def lacks_decision(position: LadderPosition) -> bool:
    """Whether nobody has written who decided about it."""
    return needs_decision(position.step) and not position.decided_by.strip()
