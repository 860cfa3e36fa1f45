"""The first shape: everything the model knew when the program began.

Frozen: it names no class of the model, so that it makes the same tables for ever.
"""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SHAPE = sa.MetaData(naming_convention={
    "ix": "ix_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s"})
FULL_TEXT = (
    "CREATE VIRTUAL TABLE search_text USING fts5(text, content='search_entry', content_rowid='id', "
     "tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER search_entry_in AFTER INSERT ON search_entry BEGIN INSERT INTO search_text(rowid, "
     "text) VALUES (new.id, new.text); END",
    "CREATE TRIGGER search_entry_out AFTER DELETE ON search_entry BEGIN INSERT INTO "
     "search_text(search_text, rowid, text) VALUES ('delete', old.id, old.text); END",
)


def column(name: str, kind: Any, *more: Any, nullable: bool = False, **also: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, *more, nullable=nullable, **also)


def points(name: str, target: str, nullable: bool = True) -> sa.Column[Any]:
    """A column that names another row; checked when the action is stored, whatever the order in it."""
    return sa.Column(name, sa.String(36), sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED"),
                     nullable=nullable, index=True)


def row(table: str, *columns: sa.Column[Any]) -> sa.Table:
    """A table of rows of a case."""
    return sa.Table(table, SHAPE, *columns, column("id", sa.String(36), primary_key=True),
                    points("case_id", "case_file", nullable=False), column("rev", sa.Integer))


def upgrade() -> None:
    SHAPE.clear()
    define()
    SHAPE.create_all(op.get_bind(), checkfirst=False)    # tables may name each other: only this knows the order
    if op.get_context().dialect.name == "sqlite":
        for statement in FULL_TEXT:
            op.execute(statement)


