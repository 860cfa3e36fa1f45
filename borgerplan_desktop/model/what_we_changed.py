"""Feedback turned into change: "du sagde – vi gjorde"."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.model.row import Id, Mapped, Row, mapped_column, names, refers_to, text


class WhatWeChanged(Row):
    """What the citizen said, and what we changed because of it; nothing done yet = it waits for us."""

    __tablename__ = "what_we_changed"
    sort_key = "said_on"
    said_on: Mapped[date] = mapped_column()
    said: Mapped[str] = text(search=True)
    changed: Mapped[str] = text(search=True)
    changed_on: Mapped[date | None] = mapped_column(default=None)
    told_on: Mapped[date | None] = mapped_column(default=None)       # the citizen has heard of it
    feedback_id: Mapped[Id | None] = refers_to("feedback.id")
    by_id: Mapped[Id | None] = names("staff_member")
