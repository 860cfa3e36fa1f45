"""Keeping what is written: backups, bringing one back, and looking whether everything is as it was stored."""
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from borgerplan_desktop.casework.access import not_on_the_list
from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.location import Clock, Location, Person, utc
from borgerplan_desktop.casework.session.login import enter
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.store import backup as copies
from borgerplan_desktop.store import check as looking
from borgerplan_desktop.store import restore as bringing
from borgerplan_desktop.store.audit import Did, Entry
from borgerplan_desktop.store.audit_anchor import MissingLines
from borgerplan_desktop.store.check import Report
from borgerplan_desktop.store.errors import Cancelled, DamagedBackup, KeyTrouble, StoreError
from borgerplan_desktop.store.keys import Keys, Unlocked
from borgerplan_desktop.store.missing_lines import Beside, beside, newest, would_lose
from borgerplan_desktop.store.opening import settle_missing_lines
from borgerplan_desktop.store.progress import Progress, unheard

__all__ = ["Cancelled", "Copy", "Missing", "Progress", "Ready", "Report", "backup_if_due", "backup_now", "backups",
           "check", "go_on", "make_ready", "make_ready_here", "missing", "people_in", "unheard"]


@dataclass(frozen=True)
class Copy:
    """A tested backup; `at` in local time, `name` for the terminal."""

    at: datetime
    name: str
    backup: copies.Backup


def backups(location: Location) -> list[Copy]:
    """The backups there are, newest first; needs nobody to be logged in. Raises StoreTrouble."""
    return [_copy(backup) for backup in copies.backups(location.home)]


def people_in(copy: Copy) -> list[Person]:
    """Who can bring this backup back when our own keys are damaged; raises DamagedKeys, TooNew, StoreTrouble."""
    keys = Keys.load(copy.backup.keys)
    return [Person(slot.id, slot.name, slot.title) for slot in keys.people]


def backup_now(archive: Archive, progress: Progress = unheard) -> Copy:
    """Make a backup and test it; may run in another thread. Raises DamagedBackup, Cancelled, StoreTrouble."""
    vault = archive.vault
    backup = copies.make_backup(archive.location.home, vault.key, vault.clock(), progress)
    with suppress(KeyTrouble):                           # locked meanwhile: the backup counts all the same
        archive.record(Did.UPKEEP, N_("Made a backup"), backup.folder.name)
    return _copy(backup)


def backup_if_due(archive: Archive, progress: Progress = unheard) -> Copy | None:
    """At start: a backup when the newest is more than half an hour old. A demo has none."""
    if not archive.is_lasting or archive.location.home.backups_are_away:            # that is told at the login
        return None
    if not copies.is_due(archive.location.home, archive.vault.clock()):
        return None
    return backup_now(archive, progress)


@dataclass
class Ready:
    """A tested copy beside the archive, to take its place; whoever drops it has given it up, and nothing happened."""

    _ready: bringing.Ready
    _keys: Keys | None
    _who: str
    _unlocked: Unlocked
    copy: Copy
    _location: Location
    _clock: Clock
    aside: Path | None = None                            # where what it replaced lies

    def would_lose(self) -> int:
        """How many changes the archive has that this copy lacks; 0 for an archive that cannot be read."""
        return would_lose(self._location.home, self._unlocked.key, self.copy.backup)

    def give_up(self) -> None:
        """Nothing happens; the copy that lay ready is thrown away."""
        self._ready.give_up()

    def take_over(self, close: Callable[[], object] | None = None) -> Archive:
        """The archive with what the copy holds; what it replaces is kept in the folder `set-aside`.

        `close` closes the archive that is open. Raises StoreTrouble.
        """
        self.aside = self._ready.take_over(close)
        location, clock = self._location, self._clock
        keys = self._keys or location.keys(clock)
        archive = enter(location, keys, keys.find(self._who), self._unlocked, clock, N_("Logged in"))
        archive.store.refused = archive.store.refused or self._ready.refused
        return archive


