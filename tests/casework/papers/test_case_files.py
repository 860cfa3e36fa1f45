"""Taking a case in and out: one action, one register, its audit lines, and the demo whose today is always today."""
from __future__ import annotations

import base64
import hashlib
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest

from borgerplan_desktop.casework.course.citizen_list import seen
from borgerplan_desktop.casework.course.my_day import DayReader
from borgerplan_desktop.casework.course.overview import waiting
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.case_files import (
    CaseFileError,
    export_case,
    export_name,
    import_case,
    read_case,
)
from borgerplan_desktop.casework.papers.demo import ANCHOR, CITIZENS, demo_case, fill_demo
from borgerplan_desktop.casework.papers.plan_of_file import render_case_file
from borgerplan_desktop.casework.papers.plan_paper import adopted_paper
from borgerplan_desktop.casework.plan.adoption import adopt_plan, adopted_pdf
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.case_file import write_case
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.i18n import day
from borgerplan_desktop.model.case_kinds import CITIZEN
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import missing
from borgerplan_desktop.model.course import current_course
from borgerplan_desktop.model.meeting import Meeting, Participant
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Document, DocumentKind
from borgerplan_desktop.model.plan import Agreement, PlanVersion, Step, current_plan, open_agreements
from borgerplan_desktop.model.row import Row, names_of
from borgerplan_desktop.model.shelter import Professional, StaffMember
from borgerplan_desktop.store.audit import Did
from borgerplan_desktop.store.store import Store
from tests.archive import Clock, new_archive, new_store
from tests.documents import reading
from tests.documents.random_cases import picture

HERBERG = (Path(__file__).parents[2] / "data" / "cases" / "herberg.json").read_bytes()


@pytest.fixture
def empty(tmp_path: Path, clock: Clock) -> Archive:
    """An archive of its own, so that the case is new there."""
    return new_archive(new_store(tmp_path), clock)


def copy_of(opened: OpenCase) -> bytes:
    put: list[bytes] = []
    export_case(opened, put.append)
    return put[0]


def test_a_copy_that_could_not_be_written_is_not_on_record(opened: OpenCase, store: Store) -> None:
    def full(_content: bytes) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        export_case(opened, full)
    assert opened.case.all(Document) == []
    assert all(line.did is not Did.EXPORTED for line in store.lines(opened.id))


def test_the_case_is_taken_in_whole_in_one_action(empty: Archive) -> None:
    before = len(empty.store.lines())
    case_id = import_case(empty, HERBERG)
    opened = empty.open_case(case_id)
    theirs = read_case(HERBERG)
    ours = picture(opened.case.rows())
    names = {name for kind in CITIZEN.rows for name in names_of(kind)}     # Eva is one of ours already
    for key, values in picture(theirs.rows).items():
        assert {k: v for k, v in ours[key].items() if k not in names} == {
            k: v for k, v in values.items() if k not in names}, key
    assert len(ours) == len(theirs.rows)
    lines = empty.store.lines()[: len(empty.store.lines()) - before]
    assert {line.action for line in lines if line.did is Did.CHANGED} == {"Took in the case from a file"}


def test_those_it_names_are_found_or_join(empty: Archive) -> None:
    shelter = empty.shelter
    with shelter.action("Add"):
        known = shelter.case.add(Professional(name=" birgit  HOLM", organisation="Hjemløseenheden", phone="99999999"))
    opened = empty.open_case(import_case(empty, HERBERG))
    register = shelter.case
    birgit = next(m for m in opened.case.all(NetworkMember) if m.professional_id == known.id)
    assert birgit.contact.phone == "99999999", "ours is the one that is kept up to date"
    assert len(register.all(Professional)) == 6
    assert [s.name for s in register.all(StaffMember)] == ["Eva Lind", "Mads Ravn"]
    assert opened.case.the(Citizen).contact_person_id == empty.who
    assert "Eva Lind" in {m.contact.name for m in opened.case.all(NetworkMember)}


def test_staff_of_another_shelter_join_as_people_who_are_not_here(empty: Archive) -> None:
    file = json.loads(HERBERG)
    file["register"]["staff_member"][0]["name"] = "Nadia Bro"
    opened = empty.open_case(import_case(empty, json.dumps(file).encode()))
    nadia = next(s for s in empty.shelter.case.all(StaffMember) if s.name == "Nadia Bro")
    assert nadia.retired
    assert nadia not in empty.staff()
    assert opened.case.the(Citizen).contact_person_id == nadia.id


def test_a_case_that_is_here_is_not_taken_in_twice(empty: Archive) -> None:
    case_id = import_case(empty, HERBERG)
    with pytest.raises(CaseFileError) as caught:
        import_case(empty, HERBERG)
    assert caught.value.known
    again = json.loads(HERBERG)                          # the same rows under another id
    again["id"] = again["case"]["citizen"][0]["id"] = "another"
    with pytest.raises(CaseFileError):
        import_case(empty, json.dumps(again).encode())
    assert empty.store.cases() == [case_id]


