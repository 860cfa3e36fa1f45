"""The tab "Netværk": the people around the citizen as a map and as a table, and the chosen person's card."""
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from borgerplan_desktop.casework.network.insight import insight
from borgerplan_desktop.casework.network.map_presets import WayOfLooking
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, BY_KIND
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.add_person import AddPerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import NAMELESS
from borgerplan_desktop.gui.network.large_map import LargeMap
from borgerplan_desktop.gui.network.legend import Legend
from borgerplan_desktop.gui.network.looks import Seen, look_at
from borgerplan_desktop.gui.network.map_and_cards import NARROW, MapAndCards
from borgerplan_desktop.gui.network.map_question import MapQuestion
from borgerplan_desktop.gui.network.map_sentences import MapSentencesCard
from borgerplan_desktop.gui.network.moving_tab import MovingTab
from borgerplan_desktop.gui.network.over_the_map import OverTheMap
from borgerplan_desktop.gui.network.people_files_menu import PeopleFilesMenu
from borgerplan_desktop.gui.network.register_desk import register_desk
from borgerplan_desktop.gui.network.tying import Tying
from borgerplan_desktop.gui.network.view_strip import ViewStrip
from borgerplan_desktop.gui.network.zoom_view import Sight
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.showing.people_shown import sectors
from borgerplan_desktop.gui.system.dropped_file import FileDrops
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic
from borgerplan_desktop.model.contact_note import ContactNote
from borgerplan_desktop.model.course import Appointment, CoordinatorAssignment, CoursePhase, Milestone
from borgerplan_desktop.model.meeting import Meeting, Participant
from borgerplan_desktop.model.network import (
    Involvement,
    KeptMap,
    NetworkMember,
    Phase,
    Representation,
    Support,
    Tie,
    map_is_begun,
    people,
)
from borgerplan_desktop.model.papers import DocumentKind
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, PlanVersion, Step
from borgerplan_desktop.model.shelter import MapPreset, Professional, SectorName, StaffMember
from borgerplan_desktop.model.standing_appointment import StandingAppointment

if TYPE_CHECKING:
    from borgerplan_desktop.gui.network.compare_maps import CompareMaps

SHOWN_HERE = (NetworkMember, Tie, Support, Representation, CoordinatorAssignment, Consent, ConsentPerson, ConsentTopic,
              Involvement, CoursePhase, Milestone, KeptMap)
SAID_HERE = (Goal, Step, Intervention, Agreement, StandingAppointment, Appointment, Meeting, Participant, ContactNote,
             PlanVersion)                                # the sentences count them
Standing = tuple[str, int, WayOfLooking, Phase, tuple[frozenset[int], frozenset[int]]]


