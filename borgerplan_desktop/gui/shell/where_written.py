"""Where something written is shown: the tab, and the row or the place in it that the tab knows."""
from __future__ import annotations

from collections.abc import Mapping

from borgerplan_desktop.gui.overview.parts import part_of_fields
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import AgendaItem, ParkedTopic
from borgerplan_desktop.model.notes import Note, NoteLink
from borgerplan_desktop.model.plan import AgreementChange, Plan
from borgerplan_desktop.model.row import Row

BEGINNING = ""                                           # of the tab


def place_of(case: Case, row_id: str, lies_in: Mapping[type[Row], str], field: str = "") -> tuple[str, str] | None:
    """(tab, row or place) of what is written in a field of the row; None when the row has gone."""
    row = next((found for kind in case.row_kinds if (found := case.get(kind, row_id)) is not None), None)
    if row is None or type(row) not in lies_in:
        return None
    tab = lies_in[type(row)]
    if part := part_of_fields(case, row, [field] if field else []):
        return tab, f"{part}:{row.id}"
    match row:
        case Note():
            first = case.get(Note, row.adds_to_id) or row            # an addition stands beneath it
            links = case.of(NoteLink, NoteLink.note_id, first.id)
            return (tab, links[0].goal_id) if links else ("meetings", first.meeting_id) if first.meeting_id else (
                tab, first.id)
        case AgendaItem() | ParkedTopic():
            return tab, row.meeting_id or BEGINNING
        case AgreementChange():
            return tab, row.agreement_id or BEGINNING
        case Plan():
            return tab, BEGINNING
    return tab, row.id
