"""The calm line above the status: what is closed by hand stays away until there is something new."""
from __future__ import annotations

from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.shell.notice_bar import NoticeBar


def test_words_that_wait_do_not_come_back_when_the_bar_was_closed(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_words("Ét sted venter.", "Se teksten")
    assert not bar.isHidden()
    bar.bar_close.click()
    assert bar.isHidden()
    bar.show_well()                                      # something else is stored
    bar.show_words("Ét sted venter.", "Se teksten")      # another part comes to the front
    assert bar.isHidden()
    bar.show_words("To steder venter.", "Se teksten")
    assert not bar.isHidden()
    bar.bar_close.click()
    bar.show_words("", "")                               # another citizen
    bar.show_words("To steder venter.", "Se teksten")
    assert not bar.isHidden()


def test_what_was_done_is_told_until_the_next_edit(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_words("Ét sted venter.", "Se teksten")
    bar.show_done("»Bolig« er nu en skabelon.")
    assert (bar.accessibleName(), bar.bar_icon.property("icon_name")) == ("»Bolig« er nu en skabelon.", "check")
    assert not bar.bar_button.isVisibleTo(bar)
    bar.show_well()
    assert (bar.accessibleName(), bar.bar_icon.property("icon_name")) == ("Ét sted venter.", "alert")
