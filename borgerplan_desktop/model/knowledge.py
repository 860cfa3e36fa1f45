"""Knowledge that exists elsewhere: who holds it and how we ask for it, so that nobody is examined twice."""
from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Id, Row, choice, refers_to, text


class KnowledgeState(Labelled):
    KNOWN = "known", N_("Not asked for yet")
    ASKED = "asked", N_("Asked for")
    RECEIVED = "received", N_("We have it")
    NOT_THERE = "not_there", N_("It is not there")


class Knowledge(Row):
    """A statement, an assessment, a plan that lies with somebody else."""

    __tablename__ = "knowledge"
    sort_key = "noted_on"
    noted_on: Mapped[date] = mapped_column()
    what: Mapped[str] = text(search=True)                # "speciallægeerklæring fra 2024"
    topic: Mapped[Topic | None] = choice(Topic, None)    # the kind of information a consent must cover
    member_id: Mapped[Id | None] = refers_to("network_member.id")            # who holds it
    holder: Mapped[str] = text(search=True)              # the office, where nobody of the network does
    state: Mapped[KnowledgeState] = choice(KnowledgeState, KnowledgeState.KNOWN)
    asked_on: Mapped[date | None] = mapped_column(default=None)
    received_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = text(search=True)

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)
