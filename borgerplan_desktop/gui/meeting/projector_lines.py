"""Lines in large type at the left of the meeting: the points of the agenda and the topics put aside."""
from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import set_role
from borgerplan_desktop.gui.meeting.participant_names import title_of
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.pressable import Pressable
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.meeting import AgendaItem, ParkedTopic


class ProjectorPoint(Pressable):
    """A point of the agenda: done, present, or to come; a press turns to it."""

    chosen = Signal(object)

    def __init__(self, item: AgendaItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._shown: tuple[str, int, bool, bool] | None = None
        self.sign = IconView("circle", "field", 24, 2.2, self)
        self.title = plain_label("", "stage", self, wrap=True)
        self.minutes = plain_label("", "stage_small", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 14, 6)
        row.setSpacing(12)
        row.addWidget(self.sign)
        row.addWidget(self.title, 1)
        row.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignVCenter)
        self.let_through()
        self.clicked.connect(self._on_clicked)

    def show_state(self, now: bool) -> None:
        item = self.item
        title = title_of(item)
        shown = (title, item.minutes, item.done, now)
        if shown == self._shown:                         # the agenda is long: only what is different is laid out anew
            return
        self._shown = shown
        state = _("now") if now else _("done") if item.done else _("to come")
        self.sign.show_icon(*(("arrow_right", "accent") if now else ("check", "good") if item.done else
                              ("circle", "field")))
        self.title.setText(title)
        set_role(self.title, "stage_bold" if now else "stage_done" if item.done else "stage")
        self.minutes.setText(str(item.minutes))
        self.set_now(now)
        minutes = ngettext("{n} minute", "{n} minutes", item.minutes).format(n=item.minutes)
        self.setAccessibleName(f"{title}, {minutes}, {state}")

    def _on_clicked(self) -> None:
        self.chosen.emit(self.item)


class ProjectorTopic(QWidget):
    """A topic put aside, with a way to take it up now after all."""

    taken_up = Signal(object)

    def __init__(self, topic: ParkedTopic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topic = topic
        self.text = plain_label("", "stage", self, wrap=True)
        self.button = icon_button("close", "", self)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)

    def refresh(self) -> None:
        self.text.setText(self._topic.text)
        self.button.setAccessibleName(_("Take it up now: {topic}").format(topic=self._topic.text))

    def _on_clicked(self) -> None:
        self.taken_up.emit(self._topic)
