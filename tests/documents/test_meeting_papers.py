"""The meeting's papers: each reader gets what is covered, is told that something is left out; the citizen gets all."""
from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.covered import covered_for
from borgerplan_desktop.model.meeting import (
    AgendaItem,
    HeldAs,
    Meeting,
    MeetingStatus,
    ParkedTopic,
    Participant,
    Presence,
)
from borgerplan_desktop.model.meeting_edition import MeetingEdition, fingerprint
from borgerplan_desktop.model.network import NetworkMember, Representation
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.plan import Agreement
from borgerplan_desktop.model.shelter import Shelter
from tests.documents import meeting_samples, reading, samples
from tests.documents.meeting_samples import MEETING
from tests.documents.samples import TODAY

AFTER = date(2026, 11, 13)
LEFT_OUT = "Noget er udeladt her."


def said(key: str, case: Case, about: str = MEETING, *, language: str = "da", today: date = TODAY) -> str:
    return reading.text(BY_KEY[key].draw(case, about, language=language, large_print=False, today=today))


def with_edition(edition: int = 1) -> Case:
    rows = meeting_samples.rows()
    for row in rows:
        if isinstance(row, Participant):
            row.edition = edition
    return Case("case", [*rows, *meeting_samples.edition()], register=samples.register())


def test_the_invitation_says_when_where_why_and_why_each_one_is_there() -> None:
    words = said("invitation", meeting_samples.meeting(), f"{MEETING}/birgit_m")
    for each in ("Torsdag 12. november 2026 kl. 10.00–11.00", "Herberget, mødelokale 2", "Vi laver én plan",
                 "Derfor er du med Bolig og myndighed", "kopi til Birgit Holm", "Anne-Mette Kjær",
                 "Kender behandlingen", "Jonas har sagt ja til, at du får det her", "senest 10. november",
                 "Eva Lind, tlf. 12 34 56 20"):
        assert each in words
    assert "af Eva Lind, Herberget Havnegade, tlf. 12 34 56 20" in words  # whose "mødelokale 2" it is
    assert LEFT_OUT not in words
    assert "Min far" not in words                        # what was prepared is the citizen's own


def test_the_invitation_says_where_the_house_lies_unless_that_is_protected() -> None:
    case = meeting_samples.meeting()
    assert case.register is not None
    case.register.begin()
    case.register.the(Shelter).address = "Havnegade 18\n1058 København K"
    words = said("invitation", case)
    assert "af Eva Lind, Herberget Havnegade, Havnegade 18, 1058 København K, tlf. 12 34 56 20" in words
    case.begin()
    case.the(Citizen).protected_address = True
    assert "Havnegade" not in said("invitation", case)


def test_the_citizens_own_copy_holds_what_was_prepared_together() -> None:
    words = said("invitation", meeting_samples.meeting())
    assert "Tale om bolig og søvn" in words
    assert "Min far" in words
    assert "Intet bliver besluttet uden dig." in words
    assert "har sagt ja til" not in words


def test_what_is_not_covered_is_left_out_and_said_to_be() -> None:
    """Morten may know about alcohol, not about housing, nor who is private."""
    words = said("agenda", meeting_samples.meeting(), f"{MEETING}/morten")
    assert "Jeg vil drikke mindre" in words
    assert "egen dør" not in words
    assert "10.15 Et andet emne 15 min." in words        # its minutes stay, so that the times add up
    assert "Ole Kragh" not in words
    assert "En fra netværket" in words
    assert "Kender behandlingen" not in words            # why somebody comes tells where they are from
    assert LEFT_OUT in words


def test_whom_no_consent_covers_gets_nothing_but_by_law_the_meeting_itself() -> None:
    with pytest.raises(NotCovered, match="Lene"):
        said("invitation", meeting_samples.meeting(), f"{MEETING}/lene")
    words = said("invitation", meeting_samples.meeting(), f"{MEETING}/lene/law")
    assert "fordi en lov tillader eller kræver det" in words
    assert "mødelokale 2" in words
    assert "drikke" not in words
    assert "egen dør" not in words
    with pytest.raises(LookupError):
        said("invitation", meeting_samples.meeting(), f"{MEETING}/nobody")
    with pytest.raises(LookupError):
        said("invitation", meeting_samples.meeting(), "gone")