def test_nothing_is_taken_in_of_a_file_that_is_wrong(empty: Archive) -> None:
    file = json.loads(HERBERG)
    file["case"]["goal"][2]["deadline"] = "2026-02-30"
    with pytest.raises(CaseFileError) as caught:
        import_case(empty, json.dumps(file).encode())
    assert caught.value.path == "goal[2].deadline"
    assert empty.store.cases() == []
    assert empty.shelter.case.all(Professional) == []


def test_out_and_in_again_keeps_versions_and_their_papers(empty: Archive, tmp_path: Path, clock: Clock) -> None:
    opened = empty.open_case(import_case(empty, HERBERG))
    version = adopt_plan(opened)
    was = picture(opened.case.rows())
    data = copy_of(opened)
    assert any(line.did is Did.EXPORTED for line in empty.store.lines(opened.id))
    (tmp_path / "other").mkdir()
    other = new_archive(new_store(tmp_path / "other"), clock)
    back = other.open_case(import_case(other, data))
    there = current_plan(back.case).adopted
    assert there is not None
    assert adopted_pdf(back, there) == adopted_pdf(opened, version)
    assert read_case(back.kept(there.case_digest) or b"").id == opened.id
    assert picture(back.case.rows()).keys() == was.keys()


def acting_paper(paper: bytes, acts: str, packed: bool = False) -> bytes:
    """A paper of ours that does something when it is opened."""
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        act = pikepdf.Dictionary(S=pikepdf.Name("/" + acts), JS="app.alert(1)", F="program.exe")
        pdf.pages[0].obj["/Annots"] = pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Annot, A=act)])
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate if packed else
                 pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


@pytest.mark.parametrize("what", ["no PDF", "the case itself", "JavaScript", "Launch", "packed", "half"])
def test_what_is_kept_as_a_paper_and_is_none_is_neither_taken_in_nor_given_out(
        opened: OpenCase, empty: Archive, what: str) -> None:
    version = adopt_plan(opened, None, [])
    paper = opened.kept(version.pdf_digest) or b""
    file = json.loads(write_case(opened.case, opened.kept))
    assert render_case_file(write_case(opened.case, opened.kept), today=opened.today()).pdf == paper
    bad = {"no PDF": b"words", "the case itself": opened.kept(version.case_digest) or b"", "half": paper[:-900],
           "packed": acting_paper(paper, "Sound", packed=True)}.get(what) or acting_paper(paper, what)
    digest = hashlib.sha256(bad).hexdigest()
    file["kept"] = {each: content for each, content in file["kept"].items() if each != version.pdf_digest}
    file["kept"][digest] = base64.b64encode(bad).decode()
    data = json.dumps(file).replace(version.pdf_digest, digest).encode()
    with pytest.raises(CaseFileError, match="Det er ikke et papir, Borgerplan har lavet"):
        import_case(empty, data)
    assert not seen(empty)
    with pytest.raises(CaseFileError, match="Det er ikke et papir, Borgerplan har lavet"):
        render_case_file(data, today=opened.today())
    assert render_case_file(data, today=opened.today(), large_print=True).edition == 1   # drawn of the frozen case


def test_a_file_without_its_kept_bytes_is_not_taken_in(empty: Archive) -> None:
    opened = empty.open_case(import_case(empty, HERBERG))
    adopt_plan(opened)
    file = json.loads(copy_of(opened))
    file["kept"] = {}
    with pytest.raises(CaseFileError) as caught:
        import_case(empty, json.dumps(file).encode())
    assert caught.value.path.endswith("digest")


def test_an_export_is_on_record_and_named_by_number_only(opened: OpenCase, store: Store) -> None:
    data = copy_of(opened)
    assert read_case(data).id == opened.id
    assert any(line.did is Did.EXPORTED for line in store.lines(opened.id))
    made = [d for d in opened.case.rows() if getattr(d, "kind", None) is DocumentKind.CASE_FILE]
    assert len(made) == 1
    assert export_name(opened.case) == f"{opened.case.the(Citizen).case_number}.json"


def test_a_received_citizen_goes_out_and_comes_back(opened: OpenCase) -> None:
    before = picture(opened.case.rows())
    file = read_case(copy_of(opened))
    assert {key: values for key, values in picture(file.rows).items() if key in before} == before


def test_the_plan_of_the_example_is_drawn_without_an_archive() -> None:
    pdf = render_case_file(HERBERG, today=date(2026, 10, 29), language="da", large_print=True).pdf
    assert pdf.startswith(b"%PDF-")


