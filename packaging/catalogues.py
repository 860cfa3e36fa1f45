"""The translators' tool: `packaging/translate` gathers the words, `packaging/translate check` says what is missing.

The screen's words (domain `borgerplan`, Danish and English) come from `_()`, `N_()`, `ngettext()` and `pgettext()` in
Python and from the <string>s of the forms; the paper's (domain `paper`, also in Polish and Romanian, and in Kalaallisut
where the word is known) from `say()`, `say_many()` and `N_()` in documents/. The words of the model and the calendar,
which are all `N_()`, are needed by both. English is the language of the msgids.
"""

from __future__ import annotations

import io
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HOUSE = Path(__file__).resolve().parent.parent
CODE = HOUSE / "borgerplan_desktop"
FORMS = HOUSE / "ui"
TRANSLATIONS = HOUSE / "translations"

DOMAINS = ("borgerplan", "paper")
SOURCE_LANGUAGE = "en"
# What must lack nothing. Another language (Kalaallisut) has only the words that are known; the rest is said in Danish.
COMPLETE = {"borgerplan": ("da",), "paper": ("da", "pl", "ro")}
# What the shelter writes with its partners is printed in Danish and English; no citizen reads it.
WITH_PARTNERS = ("borgerplan_desktop/documents/house/", "borgerplan_desktop/model/figures/",
                 "borgerplan_desktop/model/framework.py", "borgerplan_desktop/model/implementation_plan.py")
OF_PARTNERS = ("da", SOURCE_LANGUAGE)
SCREEN = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
PAPER = {"say": None, "say_many": (1, 2)}
LATER = {"N_": None}
NOT_WORDS = {"kind", "role", "icon_name", "icon_role", "shortcut", "objectName"}
# The repository tells when a catalogue changed; a date of today in a .mo would make every run a change.
DATE = datetime(2026, 1, 1, tzinfo=UTC)

Key = tuple[str | None, str]  # context, msgid (the singular one)


# ------------------------------------------------------------------------------------------------------------- gather
def gathered(domain: str) -> Catalog:
    """Every msgid the program uses in a domain, with the files that use it."""
    catalog = _catalog()
    for path in sorted(CODE.rglob("*.py")):
        keywords = _keywords(domain, path.relative_to(CODE).parts[0])
        with path.open("rb") as file:
            for _line, message, comments, context in extract(
                "python", file, keywords, ("Translators:",), {}, strip_comment_tags=True
            ):
                _add(catalog, message, path, comments, context)
    if domain == "borgerplan":
        for path in sorted(FORMS.rglob("*.ui")):
            for message, comments, context in form_words(path):
                _add(catalog, message, path, comments, context)
    return catalog


def form_words(path: Path) -> Iterator[tuple[str, list[str], str | None]]:
    """The words a Qt Designer form shows: (text, comments for translators, context)."""
    for holder in ET.parse(path).getroot().iter():
        for string in holder.findall("string"):
            text = string.text or ""
            if string.get("notr") == "true" or holder.get("name") in NOT_WORDS or not re.search(r"[^\W\d_]", text):
                continue
            extra = string.get("extracomment")
            yield text, [extra] if extra else [], string.get("comment")


def _keywords(domain: str, room: str) -> Mapping[str, Any]:
    """The functions whose words belong to a domain, in one room of the house."""
    if domain == "paper":
        return {"documents": PAPER | LATER, "model": LATER, "i18n.py": LATER}.get(room, {})
    return SCREEN if room == "documents" else SCREEN | LATER


def _add(
    catalog: Catalog, message: str | tuple[str, ...], path: Path, comments: list[str], context: str | None
) -> None:
    place = (path.relative_to(HOUSE).as_posix(), 0)
    catalog.add(message, None, [place], auto_comments=comments, context=context)


# ------------------------------------------------------------------------------------------------------------- update
def update() -> list[str]:
    """Write the .pot, .po and .mo files anew; returns what a translator should know."""
    notes: list[str] = []
    for domain in DOMAINS:
        words = gathered(domain)
        said = {_key(message) for message in _messages(words)}
        _write(words, TRANSLATIONS / f"{domain}.pot")
        for language in languages(domain):
            known = _translations(domain, language)
            screen = _translations("borgerplan", language)  # what the paper lacks it says as the screen does
            whole = language in COMPLETE[domain]
            _write(_renewed(language, words, screen | known, whole), po_path(domain, language))
            po_path(domain, language).with_suffix(".mo").write_bytes(compiled(catalogue(domain, language)))
            notes += [f"{language}/{domain}.po: dropped {msgid!r}" for key in known.keys() - said for msgid in key[1:]]
    return sorted(notes)


def must_say(language: str, word: Message) -> bool:
    """Whether a language that must be whole needs this word."""
    return language in OF_PARTNERS or not all(file.startswith(WITH_PARTNERS) for file, _line in word.locations)


def _renewed(language: str, words: Catalog, known: Mapping[Key, tuple[str, ...]], whole: bool) -> Catalog:
    """A language's catalogue with all words of the program, or only those it says itself when it need not be whole."""
    catalog = _catalog(language)
    for message in _messages(words):
        said = known.get(_key(message), ())
        fits = bool(said) and message.pluralizable == (len(said) > 1)
        if fits or (whole and must_say(language, message)):
            string = None if not fits else said if message.pluralizable else said[0]
            catalog.add(
                message.id, string, message.locations, auto_comments=message.auto_comments, context=message.context
            )
    return catalog


