"""The Danish civil registration number: an impossible date is an error, a failed control digit only a notice.

Since 1 October 2007 numbers are issued that fail modulus 11 and are fully valid; a day + 60 marks a replacement number.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from stdnum.dk import cpr as stdnum_cpr
from stdnum.exceptions import ValidationError

from borgerplan_desktop.i18n import _


@dataclass(frozen=True)
class CprCheck:
    """`digits` = ten digits or "" (missing is fine); `error` refuses, `notice` only tells."""

    digits: str
    error: str = ""
    notice: str = ""
    birth_date: date | None = None


def check_cpr(text: str) -> CprCheck:
    """Check a number as typed: "120580-1234", "1205801234", with blanks; empty is fine."""
    digits = re.sub(r"[\s\-–]", "", text)
    if not digits:
        return CprCheck("")
    if not re.fullmatch(r"[0-9]{10}", digits):
        return CprCheck("", error=_("A CPR number has ten digits. Leave it empty if there is none."))
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


def masked(digits: str) -> str:
    """"120580-••••"."""
    return f"{digits[:6]}-••••" if digits else ""


def written(digits: str) -> str:
    """"120580-1234"."""
    return f"{digits[:6]}-{digits[6:]}" if digits else ""
