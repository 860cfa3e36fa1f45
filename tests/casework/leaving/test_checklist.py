"""Before moving out: the law's conditions, the citizen's own list, and how one complains of each end."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.course.course import set_milestone
from borgerplan_desktop.casework.leaving.checklist import known, missing_words, rule_words, tick, ticked_on
from borgerplan_desktop.casework.leaving.how_it_ends import complaint_words, left_on
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.application import Application, ApplicationKind, HousingOffer, OfferAnswer, Outcome
from borgerplan_desktop.model.contact_note import MissedAppointment, unsettled
from borgerplan_desktop.model.course import LeavesTo, LeftHow, MilestoneKind, Stay
from borgerplan_desktop.model.leaving import LeavingItem, conditions, stay_of_course, tick_of, unticked_conditions
from borgerplan_desktop.model.network import citizen_member

I = LeavingItem  # noqa: E741


@pytest.fixture
def stay(opened: OpenCase) -> Stay:
    stay = stay_of_course(opened.case)
    assert stay is not None
    return stay


def test_the_law_has_two_ways_out(opened: OpenCase, stay: Stay) -> None:
    assert list(conditions(stay)) == [I.ACTION_PLAN, I.DWELLING]
    write(opened, stay, Stay.leaves_to, LeavesTo.OWN_HOME, "Vej")
    assert list(conditions(stay)) == [I.ACTION_PLAN, I.DWELLING, I.SUPPORT, I.LEASE]
    write(opened, stay, Stay.leaves_to, LeavesTo.SERVICE, "Vej")
    assert list(conditions(stay)) == [I.ACTION_PLAN, I.DWELLING, I.CAN_MOVE_IN]


def test_what_is_missing_is_said_and_nothing_is_stopped(opened: OpenCase, stay: Stay) -> None:
    write(opened, stay, Stay.leaves_to, LeavesTo.SERVICE, "Vej")
    tick(opened, stay, I.DWELLING)
    assert missing_words(opened.case, stay) == (
        "Der mangler noget, før kommunen kan udskrive efter §\u00a0110, stk.\u00a05: handleplanen og at borgeren kan "
        "flytte ind.")
    left_on(opened, stay, opened.today())                # it never blocks
    for item in conditions(stay):
        tick(opened, stay, item)
    assert missing_words(opened.case, stay) == ""
    assert not unticked_conditions(opened.case, stay)


def test_a_tick_has_a_day_and_a_note_that_stays(opened: OpenCase, stay: Stay) -> None:
    row = tick(opened, stay, I.KEY)
    assert row is not None
    assert row.ticked_on == opened.today()
    ticked_on(opened, row, opened.today() - timedelta(days=2))
    write(opened, row, type(row).note, "Hos varmemesteren", "Notat")
    with pytest.raises(Refused):
        ticked_on(opened, row, opened.today() + timedelta(days=1))
    tick(opened, stay, I.KEY, False)
    assert tick_of(opened.case, stay, I.KEY) is row
    assert (row.ticked_on, row.note) == (None, "Hos varmemesteren")
    opened.undo()
    assert row.ticked_on == opened.today() - timedelta(days=2)


def test_what_the_program_knows_is_said_and_not_ticked(opened: OpenCase, stay: Stay) -> None:
    today = opened.today()
    assert not any(known(opened.case, item, today) for item in I)
    set_milestone(opened, MilestoneKind.ACTION_PLAN, today)
    with opened.action("Boligtilbud"):
        home = opened.case.add(Application(kind=ApplicationKind.HOUSING_LIST, what="Boligliste", sent_on=today))
        opened.case.add(HousingOffer(application_id=home.id, dwelling="Toværelses, Lundevej 4.",
                                     answer=OfferAnswer.ACCEPTED))
        opened.case.add(Application(kind=ApplicationKind.SUPPORT, what="Bostøtte", outcome=Outcome.YES,
                                    answered_on=today))
    assert known(opened.case, I.ACTION_PLAN, today).startswith("Det ved vi: Kommunens handleplan")
    assert "Toværelses, Lundevej 4." in known(opened.case, I.DWELLING, today)
    assert known(opened.case, I.SUPPORT, today).startswith("Det ved vi: Støtte i eget hjem")
    assert not known(opened.case, I.KEY, today)
    assert unticked_conditions(opened.case, stay) == [I.ACTION_PLAN, I.DWELLING]


def test_discharge_and_expulsion_are_two_things_with_two_ways_to_complain(opened: OpenCase) -> None:
    said = {how: complaint_words(how) for how in (*LeftHow, None)}
    assert "fire uger fra den dag" in said[LeftHow.DISCHARGED]
    assert "Ankestyrelsen" in said[LeftHow.DISCHARGED]
    for how in (LeftHow.LEADER, LeftHow.EXPELLED):
        assert "Man klager til Ankestyrelsen og giver klagen til lederen inden fire uger fra den dag" in said[how]
    assert "FOB 2023-26" in said[LeftHow.EXPELLED]
    assert "udskrivning" not in said[LeftHow.EXPELLED]
    assert said[LeftHow.LEADER] != said[LeftHow.EXPELLED]
    assert not any(said[how] for how in (LeftHow.MOVED, LeftHow.LEFT, LeftHow.DIED, None))
    assert "stk.\u00a04" in rule_words(LeftHow.EXPELLED)
    assert "stk.\u00a04" not in rule_words(LeftHow.DISCHARGED)
    assert "Find" in rule_words(LeftHow.LEFT) or "Led" in rule_words(LeftHow.LEFT)


def test_the_day_of_moving_out_is_a_day_of_the_stay(opened: OpenCase, stay: Stay) -> None:
    with pytest.raises(Refused):
        left_on(opened, stay, opened.today() + timedelta(days=1))
    with pytest.raises(Refused):
        left_on(opened, stay, date(2020, 1, 1))
    left_on(opened, stay, opened.today())
    assert stay_of_course(opened.case) is stay
    assert stay.left_on == opened.today()
    left_on(opened, stay, None)
    assert stay.left_on is None


def test_what_the_citizen_missed_stands_until_we_are_in_touch(opened: OpenCase) -> None:
    who, birgit = citizen_member(opened.case), add_new_professional(opened, "Birgit Holm", "sagsbehandler")
    assert who is not None
    with opened.action("Kom ikke"):
        missed = opened.case.add(MissedAppointment(on=opened.today(), what="Samtale", member_id=who.id))
        opened.case.add(MissedAppointment(on=opened.today(), what="Netværksmøde", member_id=birgit.id))
    assert unsettled(opened.case) == [missed]
    write(opened, missed, MissedAppointment.settled_on, opened.today(), "I kontakt")
    assert unsettled(opened.case) == []
