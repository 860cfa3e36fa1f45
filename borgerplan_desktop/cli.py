"""The same program from a terminal. Results go to standard output, everything else to standard error.

Exit codes: 0 done, 1 the work failed (a plain sentence says why), 2 wrong use. Nothing heavy is imported before it is
needed: `--help`, `--version` and the window start at once.
"""
from __future__ import annotations

import argparse
import atexit
import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from borgerplan_desktop.casework.spelling import SPELL_APART
from borgerplan_desktop.cli_archive import (
    DONE,
    FAILED,
    WRONG_USE,
    archive_of,
    case_id,
    location_of,
    say_notices,
    who_of,
)
from borgerplan_desktop.cli_citizens import find, list_citizens, today
from borgerplan_desktop.cli_compare import compare
from borgerplan_desktop.cli_figures import figures
from borgerplan_desktop.cli_frame import frame
from borgerplan_desktop.cli_meeting import ics, mail, replies
from borgerplan_desktop.cli_merge import merge_cases
from borgerplan_desktop.cli_papers import paper, read_in, render
from borgerplan_desktop.cli_people import export_people, import_people, people
from borgerplan_desktop.cli_plan import check_plan
from borgerplan_desktop.cli_services import services
from borgerplan_desktop.cli_words import command_line
from borgerplan_desktop.documents.reading_in import READ_APART, READ_PEOPLE_APART, READ_TABLE_APART
from borgerplan_desktop.i18n import SCREEN_LANGUAGES, _, ngettext, use_language
from borgerplan_desktop.terminal import (
    Plainly,
    Progress,
    WrongUse,
    ask,
    ask_password,
    given_password,
    may_be_asked,
    new_password,
    put,
    read,
    say,
    why,
)

if TYPE_CHECKING:
    from borgerplan_desktop.casework.session.backup_and_restore import Copy, Ready, Report


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if len(given) == 1 and given[0] in (READ_APART, READ_PEOPLE_APART, READ_TABLE_APART):
        return _read_apart(given[0])
    if len(given) == len((SPELL_APART, "FOLDER")) and given[0] == SPELL_APART:
        return _spell_apart(given[1])
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):         # a C locale must not make an æ a crash
            stream.reconfigure(encoding="utf-8", errors="replace")
    use_language(_language_of(given))
    try:
        options = command_line().parse_args(given)
        if arguments is None and options.command is not None:
            _ends_with(options.command)
        return _run(options)
    except SystemExit as end:                            # argparse: --help, --version, wrong use
        return end.code if isinstance(end.code, int) else FAILED
    except KeyboardInterrupt:
        say(_("Stopped. What was done before is stored."))
        return FAILED
    except BrokenPipeError:                              # `borgerplan list | head`: nobody reads any more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _read_apart(what: str) -> int:
    """Be the process that reads a file by itself: a program without a Python beside it has no other to start."""
    from borgerplan_desktop.documents.reading_in.apart import main as read_and_answer

    read_and_answer(what)
    return DONE


def _spell_apart(folder: str) -> int:
    """The same for the process that knows the dictionary."""
    from borgerplan_desktop.casework.spelling.apart import main as answer_about_words

    answer_about_words(folder)
    return DONE


def _run(options: argparse.Namespace) -> int:
    """The chosen work; what is known to go wrong is said in plain words, and so is what is not."""
    from borgerplan_desktop.casework.session.location import no_core_dumps

    no_core_dumps()
    command = options.command
    try:
        code = _window(options) if command is None else _COMMANDS[command](options)
        sys.stdout.flush()
        return code
    except WrongUse as error:
        say(str(error))
        return WRONG_USE
    except Plainly as error:
        say(str(error))
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  a person is never shown a traceback
        say(_told(error, options))
    return FAILED


def _ends_with(command: str) -> None:
    """This process ends with its command: what is left then is not looked through for dead circles, which took a fifth
    of the time of a paper; and while one paper is made, hardly anything dies.
    """
    atexit.register(gc.freeze)
    if command in _ONE_PAPER:
        gc.disable()


