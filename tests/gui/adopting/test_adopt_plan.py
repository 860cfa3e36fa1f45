"""Adopting the plan as people do it: one press, or with who was there, a no in their own words, and a signature."""
from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.plan import adoption
from borgerplan_desktop.casework.plan.approvals import Approval, who_is_there
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.adopting import adopt_plan as adopt_plan_dialog
from borgerplan_desktop.gui.adopting.adopt_plan import AdoptPlan, ask_to_adopt
from borgerplan_desktop.gui.adopting.approval_row import ApprovalRow
from borgerplan_desktop.gui.adopting.plan_answers import PlanAnswers, StoredRow
from borgerplan_desktop.gui.adopting.sign_plan import SignPlan
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.signature_pad import SignaturePad
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreed, Goal, PlanApproval, PlanVersion, SignedHow, current_plan
from tests.documents import reading

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def asking(desk: Desk, window: QWidget) -> AdoptPlan:
    return ask_to_adopt(desk, None, window)


def choose(combo: QComboBox, value: object) -> None:
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def draw(qtbot: QtBot, pad: SignaturePad) -> None:
    for act, at in ((qtbot.mousePress, (60, 60)), (qtbot.mouseMove, (200, 120)), (qtbot.mouseMove, (260, 40))):
        if act is qtbot.mouseMove:
            act(pad, QPoint(*at))
        else:
            act(pad, LEFT, pos=QPoint(*at))
    qtbot.mouseRelease(pad, LEFT, pos=QPoint(260, 40))


def row_of(asking: AdoptPlan, name: str) -> ApprovalRow:
    return next(row for each, row in asking.rows if each.name.startswith(name))


@pytest.mark.parametrize("size", [1.0, 1.4, 2.0])
def test_nothing_runs_out_sideways_in_large_text(qapp: QApplication, qtbot: QtBot, desk: Desk, window: QWidget,
                                                 size: float) -> None:
    try:
        apply_theme(qapp, dark=False, size=size)
        asking = ask_to_adopt(desk, None, window)
        for _round in range(4):
            qapp.processEvents()
        scroll = asking.findChild(DialogScroll)
        assert scroll is not None
        assert scroll.horizontalScrollBar().maximum() == 0
    finally:
        apply_theme(qapp, dark=False, size=1.0)


def test_a_goal_that_nobody_has_may_need_more_lines_than_one(qapp: QApplication, desk: Desk, window: QWidget) -> None:
    add_goal(desk.opened, "Jeg vil kunne stå op om morgenen uden at være bange for, hvad der ligger i postkassen")
    try:
        apply_theme(qapp, dark=False, size=2.0)
        asking = ask_to_adopt(desk, None, window)
        for _round in range(4):
            qapp.processEvents()
        scroll = asking.findChild(DialogScroll)
        assert scroll is not None
        assert scroll.horizontalScrollBar().maximum() == 0
        asked = asking.nobodys.rows[-1].asked
        assert asked.height() > asked.fontMetrics().height() * 2
    finally:
        apply_theme(qapp, dark=False, size=1.0)


def test_one_press_adopts_with_nothing_filled_in(desk: Desk, asking: AdoptPlan) -> None:
    asking.adopt_button.click()
    version = desk.case.the(PlanVersion)
    assert [(each.agreed, each.comment, each.signed) for each in version.approvals] == [
        (None, "", SignedHow.NOT_YET)] * len(who_is_there(desk.case, None))
    assert not asking.isVisible()


def test_goals_nobody_has_are_answered_where_they_are_asked_and_stop_nothing(desk: Desk, window: QWidget) -> None:
    somebody = desk.case.all(NetworkMember)[0]
    for goal in current_plan(desk.case).goals:
        write(desk.opened, goal, Goal.responsible_id, somebody.id, "x")
    assert not ask_to_adopt(desk, None, window).nobodys.isVisible()
    nobodys = [add_goal(desk.opened, f"Mål {n}") for n in range(6)]
    asking = ask_to_adopt(desk, None, window)
    assert asking.nobodys.said.text() == "Ingen er ansvarlig for 6 af målene endnu. Planen kan vedtages alligevel."
    assert [each.asked.text() for each in asking.nobodys.rows] == [f"Hvem tager »Mål {n}«?" for n in range(4)]
    row = asking.rows[0][1]
    row.show_answers(Agreed.YES, SignedHow.ON_PAPER)
    choose(asking.nobodys.rows[1].person, somebody.id)
    assert nobodys[1].responsible is somebody
    assert asking.nobodys.said.text() == "Ingen er ansvarlig for 5 af målene endnu. Planen kan vedtages alligevel."
    assert asking.isVisible()
    assert (row.agrees, row.signed_how) == (Agreed.YES, SignedHow.ON_PAPER)      # what was said stays
    asking.adopt_button.click()
    assert desk.case.the(PlanVersion).approvals[0].signed is SignedHow.ON_PAPER


