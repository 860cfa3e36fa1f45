"""Two cases of one person become one: the other's rows come over, and it stays whole and is set aside; and back.

Both change in one transaction, so that there is no state between.
"""
from __future__ import annotations

import uuid
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any

from borgerplan_desktop.casework.intake.both_cases import (
    ONE_OF,
    Preview,
    Stands,
    compare,
    others_rows,
    pairs,
    read_back,
    stored,
)
from borgerplan_desktop.casework.open_case import Conflict, OpenCase, Overtaken
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.case_file import digests_of
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.admission import MergedCase, MergedField
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import CoordinatorAssignment, Course, Stay, coordinator
from borgerplan_desktop.model.network import NetworkMember, citizen_member
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.papers import Document, Draft
from borgerplan_desktop.model.plan import Plan, PlanVersion, current_plan
from borgerplan_desktop.model.row import Row, fields_of, references_of, referrers_of, texts_of
from borgerplan_desktop.model.shelter import StaffMember

MERGED, UNDONE = N_("Took in the other case of the same person"), N_("Took the other case of the same person out again")
TRIES = 5                                                # while others write
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


def merged_cases(case: Case) -> list[MergedCase]:
    """The cases that are in this one now."""
    return [each for each in case.all(MergedCase) if each.undone_on is None]


def came_over(case: Case, merged: MergedCase, other: Case) -> list[Row]:
    """The rows that came from the other case and are here still."""
    found = ((type(row), copied_id(case.id, row.id)) for row in other.rows())
    return [row for kind, id in found if (row := case.get(kind, id)) is not None]


