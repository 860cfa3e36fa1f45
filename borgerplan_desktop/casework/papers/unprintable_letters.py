"""What the paper has no letters for: said in the program before anything is printed, with the way to where it is."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from borgerplan_desktop.i18n import N_, _, listed, ngettext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.course import Appointment, current_course, current_stay
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import NetworkMember, people
from borgerplan_desktop.model.plan import Agreement, Goal, Plan, current_plan
from borgerplan_desktop.model.row import Row, texts_of
from borgerplan_desktop.model.shelter import Professional, Shelter, StaffMember
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from borgerplan_desktop.model.text import shortened

SHOWN = 60                                               # characters of a text that cannot be printed
NAMED = 3                                                # names in the sentence; of more, how many
IN_A_TEXT = N_("{place}: »{text}«")


@dataclass(frozen=True)
class Unprintable:
    """One name or text that cannot be set, and the place to go to: a tab (or "citizen") and a row in it."""

    text: str
    place: str                                           # what the place is called; "" for a name
    tab: str
    row_id: str = ""

    @property
    def is_name(self) -> bool:
        return not self.place


def printable(text: str) -> bool:
    """Whether the paper has letters for all of the text."""
    from borgerplan_desktop.documents.paper.text import can_be_set  # with its fonts: not before something is typed

    return text.isascii() or can_be_set(text)


def asks_for_latin(name: str) -> bool:
    """Whether to ask how the name is spelled in Latin letters."""
    return not printable(name)


def unprintable(case: Case) -> list[Unprintable]:
    """Everything of the plan that the paper cannot say as it is: names without a Latin spelling first."""
    return [*_names(case), *_texts(case)]


def unprintable_message(found: list[Unprintable]) -> str:
    """What cannot be printed, and what stands there instead; "" when everything can."""
    names, texts = [each.text for each in found if each.is_name], [each for each in found if not each.is_name]
    said: list[str] = []
    if names:
        shown = [shortened(name, SHOWN) for name in names[:NAMED]] + (["…"] if len(names) > NAMED else [])
        said.append(_("The paper has no letters for {names}. Write the name with letters as in Denmark.").format(
            names=listed(shown)))
    if texts:
        first = texts[0]
        place = _(IN_A_TEXT).format(place=first.place, text=shortened(first.text, SHOWN))
        others = len(texts) - 1
        more = ngettext(" and in {n} more place", " and in {n} more places", others).format(n=others) if others else ""
        words = _("Something cannot be printed: {place}{more}. The paper says that a text is missing there.")
        said.append(words.format(place=place, more=more))
    return "\n".join(said)


def _names(case: Case) -> Iterator[Unprintable]:
    citizen = case.the(Citizen)
    if _lacks_latin(citizen.name, citizen.latin_name):
        yield Unprintable(citizen.name, "", "citizen")
    elif not printable(citizen.called) and printable(citizen.name):
        yield Unprintable(citizen.called, _("What they are called"), "citizen")
    for member in people(case):
        record = record_of(member)
        if not member.is_citizen and not member.left_out_of_paper and _lacks_latin(record.name, record.latin_name):
            yield Unprintable(record.name, "", "network", member.id)
    staff = case.register.get(StaffMember, citizen.contact_person_id) if case.register is not None else None
    if staff is not None and _lacks_latin(staff.name, staff.latin_name) \
            and all(m.staff_id != staff.id for m in people(case)):
        yield Unprintable(staff.name, "", "")


def _lacks_latin(name: str, latin: str) -> bool:
    return not printable(name) and not (latin.strip() and printable(latin))


def record_of(member: NetworkMember) -> NetworkMember | Professional | StaffMember:
    """The row that has the person's name: in the register where the person is in it."""
    return member.registered or member


def _texts(case: Case) -> Iterator[Unprintable]:
    for row, place, tab, row_id, fields in _places(case):
        for field in fields:
            text = str(getattr(row, field))
            if not printable(text):
                yield Unprintable(text, place, tab, row_id)


def _places(case: Case) -> Iterator[tuple[Row, str, str, str, tuple[str, ...]]]:
    """(row, what the place is called, tab, row there, columns) of what the plan prints."""
    shelter = next(iter(case.register.all(Shelter)), None) if case.register is not None else None
    if shelter is not None:
        yield shelter, _("The shelter"), "", "", ("name", "call_when_off")
    course = current_course(case)
    yield course, _("Waiting for"), "overview", f"waiting:{course.id}", ("waiting_for",)
    if (stay := current_stay(case)) is not None:
        yield stay, _("Room"), "citizen", "", ("room",)
    for plan in case.all(Plan):
        if plan is current_plan(case):
            yield plan, _("In their own words"), "plan", "", texts_of(Plan)
    for cooperation in case.all(Cooperation):
        yield cooperation, _("How we work together"), "together", "", texts_of(Cooperation)
    for number, goal in enumerate(current_plan(case).goals, 1):
        yield from _of_a_goal(number, goal)
    for agreement in case.all(Agreement):
        yield agreement, _("An agreement"), "plan", agreement.id, texts_of(Agreement)
    for appointment in case.all(Appointment):
        yield appointment, _("An appointment"), "overview", "", texts_of(Appointment)
    for standing in case.all(StandingAppointment):
        yield (standing, _("A standing appointment"), "overview", f"contacts:{standing.id}",
               texts_of(StandingAppointment))
    for meeting in case.all(Meeting):
        if meeting.status.ahead:
            yield meeting, _("The meeting"), "meetings", meeting.id, ("place_text",)
    for member in people(case):
        if not member.is_citizen and not member.left_out_of_paper:
            yield member, member.contact.name, "network", member.id, (
                "relation", "role", "organisation", "helps_with", "wished_contact")
            if (record := record_of(member)) is not member:
                yield record, member.contact.name, "network", member.id, tuple(
                    name for name in ("role", "organisation", "title") if hasattr(record, name)
                    and isinstance(getattr(record, name), str) and (name != "role" or isinstance(record, Professional)))


def _of_a_goal(number: int, goal: Goal) -> Iterator[tuple[Row, str, str, str, tuple[str, ...]]]:
    place = _("Goal {number}").format(number=number)
    for row in (goal, *goal.steps, *goal.interventions):
        yield row, place, "plan", goal.id, texts_of(type(row))
