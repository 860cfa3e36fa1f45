"""What the plan says and to whom: the first page, one voice, days that are over, ties, a place nobody may know."""
from __future__ import annotations

from datetime import date, time

import pytest

from borgerplan_desktop.documents.paper.text import break_lines
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.documents.plan_protected_address import without_the_address
from borgerplan_desktop.model.application import Application, HousingOffer, OfferAnswer
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.course import Appointment, CoordinatorAssignment, Course, Milestone, MilestoneKind, Stay
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import NetworkMember, Representation, Tie
from borgerplan_desktop.model.notes import RatedBy, Rating
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanKind, EarlierPlanOutcome, Reader
from borgerplan_desktop.model.plan import Agreement, Goal, GoalStatus, Plan, PlanVersion
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Professional, Shelter, StaffMember
from tests.documents import reading, samples

LATE = date(2027, 2, 3)                                  # every day of the sample is over


def paper(rows: list[Row] | None = None, **how: object) -> bytes:
    register = samples.register()
    with_facts = Shelter(id="shelter", name="Herberget Havnegade", address="Havnegade 18\n2100 Lilleby",
                         phone="12345600", call_when_off="Ring til vagten på Herberget Havnegade")
    register = Case("shelter", [with_facts, *(row for row in register.rows() if not isinstance(row, Shelter))])
    how = {"today": samples.TODAY} | how
    return plan_pdf(Case("case", rows or samples.jonas_rows(), register=register), **how)  # type: ignore[arg-type]


def said(rows: list[Row] | None = None, **how: object) -> str:
    return reading.text(paper(rows, **how))


def changed(kind: type[Row], **values: object) -> list[Row]:
    rows = samples.jonas_rows()
    for row in rows:
        if type(row) is kind:
            for name, value in values.items():
                setattr(row, name, value)
    return rows


def alts(data: bytes) -> list[str]:
    with reading.opened(data) as pdf:
        return [str(node.Alt) for _, node in reading.elements(pdf) if "/Alt" in node]


# ---------------------------------------------------------------------------------------------- the first page
def test_the_first_page_begins_with_the_hope_and_says_whom_to_call_and_where_to_go() -> None:
    data = paper(changed(Plan, hopes="Et bord, hvor Sara kan sidde.", situation="Jeg drikker fra middag."))
    first = " ".join(reading.run("pdftotext", data, "-raw", "-l", "1").split())
    order = ["Plan for Jonas", "Håb og drømme", "Et bord, hvor Sara", "Jeg kan ringe til",
             "Eva Lind, min kontaktperson: 12 34 56 20", "Når Eva har fri: Ring til vagten",
             "Herberget: 12 34 56 00", "Min næste tid", "Tirsdag 3. november kl. 10.00. Anne-Mette. Rusmiddelenheden",
             "Det vigtigste lige nu", "Jeg drikker fra middag"]
    places = [first.replace("\u00a0", " ").index(each) for each in order]
    assert places == sorted(places)


def test_a_hope_longer_than_the_page_does_not_hide_whom_to_call() -> None:
    data = paper(changed(Plan, hopes="Jeg håber, at Sara kommer forbi hver søndag. " * 80))
    assert "12 34 56 20" in reading.run("pdftotext", data, "-raw", "-l", "1").replace("\u00a0", " ")


@pytest.mark.parametrize(("archive", "expected"), [
    ("12345600", "Eva Lind, min kontaktperson: 12 34 56 00"), ("", "Birgit Holm, tovholder: 12 34 56 11")])
