"""One person who was there when a plan was adopted: whether they agree, in their words, and how they signed."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QWidget

from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.prose import citizens_own
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.plan import Agreed, SignedHow

LONGEST = 12                                             # lines of what somebody says, before it scrolls


class ApprovalRow(QFrame):
    """Nothing of it has to be filled in. `sign_wanted`: they want to draw their signature."""

    agreed_chosen = Signal()
    signed_chosen = Signal()
    sign_wanted = Signal()
    removed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "flat")
        self.setAccessibleName(name)
        self._signed = SignedHow.NOT_YET
        self.name_label = plain_label(name, "bold", self, wrap=True)
        self.agreed = calm_combo(QComboBox(self), 14)
        self.agreed.addItem(_("Not asked yet"), None)
        for each in Agreed:
            self.agreed.addItem(_(each.label), each)
        self.signed = calm_combo(QComboBox(self), 18)
        # What opens a window is last: an arrow key passes every other answer before it.
        for how in (SignedHow.NOT_YET, SignedHow.ON_PAPER, SignedHow.DECLINED, SignedHow.ON_SCREEN):
            self.signed.addItem(_("Sign on the screen …") if how is SignedHow.ON_SCREEN else _(how.label), how)
        self.words = citizens_own(GrowingTextEdit("", 1, LONGEST, self))
        self.words.setPlaceholderText(_("In their own words, if they want to add something"))
        self.remove_button = icon_button("close", _("{name} was not there").format(name=name), self)
        self.remove_button.setAutoDefault(False)
        for edit, told in ((self.agreed, _("Does {name} agree?")), (self.signed, _("The signature of {name}")),
                           (self.words, _("What {name} says to the plan"))):
            edit.setAccessibleName(told.format(name=name))
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 8, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.name_label, 0, 0, 1, 2)
        grid.addWidget(self.remove_button, 0, 2)
        answers = FieldGrid(230, 2, self)                # below each other where there is little room
        for each in (self.agreed, self.signed):
            answers.add(each)
        grid.addWidget(answers, 1, 0, 1, 3)
        grid.addWidget(self.words, 2, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.agreed.activated.connect(self.agreed_chosen)
        self.signed.activated.connect(self._on_signed)
        self.remove_button.clicked.connect(self.removed)

    @property
    def agrees(self) -> Agreed | None:
        chosen = self.agreed.currentData()               # Qt gives the bare word back
        return Agreed(chosen) if chosen else None

    @property
    def signed_how(self) -> SignedHow:
        return self._signed

    def show_answers(self, agreed: Agreed | None, signed: SignedHow) -> None:
        """As it stands now."""
        self.agreed.setCurrentIndex(max(0, self.agreed.findData(agreed)))
        self.show_signed(signed)

    def show_signed(self, signed: SignedHow) -> None:
        """How they signed; what is drawn stays there until another is chosen."""
        self._signed = signed
        drawn = self.signed.findData(SignedHow.ON_SCREEN)
        self.signed.setItemText(drawn, _(signed.label) if signed is SignedHow.ON_SCREEN else _("Sign on the screen …"))
        self.signed.setCurrentIndex(self.signed.findData(signed))

    def _on_signed(self, index: int) -> None:
        how = SignedHow(self.signed.itemData(index))
        if how is SignedHow.ON_SCREEN:                   # chosen when it is drawn, not before
            self.show_signed(self._signed)
            self.sign_wanted.emit()
        else:
            self.show_signed(how)
            self.signed_chosen.emit()