def _told(error: Exception, options: argparse.Namespace) -> str:
    from borgerplan_desktop.casework.open_case import Conflict
    from borgerplan_desktop.casework.papers.case_files import CaseFileError
    from borgerplan_desktop.casework.session.login_messages import AlreadyOpen, Refused, StoreError, sentence

    if isinstance(error, CaseFileError):
        return error.sentence
    if isinstance(error, AlreadyOpen):
        return _("Borgerplan is open in a window. Nothing has been changed. Close the window, and try again.")
    if isinstance(error, StoreError | Refused):
        return sentence(error, location_of(options), terminal=True)
    if isinstance(error, Conflict):
        return " ".join((_("The same has just been changed somewhere else."),
                         _("Look at it, and do it again if it is still right.")))
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("Not all of it could be written: {why}. What was stored before is as it was.").format(why=why(error))
    return _("It did not work ({kind}). What was stored before is as it was. If it happens again, contact IT.").format(
        kind=type(error).__name__)


# ------------------------------------------------------------------------------------------------------- what is asked
def _language_of(arguments: Sequence[str]) -> str:
    """Looked for before anything is parsed, so that the help speaks it too."""
    for at, word in enumerate(arguments):
        spoken = word.partition("=")[2] if word.startswith("--language=") else (
            arguments[at + 1] if word == "--language" and at + 1 < len(arguments) else "")
        if spoken in SCREEN_LANGUAGES:
            return spoken
    return SCREEN_LANGUAGES[0]


