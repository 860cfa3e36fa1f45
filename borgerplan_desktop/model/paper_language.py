"""The languages of the paper: what they are called, who has read them, and two of them on one page.

Where a language is handed on as one word, "pl+da" is Polish with the Danish beside it.
"""
from __future__ import annotations

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.shelter import ApprovedLanguage

DANISH = "da"
LANGUAGES = {DANISH: N_("Danish"), "en": N_("English"), "pl": N_("Polish"), "ro": N_("Romanian"),
             "kl": N_("Greenlandic")}
OUR_OWN = frozenset({DANISH, "en"})                      # written by us, not translated: nobody needs to approve them
ALWAYS_BESIDE = frozenset({"kl"})                        # not all of it is known yet: the Danish stands beside it


def with_beside(language: str, beside: str) -> str:
    """Both as one word; a language beside itself is that language alone."""
    return f"{language}+{beside}" if beside and beside != language else language


def apart(spoken: str) -> tuple[str, str]:
    """The language, and the one beside it ("" = none)."""
    language, _plus, beside = spoken.partition("+")
    return language, beside


def approvals(register: Case | None) -> dict[str, ApprovedLanguage]:
    """Who has approved which language, of those that somebody must."""
    rows = register.all(ApprovedLanguage) if register is not None else []
    return {each.language: each for each in rows if each.approved_by.strip()}


def is_draft(language: str, register: Case | None) -> bool:
    """Whether nobody who grew up with the language has read the paper's words in it."""
    return language not in OUR_OWN and language not in approvals(register)
