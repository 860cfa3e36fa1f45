"""The languages of the paper: what they are called, who has read them, and two of them on one page.

Where a language is handed on as one word, "pl+da" is Polish with the Danish beside it.
"""
from __future__ import annotations

from typing import Any

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


Approved = tuple[dict[str, Any], ...]                     # approvals, to be handed to another thread


def approved_now(register: Case | None) -> Approved:
    """What an older case is to know of them, which was kept without them: a translation is as good as it is today."""
    return tuple(each.values() for each in approvals(register).values())


def approve_in(then: Case, approved: Approved) -> None:
    """The older case, read for one paper, knows today's approvals and no others."""
    if then.register is None:
        return
    rows = [each for each in then.register.rows() if not isinstance(each, ApprovedLanguage)]
    register = Case(then.register.id, [*rows, *(ApprovedLanguage(**each) for each in approved)], then.register.seen)
    register.kept = then.register.kept
    then.register = register


def is_draft(language: str, register: Case | None) -> bool:
    """Whether nobody who grew up with the language has read the paper's words in it."""
    return language not in OUR_OWN and language not in approvals(register)
