"""A case of which only the map is left, without names: for supervision and teaching."""
from __future__ import annotations

from borgerplan_desktop.documents.paper.two_languages import main_of
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.model.anonymous import CITIZEN, Instead, anonymous_names
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import CoordinatorAssignment
from borgerplan_desktop.model.network import Involvement, NetworkMember, Representation, Support, Tie
from borgerplan_desktop.model.row import Row

# Whatever somebody wrote tells who it is: only choices, days and places are left. What is new in a row is left out
# until it is named here.
KEPT: dict[type[Row], tuple[str, ...]] = {
    NetworkMember: ("place", "kind", "being", "sector", "ring", "reach", "x", "y", "tie", "own_doctor", "is_relative",
                    "is_peer", "is_volunteer", "left_out_of_paper", "removed_on"),
    Tie: ("one_id", "other_id", "quality"), Support: ("giver_id", "receiver_id", "kind"),
    Involvement: ("member_id", "phase", "involved_as"), Representation: ("member_id", "kind", "since", "until"),
    CoordinatorAssignment: ("member_id", "since", "until", "temporary", "ends_coordination")}


def without_names(case: Case, instead: Instead, words: Words) -> Case:
    """The people of the map as numbers or initials, and how they stand to each other; nothing of the plan, the shelter
    or the citizen.
    """
    called = anonymous_names(case, words.say, instead)
    rows: list[Row] = [Citizen(id=case.the(Citizen).id, name=main_of(words.say(CITIZEN)))]
    for kind, kept in KEPT.items():
        for row in case.all(kind):
            values = {name: getattr(row, name) for name in kept}
            if isinstance(row, NetworkMember):
                values["name"] = called[row.id]
            rows.append(kind(id=row.id, **values))
    return Case(case.id, rows)
