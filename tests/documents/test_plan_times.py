"""Where the citizen goes next and whom they call: on the plan and on the list of who does what."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.plan.tasks import tasks
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.documents.who_does_what import who_does_what_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.papers import Reader
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, InterventionReview, Plan, ReviewOutcome, Step
from tests.documents import reading, samples
from tests.documents.test_plan_content import LATE, changed, said


def test_others_are_not_told_that_nothing_is_agreed_while_the_citizens_own_times_are_theirs_to_tell() -> None:
    rows = [*(row for row in samples.jonas_rows() if not isinstance(row, Meeting)),
            Appointment(id="own", on=date(2027, 2, 8), text="Tandlæge")]
    assert "Tandlæge" in said(rows, today=LATE)
    assert "Min næste tid" not in said(rows, today=LATE, reader=Reader.OTHERS)


def test_the_day_of_the_next_follow_up_is_said_where_there_is_no_time() -> None:
    when = changed(Plan, follow_up_on=date(2030, 1, 7))
    assert "Min næste tid Vi følger op 7. januar 2030." in " ".join(said(when, today=LATE).split())


def test_the_next_talk_is_a_time_of_the_citizens_own() -> None:
    rows = changed(Plan, next_talk_on=date(2027, 2, 8))
    assert "Mandag 8. februar. Eva: Samtale." in " ".join(said(rows, today=LATE).split())
    assert "Eva: Samtale" not in said(rows, today=LATE, reader=Reader.OTHERS)
    assert "Eva: Samtale" not in said(rows, today=date(2027, 2, 9))


def test_the_list_of_who_does_what_says_whom_to_call() -> None:
    case = Case("case", samples.jonas_rows(), register=samples.register())
    text = reading.text(who_does_what_pdf(case, today=samples.TODAY)).replace("\u00a0", " ")
    assert "Jeg kan ringe til Eva Lind, min kontaktperson: 12 34 56 20" in " ".join(text.split())


def test_the_list_names_the_same_person_as_the_screen_and_the_help_that_is_given() -> None:
    rows = [row for row in samples.jonas_rows() if not isinstance(row, Step | Agreement | Intervention)]
    goal = next(row for row in rows if isinstance(row, Goal))
    assert goal.responsible_id == "birgit_m"
    ended = Intervention(id="h2", goal_id=goal.id, place=2.0, name="Gåture", responsible_id="mette",
                         until_on=date(2026, 10, 28))
    case = Case("case", [*rows, Step(id="s", goal_id=goal.id, place=1.0, text="Sende papirer"), ended,
                         Intervention(id="h1", goal_id=goal.id, place=1.0, name="Bostøtte", period="tre måneder"),
                         InterventionReview(intervention_id="h2", on=samples.TODAY, outcome=ReviewOutcome.ENDED)],
                register=samples.register())
    text = reading.text(who_does_what_pdf(case, today=samples.TODAY)).replace("\u00a0", " ")
    assert "Birgit Sende papirer (mål 1) Bostøtte (mål 1) tre måneder Jeg kan" in " ".join(text.split())
    assert "Gåture" not in text
    assert [each.who.id if each.who is not None else "" for each in tasks(case, samples.TODAY)] == ["birgit_m"] * 2


def test_a_page_that_goes_on_with_somebodys_lines_says_whose_they_are() -> None:
    data = who_does_what_pdf(samples.overfull(), today=samples.TODAY)
    second = reading.run("pdftotext", data, "-raw", "-f", "2", "-l", "2")
    assert " ".join(second.split()).startswith("Birgit, fortsat")


def test_who_is_named_in_what_a_time_is_about_stands_once() -> None:
    for text, stands in (("Egen læge, sammen med Anne-Mette", ". Egen læge, sammen med Anne-Mette."),
                         ("Samtale", ". Anne-Mette: Samtale."),
                         ("Anne-Mettes gruppe", ". Anne-Mette: Anne-Mettes gruppe.")):
        rows = [each for each in samples.jonas_rows() if not isinstance(each, (Appointment, Meeting))]
        rows.append(Appointment(id="t", on=date(2026, 11, 3), member_id="mette", text=text))
        case = Case("case", rows, register=samples.register())
        first = reading.run("pdftotext", plan_pdf(case, today=samples.TODAY), "-raw", "-l", "1")
        assert stands in " ".join(first.split()), text
