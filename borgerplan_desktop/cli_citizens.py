"""Citizens from the terminal: lists, and what there is to do."""
from __future__ import annotations

import argparse
from contextlib import closing

from borgerplan_desktop.cli_archive import DONE, archive_of
from borgerplan_desktop.i18n import _
from borgerplan_desktop.terminal import say


def list_citizens(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.course.citizen_list import seen

    with closing(archive_of(options)) as archive:
        found = seen(archive)
    for each in found:
        print(each.line.id, each.line.room, each.line.name, each.next, sep="\t")
    if not found:
        say(_("No citizens yet."))
    return DONE
