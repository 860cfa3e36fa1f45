"""The Danish words: one for one thing, and none that nobody would say aloud with the citizen beside."""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from borgerplan_desktop.model.figures.aims import AIMS
from borgerplan_desktop.model.framework import FrameQuestion, FrameSection
from borgerplan_desktop.model.implementation_plan import Objective

CATALOGUES = Path(__file__).parents[1] / "translations" / "da" / "LC_MESSAGES"
BORGERPLAN = Path(__file__).parents[1] / "borgerplan_desktop"
BOTH = ("borgerplan", "paper")
SAID_APART = {                                           # on paper others read along, so it does not say "du"
    "A home with help for as long as it is needed.", "A residence until less support is enough.",
    "Close help at home for a time.", "One steady person, or help in a home of one's own.",
    "Anybody can just come.", "A stay here for a time, with help day and night.",
    "Told how to complain", "Wish for support at home"}  # a thing to do, and the same done; a heading that stands alone
ALLOWED = {"Which municipality is responsible for you",  # the citizen's own matter there, as the municipality calls it
           "Crime prevention",                           # what the law calls it
           *(each.label for words in (FrameSection, FrameQuestion, Objective) for each in words),    # the form's own
           *(each.words for each in AIMS)}               # as the municipality's plan has them


def danish(domain: str) -> Iterator[tuple[str, str]]:
    """(msgid, what is said) of a catalogue; of a plural every form."""
    with (CATALOGUES / f"{domain}.po").open("rb") as file:
        for message in read_po(file):
            id = message.id if isinstance(message.id, str) else message.id[0]
            said = (message.string,) if isinstance(message.string, str) else message.string or ()
            yield from ((id, form) for form in said if id)


@pytest.mark.parametrize("domain", BOTH)
@pytest.mark.parametrize("instead", [
    pytest.param(r"\b(sag|sagen|sager|sagerne|sagens|sagers)\b", id="forløb"),
    pytest.param(r"sagsfil", id="borgerfil"),
    pytest.param(r"\bindsats(en)?\b", id="hjælp"),
    pytest.param(r"\b\w{2,}ér\b", id="no accent on what one is asked to do"),
    pytest.param(r"(synes|tror|ved) jeg, (det|der)\b", id="no comma within a knot"),
    pytest.param(r"formular", id="blanket"),
    pytest.param(r"\bversion(?!})", id="udgave"),
    pytest.param(r"\b(klient|beboer|patient)\b", id="a name, or borgeren"),
    pytest.param(r"\brykke(r|re|ren)\b|\budslus|\bindskrev|\budeblev", id="plain words"),
    pytest.param(r"\bdesværre\b|\bvenligst\b|!", id="calm words"),
    pytest.param(r"\binden (\d|en|to|tre|fire) (uge|dag|hverdag)(?!r? fra)", id="inden for, or from which day"),
])
def test_one_word_for_one_thing(domain: str, instead: str) -> None:
    found = {id: said for id, said in danish(domain) if re.search(instead, said, re.IGNORECASE) and id not in ALLOWED}
    assert found == {}


def test_screen_and_paper_call_a_thing_the_same() -> None:
    screen, paper = dict(danish("borgerplan")), dict(danish("paper"))
    found = {id: (screen[id], paper[id]) for id in screen.keys() & paper.keys() if screen[id] != paper[id]}
    assert found.keys() == SAID_APART


def test_what_the_citizen_carries_home_says_nothing_only_staff_say() -> None:
    office = r"efterværn|handlekommune|visitation\b|myndighed\b|jf\.|\bSEL\b"
    to_authorities = re.compile(r"§|Acting|acting municipality|Authority|ladder", re.IGNORECASE)
    found = {id: said for id, said in danish("paper")
             if re.search(office, said, re.IGNORECASE) and not to_authorities.search(id)}
    assert found == {}


@pytest.mark.parametrize("domain", BOTH)
@pytest.mark.parametrize("instead", [
    pytest.param(r"\bopslaget\b", id="plakaten"),
    pytest.param(r"\bfælles ramme\b", id="den overordnede ramme, as the model calls it"),
    pytest.param(r"\bmisbrugs", id="rusmiddelbehandling"),
    pytest.param(r"\bdroppe", id="valgt fra"),
    pytest.param(r"\btilstand\b(?! og velvære)", id="status: a house and its papers are not ill"),
    pytest.param(r"\bhakke(r|s|t)?\b", id="krydses af"),
    pytest.param(r"\bTalt af\b", id="talt sammen fra"),
])
def test_one_word_for_one_thing_of_the_house(domain: str, instead: str) -> None:
    found = {id: said for id, said in danish(domain) if re.search(instead, said, re.IGNORECASE) and id not in ALLOWED}
    assert found == {}


def test_what_is_undone_in_the_house_is_named_as_one_would_do_it() -> None:
    """It is read after »Fortryd:« – »Fortryd: Hent tilbud fra en fil«, not »Fortryd: Hentede …«."""
    rooms = [BORGERPLAN / "casework" / each for each in ("directory", "house", "frame", "activities", "figures")]
    acts = {id for room in rooms for path in room.glob("*.py")
            for id in re.findall(r'action\(\s*N_\("([^"]+)"\)', path.read_text("utf-8"))}
    assert len(acts) > 30
    said = dict(danish("borgerplan"))
    told = re.compile(r"\w+(ede|gte|dte)\b|(Tog|Lod|Gav|Skrev)\b")
    assert {said[id] for id in acts if told.match(said[id])} == set()
