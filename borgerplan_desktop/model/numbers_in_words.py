"""A CPR number that stands in somebody's words: what is seen of many at once, as Min dag and lists, shows it masked."""
from __future__ import annotations

import re
from unicodedata import decimal as digit

_BETWEEN = r"[\s/.,:_\-\u00ad\u2010-\u2015\u2212\u200b-\u200f\u2060\ufeff]{0,3}"     # as people write it, seen or not
_DAY = r"(?:[06][1-9]|[1278]\d|[39][01])"                # a replacement number's day is 60 more
_MONTH = r"(?:0[1-9]|1[0-2])"
_DATE = rf"{_DAY}{_BETWEEN}{_MONTH}{_BETWEEN}\d\d"
_FOUR_OF_A_YEAR = r"(?!(?<=\d[./-]\d\d)\d\d(?!\d))"      # 12.10.2026 is a day, whatever number follows it
_NUMBER = re.compile(rf"(?<!\d)({_DATE}){_FOUR_OF_A_YEAR}{_BETWEEN}(?:\d{{4}}|\d\d[ \u00a0]\d\d)(?!\d)")
_WITH_LETTERS = re.compile(rf"(?<![^\W_])({_DAY}{_MONTH}\d\d){_BETWEEN}"
                           r"(?=[0-9A-Z]*[A-Z])(?=[0-9A-Z]*\d)[0-9A-Z]{4}(?![^\W_])")
_WHOLE_YEAR = re.compile(rf"(?<!\d)({_DAY}{_MONTH}(?:18|19|20)\d\d)[-\u2010-\u2015\u2212]\d{{4}}(?!\d)")
_FEWEST = 7                                              # digits of a number with letters


def without_numbers(text: str, instead: str = r"\1-••••") -> str:
    """The words with every CPR number masked, "010180-••••", also replacement numbers of both kinds; `instead` is what
    stands there.
    """
    if sum(map(str.isdigit, text)) < _FEWEST:
        return text
    plain = text if text.isascii() else "".join(str(digit(each, each)) for each in text)
    masked = _WITH_LETTERS.sub(instead, _WHOLE_YEAR.sub(instead, _NUMBER.sub(instead, plain)))
    return masked if masked != plain else text           # other digits than 0-9 stay where nothing is masked

