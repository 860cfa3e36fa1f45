"""Plain words: long sentences, words of the office, words that judge. Only hints: who writes decides.

The words are those of the house's own guide for plain Danish; the text judged is Danish.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from borgerplan_desktop.i18n import N_

LONG_SENTENCE = 25                                       # words; more than that is hard to hold together
_ENDS = re.compile(r"[.!?…]+[)»\"”]*\s+(?=[»\"„(]?[A-ZÆØÅÉ])|\n+")
_WORD = re.compile(r"\w+(?:[-'’./]\w+)*")

LONG = N_("A long sentence. Split it in two?")
PLAIN = N_("»{word}« → »{plain}«")
WHO = N_("»{word}«: who does it? Begin with the name.")
OPINION = N_("»{word}« is an opinion. Write what happened, and when.")
PERSON = N_("»{word}« says what somebody is. Write what they have, or what they do.")
UNCLEAR = N_("»{word}« is hard to understand. Say it as you would say it aloud.")


class Hint(NamedTuple):
    """Where it is about, what is said (a msgid), and the words to put there instead, "" when nobody can know them;
    `better`: plainer words that fit only some sentences, to be said and not put there.
    """

    start: int
    end: int
    says: str
    word: str = ""
    plain: str = ""
    better: str = ""


_PLAIN = {
    "varetage": "tage sig af", "varetaget": "taget sig af",
    "fremsende": "sende", "fremsender": "sender", "fremsendte": "sendte", "fremsendt": "sendt",
    "påbegynde": "begynde", "påbegynder": "begynder", "påbegyndte": "begyndte", "påbegyndt": "begyndt",
    "vedrørende": "om", "angående": "om", "såfremt": "hvis", "i henhold til": "efter", "jævnfør": "se",
    "forud for": "før", "med henblik på at": "for at", "på nuværende tidspunkt": "nu",
    "herudover": "også", "endvidere": "også", "ligeledes": "også",
    "derudover": "også", "samt": "og", "eftersom": "fordi", "desangående": "om det",
    "anvende": "bruge", "anvender": "bruger", "anvendte": "brugte", "anvendt": "brugt",
    "modtage": "få", "modtager": "får", "modtog": "fik", "modtaget": "fået",
    "ansøge om": "søge om", "ansøger om": "søger om", "ansøgte om": "søgte om", "ansøgt om": "søgt om",
    "forespørge": "spørge", "forespørger": "spørger", "tilkendegive": "sige", "tilkendegiver": "siger",
    "tilkendegav": "sagde", "tilkendegivet": "sagt",
    "afholde møde": "holde møde", "afholder møde": "holder møde", "afholdt møde": "holdt møde",
    "være behjælpelig med": "hjælpe med", "er behjælpelig med": "hjælper med",
    "progression": "fremskridt",
    "udeblev fra": "kom ikke til", "udeblevet fra": "ikke kommet til", "udeblevet": "ikke kommet",
    "udebliver fra": "kommer ikke til",
    "misbrugsbehandling": "rusmiddelbehandling", "misbrugsbehandlingen": "rusmiddelbehandlingen",
    "lider af": "har", "udslusningen": "vejen til egen bolig",
    "indskrevet": "flyttet ind", "mangler netværk": "vil gerne se flere mennesker",
}
_FIRST: dict[str, str] = dict.fromkeys(("herudover", "endvidere", "ligeledes", "derudover"), "Og så")     # begins
_BETTER = {                                              # somebody may come between their words, or one of two fits
    "iværksætte": "sætte i gang", "iværksætter": "sætter i gang", "iværksatte": "satte i gang",
    "iværksat": "sat i gang",
    "varetager": "tager sig af", "varetog": "tog sig af", "udeblev": "kom ikke", "udebliver": "kommer ikke",
    "nægter": "siger nej til", "nægtede": "sagde nej til", "på baggrund af": "på grund af",
    "ovenstående": "det her", "foranstående": "det her", "udslusning": "på vej i egen bolig",
}
_UNCLEAR = ("compliance", "problemstilling", "problemstillingen", "kompetencer", "nærværende", "relevante parter",
            "relevante samarbejdspartnere", "målgruppe", "målgruppen", "udfordret", "udfordringer", "ressourcestærk",
            "ressourcesvag", "ressourcesvage", "helhedsorienteret", "tværfaglig", "tværfagligt", "motivere",
            "funktionsniveau", "funktionsniveauet", "mestring", "inddragelse")
_OPINION = ("umotiveret", "umotiverede", "manipulerende", "manipulerer", "ustabil", "ustabilt", "usamarbejdsvillig",
            "krævende", "mislykket", "mislykkedes", "doven", "dårlig betaler")
_PERSON = ("misbruger", "misbrugeren", "misbrugere", "alkoholiker", "alkoholikeren", "narkoman", "narkomanen",
           "skizofren", "borderliner", "psykotisk", "psykisk syg", "psykisk syge", "kriminel", "boligløs", "boligløse",
           "hjemløs grønlænder", "udsat grønlænder", "klient", "klienten", "gældsramt", "offer for")
_WHO = ("der rettes henvendelse", "der tages kontakt", "der afholdes", "der indgås aftale", "der indgås",
        "der ydes", "der iværksættes", "der foretages", "der fremsendes",
        "der følges op", "der ansøges", "der bevilges", "varetaget af")


_SAID = {**dict.fromkeys((*_PLAIN, *_BETTER), PLAIN), **dict.fromkeys(_UNCLEAR, UNCLEAR),
         **dict.fromkeys(_OPINION, OPINION), **dict.fromkeys(_PERSON, PERSON), **dict.fromkeys(_WHO, WHO)}
_BY_FIRST: dict[str, list[str]] = {}                     # what begins with a word, the longest first
for _said in sorted(_SAID, key=len, reverse=True):
    _BY_FIRST.setdefault(_said.split()[0].rstrip(","), []).append(_said)


def hints(text: str) -> list[Hint]:
    """What could be said plainer, in its order; a long sentence comes before the words in it."""
    small, words = text.lower(), [(each.start(), each.end()) for each in _WORD.finditer(text)]
    found, taken = _long_sentences(text, [start for start, _end in words]), 0
    if len(small) != len(text):                          # letters that are longer when they are small
        return found
    for start, end in words:
        if start >= taken and (said := _begins_with(small, start, end)):
            taken = start + len(said)
            word, plain = text[start:taken], _PLAIN.get(said, "")
            if word[0].isupper():
                plain = _FIRST.get(said, plain[:1].upper() + plain[1:])
            found.append(Hint(start, taken, _SAID[said], word, plain, _BETTER.get(said, "")))
    return sorted(found, key=lambda hint: (hint.start, -hint.end))


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each begins and ends. "kl. 13.00", "3. marts" and "bl.a. om" end none; a line break does."""
    found, start = [], 0
    for end in _ENDS.finditer(text):
        found.append((start, end.start() + len(end.group().rstrip())))
        start = end.end()
    return [*found, (start, len(text.rstrip()))]


def _long_sentences(text: str, words: list[int]) -> list[Hint]:
    return [Hint(start, end, LONG) for start, end in sentences(text)
            if bisect_left(words, end) - bisect_left(words, start) > LONG_SENTENCE]


def _begins_with(small: str, start: int, end: int) -> str:
    """The official word or words that begin here, "" when none do."""
    for said in _BY_FIRST.get(small[start:end], ()):
        after = start + len(said)
        if small.startswith(said, start) and not (small[after:after + 1].isalnum() or small[after:after + 1] == "-"):
            return said
    return ""
