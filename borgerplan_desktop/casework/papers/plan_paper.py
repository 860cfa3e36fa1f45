"""The plan on paper: as it is today or as it was adopted, for the citizen or for others, in any thread."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked
from borgerplan_desktop.casework.papers.file_names import file_name, number_of_files
from borgerplan_desktop.casework.papers.plan_of_file import (
    FROZEN_IN,
    draw_frozen,
    is_the_adopted_one,
    kept_back,
    more_is_kept_back,
)
from borgerplan_desktop.casework.plan.adoption import adopted_pdf, valid_version
from borgerplan_desktop.casework.plan.approvals import signatures
from borgerplan_desktop.casework.plan.versions import frozen_case
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.documents.case_file import written
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.consent import TopicAnswer
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.paper_language import OUR_OWN, apart, approved_now, with_beside
from borgerplan_desktop.model.papers import Delivery, Document, DocumentKind, MadeHow, Reader
from borgerplan_desktop.model.plan import PlanVersion
from borgerplan_desktop.store.audit import Did

if TYPE_CHECKING:
    from borgerplan_desktop.documents.consent_form import FormSaid

CONSENT_FILE = N_("consent")
PRINTED, SAVED = N_("Printed the plan"), N_("Saved the plan as a file")


@dataclass(frozen=True)
class Paper:
    """A plan on paper: `draw` makes its PDF in any thread, the rest is what goes on record of it."""

    draw: Callable[..., bytes]                           # of several in one it may be told of the progress
    file_name: str                                       # the case number and nothing about the person
    language: str                                        # "pl", or "pl+da" with the Danish beside it
    large_print: bool = False
    version: PlanVersion | None = None                   # the adopted one that it says; None = a draft
    reader: Reader = Reader.CITIZEN
    kind: DocumentKind = DocumentKind.PLAN
    drawn_now: bool = True                               # from the case as it is; else as it was kept
    printed: str = PRINTED                               # what goes on record, as msgids
    saved: str = SAVED
    kept: str = ""                                       # the digest of a paper that was kept as it was
    with_signatures: bool = False                        # also those that came after it was adopted
    meeting_id: str = ""                                 # of the meeting it is about; "" = of none, or not said
    purpose: str = ""                                    # why it is made, in a few words, as it goes on record
    password: str = field(default="", repr=False)        # of a copy that is saved: "" = it opens for everybody
    member_id: str = ""                                  # whose own copy it is; "" = nobody's

    parts: tuple[Paper, ...] = ()                        # of several in one: each goes on record by itself

    def drawing(self, progress: Callable[[float], None]) -> bytes:
        """The PDF; of several in one each step is told, and there it may be stopped."""
        return self.draw(progress) if self.parts else self.draw()

    def as_file(self, progress: Callable[[float], None]) -> bytes:
        """What a copy of it is as a file: locked where it has a password."""
        pdf = self.drawing(progress)
        if not self.password:
            return pdf
        from borgerplan_desktop.casework.papers.with_password import locked

        return locked(pdf, self.password)


def plan_paper(opened: OpenCase, language: str = FROZEN_IN, large_print: bool = False,
               for_others: bool = False) -> Paper:
    """The plan as it is on paper today: the adopted version while it is valid, else the draft."""
    valid = valid_version(opened)
    if valid is not None:
        return adopted_paper(opened, valid, language, large_print, for_others, as_it_was=False)
    reader = Reader.of(opened.case, for_others)
    draw = partial(_draw, opened.reader(), opened.now(), language, large_print, reader)
    return Paper(draw, _plan_file(opened.case, None), language, large_print, None, reader)


def plan_for(opened: OpenCase, language: str, for_others: bool) -> Paper:
    """The same in the size its reader reads best."""
    return plan_paper(opened, language, opened.case.the(Citizen).paper_large and not for_others, for_others)


def adopted_paper(opened: OpenCase, version: PlanVersion, language: str = FROZEN_IN, large_print: bool = False,
                  for_others: bool = False, as_it_was: bool = True) -> Paper:
    """The paper of an adopted version: as it was frozen, or drawn from the frozen case the first time somebody wants it
    in another print, language or for another reader. Raises LookupError when it is not kept.

    An address that has been protected since, and who has been left out of paper since, stand only on the very paper
    that was adopted, where it is wanted `as_it_was`.
    """
    reader = Reader.of(opened.case, for_others)
    made = partial(Paper, file_name=_plan_file(opened.case, version), language=language, large_print=large_print,
                   version=version, reader=reader, drawn_now=False)
    hidden = is_kept_back_since(opened, version)
    if not hidden or (as_it_was and is_the_adopted_one(language, large_print, reader)):
        frozen = _frozen(opened, version, language, large_print, reader)
        if frozen is not None:
            return made(lambda: frozen)
    case = opened.kept(version.case_digest)
    if case is None:
        raise LookupError(f"nothing is kept under {version.case_digest!r}")
    drawn, approved = signatures(opened, version.approvals), approved_now(opened.case.register)
    return made(Once(partial(draw_frozen, case, version.number, version.adopted_on, language, large_print, reader,
                             drawn, now=opened.reader() if hidden else None, kept=_logo(opened), approved=approved)))


def signed_paper(opened: OpenCase, version: PlanVersion, language: str = FROZEN_IN,
                 large_print: bool = False) -> Paper:
    """A copy of an adopted version with what has been said and signed since it was frozen; what was frozen stays as it
    was, beside it. Raises LookupError when it is not kept.
    """
    case = opened.kept(version.case_digest)
    if case is None:
        raise LookupError(f"nothing is kept under {version.case_digest!r}")
    said = [written(each) for each in version.approvals]
    draw = Once(partial(draw_frozen, case, version.number, version.adopted_on, language, large_print, Reader.CITIZEN,
                         signatures(opened, version.approvals), said,
                         opened.reader() if is_kept_back_since(opened, version) else None, kept=_logo(opened),
                         approved=approved_now(opened.case.register)))
    return Paper(draw, _plan_file(opened.case, version), language, large_print, version, drawn_now=False,
                 with_signatures=True)


def _frozen(opened: OpenCase, version: PlanVersion, language: str, large_print: bool, reader: Reader) -> bytes | None:
    """The bytes that were made of it before: they are used again, but not where they may say of their language that it
    is a draft, or no draft, which can be another matter today.
    """
    if is_the_adopted_one(language, large_print, reader) and version.pdf_digest:
        return adopted_pdf(opened, version)
    if not {each for each in apart(language) if each} <= OUR_OWN:
        return None
    for made in reversed(opened.case.all(Document)):
        if (made.kind, made.version, with_beside(made.language, made.beside), made.large_print, made.reader) == (
                DocumentKind.PLAN, version.number, language, large_print, reader) \
                and made.made_how is not MadeHow.SIGNED and made.digest not in ("", version.pdf_digest) \
                and (content := opened.kept(made.digest)) is not None:
            return content
    return None


def is_kept_back_since(opened: OpenCase, version: PlanVersion) -> bool:
    """Whether something may not stand on paper now that stood there when the version was adopted."""
    if not kept_back(opened.case):
        return False
    try:
        return more_is_kept_back(opened.case, frozen_case(opened, version))
    except Refused:                                      # nothing can be drawn of it
        return True


def _logo(opened: OpenCase) -> Callable[[str], bytes | None] | None:
    return opened.case.register.kept if opened.case.register is not None else None


class Once:
    """Draws when it is asked for the first time: what goes on record is what went to the printer."""

    def __init__(self, draw: Callable[[], bytes]) -> None:
        self._draw, self._drawn = draw, b""

    def __call__(self) -> bytes:
        self._drawn = self._drawn or self._draw()
        return self._drawn


def _draw(read: Callable[[], Case], now: datetime, language: str, large_print: bool, reader: Reader) -> bytes:
    """Reads the case anew: the open one belongs to another thread."""
    from borgerplan_desktop.documents.plan import plan_pdf

    return plan_pdf(read(), language=language, large_print=large_print, today=now.date(), now=now.time(), reader=reader)


def _plan_file(case: Case, version: PlanVersion | None) -> str:
    number = number_of_files(case) or "plan"
    return f"{number}-{version.number}.pdf" if version else f"{number}.pdf"


def form_said(asked: Asked) -> FormSaid:
    """What is asked, as the form says it."""
    from borgerplan_desktop.documents.consent_form import FormSaid

    answers = dict.fromkeys(asked.topics, TopicAnswer.YES) | dict.fromkeys(asked.refused, TopicAnswer.NO)
    return FormSaid(asked.purpose, [m.id for m in asked.persons], answers, asked.other_topic,
                    [m.id for m in asked.fetch_from], asked.not_to_share, asked.consequence, asked.given_on,
                    asked.expires_on, asked.told_before, asked.given_how, asked.with_interpreter,
                    asked.with_lay_representative)


def consent_paper(opened: OpenCase, asked: Asked | None, language: str = FROZEN_IN, large_print: bool = False) -> Paper:
    """The consent form as it is filled in so far; None = an empty one, for a pen."""
    from borgerplan_desktop.documents.consent_form import FormSaid

    said = form_said(asked) if asked is not None else FormSaid()
    draw = partial(_draw_form, opened.reader(), opened.today(), said, language, large_print)
    return Paper(draw, file_name(opened.case, _(CONSENT_FILE)), language, large_print, kind=DocumentKind.CONSENT_FORM,
                 printed=N_("Printed the consent form"), saved=N_("Saved the consent form as a file"))


def _draw_form(read: Callable[[], Case], today: date, said: FormSaid, language: str, large_print: bool) -> bytes:
    from borgerplan_desktop.documents.consent_form import consent_form_pdf

    return consent_form_pdf(read(), said, language=language, large_print=large_print, today=today)


def paper_was_made(opened: OpenCase, how: MadeHow, paper: Paper) -> Document:
    """A paper was printed or saved as a file: it is on record, in the list of papers and in the audit.

    Of an adopted version the paper itself is kept too, in every print and language it was made in. Of several in one
    each is on record by itself; returned is the last.
    """
    if paper.parts:
        return [paper_was_made(opened, how, replace(each, purpose=paper.purpose, password=paper.password))
                for each in paper.parts][-1]
    printed, version = how is MadeHow.PRINTED, paper.version
    language, beside = apart(paper.language)
    name = paper.printed if printed else paper.saved
    with opened.action(name, undoable=False):
        digest = paper.kept
        if version is not None and paper.with_signatures:
            _keep_as_signed(opened, paper, version)
        elif version is not None:
            digest = opened.keep(paper.draw())           # of the one that was adopted it is the digest it has already
        made = opened.case.add(Document(
            made_at=opened.now(), kind=paper.kind, made_how=how, made_by=opened.who, language=language, beside=beside,
            large_print=paper.large_print, reader=Reader.ONE if paper.member_id else paper.reader,
            version=version.number if version else None, digest=digest, meeting_id=paper.meeting_id or None,
            purpose=one_line(paper.purpose, "purpose"), has_password=bool(paper.password) and not printed))
        if (member := opened.case.get(NetworkMember, paper.member_id)) is not None:
            opened.case.add(Delivery(given_on=opened.today(), document_id=made.id, member_id=member.id,
                                     to_name=member.contact.name, what=_(paper.kind.label)))
    opened.record(Did.PRINTED if printed else Did.EXPORTED, name)
    return made


def _keep_as_signed(opened: OpenCase, paper: Paper, version: PlanVersion) -> None:
    """The copy with its signatures is kept once, beside what was frozen; who signs later makes another."""
    digest = opened.keep(paper.draw())
    language, beside = apart(paper.language)
    if not any(each.digest == digest for each in opened.case.all(Document)):
        opened.case.add(Document(
            made_at=opened.now(), kind=DocumentKind.PLAN, made_how=MadeHow.SIGNED, made_by=opened.who,
            language=language, beside=beside, large_print=paper.large_print, version=version.number, digest=digest))


def share_ties(opened: OpenCase, yes: bool) -> None:
    """The citizen said whether others may see on their copies how ties are now."""
    how = opened.case.the(Cooperation)
    if how.ties_may_be_shared is not yes:
        with opened.action(N_("Asked whether others may see how ties are now")):
            how.ties_may_be_shared = yes
