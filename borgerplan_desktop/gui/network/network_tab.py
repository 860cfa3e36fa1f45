"""The tab "Netværk": the people around the citizen as a map and as a table, and the chosen person's card."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from borgerplan_desktop.casework.network.people import put_on_map, take_off_map
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.network.legend import Legend
from borgerplan_desktop.gui.network.map_menu import GroundMenu, PersonMenu
from borgerplan_desktop.gui.network.map_question import MapQuestion
from borgerplan_desktop.gui.network.map_sentences import MapSentencesCard, what_it_shows
from borgerplan_desktop.gui.network.map_view import MapView
from borgerplan_desktop.gui.network.move_and_remove import MoveMenu, ask_to_remove
from borgerplan_desktop.gui.network.people_table import PeopleTable
from borgerplan_desktop.gui.network.person_card import PersonCard
from borgerplan_desktop.gui.network.tying import Tying
from borgerplan_desktop.gui.network.unplaced_people import UnplacedPeople
from borgerplan_desktop.gui.network.zoom_view import Sight
from borgerplan_desktop.gui.showing.people_shown import Face, bonds, faces, first_name
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic
from borgerplan_desktop.model.course import CoordinatorAssignment
from borgerplan_desktop.model.network import NetworkMember, Representation, Ring, Tie, map_is_begun, people
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.shelter import Professional, Sector, StaffMember

SHOWN_HERE = (NetworkMember, Tie, Representation, CoordinatorAssignment, Consent, ConsentPerson, ConsentTopic)
NARROW = 940                                             # design pixels: below this the cards stand under the map


class NetworkTab(Tab):
    page: QScrollArea
    content: QWidget
    halves: QHBoxLayout
    map_card: QFrame
    left: QWidget
    bucket: UnplacedPeople
    add_person: QPushButton
    legend: Legend
    stage: QWidget
    views: QStackedWidget
    map_page: QWidget
    table_page: QWidget
    map: MapView
    zoom: QWidget
    tie_two: QPushButton
    zoom_in: QPushButton
    zoom_out: QPushButton
    zoom_fit: QPushButton
    table: PeopleTable
    empty: EmptyState
    passing: Pill
    toggles: QWidget
    as_map: QPushButton
    as_table: QPushButton
    side: QWidget
    insight: MapSentencesCard
    person: PersonCard

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "network_tab")
        self._desk = desk
        self._chosen = ""
        self._faces: dict[str, Face] = {}
        self._menu: QMenu | None = None
        self.tying = Tying(desk, self.map, self.page)
        self._way = QButtonGroup(self)
        self._way.addButton(self.as_map, 0)
        self._way.addButton(self.as_table, 1)
        self._way.idToggled.connect(self._on_way)
        self.person.open(desk, self._register_desk(desk))
        self.question = MapQuestion(self.map)
        self._connect(desk)
        self.toggles.installEventFilter(self)
        self.views.installEventFilter(self)
        self.passing.hide()
        self.refresh()

    def _register_desk(self, desk: Desk) -> Desk:
        """The shelter's own case on a desk of its own: phone numbers are kept there."""
        if desk.opened.shelter is None:
            return desk
        register = Desk(desk.opened.shelter, self)
        desk.settle.connect(register.settle)
        desk.leave.connect(register.close)
        register.trouble.connect(desk.trouble)
        register.drafts_changed.connect(desk.drafts_changed)
        register.changed.connect(self._on_register)
        return register

    def _connect(self, desk: Desk) -> None:
        desk.changed.connect(self._on_changed)
        for view in (self.map, self.table):
            view.chosen.connect(self.choose)
            view.opened.connect(self._on_opened)
            view.remove_asked.connect(self._on_remove)
        self.map.reached.connect(self._on_reached)
        self.map.dropped.connect(self._on_dropped)
        self.map.dropped_off.connect(self._on_dropped_off)
        self.map.passing.connect(self._on_passing)
        self.map.move_asked.connect(self._on_move)
        self.map.menu_asked.connect(self._on_menu)
        self.tying.tied.connect(self._on_tied)
        self.bucket.chosen.connect(self.choose)
        self.bucket.carried.connect(self._on_carried)
        self.bucket.dropped.connect(self._on_put_down)
        self.bucket.move_asked.connect(self._on_move)
        self.person.move_asked.connect(self._on_move)
        self.person.remove_asked.connect(self._on_remove)
        self.add_person.clicked.connect(self.ask_who)
        self.empty.wanted.connect(self.ask_who)
        self.question.wanted.connect(self.ask_who)
        self.tie_two.clicked.connect(self._on_tie_two)
        self.zoom_in.clicked.connect(self.map.zoom_in)
        self.zoom_out.clicked.connect(self.map.zoom_out)
        self.zoom_fit.clicked.connect(self.map.fit)

    # ------------------------------------------------------------------ showing
    def refresh(self) -> None:
        """Show the network as it is now."""
        case, today = self._desk.case, self._desk.opened.today()
        shown = faces(case, today)
        self._faces = {face.id: face for face in shown}
        name = first_name(case)
        self.map.show_people(shown, bonds(case), name)
        self.legend.show_shapes({face.shape for face in shown if face.ring})
        self.table.show_people(self._desk, shown)
        self.insight.show_lines(what_it_shows(case, shown, name))
        self.empty.say(_("Nobody on the map yet"), _("Who is important to {name}?").format(name=name), _("Add person"))
        self._show_way()
        self.choose(self._chosen)

    def choose(self, id: str) -> None:
        """Show a person's card and mark them everywhere; "" = nobody."""
        face = self._faces.get(id)
        self._chosen = id if face is not None else ""
        self.map.choose(self._chosen)
        self.table.choose(self._chosen)
        self.bucket.show_people(list(self._faces.values()), self._chosen, first_name(self._desk.case))
        self.person.show_person(self._desk.case.get(NetworkMember, self._chosen), face)
        tall = QSizePolicy.Policy.Expanding if face is not None else QSizePolicy.Policy.Maximum
        self.person.setSizePolicy(QSizePolicy.Policy.Preferred, tall)

    def show_row(self, row_id: str) -> None:
        """Come here to see somebody (from another tab)."""
        self.choose(row_id)

    def standing(self) -> tuple[str, bool]:
        """Who is chosen, and whether it is the table that is shown."""
        return self._chosen, self.as_table.isChecked()

    def stand(self, before: tuple[str, bool]) -> None:
        chosen, table = before
        self.as_table.setChecked(table)
        self.choose(chosen)

    def sight(self) -> Sight:
        return self.map.looks

    def look_as(self, sight: Sight) -> None:
        self.map.look_as(sight)

    def has_main_button(self) -> bool:
        return all(member.staff_id is not None for member in people(self._desk.case))

    @property
    def chosen(self) -> str:
        return self._chosen

    def ask_who(self) -> AddPerson:
        """Open the dialog that adds somebody."""
        dialog = AddPerson(self._desk, self)
        dialog.added.connect(self._on_added)
        dialog.open()
        return dialog

    def _show_way(self) -> None:
        nobody = not map_is_begun(self._desk.case)
        page = self.table_page if self.as_table.isChecked() else self.map_page
        self.views.setCurrentWidget(self.empty if nobody else page)
        self.left.setVisible(page is self.map_page and not nobody)
        self.toggles.setVisible(not nobody)
        self.tie_two.setVisible(sum(face.ring > 0 for face in self._faces.values()) > 1)
        self.insight.setVisible(not nobody)              # nothing to say of an empty map: only the next step
        self.side.setVisible(not nobody or bool(self._chosen))

    # ------------------------------------------------------------------ what happened elsewhere
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in SHOWN_HERE) or changes.touches(
                Goal, Goal.responsible_id, Goal.status, Goal.title) or changes.touches(
                Citizen, Citizen.name, Citizen.called):
            self.refresh()

    def _on_register(self, changes: Changes) -> None:
        if changes.touches(Professional) or changes.touches(StaffMember):
            self.refresh()

    # ------------------------------------------------------------------ what the person does
    def _on_way(self, _id: int, on: bool) -> None:
        if on:
            self._show_way()

    def _on_opened(self, id: str) -> None:
        self.choose(id)
        self.person.go_to_fields()

    def _on_reached(self, box: QRect) -> None:
        """In large text the map is taller than the window: the page comes along."""
        middle = self.map.viewport().mapTo(self.content, box.center())
        self.page.ensureVisible(middle.x(), middle.y(), box.width() // 2, box.height() // 2 + px(12))

    def _on_added(self, id: str) -> None:
        self.choose(id)
        if self._faces[id].ring:
            self.map.setFocus()

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
            self.passing.say(f"{_(Sector(sector).label)} · {_(Ring(str(ring)).label).lower()}")
        elif off:
            self.passing.say(_("Not placed yet"), "line")

    def _on_move(self, id: str) -> MoveMenu | None:
        member = self._desk.case.get(NetworkMember, id)
        if member is None:
            return None
        menu = MoveMenu(self._desk, member, self)
        if self.sender() is not self.person:             # its button stays where it is
            menu.setProperty("person", id)
            menu.triggered.connect(self._on_moved)
        menu.popup(self._where(id))
        return menu

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
        if member is not None:
            ask_to_remove(self._desk, member, self)

    def _on_menu(self, id: str, at: QPoint) -> None:
        member = self._desk.case.get(NetworkMember, id)
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = self._person_menu(member) if member is not None else self._ground_menu()
        self._menu.popup(at)

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
        self.map.tie(self._chosen)

    def _on_tied(self, one: str, other: str) -> None:
        self.choose(one)
        self.person.go_to_tie(other)

    # ------------------------------------------------------------------ fitting the window
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_way"):
            self._fit_width()                            # the text size changed

    def _fit_width(self) -> None:
        """Side by side where there is room, else the cards below the map."""
        narrow = self.width() < px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self.halves.direction() != way:
            self.halves.setDirection(way)
        self.side.setMaximumWidth(16777215 if narrow else px(306))
        self.map_card.setMinimumHeight(px(420) if narrow else 0)
        self.person.setMinimumHeight(px(420) if narrow else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show) and self.map is not None:
            self._reserve()
        return super().eventFilter(watched, event)

    def _reserve(self) -> None:
        """Keep people away from the controls that lie over the map."""
        boxes = []
        for over in (self.toggles, self.zoom):
            if not over.isHidden():
                corner = self.map.viewport().mapFromGlobal(over.mapToGlobal(QPoint(0, 0)))
                boxes.append(QRectF(corner.x(), corner.y(), over.width(), over.height()))
        self.map.reserve(boxes)
        if (page := self.table_page.layout()) is not None:
            left, _top, right, bottom = page.getContentsMargins()  # type: ignore[misc]
            page.setContentsMargins(left, self.toggles.height() + px(12), right, bottom)


