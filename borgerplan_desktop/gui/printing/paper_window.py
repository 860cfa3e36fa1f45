"""A paper to read together, print and save: as it is now in either language and size, or as it was kept."""
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.not_to_share import of_reader
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND, PaperKind, paper_of
from borgerplan_desktop.casework.papers.plan_paper import Paper
from borgerplan_desktop.casework.papers.what_for import offered_purposes
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.about_copy import AboutCopy
from borgerplan_desktop.gui.printing.for_whom import ForWhom
from borgerplan_desktop.gui.printing.paper_language import PaperLanguage
from borgerplan_desktop.gui.printing.preview import Preview
from borgerplan_desktop.gui.printing.printing import PlanPrinting
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.anonymous import Instead
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.kept_map import MapOn
from borgerplan_desktop.model.papers import DocumentKind, Reader
from borgerplan_desktop.model.plan import PlanVersion

Make = Callable[[str, bool], Paper]                      # language, large print


class PaperWindow(CaseDialog):
    """`shown` is what makes the paper as it is now, a paper that was kept as it was, or an adopted plan; `title` and
    `verb` are said as they are.
    """

    drawn = (620, 680)

    def __init__(self, desk: Desk, title: str, shown: Make | Paper | PlanVersion, parent: QWidget | None = None,
                 verb: str = "", not_to_share: Callable[[], str] = str, *, for_others: bool = False) -> None:
        """`not_to_share()` is what the citizen has said must not be shared with whoever gets it; what is not
        `for_others` begins as the citizen reads best.
        """
        super().__init__(desk, parent, title)
        self._shown, self._not_to_share = shown, not_to_share
        self.spoken_in = PaperLanguage(desk, self, for_others=for_others or not callable(shown))
        self.language_field = self.spoken_in.field
        self.spoken_in.setVisible(not isinstance(shown, Paper))
        self.paper = Preview(desk, self)
        self.paper.only_pages()
        self.paper.large_button.setChecked(callable(shown) and not for_others and desk.case.the(Citizen).paper_large)
        self.print_button = button(verb or _("Print the paper"), "print", "primary", self)
        self.save_button = button(_("Save a copy as …"), "", "", self)
        self.close_button = button(_("Close"), "", "", self)
        if isinstance(shown, PlanVersion):
            self.paper.show_version(shown)
        else:
            self.paper.show_other(title, self._made)
            self.paper.large_button.setVisible(callable(shown))      # what was kept is as it was
        self.how_to = plain_label("", "small", self, wrap=True)      # what is done with it when it is printed
        self.how_to.hide()
        self.not_to_share = plain_label("", "warn", self, wrap=True)
        self.about = AboutCopy(True, self)
        self.about.setVisible(not isinstance(shown, PlanVersion))    # of a plan it is asked with whom it is for
        self.choices = row = QHBoxLayout()
        row.addStretch(1)
        for each in (self.close_button, self.save_button, self.print_button):
            row.addWidget(each)
        column = QVBoxLayout(self)
        self.body = QHBoxLayout()
        self.body.addWidget(self.paper, 1)
        column.addLayout(self.body, 1)
        column.addWidget(self.how_to)
        column.addWidget(self.spoken_in)
        column.addWidget(self.not_to_share)
        column.addWidget(self.about)
        column.addLayout(row)
        # Signals
        self.paper.drawn.connect(self._on_drawn)
        self.paper.refused.connect(self._on_refused_paper)
        self.paper.named.gone_there.connect(self.accept)         # what is shown lies behind this window
        self.spoken_in.chosen.connect(self._on_language)
        self.paper.large_button.toggled.connect(self.spoken_in.follow_print)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.accept)
        desk.changed.connect(self._say_what_not)
        # Initial update
        self._say_what_not()
        self._offer_purposes()
        self.print_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the pages hold in the whole window: it is the pages one looks at."""
        if not self.paper.canvas.take_key(event):
            super().keyPressEvent(event)

    def say_how_to_fold(self) -> None:
        """Whoever folds it for the first time has it in words, too."""
        say(self.how_to, _(
            "Print it on one side. Fold each sheet in the middle both ways, with the front outside.")
            if self.paper.large_print else _(
            "Print it on one side. Fold along every dotted line and open it again, cut along the line in the middle. "
            "Then fold it lengthwise, push both ends together, and lay the pages round with the front outside."))

    def begin_as(self, spoken: str, large_print: bool) -> None:
        """An adopted plan, in the language and size of one that was made of it before."""
        self.spoken_in.begin_with(spoken)
        self.paper.spoken = spoken
        self.paper.large_button.setChecked(large_print)
        self.paper.draw_again()

    def only_show(self, why: str) -> None:
        """It is seen, and neither printed nor saved from here."""
        for each in (self.print_button, self.save_button, self.about):
            each.hide()
        say(self.how_to, why)
        self.close_button.setFocus()

    def _say_what_not(self) -> None:
        words = self._not_to_share()
        say(self.not_to_share, words)
        for each in (self.print_button, self.save_button):
            each.setAccessibleDescription(words)

    def _made(self, large_print: bool) -> Paper:
        assert not isinstance(self._shown, PlanVersion)
        return self._shown if isinstance(self._shown, Paper) else \
            self._shown(self.spoken_in.spoken, large_print)

    def _on_drawn(self) -> None:
        self._offer_purposes()
        for each in (self.print_button, self.save_button):
            each.setEnabled(True)

    def _offer_purposes(self) -> None:
        if not isinstance(self._shown, PlanVersion):
            with suppress(LookupError, Refused):         # there is no paper: nothing is printed or saved either
                self.about.offer(offered_purposes(self._desk.opened, self.paper.paper))

    def _on_refused_paper(self) -> None:
        """A consent was withdrawn, here or in another window: nothing is printed or saved any more."""
        at_work = keyboard_in(self) not in (self.print_button, self.save_button)
        for each in (self.print_button, self.save_button):
            each.setEnabled(False)
        if not at_work:
            self.close_button.setFocus()

    def _on_language(self) -> None:
        self.paper.spoken = self.spoken_in.spoken
        self.paper.draw_again()

    def printing(self) -> PlanPrinting:
        return PlanPrinting(self._desk, self, replace(self.paper.paper, purpose=self.about.words))

    def _on_print(self) -> None:
        if isinstance(self._shown, PlanVersion):         # it may be for the citizen, or a copy for others
            ForWhom(self._desk, self.paper.paper_for, save=False, parent=self, spoken=self.spoken_in.spoken).open()
        else:
            self.printing().ask_and_print()

    def _on_save(self) -> None:
        if isinstance(self._shown, PlanVersion):
            ForWhom(self._desk, self.paper.paper_for, save=True, parent=self, spoken=self.spoken_in.spoken).open()
        else:
            self.printing().ask_and_save(self.about.lock_box.isChecked())


class NamesOnMap(QComboBox):
    """Whether the network map has names: for supervision and teaching nobody shall know whose it is. `which`: the map
    of today, or one that was kept.
    """

    def __init__(self, desk: Desk, which: MapOn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._which = desk, which
        self.setAccessibleName(_("Names on the map"))
        for value, words in (("", _("With names")), *((each.value, _(each.label)) for each in Instead)):
            self.addItem(words, value)

    def make(self, language: str, large_print: bool) -> Paper:
        about = replace(self._which, instead=str(self.currentData())).key
        return paper_of(self._desk.opened, BY_KIND[DocumentKind.NETWORK_MAP], about, language, large_print)


def show_paper(desk: Desk, kind: PaperKind, parent: QWidget, about: str = "") -> PaperWindow:
    """Open a kind of paper of the case, about a row of it where it has several."""
    desk.settle.emit()                                   # half typed words belong on the paper
    if kind.kind is DocumentKind.NETWORK_MAP:
        window = _map_window(desk, parent, MapOn.of(about))
    else:
        window = PaperWindow(desk, _(kind.title), partial(paper_of, desk.opened, kind, about), parent,
                             not_to_share=partial(of_reader, desk.opened, kind, about),
                             for_others=kind.reader_of(about) is not Reader.CITIZEN)
    if kind.kind is DocumentKind.POCKET_PLAN:
        window.paper.drawn.connect(window.say_how_to_fold)
    window.open()
    return window


def _map_window(desk: Desk, parent: QWidget, which: MapOn) -> PaperWindow:
    names = NamesOnMap(desk, which, parent)
    window = PaperWindow(desk, _(BY_KIND[DocumentKind.NETWORK_MAP].title), names.make, parent, _("Print the map"))
    window.choices.insertWidget(0, calm_combo(names))
    names.currentIndexChanged.connect(window.paper.draw_again)
    return window
