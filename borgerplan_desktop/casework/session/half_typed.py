"""What stands half typed in open dialogs: in the data folder, sealed, while it is typed; found again after a crash."""
from __future__ import annotations

import json
from typing import NamedTuple

from borgerplan_desktop.casework.access import Reading
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.papers import Draft
from borgerplan_desktop.store.encryption import seal, unseal
from borgerplan_desktop.store.errors import KeyTrouble, StoreTrouble, plain_errors
from borgerplan_desktop.store.files import write_whole

ARRIVAL, PHRASE, TEMPLATE = "arrival", "phrase", "template"      # a new citizen, a new phrase, one of the shelter's
HOUSE_LINE = "line "                                     # before the name of a line of the shelter's own pages
_FOUND = "found"                                         # after a crash
_NO_CASE = (ARRIVAL, PHRASE, TEMPLATE)                   # what is typed there stands there again


class Words(NamedTuple):
    """A text, and where it would be stored: a table, a row, a field (as in `Draft`)."""

    kind: str
    row: str
    field: str
    text: str


class HalfTyped:
    """One person's. No audit, no history: what is given up on purpose leaves nothing behind."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._path = archive.location.home.half_typed(archive.who)
        self._forms: dict[str, tuple[str, list[Words]]] = {}        # by form: the case, and what is typed for it
        for form, case_id, *words in self._read():
            there = form if form in _NO_CASE or form.startswith(HOUSE_LINE) else f"{_FOUND} {case_id}"
            self._forms.setdefault(there, (case_id, []))[1].append(Words(*words))

    def save(self, form: str, case_id: str, words: list[Words]) -> bool:
        """What stands in a place now; nothing = it is done with. Whether the disk has taken it."""
        if not words and form not in self._forms:
            return True
        self._forms.pop(form, None)
        if words:
            self._forms[form] = case_id, words
        try:
            with plain_errors():
                if self._forms:
                    write_whole(self._path, seal(self._archive.vault.key, self._plain()))
                else:
                    self._path.unlink(missing_ok=True)
        except (StoreTrouble, KeyTrouble):
            return False
        return True

    def arrival(self) -> dict[str, str]:
        """By field: what was typed about a new citizen."""
        return self.begun(ARRIVAL)

    def begun(self, form: str) -> dict[str, str]:
        """By field: what was typed in a form that is about no case yet."""
        return {words.field: words.text for words in self._forms.get(form, ("", []))[1]}

    def take_template(self) -> list[Draft]:
        """What was typed in a template of the shelter's when the screen locked; it is kept until `save_template`."""
        return [Draft(kept_at=self._archive.now(), staff_id=self._archive.who, row_kind=each.kind, row_id=each.row,
                      field=each.field, text=each.text) for each in self._forms.get(TEMPLATE, ("", []))[1]]

    def save_template(self, words: list[Draft]) -> None:
        """What the store refuses of a template, as far as the disk takes it here; nothing = it is done with."""
        self.save(TEMPLATE, "", [Words(each.row_kind, each.row_id, each.field, each.text) for each in words])

    def found(self) -> dict[str, list[Draft]]:
        """By case: the words that nobody came back to. Raises StoreTrouble."""
        here, now = self._archive.gate.cases(Reading.OWN_WORDS), self._archive.now()
        return {case_id: [Draft(kept_at=now, staff_id=self._archive.who, row_kind=each.kind, row_id=each.row,
                                field=each.field, text=each.text) for each in words]
                for form, (case_id, words) in self._forms.items() if form.startswith(_FOUND) and case_id in here}

    def take(self, case_id: str) -> None:
        """What was found for the case is stored as its drafts now."""
        self.save(f"{_FOUND} {case_id}", case_id, [])

    def _plain(self) -> bytes:
        return json.dumps([(form, case_id, *each) for form, (case_id, words) in self._forms.items()
                           for each in words]).encode()

    def _read(self) -> list[list[str]]:
        """Nothing when there is none, or one that our key does not open (of the archive that was here before)."""
        try:
            return json.loads(unseal(self._archive.vault.key, self._path.read_bytes())) if self._path.is_file() else []
        except (OSError, ValueError):
            return []
