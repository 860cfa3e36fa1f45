"""What may be written after `borgerplan`: every command, its words and its choices, in the screen's language."""
from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from borgerplan_desktop.i18n import N_, PAPER_LANGUAGES, SCREEN_LANGUAGES, _
from borgerplan_desktop.terminal import briefly, say

_SAID = (                                                # argparse's own sentences, which know no Danish
    (r"the following arguments are required: (?P<what>.+)", N_("This is missing: {what}.")),
    (r"unrecognized arguments: (?P<what>.+)", N_("This is not known: {what}.")),
    (r"argument .*?: invalid choice: (?P<what>.+?) \(choose from (?P<choices>.+)\)",
     N_("{what} cannot stand here. Choose from: {choices}.")),
    (r"argument (?P<name>.+?): expected .+", N_("{name} needs a word after it.")),
)


class Parser(argparse.ArgumentParser):
    """argparse in the screen's language; `parents` bring the arguments that stand everywhere."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"add_help": False, "allow_abbrev": False, "argument_default": argparse.SUPPRESS,
                                   "formatter_class": _Help, **options})

    what_first = False                                   # what may be left out also stands behind a choice

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # type: ignore[override]
        """With `what_first`, what was meant is found wherever it stands: `paper network --anonymous FILE`, which
        Python 3.11 takes apart before it has seen the file.
        """
        return super().parse_known_args(self._what_first(args) if self.what_first else args, namespace)

    def _what_first(self, words: Sequence[str]) -> list[str]:
        what: list[str] = []
        choices: list[str] = []
        rest = iter(words)
        for word in rest:
            action = self._option_string_actions.get(word)
            (what if action is None and not (word.startswith("-") and word != "-") else choices).append(word)
            if action is not None and action.nargs != 0:
                choices += [value for value in (next(rest, None),) if value is not None]
        return [*what, *choices]

    def format_help(self) -> str:
        """With headings in the screen's language: by argparse's own ones it finds those of the parents again."""
        self._positionals.title = _("what")
        self._optionals.title = _("choices")
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        say(self.format_usage().rstrip())
        say(_plain_words(message) + " " + _("More with: {program} --help").format(program=self.prog))
        sys.exit(2)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _("Use: ") if prefix is None else prefix)


def _plain_words(message: str) -> str:
    for pattern, words in _SAID:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return _(words).format(**{name: briefly(said) if name == "what" else said
                                      for name, said in found.groupdict().items()})
    return _("The command was not understood ({what}).").format(what=briefly(message))


# ------------------------------------------------------------------------------------------------- the command line
def _common(languages: Sequence[str], of_them: str) -> Parser:
    """What may stand behind every command."""
    common = Parser()
    common.add_argument("-h", "--help", action="help", help=_("show this help"))
    common.add_argument("--home", metavar=_("DIR"), type=Path, help=_("the folder with the archive"))
    common.add_argument("--user", metavar=_("NAME"), help=_("who logs in; else BORGERPLAN_USER"))
    common.add_argument("--language", choices=languages, help=of_them)
    return common


def command_line() -> Parser:
    """What may be written after `borgerplan`."""
    common = _common(SCREEN_LANGUAGES, _("Danish or English"))
    of_papers = _common(PAPER_LANGUAGES, _("what the paper is in: Danish, English, Polish, Romanian or Greenlandic"))
    of_papers.add_argument("--beside", choices=PAPER_LANGUAGES, default="",
                           help=_("this language beside it on the same page: da for Danish"))
    parser = Parser("borgerplan", parents=[common],
                    description=_("One plan with a citizen. Without a command the window opens."),
                    epilog=_("The password is asked for, or taken from BORGERPLAN_PASSWORD."))
    parser.add_argument("--version", action="version", version=f"borgerplan {_version()}", help=_("show the version"))
    parser.add_argument("--demo", action="store_true", default=False,
                        help=_("try it with invented citizens"))
    parser.add_argument("--locked", default="", help=argparse.SUPPRESS)  # a locked window goes on in a fresh process
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(dest="command", title=_("commands"), metavar=_("COMMAND"))

    def add(name: str, told: str, common: Parser = common) -> Parser:
        return commands.add_parser(name, parents=[common], help=told, description=told)

    render = add("render", _("make the plan of a case file as a PDF; needs no archive"), of_papers)
    render.add_argument("file", metavar=_("CASEFILE"), type=Path)
    render.add_argument("-o", "--output", metavar=_("FILE"), required=True, help=_("where to; - = standard output"))
    render.add_argument("--large-print", action="store_true", default=False,
                        help=_("16 points instead of 12"))
    render.add_argument("--for-others", action="store_true", default=False,
                        help=_("a copy for others than the citizen: without how ties are now"))
    render.add_argument("--as-adopted", action="store_true", default=False,
                        help=_("the very paper that was adopted, also with what is kept off paper since"))
    _add_edition(render)
    paper = add("paper", _("make any paper of a case file as a PDF; needs no archive"), of_papers)
    paper.what_first = True
    paper.add_argument("kind", metavar=_("KIND"), nargs="?", default="", help=_("which paper; --list names them"))
    paper.add_argument("file", metavar=_("CASEFILE"), type=Path, nargs="?", default=None)
    paper.add_argument("-o", "--output", metavar=_("FILE"), default="", help=_("where to; - = standard output"))
    paper.add_argument("--list", action="store_true", default=False, help=_("only show which papers there are"))
    paper.add_argument("--blank", action="store_true", default=False,
                       help=_("a form about nobody, to fill in by pen; takes no case file"))
    paper.add_argument("--large-print", action="store_true", default=False, help=_("16 points instead of 12"))
    paper.add_argument("--meeting", metavar=_("MEETING"), default="", help=_(
        "of a meeting's papers: which, its id, next or last; else the usual one"))
    paper.add_argument("--anonymous", action="store_true", default=False,
                       help=_("the network map with numbers instead of names, for supervision and teaching"))
    paper.add_argument("--map", metavar=_("DATE"), default=None,
                       help=_("the network map as it was kept on that day, as 2026-10-03; else as it is now"))
    paper.add_argument("--week", metavar=_("WEEK"), default=None,
                       help=_("the citizen's week: which, as 2026-W45 or a date in it; else this one"))
    paper.add_argument("--year", metavar=_("YEAR"), type=int, default=None,
                       help=_("the yearly report: of which year; else the last that is over, or this one"))
    paper.add_argument("--for", metavar=_("PERSON"), dest="whom", default=None, help=_(
        "whose copy of the plan or another paper that has several, a name, of a meeting also all; else the citizen's"))
    _add_edition(paper)
    paper.add_argument("--password", dest="with_password", action="store_true", default=False, help=_(
        "a copy that opens with a password only: it is asked for, or read from the first line of standard input"))
    mail = add("mail", _("the mails of a meeting in a case file, one each with the paper attached; sends nothing"))
    mail.add_argument("file", metavar=_("CASEFILE"), type=Path)
    mail.add_argument("--meeting", metavar=_("MEETING"), default="", help=_("which: its id, next or last"))
    mail.add_argument("--what", choices=("invitation", "agenda-change", "minutes"), default="",
                      help=_("what is sent; else the invitation, of a meeting that was held the minutes"))
    mail.add_argument("-o", "--output", metavar=_("DIR"), required=True, help=_("the folder for the mails"))
    ics = add("ics", _("a meeting of a case file as a file for calendars; needs no archive"))
    ics.add_argument("file", metavar=_("CASEFILE"), type=Path)
    ics.add_argument("--meeting", metavar=_("MEETING"), default="", help=_("which: its id, next or last"))
    ics.add_argument("--cancel", action="store_true", default=False, help=_("it is called off: out of the calendars"))
    ics.add_argument("-o", "--output", metavar=_("FILE"), required=True, help=_("where to; - = standard output"))
    replies = add("replies", _("read answers to invitations in, from mails that were saved or their calendar files"))
    replies.add_argument("files", metavar=_("FILE"), nargs="+", type=Path,
                         help=_("the files; the folder with the archive may stand before them"))
    counted = add("figures", _("the shelter's work in numbers, with nobody named; of this year, or of the days that "
                               "are written"))
    counted.add_argument("--from", metavar=_("DATE"), dest="first", default="", help=_("the first day, as 2026-01-01"))
    counted.add_argument("--to", metavar=_("DATE"), dest="last", default="", help=_("the last day; else today"))
    counted.add_argument("--alone", action="store_true", default=False, help=_("not beside the time before"))
    how = counted.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", default=False, help=_("as JSON, for other programs"))
    how.add_argument("--csv", action="store_true", default=False, help=_("as a table for a spreadsheet"))
    checking = add("check-plan", _("what the plan of a case file does not say yet, one line each; needs no archive"))
    checking.add_argument("file", metavar=_("CASEFILE"), type=Path)
    compare = add("compare", _("what is different between two versions of the plan in a case file"))
    compare.add_argument("file", metavar=_("CASEFILE"), type=Path)
    compare.add_argument("before", metavar=_("NUMBER"), help=_("the older version; 0 or draft = the draft"))
    compare.add_argument("after", metavar=_("NUMBER"), help=_("the newer one"))
    compare.add_argument("-o", "--output", metavar=_("FILE"), default="",
                         help=_("make it as a paper; - = standard output"))
    compare.add_argument("--large-print", action="store_true", default=False, help=_("16 points instead of 12"))
    _add_people(add)
    _add_services(add)
    init = add("init", _("begin: make the archive, print the recovery code"))
    init.add_argument("--shelter", metavar=_("NAME"), required=True, help=_("what the shelter is called"))
    every = add("list", _("the citizens: id, room, name, what is next"))
    every.add_argument("--scope", choices=("mine", "all", "follow_up", "closed"), default="all",
                       help=_("whose: one's own, all, whom somebody should follow up, or closed courses"))
    every.add_argument("--sort", choices=("name", "attention", "room", "week"), default="name",
                       help=_("by name, attention, room, or week of the course"))
    find = add("find", _("search the citizens and everything written about them"))
    find.add_argument("words", metavar=_("WORDS"), nargs="+")
    find.add_argument("--json", action="store_true", default=False, help=_("as JSON, for other programs"))
    day = add("today", _("who needs what today: as on Min dag"))
    day.add_argument("--json", action="store_true", default=False, help=_("as JSON"))
    day.add_argument("--whole", action="store_true", default=False, help=_("the whole shelter"))
    take = add("import", _("take in case files"))
    take.add_argument("files", metavar=_("FILE"), nargs="+", type=Path)
    export = add("export", _("save a copy of a case as a file"))
    export.add_argument("case", metavar=_("CASE"), help=_("its id (or the beginning of it), or the citizen's name"))
    export.add_argument("-o", "--output", metavar=_("FILE"), required=True, help=_("where to; - = standard output"))
    looking = add("check", _("see whether everything is as it was stored"))
    looking.add_argument("--go-on", action="store_true", default=False,
                         help=_("go on with what is here, although something is missing"))
    add("backup", _("make a backup and test it"))
    restore = add("restore", _("bring a backup back; what it replaces is kept"))
    restore.add_argument("copy", metavar=_("BACKUP"), nargs="?", default="", help=_("its name; else the newest"))
    restore.add_argument("--list", action="store_true", default=False, help=_("only show which there are"))
    restore.add_argument("--yes", action="store_true", default=False,
                         help=_("also when the archive has changes that the backup lacks"))
    merge = add("merge", _("two cases of one person: the other is taken into the first"))
    merge.add_argument("case", metavar=_("CASE"), help=_("its id (or the beginning of it), or the citizen's name"))
    merge.add_argument("other", metavar=_("OTHER"), help=_("the case that is taken in"))
    merge.add_argument("--yes", action="store_true", default=False, help=_("do it; else you are asked"))
    merge.add_argument("--undo", action="store_true", default=False, help=_("take the other case out again"))
    reading = add("read", _("the text of a plan from elsewhere, as it is taken in: .docx, .odt, .pdf, .txt"))
    reading.add_argument("file", metavar=_("FILE"), type=Path)
    _add_frame(add)
    schema = add("schema", _("print the JSON Schema of a case file"))
    schema.add_argument("--frame", action="store_true", default=False, help=_("of a file of the shared frame"))
    return parser


def _add_edition(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--edition", metavar=_("NUMBER"), type=int, default=None,
                       help=_("of the plan: this adopted version; else the newest"))
    which.add_argument("--draft", action="store_true", default=False,
                       help=_("of the plan: the draft, also where one is adopted"))


def _add_people(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    shown = add("people", _(
        "the people of a case file, their ties, and what the map shows, for staff: who is left out of papers stands "
        "there with a word for it; needs no archive"))
    shown.add_argument("file", metavar=_("CASEFILE"), type=Path)
    shown.add_argument("--json", action="store_true", default=False, help=_("as JSON, for other programs"))
    which = _("a case file, or a case of the archive: its id (or the beginning of it), or the citizen's name")
    take = add("import-people", _("take people in from contacts (.vcf) or a map of easyNWK (.json)"))
    take.add_argument("case", metavar=_("CASE"), help=which)
    take.add_argument("file", metavar=_("FILE"), type=Path)
    take.add_argument("--merge", action="store_true", default=False,
                      help=_("whoever is here already gets what is missing; nothing is written over"))
    take.add_argument("-o", "--output", metavar=_("FILE"), default="",
                      help=_("of a case file: where it goes with the people in it; - = standard output"))
    save = add("export-people", _("save the people as contacts (.vcf), a map for easyNWK (.json) or figures (.csv)"))
    save.add_argument("case", metavar=_("CASE"), help=which)
    save.add_argument("-o", "--output", metavar=_("FILE"), required=True, help=_("where to; - = standard output"))
    save.add_argument("--as", metavar=_("KIND"), dest="as_kind", choices=("vcf", "json", "csv"), default="",
                      help=_("vcf, json or csv; else as the file is called"))


def _add_frame(add: Callable[[str, str], Parser]) -> None:
    frame = add("frame", _("the shared frame: save it as a file, or take one in"))
    frame.what_first = True
    frame.add_argument("what", metavar=_("WHAT"), choices=("export", "import"), help=_("export or import"))
    frame.add_argument("file", metavar=_("FILE"), nargs="?", type=Path, default=None,
                       help=_("of import: the file that is taken in; what stands is not written over"))
    frame.add_argument("-o", "--output", metavar=_("FILE"), default="", help=_("where to; - = standard output"))
    frame.add_argument("--dry-run", action="store_true", default=False, help=_("only show what would be taken in"))


def _add_services(add: Callable[[str, str], Parser]) -> None:
    directory = add("services", _("the directory of services: take a spreadsheet in, list it, save it as a file"))
    directory.what_first = True
    directory.add_argument("what", metavar=_("WHAT"), choices=("import", "list", "export"),
                           help=_("import, list or export"))
    directory.add_argument("file", metavar=_("FILE"), type=Path, nargs="?", default=None,
                           help=_("of import: the spreadsheet (.xlsx) or the .csv file"))
    directory.add_argument("--map", metavar=_("FIELD=HEADING"), action="append", default=[],
                           help=_("of import: which column is what, as name=Navn; else as the headings say"))
    directory.add_argument("--dry-run", action="store_true", default=False,
                           help=_("of import: only show what would come in"))
    directory.add_argument("--json", action="store_true", default=False, help=_("as JSON, for other programs"))
    directory.add_argument("-o", "--output", metavar=_("FILE"), default="",
                           help=_("of export: where to, .csv or .xlsx; - = standard output"))


def _version() -> str:
    from borgerplan_desktop import __version__

    return __version__
