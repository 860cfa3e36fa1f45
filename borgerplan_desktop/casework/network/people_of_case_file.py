"""The people of a case file, without an archive: shown, taken in from a file, and saved as one."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from borgerplan_desktop.casework.network.coming_people import Coming, coming
from borgerplan_desktop.casework.network.people_files import FoundPeople
from borgerplan_desktop.casework.network.take_in_people import check_chosen, put_in
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.case_file import CaseFile, read_case, write_case
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import NetworkMember

__all__ = ["TakenIn", "case_of_file", "decided", "with_people"]


@dataclass(frozen=True)
class TakenIn:
    """The case file as it is now, and who came in, got what was missing, or stayed out."""

    content: bytes
    new: tuple[NetworkMember, ...]
    filled_in: tuple[Coming, ...]
    left: tuple[Coming, ...]


def case_of_file(data: bytes) -> Case:
    """Raises CaseFileError."""
    return read_case(data).case()


def decided(chosen: list[Coming], merge: bool) -> list[Coming]:
    """Who comes when nobody can be asked: everybody who is new, and with `merge` also whoever is here already.

    Raises Refused where that is nobody.
    """
    found = [replace(each, comes=not each.is_citizen and (merge or each.known is None)) for each in chosen]
    if not any(each.comes for each in found):
        if any(each.known is not None and not each.is_citizen for each in found):
            raise Refused(_("Everybody in the file is here already. With --merge they get what is missing."), "people")
        raise Refused(_("There is nobody in the file to take in."), "people")
    return found


def with_people(data: bytes, found: FoundPeople, today: date, merge: bool = False) -> TakenIn:
    """The case file with the people in it. Raises CaseFileError, Refused for nobody new and for too many."""
    file: CaseFile = read_case(data)
    case = file.case()
    chosen = decided(coming(case, found), merge)
    check_chosen(chosen)
    register = case.register
    assert register is not None
    case.begin()
    register.begin()
    new = put_in(case, found, chosen, today)
    case.finish(case.changed(), case.seen)
    register.finish(register.changed(), register.seen)
    return TakenIn(write_case(case, file.kept.get), tuple(new),
                   tuple(each for each in chosen if each.comes and each.known is not None),
                   tuple(each for each in chosen if not each.comes))
