"""Written once: where the texts of the case were used again, told quietly below the papers."""
from __future__ import annotations

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _, day, listed, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.meeting import Participant
from borgerplan_desktop.model.papers import Delivery, Document
from borgerplan_desktop.model.told import Told
from borgerplan_desktop.model.written_once import Use, uses_of_texts

GIVEN = (Document, Delivery, Participant, Told)          # what says that texts were used
FEW = 4                                                  # uses in sight


class WrittenOnceCard(Card):
    """Nothing where nothing has been used yet."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Written once"), "link", parent)
        self._desk, self._all = desk, False
        self.lines = plain_label("", "", self, wrap=True)
        self.more_button = button(_("Show all"), "chevron_down", "quiet", self)
        self.body.addWidget(self.lines)
        self.body.addWidget(self.more_button)
        self.more_button.clicked.connect(self._on_more)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_more(self) -> None:
        self._all = True
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if any(map(changes.touches, GIVEN)):
            self._refresh()

    def _refresh(self) -> None:
        uses = uses_of_texts(self._desk.case)
        self.setVisible(bool(uses))
        self.set_title(ngettext("Written once, used {n} time", "Written once, used {n} times", len(uses)).format(
            n=len(uses)))
        self.lines.setText("\n".join(self._told(use) for use in (uses if self._all else uses[:FEW])))
        self.more_button.setVisible(len(uses) > FEW and not self._all)

    def _told(self, use: Use) -> str:
        said = ", ".join(f"{_(kind.label).lower()} ({n})" for kind, n in use.said)
        words = _("{paper}, {date}: {texts}").format(paper=_(use.label), date=day(use.on, self._desk.opened.today()),
                                                     texts=said)
        return words + (" · " + _("given to {names}").format(names=listed(list(use.to))) if use.to else "")
