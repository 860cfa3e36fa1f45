"""Leaving the shelter: what must be in place, what the citizen wishes, and the time after (efterværn)."""
from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Id, Row, choice, part_of, refers_to, text


class LeavingTick(Row):
    """One ticked line of the lists before moving out: the law's (§ 110, stk. 5, lov om social service), or our own."""

    __tablename__ = "leaving_tick"
    item: Mapped[str] = mapped_column()
    stay_id: Mapped[Id] = part_of("stay.id")
    ticked_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = text()


class WishAnswer(Labelled):
    WAITING = "waiting", N_("No answer yet")
    YES = "yes", N_("Yes")
    PARTLY = "partly", N_("In part")
    NO = "no", N_("No")


class HomeSupportWish(Row):
    """Whom the citizen wishes for the support at home (§ 85 a i lov om social service), and what was answered."""

    __tablename__ = "home_support_wish"
    sort_key = "asked_on"
    stay_id: Mapped[Id | None] = refers_to("stay.id")
    asked_on: Mapped[date | None] = mapped_column(default=None)      # None = not asked yet
    no_wish: Mapped[bool] = mapped_column(default=False)             # asked, and the citizen had none
    member_id: Mapped[Id | None] = refers_to("network_member.id")
    wish: Mapped[str] = text(search=True)
    passed_on: Mapped[date | None] = mapped_column(default=None)     # the municipality has it
    answer: Mapped[WishAnswer] = choice(WishAnswer, WishAnswer.WAITING)
    answered_on: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str] = text(search=True)

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)


class AfterCare(Row):
    """The time after the stay, a course of its own: nine months in three phases (CTI), visits without a referral."""

    __tablename__ = "after_care"
    sort_key = "began_on"
    began_on: Mapped[date] = mapped_column()
    stay_id: Mapped[Id | None] = refers_to("stay.id")
    course_id: Mapped[Id | None] = refers_to("course.id")
    agreed: Mapped[str] = text(search=True)              # what the citizen wants of it, in own words
    visits: Mapped[int] = mapped_column(default=0)       # on the clip card
    companion_id: Mapped[Id | None] = refers_to("network_member.id")         # følgeven
    transition: Mapped[str] = text(search=True)          # peers and relatives in the transition
    ended_on: Mapped[date | None] = mapped_column(default=None)
    ended_why: Mapped[str] = text(search=True)

    @property
    def calls(self) -> list[AfterCareCall]:
        return self.case.of(AfterCareCall, AfterCareCall.after_care_id, self.id)

    @property
    def used(self) -> list[ClipUsed]:
        return self.case.of(ClipUsed, ClipUsed.after_care_id, self.id)

    @property
    def signs(self) -> list[RelapseSign]:
        return self.case.of(RelapseSign, RelapseSign.after_care_id, self.id)


class AfterCareCall(Row):
    """A planned call (trivselsopkald), and how it went."""

    __tablename__ = "after_care_call"
    sort_key = "planned_on"
    planned_on: Mapped[date] = mapped_column()
    after_care_id: Mapped[Id] = part_of("after_care.id")
    called_on: Mapped[date | None] = mapped_column(default=None)
    reached: Mapped[bool] = mapped_column(default=True)
    words: Mapped[str] = text(search=True)


class ClipUsed(Row):
    """One clip of the card: the citizen came, without asking anybody first."""

    __tablename__ = "clip_used"
    sort_key = "on"
    on: Mapped[date] = mapped_column()
    after_care_id: Mapped[Id] = part_of("after_care.id")
    words: Mapped[str] = text(search=True)


class RelapseSign(Row):
    """A sign the citizen knows of that things are going the wrong way, and who does what then."""

    __tablename__ = "relapse_sign"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)
    after_care_id: Mapped[Id] = part_of("after_care.id")
    sign: Mapped[str] = text(search=True)
    member_id: Mapped[Id | None] = refers_to("network_member.id")
    what_then: Mapped[str] = text(search=True)

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)
