"""Which papers can be made of a case now, besides the plan and what is asked of one person."""
from __future__ import annotations

from borgerplan_desktop.casework.papers.paper_kinds import OF_A_MEETING, PAPERS, PaperKind
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import has_died
from borgerplan_desktop.model.leaving import stay_of_course
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.papers import DocumentKind

OF_A_STAY = frozenset({DocumentKind.NOTICE, DocumentKind.WELCOME, DocumentKind.DISCHARGE, DocumentKind.MOVING_OUT})
# Made where somebody says who is asked for what, or who is told.
ELSEWHERE = frozenset({DocumentKind.KNOWLEDGE_REQUEST, DocumentKind.AGENDA_CHANGE, DocumentKind.AWAY_LETTER})
# As one looks for them: by what it is about, or when it is needed. What stands in none stands by itself, first.
GROUPS: tuple[tuple[str, frozenset[DocumentKind]], ...] = (
    (N_("Day by day, and how it is going"), frozenset({
        DocumentKind.WEEK, DocumentKind.WHO_DOES_WHAT, DocumentKind.WAITING_LIST, DocumentKind.CHOSEN_SERVICES,
        DocumentKind.NETWORK_MAP, DocumentKind.RATINGS, DocumentKind.YOU_SAID, DocumentKind.PLAN_DIFFERENCE})),
    (N_("Moving in and consent"), frozenset({
        DocumentKind.CONSENT_FORM, DocumentKind.NOTICE, DocumentKind.WELCOME, DocumentKind.COORDINATOR_NOTICE,
        DocumentKind.EXPECTATIONS})),
    (N_("The meeting"), OF_A_MEETING),
    (N_("Moving out, and the time after"), frozenset({
        DocumentKind.DISCHARGE, DocumentKind.MOVING_OUT, DocumentKind.SUPPORT_WISH, DocumentKind.CLOSING_PLAN,
        DocumentKind.CLIP_CARD, DocumentKind.AFTER_CARE, DocumentKind.HANDOVER})),
    (N_("What the citizen thinks of it"), frozenset({DocumentKind.FEEDBACK, DocumentKind.SURVEY})))
AFTER_A_DEATH = frozenset({DocumentKind.NOTICE, DocumentKind.COORDINATOR_NOTICE})


def can_be_made(case: Case) -> list[PaperKind]:
    """Every kind of paper that says something about this case, in the order of their table."""
    stay, died, meetings = stay_of_course(case), has_died(case), bool(case.all(Meeting))
    return [each for each in PAPERS if each.kind not in ELSEWHERE
            and (stay is not None or each.kind not in OF_A_STAY) and (meetings or each.kind not in OF_A_MEETING)
            and (not died or each.kind in AFTER_A_DEATH)]


def in_groups(case: Case) -> list[tuple[str, list[PaperKind]]]:
    """The same as they are looked for: ("", those that stand by themselves), then each group that has any."""
    found, grouped = can_be_made(case), {kind for _title, kinds in GROUPS for kind in kinds}
    groups = [("", [each for each in found if each.kind not in grouped]),
              *((title, [each for each in found if each.kind in kinds]) for title, kinds in GROUPS)]
    return [(title, kinds) for title, kinds in groups if kinds]
