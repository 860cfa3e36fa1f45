"""Who is the paper for: asked before it is printed or saved, and on record."""
from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.papers.plan_paper import adopted_paper, plan_for
from borgerplan_desktop.casework.papers.reading_language import reads_best
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.goals import add_goal, delete_goal
from borgerplan_desktop.casework.plan.readers import topics_of_plan
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.for_whom import ForWhom
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, GivenHow, Topic
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.papers import Delivery, Document, Reader
from tests.documents import reading


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def asked(desk: Desk, window: QWidget) -> ForWhom:
    dialog = ForWhom(desk, partial(plan_for, desk.opened), save=True, parent=window)
    dialog.open()
    return dialog


def save(qtbot: QtBot, desk: Desk, window: QWidget, path: Path) -> None:
    files = window.findChild(QFileDialog)
    assert isinstance(files, QFileDialog)
    with qtbot.waitSignal(desk.changed, timeout=30_000):
        files.fileSelected.emit(str(path))
    files.close()


def test_it_is_for_the_citizen_unless_somebody_says_otherwise(
        qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path) -> None:
    dialog = asked(desk, window)
    assert dialog.citizen_choice.text() == f"Til {desk.case.the(Citizen).first_name}"
    assert not dialog.ties_box.isVisible()               # what is about others
    assert not dialog.told.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    save(qtbot, desk, window, tmp_path / "plan.pdf")
    assert [made.reader for made in desk.case.all(Document)] == [Reader.CITIZEN]


@pytest.mark.parametrize("ties", [False, True])
def test_a_copy_for_others_is_one_and_the_citizens_answer_is_kept(
        qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path, ties: bool) -> None:
    dialog = asked(desk, window)
    qtbot.mouseClick(dialog.others_choice, Qt.MouseButton.LeftButton, pos=dialog.others_choice.rect().center())
    dialog.others_choice.setChecked(True)
    assert dialog.ties_box.isVisible()
    assert dialog.told.isVisible()
    if ties:
        dialog.ties_box.click()
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    save(qtbot, desk, window, tmp_path / "plan.pdf")
    assert [made.reader for made in desk.case.all(Document)] == [Reader.OTHERS_WITH_TIES if ties else Reader.OTHERS]
    assert desk.case.the(Cooperation).ties_may_be_shared is ties


def test_nothing_is_made_when_it_is_left(qtbot: QtBot, desk: Desk, window: QWidget) -> None:
    dialog = asked(desk, window)
    dialog.others_choice.setChecked(True)
    dialog.ties_box.setChecked(True)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.findChild(QFileDialog) is None
    assert not desk.case.the(Cooperation).ties_may_be_shared


def test_whose_consent_covers_the_plan_is_said_before_a_copy_for_others(
        qtbot: QtBot, desk: Desk, window: QWidget) -> None:
    case = desk.case
    first = add_new_professional(desk.opened, "Birgit Holm")
    second = add_new_professional(desk.opened, "Per Toft")
    third = add_new_professional(desk.opened, "Lene Friis")
    add_private_person(desk.opened, "Sara Bækgaard")     # so that the plan speaks of the network too
    topics = topics_of_plan(case)
    assert topics[0] is Topic.PLAN
    assert Topic.NETWORK in topics
    give_consent(desk.opened, Asked("At vi kan lave planen sammen.", [first], topics, GivenHow.SIGNED, True))
    give_consent(desk.opened, Asked("At vi kan lave planen sammen.", [second], [Topic.PLAN], GivenHow.SIGNED, True,
                                    refused=[t for t in topics if t is not Topic.PLAN]))
    dialog = asked(desk, window)
    assert not dialog.readers.isVisible()
    dialog.others_choice.setChecked(True)
    assert dialog.readers.isVisible()
    covered, _sep, missing = dialog.readers.text().partition("Samtykke mangler")
    assert first.contact.name in covered
    assert f"{second.contact.name} (" in missing
    assert f"{third.contact.name}." in missing
    assert "Sara" not in dialog.readers.text()
    assert first.contact.name not in missing


def test_what_must_not_be_shared_stands_there_before_a_copy_for_others(desk: Desk, window: QWidget) -> None:
    birgit = add_new_professional(desk.opened, "Birgit Holm")
    give_consent(desk.opened, Asked("finde en bolig", [birgit], [Topic.PLAN], GivenHow.SIGNED, told_before=True,
                                    not_to_share="Det om Sara"))
    dialog = asked(desk, window)
    assert not dialog.not_to_share.isVisible()
    dialog.others_choice.setChecked(True)
    assert dialog.not_to_share.isVisible()
    assert "ikke må dele med Birgit Holm: »Det om Sara«" in dialog.not_to_share.text()
    give_consent(desk.opened, Asked("finde en bolig", [birgit], [Topic.PLAN], GivenHow.SIGNED, told_before=True,
                                    not_to_share="Kun mål 3"))
    desk.look_for_others()
    assert "Kun mål 3" in dialog.not_to_share.text()


