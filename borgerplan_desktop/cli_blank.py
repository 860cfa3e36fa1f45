"""Forms to fill in by pen from the terminal: neither an archive nor a case file is needed."""
from __future__ import annotations

import argparse

from borgerplan_desktop.cli_archive import DONE
from borgerplan_desktop.cli_language import spoken
from borgerplan_desktop.cli_ua2 import as_asked
from borgerplan_desktop.i18n import _
from borgerplan_desktop.terminal import WrongUse, put, say

OF_SOMEBODY = ("whom", "edition", "draft", "meeting", "anonymous", "map", "week", "with_password")


def blank_paper(options: argparse.Namespace) -> int:
    """`borgerplan paper KIND --blank -o FILE`."""
    from datetime import datetime

    from borgerplan_desktop.casework.papers.blank_forms import blank_form, keys
    from borgerplan_desktop.casework.papers.reading_language import draft_words

    if options.kind not in keys():
        raise WrongUse(_("Only these can be made as a blank form: {papers}.").format(papers=", ".join(keys())))
    if options.file is not None:
        raise WrongUse(_("A blank form says nothing of anybody. Leave out --blank, or the case file."))
    if not options.output:
        raise WrongUse(_("Write where the paper shall go: borgerplan paper {kind} --blank -o FILE").format(
            kind=options.kind))
    if any(not (value is None or value is False or value == "") for value in map(vars(options).get, OF_SOMEBODY)):
        raise WrongUse(_("A blank form says nothing of anybody. It takes only --language, --beside and --large-print."))
    language = spoken(options)
    put(options.output, as_asked(blank_form(options.kind, None, datetime.now(), language, options.large_print)))
    if words := draft_words(language, None):
        say(words)
    return DONE
