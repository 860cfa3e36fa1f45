"""Life areas with their national codes, the types of goals, the ladder of interventions, and what they are called."""
from __future__ import annotations

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled

FFB_SYSTEM = "urn:oid:1.2.208.176.2.22"                  # Fælles Faglige Begreber (VUM 2.0)


class LifeArea(Labelled):
    HOUSING = "housing", N_("Housing")
    MONEY = "money", N_("Money")
    SUBSTANCES = "substances", N_("Alcohol and drugs")
    HEALTH = "health", N_("Physical health")
    WELLBEING = "wellbeing", N_("Mental wellbeing")
    NETWORK = "network", N_("Network and relations")
    WORK = "work", N_("Education and work")
    EVERYDAY = "everyday", N_("Everyday life and practical tasks")
    LEISURE = "leisure", N_("Leisure and community")
    OTHER = "other", N_("Other")

    @property
    def ffb(self) -> tuple[str, str] | None:
        """Its nearest term among the national ones as (code, term); None where they have none."""
        return _FFB.get(self)


_FFB = {
    LifeArea.HOUSING: ("35c56275-0093-4901-9fd8-d06fdb5cb8f3", "Boligsituation"),
    LifeArea.MONEY: ("08aa68ce-acd6-4e03-b6b5-091811324345", "Økonomisk situation"),
    LifeArea.SUBSTANCES: ("c8f4475a-8de3-4920-ad0c-eea78c49a68d", "Rusmidler"),
    LifeArea.HEALTH: ("69dbfad7-859a-4596-8737-8054f6b4948f", "Fysisk helbred"),
    LifeArea.WELLBEING: ("25c5c614-305f-46cd-9891-55d564fc30cf", "Mentale funktioner"),
    LifeArea.NETWORK: ("4c082610-b122-4019-96f2-1061e287445e", "Varetage relationer til netværk"),
    LifeArea.WORK: ("f695cec7-2b39-4c7e-8731-da8558a4fb3f", "Uddannelse og job"),
    LifeArea.EVERYDAY: ("eef71492-65f5-4297-aa95-3c3a6866ddef", "Praktiske opgaver"),
    LifeArea.LEISURE: ("dcc6bb77-45af-4625-9c4d-7d7878307220",
                       "Deltage i sociale fællesskaber og fritidsaktiviteter"),
}


class GoalType(Labelled):
    """The national goal types (FFB: udvikle, fastholde, begrænse tab)."""

    DEVELOP = "develop", N_("Develop")
    MAINTAIN = "maintain", N_("Maintain")
    LIMIT_LOSS = "limit_loss", N_("Limit a loss")


class LadderStep(Labelled):
    """The seven steps of the ladder of interventions; the aim is to need less help (omstillingsplanen)."""

    OPEN = "1", N_("Open services without referral")
    EARLY = "2", N_("Early interventions")
    LESS = "3", N_("Less intrusive interventions")
    MORE = "4", N_("More intrusive interventions")
    STAY = "5", N_("Temporary stays and treatment, day and night")
    TEMPORARY_HOME = "6", N_("Temporary stays in a residence")
    LASTING_HOME = "7", N_("Long-term stays in a residence")

    @property
    def number(self) -> int:
        return int(self.value)

    @property
    def in_few_words(self) -> str:
        return _IN_FEW_WORDS[self]


_IN_FEW_WORDS = {
    LadderStep.OPEN: N_("Anybody can just come."),
    LadderStep.EARLY: N_("A little help before it gets hard."),
    LadderStep.LESS: N_("One steady person, or help in a home of one's own."),
    LadderStep.MORE: N_("Close help at home for a time."),
    LadderStep.STAY: N_("A stay here for a time, with help day and night."),
    LadderStep.TEMPORARY_HOME: N_("A residence until less support is enough."),
    LadderStep.LASTING_HOME: N_("A home with help for as long as it is needed."),
}
