"""A wait climbs: a mail, a call, the next meeting, the leader; each step is on record, and the next gets a day."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.meeting.agenda import add_item
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail import Mail, as_others_read, greeting, in_paragraphs, mail_to, signed
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _, day, ngettext
from borgerplan_desktop.model.application import Application, Nudge, NudgeStep
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Topic, may_share
from borgerplan_desktop.model.contact_note import ContactChannel, ContactNote
from borgerplan_desktop.model.course import Course, ResponsibilityRequest
from borgerplan_desktop.model.covered import topic_of_application
from borgerplan_desktop.model.meeting import Meeting, next_meeting
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.shelter import StaffMember, StaffRole
from borgerplan_desktop.model.text import first_name, initials
from borgerplan_desktop.model.wait import Awaited, Wait, day_after, days_before, wait_of

GOODBYE = 2                                              # points at the end: who does what, and goodbye


def topic_of(row: Awaited) -> Topic:
    """The kind of information that asking again gives away."""
    return topic_of_application(row.kind) if isinstance(row, Application) else Topic.PLAN


def said_of(wait: Wait) -> str:
    """What we wait for in words, also where nobody has written any."""
    if isinstance(wait.row, ResponsibilityRequest):
        return _("Answer about who is responsible")
    return wait.what or (_(wait.row.kind.label) if isinstance(wait.row, Application) else "")


def nudge(opened: OpenCase, row: Awaited, step: NudgeStep, note: str = "") -> Nudge:
    """They were asked again today; the step after this one is taken so many days later."""
    with opened.action(N_("Ask again")):
        made = opened.case.add(Nudge(
            on=opened.today(), step=step, note=note.strip(),
            application_id=row.id if isinstance(row, Application) else None,
            request_id=row.id if isinstance(row, ResponsibilityRequest) else None,
            course_id=row.id if isinstance(row, Course) else None))
        row.nudge_on = day_after(opened.today(), days_before(opened.case, wait_of(row).step))
        return made


def call(opened: OpenCase, row: Awaited, note: str, reached: bool = True) -> Nudge:
    """They were called, and this came of it; it is a contact as any other."""
    wait = wait_of(row)
    with opened.action(N_("Call about a wait")):
        opened.case.add(ContactNote(
            at=opened.now(), channel=ContactChannel.PHONE, member_id=wait.member.id if wait.member else None,
            with_whom=wait.who, reached=reached, words=note.strip() or said_of(wait), by_id=opened.who))
        return nudge(opened, row, NudgeStep.PHONE, note if reached else
                     " ".join(each for each in (_("Nobody answered."), note.strip()) if each))


def _point_of(wait: Wait) -> str:
    """What the point of an agenda says."""
    return _("We wait for an answer: {what}").format(what=" · ".join(
        each for each in (said_of(wait), wait.office) if each))


def taken_up_at(opened: OpenCase, row: Awaited) -> Meeting | None:
    """The next meeting, where this stands on its agenda already."""
    meeting, wait = next_meeting(opened.case, opened.now()), wait_of(row)
    asked = any(each.step is NudgeStep.MEETING for each in wait.nudges)
    return meeting if meeting is not None and asked and any(
        each.title == _point_of(wait) for each in meeting.agenda) else None


def put_on_meeting(opened: OpenCase, row: Awaited) -> Meeting:
    """It is taken up at the next meeting, once. Raises Refused where none is planned."""
    meeting = next_meeting(opened.case, opened.now())
    if meeting is None:
        raise Refused(_("No meeting is planned. Plan one first."), "meeting")
    if taken_up_at(opened, row) is meeting:
        return meeting
    wait = wait_of(row)
    title = _point_of(wait)
    when = day(meeting.starts_at.date(), opened.today()) if meeting.starts_at is not None else ""
    with opened.action(N_("Put it on the next meeting")):
        add_item(opened, meeting, title, lead=wait.chaser, index=max(1, len(meeting.agenda) - GOODBYE))
        nudge(opened, row, NudgeStep.MEETING, when)
    return meeting


def leader(opened: OpenCase) -> StaffMember | None:
    """The leader of the shelter, where one is in its register."""
    register = opened.case.register
    return next((each for each in register.all(StaffMember) if each.role is StaffRole.LEADER and not each.retired),
                None) if register is not None else None


def asked_leader(row: Awaited) -> Nudge | None:
    """When the leader was asked, where nothing was done on a later day."""
    nudges = wait_of(row).nudges
    return next((each for each in nudges if each.step is NudgeStep.LEADER and each.on == nudges[-1].on), None)


def leader_mail(opened: OpenCase, row: Awaited) -> Mail:
    """To our own leader: what is waited for, since when, and how often they were asked. Initials only."""
    row = as_others_read(opened.case).get(type(row), row.id) or row
    wait, head, today = wait_of(row), leader(opened), opened.today()
    who = initials(opened.case.the(Citizen).name)
    about = _("{initials} waits for an answer: {what}.").format(initials=who, what=_in_a_sentence(said_of(wait)))
    there = _("We wait for: {who}.").format(who=wait.who) if wait.who else ""
    since = _("It was sent {date}.").format(date=day(wait.since, today)) if wait.since is not None else ""
    asked = ngettext("We have asked again {n} time.", "We have asked again {n} times.", len(wait.nudges)).format(
        n=len(wait.nudges)) if wait.nudges else ""
    name = first_name(head.name) if head is not None else ""
    lines = [_("Hello {name}").format(name=name) if name else _("Hello"),
             " ".join(each for each in (about, there, since, asked) if each),
             _("Will you help us to get an answer?"), signed(opened)]
    return Mail((head.email,) if head is not None and head.email else (), _("A question about an answer"),
                in_paragraphs(lines))


def ask_leader(opened: OpenCase, row: Awaited, note: str = "") -> Nudge:
    """The shelter's leader was asked to help."""
    with opened.action(N_("Ask the leader to help")):
        return nudge(opened, row, NudgeStep.LEADER, note)


