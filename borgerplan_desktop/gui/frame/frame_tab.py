"""Herberget, Rammen: how the shelter and its partners work together, one part of the form at a time."""
from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from borgerplan_desktop.casework.frame.due import UPDATE
from borgerplan_desktop.casework.frame.frame import answered, begin_frame, is_begun
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.icons import icon
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.frame.frame_files import FrameFiles
from borgerplan_desktop.gui.frame.section_page import SectionPage
from borgerplan_desktop.gui.frame.versions_page import VersionsPage
from borgerplan_desktop.gui.printing.house_paper import show_house_paper
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.prose import everybodys
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.framework import (
    CoordinatingFunction,
    FrameAccess,
    FrameAnswer,
    FrameChannel,
    FramePlan,
    FrameSection,
    FrameTold,
    FrameVersion,
    Framework,
    InterpreterOption,
)
from borgerplan_desktop.model.shelter import Professional, StaffMember

LIST_WIDTH, ROOM_FOR_LIST = 310, 900                     # design pixels; with less the parts are in a drop-down
VERSIONS = "versions"
ICONS = {FrameSection.TARGET_GROUP: "people", FrameSection.ORGANISATION: "network",
         FrameSection.COMMUNICATION: "speech", FrameSection.PLANS: "note", FrameSection.DIRECTORY: "house",
         FrameSection.MADE_KNOWN: "send"}
KEYS = [*(section.value for section in FrameSection), VERSIONS]
COUNTED = (Framework, FrameAnswer, CoordinatingFunction, FrameChannel, InterpreterOption, FramePlan, FrameAccess,
           FrameVersion, Service, StaffMember, Professional)


