"""Papers from the terminal: the plan, and every other one, of a case file; no archive is needed."""
from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from borgerplan_desktop.cli_archive import DONE
from borgerplan_desktop.cli_blank import blank_paper
from borgerplan_desktop.cli_house import house_kinds, house_paper
from borgerplan_desktop.cli_language import say_if_draft, spoken
from borgerplan_desktop.cli_meeting import meeting_paper
from borgerplan_desktop.cli_password import lock_asked_for
from borgerplan_desktop.cli_ua2 import as_asked
from borgerplan_desktop.i18n import _
from borgerplan_desktop.terminal import (
    Plainly,
    WrongUse,
    briefly,
    cannot_open,
    in_sentences,
    put,
    read_case_file,
    say,
    say_names_left,
)

if TYPE_CHECKING:
    from borgerplan_desktop.casework.papers.paper_kinds import PaperKind
    from borgerplan_desktop.model.papers import DocumentKind


def read_in(options: argparse.Namespace) -> int:
    """The text of an earlier plan's file, as the window would take it in."""
    from borgerplan_desktop.casework.papers.reading_in import CannotRead, read_plan_file

    try:
        text = read_plan_file(options.file).text
    except CannotRead as error:
        raise Plainly(in_sentences(*error.told)) from None
    except OSError as error:
        raise Plainly(in_sentences(cannot_open(options.file, error), _("Nothing has been taken in."))) from None
    sys.stdout.write(text + "\n")
    return DONE


def render(options: argparse.Namespace) -> int:
    from datetime import datetime

    from borgerplan_desktop.casework.papers.plan_of_file import render_case_file
    from borgerplan_desktop.casework.papers.read_file import CaseFileError
    from borgerplan_desktop.casework.refused import Refused
    from borgerplan_desktop.model.papers import DocumentKind, Reader

    nothing, language = _("No paper has been made."), spoken(options)
    whom = getattr(options, "whom", None) or ""
    try:
        file = read_case_file(options.file, nothing)
        lock = lock_asked_for(options, file)
        say(_("Making the plan …"))
        now = datetime.now()
        made = render_case_file(file, today=now.date(), now=now.time(),
                                language=language,
                                large_print=options.large_print, edition=options.edition, draft=options.draft,
                                for_others=options.for_others, as_it_was=options.as_adopted, whom=whom)
    except CaseFileError as error:                       # nobody wanted to take anything in
        happened, _safe, do_now, where = error.told
        raise Plainly(in_sentences(happened, nothing, do_now, where)) from None
    except Refused as refusal:
        raise Plainly(in_sentences(refusal.message, nothing)) from None
    say(_("It is version {number}.").format(number=made.edition) if made.edition is not None else _("It is the draft."))
    put(options.output, lock(as_asked(made.pdf)))
    if made.cannot_be_printed:
        say(made.cannot_be_printed)
    say_if_draft(language, made.case)
    say_names_left(made.case, DocumentKind.PLAN, Reader.OTHERS if whom else Reader.CITIZEN)
    if made.kept_back:
        say(_("An address or a person is kept off paper since this was adopted, and does not stand here."))
    return DONE


PLAN_PAPER = "plan"                                      # the same as `render`, for somebody of the network too


def paper(options: argparse.Namespace) -> int:
    from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, OF_A_MEETING, PAPERS

    if options.list:
        print(PLAN_PAPER, _("The citizen's plan"), sep="\t")
        for each in PAPERS:
            print(each.key, _(each.title), sep="\t")
        for key, of_house in house_kinds().items():
            print(key, _(of_house.title), sep="\t")
        return DONE
    kind, of_house = BY_KEY.get(options.kind), house_kinds().get(options.kind)
    if of_house is not None and (kind is None or (options.file is None and not options.blank)):
        return house_paper(options, of_house)
    if options.blank:
        return blank_paper(options)
    if not options.kind:
        raise WrongUse(_("Write which paper: borgerplan paper KIND CASEFILE -o FILE. See: borgerplan paper --list"))
    if options.kind != PLAN_PAPER and kind is None:
        raise WrongUse(_("There is no paper called {kind}. See: borgerplan paper --list").format(
            kind=briefly(options.kind)))
    if options.file is None or not options.output:
        raise WrongUse(_("Write the case file and where the paper shall go: borgerplan paper {kind} CASEFILE -o FILE")
                       .format(kind=options.kind))
    _see_that_it_fits(options, kind)
    if options.year is not None:
        raise WrongUse(_("Only the yearly report takes --year: borgerplan paper yearly-report --year 2026 -o FILE"))
    if kind is None:
        options.for_others = options.as_adopted = False
        return render(options)
    if kind.kind in OF_A_MEETING:
        return meeting_paper(options, kind)
    return _other_paper(options, kind)