def remove_nudge(opened: OpenCase, made: Nudge) -> None:
    """It was written down by mistake."""
    with opened.action(N_("Remove what was asked again")):
        opened.case.remove(made)


def mail_may_tell(opened: OpenCase, row: Awaited) -> tuple[bool, str]:
    """Whether the mail may say whom and what it is about, and the sentence that says why."""
    member = wait_of(row).member
    if member is None:
        return False, _("Nobody is chosen to write to. The mail says nothing about the citizen.")
    said = may_share(opened.case, member, topic_of(row), opened.today())
    return said.allowed, said.reason


def mail_of(opened: OpenCase, row: Awaited) -> Mail:
    """A mail that asks again. The subject tells nothing; without a consent the text has only their own number."""
    may_tell, _reason = mail_may_tell(opened, row)
    row = as_others_read(opened.case).get(type(row), row.id) or row
    wait, today = wait_of(row), opened.today()
    who = initials(opened.case.the(Citizen).name)
    what = _in_a_sentence(said_of(wait))
    about = (f"{what} ({who})" if who else what) if may_tell else ""
    said = " ".join(part for part in (_since_when(row, about, today), _asked_again(wait, today)) if part)
    reference = row.reference if isinstance(row, Application) else ""
    return mail_to(wait.member, _("A question about an answer"), [
        greeting(wait.member), said, _("Your number for it: {number}.").format(number=reference) if reference else "",
        _("How far have you come, and when can we expect an answer? Call, if that is easier."), signed(opened)])


def _in_a_sentence(what: str) -> str:
    """What we wait for, as it can be followed by a full stop: a question is quoted."""
    return f"»{what.strip()}«" if what.rstrip().endswith("?") else what.strip().rstrip(".")


def _since_when(row: Awaited, about: str, today: date) -> str:
    """Since when they have it, and whoever sent it: what the citizen sent themselves, we did not write."""
    wait = wait_of(row)
    sender = row.case.get(NetworkMember, row.sent_by_id) if isinstance(row, Application) else None
    if wait.since is None:
        return _("We wait for an answer about: {what}.").format(what=about) if about else _("We wait for your answer.")
    since = day(wait.since, today)
    if sender is not None and sender.is_citizen:
        return _("On {date} you got an application: {what}.").format(date=since, what=about) if about else \
            _("On {date} you got an application that waits for your answer.").format(date=since)
    return _("On {date} we wrote to you about: {what}.").format(date=since, what=about) if about else \
        _("On {date} we wrote to you.").format(date=since)


def _asked_again(wait: Wait, today: date) -> str:
    """How often we have asked them since, and when last; our own meeting and leader are not asking them."""
    asked = [each.on for each in wait.nudges if each.step in (NudgeStep.MAIL, NudgeStep.PHONE)]
    if not asked:
        return ""
    return ngettext("Since then we have asked again, on {date}.", "Since then we have asked {n} times, last {date}.",
                    len(asked)).format(n=len(asked), date=day(asked[-1], today))
