"""Why one cannot come in, in three plain sentences: what happened, what is safe, what to do now."""
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.i18n import _, clock, day, ngettext
from borgerplan_desktop.store.backup import backups
from borgerplan_desktop.store.errors import (
    AlreadyBegun,
    AlreadyOpen,
    BackupsAway,
    DamagedBackup,
    DamagedInside,
    DamagedKeys,
    DamagedStore,
    KeyTrouble,
    NetworkDrive,
    NewerSchema,
    StoreError,
    StoreTrouble,
    TooNew,
    TooSoon,
    Trouble,
    UnknownUser,
    Weakness,
    WeakPassword,
    WrongPassword,
)
from borgerplan_desktop.store.passwords import FREE_TRIES, SHORTEST

if TYPE_CHECKING:
    from borgerplan_desktop.casework.session.archive import Archive

__all__ = ["AlreadyOpen", "BackupsAway", "DamagedKeys", "DamagedStore", "KeyTrouble", "Refused", "StoreError",
           "StoreTrouble", "TooSoon", "login_message", "recovery_code_message", "sentence", "wrong_tries_message"]

Told = tuple[str, str, str]


def login_message(error: StoreError | Refused, location: Location | None = None) -> Told:
    """(what happened, what is safe, what to do now); a part may be empty. `location` names its newest backup."""
    untouched = _("Nothing has been changed.")
    match error:
        case Refused():
            return error.message, "", ""
        case WeakPassword():
            return _weak(error.weakness), "", ""
        case WrongPassword():
            return _("Wrong password."), untouched, _("Try again, or use the recovery code.")
        case TooSoon():
            wait = ngettext("Try again in {n} second.", "Try again in {n} seconds.", error.seconds)
            return _("Wait a little. There were too many wrong tries."), "", wait.format(n=error.seconds)
        case UnknownUser():
            return (_("The user name does not exist on this computer."), "",
                    _("Check the spelling, or ask the person in charge of the program."))
        case DamagedKeys():
            return _("The keys are damaged, and the archive cannot be opened."), _newest(location), _bring(location)
        case DamagedInside():
            return (_("Something in the archive is damaged. No backup can be made of it."), _newest(location),
                    _bring(location))
        case DamagedStore():                             # also keys of another archive
            return _("The archive is damaged and cannot be opened."), _newest(location), _bring(location)
        case DamagedBackup():
            return _("The backup is damaged and does not count."), untouched, _("Choose an older one, or contact IT.")
        case NewerSchema() | TooNew():
            return (_("The archive was made with a newer version of Borgerplan."), untouched,
                    _("Update the program on this computer."))
        case NetworkDrive():
            return (_("The archive lies on a network drive. That is not safe."), untouched,
                    _("Move it to the computer's own disk."))
        case AlreadyOpen():
            return _("Borgerplan is already open on this computer."), "", _("We show the window that is open.")
        case AlreadyBegun():
            return _("There is already an archive in this folder."), untouched, _("Log in, or choose another folder.")
        case BackupsAway():
            return (_("The folder with the backups cannot be reached: {folder}.").format(
                folder=location.backups if location else ""), untouched,
                _("Put the disk back in place, or contact IT."))
        case StoreTrouble():
            return _trouble(error.kind, location)
    return _("It did not work."), untouched, _("Try again. If it happens again, contact IT.")


def sentence(error: StoreError | Refused, location: Location | None = None, terminal: bool = False) -> str:
    """The same on one line, for a label or the `terminal`, which has no button to choose."""
    happened, safe, do_now = login_message(error, location)
    if terminal and isinstance(error, DamagedKeys | DamagedStore) and (location is None or _at(location) is not None):
        do_now = _("Bring it back with borgerplan restore. The damaged file is kept.")
    return " ".join(part for part in (happened, safe, do_now) if part)


def wrong_tries_message(archive: Archive) -> str:
    """What one hears after the login about wrong passwords before it; "" when it may have been one's own fingers."""
    if archive.tries_set_back:
        return _("The count of wrong passwords was set back outside the program. Tell the person in charge of it.")
    if archive.wrong_tries < FREE_TRIES:
        return ""
    return ngettext("A wrong password was tried {n} time since the last login. Was it not you? Choose a new password.",
                    "A wrong password was tried {n} times since the last login. Was it not you? Choose a new password.",
                    archive.wrong_tries).format(n=archive.wrong_tries)


def recovery_code_message(error: StoreError) -> str:
    """What is said when the recovery code does not fit."""
    if isinstance(error, WrongPassword):
        return _("The code does not fit. Nothing has been changed. Check that the paper belongs to this computer.")
    return sentence(error)


def _weak(weakness: Weakness) -> str:
    match weakness:
        case Weakness.SHORT:
            return _("At least {n} characters. Three or four random words are good.").format(n=SHORTEST)
        case Weakness.NAMED:
            return _("Too easy to guess: it is mostly the shelter's or your own name. Try three or four random words.")
        case Weakness.LONG:
            return _("The password is too long. Three or four random words are good.")
    return _("Too easy to guess. Try three or four random words.")


def _trouble(kind: Trouble, location: Location | None) -> Told:
    untouched = _("Nothing has been changed.")
    if location is not None and kind is not Trouble.LOCKED:
        if not location.may_be_read:
            return (_("The folder {folder} belongs to somebody else on this computer.").format(folder=location.folder),
                    untouched, _("Choose another folder, or contact IT."))
        if location.is_full:
            kind = Trouble.DISK_FULL
    match kind:
        case Trouble.DISK_FULL:
            return _("The disk is full."), untouched, _("Make room on the disk, and try again.")
        case Trouble.LOCKED:
            return _("Another program is using the archive just now."), untouched, _("Try again in a moment.")
        case Trouble.READ_ONLY:
            folder = str(location.folder) if location else ""
            return (_("Nothing can be written in the folder {folder}.").format(folder=folder), untouched,
                    _("Choose another folder, or contact IT."))
        case Trouble.GONE:
            return _("The folder with the archive is not there just now."), untouched, _("Put the disk back in place.")
    return _("The disk could not be read or written."), untouched, _("Try again. If it happens again, contact IT.")


def _newest(location: Location | None) -> str:
    if location is None:
        return ""
    if (at := _at(location)) is None:
        return _("There is no backup on this computer.")
    return _("The newest good backup is from {time}.").format(time=f"{day(at.date())} {clock(at)}")


def _bring(location: Location | None) -> str:
    if location is not None and _at(location) is None:
        return _("Contact IT. Do not delete anything.")
    return _("Choose Restore the backup. The damaged file is kept.")


def _at(location: Location | None) -> datetime | None:
    try:
        found = backups(location.home) if location else []
    except StoreError:
        return None
    return found[0].at.astimezone() if found else None
