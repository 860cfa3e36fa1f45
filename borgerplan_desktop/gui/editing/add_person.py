"""Adding somebody to the network: from the citizen's own life, from the register, or somebody new to both."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from borgerplan_desktop.casework.directory.found_services import Directory, Wanted
from borgerplan_desktop.casework.network.leaving import bring_back, left_called, who_left
from borgerplan_desktop.casework.network.people import (
    add_colleague,
    add_new_professional,
    add_private_person,
    add_professional,
    register_of,
    search_register,
)
from borgerplan_desktop.casework.network.people_of_services import add_from_service
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.choose_service import about
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.frame_channels import offer_channels
from borgerplan_desktop.gui.widgets.label import say
from borgerplan_desktop.gui.widgets.latin_name import LatinName
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.gui.widgets.phone_notice import PhoneNotice
from borgerplan_desktop.gui.widgets.two_lines import TwoLines, add_two_lines
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.contact import said_name
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.life_areas import ring_names
from borgerplan_desktop.model.network import Being, NetworkMember, Ring, people
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Professional, Sector, StaffMember

RINGS: list[Ring | None] = [None, *Ring]
SHOWN = 200                                              # lines of the register at a time; searching finds the rest


class AddPerson(CaseDialog):
    """`added(id)` when somebody joined, or was found to be there already."""

    form = "add_person"

    added = Signal(str)

    is_private: QRadioButton
    is_professional: QRadioButton
    is_animal: QRadioButton
    is_place: QRadioButton
    pages: QStackedWidget
    private_page: QWidget
    search_page: QWidget
    new_page: QWidget
    name: QLineEdit
    latin: LatinName
    relation: QLineEdit
    sector: QComboBox
    phone_label: QLabel
    phone: QLineEdit
    search: QLineEdit
    found: QListWidget
    found_words: QLabel
    new_professional: QPushButton
    new_name: QLineEdit
    new_latin: LatinName
    new_role: QLineEdit
    new_organisation: QLineEdit
    new_sector: QComboBox
    new_phone: QLineEdit
    new_email: QLineEdit
    ring: QComboBox
    again: QPushButton
    trouble: QLabel
    who_left: QPushButton
    leave: QPushButton
    add: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None, office: str = "", *,
                 people_only: bool = True) -> None:
        """`office`: somebody who works there is asked for. `people_only`: no dog and no place is."""
        super().__init__(desk, parent)
        self._sectors = list(sector_names(desk.case.register))
        self._office = office.strip()
        self._rows: list[Professional | StaffMember | Service] = []
        self._directory = Directory(desk.opened.shelter) if desk.opened.shelter is not None else None
        self._fill()
        self.found.setItemDelegate(TwoLines(self.found))
        self.trouble.hide()
        self.latin.follow(self.name)
        self.new_latin.follow(self.new_name)
        for number in (self.phone, self.new_phone):
            PhoneNotice(number)
        for each in (self.is_animal, self.is_place):
            each.setVisible(not people_only)
            each.toggled.connect(self._fit_being)
        self.is_professional.toggled.connect(self._on_professional)
        units = sorted({p.organisation.strip() for p in register_of(desk.opened)} - {""}, key=danish)
        OfferedWords(self.new_organisation, units, _("Units in the register"), _("Choose from the register"),
                     _("The down key shows the units in the register. You may write another."))
        offer_channels(self.new_phone, self.new_email, desk.case.register)
        self.search.textChanged.connect(self._find)
        self.found.itemActivated.connect(self._on_add)
        self.found.currentRowChanged.connect(self._show_ready)
        self.new_professional.clicked.connect(self._on_new)
        self.add.clicked.connect(self._on_add)
        self.leave.clicked.connect(self.reject)
        self._known: NetworkMember | None = None         # of the name that is typed, and not on the map any more
        self.again.clicked.connect(self._on_again)
        self._left_menu = QMenu(self)
        self._left_menu.setAccessibleName(self.who_left.text())
        self._left_menu.triggered.connect(self._on_left_chosen)
        self.who_left.clicked.connect(self._on_who_left)
        self.who_left.setVisible(bool(who_left(desk.case)))
        for field in (self.name, self.new_name):
            field.textChanged.connect(self._on_typed)
        self.save_unfinished(self.name, self.latin.edit, self.relation, self.phone, self.new_name,
                             self.new_latin.edit, self.new_role, self.new_organisation, self.new_phone,
                             self.new_email)
        self._on_professional(False)
        if self._office:
            self._ask_at_office()

    def _fill(self) -> None:
        for combo in (self.sector, self.new_sector):
            combo.addItems(list(sector_names(self._desk.case.register).values()))
        self.sector.setCurrentIndex(self._sectors.index(Sector.FAMILY))
        self.new_sector.setCurrentIndex(self._sectors.index(Sector.AUTHORITY))
        self.new_organisation.setText(self._office)
        self.ring.addItems([_("Not placed yet"), *ring_names(self._desk.case.register).values()])

    # ------------------------------------------------------------------ which page
    def _on_professional(self, professional: bool) -> None:
        if professional:
            self._find()
            self._show(self.search_page, self.search)
        else:
            self._show(self.private_page, self.name)

    def _fit_being(self, _on: bool) -> None:
        """No dog has a telephone; a dog and a place belong to one's own life before anything else."""
        for each in (self.phone, self.phone_label):
            each.setVisible(not self.is_animal.isChecked())

    @property
    def being(self) -> Being:
        """What is added."""
        if self.is_animal.isChecked():
            return Being.ANIMAL
        return Being.PLACE if self.is_place.isChecked() else Being.PERSON

    def ask_professional(self, sector: Sector) -> None:
        """Somebody of this part of life is asked for, from the register or new to it."""
        self.is_professional.setChecked(True)
        self.new_sector.setCurrentIndex(self._sectors.index(sector))

    def _ask_at_office(self) -> None:
        """Whom the register has from the office stands to be chosen; with nobody there, somebody new is written."""
        self.is_professional.setChecked(True)
        self.search.setText(self._office)
        if not self._rows:
            self._on_new()

    def _on_new(self) -> None:
        looked_for = self.search.text().strip()
        self.new_name.setText(looked_for if looked_for != self._office else "")
        self._show(self.new_page, self.new_name)

    def _show(self, page: QWidget, first: QLineEdit) -> None:
        for each in (self.private_page, self.search_page, self.new_page):
            tall = QSizePolicy.Policy.Preferred if each is page else QSizePolicy.Policy.Ignored
            each.setSizePolicy(QSizePolicy.Policy.Preferred, tall)     # no hole where another page is taller
        self.pages.setCurrentWidget(page)
        self.trouble.hide()
        first.setFocus()
        self._show_ready()

    def _on_typed(self) -> None:
        self.trouble.hide()
        self._show_ready()

    def _show_ready(self) -> None:
        page = self.pages.currentWidget()
        typed = self.name if page is self.private_page else self.new_name if page is self.new_page else None
        self._known = left_called(self._desk.case, typed.text()) if typed is not None else None
        self.again.setVisible(self._known is not None)
        if self._known is not None:
            words = _("Put {name} on the map again").format(name=self._known.contact.name)
            self.again.setText(words.replace("&", "&&"))
            self.again.setAccessibleName(words)
        self.add.setEnabled(page is not self.search_page or self.found.currentRow() >= 0)

    # ------------------------------------------------------------------ the register
    def _find(self) -> None:
        self._rows = [*search_register(self._desk.opened, self.search.text()), *self._services()]
        here = {m.registered_id for m in people(self._desk.case)}
        self.found.clear()
        for row in self._rows[:SHOWN]:
            if isinstance(row, Service):
                add_two_lines(self.found, row.name, " · ".join((_("From the directory"), about(row))), row.id)
                continue
            known = (row.role, row.organisation) if isinstance(row, Professional) else (row.title, _("the shelter"))
            words = ", ".join(part for part in known if part)
            add_two_lines(self.found, said_name(row.name, row.latin_name),
                          f"{words} · " + _("in the network already") if row.id in here else words, row.id)
        count = len(self._rows)
        self.found_words.setText(
            ngettext("{n} found", "{n} found", count).format(n=count) if count
            else _("Nobody found. Add a new professional."))
        if self.search.text() and count:
            self.found.setCurrentRow(0)
        self._show_ready()

    def _services(self) -> list[Service]:
        """Of the directory: behind those who are known by name."""
        return self._directory.find(Wanted(self.search.text())) if self._directory is not None else []

    # ------------------------------------------------------------------ who has been here before
    def _on_again(self) -> None:
        if self._known is not None:
            self._bring_back(self._known)

    def _on_who_left(self) -> None:
        self.fill_left().popup(self.who_left.mapToGlobal(self.who_left.rect().topLeft()))

    def fill_left(self) -> QMenu:
        """Those who were taken away and are named in the case still."""
        self._left_menu.clear()
        for member in who_left(self._desk.case):
            words = ", ".join(part for part in (member.contact.said_name, member.described) if part)
            self._left_menu.addAction(words.replace("&", "&&")).setData(member.id)
        return self._left_menu

    def _on_left_chosen(self, action: QAction) -> None:
        member = self._desk.case.get(NetworkMember, action.data())
        if member is not None:
            self._bring_back(member)

    def _bring_back(self, member: NetworkMember) -> None:
        if self._desk.do(bring_back, member) == "stored":
            self.added.emit(member.id)
            self.accept()

    # ------------------------------------------------------------------ adding
    def _on_add(self) -> None:
        member = self._made()
        if member is not None:
            self.added.emit(member.id)
            self.accept()

    def _made(self) -> NetworkMember | None:
        ring, page = RINGS[self.ring.currentIndex()], self.pages.currentWidget()
        if page is self.private_page:
            return self._desk.made(add_private_person, self.name.text(), self.relation.text(),
                                   self._sectors[self.sector.currentIndex()],
                                   self.phone.text() if self.being is not Being.ANIMAL else "", ring,
                                   self.latin.text(), self.being)
        if page is self.new_page:
            return self._desk.made(add_new_professional, self.new_name.text(), self.new_role.text(),
                                   self.new_organisation.text(), self._sectors[self.new_sector.currentIndex()],
                                   self.new_phone.text(), self.new_email.text(), ring, self.new_latin.text())
        chosen = self.found.currentRow()
        if not 0 <= chosen < len(self._rows):
            return None
        row = self._rows[chosen]
        if isinstance(row, Service):
            return self._desk.made(add_from_service, row, ring)
        if isinstance(row, Professional):
            return self._desk.made(add_professional, row, ring)
        return self._desk.made(add_colleague, row, ring)

    def _on_refused(self, sentence: str, field: str) -> None:
        if self.isVisible():
            say(self.trouble, sentence)
            self._desk.said()
            (self.new_name if self.pages.currentWidget() is self.new_page else self.name).setFocus()
