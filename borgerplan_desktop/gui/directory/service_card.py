"""The card of the chosen service: what it is, who uses it, whether it is still right, and what one can do."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.directory import services as casework
from borgerplan_desktop.casework.open_case import StoreTrouble
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.store_messages import told
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.directory.close_service import CloseService
from borgerplan_desktop.gui.directory.days_in_house import DaysInHouse
from borgerplan_desktop.gui.directory.merge_services import MergeServices
from borgerplan_desktop.gui.directory.services_table import state_of
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, TextField
from borgerplan_desktop.gui.showing.who_and_when import ladder_choices
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.phone_notice import PhoneNotice
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.prose import no_prose
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.directory import Service, ServiceKind
from borgerplan_desktop.model.life_areas import area_names
from borgerplan_desktop.model.row import Field
from borgerplan_desktop.model.text import shortened

LONGEST = 44                                             # characters of a button that says a name


class ServiceCard(QFrame):
    """`go_to(service)` when another is wanted: the one that was kept of two."""

    go_to = Signal(object)                               # Service

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._desk = desk
        self._service: Service | None = None
        self._fields: list[TextField | ChoiceField | DateField] = []
        self.page = PageScroll(_("The chosen service"), self, (16, 12, 14, 12), 10)
        self.page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)     # none that comes and goes
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self.page, 1)
        self._build()
        desk.changed.connect(self._on_changed)
        self.show_service(None)

    # ------------------------------------------------------------------ building
    def _build(self) -> None:
        body = self.page.body
        self._nobody = plain_label(_("Choose a service to see more."), "muted", self, wrap=True)
        self._about = QWidget(self)
        about = QVBoxLayout(self._about)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(10)
        self.state = Pill("", "warn", "", self._about)
        self.name = self._line(Service.name)
        self.used = plain_label("", "small", self._about, wrap=True)
        about.addWidget(self.state)
        about.addWidget(self._first_fields())
        about.addWidget(self.used)
        about.addWidget(self._texts())
        about.addWidget(self._reach())
        self.days = DaysInHouse(self._desk, self._about)
        about.addWidget(self.days)
        about.addWidget(self._review())
        self.twice = plain_label("", "warn", self._about, wrap=True)
        about.addWidget(self.twice)
        self._others = QVBoxLayout()
        self.others: list[QPushButton] = []
        about.addLayout(self._others)
        about.addWidget(self._actions())
        about.addStretch(1)
        body.addWidget(self._nobody)
        body.addWidget(self._about, 1)

    def _line(self, field: Field) -> QLineEdit:
        edit = QLineEdit(self._about)
        self._fields.append(TextField(edit, self._desk, field, casework.CHANGE))
        return edit

    def _text(self, field: Field) -> GrowingTextEdit:
        edit = GrowingTextEdit("", 1, 8, self._about)
        self._fields.append(TextField(edit, self._desk, field, casework.CHANGE))
        return edit

    def _choice(self, field: Field, choices: Sequence[tuple[Any, str]]) -> QComboBox:
        combo = calm_combo(QComboBox(self._about))
        self._fields.append(ChoiceField(combo, self._desk, field, casework.CHANGE, choices))
        return combo

    def _first_fields(self) -> FieldGrid:
        grid = FieldGrid(200, 2, self._about)
        grid.add_named(_("Name"), self.name)
        self.organisation = self._line(Service.organisation)
        grid.add_named(_("Run by"), self.organisation)
        self.kind = self._choice(Service.kind, [(each, _(each.label)) for each in ServiceKind])
        grid.add_named(_("Kind"), self.kind)
        self.area = self._choice(Service.area, [(None, _("Not chosen")), *area_names(self._desk.case).items()])
        grid.add_named(_("Life area"), self.area)
        self.step = self._choice(Service.ladder_step, ladder_choices())
        grid.add_named(_("Step of the ladder"), self.step)
        self.referral = WrappedCheck(_("Needs a referral"), self._about)
        self.referral.clicked.connect(self._on_referral)
        grid.add(self.referral)
        return grid

    def _texts(self) -> FieldGrid:
        grid = FieldGrid(260, 2, self._about)
        self.target_group = self._text(Service.target_group)
        self.content = self._text(Service.content)
        self.taken_in = self._text(Service.taken_in)
        self.not_taken_in = self._text(Service.not_taken_in)
        for words, edit in ((_("Target group"), self.target_group), (_("What it offers"), self.content),
                            (_("Who can come"), self.taken_in), (_("Who cannot"), self.not_taken_in)):
            grid.add_named(words, edit)
        return grid

    def _reach(self) -> FieldGrid:
        grid = FieldGrid(200, 2, self._about)
        self.contact, self.phone = self._line(Service.contact), self._line(Service.phone)
        self.email, self.website = self._line(Service.email), self._line(Service.website)
        self.address = no_prose(self._text(Service.address))
        self.opening_hours = no_prose(self._text(Service.opening_hours))
        PhoneNotice(self.phone)
        for words, edit in ((_("Whom one asks for"), self.contact), (_("Phone"), self.phone),
                            (_("E-mail"), self.email), (_("Website"), self.website), (_("Address"), self.address),
                            (_("Opening hours"), self.opening_hours)):
            grid.add_named(words, edit)
        return grid

    def _review(self) -> FieldGrid:
        grid = FieldGrid(200, 2, self._about)
        self.valid_until = DateEdit(self._desk.opened.today, self._about)
        self._fields.append(DateField(self.valid_until, self._desk, Service.valid_until, casework.CHANGE))
        grid.add_named(_("Right until"), self.valid_until)
        self.right = button(_("Still right"), "check", "ghost", self._about)
        self.right.setAccessibleName(_("It is still right: look again in half a year"))
        self.right.clicked.connect(self._on_right)
        grid.add(self.right)
        return grid

    def _actions(self) -> QWidget:
        actions = QWidget(self._about)
        flow = FlowLayout(actions, 2)

        def action(icon: str, slot: Callable[[], None]) -> QPushButton:
            made = button(" ", icon, "ghost", actions)
            made.clicked.connect(slot)
            flow.addWidget(made)
            return made

        self.close_it = action("calendar", self._on_close)
        self.open_again = action("undo", self._on_open_again)
        self.retire = action("minus", self._on_retire)
        return actions

    # ------------------------------------------------------------------ showing
    @property
    def service(self) -> Service | None:
        return self._service

    def show_service(self, service: Service | None) -> None:
        """This one from now on; what was typed for the one before is stored."""
        if service is not self._service:
            self._desk.settle.emit()
            self.page.verticalScrollBar().setValue(0)
        service = service if service is not None and service.exists else None
        self._service = service
        self._nobody.setVisible(service is None)
        self._about.setVisible(service is not None)
        for field in self._fields:
            field.show_row(service)
        self.days.show_service(service)
        if service is not None:
            self._refresh(service)
            self.say_used()

    def say_used(self) -> None:
        """Who has it now: asked of the archive."""
        if self._service is None:
            return
        try:
            words = casework.where_used(self._desk.opened, self._service).said
        except Refused as refusal:
            words = refusal.message
        except StoreTrouble as trouble:
            words = told(trouble)[0]
        self.used.setText(words)

    def _refresh(self, service: Service) -> None:
        today = self._desk.opened.today()
        words = state_of(service, today)
        self.state.say(words, "warn")
        self.state.setVisible(bool(words))
        self.referral.setChecked(service.needs_referral)
        self.right.setVisible(service.is_offered(today))
        closing = service.closes_on is not None
        for each, text, shown in (
                (self.close_it, _("Change the day it closes …") if closing else _("It closes …"), not service.retired),
                (self.open_again, _("It stays open"), closing and not service.retired),
                (self.retire, _("Use again") if service.retired else _("Not used any more"), True)):
            each.setText(text)
            each.setAccessibleName(text)
            each.setVisible(shown)
        self._show_alike(service)

    def _show_alike(self, service: Service) -> None:
        for old in self.others:
            old.hide()
            old.deleteLater()
        self.others = []
        kept = service.itself
        if kept is not service:
            words = _("Stood here twice. {name} speaks for both everywhere; »Use again« makes them two.")
            say(self.twice, words.format(name=kept.name))
            self._offer(_("See {name}").format(name=kept.name), partial(self.go_to.emit, kept))
            return
        found = casework.alike(self._desk.opened, service) if not service.retired else []
        say(self.twice, _("May stand here twice:") if found else "")
        for each in found:
            about = ", ".join(part for part in (each.name, each.organisation or _(each.kind.label)) if part)
            self._offer(_("Is it the same as {name}? …").format(name=about), partial(self._merge, each))

    def _offer(self, words: str, act: Callable[[], object]) -> None:
        made = button(shortened(words, LONGEST), "link", "quiet", self._about)
        made.setAccessibleName(words)
        set_tip(made, words)
        made.clicked.connect(act)
        self._others.addWidget(made)
        self.others.append(made)

    def _on_changed(self, changes: Changes) -> None:
        if self._service is None:
            return
        if not self._service.exists:
            self.show_service(None)
        elif changes.touches(Service):
            self._refresh(self._service)

    # ------------------------------------------------------------------ what one does
    def _on_referral(self) -> None:
        if self._service is not None:
            self._desk.do(write, self._service, Service.needs_referral, self.referral.isChecked(), casework.CHANGE)

    def _on_right(self) -> None:
        if self._service is not None and self._desk.do(casework.still_right, self._service) == "stored":
            until = self._service.valid_until
            if until is not None:
                self._desk.told.emit(_("It is right until {date}.").format(date=day(until)))

    def _on_close(self) -> None:
        self.ask_to_close()

    def ask_to_close(self) -> CloseService | None:
        """When it closes, with who uses it told first."""
        if self._service is None:
            return None
        self._desk.settle.emit()
        dialog = CloseService(self._desk, self._service, self.window())
        dialog.open()
        return dialog

    def _on_open_again(self) -> None:
        if self._service is not None:
            self._desk.do(casework.close_service, self._service, None)

    def _on_retire(self) -> None:
        if self._service is not None:
            self._desk.settle.emit()
            self._desk.do(casework.retire_service, self._service, not self._service.retired)

    def _merge(self, other: Service) -> MergeServices | None:
        if self._service is None:
            return None
        self._desk.settle.emit()
        dialog = MergeServices(self._desk, self._service, other, self.window())
        dialog.open()
        return dialog
