"""Everyone at the meeting side by side: who is here, and in the round who has spoken, speaks now, waits."""
from __future__ import annotations

import enum
from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from borgerplan_desktop.casework.meeting.participants import in_round, is_professional, speaker, spoke_long
from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import colour, stage_scale
from borgerplan_desktop.gui.meeting.participant_names import first_name_of, is_square, name_of
from borgerplan_desktop.gui.meeting.projector_size import stage_font, stage_px
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import set_tip
from borgerplan_desktop.gui.widgets.painted_line import CENTRED, paint_line
from borgerplan_desktop.i18n import N_, _, clock
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, Participant, Presence
from borgerplan_desktop.model.meeting_way import PointKind
from borgerplan_desktop.model.text import initials

WIDE, NARROW = QSize(136, 120), QSize(104, 88)           # of one person, at 100 %
WIDEST = 160
CLOSEST_ON_STAGE = 112                                   # of the large faces, which there is height for there
CLOSEST = 80                                             # as narrow as one may be where that brings all on one line


class Turn(enum.Enum):
    """What a face says; the colour only supports the word."""

    UNKNOWN = enum.auto()
    HERE = enum.auto()
    AWAY = enum.auto()
    CAME = enum.auto()
    LEFT = enum.auto()
    UNHEARD = enum.auto()
    SPOKE_LONG = enum.auto()
    LISTENS = enum.auto()
    OUT = enum.auto()
    SPOKEN = enum.auto()
    SPEAKS = enum.auto()
    WAITS = enum.auto()

    @property
    def words(self) -> str:
        return _(SAYS[self])


SAYS = {Turn.UNKNOWN: N_("here?"), Turn.HERE: N_("is here"), Turn.AWAY: N_("did not come"),
        Turn.CAME: N_("came {time}"), Turn.LEFT: N_("left {time}"), Turn.UNHEARD: N_("not heard yet"),
        Turn.SPOKE_LONG: N_("has spoken long"), Turn.SPOKEN: N_("has spoken"), Turn.SPEAKS: N_("speaks now"),
        Turn.WAITS: N_("waits"), Turn.LISTENS: N_("listens"), Turn.OUT: N_("is outside")}
LOOKS = {Turn.UNKNOWN: ("field", "surface", ""), Turn.HERE: ("good", "good_soft", "check"),
         Turn.AWAY: ("field", "bg", "minus"), Turn.SPOKEN: ("good", "good_soft", "check"),
         Turn.CAME: ("good", "good_soft", "check"), Turn.LEFT: ("field", "bg", "minus"),
         Turn.UNHEARD: ("field", "surface", ""), Turn.SPOKE_LONG: ("good", "good_soft", "check"),
         Turn.LISTENS: ("field", "surface", ""), Turn.OUT: ("field", "bg", "minus"),
         Turn.SPEAKS: ("accent", "soft", "speech"), Turn.WAITS: ("field", "surface", "")}     # line, fill, icon

GONE = (Turn.AWAY, Turn.LEFT, Turn.OUT)


class RoundPerson(QAbstractButton):
    """One person. In the round a press says that they have spoken; else whether they are here. Its menu notes the
    rest: `came(Participant)` now, `left(Participant)` now, `noted(Participant, Presence)`.
    """

    chosen = Signal(object)
    came = Signal(object)
    left = Signal(object)
    noted = Signal(object, object)

    def __init__(self, participant: Participant, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.participant, self.turn, self.small = participant, Turn.UNKNOWN, False
        self._width = 0                                  # as there is room
        self.said = ""                                   # what stands below the name
        self.call_anew()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        set_tip(self, _("Came late, left, did not come: right-click, or press the menu key"))
        self.menu = QMenu(self)
        self.menu.setAccessibleName(_("Who came"))
        for words, act in ((_("Is here"), self._on_here), (_("Comes now"), self._on_came),
                           (_("Leaves now"), self._on_left), (_("Did not come"), self._on_away)):
            self.menu.addAction(words, act)

    def letters(self) -> str:
        """What stands in the face of somebody of whom nothing is noted."""
        return self._letters

    def call_anew(self) -> None:
        """Somebody has another name now; asked for only then, for there may be forty."""
        member = self.participant.member
        self._name, self._first_name = name_of(self.participant), first_name_of(member)
        self._letters, self._square = initials(self._name), is_square(member)
        self.update()

    def show_turn(self, turn: Turn) -> None:
        at = self.participant.left_at or self.participant.came_at
        self.said = turn.words.format(time=clock(at)) if at is not None else turn.words
        name = f"{self._name}, {self.said}"
        if turn is not self.turn or name != self.accessibleName():
            self.turn = turn
            self.setAccessibleName(name)
            self.update()

    def set_small(self, small: bool, width: int = 0) -> None:
        """A small face or a large one, `width` pixels wide; 0 = the usual."""
        if (small, width) != (self.small, self._width):
            self.small, self._width = small, width
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        size = NARROW if self.small else WIDE
        return QSize(self._width or stage_px(size.width()), stage_px(size.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), stage_px(10), stage_px(10))
        line, fill, icon = LOOKS[self.turn]
        unit, small, speaks, gone = stage_scale(), self.small, self.turn is Turn.SPEAKS, self.turn in GONE
        side, top = (round(38 * unit), round(5 * unit)) if small else (round(60 * unit), round(8 * unit))
        face = QRectF((self.width() - side) / 2, top, side, side)
        pen = QPen(colour(line), round(4 * unit) if speaks else round(2 * unit))
        if gone:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colour(fill))
        if self._square:
            painter.drawRoundedRect(face, side * 0.26, side * 0.26)
        else:
            painter.drawEllipse(face)
        quiet = colour("muted")
        if icon:
            ink = "soft_text" if speaks else quiet if gone else "good"
            draw_icon(painter, icon, ink, face.x() + side / 4, face.y() + side / 4, side / 2, 2.2)
        else:
            paint_line(painter, face, self._letters, stage_font(17 if small else 24, True), quiet, CENTRED)
        under = face.bottom() + round(3 * unit)
        paint_line(painter, QRectF(0, under, self.width(), round((20 if small else 27) * unit)), self._first_name,
                   stage_font(16 if small else 20, speaks), quiet if gone else "text", CENTRED)
        below = under + round((19 if small else 25) * unit)
        paint_line(painter, QRectF(0, below, self.width(), round(20 * unit)), self.said,
                   stage_font(13.5 if small else 16), quiet, CENTRED)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()) if by_key else event.globalPos())

    def _on_clicked(self) -> None:
        self.chosen.emit(self.participant)

    def _on_here(self) -> None:
        self.noted.emit(self.participant, Presence.PRESENT)

    def _on_came(self) -> None:
        self.came.emit(self.participant)

    def _on_left(self) -> None:
        self.left.emit(self.participant)

    def _on_away(self) -> None:
        self.noted.emit(self.participant, Presence.DID_NOT_COME)


