"""One person's work in the window: the lists, the open case, what went wrong; ends when it locks."""
from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from borgerplan_desktop.casework.course.my_day import Door
from borgerplan_desktop.casework.meeting.meeting_time import is_held_now
from borgerplan_desktop.casework.open_case import OpenCase, StoreTrouble
from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.half_typed import HalfTyped
from borgerplan_desktop.casework.session.store_messages import told
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.shell.case_actions import CaseActions
from borgerplan_desktop.gui.shell.case_header import STEP
from borgerplan_desktop.gui.shell.case_pages import CasePages
from borgerplan_desktop.gui.shell.citizen_lists import CitizenLists
from borgerplan_desktop.gui.shell.citizen_pages import CITIZEN_PAGES
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.gui.shell.notice_bar import NoticeBar
from borgerplan_desktop.gui.shell.shelter_pages import SHELTER_PAGES
from borgerplan_desktop.gui.shell.undo_bar import UndoBar
from borgerplan_desktop.gui.shell.waiting_words import waiting_words
from borgerplan_desktop.gui.shell.way_back import WayBack
from borgerplan_desktop.gui.shell.where_written import place_of
from borgerplan_desktop.gui.shell.workspace import Workspace
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.model.case_kinds import CITIZEN, SHELTER, case_kind_of
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen

LIST_MS = 1500                                           # the list follows the open citizen after a pause
OTHERS_MS = 30_000                                       # what other windows did to the list

# What each kind of case looks like, by the name of the kind.
PAGES: dict[str, CasePages] = {CITIZEN.name: CITIZEN_PAGES, SHELTER.name: SHELTER_PAGES}


