"""Why a paper is made, in the words that are offered: one stands there already, and any other may be written."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.plan_paper import Paper
from borgerplan_desktop.casework.plan.readers import plan_readers
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Reader

LONGEST = 120                                            # letters: a few words


def offered_purposes(opened: OpenCase, paper: Paper) -> list[str]:
    """What such a paper is made for, the usual first: it says no more of anybody than that they may have it."""
    named = [_("for {name}").format(name=member.contact.said_name)
             for member in plan_readers(opened.case, opened.today())[0]]
    first = [_("for the meeting")] if paper.meeting_id else []
    if paper.reader is Reader.CITIZEN:
        return [_("for the citizen"), *(first or [_("for the meeting")]), _("for the shelter's folder")]
    one = opened.case.get(NetworkMember, paper.member_id)
    theirs = [_("for {name}").format(name=one.contact.said_name)] if one is not None else []
    return list(dict.fromkeys([*theirs, *first, _("for others"), *named, _("for the meeting")]))
