"""The plan for one of the network: their name on every page, only what is covered, and on record that they got it."""
from __future__ import annotations

import re
from datetime import timedelta

import pytest

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, paper_of
from borgerplan_desktop.casework.papers.plan_copy import may_have_a_copy, plan_copy
from borgerplan_desktop.casework.papers.plan_paper import paper_was_made, plan_paper
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, Topic
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.papers import Delivery, MadeHow, Reader
from borgerplan_desktop.model.plan import Goal, current_plan
from tests.documents import reading


@pytest.fixture
def birgit(opened: OpenCase) -> NetworkMember:
    with opened.action("somebody, and two goals"):
        member = opened.case.add(NetworkMember(name="Birgit Holm", kind=MemberKind.PROFESSIONAL))
        plan = current_plan(opened.case).id
        opened.case.add(Goal(plan_id=plan, place=1, title="Min egen dør", area=LifeArea.HOUSING))
        opened.case.add(Goal(plan_id=plan, place=2, title="Drikke mindre", area=LifeArea.SUBSTANCES))
    return member


def says_yes(opened: OpenCase, member: NetworkMember, *topics: Topic) -> Consent:
    with opened.action("a consent"):
        form = opened.case.add(Consent(given_on=opened.today(), expires_on=opened.today() + timedelta(days=90)))
        opened.case.add(ConsentPerson(consent_id=form.id, member_id=member.id))
        for topic in topics:
            opened.case.add(ConsentTopic(consent_id=form.id, topic=topic))
    return form


def pages(data: bytes) -> list[str]:
    return [" ".join(page.split()) for page in reading.run("pdftotext", data).rstrip("\f").split("\f")]


def test_without_a_consent_there_is_none(opened: OpenCase, birgit: NetworkMember) -> None:
    assert birgit not in may_have_a_copy(opened)           # our own staff need none
    with pytest.raises(Refused):
        plan_copy(opened, birgit)


@pytest.mark.parametrize("adopted", [False, True], ids=["draft", "adopted"])
@pytest.mark.parametrize("large_print", [False, True])
def test_only_what_is_covered_stands_there_with_the_name_on_every_page(
        opened: OpenCase, birgit: NetworkMember, adopted: bool, large_print: bool) -> None:
    says_yes(opened, birgit, Topic.PLAN, Topic.HOUSING)
    if adopted:
        adopt_plan(opened, None, [])
    assert birgit in may_have_a_copy(opened)
    data = plan_copy(opened, birgit, large_print=large_print).draw()
    found = pages(data)
    assert "Min egen dør" in " ".join(found)
    assert "Drikke mindre" not in " ".join(found)
    assert "Her står kun det, samtykket dækker." in " ".join(found[0].split())
    for page in found:
        assert "Kopi til Birgit Holm," in page
        assert str(opened.today().year) in page


def test_the_name_is_no_part_of_what_is_read_aloud(opened: OpenCase, birgit: NetworkMember) -> None:
    says_yes(opened, birgit, *Topic)
    data = plan_copy(opened, birgit).draw()
    assert "Kopi til Birgit Holm," not in reading.run("pdfinfo", data, "-struct-text")
    assert "Kopi til" not in " ".join(pages(plan_paper(opened).draw()))


def test_a_consent_that_is_withdrawn_before_it_is_drawn_stops_it(opened: OpenCase, birgit: NetworkMember) -> None:
    form = says_yes(opened, birgit, Topic.PLAN)
    paper = plan_copy(opened, birgit)
    with opened.action("withdrawn"):
        opened.case.remove(form)
    with pytest.raises(Refused):
        paper.draw()


def test_that_they_got_it_is_on_record(opened: OpenCase, birgit: NetworkMember) -> None:
    says_yes(opened, birgit, Topic.PLAN)
    made = paper_was_made(opened, MadeHow.PRINTED, plan_copy(opened, birgit))
    (given,) = opened.case.all(Delivery)
    assert made.reader is Reader.ONE
    assert (given.document_id, given.member_id, given.to_name, given.given_on) == (
        made.id, birgit.id, "Birgit Holm", opened.today())
    paper_was_made(opened, MadeHow.PRINTED, plan_paper(opened))
    assert len(opened.case.all(Delivery)) == 1


def test_what_one_got_is_nobody_elses_copy(opened: OpenCase, birgit: NetworkMember) -> None:
    """Bytes that were made of a version before are used again, but for those that bear a name."""
    says_yes(opened, birgit, Topic.PLAN, Topic.HOUSING)
    adopt_plan(opened, None, [])
    paper_was_made(opened, MadeHow.PRINTED, plan_copy(opened, birgit))
    said = " ".join(pages(plan_paper(opened, for_others=True).draw()))
    assert "Kopi til" not in said
    assert "Drikke mindre" in said


def test_a_consent_that_is_withdrawn_while_it_is_printed_does_not_take_it_off_the_record(
        opened: OpenCase, birgit: NetworkMember) -> None:
    form = says_yes(opened, birgit, Topic.PLAN)
    adopt_plan(opened, None, [])
    paper = plan_copy(opened, birgit)
    printed = paper.draw()
    with opened.action("withdrawn"):
        opened.case.remove(form)
    made = paper_was_made(opened, MadeHow.PRINTED, paper)
    assert opened.kept(made.digest) == printed
    assert [each.to_name for each in opened.case.all(Delivery)] == ["Birgit Holm"]


def test_who_came_after_it_was_adopted_is_named_on_it_too(opened: OpenCase, birgit: NetworkMember) -> None:
    says_yes(opened, birgit, Topic.PLAN)
    adopt_plan(opened, None, [])
    with opened.action("somebody new"):
        peter = opened.case.add(NetworkMember(name="Peter Lund", kind=MemberKind.PROFESSIONAL))
    says_yes(opened, peter, Topic.PLAN, Topic.HOUSING)
    found = pages(plan_copy(opened, peter).draw())
    assert "Drikke mindre" not in " ".join(found)
    assert "Peter Lund" in found[0].split("Kopi til")[0]
    for page in found:
        assert "Kopi til Peter Lund," in page


@pytest.mark.parametrize("key", ["handover", "ratings"])
def test_so_is_who_got_a_letter_of_their_own(opened: OpenCase, birgit: NetworkMember, key: str) -> None:
    says_yes(opened, birgit, *Topic)
    made = paper_was_made(opened, MadeHow.PRINTED, paper_of(opened, BY_KEY[key], birgit.id))
    assert made.reader is Reader.ONE
    assert [(each.document_id, each.to_name) for each in opened.case.all(Delivery)] == [(made.id, "Birgit Holm")]
    paper_was_made(opened, MadeHow.PRINTED, paper_of(opened, BY_KEY[key]))
    assert len(opened.case.all(Delivery)) == 1           # the citizen's own copy


@pytest.mark.parametrize("topics", [(Topic.PLAN, Topic.HOUSING), tuple(Topic)], ids=["a part", "all of it"])
def test_what_is_said_of_the_copy_stands_apart_from_the_first_heading(
        opened: OpenCase, birgit: NetworkMember, topics: tuple[Topic, ...]) -> None:
    with opened.action("a hope"):
        current_plan(opened.case).hopes = "Min egen dør, som jeg kan låse."
    says_yes(opened, birgit, *topics)
    words = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)<',
                       reading.run("pdftotext", plan_copy(opened, birgit).draw(), "-bbox"))
    heading = next(n for n, (_top, _foot, word) in enumerate(words) if word == "Håb")
    assert float(words[heading][0]) - float(words[heading - 1][1]) > 12          # points: as before any other heading
