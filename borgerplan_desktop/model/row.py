"""What a row of a case is: columns only, typed references, and nothing that can change behind our back.

No database is needed to have rows: `store.tables` makes tables of what is said here.
"""
from __future__ import annotations

import enum
import sys
import typing
import uuid
from collections.abc import Iterable, Mapping
from copy import copy
from datetime import date
from functools import cache, cached_property
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple, Protocol, TypeVar, Union, cast

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped  # what a query of the store may ask of `Goal.title`

    from borgerplan_desktop.model.case import Case
else:
    Mapped = Union                                       # of one type is that type

Id = Annotated[str, 36]                                  # so many characters
R = TypeVar("R", bound="Row")
Values = Mapping[str, Any]
LONG = 100_000                                           # characters in the longest text a field takes
_NOTHING: Any = object()


class Field(Protocol):
    """A column named as the class attribute, `Goal.title`: a misspelt one is a type error, not a surprise."""

    key: str


class Reference(NamedTuple):
    """A column that points at another row of the same case."""

    target: str                                          # table name
    part: bool                                           # lives and dies with it; else it is emptied


class Column:
    """A column as its class has it, `Goal.title`; each row has its own value there."""

    key: str
    kind: type[Row]

    def __init__(self, default: Any, *, index: bool = False, long: bool = False, target: str = "",
                 words: type[enum.StrEnum] | None = None, info: Mapping[str, Any] | None = None) -> None:
        self.required = default is _NOTHING
        self.default: Any = None if self.required else default
        self.index, self.long, self.words = index, long, words
        self.target = target                             # "table.id" of what it points at; "" = nothing
        self.info = info or {}

    def __set_name__(self, kind: type[Row], name: str) -> None:
        self.kind, self.key = kind, name

    def __get__(self, row: Row | None, kind: type[Row]) -> Column:
        if row is None:
            return self
        raise AttributeError(f"{kind.__name__} without its {self.key}")  # where it has one, nobody asks here

    def of(self, kind: type[Row]) -> Column:
        """The same column of another kind."""
        mine = copy(self)
        mine.kind = kind
        return mine

    @cached_property
    def _said(self) -> tuple[Any, bool]:
        said_of = self.kind if self.key in self.kind.__annotations__ else Row
        return _said(said_of.__module__, said_of.__annotations__[self.key])

    @property
    def type(self) -> type:
        """Of the values in it; of a choice its enumeration."""
        return str if self.length else self._said[0]

    @property
    def length(self) -> int | None:
        """The most characters, where the table sets a bound."""
        return typing.get_args(Id)[1] if self._said[0] is Id else None

    @property
    def nullable(self) -> bool:
        """Whether it may be empty: None."""
        return self._said[1]


@cache
def _said(module: str, annotation: str) -> tuple[Any, bool]:
    """The type that the annotation in a module of the model says, and whether there may be none.

    `typing.get_type_hints` reads each class anew: 40 ms for all of them.
    """
    said = eval(annotation, vars(sys.modules[module]))
    if typing.get_origin(said) in (Union, UnionType):
        return typing.get_args(said)[0], True
    return said, False


def new_id() -> str:
    """A new row's id: known before it is stored, unique on every PC, so undo and visits keep it."""
    return str(uuid.uuid4())


def mapped_column(*, default: Any = _NOTHING, index: bool = False, info: Mapping[str, Any] | None = None) -> Any:
    """A column; without a default each new row must say it. `index` = looked up by it in the database."""
    return Column(default, index=index, info=info)


def part_of(target: str) -> Any:
    """Column of a row that lives and dies with its owner."""
    return Column(_NOTHING, index=True, target=target, info={"part_of": True})


def refers_to(target: str) -> Any:
    """Column that points at a row of the same case which may be removed: it is then emptied."""
    return Column(None, index=True, target=target)


def names(target: str) -> Any:
    """Column that points at a row of the shelter's case: no foreign key, never emptied (registers are retired)."""
    return mapped_column(default=None, info={"names": target})


def text(*, search: bool = False, counted: bool = False) -> Any:
    """A text a person writes; `search` = found by searching in everything written; `counted` = parts of its row count
    its characters, so it stands as it is as long as there are any.
    """
    return Column("", long=True, info={"search": search, "counted": counted})


def stays(default: int) -> Any:
    """A number that undoing leaves as it is: what others were told of it is not taken back."""
    return mapped_column(default=default, info={"stays": True})


def choice(kind: type[enum.StrEnum], default: enum.StrEnum | None) -> Any:
    """A column that holds one of the words of an enumeration (its value is stored)."""
    return Column(default, words=kind)


class Removed(LookupError):
    """The row is not in a case (any more): somebody has removed it, perhaps from another window."""

    def __init__(self, row: Row) -> None:
        super().__init__(f"{type(row).__name__} {row.id} is not in a case")


def _columns(kind: type[Row]) -> dict[str, Column]:
    return {name: column for name, column in vars(kind).items() if isinstance(column, Column)}


@typing.dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(mapped_column,))
class _Kind:
    """Whose classes take their columns as keywords, for whoever checks types."""


