"""One piece of help: what, what for, from when until when, and where on the ladder."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan import goals
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.choose_service import ServiceField, said
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, PersonField, TextField
from borgerplan_desktop.gui.editing.half_typed_date import HalfTypedDate
from borgerplan_desktop.gui.plan.details_row import Details, MetaButton, RowWidget, beside_line
from borgerplan_desktop.gui.showing.source_line import SourceLine
from borgerplan_desktop.gui.showing.who_and_when import ladder_choices, review_words
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.directory import Service, service_named
from borgerplan_desktop.model.follow_up import decided
from borgerplan_desktop.model.plan import HelpUnit, Intervention, InterventionReview


class HelpCard(RowWidget):
    def __init__(self, desk: Desk, help_: Intervention, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.help = desk, help_
        self._refusal = ""
        frame = QFrame(self)
        frame.setProperty("role", "flat")
        self.name = WrappedLine(_("Help"), _("Which help? E.g. housing support"), most=3, role="bold", parent=frame)
        self.purpose = WrappedLine(_("Purpose"), _("What is it for?"), most=5, parent=frame)
        self.step_pill = Pill("", "soft", parent=frame)
        self.meta = MetaButton(_("How long, and from whom"), frame)
        self._fields: list[TextField | ChoiceField | PersonField] = []
        for edit, field, name in ((self.name, Intervention.name, N_("Change help")),
                                  (self.purpose, Intervention.purpose, N_("Change purpose"))):
            bound = TextField(edit, desk, field, name)
            bound.show_row(help_)
            self._fields.append(bound)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(IconView("ladder", "accent", 18, parent=frame))
        head.addWidget(self.name, 1)
        head.addWidget(self.step_pill, 0, Qt.AlignmentFlag.AlignTop)
        what_for = QHBoxLayout()
        what_for.setSpacing(2)
        what_for.addWidget(beside_line(plain_label(_("Purpose") + ":", "", frame)), 0, Qt.AlignmentFlag.AlignTop)
        what_for.addWidget(self.purpose, 1)
        column = self._column = QVBoxLayout(frame)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(what_for)
        column.addWidget(self.meta, 0, Qt.AlignmentFlag.AlignLeft)
        self.decided = plain_label("", "small", frame, wrap=True)
        self.decided.setContentsMargins(px(8), 0, 0, px(4))
        column.addWidget(self.decided)
        self.closing = plain_label("", "smallwarn", frame, wrap=True)        # of a service that closes
        self.closing.setContentsMargins(px(8), 0, 0, px(4))
        column.addWidget(self.closing)
        SourceLine.below(column, desk, help_, frame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(frame)
        self.setFocusProxy(self.name)
        self._refresh()
        self.name.entered.connect(self.purpose.setFocus)
        self.name.erased.connect(self.gone_wanted)
        self.purpose.entered.connect(self.meta.setFocus)
        self.meta.toggled.connect(self.show_details)
        desk.changed.connect(self._on_changed)

    def make_details(self) -> Details:
        details, desk = super().make_details(), self._desk
        self.service: ServiceField | None = None
        if self.help.service_id is not None or (desk.case.register and desk.case.register.all(Service)):
            self.service = ServiceField(desk, _("Service"), _("In our own words"), details)
            self.service.chosen.connect(self._on_service)
            details.add(_("Service"), self.service)
        self.from_edit, self.until_edit = DateEdit(desk.opened.today, details), DateEdit(desk.opened.today, details)
        self.trouble = plain_label("", "smallbad", details, wrap=True)
        self.trouble.hide()
        for edit, name in ((self.from_edit, _("From")), (self.until_edit, _("Until"))):
            details.add(name, edit)
            edit.look(Toward.NEAREST)
            edit.set_name(name)
            edit.dateEntered.connect(self._on_period)
        details.form.addRow("", self.trouble)
        self._show_period()
        for edit, field in ((self.from_edit, Intervention.from_on), (self.until_edit, Intervention.until_on)):
            HalfTypedDate(edit, desk, self.help, field.key)
        period, provider, unit, ladder, person = (QLineEdit(details), QLineEdit(details), QComboBox(details),
                                                  QComboBox(details), QComboBox(details))
        details.add(_("Or in words"), period)
        period.setPlaceholderText(_("e.g. the first months in the new home"))
        details.add(_("From whom"), provider)
        details.add(_("Given by"), unit)
        details.add(_("Ladder of interventions"), ladder)
        details.add(_("Responsible"), person)
        more = [TextField(period, desk, Intervention.period, N_("Change the period of help")),
                TextField(provider, desk, Intervention.provider, N_("Change help")),
                ChoiceField(unit, desk, Intervention.unit, N_("Choose who gives the help"),
                            [(None, _("Not chosen")), *((each, _(each.label)) for each in HelpUnit)]),
                ChoiceField(ladder, desk, Intervention.ladder_step, N_("Choose ladder step"), ladder_choices()),
                PersonField(person, desk, Intervention.responsible_id, N_("Choose who is responsible"), others=True)]
        for field in more:
            field.show_row(self.help)
        self._fields += more
        details.column.addWidget(self.delete_button(_("Delete help")))
        return details

    def layout_for_details(self) -> QVBoxLayout:
        return self._column

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if way := wanted_move(event):
            self.move_wanted.emit(way)
        else:
            super().keyPressEvent(event)

    def _on_service(self, chosen: Service | None) -> None:
        if self.help.exists:
            self._desk.do(goals.choose_service, self.help, chosen)

    def _on_period(self) -> None:
        """Both dates as they stand; the end before the start is told here, and what was typed stays."""
        if not self.help.exists:
            return
        from_on, until_on = self.from_edit.date(), self.until_edit.date()
        try:
            goals.check_period(from_on, until_on)
        except Refused as refusal:
            self._refusal = refusal.message
        else:
            self._refusal = ""
            self._desk.do(goals.set_period, self.help, from_on, until_on)
        say(self.trouble, self._refusal)
        self.until_edit.field.setAccessibleDescription(self._refusal)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(self.help) or changes.touches(InterventionReview) or changes.touches(Service):
            self._refresh()

    def _show_period(self) -> None:
        if self.details is None and not hasattr(self, "from_edit"):
            return
        if not self._refusal:
            self.from_edit.show_date(self.help.from_on)
            self.until_edit.show_date(self.help.until_on)
        if self.service is not None:
            self.service.show_service(self.help.service_id)

    def _refresh(self) -> None:
        help_ = self.help
        if not help_.exists:
            return
        step = help_.ladder_step
        self.step_pill.setVisible(step is not None)
        if step is not None:
            self.step_pill.say(_("Step {n}").format(n=step.number), "soft")
            set_tip(self.step_pill, f"{_(step.label)}. {_(step.in_few_words)}")
        unit = _(help_.unit.label) if help_.unit is not None else ""
        period, giver = period_of(help_), help_.provider or unit
        if giver and not period:                         # else nobody sees that from and until are asked for here
            period = _("How long?")
        self.meta.say(" · ".join(part for part in (period, giver) if part))
        made, service = decided(help_), service_named(self._desk.case.register, help_.service_id)
        say(self.decided, review_words(made, self._desk.opened.today()) if made is not None else "")
        say(self.closing, said(service, self._desk) if service is not None and service.closes_on is not None else "")
        self._show_period()


def period_of(help_: Intervention) -> str:
    """"1. juli 2026 – 31. marts 2027", "fra 1. juli 2026", or as it was put in words."""
    if help_.from_on and help_.from_on == help_.until_on:
        return day(help_.from_on)
    if help_.from_on and help_.until_on:
        return f"{day(help_.from_on)} – {day(help_.until_on)}"
    if help_.from_on:
        return _("from {date}").format(date=day(help_.from_on))
    if help_.until_on:
        return _("until {date}").format(date=day(help_.until_on))
    return help_.period
