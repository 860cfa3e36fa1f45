"""The citizen's folder: several papers made at once, in one size and language, each on record by itself."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.can_be_made import ELSEWHERE, OF_A_STAY, can_be_made
from borgerplan_desktop.casework.papers.file_names import file_name
from borgerplan_desktop.casework.papers.paper_kinds import OF_A_MEETING, PAPERS, PaperKind, paper_of
from borgerplan_desktop.casework.papers.plan_paper import FROZEN_IN, Paper, plan_paper
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.backup_and_restore import Progress
from borgerplan_desktop.i18n import N_, _, listed
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import has_died
from borgerplan_desktop.model.leaving import stay_of_course
from borgerplan_desktop.model.papers import DocumentKind, Reader

PLAN = "plan"
FOLDER_FILE = N_("folder")
USUALLY = frozenset({PLAN, "week", "who-does-what", "network"})          # what most citizens want to have


@dataclass(frozen=True)
class Choice:
    """A paper that may be in it: what it is called, whether it usually is, and why it cannot be made now ("" = can)."""

    key: str
    title: str
    usual: bool
    why_not: str = ""


def choices(opened: OpenCase) -> list[Choice]:
    """The plan, and every other paper that is the citizen's own: first what was in their folder last, in that order,
    then as they stand in their table.
    """
    can = {each.key for each in can_be_made(opened.case)}
    found = [Choice(PLAN, _(DocumentKind.PLAN.label), usual=True)]
    for each in PAPERS:
        if each.reader_of("") is Reader.CITIZEN and each.kind not in ELSEWHERE:
            found.append(Choice(each.key, _(each.title), each.key in USUALLY,
                                "" if each.key in can else _why_not(opened, each)))
    before = opened.case.the(Citizen).folder_papers.split()
    if not before:
        return found
    found = [replace(each, usual=each.key in before) for each in found]
    return sorted(found, key=lambda each: before.index(each.key) if each.usual else len(before))


def in_words(keys: str) -> str:
    """What was in a folder, as it is called; what a newer program put there is left out."""
    titles = {PLAN: DocumentKind.PLAN.label} | {each.key: each.title for each in PAPERS}
    return listed([_(titles[key]) for key in keys.split() if key in titles])


def keep_folder(opened: OpenCase, keys: Sequence[str]) -> None:
    """What is in the folder now, in this order, is what it begins with the next time."""
    with opened.action(N_("Chose what is in the citizen's folder")):
        opened.case.the(Citizen).folder_papers = " ".join(keys)


def _why_not(opened: OpenCase, kind: PaperKind) -> str:
    if has_died(opened.case):
        return _("the citizen has died")
    if kind.kind in OF_A_STAY and stay_of_course(opened.case) is None:
        return _("there is no stay")
    return _("there is no meeting yet") if kind.kind in OF_A_MEETING else _("it cannot be made now")


def folder_paper(opened: OpenCase, keys: Sequence[str], language: str = FROZEN_IN, large_print: bool = False) -> Paper:
    """Those papers as one, in that order. Raises Refused where none is chosen."""
    if not keys:
        raise Refused(_("Tick what shall be in the folder."))
    kinds = {each.key: each for each in PAPERS}
    named = {each.key: each.title for each in choices(opened)}
    parts = [plan_paper(opened, language, large_print) if key == PLAN else
             paper_of(opened, kinds[key], "", language, large_print) for key in keys]
    name = opened.case.the(Citizen).first_name.strip()
    title = _("{name}: my folder").format(name=name) if name else _("The citizen's folder")
    draw = _Folder([named[key] for key in keys], parts, title)
    return Paper(draw, file_name(opened.case, _(FOLDER_FILE)), language, large_print, kind=parts[0].kind,
                 parts=tuple(replace(part, draw=draw.part(n)) for n, part in enumerate(parts)),
                 drawn_now=any(part.drawn_now for part in parts))


class _Folder:
    """Draws each paper once: what goes on record of one is what lies in the folder."""

    def __init__(self, names: list[str], parts: list[Paper], title: str) -> None:
        self._names, self._parts, self._title = names, parts, title
        self._drawn: dict[int, bytes] = {}

    def __call__(self, progress: Progress | None = None) -> bytes:
        from borgerplan_desktop.documents.together import together

        for number in range(len(self._parts)):
            if progress is not None:
                progress(number / len(self._parts))      # here it can be stopped
            self._part(number)
        return together([(name, self._drawn[n]) for n, name in enumerate(self._names)], self._title)

    def _part(self, number: int) -> bytes:
        if number not in self._drawn:
            self._drawn[number] = self._parts[number].draw()
        return self._drawn[number]

    def part(self, number: int) -> Callable[[], bytes]:
        """What draws one of them."""
        return lambda: self._part(number)
