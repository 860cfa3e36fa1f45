"""What was applied for: sent, answered, the homes that were offered; each step is one undo."""
from __future__ import annotations

from datetime import timedelta

import pytest

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.waiting.applications import (
    answer,
    answer_offer,
    answered_on,
    applications,
    ask_there,
    chase,
    offered_on,
    remove_application,
    remove_offer,
    send,
    sent_by,
    write_application,
    write_offer,
)
from borgerplan_desktop.casework.waiting.climb import nudge
from borgerplan_desktop.model.application import Application, ApplicationKind, Nudge, NudgeStep, OfferAnswer, Outcome
from borgerplan_desktop.model.network import citizen_member
from borgerplan_desktop.model.wait import open_waits

HOME = ApplicationKind.HOUSING_LIST


def test_what_is_sent_waits_and_is_asked_about_again(opened: OpenCase) -> None:
    today = opened.today()
    home = write_application(opened, HOME, "en lejlighed", "Boligforeningen")
    assert open_waits(opened.case) == []
    send(opened, home, today)
    assert home.nudge_on == today + timedelta(7)
    assert [wait.row for wait in open_waits(opened.case)] == [home]
    send(opened, home, today - timedelta(2))             # the day follows as long as nobody has chosen another
    assert home.nudge_on == today + timedelta(6)         # the fifth day is a Sunday
    with opened.action("x"):
        home.nudge_on = today + timedelta(30)
    send(opened, home, today - timedelta(3))
    assert home.nudge_on == today + timedelta(30)
    with pytest.raises(Refused):
        send(opened, home, today + timedelta(1))


def test_an_answer_ends_the_wait_and_can_be_taken_back(opened: OpenCase) -> None:
    home = write_application(opened, HOME, "en lejlighed", sent_on=opened.today())
    answer(opened, home, Outcome.NO)
    assert (home.outcome, home.answered_on) == (Outcome.NO, opened.today())
    assert open_waits(opened.case) == []
    opened.undo()
    assert (home.outcome, home.answered_on) == (Outcome.WAITING, None)
    answered_on(opened, home, opened.today())            # a day without an answer says nothing
    assert home.answered_on is None
    with pytest.raises(Refused) as refused:
        answer(opened, home, Outcome.YES, opened.today() - timedelta(1))
    assert refused.value.field == "answered_on"


def test_those_that_wait_come_first_and_the_newest_answer_first(opened: OpenCase) -> None:
    today = opened.today()
    old, new, draft = (write_application(opened, HOME, what, sent_on=day) for what, day in (
        ("a", today - timedelta(9)), ("b", today), ("c", None)))
    assert applications(opened) == ([draft, old, new], [])
    for each, on in ((old, today), (new, today)):
        answer(opened, each, Outcome.YES, on)
    answer(opened, old, Outcome.YES, today - timedelta(1))
    assert applications(opened) == ([draft], [new, old])


def test_the_office_comes_from_the_person(opened: OpenCase) -> None:
    birgit = add_new_professional(opened, "Birgit Krogh", "sagsbehandler", "Jobcenteret")
    money = write_application(opened, ApplicationKind.SINGLE_BENEFIT, "indskud")
    ask_there(opened, money, birgit)
    assert (money.member, money.office) == (birgit, "Jobcenteret")
    sent_by(opened, money, citizen_member(opened.case))
    chase(opened, money, birgit)
    assert money.chaser_id == birgit.id
    ask_there(opened, money, None)
    assert (money.member, money.office) == (None, "Jobcenteret")


def test_a_yes_to_a_home_is_the_answer_of_the_list(opened: OpenCase) -> None:
    home = write_application(opened, HOME, "en lejlighed", sent_on=opened.today())
    first, second = write_offer(opened, home, "Skovvej 3"), write_offer(opened, home, "Havnegade 1")
    answer_offer(opened, first, OfferAnswer.DECLINED)
    assert (first.answered_on, home.outcome) == (opened.today(), Outcome.WAITING)
    answer_offer(opened, second, OfferAnswer.ACCEPTED)
    assert home.outcome is Outcome.YES
    answer_offer(opened, second, OfferAnswer.OPEN)
    assert (home.outcome, home.answered_on, second.answered_on) == (Outcome.WAITING, None, None)
    with pytest.raises(Refused):
        offered_on(opened, first, opened.today() + timedelta(1))
    remove_offer(opened, first)
    assert home.offers == [second]


def test_what_is_removed_comes_back_whole(opened: OpenCase) -> None:
    home = write_application(opened, HOME, "en lejlighed", sent_on=opened.today())
    write_offer(opened, home, "Skovvej 3")
    nudge(opened, home, NudgeStep.MAIL)
    remove_application(opened, home)
    assert (opened.case.all(Application), opened.case.all(Nudge)) == ([], [])
    opened.undo()
    assert (len(home.offers), len(home.nudges)) == (1, 1)
