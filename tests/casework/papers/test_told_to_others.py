"""Whatever leaves the house for somebody else than the citizen: every paper, every mail, and only what is covered.

A new paper or mail is in it by itself; where nobody has said here what it may say, it fails.
"""
from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time
from types import SimpleNamespace
from typing import cast

import pytest

import borgerplan_desktop.casework
from borgerplan_desktop.casework.meeting.meeting_calendar import calendar_of
from borgerplan_desktop.casework.meeting.sending import Sending
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail import Mail
from borgerplan_desktop.casework.papers.paper_kinds import PAPERS, PaperKind
from borgerplan_desktop.casework.plan.readers import plan_readers
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents import plan_difference
from borgerplan_desktop.documents.case_file import write_case
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.anonymous import Instead
from borgerplan_desktop.model.application import Application
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.compared_versions import DRAFT, Compared
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.course import Course, Stay
from borgerplan_desktop.model.covered import covered_for, topic_of_area
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.knowledge import Knowledge
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.meeting import LeaderPad, Meeting
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import DocumentKind, Reader
from borgerplan_desktop.model.plan import Agreed, Agreement, Goal, Plan, PlanApproval, PlanVersion, SignedHow
from borgerplan_desktop.model.row import Row
from tests.casework.papers.marked_case import (
    ANYBODY,
    BASIS,
    BY_LAW,
    CODE,
    HEALER,
    HOUSE,
    LEAVING,
    PAD,
    PARTNER,
    PLACE,
    RELATIVE,
    TODAY,
    WISH,
    consents,
    marked,
    marks_in,
    may_see,
)
from tests.documents import reading

CONSENTS = tuple(consents())
OTHER_LANGUAGES = ("en", "pl+da", "kl")
FOR_OTHERS = [paper for paper in PAPERS if paper.reader is not Reader.CITIZEN]
ABOUT: dict[DocumentKind, Callable[[Case], list[str]]] = {       # the rows that a paper is about
    DocumentKind.NOTICE: lambda case: [""], DocumentKind.SUPPORT_WISH: lambda case: [""],
    DocumentKind.RATINGS: lambda case: [PARTNER], DocumentKind.HANDOVER: lambda case: [PARTNER],
    DocumentKind.NETWORK_MAP: lambda case: list(Instead),
    **dict.fromkeys((DocumentKind.INVITATION, DocumentKind.AGENDA, DocumentKind.AGENDA_CHANGE, DocumentKind.MINUTES,
                     DocumentKind.AWAY_LETTER), lambda case: [f"meeting0/{PARTNER}"]),
    DocumentKind.DISCHARGE: lambda case: [""], DocumentKind.COORDINATOR_NOTICE: lambda case: [PARTNER],
    DocumentKind.KNOWLEDGE_REQUEST: lambda case: [each.id for each in case.all(Knowledge)]}
ALSO: dict[DocumentKind, set[str]] = {                   # by law, or at the citizen's own wish and signature
    DocumentKind.NOTICE: {ANYBODY, HOUSE, BY_LAW},       # § 110, stk. 6, i lov om social service
    DocumentKind.SUPPORT_WISH: {ANYBODY, HOUSE, WISH, CODE[Topic.NETWORK]},      # § 85 a: whom the citizen wishes for
    DocumentKind.DISCHARGE: {ANYBODY, HOUSE, LEAVING},   # § 110, stk. 5
    DocumentKind.COORDINATOR_NOTICE: set(), DocumentKind.RATINGS: set(), DocumentKind.NETWORK_MAP: set(),
    DocumentKind.HANDOVER: set(),
    **{kind: set[str]() for kind in (DocumentKind.INVITATION, DocumentKind.AGENDA, DocumentKind.AGENDA_CHANGE,
                                     DocumentKind.MINUTES, DocumentKind.AWAY_LETTER)},
    DocumentKind.KNOWLEDGE_REQUEST: {ANYBODY, HOUSE, BASIS}}
