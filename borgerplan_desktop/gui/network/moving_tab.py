"""What hands do on the network's map: carry people, move them by a menu, tie and remove them."""
from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from borgerplan_desktop.casework.network.people import put_on_map, take_off_map
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.network.map_menu import GroundMenu, PersonMenu
from borgerplan_desktop.gui.network.map_view import MapView
from borgerplan_desktop.gui.network.move_and_remove import MoveMenu, ask_to_remove
from borgerplan_desktop.gui.network.people_table import PeopleTable
from borgerplan_desktop.gui.network.person_card import PersonCard
from borgerplan_desktop.gui.network.unplaced_people import UnplacedPeople
from borgerplan_desktop.gui.showing.people_shown import Face
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.life_areas import ring_names
from borgerplan_desktop.model.network import NetworkMember, Ring
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Sector


class MovingTab(Tab):
    """The hands of the tab; what is shown, and who is chosen, is the tab's own."""

    bucket: UnplacedPeople
    map: MapView
    tie_two: QPushButton
    table: PeopleTable
    passing: Pill
    person: PersonCard

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen = ""
        self._faces: dict[str, Face] = {}
        self._menu: QMenu | None = None

    def choose(self, id: str) -> None:
        """Show a person's card and mark them everywhere; "" = nobody."""
        raise NotImplementedError

    def ask_who(self) -> AddPerson:
        """Open the dialog that adds somebody."""
        raise NotImplementedError

    def _on_opened(self, id: str) -> None:
        raise NotImplementedError

    def _on_dropped(self, id: str, sector: str, ring: int, x: float, y: float) -> None:
        member = self._desk.case.get(NetworkMember, id)
        if member is not None:
            self._desk.do(put_on_map, member, Sector(sector), Ring(str(ring)), (round(x, 4), round(y, 4)))
            self.choose(id)
            self._follow(id)

    def _on_dropped_off(self, id: str, at: QPoint) -> None:
        """Let go of outside the rings: back to "not placed yet", wherever that is."""
        member = self._desk.case.get(NetworkMember, id)
        if member is not None and member.ring is not None:
            self._desk.do(take_off_map, member)
            self.choose(id)
            self._follow(id)

    def _follow(self, id: str) -> None:
        """The keyboard goes with the person who was moved: where they stood may be gone."""
        face = self._faces.get(id)
        if face is not None:
            (self.bucket.chip(id) if not face.ring else self.map if self.map.isVisible() else self.table).setFocus()

    def _on_carried(self, id: str, at: QPoint) -> None:
        self.map.carry(at)

    def _on_put_down(self, id: str, at: QPoint) -> None:
        self.map.drop(id, at)

    def _on_passing(self, sector: str, ring: int) -> None:
        """Say in words where somebody would land."""
        off = self.map.dragging and not ring
        self.bucket.invite(off)
        self.passing.setVisible(off or bool(ring))
        if ring:
            register = self._desk.case.register
            named, rings = sector_names(register), ring_names(register)
            self.passing.say(f"{named[Sector(sector)]} · {rings[Ring(str(ring))].lower()}")
        elif off:
            self.passing.say(_("Not placed yet"), "line")

    def _on_move(self, id: str) -> MoveMenu | None:
        member = self._desk.case.get(NetworkMember, id)
        if member is None or self.is_nameless():         # the menu says whom it moves
            return None
        menu = MoveMenu(self._desk, member, self)
        if self.sender() is not self.person:             # its button stays where it is
            menu.setProperty("person", id)
            menu.triggered.connect(self._on_moved)
        self._pop_up(menu, self._where(id))
        return menu

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        """One menu at a time: the one before goes, it is made for who stood there then."""
        before, self._menu = self._menu, menu
        if before is not None:
            before.deleteLater()
        menu.popup(at)

    def _on_moved(self) -> None:
        self._follow(str(self.sender().property("person")))

    def _where(self, id: str) -> QPoint:
        if self.map.isVisible() and id in self.map.map_scene.people:
            return self.map.viewport().mapToGlobal(self.map.centre_of(id) + QPoint(px(20), px(10)))
        if self._faces[id].ring == 0:
            return self.bucket.chip(id).mapToGlobal(QPoint(px(20), px(42)))
        return self.mapToGlobal(self.rect().center())

    def _on_remove(self, id: str) -> None:
        member = self._desk.case.get(NetworkMember, id)
        if member is not None and not self.is_nameless():
            ask_to_remove(self._desk, member, self)

    def _on_menu(self, id: str, at: QPoint) -> None:
        member = self._desk.case.get(NetworkMember, id)
        if member is None or not self.is_nameless():     # it says whose it is
            self._pop_up(self._person_menu(member) if member is not None else self._ground_menu(), at)

    def _person_menu(self, member: NetworkMember) -> PersonMenu:
        menu = PersonMenu(self._desk, member, self)
        menu.opened.connect(self._on_opened)
        menu.moved.connect(self._follow)
        menu.tie_asked.connect(self.map.tie)
        menu.remove_asked.connect(self._on_remove)
        return menu

    def _ground_menu(self) -> GroundMenu:
        menu = GroundMenu(self)
        menu.add_person.triggered.connect(self.ask_who)
        menu.tie_two.triggered.connect(self._on_tie_two)
        menu.tie_two.setVisible(self.tie_two.isVisible())
        menu.zoom_in.triggered.connect(self.map.zoom_in)
        menu.zoom_out.triggered.connect(self.map.zoom_out)
        menu.fit.triggered.connect(self.map.fit)
        return menu

    def _on_tie_two(self) -> None:
        if not self.is_nameless():                       # it is said who is tied
            self.map.tie(self._chosen)

    def _on_added(self, id: str) -> None:
        self.choose(id)
        if self._faces[id].ring:
            self.map.setFocus()

    def _on_taken_in(self, id: str) -> None:
        """People of a file are here: one of them is shown, and the keyboard goes there."""
        self.choose(id)
        self._follow(id)

    def _on_tied(self, one: str, other: str) -> None:
        self.choose(one)
        if not self.is_nameless():
            self.person.go_to_tie(other)
