"""Templates of courses, phrases, and what a meeting's papers and calendar need."""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def points(table: str, name: str, target: str, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.String(36), sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED",
                                                        name=f"fk_{table}_{name}"), nullable=nullable)


def new_columns() -> list[tuple[str, sa.Column[Any]]]:
    return [
        ("participant", sa.Column("edition", sa.Integer, nullable=False, server_default="0")),
        ("participant", sa.Column("minutes_as_given", sa.String, nullable=False, server_default="")),
        ("plan", sa.Column("template_id", sa.String(36))),
    ]


def new_tables() -> dict[str, list[sa.Column[Any]]]:
    return {
        "agenda_template": [
            sa.Column("title", sa.String, nullable=False), sa.Column("retired", sa.Boolean, nullable=False)],
        "edition_point": [
            points("edition_point", "edition_id", "meeting_edition", nullable=False),
            sa.Column("place", sa.Double, nullable=False), sa.Column("item_id", sa.String, nullable=False),
            sa.Column("title", sa.Text, nullable=False), sa.Column("minutes", sa.Integer, nullable=False),
            sa.Column("area", sa.String(40))],
        "meeting_edition": [
            sa.Column("number", sa.Integer, nullable=False), sa.Column("made_at", sa.DateTime, nullable=False),
            points("meeting_edition", "meeting_id", "meeting", nullable=False), sa.Column("starts_at", sa.DateTime),
            sa.Column("ends_at", sa.DateTime), sa.Column("place_text", sa.String, nullable=False),
            sa.Column("purpose", sa.Text, nullable=False)],
        "own_word": [
            sa.Column("word", sa.String, nullable=False)],
        "phrase": [
            sa.Column("short", sa.String, nullable=False), sa.Column("text", sa.Text, nullable=False),
            sa.Column("retired", sa.Boolean, nullable=False)],
        "plan_template": [
            sa.Column("title", sa.String, nullable=False), sa.Column("target_group", sa.Text, nullable=False),
            sa.Column("taken_in", sa.Text, nullable=False), sa.Column("not_taken_in", sa.Text, nullable=False),
            sa.Column("follow_up_weeks", sa.Integer), sa.Column("responsible", sa.String, nullable=False),
            sa.Column("retired", sa.Boolean, nullable=False)],
        "template_goal": [
            sa.Column("place", sa.Double, nullable=False),
            points("template_goal", "template_id", "plan_template", nullable=False),
            sa.Column("title", sa.Text, nullable=False), sa.Column("area", sa.String(40)),
            sa.Column("type", sa.String(40)), sa.Column("steps", sa.Text, nullable=False),
            sa.Column("help", sa.Text, nullable=False), sa.Column("weeks", sa.Integer),
            sa.Column("responsible", sa.String, nullable=False)],
        "template_point": [
            sa.Column("place", sa.Double, nullable=False),
            points("template_point", "template_id", "agenda_template", nullable=False),
            sa.Column("title", sa.Text, nullable=False), sa.Column("minutes", sa.Integer, nullable=False),
            sa.Column("lead", sa.String(40)), sa.Column("round", sa.Boolean, nullable=False),
            sa.Column("goals", sa.Boolean, nullable=False)],
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
