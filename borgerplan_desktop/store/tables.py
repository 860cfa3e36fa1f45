"""The tables of the rows, made of what the model says of their columns; and how a query names them.

A kind and its columns may stand in any statement of SQLAlchemy: `sa.select(Goal.title).where(Goal.status == …)`.
"""
from __future__ import annotations

import enum
from datetime import date, datetime
from functools import cache
from threading import RLock
from typing import Any

from borgerplan_desktop.model.kinds import KINDS
from borgerplan_desktop.model.row import Column, Row
from borgerplan_desktop.store.sql import ColumnOperators, sa

metadata = sa.MetaData(naming_convention={
    "ix": "ix_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s"})

case_file = sa.Table(
    "case_file", metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("kind", sa.String(10), nullable=False),    # its name in `model.case_kinds`
)

_TYPES: dict[type, type[sa.types.TypeEngine[Any]]] = {
    bool: sa.Boolean, int: sa.Integer, float: sa.Double, date: sa.Date, datetime: sa.DateTime}


_making = RLock()                                        # SQLAlchemy does not make two at once


@cache
def table_of(kind: type[Row]) -> sa.Table:
    """The kind's table, made when it is first asked for: who opens a case needs half of them, and all take 70 ms."""
    with _making:
        there = metadata.tables.get(kind.__tablename__)
        return _table(kind) if there is None else there


def whole_schema() -> sa.MetaData:
    """With the table of every kind."""
    for kind in KINDS:
        table_of(kind)
    return metadata


def _table(kind: type[Row]) -> sa.Table:
    return sa.Table(kind.__tablename__, metadata, *(_column(column) for column in kind.columns.values()),
                    *(sa.Index(name, *columns) for name, columns in kind.indexes.items()))


def _column(column: Column) -> sa.Column[Any]:
    target = column.target or ("case_file.id" if column.key == "case_id" else "")
    # checked at commit: the order of the statements in an action does not matter
    keys = [sa.ForeignKey(target, deferrable=True, initially="DEFERRED")] if target else []
    return sa.Column(column.key, _type(column), *keys, primary_key=column.key == "id", nullable=column.nullable,
                     index=column.index or None, default=column.default, info=dict(column.info))


def _type(column: Column) -> sa.types.TypeEngine[Any]:
    if column.words is not None:
        return sa.Enum(column.words, native_enum=False, length=40, values_callable=_values_of)
    if column.type is str:
        return sa.Text() if column.long else sa.String(column.length)
    return _TYPES[column.type]()


def _values_of(kind: type[enum.StrEnum]) -> list[str]:
    return [member.value for member in kind]


class _InQueries(Column, ColumnOperators):
    """A column of the model that can be compared, sorted by and selected: it stands for its table's."""

    @property
    def expression(self) -> sa.Column[Any]:
        return table_of(self.kind).c[self.key]

    def __clause_element__(self) -> sa.Column[Any]:      # how SQLAlchemy asks for it
        return self.expression

    def operate(self, op: Any, *other: Any, **how: Any) -> Any:
        return op(self.expression, *other, **how)

    def reverse_operate(self, op: Any, other: Any, **how: Any) -> Any:
        return op(other, self.expression, **how)


Row.__clause_element__ = classmethod(table_of)           # type: ignore[attr-defined]  (how SQLAlchemy asks for it)
for _each in (column for kind in KINDS for column in kind.columns.values()):
    _each.__class__ = _InQueries
