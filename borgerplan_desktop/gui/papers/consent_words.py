"""What stands on record about a person and the citizen's answers, in sentences."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import _, day, listed
from borgerplan_desktop.model.consent import Consent, LegalBasis, TopicAnswer
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Delivery


def how_given(consent: Consent) -> str:
    """How the answer came about; a law is never called a consent."""
    if consent.basis is LegalBasis.STATUTE:
        return _("By law, not by consent: {law}").format(law=consent.basis_law)
    how = _("Said no") if consent.said_no else \
        _("Signed on the screen") if consent.signature_digest else _(consent.given_how.label)
    if consent.written_down_by and not consent.said_no:
        how = _("Given orally, written down by {name}").format(name=consent.written_down_by)
    return how


def until(consent: Consent, member: NetworkMember, today: date) -> str:
    """How long it lasts for the person, or that it lasts no more."""
    withdrawn = consent.withdrawn_for(member)
    if withdrawn is not None:
        return _("Withdrawn {date}").format(date=day(withdrawn, today))
    if consent.said_no:
        return _("Said no")
    return _("Until it is withdrawn") if consent.expires_on is None else day(consent.expires_on, today)


def record_lines(consent: Consent, member: NetworkMember, today: date) -> list[str]:
    """A form, or a law, with everything that happened to it since, for the person: the first line is its head."""
    lines = [f"{day(consent.given_on, today)} · {how_given(consent)}"]
    purposes = "; ".join(line.strip() for line in consent.purpose.splitlines() if line.strip())
    if purposes:
        lines.append(_("Reason: {reason}").format(reason=purposes) if consent.basis is LegalBasis.STATUTE else
                     _("For: {purpose}").format(purpose=purposes))
    yes = _("About: {topics}") if consent.basis is LegalBasis.STATUTE else _("Yes: {topics}")
    for answer, words in ((TopicAnswer.YES, yes), (TopicAnswer.NO, _("No: {topics}"))):
        said = [_(topic.label).lower() for topic, given in consent.answers.items()
                if (TopicAnswer.NO if consent.said_no else given) is answer]
        if said:
            lines.append(words.format(topics=listed(said)))
    if consent.may_fetch_from(member) and not consent.said_no:
        lines.append(_("We may also ask them for information."))
    lines += [_("From {date}: no longer about {topic}").format(date=day(each.narrowed_on, today),
                                                            topic=_(each.topic.label).lower())
              for each in consent.narrowings if each.member_id == member.id and each.topic is not None]
    withdrawn = consent.withdrawn_for(member)
    if withdrawn is not None:
        lines.append(_("Withdrawn {date}").format(date=day(withdrawn, today)))
    elif consent.expires_on is not None and not consent.said_no:
        words = _("Ended {date}") if consent.expires_on < today else _("Until {date}")
        lines.append(words.format(date=day(consent.expires_on, today)))
    return lines


def shared_words(delivery: Delivery, today: date) -> str:
    """What was shared and when; without consent, by which law."""
    law = _("by law: {law}").format(law=delivery.override_law) if delivery.override_law else ""
    return ", ".join(part for part in (delivery.what, day(delivery.given_on, today), law) if part)
