"""The people around a citizen from the terminal: shown, taken in from a file, saved as one."""
from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from borgerplan_desktop.cli_archive import DONE, archive_of, case_id
from borgerplan_desktop.cli_plan import plainly_read
from borgerplan_desktop.i18n import _
from borgerplan_desktop.terminal import Plainly, WrongUse, briefly, cannot_open, in_sentences, put, put_line, read, say

if TYPE_CHECKING:
    from borgerplan_desktop.casework.network.coming_people import Coming
    from borgerplan_desktop.casework.network.people_files import FoundPeople
    from borgerplan_desktop.casework.network.people_to_file import PeopleKind
    from borgerplan_desktop.casework.open_case import OpenCase
    from borgerplan_desktop.model.case import Case
    from borgerplan_desktop.model.network import NetworkMember

TRIES = 5                                                # to take people in while others write


def people(options: argparse.Namespace) -> int:
    """Who is around the citizen of a case file, the ties, and what the map shows."""
    from datetime import date

    from borgerplan_desktop.casework.network.insight import insight
    from borgerplan_desktop.casework.network.people_in_words import as_json, person_lines, tie_lines
    from borgerplan_desktop.casework.network.people_of_case_file import case_of_file

    nothing = _("Nothing has been looked at.")
    with plainly_read(nothing):
        case = case_of_file(read(options.file, nothing))
    if options.json:
        print(json.dumps(as_json(case, date.today()), ensure_ascii=False, indent=2))
        return DONE
    there = person_lines(case)
    for line in (*there, *tie_lines(case)):
        put_line(*line)
    for sentence in insight(case, date.today()):
        print(sentence.words)
    if not there:
        say(_("Nobody on the map yet"))
    return DONE


def import_people(options: argparse.Namespace) -> int:
    """People of a file into a case file, which is written anew elsewhere, or into a case of the archive."""
    from datetime import date

    from borgerplan_desktop.casework.network.people_of_case_file import with_people
    from borgerplan_desktop.casework.refused import Refused

    case_file, nothing = Path(options.case), _("Nothing has been taken in.")
    if _is_file(case_file) and not options.output:
        raise WrongUse(_("Write where the case file with the people in it shall go: -o FILE"))
    found = _found(options.file)
    try:
        if not _is_file(case_file):
            return _into_archive(options, found)
        with plainly_read(nothing):
            taken = with_people(read(case_file, nothing), found, date.today(), options.merge)
    except Refused as refusal:
        raise Plainly(in_sentences(refusal.message, nothing)) from None
    _tell(_say_line, taken.new, taken.filled_in, taken.left)
    put(options.output, taken.content)
    return DONE


def _into_archive(options: argparse.Namespace, found: FoundPeople) -> int:
    from borgerplan_desktop.casework.session.backup_and_restore import backup_if_due

    with closing(archive_of(options)) as archive:
        opened = archive.open_case(case_id(archive, options.case))
        backup_if_due(archive)
        new, chosen = _take_in(opened, found, options.merge)
        _tell(put_line, new, [each for each in chosen if each.comes and each.known is not None],
              [each for each in chosen if not each.comes])
    return DONE


def _take_in(opened: OpenCase, found: FoundPeople, merge: bool) -> tuple[list[NetworkMember], list[Coming]]:
    """Who is new, and what was decided of everybody: as it is by then, when a window changes the case meanwhile."""
    from borgerplan_desktop.casework.network.coming_people import coming
    from borgerplan_desktop.casework.network.people_of_case_file import decided
    from borgerplan_desktop.casework.network.take_in_people import take_in_people
    from borgerplan_desktop.casework.open_case import Conflict

    tries = TRIES
    while True:
        chosen = decided(coming(opened.case, found), merge)
        try:
            return take_in_people(opened, found, chosen), chosen
        except Conflict:
            tries -= 1
            if not tries:
                raise


def export_people(options: argparse.Namespace) -> int:
    """The people of a case file, or of a case of the archive, as a file for another program."""
    from datetime import date

    from borgerplan_desktop.casework.network.people_of_case_file import case_of_file
    from borgerplan_desktop.casework.network.people_to_file import people_file, save_people
    from borgerplan_desktop.casework.refused import Refused

    kind, case_file, nothing = _kind(options), Path(options.case), _("Nothing has been saved.")
    try:
        if _is_file(case_file):
            with plainly_read(nothing):
                case = case_of_file(read(case_file, nothing))
            put(options.output, people_file(case, kind, date.today()))
            _say_names_left(case, kind)
            return DONE
        with closing(archive_of(options)) as archive:
            opened = archive.open_case(case_id(archive, options.case))
            save_people(opened, kind, partial(put, options.output))
            _say_names_left(opened.case, kind)
    except Refused as refusal:
        raise Plainly(in_sentences(refusal.message, nothing)) from None
    return DONE


def _say_names_left(case: Case, kind: PeopleKind) -> None:
    """Whose name is in the file although they are left out."""
    from borgerplan_desktop.casework.network.people_to_file import still_named_in_people

    if words := still_named_in_people(case, kind):
        say(words)


def _kind(options: argparse.Namespace) -> PeopleKind:
    """By --as, else by what the file shall be called. Raises WrongUse."""
    from borgerplan_desktop.casework.network.people_to_file import PeopleKind

    wanted = options.as_kind or Path(options.output).suffix.removeprefix(".").casefold()
    try:
        return PeopleKind(wanted)
    except ValueError:
        raise WrongUse(_("Say what shall be made: a file called .vcf, .json or .csv, or --as with one of them.")) \
            from None


def _found(file: Path) -> FoundPeople:
    """Who is in the file; what cannot come along is said before anything is written. Raises Plainly."""
    from borgerplan_desktop.casework.network.people_files import CannotRead, read_people_file, what_stays_behind

    try:
        found = read_people_file(file)
    except CannotRead as error:
        raise Plainly(in_sentences(*error.told)) from None
    except OSError as error:
        raise Plainly(in_sentences(cannot_open(file, error), _("Nothing has been taken in."))) from None
    for sentence in what_stays_behind(found):
        say(sentence)
    return found


def _is_file(case: Path) -> bool:
    """Whether a file is meant, also one that is not there: a case of the archive is never called so."""
    return case.is_file() or case.suffix.casefold() == ".json"


def _tell(line: Callable[[str, str], None], new: Sequence[NetworkMember], filled_in: Sequence[Coming],
          left: Sequence[Coming]) -> None:
    for member in new:
        line(member.contact.name, _("New"))
    for each in filled_in:
        line(each.person.name, _("Got what was missing"))
    for each in left:
        line(each.person.name, _("Is here already"))
    if any(not each.is_citizen for each in left):
        say(_("Whoever is here already is as before. With --merge they get what is missing."))


def _say_line(name: str, what: str) -> None:
    """Beside a file that may go to standard output."""
    say(f"{briefly(name)}: {what}")
