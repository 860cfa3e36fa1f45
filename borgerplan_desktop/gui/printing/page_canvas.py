"""The pages of a paper one below another, as large as one likes; only those near to what is in sight are drawn."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.printing.page_view import A4, DPI, Pages, PageView, bar_stands_beside, pictures_of
from borgerplan_desktop.gui.system.jobs import Job
from borgerplan_desktop.i18n import _

EDGE, BETWEEN = 14, 14                                   # design pixels around the pages, and from one to the next
NARROWEST = 200                                          # design pixels of a page
ON_SCREEN = 96.0                                         # of an inch, where the paper is shown at 100 %
STEPS = (.5, .67, .8, 1.0, 1.25, 1.5, 2.0, 3.0)
SHARPER = (DPI, 2 * DPI)                                 # how finely a page is drawn, by how large it stands there
NEAR = 1                                                 # pages before and behind those in sight that are ready too
KEPT = 5                                                 # and that are not let go of yet


class PageCanvas(QWidget):
    """What a scroll area shows. `width_fits` and `page_fits` follow its size; else it is a share of the true one.

    Keys while the scroll area has the keyboard: Ctrl and +, -, 0, or the wheel, for the size; Page Up and Down go on by
    what is in sight, by a page where whole pages are; Home and End are the first and the last page.
    """

    moved = Signal()                                     # another page is in sight, or there are others
    resized = Signal()                                   # another size was chosen

    def __init__(self, scroll: QScrollArea) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self.width_fits, self.page_fits, self._zoom = True, False, 1.0
        self.pdf = b""
        self.views: dict[int, PageView] = {}
        self._sizes: list[tuple[float, float]] = []
        self._places: list[QRect] = []
        self._tops: list[int] = []                       # of each page, to be searched in
        self._widest = 0.0                               # pixels of an inch, of the page that is shown largest
        self._images: dict[int, QImage] = {}
        self._texts: dict[int, str] = {}
        self._fresh: set[int] = set()                    # the pages whose picture is of this paper, at this size
        self._job: Job | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw_what_is_missing)
        self._name = scroll.accessibleName()
        bar_stands_beside(scroll)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setWidgetResizable(False)
        self.setProperty("role", "body")
        scroll.setWidget(self)
        self._window = scroll.viewport()                 # asked for once: as it goes, it is not asked any more
        scroll.installEventFilter(self)
        self._window.installEventFilter(self)
        for bar in (scroll.verticalScrollBar(), scroll.horizontalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)

    # ------------------------------------------------------------------------------------------- what is shown
    @property
    def count(self) -> int:
        """How many pages there are; one that waits is none."""
        return len(self._sizes) if self.pdf else 0

    @property
    def here(self) -> int:
        """The page one reads: the lowest that begins in the upper third."""
        top = self._scroll.verticalScrollBar().value() + self._window.height() // 3
        return max(0, bisect_right(self._tops, top) - 1)

    @property
    def is_ready(self) -> bool:
        """Whether all that is in sight is drawn as it is."""
        return self._job is None and not self._missing()

    @property
    def dpi(self) -> float:
        """How finely pages are drawn at this size."""
        return next((dpi for dpi in SHARPER if self._widest <= 1.2 * dpi), SHARPER[-1])

    def wait(self) -> None:
        """An empty page that says so, until the first is drawn."""
        self._sizes = [A4]
        self._lay_out()

    def show_paper(self, paper: Pages) -> None:
        """Pages without a picture here stand as they were: theirs come in a moment."""
        self.pdf, sizes = paper.pdf, self._sizes
        self._sizes = paper.sizes
        self._images.update(paper.images)
        self._texts = dict(paper.texts)
        self._fresh = set(paper.images)
        for number in [each for each in self._images if each >= self.count]:
            del self._images[number]
        if sizes != paper.sizes:
            self._lay_out()
        self._stand_there()
        self.moved.emit()

    def clear(self) -> None:
        """No page at all."""
        self.pdf = b""
        self._sizes, self._images, self._texts, self._fresh = [], {}, {}, set()
        self._lay_out()
        self.moved.emit()

    def in_sight(self) -> list[int]:
        """The pages that are seen."""
        top, tall = self._scroll.verticalScrollBar().value(), self._window.height()
        first = max(0, bisect_right(self._tops, top) - 1)
        if first < len(self._tops) and self._places[first].bottom() <= top:
            first += 1                                   # only what lies between two pages is left of it
        return list(range(first, bisect_left(self._tops, top + tall)))

    def go_to(self, number: int, share: float = 0.0, above: int = 0) -> None:
        """Bring a page (from 0) to the top, or what stands at this share of its height, with so many pixels above."""
        if 0 <= number < len(self._places):
            place = self._places[number]
            at = place.top() - (px(EDGE) if not share else above) + share * place.height()
            self._scroll.verticalScrollBar().setValue(round(at))

    # ------------------------------------------------------------------------------------------- how large
    @property
    def zoom(self) -> float:
        """The share of the true size that the page in sight has."""
        if not self._places:
            return self._zoom
        here = min(self.here, len(self._sizes) - 1)
        return self._places[here].width() / (self._sizes[here][0] * px(ON_SCREEN))

    def larger(self) -> None:
        self._choose(next((step for step in STEPS if step > self.zoom * 1.01), STEPS[-1]))

    def smaller(self) -> None:
        self._choose(next((step for step in reversed(STEPS) if step < self.zoom * .99), STEPS[0]))

    def fit_width(self) -> None:
        """Every page as wide as there is room for."""
        self._choose(None)

    def fit_page(self) -> None:
        """Every page whole in sight."""
        self._choose(None, whole=True)

    def _choose(self, zoom: float | None, whole: bool = False) -> None:
        here = self.here
        self.width_fits, self.page_fits = zoom is None and not whole, whole
        self._zoom = zoom or self._zoom
        free = zoom is not None                          # a bar below would change what fits
        self._scroll.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if free else Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dpi = self.dpi
        self._lay_out()
        if self.dpi != dpi:
            self._fresh.clear()
        self.go_to(here)
        self._stand_there()
        self.resized.emit()

    def _lay_out(self) -> None:
        """Of hundreds of pages too this is a matter of a millisecond: it happens at every step of a window's edge."""
        edge, between, narrowest, inch = px(EDGE), px(BETWEEN), px(NARROWEST), px(ON_SCREEN) * self._zoom
        room, tall = self._window.width() - 2 * edge, self._window.height() - 2 * edge
        sizes: list[tuple[int, int]] = []
        for wide, high in self._sizes:
            width = max(narrowest, min(room, round(tall * wide / high)) if self.page_fits else
                        room if self.width_fits else round(wide * inch))
            sizes.append((width, round(width * high / wide)))
        across = max([self._window.width(), *(width + 2 * edge for width, _height in sizes)])
        top, self._places, self._tops = edge, [], []
        for width, height in sizes:
            self._places.append(QRect((across - width) // 2, top, width, height))
            self._tops.append(top)
            top += height + between
        self._widest = max((width / size[0] for (width, _height), size in zip(sizes, self._sizes, strict=True)),
                           default=0.0)
        self.resize(across, max(top, self._window.height()))
        self._stand_there()

    # ------------------------------------------------------------------------------------------- drawing
    def _near(self, pages: int) -> set[int]:
        seen = self.in_sight() or ([0] if self._places else [])
        return set(range(max(0, seen[0] - pages), min(len(self._places), seen[-1] + 1 + pages))) if seen else set()

    def _missing(self) -> list[int]:
        """In sight first."""
        if not self.pdf or not self.isVisible():
            return []
        seen = self.in_sight()
        return [number for number in (*seen, *sorted(self._near(NEAR) - set(seen))) if number not in self._fresh]

    def _stand_there(self) -> None:
        """The pages in sight and beside it are there, each at its place; the others are let go of."""
        near, kept = self._near(NEAR), self._near(KEPT)
        for number in [each for each in self.views if each not in kept]:
            view = self.views.pop(number)
            view.hide()
            view.deleteLater()
        for number in [each for each in self._images if each not in kept]:
            del self._images[number]
            self._fresh.discard(number)
        for number in sorted(near | set(self.views)):
            view = self.views.get(number)
            if view is None:
                view = self.views[number] = PageView(self)
                view.show()
            view.setGeometry(self._places[number])
            if self.pdf:
                view.show_page(self._images.get(number), number + 1, self.count, self._texts.get(number, ""))
            else:
                view.wait()
        if self._missing():
            self._soon.start()

    def _draw_what_is_missing(self) -> None:
        missing = self._missing()
        if self._job is not None or not missing:
            return
        self._job = Job(partial(pictures_of, self.pdf, self._sizes, missing[:NEAR + 1], dpi=self.dpi), self)
        self._job.done.connect(self._on_drawn)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _on_drawn(self, drawn: Pages) -> None:
        self._end_job()
        if drawn.pdf is self.pdf:                        # else they are of a paper that is no more
            self._images.update(drawn.images)
            self._texts.update(drawn.texts)
            self._fresh |= set(drawn.images)
        self._stand_there()
        self._say_where()

    def _on_failed(self, _problem: object) -> None:
        """The pages that are drawn stay; the next turn of the wheel tries again."""
        self._end_job()

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    # ------------------------------------------------------------------------------------------- keys and the wheel
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and watched is self._scroll:
            if kind == QEvent.Type.ShortcutOverride and self._size_of(event) is not None:
                event.accept()                           # here it is the paper that grows, not the program's letters
                return True
            if kind == QEvent.Type.KeyPress and self.take_key(event):
                return True
        elif watched is self._window:
            if kind == QEvent.Type.Resize:
                here = self.here
                self._lay_out()
                if self.page_fits:
                    self.go_to(here)
                self.moved.emit()
            elif isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                (self.larger if event.angleDelta().y() > 0 else self.smaller)()
                return True
        return super().eventFilter(watched, event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether it was a key for the pages: done then."""
        if (act := self._size_of(event)) is not None:
            act()
            return True
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(key)
        if event.modifiers() & ~Qt.KeyboardModifier.ControlModifier:
            return False
        if step is not None and self.page_fits:
            self.go_to(min(max(self.here + step, 0), self.count - 1))
        elif step is not None:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + step * round(.9 * self._window.height()))     # a line or two stays in sight
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else self.count - 1)
        else:
            return False
        return True

    def _size_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return None
        return {Qt.Key.Key_Plus: self.larger, Qt.Key.Key_Equal: self.larger, Qt.Key.Key_Minus: self.smaller,
                Qt.Key.Key_0: self.fit_width}.get(Qt.Key(event.key()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stand_there()

    def _on_scrolled(self) -> None:
        self._stand_there()
        self._say_where()
        self.moved.emit()

    def _say_where(self) -> None:
        """Who hears the program is told the page, and what stands there."""
        if self.count:
            page = _("Page {page} of {total}").format(page=self.here + 1, total=self.count)
            self._scroll.setAccessibleName(f"{self._name}. {page}")
            self._scroll.setAccessibleDescription(self._texts.get(self.here, ""))
