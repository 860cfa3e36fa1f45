"""The one door to paper: every word that reaches a page has been through `clean`; and how words break into lines.

Nothing here or behind it parses markup, so `<b>` is three characters like any others.
"""
from __future__ import annotations

import re
import unicodedata

from borgerplan_desktop import i18n
from borgerplan_desktop.documents.paper import fonts
from borgerplan_desktop.documents.paper.printable_letters import LETTER_GAP, MARKS, SIGN_GAP, fill_gaps, gap, sets
from borgerplan_desktop.documents.paper.two_languages import main_of
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.text import with_breaks

LONGEST = 100_000                                        # characters: what the longest field of the model takes
REST = N_("… (the rest is in the program)")               # ends what is longer than that
SHORT = 9                                                # characters: so is a word that takes a quarter of its line
NBSP, SHY = "\u00a0", "\u00ad"
_HARMLESS = re.compile("[ -~æøåÆØÅéü»«–…§\u00a0]*")       # most texts: they need no closer look
_GAPS = re.compile(r" *\n(?: *\n)+ *")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"(?<=[\w.§]) (\d{1,2})(?=[ .,)–\u00a0]|$)")
_DAY = re.compile(r"(\b\d{1,2}\.) (?=[a-zæøå])|(\b\d{1,2}) (?=Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_VOWELS = frozenset("aeiouyæøåäöéAEIOUYÆØÅ")


class _Door(dict[int, "int | str | None"]):
    """Code point -> what goes through: itself, a plain space, nothing, or a gap for the mark (for `str.translate`)."""

    def __missing__(self, code: int) -> int | str | None:
        self[code] = through = self._decide(code)
        return through

    @staticmethod
    def _decide(code: int) -> int | str | None:
        char = chr(code)
        if char == "\n" or char == NBSP:
            return code
        kind = unicodedata.category(char)
        if kind == "Zs" or char == "\t":                 # however wide
            return " "
        if kind in ("Cc", "Cf", "Zl", "Zp") or 0xFE00 <= code <= 0xFE0F:
            return None                                  # control, zero-width, direction override, variation selector
        return code if sets(char) else gap(char)         # a mark beats wrong letters


_door = _Door()


def clean(text: str, language: str = "da") -> str:
    """A person's text as it may stand on paper: no hidden characters, no gaps, and for what cannot be set a visible
    mark in the paper's language.
    """
    text = main_of(text)
    if len(text) > LONGEST:
        rest = i18n.words("paper", "da").gettext(REST)   # Danish, as what the person wrote
        text = text[:LONGEST - len(rest)].rstrip() + rest
    if not _HARMLESS.fullmatch(text):
        text = _through_the_door(text)
        if "\n" in text:
            text = _GAPS.sub("\n\n", text)
        say = i18n.words("paper", language).gettext
        text = fill_gaps(text, *map(say, MARKS))
    return text.strip()


def can_be_set(text: str) -> bool:
    """Whether all of the text can stand on paper as it is. The one answer, for paper, warning and screens."""
    return bool(_HARMLESS.fullmatch(text)) or not {LETTER_GAP, SIGN_GAP} & set(_through_the_door(text))


def _through_the_door(text: str) -> str:
    text = with_breaks(unicodedata.normalize("NFC", text))
    return text.replace("i\u0307", "i").translate(_door)           # a Turkish İ made small: its dot is there already


def one_line(text: str, language: str = "da") -> str:
    """The same for a name or a title, which has no line breaks."""
    return " ".join(clean(text, language).split())


def bind(text: str) -> str:
    """Numbers stay with their word (mål 3, kl. 10, Kajgade 4), days with their month (29. oktober, 29 October), and a
    dash with what it follows: no line begins with one.
    """
    text = text.replace(" – ", f"{NBSP}– ").replace(" - ", f"{NBSP}- ")
    if not _DIGIT.search(text):
        return text
    return _DAY.sub(r"\1\2" + NBSP, _NUMBER.sub(NBSP + r"\1", text))


def break_lines(text: str, font: str, size: float, width: float) -> list[str]:
    """The text as lines no wider than `width` points. A line ends in the space it was broken at, so that nobody hears
    two words as one; a word broken inside ends in a soft hyphen, an address in nothing.
    """
    text = bind(text)
    if "\n" not in text and fonts.width(text, font, size) <= width:
        return [text] if text else []
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if lines:
            lines[-1] += " "
        lines += _break(paragraph, font, size, width)
    return lines


def _break(paragraph: str, font: str, size: float, width: float) -> list[str]:
    space = fonts.width(" ", font, size)
    lines: list[list[str]] = [[]]
    inside: set[int] = set()                             # the lines that end inside a word
    used = 0.0
    for word in filter(None, paragraph.split(" ")):
        wide = fonts.width(word, font, size)
        if lines[-1] and used + space + wide <= width:
            lines[-1].append(word)
            used += space + wide
            continue
        if wide > width and NBSP in word:                # bound too tightly to fit: let go
            return _break(paragraph.replace(NBSP, " "), font, size, width)
        *whole, last = _pieces(word, font, size, width) if wide > width else (word,)
        if lines[-1]:
            lines.append([])
        for piece in whole:
            lines[-1].append(piece)
            inside.add(len(lines) - 1)
            lines.append([])
        lines[-1].append(last)
        used = wide if not whole else fonts.width(last, font, size)
    if len(lines) - 2 not in inside:
        _keep_company(lines, font, size, width)
    ends = ["" if number in inside else " " for number in range(len(lines) - 1)] + [""]
    return [" ".join(words) + end for words, end in zip(lines, ends, strict=True)]


def _keep_company(lines: list[list[str]], font: str, size: float, width: float) -> None:
    """A short word does not stand alone on the last line: the one before it comes down."""
    if len(lines) < 2 or len(lines[-1]) != 1 or len(lines[-2]) < 3:
        return
    pair = [lines[-2][-1], *lines[-1]]
    if len(pair[1]) > SHORT and fonts.width(pair[1], font, size) > width / 4:
        return
    if fonts.width(" ".join(pair), font, size) <= width:
        del lines[-2][-1]
        lines[-1] = pair


def _pieces(word: str, font: str, size: float, width: float) -> list[str]:
    """A word too wide for a line, cut where a reader would: after a hyphen or the like, else between syllables."""
    room, pieces = width - fonts.width("-", font, size), []
    while True:
        fits, used = 0, 0.0
        while fits < len(word) and (used := used + fonts.width(word[fits], font, size)) <= room:
            fits += 1
        if fits == len(word) or (fits == len(word) - 1 and used <= width):
            return [*pieces, word]
        at, hyphen = _cut(word, max(1, fits))
        pieces.append(word[:at] + hyphen)
        word = word[at:]


def _cut(word: str, fits: int) -> tuple[int, str]:
    """Where to cut a word of which `fits` characters fit, and the mark that shows the cut."""
    for at in range(fits, max(1, fits // 3), -1):
        if word[at - 1] in "-–/@_.,;":
            return at, ""
    for at in range(fits, max(2, fits // 2), -1):        # Danish: a single consonant goes with the vowel after it
        if len(word) - at > 2 and word[at:at + 2].isalpha() and word[at - 1].isalpha() \
                and word[at] not in _VOWELS and word[at + 1] in _VOWELS:
            return at, SHY
    return fits, SHY if word[fits - 1:fits + 1].isalpha() else ""
