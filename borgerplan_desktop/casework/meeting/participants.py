"""Who comes to the meeting and why, who was there, and whose turn it is to speak."""
from __future__ import annotations

from collections.abc import Sequence

from borgerplan_desktop.casework.meeting.agenda import PER_VOICE
from borgerplan_desktop.casework.meeting.meeting_time import moment, seconds_between
from borgerplan_desktop.casework.meeting.reasons import suggested_reason
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.consent import Topic, may_share
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, Participant, Presence
from borgerplan_desktop.model.meeting_way import PointKind
from borgerplan_desktop.model.network import MemberKind, NetworkMember, citizen_member, lay_representatives
from borgerplan_desktop.model.order import place


def suggest_participants(opened: OpenCase, meeting: Meeting) -> None:
    """The citizen first, then whoever holds the threads together and whoever stands beside the citizen."""
    assigned = coordinator(opened.case)
    first = (citizen_member(opened.case), assigned.member if assigned is not None else None)
    with opened.action(N_("Add participant")):
        for member in (*first, *lay_representatives(opened.case, opened.today())):
            if member is not None:
                add_participant(opened, meeting, member, suggested_reason(opened, member))


def add_participant(opened: OpenCase, meeting: Meeting, member: NetworkMember, why: str = "") -> Participant:
    """Ask somebody of the network to come; whoever is on the list already stays as they are."""
    known = next((p for p in meeting.participants if p.member_id == member.id), None)
    if known is not None:
        return known
    with opened.action(N_("Add participant")):
        siblings = meeting.participants
        made = opened.case.add(Participant(meeting_id=meeting.id, member_id=member.id, why=why.strip()))
        place(made, siblings, len(siblings))
        return made


def add_participants(opened: OpenCase, meeting: Meeting, members: Sequence[NetworkMember]) -> list[Participant]:
    """Ask several at once, each with a reason to start from."""
    with opened.action(N_("Add participants") if len(members) > 1 else N_("Add participant")):
        return [add_participant(opened, meeting, member, suggested_reason(opened, member)) for member in members]


def remove_participant(opened: OpenCase, participant: Participant) -> None:
    """They are not asked; nor are they if another window has put them on the list too."""
    with opened.action(N_("Remove participant")):
        for each in opened.case.of(Participant, Participant.meeting_id, participant.meeting_id):
            if each is participant or (each.member_id is not None and each.member_id == participant.member_id):
                opened.case.remove(each)


def move_participant(opened: OpenCase, participant: Participant, index: int) -> None:
    """Put somebody at `index` (0 first) of the list: the order of the round."""
    meeting = opened.case.get(Meeting, participant.meeting_id)
    if meeting is not None and meeting.participants[max(0, index):][:1] != [participant]:
        with opened.action(N_("Move participant")):
            place(participant, meeting.participants, index)


def note_presence(opened: OpenCase, participant: Participant, presence: Presence) -> None:
    """Who came and who did not; somebody who was not there has not spoken."""
    with opened.action(N_("Who came")):
        participant.presence = presence
        participant.came_at = participant.left_at = None
        if presence is Presence.DID_NOT_COME:
            participant.has_spoken = False


def came_late(opened: OpenCase, participant: Participant) -> None:
    """They come in now, when the meeting has begun."""
    with opened.action(N_("Came later")):
        participant.presence, participant.came_at, participant.left_at = Presence.PRESENT, opened.now(), None


def left_early(opened: OpenCase, participant: Participant) -> None:
    """They leave now, and the meeting goes on without them."""
    with opened.action(N_("Left before the end")):
        participant.presence, participant.left_at = Presence.PRESENT, opened.now()


# ------------------------------------------------------------------------------------------------------------ the round
def in_round(meeting: Meeting) -> list[Participant]:
    """Those who have a turn: everybody on the list who is not known to stay away, or to have left. Where professionals
    think aloud it is they, and afterwards the citizen and those who are theirs.
    """
    here = [p for p in meeting.participants if p.presence is not Presence.DID_NOT_COME and p.left_at is None]
    item = meeting.case.get(AgendaItem, meeting.item_id)
    aloud = {PointKind.THINK_ALOUD: True, PointKind.ANSWER: False}.get(item.kind) if item is not None else None
    return here if aloud is None else [p for p in here if is_professional(p) is aloud]


def is_professional(participant: Participant) -> bool:
    """Whether they come because of their work."""
    return participant.member is not None and participant.member.kind is MemberKind.PROFESSIONAL


def speaker(meeting: Meeting) -> Participant | None:
    """Whose turn it is; None when everybody has spoken."""
    return next((p for p in in_round(meeting) if not p.has_spoken), None)


def next_speaker(meeting: Meeting) -> Participant | None:
    """Who has the floor after the one who has it now."""
    waiting = [p for p in in_round(meeting) if not p.has_spoken]
    return waiting[1] if len(waiting) > 1 else None


def has_spoken(opened: OpenCase, participant: Participant, spoken: bool = True) -> None:
    """Somebody has had their say, and so is here."""
    with opened.action(N_("Had their say")):
        participant.has_spoken = spoken
        if spoken:
            participant.presence = Presence.PRESENT
            _count_turn(opened, participant)


def _count_turn(opened: OpenCase, participant: Participant) -> None:
    """The floor was theirs since the one before them had it; a second at the least, as they were heard."""
    meeting = opened.case.get(Meeting, participant.meeting_id)
    if meeting is None or meeting.turn_since is None:
        return
    until = meeting.paused_at or moment(opened)
    participant.spoke += max(1, int(seconds_between(meeting.turn_since, until)))
    meeting.turn_since = until


def spoke_long(participant: Participant) -> bool:
    """Whether they have had much more than what is meant for each."""
    return participant.spoke > 2 * PER_VOICE * 60


# --------------------------------------------------------------------------------------------------------- their papers
def is_asked(opened: OpenCase, participant: Participant) -> bool:
    """Whether a paper goes to the person without more ado: in the network still, and covered."""
    member = participant.member
    return member is not None and member.can_be_asked and may_have_paper(opened, member)


def may_have_paper(opened: OpenCase, member: NetworkMember) -> bool:
    """Whether the person may have papers of the meeting: the citizen, our own staff, and whom a consent covers."""
    return may_share(opened.case, member, Topic.PLAN, opened.today()).allowed
