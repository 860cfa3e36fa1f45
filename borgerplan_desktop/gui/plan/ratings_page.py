"""How it is going in every area of life: asked on one page, seen as a wheel of two days over each other."""
from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.casework.plan import notes
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan import rating_words
from borgerplan_desktop.gui.plan.note_shown import said_day
from borgerplan_desktop.gui.plan.plan_page import PlanPage
from borgerplan_desktop.gui.plan.rating_box import AnswerOf, says
from borgerplan_desktop.gui.plan.rating_wheel import RatingWheel
from borgerplan_desktop.gui.printing.copy_for import CopyFor
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _, day, day_short
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.life_areas import area_name
from borgerplan_desktop.model.notes import RatedBy, Rating, RatingAnswer
from borgerplan_desktop.model.papers import DocumentKind
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.ratings import (
    answers_in,
    areas_asked,
    asked_of,
    days_answered,
    seen_differently,
    steps_forward,
    stood_on,
)

BESIDE = 1040                                            # design pixels from which the wheel stands beside the areas
PAIR = 500                                               # … from which the two answer side by side


class RatingsPage(PlanPage):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("How it is going"), parent)
        self.print_button = button(_("Print how it is going"), "print", "", self)
        self.copy_button = CopyFor(desk, self)
        self.wheel = RatingWheel(self)
        self.by, self.now, self.before = (calm_combo(QComboBox(self)) for _each in range(3))
        self.legend = plain_label("", "small", self, wrap=True)
        self.forward = plain_label("", "", self, wrap=True)
        self.areas = {area: _Area(desk, area, self) for area in areas_asked(desk.case)}
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        # Signals
        self.print_button.clicked.connect(self.print_paper)
        self.copy_button.wanted.connect(self.show_copy)
        self.by.activated.connect(self._on_by)
        for combo in (self.now, self.before):
            combo.activated.connect(self._draw)
        desk.changed.connect(self._on_changed)
        for by in RatedBy:
            self.by.addItem(rating_words.name_of(desk.case, by), by.value)
        self._on_by()

    def _lay_out(self) -> None:
        self.head.addWidget(self.copy_button)
        self.head.addWidget(self.print_button)
        asked = QVBoxLayout()
        asked.setSpacing(8)
        for each in self.areas.values():
            asked.addWidget(each)
        asked.addStretch(1)
        seen = Card(_("The wheel"), "trend", self)
        which = FieldGrid(110, 3, seen)
        for name, field in ((_("Who says"), self.by), (_("Now"), self.now), (_("Compared with"), self.before)):
            which.add_named(name, field)
        for widget in (which, self.wheel, self.legend, self.forward):
            seen.body.addWidget(widget)
        seen.body.addStretch(1)
        self._sides.setSpacing(12)
        self._sides.addLayout(asked, 3)
        self._sides.addWidget(seen, 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._sides)

    def take_keyboard(self) -> None:
        """The keyboard is at the first answer."""
        next(iter(self.areas.values())).answers[RatedBy.CITIZEN].scale.setFocus()

    def print_paper(self) -> bool:
        """The citizen's own copy."""
        show_paper(self._desk, BY_KIND[DocumentKind.RATINGS], self.window())
        return True

    def show_copy(self, reader: str) -> PaperWindow:
        """A copy for the person of the network with this id."""
        return show_paper(self._desk, BY_KIND[DocumentKind.RATINGS], self.window(), reader)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= px(BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != way:
            self._sides.setDirection(way)

    # ------------------------------------------------------------------------------------------- the wheel
    def _on_by(self) -> None:
        """The days of whoever says it: the newest, and the first."""
        days = days_answered(self._desk.case, self._who())
        today = self._desk.opened.today()
        first = days[-1:] if len(days) > 1 else []
        for combo, chosen, empty in ((self.now, days[:1], False), (self.before, first, True)):
            combo.clear()
            if empty:
                combo.addItem(_("No other day"), None)
            for each in days:
                combo.addItem(said_day(each, today), each.toordinal())
            combo.setCurrentIndex(combo.findData(chosen[0].toordinal()) if chosen else 0)
            combo.setEnabled(bool(days))
        self._draw()

    def _who(self) -> RatedBy:
        return RatedBy(self.by.currentData())

    def _draw(self) -> None:
        case, by, today = self._desk.case, self._who(), self._desk.opened.today()
        now, before = (date.fromordinal(data) if (data := combo.currentData()) else None
                       for combo in (self.now, self.before))
        days = [(each, stood_on(case, by, each)) if each is not None else None for each in (now, before)]
        self.wheel.show_days({area: area_name(case.register, area) for area in areas_asked(case)}, *days)
        self.legend.setVisible(now is not None)
        if now is not None:
            self.legend.setText(_("Full line with dots: {now}. Broken line with squares: {before}.").format(
                now=day(now, today), before=day(before, today)) if before is not None else
                _("Full line with dots: {now}.").format(now=day(now, today)))
        said = [_("{area}: from {before} to {now} since {date}").format(
            area=area_name(case.register, step.area), before=step.before, now=step.now, date=day_short(step.since))
            for step in steps_forward(days[1][1], days[0][1])] if days[0] is not None and days[1] is not None else []
        self.forward.setText("\n".join(said))
        self.forward.setVisible(bool(said))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Rating) or changes.touches(Goal):
            self._on_by()


class _Area(Card):
    """One area of life: what the two say today, and what was said last."""

    def __init__(self, desk: Desk, area: LifeArea, parent: QWidget) -> None:
        name = area_name(desk.case.register, area)
        super().__init__(name, "", parent)
        self._desk, self._area = desk, area
        self.last = plain_label("", "small", self, wrap=True)
        self.apart = plain_label(_("You see it differently. Talk about why."), "smallwarn", self, wrap=True)
        self.answers = {by: AnswerOf(says(desk, by), self, name) for by in RatedBy}
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(16)
        for by, answer in self.answers.items():
            answer.given.connect(partial(self._on_given, by))
            self._pair.addWidget(answer, 1)
        self.body.addLayout(self._pair)
        self.body.addWidget(self.last)
        self.body.addWidget(self.apart)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = (QBoxLayout.Direction.LeftToRight if event.size().width() >= px(PAIR)
               else QBoxLayout.Direction.TopToBottom)
        if self._pair.direction() != way:
            self._pair.setDirection(way)

    def _on_given(self, by: RatedBy, answer: int | RatingAnswer) -> None:
        self._desk.do(notes.rate, asked_of(self._desk.case, self._area), by, answer)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Rating):
            self._refresh()

    def _refresh(self) -> None:
        case, today = self._desk.case, self._desk.opened.today()
        said = []
        for by, answer in self.answers.items():
            found = answers_in(case, self._area, by)
            answer.show_rating(found[-1] if found and found[-1].rated_on == today else None)
            earlier = [each for each in found if each.rated_on < today]
            if earlier:
                said.append(_("{name} on {date}: {answer}").format(
                    name=rating_words.name_of(case, by), date=day_short(earlier[-1].rated_on),
                    answer=rating_words.answered(earlier[-1])))
        self.last.setText(" · ".join(said))
        self.last.setVisible(bool(said))
        self.apart.setVisible(seen_differently(case, self._area))
