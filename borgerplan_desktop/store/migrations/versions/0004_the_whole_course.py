"""The whole course: taking in, applications and waits, contacts, expectations, leaving, the time after."""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


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


def points(table: str, name: str, target: str, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.String(36), sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED",
                                                        name=f"fk_{table}_{name}"), nullable=nullable)


def new_columns() -> list[tuple[str, sa.Column[Any]]]:
    return [
        ("appointment", sa.Column("kept", sa.Boolean)),
        ("citizen", sa.Column("anonymous", sa.Boolean, nullable=False, server_default="0")),
        ("citizen", sa.Column("merged_into", sa.String, nullable=False, server_default="")),
        ("citizen", sa.Column("no_number_why", sa.String, nullable=False, server_default="")),
        ("consent", sa.Column("signature_digest", sa.String, nullable=False, server_default="")),
        ("consent", sa.Column("signed_at", sa.DateTime)),
        ("consent", sa.Column("withdrawal_written_at", sa.DateTime)),
        ("consent", sa.Column("written_at", sa.DateTime)),
        ("cooperation", sa.Column("complex_actors", sa.String(40), nullable=False, server_default="not_asked")),
        ("cooperation", sa.Column("complex_illness", sa.String(40), nullable=False, server_default="not_asked")),
        ("cooperation", sa.Column("complex_situation", sa.String(40), nullable=False, server_default="not_asked")),
        ("cooperation", sa.Column("expectations_looked_at_on", sa.Date)),
        ("cooperation", sa.Column("other_coordinator", sa.String(40), nullable=False, server_default="not_asked")),
        ("cooperation", sa.Column("other_coordinator_who", sa.Text, nullable=False, server_default="")),
        ("coordinator_assignment", sa.Column("agreed_how", sa.String(40))),
        ("coordinator_assignment", sa.Column("agreed_on", sa.Date)),
        ("coordinator_assignment", sa.Column("ends_coordination", sa.Boolean, nullable=False, server_default="0")),
        ("coordinator_assignment", sa.Column("plan_for_after", sa.Text, nullable=False, server_default="")),
        ("course", sa.Column("meanwhile", sa.Text, nullable=False, server_default="")),
        ("course", sa.Column("nudge_on", sa.Date)),
        ("course", sa.Column("outcome", sa.String(40))),
        ("ladder_position", sa.Column("decided_by", sa.String, nullable=False, server_default="")),
        ("ladder_position", sa.Column("decided_on", sa.Date)),
        ("ladder_position", sa.Column("help", sa.Text, nullable=False, server_default="")),
        ("professional", sa.Column("may_coordinate", sa.Boolean, nullable=False, server_default="0")),
        ("responsibility_request", sa.Column("meanwhile", sa.Text, nullable=False, server_default="")),
        ("responsibility_request", sa.Column("nudge_on", sa.Date)),
        ("shelter", sa.Column("clip_card_visits", sa.Integer, nullable=False, server_default="5")),
        ("shelter", sa.Column("consent_warning_days", sa.Integer, nullable=False, server_default="14")),
        ("shelter", sa.Column("counts_refund", sa.Boolean, nullable=False, server_default="0")),
        ("shelter", sa.Column("house_rules", sa.Text, nullable=False, server_default="")),
        ("shelter", sa.Column("leader_after_days", sa.Integer, nullable=False, server_default="7")),
        ("shelter", sa.Column("mail_after_days", sa.Integer, nullable=False, server_default="7")),
        ("shelter", sa.Column("meeting_after_days", sa.Integer, nullable=False, server_default="7")),
        ("shelter", sa.Column("no_contact_days", sa.Integer, nullable=False, server_default="14")),
        ("shelter", sa.Column("phone_after_days", sa.Integer, nullable=False, server_default="5")),
        ("shelter", sa.Column("refund_days", sa.Integer, nullable=False, server_default="90")),
        ("shelter", sa.Column("welcome", sa.Text, nullable=False, server_default="")),
        ("staff_member", sa.Column("may_coordinate", sa.Boolean, nullable=False, server_default="0")),
        ("stay", sa.Column("complaint_told_on", sa.Date)),
        ("stay", sa.Column("leaves_to", sa.String(40))),
        ("stay", sa.Column("left_how", sa.String(40))),
        ("stay", sa.Column("left_why", sa.Text, nullable=False, server_default="")),
    ]


