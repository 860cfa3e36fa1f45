"""The meeting of the seed case, from the first thought of it to the minutes, and the follow-up two weeks later. Six are
to come, and about one of them Jonas says no; what each of the others gets is read.
"""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.meeting.round_strip import RoundStrip
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus
from borgerplan_desktop.model.plan import Goal, current_plan
from tests.archive import CHEAP, PASSWORD, Clock
from tests.journeys import days, seed_meeting
from tests.journeys import seed_case as seed
from tests.journeys.hands import Hands, words_of
from tests.journeys.meeting_papers import make_them, words_of_pdf
from tests.window import desk_of, session_of

Key = Qt.Key
BIRGIT, ANNE_METTE = (seed_meeting.MAIL[name] for name in ("Birgit Holm", "Anne-Mette Kjær"))
DRINK, DOOR, HANDS = (f"Mål: {wanted.title}" for wanted in seed.GOALS)
WHY_LENE = "Du kan finde en vej til arbejde."
SAID = "Jeg vil kun fortælle det her én gang."
LAST_TIME, ASKED = "Sidst, 29. oktober", "Hvad blev der af det, vi aftalte?"
TREATMENT = "Begynder i ambulant behandling"


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 10, 8, 9, 0))


@pytest.fixture
def location(tmp_path: Path, clock: Clock) -> Location:
    """A shelter where Jonas' goals, people and consents are known, and no meeting is thought of."""
    location = Location(tmp_path / "data", CHEAP)
    archive, _code = login.begin_archive(location, "Herberget Havnegade", "Eva Lind", PASSWORD, clock)
    login.put_code_away(archive)
    seed_meeting.jonas(archive)
    archive.close()
    return location


@pytest.fixture
def at_jonas(program: Program, hands: Hands) -> Hands:
    days.log_in(hands)
    _to_the_meetings(hands)
    return hands


def test_from_the_first_thought_to_the_follow_up(program: Program, at_jonas: Hands, clock: Clock,
                                                 tmp_path: Path) -> None:
    hands = at_jonas
    _another_day(hands, clock, datetime(2026, 10, 19, 9, 0))
    prepare(program, hands)
    ask_about_lene(hands)
    send_the_invitation(program, hands, tmp_path / "invitation")
    _another_day(hands, clock, datetime(2026, 10, 26, 9, 0))
    change_the_agenda(hands, tmp_path / "change")
    _another_day(hands, clock, datetime(2026, 10, 29, 13, 7))
    [meeting] = desk_of(program).case.all(Meeting)
    hold(program, hands, clock, meeting)
    look_after(hands, meeting, tmp_path)
    send_the_minutes(hands, meeting, tmp_path / "minutes")
    plan_the_next(hands)
    _another_day(hands, clock, datetime(2026, 11, 12, 12, 30))
    follow_up(program, hands)


def _another_day(hands: Hands, clock: Clock, when: datetime) -> None:
    days.come_back(hands, clock, when)
    _to_the_meetings(hands)


def _to_the_meetings(hands: Hands) -> None:
    days.open_citizen(hands, "bæk", seed.NAME)
    hands.go("Møder")


def _tab(program: Program) -> MeetingTab:
    tab = session_of(program).page("meetings")
    assert isinstance(tab, MeetingTab)
    return tab