def test_an_adopted_version_is_asked_about_what_stands_in_it(desk: Desk, window: QWidget) -> None:
    """Not about the draft, from which a goal has gone since."""
    opened = desk.opened
    birgit = add_new_professional(opened, "Birgit Holm")
    goal = add_goal(opened, "drikke mindre", LifeArea.SUBSTANCES)
    version = adopt_plan(opened)
    delete_goal(opened, goal)
    give_consent(opened, Asked("lave planen sammen", [birgit], [Topic.PLAN], GivenHow.SIGNED, told_before=True))
    now = asked(desk, window)
    assert "Samtykket dækker planen for: Birgit Holm." in now.readers.text()
    dialog = ForWhom(desk, lambda spoken, others: adopted_paper(opened, version, spoken, for_others=others), save=True,
                     parent=window)
    assert dialog.readers.text() == "Samtykke mangler eller dækker ikke det hele for: Birgit Holm (rusmidler)."


def test_a_name_without_a_space_does_not_widen_it(desk: Desk, window: QWidget) -> None:
    name = "Æ" * 80
    with desk.opened.action("Name"):
        desk.case.the(Citizen).name = f"{name} Olsen"
    give_consent(desk.opened, Asked("finde en bolig", [add_private_person(desk.opened, name)], [Topic.PLAN],
                                    GivenHow.SIGNED, told_before=True))
    dialog = asked(desk, window)
    dialog.others_choice.setChecked(True)
    QApplication.processEvents()
    scroll = dialog.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.horizontalScrollBar().maximum() == 0
    assert name in dialog.citizen_choice.accessibleName()
    assert name in dialog.citizen_choice.toolTip()


def test_a_copy_for_one_bears_the_name_and_asks_nothing_of_ties(
        qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path) -> None:
    with desk.opened.action("somebody we may tell"):
        member = desk.opened.case.add(NetworkMember(name="Birgit Holm", kind=MemberKind.PROFESSIONAL))
        form = desk.opened.case.add(Consent(given_on=desk.opened.today()))
        desk.opened.case.add(ConsentPerson(consent_id=form.id, member_id=member.id))
        desk.opened.case.add(ConsentTopic(consent_id=form.id, topic=Topic.PLAN))
    dialog = asked(desk, window)
    assert not dialog.whom.isVisible()
    dialog.others_choice.setChecked(True)
    assert dialog.whom.isVisible()
    assert dialog.ties_box.isVisible()
    dialog.whom.setCurrentIndex(dialog.whom.findData(member.id))
    assert not dialog.ties_box.isVisible()
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    save(qtbot, desk, window, tmp_path / "kopi.pdf")
    assert "Kopi til Birgit Holm," in reading.text((tmp_path / "kopi.pdf").read_bytes())
    assert desk.opened.case.all(Delivery)[-1].to_name == "Birgit Holm"


def test_a_copy_for_one_is_told_only_what_must_not_be_shared_with_them(desk: Desk, window: QWidget) -> None:
    birgit, morten = (add_new_professional(desk.opened, name) for name in ("Birgit Holm", "Morten Dahl"))
    for member, words in ((birgit, "Det om Sara"), (morten, "Det om gælden")):
        give_consent(desk.opened, Asked("finde en bolig", [member], [Topic.PLAN], GivenHow.SIGNED, told_before=True,
                                        not_to_share=words))
    dialog = asked(desk, window)
    dialog.others_choice.setChecked(True)
    assert "Det om Sara" in dialog.not_to_share.text()
    assert "Det om gælden" in dialog.not_to_share.text()
    dialog.whom.setCurrentIndex(dialog.whom.findData(morten.id))
    assert "Det om gælden" in dialog.not_to_share.text()
    assert "Det om Sara" not in dialog.not_to_share.text()
    assert dialog.about.words == "til Morten Dahl"       # what it is made for, without anybody writing it


def test_the_paper_is_in_what_the_citizen_reads_and_the_copy_for_others_in_danish(
        qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path) -> None:
    reads_best(desk.opened, "pl+da", large_print=True)
    dialog = asked(desk, window)
    assert dialog.spoken_in.spoken == "pl+da"
    assert "udkast" in dialog.spoken_in.draft_label.text()   # said before it is printed
    dialog.others_choice.click()
    assert dialog.spoken_in.spoken == "da"
    assert not dialog.spoken_in.draft_label.isVisible()
    assert not dialog.spoken_in.remember.isVisible()
    dialog.citizen_choice.click()
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    save(qtbot, desk, window, tmp_path / "plan.pdf")
    [made] = desk.case.all(Document)
    assert (made.language, made.beside, made.large_print) == ("pl", "da", True)


def test_another_language_is_chosen_by_keys_and_remembered(
        qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path) -> None:
    dialog = asked(desk, window)
    dialog.spoken_in.field.setFocus()
    qtbot.keyClick(dialog.spoken_in.field, Qt.Key.Key_P)
    qtbot.keyClick(dialog.spoken_in.remember, Qt.Key.Key_Space)
    assert desk.case.the(Citizen).paper_language == "pl"
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    save(qtbot, desk, window, tmp_path / "plan.pdf")
    assert [made.language for made in desk.case.all(Document)] == ["pl"]
