"""Search before create: who is here already and may be the same person."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.casework.access import Known, Likeness
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.cpr import check_cpr
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.order import danish

MOST = 4                                                 # that are shown
BEGINS = 3                                               # letters by which a name is looked up
MOST_WORDS = 6                                           # of a name that are looked up
LONG = 4                                                 # letters of a word that is looked up whole
SAME, ALIKE, LOOSELY = 97, 84, 60                        # of 100: how much two names are the same
_PLAIN = str.maketrans({"{": "ae", "|": "o", "}": "a"})  # æ, ø and å as `danish` sorts them, without their letters


class Because(Labelled):
    """Why somebody may be the same person, the surest first."""

    NUMBER = "number", N_("The same number")
    NAME_AND_BIRTH = "name_and_birth", N_("The same name and date of birth")
    BIRTH = "birth", N_("The same date of birth, and a name like it")
    NAME = "name", N_("The same name")
    ALIKE = "alike", N_("A name like it")
    NAME_ONLY = "name_only", N_("The same name, but another date of birth")


@dataclass(frozen=True)
class Alike:
    """Somebody who may be the same."""

    id: str
    name: str
    room: str
    is_closed: bool
    because: Because


def who_may_it_be(archive: Archive, name: str, number: str = "", born: date | None = None,
                  but: str = "") -> list[Alike]:
    """Who may be the same person as the one with these facts, the surest first; `but` is a case that is left out.

    Fast enough to ask while somebody types: the store chooses by its indexes, RapidFuzz tells how alike names are.
    Raises NotForYou, StoreTrouble.
    """
    checked = check_cpr(number)
    digits, ecpr = ("", "") if checked.error else (checked.digits, checked.ecpr)
    born = born or (checked.birth_date if not checked.error else None)
    numbered = archive.gate.with_number(digits, ecpr)
    words = _bare(danish(name).split())
    if not (words or numbered or born):
        return []
    known = {each.id: each for like in (_like(name, words), _like_anonymous(words)) if like is not None
             for each in archive.gate.known(like, born, numbered)}
    found = [(each, because) for each in known.values()
             if each.id != but and (because := _because(each, words, born, each.id in numbered))]
    order = list(Because)
    found.sort(key=lambda pair: (order.index(pair[1]), pair[0].is_closed, pair[0].sorted_as))
    return [Alike(each.id, each.name, each.room, each.is_closed, because) for each, because in found[:MOST]]


def _like(name: str, words: list[str]) -> Likeness:
    """By the first letters of each of its words, with another of them behind; and by its last word whole, so that a
    slip in the first letter is no hindrance.
    """
    beginnings = [(word[:BEGINS], next((other[0] for other in words if other is not word), ""))
                  for word in words if len(word) > 1]
    whole = [word for word in name.split() if len(word) >= LONG][-1:]
    return Likeness(beginnings[:MOST_WORDS], len(" ".join(words)), whole if len(words) > 1 else ())


def _like_anonymous(words: list[str]) -> Likeness | None:
    """Somebody who is called so here, and wants to be anonymous."""
    mark = _mark()
    return Likeness([(mark, words[0][0])], len(" ".join((mark, *words)))) if words else None


def _mark() -> str:
    """What stands before the name of whoever is anonymous, as it is sorted."""
    return danish(_("Anonymous {called}").format(called="")).strip()


def _bare(words: list[str]) -> list[str]:
    """The words of a name without that they want to be anonymous."""
    return words[1:] if len(words) > 1 and words[0] == _mark() else words


def _because(each: Known, words: list[str], born: date | None, numbered: bool) -> Because | None:
    if numbered:
        return Because.NUMBER
    score = _likeness(words, _bare(each.sorted_as.split()))
    if born is not None and each.birth_date is not None:
        if born == each.birth_date:
            return Because.NAME_AND_BIRTH if score >= SAME else Because.BIRTH if score >= LOOSELY else None
        return Because.NAME_ONLY if score >= SAME else None
    return Because.NAME if score >= SAME else Because.ALIKE if score >= ALIKE else None


def _likeness(words: list[str], theirs: list[str]) -> float:
    """How much two names are the same, 0–100, whatever the order of their words; a first name alone is not like a whole
    one. Written on a keyboard without æ, ø and å a name is like it, and no more.
    """
    from rapidfuzz import fuzz

    ours, other = " ".join(sorted(words)), " ".join(sorted(theirs))
    plain = fuzz.ratio(ours.translate(_PLAIN), other.translate(_PLAIN), score_cutoff=LOOSELY)
    return max(fuzz.ratio(ours, other, score_cutoff=LOOSELY), min(plain, SAME - 1))
