"""Telling the partners who holds the threads together, or that nobody has to any more; never without a consent."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail import (
    Mail,
    as_others_read,
    called_in_mail,
    greeting,
    mail_to,
    not_after_death,
    said_day,
    signed,
)
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import ConsentState, Topic, may_share, state_of
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.course import CoordinatorAssignment
from borgerplan_desktop.model.covered import Covered, covered_for
from borgerplan_desktop.model.meeting import Meeting, MeetingKind
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.papers import Delivery
from borgerplan_desktop.model.plan import Agreement, open_agreements
from borgerplan_desktop.model.text import initials
from borgerplan_desktop.model.told import Told, ToldOf, to_tell_of, told_of
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
    of, assignment = _what(opened.case)
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
    of, assignment = _what(opened.case)
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

    Who does what is in it as far as the consent covers it. Raises Refused when no consent in force covers them, or the
    citizen has died.
    """
    not_after_death(opened.case)
    _must_be_covered(opened, member)
    case, covered = as_others_read(opened.case), covered_for(opened.case, member, opened.today())
    of, assignment = _what(case)
    citizen, today = case.the(Citizen), opened.today()
    parts = [greeting(member), _("This is about {name}, who has said yes to your being told.").format(
        name=called_in_mail(citizen) or _("the citizen"))]
    if of is ToldOf.COORDINATOR:
        parts += [coordinator_sentence(assignment, covered, today), _(ROLE),
                  _("Please tell the coordinator when an agreement changes or comes to a stop.")]
        if tasks := _tasks(case, covered, today):
            late = _("What has a date before {date} should have happened. We will talk about it.").format(
                date=day(today, today)) if _is_late(case, covered, today) else ""
            parts += [late, "\n".join([_("Who does what:"), *tasks])]
    else:
        ended = assignment.until or today
        parts.append(_("From {date} nobody needs to coordinate any more.").format(date=said_day(ended, today)))
        if Topic.PLAN in covered.topics and assignment.plan_for_after.strip():
            parts.append(_("What happens now: {words}").format(words=assignment.plan_for_after.strip()))
    letters = initials(citizen.name or citizen.first_name or _("the citizen"))
    return mail_to(member, _("Coordinator, {letters}").format(letters=letters), [*parts, signed(opened)])


def coordinator_sentence(assignment: CoordinatorAssignment, covered: Covered, today: date) -> str:
    """"Tovholder er Birgit Holm, sagsbehandler, Hjemløseenheden, tlf. 12 34 56 78."; temporary says until when.

    A private person's number is theirs to give.
    """
    member = assignment.member
    about = [_("Nobody yet")]
    if member is not None:
        contact, left_out = member.contact, member.left_out_of_paper
        about = [_("Somebody of the network") if left_out else contact.said_name or _("Nobody yet")]
        if covered.says_where_from(member) and not left_out:
            about.append(contact.described)
        if member.kind is MemberKind.PROFESSIONAL and contact.phone.strip() and not left_out:
            about.append(_("tel. {phone}").format(phone=phone_number(contact.phone)))
    words = _("Coordinator is {who}.").format(who=", ".join(part for part in about if part))
    if assignment.temporary:
        until = said_day(assignment.permanent_by, today)
        words += " " + _("Only for now: we agree on a permanent one by {date}.").format(date=until)
    return words


def _what(case: Case) -> tuple[ToldOf, CoordinatorAssignment]:
    what = to_tell_of(case)
    if what is None:
        raise Refused(_("Nobody is coordinator, so there is nothing to tell yet."), "coordinator")
    return what


def _must_be_covered(opened: OpenCase, member: NetworkMember) -> None:
    """Also of whoever was told before: a consent may be withdrawn since."""
    if state_of(opened.case, member, opened.today()) not in (ConsentState.GIVEN, ConsentState.PARTLY):
        raise Refused(may_share(opened.case, member, Topic.PLAN, opened.today()).reason, "consent")


def _tasks(case: Case, covered: Covered, today: date) -> list[str]:
    """What there is to do, and who does it."""
    lines = []
    for each in _told_of(case, covered):
        due = said_day(each.due_on, today) if each.due_on else ""
        when = ", ".join(part for part in (each.when.strip(), due) if part)
        who = _called(case, each.responsible, covered)
        lines.append("- " + ": ".join(part for part in (who, each.text.strip()) if part)
                     + (f" ({when})" if when else ""))
    return lines


def _told_of(case: Case, covered: Covered) -> list[Agreement]:
    """Open agreements, as far as they may be told of."""
    return [each for each in open_agreements(case) if each.text.strip() and covered.agreement(each)]


def _is_late(case: Case, covered: Covered, today: date) -> bool:
    return any(each.due_on is not None and each.due_on < today for each in _told_of(case, covered))


def _called(case: Case, member: NetworkMember | None, covered: Covered) -> str:
    if member is None:
        return ""
    if member.is_citizen:
        return case.the(Citizen).first_name
    return _("Somebody of the network") if member.left_out_of_paper or not covered.names(member) \
        else member.contact.name
