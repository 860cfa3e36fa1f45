"""What the map shows: every sentence there is, the most useful first."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import has_died
from borgerplan_desktop.model.insight.hands import few_hands
from borgerplan_desktop.model.insight.sentence import Around, Kind, Sentence, Voice
from borgerplan_desktop.model.insight.support import gives_and_gets
from borgerplan_desktop.model.insight.tasks import not_in_touch, tasks
from borgerplan_desktop.model.insight.ties import closeness, empty_sectors, who_knows_whom
from borgerplan_desktop.model.network import NetworkMember, people

_FINDERS = (closeness, tasks, few_hands, who_knows_whom, not_in_touch, gives_and_gets, empty_sectors)
_ORDER = list(Kind)


def what_it_shows(case: Case, today: date, voice: Voice, who: Sequence[NetworkMember] | None = None) -> list[Sentence]:
    """The sentences about `who`, else about everybody around the citizen; none where there is nobody, nor of somebody
    who has died.
    """
    around = Around(case, today, people(case) if who is None else who, voice)
    if not around.people or has_died(case):
        return []
    if not around.placed:
        return list(closeness(around))
    found = [sentence for find in _FINDERS for sentence in find(around)]
    return sorted(found, key=lambda each: _ORDER.index(each.kind))
