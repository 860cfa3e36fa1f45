"""What is different between two versions of the plan in a case file: in words, or as a paper. No archive is needed."""
from __future__ import annotations

import argparse

from borgerplan_desktop.cli_archive import DONE
from borgerplan_desktop.cli_ua2 import as_asked
from borgerplan_desktop.i18n import SCREEN_LANGUAGES, _
from borgerplan_desktop.terminal import (
    Plainly,
    WrongUse,
    briefly,
    in_sentences,
    put,
    read_case_file,
    say,
    say_names_left,
)

DRAFTS = ("0", "draft", "udkast")                        # what the draft is called


def compare(options: argparse.Namespace) -> int:
    from datetime import date

    from borgerplan_desktop.casework.papers.case_files import CaseFileError
    from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND, paper_of_file
    from borgerplan_desktop.casework.plan.versions import called, compare_file, lines
    from borgerplan_desktop.casework.refused import Refused
    from borgerplan_desktop.model.compared_versions import Compared
    from borgerplan_desktop.model.papers import DocumentKind, Reader

    compared = Compared(_number(options.before), _number(options.after))
    nothing, today = _("Nothing has been compared."), date.today()
    try:
        file = read_case_file(options.file, nothing)
        case, difference = compare_file(file, compared)
        say(_("Before: {before}. Now: {after}.").format(before=called(compared.before, case, today),
                                              after=called(compared.after, case, today)))
        if options.output:
            made = paper_of_file(BY_KIND[DocumentKind.PLAN_DIFFERENCE], file, today=today, about=compared.key,
                                 language=getattr(options, "language", SCREEN_LANGUAGES[0]),
                                 large_print=options.large_print)
            put(options.output, as_asked(made.pdf))
            if made.cannot_be_printed:
                say(made.cannot_be_printed)
            say_names_left(case, DocumentKind.PLAN_DIFFERENCE, Reader.CITIZEN)
            return DONE
    except CaseFileError as error:
        happened, _safe, do_now, where = error.told
        raise Plainly(in_sentences(happened, nothing, do_now, where)) from None
    except Refused as refusal:
        raise Plainly(in_sentences(refusal.message, nothing)) from None
    found = list(lines(difference, today))
    for line in found or [_("There is no difference.")]:
        print(line)
    return DONE


def _number(word: str) -> int:
    """Raises WrongUse for what is neither a number nor the draft."""
    if word.casefold() in DRAFTS:
        return 0
    if not (word.isascii() and word.isdigit() and len(word) <= 9):
        raise WrongUse(_("»{word}« is no version. Write its number, or 0 for the draft. For example: "
                         "borgerplan compare CASEFILE 1 2").format(word=briefly(word)))
    return int(word)
