"""Every answer about one person, newest first, a no as well: what was said, what was taken out, and the signed form."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.signed_consent import signed_form
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.papers.consent_words import record_lines
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import PlainLabel, plain_label
from borgerplan_desktop.gui.widgets.show_more import ShowMore
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.consent import records_of
from borgerplan_desktop.model.network import NetworkMember


class ConsentHistory(QWidget):
    """`form_wanted(document id)`: somebody wants to see the form as it was signed."""

    form_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._member: NetworkMember | None = None
        self._lines = QWidget(self)
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.more = ShowMore(parent=self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(self._lines)
        whole.addWidget(self.more)
        self.setAccessibleName(_("All answers"))
        self.more.wanted.connect(self._refresh)

    def show_person(self, member: NetworkMember) -> None:
        """All that stands on record about this person, the newest first."""
        if member is not self._member:
            self._member = member
            self.more.begin_again()
        self._refresh()

    def _refresh(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        today, member = self._desk.opened.today(), self._member
        records = list(reversed(records_of(self._desk.case, member))) if member is not None else []
        self.setVisible(bool(records))
        if member is None or not records:
            return
        self.more.show_of(len(records))
        self._add(plain_label(_("All answers"), "small", self._lines))
        for each in records[:self.more.most]:
            head, *rest = record_lines(each, member, today)
            self._add(plain_label(head, "smallbold", self._lines, wrap=True))
            for line in rest:
                self._add(plain_label(line, "small", self._lines, wrap=True))
            document = signed_form(self._desk.opened, each)
            if document is not None:
                made = button(_("See the signed form"), "eye", "ghost", self._lines)
                made.setAccessibleName(_("See the form signed {date}").format(date=day(each.given_on, today)))
                made.setProperty("document", document.id)
                made.clicked.connect(self._on_form)
                self._add(made)
            self._column.addSpacing(6)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()                                    # now, not at the next event

    def words(self) -> list[str]:
        """What stands there, line by line."""
        labels = [each for each in self.findChildren(PlainLabel) if not each.isHidden()]
        return [each.words() for each in labels]

    def _on_form(self) -> None:
        self.form_wanted.emit(str(self.sender().property("document")))
