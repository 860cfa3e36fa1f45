"""Which languages of the paper somebody who grew up with them has read and approved."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.paper_language import LANGUAGES, OUR_OWN
from borgerplan_desktop.model.shelter import ApprovedLanguage


def approve_language(shelter: OpenCase, language: str, by: str, on: date) -> None:
    """Papers in it are no drafts any more. Raises Refused without a name, for a day that has not come and for a
    language nobody needs to approve; Conflict, StoreTrouble.
    """
    who = without_numbers(one_line(by, "by"))
    if language not in LANGUAGES or language in OUR_OWN:
        raise Refused(_("Nobody needs to approve this language."), "language")
    if not who:
        raise Refused(_("Write who has read it."), "by")
    if on > shelter.today():
        raise Refused(_("That day has not come yet."), "on")
    with shelter.action(N_("Approved a language of the papers")):
        _withdraw(shelter, language)
        shelter.case.add(ApprovedLanguage(language=language, approved_by=who, approved_on=on))


def withdraw_approval(shelter: OpenCase, language: str) -> None:
    """It is a draft again. Raises Conflict, StoreTrouble."""
    with shelter.action(N_("Withdrew the approval of a language")):
        _withdraw(shelter, language)


def _withdraw(shelter: OpenCase, language: str) -> None:
    for row in list(shelter.case.all(ApprovedLanguage)):
        if row.language == language:
            shelter.case.remove(row)
