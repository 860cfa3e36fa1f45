"""Life areas with their national codes, the ladder of interventions, and what they are called."""
from __future__ import annotations

import enum

from borgerplan_desktop.i18n import N_

FFB_SYSTEM = "urn:oid:1.2.208.176.2.22"                  # Fælles Faglige Begreber (VUM 2.0)


class LifeArea(enum.StrEnum):
    HOUSING = "housing"
    MONEY = "money"
    SUBSTANCES = "substances"
    HEALTH = "health"
    WELLBEING = "wellbeing"
    NETWORK = "network"
    WORK = "work"
    EVERYDAY = "everyday"
    LEISURE = "leisure"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The msgid of its name."""
        return _AREAS[self][0]

    @property
    def ffb(self) -> tuple[str, str] | None:
        """Its nearest term among the national ones as (code, term); None where they have none."""
        return _AREAS[self][1]


_AREAS: dict[LifeArea, tuple[str, tuple[str, str] | None]] = {
    LifeArea.HOUSING: (N_("Housing"), ("35c56275-0093-4901-9fd8-d06fdb5cb8f3", "Boligsituation")),
    LifeArea.MONEY: (N_("Money"), ("08aa68ce-acd6-4e03-b6b5-091811324345", "Økonomisk situation")),
    LifeArea.SUBSTANCES: (N_("Alcohol and drugs"), ("c8f4475a-8de3-4920-ad0c-eea78c49a68d", "Rusmidler")),
    LifeArea.HEALTH: (N_("Physical health"), ("69dbfad7-859a-4596-8737-8054f6b4948f", "Fysisk helbred")),
    LifeArea.WELLBEING: (N_("Mental wellbeing"), ("25c5c614-305f-46cd-9891-55d564fc30cf", "Mentale funktioner")),
    LifeArea.NETWORK: (N_("Network and relations"),
                       ("4c082610-b122-4019-96f2-1061e287445e", "Varetage relationer til netværk")),
    LifeArea.WORK: (N_("Education and work"), ("f695cec7-2b39-4c7e-8731-da8558a4fb3f", "Uddannelse og job")),
    LifeArea.EVERYDAY: (N_("Everyday life and practical tasks"),
                        ("eef71492-65f5-4297-aa95-3c3a6866ddef", "Praktiske opgaver")),
    LifeArea.LEISURE: (N_("Leisure and community"),
                       ("dcc6bb77-45af-4625-9c4d-7d7878307220",
                        "Deltage i sociale fællesskaber og fritidsaktiviteter")),
    LifeArea.OTHER: (N_("Other"), None),
}


class LadderStep(enum.StrEnum):
    """The seven steps of the ladder of interventions; the aim is to need less help (omstillingsplanen)."""

    OPEN = "1"
    EARLY = "2"
    LESS = "3"
    MORE = "4"
    STAY = "5"
    TEMPORARY_HOME = "6"
    LASTING_HOME = "7"

    @property
    def number(self) -> int:
        return int(self.value)

    @property
    def label(self) -> str:
        return _STEPS[self][0]

    @property
    def in_few_words(self) -> str:
        return _STEPS[self][1]

_STEPS = {
    LadderStep.OPEN: (N_("Open services without referral"), N_("You can just come.")),
    LadderStep.EARLY: (N_("Early interventions"), N_("A little help before it gets hard.")),
    LadderStep.LESS: (N_("Less intrusive interventions"),
                      N_("One steady person, or help while you live in your own home.")),
    LadderStep.MORE: (N_("More intrusive interventions"), N_("Close help for a time where you live.")),
    LadderStep.STAY: (N_("Temporary stays and treatment, day and night"),
                      N_("You live here for a time, with help day and night.")),
    LadderStep.TEMPORARY_HOME: (N_("Temporary stays in a residence"),
                                N_("A residence until you can live with less support.")),
    LadderStep.LASTING_HOME: (N_("Long-term stays in a residence"),
                              N_("A home with help for as long as you need it.")),
}
