"""The end of the plan: whose it is, what whoever was there said to it, and the lines and drawings of signatures."""
from __future__ import annotations

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import NEVER, Said
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_course import CHANGES, finished_on
from borgerplan_desktop.documents.signed_on_screen import signed_on_screen
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.course import current_course
from borgerplan_desktop.model.plan import Agreed, PlanApproval, PlanVersion, SignedHow

AGREED = {Agreed.YES: N_("{name} agrees with the plan."), Agreed.PARTLY: N_("{name} agrees with some of the plan."),
          Agreed.NO: N_("{name} does not agree with the plan.")}
MINE = {Agreed.YES: N_("I agree with the plan."), Agreed.PARTLY: N_("I agree with some of the plan."),
        Agreed.NO: N_("I do not agree with the plan.")}


def signing(p: PlanContext) -> None:
    """A plan also counts without signatures; who said no stands there with the same weight as who said yes."""
    g = p.galley
    approvals = approvals_of(p)
    g.slabs[-1].hold = NEVER                             # no signature without a line of what is signed
    with g.inside("Sect"):
        with g.together():
            parts.heading(g, p.say("Signature"), style=g.sheet.goal, before=1.25, after=0)
            parts.paragraph(g, _whose(p), width=g.sheet.width)
            if not approvals:
                parts.signatures(g, _names(p))
        if approvals:
            g.slabs[-1].hold = NEVER                     # nor the heading without the first who said something
        for each in approvals:
            with g.together():
                _said(p, each)
        for each in approvals:
            if (signature := p.signatures.get(each.signature_digest)) is not None and not p.for_others:
                with g.together():
                    signed_on_screen(p, signature, _signed(p, each))
        lines = [_called(p, each) for each in approvals if _by_pen(each)]
        if lines:
            with g.together():
                parts.signatures(g, lines)


def approvals_of(p: PlanContext) -> list[PlanApproval]:
    """Of the version the paper is, as the case that it is made of has them."""
    version = p.version
    there = next((v for v in p.case.all(PlanVersion) if version is not None and v.number == version.number), None)
    return there.approvals if there is not None else []


def _whose(p: PlanContext) -> str:
    yours = "" if p.for_others else p.say("It is yours: tell us if something is wrong or should change.")
    counts = p.say("The plan also counts without a signature.") if p.version is not None else \
        p.say(CHANGES) if finished_on(p, current_course(p.case)) else p.say("It is a draft until we have agreed on it.")
    return f"{counts} {yours}".strip()


def _said(p: PlanContext, approval: PlanApproval) -> None:
    """What they said to the plan in their words, and how they signed where nothing is drawn or written."""
    mine = approval.member is not None and approval.member.is_citizen and not p.for_others
    name = _name(p, approval)
    said = [p.say((MINE if mine else AGREED)[approval.agreed], name=name)] if approval.agreed is not None else []
    if approval.signed in (SignedHow.DECLINED, SignedHow.ON_PAPER) or (
            approval.signed is SignedHow.ON_SCREEN and (p.for_others or approval.signature_digest not in p.signatures)):
        said.append(_signed(p, approval))
    comment = approval.comment.strip() if p.covered.line(None) else ""
    if said or comment:
        parts.row(p.galley, name, *said, *([Said(f"»{comment.strip('»«')}«")] if comment else []), after=.25)


def _signed(p: PlanContext, approval: PlanApproval) -> str:
    """"Eva Lind skrev under på papir 29. oktober."."""
    name, day = _name(p, approval), p.words.day(approval.signed_on) if approval.signed_on is not None else ""
    if approval.signed is SignedHow.DECLINED:
        return p.say("{name} did not want to sign. That is all right.", name=name)
    if approval.signed is SignedHow.ON_PAPER:
        return p.say("{name} signed on paper {date}.", name=name, date=day)
    return p.say("{name} signed on the screen {date}.", name=name, date=day)


def _by_pen(approval: PlanApproval) -> bool:
    """Whether a line is there for the pen: also who signs on paper today does it on this paper."""
    return approval.signed in (SignedHow.NOT_YET, SignedHow.ON_PAPER)


def _name(p: PlanContext, approval: PlanApproval) -> str:
    if (member := approval.member) is not None:
        return p.full_name(member)
    return approval.name.strip() or p.say("Somebody of my network")


def _called(p: PlanContext, approval: PlanApproval) -> str:
    """Below their line: the name, and what they are to the citizen."""
    name, staff, holder = _name(p, approval), p.name_of(p.contact_person), p.coordinator
    coordinates = holder is not None and approval.member_id == holder.id and not holder.is_citizen
    if staff and staff == name:
        return p.say("{name}, contact person and coordinator", name=name) if coordinates else \
            p.say("{name}, contact person", name=name)
    return p.say("{name}, coordinator", name=name) if coordinates else name


def _names(p: PlanContext) -> list[str]:
    """Who usually signs, where nobody has said who was there."""
    names = [p.citizen.name or p.citizen.first_name or p.say("Citizen")]
    staff, holder = p.contact_person, p.coordinator
    same = staff is not None and holder is not None and holder.contact.name == staff.name
    name = p.name_of(staff)
    if name:
        names.append(p.say("{name}, contact person and coordinator", name=name) if same else
                     p.say("{name}, contact person", name=name))
    if holder is not None and not same and not holder.is_citizen and not holder.left_out_of_paper:
        names.append(p.say("{name}, coordinator", name=p.full_name(holder)))
    if len(names) == 1:
        names.append(p.say("Contact person"))
    return names