def test_that_it_is_for_good_and_where_one_writes_are_seen_in_large_text(qapp: QApplication, desk: Desk,
                                                                         window: QWidget) -> None:
    add_goal(desk.opened, "Jeg vil se min søster")
    try:
        apply_theme(qapp, dark=False, size=2.0)
        asking = ask_to_adopt(desk, None, window)
        for _round in range(4):
            qapp.processEvents()
        assert asking.for_good.text().startswith("Denne udgave kan ikke ændres")
        assert asking.for_good.visibleRegion().boundingRect().size() == asking.for_good.size()
        words = asking.rows[0][1].words
        words.setFocus()
        for _round in range(4):
            qapp.processEvents()
        assert words.visibleRegion().boundingRect().height() == words.height()   # where one writes, to its lower edge
    finally:
        apply_theme(qapp, dark=False, size=1.0)


def test_an_enter_meant_for_an_answer_adopts_nothing(qtbot: QtBot, desk: Desk, asking: AdoptPlan) -> None:
    answer = asking.rows[0][1].agreed
    qtbot.waitUntil(answer.hasFocus)                     # there the keyboard begins
    qtbot.keyClick(answer, Qt.Key.Key_Return)
    assert desk.case.all(PlanVersion) == []
    assert not any(each.isDefault() for each in asking.findChildren(QPushButton))
    asking.adopt_button.setFocus()
    qtbot.keyClick(asking.adopt_button, Qt.Key.Key_Return)
    assert desk.case.the(PlanVersion).number == 1


def test_arrow_keys_pass_every_way_of_signing_before_the_one_that_opens_a_window(
        qtbot: QtBot, asking: AdoptPlan) -> None:
    row = asking.rows[0][1]
    seen = []
    for _key in range(2):
        qtbot.keyClick(row.signed, Qt.Key.Key_Down)
        seen.append(row.signed_how)
    assert seen == [SignedHow.ON_PAPER, SignedHow.DECLINED]
    assert asking.findChild(SignPlan) is None
def test_who_adopts_while_a_colleague_has_done_so_is_told_and_keeps_what_was_said(
        archive: Archive, desk: Desk, asking: AdoptPlan) -> None:
    other = archive.open_case(desk.opened.id)
    adoption.adopt_plan(other)
    desk.look_for_others()                               # it came in while the question stood there
    asking.rows[0][1].words.setPlainText("Det er mine mål.")
    asking.adopt_button.click()
    assert asking.isVisible()
    assert asking.trouble.text().startswith("Udgave 1 er lige blevet vedtaget et andet sted.")
    assert len(desk.case.all(PlanVersion)) == 1
    asking.adopt_button.click()                          # whoever does it once more means it
    assert not asking.isVisible()
    assert [each.comment for each in desk.case.all(PlanVersion)[1].approvals][0] == "Det er mine mål."


def test_not_yet_leaves_everything_as_it_is(desk: Desk, asking: AdoptPlan) -> None:
    asking.leave_button.click()
    assert desk.case.all(PlanVersion) == []


def test_a_no_in_their_own_words_and_a_drawn_signature(qtbot: QtBot, desk: Desk, asking: AdoptPlan) -> None:
    jonas, eva = (row for _each, row in asking.rows)
    assert jonas.accessibleName().startswith("Jonas")
    choose(jonas.agreed, Agreed.NO)
    qtbot.keyClicks(jonas.words, "Ikke det med pengene")
    qtbot.keyClick(jonas.words, Qt.Key.Key_Return)       # a line of its own: Enter here adopts nothing
    assert asking.isVisible()
    choose(jonas.signed, SignedHow.DECLINED)
    choose(eva.agreed, Agreed.YES)
    choose(eva.signed, SignedHow.ON_SCREEN)
    assert eva.signed_how is SignedHow.NOT_YET           # not before it is drawn
    sign = asking.findChild(SignPlan)
    assert sign is not None
    sign.sign_button.click()
    assert "Der er ikke skrevet noget endnu" in sign.trouble.text()
    draw(qtbot, sign.pad)
    sign.sign_button.click()
    assert eva.signed_how is SignedHow.ON_SCREEN
    asking.adopt_button.click()
    first, second = desk.case.the(PlanVersion).approvals
    assert (first.agreed, first.comment, first.signed) == (Agreed.NO, "Ikke det med pengene", SignedHow.DECLINED)
    assert (second.agreed, second.signed, bool(second.signature_digest)) == (Agreed.YES, SignedHow.ON_SCREEN, True)
    assert "»Ikke det med pengene«" in " ".join(
        reading.text(adoption.adopted_pdf(desk.opened, desk.case.the(PlanVersion))).split())


def pointer() -> Qt.CursorShape | None:
    """What the pointer is over everything; None = as usual."""
    cursor: QCursor | None = QGuiApplication.overrideCursor()        # the stubs say that there always is one
    return cursor.shape() if cursor is not None else None


