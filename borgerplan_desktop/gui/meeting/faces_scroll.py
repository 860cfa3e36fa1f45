"""Forty faces scroll by themselves, so that what is written at the meeting stays in sight below them."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.meeting.projector_size import stage_px
from borgerplan_desktop.gui.meeting.round_strip import NARROW, RoundStrip, Turn
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _

HALF_SEEN = .6                                           # of the last line of faces: it says that there are more
TABLE = 10                                               # people: so few never scroll by themselves
HEAD = 48                                                # design pixels of a title on one line
AROUND, AROUND_ON_STAGE = 625, 465                       # design pixels of the window that everything else takes


class FacesScroll(PageScroll):
    """As high as the faces are, and no higher than leaves room for what is written."""

    def __init__(self, voices: RoundStrip, parent: QWidget | None = None) -> None:
        self._voices, self._around, self._fits = voices, AROUND, True        # before Qt asks
        super().__init__(_("Who is here"), parent, (0, 0, 0, 0), 0)
        self._speaks = ""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.addWidget(voices)
        voices.installEventFilter(self)

    def set_stage(self, on_stage: bool) -> None:
        """On the stage there is room for more of them, and for larger ones."""
        self._around = AROUND_ON_STAGE if on_stage else AROUND
        self._voices.set_stage(on_stage)
        self._fit()

    def follow(self) -> None:
        """Whoever has the floor now is seen."""
        speaks = next((each for each in self._voices.voices() if each.turn is Turn.SPEAKS), None)
        now = speaks.participant.id if speaks is not None else ""
        if now != self._speaks and speaks is not None:
            self.ensureWidgetVisible(speaks, 0, 0)
        self._speaks = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._voices and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Its bar takes room from the faces, and they may take another line then: it is there or not, never as needed,
        and what a new height brings with it is looked at once more and not for ever.
        """
        if not self._fits:
            return
        self._fits = False
        for _again in range(2):
            self._fit_once()
        self._fits = True

    def _fit_once(self) -> None:
        line = stage_px(NARROW.height())
        above = max(0, self.y() - stage_px(HEAD))        # a long title, or how the point is held
        lines = (self.window().height() - stage_px(self._around) - above) / line - HALF_SEEN
        most = round((max(1, int(lines)) + HALF_SEEN) * line)
        tall = max(self._voices.minimumHeight(), line)
        scrolls = len(self._voices.voices()) > TABLE and tall > most
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else
                                        Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(most if scrolls else tall)