# ------------------------------------------------------------------------------------------------------------ before
def prepare(program: Program, hands: Hands) -> None:
    """When, why and where, with Jonas; who comes and why; the goals are on the agenda already."""
    hands.click("Forbered mødet")
    hands.write("29. oktober")                           # the keyboard stands in the date
    hands.press(Key.Key_Tab)
    hands.type("Begynder kl.", "13")
    hands.type("Slutter kl.", "14.30")
    hands.type("Hvorfor mødes vi?", seed_meeting.PURPOSE)
    hands.type("Sted", seed_meeting.PLACE)
    hands.type("Det vil Jonas gerne have ud af det", "At alle hører det samme på én gang.")
    hands.type("Det vil Jonas helst ikke tale om", "Det om Saras mor.")
    hands.click("Jonas er spurgt")
    hands.click("Luk mødets oplysninger")
    assert hands.sees("Torsdag 29. oktober kl. 13.00–14.30")
    hands.click("Tilføj deltager")
    for name in seed_meeting.MAIL:
        if hands.sees(name):                             # whoever has the responsibility may be there already
            hands.click(name)
    assert hands.sees("Lene kan være med, men får intet på skrift, før Jonas siger ja.")
    hands.click(hands.button_with(" personer"))
    hands.type("Derfor er Lene med", WHY_LENE)
    hands.press(Key.Key_Tab)
    [meeting] = desk_of(program).case.all(Meeting)
    assert sorted(_name(each.member_id, meeting) for each in meeting.participants) == sorted(seed_meeting.COMING)
    for each in meeting.participants:                    # of whom no more is known than what they are
        if each.member is not None and not each.why:
            hands.type(f"Derfor er {each.member.contact.first_name} med", "Kender hverdagen")
            hands.press(Key.Key_Tab)
    assert all(each.why for each in meeting.participants)
    for words in (DRINK, DOOR, HANDS):
        assert hands.sees(words), words


def _name(member_id: str | None, meeting: Meeting) -> str:
    member = next(each.member for each in meeting.participants if each.member_id == member_id)
    assert member is not None
    return "Jonas" if member.is_citizen else member.contact.name.split()[0]


def ask_about_lene(hands: Hands) -> None:
    """Jonas is asked, and says no: she may come all the same."""
    hands.click("Spørg Jonas om samtykke")
    hands.type("Hvad skal oplysningerne bruges til?", "At Lene kan finde en praktik.")
    for each in ("Lene Friis", "Min plan og mine mål: ja", "Jonas har fået at vide"):
        hands.click(each)
    hands.choose("Sådan blev svaret givet", "Givet mundtligt")
    hands.click("Svaret var nej")
    hands.go("Møder")
    assert hands.sees("Lene kan være med, men får intet på skrift")


def send_the_invitation(program: Program, hands: Hands, folder: Path) -> None:
    """Three mails and two papers; Lene gets nothing in writing."""
    hands.click("Send til alle")
    assert hands.sees("Får intet på skrift. Svaret om Lene Friis var nej.")
    got = make_them(hands, folder, "2 papirer er udskrevet.")
    assert set(got) == {seed_meeting.EVA_MAIL, BIRGIT, ANNE_METTE}
    birgit, anne_mette = got[BIRGIT], got[ANNE_METTE]
    for each in (birgit, anne_mette):
        assert "Torsdag 29. oktober 2026 kl. 13.00–14.30" in each.paper
        assert seed_meeting.PLACE in each.paper
        assert DOOR in each.paper
        assert "Lene Friis" in each.paper                # who comes is for everybody to know
        assert "Det om Saras mor" not in each.paper
        assert each.calendar is not None
        assert each.calendar.method.value == "REQUEST"
        assert each.calendar.vevent.organizer.value == f"mailto:{seed_meeting.EVA_MAIL}"
        assert each.calendar.vevent.location.value == seed_meeting.PLACE
        assert each.calendar.vevent.dtstart.value.replace(tzinfo=None) == seed_meeting.STARTS
        assert each.calendar.vevent.dtend.value.replace(tzinfo=None) == seed_meeting.ENDS
    assert (HANDS in birgit.paper, DRINK in birgit.paper) == (True, False)
    assert (HANDS in anne_mette.paper, DRINK in anne_mette.paper) == (False, True)
    assert "Et andet emne" in birgit.paper
    [meeting] = desk_of(program).case.all(Meeting)
    assert meeting.status is MeetingStatus.INVITED
    assert [_name(each.member_id, meeting) for each in meeting.participants if each.invited_on is None] == ["Lene"]
    hands.click("Mere om mødet")
    hands.pick("Gem til kalender")
    hands.choose_file(folder / "moede.ics")
    assert "SUMMARY" in (folder / "moede.ics").read_text("utf-8")


