"""Two cases of one person become one: the other's rows come over, and it stays whole and is set aside.

Both change in one transaction, so that there is no state between.
"""
from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any

from borgerplan_desktop.casework.course.kept_maps import keep_before
from borgerplan_desktop.casework.intake.both_cases import (
    ENDS,
    FOLLOWS,
    Preview,
    Stands,
    compare,
    going_on,
    is_earlier,
    others_rows,
    pairs,
    stored,
    the_one,
)
from borgerplan_desktop.casework.open_case import Conflict, OpenCase, Overtaken
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.case_file import digests_of
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.admission import MergedCase, MergedField, copied_id
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.covered import covered_for
from borgerplan_desktop.model.meeting import Meeting, Participant
from borgerplan_desktop.model.meeting_edition import EditionPoint, Has, fingerprint, has
from borgerplan_desktop.model.network import Involvement, NetworkMember, Support, Tie, citizen_member
from borgerplan_desktop.model.papers import Document, Draft, Passage
from borgerplan_desktop.model.plan import Plan, PlanVersion, current_plan
from borgerplan_desktop.model.row import Row, references_of
from borgerplan_desktop.model.shelter import StaffMember

MERGED = N_("Took in the other case of the same person")
BECAME_ONE = N_("Two cases of the same person became one.")          # why what there is one of at a time ended
TRIES = 5                                                # while others write
BETWEEN = Tie, Support, Involvement                      # of people on both maps: what ours says of them stands, once
ELSEWHERE = 100                                          # where the other's adopted versions are numbered from

Choices = Mapping[str, Stands]                           # by "table.field"; what is not there stands as it is proposed


def preview(opened: OpenCase, other: OpenCase) -> Preview:
    """What a merge would do. Raises Refused when these two cannot be one."""
    _check(opened, other)
    return compare(opened, other)


def merge(opened: OpenCase, other: OpenCase, choices: Choices | None = None) -> MergedCase:
    """Take the other case of the same person into this one; it stays whole, in no list.

    Raises Refused when the two cannot be one, Conflict when others write all the time, StoreTrouble.
    """
    for _try in range(TRIES):
        for each in (opened, other):
            each.catch_up()                              # what colleagues wrote comes too
        _check(opened, other)
        with suppress(Overtaken):
            made = _merge(opened, other, choices or {})
            opened.forget_undo()                         # what was done before is not undone beneath it
            return made
    raise Conflict


def take_in(opened: OpenCase, other_id: str, choices: Choices | None = None) -> MergedCase:
    """As `merge`, of a case that is not open."""
    return merge(opened, opened.another(other_id), choices)


def merged_cases(case: Case) -> list[MergedCase]:
    """The cases that are in this one now."""
    return [each for each in case.all(MergedCase) if each.undone_on is None]


def came_over(case: Case, merged: MergedCase, other: Case) -> list[Row]:
    """The rows that came from the other case and are here still."""
    found = ((type(row), copied_id(case.id, row.id)) for row in other.rows())
    return [row for kind, id in found if (row := case.get(kind, id)) is not None]


def words_come_over(opened: OpenCase, other: OpenCase) -> list[Draft]:
    """The words that were typed in the other case when it became part of this one: each for the row it has here."""
    stands = {yours.id: mine.id for _kind, mine, yours in pairs(opened.case, other.case)}
    words, other.unsaved = other.unsaved, []
    for each in words:
        each.row_id = stands.get(each.row_id) or copied_id(opened.id, each.row_id)
    return words


def merged_by(opened: OpenCase, other_id: str) -> str:
    """Who made the two cases one; "" = nobody who is known."""
    merged = next((each for each in reversed(merged_cases(opened.case)) if each.other_case == other_id), None)
    who = opened.shelter.case.get(StaffMember, merged.by_id) if merged is not None and opened.shelter else None
    return who.name if who is not None else ""


# ------------------------------------------------------------------------------------------------------ doing it
def _check(opened: OpenCase, other: OpenCase) -> None:
    if opened.id == other.id:
        raise Refused(_("It is the same case. Choose the other one."), "merge")
    if not opened.case.all(Citizen) or not other.case.all(Citizen):
        raise Refused(_("There is no such case."), "merge")
    if opened.case.the(Citizen).merged_into or other.case.the(Citizen).merged_into:
        raise Refused(_("One of the cases is part of another already."), "merge")


def _merge(opened: OpenCase, other: OpenCase, choices: Choices) -> MergedCase:
    seen = compare(opened, other)
    with opened.action(MERGED, undoable=False, also=[other], frozen=True):
        keep_before(opened)                              # others will stand on it
        merged = opened.case.add(MergedCase(merged_on=opened.today(), other_case=other.id, called=seen.theirs,
                                             by_id=opened.who))
        for each in (*seen.filled, *seen.differing):
            differs = each in seen.differing
            stands = choices.get(each.key, each.first) if differs else Stands.THEIRS
            row = the_one(opened.case, each.kind)
            if stands is not Stands.OURS and row is not None:
                both = stands is Stands.BOTH and each.may_be_both
                _put(opened.case, merged, row, each.field,
                     f"{each.ours}\n\n{each.theirs}" if both else each.theirs)
                if (led := FOLLOWS.get(each.field)) is not None:
                    _put(opened.case, merged, row, led, getattr(the_one(other.case, each.kind), led))
        _Copying(opened, other, merged).do()
        for digest in digests_of(other.case.rows()):
            content = other.kept(digest)
            if content is not None:
                opened.keep(content)
        other.case.the(Citizen).merged_into = opened.id
    return merged


