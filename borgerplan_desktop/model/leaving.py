"""Leaving the shelter: what must be in place, what the citizen wishes, and the time after (efterværn)."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.course import Course, LeavesTo, Stay, current_course, current_stay
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, names, part_of, refers_to, text

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

PHASE_WEEKS = 13                                         # three phases of three months (CTI)
CALL_WEEKS = (tuple(range(1, 14)), tuple(range(15, 27, 2)), (30, 34, 38))    # often, less, seldom


class LeavingItem(Labelled):
    """The lines of the lists before moving out: the law's conditions, and the citizen's own list."""

    ACTION_PLAN = "action_plan", N_("There is an action plan or a comprehensive plan (§ 141 or § 142).")
    DWELLING = "dwelling", N_("A dwelling has been assigned – or a decision on an accommodation service "
                              "(§ 107 or § 108) has been made.")
    SUPPORT = "support", N_("The help and support it takes to keep the dwelling has been decided on.")
    LEASE = "lease", N_("The lease is made, the dwelling is ready to move into, and the support can begin.")
    CAN_MOVE_IN = "can_move_in", N_("The citizen can move in. The discharge only holds from that day.")
    KEY = "key", N_("The key")
    ADDRESS = "address", N_("New address reported")
    POST = "post", N_("Post and MitID")
    MONEY = "money", N_("Money for the first month")
    BED = "bed", N_("A bed and pots")
    WHOM_TO_CALL = "whom_to_call", N_("Whom do I call")
    WHO_COMES_BY = "who_comes_by", N_("Who comes by the first week")


BOTH_WAYS = (LeavingItem.ACTION_PLAN, LeavingItem.DWELLING)
OWN_LIST = (LeavingItem.KEY, LeavingItem.ADDRESS, LeavingItem.POST, LeavingItem.MONEY, LeavingItem.BED,
            LeavingItem.WHOM_TO_CALL, LeavingItem.WHO_COMES_BY)
LAW_LIST = tuple(item for item in LeavingItem if item not in OWN_LIST)
_WAYS = {LeavesTo.OWN_HOME: (LeavingItem.SUPPORT, LeavingItem.LEASE), LeavesTo.SERVICE: (LeavingItem.CAN_MOVE_IN,)}


class LeavingTick(Row):
    """One ticked line of the lists before moving out: the law's (§ 110, stk. 5, lov om social service), or our own."""

    __tablename__ = "leaving_tick"
    only_one = "item", "stay_id"
    item: Mapped[str] = mapped_column()
    stay_id: Mapped[Id] = part_of("stay.id")
    ticked_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = text(search=True)


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
    to_id: Mapped[Id | None] = refers_to("network_member.id")                # who gets it at the municipality
    passed_on: Mapped[date | None] = mapped_column(default=None)     # the municipality has it
    answer: Mapped[WishAnswer] = choice(WishAnswer, WishAnswer.WAITING)
    answered_on: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str] = text(search=True)

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)

    @property
    def to(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.to_id)


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
    def companion(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.companion_id)

    @property
    def clips_left(self) -> int:
        return max(0, self.visits - len(self.used))

    @property
    def next_call(self) -> AfterCareCall | None:
        """The earliest one that nobody has made yet."""
        return next((each for each in self.calls if each.called_on is None), None)

    def phase(self, on: date) -> int:
        """Which of the three phases that day lies in: 1, 2 or 3 (also when the nine months are over)."""
        return min(2, max(0, (on - self.began_on).days) // (7 * PHASE_WEEKS)) + 1

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
    service_id: Mapped[Id | None] = names("service")     # where the citizen can go then

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)


def conditions(stay: Stay) -> Sequence[LeavingItem]:
    """What must be in place before the municipality can discharge (§ 110, stk. 5, i lov om social service)."""
    return BOTH_WAYS if stay.leaves_to is None else (*BOTH_WAYS, *_WAYS[stay.leaves_to])


def tick_of(case: Case, stay: Stay, item: LeavingItem) -> LeavingTick | None:
    """What is written down of a line, ticked or not."""
    return next((each for each in case.of(LeavingTick, LeavingTick.stay_id, stay.id) if each.item == item), None)


def is_ticked(case: Case, stay: Stay, item: LeavingItem) -> bool:
    tick = tick_of(case, stay, item)
    return tick is not None and tick.ticked_on is not None


def unticked_conditions(case: Case, stay: Stay) -> list[LeavingItem]:
    """What is not ticked yet of the law's list."""
    return [item for item in conditions(stay) if not is_ticked(case, stay, item)]


def stay_of_course(case: Case) -> Stay | None:
    """The stay the course is about, else the last one."""
    course = current_course(case) if case.all(Course) else None
    return case.get(Stay, course.stay_id if course is not None else None) or current_stay(case)


def wish_of(case: Case) -> HomeSupportWish | None:
    """The wish that counts: the one asked about last in this stay."""
    stay = stay_of_course(case)
    wishes = [each for each in case.all(HomeSupportWish)
              if each.stay_id is None or stay is None or each.stay_id == stay.id]
    return wishes[-1] if wishes else None


def after_care(case: Case) -> AfterCare | None:
    """The after-care that goes on, else the last one of this course; one that ended before belongs to the past."""
    course = current_course(case) if case.all(Course) else None
    every = case.all(AfterCare)
    ours = [each for each in every if each.course_id is None or course is None or each.course_id == course.id]
    return next((each for each in reversed(every) if each.ended_on is None), ours[-1] if ours else None)


def next_call(case: Case) -> AfterCareCall | None:
    """The next planned call of an after-care that goes on; None = nobody is to be called."""
    now = after_care(case)
    return now.next_call if now is not None and now.ended_on is None else None
