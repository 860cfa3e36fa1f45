"""What a row of a case is: columns only, typed references, and nothing that can change behind our back."""
from __future__ import annotations

import enum
import uuid
from collections.abc import Mapping
from functools import cache
from inspect import iscoroutine
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple, Protocol, TypeVar, cast

from borgerplan_desktop.model.put_off import put_off


class _Cancelled(BaseException):
    """Nothing here runs in asyncio, so nothing is cancelled there."""


# SQLAlchemy loads asyncio, and that sockets and the encryption of the web: 4 MB that nobody here needs. What it looks
# up when the database refuses something is at hand, so that nothing has to be loaded in the middle of a trouble.
with put_off("asyncio", iscoroutine=iscoroutine, TimeoutError=TimeoutError, CancelledError=_Cancelled):
    import sqlalchemy as sa
    import sqlalchemy.dialects.sqlite  # asks for it too
    from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, class_mapper, mapped_column
    from sqlalchemy.orm.attributes import instance_dict, manager_of_class

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

Id = Annotated[str, mapped_column(sa.String(36))]
R = TypeVar("R", bound="Row")
Values = Mapping[str, Any]
LONG = 100_000                                           # characters in the longest text a field takes


class Field(Protocol):
    """A column named as the class attribute, `Goal.title`: a misspelt one is a type error, not a surprise."""

    key: str


class Reference(NamedTuple):
    """A column that points at another row of the same case."""

    target: str                                          # table name
    part: bool                                           # lives and dies with it; else it is emptied


def new_id() -> str:
    """A new row's id: known before it is stored, unique on every PC, so undo and visits keep it."""
    return str(uuid.uuid4())


def part_of(target: str) -> Any:
    """Column of a row that lives and dies with its owner."""
    return mapped_column(_key(target), index=True, info={"part_of": True})


def refers_to(target: str) -> Any:
    """Column that points at a row of the same case which may be removed: it is then emptied."""
    return mapped_column(_key(target), index=True, default=None)


def names(target: str) -> Any:
    """Column that points at a row of the shelter's case: no foreign key, never emptied (registers are retired)."""
    return mapped_column(default=None, info={"names": target})


def text(*, search: bool = False, counted: bool = False) -> Any:
    """A text a person writes; `search` = found by searching in everything written; `counted` = parts of its row count
    its characters, so it stands as it is as long as there are any.
    """
    return mapped_column(sa.Text, default="", info={"search": search, "counted": counted})


def stays(default: int) -> Any:
    """A number that undoing leaves as it is: what others were told of it is not taken back."""
    return mapped_column(default=default, info={"stays": True})


def choice(kind: type[enum.StrEnum], default: enum.StrEnum | None) -> Any:
    """A column that holds one of the words of an enumeration (its value is stored)."""
    return mapped_column(
        sa.Enum(kind, native_enum=False, length=40, values_callable=_values_of), default=default)


def _values_of(kind: type[enum.StrEnum]) -> list[str]:
    return [member.value for member in kind]


def _key(target: str) -> sa.ForeignKey:
    # checked at commit: the order of the statements in an action does not matter
    return sa.ForeignKey(target, deferrable=True, initially="DEFERRED")


class Removed(LookupError):
    """The row is not in a case (any more): somebody has removed it, perhaps from another window."""

    def __init__(self, row: Row) -> None:
        super().__init__(f"{type(row).__name__} {row.id} is not in a case")