def test_a_contact_person_without_a_number_leaves_somebody_to_call(archive: str, expected: str) -> None:
    rows = [row for row in samples.jonas_rows() if not isinstance(row, CoordinatorAssignment)]
    rows.append(CoordinatorAssignment(id="held", since=date(2026, 10, 6), member_id="birgit_m"))
    register = Case("shelter", [Shelter(id="shelter", name="Herberget Havnegade", phone=archive),
                                StaffMember(id="eva", name="Eva Lind"),
                                *samples.register().all(Professional)])
    data = plan_pdf(Case("case", rows, register=register), today=samples.TODAY)
    first = " ".join(reading.run("pdftotext", data, "-raw", "-l", "1").replace("\u00a0", " ").split())
    assert expected in first
    assert first.count("12 34 56 00") == (1 if archive else 0)


def test_no_appointment_is_said_too() -> None:
    assert "Der er ikke skrevet en dato op lige nu. Se også »Hvem gør hvad, hvornår«." in said(today=LATE)
    once = changed(Agreement, when="")
    assert "Der er ikke skrevet en dato op lige nu." in said(once, today=LATE)
    assert "Se også" not in said(once, today=LATE)


def test_who_has_moved_out_does_not_live_in_the_room() -> None:
    assert "værelse 12" in said(changed(Stay, left_on=LATE))
    assert "værelse 12" not in said(changed(Stay, left_on=samples.TODAY))


def test_an_hour_of_today_that_has_passed_is_no_next_time() -> None:
    day = date(2026, 11, 3)                              # Anne-Mette at ten
    assert "Tirsdag 3. november kl. 10.00" in said(today=day).replace("\u00a0", " ")
    assert "Tirsdag 3. november kl. 10.00" in said(today=day, now=time(9, 59)).replace("\u00a0", " ")
    after = said(today=day, now=time(10, 1)).replace("\u00a0", " ")
    assert "kl. 10.00" not in after
    assert "Mandag 9. november kl. 13.00. Samir" in after
    meeting = said(today=date(2026, 11, 26), now=time(11, 30)).replace("\u00a0", " ")
    assert "kl. 11.00" not in meeting
    version = PlanVersion(id="v", number=1, adopted_on=day, plan_id="plan")
    assert "kl. 10.00" in said(version=version, today=day, now=time(20)).replace("\u00a0", " ")


def test_the_citizens_own_ratings_stand_there_and_nobody_elses() -> None:
    rows = samples.jonas_rows()
    given = ((date(2026, 10, 8), LifeArea.HOUSING, RatedBy.CITIZEN, 2),
             (date(2026, 10, 20), LifeArea.HOUSING, RatedBy.CITIZEN, 4),
             (date(2026, 10, 8), LifeArea.MONEY, RatedBy.CONTACT_PERSON, 9),
             (date(2026, 12, 1), LifeArea.WORK, RatedBy.CITIZEN, 8))
    rows += [Rating(id=f"r{n}", rated_on=day, area=area, by=by, value=value)
             for n, (day, area, by, value) in enumerate(given)]
    words = said(rows).replace("\u00a0", " ")
    assert "Bolig 4 (før: 2)." in words
    assert "På en skala fra 0 (rigtig svært) til 10 (godt, som det er)." in words
    assert "Økonomi 9" not in words


def test_what_helps_is_in_the_citizens_copy_alone() -> None:
    rows = samples.jonas_rows()
    for row in rows:
        if isinstance(row, NetworkMember) and row.id == "ole":
            row.helps_with, row.wished_contact = "Siger sandheden.", "At vi stadig ses."
    assert "Ole Siger sandheden. Mit ønske: At vi stadig ses." in said(rows)
    assert "Siger sandheden" not in said(rows, reader=Reader.OTHERS)


# ---------------------------------------------------------------------------------------------- days that are over
def test_days_that_are_over_never_stand_as_days_to_come() -> None:
    late = said(today=LATE).replace("\u00a0", " ")
    assert "Vi følger op 26. november" not in late
    assert "Næste gang 26. november" not in late
    assert "Næste gang er ikke aftalt endnu." in late
    assert "Senest 15. januar" not in late
    assert "Det var aftalt til 15. januar." in late
    assert "Samle papirerne til boligansøgningen – Eva Se en bolig" in late
    assert late.count("Det, der har en dato før 3. februar, skulle være sket. Vi taler om det.") == 1
    assert "var aftalt til 6. november" not in late
    assert "skulle være sket" not in said()
    assert "Mine næste tider" not in late
    assert "Sluttede 31. januar" in late


