"""A file with people from another program: read whole before anything is written, and what it cannot give is named."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from borgerplan_desktop.casework.papers.read_file import CaseFileError, read_file
from borgerplan_desktop.casework.papers.reading_in import CannotRead
from borgerplan_desktop.documents.reading_in.apart import read_people_apart
from borgerplan_desktop.documents.reading_in.found_people import FileOf, FoundPeople, FoundPerson, Left, NotOne
from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why
from borgerplan_desktop.i18n import N_, _, listed, ngettext

__all__ = ["ENDINGS", "CannotRead", "FileOf", "FoundPeople", "FoundPerson", "read_people_file"]

ENDINGS = ("vcf", "json")                                # what may be chosen; what it is, the file itself says
NAMED = 6                                                # numbers of cards that are said one by one

_ANEW = N_("Save it anew in the program it is from, and try again.")
_HAPPENED = {
    Why.TOO_LARGE: (N_("The file is larger than 50 MB."), N_("Save fewer people in it, and try again.")),
    Why.NOTHING_IN_IT: (N_("There is nothing in the file."), _ANEW),
    Why.BROKEN: (N_("The file is broken, so it cannot be read."), _ANEW),
    Why.NO_TEXT: (N_("There is nobody in the file."), N_("Choose another one.")),
    Why.TOO_LONG: (N_("There are more people in the file than anybody can look through."),
                   N_("Save fewer people in it, and try again.")),
    Why.TOO_SLOW: (N_("The file takes too long to read."), N_("Save fewer people in it, and try again.")),
}
_OTHERWISE = (N_("The file holds no people that can be read here."),
              N_("Choose a file with contacts (.vcf) or a network map of easyNWK (.json)."))


def read_people_file(path: Path, progress: Callable[[float], object] = lambda _share: None) -> FoundPeople:
    """Who is in the file; in any thread. `progress` hears 0.0-1.0 and stops the work by raising.

    Raises CannotRead; OSError when the file cannot be opened at all.
    """
    try:
        content = read_file(path)
    except CaseFileError:
        raise _cannot_read(Why.TOO_LARGE) from None
    return people_in_file(content, progress)


def people_in_file(content: bytes, progress: Callable[[float], object] = lambda _share: None) -> FoundPeople:
    """Raises CannotRead."""
    try:
        return read_people_apart(content, progress)
    except Unreadable as error:
        raise _cannot_read(error.why) from None


def _cannot_read(why: Why) -> CannotRead:
    happened, do_now = _HAPPENED.get(why, _OTHERWISE)
    return CannotRead(_(happened), _(do_now))


# ------------------------------------------------------------------------------------------------------------ in words
def what_comes(found: FoundPeople) -> str:
    """What is taken in of each, in one sentence."""
    if found.of is FileOf.CONTACTS:
        return _("Names, numbers, mail addresses, work and notes come along.")
    return _("Names, roles, notes, where everybody stands, ties and what flows in them come along.")


def what_stays_behind(found: FoundPeople) -> list[str]:
    """A sentence for each thing that cannot come along, or comes along changed."""
    said = []
    if behind := [words for what, n in found.left.items() if (words := _left(what, n))]:
        said.append(_("In the file, but without a place here: {things}.").format(things=listed(behind)))
    if n := found.left.get(Left.CPR, 0):
        said.append(ngettext("A CPR number stood in one text. It is hidden.",
                             "CPR numbers stood in {n} texts. They are hidden.", n).format(n=n))
    if n := found.left.get(Left.TOO_LONG, 0):
        said.append(ngettext("One text is too long and is cut.", "{n} texts are too long and are cut.", n).format(n=n))
    if n := sum(not each.human for each in found.people):
        said.append(ngettext(
            "One is no person. It comes as an animal; say on its card if it is a place.",
            "{n} are no persons. They come as animals; say on their cards what is a place.", n).format(n=n))
    return said + who_is_not_read(found)


def who_is_not_read(found: FoundPeople) -> list[str]:
    """Which cards give nobody, by their number in the file."""
    sayings = {
        NotOne.BROKEN: (N_("Number {numbers} in the file is broken. The others come."),
                        N_("Numbers {numbers} in the file are broken. The others come.")),
        NotOne.NO_NAME: (N_("Number {numbers} in the file has no name. The others come."),
                         N_("Numbers {numbers} in the file have no name. The others come."))}
    said = []
    for why, (one, several) in sayings.items():
        numbers = [str(number) for number, reason in found.unread if reason is why]
        if numbers:
            more = len(numbers) - NAMED
            named = numbers if more <= 0 else [*numbers[:NAMED], ngettext("{n} more", "{n} more", more).format(n=more)]
            said.append(_(one if len(numbers) == 1 else several).format(numbers=listed(named)))
    return said


def _left(what: Left, n: int) -> str:
    """"3 pictures"; "" for what is said in a sentence of its own."""
    match what:
        case Left.PICTURE:
            words = ngettext("{n} picture", "{n} pictures", n)
        case Left.ADDRESS:
            words = ngettext("{n} postal address", "{n} postal addresses", n)
        case Left.BIRTHDAY:
            words = ngettext("{n} birthday", "{n} birthdays", n)
        case Left.LINK:
            words = ngettext("{n} link", "{n} links", n)
        case Left.MORE_NUMBERS:
            words = ngettext("{n} further telephone number", "{n} further telephone numbers", n)
        case Left.MORE_ADDRESSES:
            words = ngettext("{n} further mail address", "{n} further mail addresses", n)
        case Left.RELATED:
            words = ngettext("{n} relation to somebody else", "{n} relations to others", n)
        case Left.GROUP:
            words = ngettext("{n} group", "{n} groups", n)
        case Left.GENDER:
            words = ngettext("the gender of {n} person", "the gender of {n} people", n)
        case Left.AGE:
            words = ngettext("the age of {n} person", "the age of {n} people", n)
        case Left.PARTNERS_CONTACT:
            words = ngettext(
                "that {n} person is the partner's contact", "that {n} people are the partner's contacts", n)
        case Left.SEVERAL_ROLES:
            words = ngettext("that {n} tie holds several roles", "that {n} ties hold several roles", n)
        case Left.SYMBOL:
            words = ngettext("{n} symbol", "{n} symbols", n)
        case Left.TO_NOBODY:
            words = ngettext("{n} tie to somebody who is not there", "{n} ties to people who are not there", n)
        case Left.ABOUT_CITIZEN:
            return _("age, gender and note of the person in the middle")
        case Left.OTHER:
            words = ngettext("{n} other fact", "{n} other facts", n)
        case _:
            return ""
    return words.format(n=n)
