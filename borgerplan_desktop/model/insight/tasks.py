"""Who has what in hand: goals of nobody, parts of life where the citizen is alone, who carries much, whom we lost."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.contact_note import ContactNote
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.days import later
from borgerplan_desktop.model.insight.sentence import Around, Kind, Sentence, is_professional
from borgerplan_desktop.model.life_areas import area_name
from borgerplan_desktop.model.meeting import Meeting, Presence
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement, AgreementStatus, Goal, responsibilities_of
from borgerplan_desktop.model.shelter import Shelter

HEAVY = 5                                                # open things in one pair of hands
DAYS = 14                                                # without contact, where no shelter has said how many


def tasks(around: Around) -> Iterator[Sentence]:
    """Of the plan: what has nobody, and who has much."""
    v = around.voice
    goals = [goal for goal in around.case.all(Goal) if goal.status.open]
    if free := [goal for goal in goals if goal.responsible is None]:
        yield around.said(Kind.FREE_GOALS, v.many(
            len(free), N_("One goal has nobody responsible: {goals}."),
            N_("{n} goals have nobody responsible: {goals}."), goals=v.goals(free)))
    alone = [goal for goal in goals if goal.responsible is not None and _only_the_citizen(goal)]
    areas = list(dict.fromkeys(goal.area for goal in alone if goal.area is not None))
    with_others = {goal.area for goal in goals if goal not in alone and goal.responsible is not None}
    if areas := [area for area in areas if area not in with_others]:
        said = v.listed([_low(area_name(around.case.register, area, v.say)) for area in areas])
        yield around.said(Kind.ALONE_WITH, v.say(N_("{name} is alone with this: {areas}. Who could stand beside?"),
                                                 name=v.citizen, areas=said))
    carried = _carried(around, goals)
    heavy = [m for m in around.people if m.is_person and carried[m.id] >= HEAVY]
    for member in sorted(heavy, key=lambda m: -carried[m.id]):
        yield around.said(Kind.CARRIES, v.say(
            N_("{person} has {n} open things in hand. Could somebody share them?"), person=v.name(member),
            n=carried[member.id]), [member])


def _only_the_citizen(goal: Goal) -> bool:
    """Whether nobody else has any part in it."""
    helpers = [goal.responsible, *(each.responsible for each in (*goal.steps, *goal.interventions, *goal.agreements))]
    return all(member is None or member.is_citizen for member in helpers) and not any(
        each.provider.strip() for each in goal.interventions)


def _carried(around: Around, goals: list[Goal]) -> Counter[str]:
    """How many open goals, steps, helps and agreements each has."""
    found: Counter[str] = Counter()
    for goal in goals:
        found[goal.responsible_id or ""] += 1
        found.update(step.responsible_id or "" for step in goal.steps if not step.done)
        found.update(each.responsible_id or "" for each in goal.interventions
                     if each.until_on is None or around.today <= each.until_on)
    found.update(each.responsible_id or "" for each in around.case.all(Agreement)
                 if each.status is AgreementStatus.OPEN)
    return found


# ---------------------------------------------------------------------------------------------- who is not in touch
def not_in_touch(around: Around) -> Iterator[Sentence]:
    """Partners with something in hand, with whom nothing was noted for longer than the shelter lets pass."""
    v, holder = around.voice, coordinator(around.case)
    shelter = next(iter(around.case.register.all(Shelter)), None) if around.case.register is not None else None
    passes = max(1, shelter.no_contact_days if shelter is not None else DAYS)
    late = [(last, m) for m in around.people
            if is_professional(m) and m.staff_id is None and m.is_person and m.involved_on(around.today)
            and (responsibilities_of(around.case, m) or (holder is not None and holder.member_id == m.id))
            and (last := last_contact_with(around.case, m)) is not None and later(last, passes) < around.today]
    for last, member in sorted(late, key=lambda each: each[0]):
        yield around.said(Kind.NOT_IN_TOUCH, v.say(
            N_("Nothing is noted from {person} since {date}."), person=v.name(member), date=v.day(last)), [member])


def last_contact_with(case: Case, member: NetworkMember) -> date | None:
    """The last day on which we noted that we reached them, or sat with them; None = nobody has noted any."""
    days = [note.at.date() for note in case.of(ContactNote, ContactNote.member_id, member.id) if note.reached]
    days += [meeting.starts_at.date() for meeting in case.all(Meeting) if meeting.starts_at is not None
             for each in meeting.participants if each.member_id == member.id and each.presence is Presence.PRESENT]
    return max(days, default=None)


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]