def test_the_day_of_the_next_meeting_stands_in_for_a_follow_up_that_is_over() -> None:
    rows = changed(Plan, follow_up_on=date(2026, 10, 20))
    assert "Næste gang 26. november." in said(rows).replace("\u00a0", " ")


def test_a_reached_goal_has_no_days_to_keep() -> None:
    assert "Det var aftalt til 15. januar" not in said(changed(Goal, status=GoalStatus.REACHED), today=LATE)


# ---------------------------------------------------------------------------------------------- the way to the plan
def test_the_line_is_about_a_finished_plan_and_ends_where_it_is_finished() -> None:
    rows = [*samples.jonas_rows(), Milestone(id="m", course_id="course", kind=MilestoneKind.PLAN_ADOPTED,
                                             done_on=date(2026, 10, 29))]
    draft = said(rows, today=LATE)
    assert draft.count("Planen er vedtaget. Dette er et udkast til ændringer.") == 2
    assert "blev færdig 29. oktober" not in draft.replace("\u00a0", " ")
    assert "I dag" not in draft
    assert any("Planen blev færdig i uge 4." in alt for alt in alts(paper(rows, today=LATE)))


def test_who_is_late_is_told_that_it_is_for_us() -> None:
    assert "Det er os, der skal få den videre." in said(today=LATE)
    assert "Det er os" not in said()


@pytest.mark.parametrize(("member", "expected"), [
    ("birgit_m", "Vi venter på Birgit Holm: svar om bolig. Siden 20. oktober. Eva Lind spørger igen."),
    (None, "Vi venter på Svar om bolig. Siden 20. oktober. Eva Lind spørger igen."),
])
def test_what_we_wait_for_has_somebody_who_asks_again(member: str | None, expected: str) -> None:
    rows = changed(Course, waiting_for="svar om bolig" if member else "Svar om bolig", waiting_for_id=member,
                   waiting_since=date(2026, 10, 20))
    assert expected in said(rows).replace("\u00a0", " ")


def test_the_ladder_is_explained_in_plain_words_before_anything_refers_to_it() -> None:
    words = said()
    assert words.index("Trappen har syv trin.") < words.index("trin 3 på trappen")
    assert "En fast person eller hjælp i eget hjem" in words
    assert "Målet er hjælp, der fylder mindre" in words
    more = said(changed(Plan, ladder_goal=LadderStep.TEMPORARY_HOME))
    assert "fylder mindre" not in more
    assert "Der er brug for mere hjælp en tid." in more


# ---------------------------------------------------------------------------------------------- one voice
def test_the_heads_make_the_sentence_of_what_was_agreed() -> None:
    words = said()
    assert "Gjort Det har vi aftalt Hvem står for det Hvornår" in words
    assert "Tale med Samir om min søvn (mål 2) Samir 9. november" in words.replace("\u00a0", " ")
    assert "Ved Samir" not in words
    assert "Jeg 13. november" in words.replace("\u00a0", " ")


def test_no_line_begins_with_a_dash() -> None:
    for width in range(90, 240, 7):
        lines = break_lines("Samle papirerne – Eva, 6. november – og så videre - snart", "FiraGO", 12, width)
        assert not any(line.startswith(("–", "-")) for line in lines)


def test_lines_to_write_on_stand_in_an_empty_form_only() -> None:
    rows = [row for row in changed(Plan, strengths="", matters_now="") if not isinstance(row, Agreement)]
    words = said(rows)
    assert "Det vigtigste lige nu" not in words
    assert "Hvad vil jeg gerne opnå?" not in words
    assert "Det vigtigste lige nu" in reading.text(plan_pdf(samples.empty(), today=samples.TODAY))


