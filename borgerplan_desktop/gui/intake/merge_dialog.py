"""The same person as another: find the other case, see what comes over and which word stands, and make the two one."""
from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from borgerplan_desktop.casework.intake import merge as casework
from borgerplan_desktop.casework.intake.both_cases import Differing, Preview, Stands, said
from borgerplan_desktop.casework.intake.same_person import who_may_it_be
from borgerplan_desktop.casework.open_case import OpenCase, StoreTrouble
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.showing.alike_people import AlikePeople
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.text import shortened

PAUSE_MS, LONGEST = 150, 30                              # milliseconds; characters of what a field says


class MergeDialog(CaseDialog):
    """Two pages: which one, and what it does. The other case is looked at when it is chosen; that is on record."""

    drawn = (720, 560)

    def __init__(self, desk: Desk, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._archive = archive
        self._other: OpenCase | None = None
        self._groups: dict[str, QButtonGroup] = {}
        citizen = desk.case.the(Citizen)
        self.title = plain_label(_("The same person as another"), "title", self, wrap=True)
        self.search_field = QLineEdit(citizen.name, self)
        self.search_field.setAccessibleName(_("Name or CPR number of the other"))
        self.alike = AlikePeople(self)
        self.alike.verb = _("It is this one")
        self.nobody = plain_label(_("Nobody like it. Try another spelling, or the CPR number."), "muted", self,
                                  wrap=True)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._finding())
        self.preview_scroll = DialogScroll(self)
        self.pages.addWidget(self.preview_scroll)
        self.back_button = button(_("Choose another one"), "chevron_left", "ghost", self)
        self.cancel_button = button(_("Cancel"), "", "", self)
        self.merge_button = button(_("Make them one"), "link", "primary", self)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.merge_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.pages, 1)
        column.addWidget(self.trouble)
        column.addLayout(row)
        self.say_refusal("", self.trouble)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        # Signals
        self._pause.timeout.connect(self.look)
        self.search_field.textChanged.connect(self._pause.start)
        self.alike.wanted.connect(self._on_chosen)
        self.back_button.clicked.connect(self._on_back)
        self.cancel_button.clicked.connect(self.reject)
        self.merge_button.clicked.connect(self._on_merge)
        # Initial update
        self._on_back()
        self.look()
        self.search_field.setFocus()

    def _finding(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(plain_label(_("Which other case is the same person? It is taken into this one, and is in no "
                                       "list then. You can take it out again under Taking in."), "muted", page,
                                     wrap=True))
        column.addWidget(self.search_field)
        column.addWidget(self.alike)
        column.addWidget(self.nobody)
        column.addStretch(1)
        return page

    def look(self) -> None:
        """Who is like what is written: by name, or by number and birth."""
        self._pause.stop()
        words, citizen = self.search_field.text(), self._desk.case.the(Citizen)
        as_it_is = words.strip() == citizen.name.strip()
        try:
            found = who_may_it_be(self._archive, words, citizen.cpr or citizen.ecpr if as_it_is else words,
                                  citizen.birth_date if as_it_is else None, but=self._desk.opened.id)
        except (Refused, StoreTrouble):
            found = []
        self.alike.show_people(found)
        self.nobody.setVisible(not found)

    # ------------------------------------------------------------------ what it does
    def _on_chosen(self, case_id: str, _closed: bool) -> None:
        self._desk.settle.emit()
        self._other = self._desk.made(OpenCase.another, case_id)
        seen = self._desk.made(casework.preview, self._other) if self._other is not None else None
        if seen is None:
            return
        self._show(seen)
        self.pages.setCurrentIndex(1)
        self.back_button.show()
        self.merge_button.show()
        self.merge_button.setDefault(True)
        self.merge_button.setFocus()

    def _on_back(self) -> None:
        self._other = None
        self.pages.setCurrentIndex(0)
        self.trouble.hide()
        self.back_button.hide()
        self.merge_button.hide()
        self.search_field.setFocus()

    def _show(self, seen: Preview) -> None:
        body = self.preview_scroll.body
        while (item := body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._groups = {}
        body.addWidget(plain_label(_("{theirs} is taken into the case of {ours}.").format(
            theirs=seen.theirs, ours=seen.ours), "bold", self, wrap=True))
        body.addWidget(plain_label(_("This comes over: {what}.").format(what=seen.coming), "", self, wrap=True))
        for words in filter(None, (seen.stays, seen.twice)):
            body.addWidget(plain_label(words, "", self, wrap=True))
        for each in seen.filled:
            body.addWidget(plain_label(_("{field} comes from the other case: {value}").format(
                field=each.label, value=self._said(each.theirs, each)), "small", self, wrap=True))
        if seen.differing:
            body.addWidget(plain_label(_("Both say something. Which stands?"), "bold", self, wrap=True))
            body.addWidget(self._columns(seen.differing))
        body.addStretch(1)

    def _columns(self, differing: tuple[Differing, ...]) -> QWidget:
        """The field, what stands here, and what stands there."""
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        for column, words in enumerate((_("Here"), _("In the other case")), 1):
            grid.addWidget(plain_label(words, "smallbold", box), 0, column)
            grid.setColumnStretch(column, 1)
        for at, each in enumerate(differing, 1):
            grid.addWidget(plain_label(each.label, "small", box, wrap=True), at, 0)
            group = self._groups[each.key] = QButtonGroup(box)
            values = {Stands.OURS: each.ours, Stands.THEIRS: each.theirs} | (
                {Stands.BOTH: None} if each.may_be_both else {})
            for column, (stands, value) in enumerate(values.items(), 1):
                words = self._said(value, each) if stands is not Stands.BOTH else _("Both")
                choice = QRadioButton(shortened(words, LONGEST).replace("&", "&&"), box)
                choice.setAccessibleName(f"{each.label}: {words}")
                set_tip(choice, words)
                choice.setChecked(stands is each.first)
                group.addButton(choice, list(Stands).index(stands))
                grid.addWidget(choice, at, column)
        return box

    def _said(self, value: object, each: Differing) -> str:
        return said(value, each.field, self._desk.case.register)

    def choices(self) -> dict[str, Stands]:
        """What has been chosen, by field."""
        return {key: list(Stands)[group.checkedId()] for key, group in self._groups.items()}

    def _on_merge(self) -> None:
        if self._other is None:
            return
        say(self.trouble, "")
        if self._desk.do(casework.merge, self._other, self.choices()) == "stored":
            self.accept()
