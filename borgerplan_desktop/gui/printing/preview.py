"""The paper as it will be: the pages of the plan, drawn shortly after every change, in memory only."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.left_out import still_named_on
from borgerplan_desktop.casework.papers.plan_paper import (
    FROZEN_IN,
    Paper,
    adopted_paper,
    is_kept_back_since,
    plan_paper,
)
from borgerplan_desktop.casework.papers.reading_language import spoken_first
from borgerplan_desktop.casework.papers.unprintable_letters import Unprintable, unprintable, unprintable_message
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.still_named_notice import StillNamedNotice
from borgerplan_desktop.gui.printing.page_canvas import PageCanvas
from borgerplan_desktop.gui.printing.page_images import place_of
from borgerplan_desktop.gui.printing.page_view import Pages, pages_of
from borgerplan_desktop.gui.system.jobs import Job
from borgerplan_desktop.gui.widgets.label import set_tip
from borgerplan_desktop.i18n import _, day, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import PlanVersion

SOON_MS = 40                                             # after the last change
ABOVE = 60                                               # design pixels over what is followed
KEPT_OFF = ((Citizen, Citizen.protected_address), (NetworkMember, NetworkMember.left_out_of_paper))
FOLLOW_MS = 120                                          # after the keyboard has moved


class Preview(QFrame):
    """The draft, or an adopted version, page by page. It draws only while it is on screen."""

    closed = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    drawn = Signal()                                     # the pages in sight show what the case says now
    refused = Signal()                                   # there is no such paper any more: it says why, and shows none

    title_label: QLabel
    count_label: QLabel
    trouble_label: QLabel
    unset_row: QWidget
    unset_label: QLabel
    unset_button: QPushButton
    large_button: QPushButton
    print_button: QPushButton
    save_button: QPushButton
    close_button: QPushButton
    smaller_button: QPushButton
    larger_button: QPushButton
    whole_button: QPushButton
    zoom_label: QLabel
    page_scroll: QScrollArea

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "preview")
        self._desk = desk
        self._version: PlanVersion | None = None
        self.spoken = FROZEN_IN                          # in which language an adopted version is shown
        self._as_it_was = False                          # also what may not stand on paper any more
        self._make: Callable[[bool], Paper] | None = None
        self._job: Job | None = None
        self.canvas = PageCanvas(self.page_scroll)
        self._stale, self._again, self._cut_short = True, False, False
        self._unset: Unprintable | None = None           # the first place that cannot stand on paper as it is
        self.pdf = b""                                   # of the pages shown
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._draw)
        self._followed = ""                              # what is worked at: the page with it is the one to see
        self._finding: Job | None = None
        self._look = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._look.timeout.connect(self._find)
        self._drawn: Paper | None = None                 # what the pages in sight are of
        self.named = StillNamedNotice(desk, self)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.unset_row) + 1, self.named)
        self.trouble_label.hide()
        self.unset_row.hide()
        for each in (self.print_button, self.save_button, self.close_button, self.smaller_button, self.larger_button):
            set_tip(each, each.accessibleName())
        self.canvas.moved.connect(self._tell_page)
        self.canvas.resized.connect(self._tell_page)
        self.smaller_button.clicked.connect(self.canvas.smaller)
        self.larger_button.clicked.connect(self.canvas.larger)
        self.whole_button.clicked.connect(self._on_whole)
        self.large_button.toggled.connect(self._on_changed)
        self.print_button.clicked.connect(self.print_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self.close_button.clicked.connect(self.closed)
        self.unset_button.clicked.connect(self._on_unset)
        desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------------------------------------- what is shown
    @property
    def version(self) -> PlanVersion | None:
        """The adopted version that is shown; None = the draft."""
        return self._version

    @property
    def large_print(self) -> bool:
        return self.large_button.isChecked()

    def show_draft(self) -> None:
        self._version = None
        self.title_label.setText(_("How the paper looks"))
        self._on_changed()

    def show_other(self, title: str, make: Callable[[bool], Paper]) -> None:
        """Another paper than the plan; `make(large print)` gives it as it is now."""
        self._make = make
        self.title_label.setText(title)
        self._on_changed()

    def only_pages(self) -> None:
        """Whoever it lies in prints, saves and closes it."""
        for each in (self.print_button, self.save_button, self.close_button):
            each.hide()

    def draw_again(self) -> None:
        """Something else than the case has changed what the paper says."""
        self._on_changed()

    def show_version(self, version: PlanVersion) -> None:
        """An adopted version, as it was frozen; without what may not stand on paper any more, until that is wanted."""
        self._version, self._as_it_was = version, False
        self.title_label.setText(_("Version {number}, adopted {date}").format(
            number=version.number, date=day(version.adopted_on, self._desk.opened.today())))
        self._on_changed()

    @property
    def paper(self) -> Paper:
        """What is shown, to print or save. Raises LookupError for a version that is not kept."""
        return self.paper_for("", False)

    def paper_for(self, spoken: str, for_others: bool) -> Paper:
        """The same for the citizen or for others, in this language ("" = as it is shown). Raises LookupError for a
        version that is not kept.
        """
        if self._make is not None:
            return self._make(self.large_print)
        if self._version is not None:
            return adopted_paper(self._desk.opened, self._version, spoken or self.spoken, self.large_print,
                                 for_others, self._as_it_was)
        spoken = spoken or spoken_first(self._desk.case, for_others)
        return plan_paper(self._desk.opened, spoken, self.large_print, for_others)

    # ------------------------------------------------------------------------------------------- following
    def follow(self, words: str) -> None:
        """The page on which these words stand comes into sight, now or when it is drawn."""
        if words.strip() and words != self._followed:
            self._followed = words
            self._look.start()

    def _find(self) -> None:
        if self._job is not None or self._stale or self._finding is not None:
            self._look.start()                           # what is drawn just now is what to look in
        elif self.pdf and self._followed and self.isVisible():
            self._finding = Job(partial(place_of, self.pdf, self._followed), self)
            self._finding.done.connect(self._on_found)
            self._finding.failed.connect(self._on_not_found)
            self._finding.start()

    def _on_found(self, place: tuple[int, float] | None) -> None:
        self._on_not_found()
        if place is not None:
            self.canvas.go_to(*place, above=px(ABOVE))

    def _on_not_found(self, _problem: object = None) -> None:
        if self._finding is not None:
            self._finding.deleteLater()
            self._finding = None

    # ------------------------------------------------------------------------------------------- drawing
    def _on_changed(self, changes: Changes | bool | None = None) -> None:
        if isinstance(changes, Changes) and self._version is not None and not any(
                changes.touches(*each) for each in KEPT_OFF):
            return
        self._stale = True
        if self.isVisible():
            self._soon.start(SOON_MS)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._stale:
            self._soon.start(0)
        return super().event(event)

    def _draw(self) -> None:
        if self._job is not None:                        # what it draws is old: once more, as soon as it has stopped
            self._again = True
            if not self._cut_short:                      # but not twice on end: who types on and on sees something too
                self._cut_short = True
                self._job.cancel()
            return
        self._stale = False
        try:
            self._drawn = self.paper
        except (LookupError, Refused) as problem:
            self._failed(problem)
            return
        if not self.pdf:
            self.canvas.wait()
        self._begin(Job(partial(pages_of, self._drawn.draw, in_sight=self.canvas.in_sight() if self.pdf else (0, 1),
                                dpi=self.canvas.dpi), self), self._on_drawn)

    def _begin(self, job: Job, then: Callable[[Pages], None]) -> None:
        self._job = job
        job.done.connect(then)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cut_short)
        job.start()

    def _on_cut_short(self) -> None:
        self._end_job()
        self._again = False
        self._draw()

    def _on_drawn(self, drawn: Pages) -> None:
        self._end_job()
        self._cut_short = False
        self.pdf = drawn.pdf
        self.trouble_label.hide()
        self._say_unset()
        self._say_named()
        self.canvas.show_paper(drawn)
        if self._is_drawn_again():
            return
        self.drawn.emit()

    def _is_drawn_again(self) -> bool:
        if again := self._again:
            self._again = False
            self._soon.start(0)
        return again

    def _say_unset(self) -> None:
        """What the paper has no letters for, above the pages, with the way there; of a version, that it says more or
        less than was adopted.
        """
        if self._version is not None and is_kept_back_since(self._desk.opened, self._version):
            self._say_kept_back()
            return
        found = unprintable(self._desk.case) if self._version is None else []
        self._unset = next((each for each in found if each.tab), None)
        self.unset_label.setText(unprintable_message(found))
        self.unset_button.setVisible(self._unset is not None)
        self.unset_row.setVisible(bool(found))

    def _say_named(self) -> None:
        """Where a name that is left out of paper still stands in what this paper says as it is now."""
        paper = self._drawn
        parts = [each for each in (paper.parts or (paper,)) if each.drawn_now] if paper is not None else []
        self.named.show_found(list(dict.fromkeys(
            name for each in parts for name in still_named_on(self._desk.case, each.kind, each.reader))))

    def _say_kept_back(self) -> None:
        self._unset = None
        self.unset_label.setText(_(
            "This is the very paper that was adopted. It says an address or a person that is kept off paper since."
        ) if self._as_it_was else _(
            "An address or a person is kept off paper since this was adopted, and does not stand here."))
        words = _("Show without it") if self._as_it_was else _("Show as it was adopted")
        self.unset_button.setText(words)
        self.unset_button.setAccessibleName(words)
        self.unset_button.setVisible(not self.large_print)           # large print is drawn anew
        self.unset_row.show()

    def _on_unset(self) -> None:
        if self._unset is None:
            self._as_it_was = not self._as_it_was
            self._on_changed()
            return
        if self._unset is not None:
            self._desk.go.emit(self._unset.tab, self._unset.row_id)

    def _on_failed(self, problem: Exception) -> None:
        self._end_job()
        self._failed(problem)
        self._is_drawn_again()

    def _failed(self, problem: Exception) -> None:
        self.trouble_label.setText(problem.message if isinstance(problem, Refused) else _(
            "The paper could not be drawn. Everything you have written is stored."))
        set_tip(self.trouble_label, "" if isinstance(problem, Refused) else type(problem).__name__)
        self.trouble_label.show()
        if not self.pdf:
            self.canvas.clear()
        if isinstance(problem, Refused):                 # what may not be shared is not in sight either
            self.pdf = b""
            self.unset_row.hide()
            self.named.hide()
            self.canvas.clear()
            self.refused.emit()

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    def _tell_page(self) -> None:
        count = self.canvas.count
        self.count_label.setText(_("Page {page} of {total}").format(page=self.canvas.here + 1, total=count)
                                 if count else "")
        self.count_label.setAccessibleName(ngettext("{n} page", "{n} pages", count).format(n=count))
        self._tell_size()

    def _tell_size(self) -> None:
        self.zoom_label.setText(_("{n} %").format(n=round(100 * self.canvas.zoom)) if self.canvas.count else "")
        self.whole_button.setChecked(self.canvas.page_fits)

    def _on_whole(self) -> None:
        (self.canvas.fit_width if self.canvas.page_fits else self.canvas.fit_page)()
