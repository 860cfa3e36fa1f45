"""Who was there when a plan was adopted, what they said and how they signed: with it, or filled in later."""
from __future__ import annotations

import pytest

from borgerplan_desktop.casework.meeting.participants import note_presence
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.plan_paper import adopted_paper, paper_was_made, signed_paper
from borgerplan_desktop.casework.papers.signed_consent import kept_paper
from borgerplan_desktop.casework.plan import adoption, approvals, goals
from borgerplan_desktop.casework.plan.approvals import Approval
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.case_file import read_case, write_case
from borgerplan_desktop.model.meeting import Meeting, Participant, Presence
from borgerplan_desktop.model.network import NetworkMember, citizen_member
from borgerplan_desktop.model.papers import Document, MadeHow
from borgerplan_desktop.model.plan import Agreed, PlanApproval, PlanVersion, SignedHow
from borgerplan_desktop.model.signature import Signature
from tests.documents import reading

DRAWN = Signature.of([[(10, 200), (300, 40), (600, 220)]])
OTHER = Signature.of([[(50, 250), (400, 60), (800, 200)]])


@pytest.fixture
def citizen(opened: OpenCase) -> NetworkMember:
    member = citizen_member(opened.case)
    assert member is not None
    return member


@pytest.fixture
def birgit(opened: OpenCase) -> NetworkMember:
    goals.add_goal(opened, "Min egen bolig")
    return add_new_professional(opened, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")


def adopted(opened: OpenCase, *said: Approval) -> PlanVersion:
    return adoption.adopt_plan(opened, None, said)


def words(pdf: bytes) -> str:
    return " ".join(reading.text(pdf).split())


def test_who_is_there_without_a_meeting(opened: OpenCase, citizen: NetworkMember) -> None:
    found = approvals.who_is_there(opened.case, None)
    assert found[0].member is citizen
    assert [each.name for each in found[1:]] == ["Eva Lind"]
    assert all(each.agreed is None and each.signed is SignedHow.NOT_YET for each in found)


def test_who_is_there_at_a_meeting(opened: OpenCase, citizen: NetworkMember, birgit: NetworkMember) -> None:
    with opened.action("x"):
        meeting = opened.case.add(Meeting())
        for place, member in enumerate((citizen, birgit)):
            opened.case.add(Participant(meeting_id=meeting.id, member_id=member.id, place=float(place)))
    assert [each.member for each in approvals.who_is_there(opened.case, meeting)] == [citizen, birgit]
    note_presence(opened, meeting.participants[0], Presence.PRESENT)
    assert [each.member for each in approvals.who_is_there(opened.case, meeting)] == [citizen]


def test_nothing_has_to_be_filled_in(opened: OpenCase, birgit: NetworkMember) -> None:
    assert adopted(opened).approvals == []
    version = adopted(opened, Approval.of(birgit))
    assert [(each.name, each.agreed, each.signed) for each in version.approvals] == [
        ("Birgit Holm", None, SignedHow.NOT_YET)]
    assert "Birgit Holm" in words(adoption.adopted_pdf(opened, version))


def test_what_is_said_at_the_table_is_frozen_with_the_plan(
        opened: OpenCase, citizen: NetworkMember, birgit: NetworkMember) -> None:
    version = adopted(
        opened, Approval(citizen, "Jonas", Agreed.PARTLY, "Ikke det med pengene", SignedHow.ON_SCREEN, DRAWN),
        Approval(birgit, "Birgit Holm", Agreed.NO, "For hurtigt", SignedHow.DECLINED))
    said = words(adoption.adopted_pdf(opened, version))
    for sentence in ("Jeg er enig i noget af planen.", "»Ikke det med pengene«", "Birgit Holm er ikke enig i planen.",
                     "»For hurtigt«", "Birgit Holm ville ikke skrive under. Det er i orden."):
        assert sentence in said, said
    first, second = version.approvals
    assert Signature.from_bytes(opened.kept(first.signature_digest) or b"") == DRAWN
    assert (second.signature_digest, second.signed_on) == ("", opened.today())
    frozen = read_case(opened.kept(version.case_digest) or b"").case()
    assert [each.comment for each in frozen.all(PlanApproval)] == ["Ikke det med pengene", "For hurtigt"]
    large = words(adopted_paper(opened, version, large_print=True).draw())
    assert "»Ikke det med pengene«" in large
    assert "skrev under på skærmen" in large             # below the drawing, in every print


def test_what_comes_later_does_not_change_what_was_frozen(opened: OpenCase, citizen: NetworkMember) -> None:
    goals.add_goal(opened, "Min egen bolig")
    version = adopted(opened, Approval.of(citizen))
    pdf, file = adoption.adopted_pdf(opened, version), opened.kept(version.case_digest)
    approval = version.approvals[0]
    approvals.say_agreed(opened, approval, Agreed.YES)
    approvals.say_signed(opened, approval, SignedHow.ON_SCREEN, DRAWN)
    assert adoption.adopted_pdf(opened, version) == pdf
    assert opened.kept(version.case_digest) == file
    assert adoption.valid_version(opened) is version     # an answer is no change of the plan
    assert adopted_paper(opened, version).draw() == pdf
    copy = signed_paper(opened, version)
    assert "Jeg er enig i planen." in words(copy.draw())
    assert copy.draw() != pdf


def test_the_copy_as_signed_is_kept_beside_what_was_frozen(opened: OpenCase, citizen: NetworkMember) -> None:
    goals.add_goal(opened, "Min egen bolig")
    version = adopted(opened, Approval.of(citizen))
    pdf = adoption.adopted_pdf(opened, version)
    approvals.say_signed(opened, version.approvals[0], SignedHow.ON_SCREEN, DRAWN)
    for _twice in range(2):
        paper_was_made(opened, MadeHow.PRINTED, signed_paper(opened, version))
    kept = [each for each in opened.case.all(Document) if each.made_how is MadeHow.SIGNED]
    assert len(kept) == 1
    paper = kept_paper(opened, kept[0])
    assert paper is not None
    assert "skrev under på skærmen" in words(paper.draw())
    assert adopted_paper(opened, version).draw() == pdf
    assert adopted_paper(opened, version, large_print=True).draw() != paper.draw()


def test_somebody_more_who_came_on_the_map_later_signs_too(opened: OpenCase, citizen: NetworkMember) -> None:
    goals.add_goal(opened, "Min egen bolig")
    version = adopted(opened, Approval.of(citizen))
    late = add_new_professional(opened, "Karen Sent", "behandler", "Centret")
    approval = approvals.add_approval(opened, version, late)
    approvals.say_signed(opened, approval, SignedHow.ON_PAPER)
    assert "Karen Sent skrev under på papir" in words(signed_paper(opened, version).draw())
    with pytest.raises(Refused):
        approvals.add_approval(opened, version, late)
    approvals.remove_approval(opened, approval)
    assert [each.member for each in version.approvals] == [citizen]


def test_who_leaves_the_map_keeps_their_name_in_the_version(opened: OpenCase, birgit: NetworkMember) -> None:
    version = adopted(opened, Approval.of(birgit))
    approvals.say_agreed(opened, version.approvals[0], Agreed.YES)
    remove_person(opened, birgit)
    assert version.approvals[0].name == "Birgit Holm"
    assert "Birgit Holm er enig i planen." in words(signed_paper(opened, version).draw())


def test_an_empty_signature_is_refused_and_nothing_is_adopted(opened: OpenCase, citizen: NetworkMember) -> None:
    goals.add_goal(opened, "Min egen bolig")
    with pytest.raises(Refused) as refusal:
        adopted(opened, Approval(citizen, "Jonas", signed=SignedHow.ON_SCREEN, signature=Signature()))
    assert refusal.value.field == "signature"
    assert opened.case.all(PlanVersion) == []
    assert opened.case.all(PlanApproval) == []


def test_later_answers_are_undone_but_never_across_the_adoption(opened: OpenCase, citizen: NetworkMember) -> None:
    goals.add_goal(opened, "Min egen bolig")
    version = adopted(opened, Approval(citizen, "Jonas", Agreed.YES))
    assert opened.done == []
    approval = version.approvals[0]
    approvals.say_signed(opened, approval, SignedHow.ON_SCREEN, DRAWN)
    digest = approval.signature_digest
    opened.undo()
    assert (approval.signed, approval.signature_digest, approval.signed_on) == (SignedHow.NOT_YET, "", None)
    assert opened.kept(digest) is None                   # what was drawn goes with it
    opened.redo()
    assert opened.kept(digest) == DRAWN.to_bytes()
    opened.undo()
    assert opened.done == []
    assert approval.agreed is Agreed.YES


def test_another_signature_takes_the_place_of_the_first(opened: OpenCase, citizen: NetworkMember) -> None:
    goals.add_goal(opened, "Min egen bolig")
    approval = adopted(opened, Approval.of(citizen)).approvals[0]
    approvals.say_signed(opened, approval, SignedHow.ON_SCREEN, DRAWN)
    approvals.say_signed(opened, approval, SignedHow.ON_SCREEN, OTHER)
    assert Signature.from_bytes(opened.kept(approval.signature_digest) or b"") == OTHER
    approvals.say_signed(opened, approval, SignedHow.DECLINED)
    assert approval.signature_digest == ""


def test_signatures_travel_with_the_whole_case(opened: OpenCase, citizen: NetworkMember) -> None:
    goals.add_goal(opened, "Min egen bolig")
    version = adopted(opened, Approval(citizen, "Jonas", signed=SignedHow.ON_SCREEN, signature=DRAWN))
    file = read_case(write_case(opened.case, opened.kept))
    assert file.kept[version.approvals[0].signature_digest] == DRAWN.to_bytes()
