"""What stands in sight before anybody leaves: what nobody has followed up, and what is still waited for. No blocker."""
from __future__ import annotations

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.showing.wait_words import title_of, who_asks
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _, day, ngettext
from borgerplan_desktop.model.application import Application
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.contact_note import MissedAppointment, unsettled
from borgerplan_desktop.model.course import Course, ResponsibilityRequest, has_died
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.wait import Wait, open_waits

MOST = 12                                                # lines; the rest are counted


class _InSight(Card):
    """Lines, and a door to where they are put right; nothing at all where there is nothing to say."""

    touched: tuple[type[Row], ...]                       # kinds whose changes make it anew

    def __init__(self, desk: Desk, title: str, icon: str, door: str, parent: QWidget | None) -> None:
        super().__init__(title, icon, parent)
        self._desk = desk
        self._leads_to = ""
        self.words = plain_label("", "", self, wrap=True)
        self.door = button(door, "arrow_right", "ghost", self)
        self.body.addWidget(self.words)
        self.body.addWidget(self.door)
        self.door.clicked.connect(self._on_door)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Say what is so now."""
        raise NotImplementedError

    def _say(self, lines: list[str], leads_to: str) -> None:
        self.words.setText("\n".join(lines))
        self._leads_to = leads_to
        self.setVisible(bool(leads_to))

    def _on_door(self) -> None:
        self._desk.go.emit("overview", self._leads_to)

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in self.touched):
            self.refresh()


class MissedCard(_InSight):
    """What the citizen did not come to, and we have not followed."""

    touched = (MissedAppointment,)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.missed: list[MissedAppointment] = []
        super().__init__(desk, _("First: be in touch again"), "phone", _("Go to the contacts"), parent)

    def refresh(self) -> None:
        case, today = self._desk.case, self._desk.opened.today()
        self.missed = [] if has_died(case) else unsettled(case)
        lines = [f"{day(each.on, today)}: {each.what}".rstrip(": ") for each in self.missed]
        self._say([_("These appointments were not kept, and nobody has been in touch since. It is our task to find out "
                     "why."), *_first(lines)], f"contacts:{self.missed[-1].id}" if self.missed else "")


class WaitsCard(_InSight):
    """What has no answer yet, and who asks again."""

    touched = (Application, ResponsibilityRequest, Course)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.waits: list[Wait] = []
        super().__init__(desk, _("We still wait for an answer"), "hourglass", _("Go to the applications"), parent)

    def refresh(self) -> None:
        case = self._desk.case
        self.waits = [] if has_died(case) else open_waits(case)
        self._say(_first([" · ".join((title_of(each), who_asks(each))) for each in self.waits]),
                  f"waiting:{self.waits[0].row.id}" if self.waits else "")


def _first(lines: list[str]) -> list[str]:
    more = len(lines) - MOST
    return lines if more <= 0 else [*lines[:MOST], ngettext("and {n} more", "and {n} more", more).format(n=more)]
