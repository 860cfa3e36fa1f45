"""The other case of the same person is taken out again: what came goes, and what was written on it since goes with it.

Both change in one transaction.
"""
from __future__ import annotations

from contextlib import suppress
from typing import Any

from borgerplan_desktop.casework.course.kept_maps import keep_before
from borgerplan_desktop.casework.intake.both_cases import ONE_OF, read_back, stored, the_one
from borgerplan_desktop.casework.intake.merge import BECAME_ONE, ENDS, TRIES, came_over
from borgerplan_desktop.casework.open_case import Conflict, OpenCase, Overtaken
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.admission import MergedCase, MergedField, copied_id
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, TopicAnswer, consents_of
from borgerplan_desktop.model.kinds import by_table
from borgerplan_desktop.model.meeting_edition import EditionPoint
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.row import Row, fields_of, references_of, referrers_of, texts_of

UNDONE = N_("Took the other case of the same person out again")


def written_since(opened: OpenCase, merged: MergedCase, other: OpenCase) -> list[Row]:
    """What was written on the rows that came, after they came: it would go with them, and is kept as a note."""
    came = came_over(opened.case, merged, other.case)
    return [*(row for row in came if row.rev > merged.rev), *_parts_added(opened.case, came)]


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
        keep_before(opened)
        if words:
            head = _("Written on what came from the other case, before it was taken out {date}:").format(
                date=day(opened.today()))
            case.add(Note(written_at=opened.now(), author_id=opened.who, text="\n\n".join((head, *words))))
        _give_back(opened, merged, other)
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
    """What stood before stands again, also beneath what another case put on top of it afterwards."""
    kind = by_table(each.row_kind)
    row = case.get(kind, each.row_id) if each.row_id else the_one(case, kind) if kind in ONE_OF else None
    if row is None:
        return
    was, stands = each.after, each.before
    while (on_top := next((other for other in case.all(MergedField) if other is not each and other.before == was and (
            other.row_kind, other.row_id, other.field) == (each.row_kind, each.row_id, each.field)
            and _is_in(case, other)), None)) is not None:
        added = on_top.after.removeprefix(was) if was and on_top.after.startswith(f"{was}\n\n") else None
        was = on_top.after
        on_top.before, on_top.after = stands, on_top.after if added is None else (stands + added).strip()
        stands = on_top.after
    now = getattr(row, each.field)
    if stored(now) == was:                               # else somebody has written something else since
        setattr(row, each.field, read_back(kind, each.field, now, stands))


def _is_in(case: Case, each: MergedField) -> bool:
    merged = case.get(MergedCase, each.merged_id)
    return merged is not None and merged.undone_on is None


# --------------------------------------------------------------------------------------------- what goes with the case
_OF_THE_MERGE = {"place", "number", "version", "started_on", "known_as", "item_id", "minutes_as_given"}


def _written_by_merge(row: Row, original: Row, merged: MergedCase, twice: set[str]) -> set[str]:
    """The fields that say what they say because the two became one, and not because it happened."""
    if isinstance(row, NetworkMember):
        return {NetworkMember.removed_on.key} if original.id in twice else set()
    if type(row) not in ENDS:
        return set()
    on, why = ENDS[type(row)]
    by_us = getattr(row, on) == merged.merged_on and getattr(original, on) is None and getattr(row, why) in (
        getattr(original, why), _(BECAME_ONE))
    return {on, why} if by_us else set()


def _give_back(opened: OpenCase, merged: MergedCase, other: OpenCase) -> None:
    """What was written on the rows that came since is written in the other case too: a consent that was withdrawn stays
    withdrawn there, what was ticked stays ticked.
    """
    came, same = came_over(opened.case, merged, other.case), _same_people(opened.case, other.case)
    home = {copied_id(opened.id, row.id): row.id for row in other.case.rows()}
    home |= {mine.id: yours.id for mine, yours in same}
    twice = {yours.id for _mine, yours in same}
    for row in came:
        original = other.case.get(type(row), home[row.id])
        if original is None or row.rev <= merged.rev:
            continue
        for field in set(fields_of(type(row))) - _OF_THE_MERGE - _written_by_merge(row, original, merged, twice):
            value = getattr(row, field)
            if field in references_of(type(row)):
                if value is not None and value not in home:
                    continue                             # somebody of ours
                value = home[value] if value is not None else None
            if getattr(original, field) != value:
                setattr(original, field, value)
    for row in _parts_added(opened.case, came):
        values: dict[str, Any] = row.values()
        pointed = {column: values[column] for column in references_of(type(row)) if values[column] is not None}
        if all(id in home for id in pointed.values()):
            values |= {column: home[id] for column, id in pointed.items()}
            if isinstance(row, EditionPoint):
                values["item_id"] = home.get(row.item_id, row.item_id)
            home[row.id] = other.case.add(type(row)(**values)).id
    _give_back_noes(opened.case, merged, other.case, {row.id for row in came}, home)


def _give_back_noes(case: Case, merged: MergedCase, other: Case, came: set[str], home: dict[str, str]) -> None:
    """A no that was said here since, about somebody who is there too, holds there: else an older yes would again."""
    about: dict[Consent, list[str]] = {}
    for member in case.all(NetworkMember):
        for form in consents_of(case, member) if member.id in home else ():
            said_on = form.written_at.date() if form.written_at is not None else form.given_on
            if form.id not in came and form.rev > merged.rev and said_on >= merged.merged_on:
                about.setdefault(form, []).append(home[member.id])
    for form, ids in about.items():
        noes = [topic for topic in form.answers if form.said_no or topic not in form.topics]
        if noes:
            no = other.add(Consent(given_on=form.given_on, written_at=form.written_at, purpose=form.purpose,
                                   given_how=form.given_how, said_no=True))
            for id in ids:
                other.add(ConsentPerson(consent_id=no.id, member_id=id))
            for topic in noes:
                other.add(ConsentTopic(consent_id=no.id, topic=topic, answer=TopicAnswer.NO))


def _same_people(ours: Case, theirs: Case) -> list[tuple[NetworkMember, NetworkMember]]:
    return [(mine, yours) for yours in theirs.all(NetworkMember) for mine in ours.all(NetworkMember) if (
        mine.is_citizen and yours.is_citizen) or (
        yours.registered_id and mine.registered_id == yours.registered_id)]


def _parts_added(case: Case, came: list[Row]) -> list[Row]:
    """The parts of them that were added since, and theirs, a whole before its parts."""
    found, ids, wait = [], {row.id for row in came}, [*came]
    while wait:
        row = wait.pop(0)
        for kind, column, part in referrers_of(type(row)):
            for each in case.all(kind) if part else ():
                if getattr(each, column) == row.id and each.id not in ids:
                    ids.add(each.id)
                    found.append(each)
                    wait.append(each)
    return found
