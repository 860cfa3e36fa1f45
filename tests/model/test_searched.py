"""Everything that a person writes about a citizen is found by searching, but for what is named here with its reason."""
from __future__ import annotations

import sqlalchemy as sa

from borgerplan_desktop.model.case_kinds import CITIZEN
from borgerplan_desktop.model.row import searched_fields_of
from borgerplan_desktop.store.tables import table_of

# Keys, numbers, addresses and machine words; what only staff may see; and names that the list itself finds.
NOT_FOUND = {
    "case_number", "latin_name", "called", "cpr", "ecpr", "no_number_why", "phone", "email", "home_municipality",
    "acting_municipality", "merged_into", "staff_only", "other_case", "row_kind", "row_id", "field", "before", "after",
    "room", "at", "item", "language", "paper_language", "folder_papers", "beside", "digest", "file_digest",
    "case_digest", "pdf_digest", "signature_digest",
    "said_by", "support", "interpreter_language", "interpreter_booking", "written_down_by", "with_interpreter",
    "with_lay_representative", "other_topic", "basis_law", "withdrawn_how", "called_off_by", "period", "when",
    "follow_up", "made_by", "adopted_by", "override_law", "override_reason", "what", "kind"}
SHORT = {("draft", "text"), ("delivery", "to_name"), ("agreement_change", "before"), ("tie", "note"),
    ("plan_version", "note"), ("document", "purpose"), ("earlier_plan", "file_name"), ("plan_approval", "name"),
    ("meeting_edition", "place_text"), ("meeting_edition", "purpose"), ("meeting_edition", "link"), ("meeting", "link"),
    ("edition_point", "title"),                          # as they were sent: what stands now is found
    ("participant", "minutes_as_given"),                 # a fingerprint
    ("meeting", "known_as"),                             # an id
    ("leader_pad", "text"),                              # nobody else's to find
    ("note", "was_about")}                               # what goals that went were called


def test_every_written_field_of_a_citizen_is_searched() -> None:
    missing = []
    for kind in CITIZEN.rows:
        searched = searched_fields_of(kind)
        for column in table_of(kind).columns:
            is_text = type(column.type) in (sa.Text, sa.String) and not column.foreign_keys and column.name not in (
                "id", "case_id") and not column.name.endswith("_id")
            if is_text and column.name not in searched | NOT_FOUND and (kind.__tablename__, column.name) not in SHORT:
                missing.append(f"{kind.__tablename__}.{column.name}")
    assert missing == []
