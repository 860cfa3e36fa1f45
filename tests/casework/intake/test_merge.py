"""Two cases of one person become one, and two again: no row is lost on the way."""
from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from borgerplan_desktop.casework.contacts.standing import add_standing, with_whom
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.kept_maps import keep_map, kept_maps
from borgerplan_desktop.casework.intake.both_cases import Stands, others_rows, said
from borgerplan_desktop.casework.intake.merge import (
    came_over,
    copied_id,
    merge,
    merged_cases,
    preview,
)
from borgerplan_desktop.casework.intake.same_person import who_may_it_be
from borgerplan_desktop.casework.intake.taking_out import undo_merge, written_since
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.editions import has_agenda_now, has_minutes_now
from borgerplan_desktop.casework.meeting.meeting_calendar import calendar_name, calendar_of
from borgerplan_desktop.casework.meeting.replies import case_of
from borgerplan_desktop.casework.network.involved_when import involve
from borgerplan_desktop.casework.network.people import (
    add_new_professional,
    add_private_person,
    add_professional,
    tie_together,
)
from borgerplan_desktop.casework.network.ties import let_flow
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.case_files import import_case
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, say_no, withdraw_from
from borgerplan_desktop.casework.papers.folder import keep_folder
from borgerplan_desktop.casework.papers.plan_paper import share_ties
from borgerplan_desktop.casework.papers.reading_language import reads_best, spoken_first
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.plan.goals import add_goal, add_step
from borgerplan_desktop.casework.plan.notes import write_note
from borgerplan_desktop.casework.plan.taking_over import take_over
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.calendar_reply import CalendarReply
from borgerplan_desktop.documents.case_file import digests_of
from borgerplan_desktop.model.admission import MergedCase, MergedField
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.consent import GivenHow, Topic, may_share
from borgerplan_desktop.model.course import (
    CoordinatorAssignment,
    Course,
    Stay,
    coordinator,
    current_course,
    current_stay,
)
from borgerplan_desktop.model.covered import EVERYTHING
from borgerplan_desktop.model.flow import Way
from borgerplan_desktop.model.kept_map import state_now, state_of
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus, Participant
from borgerplan_desktop.model.meeting_edition import Has, changes_since, editions, has
from borgerplan_desktop.model.network import (
    InvolvedAs,
    Involvement,
    KeptMap,
    KeptTie,
    MemberKind,
    NetworkMember,
    Phase,
    Ring,
    Support,
    SupportKind,
    Tie,
    TieQuality,
    citizen_member,
)
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.papers import Document, EarlierPlan, PassageUse
from borgerplan_desktop.model.plan import Agreement, Goal, Plan, PlanVersion, current_plan
from borgerplan_desktop.model.row import references_of
from borgerplan_desktop.model.settled import became, passages, share
from borgerplan_desktop.model.shelter import Professional
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from borgerplan_desktop.store import citizen_lines
from borgerplan_desktop.store.store import Store
from tests.archive import Clock, picture

HERE = Path(__file__).parents[2] / "data" / "cases"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    from tests.archive import new_store

    return new_store(tmp_path)


@pytest.fixture
def other(archive: Archive) -> OpenCase:
    """A whole case: a plan that was adopted, people, meetings, notes, consents, papers."""
    return archive.open_case(import_case(archive, (HERE / "herberg.json").read_bytes()))


def register_of(opened: OpenCase) -> list[Professional]:
    assert opened.shelter is not None
    return opened.shelter.case.all(Professional)


def content(case: Case) -> dict[str, dict[str, object]]:
    return {f"{kind}:{id}": values for kind, rows in picture(case).items() for id, values in rows}


