"""What citizens say of the house, and what came of it. Nobody is named: it is about the house, not about one course.

`shelter` is the shelter's own case.
"""
from __future__ import annotations

import re
from datetime import date, timedelta

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.house_ideas import HouseIdea, IdeaStatus
from borgerplan_desktop.model.numbers_in_words import without_numbers

CHANGED = N_("Changed an idea")
ANSWER_WITHIN = timedelta(days=30)                       # then somebody is reminded that there is no answer
MOST_ASKED = 15                                          # words of one text that may be somebody's name
_CAPITAL = re.compile(r"\b[A-ZÆØÅÉÖÜ][\w'’-]+")


def add_idea(shelter: OpenCase, words: str, where: str = "") -> HouseIdea:
    """What was said today. Raises Refused without words."""
    if not words.strip():
        raise Refused(_("Write what was said."), "words")
    with shelter.action(N_("Wrote down an idea")):
        return shelter.case.add(HouseIdea(said_on=shelter.today(), words=words.strip(), where=where.strip()))


def remove_idea(shelter: OpenCase, idea: HouseIdea) -> None:
    with shelter.action(N_("Removed an idea")):
        shelter.case.remove(idea)


def came_to(shelter: OpenCase, idea: HouseIdea, status: IdeaStatus) -> None:
    """How far we are with it; it is answered today when it is done, or cannot be. Raises Refused while nothing says
    what we did, or why not.
    """
    settled = status in (IdeaStatus.DONE, IdeaStatus.NOT_POSSIBLE)
    if settled and not idea.answer.strip():
        raise Refused(_("Write what we did, or why it cannot be done."), "answer")
    with shelter.action(CHANGED):
        idea.status = status
        idea.answered_on = (idea.answered_on or shelter.today()) if settled else None


def said_on(shelter: OpenCase, idea: HouseIdea, on: date | None) -> None:
    """The day it was said. Raises Refused for a day to come, or none."""
    if on is None or on > shelter.today():
        raise Refused(_("Write the day it was said."), "said_on")
    with shelter.action(CHANGED):
        idea.said_on = on


def hang(shelter: OpenCase, idea: HouseIdea, on_poster: bool) -> None:
    """Whether it stands on the poster."""
    with shelter.action(CHANGED):
        idea.on_poster = on_poster


def waiting(case: Case) -> list[HouseIdea]:
    """Those without an answer, the oldest first."""
    return [each for each in case.all(HouseIdea) if each.answered_on is None]


def answered(case: Case) -> list[HouseIdea]:
    """Those with one, the newest first."""
    return [each for each in case.all(HouseIdea)[::-1] if each.answered_on is not None]


def calls(case: Case, today: date) -> list[HouseIdea]:
    """Those that have waited too long for an answer."""
    return [each for each in waiting(case) if each.said_on + ANSWER_WITHIN <= today]


def who_is_named(shelter: OpenCase, text: str) -> str:
    """What of somebody stands in it, as it is written there: a citizen's name, or a CPR number; "" = nothing.

    Raises NotForYou, StoreTrouble.
    """
    if without_numbers(text) != text:
        return _("a CPR number")
    for word in list(dict.fromkeys(_CAPITAL.findall(text)))[:MOST_ASKED]:
        if any(word.casefold() in name.casefold().split() for name in shelter.called(word)):
            return word
    return ""