def change_the_agenda(hands: Hands, folder: Path) -> None:
    """One point more, three days before; those with the older agenda are told, and their calendars too."""
    hands.click("Tilføj punkt")
    hands.write(seed.POINT)
    hands.press(Key.Key_Escape)
    assert hands.sees("5 har en ældre dagsorden end den her.")
    hands.click("Send ændringen")
    got = make_them(hands, folder, "2 papirer er udskrevet.")
    assert set(got) == {seed_meeting.EVA_MAIL, BIRGIT, ANNE_METTE}
    for each in got.values():
        assert "Ændringer til mødet" in each.paper
        assert seed.POINT in each.paper
        assert each.calendar is not None
        assert int(each.calendar.vevent.sequence.value) > 0
    assert not hands.sees("har en ældre dagsorden end den her.")


# ------------------------------------------------------------------------------------------------------------ during
def hold(program: Program, hands: Hands, clock: Clock, meeting: Meeting) -> None:
    """Begun seven minutes late, and it ends as it was said."""
    hands.click("Start mødet")
    assert hands.sees("Vi slutter kl. 14.30")
    assert hands.sees("83 minutter igen")
    strip = hands.find(RoundStrip, "Hvem er her")
    for name in seed_meeting.COMING:
        hands.click(name, strip)
    hands.click("Videre: Jonas fortæller")
    hands.click("Referat")
    hands.type("Egne ord i dag: Jonas", SAID)
    hands.click("Sæt ind i planen")
    assert current_plan(meeting.case).matters_now.startswith(SAID)
    hands.click("Referat")
    hands.click("Videre: Runde: hvad ser vi?")
    hands.click("Stilhed")
    assert hands.sees("2 minutters stilhed")
    hands.click("Stilhed")
    while not hands.sees("Alle har haft ordet"):
        days.sit_together(program, clock, 60)
        hands.click(hands.button_with("har ordet"))
    hands.click("Alle har haft ordet")
    hands.click(hands.button_with("Videre: Mål: Jeg vil drikke"))
    _minutes(hands, DRINK, "Behandlingen begynder 2. november.", "Jonas taler med Anne-Mette hver tirsdag")
    _agree(hands, TREATMENT, "Jonas", "2. november", "")
    hands.click(hands.button_with("Videre: Mål: Jeg vil have"))
    _minutes(hands, DOOR, seed.MINUTES, "Birgit søger om bolig")
    hands.click("Pause")
    days.sit_together(program, clock, 10 * 60)
    hands.click("Fortsæt, og slut kl. 14.30")
    _agree(hands, seed.AGREEMENTS[2][0], "Birgit", seed.AGREEMENTS[2][2], "")
    _agree(hands, seed.AGREEMENTS[0][0], "Eva", "i morgen", "Hvilket mål?")
    hands.click("Tag det senere")
    hands.write(seed.PARKED)
    hands.press(Key.Key_Return)
    goals = {each.text: goal.title if (goal := meeting.case.get(Goal, each.goal_id)) is not None else ""
             for each in meeting.agreements}
    assert goals == {TREATMENT: seed.GOALS[0].title, seed.AGREEMENTS[2][0]: seed.GOALS[1].title,
                     seed.AGREEMENTS[0][0]: ""}
    while meeting.status is MeetingStatus.IN_PROGRESS:
        hands.click(_tab(program).during.next.text().replace("&", ""))


def _minutes(hands: Hands, point: str, words: str, decided: str) -> None:
    """Written where everybody can read along."""
    hands.click("Referat")
    assert hands.sees(f"Referat: {point}")
    hands.type("Referat af punktet", words)
    hands.type("Det blev besluttet", decided)
    hands.click("Referat")                               # back to what we agree


def _agree(hands: Hands, what: str, who: str, when: str, goal: str) -> None:
    """The goal is that of the point, unless another is chosen."""
    hands.press(Key.Key_F2)
    hands.type("Hvad aftaler vi?", what)
    hands.choose("Hvem?", who)
    hands.type("Hvornår?", when)
    if goal:
        line = hands.find(QComboBox, "Hvilket mål?")
        hands.choose(words_of(line), goal)
    hands.find(QWidget, "Hvornår?").setFocus()
    hands.press(Key.Key_Return)
    assert hands.sees(what)


