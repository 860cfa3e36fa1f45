"""What the citizen has said must not be shared, in their own words, and with whom they wish that nobody talks: read
before a mail, a paper or a call goes out.
"""
from __future__ import annotations

from collections.abc import Iterable

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.paper_kinds import OF_A_MEETING, PaperKind
from borgerplan_desktop.i18n import _, listed
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.compared_versions import Compared
from borgerplan_desktop.model.covered import not_to_share
from borgerplan_desktop.model.knowledge import Knowledge
from borgerplan_desktop.model.meeting_reader import MeetingFor
from borgerplan_desktop.model.network import NetworkMember, askable
from borgerplan_desktop.model.papers import DocumentKind, Reader


def said_not_to_share(opened: OpenCase, members: Iterable[NetworkMember]) -> str:
    """One line for those with whom nobody is to talk, and for those about whom the same was said; "" where nothing was.
    """
    found: dict[str, list[str]] = {}
    members = list(members)
    for member in members:
        for words in not_to_share(opened.case, member, opened.today()):
            found.setdefault(words, []).append(member.contact.said_name)
    name = opened.case.the(Citizen).first_name.strip() or _("The citizen")
    wish = do_not_talk(opened, members)
    return "\n".join([wish] * bool(wish) + [_("{name} has said what must not be shared with {who}: »{words}«").format(
        name=name, who=listed(names), words=words.rstrip(".")) for words, names in found.items()])


def do_not_talk(opened: OpenCase, members: Iterable[NetworkMember]) -> str:
    """A calm line about those of them with whom the citizen wishes that nobody talks; "" = none of them."""
    names = [member.contact.said_name or _("Somebody without a name") for member in members if member.do_not_talk]
    name = opened.case.the(Citizen).first_name.strip() or _("The citizen")
    return _("{name} wishes that we do not talk with {who}.").format(name=name, who=listed(names)) if names else ""


def beside_the_name(opened: OpenCase, member: NetworkMember) -> str:
    """The same as it stands beside the person's name."""
    wish = do_not_talk(opened, [member])
    return " ".join([wish] * bool(wish) + [_("Must not be shared: »{words}«").format(words=words.rstrip("."))
                                           for words in not_to_share(opened.case, member, opened.today())])


def of_everybody(opened: OpenCase) -> str:
    """The same of everybody around the citizen: for a paper that may go to any of them."""
    return said_not_to_share(opened, askable(opened.case))


def of_reader(opened: OpenCase, kind: PaperKind, about: str) -> str:
    """The same of whoever the paper about a row is for; "" for a paper that is the citizen's own, or is for nobody of
    the network.
    """
    if kind.reader_of(about) is Reader.CITIZEN or not about:
        return ""
    if kind.kind is DocumentKind.PLAN_DIFFERENCE:
        about = Compared.of(about).reader
    row = opened.case.get(Knowledge, about)
    about = MeetingFor.of(about).reader if kind.kind in OF_A_MEETING else about
    member = row.member if row is not None else opened.case.get(NetworkMember, about)
    return said_not_to_share(opened, [member]) if member is not None else ""
