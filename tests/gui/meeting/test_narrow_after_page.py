"""After the meeting, on a small screen or with large text: names, days and answers stand in full."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.casework.meeting.after_meeting import ask_feedback
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.gui.appearance.theme import apply_theme, font, px
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.widgets.label import ElidedLabel
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import ANSWERS, Meeting
from borgerplan_desktop.model.network import people


@pytest.fixture
def adopted(qapp: QApplication, tab: MeetingTab, held: Meeting) -> Iterator[Meeting]:
    tab._desk.do(add_goal, "bolig")
    tab._desk.do(adopt_plan, held)
    tab._desk.do(ask_feedback, held)
    tab._desk.do(remove_person, next(m for m in people(tab._desk.case) if m.contact.name == "Nadia Bro"))
    yield held
    apply_theme(qapp, dark=False, size=1.0)


@pytest.mark.parametrize(("size", "width"), [(1.0, 1308), (1.0, 966), (1.4, 1285), (1.4, 943), (2.0, 1250)])
def test_nothing_is_cut_nor_runs_together(qapp: QApplication, tab: MeetingTab, adopted: Meeting, size: float,
                                          width: int) -> None:
    apply_theme(qapp, dark=False, size=size)
    tab.resize(width, 613)
    for _round in range(6):
        qapp.processEvents()
    assert tab.when.isHidden() or tab.when.shown() == tab.when.text()
    assert tab.state.isHidden() is (size == 2.0)         # there it has gone: the page needs the room
    assert tab.state.isHidden() or tab.state.width() >= tab.state.sizeHint().width()
    for row in tab.after.minutes.list.widgets():
        assert not isinstance(row.name, ElidedLabel)     # that somebody has left stands last
        assert row.name.height() >= row.name.heightForWidth(row.name.width())
        assert row.pill.isHidden() or row.pill.width() >= row.pill.sizeHint().width()
    circles = tab.after.feedback.questions["said_it"].circles
    metrics, apart = QFontMetricsF(font("small")), circles._x(1) - circles._x(0)
    wide = [metrics.horizontalAdvance(_(answer)) for answer in ANSWERS]
    assert all((one + next_) / 2 < apart for one, next_ in zip(wide[1:-1], wide[2:-1], strict=False))
    page = tab.after.page
    content = page.widget()
    assert content is not None
    assert content.height() <= max(page.viewport().height(), content.heightForWidth(content.width()))  # no holes


@pytest.mark.parametrize(("size", "width"), [(1.0, 1308), (1.0, 966), (1.4, 943)])
def test_the_words_of_the_chosen_meeting_stand_in_full(qapp: QApplication, tab: MeetingTab, adopted: Meeting,
                                                       size: float, width: int) -> None:
    opened = tab._desk.opened
    start = opened.now() + timedelta(days=20)
    plan_meeting(opened, starts_at=start, ends_at=start + timedelta(hours=1), place="", purpose="")
    apply_theme(qapp, dark=False, size=size)
    tab.resize(width, 613)
    tab.show_row(adopted.id)
    for _round in range(6):
        qapp.processEvents()
    assert tab.meetings.isVisible()
    words = tab.meetings.fontMetrics().horizontalAdvance(tab.meetings.currentText())
    assert words < tab.meetings.width() - px(30)
    assert tab.state.width() >= tab.state.sizeHint().width()
