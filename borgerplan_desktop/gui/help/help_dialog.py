"""The guide inside the program: topics to search, beside the work, without a network."""
from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.help.help_topics import HEAD, POINT, TOPICS, Topic
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _

ROLES = {HEAD: "h2", POINT: ""}


class HelpDialog(Dialog):
    """`tour_wanted()` to see the first steps where they are used."""

    form = "help_dialog"
    drawn = (900, 620)

    tour_wanted = Signal()

    search_field: QLineEdit
    topics_list: QListWidget
    none_label: QLabel
    text_scroll: QScrollArea
    text_column: QVBoxLayout
    tour_button: QPushButton
    close_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: QWidget | None = None
        self.close_button.setAutoDefault(False)
        self.tour_button.setAutoDefault(False)
        # Signals
        self.search_field.textChanged.connect(self._fill)
        self.topics_list.currentRowChanged.connect(self._on_topic)
        self.tour_button.clicked.connect(self.tour_wanted)
        self.close_button.clicked.connect(self.accept)
        # Initial update
        self._fill()
        self.search_field.setFocus()

    def show_topic(self, key: str) -> None:
        """Bring a topic to the front."""
        self.search_field.clear()
        keys = [topic.key for topic in TOPICS]
        self.topics_list.setCurrentRow(keys.index(key) if key in keys else 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "close_button"):
            self._fill()

    def _fill(self) -> None:
        """The topics that have every word that is searched for."""
        now = self.topics_list.currentItem()
        chosen = now.data(Qt.ItemDataRole.UserRole) if now is not None else ""
        words = self.search_field.text().casefold().split()
        found = [topic for topic in TOPICS if all(word in _whole(topic) for word in words)]
        self.topics_list.clear()
        for topic in found:
            item = QListWidgetItem(_(topic.title))
            item.setData(Qt.ItemDataRole.UserRole, topic.key)
            self.topics_list.addItem(item)
        self.topics_list.setVisible(bool(found))
        self.none_label.setVisible(not found)
        self.none_label.setText(_("Nothing found with »{text}«. Try another word.").format(
            text=self.search_field.text().strip()))
        keys = [topic.key for topic in found]
        self.topics_list.setCurrentRow(keys.index(chosen) if chosen in keys else 0 if found else -1)

    def _on_topic(self, at: int) -> None:
        item = self.topics_list.item(at)
        topic = next((t for t in TOPICS if item is not None and t.key == item.data(Qt.ItemDataRole.UserRole)), None)
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
            self._page = None
        if topic is None:
            return
        self._page = _page(topic, self.text_scroll)
        self.text_column.addWidget(self._page)
        self._page.show()
        self.text_scroll.verticalScrollBar().setValue(0)


def _page(topic: Topic, parent: QWidget) -> QWidget:
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    column.addWidget(plain_label(_(topic.title), "title", page, wrap=True))
    for line in topic.lines:
        text, mark = _line(line)
        shown = f"•  {text}" if mark == POINT else text
        column.addWidget(plain_label(shown, ROLES.get(mark, ""), page, wrap=True))
    column.addStretch(1)
    return page


def _line(line: str) -> tuple[str, str]:
    """The words of a line in the screen's language, and its mark."""
    mark = line[:2] if line[:2] in ROLES else ""
    return _(line[len(mark):]), mark


def _whole(topic: Topic) -> str:
    return " ".join([_(topic.title), *(_line(line)[0] for line in topic.lines)]).casefold()
