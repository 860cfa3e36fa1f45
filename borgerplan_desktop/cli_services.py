"""The directory of services from the terminal: shown, taken in from a spreadsheet, saved as one, printed."""
from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borgerplan_desktop.cli_archive import DONE, archive_of_house
from borgerplan_desktop.i18n import _, listed, ngettext
from borgerplan_desktop.terminal import Plainly, WrongUse, briefly, cannot_open, in_sentences, put, put_line, say

if TYPE_CHECKING:
    from borgerplan_desktop.casework.directory.coming_services import Coming, Look
    from borgerplan_desktop.model.directory import Service

IMPORT, LIST, EXPORT = "import", "list", "export"
WAYS = (IMPORT, LIST, EXPORT)


def services(options: argparse.Namespace) -> int:
    """What is wanted of the directory: one of WAYS."""
    if options.what == IMPORT:
        return _import(options)
    if options.file is not None:
        raise WrongUse(_("Only services import takes a file there."))
    return _export(options) if options.what == EXPORT else _list(options)


def _list(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.directory.found_services import Directory, Wanted

    with closing(archive_of_house(options)) as archive:
        found = Directory(archive.shelter).find(Wanted())
        if options.json:
            print(json.dumps([_as_json(each) for each in found], ensure_ascii=False, indent=2))
        else:
            for each in found:
                put_line(each.name, _(each.kind.label), each.organisation, each.phone)
            if not found:
                say(_("No services yet"))
    return DONE


def _as_json(service: Service) -> dict[str, Any]:
    from borgerplan_desktop.documents.case_file import written

    said = written(service)
    said["in_house"] = [{name: value for name, value in written(day).items() if name not in ("id", "service_id")}
                        for day in service.in_house]
    return said


def _export(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.directory.found_services import Directory, Wanted
    from borgerplan_desktop.casework.directory.services_files import FileKind, save_services
    from borgerplan_desktop.casework.refused import Refused

    if not options.output:
        raise WrongUse(_("Write where the file shall go: -o FILE"))
    ending = Path(options.output).suffix.removeprefix(".").casefold()
    kind = FileKind(ending) if ending in [each.value for each in FileKind] else FileKind.CSV
    with closing(archive_of_house(options)) as archive:
        try:
            save_services(archive.shelter, Directory(archive.shelter).find(Wanted()), kind,
                          partial(put, options.output))
        except Refused as refusal:
            raise Plainly(in_sentences(refusal.message, _("Nothing has been saved."))) from None
    return DONE


# -------------------------------------------------------------------------------------------------------------- import
def _import(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.directory.coming_services import How, coming
    from borgerplan_desktop.casework.directory.take_in_services import take_in_services
    from borgerplan_desktop.casework.session.backup_and_restore import backup_if_due

    if options.file is None:
        raise WrongUse(_("Write which file: borgerplan services import FILE"))
    with closing(archive_of_house(options)) as archive:
        look = _look(options.file, options.map)
        lines = coming(archive.shelter.case, look)
        said = [(_name(each), _what(each)) for each in lines]    # before: afterwards nothing is missing any more
        if not options.dry_run and any(each.how is not How.LEFT for each in lines):
            backup_if_due(archive)
            take_in_services(archive.shelter, lines)
        for words in said:
            put_line(*words)
        _tell_what_is_strange(lines)
    if not options.dry_run:
        n = sum(each.how is How.NEW for each in lines)
        say(ngettext("{n} service has come in.", "{n} services have come in.", n).format(n=n))
    else:
        say(_("Nothing has been taken in: this only shows what would."))
    return DONE


def _look(file: Path, maps: Sequence[str]) -> Look:
    """The table, its columns as they are guessed and as `--map` says. Raises Plainly, WrongUse."""
    from borgerplan_desktop.casework.directory.services_files import (
        CannotReadTable,
        read_services_file,
        what_is_not_read,
    )

    try:
        look = read_services_file(file)
    except CannotReadTable as error:
        raise Plainly(in_sentences(*error.told)) from None
    except OSError as error:
        raise Plainly(in_sentences(cannot_open(file, error), _("Nothing has been taken in."))) from None
    for each in maps:
        _map(look, each)
    if "name" not in look.columns:
        raise WrongUse(_("Say which column holds the name: --map name=HEADING. The headings are: {headings}.").format(
            headings=", ".join(briefly(each) for each in look.table.rows[look.headings] if each)))
    for sentence in what_is_not_read(look.table):
        say(sentence)
    if left := look.not_read:
        say(_("Not read: {headings}. Say what a column is with --map FIELD=HEADING.").format(
            headings=listed([f"»{briefly(each)}«" for each in left])))
    return look


def _map(look: Look, said: str) -> None:
    """"name=Navn": a field, and the heading of its column. Raises WrongUse."""
    from borgerplan_desktop.casework.directory.services import key
    from borgerplan_desktop.casework.directory.table_columns import COLUMNS

    field, equals, heading = said.partition("=")
    if not equals or field not in COLUMNS:
        raise WrongUse(_("{what} is no field with a column. The fields are: {fields}.").format(
            what=briefly(said), fields=", ".join(COLUMNS)))
    at = next((at for at, each in enumerate(look.table.rows[look.headings]) if key(each) == key(heading)), None)
    if heading and at is None:
        raise WrongUse(_("There is no column called {heading} in the file.").format(heading=briefly(heading)))
    look.columns = {name: column for name, column in look.columns.items() if name != field and column != at}
    if at is not None:
        look.columns[field] = at


def _name(each: Coming) -> str:
    return each.name or _("Line {n}").format(n=each.number)


def _what(each: Coming) -> str:
    """What becomes of a line."""
    from borgerplan_desktop.casework.directory.coming_services import How

    if each.how is How.NEW:
        return _("New")
    if each.how is How.SAME:
        return _("Got what was missing") if each.brings_something else _("Here already")
    return each.why_not or _("Left out")


def _tell_what_is_strange(lines: Sequence[Coming]) -> None:
    """Once for all the lines that say the same: a column of another kind would be told sixty times."""
    from borgerplan_desktop.casework.directory.coming_services import what_was_not_understood

    strange: dict[str, list[str]] = {}
    for each in lines:
        if words := what_was_not_understood(each):
            strange.setdefault(words, []).append(_name(each))
    for words, names in strange.items():
        n = len(names)
        said = ngettext("Not understood, and left out in {n} line: {words}",
                        "Not understood, and left out in {n} lines: {words}", n).format(n=n, words=words)
        say(f"{briefly(names[0])}: {said}" if n == 1 else said)
