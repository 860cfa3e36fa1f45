"""Partners are told when the frame is brought up to date: who is to be told, and who was, when."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.frame_people import facts_of, people_of, somebody
from borgerplan_desktop.model.framework import FramePerson, FrameRole, FrameTold, FrameVersion

WHO = (FrameRole.PARTNER, FrameRole.PROJECT_GROUP, FrameRole.STEERING_GROUP)


def partners(case: Case) -> list[FramePerson]:
    """Everybody who is told of a version, once, however many roles they have: partners first, then the groups; the
    project leader tells.
    """
    found: dict[object, FramePerson] = {}
    for each in people_of(case, *WHO):
        if facts_of(each).name:
            found.setdefault(somebody(each), each)
    return list(found.values())


def address_of(person: FramePerson) -> str:
    """Their mail address; "" where none is known."""
    return facts_of(person).email


def told_of(version: FrameVersion, person: FramePerson) -> FrameTold | None:
    """When they were told of a version; None = not yet."""
    who = somebody(person)
    return next((each for each in version.told if each.person_id == person.id or (
        (other := version.case.get(FramePerson, each.person_id)) is not None and somebody(other) == who)), None)


def to_tell(version: FrameVersion) -> list[FramePerson]:
    """Who has not been told of it yet."""
    return [each for each in partners(version.case) if told_of(version, each) is None]


def tell(opened: OpenCase, version: FrameVersion, people: Sequence[FramePerson], on: date | None = None) -> None:
    """They were told, today or that day; who was told before stays as it is written."""
    new = [each for each in people if told_of(version, each) is None]
    if not new:
        return
    with opened.action(N_("Partners were told of the frame"), still=lambda: all(
            told_of(version, each) is None for each in new)):
        for each in new:
            opened.case.add(FrameTold(version_id=version.id, told_on=on or opened.today(), person_id=each.id,
                                      who=facts_of(each).said, address=address_of(each)))


def take_back(opened: OpenCase, told: FrameTold) -> None:
    """It was written by mistake."""
    with opened.action(N_("Partners were not told of the frame")):
        opened.case.remove(told)
