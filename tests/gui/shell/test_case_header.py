"""Each chip of the header opens the place where its question is answered."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person, make_lay_representative
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, say_no
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.adopting.ask_consent import AskConsent
from borgerplan_desktop.gui.coordination.coordinator_part import CoordinatorPart
from borgerplan_desktop.gui.coordination.together_part import TogetherPart
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.overview.overview_tab import OverviewTab
from borgerplan_desktop.gui.shell.case_header import _consent_chip
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.gui.shell.session import Session
from borgerplan_desktop.gui.widgets.chip_button import ChipButton
from borgerplan_desktop.model.citizen import Answer, Cooperation, LayRepresentative
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.network import NetworkMember, lay_representatives
from tests.archive import Clock
from tests.journeys.hands import Hands


@pytest.fixture
def session(qtbot: QtBot, archive: Archive, opened: OpenCase, clock: Clock) -> Iterator[Session]:
    window = MainWindow(None, clock)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    session = Session(archive, window)
    session.open(opened.id)
    yield session
    session.close()


def chip(session: Session, words: str) -> ChipButton:
    header = session._workspace.header
    return next(c for c in header.chips.findChildren(ChipButton) if c.text().startswith(words) and not c.isHidden())


def dialogs(session: Session) -> list[QDialog]:
    return [d for d in session._window.findChildren(QDialog) if d.isVisible()]


def press(qtbot: QtBot, session: Session, words: str) -> QDialog | None:
    """By keyboard, as Tab brings one there."""
    made = chip(session, words)
    session._window.activateWindow()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    QApplication.processEvents()
    return next(iter(dialogs(session)), None)


def part(session: Session) -> Tab | None:
    """The part of the whole course that is in front."""
    overview = session.page("overview")
    assert isinstance(overview, OverviewTab)
    return overview.whole_course().part


def together(session: Session) -> TogetherPart:
    page = part(session)
    assert isinstance(page, TogetherPart)
    return page


def test_every_chip_says_where_it_leads_and_leads_there(qtbot: QtBot, session: Session) -> None:
    for words, tip in (("Uge 1", "Se hele forløbet"), ("Samtykke", "Hvem må vide hvad"), ("Tolk", ""),
                       ("Bisidder", ""), ("Tovholder", "Hvem holder sammen på trådene")):
        made = chip(session, words)
        assert made.accessibleName() == made.text()
        assert tip in made.accessibleDescription()
        assert made.accessibleDescription()
    assert press(qtbot, session, "Uge 1") is None
    overview = session.page("overview")
    assert isinstance(overview, OverviewTab)
    entry = overview.whole_course().entry
    assert entry is not None
    assert entry.key == "course"
    assert press(qtbot, session, "Tolk") is None
    assert together(session).interpreter.interpreter_field.hasFocus()
    assert press(qtbot, session, "Bisidder") is None
    assert together(session).lay.lay_field.hasFocus()
    assert press(qtbot, session, "Samtykke") is None
    assert session.tab == "papers"
    assert press(qtbot, session, "Tovholder") is None
    page = part(session)
    assert isinstance(page, CoordinatorPart)
    assert page.holder.permanent_button.hasFocus()
    hands = Hands(session._window)
    hands.click("Gør til fast tovholder")
    hands.click("Har sagt ja")
    hands.click("Giv videre")
    assert chip(session, "Tovholder: Eva Lind").text() == "Tovholder: Eva Lind"


def test_the_consent_chip_asks_about_the_one_who_is_missing(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    add_new_professional(session.desk.opened, "Birgit Krogh", "sagsbehandler")
    made = press(qtbot, session, "Samtykke: 1 at spørge om")
    assert isinstance(made, AskConsent)
    assert [box.isChecked() for box in made._persons.values()] == [False]         # nothing is chosen for the citizen
    made.reject()


def test_the_consent_chip_does_not_call_a_part_the_whole(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    opened = session.desk.opened
    birgit, nadia = add_new_professional(opened, "Birgit Krogh"), add_new_professional(opened, "Nadia Bro")
    whole = [topic for topic in Topic if topic not in (Topic.CRIME, Topic.OTHER)]

    def consent(member: NetworkMember, *topics: Topic) -> Asked:
        return Asked("finde en bolig", [member], topics, GivenHow.SIGNED, told_before=True)

    give_consent(opened, consent(birgit, *whole))
    give_consent(opened, consent(nadia, Topic.HOUSING))
    assert chip(session, "Samtykke").text() == "Samtykke: til noget"
    assert _consent_chip(opened.case, opened.today()).kind != "good"
    give_consent(opened, consent(nadia, *whole))
    assert chip(session, "Samtykke").text() == "Samtykke givet"
    say_no(opened, consent(nadia, *whole))               # one said yes to, one said no to
    assert chip(session, "Samtykke").text() == "Samtykke: til noget"
    say_no(opened, consent(birgit, *whole))
    assert chip(session, "Intet samtykke").text() == "Intet samtykke gælder nu"


def test_the_header_and_the_meeting_count_the_same(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    opened = session.desk.opened
    meeting = plan_meeting(opened)
    for member in (add_new_professional(opened, "Birgit Krogh"), add_private_person(opened, "Kurt"),
                   add_new_professional(opened, "Anders Friis")):
        add_participant(opened, meeting, member)
    assert chip(session, "Samtykke").text() == "Samtykke: 3 at spørge om"
    session.go("meetings")
    page = session.page("meetings")
    assert page is not None
    assert Hands(session._window).sees("3 at spørge om", page)


def test_has_a_lay_representative_asks_who(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    opened = session.desk.opened
    inger = add_private_person(opened, "Inger Toft", "nabo")
    assert press(qtbot, session, "Bisidder: ikke spurgt") is None
    lay, hands = together(session).lay, Hands(session._window)
    assert not lay.lay_who.isVisible()
    hands.choose("Bisidder", "Har en")
    assert lay.lay_who.isVisible()
    assert chip(session, "Bisidder").text() == "Bisidder: har en"
    press(qtbot, session, "Bisidder: har en")            # the next time it asks who
    assert QApplication.focusWidget() is lay.lay_who.combo
    hands.choose("Hvem er bisidder?", "Inger Toft")
    assert lay_representatives(opened.case, opened.today()) == [inger]
    assert chip(session, "Bisidder").text() == "Bisidder: Inger Toft"
    assert hands.sees("Inger Toft, nabo")
    hands.click("Ikke længere bisidder")
    assert lay_representatives(opened.case, opened.today()) == []
    opened.undo()
    assert chip(session, "Bisidder").text() == "Bisidder: Inger Toft"
    adding = lay.lay_who.ask_who()
    adding.name.setText("Palle")
    adding.add.click()
    names = [m.contact.name for m in lay_representatives(opened.case, opened.today())]
    assert sorted(names) == ["Inger Toft", "Palle"]      # both from today, and so in no order


def test_an_interpreter_without_a_language_asks_which(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    write(session.desk.opened, session.desk.case.the(Cooperation), Cooperation.interpreter, Answer.YES, "x")
    press(qtbot, session, "Tolk: ja")
    assert together(session).interpreter.language_field.hasFocus()


def test_long_chips_are_counted_and_the_tabs_stay_where_they_are(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    header, bar = session._workspace.header, session._workspace.tab_bar
    before = bar.mapTo(session._window, bar.rect().topLeft())
    opened = session.desk.opened
    for name in ("Inger-Margrethe Toft-Christoffersen", "Bartholomæus Ferslev-Rasmussen"):
        make_lay_representative(opened, add_private_person(opened, name))
    QApplication.processEvents()
    assert bar.mapTo(session._window, bar.rect().topLeft()) == before
    rest, cut = header._rest, chip(session, "Bisidder")
    assert not rest.isVisible()                          # a long one is cut, and every chip has room
    assert cut.is_cut()
    assert cut.width() < cut.fontMetrics().horizontalAdvance(cut.text())
    assert "Bartholomæus Ferslev-Rasmussen" in cut.accessibleName()
    assert "Bartholomæus Ferslev-Rasmussen" in cut.toolTip()
    session._window.resize(1200, 768)
    QApplication.processEvents()
    assert bar.mapTo(session._window, bar.rect().topLeft()) == before
    assert rest.isVisible()
    assert rest.text() == "+1 mere"
    assert "Tovholder: Eva Lind (midlertidig)" in rest.accessibleDescription()
    rest.setFocus()
    qtbot.keyClick(rest, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    Hands(session._window).pick("Tovholder: Eva Lind (midlertidig)")
    assert session.tab == "overview"
    assert LayRepresentative.HAS is opened.case.the(Cooperation).lay_representative


def test_the_consent_chip_says_in_time_that_it_runs_out(opened: OpenCase) -> None:
    birgit = add_new_professional(opened, "Birgit Holm", "sagsbehandler")
    give_consent(opened, Asked("finde en bolig", [birgit], [Topic.HOUSING], GivenHow.SIGNED, True,
                               expires_on=opened.today() + timedelta(days=9)))
    made = _consent_chip(opened.case, opened.today())
    assert (made.text, made.kind) == ("Samtykke udløber 5. november", "warn")
    assert made.key == f"step:papers:{birgit.id}"
    give_consent(opened, Asked("finde en bolig", [birgit], [Topic.HOUSING], GivenHow.SIGNED, True))
    assert _consent_chip(opened.case, opened.today()).kind == "soft"     # it was given anew, without an end
