"""The archive while somebody is logged in: the store, the shelter's own case, who it is, and what time it is."""
from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from borgerplan_desktop.casework.access import CitizenLine, Gate, Wanted
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.location import Clock, Location
from borgerplan_desktop.model.cpr import check_cpr
from borgerplan_desktop.model.shelter import Shelter, StaffMember
from borgerplan_desktop.store.audit import Did
from borgerplan_desktop.store.data_key import Vault
from borgerplan_desktop.store.store import Store

__all__ = ["Archive", "CitizenLine"]


class Archive:
    """Made by `casework.session.login` when somebody has unlocked; `clock` gives local time."""

    def __init__(self, store: Store, shelter: OpenCase, who: str, clock: Clock, location: Location,
                 vault: Vault) -> None:
        self.store, self.shelter, self.who, self.clock = store, shelter, who, clock
        self.location, self.vault = location, vault
        self.gate = Gate(store, who, shelter.case)       # every way to what is kept of citizens
        self.wrong_tries, self.tries_set_back = 0, False       # before this login; whether a count was tampered with

    @property
    def is_lasting(self) -> bool:
        """Whether it is meant to stay; a demo is not, and has no passwords."""
        return self.vault.is_lasting

    @property
    def must_tell(self) -> bool:
        """Whether there is something to hear at login: `casework.notices`."""
        return self.store.gap is not None or self.store.refused is not None or self.is_open_to_others or (
            self.is_lasting and self.location.home.backups_are_away)

    @property
    def is_open_to_others(self) -> bool:
        """Whether other users of this computer may look into the data folder."""
        try:
            return self.is_lasting and self.location.home.is_open_to_others
        except OSError:                                  # it is not there just now
            return False

    @property
    def is_open(self) -> bool:
        """Whether it can still be worked in."""
        return not self.vault.is_forgotten

    def hurry(self) -> None:
        """Somebody waits for it to close: what the store refuses now is not tried again and again."""
        self.store.hurry()

    def close(self) -> None:
        """Nobody is logged in any more: the database is closed and the key forgotten."""
        self.store.close()
        self.vault.forget()

    def now(self) -> datetime:
        return self.clock().replace(microsecond=0)

    def today(self) -> date:
        return self.clock().date()

    @property
    def name(self) -> str:
        """The shelter's name."""
        return self.shelter.case.the(Shelter).name

    @property
    def lock_minutes(self) -> int:
        """Minutes without input before the screen locks; never off."""
        return max(1, self.shelter.case.the(Shelter).lock_minutes)

    @property
    def meeting_lock_minutes(self) -> int:
        """The same while a meeting is held: those who talk do not touch the computer."""
        return max(1, self.shelter.case.the(Shelter).meeting_lock_minutes)

    @property
    def me(self) -> StaffMember | None:
        return self.shelter.case.get(StaffMember, self.who)

    def staff(self) -> list[StaffMember]:
        return [member for member in self.shelter.case.all(StaffMember) if not member.retired]

    def open_case(self, case_id: str) -> OpenCase:
        """The case on the desk; that it was opened is on record. Raises NotForYou, StoreTrouble."""
        return OpenCase(self.store, case_id, self.who, self.clock, self.shelter)

    def citizens(self, closed: bool = False) -> list[CitizenLine]:
        """One line for every citizen, by name; those whose course is closed only when asked for.

        Raises NotForYou, StoreTrouble.
        """
        return self.gate.page(Wanted(closed=None if closed else False)).lines

    def with_number(self, text: str) -> frozenset[str]:
        """The citizens whose CPR number this is, when it is a whole one."""
        number = check_cpr(text)
        return self.gate.with_number(number.digits, number.ecpr)

    def who_knows(self, professional_ids: Collection[str]) -> tuple[int, list[str]]:
        """How many citizens have any of these professionals on their map, and the names one may see.

        Raises NotForYou, StoreTrouble.
        """
        return self.gate.who_knows(professional_ids)

    def record(self, did: Did, action: str, purpose: str = "") -> None:
        self.gate.record(did, action, None, purpose)
