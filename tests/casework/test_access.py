"""Who may read: the rule, what is not for somebody, and what goes on record."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from borgerplan_desktop.casework import access
from borgerplan_desktop.casework.access import Reading, Wanted, read_register, why_not
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.citizen_facts import change_cpr, see_cpr
from borgerplan_desktop.casework.intake.same_person import who_may_it_be
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.case_files import export_case, import_case
from borgerplan_desktop.casework.papers.plan_paper import adopted_paper, consent_paper, paper_was_made, plan_paper
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.drafts import UnstoredDrafts, save_draft
from borgerplan_desktop.casework.session.half_typed import HalfTyped, Words
from borgerplan_desktop.model.papers import MadeHow
from borgerplan_desktop.model.plan import Plan
from borgerplan_desktop.model.shelter import StaffMember
from borgerplan_desktop.store.audit import Did
from tests.archive import new_archive, new_store

CPR = "311299-0006"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    store = new_store(tmp_path)
    yield new_archive(store)
    store.close()


def retire(archive: Archive, who: str) -> None:
    """As a colleague does in another window."""
    with archive.shelter.action("A colleague stopped", undoable=False):
        member = archive.shelter.case.get(StaffMember, who)
        assert member is not None
        member.retired = True


def hidden(monkeypatch: pytest.MonkeyPatch, case_id: str) -> None:
    """From now on nobody may read this case, for anything."""
    rule = why_not
    monkeypatch.setattr(access, "why_not", lambda register, who, id, reading: (
        "Nej." if id == case_id else rule(register, who, id, reading)))


def on_record(archive: Archive, case_id: str, since: int = 0) -> list[tuple[Did, str]]:
    """What the audit says of the case after its first `since` lines, oldest first."""
    return [(line.did, line.action) for line in reversed(archive.store.lines(case_id))][since:]


# ----------------------------------------------------------------------------------------------------------- the rule
def test_whoever_works_here_may_read_and_nobody_else(archive: Archive, opened: OpenCase) -> None:
    register, mads = archive.shelter.case, archive.staff()[1]
    for reading in Reading:
        assert why_not(register, archive.who, opened.id, reading) == ""
        assert why_not(register, mads.id, opened.id, reading) == ""
        assert "Spørg en kollega" in why_not(register, "a stranger", opened.id, reading)
    retire(archive, mads.id)
    assert all(why_not(register, mads.id, opened.id, reading) for reading in Reading)


def test_who_has_stopped_reads_nothing_from_that_moment(archive: Archive, opened: OpenCase) -> None:
    """A window that is open when a colleague takes them off the list."""
    retire(archive, archive.who)
    for read in (lambda: archive.open_case(opened.id), archive.citizens, lambda: archive.with_number(CPR),
                 lambda: who_may_it_be(archive, "Jonas Prøve"), opened.catch_up, opened.reader(),
                 lambda: opened.kept("a"),
                 lambda: receive(archive, Arrival("Marie Sommer"))):
        with pytest.raises(NotForYou, match="Spørg en kollega"):
            read()
    assert archive.gate.cases(Reading.OWN_WORDS) == set()


def test_a_job_in_another_thread_asks_the_list_of_staff_as_it_is_stored(archive: Archive, opened: OpenCase) -> None:
    read = opened.reader()
    theirs = OpenCase(archive.store, archive.shelter.id, archive.who, archive.clock)
    retire(Archive(archive.store, theirs, archive.who, archive.clock, archive.location, archive.vault), archive.who)
    assert archive.me is not None
    assert not archive.me.retired                          # this window has not heard of it yet
    with pytest.raises(NotForYou):
        read()


def test_only_the_shelters_own_case_is_read_before_anybody_is_asked_about(archive: Archive, opened: OpenCase) -> None:
    assert read_register(archive.store, archive.shelter.id).get(StaffMember, archive.who) is not None
    with pytest.raises(ValueError, match="gate"):
        read_register(archive.store, opened.id)
    with pytest.raises(ValueError, match="gate"):
        OpenCase(archive.store, opened.id, archive.who)


# --------------------------------------------------------------------------------------------- one case is not for them
def test_a_case_that_is_not_for_them_is_found_in_no_way(
        archive: Archive, opened: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    change_cpr(opened, CPR)
    marie = receive(archive, Arrival("Marie Sommer"))
    plan = opened.case.the(Plan)
    HalfTyped(archive).save("goal", opened.id, [Words("plan", plan.id, "hopes", "Min egen dør")])
    hidden(monkeypatch, opened.id)
    assert [line.id for line in archive.citizens(closed=True)] == [marie.id]
    assert archive.with_number(CPR) == frozenset()
    assert who_may_it_be(archive, "Jonas Prøve") == []
    assert HalfTyped(archive).found() == {}
    for read in (lambda: archive.open_case(opened.id), opened.catch_up, opened.reader(), lambda: opened.kept("a"),
                 lambda: plan_paper(opened).draw(), lambda: consent_paper(opened, None).draw(),
                 lambda: export_case(opened, lambda _content: pytest.fail("it came out"))):
        with pytest.raises(NotForYou, match="Nej"):
            read()


def test_what_was_adopted_is_not_for_them_either(
        archive: Archive, opened: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    version = adopt_plan(opened)
    assert adopted_paper(opened, version).draw().startswith(b"%PDF-")
    hidden(monkeypatch, opened.id)
    for for_others in (False, True):
        with pytest.raises(NotForYou):
            adopted_paper(opened, version, for_others=for_others)


def test_whoever_is_passed_over_leaves_the_page_full(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A short page would say that nobody comes after it."""
    arrived = [receive(archive, Arrival(f"Prøve {n:02}")).id for n in range(12)]
    closed = set(arrived[1:8])
    monkeypatch.setattr(access, "why_not", lambda _register, _who, id, _reading: "Nej." * (id in closed))
    seen, after = [], None
    while lines := archive.gate.page(Wanted(), after, 2).lines:
        seen.append([line.name for line in lines])
        after = lines[-1]
    assert seen == [["Prøve 00", "Prøve 08"], ["Prøve 09", "Prøve 10"], ["Prøve 11"]]


