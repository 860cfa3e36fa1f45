"""Who was asked for responsibility, names in our letters, people who left the map, answers per topic, and more."""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from borgerplan_desktop.store.search import FULL_TEXT, spelled

revision = "0002"
down_revision = "0001"


def new_columns() -> list[tuple[str, sa.Column[Any]]]:
    return [
        ("citizen", sa.Column("latin_name", sa.String, nullable=False, server_default="")),
        ("citizen", sa.Column("ecpr", sa.String, nullable=False, server_default="")),
        ("consent_topic", sa.Column("answer", sa.String(40), nullable=False, server_default="yes")),
        ("cooperation", sa.Column("ties_may_be_shared", sa.Boolean, nullable=False, server_default=sa.false())),
        ("coordinator_assignment", sa.Column("said_yes_on", sa.Date)),
        ("document", sa.Column("reader", sa.String(40), nullable=False, server_default="citizen")),
        ("network_member", sa.Column("latin_name", sa.String, nullable=False, server_default="")),
        ("network_member", sa.Column("removed_on", sa.Date)),
        ("note", sa.Column("about_on", sa.Date)),
        ("professional", sa.Column("latin_name", sa.String, nullable=False, server_default="")),
        ("shelter", sa.Column("meeting_lock_minutes", sa.Integer, nullable=False, server_default="60")),
        ("shelter", sa.Column("call_when_off", sa.Text, nullable=False, server_default="")),
        ("staff_member", sa.Column("latin_name", sa.String, nullable=False, server_default="")),
        ("step", sa.Column("done_with_goal", sa.Boolean, nullable=False, server_default=sa.false())),
    ]


def points(name: str, target: str, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.String(36), sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED",
                                                        name=f"fk_responsibility_request_{name}"), nullable=nullable)


def upgrade() -> None:
    for table, column in new_columns():
        op.add_column(table, column)
    # whoever was made coordinator before anybody asked for a yes has had the task ever since
    op.execute("UPDATE coordinator_assignment SET said_yes_on = since WHERE NOT temporary")
    op.create_table(
        "responsibility_request", points("course_id", "course", nullable=False),
        sa.Column("office", sa.Text, nullable=False), points("member_id", "network_member"),
        sa.Column("asked_on", sa.Date), sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("answered_on", sa.Date), sa.Column("answer", sa.Text, nullable=False),
        sa.Column("id", sa.String(36), nullable=False), points("case_id", "case_file", nullable=False),
        sa.Column("rev", sa.Integer, nullable=False), sa.PrimaryKeyConstraint("id", name="pk_responsibility_request"))
    for column in ("course_id", "member_id", "case_id"):
        op.create_index(f"ix_responsibility_request_{column}", "responsibility_request", [column])
    find_every_spelling()


def find_every_spelling() -> None:
    """Searching finds a word in every way it may be typed: what is there already is indexed anew."""
    op.add_column("search_entry", sa.Column("spelled", sa.Text, nullable=False, server_default=""))
    conn = op.get_bind()
    sqlite = conn.dialect.name == "sqlite"
    if sqlite:
        for statement in ("DROP TRIGGER IF EXISTS search_entry_in", "DROP TRIGGER IF EXISTS search_entry_out",
                          "DROP TABLE IF EXISTS search_text"):
            op.execute(statement)
    for id, text in conn.execute(sa.text("SELECT id, text FROM search_entry")).all():
        conn.execute(sa.text("UPDATE search_entry SET spelled = :spelled WHERE id = :id"),
                     {"id": id, "spelled": spelled(text)})
    if sqlite:
        for statement in FULL_TEXT:
            op.execute(statement)
        op.execute("INSERT INTO search_text(search_text) VALUES ('rebuild')")