def test_the_minutes_say_what_was_said_and_agreed_to_whom_it_is_covered() -> None:
    case = meeting_samples.meeting(held=True)
    whole, some = said("minutes", case, today=AFTER), said("minutes", case, f"{MEETING}/morten", today=AFTER)
    for each in ("Mødet blev holdt 12. november 2026 kl. 10.00–10.58", "Kom ikke Morten Dahl.", "Birgit",
                 "Søger om bolig", "20. november", "Cyklen i kælderen", "Torsdag 10. december 2026 kl. 11.00"):
        assert each in whole
    assert "Har en tid til Jonas hver tirsdag" in some
    for each in ("bolig på Kajen", "egen dør", "Ole Kragh"):
        assert each not in some
    assert LEFT_OUT in some
    assert LEFT_OUT not in whole


def test_minutes_that_a_law_alone_allows_tell_of_the_meeting_itself_and_not_what_was_said() -> None:
    case = meeting_samples.meeting(held=True)
    case.begin()
    case.all(Agreement)[-1].responsible_id = "lene"
    case.all(Agreement)[-1].area = None
    mine = case.all(Agreement)[-1].text
    words = said("minutes", case, f"{MEETING}/lene/law", today=AFTER)
    case.abandon()
    for each in ("Mødet blev holdt 12. november", "Lene Friis", "Torsdag 10. december 2026 kl. 11.00", mine, LEFT_OUT):
        assert each in words
    for each in ("Det blev sagt om", "Cyklen i kælderen"):
        assert each not in words


def test_what_has_changed_is_what_the_reader_was_sent_and_may_know() -> None:
    words = said("agenda-change", with_edition(), f"{MEETING}/birgit_m")
    for each in ("siden det, du fik 20. oktober", "kl. 9.00–10.00", "Mødelokale 1", "Gælden (10 min.)",
                 "Nyt på dagsordenen", "Runde: Hvad ser vi? (10 min.)", "(20 min.)", "(15 min.)"):
        assert each in words
    mette = said("agenda-change", with_edition(), f"{MEETING}/mette")
    assert "(20 min.)" in mette                          # alcohol is covered
    per = said("agenda-change", with_edition(edition=0))
    assert "Mødelokale 1" in per                         # nobody knows which they have: against the newest
    assert "ikke sendt nogen indkaldelse" in said("agenda-change", meeting_samples.meeting())


def test_a_meeting_that_is_called_off_is_said_to_be() -> None:
    case = with_edition()
    object.__setattr__(case.get(Meeting, MEETING), "status", MeetingStatus.CALLED_OFF)
    words = said("agenda-change", case, f"{MEETING}/birgit_m")
    assert "Mødet er aflyst" in words
    assert "Du skal ikke komme." in words
    assert "Sådan er det nu" not in words
    assert "Mødet er aflyst" in said("invitation", case)         # also on a paper that was printed again
    assert "Mødet er aflyst" in said("agenda", case, f"{MEETING}/birgit_m")


@pytest.mark.parametrize("key", ["minutes", "meaning", "away"])
@pytest.mark.parametrize("status", [MeetingStatus.PLANNED, MeetingStatus.CALLED_OFF])
def test_nothing_is_said_to_have_happened_at_a_meeting_that_was_not_held(key: str, status: MeetingStatus) -> None:
    case = meeting_samples.meeting()
    object.__setattr__(case.get(Meeting, MEETING), "status", status)
    words = said(key, case, today=AFTER)
    assert "Der er ikke holdt sådan et møde endnu." in words
    assert "12. november" not in words


def test_also_the_invitation_says_that_it_is_called_off() -> None:
    case = meeting_samples.meeting()
    object.__setattr__(case.get(Meeting, MEETING), "status", MeetingStatus.CALLED_OFF)
    for key in ("invitation", "agenda"):
        words = said(key, case)
        assert "Mødet er aflyst Du skal ikke komme." in words
        assert "Sig til Eva Lind" not in words           # nobody need tell that they cannot come


