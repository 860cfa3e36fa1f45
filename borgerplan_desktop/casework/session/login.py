"""The one way in, for the window and the terminal: begin, log in, come back with the recovery code, try a demo."""
from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from borgerplan_desktop.casework.access import Gate, Reading, register_id
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.location import Clock, Location, Person, people, shelter_name, utc
from borgerplan_desktop.i18n import DEFAULT, N_, _, words
from borgerplan_desktop.model.row import new_id
from borgerplan_desktop.model.shelter import Shelter, StaffMember
from borgerplan_desktop.store.audit import Did, Entry
from borgerplan_desktop.store.data_key import DataKey, Vault
from borgerplan_desktop.store.errors import OlderShape, StoreError, StoreTrouble, Trouble
from borgerplan_desktop.store.keys import Keys, Slot, Unlocked
from borgerplan_desktop.store.opening import begin_store, open_store
from borgerplan_desktop.store.passwords import require_strong
from borgerplan_desktop.store.progress import BACKED_UP, RESHAPED, Progress, unheard
from borgerplan_desktop.store.store import Store
from borgerplan_desktop.store.temporary_files import DEMO, alive, sweep_leftovers

__all__ = ["Archive", "Location", "Person", "TakesTime", "begin_archive", "bringing_words", "check_code",
           "code_is_away", "demo", "people", "prepare", "put_code_away", "recover", "replace_code", "shelter_name",
           "sweep_leftovers", "unlock"]


def prepare(location: Location, on_network: Callable[[Path], bool] | None = None) -> None:
    """Make the folder, and settle what a crash in the first start left; raises NetworkDrive, StoreTrouble."""
    location.home.prepare(on_network)


def begin_archive(location: Location, shelter: str, person: str, password: str, clock: Clock = datetime.now,
                  title: str = "") -> tuple[Archive, str]:
    """Begin: keys, database, the shelter's case with its first member of staff. Returns the recovery code to print.

    All of it is made, or nothing. Raises Refused (a name is missing), WeakPassword, AlreadyBegun, NetworkDrive,
    StoreTrouble.
    """
    shelter, person = one_line(shelter, "shelter"), one_line(person, "name")
    title = one_line(title or _usual_title(), "title")
    if not shelter:
        raise Refused(_("Write the shelter's name."), "shelter")
    if not person:
        raise Refused(_("Write your name."), "name")
    require_strong(password, person, shelter)
    prepare(location)
    with location.home.making() as new:
        keys, key, code = Keys.create(new.keys, utc(clock), location.cost, shelter)
        who = new_id()
        keys.set_person(who, person, title, password, key, shelter)
        store = begin_store(new, key, utc(clock))
        try:
            _found_shelter(store, Shelter(name=shelter), StaffMember(id=who, name=person, title=title), clock)
        finally:
            store.close()
    keys = location.keys(clock)
    return enter(location, keys, keys.find(who), Unlocked(key, 0), clock, N_("Logged in")), code


class TakesTime(StoreError):
    """The archive must be brought up to date first: `bring` it, which may take minutes, then `enter`."""

    def __init__(self, bring: Callable[[Progress], None], enter: Callable[[], Archive]) -> None:
        super().__init__()
        self.bring, self.enter = bring, enter


def unlock(location: Location, person: str, password: str, clock: Clock = datetime.now,
           patient: bool = True) -> Archive:
    """Log in by id or name. Who is not patient gets TakesTime where the archive must be brought up to date first.

    Raises UnknownUser, WrongPassword, TooSoon, DamagedKeys, TooNew, DamagedStore, WrongKey, NewerSchema, DamagedBackup
    (made before a migration), NetworkDrive, StoreTrouble.
    """
    _be_there(location)
    keys = location.keys(clock)
    unlocked = keys.unlock(person, password)
    return enter(location, keys, keys.find(person), unlocked, clock, N_("Logged in"), patient)


def check_code(location: Location, code: str, clock: Clock = datetime.now) -> None:
    """See that the recovery code fits, before a new password is asked for.

    Raises WrongPassword, TooSoon, DamagedKeys.
    """
    location.keys(clock).check_code(code)


def recover(location: Location, code: str, person: str, password: str, clock: Clock = datetime.now,
            patient: bool = True) -> Archive:
    """Log in with the recovery code and give the person a new password.

    Raises WeakPassword and what `unlock` raises.
    """
    _be_there(location)
    keys = location.keys(clock)
    unlocked = keys.recover(code)
    slot = keys.find(person)
    unlocked = replace(unlocked, failed=unlocked.failed + slot.failed)       # a new password begins to count anew
    keys.set_person(slot.id, slot.name, slot.title, password, unlocked.key, keys.shelter)
    return enter(location, keys, slot, unlocked, clock, N_("Logged in with the recovery code"), patient)


def replace_code(archive: Archive) -> str:
    """A new recovery code to print; the old one opens nothing from now on."""
    code = archive.vault.keys.replace_code(archive.vault.key)
    archive.record(Did.UPKEEP, N_("Made a new recovery code"))
    return code


def code_is_away(archive: Archive) -> bool:
    """Whether the newest recovery code lies in safety; if not, make a new one and show it."""
    return not archive.is_lasting or archive.vault.keys.code_put_away


