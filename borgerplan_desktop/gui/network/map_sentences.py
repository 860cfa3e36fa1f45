""""Det viser kortet": what the map shows, in sentences the citizen can read along; a press shows whom it means."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import breakable, plain_label
from borgerplan_desktop.gui.widgets.pressable import Pressable
from borgerplan_desktop.gui.widgets.show_more import ShowMore
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.insight.sentence import Kind, Sentence

FEW, BESIDE_A_PERSON = 6, 3                              # sentences that are shown; while somebody's card stands above
ICONS = {Kind.ASK: "heart", Kind.WISH_FOR: "user_plus", Kind.CLOSEST: "heart", Kind.STRAINED: "alert",
         Kind.FREE_GOALS: "flag", Kind.COULD_BE_ONE: "calendar_check", Kind.HANDS: "people",
         Kind.BEFORE_AND_AFTER: "trend", Kind.CARRIES: "hourglass", Kind.BRIDGE: "network",
         Kind.NOT_IN_TOUCH: "phone", Kind.GIVES: "coffee", Kind.MORE_CONTACT: "speech", Kind.GROUP: "network",
         Kind.NO_CONTACT: "link", Kind.EMPTY_SECTORS: "work"}
WARM = frozenset({Kind.ASK, Kind.WISH_FOR, Kind.CLOSEST, Kind.GIVES, Kind.MORE_CONTACT, Kind.GROUP})
LOOK = frozenset({Kind.STRAINED, Kind.FREE_GOALS})       # what we look at together


class MapSentencesCard(Card):
    times_wanted = Signal()                              # to the standing appointments
    week_wanted = Signal()                               # the week on paper
    pointed = Signal(object)                             # ids of those whom the pressed sentence is about; () = nobody

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What the map shows"), "bulb", parent)
        self.body.setContentsMargins(12, 12, 10, 10)
        self.body.setSpacing(4)
        self.times = icon_button("calendar", _("Standing appointments"), self)
        self.week = icon_button("print", _("See my week"), self)
        for each, wanted in ((self.times, self.times_wanted), (self.week, self.week_wanted)):
            self.head.addWidget(each)
            each.clicked.connect(wanted)
        self._sentences: list[Sentence] = []
        self._pointing: Sentence | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(1)
        self.body.addLayout(self._rows)
        self.more = ShowMore(FEW, self)
        self.more.wanted.connect(self._on_more)
        self.body.addWidget(self.more)
        self.body.addStretch(1)                          # room that is left lies below, not between the lines
        self.rows: list[SentenceRow] = []

    def leave_room(self, beside_a_person: bool) -> None:
        """Fewer of them, while somebody's card stands above."""
        self.more.start_with(BESIDE_A_PERSON if beside_a_person else FEW)
        self._show()

    def show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """These from now on; the pressed one stays pressed as long as it is true."""
        shown = list(sentences) or [Sentence(Kind.ASK, _("The map is still empty."))]
        if shown != self._sentences:
            self._sentences = shown
            if self._pointing is not None and self._pointing not in shown:
                self._point(None)
        self._show()

    def let_go(self) -> None:
        """Nobody is pointed at any more, without telling."""
        self._pointing = None
        for row in self.rows:
            row.set_now(False)

    def _show(self) -> None:
        wanted = self._sentences[:self.more.most]
        if [row.sentence for row in self.rows] != wanted:
            kept = {row.sentence: row for row in self.rows}
            self.rows = [kept.pop(each, None) or self._made(each) for each in wanted]
            for gone in kept.values():
                gone.hide()
                gone.deleteLater()
            for index, row in enumerate(self.rows):
                if self._rows.indexOf(row) != index:
                    self._rows.insertWidget(index, row)
                row.show()
        for row in self.rows:
            row.set_now(row.sentence == self._pointing)
        self.more.show_of(len(self._sentences))

    def _made(self, sentence: Sentence) -> SentenceRow:
        row = SentenceRow(sentence, self)
        row.clicked.connect(self._on_pressed)
        return row

    def _on_pressed(self) -> None:
        row = self.sender()
        if isinstance(row, SentenceRow) and row.sentence.members:
            self._point(row.sentence if row.sentence != self._pointing else None)

    def _point(self, sentence: Sentence | None) -> None:
        self._pointing = sentence
        for row in self.rows:
            row.set_now(row.sentence == sentence)
        self.pointed.emit(sentence.members if sentence is not None else ())

    def _on_more(self) -> None:
        before = len(self.rows)
        self._show()
        if len(self.rows) > before:
            self.rows[before].setFocus()


class SentenceRow(Pressable):
    """One sentence; where it is about somebody, pressing it shows them."""

    def __init__(self, sentence: Sentence, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = sentence
        side = QHBoxLayout(self)
        side.setContentsMargins(4, 4, 4, 4)
        side.setSpacing(10)
        look = sentence.kind in LOOK
        colour = "warn" if look else "accent" if sentence.kind in WARM else "muted"
        side.addWidget(IconView(ICONS.get(sentence.kind, "info"), colour, 18, parent=self), 0,
                       Qt.AlignmentFlag.AlignTop)
        side.addWidget(plain_label(breakable(sentence.words), "warn" if look else "", self, wrap=True), 1)
        self.let_through()
        self.setAccessibleName(sentence.words)
        if sentence.members:
            self.setAccessibleDescription(_("Shows them on the map"))
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
