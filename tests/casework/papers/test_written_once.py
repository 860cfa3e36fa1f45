"""What was written once is told of wherever it was used again, and only there."""
from __future__ import annotations

from datetime import date, datetime

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.plan_paper import paper_was_made, plan_paper
from borgerplan_desktop.casework.plan import agreements, goals
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, Participant
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Delivery, Document, DocumentKind, MadeHow
from borgerplan_desktop.model.plan import Agreement, Goal, Plan, current_plan
from borgerplan_desktop.model.written_once import TextOf, UsedIn, uses_of_texts

MADE = datetime(2026, 11, 3, 10)


def test_a_paper_says_the_texts_that_stood_before_it_was_made() -> None:
    rows = [Plan(id="plan", hopes="egen dør", rev=3), Goal(id="g", plan_id="plan", title="bolig", rev=4),
            Goal(id="later", plan_id="plan", title="gæld", rev=9), Document(id="d", made_at=MADE, rev=6),
            Delivery(given_on=MADE.date(), document_id="d", to_name="Lilleby Kommune", rev=7)]
    [use] = uses_of_texts(Case("case", rows))
    assert use.said == ((TextOf.OWN_WORDS, 1), (TextOf.GOALS, 1))
    assert (use.label, use.to) == (DocumentKind.PLAN.label, ("Lilleby Kommune",))


def test_a_paper_that_says_none_of_it_is_no_use() -> None:
    rows = [Plan(id="plan"), Goal(plan_id="plan", title="bolig"), Document(made_at=MADE, kind=DocumentKind.SURVEY)]
    assert uses_of_texts(Case("case", rows)) == []


def test_invitation_and_minutes_are_uses_of_the_agenda_and_what_was_agreed() -> None:
    rows = [Plan(id="plan"), Meeting(id="m"), AgendaItem(meeting_id="m", title="Bolig"),
            Agreement(text="Eva ringer", meeting_id="m"), Agreement(text="En anden dag"),
            NetworkMember(id="sara", name="Sara Prøve"),
            Participant(meeting_id="m", member_id="sara", invited_on=date(2026, 11, 2),
                        minutes_given_on=date(2026, 11, 12))]
    minutes, invitation = uses_of_texts(Case("case", rows))
    assert (invitation.label, invitation.said) == (UsedIn.INVITATION.label, ((TextOf.AGENDA, 1),))
    assert (minutes.label, minutes.said, minutes.to) == (
        UsedIn.MINUTES.label, ((TextOf.AGENDA, 1), (TextOf.AGREEMENTS, 1)), ("Sara Prøve",))


def test_in_a_case_that_is_worked_on(opened: OpenCase) -> None:
    write(opened, current_plan(opened.case), Plan.hopes, "egen dør", "Own words")
    goals.add_goal(opened, "bolig")
    paper_was_made(opened, MadeHow.PRINTED, plan_paper(opened))
    agreements.add_agreement(opened, "Eva ringer")
    paper_was_made(opened, MadeHow.SAVED, plan_paper(opened))
    newest, first = uses_of_texts(opened.case)
    assert {kind for kind, _n in first.said} == {TextOf.OWN_WORDS, TextOf.GOALS}
    assert {kind for kind, _n in newest.said} == {TextOf.OWN_WORDS, TextOf.GOALS, TextOf.AGREEMENTS}
