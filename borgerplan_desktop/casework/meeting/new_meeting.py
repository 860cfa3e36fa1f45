"""What a new meeting can be: the first network meeting, one of a kind, or one of the shelter's own agendas."""
from __future__ import annotations

from dataclasses import dataclass

from borgerplan_desktop.casework.meeting.after_meeting import has_been_held
from borgerplan_desktop.casework.meeting.agenda import add_item
from borgerplan_desktop.casework.meeting.agenda_templates import agenda_templates, begin_agenda_from
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.meeting.reasons import reason_at
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.shelter import AgendaTemplate

CASEWORKERS = (N_("Caseworker"), N_("Social worker"))
PRIORITY_MINUTES = 10


@dataclass(frozen=True)
class NewMeeting:
    """One that can be begun, and the words it is chosen by. `first` = the plan is made there; `called_by` = who calls
    it, None = we do.
    """

    words: str
    kind: MeetingKind
    first: bool = False
    called_by: NetworkMember | None = None
    template: AgendaTemplate | None = None


def new_meetings(opened: OpenCase) -> list[NewMeeting]:
    """What can be begun here, what is most likely first. The caseworker calls the first one where one is known: so it
    is in the seed case; we can do it too.
    """
    found: list[NewMeeting] = []
    if not plan_is_made(opened.case):
        caseworker = caseworker_of(opened.case)
        if caseworker is not None:
            found.append(NewMeeting(_("First network meeting, {name} calls it").format(
                name=caseworker.contact.said_name), MeetingKind.NETWORK, True, caseworker))
        found.append(NewMeeting(_("First network meeting, we call it"), MeetingKind.NETWORK, True))
    found += [NewMeeting(_(kind.label), kind) for kind in MeetingKind]
    register = opened.case.register
    return found + [NewMeeting(_("From »{title}«").format(title=each.title.strip()), each.kind or _usual(opened.case),
                               template=each) for each in agenda_templates(register) if each.title.strip()]


def usual_new(opened: OpenCase) -> NewMeeting:
    """What most begin: the first network meeting, and follow-ups when that has been held."""
    every = new_meetings(opened)
    return every[0] if every[0].first else next(each for each in every if each.kind is _usual(opened.case))


def begin_new(opened: OpenCase, new: NewMeeting) -> Meeting:
    """The meeting with its people, its purpose and its agenda, without a time yet; undone at once."""
    with opened.action(N_("Prepare the meeting")):
        purpose = _("To make one plan together with {name}, and agree who does what, when").format(
            name=opened.case.the(Citizen).first_name) if new.first else ""
        meeting = plan_meeting(opened, new.kind, purpose=purpose)
        if new.called_by is not None:
            meeting.called_by_id = new.called_by.id
            add_participant(opened, meeting, new.called_by, reason_at(opened, meeting, new.called_by))
        if new.first:
            add_item(opened, meeting, _("What comes first, and how do we follow up?"), PRIORITY_MINUTES,
                     index=max(0, len(meeting.agenda) - 2))
        if new.template is not None:
            begin_agenda_from(opened, meeting, new.template)
    return meeting


def plan_is_made(case: Case) -> bool:
    """Whether the network meeting that makes the plan has been held, or is called already."""
    return any(each.kind is MeetingKind.NETWORK and each.status is not MeetingStatus.CALLED_OFF
               for each in case.all(Meeting))


def caseworker_of(case: Case) -> NetworkMember | None:
    """The caseworker of the network, by what they are there as."""
    words = {said.casefold() for each in CASEWORKERS for said in (each, _(each))}
    return next((each for each in case.all(NetworkMember) if each.can_be_asked
                 and each.kind is MemberKind.PROFESSIONAL and each.staff_id is None
                 and any(word in each.contact.role.casefold() for word in words)), None)


def _usual(case: Case) -> MeetingKind:
    held = any(has_been_held(each) and each.kind is MeetingKind.NETWORK for each in case.all(Meeting))
    return MeetingKind.FOLLOW_UP if held else MeetingKind.NETWORK
