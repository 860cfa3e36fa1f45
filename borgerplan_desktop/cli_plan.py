"""The plan of a case file from the terminal; no archive is needed."""
from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from borgerplan_desktop.cli_archive import DONE
from borgerplan_desktop.i18n import _
from borgerplan_desktop.terminal import Plainly, in_sentences, read, say


@contextmanager
def plainly_read(nothing: str) -> Iterator[None]:
    """A case file that cannot be read is told in sentences; `nothing` says what has not been done."""
    from borgerplan_desktop.casework.papers.case_files import CaseFileError

    try:
        yield
    except CaseFileError as error:
        happened, _safe, do_now, where = error.told
        raise Plainly(in_sentences(happened, nothing, do_now, where)) from None


def check_plan(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.plan.of_file import missing_in_file

    nothing = _("Nothing has been looked at.")
    with plainly_read(nothing):
        found = missing_in_file(read(options.file, nothing))
    for sentence in found:
        print(sentence)
    if not found:
        say(_("The plan says all that a plan usually does."))
    return DONE