def define() -> None:
    row("agenda_item", points("meeting_id", "meeting", nullable=False), column("place", sa.Double),
         column("title", sa.Text), column("minutes", sa.Integer), points("lead_id", "network_member"),
         points("goal_id", "goal"), column("round", sa.Boolean), column("written", sa.Text), column("done", sa.Boolean))
    sa.Table("audit", SHAPE, column("seq", sa.Integer, primary_key=True, autoincrement=False),
         column("at", sa.String(40)), column("who", sa.String(36)), column("did", sa.String(20)),
         column("case_id", sa.String(36), nullable=True), column("action", sa.Text), column("purpose", sa.Text),
         column("changes", sa.Text, nullable=True), column("digest", sa.String(64)), column("chain", sa.String(64)),
         sa.Index("ix_audit_case", "case_id", "did", "seq"))
    sa.Table("case_file", SHAPE, column("id", sa.String(36), primary_key=True), column("kind", sa.String(10)))
    row("meeting", column("kind", sa.String(40)), column("status", sa.String(40)),
         column("starts_at", sa.DateTime, nullable=True), column("ends_at", sa.DateTime, nullable=True),
         column("place_text", sa.String), column("purpose", sa.Text), column("form", sa.Text),
         column("citizen_wants", sa.Text), column("citizen_avoids", sa.Text), column("place_asked", sa.Boolean),
         column("invited_on", sa.Date, nullable=True), column("started_at", sa.DateTime, nullable=True),
         column("ended_at", sa.DateTime, nullable=True), points("item_id", "agenda_item"), column("meaning", sa.Text),
         column("explained_on", sa.Date, nullable=True), column("minutes_sent_on", sa.Date, nullable=True),
         points("next_meeting_id", "meeting"), column("called_off_on", sa.Date, nullable=True),
         column("called_off_by", sa.String), column("called_off_why", sa.Text))
    sa.Table("search_entry", SHAPE, column("id", sa.Integer, primary_key=True, autoincrement=True),
         column("case_id", sa.String(36), index=True), column("kind", sa.String(40)),
         column("row_id", sa.String(36), index=True), column("field", sa.String(40)), column("text", sa.Text))
    row("checklist_tick", column("item", sa.String), points("meeting_id", "meeting", nullable=False),
         column("ticked_on", sa.Date, nullable=True))
    row("citizen", column("case_number", sa.String), column("name", sa.String), column("called", sa.String),
         column("cpr", sa.String), column("birth_date", sa.Date, nullable=True), column("phone", sa.String),
         column("email", sa.String), column("protected_address", sa.Boolean),
         column("contact_person_id", sa.String(36), nullable=True), column("home_municipality", sa.String),
         column("acting_municipality", sa.String), column("staff_only", sa.Text))
    row("consent", column("given_on", sa.Date), column("purpose", sa.Text), column("said_no", sa.Boolean),
         column("given_how", sa.String(40)), column("told_before", sa.Boolean), column("written_down_by", sa.String),
         column("with_interpreter", sa.String), column("with_lay_representative", sa.String),
         column("expires_on", sa.Date, nullable=True), column("not_to_share", sa.Text), column("consequence", sa.Text),
         column("other_topic", sa.String), column("basis", sa.String(40)), column("basis_law", sa.String),
         column("withdrawn_on", sa.Date, nullable=True), column("withdrawn_how", sa.String))
    row("cooperation", column("meeting_place", sa.Text), column("channel", sa.String(40)),
         column("involvement", sa.Text), column("if_stuck", sa.Text), column("may_know", sa.Text),
         column("interpreter", sa.String(40)), column("interpreter_language", sa.String),
         column("interpreter_booking", sa.Text), column("lay_representative", sa.String(40)),
         column("lay_representative_how", sa.Text))
    row("draft", column("kept_at", sa.DateTime), column("staff_id", sa.String(36), nullable=True),
         column("row_kind", sa.String), column("row_id", sa.String), column("field", sa.String),
         column("text", sa.Text))
    row("earlier_plan", column("kind", sa.String(40)), column("title", sa.String), column("from_whom", sa.String),
         column("dated_on", sa.Date, nullable=True), column("text", sa.Text), column("file_digest", sa.String))
    row("feedback", points("meeting_id", "meeting", nullable=False), column("said_it", sa.Integer, nullable=True),
         column("understood", sa.Integer, nullable=True), column("knows_next", sa.Integer, nullable=True),
         column("own_plan", sa.Integer, nullable=True), column("words", sa.Text))
    sa.Table("kept", SHAPE, column("case_id", sa.String(36), sa.ForeignKey("case_file.id"), primary_key=True),
         column("digest", sa.String(64), primary_key=True), column("bytes", sa.LargeBinary))
    row("ladder_position", column("since", sa.Date), column("step", sa.String(40)), column("note", sa.Text))
    row("network_member", column("place", sa.Double), column("kind", sa.String(40)),
         column("professional_id", sa.String(36), nullable=True), column("staff_id", sa.String(36), nullable=True),
         column("name", sa.String), column("role", sa.String), column("organisation", sa.String),
         column("phone", sa.String), column("email", sa.String), column("relation", sa.String),
         column("sector", sa.String(40)), column("ring", sa.String(40), nullable=True),
         column("x", sa.Double, nullable=True), column("y", sa.Double, nullable=True), column("tie", sa.String(40)),
         column("helps_with", sa.Text), column("wished_contact", sa.Text),
         column("involved_from", sa.Date, nullable=True), column("involved_until", sa.Date, nullable=True),
         column("left_out_of_paper", sa.Boolean), column("note", sa.Text))
    row("note", column("written_at", sa.DateTime), column("author_id", sa.String(36), nullable=True),
         column("said_by", sa.String), column("text", sa.Text), points("adds_to_id", "note"),
         points("meeting_id", "meeting"))
    row("parked_topic", points("meeting_id", "meeting", nullable=False), column("place", sa.Double),
         column("text", sa.Text), points("taken_up_id", "meeting"))
    row("plan", column("started_on", sa.Date, nullable=True), column("situation", sa.Text), column("hopes", sa.Text),
         column("strengths", sa.Text), column("matters_now", sa.Text), column("help_wanted", sa.Text),
         column("can_do_myself", sa.Text), column("follow_up", sa.Text), column("follow_up_on", sa.Date, nullable=True),
         column("ladder_goal", sa.String(40), nullable=True))
    row("professional", column("name", sa.String), column("role", sa.String), column("organisation", sa.String),
         column("sector", sa.String(40)), column("phone", sa.String), column("email", sa.String),
         column("retired", sa.Boolean))
    row("service", column("name", sa.String), column("kind", sa.String(40)), column("organisation", sa.String),
         column("target_group", sa.Text), column("content", sa.Text), column("needs_referral", sa.Boolean),
         column("ladder_step", sa.String(40), nullable=True), column("area", sa.String(40), nullable=True),
         column("phone", sa.String), column("email", sa.String), column("address", sa.Text),
         column("retired", sa.Boolean))
    row("shelter", column("name", sa.Text), column("address", sa.Text), column("phone", sa.String),
         column("email", sa.String), column("lock_minutes", sa.Integer))
    row("staff_member", column("name", sa.String), column("title", sa.String), column("role", sa.String(40)),
         column("phone", sa.String), column("email", sa.String), column("retired", sa.Boolean))
    row("stay", column("admitted_on", sa.Date, nullable=True), column("decided_on", sa.Date, nullable=True),
         column("admission", sa.String(40), nullable=True), column("referred_by", sa.String), column("room", sa.String),
         column("notified_on", sa.Date, nullable=True), column("notified_to", sa.String),
         column("left_on", sa.Date, nullable=True), column("left_to", sa.String))
    row("appointment", column("on", sa.Date), column("at", sa.String), column("text", sa.Text),
         column("place_text", sa.String), points("member_id", "network_member"))
    row("consent_person", points("consent_id", "consent", nullable=False), points("member_id", "network_member"),
         column("may_fetch", sa.Boolean))
    row("consent_topic", points("consent_id", "consent", nullable=False), column("topic", sa.String(40)))
    row("coordinator_assignment", column("since", sa.Date), points("member_id", "network_member"),
         column("temporary", sa.Boolean), column("until", sa.Date, nullable=True), column("reason", sa.Text))
    row("course", column("first_contact_on", sa.Date), points("stay_id", "stay"),
         points("waiting_for_id", "network_member"), column("waiting_for", sa.Text),
         column("waiting_since", sa.Date, nullable=True), column("closed_on", sa.Date, nullable=True),
         column("closing_reason", sa.Text), column("plan_for_after", sa.Text))
    row("document", column("made_at", sa.DateTime), column("kind", sa.String(40)), column("made_how", sa.String(40)),
         column("made_by", sa.String(36), nullable=True), column("language", sa.String),
         column("large_print", sa.Boolean), column("version", sa.Integer, nullable=True), column("digest", sa.String),
         points("meeting_id", "meeting"), points("consent_id", "consent"))
    row("goal", points("plan_id", "plan", nullable=False), column("place", sa.Double), column("title", sa.Text),
         column("why", sa.Text), column("area", sa.String(40), nullable=True),
         column("type", sa.String(40), nullable=True), column("status", sa.String(40)),
         points("responsible_id", "network_member"), column("deadline", sa.Date, nullable=True),
         column("follow_up_on", sa.Date, nullable=True), points("source_id", "earlier_plan"))
    row("involvement", points("member_id", "network_member", nullable=False), column("phase", sa.String(40)),
         column("involved_as", sa.String(40)))
    row("participant", points("meeting_id", "meeting", nullable=False), column("place", sa.Double),
         points("member_id", "network_member"), column("why", sa.Text), column("presence", sa.String(40)),
         column("has_spoken", sa.Boolean), column("invited_on", sa.Date, nullable=True),
         column("minutes_given_on", sa.Date, nullable=True))
    row("plan_version", column("number", sa.Integer), column("adopted_on", sa.Date),
         points("plan_id", "plan", nullable=False), points("meeting_id", "meeting"),
         column("adopted_by", sa.String(36), nullable=True), column("format", sa.Integer),
         column("case_digest", sa.String), column("pdf_digest", sa.String))
    row("representation", points("member_id", "network_member", nullable=False), column("kind", sa.String(40)),
         column("power_of_attorney_on", sa.Date, nullable=True), column("since", sa.Date, nullable=True),
         column("until", sa.Date, nullable=True))
    row("tie", points("one_id", "network_member", nullable=False), points("other_id", "network_member", nullable=False),
         column("quality", sa.String(40)), column("support", sa.String))
    row("agreement", column("place", sa.Double), column("text", sa.Text), points("responsible_id", "network_member"),
         column("due_on", sa.Date, nullable=True), column("when", sa.String), column("status", sa.String(40)),
         column("done_on", sa.Date, nullable=True), column("made_on", sa.Date, nullable=True),
         points("goal_id", "goal"), points("meeting_id", "meeting"), points("source_id", "earlier_plan"))
    row("delivery", column("given_on", sa.Date), points("document_id", "document"),
         points("member_id", "network_member"), column("to_name", sa.String), column("what", sa.Text),
         column("override_law", sa.Text), column("override_reason", sa.Text))
    row("intervention", points("goal_id", "goal", nullable=False), column("place", sa.Double), column("name", sa.Text),
         column("purpose", sa.Text), column("from_on", sa.Date, nullable=True),
         column("until_on", sa.Date, nullable=True), column("period", sa.String),
         column("ladder_step", sa.String(40), nullable=True), column("service_id", sa.String(36), nullable=True),
         column("provider", sa.String), points("responsible_id", "network_member"), points("source_id", "earlier_plan"))
    row("milestone", points("course_id", "course", nullable=False), column("kind", sa.String(40)),
         column("planned_on", sa.Date, nullable=True), column("done_on", sa.Date, nullable=True),
         column("note", sa.Text))
    row("note_link", points("note_id", "note", nullable=False), points("goal_id", "goal", nullable=False))
    row("rating", column("rated_on", sa.Date), column("area", sa.String(40)), column("by", sa.String(40)),
         column("answer", sa.String(40)), column("value", sa.Integer, nullable=True), points("goal_id", "goal"))
    row("step", points("goal_id", "goal", nullable=False), column("place", sa.Double), column("text", sa.Text),
         points("responsible_id", "network_member"), column("due_on", sa.Date, nullable=True),
         column("done_on", sa.Date, nullable=True), points("source_id", "earlier_plan"))