class Row(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """One row of a case. Inside an action simply assign to it; elsewhere it refuses to change."""

    _case = cast("Case | None", None)                    # set on the instance while it is in a case
    _removed = cast("bool", False)                       # it was in a case, and is not any more
    sort_key: ClassVar[str] = "id"                       # the column that orders `case.all(kind)`
    only_one: ClassVar[tuple[str, ...]] = ()             # columns: of the kind there is but one for them
    metadata = sa.MetaData(naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s"})

    id: Mapped[Id] = mapped_column(primary_key=True, default_factory=new_id)
    case_id: Mapped[Id] = mapped_column(_key("case_file.id"), index=True, default="")
    rev: Mapped[int] = mapped_column(default=0)          # number of the audit line that last changed the row

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
        here = instance_dict(self)                       # where what was read from the store lies
        return {name: here[name] if name in here else getattr(self, name) for name in fields_of(type(self))}


case_file = sa.Table(
    "case_file", Row.metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("kind", sa.String(10), nullable=False),    # its name in `model.case_kinds`
)


def kinds() -> list[type[Row]]:
    """Every kind of row there is (all modules of the model must have been imported: `model.kinds` does)."""
    return [mapper.class_ for mapper in Row.registry.mappers]


def table_of(kind: type[Row]) -> sa.Table:
    return cast(sa.Table, kind.__table__)


def row_that_says(kind: type[R], values: Mapping[str, Any]) -> R:
    """A row of these values, in no case yet; what is left out is as in a new row.

    A case of a thousand rows is read in half the time: SQLAlchemy keeps no book of each value.
    """
    row = manager_of_class(kind).new_instance()
    instance_dict(row).update({**_unsaid(kind), **values})
    return row


@cache
def _unsaid(kind: type[Row]) -> dict[str, Any]:
    """What a new row says; its id aside."""
    class_mapper(kind)                                   # a program that has made no row yet has not set this up
    defaults: dict[str, Any] = {column.key: column.default for column in table_of(kind).columns if column.key != "id"}
    return {name: None if default is None else default.arg for name, default in defaults.items()}


@cache
def fields_of(kind: type[Row]) -> tuple[str, ...]:
    return tuple(c.key for c in table_of(kind).columns if c.key not in ("id", "case_id", "rev"))


@cache
def lines_of(kind: type[Row]) -> frozenset[str]:
    """The columns that hold a single line: a name, a phone number, a place."""
    return frozenset(name for name in fields_of(kind) if type(table_of(kind).columns[name].type) is sa.String)


@cache
def days_of(kind: type[Row]) -> frozenset[str]:
    """The columns that hold a day."""
    return frozenset(name for name in fields_of(kind) if type(table_of(kind).columns[name].type) is sa.Date)


@cache
def stay_of(kind: type[Row]) -> frozenset[str]:
    """The columns that undoing leaves as they are."""
    return frozenset(c.key for c in table_of(kind).columns if c.info.get("stays"))


@cache
def texts_of(kind: type[Row]) -> tuple[str, ...]:
    """The columns in which a person writes words."""
    columns = table_of(kind).columns
    return tuple(name for name in fields_of(kind) if isinstance(columns[name].type, sa.String)
                 and not isinstance(columns[name].type, sa.Enum)
                 and name not in references_of(kind) and name not in names_of(kind))


@cache
def references_of(kind: type[Row]) -> dict[str, Reference]:
    """The columns that point at another row of the case."""
    return {c.key: Reference(next(iter(c.foreign_keys)).target_fullname.split(".")[0], bool(c.info.get("part_of")))
            for c in table_of(kind).columns if c.foreign_keys and c.key != "case_id"}


@cache
def names_of(kind: type[Row]) -> dict[str, str]:
    """The columns that name a row of the shelter's own case, and that row's table."""
    return {c.key: c.info["names"] for c in table_of(kind).columns if c.info.get("names")}


@cache
def referrers_of(kind: type[Row]) -> list[tuple[type[Row], str, bool]]:
    """(kind, column, part) of every column that may point at a row of this kind."""
    return [(other, name, ref.part) for other in kinds() for name, ref in references_of(other).items()
            if ref.target == kind.__tablename__]


@cache
def counted_of(kind: type[Row]) -> frozenset[str]:
    """The columns whose characters the parts of the row count."""
    return frozenset(c.key for c in table_of(kind).columns if c.info.get("counted"))


@cache
def searched_fields_of(kind: type[Row]) -> frozenset[str]:
    return frozenset(c.key for c in table_of(kind).columns if c.info.get("search"))