MAILS: dict[str, Callable[[OpenCase, NetworkMember], list[Callable[[], Mail]]]] = {
    "coordination.notice.notice_mail": lambda opened, to: [lambda: act("coordination.notice.notice_mail")(opened, to)],
    "leaving.closing.closing_mail": lambda opened, to: [lambda: act("leaving.closing.closing_mail")(opened, to)],
    "waiting.action_plan.reminder_mail":
        lambda opened, to: [lambda: act("waiting.action_plan.reminder_mail")(opened, to)],
    "waiting.climb.mail_of": lambda opened, to: [
        lambda row=row: act("waiting.climb.mail_of")(opened, row)
        for row in (*opened.case.all(Application), *opened.case.all(Course))],
    "papers.knowledge.request_mail": lambda opened, to: [
        lambda row=row: act("papers.knowledge.request_mail")(opened, row) for row in opened.case.all(Knowledge)],
    "meeting.meeting_mail.meeting_mail": lambda opened, to: [
        lambda sending=sending: act("meeting.meeting_mail.meeting_mail")(
            opened, opened.case.get(Meeting, "meeting0"), to, sending) for sending in Sending],
    "intake.notice.mail": lambda opened, to: [
        lambda: act("intake.notice.mail")(opened, opened.case.the(Stay))]}
# a mail with no words in it; to our own leader; what `meeting_mail` writes once it may; of the shelter's own case
WITHIN = {"papers.mail.mail_to", "waiting.climb.leader_mail", "meeting.meeting_mail.written_mail",
          "papers.frame_mail.frame_mail"}
WHATEVER = {ANYBODY, HOUSE}                              # says nothing about the citizen: their own number, who we are
MAIL_ALSO = {"waiting.climb.mail_of": WHATEVER, "waiting.action_plan.reminder_mail": WHATEVER,
             "intake.notice.mail": {*WHATEVER, BY_LAW}, "papers.knowledge.request_mail": WHATEVER}


def act(name: str) -> Callable[..., Mail]:
    module, _, function = name.rpartition(".")
    return getattr(importlib.import_module(f"borgerplan_desktop.casework.{module}"), function)


def desk(case: Case) -> OpenCase:
    return cast(OpenCase, SimpleNamespace(case=case, who="eva", today=lambda: TODAY, shelter=None))


def said_on(paper: PaperKind, case: Case, language: str = "da") -> Iterator[str]:
    abouts = ABOUT[paper.kind](case) if paper in FOR_OTHERS else [""]
    for about in abouts:
        try:
            yield reading.all_it_says(paper.draw(case, about, language=language, large_print=False, today=TODAY))
        except ValueError:
            continue                                     # no consent covers them: there is no paper


def written_to(name: str, case: Case) -> Iterator[str]:
    member = case.get(NetworkMember, PARTNER)
    assert member is not None
    for write in MAILS[name](desk(case), member):
        try:
            mail = write()
        except Refused:
            continue
        assert marks_in(mail.subject) == set(), "a subject can be read by anybody"
        yield mail.body


def test_every_mail_is_tried() -> None:
    found = set()
    for info in pkgutil.walk_packages(borgerplan_desktop.casework.__path__, "borgerplan_desktop.casework."):
        module = importlib.import_module(info.name)
        found |= {f"{info.name.removeprefix('borgerplan_desktop.casework.')}.{name}"
                  for name, function in inspect.getmembers(module, inspect.isfunction)
                  if function.__module__ == info.name and function.__annotations__.get("return") == "Mail"}
    assert found == {*MAILS, *WITHIN}


@pytest.mark.parametrize("consent", CONSENTS)
@pytest.mark.parametrize("paper", [pytest.param(each, id=each.key) for each in FOR_OTHERS])
def test_a_paper_says_only_what_is_covered(paper: PaperKind, consent: str) -> None:
    for ended in (False, True) if paper.kind is DocumentKind.COORDINATOR_NOTICE else (False,):
        rows, topics = consents()[consent]
        allowed = may_see(topics) | ALSO[paper.kind]
        if paper.kind is DocumentKind.KNOWLEDGE_REQUEST and consent == "law":
            allowed |= set(CODE.values())                # a law lets us ask, and the letter says for what
        for said in said_on(paper, marked(rows, ended=ended)):
            assert marks_in(said) - allowed == set()