def test_of_whom_is_kept_off_paper_stands_neither_name_nor_why() -> None:
    case = meeting_samples.meeting(held=True)
    object.__setattr__(case.get(NetworkMember, "mette"), "left_out_of_paper", True)
    for key in ("invitation", "agenda", "minutes", "agenda-change", "attendance", "meaning"):
        for about in (MEETING, f"{MEETING}/birgit_m"):
            words = said(key, case, about)
            assert "Mette" not in words
            assert "Kender behandlingen" not in words


def test_what_it_means_is_one_plain_page_in_the_citizens_language() -> None:
    case = meeting_samples.meeting(held=True)
    data = BY_KEY["meaning"].draw(case, MEETING, language="da", large_print=False, today=AFTER)
    words = reading.text(data)
    for each in ("Jonas, det her blev besluttet 12. november", "Du har nu én plan.", "Ringer til Kurt – 27. november",
                 "Birgit: Søger om bolig på Kajen – 20. november", "Cyklen i kælderen",
                 "Ring til Eva Lind, 12 34 56 20", "hvordan du klager", "side 1 af 1"):
        assert each in words
    assert "Jonas, this was decided on 12 November" in said("meaning", case, language="en", today=AFTER)


def test_a_usual_meeting_is_one_page_with_all_its_words() -> None:
    rows = meeting_samples.rows(held=True)
    points = [each for each in rows if isinstance(each, AgendaItem)]
    points[0].decided = "Vi holder fast i mødet hver fjerde uge."
    points[2].decided = "Jonas søger om bolig i Vestbyen først."
    points[3].decided = "Samtale i rusmiddelcentret hver tirsdag kl. 10."
    rows += [Agreement(id=f"usual{n}", place=30.0 + n, meeting_id=MEETING, text=text, responsible_id=who,
                       due_on=date(2026, 12, 3 + n))
             for n, (who, text) in enumerate((("ole", "Går med til samtale i rusmiddelcentret"),
                                              ("eva_m", "Skriver til kommunen om støtte i egen bolig"),
                                              ("lene", "Taler med værkstedet om virksomhedspraktik")))]
    rows.append(ParkedTopic(id="aside2", meeting_id=MEETING, text="Briller til Jonas"))
    words = said("meaning", Case("case", rows, register=samples.register()), today=AFTER)
    assert "side 1 af 1" in words
    for each in ("Lene: Taler med værkstedet om virksomhedspraktik – 5. december", "Briller til Jonas",
                 "hver tirsdag kl. 10"):
        assert each in words


def test_what_was_written_as_decided_stands_on_the_citizens_page_without_being_written_again() -> None:
    rows = meeting_samples.rows(held=True)
    next(each for each in rows if isinstance(each, AgendaItem)).decided = "Jonas står på listen til Kajen"
    case = Case("case", rows, register=samples.register())
    words = said("meaning", case, today=AFTER)
    assert "Det blev vi enige om" in words
    assert "Jonas står på listen til Kajen" in words
    assert "Det blev vi enige om" not in said("meaning", meeting_samples.meeting(held=True), today=AFTER)


def test_the_list_for_the_table_names_who_is_asked_and_nothing_else() -> None:
    words = said("attendance", meeting_samples.meeting())
    assert all(name in words for name in ("Jonas Bækgaard", "Ole Kragh", "Morten Dahl", "Lene Friis"))
    assert "behandling" not in words
    assert "Møde med Jonas · torsdag 12. november 2026" in words


def test_what_was_prepared_is_said_to_be_the_citizens_alone() -> None:
    for key in ("invitation", "agenda"):
        assert "Min far Det her står kun på dit eget papir." in said(key, meeting_samples.meeting())
        for words in ("Min far", "Det her står kun på dit eget papir."):
            assert words not in said(key, meeting_samples.meeting(), f"{MEETING}/birgit_m")


def test_a_weekday_amid_a_line_is_written_as_its_language_writes_it() -> None:
    assert "Meeting with Jonas · Thursday 12 November" in said("attendance", meeting_samples.meeting(), language="en")


