"""The case on the desk: actions with a name, undo and redo, and word to whoever shows it."""
from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import reduce
from typing import TYPE_CHECKING

from borgerplan_desktop.casework.access import Gate, Reading, Wanted, Wrote, read_register
from borgerplan_desktop.casework.frozen_plan import FrozenPlans
from borgerplan_desktop.casework.refused import counted_elsewhere, no_room_for
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.disagreement import Disagreement
from borgerplan_desktop.model.papers import Draft
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import StaffMember
from borgerplan_desktop.store.audit import Did
from borgerplan_desktop.store.errors import Stale, StoreTrouble
from borgerplan_desktop.store.progress import Progress
from borgerplan_desktop.store.store import Store, digest_of

if TYPE_CHECKING:
    from borgerplan_desktop.model.figures.lines import Lines
    from borgerplan_desktop.model.figures.period import Span

__all__ = ["Conflict", "OpenCase", "StoreTrouble", "UndoStep"]


NEWS = 50                                                # changes of others that are remembered by whose they are


class Conflict(Exception):
    """Somebody else has just changed the same; nothing was stored, and the case now shows their version.

    `disagreements` says where; none when others write faster than one can store. `by` is the colleague's name, "" =
    oneself in another window, or nobody who is known.
    """

    def __init__(self, disagreements: Iterable[Disagreement] = (), by: str = "") -> None:
        super().__init__()
        self.disagreements, self.by = tuple(disagreements), by


class PartOfAnother(Conflict):
    """The case has become part of another (`OpenCase.part_of`), and nothing more is written in it."""


class Overtaken(Conflict):
    """While something was frozen, somebody else changed what it is made of; nothing was stored. Make it anew."""


@dataclass
class UndoStep:
    """One entry of the undo menu; `name` is a msgid."""

    name: str
    changes: Changes
    open: bool = False                                   # more typing in the same field may join
    kept: dict[str, bytes] = field(default_factory=dict)         # what was kept with it: it goes and comes with it


@dataclass
class _Running:
    """What the running action has gathered besides the changes of rows."""

    also: list[OpenCase] = field(default_factory=list)
    kept: dict[str, bytes] = field(default_factory=dict)
    let_go: frozenset[str] = frozenset()                 # digests of what is kept no longer, unless a row has them
    frozen: bool = False                                 # what is kept was made of the whole case and the register
    still: list[Callable[[], bool]] = field(default_factory=list)      # what it was decided by, to be looked at anew
    give_way: list[Callable[[Changes], Changes]] = field(default_factory=list)   # leave out what others did as well


