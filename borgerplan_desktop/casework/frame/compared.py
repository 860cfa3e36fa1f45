"""What two states of the frame say differently, line by line and in plain words: since a version, or in a file."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from borgerplan_desktop.casework.frame.frame import answer_to, framework
from borgerplan_desktop.casework.frame.questions import LISTS
from borgerplan_desktop.documents.house.frame_file import who_has
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.frame_people import facts_of
from borgerplan_desktop.model.framework import (
    CoordinatingFunction,
    FrameChannel,
    FramePerson,
    FramePlan,
    FrameQuestion,
    Framework,
    InterpreterOption,
)
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.text import shortened

SHORT = 160                                              # characters of a text that is quoted
Key = tuple[str, ...]

FIELDS: dict[type[Row], tuple[tuple[str, str], ...]] = {         # what each line says, as its field is called
    Framework: (("municipality", N_("Municipality")), ("next_by", N_("Next update by"))),
    CoordinatingFunction: (("administration", N_("Administration")), ("function", N_("Function")),
                           ("contact", N_("Contact"))),
    FrameChannel: (("name", N_("Channel")), ("address", N_("Address or number")), ("used_for", N_("Used for"))),
    InterpreterOption: (("language", N_("Language")), ("name", N_("Agency or interpreter")), ("how", N_("How")),
                        ("phone", N_("Phone")), ("email", N_("E-mail")), ("notice", N_("Order how long before"))),
    FramePlan: (("name", N_("Plan")), ("kept_where", N_("Where it lies"))),
    FramePerson: (("name", N_("Name")), ("workplace", N_("Workplace")), ("phone", N_("Phone")),
                  ("email", N_("E-mail"))),
}


class What(Enum):
    """What has happened to a line."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True)
class Different:
    """One thing that two states say differently: which question it is under, and what stood there and stands now."""

    what: What
    under: str                                           # the question or the list, as it is called
    name: str = ""                                       # of the line
    before: str = ""
    now: str = ""

    @property
    def words(self) -> str:
        """In one sentence, with the words shortened."""
        between = " " if self.under.endswith("?") else ": "
        about = between.join(part for part in (self.under, shortened(self.name, SHORT)) if part)
        before, now = shortened(self.before, SHORT), shortened(self.now, SHORT)
        about = about if about.endswith("?") else f"{about}:"
        match self.what:
            case What.NEW:
                return _("New. {about} »{now}«").format(about=about, now=now) if now else \
                    _("New. {about}").format(about=about.rstrip(":"))
            case What.GONE:
                return _("Gone. {about} »{before}«").format(about=about, before=before) if before else \
                    _("Gone. {about}").format(about=about.rstrip(":"))
        return _("Changed. {about} from »{before}« to »{now}«").format(about=about, before=before, now=now)


def differences(then: Case, now: Case) -> list[Different]:
    """What is different, in the order of the form; what says nothing is as good as not there."""
    found = list(_texts(then, now))
    for kind, key in KEYS.items():
        found += _of_list(then, now, kind, key)
    found += _access(then, now)
    return found


# ------------------------------------------------------------------------------------------------------------ inside
def _texts(then: Case, now: Case) -> Iterator[Different]:
    for question in FrameQuestion:
        pair = [answer.text.strip() if (answer := answer_to(case, question)) is not None else ""
                for case in (then, now)]
        yield from _one(_(question.label), "", pair[0], pair[1])
    frames = framework(then), framework(now)
    for name, called_ in FIELDS[Framework]:
        yield from _one(_(called_), "", *(getattr(each, name).strip() if each is not None else "" for each in frames))
    next_on = [day(each.next_on) if each is not None and each.next_on is not None else "" for each in frames]
    yield from _one(_("Next update"), "", *next_on)


def _one(under: str, name: str, before: str, now: str) -> Iterator[Different]:
    if before != now:
        what = What.CHANGED if before and now else What.NEW if now else What.GONE
        yield Different(what, under, name, before, now)


def _of_list(then: Case, now: Case, kind: type[Row], key: Callable[[Row], Key]) -> Iterator[Different]:
    """A line is known again by its id, else by what it is called: a file that was taken in has other ids."""
    old = {key(row): row for row in then.all(kind) if any(key(row))}
    ids = {row.id: row for row in then.all(kind)}
    for row in now.all(kind):
        if not any(key(row)):
            continue
        before = ids.get(row.id) or old.get(key(row))
        if before is None:
            yield Different(What.NEW, _under(row), said(row))
            continue
        old.pop(key(before), None)
        for name, words in FIELDS[kind]:
            yield from _one(_under(row), f"{said(row)}, {_(words).lower()}", _value(before, name),
                            _value(row, name))
    for row in old.values():
        if now.get(kind, row.id) is None:
            yield Different(What.GONE, _under(row), said(row))


def _access(then: Case, now: Case) -> Iterator[Different]:
    """Who has access to a plan that both know; of a new one its name says enough."""
    def all_of(case: Case) -> dict[str, tuple[str, dict[str, str]]]:
        return {_folded(plan.name): (plan.name, {_folded(who): who for each in plan.access
                                                 if (who := who_has(case, each))})
                for plan in case.all(FramePlan) if plan.name.strip()}

    before = all_of(then)
    for key, (name, has) in all_of(now).items():
        had = before.get(key, ("", {}))[1]
        for folded, who in has.items():
            if folded not in had:
                yield Different(What.NEW, _(FrameQuestion.ACCESS.label), f"{name}: {who}")
        for folded, who in had.items():
            if folded not in has:
                yield Different(What.GONE, _(FrameQuestion.ACCESS.label), f"{name}: {who}")


def said(row: Row) -> str:
    """What a line of a list is called."""
    if isinstance(row, FramePerson):
        return facts_of(row).said
    names = {CoordinatingFunction: ("administration", "function"), FrameChannel: ("name",),
             InterpreterOption: ("language", "name"), FramePlan: ("name",)}[type(row)]
    return ", ".join(part for part in (getattr(row, name).strip() for name in names) if part)


def _value(row: Row, name: str) -> str:
    if isinstance(row, FramePerson):
        return str(getattr(facts_of(row), name))
    return str(getattr(row, name)).strip()


def _under(row: Row) -> str:
    """The question or the list a line belongs to."""
    if isinstance(row, FrameChannel):
        return _(row.between.label)
    if isinstance(row, FramePerson):
        return _(row.role.label)
    return _(next(question.label for question, kind in LISTS.items() if kind is type(row)))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _function(row: Row) -> Key:
    assert isinstance(row, CoordinatingFunction)
    return _folded(row.administration), _folded(row.function)


def _channel(row: Row) -> Key:
    assert isinstance(row, FrameChannel)
    return (row.between.value, _folded(row.name)) if row.name.strip() else ()


def _interpreter(row: Row) -> Key:
    assert isinstance(row, InterpreterOption)
    return _folded(row.language), _folded(row.name)


def _plan(row: Row) -> Key:
    assert isinstance(row, FramePlan)
    return (_folded(row.name),)


def _person(row: Row) -> Key:
    assert isinstance(row, FramePerson)
    facts = facts_of(row)
    return (row.role.value, _folded(facts.name), _folded(facts.workplace)) if facts.name else ()


KEYS: dict[type[Row], Callable[[Row], Key]] = {
    CoordinatingFunction: _function, FrameChannel: _channel, InterpreterOption: _interpreter, FramePlan: _plan,
    FramePerson: _person}