def _translations(domain: str, language: str) -> dict[Key, tuple[str, ...]]:
    return {_key(message): _translation(message) for message in filter(_filled, _messages(catalogue(domain, language)))}


def languages(domain: str) -> list[str]:
    """The languages a domain has: from the start English and those that must be whole."""
    started = {path.parent.parent.name for path in TRANSLATIONS.glob(f"*/LC_MESSAGES/{domain}.po")}
    return sorted(started | {*COMPLETE[domain], SOURCE_LANGUAGE})


# -------------------------------------------------------------------------------------------------------------- check
def check() -> list[str]:
    """What is wrong with the catalogues, one plain line each; empty when they are whole."""
    return [problem for domain in DOMAINS for problem in _domain_problems(domain)]


def _domain_problems(domain: str) -> Iterator[str]:
    words = {_key(message): message for message in _messages(gathered(domain))}
    for language in languages(domain):
        path = po_path(domain, language)
        place = f"{language}/{domain}.po"
        catalog = catalogue(domain, language)
        yield from (f"{place}: nobody says {message.id!r} any more" for message in catalog.obsolete.values())
        for message in _messages(catalog):
            if _key(message) not in words:
                yield f"{place}: nobody says {message.id!r} any more"
            if message.fuzzy:
                yield f"{place}: {message.id!r} is marked as uncertain"
            if _filled(message):
                yield from (f"{place}: {message.id!r}: {problem}" for problem in _misfits(message))
        for key, word in words.items():
            ours = catalog.get(word.id, word.context)
            if language in COMPLETE[domain] and must_say(language, word) and not (ours and _filled(ours)):
                yield f"{place}: no words for {key[1]!r}, said in {', '.join(file for file, _ in word.locations)}"
            elif ours and ours.pluralizable != word.pluralizable:
                yield f"{place}: {key[1]!r} needs {'its plural' if word.pluralizable else 'no plural'}"
        mo = path.with_suffix(".mo")
        if not mo.exists() or mo.read_bytes() != compiled(catalog):
            yield f"{place}: the .mo is not made from it; run packaging/translate"


def _misfits(message: Message) -> Iterator[str]:
    ids, strings = _forms(message.id), _translation(message)
    wanted = [_placeholders(text) for text in ids]
    for number, string in enumerate(strings):
        like = min(number, len(ids) - 1)
        has = _placeholders(string)
        # One goal may be told without the number; several may not.
        may_lack = {"n"} if len(ids) > 1 and number == 0 else set()
        if has - set().union(*wanted) or (wanted[like] - has) - may_lack:
            yield f"it has {sorted(has)} to fill in, not {sorted(wanted[like])}: {string!r}"
        if _margins(string) != _margins(ids[like]):
            yield f"it begins or ends with other blanks: {string!r}"


def _placeholders(text: str) -> set[str]:
    try:
        named = {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}
    except ValueError:
        named = {"a lonely brace"}
    return named | set(re.findall(r"%(?:\d|n\b|\(\w+\)[sd]|[sd]\b)", text))


def _margins(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


# -------------------------------------------------------------------------------------------------------------- files
def po_path(domain: str, language: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / f"{domain}.po"


def catalogue(domain: str, language: str) -> Catalog:
    """A language's catalogue as it is in the .po file; an empty one when there is none yet."""
    path = po_path(domain, language)
    if not path.exists():
        return _catalog(language)
    with path.open("rb") as file:
        catalog = read_po(file, locale=language, domain=domain, abort_invalid=True)
    return _dated(catalog)


def compiled(catalog: Catalog) -> bytes:
    """The bytes of the .mo file."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def _write(catalog: Catalog, path: Path) -> None:
    """Sorted by msgid and without line numbers, so that only a changed word changes the file."""
    lines = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "MIME-Version: 1.0"]
    if catalog.locale_identifier:
        lines += [f"Language: {catalog.locale_identifier}", f"Plural-Forms: {catalog.plural_forms}"]
    header = "".join(f'"{line}\\n"\n' for line in lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(f'# Gathered by packaging/translate.\nmsgid ""\nmsgstr ""\n{header}\n'.encode())
        write_po(file, catalog, width=120, omit_header=True, sort_output=True, include_lineno=False)


def _catalog(language: str | None = None) -> Catalog:
    return _dated(Catalog(locale=language, project="Borgerplan", version="1", fuzzy=False))


def _dated(catalog: Catalog) -> Catalog:
    catalog.creation_date = catalog.revision_date = DATE
    return catalog


def _messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def _key(message: Message) -> Key:
    return message.context, _forms(message.id)[0]


def _forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _translation(message: Message) -> tuple[str, ...]:
    return _forms(message.string or "")


def _filled(message: Message) -> bool:
    return all(_translation(message))


def main(words: list[str]) -> int:
    if words not in ([], ["check"]):
        print("packaging/translate [check]", file=sys.stderr)
        return 2
    problems = check() if words else update()
    for problem in problems:
        print(problem, file=sys.stderr)
    if words:
        print(f"Catalogues: {len(problems) or 'no'} problems", file=sys.stderr)
        return 1 if problems else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