def copied_id(case_id: str, row_id: str) -> str:
    """The id of a row that came over: made of where it is and what it was."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"borgerplan:{case_id}:{row_id}"))


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
        merged = opened.case.add(MergedCase(merged_on=opened.today(), other_case=other.id, called=seen.theirs,
                                             by_id=opened.who))
        for each in (*seen.filled, *seen.differing):
            differs = each in seen.differing
            stands = choices.get(each.key, each.first) if differs else Stands.THEIRS
            if stands is not Stands.OURS:
                both = stands is Stands.BOTH and each.may_be_both
                _put(opened.case, merged, each.kind, each.field,
                     f"{each.ours}\n\n{each.theirs}" if both else each.theirs)
        _Copying(opened, other).do()
        for digest in digests_of(other.case.rows()):
            content = other.kept(digest)
            if content is not None:
                opened.keep(content)
        other.case.the(Citizen).merged_into = opened.id
    return merged


def _put(case: Case, merged: MergedCase, kind: type[Row], field: str, value: Any) -> None:
    row = current_plan(case) if kind is Plan else case.the(kind)
    case.add(MergedField(merged_id=merged.id, row_kind=kind.__tablename__, field=field,
                         before=stored(getattr(row, field)), after=stored(value)))
    setattr(row, field, value)


class _Copying:
    """One case's rows into another, as copies whose references lead to copies."""

    def __init__(self, opened: OpenCase, other: OpenCase) -> None:
        self._opened, self._ours, self._theirs = opened, opened.case, other.case
        self._ids = {row.id: copied_id(opened.id, row.id) for row in other.case.rows()}
        self._stands_for = self._ids | {yours.id: mine.id for _kind, mine, yours in pairs(self._ours, self._theirs)}
        self._removed: set[str] = set()                  # people who are on our map already
        self._people()
        numbers = [version.number for version in self._ours.all(PlanVersion)]
        self._shift = ELSEWHERE * (max(numbers) // ELSEWHERE + 1) if numbers and self._theirs.all(PlanVersion) else 0
        self._room = {kind: max((row.place for row in self._ours.all(kind)), default=0.0)  # type: ignore[attr-defined]
                      for kind in {type(row) for row in self._theirs.rows()} if kind.sort_key == "place"}
        self._coordinated = coordinator(self._ours) is not None
        self._running = any(course.closed_on is None for course in self._ours.all(Course))
        self._housed = any(stay.left_on is None for stay in self._ours.all(Stay))

    def do(self) -> None:
        for row in others_rows(self._theirs):
            if self._ours.get(type(row), self._ids[row.id]) is None:     # somebody who stayed when it was taken out
                self._ours.add(self._copy(row))

    def _people(self) -> None:
        """Whoever is on both maps is one person: ours is who things point to."""
        me, them = citizen_member(self._ours), citizen_member(self._theirs)
        if me is not None and them is not None:
            self._stands_for[them.id] = me.id
        for member in self._theirs.all(NetworkMember):
            known = next((each for each in self._ours.all(NetworkMember) if each.removed_on is None and (
                (member.staff_id and each.staff_id == member.staff_id)
                or (member.professional_id and each.professional_id == member.professional_id))), None)
            if known is not None:
                self._stands_for[member.id] = known.id
                self._removed.add(member.id)

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
        elif isinstance(row, Draft):
            values["row_id"] = self._stands_for.get(row.row_id, row.row_id)
        copy = kind(id=self._ids[row.id], **values)
        if kind.sort_key == "place":
            copy.place += self._room[kind]  # type: ignore[attr-defined]
        self._ended(row, copy)
        return copy

    def _before_ours(self, row: Plan) -> Any:
        """The plan that is worked on is ours: theirs lies before it."""
        ours = current_plan(self._ours).started_on
        if ours is None:
            return row.started_on or self._opened.today()
        return min(row.started_on or ours, ours - timedelta(days=1))

    def _ended(self, row: Row, copy: Row) -> None:
        """Of what there is one at a time ours goes on; theirs ends today."""
        today, why = self._opened.today(), _("Two cases of the same person became one.")
        if isinstance(copy, NetworkMember) and row.id in self._removed:
            copy.removed_on = copy.removed_on or today
        elif isinstance(copy, CoordinatorAssignment) and self._coordinated and copy.until is None:
            copy.until, copy.reason = today, copy.reason or why
        elif isinstance(copy, Course) and self._running and copy.closed_on is None:
            copy.closed_on, copy.closing_reason = today, copy.closing_reason or why
        elif isinstance(copy, Stay) and self._housed and copy.left_on is None:
            copy.left_on, copy.left_why = today, copy.left_why or why


# ------------------------------------------------------------------------------------------------------ and back
def written_since(opened: OpenCase, merged: MergedCase, other: OpenCase) -> list[Row]:
    """What was written on the rows that came, after they came: it would go with them, and is kept as a note."""
    rows = came_over(opened.case, merged, other.case)
    ids, found = {row.id for row in rows}, {row.id: row for row in rows if row.rev > merged.rev}
    wait = [*rows]
    while wait:                                          # parts that were added to them, and theirs
        row = wait.pop()
        for kind, column, part in referrers_of(type(row)):
            for each in opened.case.all(kind) if part else ():
                if getattr(each, column) == row.id and each.id not in ids:
                    ids.add(each.id)
                    found[each.id] = each
                    wait.append(each)
    return list(found.values())


def undo_merge(opened: OpenCase, merged: MergedCase, other: OpenCase) -> list[Row]:
    """The rows that came go, and the other case is a case again. What was written on them since becomes a note here;
    a field that was changed after it was chosen stays. Returns what the note holds.

    Raises Refused when this was undone already, or the case is itself part of another; Conflict, StoreTrouble.
    """
    for _try in range(TRIES):
        for each in (opened, other):
            each.catch_up()
        if not merged.exists or merged.undone_on is not None or other.case.the(Citizen).merged_into != opened.id:
            raise Refused(_("The two are two cases already."), "merge")
        if opened.case.the(Citizen).merged_into:
            raise Refused(_("This case is part of another. Take it out there first."), "merge")
        with suppress(Overtaken):
            return _undo(opened, merged, other)
    raise Conflict


def take_in(opened: OpenCase, other_id: str, choices: Choices | None = None) -> MergedCase:
    """As `merge`, of a case that is not open."""
    return merge(opened, opened.another(other_id), choices)


def take_out(opened: OpenCase, merged: MergedCase) -> int:
    """As `undo_merge`, of a case that is not open; how many lines the note holds."""
    return len(undo_merge(opened, merged, opened.another(merged.other_case)))


def would_be_kept(opened: OpenCase, merged: MergedCase) -> int:
    """How many lines have been written on what came: a note will hold them."""
    return len(written_since(opened, merged, opened.another(merged.other_case)))


def _undo(opened: OpenCase, merged: MergedCase, other: OpenCase) -> list[Row]:
    case, since = opened.case, written_since(opened, merged, other)
    words = [line for row in since if (line := _words(row))]
    with opened.action(UNDONE, undoable=False, also=[other], frozen=True):
        if words:
            head = _("Written on what came from the other case, before it was taken out {date}:").format(
                date=day(opened.today()))
            case.add(Note(written_at=opened.now(), author_id=opened.who, text="\n\n".join((head, *words))))
        came = came_over(case, merged, other.case)
        ids = {row.id for row in came}
        for row in came:
            if row.exists and not (isinstance(row, NetworkMember) and _is_pointed_at(case, row, ids)):
                case.remove(row)
        for each in case.of(MergedField, MergedField.merged_id, merged.id):
            _put_back(case, each)
        merged.undone_on = opened.today()
        other.case.the(Citizen).merged_into = ""
    opened.forget_undo()
    return since


def _is_pointed_at(case: Case, member: NetworkMember, but: set[str]) -> bool:
    """Whether something of ours names the person: they stay on our map then."""
    return any(getattr(each, column) == member.id for kind, column, part in referrers_of(NetworkMember)
               for each in case.all(kind) if not part and each.id not in but)


def _words(row: Row) -> str:
    """Everything a person has written in the row."""
    texts = [str(getattr(row, field)).strip() for field in fields_of(type(row)) if field in texts_of(type(row))]
    return " · ".join(text for text in texts if text)


def _put_back(case: Case, each: MergedField) -> None:
    kind = next(kind for kind in ONE_OF if kind.__tablename__ == each.row_kind)
    row = current_plan(case) if kind is Plan else case.the(kind)
    now = getattr(row, each.field)
    if stored(now) == each.after:                        # else somebody has written something else since
        setattr(row, each.field, read_back(kind, each.field, now, each.before))
