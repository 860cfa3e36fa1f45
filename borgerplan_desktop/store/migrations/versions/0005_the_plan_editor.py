"""The plan editor: follow-up, earlier plans passage by passage, approvals, habits."""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


POINTERS = (                                             # (table, column, the table it points at)
    ("agreement", "done_by_id", "network_member"),
    ("step", "done_by_id", "network_member"),
)


def points(table: str, name: str, target: str, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.String(36), sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED",
                                                        name=f"fk_{table}_{name}"), nullable=nullable)


def new_columns() -> list[tuple[str, sa.Column[Any]]]:
    return [
        ("agreement", sa.Column("area", sa.String(40))),
        ("earlier_plan", sa.Column("file_name", sa.String, nullable=False, server_default="")),
        ("earlier_plan", sa.Column("kept_because", sa.String, nullable=False, server_default="")),
        ("earlier_plan", sa.Column("outcome", sa.String(40), nullable=False, server_default="open")),
        ("earlier_plan", sa.Column("settled_on", sa.Date)),
        ("goal", sa.Column("closed_on", sa.Date)),
        ("goal", sa.Column("how_it_went", sa.Text, nullable=False, server_default="")),
        ("goal", sa.Column("stalls_because", sa.Text, nullable=False, server_default="")),
        ("intervention", sa.Column("unit", sa.String(40))),
        ("network_member", sa.Column("own_doctor", sa.Boolean, nullable=False, server_default="0")),
        ("note", sa.Column("kind", sa.String(40))),
        ("note", sa.Column("was_about", sa.String, nullable=False, server_default="")),
        ("plan", sa.Column("follow_up_weeks", sa.Integer)),
        ("plan", sa.Column("next_talk_on", sa.Date)),
    ]


def new_tables() -> dict[str, list[sa.Column[Any]]]:
    return {
        "follow_up_day": [
            sa.Column("on", sa.Date, nullable=False), points("follow_up_day", "plan_id", "plan", nullable=False),
            sa.Column("done_on", sa.Date)],
        "habit": [
            sa.Column("kind", sa.String(40), nullable=False), sa.Column("now", sa.Text, nullable=False),
            sa.Column("wish", sa.Text, nullable=False), sa.Column("follow_up_on", sa.Date)],
        "intervention_review": [
            sa.Column("on", sa.Date, nullable=False),
            points("intervention_review", "intervention_id", "intervention", nullable=False),
            sa.Column("outcome", sa.String(40), nullable=False), sa.Column("why", sa.Text, nullable=False),
            sa.Column("ended_before", sa.Date), sa.Column("author_id", sa.String(36)),
            points("intervention_review", "meeting_id", "meeting")],
        "passage": [
            sa.Column("start", sa.Integer, nullable=False), sa.Column("end", sa.Integer, nullable=False),
            points("passage", "plan_id", "earlier_plan", nullable=False),
            sa.Column("use", sa.String(40), nullable=False), sa.Column("row_id", sa.String, nullable=False),
            sa.Column("field", sa.String, nullable=False)],
        "plan_approval": [
            sa.Column("place", sa.Double, nullable=False),
            points("plan_approval", "version_id", "plan_version", nullable=False),
            points("plan_approval", "member_id", "network_member"), sa.Column("name", sa.String, nullable=False),
            sa.Column("agreed", sa.String(40)), sa.Column("comment", sa.Text, nullable=False),
            sa.Column("signed", sa.String(40), nullable=False), sa.Column("signed_on", sa.Date),
            sa.Column("signature_digest", sa.String, nullable=False)],
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
