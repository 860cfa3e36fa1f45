"""The meeting's papers: each reader gets what is covered, is told that something is left out; the citizen gets all."""
from __future__ import annotations

from datetime import date, datetime

import pytest

from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, Participant, Presence
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.not_covered import NotCovered
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
    assert LEFT_OUT not in words
    assert "Min far" not in words                        # what was prepared is the citizen's own


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
    assert "Ingen skal komme." in words
    assert "Sådan er det nu" not in words


def test_also_the_invitation_says_that_it_is_called_off() -> None:
    case = meeting_samples.meeting()
    object.__setattr__(case.get(Meeting, MEETING), "status", MeetingStatus.CALLED_OFF)
    for key in ("invitation", "agenda"):
        words = said(key, case)
        assert "Mødet er aflyst Ingen skal komme." in words
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


def test_the_list_for_the_table_names_who_is_asked_and_nothing_else() -> None:
    words = said("attendance", meeting_samples.meeting())
    assert all(name in words for name in ("Jonas Bækgaard", "Ole Kragh", "Morten Dahl", "Lene Friis"))
    assert "behandling" not in words


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
