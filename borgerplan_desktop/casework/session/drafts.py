"""Words that could not be stored where they belong: kept, shown with both versions, until a person has chosen."""
from __future__ import annotations

import json
from datetime import datetime

from borgerplan_desktop.casework.access import Reading
from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.changes import Change, Changes
from borgerplan_desktop.model.disagreement import Disagreement
from borgerplan_desktop.model.kinds import by_table
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.papers import Draft
from borgerplan_desktop.model.row import Row, fields_of
from borgerplan_desktop.store.encryption import seal, unseal
from borgerplan_desktop.store.errors import StoreTrouble

PART = 90_000                                            # characters one draft takes
LINE = "+"                                               # before the name of a line of a page: it was begun there
REST = "(rest)"                                          # instead of a field: it is full, and these did not go in


def save_draft(opened: OpenCase, kind: type[Row], row_id: str, field: str, text: str) -> Draft | None:
    """Never let go of what was typed: a draft in the store, or in `opened.unsaved` until the store accepts it.

    Returns the (first) draft; None for an empty text.
    """
    if not text.strip():
        return None
    drafts = [Draft(kept_at=opened.now(), staff_id=opened.who, row_kind=kind.__tablename__, row_id=row_id,
                    field=field, text=text[start:start + PART]) for start in range(0, len(text), PART)]
    opened.unsaved += drafts
    retry(opened)
    return drafts[0]


def retry(opened: OpenCase) -> bool:
    """Try to store what the store has not accepted yet; whether nothing is left in memory only.

    The shelter's own case holds no drafts: its words wait in memory until they stand in their field again.
    """
    while opened.unsaved and opened.shelter is not None:
        draft = opened.unsaved[0]
        try:
            with opened.action(N_("Kept what was written"), undoable=False):
                opened.case.add(draft)
        except (StoreTrouble, Conflict, NotForYou):      # the words are kept, although the case is closed to them
            return False
        opened.unsaved.pop(0)
    return not opened.unsaved


def set_aside(shelter: OpenCase, row: Row, field: str, text: str) -> None:
    """The screen locks over a template, and the store refuses its words: they stand in it again after the unlock."""
    if text.strip():
        shelter.unsaved.append(Draft(kept_at=shelter.now(), staff_id=shelter.who, row_kind=type(row).__tablename__,
                                     row_id=row.id, field=field, text=text))


def waiting(opened: OpenCase) -> list[Draft]:
    """The words of this member of staff that wait for a choice; not those that stand in their line again."""
    return [d for d in _mine(opened) if not d.field.startswith(LINE)
            or opened.case.get(by_table(d.row_kind), d.row_id) is None]


def begun(opened: OpenCase, row: Row, line: str) -> list[Draft]:
    """What this member of staff has begun in a line of a page about the row."""
    return [d for d in _mine(opened) if (d.row_id, d.field) == (row.id, LINE + line)]


def _mine(opened: OpenCase) -> list[Draft]:
    return [d for d in opened.case.all(Draft) if d.staff_id == opened.who] + list(opened.unsaved)


def disagreement(opened: OpenCase, draft: Draft) -> Disagreement | None:
    """The kept words beside what stands in their field now, and whether its row is gone.

    None for what a full field could not take: nobody else has written there.
    """
    if is_rest(draft):
        return None
    kind, words = by_table(draft.row_kind), {draft.field: draft.text}
    id = draft.row_id if draft.field in fields_of(kind) else ""      # a field that is no more is as gone as its row
    change = Change(kind, id, 0, dict.fromkeys(words), words)
    return next(iter(opened.case.conflicts(Changes([change]))))


def is_rest(draft: Draft) -> bool:
    """Whether the words are what a full field could not take: nobody else has written there."""
    return draft.field == REST


def use_mine(opened: OpenCase, draft: Draft) -> None:
    """Put the kept words into their field."""
    _settle(opened, draft, draft.text)


def use_both(opened: OpenCase, draft: Draft) -> None:
    """The field's own text, and the kept words under it."""
    stands = disagreement(opened, draft)
    now = stands.theirs if stands is not None else None
    _settle(opened, draft, f"{now}\n{draft.text}" if now else draft.text)


