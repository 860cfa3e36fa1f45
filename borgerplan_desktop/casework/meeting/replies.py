"""Who comes and who does not: answers from calendars, read back in from the files that a mail brings."""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

from borgerplan_desktop.casework.access import Reading
from borgerplan_desktop.casework.meeting.meeting_calendar import calendar_name
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail_file import address_of
from borgerplan_desktop.casework.papers.read_file import CaseFileError, read_file
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.calendar_reply import CalendarReply, NotAReply, Why, read_calendar_reply
from borgerplan_desktop.documents.reply_mail import LARGEST_MAIL
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import Meeting, Participant, Reply
from borgerplan_desktop.model.meeting_edition import editions, is_as_it_was_told

ANSWERS = {"ACCEPTED": Reply.COMES, "DECLINED": Reply.DOES_NOT_COME, "TENTATIVE": Reply.PERHAPS}
WHY_NOT = {
    Why.TOO_LARGE: N_("The file is too large for an answer. Nothing is changed. Save the answer from the mail anew."),
    Why.NO_CALENDAR: N_("The file is no calendar file, or it is broken. Nothing is changed. Save it from the mail "
                        "anew."),
    Why.NOT_IN_MAIL: N_("There is no answer from a calendar in the mail. Nothing is changed. Read the mail, and note "
                        "the answer at the person."),
    Why.NO_REPLY: N_("The file is no answer to a meeting. Nothing is changed. Choose the file from the mail with the "
                     "answer."),
    Why.NO_ANSWER: N_("The file does not say who answers what. Nothing is changed. Call, and ask."),
}


def answer_in(path: Path) -> CalendarReply:
    """The answer in a file. Raises Refused in words, OSError."""
    try:
        content = read_file(path) if path.stat().st_size <= LARGEST_MAIL else bytes(LARGEST_MAIL + 1)
        return read_calendar_reply(content)
    except NotAReply as problem:
        raise Refused(_(WHY_NOT[problem.why]), "reply") from None
    except CaseFileError:
        raise Refused(_(WHY_NOT[Why.TOO_LARGE]), "reply") from None


def case_of(archive: Archive, answer: CalendarReply) -> str:
    """The citizen's case with the meeting that is answered. Raises Refused, NotForYou."""
    gate = archive.gate
    gate.ask("", Reading.LIST)
    wanted = {Meeting: (Meeting.known_as.key,), Citizen: (Citizen.merged_into.key,)}
    for case_id, rows in gate.rows(sorted(gate.cases(Reading.LIST)), wanted).items():
        if any(isinstance(row, Citizen) and row.merged_into for row in rows):
            continue                                     # its meetings are in another case now
        if any(isinstance(row, Meeting) and calendar_name(row) == answer.uid for row in rows):
            return case_id
    raise Refused(_("The answer is to a meeting that is not here. Nothing is changed."), "reply")


def take_in(opened: OpenCase, answer: CalendarReply) -> Participant:
    """Note who answers what. Raises Refused for what is older, of somebody who is not asked, or to another meeting."""
    meeting = next((each for each in opened.case.all(Meeting) if calendar_name(each) == answer.uid), None)
    if meeting is None:
        raise Refused(_("The answer is to a meeting that is not here. Nothing is changed. Open the citizen it is "
                        "about."), "reply")
    if not meeting.status.ahead:
        raise Refused(_("The meeting is not ahead any more. Nothing is changed."), "reply")
    participant = _who_answers(meeting, answer)
    if participant is None or participant.member is None:
        raise Refused(_("Whoever answers is not asked to the meeting, or has another mail address here. Nothing is "
                        "changed. Look at the address on the map."), "reply")
    name = participant.member.contact.said_name
    said = ANSWERS.get(answer.answer)
    if said is None:
        raise Refused(_("The answer from {name} is neither yes, no nor perhaps. Nothing is changed. Call, and ask.")
                      .format(name=name), "reply")
    if not _is_to_what_is_now(meeting, answer.sequence):
        raise Refused(_("{name} answers an older invitation: time or place is another now. Nothing is changed. Send "
                        "the change, and ask anew.").format(name=name), "reply")
    now = _now(opened)
    at = min(answer.answered_at or now, now)
    known = participant.replied_at
    if known is not None and at < known:
        raise Refused(_("There is a newer answer from {name}, of {date}. Nothing is changed.").format(
            name=name, date=day(known.date(), opened.today())), "reply")
    with opened.action(N_("Answer to the invitation")):
        participant.reply, participant.replied_at, participant.reply_words = said, at, answer.words
        participant.replied_to = answer.sequence or 0
    return participant


def _who_answers(meeting: Meeting, answer: CalendarReply) -> Participant | None:
    """Whoever is asked at that address. Raises Refused where several share it and the name is nobody's."""
    found = [each for each in meeting.participants if each.member is not None
             and address_of(each.member).casefold() == answer.address != ""]
    if len(found) > 1:
        named = [each for each in found if each.member is not None
                 and each.member.contact.name.strip().casefold() == answer.name.strip().casefold()]
        if len(named) != 1:
            raise Refused(_("Several who are asked have this mail address, and the answer does not say who it is from. "
                            "Nothing is changed. Call, and ask."), "reply")
        return named[0]
    return next(iter(found), None)


def note_answer(opened: OpenCase, participant: Participant, reply: Reply) -> None:
    """They said it on the telephone or in the door."""
    meeting = opened.case.get(Meeting, participant.meeting_id)
    with opened.action(N_("Answer to the invitation")):
        participant.reply, participant.replied_at, participant.reply_words = reply, _now(opened), ""
        sent = editions(meeting) if meeting is not None else []
        participant.replied_to = sent[-1].number if sent else 0


def answer_holds(participant: Participant) -> bool:
    """Whether somebody has answered, and to the time and place that hold now."""
    meeting = participant.case.get(Meeting, participant.meeting_id)
    return participant.reply is not None and meeting is not None and _is_to_what_is_now(
        meeting, participant.replied_to or None)


def _is_to_what_is_now(meeting: Meeting, number: int | None) -> bool:
    """An invitation that nobody has a number of counts as the present one."""
    sent = next((each for each in editions(meeting) if each.number == number), None)
    return sent is None or is_as_it_was_told(meeting, sent)


def _now(opened: OpenCase) -> datetime:
    return opened.now().replace(microsecond=0)
