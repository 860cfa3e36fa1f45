"""A consent signed on the screen: the strokes and the form as it was signed are kept, and shown again as they were."""
from __future__ import annotations

from dataclasses import replace

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, hindrances
from borgerplan_desktop.casework.papers.file_names import file_name
from borgerplan_desktop.casework.papers.plan_paper import CONSENT_FILE, Paper, form_said
from borgerplan_desktop.casework.papers.reading_language import signed_in
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.consent import Consent, GivenHow
from borgerplan_desktop.model.paper_language import apart, with_beside
from borgerplan_desktop.model.papers import Document, DocumentKind, MadeHow, Reader
from borgerplan_desktop.model.signature import Signature


def as_signed(asked: Asked) -> Asked:
    """The same form, signed."""
    return replace(asked, given_how=GivenHow.SIGNED)


def sign_consent(opened: OpenCase, asked: Asked, signature: Signature) -> Consent:
    """The citizen said yes and signed on the screen; the form is kept as it was signed, in their language. Raises
    Refused when the form is not specific, or nothing is written.
    """
    from borgerplan_desktop.documents.consent_form import consent_form_pdf

    asked, now = as_signed(asked), opened.now()
    for hindrance in hindrances(opened, asked, said_no=False):
        raise hindrance
    if not signature.is_written:
        raise Refused(_("Nothing is written yet. Sign in the field."), "signature")
    said = replace(form_said(asked), from_on=asked.given_on or now.date(), signature=signature, signed_at=now)
    spoken = signed_in(opened.case)
    language, beside = apart(spoken)
    pdf = consent_form_pdf(opened.case, said, language=spoken, today=now.date())
    with opened.action(N_("Signed a consent on the screen")):
        consent = give_consent(opened, asked)
        consent.signature_digest, consent.signed_at = opened.keep(signature.to_bytes()), now
        opened.case.add(Document(
            made_at=now, kind=DocumentKind.CONSENT_FORM, made_how=MadeHow.SIGNED, made_by=opened.who, language=language,
            beside=beside, digest=opened.keep(pdf), consent_id=consent.id))
    return consent


def signed_form(opened: OpenCase, consent: Consent) -> Document | None:
    """The form as it was signed on the screen."""
    return next((each for each in opened.case.of(Document, Document.consent_id, consent.id)
                 if each.made_how is MadeHow.SIGNED and each.digest), None)


def kept_paper(opened: OpenCase, document: Document) -> Paper | None:
    """A paper that was kept as it was; None = it was not kept. An adopted plan is one only in its copy as signed, and
    in those that others got.
    """
    itself = document.version is None or document.made_how is MadeHow.SIGNED or document.reader is not Reader.CITIZEN
    content = opened.kept(document.digest) if document.digest and itself else None
    if content is None:
        return None
    spoken = with_beside(document.language, document.beside)
    if document.kind is DocumentKind.PLAN:
        return Paper(lambda: content, file_name(opened.case, str(document.version)), spoken,
                     document.large_print, reader=document.reader, drawn_now=False, kept=document.digest)
    return Paper(lambda: content, file_name(opened.case, _(CONSENT_FILE)), spoken, document.large_print,
                 kind=document.kind, drawn_now=False, printed=N_("Printed the consent form"),
                 saved=N_("Saved the consent form as a file"), kept=document.digest)
