"""After-care (efterværn): calls over nine months, visits without a referral, and the citizen's own signs."""
from __future__ import annotations

from datetime import date, timedelta

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import current_course, has_died
from borgerplan_desktop.model.days import later
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.leaving import (
    CALL_WEEKS,
    AfterCare,
    AfterCareCall,
    ClipUsed,
    RelapseSign,
    after_care,
    stay_of_course,
)
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.model.working_days import day_at_work

WROTE, CALLED = N_("Write about the after-care"), N_("Write how the call went")


def proposed_calls(began: date, today: date) -> list[date]:
    """When we call: every week for three months, then every other week, then once a month; on working days."""
    days = [day_at_work(later(began, 7 * week)) for phase in CALL_WEEKS for week in phase]
    return sorted({each for each in days if each >= today})


def begin_after_care(opened: OpenCase, began: date | None = None) -> AfterCare:
    """It begins the day the citizen moved out, else today, with its calls proposed and its clips counted.

    Raises Refused when one goes on already, and for a citizen who has died.
    """
    case, stay = opened.case, stay_of_course(opened.case)
    now = after_care(case)
    if now is not None and now.ended_on is None:
        raise Refused(_("There is after-care already."), "began")
    if has_died(case):
        raise Refused(_("There is no after-care."), "began")
    day = began or (stay.left_on if stay is not None and stay.left_on is not None else opened.today())
    shelter = next(iter(case.register.all(Shelter)), None) if case.register is not None else None
    with opened.action(N_("Begin after-care")):
        made = case.add(AfterCare(began_on=day, stay_id=stay.id if stay else None, course_id=current_course(case).id,
                                  visits=shelter.clip_card_visits if shelter is not None else 0))
        for each in proposed_calls(day, opened.today()):
            case.add(AfterCareCall(planned_on=each, after_care_id=made.id))
    return made


def end_after_care(opened: OpenCase, care: AfterCare) -> None:
    """It ends today; nobody is called any more, and everything stays written."""
    if care.ended_on is None:
        with opened.action(N_("End after-care")):
            care.ended_on = opened.today()


def go_on_with_after_care(opened: OpenCase, care: AfterCare) -> None:
    """It goes on after all, with the calls that were planned."""
    if care.ended_on is not None:
        with opened.action(N_("Go on with after-care")):
            care.ended_on = None


def choose_companion(opened: OpenCase, care: AfterCare, member: NetworkMember | None) -> None:
    """The volunteer who comes along to new places (følgeven)."""
    with opened.action(N_("Choose the companion")):
        care.companion_id = member.id if member is not None else None


def set_visits(opened: OpenCase, care: AfterCare, visits: int) -> None:
    """How many visits the card holds; never fewer than were used."""
    with opened.action(N_("Change the clip card")):
        care.visits = max(visits, len(care.used))


# ---------------------------------------------------------------------------------------------------- calls
def add_call(opened: OpenCase, care: AfterCare, on: date | None = None) -> AfterCareCall:
    """One more call; None = the next working day."""
    with opened.action(N_("Plan a call")):
        return opened.case.add(AfterCareCall(planned_on=on or day_at_work(opened.today() + timedelta(days=1)),
                                             after_care_id=care.id))


def move_call(opened: OpenCase, call: AfterCareCall, on: date | None) -> None:
    """We call another day. Raises Refused for no day, or one that has passed."""
    if on is None or on < opened.today():
        raise Refused(_("Choose a day to call, today or later."), "day")
    with opened.action(N_("Move the call")):
        call.planned_on = on


def note_call(opened: OpenCase, call: AfterCareCall, reached: bool, words: str = "") -> None:
    """We have called today. Who was not reached is called again the next working day: that is our task."""
    if call.called_on is not None:
        return
    with opened.action(CALLED):
        call.called_on, call.reached = opened.today(), reached
        call.words = words.strip() or call.words
        care = opened.case.get(AfterCare, call.after_care_id)
        again = day_at_work(opened.today() + timedelta(days=1))
        waits = care.next_call if care is not None else None
        if not reached and (waits is None or waits.planned_on > again):
            opened.case.add(AfterCareCall(planned_on=again, after_care_id=call.after_care_id))


def remove_call(opened: OpenCase, call: AfterCareCall) -> None:
    """A planned call that is not to be; what was called stays."""
    if call.called_on is None:
        with opened.action(N_("Remove the call")):
            opened.case.remove(call)


# ---------------------------------------------------------------------------------------------------- clip card
def use_clip(opened: OpenCase, care: AfterCare, words: str = "", on: date | None = None) -> ClipUsed:
    """The citizen came by. Raises Refused when the card is full, or for a day to come."""
    if not care.clips_left:
        raise Refused(_("All visits of the card are used. Give more visits first."), "clip")
    if on is not None and on > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "clip")
    with opened.action(N_("Use a clip")):
        return opened.case.add(ClipUsed(on=on or opened.today(), after_care_id=care.id, words=words.strip()))


def used_on(opened: OpenCase, clip: ClipUsed, on: date | None) -> None:
    """The citizen came by that day. Raises Refused for no day, or one to come."""
    if on is None or on > opened.today():
        raise Refused(_("Write the day the visit was."), "clip")
    with opened.action(N_("Use a clip")):
        clip.on = on


def remove_clip(opened: OpenCase, clip: ClipUsed) -> None:
    """It was clipped by mistake."""
    with opened.action(N_("Give the clip back")):
        opened.case.remove(clip)


# ---------------------------------------------------------------------------------------------------- signs
def add_sign(opened: OpenCase, care: AfterCare, sign: str = "") -> RelapseSign:
    """A sign the citizen knows of, last in the list."""
    with opened.action(N_("Add a sign")):
        made = RelapseSign(after_care_id=care.id, sign=sign.strip())
        place(made, care.signs, len(care.signs))
        return opened.case.add(made)


def move_sign(opened: OpenCase, sign: RelapseSign, by: int) -> None:
    """So many places down (or up, below 0)."""
    care = opened.case.get(AfterCare, sign.after_care_id)
    signs = care.signs if care is not None else []
    at = signs.index(sign) + by if sign in signs else -1
    if 0 <= at < len(signs):
        with opened.action(N_("Move the sign")):
            place(sign, signs, at)


def choose_who_acts(opened: OpenCase, sign: RelapseSign, member: NetworkMember | None) -> None:
    """Who does something when the sign is seen; the citizen may be it."""
    with opened.action(N_("Choose who acts")):
        sign.member_id = member.id if member is not None else None


def choose_where_to_go(opened: OpenCase, sign: RelapseSign, service: Service | None) -> None:
    """Where the citizen can go when the sign is seen: a service of the directory."""
    with opened.action(N_("Choose where to go")):
        sign.service_id = service.id if service is not None else None


def remove_sign(opened: OpenCase, sign: RelapseSign) -> None:
    with opened.action(N_("Remove the sign")):
        opened.case.remove(sign)


def planned_and_made(case: Case, care: AfterCare) -> tuple[list[AfterCareCall], list[AfterCareCall]]:
    """(those ahead in their order, those made with the last first)."""
    made = [each for each in care.calls if each.called_on is not None]
    return ([each for each in care.calls if each.called_on is None],
            sorted(made, key=lambda each: str(each.called_on), reverse=True))