# ---------------------------------------------------------------------------------------------- ties
def test_the_map_says_who_is_tied_to_whom_and_who_holds_the_threads() -> None:
    found = next(alt for alt in alts(paper()) if alt.startswith("Netværkskort"))
    assert "Sara Bækgaard og Lone Bækgaard: almindelig." in found
    assert "Eva Lind: Herberg, tættest på, stærk, tovholder." in found


def test_nobody_without_contact_is_among_those_to_call() -> None:
    table, apart = said().split("Mit netværk: hvem jeg kan ringe til")[1].split("Ingen kontakt nu:")
    assert "Saras mor" not in table
    assert "Lone Bækgaard (Saras mor)." in apart


@pytest.mark.parametrize("large_print", [False, True])
def test_how_ties_are_today_is_for_the_citizen_alone(large_print: bool) -> None:
    data = paper(reader=Reader.OTHERS, large_print=large_print)
    everything = reading.text(data) + " ".join(alts(data))
    assert "opi til andre" in everything
    for word in ("svær lige nu", "ingen kontakt nu", "Ingen kontakt nu", "stærk", "almindelig", "tættest på",
                 "længere væk"):
        assert word not in everything                    # and how close somebody is says it as well
    assert "tættest på" in said(large_print=large_print) + " ".join(alts(paper(large_print=large_print)))
    assert Reader.of(Case("case", samples.jonas_rows()), True) is Reader.OTHERS
    asked = Reader.of(Case("case", changed(Cooperation, ties_may_be_shared=True)), True)
    assert "svær lige nu" in said(reader=asked, large_print=large_print)


@pytest.mark.parametrize("large_print", [False, True])
def test_others_are_not_told_of_whom_there_is_no_contact_with_nor_of_private_numbers(large_print: bool) -> None:
    data = paper(reader=Reader.OTHERS, large_print=large_print)
    everything = (reading.text(data) + " ".join(alts(data))).replace("\u00a0", " ")
    assert "Lone" not in everything.replace("Det om Lone", "")
    assert "Sara Bækgaard" in everything
    assert "12 34 56 01" not in everything               # Sara's
    assert "12 34 56 11" in everything                   # the caseworker's
    with_ties = said(reader=Reader.OTHERS_WITH_TIES, large_print=large_print).replace("\u00a0", " ")
    assert "Lone" in with_ties
    assert "12 34 56 01" not in with_ties


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("reader", list(Reader))
def test_without_a_map_nobody_has_a_place_on_it(reader: Reader, large_print: bool) -> None:
    rows = [row for row in samples.jonas_rows() if not isinstance(row, NetworkMember) or row.id in ("me", "eva_m")]
    rows = [row for row in rows if not isinstance(row, Tie | Representation)]
    words = said(rows, reader=reader, large_print=large_print).replace("\u00a0", " ")
    table = words.split("Mit netværk")[1]
    assert "12 34 56 20" in table
    for word in ("Plads på kortet", "ikke sat på kortet", "tættest på"):
        assert word not in table


def test_nobody_without_contact_is_among_those_who_help() -> None:
    rows = samples.jonas_rows()
    for row in rows:
        if isinstance(row, NetworkMember) and row.id == "lone":
            row.wished_contact = "Ingen besøg. Det er bedst sådan."
    assert "bedst sådan" not in said(rows)