class OpenCase:
    """One case, open for one member of staff in one thread. `clock` gives local time.

    Opening one that is there already is on record, unless it is read for something else. Raises NotForYou,
    StoreTrouble.
    """

    def __init__(self, store: Store, case_id: str, who: str, clock: Callable[[], datetime] = datetime.now,
                 shelter: OpenCase | None = None, reading: Reading = Reading.OPEN) -> None:
        self._store, self.who, self.id, self._clock = store, who, case_id, clock
        self.shelter = shelter                           # the shelter's own case: registers, staff
        register = shelter.case if shelter is not None else read_register(store, case_id)
        self._gate = Gate(store, who, register)          # this case is read through it, and in no other way
        self.case: Case = register
        if shelter is not None:
            self.case = self._gate.open(case_id) if reading is Reading.OPEN else self._gate.read(case_id, reading)
        self._catch_up_shelter()                         # whoever was registered before these rows were read is known
        self.done: list[UndoStep] = []
        self.undone: list[UndoStep] = []
        self.unsaved: list[Draft] = []                   # words the store has not accepted yet: `casework.drafts`
        self._news: deque[tuple[str, Changes]] = deque(maxlen=NEWS)      # what came from elsewhere last, and from whom
        self.frozen = FrozenPlans()                      # what was adopted, as far as it has been compared with
        self._listeners: list[Callable[[Changes], None]] = []
        self._running: _Running | None = None
        self._thread = threading.get_ident()

    @property
    def part_of(self) -> str:
        """The case that holds this one since two cases of one person became one; "" = none."""
        return next((each.merged_into for each in self.case.all(Citizen)), "")

    def now(self) -> datetime:
        return self._clock().replace(microsecond=0)

    def today(self) -> date:
        return self._clock().date()

    def reader(self) -> Callable[[], Case]:
        """Reads the case anew as it is stored: for work in another thread, which never touches the open one."""
        gate, id = self._gate, self.id
        return lambda: gate.anew().read(id, Reading.PAPER)

    def listen(self, listener: Callable[[Changes], None]) -> None:
        self._listeners.append(listener)

    def unlisten(self, listener: Callable[[Changes], None]) -> None:
        self._listeners.remove(listener)

    # ------------------------------------------------------------------ actions
    @contextmanager
    def action(self, name: str, *, typing: bool = False, undoable: bool = True,
               also: Sequence[OpenCase] = (), frozen: bool = False,
               still: Callable[[], bool] | None = None) -> Iterator[None]:
        """Change rows inside; at the end everything is stored and told, or nothing happened at all.

        An action within an action is part of it. `typing`: joins the step before if that was typing in the same field.
        `also`: other open cases (the shelter's) that change in the same transaction; what changes there is not undone
        with this case. `frozen`: what is kept is made of the case and the shelter's register, so nobody may have
        changed either meanwhile: Overtaken. `still` is asked when others were faster with something else: whether the
        action is right after that; else it is a Conflict. Raises Conflict, StoreTrouble, Refused for a text that no
        field takes, and whatever the block raises.
        """
        if self.case.changing:
            assert all(other.case.changing for other in also), "the outer action must name the other cases too"
            assert not frozen, "what is frozen is an action of its own"
            if still is not None and self._running is not None:
                self._running.still.append(still)
            yield
            return
        kept: dict[str, bytes] = {}
        with self._recorded(name, also, frozen) as stored:
            if still is not None and self._running is not None:
                self._running.still.append(still)
            yield
            for opened in (self, *also):
                if opened.case.changing:
                    changes = opened.case.changed()
                    no_room_for(changes)
                    counted_elsewhere(opened.case, changes)
            if self._running is not None:
                kept = self._running.kept
        if undoable and (changes := stored.get(self)):
            self._remember(UndoStep(name, changes, typing, kept))
        for opened, changes in stored.items():
            opened._tell(changes)

    def keep(self, content: bytes) -> str:
        """Keep bytes with the running action; returns the digest under which they lie."""
        assert self._running is not None, "bytes are kept inside an action"
        digest = digest_of(content)
        self._running.kept[digest] = content
        return digest

    def give_way(self, left: Callable[[Changes], Changes]) -> None:
        """When others were faster, what the running action does is what is `left` of it then: they did it as well."""
        if self._running is not None:
            self._running.give_way.append(left)

    def kept(self, digest: str) -> bytes | None:
        return self._gate.kept(self.id, digest)

    def history(self, row: Row, field: str) -> list[Wrote]:
        """What has stood in a field and who wrote it, oldest first; that somebody looked is on record.

        Raises NotForYou, StoreTrouble.
        """
        return self._gate.history(self.case, row, field)

    def who_knows(self, professional_ids: Collection[str]) -> tuple[int, list[str]]:
        """How many citizens have any of these professionals on their map, and the names one may see.

        Raises NotForYou, StoreTrouble.
        """
        return self._gate.who_knows(professional_ids)

    def figure_lines(self) -> Callable[[Span, Progress], Lines]:
        """Reads what the shelter's figures of a time are counted from: for work in another thread.

        What it gives raises NotForYou, StoreTrouble when it is called, and Cancelled.
        """
        gate = self._gate
        return lambda span, progress: gate.anew().figure_lines(span, progress)

    def called(self, word: str) -> list[str]:
        """The names of some citizens one may see in whose name the word stands. Raises NotForYou, StoreTrouble."""
        return [line.name for line in self._gate.page(Wanted(closed=None, words=word), limit=5).lines]

    def who_uses(self, service_ids: Collection[str]) -> tuple[int, list[str]]:
        """The same for services of the directory, in the plan or the after-care. Raises NotForYou, StoreTrouble."""
        return self._gate.who_uses(service_ids, self.today())

    def another(self, case_id: str) -> OpenCase:
        """Another case of the archive, opened by the same person in the same thread; that is on record.

        Raises NotForYou, StoreTrouble.
        """
        return OpenCase(self._store, case_id, self.who, self._clock, self.shelter)

    def take_over(self, other: OpenCase) -> None:
        """What the same person has done in another open one of this case, in a thread of its own, is taken in, and
        undone here. Raises NotForYou, StoreTrouble.
        """
        before = list(self.done)
        for step in other.done:                          # first: whoever hears of the change asks what can be undone
            self._remember(step)
        try:
            self.catch_up()
        except BaseException:
            self.done[:] = before
            raise

    def ask(self, reading: Reading) -> None:
        """Raises NotForYou when the case may not be read for that."""
        self._gate.ask(self.id, reading)

    def record(self, did: Did, action: str, purpose: str = "") -> None:
        """An audit line for what changed nothing: opened, printed, exported."""
        self._gate.record(did, action, self.id, purpose)

    @contextmanager
    def _recorded(self, name: str, also: Sequence[OpenCase] = (),
                  frozen: bool = False) -> Iterator[dict[OpenCase, Changes]]:
        """Store what the block changed, or put everything back; yields a dict that will hold the changes."""
        assert threading.get_ident() == self._thread, "an open case belongs to one thread"
        cases = [self, *(other for other in also if not other.case.changing)]
        _stop_if_part_of_another(cases, frozen)
        stored: dict[OpenCase, Changes] = {}
        before, self._running = self._running, _Running(also=cases[1:], frozen=frozen)
        for opened in cases:
            opened.case.begin()
        try:
            yield stored
            changed = {opened: changes for opened in cases if (changes := opened.case.changed())}
            if changed:
                self._store_or_merge(name, changed)
                stored.update(changed)
        finally:
            self._running = before                       # one that was taking in what others did meanwhile goes on
            for opened in cases:
                if opened.case.changing:                 # nothing changed, or something went wrong
                    opened.case.abandon()

    def _store_or_merge(self, name: str, changed: dict[OpenCase, Changes]) -> None:
        """Store; if others were faster but touched something else, take theirs in and store on top."""
        assert self._running is not None
        kept, frozen = self._running.kept, self._running.frozen
        made_of = [self.shelter.case] if frozen and self.shelter is not None else []
        work = [(opened.case, changes) for opened, changes in changed.items()]
        while True:
            let_go = self._running.let_go - self._digests() if self._running.let_go else ()
            try:
                revs = self._store.commit(self.who, name, work, kept, made_of, let_go)
            except Stale:
                if frozen:                               # a merge would keep a paper that says less than the case
                    raise Overtaken from None
                for opened in changed:
                    opened.case.abandon()
                moved = [opened.catch_up() for opened in changed]
                _stop_if_part_of_another(changed, frozen)
                if self in changed:
                    changed[self] = reduce(lambda left, leave: leave(left), self._running.give_way, changed[self])
                found = [each for opened, changes in changed.items() for each in opened.case.conflicts(changes)]
                if found or not any(moved):
                    raise Conflict(found, self._by(found)) from None
                if not all(each() for each in self._running.still):
                    raise Conflict from None
                for opened, changes in changed.items():
                    opened.case.begin()
                    opened.case.apply(changes)
                work = [(opened.case, opened.case.changed()) for opened in changed]
            else:
                for opened, (_, changes), rev in zip(changed, work, revs, strict=True):
                    opened.case.finish(changes, rev)
                return

    def _digests(self) -> set[str]:
        """Everything that a row may name what is kept by, also one that undoing more brings back."""
        gone = (c.before for step in self.done for c in step.changes if c.before is not None)
        return {value for values in (*(row.values() for row in self.case.rows()), *gone)
                for value in values.values() if isinstance(value, str)}

    def catch_up(self) -> bool:
        """Take in what other windows and PCs have stored since; called by a timer and after Stale.

        The shelter's case goes first: whom these rows name is known before they are shown. Says whether this one moved.
        """
        self._catch_up_shelter()
        if not self._gate.has_news(self.case):
            return False
        try:
            lines = self._gate.since(self.case)
            for line, changes in lines:
                if not self.case.take_in(changes, line.seq):
                    raise ValueError("does not build on what we have")
                self._news.append((line.who, changes))
                self._tell(changes)
        except (KeyError, ValueError):                   # e.g. a migration in between: read the whole case anew
            changes = self.case.become(self._gate.read(self.id, Reading.OPEN))
            if changes:
                self._tell(changes)
        self._catch_up_shelter()                         # one action may have changed both after our first look
        return True

    def _by(self, found: Iterable[Disagreement]) -> str:
        """The colleague whose change this is."""
        ids = {each.id for each in found}
        who = next((who for who, changes in reversed(self._news) if any(each.id in ids for each in changes)), self.who)
        register = self.shelter.case if self.shelter is not None else self.case
        member = register.get(StaffMember, who) if who != self.who else None
        return member.name if member is not None else ""

    def _catch_up_shelter(self) -> None:
        if self.shelter is not None and not self.shelter.case.changing:
            self.shelter.catch_up()

    # ------------------------------------------------------------------ undo
    def undo(self) -> None:
        """Take the last step back. Raises Conflict when somebody has worked on the same since; the step is dropped."""
        self._again(self.done, self.undone, N_("Undo: {action}"), back=True)

    def redo(self) -> None:
        self._again(self.undone, self.done, N_("Redo: {action}"), back=False)

    def end_typing(self) -> None:
        """The field was left: the next typing is a step of its own."""
        if self.done:
            self.done[-1].open = False

    def forget_undo(self) -> None:
        """Nothing before now can be undone (a plan was adopted, a citizen was received)."""
        self.done.clear()
        self.undone.clear()

    def _again(self, source: list[UndoStep], target: list[UndoStep], name: str, back: bool) -> None:
        if not source:
            return
        step = source[-1]
        changes = (step.changes.reversed() if back else step.changes).without_what_stays()
        if found := self.case.conflicts(changes):        # somebody else has been there since
            source.pop()
            raise Conflict(found, self._by(found))
        try:
            with self._recorded(name.format(action=step.name)):
                assert self._running is not None
                self._running.kept = {} if back else dict(step.kept)
                self._running.let_go = frozenset(step.kept) if back else frozenset()
                self.case.apply(changes)
        except Conflict:
            source.pop()
            raise
        step.open = False
        target.append(source.pop())
        self._tell(changes)

    def _remember(self, step: UndoStep) -> None:
        last = self.done[-1] if self.done else None
        self.undone.clear()
        if last and last.open and step.open and last.name == step.name and _same_fields(last.changes, step.changes):
            last.kept |= step.kept
            last.changes = Changes(a.then(b) for a, b in zip(last.changes, step.changes, strict=True))
        else:
            self.done.append(step)

    def _tell(self, changes: Changes) -> None:
        for listener in list(self._listeners):
            listener(changes)


def _stop_if_part_of_another(cases: Iterable[OpenCase], frozen: bool) -> None:
    """Only taking it out again, which is frozen, writes in a case that is part of another."""
    if not frozen and any(opened.part_of for opened in cases):
        raise PartOfAnother


def _same_fields(a: Changes, b: Changes) -> bool:
    return [(c.kind, c.id, c.before and list(c.before)) for c in a] == [
        (c.kind, c.id, c.before and list(c.before)) for c in b]
