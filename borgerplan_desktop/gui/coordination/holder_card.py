"""Who holds the threads together now: for how long, how it was agreed, and what can be done about it."""
from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from borgerplan_desktop.casework.coordination.notice import ROLE, plan_distribution_meeting
from borgerplan_desktop.casework.course.coordination import is_asked, said_yes
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.coordination.beside_citizen import called
from borgerplan_desktop.gui.coordination.end_coordination import EndCoordination
from borgerplan_desktop.gui.coordination.question import question
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, DateField, TextField
from borgerplan_desktop.gui.editing.hand_over_coordination import HandOverCoordination
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import N_, _, day, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Cooperation
from borgerplan_desktop.model.course import (
    AgreedHow,
    CoordinatorAssignment,
    coordinator,
    ended_coordination,
    needs_coordinator,
)
from borgerplan_desktop.model.meeting import Meeting, MeetingKind
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.phone_number import phone_number


class HolderCard(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Who holds the threads together"), "link", parent)
        self._desk = desk
        self.pill = Pill("", parent=self)
        self.name_label = plain_label("", "bold", self, wrap=True)
        self.about_label = plain_label("", "small", self, wrap=True)
        self.clock_label = plain_label("", "", self, wrap=True)
        self.role_label = plain_label(_(ROLE), "muted", self, wrap=True)
        self.head.insertWidget(self.head.count() - 1, self.pill)
        self.how_field, self.on_field = calm_combo(QComboBox(self)), DateEdit(parent=self)
        self.on_field.look(Toward.BACK)
        self.agreed = FieldGrid(230, 2, self)
        self.agreed.add(question(_("How it was agreed"), self.how_field, self.agreed))
        self.agreed.add(question(_("Agreed on"), self.on_field, self.agreed))
        self.after_field = GrowingTextEdit(least=2, parent=self)
        self.after_box = question(_("The plan for what follows, made with {name}").format(name=called(desk)),
                                  self.after_field, self)
        actions = QWidget(self)
        flow = FlowLayout(actions, 6)
        self.choose_button = self._button(actions, flow, _("Choose the coordinator"), "user_plus", "primary")
        self.yes_button = self._button(actions, flow, _("Has said yes"), "check")
        self.permanent_button = self._button(actions, flow, _("Make permanent"), "check")
        self.hand_button = self._button(actions, flow, _("Hand over …"), "send")
        self.meeting_button = self._button(actions, flow, _("Plan a distribution meeting"), "calendar")
        self.end_button = self._button(actions, flow, _("End coordination …"), "flag")
        for part in (self.name_label, self.about_label, self.clock_label, self.role_label, self.agreed, self.after_box,
                     actions):
            self.body.addWidget(part)
        self._how = ChoiceField(self.how_field, desk, CoordinatorAssignment.agreed_how,
                                N_("How the coordinator was agreed"),
                                [(None, _("Not noted")), *((each, _(each.label)) for each in AgreedHow)])
        self._on = DateField(self.on_field, desk, CoordinatorAssignment.agreed_on,
                             N_("When the coordinator was agreed"))
        self._after = TextField(self.after_field, desk, CoordinatorAssignment.plan_for_after,
                                N_("Edit the plan for what follows"))
        # Signals
        for made, act in ((self.choose_button, self._on_choose), (self.yes_button, self._on_yes),
                          (self.permanent_button, self._on_permanent), (self.hand_button, self._on_choose),
                          (self.meeting_button, self._on_meeting), (self.end_button, self._on_end)):
            made.clicked.connect(act)
        desk.changed.connect(self._on_changed)
        self._refresh()

    @staticmethod
    def _button(parent: QWidget, flow: FlowLayout, words: str, icon: str, kind: str = "") -> QPushButton:
        made = button(words, icon, kind, parent)
        flow.addWidget(made)
        return made

    def first(self) -> QWidget:
        """Where the keyboard goes: the first thing that can be done."""
        order = (self.choose_button, self.permanent_button, self.yes_button, self.hand_button, self.after_field)
        return next((each for each in order if not each.isHidden()), self.hand_button)

    # ------------------------------------------------------------------ acting
    def _on_choose(self) -> None:
        self._desk.settle.emit()
        HandOverCoordination(self._desk, None, self.window()).open()

    def _on_yes(self) -> None:
        self._desk.do(said_yes)

    def _on_permanent(self) -> None:
        present = coordinator(self._desk.case)
        if present is not None and present.member is not None:
            HandOverCoordination(self._desk, present.member, self.window()).open()

    def _on_meeting(self) -> None:
        planned = self._planned()
        meeting = planned or self._desk.made(plan_distribution_meeting)
        if meeting is not None:
            self._desk.go.emit("meetings", meeting.id)

    def _on_end(self) -> None:
        self._desk.settle.emit()
        EndCoordination(self._desk, self.window()).open()

    def _planned(self) -> Meeting | None:
        """A distribution meeting that is still ahead."""
        return next((m for m in self._desk.case.all(Meeting)
                     if m.kind is MeetingKind.DISTRIBUTION and m.status.ahead), None)

    # ------------------------------------------------------------------ showing
    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (CoordinatorAssignment, NetworkMember, Meeting, Cooperation)):
            self._refresh()

    def _refresh(self) -> None:
        case, today = self._desk.case, self._desk.opened.today()
        present, ended = coordinator(case), ended_coordination(case)
        self._how.show_row(present)
        self._on.show_row(present)
        self._after.show_row(ended)
        needed = present is None and needs_coordinator(case)
        self.agreed.setVisible(present is not None)
        self.after_box.setVisible(ended is not None)
        self.choose_button.setVisible(present is None)
        self.choose_button.setProperty("kind", "primary" if needed else "")
        self.yes_button.setVisible(present is not None and is_asked(present))
        self.permanent_button.setVisible(present is not None and present.temporary)
        self.hand_button.setVisible(present is not None)
        self.meeting_button.setVisible(present.temporary if present is not None else needed)
        planned = self._planned()
        words = _("To the distribution meeting") if planned is not None else _("Plan a distribution meeting")
        self.meeting_button.setText(words)
        self.meeting_button.setAccessibleName(words)
        self.end_button.setVisible(present is not None)
        self._say(present, ended, needed, today)

    def _say(self, present: CoordinatorAssignment | None, ended: CoordinatorAssignment | None, needed: bool,
             today: date) -> None:
        member = present.member if present is not None else None
        if present is not None and member is not None:
            contact = member.contact
            word, kind = (_("Temporary"), "warn") if present.temporary else (
                (_("Asked"), "info") if is_asked(present) else (_("Permanent"), "good"))
            self.pill.say(word, kind, "link")
            self.name_label.setText(", ".join(part for part in (contact.said_name, member.described) if part))
            parts = [_("Since {date}").format(date=day(present.since, today)),
                     _("Said yes {date}").format(date=day(present.said_yes_on, today)) if present.said_yes_on else "",
                     _("tel. {phone}").format(phone=phone_number(contact.phone)) if contact.phone else ""]
            say(self.about_label, " · ".join(part for part in parts if part))
            say(self.clock_label, week_clock(present, today) if present.temporary else "")
        else:
            self.name_label.setText(
                _("Coordination ended {date}.").format(date=day(ended.until or today, today)) if ended is not None
                else _("Nobody is coordinator yet.") if needed else _("There is no need for a coordinator here now."))
            say(self.about_label, ended.reason if ended is not None else "")
            say(self.clock_label, _("Whoever sees that one is missing is coordinator for now. Agree on a permanent one "
                                    "within a week.") if needed else "")
            self.pill.hide()
        self.pill.setVisible(present is not None)
        self.role_label.setVisible(present is not None or needed)


def week_clock(assignment: CoordinatorAssignment, today: date) -> str:
    """Until when a permanent one is to be agreed, as a date and in words."""
    by = assignment.permanent_by
    left = (by - today).days
    if left < 0:
        return _("A permanent coordinator should have been agreed {date}. Do it directly or at a distribution "
                 "meeting.").format(date=day(by, today))
    when = _("today") if left == 0 else ngettext("in {n} day", "in {n} days", left).format(n=left)
    return _("Agree on a permanent coordinator by {date} ({when}), directly or at a distribution meeting.").format(
        date=day(by, today), when=when)