def test_no_row_is_lost(opened: OpenCase, other: OpenCase) -> None:
    before, theirs = content(opened.case), content(other.case)
    merge(opened, other)
    rows = others_rows(other.case)
    assert len(rows) > 80
    assert len(rows) == len(other.case.rows()) - 3       # the citizen, how we work together, and them on the map
    for row in rows:
        copy = opened.case.get(type(row), copied_id(opened.id, row.id))
        assert copy is not None, row
        for name, value in row.values().items():
            if name in references_of(type(row)) and value is not None:
                target = getattr(copy, name)
                assert any(target == each.id for each in opened.case.rows()), name
            elif name == Meeting.known_as.key:
                assert getattr(copy, name) == row.id
            elif name not in ("item_id", "minutes_as_given", "place", "number", "version", "started_on", "removed_on",
                              "until", "reason", "closed_on", "closing_reason", "left_on", "left_why"):
                assert getattr(copy, name) == value, name
    assert {key for key in before if key not in content(opened.case)} == set()
    theirs_now = content(other.case)
    [citizen] = [key for key in theirs if key.startswith("citizen:")]
    assert theirs_now.pop(citizen) == {**theirs.pop(citizen), "merged_into": opened.id}  # type: ignore[dict-item]
    assert theirs_now == theirs                          # it stays whole
    for digest in digests_of(other.case.rows()):
        assert opened.kept(digest) == other.kept(digest) != None  # noqa: E711
    stored = opened.another(opened.id).case
    assert content(stored) == content(opened.case)


def test_calendars_know_a_meeting_by_its_name_and_everybody_has_what_they_had(
        opened: OpenCase, other: OpenCase, archive: Archive) -> None:
    case = other.case
    meeting = next(each for each in case.all(Meeting) if each.status is MeetingStatus.HELD)
    ahead = plan_meeting(other, MeetingKind.TALK, other.now() + timedelta(days=9))
    asked = next(each for each in ahead.participants)
    has_agenda_now(other, asked)
    told = next(each for each in meeting.participants if each.member is not None and each.member.is_citizen)
    add_agreement(other, "Ringer til Ole", told.member, meeting=meeting)
    has_minutes_now(other, told)
    before = calendar_of(case, ahead.id, other.now()).content
    merge(opened, other)
    ours = {each.known_as: each for each in opened.case.all(Meeting)}
    now = ours[ahead.id]
    assert calendar_of(opened.case, now.id, other.now()).content.splitlines()[3:7] == before.splitlines()[3:7]
    (told_of,) = editions(now)
    assert changes_since(now, told_of, EVERYTHING) == []
    assert [has(each, opened.today()) for each in now.participants if each.edition] == [Has.NEWEST]
    copy = opened.case.get(Participant, copied_id(opened.id, told.id))
    assert copy is not None
    assert has(copy, opened.today()) is Has.MINUTES
    answer = CalendarReply(calendar_name(now), 1, None, "x@example.org", "ACCEPTED", "")
    assert case_of(archive, answer) == opened.id         # not the case it came from


def test_a_passage_knows_what_it_became_in_the_other_case_too(opened: OpenCase, other: OpenCase) -> None:
    plan = other.case.all(EarlierPlan)[0]
    for use in (PassageUse.GOAL, PassageUse.OWN_WORDS, PassageUse.NOTE):
        take_over(other, plan, (0, 30), use, field=Plan.hopes.key)
    settled = share(plan)
    merge(opened, other)
    copy = opened.case.get(EarlierPlan, copied_id(opened.id, plan.id))
    assert copy is not None
    assert all(became(each) is not None for each in passages(copy))
    assert share(copy) == settled > 0


