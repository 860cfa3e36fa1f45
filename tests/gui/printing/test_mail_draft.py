"""An open draft follows what may be said: when a consent is withdrawn, in whatever window, nothing of it goes out."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.casework.coordination.notice import notice_mail, tell
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, narrow, withdraw_from
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.mail_draft import MailDraft, open_draft
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.network import NetworkMember

UNTIL = date(2026, 11, 3)
TOPICS = [each for each in Topic if each is not Topic.OTHER]


@pytest.fixture
def birgit(desk: Desk) -> NetworkMember:
    made = add_new_professional(desk.opened, "Birgit Holm", email="birgit@example.dk")
    add_agreement(desk.opened, "Søge boligstøtte")
    give_consent(desk.opened, Asked("finde en bolig", [made], TOPICS, GivenHow.ORALLY, told_before=True,
                                    expires_on=UNTIL))
    return made


@pytest.fixture
def draft(desk: Desk, birgit: NetworkMember) -> Iterator[MailDraft]:
    window = QWidget()
    made = open_draft(desk, window, notice_mail, birgit)
    assert made is not None
    QGuiApplication.clipboard().setText("andet")
    yield made
    window.close()


def is_gone(draft: MailDraft) -> bool:
    """Whether nothing of it can be read or sent."""
    texts = draft.to_field.text() + draft.subject_field.text() + draft.body_field.toPlainText()
    return not (texts or draft.copy_button.isEnabled() or draft.open_button.isEnabled())


def elsewhere(archive: Archive, desk: Desk) -> OpenCase:
    """The same case in another window."""
    return archive.open_case(desk.opened.id)


def test_a_withdrawal_in_another_window_takes_the_text_away(draft: MailDraft, desk: Desk, archive: Archive,
                                                            birgit: NetworkMember) -> None:
    draft.body_field.setPlainText(draft.body_field.toPlainText() + "Hilsen fra Jonas")
    other = elsewhere(archive, desk)
    withdraw_from(other, other.case.get(NetworkMember, birgit.id) or birgit)
    desk.look_for_others()
    assert is_gone(draft)
    assert "trukket tilbage" in draft.said.text()
    assert not draft.said.isHidden()
    draft.body_field.undo()
    assert is_gone(draft)


def test_it_is_looked_for_once_more_before_it_goes(
        draft: MailDraft, desk: Desk, archive: Archive, birgit: NetworkMember, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, used = [], []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    draft.used.connect(lambda: used.append(1))
    other = elsewhere(archive, desk)
    withdraw_from(other, other.case.get(NetworkMember, birgit.id) or birgit)
    draft.copy_button.click()                            # nobody has looked since
    assert is_gone(draft)
    draft._on_open()
    assert QGuiApplication.clipboard().text() == "andet"
    assert opened == used == []


def test_what_may_no_longer_be_said_is_written_anew_and_read_first(draft: MailDraft, desk: Desk, archive: Archive,
                                                                   birgit: NetworkMember) -> None:
    assert "Søge boligstøtte" in draft.body_field.toPlainText()
    draft.body_field.setPlainText(draft.body_field.toPlainText() + "PS")
    other = elsewhere(archive, desk)
    narrow(other, other.case.get(NetworkMember, birgit.id) or birgit, Topic.PLAN)
    draft.copy_button.click()
    assert QGuiApplication.clipboard().text() == "andet"
    assert "Søge boligstøtte" not in draft.body_field.toPlainText()
    assert "skrevet på ny" in draft.said.text()
    draft.copy_button.click()
    assert QGuiApplication.clipboard().text() == draft.body_field.toPlainText() != ""


def test_who_was_told_is_told_no_more_after_a_withdrawal(draft: MailDraft, desk: Desk, birgit: NetworkMember) -> None:
    tell(desk.opened, birgit, ContactChannel.EMAIL)
    assert not is_gone(draft)
    withdraw_from(desk.opened, birgit)
    assert is_gone(draft)


def test_other_changes_leave_what_was_put_in_by_hand(draft: MailDraft, desk: Desk) -> None:
    draft.body_field.setPlainText(draft.body_field.toPlainText() + "PS")
    add_agreement(desk.opened, "Ringe til banken")
    assert draft.body_field.toPlainText().endswith("PS")
    draft.copy_button.click()
    assert QGuiApplication.clipboard().text().endswith("PS")


def test_a_new_yes_brings_it_back(draft: MailDraft, desk: Desk, birgit: NetworkMember) -> None:
    withdraw_from(desk.opened, birgit)
    assert is_gone(draft)
    desk.opened.undo()
    assert not is_gone(draft)
    assert "Søge boligstøtte" in draft.body_field.toPlainText()
    assert draft.subject_field.isEnabled()


def test_what_the_citizen_does_not_want_shared_stands_above_the_text(draft: MailDraft, desk: Desk,
                                                                     birgit: NetworkMember) -> None:
    assert draft.not_to_share.isHidden()
    give_consent(desk.opened, Asked("finde en bolig", [birgit], TOPICS, GivenHow.ORALLY, told_before=True,
                                    expires_on=UNTIL, not_to_share="Kun mål 3."))
    assert "hvad vi ikke må dele med Birgit Holm: »Kun mål 3«" in draft.not_to_share.words()
    assert not draft.not_to_share.isHidden()
    assert "Kun mål 3" in draft.copy_button.accessibleDescription()
    assert "Kun mål 3" not in draft.mail.body
    withdraw_from(desk.opened, birgit)
    assert draft.not_to_share.isHidden()