def test_the_pointer_says_that_it_works_until_the_plan_is_adopted(
        asking: AdoptPlan, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shapes: list[Qt.CursorShape | None] = []

    def adopting(*asked: Any, **more: Any) -> PlanVersion:
        shapes.append(pointer())
        return adoption.adopt_plan(*asked, **more)
    monkeypatch.setattr(adopt_plan_dialog, "adopt_plan", adopting)
    asking.adopt_button.click()
    assert shapes == [Qt.CursorShape.WaitCursor]
    assert pointer() is None
    assert desk.case.the(PlanVersion).number == 1


def test_a_signature_that_is_given_up_leaves_what_was_chosen(qtbot: QtBot, asking: AdoptPlan) -> None:
    row = asking.rows[0][1]
    choose(row.signed, SignedHow.ON_PAPER)
    choose(row.signed, SignedHow.ON_SCREEN)
    sign = asking.findChild(SignPlan)
    assert sign is not None
    sign.cancel_button.click()
    assert row.signed_how is SignedHow.ON_PAPER
    assert row.signed.currentData() == SignedHow.ON_PAPER


def test_the_paper_is_read_before_it_is_signed(qtbot: QtBot, asking: AdoptPlan) -> None:
    sign = asking.sign(asking.rows[0][1])
    for window in (asking.see_paper(), sign.see_paper()):
        qtbot.waitUntil(lambda shown=window: bool(shown.paper.pdf), timeout=15_000)
        assert "Min egen bolig" in " ".join(reading.text(window.paper.pdf).split())
        window.close()
    sign.reject()


def test_who_was_not_there_goes_and_somebody_more_comes(qtbot: QtBot, desk: Desk, asking: AdoptPlan) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")
    asking.rows[1][1].remove_button.click()
    asking.more.chosen.emit(birgit)
    assert row_of(asking, "Birgit").agreed.hasFocus()
    asking.more.chosen.emit(birgit)
    assert asking.trouble.text() == "Birgit Holm står der allerede."
    asking.adopt_button.click()
    assert [each.name for each in desk.case.the(PlanVersion).approvals][1:] == ["Birgit Holm"]


def test_words_that_were_not_adopted_wait_when_the_case_is_left(qtbot: QtBot, desk: Desk, asking: AdoptPlan) -> None:
    qtbot.keyClicks(asking.rows[0][1].words, "Ikke det med pengene")
    desk.close()
    assert [draft.text for draft in drafts.waiting(desk.opened)] == ["Ikke det med pengene"]


# -------------------------------------------------------------------------------------------------------- later
@pytest.fixture
def answers(desk: Desk, window: QWidget) -> PlanAnswers:
    version = adoption.adopt_plan(desk.opened, None, who_is_there(desk.case, None))
    dialog = PlanAnswers(desk, version, window)
    dialog.open()
    return dialog


def stored(answers: PlanAnswers) -> list[StoredRow]:
    return answers.rows.widgets()


def test_answers_are_filled_in_later_each_as_it_is_given(qtbot: QtBot, desk: Desk, answers: PlanAnswers) -> None:
    version = desk.case.the(PlanVersion)
    frozen = adoption.adopted_pdf(desk.opened, version)
    row, approval = stored(answers)[0], version.approvals[0]
    choose(row.agreed, Agreed.PARTLY)
    assert approval.agreed is Agreed.PARTLY
    qtbot.keyClicks(row.words, "Næsten")
    desk.settle.emit()
    assert approval.comment == "Næsten"
    sign = row.sign()
    draw(qtbot, sign.pad)
    sign.sign_button.click()
    assert approval.signed is SignedHow.ON_SCREEN
    assert row.signed.currentData() == SignedHow.ON_SCREEN
    window = answers.see_paper()
    qtbot.waitUntil(lambda: bool(window.paper.pdf), timeout=15_000)
    said = " ".join(reading.text(window.paper.pdf).split())
    window.close()
    assert "Jeg er enig i noget af planen." in said
    assert "»Næsten«" in said
    assert adoption.adopted_pdf(desk.opened, version) == frozen
    desk.opened.undo()
    assert row.signed.currentData() == SignedHow.NOT_YET         # what is undone is shown


def test_nobody_noted_is_said_and_somebody_is_added(desk: Desk, window: QWidget) -> None:
    version = adoption.adopt_plan(desk.opened)
    dialog = PlanAnswers(desk, version, window)
    dialog.open()
    assert dialog.empty_label.isVisible()
    member = who_is_there(desk.case, None)[0].member
    dialog.more.chosen.emit(member)
    assert not dialog.empty_label.isVisible()
    assert len(stored(dialog)) == 1
    dialog.more.chosen.emit(member)
    assert "står der allerede" in dialog.trouble.text()
    stored(dialog)[0].remove_button.click()
    assert desk.case.all(PlanApproval) == []


def test_a_colleague_who_removes_the_person_from_the_map_leaves_the_name(desk: Desk, window: QWidget) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")
    asking = ask_to_adopt(desk, None, window)
    asking.more.chosen.emit(birgit)
    with desk.opened.action("x"):
        desk.case.remove(birgit)
    asking.accept()
    assert [(each.name, each.member) for each in desk.case.the(PlanVersion).approvals][-1] == ("Birgit Holm", None)
    assert Approval(None, "Eva").member is None