def test_it_is_in_no_list_and_comes_back(opened: OpenCase, other: OpenCase, archive: Archive) -> None:
    ids = {line.id for line in archive.citizens(closed=True)}
    before, theirs = content(opened.case), content(other.case)
    merged = merge(opened, other)
    assert {line.id for line in archive.citizens(closed=True)} == ids - {other.id}
    name = other.case.the(Citizen).name
    assert other.id not in {each.id for each in who_may_it_be(archive, name)}
    with archive.store.reading.connect() as conn:
        assert not citizen_lines.are_damaged(conn)
    assert merged_cases(opened.case) == [merged]
    with pytest.raises(Refused):
        merge(opened, other)
    assert undo_merge(opened, merged, other) == []
    after = {key: values for key, values in content(opened.case).items() if not key.startswith("merged_")}
    me = citizen_member(opened.case)
    assert me is not None
    assert me.map_changed_on == opened.today()           # others stood on it meanwhile
    after[f"network_member:{me.id}"] = {**me.values(), "map_changed_on": before[f"network_member:{me.id}"][
        "map_changed_on"]}
    assert after == before
    assert content(other.case) == theirs
    assert {line.id for line in archive.citizens(closed=True)} == ids
    assert merged_cases(opened.case) == []
    with archive.store.reading.connect() as conn:
        assert not citizen_lines.are_damaged(conn)
    with pytest.raises(Refused):
        undo_merge(opened, merged, other)
    again = merge(opened, other)                         # and once more
    assert len(came_over(opened.case, again, other.case)) == len(others_rows(other.case))


def test_of_what_there_is_one_at_a_time_ours_goes_on(opened: OpenCase, archive: Archive) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve", room="9"))
    plan, course, stay = current_plan(opened.case), current_course(opened.case), current_stay(opened.case)
    holder = coordinator(opened.case)
    merge(opened, other)
    assert (current_plan(opened.case), current_course(opened.case)) == (plan, course)
    assert (current_stay(opened.case), coordinator(opened.case)) == (stay, holder)
    for kind in (Course, Stay, Plan, CoordinatorAssignment):
        assert len(opened.case.all(kind)) == 2
    assert sum(member.kind is MemberKind.CITIZEN for member in opened.case.all(NetworkMember)) == 1
    me = [each for each in opened.case.all(NetworkMember) if each.staff_id == archive.who]
    assert [each.removed_on for each in me] == [None, opened.today()]    # one person on both maps
    assert all(each.member_id == me[0].id for each in opened.case.all(CoordinatorAssignment))


def test_where_both_say_something_one_chooses(opened: OpenCase, archive: Archive) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve", cpr="0101701234", phone="12 34 56 78"))
    for case, words in ((opened, "Min dør"), (other, "Min seng")):
        with case.action("Write"):
            current_plan(case.case).hopes = words
            case.case.the(Cooperation).meeting_place = words
    with other.action("Protect"):
        other.case.the(Citizen).protected_address = True
    seen = preview(opened, other)
    assert {each.key for each in seen.filled} == {"citizen.cpr", "citizen.birth_date", "citizen.phone",
                                                  "citizen.protected_address"}
    assert {each.key: each.first for each in seen.differing} == {
        "citizen.name": Stands.OURS, "plan.hopes": Stands.BOTH, "cooperation.meeting_place": Stands.BOTH}
    assert (seen.ours, seen.theirs) == ("Jonas Prøve", "Jonas P. Prøve")
    assert "1 ophold" in seen.coming
    merged = merge(opened, other, {"citizen.name": Stands.THEIRS, "cooperation.meeting_place": Stands.OURS})
    citizen = opened.case.the(Citizen)
    assert (citizen.name, citizen.cpr, citizen.birth_date) == ("Jonas P. Prøve", "0101701234", date(1970, 1, 1))
    assert citizen.protected_address
    assert current_plan(opened.case).hopes == "Min dør\n\nMin seng"
    assert opened.case.the(Cooperation).meeting_place == "Min dør"
    with opened.action("Write"):
        citizen.phone = "87 65 43 21"                    # since then somebody has written another
    undo_merge(opened, merged, other)
    assert (citizen.name, citizen.cpr, citizen.birth_date) == ("Jonas Prøve", "", None)
    assert (citizen.protected_address, citizen.phone) == (False, "87 65 43 21")
    assert current_plan(opened.case).hopes == "Min dør"


