"""Tying two people together on the map: what the next click or Enter does, in words, and the tie that comes of it."""
from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.casework.network.people import tie_together
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.map_view import MapView
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.network import NetworkMember, Tie, TieQuality


class Tying(QObject):
    """`tied(one, other)`: there is a tie between them now; how it is, is to be said."""

    tied = Signal(str, str)

    def __init__(self, desk: Desk, view: MapView, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._view, self._page = desk, view, page
        self.words = Pill(parent=page)
        self.words.hide()
        view.tying.connect(self._on_tying)
        view.tie_wanted.connect(self._on_tie_wanted)

    def _on_tying(self, one: str, other: str) -> None:
        words = self._said(self._name(one), self._name(other if other != one else "")) if one else ""
        self.words.say(words, "info", "link")
        self.words.setVisible(bool(words))
        self._place()
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))

    def _place(self) -> None:
        """At the foot of what is seen of the map, in large text not of all of it; at its head if somebody is there."""
        page, size = self._page.rect(), self.words.sizeHint()
        view = self._view.viewport()
        left = self._page.mapFromGlobal(view.mapToGlobal(QPoint(0, 0))).x()
        left = max(px(12), min(left, page.right() - size.width() - px(12)))
        foot = min(page.bottom(), self._page.mapFromGlobal(view.mapToGlobal(view.rect().bottomLeft())).y()) - px(6)
        box = QRect(left, foot - size.height(), min(size.width(), page.right() - left - px(12)), size.height())
        at = self._page.mapFromGlobal(view.mapToGlobal(self._view.looked_at()))
        if box.adjusted(-px(24), -px(24), px(24), px(24)).contains(at):
            box.moveTop(px(12))
        self.words.setGeometry(box)
        self.words.raise_()

    @staticmethod
    def _said(one: str, other: str) -> str:
        if not one:
            return _("Who is to be tied to somebody? Choose the first one. Esc leaves it.")
        if not other:
            return _("To whom is {name} to be tied? Arrow keys, a name, or a click. Esc leaves it.").format(name=one)
        return _("Tie {name} to {other}: Enter or a click. Esc leaves it.").format(name=one, other=other)

    def _name(self, id: str) -> str:
        """As the map calls them, which may be looked at without names."""
        item = self._view.map_scene.people.get(id)
        return item.face.name if item is not None else ""

    def _on_tie_wanted(self, one_id: str, other_id: str) -> None:
        """An ordinary tie at first; one that is there already stays as it is."""
        one, other = (self._desk.case.get(NetworkMember, id) for id in (one_id, other_id))
        if one is None or other is None:
            return
        if not any({tie.one_id, tie.other_id} == {one_id, other_id} for tie in self._desk.case.all(Tie)):
            self._desk.do(tie_together, one, other, TieQuality.ORDINARY)
        self.tied.emit(one_id, other_id)
