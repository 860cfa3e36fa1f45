"""The plan for one of the network: only what consent covers today, their name on every page; on record as given."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.plan_of_file import FROZEN_IN, covered_today
from borgerplan_desktop.casework.papers.plan_paper import Once, Paper, plan_paper
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.covered import covered_for
from borgerplan_desktop.model.network import NetworkMember, people
from borgerplan_desktop.model.paper_language import approve_in, approved_now
from borgerplan_desktop.model.papers import Reader
from borgerplan_desktop.model.plan import PlanVersion, current_plan


def may_have_a_copy(opened: OpenCase) -> list[NetworkMember]:
    """Who may be told of the plan today, all of it or a part."""
    return [each for each in people(opened.case) if covered_for(opened.case, each, opened.today()).line(None)]


def plan_copy(opened: OpenCase, member: NetworkMember, language: str = FROZEN_IN, large_print: bool = False) -> Paper:
    """The adopted version while it is valid, else the draft. Raises Refused where they may not be told of the plan;
    drawing does too, when a consent has been withdrawn since. LookupError when the version is not kept.
    """
    covered_today(opened.case, member, opened.today())
    usual = plan_paper(opened, language, large_print, for_others=True)
    frozen = opened.kept(usual.version.case_digest) if usual.version is not None else None
    if usual.version is not None and frozen is None:
        raise LookupError(f"nothing is kept under {usual.version.case_digest!r}")
    said = (usual.version.number, usual.version.adopted_on) if usual.version is not None else None
    draw = partial(_drawn, opened.reader(), frozen, said, member.id, opened.now(), language, large_print)
    # it is drawn for today's consent, so no bytes that were made before are used again; but once it is made, it is on
    # record as it is, whatever is withdrawn while the printer works
    return replace(usual, draw=Once(draw), reader=Reader.OTHERS, drawn_now=True, member_id=member.id)


def _drawn(read: Callable[[], Case], frozen: bytes | None, version: tuple[int, date] | None, member_id: str,
           now: datetime, language: str, large_print: bool) -> bytes:
    from borgerplan_desktop.documents.case_file import read_case
    from borgerplan_desktop.documents.paper_frame import as_kept_back_today
    from borgerplan_desktop.documents.plan import plan_pdf

    case = read()
    member = case.get(NetworkMember, member_id)
    if member is None:
        raise Refused(_("The person is not in the network any more."), "consent")
    may = covered_today(case, member, now.date())
    if frozen is None or version is None:
        return plan_pdf(case, language=language, large_print=large_print, today=now.date(), now=now.time(),
                        reader=Reader.OTHERS, covered=may)
    then = read_case(frozen).case()
    if then.register is not None and case.register is not None:
        then.register.kept = case.register.kept          # the logo of then
    approve_in(then, approved_now(case.register))
    then = as_kept_back_today(then, language, case)
    number, adopted_on = version
    edition = PlanVersion(number=number, adopted_on=adopted_on, plan_id=current_plan(then).id)
    return plan_pdf(then, language=language, large_print=large_print, today=adopted_on, version=edition,
                    reader=Reader.OTHERS, covered=may)
