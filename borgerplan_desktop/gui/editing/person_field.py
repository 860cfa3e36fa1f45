"""A field that asks from whom: the people of the map are offered, and anything else may be written."""
from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import everybody
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.i18n import _


class FromMap(OfferedWords):
    """The people of the map, by name and organisation."""

    def __init__(self, field: QLineEdit, desk: Desk) -> None:
        names = [", ".join(part for part in (m.contact.name, m.contact.organisation) if part) for m in everybody(desk)]
        super().__init__(field, names, _("People of the map"), _("Choose from the map"),
                         _("The down key shows the people of the map. You may write somebody else."))
