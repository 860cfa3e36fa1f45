"""A plan is taken in: pasted, opened, or dropped; what it seems to be is guessed and can be corrected."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.plan.earlier_plans import own_file, take_in
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.earlier.earlier_page import EarlierPage
from borgerplan_desktop.gui.earlier.take_in_dialog import EarlierPlanDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.label import PlainLabel
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanKind
from tests.documents.reading_in import files

LINES = ("Behandlingsplan", "Udarbejdet af: Nadia Bro, Rusmiddelcenter", "Dato: 3. september 2026", "Mål: ro.")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> EarlierPage:
    page = EarlierPage(desk)
    qtbot.addWidget(page)
    page.resize(1094, 600)
    page.show()
    return page


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_which_plan_it_is_can_be_read_in_large_text(qapp: QApplication, qtbot: QtBot, desk: Desk, size: float) -> None:
    try:
        apply_theme(qapp, dark=False, size=size)
        dialog = EarlierPlanDialog(desk)
        qtbot.addWidget(dialog)
        dialog.show()
        for _round in range(4):
            qapp.processEvents()
        assert dialog.kind_field.width() >= dialog.kind_field.sizeHint().width()
    finally:
        apply_theme(qapp, dark=False, size=1.0)


def drop(target: EarlierPage | EarlierPlanDialog, *paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)
    event.setAccepted(False)
    target.dropEvent(event)
    return event


def test_what_is_pasted_is_guessed_at_and_what_a_person_said_stands(page: EarlierPage, desk: Desk) -> None:
    dialog = page.take_in()
    QTest.keyClicks(dialog.name_field, "Nadias plan")
    dialog.words_field.setPlainText("\n".join(LINES))
    assert dialog.guess_label.isVisible()
    assert dialog.kind_field.currentText() == "Behandlingsplan"
    assert dialog.from_field.text() == "Nadia Bro, Rusmiddelcenter"
    assert dialog.dated_field.date() == date(2026, 9, 3)
    assert dialog.name_field.text() == "Nadias plan"
    dialog.take_button.click()
    plan = desk.case.the(EarlierPlan)
    assert (plan.kind, plan.title, plan.dated_on) == (EarlierPlanKind.TREATMENT, "Nadias plan", date(2026, 9, 3))
    assert page.plan is plan
    assert page.text.isVisible()
    assert not page.own_file.isVisible()


def test_a_file_that_is_dropped_is_read_and_kept(qtbot: QtBot, page: EarlierPage, desk: Desk, tmp_path: Path) -> None:
    content = files.word(*LINES)
    (tmp_path / "plan.docx").write_bytes(content)
    assert drop(page, tmp_path / "plan.docx").isAccepted()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), EarlierPlanDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EarlierPlanDialog)
    qtbot.waitUntil(lambda: dialog.file is not None, timeout=20_000)
    assert dialog.words_field.toPlainText() == "\n".join(LINES)
    assert "plan.docx" in dialog.file_label.text()
    dialog.take_button.click()
    plan = desk.case.the(EarlierPlan)
    assert own_file(desk.opened, plan) == content
    assert page.own_file.isVisible()
    page.own_file.click()
    asked = page.window().findChildren(QFileDialog)[-1]
    asked.fileSelected.emit(str(tmp_path / "again.docx"))
    asked.done(0)
    assert (tmp_path / "again.docx").read_bytes() == content


def test_what_was_written_stays_when_a_file_is_dropped_on_it(qtbot: QtBot, page: EarlierPage, tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(files.word("Mål: ro.\u00a0"))
    (tmp_path / "nyere.docx").write_bytes(files.word("Mål: søvn."))
    dialog = page.take_in()
    QTest.keyClicks(dialog.words_field, "Hans egne ord")
    drop(dialog, tmp_path / "plan.docx")
    qtbot.waitUntil(lambda: dialog.file is not None, timeout=20_000)
    assert dialog.words_field.toPlainText() == "Hans egne ord\n\nMål: ro."
    assert "stod i forvejen" in dialog.file_label.text()
    dialog.words_field.clear()
    for name, says in (("plan.docx", "Mål: ro."), ("nyere.docx", "Mål: søvn.")):
        drop(dialog, tmp_path / name)                    # another file takes the place of one nobody has touched
        qtbot.waitUntil(lambda says=says: dialog.words_field.toPlainText() == says, timeout=20_000)


def test_a_date_that_is_typed_and_not_left_is_kept_with_the_words(page: EarlierPage, desk: Desk) -> None:
    dialog = page.take_in()
    dialog.name_field.setText("Jobplan")
    dialog.dated_field.field.setText("3. sept")
    desk.leave.emit()
    assert [draft.text for draft in drafts.waiting(desk.opened)] == ["Jobplan\n\n3. sept"]


def test_only_one_file_is_taken_at_a_time(page: EarlierPage, tmp_path: Path) -> None:
    assert not drop(page, tmp_path / "a", tmp_path / "b").isAccepted()


@pytest.mark.parametrize(("content", "says"), [
    (b"%PDF-1.4 rubbish", "Filen er gået i stykker"), (files.scanned, "kun billeder"),
    (files.pdf(password="x"), "adgangskode")])
def test_a_file_that_gives_no_text_is_told_and_nothing_is_taken_in(
        qtbot: QtBot, page: EarlierPage, desk: Desk, tmp_path: Path, content: bytes | Callable[[], bytes],
        says: str) -> None:
    (tmp_path / "plan.pdf").write_bytes(content() if callable(content) else content)
    dialog = page.take_in(str(tmp_path / "plan.pdf"))

    def told() -> QDialog | None:
        front = QApplication.activeModalWidget()
        return front if isinstance(front, QDialog) and front is not dialog and any(
            says in label.text() for label in front.findChildren(PlainLabel)) else None

    qtbot.waitUntil(lambda: told() is not None, timeout=20_000)
    message = told()
    assert message is not None
    message.reject()
    assert dialog.isVisible()
    assert not desk.case.all(EarlierPlan)
    assert dialog.words_field.toPlainText() == ""


def test_a_reason_half_typed_is_there_again_when_one_comes_back(qtbot: QtBot, desk: Desk) -> None:
    plan = take_in(desk.opened, EarlierPlanKind.JOB, "Jobplan", "", None, "tekst")
    before = EarlierPage(desk)
    qtbot.addWidget(before)
    before.show()
    before.settled.kept_button.click()
    assert before.settled.because is not None
    QTest.keyClicks(before.settled.because, "§ 141")
    desk.leave.emit()
    before.close()
    page = EarlierPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert page.plan is plan
    assert page.settled.reason.isVisible()
    assert page.settled.because is not None
    assert page.settled.because.text() == "§ 141"