@pytest.mark.parametrize("language", ["da", "en", "pl+da"])
@pytest.mark.parametrize("large_print", [False, True])
def test_whom_to_ask_about_a_change_is_never_alone_on_a_page(language: str, large_print: bool) -> None:
    case = read_case((Path(__file__).parents[2] / "resources" / "cases" / "demo.json").read_bytes()).case()
    data = BY_KEY["agenda-change"].draw(case, "", language=language, large_print=large_print, today=date(2026, 11, 4))
    last = " ".join(reading.run("pdftotext", data, "-raw").rstrip("\f").split("\f")[-1].split())
    assert "igen?" in last


def test_the_list_has_lines_for_those_nobody_has_written_down() -> None:
    alone = Meeting(id="alone", starts_at=meeting_samples.STARTS - timedelta(days=1))
    case = meeting_samples.meeting(extra=[alone])
    for meeting, lines in (("alone", 8), (MEETING, 3)):
        data = BY_KEY["attendance"].draw(case, meeting, language="da", large_print=False, today=TODAY)
        with reading.opened(data) as pdf:
            boxes = [node for _, node in reading.elements(pdf) if str(node.get("/Alt", "")) == "Ikke skrevet op endnu"]
        asked = len(next(each for each in case.all(Meeting) if each.id == meeting).participants)
        assert len(boxes) == asked + lines, meeting


def test_what_is_taken_later_stands_point_by_point_on_the_list() -> None:
    later = [ParkedTopic(id=f"later{n}", meeting_id=MEETING, place=float(n), text=text)
             for n, text in enumerate(("Cyklen i kælderen", "Hunden"))]
    data = BY_KEY["attendance"].draw(meeting_samples.meeting(extra=[*later]), MEETING, language="da",
                                     large_print=False, today=TODAY)
    with reading.opened(data) as pdf:
        assert reading.roles(pdf).count("LI") == 2


def test_the_letter_to_who_stayed_away_has_their_own_tasks_only() -> None:
    case = meeting_samples.meeting(held=True)
    words = said("away", case, f"{MEETING}/birgit_m", today=AFTER)
    assert "Vi savnede dig til mødet" in words
    assert "Søger om bolig på Kajen" in words
    assert "Har en tid" not in words
    assert "Torsdag 10. december 2026 kl. 11.00" in words
    with pytest.raises(NotCovered):
        said("away", case, f"{MEETING}/lene", today=AFTER)


def test_the_minutes_say_what_was_decided_and_who_came_late_or_left() -> None:
    case = meeting_samples.meeting(held=True)
    meeting = case.the(Meeting)
    case.begin()
    first, second = [each for each in meeting.participants if each.presence is Presence.PRESENT][:2]
    first.came_at = datetime(2026, 11, 12, 10, 12)
    second.left_at = datetime(2026, 11, 12, 10, 40)
    point = meeting.agenda[0]
    point.written, point.decided = "", "Vi søger indskudslån"
    words = said("minutes", case, today=AFTER)
    case.abandon()
    assert "(kom kl. 10.12)" in words
    assert "(gik kl. 10.40)" in words
    assert "Besluttet" in words
    assert "Vi søger indskudslån" in words


def test_the_citizen_reads_a_paper_that_speaks_to_them() -> None:
    case = meeting_samples.meeting()
    own = said("invitation", case)
    for each in ("Ole Kragh er med ved siden af dig.", "Helst ikke tale om Min far",
                 "du må sige nej til det, vi foreslår"):
        assert each in own
    assert "Derfor er du med" not in own                 # it is their meeting; why the others come stands in the table
    assert "Du er med ved siden af Jonas." in said("invitation", case, f"{MEETING}/ole")
    assert "Ole Kragh er med ved siden af Jonas." in said("invitation", case, f"{MEETING}/birgit_m")


def test_without_a_bisidder_the_citizen_reads_that_they_may_bring_one_and_nobody_else_does() -> None:
    alone = Case("case", [each for each in meeting_samples.rows() if not isinstance(each, Representation)],
                 register=samples.register())
    assert "Du må tage en med, du stoler på." in said("invitation", alone)
    assert "Bisidder" not in said("invitation", alone, f"{MEETING}/birgit_m")


