"""The papers of a meeting as files in a folder: a mail with its paper for each who has an address, else the paper.

Nothing leaves the house from here: the files lie where somebody chose.
"""
from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from borgerplan_desktop.casework.meeting.meeting_calendar import calendar_of
from borgerplan_desktop.casework.meeting.meeting_mail import written_mail
from borgerplan_desktop.casework.meeting.sending import How, Law, Recipient, Sending
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.file_names import file_name
from borgerplan_desktop.casework.papers.mail import not_after_death, signed
from borgerplan_desktop.casework.papers.mail_file import mail_file
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.casework.papers.plan_paper import FROZEN_IN
from borgerplan_desktop.casework.papers.reading_language import spoken_first
from borgerplan_desktop.casework.session.backup_and_restore import Progress
from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.meeting_reader import MeetingFor
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.not_covered import NotCovered


@dataclass(frozen=True)
class Wanted:
    """One paper to make: `about` names the meeting and the reader, `number` is its place in the list."""

    member_id: str
    about: str
    how: How
    number: int
    made_at: datetime
    sign: str = ""
    language: str = FROZEN_IN
    large_print: bool = False


@dataclass(frozen=True)
class MadePaper:
    """What came of it, or why there is none."""

    member_id: str
    name: str = ""                                       # what its file is called: a number and nothing about people
    content: bytes = b""                                 # a mail with its paper; of what is printed the paper alone
    why_not: str = ""


def wanted(opened: OpenCase, chosen: Sequence[tuple[Recipient, How, Law | None]]) -> list[Wanted]:
    """What is to be made for those who were chosen. Raises Refused where nothing is mailed any more."""
    if any(how is How.MAIL for _each, how, _law in chosen):
        not_after_death(opened.case)
    sign = signed(opened)
    citizen = opened.case.the(Citizen)
    return [Wanted(each.member.id, each.about(law), how, number, opened.now(), sign,
                   spoken_first(opened.case, for_others=not each.member.is_citizen),
                   each.member.is_citizen and citizen.paper_large)
            for number, (each, how, law) in enumerate(chosen, 1) if how in (How.MAIL, How.PRINTED)]


def making(opened: OpenCase, sending: Sending, papers: Sequence[Wanted]) -> Callable[[Progress], list[MadePaper]]:
    """Work for another thread: it reads the case once, and makes them one by one. Nothing is written before all are
    made, so that who stops it has nothing lying about.
    """
    return partial(_make_all, opened.reader(), sending, papers, opened.today())


def _make_all(read: Callable[[], Case], sending: Sending, papers: Sequence[Wanted], today: date,
              progress: Progress) -> list[MadePaper]:
    case, made = read(), []
    for number, each in enumerate(papers):
        progress(number / len(papers))
        made.append(make_one(case, sending, each, today))
    progress(1.0)
    return made


def write_files(folder: Path, made: Sequence[MadePaper]) -> None:
    """Put them into the folder, each whole. Raises OSError."""
    for each in made:
        write_whole(folder / each.name, each.content, lasting=False)


def make_one(case: Case, sending: Sending, paper: Wanted, today: date) -> MadePaper:
    """One of them. What a consent does not cover any more is not made."""
    kind = BY_KIND[sending.paper]
    member = case.get(NetworkMember, paper.member_id)
    meeting = case.get(Meeting, MeetingFor.of(paper.about).meeting)
    if member is None or meeting is None:
        return MadePaper(paper.member_id, why_not=_("What the mail was about is not there any more."))
    try:
        pdf = kind.draw(case, paper.about, language=paper.language, large_print=paper.large_print, today=today)
    except NotCovered as problem:
        return MadePaper(paper.member_id, why_not=problem.reason)
    except LookupError:
        return MadePaper(paper.member_id, why_not=_("What the mail was about is not there any more."))
    name = file_name(case, _(kind.file_word))
    if paper.how is not How.MAIL:
        return MadePaper(paper.member_id, name, pdf)
    mail = written_mail(meeting, member, sending, today, paper.sign)
    calendar = None
    if sending is not Sending.MINUTES and meeting.starts_at is not None:
        calendar = calendar_of(case, meeting.id, paper.made_at, member, by_law=MeetingFor.of(paper.about).by_law)
    return MadePaper(paper.member_id, draft_name(case, meeting, _(kind.file_word), member, paper.number, "eml"),
                     mail_file(mail, pdf, name, member, calendar))


def draft_name(case: Case, meeting: Meeting, word: str, to: NetworkMember | None, number: int, ending: str) -> str:
    """What the file for one of them is called, so that it is told from those of another meeting, and of others at this
    one: what lies there and is not sent yet is written over by nobody else's. The number is the place in the list,
    which may be another's next time; the last four letters are a mark of the two, and say nothing of who it is.
    """
    when = f"{meeting.starts_at:%Y-%m-%d-%H%M}-" if meeting.starts_at is not None else ""
    mark = hashlib.sha256(f"{meeting.id} {to.id if to is not None else ''}".encode()).hexdigest()[:4]
    return f"{file_name(case, word).removesuffix('.pdf')}-{when}{number}-{mark}.{ending}"