@pytest.mark.parametrize("number", range(len(CONSENTS)), ids=CONSENTS)
def test_no_language_says_more(number: int) -> None:
    """Nor a second one beside it: a copy for one of the network, of the plan and of every other paper."""
    rows, topics = consents()[CONSENTS[number]]
    language = OTHER_LANGUAGES[number % len(OTHER_LANGUAGES)]
    case = marked([*rows, *answered()])
    for paper in FOR_OTHERS:
        allowed = may_see(topics) | ALSO[paper.kind]
        if paper.kind is not DocumentKind.KNOWLEDGE_REQUEST:
            for said in said_on(paper, case, language):
                assert marks_in(said) - allowed == set(), paper.key
    partner = case.get(NetworkMember, PARTNER)
    assert partner is not None
    covered = covered_for(case, partner, TODAY)
    if covered.line(None):
        for version in (None, case.get(PlanVersion, "adopted")):
            said = reading.all_it_says(plan_pdf(case, language=language, today=TODAY, version=version,
                                                reader=Reader.OTHERS, covered=covered))
            assert marks_in(said) - may_see(topics) == set()
            assert CODE[Topic.PLAN] in marks_in(said)


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_no_language_tells_a_protected_address(language: str) -> None:
    case = marked(consents()["fetch"][0], protected=True)
    said = {each.key: list(said_on(each, case, language)) for each in PAPERS if each.kind is not DocumentKind.NOTICE}
    said["plan"] = [reading.all_it_says(plan_pdf(case, language=language, today=TODAY))]
    assert [key for key, each in said.items() for text in each if PLACE in text or HOUSE in marks_in(text)] == []


@pytest.mark.parametrize("consent", CONSENTS)
@pytest.mark.parametrize("name", MAILS)
def test_a_mail_says_only_what_is_covered(name: str, consent: str) -> None:
    for ended in (False, True):
        rows, topics = consents()[consent]
        for said in written_to(name, marked(rows, ended=ended)):
            assert marks_in(said) - may_see(topics) - MAIL_ALSO.get(name, set()) == set()


@pytest.mark.parametrize("consent", CONSENTS)
@pytest.mark.parametrize("protected", [False, True], ids=["", "protected"])
def test_a_calendar_says_only_what_is_covered(consent: str, protected: bool) -> None:
    """Whoever looks into somebody's calendar reads it: nothing of the case but where and when."""
    rows, topics = consents()[consent]
    case = marked(rows, protected=protected)
    for to in (case.get(NetworkMember, PARTNER), None):
        try:
            made = calendar_of(case, "meeting0", datetime.combine(TODAY, time(12)), to)
        except Refused:
            continue                                     # no consent covers them: there is none
        said = marks_in(re.sub(r"\r\n ", "", made.content.decode()))
        assert said - ({CODE[Topic.PLAN]} if to is None else may_see(topics)) - WHATEVER == set()
        assert not protected or HOUSE not in said


@pytest.mark.parametrize("consent", CONSENTS)
def test_whoever_may_have_the_plan_may_read_all_that_is_in_the_copy_for_others(consent: str) -> None:
    rows, topics = consents()[consent]
    case = marked(rows)
    may, _lacking = plan_readers(case, TODAY)
    if any(member.id == PARTNER for member in may):
        said = reading.text(plan_pdf(case, today=TODAY, reader=Reader.OTHERS))
        assert marks_in(said) - may_see(topics) == set()


@pytest.mark.parametrize("consent", CONSENTS)
def test_a_plan_for_one_reader_says_only_what_is_covered(consent: str) -> None:
    """Also an adopted one, with what was said to it and signed."""
    rows, topics = consents()[consent]
    case = marked([*rows, *answered()])
    partner = case.get(NetworkMember, PARTNER)
    assert partner is not None
    covered = covered_for(case, partner, TODAY)
    for version in (None, case.get(PlanVersion, "adopted")):
        if covered.line(None):
            said = reading.text(plan_pdf(case, today=TODAY, version=version, reader=Reader.OTHERS, covered=covered))
            assert marks_in(said) - may_see(topics) == set()
            assert CODE[Topic.PLAN] in marks_in(said)


def answered() -> list[Row]:
    """An adopted version, and what everybody said to it."""
    return [PlanVersion(id="adopted", number=1, adopted_on=TODAY, plan_id="plan0"), *(
        PlanApproval(id=f"said{n}", version_id="adopted", member_id=member, place=float(n), name="zzne0001",
                     agreed=Agreed.NO, comment=f"zz{CODE[Topic.PLAN]}0002", signed=SignedHow.DECLINED, signed_on=TODAY)
        for n, member in enumerate(("network_member0", PARTNER, RELATIVE, HEALER)))]