def test_what_the_citizen_said_and_what_was_decided_is_on_their_own_papers() -> None:
    case = meeting_samples.meeting(held=True)
    meeting = case.the(Meeting)
    case.begin()
    meeting.own_words, meeting.agenda[2].decided = "Nu ved jeg, hvem der gør hvad.", "Vi søger to steder"
    own, other, means = (said("minutes", case, today=AFTER), said("minutes", case, f"{MEETING}/birgit_m", today=AFTER),
                         said("meaning", case, today=AFTER))
    case.abandon()
    assert "Du sagde Nu ved jeg, hvem der gør hvad." in own
    assert "Nu ved jeg" not in other                     # the citizen has not said that it goes to others
    assert "Det blev vi enige om Vi søger to steder" in means


def test_the_words_of_the_day_stand_in_the_minutes_of_those_who_may_read_them_when_the_citizen_wants_it() -> None:
    case = meeting_samples.meeting(held=True)
    meeting = case.the(Meeting)
    case.begin()
    meeting.own_words, meeting.own_words_for_all = "Nu ved jeg, hvem der gør hvad.", True
    own, other, by_law = (said("minutes", case, about, today=AFTER) for about in (
        "", f"{MEETING}/birgit_m", f"{MEETING}/morten/law"))
    member = case.get(NetworkMember, "birgit_m")
    assert member is not None
    birgit = covered_for(case, member, AFTER)
    read = fingerprint(meeting, birgit)
    meeting.own_words = "Nu ved jeg det."
    changed = fingerprint(meeting, birgit) != read       # theirs are older minutes now
    case.abandon()
    assert "Du sagde Nu ved jeg, hvem der gør hvad." in own
    assert "Jonas sagde Nu ved jeg, hvem der gør hvad." in other
    assert "Nu ved jeg" not in by_law
    assert changed


def test_whoever_may_not_be_named_is_nobody_special_inside_a_sentence() -> None:
    words = said("minutes", meeting_samples.meeting(held=True), f"{MEETING}/morten", today=AFTER)
    assert "Jonas Bækgaard, en fra netværket, Eva Lind" in words


def test_every_paper_says_how_one_takes_part_who_is_not_in_the_room() -> None:
    case = meeting_samples.meeting(held=True)
    case.begin()
    for each in case.all(Meeting):
        each.held_as, each.link = HeldAs.PHONE, "12 34 56 99"
    papers = {key: said(key, case, today=AFTER) for key in ("minutes", "meaning", "away")}
    case.abandon()
    for key, words in papers.items():
        assert "Næste møde Torsdag 10. december 2026 kl. 11.00 På telefon 12 34 56 99" in words, key
    assert "Hvor På telefon 12 34 56 99" in papers["minutes"]


def test_a_meeting_that_is_no_longer_by_telephone_is_said_in_a_word_of_every_day() -> None:
    case = with_edition()
    case.begin()
    case.the(MeetingEdition).held_as = HeldAs.PHONE
    words = said("agenda-change", case)
    case.abandon()
    assert "På telefon I samme rum" in words


def test_the_letter_to_the_citizen_is_to_their_first_name() -> None:
    words = said("away", meeting_samples.meeting(held=True), today=AFTER)
    assert "Kære Jonas Du var ikke" in words
    assert "Det håber vi, at du vil gøre" in words


@pytest.mark.parametrize("reader", ["birgit_m", "morten", "ole", "mette"])
@pytest.mark.parametrize("key", ["invitation", "agenda"])
def test_in_large_print_no_row_of_when_and_where_stands_alone_on_the_next_page(key: str, reader: str) -> None:
    first, _side, second = reading.text(BY_KEY[key].draw(
        meeting_samples.meeting(), f"{MEETING}/{reader}", language="da", large_print=True,
        today=TODAY)).partition("side 1 af 3")
    assert "Giv det ikke videre." in first
    assert "Giv det ikke videre." not in second


def test_nobody_on_the_list_is_torn_from_where_they_are_from() -> None:
    pages = reading.run("pdftotext", BY_KEY["agenda"].draw(meeting_samples.meeting(), MEETING, language="da",
                                                           large_print=False, today=TODAY), "-raw").split("\f")
    assert len([page for page in pages if "Morten Dahl" in page and "sagsbehandler, rusmidler" in page]) == 1