class RoundStrip(QWidget):
    """All the faces; `chosen(Participant)` when one is pressed, and what the menu of one notes."""

    chosen = Signal(object)
    came = Signal(object)
    left = Signal(object)
    noted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=2)
        self._voices: dict[str, RoundPerson] = {}
        self._large_from = WIDE.width()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def voices(self) -> list[RoundPerson]:
        return list(self._voices.values())

    def show_meeting(self, meeting: Meeting, round: bool, renamed: bool = True) -> None:
        """The participants in their order; `round` shows whose turn it is, else who is here. `renamed` = somebody may
        be called something else than before.
        """
        people = meeting.participants
        if list(self._voices) != [p.id for p in people]:
            self._flow.clear()
            self._voices = {}
            for participant in people:
                voice = RoundPerson(participant, self)
                for heard, passed_on in ((voice.chosen, self.chosen), (voice.came, self.came), (voice.left, self.left),
                                         (voice.noted, self.noted)):
                    heard.connect(passed_on)
                self._voices[participant.id] = voice
                self._flow.addWidget(voice)
                voice.show()
        elif renamed:
            for voice in self._voices.values():
                voice.call_anew()
        for participant, turn in _turns(meeting, people, round):
            self._voices[participant.id].show_turn(turn)
        self._fit()
        self.setAccessibleName(_("Round") if round else _("Who is here"))

    def set_stage(self, on_stage: bool) -> None:
        self._large_from = CLOSEST_ON_STAGE if on_stage else WIDE.width()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Small faces when they do not all fit on one line, closer together when they then do; the lines are filled,
        as people sit round a table, but a few do not stand miles apart.
        """
        gap, usual = self._flow.spacing(), stage_px(NARROW.width())
        room = (self.width() + gap) // max(1, len(self._voices)) - gap
        small = room < stage_px(self._large_from)
        if room < stage_px(CLOSEST):                     # several lines: as many on each as there is room for
            room = (self.width() + gap) // max(1, (self.width() + gap) // (usual + gap)) - gap
        for voice in self._voices.values():
            voice.set_small(small, min(room, stage_px(WIDEST)))

    def take_keyboard(self) -> None:
        """To the first of whom it is not noted whether they came; else to the first."""
        voices = self.voices()
        unknown = [voice for voice in voices if voice.participant.presence is Presence.UNKNOWN]
        if voices:
            (unknown or voices)[0].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _turns(meeting: Meeting, people: list[Participant], round: bool) -> Iterator[tuple[Participant, Turn]]:
    """Each with what their face says; what is the same for all is asked once."""
    now = speaker(meeting) if round else None
    having = {each.id for each in in_round(meeting)} if round else set[str]()
    somebody = any(each.spoke for each in people)
    item = meeting.case.get(AgendaItem, meeting.item_id)
    private = item is not None and item.kind is PointKind.PRIVATE
    for each in people:
        if each.presence is Presence.DID_NOT_COME:
            yield each, Turn.AWAY
        elif each.left_at is not None:
            yield each, Turn.LEFT
        elif private and is_professional(each):
            yield each, Turn.OUT
        elif not round:
            yield each, _here(each, somebody)
        elif each.id not in having:
            yield each, Turn.LISTENS
        elif each.has_spoken:
            yield each, Turn.SPOKE_LONG if spoke_long(each) else Turn.SPOKEN
        else:
            yield each, Turn.SPEAKS if each is now else Turn.WAITS


def _here(participant: Participant, somebody_spoke: bool) -> Turn:
    """Outside a round: who is here, when they came, and quietly who had no say yet where others had."""
    if participant.presence is not Presence.PRESENT:
        return Turn.UNKNOWN
    if somebody_spoke and not participant.spoke:
        return Turn.UNHEARD
    return Turn.CAME if participant.came_at is not None else Turn.HERE
