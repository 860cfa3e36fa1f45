"""The papers and mails of a meeting in a case file, without an archive: whose, and which meeting, as it was written."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from borgerplan_desktop.casework.meeting.meeting_calendar import calendar_of
from borgerplan_desktop.casework.meeting.paper_files import MadePaper, Wanted, draft_name, make_one, write_files
from borgerplan_desktop.casework.meeting.sending import How, Sending
from borgerplan_desktop.casework.papers.mail import not_after_death, signed_by
from borgerplan_desktop.casework.papers.mail_file import address_of
from borgerplan_desktop.casework.papers.paper_kinds import PaperKind
from borgerplan_desktop.casework.papers.whose_copy import called
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.i18n import _, day, listed
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, Presence
from borgerplan_desktop.model.meeting_reader import HELD, MeetingFor, meeting_meant
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.papers import DocumentKind

ALL = ("all", "alle")
OF_WHAT_WAS = frozenset({DocumentKind.MINUTES, DocumentKind.MEETING_MEANING, DocumentKind.AWAY_LETTER})
FOR_NOBODY_ELSE = frozenset({DocumentKind.MEETING_MEANING, DocumentKind.ATTENDANCE})


@dataclass(frozen=True)
class OneOfFile:
    """A paper for somebody, or why there is none."""

    name: str
    pdf: bytes = b""
    why_not: str = ""
    file: str = ""                                       # what its file is called, among those of the others


def meeting_papers_of_file(kind: PaperKind, case: Case, meeting_word: str, whom: str, *, today: date, language: str,
                           large_print: bool) -> Iterator[OneOfFile]:
    """One paper for each of those it is for, of a case file: "" = the citizen, "all", a name, or an id. Of one that is
    the citizen's own, or nobody's, there is one for all.

    Raises Refused where there is no such meeting or person, or it is not for them, and for what is only there after a
    meeting that was not held.
    """
    meeting = the_meeting(case, meeting_word, today, held=kind.kind in OF_WHAT_WAS)
    if kind.kind in OF_WHAT_WAS:
        _must_be_held(meeting)
    if kind.kind in FOR_NOBODY_ELSE:
        _must_not_be_for_another(meeting, whom, kind)
        whom = ""
    for number, member in enumerate(_those(meeting, whom), 1):
        if member is not None and whom.casefold() in ALL:
            if kind.kind is DocumentKind.AWAY_LETTER and not _is_missed(meeting, member):
                continue
            if member.removed_on is not None:
                yield OneOfFile(member.contact.name, why_not=_not_there_any_more(member))
                continue
        about = MeetingFor.to(meeting, member).key
        name = member.contact.name if member is not None else ""
        try:
            yield OneOfFile(name, kind.draw(case, about, language=language, large_print=large_print, today=today),
                            file=draft_name(case, meeting, _(kind.file_word), member, number, "pdf"))
        except NotCovered as problem:
            yield OneOfFile(name, why_not=problem.reason)


def mails_of_file(case: Case, meeting_word: str, sending: Sending | None, folder: Path, *, now: datetime,
                  language: str) -> Iterator[tuple[str, MadePaper]]:
    """(name, what came of it) for everybody who is asked to the meeting; the mails are written into the folder.

    Raises Refused where there is no such meeting or the citizen has died, OSError.
    """
    today = now.date()
    meeting = the_meeting(case, meeting_word, today, held=sending is Sending.MINUTES)
    if sending is Sending.MINUTES:
        _must_be_held(meeting)
    not_after_death(case)
    if sending is Sending.INVITATION and meeting.status is MeetingStatus.CALLED_OFF:
        raise Refused(_("The meeting is called off. Leave out --what to tell everybody."))
    what = sending or _usual(meeting)
    sign = signed_by(case, case.the(Citizen).contact_person_id)
    for number, member in enumerate(_those(meeting, ALL[0]), 1):
        if member is None:
            continue
        name = member.contact.name
        if member.removed_on is not None:
            yield name, MadePaper(member.id, why_not=_not_there_any_more(member))
        elif not address_of(member):
            yield name, MadePaper(member.id, why_not=_("No mail address is known. Print the paper."))
        else:
            paper = Wanted(member.id, MeetingFor.to(meeting, member).key, How.MAIL, number, now, sign, language)
            made = make_one(case, what, paper, today)
            if made.content:
                folder.mkdir(parents=True, exist_ok=True)            # with the first: a refusal leaves none behind
                write_files(folder, [made])
            yield name, made


def _is_missed(meeting: Meeting, member: NetworkMember) -> bool:
    """Whether a letter to those who did not come may be for them: none for our own, nor for somebody who was there."""
    came = {each.member_id for each in meeting.participants if each.presence is Presence.PRESENT}
    return member.staff_id is None and member.id not in came


def _not_there_any_more(member: NetworkMember) -> str:
    return _("Is not in the network any more. A paper for them is made with --for and their name.")


def _usual(meeting: Meeting) -> Sending:
    """What everybody is written now: nobody is asked to a meeting that is called off."""
    if meeting.status is MeetingStatus.CALLED_OFF:
        return Sending.CHANGE
    return Sending.MINUTES if meeting.status in HELD else Sending.INVITATION


def calendar_of_file(data: bytes, meeting_word: str, called_off: bool, now: datetime) -> bytes:
    """The meeting as a file for calendars. Raises CaseFileError, Refused."""
    case = read_case(data).case()
    return calendar_of(case, the_meeting(case, meeting_word, now.date(), held=False).id, now, None, called_off).content


def the_meeting(case: Case, word: str, today: date, *, held: bool) -> Meeting:
    """The meeting of that word: its id (or the beginning of it), "next", "last", or "" for the usual one. Raises
    Refused.
    """
    every = case.all(Meeting)
    begins = [each for each in every if len(word) >= 4 and each.id.startswith(word)]
    try:
        found = meeting_meant(case, begins[0].id if len(begins) == 1 else word, today, held=held)
        if found is None and not word:                   # the other one, where there is but one
            found = meeting_meant(case, word, today, held=not held)
    except LookupError:
        found = None
    if found is None:
        known = "; ".join(f"{each.id} ({day(each.starts_at.date()) if each.starts_at else _('without a date')})"
                          for each in every)
        raise Refused(_("There is no such meeting in the file. It has: {meetings}.").format(meetings=known) if known
                      else _("There is no meeting in the file."))
    return found


def _must_not_be_for_another(meeting: Meeting, whom: str, kind: PaperKind) -> None:
    """Raises Refused for somebody else than the citizen, and for nobody at all."""
    if whom and whom.casefold() not in ALL and not all(
            each is not None and each.is_citizen for each in _those(meeting, whom)):
        raise Refused(_("This page is the citizen's own. Leave out --for.") if kind.kind is DocumentKind.MEETING_MEANING
                      else _("This paper is for nobody in particular. Leave out --for."))


def _must_be_held(meeting: Meeting) -> None:
    if meeting.status not in HELD:
        raise Refused(_("The meeting has not been held, so there are no minutes of it."))


def _those(meeting: Meeting, whom: str) -> list[NetworkMember | None]:
    """Whom it is for; None = the citizen. Raises Refused for somebody who is not asked, and where several fit."""
    if not whom:
        return [None]
    asked = [member for each in meeting.participants if (member := each.member) is not None]
    if whom.casefold() in ALL:
        return list(asked)
    if (found := called(asked, whom)) is not None:
        return [found]
    names = listed([each.contact.name for each in asked if each.contact.name.strip()])
    raise Refused(_("Nobody of that name is asked to the meeting. Those who are: {names}.").format(names=names) if names
                  else _("Nobody is asked to the meeting yet."))
