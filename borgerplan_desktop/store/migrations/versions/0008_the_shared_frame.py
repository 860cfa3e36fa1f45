"""The shelter's shared frame: the directory grows, the frame with its versions, the plan of activities, ideas to the
house, the yearly report, and what the shelter calls rings, life areas and the lines of its checklists.
"""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def points(table: str, name: str, target: str, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.String(36), sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED",
                                                        name=f"fk_{table}_{name}"), nullable=nullable)


def part(table: str, name: str, target: str) -> sa.Column[Any]:
    return points(table, name, target, nullable=False)


def new_columns() -> list[tuple[str, sa.Column[Any]]]:
    return [
        ("shelter", sa.Column("frame_warning_days", sa.Integer, nullable=False, server_default="14")),
        *(("service", sa.Column(name, sa.Text, nullable=False, server_default=""))
          for name in ("taken_in", "not_taken_in", "opening_hours")),
        *(("service", sa.Column(name, sa.String, nullable=False, server_default=""))
          for name in ("contact", "website")),
        ("service", sa.Column("valid_until", sa.Date)),
        ("service", sa.Column("closes_on", sa.Date)),
        ("service", sa.Column("same_as_id", sa.String(36))),
        ("relapse_sign", sa.Column("service_id", sa.String(36))),
    ]


def new_tables() -> dict[str, list[sa.Column[Any]]]:
    def word(name: str, nullable: bool = False) -> sa.Column[Any]:
        return sa.Column(name, sa.String(40), nullable=nullable)

    def line(name: str) -> sa.Column[Any]:
        return sa.Column(name, sa.String, nullable=False)

    def prose(name: str) -> sa.Column[Any]:
        return sa.Column(name, sa.Text, nullable=False)

    def day(name: str, nullable: bool = True) -> sa.Column[Any]:
        return sa.Column(name, sa.Date, nullable=nullable)

    def number(name: str, nullable: bool = False) -> sa.Column[Any]:
        return sa.Column(name, sa.Integer, nullable=nullable)

    def yes_or_no(name: str) -> sa.Column[Any]:
        return sa.Column(name, sa.Boolean, nullable=False)

    def place() -> sa.Column[Any]:
        return sa.Column("place", sa.Double, nullable=False)

    return {
        "activity": [place(), prose("title"), line("when_words"), day("first_on"), number("times_a_year", True),
                     day("until"), line("who"), points("activity", "person_id", "frame_person"), word("status"),
                     prose("notes")],
        "activity_done": [part("activity_done", "activity_id", "activity"), day("due_on", False), day("done_on"),
                          prose("note")],
        "activity_objective": [part("activity_objective", "activity_id", "activity"), word("objective")],
        "checklist_point": [place(), word("phase"), prose("text"), yes_or_no("retired")],
        "coordinating_function": [place(), *map(line, ("administration", "function", "contact"))],
        "frame_access": [part("frame_access", "plan_id", "frame_plan"), place(), line("who"),
                         points("frame_access", "service_id", "service")],
        "frame_answer": [word("question"), prose("text")],
        "frame_channel": [place(), word("between"), *map(line, ("name", "address", "used_for"))],
        "frame_person": [place(), word("role"), *map(line, ("name", "workplace", "phone", "email")),
                         points("frame_person", "staff_id", "staff_member"),
                         points("frame_person", "professional_id", "professional"),
                         points("frame_person", "service_id", "service"), yes_or_no("retired")],
        "frame_plan": [place(), *map(line, ("name", "kept_where")), word("topic", True)],
        "frame_told": [part("frame_told", "version_id", "frame_version"), day("told_on", False),
                       *map(line, ("who", "address")), points("frame_told", "person_id", "frame_person")],
        "frame_version": [day("approved_on", False), number("number"), line("approved_by"), prose("changed"),
                          *map(line, ("digest", "pdf_digest"))],
        "framework": [line("municipality"), day("updated_on"), line("updated_by"), day("next_on"), line("next_by"),
                      line("approves"), prose("news")],
        "house_idea": [day("said_on", False), prose("words"), line("where"), word("status"), prose("answer"),
                       day("answered_on"), yes_or_no("on_poster")],
        "in_house": [part("in_house", "service_id", "service"), number("weekday"), *map(line, ("hours", "who"))],
        "interpreter_option": [place(), *map(line, ("language", "name", "how", "phone", "email", "notice"))],
        "life_area_name": [word("area"), place(), line("name"), yes_or_no("hidden")],
        "ring_name": [word("ring"), line("name")],
        "year_report": [number("year"), *map(prose, ("foreword", "learned", "next_year"))],
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
