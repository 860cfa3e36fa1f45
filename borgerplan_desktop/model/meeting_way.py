"""Kinds of meetings, and other ways to hold one: each is a point or two of a kind of its own, and changes what happens
there.
"""
from __future__ import annotations

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled


class MeetingKind(Labelled):
    NETWORK = "network", N_("Network meeting")
    FOLLOW_UP = "follow_up", N_("Follow-up")
    DISTRIBUTION = "distribution", N_("Distribution meeting")
    TALK = "talk", N_("Talk")


class PointKind(Labelled):
    """What happens at a point of the agenda."""

    TALK = "talk", N_("Talk")
    MAKE_AGENDA = "make_agenda", N_("We make the agenda")
    PRIVATE = "private", N_("Private time")
    PROPOSAL = "proposal", N_("The proposal")
    THINK_ALOUD = "think_aloud", N_("Professionals think aloud")
    ANSWER = "answer", N_("The citizen answers")


class Way(Labelled):
    """How the meeting is held, chosen while it is prepared."""

    AGENDA = "agenda", N_("With the agenda as it stands")
    MADE_IN_THE_ROOM = "made_in_the_room", N_("We make the agenda together in the room")
    PRIVATE_TIME = "private_time", N_("Private time: the citizen and the network make a proposal")
    THINK_ALOUD = "think_aloud", N_("Professionals think aloud, then the citizen answers")

    @property
    def points(self) -> tuple[PointKind, ...]:
        return _POINTS[self]


_POINTS: dict[Way, tuple[PointKind, ...]] = {
    Way.AGENDA: (), Way.MADE_IN_THE_ROOM: (PointKind.MAKE_AGENDA,),
    Way.PRIVATE_TIME: (PointKind.PRIVATE, PointKind.PROPOSAL),
    Way.THINK_ALOUD: (PointKind.THINK_ALOUD, PointKind.ANSWER)}
