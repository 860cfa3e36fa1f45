"""A copy of a paper with a password, from the terminal."""
from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import _
from borgerplan_desktop.terminal import Plainly, in_sentences, may_be_asked, say

if TYPE_CHECKING:
    from borgerplan_desktop.documents.case_file import CaseFile


def lock_asked_for(options: argparse.Namespace, file: CaseFile) -> Callable[[bytes], bytes]:
    """What makes a file of the paper: as it is, or locked with a password that is asked for now. Raises Plainly."""
    if not getattr(options, "with_password", False):
        return bytes
    from borgerplan_desktop.casework.papers.with_password import HOW_TO_GIVE_IT, NOT_LASTING, locked, see_that_it_holds
    from borgerplan_desktop.casework.refused import Refused

    password = _readable(_copy_password())
    try:
        see_that_it_holds(file.case(), password)
    except Refused as refusal:
        raise Plainly(in_sentences(refusal.message, _("No paper has been made."))) from None
    say(in_sentences(_(NOT_LASTING), _(HOW_TO_GIVE_IT)))
    return partial(locked, password=password)


def _readable(password: str) -> str:
    """Letters, and not octets that are none: nobody could type it into another program. Raises Plainly."""
    try:
        password.encode()
    except UnicodeEncodeError:
        raise Plainly(in_sentences(_("The password is not written in UTF-8, so it cannot be read."),
                                   _("No paper has been made."))) from None
    return password


def _copy_password() -> str:
    """Of a copy of a paper: typed unseen twice; where nobody types, the first line of standard input. Never taken from
    BORGERPLAN_PASSWORD, which opens the archive, nor from the command line, which others can see.
    """
    if not may_be_asked():
        line = sys.stdin.readline() if sys.stdin is not None else ""
        if not line.strip():
            raise Plainly(_("A password for the copy is needed. Write it on the first line of standard input."))
        return line.rstrip("\r\n")
    try:
        first = getpass.getpass(_("Choose a password for the copy: "), sys.stderr)
        again = getpass.getpass(_("Write it once more: "), sys.stderr)
    except EOFError:
        raise Plainly(_("No password was written. No paper has been made.")) from None
    if again != first:
        raise Plainly(_("The two passwords are not the same. No paper has been made. Try again."))
    return first
