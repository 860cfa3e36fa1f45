"""Citizens from the terminal: lists, and what there is to do."""
from __future__ import annotations

import argparse
import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

from borgerplan_desktop.cli_archive import DONE, archive_of
from borgerplan_desktop.i18n import _
from borgerplan_desktop.terminal import WrongUse, briefly, put_line, say

if TYPE_CHECKING:
    from borgerplan_desktop.casework.course.my_day import Day

MOST = 50                                                # of each that is found


def list_citizens(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.course.citizen_list import Order, seen

    with closing(archive_of(options)) as archive:
        found = seen(archive, options.scope, order=Order(options.sort))
    for each in found:
        put_line(each.line.id, each.line.room, each.line.name, each.next)
    if not found:
        say(_("No citizens yet."))
    return DONE


def find(options: argparse.Namespace) -> int:
    """The citizens first, then where the words are written: as in the window, and on record as there."""
    from borgerplan_desktop.casework.course import written
    from borgerplan_desktop.casework.course.citizen_list import searched, seen

    words = " ".join(options.words)
    if not words.strip():
        raise WrongUse(_("Write what to look for: borgerplan find WORDS"))
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
        put_line(each.line.id, each.line.room, each.line.name, each.next)
    for place in places:
        put_line(place.case_id, place.room, place.name, place.what, place.row_id, place.text)
    if not (citizens or places):
        say(_("Nobody found with »{text}«, and nothing written.").format(text=briefly(words)))
    return DONE


def today(options: argparse.Namespace) -> int:
    """Min dag: who needs what, as lines or as JSON."""
    from borgerplan_desktop.casework.course.my_day import DayReader

    with closing(archive_of(options)) as archive:
        day = DayReader(archive, True if options.whole else None).read()
    if options.json:
        print(json.dumps(_as_json(day), ensure_ascii=False, indent=2))
    else:
        _print_day(day)
    return DONE


def _as_json(day: Day) -> dict[str, Any]:
    """What Min dag shows, in its order; `opens` is where each is put right."""
    from dataclasses import asdict

    def told(line: Any) -> dict[str, Any]:
        said = asdict(line)
        said["opens"] = said.pop("door")
        said.pop("icon", None)
        if "needs" in said:
            said["needs"] = [words for words, _kind, _icon in line.needs]
        return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in said.items()}

    return {
        "now": day.now.isoformat(), "name": day.name, "whole_shelter": day.is_whole, "citizens": day.there_are,
        "looked_at": day.looked_at, "first": told(day.first) if day.first is not None else None,
        "meetings": [told(line) for line in day.meetings], "overdue": [told(line) for line in day.overdue],
        "deadlines": [told(line) for line in day.deadlines], "keep_an_eye_on": [told(line) for line in day.watch],
        "from_first_talk_to_plan": {"days": list(day.plans), "median": day.days_to_plan}}


def _print_day(day: Day) -> None:
    from borgerplan_desktop.casework.course.day_words import late_by, on_day
    from borgerplan_desktop.i18n import clock, ngettext
    from borgerplan_desktop.i18n import day as said

    if day.first is not None:
        put_line(_("The first thing today"), day.first.title, day.first.text)
    for line in day.meetings:
        put_line(on_day(line.at.date(), day.today), clock(line.at), f"{line.name}, {line.what}", line.state)
    for late in day.overdue:
        put_line(_("{days} late").format(days=late_by(late.days)), late.who, late.what)
    for due in day.deadlines:
        put_line(said(due.on, day.today), due.what, due.note)
    for seen in day.watch:
        put_line(_("Keep an eye on"), seen.title, seen.text)
    if day.days_to_plan is not None:
        put_line(_("From first talk to plan"),
              ngettext("{n} day", "{n} days", day.days_to_plan).format(n=day.days_to_plan))
    if not (day.first or day.meetings or day.overdue or day.deadlines or day.watch):
        say(_("Everything is done for today.") if day.there_are else _("No citizens yet."))
