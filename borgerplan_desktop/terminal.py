"""How the terminal speaks and asks: plain sentences, passwords that are not shown, whole files or none."""
from __future__ import annotations

import contextlib
import errno
import getpass
import os
import re
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import _

if TYPE_CHECKING:
    from borgerplan_desktop.documents.case_file import CaseFile
    from borgerplan_desktop.model.case import Case
    from borgerplan_desktop.model.papers import DocumentKind, Reader

PASSWORD = "BORGERPLAN_PASSWORD"
SAID_BACK = 80                                           # characters of what somebody wrote
_BREAKS = re.compile(r"[\t-\r\x1c-\x1e\x85\u2028\u2029]+")


class Plainly(Exception):
    """The work failed; the message is a plain sentence for the person."""


class WrongUse(Exception):
    """The command line lacks something; the message says what."""


def say(text: str) -> None:
    """To standard error: what is going on, and what went wrong."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(text + "\n")
            sys.stderr.flush()


def put_line(*parts: str) -> None:
    """One line of a list, for whoever reads it by machine too: a tab between the parts, and none within."""
    sys.stdout.write("\t".join(_BREAKS.sub(" ", part) for part in parts) + "\n")


def briefly(words: str) -> str:
    """What somebody wrote, as far as it is worth saying back: on one line."""
    line = _BREAKS.sub(" ", words)
    return line if len(line) <= SAID_BACK else line[:SAID_BACK].rstrip() + "…"


# ------------------------------------------------------------------------------------------------------------ passwords
def ask_password(prompt: str) -> str:
    """From BORGERPLAN_PASSWORD, else typed unseen. Raises Plainly where nobody can type."""
    given = given_password()
    if given is not None:
        return given
    if not may_be_asked():
        raise Plainly(_("A password is needed, and nobody can type it here. Put it into BORGERPLAN_PASSWORD."))
    try:
        return getpass.getpass(prompt, sys.stderr)
    except EOFError:
        raise Plainly(_("No password was written. Nothing has been changed.")) from None


def given_password() -> str | None:
    """What is in BORGERPLAN_PASSWORD, once: whatever is started from here does not inherit it."""
    return os.environ.pop(PASSWORD, None)


def new_password() -> str:
    """Asked for twice, unless it is in BORGERPLAN_PASSWORD."""
    given = given_password()
    if given is not None:
        return given
    first = ask_password(_("Choose a password: "))
    if ask_password(_("Write it once more: ")) != first:
        raise Plainly(_("The two passwords are not the same. Nothing has been made. Try again."))
    return first


# ------------------------------------------------------------------------------------------------------------ questions
def may_be_asked() -> bool:
    """Whether somebody can answer here."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(question: str) -> str:
    """What is typed, "" for nothing; the question goes to standard error, so that results stay alone."""
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline().strip()


# ---------------------------------------------------------------------------------------------------------------- files
def in_sentences(*parts: str) -> str:
    """The parts on one line, each a sentence."""
    return " ".join(part if part[-1:] in ".?!" else f"{part}." for part in parts if part)


def read(path: Path, safe: str = "") -> bytes:
    """What is in a case file. Raises Plainly when it cannot be read, CaseFileError when it is too large.

    `safe` says what has not happened; without it, that nothing has been taken in.
    """
    from borgerplan_desktop.casework.papers.read_file import read_file

    try:
        return read_file(path)
    except OSError as error:
        raise Plainly(in_sentences(
            cannot_open(path, error),
            safe or _("Nothing has been taken in."))) from None


def read_case_file(path: Path, safe: str) -> CaseFile:
    """What a case file holds, for all that is asked of it. Raises Plainly, CaseFileError; `safe` as in `read`."""
    from borgerplan_desktop.documents.case_file import read_case

    return read_case(read(path, safe))


def cannot_open(path: Path, error: OSError) -> str:
    """That it could not be read, and why."""
    return _("The file {file} could not be read ({why}).").format(file=path, why=why(error))


def say_names_left(case: Case, kind: DocumentKind, reader: Reader) -> None:
    """Where the name of somebody who is left out of paper still stands in what such a paper of the case says."""
    from borgerplan_desktop.casework.network.left_out import still_named_in_words

    if words := still_named_in_words(case, kind, reader):
        say(words)


def put(where: str, content: bytes) -> None:
    """Write the file whole, for this user alone, or leave what was there; "-" is standard output."""
    from borgerplan_desktop.casework.session.location import write_whole

    if where == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    path = Path(where)
    try:
        if path.exists() and not path.is_file():         # a device such as /dev/stdout is written to, not replaced
            path.write_bytes(content)
        else:
            write_whole(path, content, lasting=False)
    except OSError as error:
        raise Plainly(_("The file {file} could not be written ({why}). Choose another folder.").format(
            file=path, why=why(error))) from None
    sys.stdout.write(f"{path}\n")
    sys.stdout.flush()


def why(error: OSError) -> str:
    """What is the matter with a file, in words."""
    if isinstance(error, FileNotFoundError):
        return _("it is not there")
    if isinstance(error, PermissionError):
        return _("this user may not")
    if isinstance(error, IsADirectoryError):
        return _("it is a folder")
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _("the disk is full")
    if error.errno == errno.ENAMETOOLONG:
        return _("the name is too long")
    if error.errno == errno.EROFS:
        return _("nothing can be written on that disk")
    if error.errno is None:
        return _("it is no ordinary file")
    return _("the disk says no")                         # never the system's own words, which are English


class Progress:
    """Says how far long work is, at most once a second: on one line where somebody looks on."""

    def __init__(self, what: str) -> None:
        self._what, self._told, self._last = what, -1, 0.0
        self._live = sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Progress:
        say(f"{self._what} …")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._live and self._told >= 0:
            sys.stderr.write("\n")

    def __call__(self, share: float) -> None:
        percent, now = int(share * 100), time.monotonic()
        if self._live and percent != self._told and now - self._last >= .2:
            self._told, self._last = percent, now
            sys.stderr.write(f"\r{self._what}: {percent} %")
            sys.stderr.flush()


# ----------------------------------------------------------------------------------------------------- the command line
