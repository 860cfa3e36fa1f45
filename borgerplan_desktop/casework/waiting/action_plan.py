"""The municipality must make an action plan during a stay under § 110 (§ 142 i lov om social service, since 1 October
2023): whom we have reminded, when, how, and what they answered."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail import Mail, greeting, mail_to, not_after_death, signed
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Permission, Topic, may_share
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.course import MilestoneKind, current_course, current_stay
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.text import initials
from borgerplan_desktop.model.told import Told, ToldOf

ANSWERED = N_("Write what they answered")


def reminders(case: Case) -> list[Told]:
    """Who was reminded in this course, the newest first."""
    course = current_course(case)
    return [each for each in reversed(case.all(Told)) if each.of is ToldOf.ACTION_PLAN and each.course_id == course.id]


def is_missing(case: Case) -> bool:
    """Whether somebody stays here, and the municipality has not made its action plan yet."""
    stay, course = current_stay(case), current_course(case)
    return (stay is not None and stay.left_on is None and course.closed_on is None
            and course.reached(MilestoneKind.ACTION_PLAN) is None)


def remind(opened: OpenCase, member: NetworkMember | None, how: ContactChannel = ContactChannel.EMAIL,
           to_name: str = "") -> Told:
    """Somebody at the municipality was reminded today. Raises Refused when nobody can tell whom."""
    name = member.contact.said_name if member is not None else to_name.strip()
    if not name:
        raise Refused(_("Choose whom you remind."), "whom")
    with opened.action(N_("Remind of the action plan")):
        return opened.case.add(Told(on=opened.today(), of=ToldOf.ACTION_PLAN, how=how, to_name=name,
                                    course_id=current_course(opened.case).id,
                                    member_id=member.id if member is not None else None))


def reminded_on(opened: OpenCase, told: Told, on: date | None) -> None:
    """They were reminded that day. Raises Refused without a day, or for one to come."""
    if on is None:
        raise Refused(_("Write the day, or remove the reminder."), "on")
    if on > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "on")
    with opened.action(N_("Remind of the action plan")):
        told.on = on


def remove_reminder(opened: OpenCase, told: Told) -> None:
    with opened.action(N_("Remove the reminder")):
        opened.case.remove(told)


def may_tell(opened: OpenCase, member: NetworkMember) -> Permission:
    """Whether the reminder may say whom it is about."""
    return may_share(opened.case, member, Topic.PLAN, opened.today())


def reminder_mail(opened: OpenCase, member: NetworkMember) -> Mail:
    """The reminder as a mail; without a consent it says that we call about whom it is. Raises Refused after a death."""
    not_after_death(opened.case)
    case, stay = opened.case, current_stay(opened.case)
    since = day(stay.admitted_on, opened.today()) if stay is not None and stay.admitted_on is not None else ""
    if may_tell(opened, member).allowed:
        who = initials(case.the(Citizen).name)
        about = _("{initials} has stayed with us since {date}.").format(initials=who, date=since) if since else \
            _("It is about {initials}, who stays with us.").format(initials=who)
    else:
        about = _("It is about a citizen whom your municipality is responsible for. I call to say who it is.")
    return mail_to(member, _("The action plan during a stay"), [
        greeting(member), about,
        _("During a stay under § 110 the municipality must make an action plan: § 142 i lov om social service."),
        _("When do you make it, and who comes to the meeting? We gladly hold it here, together with the citizen."),
        signed(opened)])
