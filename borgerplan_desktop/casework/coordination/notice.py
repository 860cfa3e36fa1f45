"""Telling the partners who holds the threads together, or that nobody has to any more; never without a consent."""
from __future__ import annotations

from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail import Mail
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Topic, may_share
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.course import CoordinatorAssignment
from borgerplan_desktop.model.meeting import Meeting, MeetingKind
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Delivery
from borgerplan_desktop.model.plan import Agreement, open_agreements
from borgerplan_desktop.model.shelter import Shelter, StaffMember
from borgerplan_desktop.model.text import initials
from borgerplan_desktop.model.told import Telling, Told, ToldOf, telling, to_tell_of, told_of
from borgerplan_desktop.phone_number import phone_number

CHANNELS = (ContactChannel.EMAIL, ContactChannel.PHONE, ContactChannel.LETTER, ContactChannel.TALK)
ROLE = N_("Holds the threads together: who does what, and when. Does not do everything alone.")


def plan_distribution_meeting(opened: OpenCase) -> Meeting:
    """A meeting where a permanent coordinator is agreed on."""
    return plan_meeting(opened, MeetingKind.DISTRIBUTION, purpose=_("Agree on a permanent coordinator."))


def tell(opened: OpenCase, member: NetworkMember, how: ContactChannel) -> None:
    """The person has been told today what there is to tell; it stays on record as given.

    Raises Refused when no consent in force covers them.
    """
    of, assignment = _what(opened)
    _must_be_covered(opened, member)
    if told_of(opened.case, of, assignment, member) is not None:
        return
    begins = of is ToldOf.COORDINATOR
    with opened.action(N_("Told who is coordinator") if begins else N_("Told that coordination ends")):
        opened.case.add(Told(on=opened.today(), of=of, assignment_id=assignment.id, member_id=member.id,
                             to_name=member.contact.name, how=how))
        opened.case.add(Delivery(given_on=opened.today(), member_id=member.id, to_name=member.contact.name,
                                 what=_(of.label)))


def not_told_after_all(opened: OpenCase, member: NetworkMember) -> None:
    """It was a slip: nobody told them."""
    of, assignment = _what(opened)
    said = told_of(opened.case, of, assignment, member)
    if said is None:
        return
    with opened.action(N_("Was not told after all")):
        given = [d for d in opened.case.of(Delivery, Delivery.member_id, member.id)
                 if d.given_on == said.on and d.what == _(of.label)]
        for each in given[:1]:
            opened.case.remove(each)
        opened.case.remove(said)


def notice_mail(opened: OpenCase, member: NetworkMember) -> Mail:
    """What we would write to the person, with the citizen's initials only in the subject.

    Who does what is in it when the consent covers the plan. Raises Refused when no consent in force covers them.
    """
    of, assignment = _what(opened)
    _must_be_covered(opened, member)
    citizen = opened.case.the(Citizen)
    name = citizen.name or citizen.first_name or _("the citizen")
    whole = may_share(opened.case, member, Topic.PLAN, opened.today()).allowed
    parts = [_("Hello {name}").format(name=member.contact.first_name) if member.contact.first_name else _("Hello")]
    if of is ToldOf.COORDINATOR:
        parts += [_("This is about {name}, who has said yes to your being told.").format(name=name),
                  coordinator_sentence(assignment), _(ROLE),
                  _("Please tell the coordinator when an agreement changes or comes to a stop.")]
        if whole and (tasks := _tasks(opened)):
            parts.append("\n".join([_("Who does what:"), *tasks]))
    else:
        ended = assignment.until or opened.today()
        parts += [_("This is about {name}, who has said yes to your being told.").format(name=name),
                  _("From {date} nobody needs to coordinate any more.").format(date=day(ended))]
        if whole and assignment.plan_for_after.strip():
            parts.append(_("What happens now: {words}").format(words=assignment.plan_for_after.strip()))
    parts.append("\n".join(part for part in (_("Kind regards"), *_who_writes(opened)) if part))
    letters = initials(name)
    return Mail((member.contact.email,) if member.contact.email.strip() else (),
                _("Coordinator, {letters}").format(letters=letters), "\n\n".join(parts))


def coordinator_sentence(assignment: CoordinatorAssignment) -> str:
    """"Tovholder er Birgit Holm, sagsbehandler, Hjemløseenheden, tlf. 12 34 56 78."; temporary says until when."""
    member = assignment.member
    contact = member.contact if member is not None else None
    who = contact.said_name if contact is not None else _("Nobody yet")
    about = [part for part in (who, contact.described if contact is not None else "") if part]
    if contact is not None and contact.phone.strip():
        about.append(_("tel. {phone}").format(phone=phone_number(contact.phone)))
    words = _("Coordinator is {who}.").format(who=", ".join(about))
    if assignment.temporary:
        until = day(assignment.permanent_by)
        words += " " + _("Only for now: we agree on a permanent one by {date}.").format(date=until)
    return words


def _what(opened: OpenCase) -> tuple[ToldOf, CoordinatorAssignment]:
    what = to_tell_of(opened.case)
    if what is None:
        raise Refused(_("Nobody is coordinator, so there is nothing to tell yet."), "coordinator")
    return what


def _must_be_covered(opened: OpenCase, member: NetworkMember) -> None:
    of, assignment = _what(opened)
    if telling(opened.case, of, assignment, member, opened.today()) not in (Telling.MAY, Telling.TOLD):
        raise Refused(_("No consent covers {name}. Ask {citizen} first.").format(
            name=member.contact.name, citizen=opened.case.the(Citizen).first_name or _("the citizen")), "consent")


def _tasks(opened: OpenCase) -> list[str]:
    """Open agreements, as the copies for others show them."""
    lines = []
    for each in open_agreements(opened.case):
        if each.text.strip():
            when = ", ".join(part for part in (each.when.strip(), day(each.due_on) if each.due_on else "") if part)
            lines.append("- " + ": ".join(part for part in (_called(opened, each), each.text.strip()) if part)
                         + (f" ({when})" if when else ""))
    return lines


def _called(opened: OpenCase, agreement: Agreement) -> str:
    member = agreement.responsible
    if member is None:
        return ""
    if member.is_citizen:
        return opened.case.the(Citizen).first_name
    return _("Somebody of the network") if member.left_out_of_paper else member.contact.name


def _who_writes(opened: OpenCase) -> list[str]:
    """The one who is logged in, and the shelter; where the address is protected, the shelter has no name."""
    if opened.shelter is None:
        return []
    register = opened.shelter.case
    me = register.get(StaffMember, opened.who)
    lines = [", ".join(part for part in (me.name, me.title) if part)] if me is not None else []
    if me is not None and me.phone.strip():
        lines.append(_("tel. {phone}").format(phone=phone_number(me.phone)))
    shelter = next(iter(register.all(Shelter)), None)
    if shelter is not None and not opened.case.the(Citizen).protected_address:
        lines.append(shelter.name)
    return lines