# ------------------------------------------------------------------------------------------------------------ after
def look_after(hands: Hands, meeting: Meeting, folder: Path) -> None:
    """What it means for Jonas is written, read with him and printed; he says how it was."""
    for words in (TREATMENT, seed.AGREEMENTS[0][0], seed.PARKED):
        assert hands.sees(words), words
    hands.type("Hvad mødet betyder for Jonas", seed.MEANING)
    hands.click("Forklaret til Jonas")
    hands.click("Udskriv til Jonas")
    hands.wait(lambda: hands.sees("Gem en kopi som …") and hands.find(QWidget, "Gem en kopi som …").isEnabled(),
               "the citizen's page")
    hands.click("Gem en kopi som …")
    hands.choose_file(folder / "meaning.pdf")
    hands.wait((folder / "meaning.pdf").exists, "the file")
    hands.click("Luk")
    page = words_of_pdf(folder / "meaning.pdf")
    for words in ("Du har nu én plan i stedet for fire.", TREATMENT):
        assert words in page, words
    assert meeting.explained_on is not None


def send_the_minutes(hands: Hands, meeting: Meeting, folder: Path) -> None:
    """Each gets what Jonas has said yes to; Lene, who was there, gets nothing, and it is said why."""
    hands.click("Send referat")
    assert hands.sees("Får intet på skrift. Svaret om Lene Friis var nej.")
    got = make_them(hands, folder, "2 papirer er udskrevet.")
    assert set(got) == {seed_meeting.EVA_MAIL, BIRGIT, ANNE_METTE}
    birgit, anne_mette = got[BIRGIT], got[ANNE_METTE]
    for each in (birgit, anne_mette):
        assert seed.MINUTES in each.paper
        assert seed.AGREEMENTS[2][0] in each.paper
        assert each.calendar is None
    assert "Behandlingen begynder" not in birgit.paper
    assert TREATMENT not in birgit.paper
    assert "Behandlingen begynder 2. november." in anne_mette.paper
    assert TREATMENT in anne_mette.paper
    assert meeting.status is MeetingStatus.MINUTES_SENT
    without = [_name(each.member_id, meeting) for each in meeting.participants if each.minutes_given_on is None]
    assert without == ["Lene"]


def plan_the_next(hands: Hands) -> None:
    """Two weeks on: the same people, and what was put aside is on the agenda."""
    hands.type("Dato", "12. november")
    hands.press(Key.Key_Tab)
    hands.click("Planlæg næste møde")
    assert hands.sees("Torsdag 12. november kl. 13.00")
    hands.click("Åbn mødet")
    assert hands.sees("12. november kl. 13.00–14.30")


def follow_up(program: Program, hands: Hands) -> None:
    """What was agreed is looked at, what was put aside is taken up, and the second meeting is held."""
    first, second = desk_of(program).case.all(Meeting)
    tab = _tab(program)
    assert tab.meeting is second
    assert second.id == first.next_meeting_id
    for words in (LAST_TIME, f"{seed.AGREEMENTS[2][0]} · Birgit · 6. nov.", ASKED, seed.PARKED):
        assert hands.sees(words), words
    assert [each.why for each in second.participants] == [each.why for each in first.participants]
    hands.click("Mere om mødet")
    hands.pick("Start mødet")
    strip = hands.find(RoundStrip, "Hvem er her")
    for name in ("Jonas", "Eva"):
        hands.click(name, strip)
    while tab.during.point.title.words() != ASKED:
        hands.click(tab.during.next.text().replace("&", ""))
    hands.click("Referat")
    hands.type("Referat af punktet", "Birgit har søgt om bolig.")
    while second.status is MeetingStatus.IN_PROGRESS:
        hands.click(tab.during.next.text().replace("&", ""))
    assert [each.written for each in second.agenda if each.title == ASKED] == ["Birgit har søgt om bolig."]
    assert all(each.done for each in second.agenda)
    assert [each.taken_up_id for each in first.parked] == [second.id]
    assert hands.sees("Send referat")
