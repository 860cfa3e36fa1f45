"""In which form somebody stands on the map."""
from __future__ import annotations

from borgerplan_desktop.model.map.shapes import Shape
from borgerplan_desktop.model.network import Being, MemberKind, NetworkMember, Reach


def shape_of(member: NetworkMember) -> Shape:
    """Animals and places have their own; people are round, and squared where it is their work to help."""
    if member.being is not Being.PERSON:
        return Shape.ANIMAL if member.being is Being.ANIMAL else Shape.PLACE
    return Shape.SQUARED if member.kind is MemberKind.PROFESSIONAL else Shape.ROUND


def stands_outside(member: NetworkMember) -> bool:
    """Whether they stand outside the rings: they still matter, and cannot be reached."""
    return member.reach is not Reach.IN_REACH
