"""How we were in touch: one press, also of Alt with its letter, or of an arrow."""
from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.contact_note import ContactChannel

# Alt with the letter after the "&" chooses it.
WORDS = {ContactChannel.TALK: N_("&Talk"), ContactChannel.PHONE: N_("&Phone"), ContactChannel.SMS: N_("&SMS"),
         ContactChannel.EMAIL: N_("&E-mail"), ContactChannel.VISIT: N_("&Visit"), ContactChannel.LETTER: N_("&Letter")}
ICONS = {ContactChannel.TALK: "speech", ContactChannel.PHONE: "phone", ContactChannel.SMS: "send",
         ContactChannel.EMAIL: "note", ContactChannel.VISIT: "house", ContactChannel.LETTER: "sign"}


class ChannelChoice(QWidget):
    """`picked(ContactChannel)` when a person chooses. `onward(str)`: the keyboard goes on to the words, of which
    this is typed already."""

    picked = Signal(object)
    onward = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._flow = FlowLayout(self, 6)
        self.buttons: dict[ContactChannel, QPushButton] = {}
        for number, channel in enumerate(ContactChannel):
            words = _(WORDS[channel])
            made = button(words.replace("&", ""), ICONS[channel], "quiet", self)
            made.setText(words)
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.setAccessibleDescription(_("Press {key}").format(key=f"Alt+{self.letter(channel)}"))
            self._group.addButton(made, number)
            self._flow.addWidget(made)
            self.buttons[channel] = made
        self.choose(ContactChannel.TALK)
        self._group.idClicked.connect(self._on_clicked)

    @staticmethod
    def letter(channel: ContactChannel) -> str:
        """The letter that chooses it, as it stands in its words."""
        return _(WORDS[channel]).partition("&")[2][:1].upper()

    @property
    def channel(self) -> ContactChannel:
        return list(ContactChannel)[max(0, self._group.checkedId())]

    def choose(self, channel: ContactChannel) -> None:
        self.buttons[channel].setChecked(True)
        self.setFocusProxy(self.buttons[channel])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whoever types here means the words: no letter is lost, and none chooses."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if plain and event.text().isprintable() and event.text().strip():
            self.onward.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, number: int) -> None:
        channel = list(ContactChannel)[number]
        self.setFocusProxy(self.buttons[channel])
        self.picked.emit(channel)
        if self.buttons[channel].hasFocus():             # pressed; an arrow comes from the one beside it, and may go on
            self.onward.emit("")
