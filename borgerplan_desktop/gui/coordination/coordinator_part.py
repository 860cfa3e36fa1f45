"""The coordinator: who is offered one, who it is, who has been told, and who it has been."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.coordination.agreement_changes import change_words, last_changes
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.coordination.beside_citizen import called
from borgerplan_desktop.gui.coordination.holder_card import HolderCard
from borgerplan_desktop.gui.coordination.question import question
from borgerplan_desktop.gui.coordination.told_card import ToldCard
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, TextField
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Answer, Cooperation
from borgerplan_desktop.model.course import CoordinatorAssignment, coordinator, needs_coordinator
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement, AgreementChange
from borgerplan_desktop.model.told import Told

GROUNDS = (
    (Cooperation.complex_actors, N_("Several places are to help, and several things are to be set going.")),
    (Cooperation.complex_situation, N_("Much hangs together, such as a risk of losing home, income or work.")),
    (Cooperation.complex_illness, N_("An illness needs a safe way from admission to discharge and the time after.")))


class CoordinatorPart(Tab):
    """`show_row` knows: grounds, told, ending; and the assignments by their id."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.page_scroll = PageScroll(_("Coordinator"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page_scroll)
        page = self.page_scroll.widget()
        self.holder, self.told, self.grounds = HolderCard(desk, page), ToldCard(desk, page), GroundsCard(desk, page)
        self.history, self.changed = HistoryCard(desk, page), ChangedCard(desk, page)
        for card in (self.holder, self.told, self.grounds, self.changed, self.history):
            self.page_scroll.body.addWidget(card)
        self.page_scroll.body.addStretch(1)
        desk.changed.connect(self._on_changed)

    def show_row(self, row_id: str) -> None:
        """Come here: the keyboard goes to what can be done about it."""
        field = {"grounds": self.grounds.fields[0], "told": self.told.first()}.get(row_id, self.holder.first())
        field.setFocus()
        self.page_scroll.ensureWidgetVisible(field)

    def has_main_button(self) -> bool:
        return needs_coordinator(self._desk.case)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(CoordinatorAssignment) or changes.touches(Cooperation):
            self.turned.emit()                           # whether there is a main button


class GroundsCard(Card):
    """The three grounds, and whether somebody coordinates already."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Who is offered a coordinator?"), "help", parent)
        self._desk, self._row = desk, desk.case.the(Cooperation)
        words = _("{name} is offered one when at least one of these fits. Ask together.").format(name=called(desk))
        self.body.addWidget(plain_label(words, "muted", self, wrap=True))
        self.fields = [calm_combo(QComboBox(self)) for _ground in GROUNDS]
        self.other_field, self.who_field = calm_combo(QComboBox(self)), QLineEdit(self)
        answers = [(each, _(each.label)) for each in Answer]
        grid = FieldGrid(240, 3, self)
        for field, (column, words) in zip(self.fields, GROUNDS, strict=True):
            grid.add(question(_(words), field, grid, low=True))
            ChoiceField(field, desk, column, N_("Answer about the coordinator"), answers).show_row(self._row)
        self.result_label = plain_label("", "bold", self, wrap=True)
        other = FieldGrid(240, 2, self)
        other.add(question(_("Is there one already, or a coordinating caseworker in the jobcenter?"), self.other_field,
                           other))
        self.who_box = question(_("Who is it?"), self.who_field, other)
        self.who_field.setPlaceholderText(_("e.g. Lone Friis, coordinating caseworker, jobcenter"))
        other.add(self.who_box)
        self.other_label = plain_label("", "muted", self, wrap=True)
        for part in (grid, self.result_label, other, self.other_label):
            self.body.addWidget(part)
        ChoiceField(self.other_field, desk, Cooperation.other_coordinator, N_("Answer whether there is a coordinator"),
                    answers).show_row(self._row)
        TextField(self.who_field, desk, Cooperation.other_coordinator_who,
                  N_("Write who coordinates already")).show_row(self._row)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Cooperation) or changes.touches(CoordinatorAssignment):
            self._refresh()

    def _refresh(self) -> None:
        name, how, there = called(self._desk), self._row, coordinator(self._desk.case) is not None
        words = {
            Answer.YES: _("{name} is offered a coordinator.").format(name=name),
            Answer.NO: _("None of them fits now. Ask again when something changes."),
            Answer.NOT_ASKED: ""}[how.offered_coordinator]
        if there and how.offered_coordinator is Answer.NO:
            words = _("None of them fits any more. Make a plan for what follows with {name}, and tell "
                      "everybody.").format(name=name)
        say(self.result_label, words)
        already = how.other_coordinator is Answer.YES
        self.who_box.setVisible(already)
        say(self.other_label, _("One is enough. Agree with them on who holds the threads together.") if already else "")


class HistoryCard(Card):
    """Who it has been, from when to when, and why it changed hands."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Who it has been"), "history", parent)
        self._desk = desk
        self.lines = plain_label("", "", self, wrap=True)
        self.body.addWidget(self.lines)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(CoordinatorAssignment) or changes.touches(NetworkMember):
            self._refresh()

    def _refresh(self) -> None:
        past = [each for each in reversed(self._desk.case.all(CoordinatorAssignment)) if each.until is not None]
        today = self._desk.opened.today()
        self.setVisible(bool(past))
        self.lines.setText("\n".join(
            self._said(each, _("{start} to {end}").format(start=day(each.since, today), end=day(each.until, today)))
            for each in past if each.until is not None))

    @staticmethod
    def _said(assignment: CoordinatorAssignment, when: str) -> str:
        name = assignment.member.contact.said_name if assignment.member is not None else _("Somebody of the network")
        parts = [when, _("temporary") if assignment.temporary else "",
                 _(assignment.agreed_how.label) if assignment.agreed_how is not None else "", assignment.reason]
        return f"{name}: " + " · ".join(part for part in parts if part)


class ChangedCard(Card):
    """What partners have changed in the agreements, as coming from them."""

    FEW = 5

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Changed by partners"), "edit", parent)
        self._desk = desk
        self.lines = plain_label("", "", self, wrap=True)
        self.plan_button = self.add_action(_("To the agreements"), "chevron_right", icon_right=True)
        self.body.addWidget(self.lines)
        self.plan_button.clicked.connect(self._on_plan)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_plan(self) -> None:
        self._desk.go.emit("plan", "agreements")

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (AgreementChange, Agreement, NetworkMember, Told)):
            self._refresh()

    def _refresh(self) -> None:
        today = self._desk.opened.today()
        shown = last_changes(self._desk.case)[:self.FEW]
        self.lines.setText("\n".join(f"{agreement.text}. {change_words(change, today)}" for agreement, change in shown)
                           or _("Nothing yet. When a partner changes an agreement, write it at the agreement: "
                                "»Changed by a partner«."))