# ---------------------------------------------------------------------------------------------- a protected address
def test_a_protected_address_is_nowhere_on_the_paper_or_in_the_file() -> None:
    rows = changed(Citizen, protected_address=True)
    for row in rows:
        if isinstance(row, Meeting):
            row.place_text = "Herberget  Havnegade, Havnegade 18, mødelokale 2"
        if isinstance(row, Appointment):
            row.place_text = "hos Jonas på værelse 12, HAVNEGADE 18"
        if isinstance(row, Agreement):
            row.text = "Mødes på herberget havnegade"
    data = paper(rows)
    with reading.opened(data) as pdf:
        told = f"{pdf.docinfo} {pdf.open_metadata()}"
        spoken = " ".join(str(node.get("/Alt", "")) + str(node.get("/ActualText", "")) for _, node in
                          reading.elements(pdf))
        outline = reading.run("pdfinfo", data, "-struct-text")
    for where in (reading.text(data), told, spoken, outline):
        lowered = reading.squeezed(where).casefold()
        assert "havnegade" not in lowered
        assert "værelse12" not in lowered
    words = reading.text(data).replace("\u00a0", " ")
    assert "12 34 56 00" not in words                    # looked up, it is the address
    assert "Mødes på herberget" in words
    assert any(isinstance(row, Meeting) and "Havnegade" in row.place_text for row in rows)   # the case is as it was
    assert "Rusmiddelenheden" in said(changed(Citizen, protected_address=True))


@pytest.mark.parametrize(("written", "printed"), [
    ("min ven på værelse 14", "min ven på et værelse"),
    ("Værelse nr. 12", "værelset"), ("Vær. 12", "værelset"), ("rum B3", "et værelse"),
    ("Herberget Havnegades vagt", "herbergets vagt"), ("bag Havnegade 18B.", "bag herberget."),
    ("Havnegade 18 B, 2. sal", "herberget, 2. sal"), ("Havnegade nr. 18-20", "herberget"),
    ("henne i Havnegade i dag", "henne i herberget i dag"), ("Havnegades beboere", "herbergets beboere"),
    ("Rusmiddelenheden, Havnegade 118", "Rusmiddelenheden, Havnegade 118"), ("18 år i Lilleby", "18 år i Lilleby")])
def test_however_the_place_is_written_it_is_taken_out(written: str, printed: str) -> None:
    register = Case("shelter", [Shelter(name="Herberget Havnegade", address="Havnegade 18\n2100 Lilleby")])
    rows = [Stay(room="12"), NetworkMember(id="m", relation=written)]
    assert without_the_address(Case("case", rows, register=register), Words()).the(NetworkMember).relation == printed


def test_the_shelters_own_name_is_taken_out_without_its_kind_too() -> None:
    register = Case("shelter", [Shelter(name="Forsorgshjemmet Solgården", address="Bakken 3, 2100 Lilleby")])
    case = Case("case", [NetworkMember(id="m", relation="fra Solgården")], register=register)
    assert without_the_address(case, Words()).the(NetworkMember).relation == "fra herberget"


def test_the_shelters_number_looked_up_is_the_address_so_there_is_a_line_for_a_pen() -> None:
    words = said(changed(Citizen, protected_address=True)).replace("\u00a0", " ")
    assert "Herberget:" not in words
    assert "12 34 56 00" not in words
    assert "Når Eva har fri: Ring til vagten på herberget." in words


@pytest.mark.parametrize(("written", "printed"), [
    ("ring 12345600", "ring herbergets nummer"), ("+45 12 34 56 00", "herbergets nummer"),
    ("12 34 56 001", "12 34 56 001"), ("Birgit, 12 34 56 20", "Birgit, 12 34 56 20")])
def test_the_number_is_taken_out_however_it_is_grouped(written: str, printed: str) -> None:
    register = Case("shelter", [Shelter(name="Herberget Havnegade", phone="12 34 56 00", email="vagt@havnegade.dk"),
                                StaffMember(id="s", name="Eva", phone="12345600", email="eva@havnegade.dk")])
    case = without_the_address(Case("case", [NetworkMember(id="m", relation=written)], register=register), Words())
    assert case.the(NetworkMember).relation == printed
    assert case.register is not None
    assert (case.register.the(StaffMember).phone, case.register.the(StaffMember).email) == ("", "")
    assert (case.register.the(Shelter).phone, case.register.the(Shelter).email) == ("", "")


