"""The citizen's wish for who gives the support at home: asked, passed on by consent, answered with a reason."""
from __future__ import annotations

from datetime import timedelta

import pytest

from borgerplan_desktop.casework.leaving.home_support import (
    answer_wish,
    answered_on,
    ask_about_support,
    asked_on,
    choose_recipient,
    choose_supporter,
    has_no_wish,
    may_pass_on,
    passed_on,
)
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.leaving import WishAnswer, wish_of


def test_asked_and_no_wish_is_an_answer(opened: OpenCase) -> None:
    assert wish_of(opened.case) is None
    wish = ask_about_support(opened)
    assert ask_about_support(opened) is wish
    assert wish.asked_on == opened.today()
    has_no_wish(opened, wish, True)
    assert wish.no_wish
    with pytest.raises(Refused):
        asked_on(opened, wish, opened.today() + timedelta(days=1))
    opened.undo()
    assert not wish.no_wish


def test_it_goes_to_the_municipality_by_consent_and_comes_back_with_a_reason(opened: OpenCase) -> None:
    birgit = add_new_professional(opened, "Birgit Holm", "sagsbehandler")
    mette = add_new_professional(opened, "Mette Kjær", "bostøtte")
    wish = ask_about_support(opened)
    choose_supporter(opened, wish, mette)
    assert may_pass_on(opened.case, wish, opened.today()) is None
    choose_recipient(opened, wish, birgit)
    assert (wish.member, wish.to) == (mette, birgit)
    with pytest.raises(Refused):
        passed_on(opened, wish, opened.today())
    give_consent(opened, Asked("At få en bolig", [birgit], [Topic.HOUSING], GivenHow.ORALLY, told_before=True))
    passed_on(opened, wish, opened.today())
    with pytest.raises(Refused):
        answered_on(opened, wish, opened.today() - timedelta(days=1))
    answer_wish(opened, wish, WishAnswer.NO)
    assert wish.answered_on == opened.today()
    answer_wish(opened, wish, WishAnswer.WAITING)
    assert wish.answered_on is None
    assert wish.passed_on == opened.today()
