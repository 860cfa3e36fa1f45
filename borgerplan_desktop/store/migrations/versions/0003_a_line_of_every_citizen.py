"""One line of every citizen in the order of the lists, so that an archive of a hundred thousand is listed at once.

The tables only: the lines are made of the rows when all steps are done.
"""
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

FULL_TEXT = (
    "CREATE VIRTUAL TABLE citizen_text USING fts5(parts, content='citizen_line', content_rowid='place', "
    "detail=none, columnsize=0, prefix='1 2 3', tokenize='ascii')",
    "CREATE TRIGGER citizen_line_in AFTER INSERT ON citizen_line BEGIN "
    "INSERT INTO citizen_text(rowid, parts) VALUES (new.place, new.parts); END",
    "CREATE TRIGGER citizen_line_out AFTER DELETE ON citizen_line BEGIN "
    "INSERT INTO citizen_text(citizen_text, rowid, parts) VALUES ('delete', old.place, old.parts); END",
    "CREATE TRIGGER citizen_line_new AFTER UPDATE OF parts ON citizen_line WHEN old.parts <> new.parts BEGIN "
    "INSERT INTO citizen_text(citizen_text, rowid, parts) VALUES ('delete', old.place, old.parts); "
    "INSERT INTO citizen_text(rowid, parts) VALUES (new.place, new.parts); END",
)


def upgrade() -> None:
    whole = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "citizen_line",
        sa.Column("place", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False, autoincrement=False),
        sa.Column("case_id", sa.String(36), sa.ForeignKey("case_file.id", name="fk_citizen_line_case_id"),
                  nullable=False),
        sa.Column("sorted_as", whole, nullable=False), sa.Column("parts", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False), sa.Column("room", sa.Text, nullable=False),
        sa.Column("contact_person_id", sa.String(36)), sa.Column("first_contact_on", sa.Date),
        sa.Column("closed_on", sa.Date), sa.Column("is_closed", sa.Boolean, nullable=False),
        sa.Column("waiting_for", sa.Text, nullable=False), sa.Column("adopted", sa.Integer),
        sa.Column("meeting_at", sa.DateTime), sa.Column("has_coordinator", sa.Boolean, nullable=False),
        sa.Column("agreement_due", sa.Date), sa.Column("step_due", sa.Date), sa.Column("follow_up_on", sa.Date),
        sa.Column("calm_until", sa.Date), sa.PrimaryKeyConstraint("place", name="pk_citizen_line"))
    op.create_index("ix_citizen_line_case_id", "citizen_line", ["case_id"], unique=True)
    op.create_index("ix_citizen_line_sorted", "citizen_line", ["sorted_as", "case_id"])
    for name in ("contact_person_id", "meeting_at", "agreement_due", "step_due", "follow_up_on", "calm_until"):
        op.create_index(f"ix_citizen_line_{name}", "citizen_line", ["is_closed", name])
    for name in ("cpr", "ecpr"):
        op.create_index(f"ix_citizen_{name}", "citizen", [name])
    if op.get_context().dialect.name == "sqlite":
        for statement in FULL_TEXT:
            op.execute(statement)