@pytest.mark.parametrize(("answer", "printed"), [
    (OfferAnswer.OPEN, "flytter til den nye bolig 1. december"),
    (OfferAnswer.ACCEPTED, "flytter til den nye bolig 1. december"),
    (OfferAnswer.DECLINED, "flytter til Kajgade 11 1. december")])
def test_a_home_that_may_become_theirs_is_named_nowhere(answer: OfferAnswer, printed: str) -> None:
    rows = [Application(id="a", what="Bolig"),
            HousingOffer(id="o", application_id="a", dwelling="Kajgade 11, 4. sal, 1 værelse, husleje 4.200 kr.",
                         answer=answer),
            NetworkMember(id="m", relation="flytter til Kajgade 11 1. december"),
            NetworkMember(id="n", relation="Rusmiddelenheden, Kajgade 4, om husleje")]
    case = without_the_address(Case("case", rows, register=Case("shelter", [])), Words())
    assert case.the(HousingOffer).dwelling == (rows[1].dwelling if answer is OfferAnswer.DECLINED else "")
    assert [each.relation for each in case.all(NetworkMember)] == [printed, "Rusmiddelenheden, Kajgade 4, om husleje"]


def test_a_town_in_the_address_may_still_be_named() -> None:
    rows = changed(Citizen, protected_address=True)
    rows += [Goal(id="g9", plan_id="plan", place=9, title="Bo i Lilleby")]
    assert "Bo i Lilleby" in said(rows)


# ---------------------------------------------------------------------------------------------- the file itself
def test_the_file_says_who_made_it_what_it_is_and_of_which_day() -> None:
    version = PlanVersion(id="v", number=2, adopted_on=date(2026, 11, 2), plan_id="plan")
    with reading.opened(paper(version=version, today=date(2027, 1, 1))) as pdf:
        info, meta = pdf.docinfo, pdf.open_metadata()
        assert str(info["/Author"]) == "Herberget Havnegade"
        assert str(info["/Subject"]) == "Borgerens Plan, udgave 2, 2. november 2026"
        assert str(info["/CreationDate"]).startswith("D:20261102")
        assert str(info["/Creator"]) == "Borgerplan"
        assert meta["xmp:CreateDate"].startswith("2026-11-02")
        assert meta["dc:creator"] == ["Herberget Havnegade"]


def test_an_adopted_edition_has_one_content_whenever_and_however_it_is_drawn() -> None:
    version = PlanVersion(id="v", number=1, adopted_on=samples.TODAY, plan_id="plan")
    then, now = (paper(version=version, today=day) for day in (samples.TODAY, LATE))
    assert then == now
    ways: list[dict[str, object]] = [{"large_print": True}, {"language": "en"}, {"reader": Reader.OTHERS}]
    for how in ways:
        words = said(None, version=version, today=LATE, **how).replace("\u00a0", " ")
        own = how.get("reader") is not Reader.OTHERS     # one's own appointments are one's own to tell of
        assert ("Rusmiddelenheden, Kajgade 4" in words) is own           # the next appointments of that day
        assert "26. november" in words or "26 November" in words


def test_other_plans_are_named_when_it_is_settled_what_becomes_of_them() -> None:
    def job(outcome: EarlierPlanOutcome) -> EarlierPlan:
        return EarlierPlan(kind=EarlierPlanKind.JOB, title="Jobplan", dated_on=date(2026, 6, 2), outcome=outcome)

    law = EarlierPlan(kind=EarlierPlanKind.AUTHORITY, outcome=EarlierPlanOutcome.KEPT,
                      kept_because="§ 141 i lov om social service")
    assert "Mine andre planer" not in said([*samples.jonas_rows(), job(EarlierPlanOutcome.OPEN)])
    text = " ".join(said([*samples.jonas_rows(), job(EarlierPlanOutcome.REPLACED), law]).split())
    assert "Taget med her Jobplan, 2. juni 2026" in text
    assert "Gælder stadig Myndighedshandleplan: § 141 i lov om social service" in text