# --------------------------------------------------------------------------------------------------------- the commands
def _window(options: argparse.Namespace) -> int:
    given_password()                                     # nobody is let in with it here, and no child inherits it
    if sys.platform.startswith("linux") and not any(
            os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise Plainly(_("There is no screen here, so the window cannot open. Without a screen you can still make the "
                        "plan of a case file: packaging/run render CASEFILE -o plan.pdf"))
    try:
        from borgerplan_desktop.app import run_window
    except ImportError as error:
        raise Plainly(_("The window cannot open: {what} is missing on this computer. Start with packaging/run, which "
                        "installs it.").format(what=error.name or "Qt")) from None
    return run_window(getattr(options, "home", None), getattr(options, "language", ""), options.demo, options.locked)


def _init(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.session import login

    person = getattr(options, "user", "") or os.environ.get("BORGERPLAN_USER", "")
    if not person:
        raise WrongUse(_("Say who logs in: --user NAME."))
    archive, code = login.begin_archive(location_of(options), options.shelter, person, new_password())
    with closing(archive):
        say(_("The archive is made. This is the recovery code. Put it in a locked cupboard; it is shown only now."))
        print(code, flush=True)
        login.put_code_away(archive)
    return DONE


def _import(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.papers.case_files import CaseFileError, import_case
    from borgerplan_desktop.casework.session.backup_and_restore import backup_if_due

    failed = 0
    with closing(archive_of(options)) as archive:
        backup_if_due(archive)
        for path in options.files:
            try:
                print(import_case(archive, read(path)), flush=True)
            except (CaseFileError, Plainly) as error:
                failed += 1
                told = error.sentence if isinstance(error, CaseFileError) else str(error)
                say(f"{path}: {told}")
    return FAILED if failed else DONE


def _export(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.papers.case_files import export_case

    with closing(archive_of(options)) as archive:
        export_case(archive.open_case(case_id(archive, options.case)), partial(put, options.output))
    return DONE


def _check(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.session.backup_and_restore import check, go_on
    from borgerplan_desktop.casework.session.login_notices import restore_helps

    with closing(archive_of(options)) as archive, Progress(_("Checking")) as progress:
        if options.go_on:
            go_on(archive)
        report = check(archive, progress)
        helps = restore_helps(archive)
    if report.lists_remade:
        print(_("The list of citizens was not right. It was made anew from the citizens' cases; nothing is lost."))
    if report.sound:
        print(_("Everything is as it was stored."),
              ngettext("{n} line in the audit.", "{n} lines in the audit.", report.lines).format(n=report.lines))
        return DONE
    for line in _findings(report):
        print(line)
    say(_("Do not delete anything. Bring a backup back with borgerplan restore, or contact IT.") if helps else
        _("Do not delete anything. Contact IT."))
    return FAILED


def _findings(report: Report) -> list[str]:
    found = []
    if report.damaged_pages:
        found.append(_("The archive is damaged."))
    if report.dangling_rows:
        found.append(ngettext("{n} row points at something that is gone.", "{n} rows point at something that is gone.",
                              report.dangling_rows).format(n=report.dangling_rows))
    if report.broken_line is not None:
        found.append(_("The audit was altered from line {n}.").format(n=report.broken_line))
    for each in report.differing:
        found.append(ngettext("Case {case}: {n} row in {kind} is not as the audit says.",
                              "Case {case}: {n} rows in {kind} are not as the audit says.",
                              each.rows).format(n=each.rows, case=each.case, kind=each.kind))
    if report.lists_damaged:
        found.append(_("The list of citizens is not right."))
    if report.anchor_missing:
        found.append(_("The file that tells where the audit ended is missing, or the program did not write it."))
    if report.keys:
        found.append(_("The keys are damaged."))
    return found


def _backup(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.session.backup_and_restore import backup_now

    with closing(archive_of(options)) as archive, Progress(_("Making a backup")) as progress:
        copy = backup_now(archive, progress)
    print(copy.name)
    return DONE


def _restore(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.session.backup_and_restore import backups, make_ready_here
    from borgerplan_desktop.casework.session.login_messages import BackupsAway

    location = location_of(options)
    if location.home.backups_are_away:
        raise BackupsAway
    there = backups(location)
    if options.list:
        for each in there:
            print(each.name)
        return DONE
    copy = _copy(there, options.copy)                    # None = the newest content, which only the key can tell
    person = who_of(options, location)
    password = ask_password(_("Password for {name}: ").format(name=person))
    lock = location.window()                                # a window would go on writing in what is replaced
    lock.take()
    try:
        with Progress(_("Bringing the backup back")) as progress:
            ready = make_ready_here(location, copy, person, password, progress=progress)
        _agree(ready, options.yes)
        archive = ready.take_over()
    finally:
        lock.give_back()
    with closing(archive):
        say_notices(archive)
    if ready.aside is not None and ready.aside.is_dir():
        say(_("What was here before is kept in {folder}.").format(folder=ready.aside))
    print(ready.copy.name)
    return DONE


def _agree(ready: Ready, agreed: bool) -> None:
    """Say what the archive has that the copy lacks, and go on only if somebody wants that. Raises Plainly, WrongUse."""
    lost = ready.would_lose()
    if not lost:
        return
    say(ngettext("The archive has {n} change that the backup {name} does not have.",
                 "The archive has {n} changes that the backup {name} does not have.", lost).format(
        n=lost, name=ready.copy.name))
    if agreed:
        return
    try:
        if not may_be_asked():
            raise WrongUse(_("Nothing has been changed. Add --yes to bring the backup back all the same."))
        if ask(_("Write yes to bring the backup back all the same: ")).casefold() != _("yes"):
            raise Plainly(_("Nothing has been changed."))
    except BaseException:
        ready.give_up()
        raise


def _copy(there: list[Copy], name: str) -> Copy | None:
    if not there and not name:
        raise Plainly(_("There is no backup on this computer."))
    found = [each for each in there if each.name == name]
    if name and not found:
        raise Plainly(_("There is no such backup. borgerplan restore --list shows those there are."))
    return found[0] if found else None


def _schema(options: argparse.Namespace) -> int:
    if options.frame:
        from borgerplan_desktop.casework.frame.take_in import schema_text
    else:
        from borgerplan_desktop.casework.papers.case_files import schema_text

    print(schema_text())
    return DONE


_ONE_PAPER = ("render", "paper", "figures")
_COMMANDS = {
    "render": render, "paper": paper, "compare": compare, "check-plan": check_plan, "read": read_in,
    "services": services, "people": people, "import-people": import_people, "export-people": export_people,
    "mail": mail, "ics": ics, "replies": replies, "list": list_citizens, "find": find, "today": today,
    "figures": figures, "frame": frame, "merge": merge_cases, "init": _init,
    "import": _import, "export": _export, "check": _check, "backup": _backup, "restore": _restore, "schema": _schema}