class Session(QObject):
    """`close()` stores or keeps everything and empties the widgets; the archive is closed by whoever opened it."""

    ending = Signal()                                    # long work for this session shall stop

    def __init__(self, archive: Archive, window: MainWindow, opens: bool = False) -> None:
        super().__init__(window)
        self.archive, self._window = archive, window
        self.desk: Desk | None = None
        self._aside: OpenCase | None = None              # the citizen behind the shelter's case: their undo waits
        self.unstored, self.half_typed = drafts.UnstoredDrafts(archive), HalfTyped(archive)
        self._found: list[str] = []                      # cases whose words a crash left, until they are stored
        self._workspace: Workspace = window.show_workspace()
        self.bar = NoticeBar(self._workspace)
        column = self._workspace.layout()
        assert column is not None
        column.insertWidget(1, self.bar)  # type: ignore[attr-defined]
        self.undo_bar = UndoBar(self._workspace)
        column.insertWidget(1, self.undo_bar)  # type: ignore[attr-defined]
        self.way_back = WayBack(self.undo_bar, self._workspace, window, self)
        self.lists = CitizenLists(archive, self._workspace, self)
        self.actions = CaseActions(archive, self.half_typed, self._workspace, window, self)
        self._list_pause = QTimer(self, singleShot=True, interval=LIST_MS)
        self._list_pause.timeout.connect(self.lists.refresh)
        self._others = QTimer(self, interval=OTHERS_MS)
        self._others.timeout.connect(self.lists.refresh)
        self._others.timeout.connect(self._retry)
        self._others.start()
        # Signals
        side = self._workspace.side
        side.chosen.connect(self.open)
        side.written_chosen.connect(self.open_written)
        side.my_day_wanted.connect(self.show_day)
        side.house_wanted.connect(self.show_house)
        self._workspace.my_day.wanted.connect(self._on_door)
        self._workspace.header.wanted.connect(self._on_wanted)
        self._workspace.tab_shown.connect(self._on_tab)
        self._workspace.header.print_wanted.connect(self.actions.print_paper)
        window.print_action.triggered.connect(self._on_print)
        self.actions.received.connect(self._on_received)
        self.actions.taken_in.connect(self._on_taken_in)
        self.ending.connect(self.actions.ending)
        self.bar.wanted.connect(self._on_words)
        self.undo_bar.go_wanted.connect(self.go)
        # Initial update
        self.lists.refused.connect(self._on_nobody)
        self._workspace.side.set_lockable(archive.is_lasting)  # a demo has no password to come back with
        archive.shelter.listen(self.show_who)
        self.show_who()
        self._workspace.show_stored(None)
        if not opens:                                    # a case at once: nobody sees Min dag before
            self.lists.refresh()

    # ------------------------------------------------------------------ the open case
    def open(self, case_id: str, tab: str = "") -> None:
        """Put a citizen's case on the desk, or the shelter's own."""
        if self.desk is not None and self.desk.opened.id == case_id:
            self._workspace.go(tab)
            return
        try:
            opened = self._opened(case_id)
        except NotForYou as refusal:
            tell(self._window, Message(refusal.message))
            return
        except StoreTrouble as trouble:
            tell(self._window, Message(*told(trouble)))
            return
        self.put_on_desk(opened, tab)

    def open_written(self, case_id: str, row_id: str, field: str = "") -> None:
        """Put a citizen's case on the desk, at the place where something is written in a field of a row."""
        self.open(case_id)
        if self.desk is not None and self.desk.opened.id == case_id:
            self._on_written(row_id, field)

    def _on_written(self, row_id: str, field: str) -> None:
        if self.desk is not None and (place := place_of(self.desk.case, row_id, self._pages.lies_in, field)):
            self.go(*place)

    def _opened(self, case_id: str) -> OpenCase:
        """The shelter's own case is always open, and so is the citizen's from which one went there."""
        if case_id == self.archive.shelter.id:
            return self.archive.shelter
        if self._aside is not None and self._aside.id == case_id:
            self._aside.catch_up()
            return self._aside
        return self.archive.open_case(case_id)

    def put_on_desk(self, opened: OpenCase, tab: str = "") -> None:
        """Show an open case; the one before is stored and let go, but that of a citizen behind the shelter's waits."""
        behind = self.desk.opened if self.desk is not None else self._aside
        self.close_case()
        self._aside = behind if opened is self.archive.shelter else None
        self.unstored.give_back(opened)
        desk = self.desk = Desk(opened, self, self.half_typed)
        desk.changed.connect(self._on_changed)
        desk.trouble.connect(self.bar.show_trouble)
        desk.unsaid.connect(self._on_refused)
        desk.closed_to_us.connect(self._on_closed_to_us)
        desk.part_of_another.connect(self._on_part_of_another)
        desk.well.connect(self.bar.show_well)
        desk.told.connect(self.bar.show_done)
        desk.drafts_changed.connect(self.show_words)
        desk.go.connect(self.go)
        desk.written.connect(self._on_written)
        self.actions.show_desk(desk)
        self._workspace.show_case(desk, self._pages, tab)
        self._show_header()
        self.way_back.show_desk(desk, self._pages)
        self.show_words()
        self.lists.refresh()

    def show_who(self, _changes: Changes | None = None) -> None:
        """Who is logged in, and where: as the shelter's own case says now."""
        me = self.archive.me
        self._workspace.show_who(me.name if me else "", self.archive.name)

    def forget_search(self) -> None:
        """Nobody who has just come is hidden by what was searched for before."""
        self._workspace.side.search_field.clear()

    def say_anew(self) -> None:
        """In another language everything is said again. What is half typed is stored or kept first."""
        self.show_words()
        if self.desk is not None:
            self.desk.settle.emit()
            self.desk.leave.emit()
            self._workspace.make_anew()
            self._show_header()
            self.way_back.say_anew()
        self.lists.refresh()

    def show_day(self) -> None:
        """Nobody chosen: Min dag."""
        self.close_case()
        self._aside = None
        self.lists.refresh()

    def show_house(self) -> None:
        """Herberget: what the shelter and its partners share."""
        self.open(self.archive.shelter.id)

    def show_words_of_house(self) -> None:
        """The shelter's templates, phrases and names."""
        self.open(self.archive.shelter.id, "words")

    def close_case(self) -> None:
        """Store or keep what is half typed, and let go of the case."""
        if self.desk is None:
            return
        self.desk.close()
        self.unstored.take(self.desk.opened)
        self._workspace.close_case()
        self.desk.deleteLater()
        self.desk = None
        self.actions.show_desk(None)
        self.bar.show_words("", "")
        self.way_back.show_desk(None, self._pages)

    def close(self) -> None:
        """The session ends: everything is stored or ready to be sealed (`unstored`), and nothing is left on screen."""
        self.ending.emit()
        self._fall_deaf()
        self.close_case()
        self.unstored.retry()
        self.archive.shelter.unlisten(self.show_who)
        for timer in (self._others, self._list_pause):
            timer.stop()
        self.lists.day.stop()
        self._window.drop_workspace()
        self.deleteLater()

    def _fall_deaf(self) -> None:
        """Qt deletes us only when it has time: until then the keys of the menu are for whoever comes now."""
        self._window.print_action.triggered.disconnect(self._on_print)
        self.actions.fall_deaf()
        self.way_back.fall_deaf()

    @property
    def tab(self) -> str:
        return self._workspace.current_tab()

    @property
    def topic(self) -> str:
        """Of the help: about the place one is in."""
        return self._pages.page(self.tab).topic if self.desk is not None else "day"

    @property
    def _pages(self) -> CasePages:
        return PAGES[(case_kind_of(self.desk.case.row_kinds) if self.desk is not None else CITIZEN).name]

    def page(self, target: str) -> Tab | None:
        """A tab, if it has been shown."""
        return self._workspace.tab(target)

    @property
    def lock_seconds(self) -> int:
        """How long nobody needs to touch anything before the screen locks; longer while a meeting is held."""
        held = self.desk is not None and is_held_now(self.desk.case, self.archive.now())
        return 60 * (self.archive.meeting_lock_minutes if held else self.archive.lock_minutes)

    def unseal(self, sealed: bytes) -> None:
        """Take back the words that the store refused when the screen locked."""
        self.unstored.unseal(sealed)
        self.unstored.retry()

    def take_back(self) -> str:
        """What a crash has left half typed waits as drafts; the case it was typed for, or "". Raises StoreTrouble."""
        found = self.half_typed.found()
        for case_id, words in found.items():
            self.unstored.add(case_id, words)
        self._found = list(found)
        self._retry()
        return next(iter(found), "")

    def _retry(self) -> None:
        self.unstored.retry()
        if not self.unstored and not (self.desk is not None and self.desk.opened.unsaved):
            while self._found:
                self.half_typed.take(self._found.pop())

    def all_stored(self) -> bool:
        """Store what is half typed, now; whether nothing is left in memory only."""
        if self.desk is not None:
            troubles = self.desk.troubles
            self.desk.settle.emit()
            if self.desk.troubles > troubles or not drafts.retry(self.desk.opened):
                return False
        self.unstored.retry()
        return not self.unstored

    def go(self, target: str, row_id: str = "") -> None:
        """Bring a place to the front: a tab (and a row in it), or one of the menu's actions."""
        if self.actions.knows(target):
            self.actions.do(target, row_id)
            return
        self._workspace.go(target)
        if row_id and (tab := self._workspace.tab(target)) is not None:
            tab.show_row(row_id)

    # ------------------------------------------------------------------ what happened
    def _on_changed(self, changes: Changes) -> None:
        self.way_back.see(changes)
        if changes.touches(Citizen, Citizen.name) or changes.touches(Citizen, Citizen.called):
            if self.desk is not None:
                self.desk.settle.emit()
            self._workspace.make_anew()                  # every tab calls the citizen by name
        self._workspace.show_stored(self.archive.now())
        self._show_header()
        self.way_back.name()
        self._list_pause.start()

    def _on_tab(self, key: str) -> None:
        self._show_header()
        self.undo_bar.arrived(key, self._workspace.current_part(), self._workspace.is_nameless())

    def _on_received(self, opened: OpenCase) -> None:
        self.forget_search()
        self.put_on_desk(opened)

    def _on_taken_in(self, case_id: str) -> None:
        self.forget_search()
        self.open(case_id)

    def _on_closed_to_us(self, sentence: str) -> None:
        """The case may not be read any more: it leaves the desk, and what was typed is stored or kept."""
        self.show_day()
        self._on_refused(sentence)

    def _on_part_of_another(self) -> None:
        from borgerplan_desktop.gui.shell.part_of_another import go_on_there
        if self.desk is not None:
            go_on_there(self.archive, self.desk, self.tab, self.put_on_desk, self.bar.show_trouble)

    def _on_nobody(self, sentence: str) -> None:
        """No citizen may be seen any more."""
        self.close_case()
        self._aside = None
        self._on_refused(sentence)

    def _on_refused(self, sentence: str) -> None:
        self.bar.show_trouble(Message(sentence))

    def _show_header(self) -> None:
        tab = self._workspace.front()
        if self.desk is not None and tab is not None:
            facts = self._pages.header(self.desk.case, self.archive.now(), self.tab, tab.has_main_button())
            self._workspace.show_facts(facts)

    def show_words(self) -> None:
        """Whether words wait for a choice."""
        self.bar.show_words(*waiting_words(self.desk.opened) if self.desk is not None else ("", ""))

    def _on_words(self) -> None:
        from borgerplan_desktop.gui.editing.drafts_dialog import DraftsDialog
        if self.desk is not None:
            DraftsDialog(self.desk, self._window).open()

    def _on_door(self, door: Door) -> None:
        """A line of Min dag opens the place where it is put right."""
        self.open(door.case_id, door.tab)
        if door.row_id and self.desk is not None and self.desk.opened.id == door.case_id:
            self.go(door.tab, door.row_id)

    def _on_print(self) -> None:
        """With nobody open it is the day that is printed; else the actions of the case do it."""
        if self.desk is None:
            self.lists.day.print_day()

    def _on_wanted(self, key: str) -> None:
        if key.startswith(STEP):
            self.go(*key.split(":", 2)[1:])
        else:
            self.actions.do(key)
