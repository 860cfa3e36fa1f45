"""The meetings of all citizens in a time, as far as they are counted: nobody's name, and no words."""
from __future__ import annotations

from datetime import date, datetime, time

from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import ChecklistTick, Meeting, MeetingKind, MeetingStatus, Participant, Presence
from borgerplan_desktop.model.meeting_figures import HELD, PREPARED, Agreed, Met
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.plan import Agreement, AgreementStatus
from borgerplan_desktop.store.errors import plain_errors
from borgerplan_desktop.store.sql import sa
from borgerplan_desktop.store.store import Store


def meetings_between(store: Store, first: date, last: date) -> tuple[list[Met], list[Agreed]]:
    """Those that were to begin from `first` until `last`, held or called off, and what was agreed at them.

    The rule is `model/meeting_figures.of_case`; of a case that was merged into another only the other is counted.
    """
    there, prepared = _there(), _prepared()
    met = _counted(sa.select(Meeting.case_id, Meeting.status, there, prepared), first, last)
    agreed = _counted(sa.select(Agreement.case_id, Agreement.due_on, Agreement.status)
                      .join(Meeting, Meeting.id == Agreement.meeting_id), first, last).where(
        Agreement.status != AgreementStatus.DROPPED, sa.func.trim(Agreement.text) != "")
    with plain_errors(), store.reading.begin() as conn:
        return ([Met(id, status is MeetingStatus.CALLED_OFF, None if come is None else come is Presence.PRESENT,
                     bool(ready)) for id, status, come, ready in conn.execute(met)],
                [Agreed(id, due_on, status is AgreementStatus.DONE) for id, due_on, status in conn.execute(agreed)])


def _counted(query: sa.Select, first: date, last: date) -> sa.Select:
    began = sa.func.coalesce(Meeting.starts_at, Meeting.started_at)
    return query.join(Citizen, Citizen.case_id == Meeting.case_id).where(
        Citizen.merged_into == "", Meeting.kind != MeetingKind.TALK,
        Meeting.status.in_([*HELD, MeetingStatus.CALLED_OFF]),
        began >= datetime.combine(first, time.min), began <= datetime.combine(last, time.max))


def _there() -> sa.ScalarSelect:
    """What is noted of the citizen themselves; nothing = nobody noted it."""
    return (sa.select(Participant.presence).join(NetworkMember, NetworkMember.id == Participant.member_id)
            .where(Participant.meeting_id == Meeting.id, NetworkMember.kind == MemberKind.CITIZEN,
                   Participant.presence != Presence.UNKNOWN)
            .order_by(Participant.place, Participant.id).limit(1).correlate(Meeting).scalar_subquery())


def _prepared() -> sa.ColumnElement[bool]:
    ticked = sa.exists().where(ChecklistTick.meeting_id == Meeting.id,
                               ChecklistTick.item == PREPARED).correlate(Meeting)
    return sa.or_(sa.func.trim(Meeting.citizen_wants) != "", sa.func.trim(Meeting.citizen_avoids) != "", ticked)