def new_tables() -> dict[str, list[sa.Column[Any]]]:
    return {
        "acting_municipality": [
            sa.Column("since", sa.Date, nullable=False), sa.Column("municipality", sa.String, nullable=False),
            sa.Column("unit", sa.String, nullable=False), sa.Column("reason", sa.Text, nullable=False),
            sa.Column("settled", sa.Boolean, nullable=False)],
        "admission_step": [
            points("admission_step", "stay_id", "stay", nullable=False),
            sa.Column("kind", sa.String(40), nullable=False), sa.Column("done_on", sa.Date),
            sa.Column("note", sa.Text, nullable=False)],
        "after_care": [
            sa.Column("began_on", sa.Date, nullable=False), points("after_care", "stay_id", "stay"),
            points("after_care", "course_id", "course"), sa.Column("agreed", sa.Text, nullable=False),
            sa.Column("visits", sa.Integer, nullable=False), points("after_care", "companion_id", "network_member"),
            sa.Column("transition", sa.Text, nullable=False), sa.Column("ended_on", sa.Date),
            sa.Column("ended_why", sa.Text, nullable=False)],
        "after_care_call": [
            sa.Column("planned_on", sa.Date, nullable=False),
            points("after_care_call", "after_care_id", "after_care", nullable=False), sa.Column("called_on", sa.Date),
            sa.Column("reached", sa.Boolean, nullable=False), sa.Column("words", sa.Text, nullable=False)],
        "agreement_change": [
            sa.Column("on", sa.Date, nullable=False),
            points("agreement_change", "agreement_id", "agreement", nullable=False),
            points("agreement_change", "member_id", "network_member"), sa.Column("before", sa.Text, nullable=False),
            sa.Column("why", sa.Text, nullable=False)],
        "application": [
            sa.Column("kind", sa.String(40), nullable=False), sa.Column("what", sa.Text, nullable=False),
            sa.Column("office", sa.Text, nullable=False), points("application", "member_id", "network_member"),
            points("application", "sent_by_id", "network_member"), sa.Column("sent_on", sa.Date),
            sa.Column("reference", sa.String, nullable=False), sa.Column("outcome", sa.String(40), nullable=False),
            sa.Column("answered_on", sa.Date), sa.Column("answer", sa.Text, nullable=False),
            sa.Column("nudge_on", sa.Date), sa.Column("meanwhile_kind", sa.String(40)),
            sa.Column("meanwhile", sa.Text, nullable=False), sa.Column("if_no", sa.Text, nullable=False),
            points("application", "goal_id", "goal"), points("application", "chaser_id", "network_member")],
        "clip_used": [
            sa.Column("on", sa.Date, nullable=False),
            points("clip_used", "after_care_id", "after_care", nullable=False),
            sa.Column("words", sa.Text, nullable=False)],
        "consent_narrowing": [
            sa.Column("narrowed_on", sa.Date, nullable=False),
            points("consent_narrowing", "consent_id", "consent", nullable=False),
            points("consent_narrowing", "member_id", "network_member"), sa.Column("topic", sa.String(40)),
            sa.Column("written_at", sa.DateTime)],
        "contact_note": [
            sa.Column("at", sa.DateTime, nullable=False), sa.Column("channel", sa.String(40), nullable=False),
            points("contact_note", "member_id", "network_member"), sa.Column("with_whom", sa.String, nullable=False),
            sa.Column("reached", sa.Boolean, nullable=False), sa.Column("words", sa.Text, nullable=False),
            sa.Column("by_id", sa.String(36)), points("contact_note", "adds_to_id", "contact_note")],
        "course_phase": [
            points("course_phase", "course_id", "course", nullable=False),
            sa.Column("phase", sa.String(40), nullable=False), sa.Column("from_on", sa.Date),
            sa.Column("until_on", sa.Date), sa.Column("note", sa.Text, nullable=False)],
        "expectation": [
            sa.Column("place", sa.Double, nullable=False), sa.Column("of", sa.String(40), nullable=False),
            sa.Column("how_it_went", sa.Text, nullable=False), sa.Column("text", sa.Text, nullable=False),
            sa.Column("agreed_on", sa.Date), sa.Column("looked_at_on", sa.Date)],
        "home_support_wish": [
            points("home_support_wish", "stay_id", "stay"), sa.Column("asked_on", sa.Date),
            sa.Column("no_wish", sa.Boolean, nullable=False),
            points("home_support_wish", "member_id", "network_member"), sa.Column("wish", sa.Text, nullable=False),
            points("home_support_wish", "to_id", "network_member"), sa.Column("passed_on", sa.Date),
            sa.Column("answer", sa.String(40), nullable=False), sa.Column("answered_on", sa.Date),
            sa.Column("reason", sa.Text, nullable=False)],
        "housing_offer": [
            points("housing_offer", "application_id", "application", nullable=False), sa.Column("offered_on", sa.Date),
            sa.Column("dwelling", sa.Text, nullable=False), sa.Column("answer_by", sa.Date),
            sa.Column("answer", sa.String(40), nullable=False), sa.Column("answered_on", sa.Date),
            sa.Column("why", sa.Text, nullable=False), sa.Column("cost_of_no", sa.Text, nullable=False)],
        "knowledge": [
            sa.Column("noted_on", sa.Date, nullable=False), sa.Column("what", sa.Text, nullable=False),
            sa.Column("topic", sa.String(40)), points("knowledge", "member_id", "network_member"),
            sa.Column("holder", sa.Text, nullable=False), sa.Column("state", sa.String(40), nullable=False),
            sa.Column("asked_on", sa.Date), sa.Column("received_on", sa.Date),
            sa.Column("note", sa.Text, nullable=False)],
        "leaving_tick": [
            sa.Column("item", sa.String, nullable=False), points("leaving_tick", "stay_id", "stay", nullable=False),
            sa.Column("ticked_on", sa.Date), sa.Column("note", sa.Text, nullable=False)],
        "merged_case": [
            sa.Column("merged_on", sa.Date, nullable=False), sa.Column("other_case", sa.String, nullable=False),
            sa.Column("called", sa.String, nullable=False), sa.Column("by_id", sa.String(36)),
            sa.Column("undone_on", sa.Date)],
        "merged_field": [
            points("merged_field", "merged_id", "merged_case", nullable=False),
            sa.Column("row_kind", sa.String, nullable=False), sa.Column("row_id", sa.String, nullable=False),
            sa.Column("field", sa.String, nullable=False), sa.Column("before", sa.Text, nullable=False),
            sa.Column("after", sa.Text, nullable=False)],
        "missed_appointment": [
            sa.Column("on", sa.Date, nullable=False), sa.Column("what", sa.Text, nullable=False),
            points("missed_appointment", "member_id", "network_member"),
            points("missed_appointment", "meeting_id", "meeting"),
            points("missed_appointment", "appointment_id", "appointment"), sa.Column("why", sa.Text, nullable=False),
            sa.Column("settled_on", sa.Date)],
        "nudge": [
            sa.Column("on", sa.Date, nullable=False), sa.Column("step", sa.String(40), nullable=False),
            points("nudge", "application_id", "application"), points("nudge", "request_id", "responsibility_request"),
            points("nudge", "course_id", "course"), sa.Column("note", sa.Text, nullable=False)],
        "reach_try": [
            sa.Column("on", sa.Date, nullable=False),
            points("reach_try", "missed_id", "missed_appointment", nullable=False),
            sa.Column("step", sa.String(40), nullable=False), sa.Column("reached", sa.Boolean, nullable=False),
            sa.Column("note", sa.Text, nullable=False), sa.Column("by_id", sa.String(36))],
        "relapse_sign": [
            sa.Column("place", sa.Double, nullable=False),
            points("relapse_sign", "after_care_id", "after_care", nullable=False),
            sa.Column("sign", sa.Text, nullable=False), points("relapse_sign", "member_id", "network_member"),
            sa.Column("what_then", sa.Text, nullable=False)],
        "residence": [
            sa.Column("from_on", sa.Date), sa.Column("until_on", sa.Date),
            sa.Column("municipality", sa.String, nullable=False), sa.Column("lived", sa.Text, nullable=False),
            sa.Column("source", sa.Text, nullable=False)],
        "told": [
            sa.Column("on", sa.Date, nullable=False), sa.Column("of", sa.String(40), nullable=False),
            points("told", "assignment_id", "coordinator_assignment"), points("told", "course_id", "course"),
            points("told", "stay_id", "stay"), points("told", "member_id", "network_member"),
            sa.Column("to_name", sa.String, nullable=False), sa.Column("how", sa.String(40), nullable=False),
            sa.Column("answer", sa.Text, nullable=False)],
        "what_we_changed": [
            sa.Column("said_on", sa.Date, nullable=False), sa.Column("said", sa.Text, nullable=False),
            sa.Column("changed", sa.Text, nullable=False), sa.Column("changed_on", sa.Date),
            sa.Column("told_on", sa.Date), points("what_we_changed", "feedback_id", "feedback"),
            sa.Column("by_id", sa.String(36))],
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
    make_lines_anew()
    op.create_index("ix_citizen_birth_date", "citizen", ["birth_date"])
    op.create_index("ix_milestone_kind", "milestone", ["kind", "done_on"])
    op.create_index("ix_network_member_professional_id", "network_member", ["professional_id"])
    op.create_index("ix_network_member_staff_id", "network_member", ["staff_id"])


def make_lines_anew() -> None:
    """The table of the citizens' lines in its new shape; it is filled of the rows when all steps are done."""
    whole = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TABLE citizen_text")
    op.drop_table("citizen_line")
    op.create_table(
        "citizen_line",
        sa.Column("place", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False, autoincrement=False),
        sa.Column("case_id", sa.String(36), sa.ForeignKey("case_file.id", name="fk_citizen_line_case_id"),
                  nullable=False),
        sa.Column("sorted_as", whole, nullable=False), sa.Column("parts", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False), sa.Column("called", sa.Text, nullable=False),
        sa.Column("phone", sa.Text, nullable=False), sa.Column("room", sa.Text, nullable=False),
        sa.Column("contact_person_id", sa.String(36)), sa.Column("first_contact_on", sa.Date),
        sa.Column("closed_on", sa.Date), sa.Column("is_closed", sa.Boolean, nullable=False),
        sa.Column("waiting_for", sa.Text, nullable=False), sa.Column("adopted", sa.Integer),
        sa.Column("meeting_at", sa.DateTime), sa.Column("has_coordinator", sa.Boolean, nullable=False),
        sa.Column("agreement_due", sa.Date), sa.Column("step_due", sa.Date), sa.Column("follow_up_on", sa.Date),
        sa.Column("last_contact_on", sa.Date), sa.Column("consent_until", sa.Date),
        sa.Column("steady_from", sa.Date, nullable=False), sa.Column("steady_for", sa.String(40), nullable=False),
        sa.Column("calls_from", sa.Date, nullable=False), sa.Column("calls_for", sa.String(40), nullable=False),
        sa.Column("room_as", whole, nullable=False), sa.Column("began_on", sa.Date, nullable=False),
        sa.Column("lacks_interpreter", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_citizen_line"))
    op.create_index("ix_citizen_line_case_id", "citizen_line", ["case_id"], unique=True)
    op.create_index("ix_citizen_line_sorted", "citizen_line", ["sorted_as", "case_id"])
    op.create_index("ix_citizen_line_is_closed", "citizen_line", ["is_closed"])
    op.create_index("ix_citizen_line_calls", "citizen_line", ["calls_from", "room_as", "began_on"])
    for name in ("contact_person_id", "meeting_at", "agreement_due", "step_due", "follow_up_on", "calls_from",
                 "room_as", "began_on"):
        op.create_index(f"ix_citizen_line_{name}", "citizen_line", ["is_closed", name])
    if op.get_context().dialect.name == "sqlite":
        for statement in FULL_TEXT:
            op.execute(statement)
