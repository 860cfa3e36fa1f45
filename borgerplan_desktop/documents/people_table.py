"""The people of the map as a table for a spreadsheet: where each stands, how the tie is, and what flows.

Separated by semicolons and with a mark at the beginning, so that a Danish Excel shows columns and letters as they are.
Everything is quoted, and nothing in it is ever a formula.
"""
from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date

from borgerplan_desktop.i18n import _, listed
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.flow import Way, what_flows
from borgerplan_desktop.model.life_areas import ring_names
from borgerplan_desktop.model.marks import marks_on
from borgerplan_desktop.model.network import (
    Being,
    MemberKind,
    NetworkMember,
    Reach,
    citizen_member,
    people,
    ties_among,
)
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from borgerplan_desktop.model.text import tidy_line

WEEKS = 52
_FORMULA = ("=", "+", "-", "@", "|", "%", "\t", "\0")    # how a cell begins that a spreadsheet would work out


def write_table(case: Case, today: date) -> bytes:
    """One row for each who is not left out of paper, in the order they were added."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_headings())
    shown = [member for member in people(case) if not member.left_out_of_paper]
    knows = _knows(case, {each.id for each in shown})
    for member in shown:
        writer.writerow([harmless(tidy_line(each)) for each in _row(case, member, knows[member.id], today)])
    return out.getvalue().encode("utf-8-sig")


def _headings() -> list[str]:
    return [_("Name"), _("Who they are"), _("Kind"), _("Part of life"), _("Ring"), _("Tie"), _("Knows"), _("Marks"),
            _("Gives"), _("Gets"), _("Standing appointments"), _("Times a year")]


def _row(case: Case, member: NetworkMember, knows: int, today: date) -> list[str]:
    gives, gets = _flows(case, member)
    appointments = [each for each in case.of(StandingAppointment, StandingAppointment.member_id, member.id)
                    if each.goes_on(today)]
    where = ring_names(case.register)[member.ring] if member.ring is not None else _("Not placed yet")
    return [
        member.contact.name, member.described, _kind(member), sector_names(case.register)[member.sector],
        where if member.reach is Reach.IN_REACH else _(member.reach.label),
        _(member.tie.label) if member.tie_is_said else "", str(knows),
        listed([_(mark.label) for mark in marks_on(case, member, today)]), gives, gets, str(len(appointments)),
        str(sum(round(WEEKS / max(1, each.weeks)) for each in appointments))]


def _kind(member: NetworkMember) -> str:
    if member.being is not Being.PERSON:
        return _(member.being.label)
    return _("Professional") if member.kind is MemberKind.PROFESSIONAL else _("Private")


def _knows(case: Case, shown: set[str]) -> Counter[str]:
    """How many others on the map each has a tie to, by id."""
    return Counter(id for tie in ties_among(case, shown) for id in {tie.one_id, tie.other_id})


def _flows(case: Case, member: NetworkMember) -> tuple[str, str]:
    """What they give the citizen, and what they get."""
    citizen = citizen_member(case)
    if citizen is None:
        return "", ""
    flows = what_flows(case, member, citizen)
    gives, gets = ([_(kind.label) for kind, way in flows.items() if way in (one, Way.BOTH)]
                   for one in (Way.GIVES, Way.GETS))
    return listed(gives), listed(gets)


def harmless(text: str) -> str:
    """A cell that no spreadsheet works out: one that begins as a formula does stands behind a mark."""
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
