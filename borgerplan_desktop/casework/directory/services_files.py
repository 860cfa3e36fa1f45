"""The directory as a file: read from a table of somebody else's before anything is written, and saved as one."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from borgerplan_desktop.casework.directory.coming_services import Look
from borgerplan_desktop.casework.directory.table_columns import guessed, headings_at
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.reading_in.apart import read_table_apart
from borgerplan_desktop.documents.reading_in.found_table import MOST_ROWS, FoundTable
from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why
from borgerplan_desktop.i18n import N_, _, counted, listed, ngettext
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.store.audit import Did

ENDINGS = ("csv", "xlsx", "xlsm", "txt", "tsv")          # what may be chosen; what it is, the file itself says
MOST_BYTES = 50_000_000

_ANEW = N_("Save it anew in the program it is from, and try again.")
_AS_SHEET = N_("Open it and save it as .xlsx or .csv.")
_HAPPENED = {
    Why.TOO_LARGE: (N_("The file is larger than 50 MB."), N_("Save fewer lines in it, and try again.")),
    Why.NOTHING_IN_IT: (N_("There is nothing in the file."), _ANEW),
    Why.BROKEN: (N_("The file is broken, so it cannot be read."), _ANEW),
    Why.PASSWORD: (N_("The file is locked with a password."), N_("Save it without the password, and try again.")),
    Why.NO_TEXT: (N_("There is no table in the file."), N_("Choose another one.")),
    Why.TOO_LONG: (N_("There are more than {n} lines in the file."), N_("Save fewer lines in it, and try again.")),
    Why.TOO_SLOW: (N_("The file takes too long to read."), N_("Save fewer lines in it, and try again.")),
    Why.SHEET: (N_("This kind of spreadsheet cannot be read here."), _AS_SHEET),
}
_OTHERWISE = (N_("The file holds no table that can be read here."), N_("Choose a spreadsheet (.xlsx) or a .csv file."))


class CannotReadTable(Exception):
    """A file that gives no services. `told`: what happened, what is safe, what to do now."""

    def __init__(self, why: Why) -> None:
        happened, do_now = _HAPPENED.get(why, _OTHERWISE)
        self.told = _(happened).format(n=counted(MOST_ROWS)), _("Nothing has been taken in."), _(do_now)
        super().__init__(self.told[0])


class FileKind(Labelled):
    CSV = "csv", N_("Table for every spreadsheet (.csv)")
    XLSX = "xlsx", N_("Excel workbook (.xlsx)")


def read_services_file(path: Path, progress: Callable[[float], object] = lambda _share: None) -> Look:
    """The table of the file, and what its columns seem to be; in any thread. `progress` stops the work by raising.

    Raises CannotReadTable; OSError when the file cannot be opened at all.
    """
    if not path.is_file():                               # a pipe or a device: it may never begin, or never end
        raise OSError("no ordinary file")
    if path.stat().st_size > MOST_BYTES:
        raise CannotReadTable(Why.TOO_LARGE)
    return services_in(path.read_bytes(), progress)


def services_in(content: bytes, progress: Callable[[float], object] = lambda _share: None) -> Look:
    """Raises CannotReadTable."""
    try:
        table = read_table_apart(content, progress)
    except Unreadable as error:
        raise CannotReadTable(error.why) from None
    at = headings_at(table)
    return Look(table, at, guessed(table.rows[at]))


def what_is_not_read(table: FoundTable) -> list[str]:
    """A sentence for each thing of the file that does not come along, or comes along changed."""
    said = []
    if table.other_sheets:
        said.append(_("Only the sheet »{sheet}« is read. These are not: {others}.").format(
            sheet=table.sheet, others=listed(list(table.other_sheets[:6]))))
    if n := table.unknown:
        said.append(ngettext(
            "{n} cell holds a formula without a result and is empty here.",
            "{n} cells hold a formula without a result and are empty here.", n).format(n=counted(n)))
    if n := table.merged:
        said.append(ngettext("{n} group of cells is merged; what it says stands in the first of them.",
                             "{n} groups of cells are merged; what they say stands in the first of each.", n).format(
            n=counted(n)))
    if n := table.hidden:
        said.append(ngettext("A CPR number stood in one text. It is hidden.",
                             "CPR numbers stood in {n} texts. They are hidden.", n).format(n=n))
    if n := table.cut:
        said.append(ngettext("One text is too long and is cut.", "{n} texts are too long and are cut.", n).format(n=n))
    return said


# ----------------------------------------------------------------------------------------------------------------- out
def services_file(services: Sequence[Service], kind: FileKind) -> bytes:
    """They as a table; its headings are those that are understood when it is read again."""
    from borgerplan_desktop.documents.house.services_table import as_csv, as_xlsx

    return as_csv(services) if kind is FileKind.CSV else as_xlsx(services)


def save_services(shelter: OpenCase, services: Sequence[Service], kind: FileKind,
                  put: Callable[[bytes], object]) -> None:
    """`put` gets the file; when it has it, that is on record. Raises Refused for none, StoreTrouble."""
    if not services:
        raise Refused(_("There are no services to save."))
    put(services_file(services, kind))
    shelter.record(Did.EXPORTED, N_("Saved the directory as a file"))
