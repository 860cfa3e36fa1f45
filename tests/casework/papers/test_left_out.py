"""Whom the citizen wants left out is left out of every paper, mail and calendar, whoever it is for; only what they are
sent themselves is addressed to them.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time
from types import SimpleNamespace

import pytest

from borgerplan_desktop.casework.meeting.meeting_calendar import calendar_of
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, OF_A_MEETING, PAPERS, PaperKind
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents import plan_difference
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.compared_versions import DRAFT, Compared
from borgerplan_desktop.model.covered import covered_for
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.knowledge import Knowledge
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.papers import DocumentKind, Reader
from borgerplan_desktop.model.plan import Agreement, Goal, PlanVersion
from tests.casework.papers.marked_case import HEALER, PARTNER, RELATIVE, TODAY, consents, marked, marks_in
from tests.casework.papers.test_told_to_others import ABOUT, FOR_OTHERS, MAILS, answered, in_case, written_to
from tests.documents import reading

LEFT_OUT, FIELDS = "lo", ("name", "relation", "role", "organisation", "phone", "email", "known_since", "helps_with",
                          "wished_contact", "note")
COLLEAGUE = "network_member5"
WHO = [(RELATIVE, False), (HEALER, False), (HEALER, True), (COLLEAGUE, False)]       # HEALER holds the threads together


def without(id: str, ended: bool) -> Case:
    """The marked case, where everything that could be said of one of them is marked as left out."""
    case = marked([*consents()["fetch"][0], *answered()], ended=ended)
    case.begin()
    member = case.get(NetworkMember, id)
    assert member is not None
    for number, field in enumerate(FIELDS):
        setattr(member, field, f"zz{LEFT_OUT}{1000 + number}")
    member.left_out_of_paper = True
    case.finish(case.changed(), case.seen)
    return case


def abouts(paper: PaperKind, case: Case) -> list[str]:
    """Everything a paper can be about: for the citizen, and for somebody else."""
    if paper.kind in OF_A_MEETING:
        return ["", "meeting0", "meeting1", f"meeting0/{PARTNER}", f"meeting1/{PARTNER}"]
    found = ABOUT[paper.kind](case) if paper in FOR_OTHERS else []
    return ["", *(found[:1] if paper.kind is DocumentKind.KNOWLEDGE_REQUEST else found)]


def said(paper: PaperKind, case: Case) -> Iterator[str]:
    for about in abouts(paper, case):
        try:
            yield reading.text(paper.draw(case, about, language="da", large_print=False, today=TODAY))
        except (ValueError, LookupError):
            continue                                     # nothing to say of it, or nobody it may be said to


@pytest.mark.parametrize(("id", "ended"), WHO)
def test_no_paper_says_who_is_left_out(id: str, ended: bool) -> None:
    case = without(id, ended)
    assert {paper.key for paper in PAPERS for words in said(paper, case) if LEFT_OUT in marks_in(words)} == set()


@pytest.mark.parametrize(("id", "ended"), WHO)
def test_no_plan_says_who_is_left_out(id: str, ended: bool) -> None:
    case = without(id, ended)
    for version in (None, case.get(PlanVersion, "adopted")):
        for reader in Reader:
            assert LEFT_OUT not in marks_in(reading.text(plan_pdf(case, today=TODAY, version=version, reader=reader)))


@pytest.mark.parametrize(("id", "ended"), WHO)
def test_no_mail_and_no_calendar_says_who_is_left_out(id: str, ended: bool) -> None:
    case = without(id, ended)
    assert {name for name in MAILS for words in written_to(name, case) if LEFT_OUT in marks_in(words)} == set()
    for to in (case.get(NetworkMember, PARTNER), None):
        for meeting in ("meeting0", "meeting1"):
            try:
                made = calendar_of(case, meeting, datetime.combine(TODAY, time(12)), to)
            except Refused:
                continue
            assert LEFT_OUT not in marks_in(re.sub(r"\r\n ", "", made.content.decode()))


@pytest.mark.parametrize("back", [False, True], ids=["added", "taken out"])
@pytest.mark.parametrize("reader", ["", PARTNER], ids=["citizen", "others"])
def test_what_is_different_says_nobody_who_is_left_out(reader: str, back: bool,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where they were not left out yet when the older version was adopted."""
    now, then = without(COLLEAGUE, False), without(COLLEAGUE, False)
    gone = now if back else then
    rows = [row for row in gone.rows() if not isinstance(row, (Goal, Agreement, Expectation, PlanVersion))]
    emptied = Case("case", rows, register=gone.register)
    now, then = (emptied, then) if back else (now, emptied)
    then.begin()
    for row in then.all(NetworkMember):
        row.left_out_of_paper = False
    then.finish(then.changed(), then.seen)
    monkeypatch.setattr(plan_difference, "read_case", lambda _bytes: SimpleNamespace(case=lambda: then))
    older = PlanVersion(id="then", number=7, adopted_on=TODAY, plan_id="plan0", case_digest="d" * 64)
    with in_case(now, older):
        made = plan_difference.plan_difference_pdf(now, Compared(7, DRAFT, reader).key, today=TODAY,
                                                   kept={"d" * 64: b""})
    words = reading.text(made)
    assert LEFT_OUT not in marks_in(words)
    assert "pl" in marks_in(words)                       # else it would prove nothing


def test_they_would_stand_there_if_they_were_not_left_out() -> None:
    """Else the others would prove nothing."""
    for id, keys in ((RELATIVE, {"support-wish", "network"}), (HEALER, {"coordinator-notice", "network"}),
                     (COLLEAGUE, {"network"})):
        case = without(id, False)
        case.begin()
        member = case.get(NetworkMember, id)
        assert member is not None
        member.left_out_of_paper = False
        case.finish(case.changed(), case.seen)
        for key in keys:
            assert any(LEFT_OUT in marks_in(words) for words in said(BY_KEY[key], case)), key


def test_whoever_is_left_out_gets_their_own_letter() -> None:
    case = without(PARTNER, False)
    assert any(LEFT_OUT in marks_in(words) for name in MAILS for words in written_to(name, case))
    assert case.all(Knowledge)


def test_what_they_are_sent_themselves_is_for_them_by_name() -> None:
    """Never a copy for "somebody": neither in the head, nor in the margin, nor where something is theirs to do."""
    case = without(PARTNER, False)
    member = case.get(NetworkMember, PARTNER)
    assert member is not None
    asked = [row.id for row in case.all(Knowledge) if row.member_id == PARTNER]
    for paper in FOR_OTHERS:
        about = [each for each in ABOUT[paper.kind](case) if PARTNER in each or each in asked]
        for each in about:
            try:
                words = reading.text(paper.draw(case, each, language="da", large_print=False, today=TODAY))
            except NotCovered:
                continue
            assert member.name in words, (paper.key, each)
            assert "til En i mit netværk" not in words, (paper.key, each)
    plan = reading.text(plan_pdf(case, today=TODAY, reader=Reader.OTHERS, covered=covered_for(case, member, TODAY)))
    assert f"Kopi til {member.name}" in plan
    assert "Kopi til En i mit netværk" not in plan
