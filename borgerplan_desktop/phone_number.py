"""Telephone numbers as people read them aloud, also those from other countries."""
from __future__ import annotations

import re
from functools import cache

from borgerplan_desktop.i18n import NBSP


def phone_number(number: str) -> str:
    """"12 34 56 78", "+48 601 234 567", kept on one line; what is no such number as it was written."""
    digits = "".join(number.split())
    if not digits.isascii():
        return number.strip().replace(" ", NBSP)
    if len(digits) == 8 and digits.isdigit():
        return _in_pairs(digits)
    if digits.startswith(("+", "00")):
        return _foreign("+" + digits.removeprefix("00").removeprefix("+")) or number.strip().replace(" ", NBSP)
    return number.strip().replace(" ", NBSP)


def lacks_a_digit(number: str) -> bool:
    """Whether it reads as a Danish number that is one digit short of eight."""
    digits = re.sub(r"[\s.-]", "", number)
    return re.fullmatch(r"(\+45|0045)?[1-9]\d{6}", digits, re.ASCII) is not None


def _in_pairs(digits: str) -> str:
    return NBSP.join(digits[i:i + 2] for i in range(0, len(digits), 2))


@cache
def _foreign(number: str) -> str:
    """A number with its country, grouped as it is there; "" for what cannot be one."""
    # a third of a second that few need: not before somebody does
    import phonenumbers

    try:
        read = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(read):
        return ""
    country, _gap, rest = phonenumbers.format_number(
        read, phonenumbers.PhoneNumberFormat.INTERNATIONAL).partition(" ")
    grouped = _in_pairs(rest) if rest.isdigit() and len(rest) % 2 == 0 else rest   # Denmark, Greenland, and no pattern
    return f"{country}{NBSP}{grouped}".replace(" ", NBSP)
