"""Which papers can be made of a case now, besides the plan and what is asked of one person."""
from __future__ import annotations

from borgerplan_desktop.casework.papers.paper_kinds import OF_A_MEETING, PAPERS, PaperKind
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import has_died
from borgerplan_desktop.model.leaving import stay_of_course
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.papers import DocumentKind

OF_A_STAY = frozenset({DocumentKind.NOTICE, DocumentKind.WELCOME, DocumentKind.DISCHARGE, DocumentKind.MOVING_OUT})
# Made where somebody says who is asked for what, or who is told.
ELSEWHERE = frozenset({DocumentKind.KNOWLEDGE_REQUEST, DocumentKind.AGENDA_CHANGE, DocumentKind.AWAY_LETTER})
AFTER_A_DEATH = frozenset({DocumentKind.NOTICE, DocumentKind.COORDINATOR_NOTICE})


def can_be_made(case: Case) -> list[PaperKind]:
    """Every kind of paper that says something about this case, in the order of their table."""
    stay, died, meetings = stay_of_course(case), has_died(case), bool(case.all(Meeting))
    return [each for each in PAPERS if each.kind not in ELSEWHERE
            and (stay is not None or each.kind not in OF_A_STAY) and (meetings or each.kind not in OF_A_MEETING)
            and (not died or each.kind in AFTER_A_DEATH)]
