"""We were in touch: noted when it happens, final when it is noted, and added to later with a date."""
from __future__ import annotations

from datetime import datetime, timedelta

from borgerplan_desktop.casework.contacts.missed import settle
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.contact_note import ContactChannel, ContactNote, unsettled
from borgerplan_desktop.model.network import NetworkMember, citizen_member, people
from borgerplan_desktop.model.plan import Plan

CLOCKS_DIFFER = timedelta(minutes=1)                     # so far ahead is still now


def note_contact(opened: OpenCase, channel: ContactChannel, whom: NetworkMember | str, words: str = "", *,
                 reached: bool = True, at: datetime | None = None) -> ContactNote:
    """We were in touch with a person of the network, or with somebody by name. `at` None = now; `words` may be empty.

    When it reached the citizen, what they had missed before is settled. Raises Refused for a time to come, and without
    anybody.
    """
    member = whom if isinstance(whom, NetworkMember) else called(opened, whom)
    name = member.contact.name if member is not None else str(whom).strip()
    if member is None and not name:
        raise Refused(_("Write whom it was with."), "whom")
    with opened.action(N_("Note a contact")):
        made = opened.case.add(ContactNote(
            at=_past(opened, at), channel=channel, member_id=member.id if member is not None else None, with_whom=name,
            reached=reached, words=words.strip(), by_id=opened.who))
        if reached and member is not None and member.is_citizen:
            for missed in unsettled(opened.case):
                if missed.on <= made.at.date():
                    settle(opened, missed, made.at.date())
            for plan in opened.case.all(Plan):           # the talk that was agreed has been held
                if plan.next_talk_on is not None and plan.next_talk_on <= made.at.date():
                    plan.next_talk_on = None
    return made


def add_to_contact(opened: OpenCase, note: ContactNote, words: str) -> ContactNote:
    """A dated addition; what stood there stays. Raises Refused when there is nothing to add."""
    if not words.strip():
        raise Refused(_("Write what is to be added."), "words")
    first = opened.case.get(ContactNote, note.adds_to_id) or note
    with opened.action(N_("Add to the contact")):
        return opened.case.add(ContactNote(
            at=opened.now(), channel=first.channel, member_id=first.member_id, with_whom=first.with_whom,
            reached=first.reached, words=words.strip(), by_id=opened.who, adds_to_id=first.id))


def called(opened: OpenCase, name: str) -> NetworkMember | None:
    """The only one of the network who is called so: by the whole name, or by what they are called."""
    wanted = name.strip().casefold()
    citizen = citizen_member(opened.case)
    everybody = ([citizen] if citizen is not None else []) + people(opened.case)
    found = [m for m in everybody if wanted and wanted in {m.contact.name.casefold(), m.contact.said_name.casefold()}]
    if citizen is not None and not found and wanted == opened.case.the(Citizen).first_name.casefold() != "":
        found = [citizen]
    return found[0] if len(found) == 1 else None


def _past(opened: OpenCase, at: datetime | None) -> datetime:
    now = opened.now()
    if at is not None and at > now + CLOCKS_DIFFER:
        raise Refused(_("That time has not come yet. Write when it happened."), "at")
    return at or now
