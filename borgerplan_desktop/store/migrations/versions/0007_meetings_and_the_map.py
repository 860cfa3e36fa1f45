"""Meetings to their end, and the whole map: a series, why a plan was not adopted, what was said in the room; animals
and places, who is out of reach, what flows in a tie, kept maps, appointments that come back. The paper: in whose
language, with which logo, made for what.
"""
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


def part(table: str, name: str, target: str) -> sa.Column[Any]:
    return points(table, name, target, nullable=False)


def new_columns() -> list[tuple[str, sa.Column[Any]]]:
    return [
        ("agenda_item", sa.Column("from_room", sa.Boolean, nullable=False, server_default=sa.false())),
        ("agenda_template", sa.Column("kind", sa.String(40))),
        ("citizen", sa.Column("paper_language", sa.String, nullable=False, server_default="")),
        ("citizen", sa.Column("paper_beside", sa.Boolean, nullable=False, server_default=sa.false())),
        ("citizen", sa.Column("paper_large", sa.Boolean, nullable=False, server_default=sa.false())),
        ("citizen", sa.Column("folder_papers", sa.String, nullable=False, server_default="")),
        ("document", sa.Column("beside", sa.String, nullable=False, server_default="")),
        ("document", sa.Column("purpose", sa.String, nullable=False, server_default="")),
        ("document", sa.Column("has_password", sa.Boolean, nullable=False, server_default=sa.false())),
        ("meeting", sa.Column("known_as", sa.String, nullable=False, server_default="")),
        ("meeting", sa.Column("not_adopted_why", sa.Text, nullable=False, server_default="")),
        ("meeting", sa.Column("own_words_for_all", sa.Boolean, nullable=False, server_default=sa.false())),
        ("meeting", sa.Column("told", sa.Integer, nullable=False, server_default="0")),
        ("network_member", sa.Column("being", sa.String(40), nullable=False, server_default="person")),
        ("network_member", sa.Column("reach", sa.String(40), nullable=False, server_default="in_reach")),
        ("network_member", sa.Column("known_since", sa.String, nullable=False, server_default="")),
        ("network_member", sa.Column("wish", sa.String(40))),
        ("network_member", sa.Column("map_changed_on", sa.Date)),
        ("network_member", sa.Column("is_relative", sa.Boolean, nullable=False, server_default=sa.false())),
        ("network_member", sa.Column("is_peer", sa.Boolean, nullable=False, server_default=sa.false())),
        ("network_member", sa.Column("is_volunteer", sa.Boolean, nullable=False, server_default=sa.false())),
        ("professional", sa.Column("same_as_id", sa.String(36))),
        ("shelter", sa.Column("logo_digest", sa.String, nullable=False, server_default="")),
        ("shelter", sa.Column("logo_name", sa.String, nullable=False, server_default="")),
        ("template_point", sa.Column("kind", sa.String(40), nullable=False, server_default="talk")),
    ]


def new_tables() -> dict[str, list[sa.Column[Any]]]:
    def word(name: str) -> sa.Column[Any]:
        return sa.Column(name, sa.String(40), nullable=False)

    def yes_or_no(name: str) -> sa.Column[Any]:
        return sa.Column(name, sa.Boolean, nullable=False)

    def number(name: str, nullable: bool = False) -> sa.Column[Any]:
        return sa.Column(name, sa.Double, nullable=nullable)

    return {
        "approved_language": [sa.Column("language", sa.String, nullable=False),
                              sa.Column("approved_by", sa.String, nullable=False),
                              sa.Column("approved_on", sa.Date, nullable=False)],
        "kept_map": [sa.Column("on", sa.Date, nullable=False), sa.Column("title", sa.String, nullable=False)],
        "kept_place": [part("kept_place", "map_id", "kept_map"), part("kept_place", "member_id", "network_member"),
                       word("sector"), sa.Column("ring", sa.String(40)), word("reach"), number("x", True),
                       number("y", True), word("tie")],
        "kept_tie": [part("kept_tie", "map_id", "kept_map"), part("kept_tie", "one_id", "network_member"),
                     part("kept_tie", "other_id", "network_member"), word("quality")],
        "map_preset": [number("place"), sa.Column("name", sa.String, nullable=False), word("who"),
                       *map(yes_or_no, ("ties_between", "supports", "responsibilities", "focus", "anonymous"))],
        "sector_name": [word("sector"), number("place"), sa.Column("name", sa.String, nullable=False)],
        "standing_appointment": [
            number("place"), sa.Column("text", sa.Text, nullable=False),
            points("standing_appointment", "member_id", "network_member"),
            points("standing_appointment", "goal_id", "goal"), sa.Column("weekday", sa.Integer),
            sa.Column("at", sa.String, nullable=False), sa.Column("weeks", sa.Integer, nullable=False),
            sa.Column("place_text", sa.String, nullable=False), sa.Column("begins_on", sa.Date),
            sa.Column("ends_on", sa.Date)],
        "support": [part("support", "giver_id", "network_member"), part("support", "receiver_id", "network_member"),
                    word("kind")],
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
