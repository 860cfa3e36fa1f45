"""Citizens from the terminal: lists, and what there is to do."""
from __future__ import annotations

import argparse
import json
from contextlib import closing

from borgerplan_desktop.cli_archive import DONE, archive_of
from borgerplan_desktop.i18n import _
from borgerplan_desktop.terminal import say

MOST = 50                                                # of each that is found


def list_citizens(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.course.citizen_list import Order, seen

    with closing(archive_of(options)) as archive:
        found = seen(archive, options.scope, order=Order(options.sort))
    for each in found:
        print(each.line.id, each.line.room, each.line.name, each.next, sep="\t")
    if not found:
        say(_("No citizens yet."))
    return DONE


def find(options: argparse.Namespace) -> int:
    """The citizens first, then where the words are written: as in the window, and on record as there."""
    from borgerplan_desktop.casework.course import written
    from borgerplan_desktop.casework.course.citizen_list import searched, seen

    words = " ".join(options.words)
    with closing(archive_of(options)) as archive:
        searched(archive)
        citizens = [each for scope in ("all", "closed") for each in seen(archive, scope, words, MOST)]
        places = written.find(archive, words, MOST)
    if options.json:
        print(json.dumps({
            "citizens": [{"id": each.line.id, "name": each.line.name, "room": each.line.room, "next": each.next}
                         for each in citizens],
            "written": [{"id": each.case_id, "name": each.name, "room": each.room, "kind": each.kind,
                         "row_id": each.row_id, "text": each.text} for each in places]}, ensure_ascii=False, indent=2))
        return DONE
    for each in citizens:
        print(each.line.id, each.line.room, each.line.name, each.next, sep="\t")
    for place in places:
        print(place.case_id, place.room, place.name, place.what, place.row_id, place.text, sep="\t")
    if not (citizens or places):
        say(_("Nobody found with »{text}«, and nothing written.").format(text=words))
    return DONE
