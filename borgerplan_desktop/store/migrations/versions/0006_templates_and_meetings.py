"""Templates of courses, phrases, and what a meeting's papers and calendar need."""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


POINTERS = (                                             # (table, column, the table it points at)
    ("meeting", "called_by_id", "network_member"),
)


def points(table: str, name: str, target: str, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.String(36), sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED",
                                                        name=f"fk_{table}_{name}"), nullable=nullable)


def new_columns() -> list[tuple[str, sa.Column[Any]]]:
    return [
        ("agenda_item", sa.Column("decided", sa.Text, nullable=False, server_default="")),
        ("agenda_item", sa.Column("kind", sa.String(40), nullable=False, server_default="talk")),
        ("agenda_item", sa.Column("used", sa.Integer, nullable=False, server_default="0")),
        ("meeting", sa.Column("end_moved", sa.Integer, nullable=False, server_default="0")),
        ("meeting", sa.Column("held_as", sa.String(40), nullable=False, server_default="in_person")),
        ("meeting", sa.Column("item_since", sa.DateTime)),
        ("meeting", sa.Column("link", sa.Text, nullable=False, server_default="")),
        ("meeting", sa.Column("own_words", sa.Text, nullable=False, server_default="")),
        ("meeting", sa.Column("paused_at", sa.DateTime)),
        ("meeting", sa.Column("turn_since", sa.DateTime)),
        ("participant", sa.Column("came_at", sa.DateTime)),
        ("participant", sa.Column("edition", sa.Integer, nullable=False, server_default="0")),
        ("participant", sa.Column("left_at", sa.DateTime)),
        ("participant", sa.Column("minutes_as_given", sa.String, nullable=False, server_default="")),
        ("participant", sa.Column("replied_at", sa.DateTime)),
        ("participant", sa.Column("replied_to", sa.Integer, nullable=False, server_default="0")),
        ("participant", sa.Column("reply", sa.String(40))),
        ("participant", sa.Column("reply_words", sa.Text, nullable=False, server_default="")),
        ("participant", sa.Column("spoke", sa.Integer, nullable=False, server_default="0")),
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
        "leader_pad": [
            points("leader_pad", "meeting_id", "meeting", nullable=False), sa.Column("staff_id", sa.String(36)),
            sa.Column("text", sa.Text, nullable=False)],
        "meeting_edition": [
            sa.Column("made_at", sa.DateTime, nullable=False), sa.Column("number", sa.Integer, nullable=False),
            points("meeting_edition", "meeting_id", "meeting", nullable=False), sa.Column("starts_at", sa.DateTime),
            sa.Column("ends_at", sa.DateTime), sa.Column("place_text", sa.String, nullable=False),
            sa.Column("held_as", sa.String(40), nullable=False), sa.Column("link", sa.Text, nullable=False),
            sa.Column("purpose", sa.Text, nullable=False), sa.Column("called_off", sa.Boolean, nullable=False)],
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
    for table, name, target in POINTERS:
        key = f"REFERENCES {target} (id) DEFERRABLE INITIALLY DEFERRED"
        # a column that is added can have no named key; the remark is what the comparison with the model reads it from
        op.execute(f"ALTER TABLE {table} ADD COLUMN {name} VARCHAR(36) {key} "
                   f"/* CONSTRAINT fk_{table}_{name} FOREIGN KEY({name}) {key} */")
        op.create_index(f"ix_{table}_{name}", table, [name])