def _put(case: Case, merged: MergedCase, row: Row, field: str, value: Any) -> None:
    """Write what stands now, and keep what stood before."""
    case.add(MergedField(merged_id=merged.id, row_kind=type(row).__tablename__, row_id=row.id, field=field,
                         before=stored(getattr(row, field)), after=stored(value)))
    setattr(row, field, value)


class _Copying:
    """One case's rows into another, as copies whose references lead to copies."""

    def __init__(self, opened: OpenCase, other: OpenCase, merged: MergedCase) -> None:
        self._opened, self._ours, self._theirs, self._merged = opened, opened.case, other.case, merged
        self._ids = {row.id: copied_id(opened.id, row.id) for row in other.case.rows()}
        self._stands_for = self._ids | {yours.id: mine.id for _kind, mine, yours in pairs(self._ours, self._theirs)}
        self._removed: set[str] = set()                  # people who are on our map already
        self._people()
        numbers = [version.number for version in self._ours.all(PlanVersion)]
        self._shift = ELSEWHERE * (max(numbers) // ELSEWHERE + 1) if numbers and self._theirs.all(PlanVersion) else 0
        self._room = {kind: max((row.place for row in self._ours.all(kind)), default=0.0)  # type: ignore[attr-defined]
                      for kind in {type(row) for row in self._theirs.rows()} if kind.sort_key == "place"}
        self._why = _(BECAME_ONE)
        self._ending = {kind for kind in ENDS if self._ends_theirs(kind)}

    def do(self) -> None:
        said = {(type(row), row.only(row.values())) for row in self._ours.rows() if isinstance(row, BETWEEN)}
        for row in others_rows(self._theirs):
            if self._ours.get(type(row), self._ids[row.id]) is not None:     # somebody who stayed when it was taken out
                continue
            copy = self._copy(row)
            if not isinstance(copy, BETWEEN) or (type(copy), copy.only(copy.values())) not in said:
                self._ours.add(copy)
        self._minutes_as_given()

    def _minutes_as_given(self) -> None:
        """Whoever had the newest minutes of theirs has the newest still, although every id is another."""
        today = self._opened.today()
        for theirs in self._theirs.all(Participant):
            copy = self._ours.get(Participant, self._ids[theirs.id])
            if copy is None or copy.member is None or has(theirs, today) is not Has.MINUTES or (
                    not theirs.minutes_as_given):
                continue
            meeting = self._ours.get(Meeting, copy.meeting_id)
            assert meeting is not None
            copy.minutes_as_given = fingerprint(meeting, covered_for(self._ours, copy.member, today))

    def _people(self) -> None:
        """Whoever is on both maps is one person: ours is who things point to."""
        me, them = citizen_member(self._ours), citizen_member(self._theirs)
        if me is not None and them is not None:
            self._stands_for[them.id] = me.id
        for member in self._theirs.all(NetworkMember):
            same = [each for each in self._ours.all(NetworkMember)
                    if member.registered_id and each.registered_id == member.registered_id]
            known = next((each for each in same if each.removed_on is None), same[0] if same else None)
            if known is not None:                        # also one taken off our map: what was said of them holds
                self._stands_for[member.id] = known.id
                self._removed.add(member.id)
                if known.removed_on is not None and member.removed_on is None:
                    _put(self._ours, self._merged, known, NetworkMember.removed_on.key, None)

    def _copy(self, row: Row) -> Row:
        kind, values = type(row), row.values()
        for column in references_of(kind):
            values[column] = self._stands_for.get(values[column], values[column])
        if isinstance(row, PlanVersion):
            if self._shift:                              # ours stay the plan's own
                values["plan_id"] = self._ids[row.plan_id]
            values["number"] += self._shift
        elif isinstance(row, Document) and row.version is not None:
            values["version"] += self._shift
        elif isinstance(row, Plan):
            values["started_on"] = self._before_ours(row)
        elif isinstance(row, Draft | Passage):
            values["row_id"] = self._stands_for.get(row.row_id, row.row_id)
        elif isinstance(row, Meeting):                   # calendars know it by its first name
            values["known_as"] = row.known_as or row.id
        elif isinstance(row, EditionPoint):
            values["item_id"] = self._ids.get(row.item_id, row.item_id)
        copy = kind(id=self._ids[row.id], **values)
        if kind.sort_key == "place":
            copy.place += self._room[kind]  # type: ignore[attr-defined]
        if isinstance(copy, NetworkMember) and row.id in self._removed:
            copy.removed_on = copy.removed_on or self._opened.today()
        elif kind in self._ending and getattr(copy, ENDS[kind][0]) is None:
            self._end(copy)
        return copy

    def _before_ours(self, row: Plan) -> Any:
        """The plan that is worked on is ours: theirs lies before it."""
        ours = current_plan(self._ours).started_on
        if ours is None:
            return row.started_on or self._opened.today()
        return min(row.started_on or ours, ours - timedelta(days=1))

    def _ends_theirs(self, kind: type[Row]) -> bool:
        """Of what there is one at a time the one that began first goes on, so that no clock is put back; the other ends
        today. Whether that is theirs.
        """
        mine, yours = going_on(self._ours, kind), going_on(self._theirs, kind)
        if mine is None or yours is None:
            return False
        if not is_earlier(yours, mine):
            return True
        on, why = ENDS[kind]
        _put(self._ours, self._merged, mine, on, self._opened.today())
        if not getattr(mine, why):
            _put(self._ours, self._merged, mine, why, self._why)
        return False

    def _end(self, copy: Row) -> None:
        on, why = ENDS[type(copy)]
        setattr(copy, on, self._opened.today())
        setattr(copy, why, getattr(copy, why) or self._why)
