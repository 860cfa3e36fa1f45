"""The shelter and those who work there: facts, passwords, who comes and who leaves."""
from __future__ import annotations

from dataclasses import dataclass

from borgerplan_desktop.casework.refused import Refused, one_line, too_long
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login import wrong_tries
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.shelter import Shelter, StaffMember
from borgerplan_desktop.model.text import tidy
from borgerplan_desktop.store.audit import Did, Entry
from borgerplan_desktop.store.passwords import normal, require_strong

__all__ = ["Colleague", "Facts", "add_colleague", "change_password", "colleagues", "edit_shelter", "facts",
           "retire_colleague"]

LONGEST_ADDRESS = 1000
LEAST_MINUTES, MOST_MINUTES = 1, 60
MOST_MEETING_MINUTES = 240


@dataclass(frozen=True)
class Facts:
    """What the shelter says about itself, and how soon its screens lock."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    lock_minutes: int = 5
    meeting_lock_minutes: int = 60
    call_when_off: str = ""                              # whom a citizen calls when the contact person is off


@dataclass(frozen=True)
class Colleague:
    """One of the staff; `enters` when they have a password here."""

    id: str
    name: str
    title: str
    enters: bool
    is_me: bool
    latin_name: str = ""                                 # on paper, where the name is in other letters
    may_coordinate: bool = False                         # of the shelter's list of possible coordinators


# ----------------------------------------------------------------------------------------------------- the shelter
def facts(archive: Archive) -> Facts:
    """As they stand now."""
    row = archive.shelter.case.the(Shelter)
    return Facts(row.name, row.address, row.phone, row.email, archive.lock_minutes, archive.meeting_lock_minutes,
                 row.call_when_off)


def edit_shelter(archive: Archive, new: Facts) -> None:
    """Write the shelter's facts; on record when something changed. Raises Refused, Conflict, StoreTrouble."""
    name, phone, email = one_line(new.name, "name"), one_line(new.phone, "phone"), one_line(new.email, "email")
    address, off = tidy(new.address).strip(), tidy(new.call_when_off).strip()
    if not name:
        raise Refused(_("Write the shelter's name."), "name")
    for text, field in ((address, "address"), (off, "call_when_off")):
        if len(text) > LONGEST_ADDRESS:
            raise Refused(too_long(LONGEST_ADDRESS), field)
    if not LEAST_MINUTES <= new.lock_minutes <= MOST_MINUTES:
        raise Refused(_("Choose between 1 and 60 minutes."), "lock_minutes")
    if not LEAST_MINUTES <= new.meeting_lock_minutes <= MOST_MEETING_MINUTES:
        raise Refused(_("Choose between 1 and 240 minutes."), "meeting_lock_minutes")
    row = archive.shelter.case.the(Shelter)
    with archive.shelter.action(N_("Edited the shelter's facts"), undoable=False):
        row.name, row.address, row.phone, row.email, row.call_when_off = name, address, phone, email, off
        row.lock_minutes, row.meeting_lock_minutes = new.lock_minutes, new.meeting_lock_minutes
    keys = archive.vault.keys
    if keys.shelter != name:
        keys.name_shelter(name)                          # the login screen says it before anything is unlocked


# ----------------------------------------------------------------------------------------------------------- people
def colleagues(archive: Archive) -> list[Colleague]:
    """Everybody who works here, by name; also those a backup brought back who have no password any more."""
    enter = {slot.id for slot in archive.vault.keys.people}
    return sorted((Colleague(member.id, member.name, member.title, member.id in enter, member.id == archive.who,
                            member.latin_name, member.may_coordinate)
                   for member in archive.staff()), key=lambda each: (each.name.casefold(), each.id))


