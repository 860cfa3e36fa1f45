"""What is said about the present point: how long it has, and what comes when one goes on."""
from __future__ import annotations

from datetime import datetime

from borgerplan_desktop.casework.meeting.during_meeting import next_item, present_item
from borgerplan_desktop.casework.meeting.meeting_time import point_left
from borgerplan_desktop.casework.meeting.participants import next_speaker, speaker
from borgerplan_desktop.gui.meeting.participant_names import first_name_of, title_of
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, MeetingStatus
from borgerplan_desktop.model.meeting_way import PointKind


def next_words(meeting: Meeting) -> str:
    """What the main button does: who has the floor next, the next point, or the end."""
    item = present_item(meeting)
    if item is not None and item.round and speaker(meeting) is not None:
        following = next_speaker(meeting)
        if following is None:
            return _("Everyone has spoken")
        return _("{name} has the floor").format(name=first_name_of(following.member))
    following_item = next_item(meeting)
    if following_item is None:
        return _("End the meeting")
    return _("Next: {title}").format(title=title_of(following_item))


def not_going_words(meeting: Meeting) -> tuple[str, str, str]:
    """What stands where nothing can be held: what is so, what comes, and what one can press."""
    if meeting.status is MeetingStatus.CALLED_OFF:
        return _("The meeting was called off"), "", ""
    return (_("The meeting has not begun"), _("Everything you have prepared is here when you start."),
            _("Start the meeting"))


def note_words(meeting: Meeting, item: AgendaItem, now: datetime, going: bool) -> str:
    """Who leads the point, and its minutes; when it is the present one, what is left of them."""
    parts = [first_name_of(item.lead)] if item.lead is not None else []
    if going and item.round:
        parts.append(_("2 minutes each"))
    if going and item.id == meeting.item_id:
        parts.append(left_words(point_left(meeting, item, now)))
    else:
        parts.append(ngettext("{n} minute", "{n} minutes", item.minutes).format(n=item.minutes))
    return " · ".join(parts)


def left_words(seconds: int) -> str:
    """"7 minutter tilbage", and calmly "2 minutter over" when it takes longer."""
    if seconds > 0:
        minutes = -(-seconds // 60)
        return ngettext("{n} minute left", "{n} minutes left", minutes).format(n=minutes)
    if seconds > -60:
        return _("the time is up")
    return ngettext("{n} minute over", "{n} minutes over", -seconds // 60).format(n=-seconds // 60)


def way_words(kind: PointKind, name: str) -> str:
    """What happens at a point of another way to hold a meeting, said to everybody in the room."""
    return {PointKind.MAKE_AGENDA: _("Everybody says what the meeting should be about. It is written on the agenda."),
            PointKind.PRIVATE: _(
                "{name} and the network are by themselves now. Write what you want to propose.").format(name=name),
            PointKind.PROPOSAL: _("Everybody is back. {name} reads the proposal aloud.").format(name=name),
            PointKind.THINK_ALOUD: _("Talk with each other about what you see. {name} listens.").format(name=name),
            PointKind.ANSWER: _("{name} says what is right, and what is not. The others listen.").format(
                name=name)}.get(kind, "")
