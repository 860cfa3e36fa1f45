"""Knowledge that exists elsewhere: who holds it and how we ask for it, so that nobody is examined twice."""
from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.consent import Permission, Topic, may_fetch
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, refers_to, text

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


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

    @property
    def held_by(self) -> str:
        """Who holds it, in words; "" = nobody has said."""
        member = self.member
        return member.contact.said_name if member is not None else self.holder.strip()


def may_ask(case: Case, knowledge: Knowledge, on: date) -> Permission:
    """Whether we may ask whoever holds it, and the sentence that says why. A consent names persons: an office alone
    cannot be covered by one.
    """
    member, topic = knowledge.member, knowledge.topic
    if member is None:
        return Permission(False, _("Choose who holds it: a consent names a person."), False)
    if topic is None:
        return Permission(False, _("Choose what it is about: a consent names the kind of information."), False)
    return may_fetch(case, member, topic, on)


def open_requests(case: Case) -> list[Knowledge]:
    """What nobody has asked for yet, and what was asked for and has not come; the longest on its way comes first."""
    waiting = [each for each in case.all(Knowledge) if each.state in (KnowledgeState.KNOWN, KnowledgeState.ASKED)]
    return sorted(waiting, key=lambda each: (each.state is KnowledgeState.KNOWN, each.asked_on or each.noted_on))