class NetworkTab(MovingTab):
    page: QScrollArea
    content: QWidget
    halves: QHBoxLayout
    map_card: QFrame
    left: QWidget
    add_person: QPushButton
    legend: Legend
    stage: QWidget
    views: QStackedWidget
    map_page: QWidget
    table_page: QWidget
    zoom: QWidget
    zoom_in: QPushButton
    zoom_out: QPushButton
    zoom_fit: QPushButton
    empty: EmptyState
    toggles: QWidget
    as_map: QPushButton
    as_table: QPushButton
    as_two: QPushButton
    strip: ViewStrip
    files: PeopleFilesMenu
    side: QWidget
    insight: MapSentencesCard

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        load_form(self, "network_tab")
        self.tying = Tying(desk, self.map, self.page)
        self._room = MapAndCards(self.page, self.halves, self.map_card, self.side, self.person)
        self._seen = Seen((), (), "", {})
        self._two: CompareMaps | None = None             # made when it is first asked for
        self.large = LargeMap(self)
        self._over = OverTheMap(self.map)
        self._way = QButtonGroup(self)
        self._way.addButton(self.as_map, 0)
        self._way.addButton(self.as_table, 1)
        self._way.addButton(self.as_two, 2)
        self._way.idToggled.connect(self._on_way)
        self._register = register_desk(desk, self)
        self.person.open(desk, self._register or desk)
        self.strip.open(desk, self._register)
        self.strip.offer_columns(self.table.columns)
        self.question = MapQuestion(self.map)
        self.files.open(desk)
        FileDrops(self, self.map).dropped.connect(self.files.read)
        self._connect(desk)
        self.toggles.installEventFilter(self)
        self.views.installEventFilter(self)
        self.passing.hide()
        self.refresh()

    def _connect(self, desk: Desk) -> None:
        desk.changed.connect(self._on_changed)
        if self._register is not None:
            self._register.changed.connect(self._on_register)
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
        self.files.taken.connect(self._on_taken_in)
        self.empty.offer_also(_("Get people from a file …")).clicked.connect(self.files.ask)
        self.tie_two.clicked.connect(self._on_tie_two)
        self.question.wanted.connect(self.ask_who)
        self.zoom_in.clicked.connect(self.map.zoom_in)
        self.zoom_out.clicked.connect(self.map.zoom_out)
        self.zoom_fit.clicked.connect(self.map.fit)
        self.insight.pointed.connect(self._on_pointed)
        self.insight.times_wanted.connect(self._on_times)
        self.insight.week_wanted.connect(self.see_week)
        self.strip.changed.connect(self._on_looked_at)
        self.strip.large_wanted.connect(self.large.toggle)
        self.strip.keep_wanted.connect(self._on_keep)
        self.large.shown.connect(self._show_large)
        desk.leave.connect(self._on_leave)

    # ------------------------------------------------------------------ showing
    def refresh(self) -> None:
        """Show the network as it is now, in the way it is looked at."""
        case, today, strip = self._desk.case, self._desk.opened.today(), self.strip
        strip.refresh()
        seen = self._seen = look_at(case, today, strip.way, strip.phase, strip.is_now)
        self._faces = {face.id: face for face in seen.faces}
        self.map.show_sectors(sectors(case))
        self.map.show_people(seen.faces, seen.bonds, seen.name)
        self._over.show_seen(seen)
        self.legend.show_shapes({face.shape for face in seen.faces if face.ring})
        self.legend.show_flows(bool(seen.flows))
        self.legend.show_consents(not self.is_nameless())
        self.legend.show_marks({mark for face in seen.faces if face.ring for mark in face.marks})
        self.table.show_people(self._desk, seen.faces, self._register, self.is_nameless())
        self.empty.say(_("Nobody on the map yet"), _("Who is important to {name}?").format(name=seen.name),
                       _("Add person"))
        self._show_insight()
        self._show_way()
        self.choose(self._chosen)
        self._show_large()

    def choose(self, id: str) -> None:
        """Show a person's card and mark them everywhere; "" = nobody."""
        face = self._faces.get(id)
        self._chosen = id if face is not None else ""
        self.insight.leave_room(bool(self._chosen))      # for their card, which stands above
        self.map.choose(self._chosen)
        self._over.choose(self._chosen)
        self.table.choose(self._chosen)
        self.bucket.show_people(list(self._faces.values()), self._chosen, self._seen.name)
        if not self.is_nameless():                       # else the card is not in sight, and knows nobody
            self.person.show_person(self._desk.case.get(NetworkMember, self._chosen), face)
        room = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding if face is not None
                           else QSizePolicy.Policy.Maximum)
        room.setVerticalStretch(1 if face is not None else 0)            # what the sentences leave is the card's
        self.person.setSizePolicy(room)

    def show_row(self, row_id: str) -> None:
        """Come here to see somebody (from another tab), or the map without names."""
        if row_id == NAMELESS:
            self.strip.look(replace(self.strip.way, anonymous=True))
        else:
            self.choose(row_id)

    def standing(self) -> Standing:
        """Who is chosen, which of the pages is shown, how the map is looked at, at which phase, and which columns."""
        return self._chosen, self._way.checkedId(), self.strip.way, self.strip.phase, self.table.shown_columns()

    def stand(self, before: Standing) -> None:
        chosen, page, way, phase, columns = before
        self.table.show_columns(columns)
        self._way.button(page).setChecked(True)
        self.strip.stand_at(phase)
        self.strip.look(way)
        self.choose(chosen)

    def is_nameless(self) -> bool:
        return self.strip.way.anonymous

    def sight(self) -> Sight:
        return self.map.looks

    def look_as(self, sight: Sight) -> None:
        self.map.look_as(sight)

    def has_main_button(self) -> bool:
        return all(member.staff_id is not None for member in people(self._desk.case))

    def print_paper(self) -> bool:
        show_paper(self._desk, BY_KIND[DocumentKind.NETWORK_MAP], self.window())
        return True

    @property
    def chosen(self) -> str:
        return self._chosen

    def ask_who(self) -> AddPerson:
        """Open the dialog that adds somebody."""
        dialog = AddPerson(self._desk, self, people_only=False)
        dialog.added.connect(self._on_added)
        dialog.open()
        return dialog

    def _show_way(self) -> None:
        nobody, nameless = not map_is_begun(self._desk.case), self.is_nameless()
        two = self._compared() if self.as_two.isChecked() else None
        page = two or (self.table_page if self.as_table.isChecked() else self.map_page)
        if self._two is not None:                        # two maps side by side do not decide how wide the one is
            policy = QSizePolicy.Policy.Ignored if two is None else QSizePolicy.Policy.Preferred
            self._two.setSizePolicy(policy, policy)
        self.views.setCurrentWidget(self.empty if nobody else page)
        self.left.setVisible(page is self.map_page and not nobody)
        self.toggles.setVisible(not nobody)
        for each in (self.add_person, self.files):
            each.setVisible(not nameless and two is None)
        self.tie_two.setVisible(not nameless and sum(face.ring > 0 for face in self._faces.values()) > 1)
        self.strip.setVisible(not nobody and two is None)
        self.strip.be_of_table(page is self.table_page)
        self.insight.setVisible(not nobody)              # nothing to say of an empty map: only the next step
        self.side.setVisible(two is None and not nameless and (not nobody or bool(self._chosen)))
        if two is not None:
            two.be_nameless(nameless)
            two.refresh()

    def _compared(self) -> CompareMaps:
        """The page of two maps."""
        if self._two is None:
            from borgerplan_desktop.gui.network.compare_maps import CompareMaps
            self._two = CompareMaps(self._desk, self.views)
            self.views.addWidget(self._two)
            self._reserve()
            self._fit_width()
        return self._two

    def _show_large(self) -> None:
        self.large.show_seen(self._seen, self._chosen)

    def _show_insight(self) -> None:
        """What the map shows, in words; without names it is not in sight."""
        if not self.is_nameless():
            self.insight.show_sentences(insight(self._desk.case, self._desk.opened.today()))

    # ------------------------------------------------------------------ what happened elsewhere
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in SHOWN_HERE) or changes.touches(
                Goal, Goal.responsible_id, Goal.status, Goal.title) or changes.touches(
                Citizen, Citizen.name, Citizen.called):
            self.refresh()
        elif any(changes.touches(kind) for kind in SAID_HERE):
            self._show_insight()

    def _on_register(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (Professional, StaffMember, MapPreset, SectorName)):
            self.refresh()

    # ------------------------------------------------------------------ how it is looked at
    def _on_looked_at(self) -> None:
        self._desk.settle.emit()
        self.person.show_person(None, None)              # whoever it was, their card tells the name
        self.refresh()
        self.turned.emit()

    def _on_keep(self) -> None:
        from borgerplan_desktop.gui.network.compare_maps import ask_to_keep
        ask_to_keep(self._desk, self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.large.leave()

    def _on_leave(self) -> None:
        self.large.leave()

    # ------------------------------------------------------------------ what the person does
    def see_week(self) -> PaperWindow:
        """The citizen's week on paper."""
        return show_paper(self._desk, BY_KEY["week"], self.window())

    def _on_times(self) -> None:
        self._desk.go.emit("overview", "contacts:standing")

    def _on_pointed(self, members: tuple[str, ...]) -> None:
        """A sentence was pressed: whom it is about stands out on the map."""
        if members and self.as_table.isChecked():
            self.as_map.setChecked(True)
        if members:
            self.page.ensureWidgetVisible(self.map)      # in a narrow window the sentences stand below it
        self.map.point_at(members)

    def _on_way(self, _id: int, on: bool) -> None:
        if on:
            self._show_way()

    def _on_opened(self, id: str) -> None:
        self.choose(id)
        if not self.is_nameless():
            self.person.go_to_fields()

    def _on_reached(self, box: QRect) -> None:
        """In large text the map is taller than the window: the page comes along."""
        middle = self.map.viewport().mapTo(self.content, box.center())
        self.page.ensureVisible(middle.x(), middle.y(), box.width() // 2, box.height() // 2 + px(12))

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
        self._room.be_narrow(narrow)
        self.strip.be_narrow(narrow)
        self.as_two.setText("" if narrow else _("Compare"))
        if self._two is not None:
            self._two.be_narrow(narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.window():
            self.large.look_at(event)
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show) and self.map is not None:
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
        for each in (self.table_page, self._two):
            if each is not None and (page := each.layout()) is not None:
                left, _top, right, bottom = page.getContentsMargins()  # type: ignore[misc]
                page.setContentsMargins(left, self.toggles.height() + px(12), right, bottom)