def make_ready(archive: Archive, copy: Copy, progress: Progress = unheard) -> Ready:
    """Test a backup and lay it ready; may run in another thread. Raises DamagedBackup, Cancelled, StoreTrouble."""
    vault = archive.vault
    ready = bringing.Ready(archive.location.home, copy.backup, vault.key, _restored(archive.who, copy), vault.clock,
                           progress)
    return Ready(ready, vault.keys, archive.who, Unlocked(vault.key, 0), copy, archive.location, archive.clock)


def make_ready_here(location: Location, copy: Copy | None, person: str, password: str, clock: Clock = datetime.now,
                    progress: Progress = unheard) -> Ready:
    """The same when the store cannot be opened; the password is that of the sound key store, or of the backup's if ours
    is damaged or of another store. `copy` None = the one with the newest content. Raises also what `unlock` raises, and
    NotForYou for somebody who has stopped.
    """
    there = backups(location) if copy is None else [copy]
    if not there:
        raise DamagedBackup("none")
    theirs = Keys.load(there[0].backup.keys, utc(clock), location.cost, location.uptime)
    keys = theirs
    try:
        ours = location.keys(clock)
        if ours.store_id == theirs.store_id:
            keys = ours
    except StoreError:
        pass                                             # ours are damaged: the backup's open it
    unlocked = keys.unlock(person, password)
    best = newest(location.home, unlocked.key) if copy is None else None
    chosen = _copy(best) if best is not None else there[0]
    who = keys.find(person).id
    ready = bringing.Ready(location.home, chosen.backup, unlocked.key, _restored(who, chosen), utc(clock), progress)
    if ready.has_stopped(who):                           # old keys put back bring nothing back
        ready.give_up()
        raise NotForYou(not_on_the_list())
    return Ready(ready, None, who, unlocked, chosen, location, clock)


def _restored(who: str, copy: Copy) -> Entry:
    return Entry(who, N_("Restored a backup"), None, Did.UPKEEP, copy.name)


@dataclass(frozen=True)
class Missing:
    """What has been here and is not; `copy` is the backup with the newest content, None when none is better."""

    gap: MissingLines
    copy: Copy | None
    beside: Beside | None                                # how that backup stands beside what is here


def missing(archive: Archive) -> Missing | None:
    """What a person must choose about before any backup is thrown away. Raises StoreTrouble."""
    gap = archive.store.gap
    if gap is None:
        return None
    home, key = archive.location.home, archive.vault.key
    backup = newest(home, key)
    stands = beside(home, key, backup) if backup is not None else None
    if backup is None or stands is None or not stands.only_there:
        return Missing(gap, None, None)
    return Missing(gap, _copy(backup), stands)


def go_on(archive: Archive) -> None:
    """A person has chosen to go on with what is here; the audit says so. Raises StoreTrouble."""
    gap = archive.store.gap
    if gap is not None:
        lines = f"{gap.missing[0]}–{gap.missing[-1]}" if gap.missing else ""
        archive.record(Did.UPKEEP, N_("Went on without what was missing"), lines)
        settle_missing_lines(archive.location.home, archive.store, archive.vault.key)


def check(archive: Archive, progress: Progress = unheard) -> Report:
    """Look through everything that is stored; may run in another thread. Raises Cancelled, StoreTrouble.

    The list of citizens holds nothing of its own: when only that is damaged, it is made anew.
    """
    report = looking.check(archive.location.home, archive.vault.key, progress)
    if report.lists_damaged and replace(report, lists_damaged=False).sound:
        archive.store.make_lists_anew(Entry(archive.who, N_("Made the list of citizens anew"), None, Did.UPKEEP))
        report = replace(report, lists_damaged=False, lists_remade=True)
    with suppress(KeyTrouble if report.sound else StoreError):      # a damaged archive may refuse the line
        archive.record(Did.UPKEEP, N_("Checked the archive"), "" if report.sound else N_("something is wrong"))
    return report


def _copy(backup: copies.Backup) -> Copy:
    return Copy(backup.at.astimezone().replace(tzinfo=None), backup.folder.name, backup)
