"""The plan of a case file, without an archive: what it does not say yet."""
from __future__ import annotations

from borgerplan_desktop.casework.plan.adoption import what_is_missing
from borgerplan_desktop.documents.case_file import read_case


def missing_in_file(data: bytes) -> list[str]:
    """What a good plan says and this one does not yet, a sentence each. Raises CaseFileError."""
    return [" ".join(hint.text.split()) for hint in what_is_missing(read_case(data).case())]
