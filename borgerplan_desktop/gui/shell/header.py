"""The head of a citizen's pages: who, the facts that matter at a glance, print, and the one next action."""
from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QMenu, QPushButton, QWidget

from borgerplan_desktop.gui.appearance.form import load_form, set_button_icon
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.chip_button import Chip, ChipButton
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import ElidedLabel, set_tip
from borgerplan_desktop.i18n import _

CHIPS = 96  # design pixels: the least beside a name, where all chips are counted in one
LONG_NAME = 420  # design pixels; a name up to here stands in full, and where it cannot the buttons stand below it


@dataclass(frozen=True)
class HeaderAction:
    """Something to do: its key, its words and its icon."""

    key: str
    text: str
    icon: str = ""


@dataclass(frozen=True)
class HeaderFacts:
    """What the header shows; empty texts are left out."""

    name: str
    room: str = ""
    chips: tuple[Chip, ...] = ()
    next: HeaderAction | None = None
    more: tuple[HeaderAction, ...] = ()
    paper: str = ""                                      # the words of the button that prints; "" = there is no paper


class Header(QFrame):
    """`wanted(key)` for the next action and the menu, `print_wanted()` for the paper of the tab."""

    wanted = Signal(str)
    print_wanted = Signal()

    name_label: ElidedLabel
    room_label: QLabel
    top_row: QBoxLayout
    name_line: QBoxLayout
    print_button: QPushButton
    next_button: QPushButton
    more_button: QPushButton
    chips: QWidget

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = HeaderFacts("")
        self._low = self._one_line = False
        load_form(self, "header")
        self._flow = FlowLayout(self.chips, gap=8)
        self._chips: list[ChipButton] = []
        self._rest = ChipButton("", "line", parent=self.chips)
        self._rest.hide()
        self._flow.fold_into(self._rest)                 # one line, always: the tabs below stay where they are
        self._left = QMenu(self._rest)
        self._left.triggered.connect(self._on_menu)
        self._rest.clicked.connect(self._on_rest)
        self._menu = QMenu(self.more_button)
        self._menu.triggered.connect(self._on_menu)
        self.more_button.setMenu(self._menu)
        self.print_button.clicked.connect(self.print_wanted)
        self.next_button.clicked.connect(self._on_next)

    def show_facts(self, facts: HeaderFacts) -> None:
        """Show another citizen, or what changed about this one."""
        if facts != self._facts:
            self._facts = facts
            self._show(facts)

    def _show(self, facts: HeaderFacts) -> None:
        self._show_chips(facts.chips)
        self.name_label.setText(facts.name)
        self.room_label.setText(_("Room {room}").format(room=facts.room) if facts.room else "")
        self.next_button.setVisible(facts.next is not None)
        self.next_button.setText(facts.next.text if facts.next is not None else "")
        if facts.next is not None:
            set_button_icon(self.next_button, facts.next.icon or "arrow_right", right=not facts.next.icon)
        self.print_button.setVisible(bool(facts.paper))
        self.name_label.setMinimumHeight(self.print_button.sizeHint().height())  # the tabs stay where they are without
        self._menu.clear()
        for offered in facts.more:
            action = QAction(offered.text, self._menu)
            action.setData(offered.key)
            self._menu.addAction(action)
        self.more_button.setVisible(bool(facts.more))
        self._share_room()

    def _show_chips(self, chips: tuple[Chip, ...]) -> None:
        """A chip that says something else is the same widget: the keyboard may be there."""
        if len(chips) != len(self._chips):
            self._flow.clear()
            self._chips = [ChipButton(parent=self.chips) for _chip in chips]
            for made in self._chips:
                made.clicked.connect(self._on_chip)
                self._flow.addWidget(made)
            self.chips.setVisible(bool(chips))
        for widget, chip in zip(self._chips, chips, strict=True):
            widget.say(chip.text, chip.kind, chip.icon)
        self._flow.arrange()
        self._tell_cut()

    def _tell_cut(self) -> None:
        """What a chip has no room for, its tip says."""
        for widget, chip in zip(self._chips, self._facts.chips, strict=True):
            set_tip(widget, ". ".join(each for each in (chip.text, chip.tip) if each) if widget.is_cut() else chip.tip)

    def be_low(self, low: bool, lowest: bool = False) -> None:
        """In a low window, or with large text: print without its words if they take room; in the lowest all of it on
        one line, if the name has room there.
        """
        if (low, lowest) != (self._low, self._one_line):
            self._low, self._one_line = low, lowest
            self._share_room()

    def _name_print(self, in_words: bool) -> None:
        words = self._facts.paper
        self.print_button.setText(words if in_words else "")
        self.print_button.setAccessibleName(words)
        set_tip(self.print_button, "" if in_words else words)

    def facts(self) -> HeaderFacts:
        return self._facts

    def minimumSizeHint(self) -> QSize:
        return QSize(px(360), super().minimumSizeHint().height())  # narrower than side by side: it stacks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        self._tell_cut()

    def _share_room(self) -> None:
        direction = QBoxLayout.Direction
        if self._one_line:
            self._name_print(in_words=False)
            if self._is_wide(px(CHIPS)):
                self._put_chips(beside=True)
                self.top_row.setDirection(direction.LeftToRight)
                return
        self._put_chips(beside=False)
        self._name_print(in_words=True)
        wide = self._is_wide()
        if self._low and not wide:
            self._name_print(in_words=False)
            wide = self._is_wide()
            self._name_print(in_words=not wide)          # below the name there is room for them again
        self.top_row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _put_chips(self, beside: bool) -> None:
        whole, line = self.layout(), self.name_line
        assert isinstance(whole, QBoxLayout)
        if beside is (line.indexOf(self.chips) >= 0):
            return
        if beside:
            whole.removeWidget(self.chips)
            line.insertWidget(line.count() - 1, self.chips, 1)
        else:
            line.removeWidget(self.chips)
            whole.addWidget(self.chips)
        line.setStretch(line.count() - 1, 0 if beside else 1)    # the space after them

    def _is_wide(self, chips: int = 0) -> bool:
        buttons = [b for b in (self.print_button, self.next_button, self.more_button) if not b.isHidden()]
        name = self.name_label.fontMetrics().horizontalAdvance(self._facts.name) + self.room_label.sizeHint().width()
        room = self.width() - sum(b.sizeHint().width() + px(12) for b in buttons) - px(70) - chips
        return room >= (name if chips else min(name, px(LONG_NAME)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_menu"):
            self._show(self._facts)

    def _on_next(self) -> None:
        if self._facts.next is not None:
            self.wanted.emit(self._facts.next.key)

    def _on_chip(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, ChipButton) and (key := self._facts.chips[self._chips.index(pressed)].key):
            self.wanted.emit(key)

    def _on_rest(self) -> None:
        """The chips there was no room for, as a small list."""
        self._left.clear()
        left = self._flow.folded()
        for widget, chip in zip(self._chips, self._facts.chips, strict=True):
            if widget in left:
                action = QAction(chip.text.replace("&", "&&"), self._left)
                action.setData(chip.key)
                self._left.addAction(action)
        self._left.popup(self._rest.mapToGlobal(self._rest.rect().bottomLeft()))

    def _on_menu(self, action: QAction) -> None:
        if action.data():
            self.wanted.emit(str(action.data()))
