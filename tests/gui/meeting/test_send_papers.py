"""Sending to everybody, as a person does it: who gets what, mails into a folder, papers to the printer, by a law."""
from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting import paper_files
from borgerplan_desktop.casework.meeting.agenda import set_minutes
from borgerplan_desktop.casework.meeting.before_meeting import invite
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.casework.meeting.meeting_calendar import calendar_of
from borgerplan_desktop.casework.meeting.paper_files import MadePaper
from borgerplan_desktop.casework.meeting.participants import add_participant, note_presence
from borgerplan_desktop.casework.meeting.sending import How, Sending
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, withdraw_whole
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.meeting.meeting_dialogs import ShareAnyway
from borgerplan_desktop.gui.meeting.meeting_tab import AFTER, MeetingTab
from borgerplan_desktop.gui.meeting.send_papers import SendPapers
from borgerplan_desktop.gui.meeting.write_mail import WriteMail
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, MeetingStatus, Presence
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.papers import Delivery, Document, DocumentKind, MadeHow


@pytest.fixture
def birgit(opened: OpenCase, planned: Meeting) -> NetworkMember:
    with opened.action("add"):
        made = opened.case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit Holm", email="b@example.org"))
    give_consent(opened, Asked(persons=[made], purpose="bolig", topics=[Topic.PLAN], told_before=True,
                               given_how=GivenHow.SIGNED))
    add_participant(opened, planned, made, "bolig")
    return made


def front(tab: MeetingTab, kind: type[QWidget]) -> QWidget:
    return next(each for each in tab.window().findChildren(kind) if each.isVisible())


def sending(tab: MeetingTab, planned: Meeting) -> SendPapers:
    tab.show_row(planned.id)
    tab.main.click()
    found = front(tab, SendPapers)
    assert isinstance(found, SendPapers)
    return found



def test_each_row_says_what_they_get_and_the_buttons_what_is_made(tab: MeetingTab, planned: Meeting,
                                                                 birgit: NetworkMember) -> None:
    dialog = sending(tab, planned)
    rows = {row.name.text(): row for row in dialog.rows.values()}
    assert rows["Birgit Holm"].told.text() == "Får det hele · Har ikke fået indkaldelsen endnu"
    assert rows["Birgit Holm"].chosen() is How.MAIL
    citizen = next(iter(rows.values()))
    assert citizen.chosen() is How.PRINTED               # no address: said, and printed
    assert "Der er ingen mailadresse." in citizen.told.text()
    assert rows["Nadia Bro"].told.text().startswith("Får intet på skrift.")
    assert rows["Nadia Bro"].told.text().endswith("Sig selv, hvornår og hvor vi mødes.")
    assert rows["Nadia Bro"].how.isHidden()
    assert rows["Nadia Bro"].anyway.isVisible()
    assert dialog.make_button.text() == "Lav papirerne (1 mail, 2 på papir)"
    assert all(row.how.accessibleName() and row.see.accessibleName() for row in rows.values())
    withdraw_whole(tab._desk.opened, birgit)             # also while the list is open
    assert rows["Birgit Holm"].how.isHidden()
    assert dialog.make_button.text() == "Lav papirerne (2 på papir)"