def test_how_they_read_best_comes_along_and_the_danish_beside_it_is_no_choice_of_its_own(
        opened: OpenCase, archive: Archive) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    reads_best(other, "pl+da", large_print=True)
    keep_folder(other, ["plan", "week"])
    merged = merge(opened, other)                        # here nothing was said: theirs comes
    citizen = opened.case.the(Citizen)
    assert spoken_first(opened.case) == "pl+da"
    assert (citizen.paper_large, citizen.folder_papers) == (True, "plan week")
    undo_merge(opened, merged, other)
    assert spoken_first(opened.case) == "da"
    assert (citizen.paper_language, citizen.paper_beside, citizen.paper_large, citizen.folder_papers) == (
        "", False, False, "")


@pytest.mark.parametrize(("stands", "spoken"), [({}, "ro"), ({"citizen.paper_language": Stands.THEIRS}, "pl+da")])
def test_where_both_read_best_in_another_language_one_is_chosen_whole(
        opened: OpenCase, archive: Archive, stands: dict[str, Stands], spoken: str) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    reads_best(opened, "ro", large_print=False)
    keep_folder(opened, ["plan"])
    reads_best(other, "pl+da", large_print=False)
    keep_folder(other, ["week", "plan"])
    seen = {each.field: each for each in preview(opened, other).differing}
    assert {"paper_language", "folder_papers"} <= set(seen)
    assert "paper_beside" not in seen
    assert [(each.label, said(each.ours, each.field, None), said(each.theirs, each.field, None)) for each in (
        seen["paper_language"], seen["folder_papers"])] == [
            ("Læser bedst papirer på", "Rumænsk", "Polsk"),
            ("Borgerens mappe", "Borgerens Plan", "Min uge og Borgerens Plan")]
    merged = merge(opened, other, stands)
    assert spoken_first(opened.case) == spoken
    undo_merge(opened, merged, other)
    assert spoken_first(opened.case) == "ro"


def test_adopted_versions_of_both_are_told_apart(opened: OpenCase, archive: Archive) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    for case in (opened, other):
        add_goal(case, "Et sted at bo")
        adopt_plan(case)
    merge(opened, other)
    assert [each.number for each in opened.case.all(PlanVersion)] == [1, 101]
    assert current_plan(opened.case).adopted is opened.case.all(PlanVersion)[0]
    assert sorted(each.version or 0 for each in opened.case.all(Document)) == [1, 101]
    assert len(current_plan(opened.case).goals) == 2
    assert adopt_plan(opened).number == 2
    third = receive(archive, Arrival("Jonas Q. Prøve"))
    adopt_plan(third)
    merge(opened, third)
    assert sorted(each.number for each in opened.case.all(PlanVersion)) == [1, 2, 101, 201]
    assert sorted(each.version or 0 for each in opened.case.all(Document)) == [1, 2, 101, 201]


@pytest.mark.parametrize("first", ["yes", "no"])
@pytest.mark.parametrize("of", ["oo", "tt", "ot", "to"])
def test_what_was_said_last_holds_whichever_case_it_was_said_in(
        opened: OpenCase, archive: Archive, clock: Clock, first: str, of: str) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    birgit = add_new_professional(opened, "Birgit Holm", "Sagsbehandler", "Kommunen")
    cases = {"o": (opened, birgit), "t": (other, add_professional(other, register_of(opened)[0]))}
    said = ["no", "yes"] if first == "no" else ["yes", "no"]
    for whose, answer in zip(of, said, strict=True):
        case, member = cases[whose]
        asked = Asked("Bolig", [member], [Topic.PLAN], GivenHow.ORALLY, told_before=True)
        (give_consent if answer == "yes" else say_no)(case, asked)
        clock.pass_(hours=1)
    merge(opened, other)
    assert may_share(opened.case, birgit, Topic.PLAN, opened.today()).allowed is (said[-1] == "yes")


