"""Before a copy leaves: what it is made for, and a password where it shall have one."""
from __future__ import annotations

import io
from functools import partial
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, paper_of
from borgerplan_desktop.casework.papers.plan_paper import plan_for, plan_paper
from borgerplan_desktop.casework.session.backup_and_restore import unheard
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.papers.papers_tab import PapersTab
from borgerplan_desktop.gui.printing.for_whom import ForWhom
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.printing.password_for_copy import PasswordForCopy
from borgerplan_desktop.gui.printing.printing import PlanPrinting
from borgerplan_desktop.model.papers import Document

PASSWORD = "blå hest under broen"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def window(desk: Desk, parent: QWidget, qtbot: QtBot) -> PaperWindow:
    window = PaperWindow(desk, "Min uge", partial(paper_of, desk.opened, BY_KEY["week"], ""), parent)
    window.show()
    qtbot.waitUntil(lambda: window.paper.pdf.startswith(b"%PDF"), timeout=20_000)
    return window


def asked(parent: QWidget) -> PasswordForCopy:
    return next(each for each in parent.findChildren(PasswordForCopy) if each.isVisible())


def answer(dialog: PasswordForCopy, first: str, again: str) -> None:
    for field, words in ((dialog.first, first), (dialog.again, again)):
        field.field.setText(words)
    dialog.act.click()


def save_in(qtbot: QtBot, parent: QWidget, desk: Desk, path: Path) -> None:
    dialog = next(each for each in parent.findChildren(QFileDialog) if each.isVisible())
    with qtbot.waitSignal(desk.changed, timeout=20_000):
        dialog.fileSelected.emit(str(path))
    dialog.close()


def test_the_usual_purpose_stands_there_and_goes_on_record(qtbot: QtBot, desk: Desk, window: PaperWindow,
                                                           tmp_path: Path) -> None:
    assert window.about.words == "til borgeren"
    window.save_button.click()
    save_in(qtbot, window, desk, tmp_path / "uge.pdf")
    tab = PapersTab(desk)
    qtbot.addWidget(tab)
    assert [each.purpose for each in desk.case.all(Document)] == ["til borgeren"]
    assert "Gemt som fil · til borgeren" in tab.made_list.item(0).toolTip() + str(
        [tab.made_list.item(0).data(role) for role in range(0x100, 0x106)]) + tab.made_list.item(0).text()


def test_another_purpose_is_written_and_stays_while_the_paper_is_drawn_anew(qtbot: QtBot, desk: Desk,
                                                                            window: PaperWindow) -> None:
    line = window.about.purpose.lineEdit()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "til køleskabet")
    with qtbot.waitSignal(window.paper.drawn, timeout=20_000):
        window.paper.large_button.click()
    assert window.printing()._paper.purpose == "til køleskabet"


def test_a_copy_for_others_is_made_for_others(desk: Desk, parent: QWidget) -> None:
    dialog = ForWhom(desk, partial(plan_for, desk.opened), save=True, parent=parent)
    dialog.open()
    assert dialog.about.words == "til borgeren"
    dialog.others_choice.click()
    assert dialog.about.words == "til andre"
    dialog.citizen_choice.click()
    assert dialog.about.words == "til borgeren"
    dialog.reject()


def test_a_copy_with_a_password_is_locked_on_disk_and_said_on_record(qtbot: QtBot, desk: Desk, window: PaperWindow,
                                                                     tmp_path: Path) -> None:
    file = tmp_path / "uge.pdf"
    window.about.lock_box.click()
    window.save_button.click()
    dialog = asked(window)
    answer(dialog, PASSWORD, PASSWORD + "x")
    assert dialog.trouble.text().startswith("De to er ikke ens")
    answer(dialog, "kort", "kort")
    assert dialog.trouble.text().startswith("Mindst 15 tegn")
    answer(dialog, PASSWORD, PASSWORD)
    assert dialog.first.text() == dialog.again.text() == ""
    save_in(qtbot, window, desk, file)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(file)
    with pikepdf.open(file, password=PASSWORD) as pdf:
        assert len(pdf.pages) == 1
    assert [each.has_password for each in desk.case.all(Document)] == [True]
    printing = next(each for each in window.findChildren(PlanPrinting))
    assert printing._paper.password == ""
    assert PASSWORD not in repr(vars(printing))


def test_whoever_leaves_the_question_saves_nothing_and_the_lock_forgets(qtbot: QtBot, desk: Desk, window: PaperWindow,
                                                                       tmp_path: Path) -> None:
    window.about.lock_box.click()
    window.save_button.click()
    dialog = asked(window)
    dialog.first.field.setText(PASSWORD)
    dialog.leave.click()
    assert not [each for each in window.findChildren(QFileDialog) if each.isVisible()]
    window.save_button.click()
    answer(asked(window), PASSWORD, PASSWORD)
    printing = window.findChildren(PlanPrinting)[-1]
    assert printing._paper.password == PASSWORD
    desk.leave.emit()
    QApplication.processEvents()
    assert printing._paper.password == ""
    assert not desk.case.all(Document)


def test_the_password_is_not_part_of_what_is_told_of_a_paper(desk: Desk) -> None:
    from dataclasses import replace

    locked = replace(plan_paper(desk.opened), password=PASSWORD)
    assert PASSWORD not in repr(locked)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked.as_file(unheard)))
