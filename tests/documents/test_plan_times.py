"""Where the citizen goes next and whom they call: on the plan and on the list of who does what."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.who_does_what import who_does_what_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.papers import Reader
from borgerplan_desktop.model.plan import Plan
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
