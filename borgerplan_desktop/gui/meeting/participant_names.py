"""How a point and a participant are named on screen, and what their consent comes to, as a pill."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.meeting.replies import answer_holds
from borgerplan_desktop.i18n import _, day_short, listed
from borgerplan_desktop.model.consent import ConsentState, Topic, state_of, topics_shared
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.meeting import AgendaItem, Participant
from borgerplan_desktop.model.network import MemberKind, NetworkMember, lay_representatives

Said = tuple[str, str, str]                              # words, kind and icon of a pill

_KINDS = {ConsentState.GIVEN: ("good", "consent"), ConsentState.PARTLY: ("info", "consent")}


def title_of(item: AgendaItem) -> str:
    return item.title.strip() or _("A point without words yet")


def name_of(participant: Participant) -> str:
    member = participant.member
    return member.contact.said_name if member is not None else _("No longer on the map")


def answer_words(participant: Participant) -> str:
    """What they have answered, and wrote with it: "Kommer, 3. nov.: jeg er lidt forsinket"; "" = nothing yet."""
    if participant.reply is None or participant.replied_at is None:
        return ""
    said = _("{answer}, {date}").format(answer=_(participant.reply.label),
                                        date=day_short(participant.replied_at.date()))
    if participant.reply_words.strip():
        said = f"{said}: {participant.reply_words.strip()}"
    return said if answer_holds(participant) else _("{answer} (to an older invitation)").format(answer=said)


def first_name_of(member: NetworkMember | None) -> str:
    if member is None:
        return _("No longer on the map")
    return member.contact.first_name or _("Somebody without a name")


def is_square(member: NetworkMember | None) -> bool:
    """Professionals are squared, private persons (and the citizen) round."""
    return member is not None and member.kind is MemberKind.PROFESSIONAL


def role_of(member: NetworkMember | None, on: date) -> str:
    """Who they are here: "kontaktperson, tovholder"."""
    if member is None:
        return ""
    if member.is_citizen:
        return _("citizen")
    parts = member.described.split(", ")
    assigned = coordinator(member.case)
    if assigned is not None and assigned.member_id == member.id:
        parts.append(_("temporary coordinator") if assigned.temporary else _("coordinator"))
    if member in lay_representatives(member.case, on):
        parts.append(_("lay representative"))
    if member.removed_on is not None:
        parts.append(_("no longer on the map"))
    return ", ".join(dict.fromkeys(part for part in parts if part))       # "bisidder" by role and by task is one word


def consent_pill(member: NetworkMember | None, on: date) -> Said:
    """The state of the person's consent, always as a word."""
    if member is None:
        return "", "line", ""
    if member.is_citizen:
        return _("Owns the plan"), "soft", "check"
    if member.staff_id is not None:
        return _("Works here"), "soft", "house"
    state = state_of(member.case, member, on)
    return _about(member, state, on), *_KINDS.get(state, ("warn", "consent_off"))


def topics_words(member: NetworkMember | None, on: date) -> str:
    """Every topic the person may be told about, for who looks closer; "" for whom nothing has to be asked."""
    if member is None or member.is_citizen or member.staff_id is not None:
        return ""
    topics = topics_shared(member.case, member, on)
    return listed([_(topic.label) for topic in topics]) if topics else ""


def _about(member: NetworkMember, state: ConsentState, on: date) -> str:
    """What the consent is about: one topic by name, else how many; without one, how it stands."""
    topics = topics_shared(member.case, member, on)
    if not topics:
        return _(state.label)
    if len(topics) == len(Topic):
        return _("All topics")
    if len(topics) == 1:
        return _("Only: {topic}").format(topic=_(topics[0].label))
    return _("{n} of {all} topics").format(n=len(topics), all=len(Topic))
