"""The Danish civil registration number: an impossible date is an error, a failed control digit only a notice.

Since 1 October 2007 numbers are issued that fail modulus 11 and are fully valid; a day + 60 marks a replacement number.
Health services issue replacement numbers with letters (X-eCPR, D-eCPR) to people who have none: a kind of its own.
"""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.i18n import _

_BETWEEN = "/.,:_\u2212"                                  # what people write between the digits, beside the dashes
_APART = frozenset({"Pd", "Zs", "Zl", "Zp", "Cc", "Cf"})           # dashes, spaces, what nobody can see
_WITH_LETTERS = re.compile(r"[0-9]{6}[0-9A-Z]{4}")


@dataclass(frozen=True)
class CprCheck:
    """`digits` = ten digits or "" (missing is fine), `ecpr` one with letters; `error` refuses, `notice` only tells."""

    digits: str
    error: str = ""
    notice: str = ""
    birth_date: date | None = None
    ecpr: str = ""


def check_cpr(text: str) -> CprCheck:
    """Check a number as typed: "120580-1234", "1205801234", with blanks, any dash, stroke or dot; empty is fine."""
    digits = "".join(c for c in text if c not in _BETWEEN and unicodedata.category(c) not in _APART)
    if not digits:
        return CprCheck("")
    if _WITH_LETTERS.fullmatch(digits.upper()) and not digits.isdigit():
        return CprCheck("", ecpr=digits.upper())
    if not re.fullmatch(r"[0-9]{10}", digits):
        return CprCheck("", error=_("A CPR number has ten digits. Leave it empty if there is none."))
    from stdnum.dk import cpr as stdnum_cpr  # it brings the web and its encryption: not before somebody has a number
    from stdnum.exceptions import ValidationError

    day = int(digits[:2])
    real = f"{day - 60:02}{digits[2:]}" if day > 60 else digits
    try:
        born = stdnum_cpr.get_birth_date(real)
    except (ValidationError, ValueError):
        return CprCheck("", error=_("The date in the CPR number does not exist. Check the first six digits."))
    notice = ""
    if stdnum_cpr.checksum(real) != 0:
        notice = _("The CPR number does not match its control digit. "
                   "It may be right all the same. Check it, and go on.")
    return CprCheck(digits, notice=notice, birth_date=born)


def worth_a_look(checked: CprCheck, born: date | None) -> str:
    """What is said of a number that may be right all the same: its control digit, another date of birth beside it."""
    other_day = born is not None and checked.birth_date is not None and born != checked.birth_date
    words = [checked.notice, _("The number and the date of birth do not say the same day. Look which of them is right.")
             if other_day else ""]
    return " ".join(each for each in words if each)


def masked(digits: str) -> str:
    """"120580-••••"."""
    return f"{digits[:6]}-••••" if digits else ""


def written(digits: str) -> str:
    """"120580-1234"."""
    return f"{digits[:6]}-{digits[6:]}" if digits else ""
