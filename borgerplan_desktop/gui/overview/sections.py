"""The parts of the whole course, as data: what each is called, how it is made, and which rows lie in it."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.contact_note import ContactNote, MissedAppointment, ReachTry
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.what_we_changed import WhatWeChanged


@dataclass(frozen=True)
class Section:
    """One part. `make(desk, parent)` imports and builds it when it is first shown."""

    key: str
    name: str                                            # a msgid
    icon: str
    make: Callable[[Desk, QWidget], Tab]
    holds: frozenset[type[Row]] = frozenset()            # the rows that are found in it
    among_people: bool = False                           # people sit together: no other citizen's name in sight


def _contacts(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.contacts.contacts_page import ContactsPage
    return ContactsPage(desk, parent)


def _feedback(desk: Desk, parent: QWidget) -> Tab:
    from borgerplan_desktop.gui.contacts.feedback_page import FeedbackPage
    return FeedbackPage(desk, parent)


SECTIONS: tuple[Section, ...] = (
    Section("contacts", N_("Contacts"), "phone", _contacts,
            frozenset({ContactNote, MissedAppointment, ReachTry, Appointment})),
    Section("feedback", N_("Feedback"), "speech", _feedback, frozenset({WhatWeChanged}), among_people=True),
)


def section_of(row: Row, sections: tuple[Section, ...] = SECTIONS) -> str:
    """The part in which a row lies; "" = none."""
    return next((each.key for each in sections if type(row) in each.holds), "")
