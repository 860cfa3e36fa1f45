"""Whose copy a paper is, as somebody wrote it: the whole name, the first one, or the id."""
from __future__ import annotations

from collections.abc import Sequence

from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import _, listed
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import NetworkMember, people


def called(among: Sequence[NetworkMember], whom: str) -> NetworkMember | None:
    """Who of these is meant; None = nobody. Raises Refused where several fit."""
    wanted = whom.casefold().strip()
    found = [each for each in among if each.id == whom or each.contact.name.casefold() == wanted] or [
        each for each in among if each.contact.first_name.casefold() == wanted]
    if len(found) > 1:
        raise Refused(_("Several fit. Write the whole name."))
    return found[0] if found else None


def of_the_network(case: Case, whom: str) -> NetworkMember:
    """Somebody of the citizen's network. Raises Refused for nobody, several, and the citizen, whose own copy bears no
    name.
    """
    among = people(case)
    member = called([*among, *(each for each in case.all(NetworkMember) if each.is_citizen)], whom)
    if member is None:
        names = listed([each.contact.name for each in among if each.contact.name.strip()])
        raise Refused(_("There is nobody of that name in the network. Those who are: {names}.").format(names=names)
                      if names else _("Nobody is in the network yet."))
    if member.is_citizen:
        raise Refused(_("The citizen's own copy is made without --for."))
    return member
