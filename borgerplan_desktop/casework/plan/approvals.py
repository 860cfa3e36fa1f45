"""Who was there when a plan was adopted: what each said to it, and whether they signed; now, or filled in later."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.meeting import Meeting, Presence, anybody_came
from borgerplan_desktop.model.network import NetworkMember, citizen_member
from borgerplan_desktop.model.plan import Agreed, PlanApproval, PlanVersion, SignedHow
from borgerplan_desktop.model.shelter import StaffMember
from borgerplan_desktop.model.signature import Signature


@dataclass(frozen=True)
class Approval:
    """What one person said to the plan; nothing of it has to be there. `member` is None for staff who are not on the
    map.
    """

    member: NetworkMember | None
    name: str
    agreed: Agreed | None = None
    comment: str = ""
    signed: SignedHow = SignedHow.NOT_YET
    signature: Signature | None = None                   # drawn on the screen

    @classmethod
    def of(cls, member: NetworkMember) -> Approval:
        return cls(member, member.contact.name)


def who_is_there(case: Case, meeting: Meeting | None) -> list[Approval]:
    """Those who came to the meeting, or were asked to it where nobody is noted as having come; without a meeting the
    citizen, the contact person and the coordinator.
    """
    if meeting is not None:
        some_came = anybody_came(meeting)
        found = [each.member for each in meeting.participants
                 if (each.presence is Presence.PRESENT if some_came else each.presence is not Presence.DID_NOT_COME)]
        if there := [Approval.of(member) for member in dict.fromkeys(found) if member is not None]:
            return there
    holder, citizen = coordinator(case), citizen_member(case)
    people = [Approval.of(citizen)] if citizen is not None else []
    staff = case.register.get(StaffMember, case.the(Citizen).contact_person_id) if case.register else None
    helper = holder.member if holder is not None else None
    if staff is not None and staff.name.strip() and (helper is None or helper.contact.name != staff.name):
        people.append(Approval(None, staff.name.strip()))
    if helper is not None and helper is not citizen:
        people.append(Approval.of(helper))
    return people


def note_approvals(opened: OpenCase, version: PlanVersion, said: Sequence[Approval]) -> dict[str, Signature]:
    """What was said and signed while it was adopted; part of that action. Gives the signatures by their digests.

    Raises Refused for an empty signature.
    """
    drawn = {}
    for place, each in enumerate(said, 1):
        there = each.member is not None and each.member.exists       # a colleague may just have removed the person
        approval = opened.case.add(PlanApproval(
            version_id=version.id, place=float(place), member_id=each.member.id if each.member and there else None,
            name=each.name, agreed=each.agreed, comment=each.comment.strip()))
        _sign(opened, approval, each.signed, each.signature)
        if each.signature is not None and approval.signature_digest:
            drawn[approval.signature_digest] = each.signature
    return drawn


def add_approval(opened: OpenCase, version: PlanVersion, member: NetworkMember) -> PlanApproval:
    """Somebody more was there, or says something to the plan later. Raises Refused for who is there already."""
    if any(each.member_id == member.id for each in version.approvals):
        raise Refused(_("{name} is there already.").format(name=member.contact.said_name), "person")
    with opened.action(N_("Noted who was there")):
        return opened.case.add(PlanApproval(
            version_id=version.id, place=max((each.place for each in version.approvals), default=0.0) + 1,
            member_id=member.id, name=member.contact.name))


def remove_approval(opened: OpenCase, approval: PlanApproval) -> None:
    """The person was not there after all."""
    with opened.action(N_("Removed somebody who was not there")):
        opened.case.remove(approval)


def say_agreed(opened: OpenCase, approval: PlanApproval, agreed: Agreed | None) -> None:
    """What the person says to the plan; None = not asked."""
    if approval.agreed is not agreed:
        with opened.action(N_("Noted whether they agree")):
            approval.agreed = agreed


def say_signed(opened: OpenCase, approval: PlanApproval, signed: SignedHow, signature: Signature | None = None) -> None:
    """Whether the person has signed, and how. Raises Refused when nothing is written in the field."""
    if approval.signed is signed and signature is None:
        return
    with opened.action(N_("Noted a signature")):
        _sign(opened, approval, signed, signature)


def _sign(opened: OpenCase, approval: PlanApproval, signed: SignedHow, signature: Signature | None) -> None:
    digest = ""
    if signed is SignedHow.ON_SCREEN:
        if signature is None or not signature.is_written:
            raise Refused(_("Nothing is written yet. Sign in the field."), "signature")
        digest = opened.keep(signature.to_bytes())
    approval.signed, approval.signature_digest = signed, digest
    approval.signed_on = None if signed is SignedHow.NOT_YET else opened.today()


def signatures(opened: OpenCase, approvals: Iterable[PlanApproval]) -> dict[str, Signature]:
    """The drawn signatures by their digests; one that is not kept, or is none, is left out."""
    found = {}
    for digest in {each.signature_digest for each in approvals} - {""}:
        content = opened.kept(digest)
        with suppress(ValueError):
            found[digest] = Signature.from_bytes(content or b"")
    return found


def is_answered(approval: PlanApproval) -> bool:
    """Whether anything is noted besides that the person was there."""
    return approval.agreed is not None or bool(approval.comment) or approval.signed is not SignedHow.NOT_YET