# ------------------------------------------------------------------------------------------------------------- the demo
@pytest.mark.parametrize("today", [date(2026, 11, 3), date(2027, 2, 28), date(2028, 2, 29), date(2031, 12, 31)])
def test_the_demo_is_always_in_week_five_two_days_before_the_meeting(today: date) -> None:
    file = demo_case(today)
    case = file.case()
    course = current_course(case)
    assert course.week(today) == 5
    meeting = case.the(Meeting)
    assert meeting.starts_at is not None
    assert meeting.starts_at.date() == today + timedelta(days=2)
    assert meeting.agenda
    assert [m.contact.name for m in missing(case, today)] == ["Per Toft"]
    assert current_plan(case).adopted is None
    assert any(a.overdue(today) for a in open_agreements(case))
    assert case.the(Citizen).birth_date == demo_case(date(2026, 11, 3)).case().the(Citizen).birth_date


@pytest.mark.parametrize("today", [date(2026, 11, 3), date(2026, 11, 28), date(2031, 12, 31)])
def test_the_adopted_paper_of_the_demo_is_this_programs_and_of_this_calendar(empty: Archive, today: date) -> None:
    file = demo_case(today, "demo-amina")
    version = current_plan(file.case()).adopted
    assert version is not None
    adopted = version.adopted_on
    assert adopted == date(2026, 10, 1) + (today - ANCHOR)
    assert {row.digest for row in file.rows if isinstance(row, Document)} == {version.pdf_digest} == {""}
    assert set(file.kept) == {version.case_digest}       # the paper is drawn of it when somebody asks
    opened = empty.open_case(import_case(empty, demo_case(today, "demo-amina")))
    paper = adopted_paper(opened, current_plan(opened.case).versions[-1]).draw()
    assert day(adopted, date(1999, 1, 1), "da") in reading.text(paper).replace("\u00a0", " ")
    with reading.opened(paper) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith(f"D:{adopted:%Y%m%d}")
    frozen = read_case(file.kept[version.case_digest]).case()
    drawn = plan_pdf(frozen, today=adopted, version=PlanVersion(
        number=version.number, adopted_on=adopted, plan_id=version.plan_id))
    assert drawn == paper
    done = [step.done_on for step in frozen.all(Step)] + [each.done_on for each in frozen.all(Agreement)]
    assert all(on is None or on <= adopted for on in done)


@pytest.mark.parametrize("name", CITIZENS)
def test_the_example_tells_no_other_residents_room(name: str) -> None:
    members = demo_case(ANCHOR, name).case().all(NetworkMember)
    assert not [m.relation for m in members if any(each.isdigit() for each in m.relation + m.role)]


def test_why_each_one_comes_can_be_read_by_all_in_the_examples(empty: Archive) -> None:
    """It stands in the table of the invitation, where "you" would be whoever reads."""
    fill_demo(empty)
    cases = [empty.open_case(each.line.id) for scope in ("all", "closed") for each in seen(empty, scope)]
    reasons = [each.why for opened in cases for each in opened.case.all(Participant)]
    assert len(reasons) > len(cases)
    assert not [why for why in reasons if not why or {"du", "din"} & set(why.lower().rstrip(".").split())]


def test_the_demo_fills_the_list_with_different_stages(empty: Archive) -> None:
    before = len(empty.shelter.case.all(StaffMember))
    first = empty.open_case(fill_demo(empty))
    assert first.case.the(Citizen).name == "Jonas Bækgaard"
    said = waiting(first.case, empty.now())
    assert said is not None
    assert said.said
    lines = [each.line for scope in ("all", "closed") for each in seen(empty, scope)]
    assert len(lines) == len(CITIZENS)
    assert [each.line.name for each in seen(empty, "closed")] == ["Karsten Vad", "Lise Holt"]
    assert {line.contact_person_id for line in lines} == {empty.who}
    assert sorted(line.adopted or 0 for line in lines) == [0, 0, 0, 0, 1, 1, 1]
    assert len(empty.shelter.case.all(StaffMember)) == before    # they are the same people
    day = DayReader(empty).read()
    assert (day.plans, day.days_to_plan) == ((38, 44, 47), 44)       # the dot line is shown
    assert "Ring til Karsten: Hvordan går det?" in [line.what for line in day.deadlines]
    amina = empty.open_case(next(line.id for line in lines if line.name == "Amina Yusuf"))
    version = current_plan(amina.case).adopted
    assert version is not None
    assert adopted_paper(amina, version).draw().startswith(b"%PDF-")
    assert len({_key(p) for p in empty.shelter.case.all(Professional)}) == len(empty.shelter.case.all(Professional))


def _key(row: Row) -> tuple[str, str]:
    assert isinstance(row, Professional)
    return row.name, row.organisation
