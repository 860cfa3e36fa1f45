"""A partner changed an agreement and told us: it is written as coming from them, with how it was before."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement, AgreementChange


def in_words(agreement: Agreement) -> str:
    """How it stands: what, and when."""
    due = day(agreement.due_on) if agreement.due_on is not None else ""
    return " · ".join(part.strip() for part in (agreement.text, agreement.when, due) if part.strip())


def change_by_partner(opened: OpenCase, agreement: Agreement, member: NetworkMember | None, on: date | None, why: str,
                      text: str, when: str = "", due_on: date | None = None) -> AgreementChange:
    """The agreement is as the partner says from now on; who, when and why stands beside it.

    Raises Refused when nobody is named, nothing is new, or the day has not come.
    """
    if member is None:
        raise Refused(_("Choose who changed it."), "member")
    if on is None or on > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "on")
    if not text.strip():
        raise Refused(_("Write what is agreed now."), "text")
    if (text.strip(), when.strip(), due_on) == (agreement.text, agreement.when, agreement.due_on):
        raise Refused(_("Nothing is new yet. Write what is agreed now, or another day."), "text")
    with opened.action(N_("A partner changed an agreement")):
        made = opened.case.add(AgreementChange(on=on, agreement_id=agreement.id, member_id=member.id,
                                               before=in_words(agreement), why=why.strip()))
        agreement.text, agreement.when, agreement.due_on = text.strip(), when.strip(), due_on
    return made


def changes_of(agreement: Agreement) -> list[AgreementChange]:
    """Oldest first."""
    return agreement.case.of(AgreementChange, AgreementChange.agreement_id, agreement.id)


def last_changes(case: Case) -> list[tuple[Agreement, AgreementChange]]:
    """What partners have changed, the newest first."""
    return [(agreement, each) for each in reversed(case.all(AgreementChange))
            if (agreement := case.get(Agreement, each.agreement_id)) is not None]


def change_words(change: AgreementChange, today: date) -> str:
    """"Birgit Holm ændrede det 12. november. Før: …. Derfor: …"."""
    who = change.member.contact.said_name if change.member is not None else _("Somebody of the network")
    said = [_("{who} changed it {date}.").format(who=who, date=day(change.on, today))]
    if change.before:
        said.append(_("Before: »{words}«.").format(words=change.before.rstrip(".")))
    if change.why:
        said.append(_("Why: {words}").format(words=change.why))
    return " ".join(said)
