"""Who is left out of paper, and where their name still stands in a text that papers say: ours to mend, by hand.

Words are never changed by themselves: they are somebody's own.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from borgerplan_desktop.i18n import N_, _, listed, ngettext
from borgerplan_desktop.model.admission import ActingMunicipality, AdmissionStep, Residence
from borgerplan_desktop.model.application import Application, HousingOffer, Nudge
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.consent import Consent
from borgerplan_desktop.model.contact_note import ContactNote, MissedAppointment, ReachTry
from borgerplan_desktop.model.course import (
    Appointment,
    CoordinatorAssignment,
    Course,
    CoursePhase,
    Milestone,
    ResponsibilityRequest,
    Stay,
)
from borgerplan_desktop.model.everyday_health import Habit
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.knowledge import Knowledge
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.leaving import (
    AfterCare,
    AfterCareCall,
    ClipUsed,
    HomeSupportWish,
    LeavingTick,
    RelapseSign,
)
from borgerplan_desktop.model.meeting import AgendaItem, Feedback, Meeting, ParkedTopic, Participant
from borgerplan_desktop.model.names_as_written import is_also_a_word, seen
from borgerplan_desktop.model.network import KeptMap, NetworkMember, people
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.papers import DocumentKind, EarlierPlan, Reader
from borgerplan_desktop.model.plan import (
    Agreement,
    AgreementChange,
    Goal,
    Intervention,
    InterventionReview,
    LadderPosition,
    Plan,
    PlanApproval,
    Step,
)
from borgerplan_desktop.model.row import Row, searched_fields_of
from borgerplan_desktop.model.spelling import spellings, words_in
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from borgerplan_desktop.model.told import Told
from borgerplan_desktop.model.what_we_changed import WhatWeChanged

Ways = frozenset[str]                                    # of a word: everything it may be typed as
AROUND = 30                                              # characters before and after a name that was found
_SENTENCE_ENDS = frozenset(".!?:\n•–»«\"")
_APOSTROPHES = frozenset("'’")
_WORD, _NOT_LATIN = re.compile(r"[^\W_]+"), "\u0300"     # from there on come accents of their own, and other alphabets


class Where(Labelled):
    """What a text is, as far as one must know to find it; the words for it are counted in `_counted`."""

    AGREEMENT = "agreement", N_("Agreement")
    GOAL = "goal", N_("Goal")
    STEP = "step", N_("Step")
    HELP = "help", N_("Help")
    NOTE = "note", N_("Note")
    OWN_WORDS = "own_words", N_("Own words")
    MEETING = "meeting", N_("Meeting")
    PERSON = "person", N_("Network")
    ELSEWHERE = "elsewhere", N_("Another text")


_ELSEWHERE = (AfterCare, Application, Appointment, ClipUsed, Consent, Cooperation, CoordinatorAssignment, Course,
              Expectation, Feedback, Habit, HomeSupportWish, HousingOffer, KeptMap, Knowledge, LadderPosition,
              LeavingTick, RelapseSign, ResponsibilityRequest, StandingAppointment, Stay, WhatWeChanged)
ON_PAPER: Mapping[type[Row], Where] = {
    Agreement: Where.AGREEMENT, Goal: Where.GOAL, Step: Where.STEP, Intervention: Where.HELP, Note: Where.NOTE,
    Plan: Where.OWN_WORDS, Meeting: Where.MEETING, AgendaItem: Where.MEETING, ParkedTopic: Where.MEETING,
    Participant: Where.MEETING, NetworkMember: Where.PERSON, **dict.fromkeys(_ELSEWHERE, Where.ELSEWHERE)}
# What no paper says: the shelter's own record of what happened, and plans from elsewhere as they were.
ON_NONE = frozenset({ActingMunicipality, AdmissionStep, AfterCareCall, AgreementChange, Citizen, ContactNote,
                     CoursePhase, EarlierPlan, InterventionReview, Milestone, MissedAppointment, Nudge, PlanApproval,
                     ReachTry, Residence, Told})
_ALSO = {Agreement: ("when",), Appointment: ("at",), Intervention: ("period",), Plan: ("follow_up",),
         Note: ("said_by", "was_about"), StandingAppointment: ("at",)}       # words nobody searches for, on paper too
_NO_TEXTS = frozenset({DocumentKind.WELCOME, DocumentKind.SURVEY})         # the same for everybody
_OF_A_PERSON = ("relation", "helps_with", "wished_contact")                # the rest is a name, or ours alone


@dataclass(frozen=True)
class StillNamed:
    """One text in which somebody who is left out of paper stands by name; `text` is what is around it."""

    member_id: str
    where: Where
    row_id: str
    field: str
    text: str


def still_named(case: Case, only: NetworkMember | None = None) -> list[StillNamed]:
    """Every text where somebody who is left out stands by name, the agreements first; `only` one of them, also before
    they are left out.
    """
    wanted = [only] if only is not None else [m for m in case.all(NetworkMember) if m.left_out_of_paper]
    sought = _Sought([(member, ways) for member in wanted if (ways := _ways(case, member))])
    if not sought.people:
        return []
    found = [each for kind, where in ON_PAPER.items() for row in case.all(kind) for each in _in_row(row, where, sought)]
    return sorted(found, key=lambda each: list(Where).index(each.where))


def still_named_on(case: Case, kind: DocumentKind, reader: Reader = Reader.CITIZEN) -> list[StillNamed]:
    """The same for a kind of paper: of nothing that it does not say."""
    if kind in _NO_TEXTS or (kind is DocumentKind.NETWORK_MAP and reader is not Reader.CITIZEN):     # without names
        return []
    found = still_named(case)
    return [each for each in found if kind is not DocumentKind.NETWORK_MAP or (
        each.where is Where.PERSON and each.field == NetworkMember.relation.key)]


def still_named_in_words(case: Case, kind: DocumentKind = DocumentKind.PLAN, reader: Reader = Reader.CITIZEN) -> str:
    """The same as sentences with each place on a line; "" where nobody is."""
    found = still_named_on(case, kind, reader)
    places = [f"  {_(each.where.label)}: {each.text}" for each in found]
    return "\n".join([said_of_names(case, found), *places]) if found else ""


def said_of_names(case: Case, found: Sequence[StillNamed]) -> str:
    """"Peter er udeladt på papir, men navnet står stadig i 2 aftaler og 1 mål." for each of them."""
    said = []
    for id in dict.fromkeys(each.member_id for each in found):
        member = case.get(NetworkMember, id)
        assert member is not None
        rows = {(each.where, each.row_id) for each in found if each.member_id == id}
        times = Counter(where for where, _row in rows)
        places = listed([_counted(where, times[where]) for where in Where if times[where]])
        words = _("{name} is left out of paper, but the name still stands in {places}.") if member.left_out_of_paper \
            else _("The name {name} stands in {places}.")
        said.append(words.format(name=member.contact.said_name, places=places))
    return "\n".join(said)


def _counted(where: Where, n: int) -> str:
    words = {
        Where.AGREEMENT: ngettext("{n} agreement", "{n} agreements", n),
        Where.GOAL: ngettext("{n} goal", "{n} goals", n),
        Where.STEP: ngettext("{n} step", "{n} steps", n), Where.HELP: ngettext("{n} help", "{n} kinds of help", n),
        Where.NOTE: ngettext("{n} note", "{n} notes", n), Where.OWN_WORDS: _("the own words"),
        Where.MEETING: ngettext("{n} text of a meeting", "{n} texts of meetings", n),
        Where.PERSON: ngettext("what is said of {n} other person", "what is said of {n} others", n),
        Where.ELSEWHERE: ngettext("{n} other text", "{n} other texts", n)}
    return words[where].format(n=n)


# --------------------------------------------------------------------------------------------------------- the looking
class _Sought:
    """Whom to look for, and by which words; a case of 2,000 notes is looked through word by word only where it may pay.
    """

    def __init__(self, people: Sequence[tuple[NetworkMember, list[list[Ways]]]]) -> None:
        self.people = people
        self._firsts = [name[0] for _member, names in people for name in names]
        self._others: set[str] = set()                   # words that were looked at, and are no name

    def may_stand_in(self, text: str) -> bool:
        """False for sure where no word is the first of a name; of other letters than Latin ones it does not know."""
        if max(text) >= _NOT_LATIN:
            return True
        new = set(_WORD.findall(text)) - self._others
        if any(_means(word, ways, last=True) for word in new for ways in self._firsts):
            return True
        self._others |= new
        return False


def _in_row(row: Row, where: Where, sought: _Sought) -> Iterator[StillNamed]:
    own = isinstance(row, NetworkMember)
    fields = _OF_A_PERSON if own else sorted({*searched_fields_of(type(row)), *_ALSO.get(type(row), ())})
    for field in fields:
        text = seen(str(getattr(row, field)))
        if not text.strip() or not sought.may_stand_in(text):
            continue
        words = [(begin, end, text[begin:end]) for begin, end in words_in(text)]
        for member, names in sought.people:
            at = next((hit for name in names if (hit := _find(words, text, name)) is not None), None)
            if at is not None and row is not member:
                yield StillNamed(member.id, where, row.id, field, _around(text, *at))


def _ways(case: Case, member: NetworkMember) -> list[list[Ways]]:
    """What to look for, each a row of words: the first name, or the whole where somebody else has the same."""
    contact = member.contact
    others = [each for each in people(case) if each is not member and not each.left_out_of_paper]
    firsts = {_first(case.the(Citizen).name), *(_first(each.contact.name) for each in others)}
    found = []
    for name in filter(str.strip, (contact.name, contact.latin_name)):
        called = name if _first(name) in firsts else _first(name)
        words = [called[begin:end] for begin, end in words_in(called)]
        if words and (len(words) > 1 or len(words[0]) > 1):
            found.append([frozenset({word, *spellings(word)}) for word in words])
    return found


def _first(name: str) -> str:
    """The first name without a title: of "Dr. Holm" it is "Holm"."""
    parts = [part for part in name.split() if not part.endswith(".")]
    return parts[0] if parts else ""


def _find(words: Sequence[tuple[int, int, str]], text: str, name: Sequence[Ways]) -> tuple[int, int] | None:
    """Where the words of the name stand beside each other, the last of them also in the genitive."""
    if _unspaced(name):                                  # no blanks between words: a part of one is all there is
        at = next((at for way in name[0] if (at := text.find(way)) >= 0), -1)
        return (at, at + 1) if at >= 0 else None
    for at in range(len(words) - len(name) + 1):
        here = words[at:at + len(name)]
        if all(_means(word, ways, last=number == len(name) - 1)
               for number, ((_begin, _end, word), ways) in enumerate(zip(here, name, strict=True))) \
                and not (len(name) == 1 and _is_the_word(here[0], text, words[at + 1:at + 2])):
            return here[0][0], here[-1][1]
    return None


def _means(word: str, ways: Ways, *, last: bool) -> bool:
    """Peter, Peters, Jens', Jenses: as somebody may have typed it."""
    for written in spellings(word):
        if written in ways or (last and any(written == way + ending for way in ways for ending in ("s", "es"))):
            return True
    return False