def test_what_was_withdrawn_is_not_given_by_an_older_yes_of_the_other_case(
        opened: OpenCase, archive: Archive, clock: Clock) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    birgit = add_new_professional(opened, "Birgit Holm", "Sagsbehandler", "Kommunen")
    for case, member in ((opened, birgit), (other, add_professional(other, register_of(opened)[0]))):
        give_consent(case, Asked("Bolig", [member], [Topic.PLAN], GivenHow.ORALLY, told_before=True))
        clock.pass_(days=2)
    withdraw_from(opened, birgit)
    merge(opened, other)
    assert not may_share(opened.case, birgit, Topic.PLAN, opened.today()).allowed


@pytest.mark.parametrize("theirs", [False, True])
def test_ties_are_shown_to_others_when_it_was_a_yes_in_both(opened: OpenCase, archive: Archive, theirs: bool) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    share_ties(other if theirs else opened, True)
    assert [each.label for each in preview(opened, other).differing if each.field == "ties_may_be_shared"]
    merged = merge(opened, other)
    assert not opened.case.the(Cooperation).ties_may_be_shared
    undo_merge(opened, merged, other)
    assert opened.case.the(Cooperation).ties_may_be_shared is not theirs


def test_what_is_in_the_other_case_is_taken_out_there(opened: OpenCase, archive: Archive) -> None:
    other, third = (receive(archive, Arrival(name)) for name in ("Jonas P. Prøve", "Jonas Q. Prøve"))
    inner = merge(other, third)
    outer = merge(opened, other)
    assert [each.called for each in merged_cases(opened.case)] == ["Jonas P. Prøve"]
    undo_merge(opened, outer, other)
    undo_merge(other, inner, third)
    assert len(opened.case.all(Stay)) == len(other.case.all(Stay)) == len(third.case.all(Stay)) == 1


def test_the_only_adopted_version_is_the_plans(opened: OpenCase, archive: Archive) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    adopt_plan(other)
    merge(opened, other)
    adopted = current_plan(opened.case).adopted
    assert adopted is not None
    assert adopted.number == 1
    assert opened.kept(adopted.pdf_digest) is not None


def test_what_was_written_since_is_told_and_kept(opened: OpenCase, archive: Archive) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    add_goal(other, "Et sted at bo")
    sara = add_private_person(other, "Sara Prøve")
    merged = merge(opened, other)
    assert written_since(opened, merged, other) == []
    goal = opened.case.get(Goal, copied_id(opened.id, other.case.all(Goal)[0].id))
    assert goal is not None
    with opened.action("Write"):
        goal.why = "Så Sara kan komme"
        opened.case.add(Agreement(text="Ring til Sara", responsible_id=copied_id(opened.id, sara.id)))
    add_step(opened, goal, "Skrive sig op")
    note = write_note(opened, [goal], "Han vil gerne se lejligheden")
    assert {type(row).__name__ for row in written_since(opened, merged, other)} == {"Goal", "Step", "NoteLink"}
    undo_merge(opened, merged, other)
    kept = [each.text for each in opened.case.all(Note) if each is not note]
    assert len(kept) == 1
    for words in ("Så Sara kan komme", "Skrive sig op"):
        assert words in kept[0]
    assert note.exists                                   # a note stays when its goal goes
    [agreement] = opened.case.all(Agreement)
    assert agreement.responsible_id is not None          # whom something of ours names stays on our map
    assert opened.case.all(Goal) == []
    merge(opened, other)                                 # whoever stayed does not come twice
    assert [each.name for each in opened.case.all(NetworkMember) if each.name] == ["Sara Prøve"]


def test_what_cannot_be_one_is_refused(opened: OpenCase, archive: Archive) -> None:
    other, third = (receive(archive, Arrival(name)) for name in ("Jonas P. Prøve", "Jonas Q. Prøve"))
    with pytest.raises(Refused):
        merge(opened, archive.open_case(opened.id))
    with pytest.raises(Refused):
        preview(opened, archive.open_case("nobody"))
    inner = merge(other, third)
    merge(opened, other)                                 # with what is in it
    with pytest.raises(Refused):
        undo_merge(other, inner, third)                  # it is itself part of another
    with pytest.raises(Refused):
        merge(third, opened)
    assert len(opened.case.all(Stay)) == 3