def add_colleague(archive: Archive, name: str, title: str, password: str, latin_name: str = "") -> StaffMember:
    """Somebody new gets a way in; one who works here but has none gets it back.

    Raises Refused, WeakPassword, Conflict, StoreTrouble; nothing is changed then.
    """
    _must_last(archive)
    name, title = one_line(name, "name"), one_line(title, "title")
    if not name:
        raise Refused(_("Write the colleague's name."), "name")
    keys = archive.vault.keys
    enter = {slot.id for slot in keys.people}
    member = next((each for each in archive.staff() if _same(each.name, name)), None)
    if (member is not None and member.id in enter) or any(_same(slot.name, name) for slot in keys.people):
        raise Refused(_("There is already somebody of this name. Add a letter or a nickname."), "name")
    latin_name = one_line(latin_name, "name")
    comes = member or StaffMember(name=name, latin_name=latin_name, title=title)
    keys.set_person(comes.id, comes.name, title, password, archive.vault.key, archive.name)
    try:
        with archive.shelter.action(N_("Added a colleague"), undoable=False):
            if member is None:
                archive.shelter.case.add(comes)
            else:
                member.title, member.latin_name = title, latin_name or member.latin_name
    except BaseException:
        keys.remove(comes.id)
        raise
    return comes


def rename_colleague(archive: Archive, person: str, name: str, title: str, latin_name: str = "",
                     may_coordinate: bool | None = None) -> None:
    """What a colleague is called, as what, and whether they can be coordinator (None = as it is).

    Raises Refused, Conflict, StoreTrouble; nothing is changed then.
    """
    name, title = one_line(name, "name"), one_line(title, "title")
    if not name:
        raise Refused(_("Write the colleague's name."), "name")
    if any(_same(each.name, name) for each in colleagues(archive) if each.id != person):
        raise Refused(_("There is already somebody of this name. Add a letter or a nickname."), "name")
    member = archive.shelter.case.get(StaffMember, person)
    assert member is not None
    with archive.shelter.action(N_("Changed a colleague's name or title"), undoable=False):
        member.name, member.title, member.latin_name = name, title, one_line(latin_name, "name")
        member.may_coordinate = member.may_coordinate if may_coordinate is None else may_coordinate
    keys = archive.vault.keys
    if person in {slot.id for slot in keys.people}:
        keys.rename(person, name, title)                 # the login screen says it before anything is unlocked


def change_password(archive: Archive, old: str, new: str) -> None:
    """My own. Raises WrongPassword, TooSoon, WeakPassword, StoreTrouble; the old one holds then."""
    _must_last(archive)
    keys = archive.vault.keys
    slot = keys.find(archive.who)
    require_strong(new, slot.name, keys.shelter)         # before a wrong old one costs a try
    unlocked = keys.unlock(slot.id, old)
    keys.set_person(slot.id, slot.name, slot.title, new, unlocked.key, keys.shelter)
    archive.store.record(*wrong_tries(archive.who, unlocked.failed),
                       Entry(archive.who, N_("Changed the password"), None, Did.UPKEEP))


def retire_colleague(archive: Archive, person: str) -> None:
    """Somebody works here no more: their way in is gone at once, their name stays on what they did.

    Raises Refused (oneself, the last one), Conflict, StoreTrouble.
    """
    keys = archive.vault.keys
    if person == archive.who:
        raise Refused(_("You cannot take your own way in away. Ask a colleague."))
    enter = {slot.id for slot in keys.people}
    if not enter - {person}:
        raise Refused(_("The last one cannot be removed. Add somebody else first."))
    if person in enter:
        keys.remove(person)                              # first: what follows may be done again
    member = archive.shelter.case.get(StaffMember, person)
    if member is not None:
        with archive.shelter.action(N_("A colleague stopped"), undoable=False):
            member.retired = True


# ------------------------------------------------------------------------------------------------------------ parts
def _must_last(archive: Archive) -> None:
    if not archive.is_lasting:
        raise Refused(_("In the demo there are no passwords."))


def _same(a: str, b: str) -> bool:
    return normal(a).strip().casefold() == normal(b).strip().casefold()