class FrameTab(Tab):
    """`show_row` knows every row of the frame by its id, "update", "versions", and the parts and questions by name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        everybodys(self)
        self._made: dict[str, SectionPage | VersionsPage] = {}
        self.files = FrameFiles(desk, self)
        self.empty = EmptyState(
            _("The frame is not written yet"),
            _("Write how you work together with your partners. Then the program proposes it in the right place."),
            _("Begin the frame"), "people", self)
        self.file_button = self.empty.offer_also(_("Take in from a file …"), "disk")
        self.list, self.combo = QListWidget(self), calm_combo(QComboBox(self))
        self.list.setProperty("role", "sections")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in (self.list, self.combo):
            each.setAccessibleName(_("The parts of the frame"))
        self.count = plain_label("", "small", self, wrap=True)
        self.pages = QStackedWidget(self)
        self.pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        for key in KEYS:
            self.list.addItem(QListWidgetItem(icon(self._icon(key), "muted"), ""))
            self.combo.addItem("", key)
        self.form = QWidget(self)
        side = QVBoxLayout()
        side.setContentsMargins(12, 12, 0, 8)
        side.setSpacing(6)
        side.addWidget(self.list, 1)
        side.addWidget(self.count)
        head = QHBoxLayout()
        head.setContentsMargins(24, 8, 24, 0)
        head.addWidget(self.combo)
        head.addStretch(1)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        beside.setSpacing(0)
        beside.addLayout(side)
        beside.addWidget(self.pages, 1)
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(beside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.empty)
        whole.addWidget(self.form)
        # Signals
        self.list.currentRowChanged.connect(self._show_at)
        self.combo.activated.connect(self._show_at)
        self.empty.wanted.connect(self._on_begin)
        self.file_button.clicked.connect(self.files.ask)
        desk.changed.connect(self._on_changed)
        # Initial update
        self._show_counts()
        self._arrange()
        self.list.setCurrentRow(0)

    # ------------------------------------------------------------------ what is in front
    @property
    def key(self) -> str:
        """The part in front."""
        return KEYS[max(0, self.list.currentRow())]

    @property
    def page(self) -> SectionPage | VersionsPage:
        return self._made[self.key]

    def show_part(self, key: str) -> SectionPage | VersionsPage:
        """Bring a part to the front."""
        self.list.setCurrentRow(KEYS.index(key))
        return self.page

    def show_row(self, row_id: str) -> None:
        key = self._lies_in(row_id)
        if key:
            self.show_part(key).show_row(row_id)

    def bring_into_sight(self, row_id: str) -> None:
        if key := self._lies_in(row_id):
            self.show_part(key)

    def standing(self) -> Any:
        return self.key

    def stand(self, before: Any) -> None:
        self.show_part(before)

    def print_paper(self) -> bool:
        show_house_paper(self._desk, "framework", self)
        return True

    def has_main_button(self) -> bool:
        return not is_begun(self._desk.case) or self.key == VERSIONS

    def _lies_in(self, row_id: str) -> str:
        from borgerplan_desktop.casework.frame.questions import LISTS
        from borgerplan_desktop.model.framework import FrameQuestion, section_of

        case = self._desk.case
        if row_id in KEYS:
            return row_id
        if row_id == UPDATE or case.get(Framework, row_id) is not None:
            return FrameSection.MADE_KNOWN.value
        if case.get(FrameVersion, row_id) is not None or case.get(FrameTold, row_id) is not None:
            return VERSIONS
        if case.get(FrameAccess, row_id) is not None:
            return FrameSection.PLANS.value
        answer = case.get(FrameAnswer, row_id)
        question = answer.question if answer is not None else next(
            (each for each in FrameQuestion if each.value == row_id), None) or next(
            (each for each, kind in LISTS.items() if case.get(kind, row_id) is not None), None)
        return section_of(question).value if question is not None else ""

    # ------------------------------------------------------------------ what happens
    def _show_at(self, at: int) -> None:
        if not 0 <= at < len(KEYS):
            return
        if self.list.currentRow() != at:
            self.list.setCurrentRow(at)                  # comes back here
            return
        key = KEYS[at]
        self.combo.setCurrentIndex(at)
        if key not in self._made:
            self._made[key] = self._page_of(key)
            self.pages.addWidget(self._made[key])
        self.pages.setCurrentWidget(self._made[key])
        self.turned.emit()

    def _page_of(self, key: str) -> SectionPage | VersionsPage:
        if key == VERSIONS:
            return VersionsPage(self._desk, self.files, self.pages)
        return SectionPage(self._desk, FrameSection(key), self.pages)

    def _on_begin(self) -> None:
        if self._desk.do(begin_frame) == "stored":
            page = self.show_part(FrameSection.TARGET_GROUP.value)
            if isinstance(page, SectionPage):
                page.municipality.field.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in COUNTED):
            self._show_counts()

    def _show_counts(self) -> None:
        """How many questions of each part are answered, and of all."""
        case = self._desk.case
        begun = is_begun(case)
        if self.empty.isHidden() is not begun:
            self.turned.emit()
        self.empty.setVisible(not begun)
        self.form.setVisible(begun)
        for at, key in enumerate(KEYS):
            words = self._said(key)
            self.list.item(at).setText(words)
            self.combo.setItemText(at, words.replace("\n", ", "))
        n, most = answered(case)
        self.count.setText(_("{n} of {most} questions are answered").format(n=n, most=most))

    def _said(self, key: str) -> str:
        if key != VERSIONS:
            n, most = answered(self._desk.case, FrameSection(key))
            return "\n".join((_(FrameSection(key).label), _("{n} of {most} answered").format(n=n, most=most)))
        versions = self._desk.case.all(FrameVersion)
        state = _("Version {number}").format(number=versions[-1].number) if versions else _("Not approved yet")
        return "\n".join((_("Approval and versions"), state))

    def _icon(self, key: str) -> str:
        return "check_circle" if key == VERSIONS else ICONS[FrameSection(key)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "form"):
            self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= px(ROOM_FOR_LIST)
        for each in (self.list, self.count):
            each.setVisible(beside)
            each.setFixedWidth(px(LIST_WIDTH))
        self.combo.setVisible(not beside)
