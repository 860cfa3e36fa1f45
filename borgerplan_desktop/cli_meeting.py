"""The papers and mails of a meeting from the terminal; no archive is needed, and nothing is sent from here."""
from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from borgerplan_desktop.cli_archive import DONE, FAILED, archive_of
from borgerplan_desktop.cli_language import say_if_draft, spoken
from borgerplan_desktop.cli_password import lock_asked_for
from borgerplan_desktop.cli_plan import plainly_read
from borgerplan_desktop.cli_ua2 import as_asked
from borgerplan_desktop.i18n import SCREEN_LANGUAGES, _
from borgerplan_desktop.terminal import (
    Plainly,
    WrongUse,
    briefly,
    cannot_open,
    in_sentences,
    put,
    put_line,
    read,
    read_case_file,
    say,
    say_names_left,
    why,
)

if TYPE_CHECKING:
    from borgerplan_desktop.casework.papers.paper_kinds import PaperKind

ANSWERS = (".ics", ".eml")                               # what a file with an answer is called
MAILED = {"invitation": "invitation", "agenda-change": "change", "minutes": "minutes"}


def meeting_paper(options: argparse.Namespace, kind: PaperKind) -> int:
    """A paper of a meeting for one reader, or one for each in a folder."""
    from datetime import date

    from borgerplan_desktop.casework.meeting.of_file import ALL, meeting_papers_of_file
    from borgerplan_desktop.casework.refused import Refused
    from borgerplan_desktop.model.papers import Reader

    nothing, whom, language = _("No paper has been made."), options.whom or "", spoken(options)
    for_all = whom.casefold() in ALL
    with plainly_read(nothing):
        file = read_case_file(options.file, nothing)
        lock, case = lock_asked_for(options, file), file.case()      # one password for all that are made now
        say(_("Making the paper …"))
        folder = _folder(options.output) if for_all else None
        made = 0
        try:
            for each in meeting_papers_of_file(
                    kind, case, options.meeting, whom, today=date.today(), large_print=options.large_print,
                    language=language):
                if each.why_not:
                    say(f"{briefly(each.name)}: {each.why_not}")
                    continue
                put(str(_there(folder) / each.file) if folder is not None else options.output, lock(as_asked(each.pdf)))
                made += 1
        except Refused as refusal:
            raise Plainly(in_sentences(refusal.message, nothing)) from None
    if not made:
        raise Plainly(nothing)
    say_if_draft(language, case)
    say_names_left(case, kind.kind, Reader.OTHERS)
    return DONE


def ics(options: argparse.Namespace) -> int:
    """The meeting as a file for calendars; with --cancel one that takes it out of them again."""
    from datetime import datetime

    from borgerplan_desktop.casework.meeting.of_file import calendar_of_file
    from borgerplan_desktop.casework.refused import Refused

    nothing = _("No calendar file has been made.")
    with plainly_read(nothing):
        data = read(options.file, nothing)
        try:
            made = calendar_of_file(data, options.meeting, options.cancel, datetime.now())
        except Refused as refusal:
            raise Plainly(in_sentences(refusal.message, nothing)) from None
    put(options.output, made)
    return DONE


def replies(options: argparse.Namespace) -> int:
    """Answers from calendars into the archive, each by itself; what is none is said, and the others are taken in."""
    from borgerplan_desktop.casework.meeting.replies import answer_in, case_of, take_in
    from borgerplan_desktop.casework.refused import Refused

    files: list[Path] = options.files
    if files[0].is_dir():                                # the archive may stand before them
        options.home, files = files[0], files[1:]
    if not files:
        raise WrongUse(_("Write which files: borgerplan replies FILE …"))
    first, nothing = files[0], _("Nothing has been taken in.")
    if not first.exists() and (first.suffix.casefold() not in ANSWERS or not any(each.exists() for each in files)):
        raise Plainly(in_sentences(_("There is no file or folder called {file}.").format(file=first), nothing))
    failed = False
    with closing(archive_of(options)) as archive:
        for file in files:
            try:
                answer = answer_in(file)
                told = take_in(archive.open_case(case_of(archive, answer)), answer)
            except OSError as error:
                say(in_sentences(cannot_open(file, error), nothing))
                failed = True
            except Refused as refusal:
                say(f"{file}: {refusal.message}")
                failed = True
            else:
                who = told.member.contact.name if told.member is not None else ""
                put_line(str(file), who, _(told.reply.label) if told.reply is not None else "")
    return FAILED if failed else DONE


def mail(options: argparse.Namespace) -> int:
    """A mail for each who is asked and whom a consent covers, as files to open in a mail program."""
    from datetime import datetime

    from borgerplan_desktop.casework.meeting.of_file import mails_of_file
    from borgerplan_desktop.casework.meeting.sending import Sending
    from borgerplan_desktop.casework.refused import Refused
    from borgerplan_desktop.model.papers import DocumentKind, Reader

    nothing, made = _("No mail has been made."), 0
    sending = Sending(MAILED[options.what]) if options.what else None
    with plainly_read(nothing):
        case = read_case_file(options.file, nothing).case()
        folder = _folder(options.output)
        try:
            for name, each in mails_of_file(case, options.meeting, sending, folder, now=datetime.now(),
                                            language=getattr(options, "language", SCREEN_LANGUAGES[0])):
                if each.why_not:
                    say(f"{briefly(name)}: {each.why_not}")
                else:
                    print(folder / each.name)
                    made += 1
        except Refused as refusal:
            raise Plainly(in_sentences(refusal.message, nothing)) from None
        except OSError as error:
            raise Plainly(_("The file {file} could not be written ({why}). Choose another folder.").format(
                file=folder, why=why(error))) from None
    if not made:
        raise Plainly(nothing)
    say_names_left(case, DocumentKind.INVITATION, Reader.OTHERS)
    say(_("Nothing has been sent. Open each in your mail program, and use secure mail."))
    return DONE


def _folder(output: str) -> Path:
    """The folder for one file each; it is made with the first of them, so that a refusal leaves none behind. Raises
    WrongUse.
    """
    if output == "-":
        raise WrongUse(_("One file for each is made: write a folder after -o."))
    return Path(output)


def _there(folder: Path) -> Path:
    """The same, made where it is not there. Raises Plainly."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Plainly(_("The folder {folder} could not be made ({why}).").format(folder=folder, why=why(error))) \
            from None
    return folder
