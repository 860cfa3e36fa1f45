"""The papers of the shelter's own case from the terminal: they are made of an archive, not of a case file."""
from __future__ import annotations

import argparse
from contextlib import closing
from typing import TYPE_CHECKING

from borgerplan_desktop.cli_archive import DONE, archive_of_house
from borgerplan_desktop.cli_language import spoken
from borgerplan_desktop.cli_ua2 import as_asked
from borgerplan_desktop.i18n import _
from borgerplan_desktop.terminal import Progress, WrongUse, put, say

if TYPE_CHECKING:
    from borgerplan_desktop.casework.papers.house_papers import HouseKind
    from borgerplan_desktop.casework.session.archive import Archive

OF_A_CASE = ("file", "whom", "edition", "draft", "meeting", "anonymous", "map", "week", "with_password", "blank")


def house_kinds() -> dict[str, HouseKind]:
    """Every one, by what it is called here."""
    from borgerplan_desktop.casework.figures.yearly_paper import YEARLY
    from borgerplan_desktop.casework.papers.house_papers import HOUSE_PAPERS

    return {each.key: each for each in (*HOUSE_PAPERS, YEARLY)}


def house_paper(options: argparse.Namespace, kind: HouseKind) -> int:
    """`borgerplan paper yearly-report --home DIR -o FILE`."""
    from borgerplan_desktop.casework.papers.house_papers import draw_house_paper, house_paper_was_made

    _see_that_it_fits(options, kind)
    language = spoken(options)
    with closing(archive_of_house(options)) as archive:
        kind = _counted(archive, kind, options.year)
        say(_("Making the paper …"))
        put(options.output, as_asked(draw_house_paper(archive.shelter, kind, language, options.large_print)()))
        house_paper_was_made(archive.shelter, kind, saved=True)
    return DONE


def _counted(archive: Archive, kind: HouseKind, year: int | None) -> HouseKind:
    """The yearly report is made of the figures of its year."""
    from borgerplan_desktop.casework.figures.year_report import usual_year
    from borgerplan_desktop.casework.figures.yearly_paper import YEARLY, counted_paper

    if kind is not YEARLY:
        return kind
    with Progress(_("Counting")) as progress:
        return counted_paper(archive.shelter, year or usual_year(archive.today()))(progress)


def _see_that_it_fits(options: argparse.Namespace, kind: HouseKind) -> None:
    """Raises WrongUse for a choice that such a paper has not."""
    from borgerplan_desktop.casework.figures.yearly_paper import YEARLY

    if any(not (value is None or value is False or value == "") for value in map(vars(options).get, OF_A_CASE)):
        raise WrongUse(_("This paper is made of the archive. It takes only --home, --user, --language, --large-print "
                         "and, of the yearly report, --year."))
    if not options.output:
        raise WrongUse(_("Write where the paper shall go: borgerplan paper {kind} --home DIR -o FILE").format(
            kind=kind.key))
    if options.year is not None and kind is not YEARLY:
        raise WrongUse(_("Only the yearly report takes --year: borgerplan paper yearly-report --year 2026 -o FILE"))
    if options.year is not None and not 1900 <= options.year <= 9998:
        raise WrongUse(_("{year} is no year that can be counted.").format(year=options.year))
    if options.beside or getattr(options, "language", kind.languages[0]) not in kind.languages:
        raise WrongUse(_("This paper is made in one of these languages: {languages}.").format(
            languages=", ".join(kind.languages)))
