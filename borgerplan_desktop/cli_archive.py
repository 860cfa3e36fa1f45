"""The way of the terminal into the archive: where it lies, who logs in, and what they are told then."""
from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import _
from borgerplan_desktop.terminal import Plainly, Progress, WrongUse, ask_password, say

if TYPE_CHECKING:
    from borgerplan_desktop.casework.session.archive import Archive
    from borgerplan_desktop.casework.session.location import Location

DONE, FAILED, WRONG_USE = 0, 1, 2                        # exit codes
FEWEST = 4                                               # letters of a case's id that are enough


def location_of(options: argparse.Namespace) -> Location:
    from borgerplan_desktop.casework.session.location import Location, usual_folder

    return Location(getattr(options, "home", None) or usual_folder())


def begun(options: argparse.Namespace) -> Location:
    location = location_of(options)
    location.settle()
    if not location.is_begun:
        raise Plainly(_("There is no archive in {folder}. Begin with: borgerplan init").format(folder=location.folder))
    return location


def who_of(options: argparse.Namespace, location: Location) -> str:
    from borgerplan_desktop.casework.session.location import people

    person = getattr(options, "user", "") or os.environ.get("BORGERPLAN_USER", "")
    if person:
        return person
    there = people(location)
    if len(there) == 1:
        return there[0].name
    raise WrongUse(_("Say who logs in: --user NAME."))


def archive_of(options: argparse.Namespace) -> Archive:
    """Unlocked by prompt or BORGERPLAN_PASSWORD. Raises Plainly, WrongUse and what `login.unlock` raises."""
    location = begun(options)
    who = who_of(options, location)
    password = ask_password(_("Password for {name}: ").format(name=who))
    from borgerplan_desktop.casework.session.login import TakesTime, bringing_words, unlock
    from borgerplan_desktop.casework.session.login_messages import wrong_tries_message

    try:
        archive = unlock(location, who, password, patient=False)
    except TakesTime as longer:
        say(bringing_words(0.0))
        with Progress(_("Bringing the archive up to date")) as progress:
            longer.bring(progress)
        archive = longer.enter()
    if words := wrong_tries_message(archive):
        say(words)
    say_notices(archive)
    return archive


def archive_of_house(options: argparse.Namespace) -> Archive:
    """For whoever works here, and what is about no citizen. Raises NotForYou, and what `archive_of` raises."""
    archive = archive_of(options)
    try:
        archive.who_knows([])                            # asks whether they may look at anything at all
    except BaseException:
        archive.close()
        raise
    return archive


def say_notices(archive: Archive) -> None:
    """What somebody at the window is told when they come in."""
    from borgerplan_desktop.casework.session.login_notices import notices

    for notice in notices(archive):
        say(notice.text)
        if notice.missing is not None and notice.missing.copy is None:
            say(_("Until somebody has chosen, no backup is thrown away. borgerplan check --go-on goes on with what is "
                  "here."))
        elif notice.missing is not None:
            say(_("Until somebody has chosen, no backup is thrown away. borgerplan restore brings the backup back; "
                  "borgerplan check --go-on goes on with what is here."))


def case_id(archive: Archive, wanted: str) -> str:
    lines = archive.citizens(closed=True)
    found = [line.id for line in lines if line.id == wanted] or [
        line.id for line in lines if (len(wanted) >= FEWEST and line.id.startswith(wanted))
        or line.name.casefold() == wanted.casefold()]
    if len(found) == 1:
        return found[0]
    raise Plainly(_("Several cases fit. Write the whole id; borgerplan list shows it.") if found else
                  _("There is no such case. borgerplan list shows those there are."))
