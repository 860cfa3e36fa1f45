"""A case as a file: taken in as a new citizen's case, or saved as a copy for the citizen or another computer."""
from __future__ import annotations

import json
from collections.abc import Callable

from borgerplan_desktop.casework.access import Reading
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.file_names import number_of_files
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.case_file import (
    CaseFile,
    CaseFileError,
    digests_of,
    json_schema,
    read_case,
    specs,
    write_case,
)
from borgerplan_desktop.documents.case_reading import MOST_BYTES
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.papers import Document, DocumentKind, MadeHow
from borgerplan_desktop.model.plan import PlanVersion
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import PlanTemplate, Professional, Shelter, StaffMember
from borgerplan_desktop.store.audit import Did
from borgerplan_desktop.store.progress import Progress, unheard

__all__ = ["CaseFile", "CaseFileError", "export_case", "export_name", "import_case", "read_case", "schema_text"]

Same = Callable[[Row], object]
_SAME: dict[type[Row], Same] = {                         # what makes two rows of the register one and the same
    StaffMember: lambda row: _words(row, "name"),
    Professional: lambda row: (_words(row, "name"), _words(row, "organisation")),
    Service: lambda row: (_words(row, "name"), _words(row, "organisation")),
    PlanTemplate: lambda row: _words(row, "title"),
}




def import_case(archive: Archive, data: bytes | CaseFile, progress: Progress = unheard) -> str:
    """Take the case in, in one action, and return its id; whom it names is found in the register or joins it.

    In any thread: it touches no open case. `progress` hears 0.0–1.0 and stops the work by raising Cancelled.

    Staff of another shelter join as people who are not here (nobody can log in as them or choose them). Raises
    CaseFileError (also for a case that is here already), StoreTrouble; nothing is taken in then.
    """
    file = data if isinstance(data, CaseFile) else read_case(data, lambda share: progress(share * 0.7))
    progress(0.7)
    for digest, path in digests_of(file.rows).items():
        if digest not in file.kept:
            raise CaseFileError(path, _("What was kept under it is not in the file."))
    _see_that_papers_are_papers(file)
    if archive.gate.is_taken(file.id, file.rows):
        raise CaseFileError("id", _("The case is here already."), known=True)
    shelter = OpenCase(archive.store, archive.shelter.id, archive.who, archive.clock)
    opened = OpenCase(archive.store, file.id, archive.who, archive.clock, shelter)
    with opened.action(N_("Took in the case from a file"), undoable=False, also=[shelter]):
        ours = _registered(shelter.case, file.register)
        for row in file.rows:
            for name, spec in specs(type(row)).items():
                if spec.names and (named := getattr(row, name)) is not None:
                    setattr(row, name, ours[named])
            if isinstance(row, Citizen):
                row.merged_into = ""                     # what it was part of elsewhere is not here
            opened.case.add(row)
        for digest in digests_of(file.rows):
            opened.keep(file.kept[digest])               # not their logo
        progress(0.9)                                    # the last word: what is being stored cannot be stopped
    return file.id


def _see_that_papers_are_papers(file: CaseFile) -> None:
    from borgerplan_desktop.documents.only_a_paper import paper_at

    paths = digests_of(file.rows)
    papers = [row.pdf_digest if isinstance(row, PlanVersion) else row.digest
              for row in file.rows if isinstance(row, PlanVersion | Document)]
    for digest in dict.fromkeys(each for each in papers if each):
        paper_at(paths[digest], file.kept[digest])


def export_case(opened: OpenCase, put: Callable[[bytes], object]) -> None:
    """`put` gets the whole case as a case file, and when it has it, that is on record.

    Raises NotForYou, StoreTrouble, Refused for one so large that it could never be taken in again, and what `put`
    raises: nothing is on record then.
    """
    opened.catch_up()
    opened.ask(Reading.FILE)
    content = write_case(opened.case, opened.kept)
    if len(content) > MOST_BYTES:
        raise Refused(_("With its files the case is larger than {n} MB, and nobody could take it in again. Nothing has "
                        "been saved. Remove an earlier plan of which everything is taken over, and save again.").format(
            n=MOST_BYTES // 1_000_000))
    put(content)
    with opened.action(N_("Saved a copy of the case"), undoable=False):
        opened.case.add(Document(made_at=opened.now(), kind=DocumentKind.CASE_FILE, made_how=MadeHow.SAVED,
                                 made_by=opened.who))
    opened.record(Did.EXPORTED, N_("Saved a copy of the case"))


def export_name(case: Case) -> str:
    """What the file is called: the case number and nothing about the person."""
    return f"{number_of_files(case) or 'borgerplan'}.json"


def schema_text() -> str:
    """The JSON Schema of a case file."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2)


# ------------------------------------------------------------------------------------------------------ the register
def _registered(register: Case, theirs: list[Row]) -> dict[str, str]:
    """Our id for each id of theirs: the same row, one that says the same, or one that joins the register now."""
    ours: dict[str, str] = {}
    for row in theirs:
        if isinstance(row, Shelter):                     # which shelter it was says the paper; here it is ours
            continue
        kind = type(row)
        known = register.get(kind, row.id) or next(
            (each for each in register.all(kind) if _SAME[kind](each) == _SAME[kind](row)), None)
        if known is None:
            if isinstance(row, StaffMember | PlanTemplate):        # of a template only what it was called comes along
                row.retired = True
            if isinstance(row, Professional | Service):
                row.same_as_id = None                    # a file has whoever was kept, under each of their ids
            known = register.add(row)
        ours[row.id] = known.id
    return ours


def _words(row: Row, name: str) -> str:
    return " ".join(str(getattr(row, name)).casefold().split())