class Row(_Kind):
    """One row of a case. Inside an action simply assign to it; elsewhere it refuses to change."""

    __tablename__: ClassVar[str]
    columns: ClassVar[Mapping[str, Column]]              # by name
    indexes: ClassVar[Mapping[str, tuple[str, ...]]] = {}        # further ones of the database: the columns of each
    sort_key: ClassVar[str] = "id"                       # the column that orders `case.all(kind)`
    only_one: ClassVar[tuple[str, ...]] = ()             # columns: of the kind there is but one for them
    _case = cast("Case | None", None)                    # set on the instance while it is in a case
    _removed = cast("bool", False)                       # it was in a case, and is not any more

    id: Mapped[Id] = mapped_column(default=None)         # a new row gets one
    case_id: Mapped[Id] = mapped_column(default="", index=True)
    rev: Mapped[int] = mapped_column(default=0)          # number of the audit line that last changed the row

    def __init_subclass__(cls) -> None:
        for name, column in _columns(Row).items():
            setattr(cls, name, column.of(cls))
        cls.columns = _columns(cls)

    if not TYPE_CHECKING:
        def __init__(self, **values: Any) -> None:
            kind = type(self)
            if values.keys() - kind.columns.keys() or _required(kind) - values.keys():
                raise TypeError(f"{kind.__name__}({', '.join(values)})")
            vars(self).update(_unsaid(kind), **values)
            if "id" not in values:
                vars(self)["id"] = new_id()

    if not TYPE_CHECKING:                                # a visible __setattr__ lets pyright accept `goal.titel = ...`
        def __setattr__(self, name: str, value: Any) -> None:
            case = self._case
            if case is not None:
                case.assign(self, name, value)
            elif self._removed:
                raise Removed(self)                      # what is written there would be lost without a word
            else:
                object.__setattr__(self, name, value)

    @property
    def case(self) -> Case:
        if self._case is None:
            raise Removed(self)
        return self._case

    @classmethod
    def only(cls, values: Values) -> object:
        """By what there is only one of the kind, with these values; None = there may be any number."""
        return tuple(values[name] for name in cls.only_one) or None

    @property
    def exists(self) -> bool:
        return self._case is not None

    def values(self) -> dict[str, Any]:
        """What a person can change in the row."""
        here = vars(self)
        return {name: here[name] for name in fields_of(type(self))}


def kinds() -> list[type[Row]]:
    """Every kind of row there is (all modules of the model must have been imported: `model.kinds` does)."""
    return Row.__subclasses__()


def bare_row(kind: type[R], values: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> R:
    """A row of these values, in no case yet; every column must be among them."""
    row = kind.__new__(kind)
    vars(row).update(values)
    return row


def row_that_says(kind: type[R], values: Mapping[str, Any]) -> R:
    """A row of these values, in no case yet; what is left out is as in a new row."""
    return bare_row(kind, {**_unsaid(kind), **values})


@cache
def _unsaid(kind: type[Row]) -> dict[str, Any]:
    """What a new row says; its id aside."""
    return {name: column.default for name, column in kind.columns.items() if name != "id"}


@cache
def _required(kind: type[Row]) -> frozenset[str]:
    return frozenset(name for name, column in kind.columns.items() if column.required)


@cache
def fields_of(kind: type[Row]) -> tuple[str, ...]:
    return tuple(name for name in kind.columns if name not in ("id", "case_id", "rev"))


@cache
def lines_of(kind: type[Row]) -> frozenset[str]:
    """The columns that hold a single line: a name, a phone number, a place."""
    return frozenset(name for name in fields_of(kind) if kind.columns[name].type is str and not kind.columns[name].long)


@cache
def days_of(kind: type[Row]) -> frozenset[str]:
    """The columns that hold a day."""
    return frozenset(name for name in fields_of(kind) if kind.columns[name].type is date)


@cache
def stay_of(kind: type[Row]) -> frozenset[str]:
    """The columns that undoing leaves as they are."""
    return _marked(kind, "stays")


@cache
def texts_of(kind: type[Row]) -> tuple[str, ...]:
    """The columns in which a person writes words."""
    return tuple(name for name in fields_of(kind) if kind.columns[name].type is str
                 and name not in references_of(kind) and name not in names_of(kind))


@cache
def references_of(kind: type[Row]) -> dict[str, Reference]:
    """The columns that point at another row of the case."""
    return {name: Reference(column.target.split(".")[0], bool(column.info.get("part_of")))
            for name, column in kind.columns.items() if column.target}


@cache
def names_of(kind: type[Row]) -> dict[str, str]:
    """The columns that name a row of the shelter's own case, and that row's table."""
    return {name: column.info["names"] for name, column in kind.columns.items() if column.info.get("names")}


@cache
def referrers_of(kind: type[Row]) -> list[tuple[type[Row], str, bool]]:
    """(kind, column, part) of every column that may point at a row of this kind."""
    return [(other, name, ref.part) for other in kinds() for name, ref in references_of(other).items()
            if ref.target == kind.__tablename__]


@cache
def counted_of(kind: type[Row]) -> frozenset[str]:
    """The columns whose characters the parts of the row count."""
    return _marked(kind, "counted")


@cache
def searched_fields_of(kind: type[Row]) -> frozenset[str]:
    return _marked(kind, "search")


def _marked(kind: type[Row], mark: str) -> frozenset[str]:
    return frozenset(name for name, column in kind.columns.items() if column.info.get(mark))