def test_what_a_colleague_writes_at_that_moment_comes_too(opened: OpenCase, archive: Archive) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    elsewhere = archive.open_case(other.id)
    write_note(elsewhere, [], "Skrevet i et andet vindue")
    merge(opened, other)
    assert [each.text for each in opened.case.all(Note)] == ["Skrevet i et andet vindue"]


def test_when_the_store_refuses_nothing_has_happened(opened: OpenCase, archive: Archive,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    from borgerplan_desktop.store.errors import StoreTrouble, Trouble

    other = receive(archive, Arrival("Jonas P. Prøve"))
    before, theirs = content(opened.case), content(other.case)

    def full(*_args: object, **_kwargs: object) -> None:
        raise StoreTrouble(Trouble.DISK_FULL)

    monkeypatch.setattr(archive.store, "commit", full)
    with pytest.raises(StoreTrouble):
        merge(opened, other)
    assert (content(opened.case), content(other.case)) == (before, theirs)
    monkeypatch.undo()
    merge(opened, other)
    assert opened.case.all(MergedField) == []
    assert len(opened.case.all(MergedCase)) == 1


def around(opened: OpenCase, birgit: Professional, clock: Clock) -> None:
    """A map of two who know each other, what flows, who is involved when, and a map kept of it."""
    sara, nurse = add_private_person(opened, "Sara", ring=Ring.CLOSE), add_professional(opened, birgit, Ring.FURTHER)
    tie_together(opened, sara, nurse, TieQuality.STRONG)
    me = citizen_member(opened.case)
    assert me is not None
    for member in (sara, nurse):
        let_flow(opened, member, me, SupportKind.TALK, Way.GIVES)
        involve(opened, member, Phase.MOVING, InvolvedAs.INVITED)
    standing = add_standing(opened, "Svømmehal", 2)
    with_whom(opened, standing, nurse)
    keep_map(opened, "efter samtalen")
    add_private_person(opened, "Olga")


def test_the_whole_map_comes_along_and_what_both_say_of_the_same_person_stands_once(
        opened: OpenCase, archive: Archive, clock: Clock) -> None:
    birgit = archive.shelter.case.get(Professional, add_new_professional(opened, "Birgit Prøve").professional_id)
    assert birgit is not None
    opened.undo()
    other = receive(archive, Arrival("Jonas Igen"))
    for each in (opened, other):
        around(each, birgit, clock)
    nurse = next(m for m in opened.case.all(NetworkMember) if m.professional_id == birgit.id)
    clock.pass_(days=3)
    before, ours = state_now(opened.case), picture(opened.case)
    merged = merge(opened, other)
    case = opened.case
    for kind, count in ((KeptMap, 3), (KeptTie, 3), (StandingAppointment, 2), (Tie, 2), (Support, 3), (Involvement, 3)):
        assert len(case.all(kind)) == count, kind
    assert {each.member_id for each in case.all(StandingAppointment)} == {nurse.id}
    assert len({row.only(row.values()) for kind in (Tie, Support, Involvement) for row in case.all(kind)}) == 8
    kept = next(each for each in kept_maps(case) if not each.title)      # as it was before others came to stand on it
    assert state_of(case, kept) == before
    maps = len(kept_maps(case))
    add_private_person(opened, "Peter")
    assert len(kept_maps(case)) == maps                  # not what stands on it since the merge, under an earlier day
    opened.undo()
    assert undo_merge(opened, merged, other) == []
    left = {kind: rows for kind, rows in picture(case).items()
            if kind not in ("merged_case", "merged_field", "kept_map", "kept_place", "kept_tie", "network_member")}
    assert left == {kind: rows for kind, rows in ours.items() if kind in left}
    assert state_now(case) == before
