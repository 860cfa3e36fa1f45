"""What the network map shows, in the paper's words."""
from __future__ import annotations

from collections.abc import Sequence

from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.insight.insight import what_it_shows
from borgerplan_desktop.model.insight.sentence import Kind, Voice
from borgerplan_desktop.model.network import NetworkMember

FEW = 6                                                  # sentences on a paper
OURS = frozenset({Kind.ASK, Kind.WISH_FOR, Kind.NOT_IN_TOUCH})   # what we are to do, not what the map shows


def map_in_words(p: PlanContext, everybody: Sequence[NetworkMember]) -> list[str]:
    """The first sentences about those who stand on the paper."""
    name = p.citizen.first_name.strip() or p.say("Me")
    voice = Voice(p.say, p.day, p.short_name, p.words.listed, p.words.weekday, name)
    return [each.words for each in what_it_shows(p.case, p.today, voice, everybody) if each.kind not in OURS][:FEW]
