"""The shared frame from the terminal: saved as a file, and taken in from one."""
from __future__ import annotations

import argparse
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from borgerplan_desktop.cli_archive import DONE, archive_of_house
from borgerplan_desktop.i18n import _
from borgerplan_desktop.terminal import WrongUse, put, put_line, read, say

if TYPE_CHECKING:
    from borgerplan_desktop.casework.frame.take_in import FrameFile, Taken
    from borgerplan_desktop.casework.open_case import OpenCase

EXPORT, IMPORT = "export", "import"
TRIES = 5                                                # to take it in while others write


def frame(options: argparse.Namespace) -> int:
    """What is wanted of the frame."""
    if options.what == EXPORT and (options.file is not None or options.dry_run):
        raise WrongUse(_("Only frame import takes a file there, and --dry-run."))
    return _export(options) if options.what == EXPORT else _import(options)


def _export(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.frame.take_in import save_frame

    if not options.output:
        raise WrongUse(_("Write where the file shall go: -o FILE"))
    with closing(archive_of_house(options)) as archive:
        save_frame(archive.shelter, partial(put, options.output))
    return DONE


def _import(options: argparse.Namespace) -> int:
    """What comes and what differs, line by line; with --dry-run nothing is taken in."""
    from borgerplan_desktop.casework.frame.take_in import look, read_frame
    from borgerplan_desktop.casework.session.backup_and_restore import backup_if_due

    if options.file is None:
        raise WrongUse(_("Write which file: borgerplan frame import FILE"))
    file = read_frame(read(Path(options.file), _("Nothing has been taken in.")))
    with closing(archive_of_house(options)) as archive:
        found = look(archive.shelter.case, file)
        if not options.dry_run and not found.is_nothing:
            backup_if_due(archive)
            found = _take_in(archive.shelter, file)
        _tell(found)
    if options.dry_run:
        say(_("Nothing has been taken in: this only shows what would."))
    return DONE


def _take_in(shelter: OpenCase, file: FrameFile) -> Taken:
    """As it is by then, when a window writes in the frame meanwhile."""
    from borgerplan_desktop.casework.frame.take_in import take_in
    from borgerplan_desktop.casework.open_case import Conflict

    for _try in range(TRIES - 1):
        try:
            return take_in(shelter, file)
        except Conflict:
            shelter.catch_up()
    return take_in(shelter, file)


def _tell(taken: Taken) -> None:
    for each in taken.new:
        put_line(_("new"), each)
    for each in taken.filled:
        put_line(_("filled in"), each)
    for different in taken.differs:
        put_line(_("stays as it is"), different.words)
    if taken.is_nothing:
        say(_("There is nothing to take in: all of it is here, or says something else here."))
