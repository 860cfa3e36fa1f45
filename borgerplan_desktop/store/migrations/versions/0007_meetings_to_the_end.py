"""Meetings to their end: the rest of a series, why a plan was not adopted, what was said and wanted in the room."""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


POINTERS = (                                             # (table, column, the table it points at)
    ("meeting", "series_id", "meeting"),
)


def points(table: str, name: str, target: str, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.String(36), sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED",
                                                        name=f"fk_{table}_{name}"), nullable=nullable)


def new_columns() -> list[tuple[str, sa.Column[Any]]]:
    return [
        ("agenda_item", sa.Column("from_room", sa.Boolean, nullable=False, server_default=sa.false())),
        ("agenda_template", sa.Column("kind", sa.String(40))),
        ("meeting", sa.Column("known_as", sa.String, nullable=False, server_default="")),
        ("meeting", sa.Column("not_adopted_why", sa.Text, nullable=False, server_default="")),
        ("meeting", sa.Column("own_words_for_all", sa.Boolean, nullable=False, server_default=sa.false())),
        ("meeting", sa.Column("told", sa.Integer, nullable=False, server_default="0")),
        ("template_point", sa.Column("kind", sa.String(40), nullable=False, server_default="talk")),
    ]


def new_tables() -> dict[str, list[sa.Column[Any]]]:
    return {
    }


def upgrade() -> None:
    for name, columns in new_tables().items():
        op.create_table(name, *columns, sa.Column("id", sa.String(36), nullable=False),
                        points(name, "case_id", "case_file", nullable=False),
                        sa.Column("rev", sa.Integer, nullable=False), sa.PrimaryKeyConstraint("id", name=f"pk_{name}"))
        for column in (*columns, None):
            if column is None or column.foreign_keys:
                indexed = "case_id" if column is None else column.name
                op.create_index(f"ix_{name}_{indexed}", name, [indexed])
    for table, column in new_columns():
        op.add_column(table, column)
    for table, name, target in POINTERS:
        key = f"REFERENCES {target} (id) DEFERRABLE INITIALLY DEFERRED"
        # a column that is added can have no named key; the remark is what the comparison with the model reads it from
        op.execute(f"ALTER TABLE {table} ADD COLUMN {name} VARCHAR(36) {key} "
                   f"/* CONSTRAINT fk_{table}_{name} FOREIGN KEY({name}) {key} */")
        op.create_index(f"ix_{table}_{name}", table, [name])