def use_theirs(opened: OpenCase, draft: Draft) -> None:
    """Let the kept words go, because a person chose so (it can be undone)."""
    with opened.action(N_("Chose the text that stands")):
        opened.case.remove(draft)


def let_go(opened: OpenCase, draft: Draft) -> None:
    """The rest of a too long text, or what was begun in a line, is over: undoing what came before does not bring it
    back."""
    if draft in opened.unsaved:
        opened.unsaved.remove(draft)
        return
    with opened.action(N_("Let the words go"), undoable=False):
        opened.case.remove(draft)


def save_as_note(opened: OpenCase, draft: Draft) -> None:
    """The kept words as a note of the case: for a field that is gone."""
    with opened.action(N_("Kept the text as a note")):
        opened.case.add(Note(written_at=opened.now(), author_id=opened.who, text=draft.text))
        opened.case.remove(draft)


def _settle(opened: OpenCase, draft: Draft, text: str) -> None:
    row = opened.case.get(by_table(draft.row_kind), draft.row_id)
    if row is None:
        save_as_note(opened, draft)
        return
    with opened.action(N_("Put in what was written")):
        setattr(row, draft.field, text)
        opened.case.remove(draft)


# ----------------------------------------------------------------------------- beyond the case's stay on the desk
class UnstoredDrafts:
    """Words that the store refuses while their case leaves the desk, or the screen locks: in memory, until it accepts
    them. `seal()` makes them readable again only after the next unlock."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._words: dict[str, list[Draft]] = {}

    def __bool__(self) -> bool:
        return bool(self._words)

    def take(self, opened: OpenCase) -> None:
        """The case leaves the desk: what it could not store is held here."""
        if not retry(opened):
            self.add(opened.id, opened.unsaved)
            opened.unsaved = []

    def add(self, case_id: str, words: list[Draft]) -> None:
        self._words.setdefault(case_id, []).extend(words)

    def give_back(self, opened: OpenCase) -> None:
        """The case is on the desk again, and so are its words (once, although two have kept them)."""
        there = {_said(draft) for draft in _mine(opened)}
        opened.unsaved += [_copy(draft) for draft in self._words.pop(opened.id, []) if _said(draft) not in there]
        retry(opened)

    def retry(self) -> None:
        """Try to store what is held (not what belongs to a case that a backup does not have, or is not for them)."""
        archive = self._archive
        for case_id in list(self._words):
            try:
                if case_id not in archive.gate.cases(Reading.OWN_WORDS):
                    continue
                opened = OpenCase(archive.store, case_id, archive.who, archive.clock, archive.shelter,
                                  Reading.OWN_WORDS)
            except StoreTrouble:
                return
            self.give_back(opened)
            self.take(opened)

    def seal(self) -> bytes:
        """With what was typed in the shelter's own case; b"" = nothing."""
        shelter = self._archive.shelter
        if shelter.unsaved:
            self._words[shelter.id] = shelter.unsaved
        if not self._words:
            return b""
        plain = [{"case": case_id, "at": d.kept_at.isoformat(), "staff": d.staff_id, "kind": d.row_kind,
                  "row": d.row_id, "field": d.field, "text": d.text}
                 for case_id, words in self._words.items() for d in words]
        return seal(self._archive.vault.key, json.dumps(plain).encode())

    def unseal(self, sealed: bytes) -> None:
        for each in json.loads(unseal(self._archive.vault.key, sealed)):
            self.add(each["case"], [Draft(
                kept_at=datetime.fromisoformat(each["at"]), staff_id=each["staff"], row_kind=each["kind"],
                row_id=each["row"], field=each["field"], text=each["text"])])
        self._archive.shelter.unsaved += self._words.pop(self._archive.shelter.id, [])


def _copy(draft: Draft) -> Draft:
    return Draft(kept_at=draft.kept_at, staff_id=draft.staff_id, row_kind=draft.row_kind, row_id=draft.row_id,
                 field=draft.field, text=draft.text)


def _said(draft: Draft) -> tuple[str, str, str, str]:
    return draft.row_kind, draft.row_id, draft.field, draft.text
