"""After the meeting: what it means, the minutes to each, how the citizen found it, and the next one."""
from __future__ import annotations

from borgerplan_desktop.casework.meeting.agenda import add_item, closing_titles
from borgerplan_desktop.casework.meeting.before_meeting import named
from borgerplan_desktop.casework.meeting.editions import has_minutes_now
from borgerplan_desktop.casework.meeting.participants import is_asked, may_have_paper
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.meeting import (
    ANSWERS,
    AgendaItem,
    Feedback,
    Meeting,
    MeetingStatus,
    ParkedTopic,
    Participant,
)
from borgerplan_desktop.model.meeting_edition import Has, has
from borgerplan_desktop.model.meeting_way import PointKind
from borgerplan_desktop.model.papers import Delivery
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.row import Field


def has_been_held(meeting: Meeting) -> bool:
    return meeting.status in (MeetingStatus.HELD, MeetingStatus.MINUTES_SENT)


def explain(opened: OpenCase, meeting: Meeting, explained: bool = True) -> None:
    """The citizen was told today what the meeting means for them; or not yet after all."""
    with opened.action(N_("Explained to the citizen")):
        meeting.explained_on = opened.today() if explained else None


def ask_feedback(opened: OpenCase, meeting: Meeting) -> Feedback:
    """The four questions lie ready; each may be skipped."""
    known = meeting.feedback
    if known is not None:
        return known
    with opened.action(N_("Ask how the meeting was")):
        return opened.case.add(Feedback(meeting_id=meeting.id))


def answer(opened: OpenCase, meeting: Meeting, question: Field, value: int | None) -> None:
    """The citizen's answer, 1 (no) to 5 (yes); None = skipped. Raises ValueError for anything else."""
    if value is not None and value not in range(1, len(ANSWERS) + 1):
        raise ValueError(f"an answer is 1-5 or skipped, not {value}")
    with opened.action(N_("How the meeting was")):
        setattr(ask_feedback(opened, meeting), question.key, value)


def give_minutes(opened: OpenCase, participant: Participant, law: str = "", reason: str = "") -> None:
    """The person was given the minutes today; it stays on record, also when consent is withdrawn.

    Raises Refused when no consent covers them, unless the law that allows or demands it and the reason are given.
    """
    meeting, member = opened.case.get(Meeting, participant.meeting_id), participant.member
    if meeting is None or member is None or has(participant, opened.today()) is Has.MINUTES:
        return
    covered = may_have_paper(opened, member)
    if not covered and not (law.strip() and reason.strip()):
        raise Refused(_("No consent covers {name}. You may only share if a law allows or demands it. Write the law and "
                        "the reason.").format(name=member.contact.name), "override")
    with opened.action(N_("Minutes given")):
        has_minutes_now(opened, participant)
        opened.case.add(Delivery(
            given_on=opened.today(), member_id=member.id, to_name=member.contact.name,
            what=_("Minutes of the meeting {date}").format(date=named(meeting)),
            override_law="" if covered else law.strip(), override_reason="" if covered else reason.strip()))
        if has_been_held(meeting) and not waiting_for_minutes(opened, meeting):
            meeting.status = MeetingStatus.MINUTES_SENT
            meeting.minutes_sent_on = opened.today()


def waiting_for_minutes(opened: OpenCase, meeting: Meeting) -> list[Participant]:
    """Those who may have the minutes and have not got them yet; who has left gets them only when given one by one."""
    return [p for p in meeting.participants if p.minutes_given_on is None and is_asked(opened, p)]


def give_minutes_to_all(opened: OpenCase, meeting: Meeting) -> None:
    """Everyone whom the consent covers was given the minutes today."""
    with opened.action(N_("Minutes given")):
        for participant in waiting_for_minutes(opened, meeting):
            give_minutes(opened, participant)


def not_taken_up(meeting: Meeting) -> list[ParkedTopic]:
    """The topics that were put aside and no later meeting has taken up."""
    return [topic for topic in meeting.parked if topic.taken_up_id is None]


def carry_over(opened: OpenCase, meeting: Meeting, following: Meeting) -> None:
    """Put the topics that were put aside on the agenda of a later meeting, before its last two points."""
    with opened.action(N_("Take up the topics put aside")):
        for topic in not_taken_up(meeting):
            add_item(opened, following, topic.text, 5, index=max(0, len(following.agenda) - 2))
            topic.taken_up_id = following.id


# ------------------------------------------------------------------------------------------------- what was not reached
def not_reached(meeting: Meeting) -> list[AgendaItem]:
    """The points that nobody came to and nothing is written at; the ones a meeting ends with are none."""
    closing = closing_titles()
    return [each for each in meeting.agenda if not each.done and each.id != meeting.item_id
            and each.kind is PointKind.TALK and each.title.strip() and each.title not in closing
            and not each.written.strip() and not each.decided.strip()]


def next_to_take_up(meeting: Meeting) -> Meeting | None:
    """The meeting that follows, where it is planned and ahead."""
    following = meeting.case.get(Meeting, meeting.next_meeting_id)
    return following if following is not None and following.status.ahead else None


def left_for(meeting: Meeting) -> list[AgendaItem]:
    """The points that were not reached and are not on the agenda of the meeting that follows."""
    following = next_to_take_up(meeting)
    there = {each.title for each in following.agenda} if following is not None else set()
    return [each for each in not_reached(meeting) if each.title not in there] if following is not None else []


def take_along(opened: OpenCase, meeting: Meeting) -> None:
    """What was not reached comes on the agenda of the meeting that follows, each point with what it is about."""
    following = next_to_take_up(meeting)
    points = left_for(meeting)
    if following is not None and points:
        with opened.action(N_("Take up what was not reached")):
            for each in points:
                add_item(opened, following, each.title, each.minutes, each.lead,
                         opened.case.get(Goal, each.goal_id), each.round, max(0, len(following.agenda) - 2))
