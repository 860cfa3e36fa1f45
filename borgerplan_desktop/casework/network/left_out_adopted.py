"""Adopted plans in which the name of somebody who is left out of paper still stands: they stay as they were adopted."""
from __future__ import annotations

from borgerplan_desktop.casework.network.left_out import still_named
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import PlanVersion


def adopted_with_the_name(opened: OpenCase, member: NetworkMember) -> list[int]:
    """The numbers of the versions that name them in somebody's words. Raises NotForYou, StoreTrouble, CaseFileError."""
    found = []
    for version in sorted(opened.case.all(PlanVersion), key=lambda each: each.number):
        data = opened.kept(version.case_digest) if version.case_digest else None
        if data is not None:
            then = read_case(data).case()
            if still_named(then, then.get(NetworkMember, member.id) or member):
                found.append(version.number)
    return found