def _is_the_word(here: tuple[int, int, str], text: str, after: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a name that is a word too is the word here: in small letters, or with a capital as a sentence begins."""
    begin, end, word = here
    if text[end:end + 1] in _APOSTROPHES:                # "Max's"
        return False
    if not is_also_a_word(word) and not is_also_a_word(word.removesuffix("s")):
        return False
    if not word[0].isupper():
        return True
    before = text[:begin].rstrip(" ")
    begins = not before or before[-1] in _SENTENCE_ENDS
    return begins and not word.isupper() and not (after and after[0][2][0].isupper())


def _unspaced(name: Sequence[Ways]) -> bool:
    """Whether it is written in letters that put no blanks between words: Chinese, Japanese, Thai and their kin."""
    return any("\u0e00" <= letter <= "\u0eff" or "\u1000" <= letter <= "\u109f" or "\u1780" <= letter <= "\u17ff"
               or "\u3040" <= letter <= "\u30ff" or "\u3400" <= letter <= "\u9fff" for way in name[0] for letter in way)


def _around(text: str, begin: int, end: int) -> str:
    """The name with the words beside it, on one line."""
    before, after = text[max(0, begin - AROUND):begin], text[end:end + AROUND]
    head, tail = "…" if begin > AROUND else "", "…" if end + AROUND < len(text) else ""
    return f"»{head}{' '.join((before + text[begin:end] + after).split())}{tail}«"