@pytest.mark.parametrize("consent", CONSENTS)
@pytest.mark.parametrize("back", [False, True], ids=["added", "taken out"])
def test_what_is_different_for_one_reader_says_only_what_is_covered(consent: str, back: bool) -> None:
    """Everything the plan says is new, or was taken out: every mark would stand there."""
    rows, topics = consents()[consent]
    full, emptied = marked(rows), marked(rows)
    emptied = Case("case", [row for row in emptied.rows() if not isinstance(row, (Goal, Agreement, Expectation))],
                   register=emptied.register)
    emptied.begin()
    for field in ("situation", "hopes", "strengths", "matters_now", "help_wanted", "can_do_myself", "follow_up"):
        setattr(emptied.the(Plan), field, "")
    now, then = (emptied, full) if back else (full, emptied)
    emptied.finish(emptied.changed(), 0)
    with in_case(now, PlanVersion(id="then", number=1, adopted_on=TODAY, plan_id="plan0", case_digest="d" * 64)), \
            pytest.MonkeyPatch.context() as patched:
        patched.setattr(plan_difference, "read_case", lambda _bytes: SimpleNamespace(case=lambda: then))
        try:
            said = reading.text(plan_difference.plan_difference_pdf(
                now, Compared(1, DRAFT, PARTNER).key, today=TODAY, kept={"d" * 64: b""}))
        except ValueError:
            assert Topic.PLAN not in topics
            return
    assert marks_in(said) - may_see(topics) == set()
    assert CODE[Topic.PLAN] in marks_in(said)
    if consent == "every":
        assert {CODE[topic_of_area(area)] for area in LifeArea} <= marks_in(said)


@contextmanager
def in_case(case: Case, row: Row) -> Iterator[None]:
    case.begin()
    case.add(row)
    yield
    case.abandon()


def test_all_of_it_is_said_where_all_is_covered() -> None:
    """Else the others would prove nothing."""
    case = marked(consents()["fetch"][0])
    found = {paper.key: set().union(*map(marks_in, said_on(paper, case))) for paper in FOR_OTHERS}
    assert {CODE[each] for each in (Topic.PLAN, Topic.MONEY, Topic.HEALTH, Topic.NETWORK)} <= \
        found["coordinator-notice"]
    assert {CODE[each] for each in Topic} <= found["knowledge-request"]
    for key in ("invitation", "agenda", "agenda-change", "minutes", "away"):
        assert CODE[Topic.PLAN] in found[key], key
    assert {CODE[each] for each in (Topic.HOUSING, Topic.MONEY, Topic.SUBSTANCES)} <= found["minutes"]
    assert not found.pop("network")                      # to others it goes without names
    assert all(found.values())
    assert all(any(True for _ in written_to(name, case)) for name in MAILS)


def test_the_private_pad_of_a_meeting_leaves_in_nothing() -> None:
    """Neither for others nor for the citizen, nor in the case file."""
    case = marked(consents()["fetch"][0])
    assert {PAD} == set().union(*(marks_in(each.text) for each in case.all(LeaderPad)))
    for paper in PAPERS:
        for said in said_on(paper, case):
            assert PAD not in marks_in(said), paper.key
    for name in MAILS:
        for said in written_to(name, case):
            assert PAD not in marks_in(said), name
    file = write_case(case).decode()
    assert PAD not in marks_in(file)
    assert LeaderPad.__tablename__ not in file


def test_a_protected_address_is_in_none_but_the_notice_that_says_so() -> None:
    for ended in (False, True):
        case = marked(consents()["fetch"][0], protected=True, ended=ended)
        for paper in PAPERS:                             # also what the citizen carries
            if paper.kind is not DocumentKind.NOTICE:
                for said in said_on(paper, case):
                    assert PLACE not in said, paper.key
                    assert HOUSE not in marks_in(said), paper.key
                    assert "87 65 43 21" not in said or paper not in FOR_OTHERS, paper.key
        for name in MAILS:
            for said in written_to(name, case):
                assert PLACE not in said or name == "intake.notice.mail", name       # whom it goes to, and no more
                assert HOUSE not in marks_in(said), name
