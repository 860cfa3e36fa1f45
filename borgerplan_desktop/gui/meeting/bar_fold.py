"""The meeting's steps and buttons on one line where little height is left: the page needs the room."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton, QWidget

from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.appearance.low import is_low
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.label import set_tip, show_if
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.step_indicator import StepIndicator

APART, EDGES = 14, 48                                    # design pixels, as drawn


class BarFold(QObject):
    """In a low window the steps say their name only, the paper's button shows its icon, and the pill and the day go
    where all does not fit beside them.
    """

    def __init__(self, bar: SideBySide, steps: StepIndicator, state: Pill, paper: QPushButton, when: QWidget,
                 *others: QWidget) -> None:
        super().__init__(bar)
        self._bar, self._steps, self._state, self._paper, self._when = bar, steps, state, paper, when
        self._others = others
        self._dated = False                              # the day stands there where there is room
        self._usual = bar.property("need")
        self._words = ""
        bar.installEventFilter(self)
        if (tab := bar.parentWidget()) is not None:      # it also hears that the window is lower or higher
            tab.installEventFilter(self)

    def show_paper(self, words: str, icon: str) -> None:
        """The paper that one looks at here; "" = none. Said last, when everything else of the bar is."""
        self._words, self._dated = words, not self._when.isHidden()
        self._paper.setVisible(bool(words))
        if words:
            self._paper.setAccessibleName(words)
            set_button_icon(self._paper, icon)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._arrange()
        return False

    def _arrange(self) -> None:
        low = is_low(self._bar)
        self._steps.set_low(low)
        self._paper.setText("" if low else self._words.replace("&", "&&"))
        set_tip(self._paper, self._words if low else "")
        self._bar.setProperty("need", 0 if low else self._usual)
        room = self._bar.width() - px(EDGES)
        for each in (self._steps, *(part for part in (self._paper, *self._others) if not part.isHidden())):
            room -= each.sizeHint().width() + px(APART)
        for each, wanted in ((self._when, self._dated), (self._state, True)):
            room -= each.sizeHint().width() + px(APART) if wanted else 0
            show_if(each, wanted and (not low or room >= 0))
        self._bar.arrange()
