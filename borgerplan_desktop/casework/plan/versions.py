"""The versions of a plan beside each other: read as they were frozen, and what is different between two of them."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.case_file import CaseFile, CaseFileError, read_case, read_once
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.compared_versions import DRAFT, Compared, version_of
from borgerplan_desktop.model.difference_words import Difference, Language, in_words, one_line
from borgerplan_desktop.model.life_areas import area_name
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import PlanVersion, current_plan
from borgerplan_desktop.model.plan_difference import PlanDifference, plan_difference


def frozen_case(opened: OpenCase, version: PlanVersion) -> Case:
    """The case as it was when the version was adopted. Raises Refused when it is not kept, or cannot be read."""
    try:
        return opened.frozen.case(version.case_digest, opened.kept)
    except (LookupError, CaseFileError):
        raise _not_kept(version.number) from None


def case_of(opened: OpenCase, number: int) -> Case:
    """The case of a version; 0 = as it is now. Raises Refused when there is no such version, or it is not kept."""
    if number == DRAFT:
        return opened.case
    version = version_of(opened.case, number)
    if version is None:
        raise _not_there(number, opened.case)
    return frozen_case(opened, version)


def compare(opened: OpenCase, compared: Compared) -> PlanDifference:
    """What is different. Raises Refused when one of them is not there."""
    return plan_difference(case_of(opened, compared.before), case_of(opened, compared.after))


def kept_for(opened: OpenCase, compared: Compared | None) -> dict[str, bytes]:
    """The bytes of the versions that are compared, by digest: for a paper that is drawn in another thread; None = of
    every version. Raises Refused when one is not there, or not kept.
    """
    found = {}
    versions = current_plan(opened.case).versions if compared is None else [
        version_of(opened.case, number) or _missing(number, opened.case)
        for number in (compared.before, compared.after) if number != DRAFT]
    for version in versions:
        content = opened.kept(version.case_digest)
        if content is not None:
            found[version.case_digest] = content
        elif compared is not None:
            raise _not_kept(version.number)
    return found


def _missing(number: int, case: Case) -> PlanVersion:
    raise _not_there(number, case)


def _not_kept(number: int) -> Refused:
    return Refused(_("Version {number} does not lie here as it was adopted, so it cannot be compared.").format(
        number=number), "version")


def _not_there(number: int, case: Case) -> Refused:
    numbers = ", ".join(str(each.number) for each in current_plan(case).versions)
    return Refused(_("There is no version {number}. There is: {numbers}.").format(number=number, numbers=numbers)
                   if numbers else _("No version of the plan has been adopted yet."), "version")


# ------------------------------------------------------------------------------------------------------------- in words
def screen_language(today: date, register: Case | None = None) -> Language:
    """As the window and the terminal say it."""
    def say(message: str, /, **filled: object) -> str:
        return _(message).format(**filled) if filled else _(message)

    def on(when: date) -> str:
        return day(when, today)

    return Language(say, on, _name, area=partial(area_name, register))


def _name(member: NetworkMember) -> str:
    return member.contact.said_name


def called(number: int, case: Case, today: date) -> str:
    """"Version 1, adopted 12 November", or "The draft of today"."""
    version = version_of(case, number)
    return _("Version {number}, adopted {date}").format(number=number, date=day(version.adopted_on, today)) \
        if version is not None else _("The draft as it is now")


def told(difference: PlanDifference, today: date, register: Case | None = None) -> list[Difference]:
    """Every difference as the screen says it."""
    return list(in_words(difference, screen_language(today, register)))


# ------------------------------------------------------------------------------------------------- from a case file
def compare_file(data: bytes | CaseFile, compared: Compared) -> tuple[Case, PlanDifference]:
    """The same for a case file; no archive is needed. Raises CaseFileError, and Refused for a version that is not in
    the file, or of which the file only says that it was adopted.
    """
    file = read_once(data)
    case = file.case()
    before, after = (_in_file(file, case, number) for number in (compared.before, compared.after))
    return case, plan_difference(before, after)


def see_that_they_are_there(file: CaseFile, case: Case, compared: Compared | None) -> None:
    """Raises Refused for a version that is not in the file, or not as it was adopted, CaseFileError where broken."""
    for number in (compared.before, compared.after) if compared is not None else ():
        _in_file(file, case, number)


def _in_file(file: CaseFile, case: Case, number: int) -> Case:
    version = version_of(case, number) if number != DRAFT else None
    if number != DRAFT and version is None:
        raise _not_there(number, case)
    return case if version is None else case_in(file.kept, case, version)


def case_in(kept: Mapping[str, bytes], case: Case, version: PlanVersion) -> Case:
    """A version among kept bytes; one without a frozen case is the file itself. Raises Refused when it is not there."""
    if not version.case_digest:
        return case
    content = kept.get(version.case_digest)
    if content is None:
        raise Refused(_("The file does not hold version {number} as it was adopted, only that it was. Save the case as "
                        "a file again, with everything that is kept.").format(number=version.number), "version")
    return read_case(content).case()


def lines(difference: PlanDifference, today: date) -> Iterator[str]:
    """The differences one by one, each on a line."""
    language = screen_language(today)
    for each in in_words(difference, language):
        yield from one_line(each, language)