def _see_that_it_fits(options: argparse.Namespace, kind: PaperKind | None) -> None:
    """Raises WrongUse for a choice that this paper has not; None = the plan."""
    from borgerplan_desktop.casework.meeting.of_file import FOR_NOBODY_ELSE
    from borgerplan_desktop.casework.papers.paper_kinds import OF_A_MEETING, OF_SOMEBODY
    from borgerplan_desktop.model.papers import DocumentKind

    is_of_meeting = kind is not None and kind.kind in OF_A_MEETING
    if options.meeting and not is_of_meeting:
        raise WrongUse(_("Only the papers of a meeting take --meeting."))
    if options.whom is not None and not (kind is None or is_of_meeting or kind.kind in OF_SOMEBODY):
        raise WrongUse(_("This paper is the same for everybody. Only these take --for: {papers}.").format(
            papers=", ".join([PLAN_PAPER, *_keys_of(OF_SOMEBODY | OF_A_MEETING - FOR_NOBODY_ELSE)])))
    if options.whom is not None and not options.whom.strip():        # a word that was to be filled in
        raise WrongUse(_("Write whose paper it is after --for. Without --for it is the citizen's own, with all in it."))
    if (options.edition is not None or options.draft) and kind is not None:
        raise WrongUse(_("Only the plan takes --edition and --draft: borgerplan paper plan CASEFILE -o FILE"))
    if options.anonymous and (kind is None or kind.kind is not DocumentKind.NETWORK_MAP):
        raise WrongUse(_(
            "Only the network map goes without names: borgerplan paper network --anonymous CASEFILE -o FILE"))
    if options.week is not None and (kind is None or kind.kind is not DocumentKind.WEEK):
        raise WrongUse(_("Only the week on paper takes --week: borgerplan paper week --week 2026-W45 CASEFILE -o FILE"))
    if options.map is not None and (kind is None or kind.kind is not DocumentKind.NETWORK_MAP):
        raise WrongUse(_(
            "Only the network map takes --map: borgerplan paper network --map 2026-10-03 CASEFILE -o FILE"))


def _keys_of(kinds: Iterable[DocumentKind]) -> list[str]:
    from borgerplan_desktop.casework.papers.paper_kinds import PAPERS

    wanted = set(kinds)
    return [each.key for each in PAPERS if each.kind in wanted]


def _other_paper(options: argparse.Namespace, kind: PaperKind) -> int:
    from datetime import date

    from borgerplan_desktop.casework.papers.case_files import CaseFileError
    from borgerplan_desktop.casework.papers.paper_kinds import paper_of_file
    from borgerplan_desktop.casework.refused import Refused
    from borgerplan_desktop.model.anonymous import Instead
    from borgerplan_desktop.model.kept_map import MapOn

    instead = Instead.NUMBERS.value if options.anonymous else ""
    about = MapOn(instead, _map_of(options.map)).key if options.map is not None else (
        instead or (_day_in(options.week) if options.week is not None else ""))
    nothing, language = _("No paper has been made."), spoken(options)
    try:
        file = read_case_file(options.file, nothing)
        lock = lock_asked_for(options, file)
        say(_("Making the paper …"))
        made = paper_of_file(kind, file, today=date.today(), large_print=options.large_print,
                             language=language, about=about, whom=options.whom or "")
    except CaseFileError as error:
        happened, _safe, do_now, where = error.told
        raise Plainly(in_sentences(happened, nothing, do_now, where)) from None
    except Refused as refusal:                           # no consent, and no law: whoever it goes to may not be told
        raise Plainly(in_sentences(refusal.message, nothing)) from None
    put(options.output, lock(as_asked(made.pdf)))
    if made.cannot_be_printed:
        say(made.cannot_be_printed)
    say_if_draft(language, made.case)
    say_names_left(made.case, kind.kind, kind.reader_of(about or options.whom or ""))
    return DONE


def _map_of(on: str) -> str:
    """The day of a kept map. Raises WrongUse for what is no day."""
    from datetime import date
    try:
        return date.fromisoformat(on.strip()).isoformat()
    except ValueError:
        raise WrongUse(_("»{day}« is no day. Write it as 2026-10-03.").format(day=briefly(on))) from None


def _day_in(week: str) -> str:
    """A day of the week that is meant: "2026-W45", or any date in it. Raises WrongUse for what is neither."""
    from datetime import date
    try:
        return date.fromisoformat(week.strip().upper()).isoformat()
    except ValueError:
        raise WrongUse(_("»{week}« is no week. Write it as 2026-W45, or as a date in it: 2026-11-02.").format(
            week=briefly(week))) from None
