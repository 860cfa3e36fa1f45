"""The plan of a case file: no archive is needed, nor anything of the store."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from borgerplan_desktop.casework.papers.unprintable_letters import unprintable, unprintable_message
from borgerplan_desktop.casework.papers.whose_copy import of_the_network
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.case_file import CaseFile, read_case, read_once, with_approvals
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Topic, may_share
from borgerplan_desktop.model.covered import EVERYTHING, Covered, covered_for
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.paper_language import Approved, approve_in, approved_now
from borgerplan_desktop.model.papers import Reader
from borgerplan_desktop.model.plan import PlanVersion, current_plan
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.signature import Signature

FROZEN_IN = "da"                                         # the language of what is adopted


@dataclass(frozen=True)
class Rendered:
    """The plan of a case file: its PDF, the edition it is (None = the draft), and what paper has no letters for."""

    pdf: bytes
    case: Case                                           # of the file: to read
    edition: int | None = None
    cannot_be_printed: str = ""
    kept_back: bool = False                              # it says less than was adopted: that is kept off paper since


def render_case_file(data: bytes | CaseFile, *, today: date, now: time | None = None, language: str = FROZEN_IN,
                     large_print: bool = False, edition: int | None = None, draft: bool = False,
                     for_others: bool = False, as_it_was: bool = False, whom: str = "") -> Rendered:
    """The plan of a case file; no archive is needed. The newest adopted edition that the file holds, else the draft;
    `edition` and `draft` ask for one of them. What is kept off paper since it was adopted stands only on the very paper
    that was adopted, where it is wanted `as_it_was`. `whom`: the copy for somebody of the network, with what consent
    covers today and nothing else. Raises CaseFileError, Refused when the edition is not in the file, and for a reader
    who is not there or may not be told of the plan.
    """
    from borgerplan_desktop.documents.plan import plan_pdf

    file = read_once(data)
    case = file.case()
    there = [v for v in current_plan(case).versions if not v.case_digest or v.case_digest in file.kept]
    found = None if draft else next((v for v in reversed(there) if edition in (None, v.number)), None)
    if edition is not None and found is None:
        numbers = ", ".join(str(v.number) for v in there)
        raise Refused(_("There is no version {number} in the file. It has: {numbers}.").format(
            number=edition, numbers=numbers) if numbers else _("There is no adopted version in the file."))
    reader, covered = Reader.of(case, for_others), EVERYTHING
    if whom:
        reader, covered = Reader.OTHERS, covered_today(case, of_the_network(case, whom), today)
    if found is None:
        pdf = plan_pdf(case, language=language, large_print=large_print, today=today, now=now, reader=reader,
                       covered=covered)
        return Rendered(pdf, case, None, unprintable_message(unprintable(case)))
    content = file.kept[found.case_digest] if found.case_digest else None
    hidden = content is not None and bool(kept_back(case)) and more_is_kept_back(case, read_case(content).case())
    if as_it_was and is_the_adopted_one(language, large_print, reader):
        hidden = False
    return Rendered(_edition(file, case, found, language, large_print, reader, hidden, covered), case, found.number,
                    unprintable_message(unprintable(case)), hidden)


def _edition(file: CaseFile, case: Case, version: PlanVersion, language: str, large_print: bool,
             reader: Reader, hidden: bool, covered: Covered) -> bytes:
    """As it was frozen; a file without the frozen case is itself the frozen one."""
    from borgerplan_desktop.documents.plan import plan_pdf

    if not hidden and is_the_adopted_one(language, large_print, reader) and version.pdf_digest in file.kept:
        from borgerplan_desktop.documents.only_a_paper import paper_at

        return paper_at(f"plan_version.{version.number}.pdf_digest", file.kept[version.pdf_digest])
    if version.case_digest:
        content = file.kept[version.case_digest]
        return draw_frozen(content, version.number, version.adopted_on, language, large_print, reader,
                           now=(lambda: case) if hidden else None, covered=covered, kept=file.kept.get,
                           approved=approved_now(case.register))
    return plan_pdf(case, language=language, large_print=large_print, today=version.adopted_on, version=version,
                    reader=reader, covered=covered)


def covered_today(case: Case, member: NetworkMember, today: date) -> Covered:
    """What somebody may be told of the plan that day. Raises Refused, with the reason, where that is nothing of it."""
    covered = covered_for(case, member, today)
    if not covered.line(None):
        raise Refused(may_share(case, member, Topic.PLAN, today).reason, "consent")
    return covered


def draw_frozen(file: bytes, number: int, adopted_on: date, language: str, large_print: bool,
                reader: Reader, drawn: Mapping[str, Signature] | None = None,
                said: Sequence[Mapping[str, Any]] | None = None, now: Callable[[], Case] | None = None,
                covered: Covered = EVERYTHING, kept: Callable[[str], bytes | None] | None = None,
                approved: Approved = ()) -> bytes:
    """An adopted edition from the case as it was frozen, with the day it was adopted; `said` stands instead of what was
    said to it then. `now` gives the case as it is where the address has been protected since, `kept` the logo of then,
    `approved` who has approved which language by now.
    """
    from borgerplan_desktop.documents.plan import plan_pdf

    case = (read_case(file) if said is None else read_case(with_approvals(file, number, said))).case()
    if kept is not None and case.register is not None:
        case.register.kept = kept
    approve_in(case, approved)
    if now is not None:
        from borgerplan_desktop.documents.paper_frame import as_kept_back_today

        case = as_kept_back_today(case, language, now())
    version = PlanVersion(number=number, adopted_on=adopted_on, plan_id=current_plan(case).id)
    return plan_pdf(case, language=language, large_print=large_print, today=adopted_on, version=version, reader=reader,
                    signatures=drawn, covered=covered)


def more_is_kept_back(now: Case, then: Case) -> bool:
    return any(old is not None and not getattr(old, name)
               for row, name in kept_back(now) for old in (then.get(type(row), row.id),))


def kept_back(case: Case) -> list[tuple[Row, str]]:
    """What the citizen or somebody else does not want on paper, by the row and the field that say so."""
    rows: list[tuple[Row, str]] = [(case.the(Citizen), Citizen.protected_address.key)]
    rows += [(member, NetworkMember.left_out_of_paper.key) for member in case.all(NetworkMember)]
    return [(row, name) for row, name in rows if getattr(row, name)]


def is_the_adopted_one(language: str, large_print: bool, reader: Reader) -> bool:
    return language == FROZEN_IN and not large_print and reader is Reader.CITIZEN
