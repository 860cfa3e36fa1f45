"""What shall be in the citizen's folder, and in which order."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.folder import choices, folder_paper, keep_folder
from borgerplan_desktop.casework.papers.plan_paper import Paper
from borgerplan_desktop.gui.appearance.dialog_size import fit_dialog
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.i18n import _

KEY = Qt.ItemDataRole.UserRole
WINDOW = (1040, 700)                                      # design pixels: the list, and a page beside it
LIST = 320


class FolderList(QWidget):
    """A tick for each paper; Alt+Up and Alt+Down, or the arrows, move one. What cannot be made stands there and says
    why, without a tick.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("What shall be in the folder"))
        self.list.setWordWrap(True)
        self.list.setProperty("role", "rows")            # room for the whole box of a tick, and for two lines
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setMinimumWidth(px(LIST))
        self.list.installEventFilter(self)
        for each in choices(desk.opened):
            item = QListWidgetItem(f"{each.title} – {each.why_not}" if each.why_not else each.title, self.list)
            item.setData(KEY, each.key)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
            if not each.why_not:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
                item.setCheckState(Qt.CheckState.Checked if each.usual else Qt.CheckState.Unchecked)
            item.setFlags(flags)
        self.list.setCurrentRow(0)
        self.up_button = icon_button("chevron_up", _("Earlier in the folder"), self)
        self.down_button = icon_button("chevron_down", _("Later in the folder"), self)
        row = QHBoxLayout()
        row.addWidget(plain_label(_("In this order"), "small", self), 1)
        row.addWidget(self.up_button)
        row.addWidget(self.down_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(plain_label(_("What shall be in the folder"), "smallbold", self))
        column.addWidget(self.list, 1)
        column.addLayout(row)
        # Signals
        self.list.itemChanged.connect(self._on_changed)
        self.list.model().rowsMoved.connect(self._on_changed)
        self.up_button.clicked.connect(partial(self.move_chosen, -1))
        self.down_button.clicked.connect(partial(self.move_chosen, 1))

    @property
    def keys(self) -> list[str]:
        """Of the papers that are ticked, in their order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [str(each.data(KEY)) for each in items
                if each.flags() & Qt.ItemFlag.ItemIsUserCheckable and each.checkState() is Qt.CheckState.Checked]

    def make(self, language: str, large_print: bool) -> Paper:
        """All that is ticked as one paper. Raises Refused where nothing is."""
        return folder_paper(self._desk.opened, self.keys, language, large_print)

    def remember(self) -> None:
        """It begins so the next time. What is printed is printed all the same, where that could not be stored."""
        if self.keys != [each.key for each in choices(self._desk.opened) if each.usual and not each.why_not]:
            self._desk.do(keep_folder, self.keys)

    def move_chosen(self, by: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + by, item)
            self.list.setCurrentRow(row + by)
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and (by := wanted_move(event)):
            self.move_chosen(by)
            return True
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        self.changed.emit()


def show_folder(desk: Desk, parent: QWidget) -> PaperWindow:
    """Choose what is in the citizen's folder, see all of it, and print or save it at once."""
    desk.settle.emit()                                   # half typed words belong on the paper
    folder = FolderList(desk, parent)
    window = PaperWindow(desk, _("The citizen's folder"), folder.make, parent, _("Print the folder"))
    fit_dialog(window, *WINDOW)
    window.body.insertWidget(0, folder)
    folder.changed.connect(window.paper.draw_again)
    for each in (window.print_button, window.save_button):
        each.clicked.connect(folder.remember)
    window.open()
    return window
