"""Two cases of one person from the terminal: what comes over is said first, and it can be undone."""
from __future__ import annotations

import argparse
from contextlib import closing
from typing import TYPE_CHECKING

from borgerplan_desktop.cli_archive import DONE, FEWEST, archive_of, case_id
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.terminal import Plainly, WrongUse, ask, may_be_asked, say

if TYPE_CHECKING:
    from borgerplan_desktop.casework.intake.both_cases import Preview
    from borgerplan_desktop.casework.open_case import OpenCase
    from borgerplan_desktop.model.admission import MergedCase


def merge_cases(options: argparse.Namespace) -> int:
    """The second case into the first, or out of it again; what that does is said before anybody agrees."""
    from borgerplan_desktop.casework.intake.merge import merge, preview

    with closing(archive_of(options)) as archive:
        opened = archive.open_case(case_id(archive, options.case))
        if options.undo:
            return _take_out(opened, _merged(opened, options.other), options.yes)
        other = archive.open_case(case_id(archive, options.other))
        _say_preview(preview(opened, other))
        _agree(options.yes)
        merge(opened, other)
        say(_("The two cases are one. It can be undone: borgerplan merge {case} {other} --undo").format(
            case=opened.id, other=other.id))
    return DONE


def _say_preview(seen: Preview) -> None:
    from borgerplan_desktop.casework.intake.both_cases import said

    print(_("{theirs} is taken into the case of {ours}.").format(theirs=seen.theirs, ours=seen.ours))
    print(_("This comes over: {what}.").format(what=seen.coming))
    for words in filter(None, (seen.stays, seen.twice)):
        print(words)
    for each in (*seen.filled, *seen.differing):
        stands = "" if each in seen.filled else _(" (stands: {which})").format(which=_(each.first.label))
        print(f"{each.label}: {said(each.ours, each.field, None)!r} / {said(each.theirs, each.field, None)!r}{stands}")


def _merged(opened: OpenCase, words: str) -> MergedCase:
    from borgerplan_desktop.casework.intake.merge import merged_cases

    found = [each for each in merged_cases(opened.case)
             if each.called.casefold() == words.casefold()
             or (len(words) >= FEWEST and each.other_case.startswith(words))]
    if len(found) != 1:
        raise Plainly(_("No such case has been taken into this one."))
    return found[0]


def _take_out(opened: OpenCase, merged: MergedCase, agreed: bool) -> int:
    from borgerplan_desktop.casework.intake.taking_out import undo_merge, written_since

    other = opened.another(merged.other_case)
    since = len(written_since(opened, merged, other))
    print(_("{theirs} becomes a case of its own again.").format(theirs=merged.called))
    if since:
        print(ngettext("{n} line was written on what came. It is kept as a note here.",
                       "{n} lines were written on what came. They are kept as a note here.", since).format(n=since))
    _agree(agreed)
    undo_merge(opened, merged, other)
    return DONE


def _agree(agreed: bool) -> None:
    """Go on only if somebody wants that. Raises Plainly, WrongUse."""
    if agreed:
        return
    if not may_be_asked():
        raise WrongUse(_("Nothing has been changed. Add --yes to do it."))
    if ask(_("Write yes to do it: ")).casefold() != _("yes"):
        raise Plainly(_("Nothing has been changed."))