def test_a_case_one_may_work_in_may_still_not_go_out_as_a_file(
        opened: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it is wanted for is part of the question."""
    monkeypatch.setattr(access, "why_not", lambda _register, _who, _id, reading: "Nej." * (reading is Reading.FILE))
    assert plan_paper(opened).draw().startswith(b"%PDF-")
    with pytest.raises(NotForYou, match="Nej"):
        export_case(opened, lambda _content: pytest.fail("it came out"))


def test_words_of_their_own_are_not_lost_where_they_may_not_read(
        archive: Archive, opened: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store refused them, then the case was closed to whoever wrote: they wait, and go in when it is open again."""
    held, plan = UnstoredDrafts(archive), opened.case.the(Plan)
    with monkeypatch.context() as patch:
        hidden(patch, opened.id)
        patch.setattr(opened, "action", lambda *_, **__: (_ for _ in ()).throw(NotForYou("Nej.")))
        save_draft(opened, Plan, plan.id, "hopes", "Min egen dør")
        assert [draft.text for draft in opened.unsaved] == ["Min egen dør"]
        held.take(opened)
        held.retry()
        assert held
    lines = on_record(archive, opened.id)
    held.retry()
    assert not held
    assert on_record(archive, opened.id, len(lines)) == [(Did.CHANGED, "Kept what was written")]     # nothing was seen


# -------------------------------------------------------------------------------------------------------- on record
def test_each_deed_is_one_line(archive: Archive, opened: OpenCase) -> None:
    change_cpr(opened, CPR)
    version = adopt_plan(opened)

    def lines_of(deed: Callable[..., object], *args: object) -> list[tuple[Did, str]]:
        before = len(on_record(archive, opened.id))
        deed(*args)
        return [line for line in on_record(archive, opened.id, before) if line[0] is not Did.CHANGED]

    assert lines_of(archive.open_case, opened.id) == [(Did.OPENED, "Opened the case")]
    assert lines_of(see_cpr, opened) == [(Did.OPENED, "Saw the CPR number")]
    assert lines_of(export_case, opened, len) == [(Did.EXPORTED, "Saved a copy of the case")]
    assert lines_of(paper_was_made, opened, MadeHow.PRINTED, plan_paper(opened)) == [(Did.PRINTED, "Printed the plan")]
    assert lines_of(paper_was_made, opened, MadeHow.SAVED, adopted_paper(opened, version)) == [
        (Did.EXPORTED, "Saved the plan as a file")]
    assert lines_of(paper_was_made, opened, MadeHow.PRINTED, consent_paper(opened, None)) == [
        (Did.PRINTED, "Printed the consent form")]
    for quiet in (opened.catch_up, opened.reader(), plan_paper(opened).draw, adopted_paper(opened, version).draw,
                  lambda: archive.citizens(closed=True), lambda: archive.with_number(CPR),
                  lambda: who_may_it_be(archive, "Jonas")):
        assert lines_of(quiet) == []


def test_whoever_arrives_or_is_taken_in_was_not_opened(archive: Archive, opened: OpenCase, tmp_path: Path) -> None:
    assert [did for did, _action in on_record(archive, opened.id)] == [Did.CHANGED]
    content: list[bytes] = []
    export_case(opened, content.append)
    (tmp_path / "other").mkdir()
    store = new_store(tmp_path / "other")
    other = new_archive(store)
    assert on_record(other, import_case(other, content[0])) == [(Did.CHANGED, "Took in the case from a file")]
    assert [line.name for line in other.citizens()] == ["Jonas Prøve"]
    store.close()