def test_mails_lie_in_the_folder_and_papers_go_to_the_printer(
        tab: MeetingTab, planned: Meeting, birgit: NetworkMember, qtbot: QtBot, tmp_path: Path) -> None:
    opened = tab._desk.opened

    def on_file(printer: QPrinter, _window: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setResolution(72)
        return True

    dialog = SendPapers(tab._desk, planned, Sending.INVITATION, tab, on_file)
    dialog.open()
    dialog.make(str(tmp_path))
    qtbot.waitUntil(lambda: len(opened.case.all(Document)) == 2, timeout=30_000)
    mails = list(tmp_path.glob("*.eml"))
    assert len(mails) == 1
    assert b"X-Unsent: 1" in mails[0].read_bytes()
    assert "Birgit" not in mails[0].name
    assert (tmp_path / "printed.pdf").stat().st_size > 0
    assert {each.made_how for each in opened.case.all(Document)} == {MadeHow.SAVED, MadeHow.PRINTED}
    assert all(each.meeting_id == planned.id for each in opened.case.all(Document))
    assert planned.status is MeetingStatus.INVITED
    assert [each.invited_on is not None for each in planned.participants] == [True, True, False, True]
    assert "1 mail ligger i mappen." in dialog.said.text()
    assert dialog.folder_button.isVisible()
    assert not dialog.make_button.isEnabled()            # everybody has what they may have


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_noted(
        tab: MeetingTab, planned: Meeting, birgit: NetworkMember, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = sending(tab, planned)
    dialog.make(str(tmp_path / "gone"))
    qtbot.waitUntil(lambda: "Mails kunne ikke gemmes." in dialog.said.text(), timeout=30_000)
    assert planned.participants[-1].invited_on is None
    assert tab._desk.case.all(Delivery) == []


def test_a_consent_that_is_withdrawn_while_the_papers_are_made_holds_them_back(
        tab: MeetingTab, planned: Meeting, birgit: NetworkMember, opened: OpenCase, archive: Archive, qtbot: QtBot,
        tmp_path: Path) -> None:
    dialog = sending(tab, planned)
    dialog.make(str(tmp_path))
    other = archive.open_case(opened.id)
    theirs = other.case.get(NetworkMember, birgit.id)
    assert theirs is not None
    withdraw_whole(other, theirs)
    qtbot.waitUntil(lambda: "Noget er ændret imens." in dialog.said.text(), timeout=30_000)
    assert list(tmp_path.glob("*.eml")) == []
    assert tab._desk.case.all(Delivery) == []
    row = next(each for each in dialog.rows.values() if each.name.text() == "Birgit Holm")
    assert row.chosen() is How.NOT_NOW
    assert planned.status is MeetingStatus.PLANNED

def test_who_waits_sees_that_they_are_made_and_can_stop_it(
        tab: MeetingTab, planned: Meeting, birgit: NetworkMember, qtbot: QtBot, tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on, plain = Event(), paper_files.make_one

    def slow(*asked: Any) -> MadePaper:
        assert goes_on.wait(30)
        return plain(*asked)
    monkeypatch.setattr(paper_files, "make_one", slow)
    dialog = sending(tab, planned)
    dialog.make(str(tmp_path))
    waiting = dialog.findChild(QProgressDialog)
    assert waiting is not None
    qtbot.waitUntil(waiting.isVisible, timeout=10_000)   # the window is alive meanwhile
    assert waiting.labelText() == "Papirerne bliver lavet.\nPapir 1 af 3"
    stop = waiting.findChild(QPushButton)
    assert stop is not None
    stop.click()
    goes_on.set()
    qtbot.waitUntil(lambda: dialog.said.text() == "Stoppet. Intet er noteret som givet.", timeout=30_000)
    assert list(tmp_path.glob("*.eml")) == []
    assert tab._desk.case.all(Delivery) == []
    assert dialog.make_button.isEnabled()


def test_by_a_law_they_get_what_is_about_the_meeting_itself(tab: MeetingTab, planned: Meeting) -> None:
    dialog = sending(tab, planned)
    row = next(each for each in dialog.rows.values() if each.name.text() == "Nadia Bro")
    row.anyway.click()
    ask = front(tab, ShareAnyway)
    assert isinstance(ask, ShareAnyway)
    ask.act.click()
    assert ask.trouble.isVisible()
    QTest.keyClicks(ask.law, "forvaltningsloven § 28")
    QTest.keyClicks(ask.reason, "fare for liv")
    ask.act.click()
    assert row.chosen() is How.PRINTED
    assert "forvaltningsloven § 28" in row.told.text()
    window = dialog.see(row)
    assert isinstance(window, PaperWindow)
    window.reject()
    dialog.note_button.click()
    found = [each for each in tab._desk.case.all(Delivery) if each.override_law]
    assert [(each.to_name, each.override_reason) for each in found] == [("Nadia Bro", "fare for liv")]


def test_a_change_is_sent_to_those_with_an_older_agenda(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    invite(opened, planned)
    tab.show_row(planned.id)
    card = tab.before.participants
    assert not card.older.isVisible()
    set_minutes(opened, planned.agenda[0], 17)
    assert card.older.isVisible()
    assert card.older_words.text() == "2 har en ældre dagsorden end den her."
    assert card.list.widgets()[0].invited.text() == "Har en ældre dagsorden"
    tab.before.invitation_wanted.emit()                  # the checklist's line about changes leads here
    assert card.send_change.hasFocus()
    card.send_change.click()
    dialog = front(tab, SendPapers)
    assert isinstance(dialog, SendPapers)
    dialog.note_button.click()
    assert not card.older.isVisible()
    assert {each.edition for each in planned.participants} == {0, 2}


def test_the_papers_are_a_press_away_before_and_after(tab: MeetingTab, held: Meeting, opened: OpenCase) -> None:
    assert tab.paper.text() == "Udskriv til Jonas"
    tab.paper.click()
    front(tab, PaperWindow).close()
    note_presence(opened, held.participants[0], Presence.DID_NOT_COME)
    away = tab.after.away.list.widgets()[0]
    assert away.letter.isVisible()
    away.letter.click()
    front(tab, PaperWindow).close()
    tab.after.minutes.send.click()
    dialog = front(tab, SendPapers)
    assert isinstance(dialog, SendPapers)
    dialog.note_button.click()
    assert held.status is MeetingStatus.MINUTES_SENT
    assert not tab.after.minutes.send.isVisible()
    write(opened, held.agenda[0], AgendaItem.written, "En rettelse", "x")
    assert tab.steps.current() == AFTER
    assert tab.after.minutes.send.text() == _("Send the minutes again")
    assert tab.after.minutes.list.widgets()[0].given.text() == _("Has older minutes")


def test_before_the_meeting_the_invitation_is_seen(tab: MeetingTab, planned: Meeting) -> None:
    tab.show_row(planned.id)
    assert tab.paper.text() == "Vis indkaldelsen"
    tab.paper.click()
    window = front(tab, PaperWindow)
    window.close()
    words = [action.text() for action in tab.fill_menu().actions()]
    assert {_("Note as invited"), _("Show the agenda"), _("List for the table")} <= set(words)
    shown = tab.show_their_paper(DocumentKind.AGENDA, planned.participants[1].member)
    assert shown is not None
    shown.close()


def test_a_mail_address_is_written_where_it_is_missed(tab: MeetingTab, planned: Meeting, birgit: NetworkMember) -> None:
    dialog = sending(tab, planned)
    row = next(iter(dialog.rows.values()))
    assert row.write.isVisible()
    assert row.write.accessibleName() == "Skriv en mailadresse til Jonas Prøve"
    assert not dialog.rows[planned.participants[-1].id].write.isVisible()    # Birgit has one
    row.write.click()
    asking = front(tab, WriteMail)
    assert isinstance(asking, WriteMail)
    QTest.keyClicks(asking.email, "jonas")
    asking.act.click()
    assert asking.trouble.words().startswith("Det er ikke en mailadresse.")
    QTest.keyClicks(asking.email, "@example.org")
    asking.act.click()
    assert not asking.isVisible()
    assert tab._desk.case.the(Citizen).email == "jonas@example.org"
    assert row.chosen() is How.MAIL
    assert not row.write.isVisible()
    tab._desk.opened.undo()
    assert row.write.isVisible()


def test_where_nobody_can_answer_it_is_said_and_ones_own_address_is_written(
        tab: MeetingTab, planned: Meeting, birgit: NetworkMember) -> None:
    dialog = sending(tab, planned)
    note = dialog.unanswered
    assert note.isVisible()
    assert note.told.words().startswith("Du har ingen mailadresse her.")
    assert b"METHOD:PUBLISH" in calendar_of(tab._desk.case, planned.id, tab._desk.opened.now(), birgit).content
    note.write.click()
    asking = front(tab, WriteMail)
    assert isinstance(asking, WriteMail)
    QTest.keyClicks(asking.email, "eva@example.org")
    asking.act.click()
    assert not note.isVisible()
    assert b"METHOD:REQUEST" in calendar_of(tab._desk.case, planned.id, tab._desk.opened.now(), birgit).content


def test_nobody_writes_to_themselves_that_they_were_missed(tab: MeetingTab, planned: Meeting, birgit: NetworkMember,
                                                           opened: OpenCase) -> None:
    eva = next(each for each in planned.participants if each.member is not None and each.member.staff_id is not None)
    start_meeting(opened, planned)
    for each in (eva, planned.participants[-1]):
        note_presence(opened, each, Presence.DID_NOT_COME)
    end_meeting(opened, planned)
    tab.show_row(planned.id)
    ours, theirs = tab.after.away.list.widgets()
    assert theirs.letter.isVisible()
    assert not ours.letter.isVisible()
