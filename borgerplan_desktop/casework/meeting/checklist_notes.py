"""What there is to know under a line of the checklist before the meeting that the program does not know as ready."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.course.overview import interpreter_words, lay_representative_words
from borgerplan_desktop.i18n import _, day, ngettext
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.consent import to_ask
from borgerplan_desktop.model.meeting import ChecklistTick, HeldAs, Meeting
from borgerplan_desktop.model.meeting_edition import must_hear


def notes(meeting: Meeting, today: date) -> dict[str, str]:
    """By the key of the line: what is missing, or known so far. A line ticked by hand misses nothing."""
    found = {**_known(meeting, today)}
    ticked = {tick.item: tick.ticked_on for tick in meeting.case.of(
        ChecklistTick, ChecklistTick.meeting_id, meeting.id)}
    found |= {key: words for key, words in _missing(meeting).items() if key not in ticked}
    on = ticked.get("prepared")
    if on is not None:                                   # the day is worth knowing
        found["prepared"] = day(on, today)
    return {key: words for key, words in found.items() if words}


def _known(meeting: Meeting, today: date) -> dict[str, str]:
    points, by = len(meeting.agenda), meeting.changes_by
    agenda = " · ".join((ngettext("{n} point", "{n} points", points).format(n=points),
                         ngettext("{n} min.", "{n} min.", meeting.minutes).format(n=meeting.minutes)))
    hears = len(must_hear(meeting, today))
    changes = ngettext("{n} is to be told", "{n} are to be told", hears).format(n=hears) if hears else ""
    if not changes and by is not None:
        changes = (_("By {date}") if by >= today else _("The last day was {date}")).format(date=day(by, today))
    return {"invitation": agenda if points else _("No points yet"), "changes": changes, "room": _room(meeting)}


def _room(meeting: Meeting) -> str:
    if meeting.held_as is not HeldAs.IN_PERSON:
        return _(meeting.held_as.label)
    return meeting.place_text.strip() or _("No room yet")


def _missing(meeting: Meeting) -> dict[str, str]:
    name = meeting.case.the(Citizen).first_name.strip() or _("The citizen")
    coming = [each for each in meeting.participants if each.member is not None]
    others = [each for each in coming if each.member is not None and not each.member.is_citizen
              and each.member.staff_id is None]
    without = sum(not each.why.strip() for each in coming)
    found = {
        "why": _("It is not written yet"),
        "who": ngettext("{n} without a reason", "{n} without a reason", without).format(n=without) if others else
        _("Nobody from outside yet"),
        "prepared": _("Not talked through yet"),
        "place": _("No place yet") if meeting.place_asked else _("{name} is not asked yet").format(name=name)}
    if next(iter(meeting.case.all(Cooperation)), None) is not None:
        found["interpreter"] = interpreter_words(meeting.case)
    return found


def notes_about_people(meeting: Meeting, today: date) -> dict[str, str]:
    """What there is to ask of those who come."""
    missing = len(to_ask(meeting.case, [each.member for each in meeting.participants if each.member is not None],
                         today))
    found = {"consent": ngettext("{n} to ask about", "{n} to ask about", missing).format(n=missing) if missing else ""}
    if next(iter(meeting.case.all(Cooperation)), None) is not None and "lay_representative" not in meeting.ticks:
        found["lay_representative"] = lay_representative_words(meeting.case, today)
    return {key: words for key, words in found.items() if words}