def put_code_away(archive: Archive) -> None:
    """The person says that the printed code lies in safety."""
    archive.vault.keys.put_code_away()
    archive.record(Did.UPKEEP, N_("Put the recovery code away"))


def demo(clock: Clock = datetime.now) -> Archive:
    """A throw-away encrypted store without login, still empty; gone when it is closed or when the program ends."""
    sweep_leftovers()
    folder = tempfile.TemporaryDirectory(prefix=DEMO, ignore_cleanup_errors=True)
    here = alive(Path(folder.name))
    here.take()
    location = Location(Path(folder.name) / "data")
    home = location.home
    home.prepare(lambda _: False)
    keys, fresh = Keys.for_nobody(home.keys, utc(clock))
    key = DataKey(fresh)
    store = begin_store(home, key, utc(clock))
    who = StaffMember(name="Eva Lind", title=_usual_title(), phone="12345620")
    invented = Shelter(name="Skovly Herberg", address="Havnegade 18", phone="12345600",
                       call_when_off="Ring til vagten, 12 34 56 21")
    shelter = _found_shelter(store, invented, who, clock)

    def gone() -> None:
        here.give_back()
        folder.cleanup()

    return Archive(store, shelter, who.id, clock, location, Vault(keys, key, utc(clock), gone))


def enter(location: Location, keys: Keys, slot: Slot, unlocked: Unlocked, clock: Clock, how: str,
          patient: bool = True) -> Archive:
    """Open the store for whoever has unlocked it; the audit gets the wrong tries before.

    So it does when a count of them was set back, and the audit tells of it. Raises NotForYou for somebody who stopped.
    """
    key = DataKey(unlocked.key)
    try:
        store = open_store(location.home, key, utc(clock), unheard if patient else None)
    except OlderShape:
        raise TakesTime(partial(_bring_up_to_date, location, key, clock),
                        partial(enter, location, keys, slot, unlocked, clock, how)) from None
    with contextlib.ExitStack() as undo:
        undo.callback(store.close)
        altered = unlocked.altered
        if unlocked.unsealed and store.has_logged_in(slot.id):       # then there was a seal
            altered = (*altered, slot.id)
        store.record(*wrong_tries(slot.id, unlocked.failed),
                     *(Entry(id, N_("The count of wrong passwords was set back"), None, Did.LOGIN_FAILED)
                       for id in altered),
                     *([Entry(slot.id, N_("Set a strange restore aside"), None, Did.UPKEEP, store.refused.name)]
                       if store.refused else []),
                     Entry(slot.id, how, None, Did.LOGGED_IN))
        shelter = _shelter_case(store, slot, clock)
        Gate(store, slot.id, shelter.case).ask("", Reading.LIST)     # old keys put back: they work here no more
        undo.pop_all()
    archive = Archive(store, shelter, slot.id, clock, location, Vault(keys, key, utc(clock)))
    archive.wrong_tries, archive.tries_set_back = unlocked.failed, bool(altered)
    return archive


def _bring_up_to_date(location: Location, key: DataKey, clock: Clock, progress: Progress) -> None:
    """In another thread: nothing of it is kept but what lies on the disk."""
    open_store(location.home, key, utc(clock), progress).close()


def bringing_words(share: float) -> str:
    """What is being done to bring the archive up to date, and what is safe meanwhile."""
    doing = _("First a backup is made and tested.") if share < BACKED_UP else \
        _("The backup is made. Now the archive gets its new shape.") if share < RESHAPED else \
        _("The list of citizens is made anew.")
    return "\n\n".join((_("Borgerplan is newer than the archive, so the archive is brought up to date."), doing,
                       _("Nothing is lost, not even if the computer is turned off meanwhile.")))


def wrong_tries(who: str, failed: int) -> list[Entry]:
    """What the audit gets when a right password ends a row of wrong ones."""
    return [Entry(who, N_("Wrong password"), None, Did.LOGIN_FAILED, str(failed))] if failed else []


def _be_there(location: Location) -> None:
    """A disk that was pulled out is no first start, and no damage either."""
    if not location.folder.exists():
        raise StoreTrouble(Trouble.GONE)
    prepare(location)


def _usual_title() -> str:
    """What most are called, in the language of the papers: there it stands, whatever the screen speaks."""
    return words("borgerplan", DEFAULT).gettext(N_("contact person"))


def _found_shelter(store: Store, row: Shelter, first: StaffMember, clock: Clock) -> OpenCase:
    shelter = OpenCase(store, new_id(), first.id, clock)
    with shelter.action(N_("Began with the program"), undoable=False):
        shelter.case.add(row)
        shelter.case.add(first)
    return shelter


def _shelter_case(store: Store, slot: Slot, clock: Clock) -> OpenCase:
    shelter = OpenCase(store, register_id(store), slot.id, clock)
    if shelter.case.get(StaffMember, slot.id) is None:   # a backup from before the person came was restored
        with shelter.action(N_("Added a colleague"), undoable=False):
            shelter.case.add(StaffMember(id=slot.id, name=slot.name, title=slot.title))
    return shelter
