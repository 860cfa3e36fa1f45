"""Everything about a professional of the register: corrected once for every map, and where they are used."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.session import professionals as register
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.fields import ChoiceField, TextField
from borgerplan_desktop.gui.editing.frame_channels import offer_channels
from borgerplan_desktop.gui.templates.shelter_dialog import ShelterDialog
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.gui.widgets.phone_notice import PhoneNotice
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Professional
from borgerplan_desktop.phone_number import phone_number

CHANGE = N_("Change a professional")


class ProfessionalDialog(ShelterDialog):
    shown = (Professional,)

    def __init__(self, archive: Archive, who: Professional, parent: QWidget | None = None) -> None:
        super().__init__(archive.shelter, who, _("Professional"), _(
            "The same on every citizen's map. What you correct here is corrected everywhere."), parent)
        self._archive, self.who = archive, who
        self.name, self.role, self.unit = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.phone, self.email, self.sector = QLineEdit(self), QLineEdit(self), calm_combo(QComboBox(self))
        facts = FieldGrid(280, 2, self)
        column = Professional
        for words, edit, field in (
                (_("Name"), self.name, column.name), (_("Role"), self.role, column.role),
                (_("Unit"), self.unit, column.organisation), (_("Phone"), self.phone, column.phone),
                (_("E-mail"), self.email, column.email)):
            facts.add_named(words, edit)
            TextField(edit, self._desk, field, CHANGE).show_row(who)
        facts.add_named(_("Part of life"), self.sector)
        ChoiceField(self.sector, self._desk, column.sector, CHANGE,
                    list(sector_names(archive.shelter.case).items())).show_row(who)
        PhoneNotice(self.phone)
        offer_channels(self.phone, self.email, archive.shelter.case)
        OfferedWords(self.unit, [each.name for each in register.units(archive.shelter)],
                     _("Units in the register"), _("Choose from the register"),
                     _("The down key shows the units in the register. You may write another."))
        self.coordinates = WrappedCheck(_("Can be coordinator"), self)
        self.used, self.twice = plain_label("", "", self, wrap=True), plain_label("", "warn", self, wrap=True)
        self._others = QVBoxLayout()
        self.others: list[QWidget] = []
        self.retire = button("", "", "quiet", self)
        self.retire.setAutoDefault(False)
        body = self.page_scroll.body
        for each in (facts, self.coordinates, self.used, self.twice):
            body.addWidget(each)
        body.addLayout(self._others)
        body.addWidget(self.retire)
        body.addStretch(1)
        self.coordinates.clicked.connect(self._on_coordinates)
        self.retire.clicked.connect(self._on_retire)
        self.refresh()
        self.name.setFocus()

    def show_rows(self) -> None:
        if not self.who.exists:
            return
        self.coordinates.setChecked(self.who.may_coordinate)
        self.used.setText(self._used_by(self.who))
        words = _("Use again") if self.who.retired else _("Not used any more")
        self.retire.setText(words)
        self.retire.setAccessibleName(words)
        self._show_alike()

    def _show_alike(self) -> None:
        for old in self.others:
            old.hide()
            old.deleteLater()
        self.others = []
        kept = self.who.itself
        if kept is not self.who:
            said = _("Stood here twice. {name} speaks for both everywhere; »Use again« makes them two.")
            say(self.twice, said.format(name=_about(kept)))
            return
        found = register.alike(self._archive.shelter, self.who) if not self.who.retired else []
        say(self.twice, _("May stand here twice. Are they one, this one is kept and speaks for both everywhere:")
            if found else "")
        for each in found:
            about = _about(each)
            words = plain_label(f"{about} · {self._used_by(each)}", "small", self, wrap=True)
            acts = QWidget(self)
            flow = FlowLayout(acts, 10)
            for text, spoken, act in ((_("They are one"), _("{name} is the same person"), self._merge),
                                      (_("Take out of use"), _("Take {name} out of use"), self._take_out)):
                made = button(text, "", "quiet", acts)
                made.setAutoDefault(False)
                made.setAccessibleName(spoken.format(name=about))
                made.clicked.connect(partial(act, each))
                flow.addWidget(made)
            for part in (words, acts):
                self._others.addWidget(part)
                self.others.append(part)

    def _used_by(self, who: Professional) -> str:
        try:
            return register.where_used(self._archive, [who]).said
        except (Refused, StoreError) as error:
            return sentence(error)

    def _merge(self, other: Professional) -> None:
        self._desk.do(register.merge_professionals, self.who, other)
        self.refresh()                                   # what the fields have may have come from the other

    def _take_out(self, who: Professional) -> None:
        self._desk.do(register.retire_professional, who)

    def _on_coordinates(self) -> None:
        self._desk.do(write, self.who, Professional.may_coordinate, self.coordinates.isChecked(),
                      N_("Changed who can be coordinator"))

    def _on_retire(self) -> None:
        self._desk.do(register.retire_professional, self.who, not self.who.retired)

    def _done_elsewhere(self) -> str:
        return "" if self.who.exists else _("This professional has just been removed somewhere else.")


def _about(who: Professional) -> str:
    return ", ".join(part for part in (who.name, who.role, who.organisation, phone_number(who.phone)) if part)
