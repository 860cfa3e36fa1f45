"""What calls for attention, as Min dag says it: with the first name, never with a reason, a diagnosis or a number."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import N_, _, day, near_word, ngettext, weekday
from borgerplan_desktop.model.attention import Attention, Call, Responsible
from borgerplan_desktop.model.meeting_needs import Need, Needed

# The title of each, its icon, and the button that leads there. {name} is what we call the citizen.
TITLES: dict[Call, tuple[str, str, str]] = {
    Call.NOTICE: (N_("{name}: tell the municipality"), "send", N_("Notify the municipality")),
    Call.AGENDA: (N_("Send the agenda for the meeting with {name}"), "send", N_("Make the agenda ready")),
    Call.MEETING_PASSED: (N_("Was the meeting with {name} held?"), "calendar", N_("See the meeting")),
    Call.MEETING_NOT_ENDED: (N_("The meeting with {name} is not ended"), "calendar", N_("End the meeting")),
    Call.AFTER_CARE_CALL: (N_("Call {name}: how are things?"), "phone", N_("See the time after")),
    Call.MISSED: (N_("{name} did not come. Get in touch"), "heart", N_("See the way to each other")),
    Call.AWAY: (N_("{name}: somebody who was invited did not come"), "people", N_("See the way to each other")),
    Call.AGREEMENT: (N_("Agreement with {name}"), "check_circle", N_("Open the plan")),
    Call.STEP: (N_("A step in the plan with {name}"), "check_circle", N_("Open the plan")),
    Call.GOAL: (N_("A goal in the plan with {name}"), "target", N_("Open the plan")),
    Call.OFFER: (N_("{name} is to answer the offer of a home"), "house", N_("See the offer")),
    Call.PLAN: (N_("{name} is in week {week}"), "clock", N_("See the course")),
    Call.NO_COORDINATOR: (N_("{name} has no coordinator"), "link", N_("Agree on a coordinator")),
    Call.TEMPORARY_COORDINATOR: (N_("Permanent coordinator for {name}"), "link", N_("Agree on a permanent one")),
    Call.CONSENT_MISSING: (N_("{name}: consent is missing"), "consent_off", N_("Ask about consent")),
    Call.CONSENT_RUNS_OUT: (N_("{name}: a consent runs out"), "consent", N_("Ask about consent")),
    Call.DIED: (N_("{name} has died"), "heart", N_("See how the stay ends")),
    Call.NO_CONTACT: (N_("No contact with {name} for a while"), "speech", N_("See the contacts")),
    Call.NUDGE: (N_("{name} is waiting: ask again"), "hourglass", N_("Ask again")),
    Call.NO_NUDGE: (N_("{name} is waiting: when do we ask again?"), "hourglass", N_("See the wait")),
    Call.NO_MEANWHILE: (N_("{name} is waiting: what happens meanwhile?"), "hourglass", N_("See the wait")),
    Call.KNOWLEDGE: (N_("{name}: ask again for knowledge"), "bulb", N_("See what was asked for")),
    Call.PLAN_FOLLOW_UP: (N_("Follow up on the plan with {name}"), "target", N_("Open the plan")),
    Call.FOLLOW_UP: (N_("Follow up on a goal with {name}"), "target", N_("Open the plan")),
    Call.TALK: (N_("Talk with {name}"), "speech", N_("Open the plan")),
    Call.MINUTES: (N_("Minutes of the meeting with {name}"), "note", N_("Give the minutes")),
    Call.NO_DAY: (N_("Agreed with {name}, no day yet"), "check_circle", N_("Open the plan")),
    Call.APPOINTMENT: (N_("{name} has an appointment"), "calendar", N_("See the appointment")),
}
NEEDS: dict[Need, tuple[str, str, str]] = {              # words, kind of pill, icon
    Need.NOBODY: (N_("Nobody is invited"), "warn", "people"),
    Need.AGENDA: (N_("Agenda not sent"), "warn", "send"),
    Need.PLACE: (N_("Room missing"), "warn", "pin"),
    Need.PLACE_NOT_ASKED: (N_("Place not asked"), "warn", "pin"),
    Need.INTERPRETER: (N_("Interpreter not booked"), "bad", "interpreter"),
    Need.CONSENT: ("", "warn", "consent_off"),
}


def title(each: Attention, name: str, week: int) -> str:
    """What it is: "Tomasz mangler tovholder"."""
    return _(TITLES[each.call][0]).format(name=name, week=week)


def icon(call: Call) -> str:
    return TITLES[call][1]


def verb(call: Call) -> str:
    """The button that leads to where it is put right."""
    return _(TITLES[call][2])


def explained(each: Attention, name: str, today: date, on: date | None = None, and_meanwhile: bool = False) -> str:
    """The line below: what it waits for, or by when; `on` is the last contact."""
    by = when(each.due, today) if each.due is not None else ""
    match each.call:
        case Call.PLAN:
            return _("Waiting for: {what}").format(what=each.words) if each.words else _(
                "No plan is adopted yet. The target was week 6–7.")
        case Call.NO_COORDINATOR | Call.TEMPORARY_COORDINATOR:
            return (_("It should have been agreed {date}.") if each.is_late(today) else _("To be agreed by {date}.")
                    ).format(date=by)
        case Call.CONSENT_MISSING:
            return ngettext("About {n} person. Ask when it suits {name}.",
                            "About {n} people. Ask when it suits {name}.", each.count).format(n=each.count, name=name)
        case Call.CONSENT_RUNS_OUT:
            assert each.due is not None
            return in_days((each.due - today).days, each.due, today)
        case Call.DIED:
            return _("The course is not closed yet.")
        case Call.NO_CONTACT:
            return _("Last: {date}").format(date=when(on, today)) if on is not None else _("Call, write or knock.")
        case Call.NUDGE:
            words = _("{what} · and what happens meanwhile?") if and_meanwhile else _("{what} · ask again {date}")
            return words.format(what=each.words, date=by)
        case Call.NO_NUDGE if and_meanwhile:
            return _("{what} · and what happens meanwhile?").format(what=each.words)
        case Call.NO_NUDGE | Call.NO_MEANWHILE:
            return _("Waiting for: {what}").format(what=each.words)
        case Call.MISSED:
            return _("{date}. Call, knock, ask what stood in the way.").format(date=_capital(when(each.since, today)))
        case Call.AWAY:
            return _("{who}. Call, and ask what it takes.").format(who=_said(each.who)) if _said(each.who) else _(
                "Call, and ask what it takes.")
        case Call.KNOWLEDGE:
            return _("Asked, and no answer: {who}").format(who=_said(each.who)) if _said(each.who) else ""
        case Call.NOTICE:
            return (_("It should have happened {date}.") if each.is_late(today) else _(
                "Within 3 working days, by {date}.")).format(date=by)
        case Call.NO_DAY:
            what = (each.words, ngettext("and {n} more", "and {n} more", each.count - 1).format(n=each.count - 1)
                    if each.count > 1 else "") if each.words else (
                ngettext("{n} agreement", "{n} agreements", each.count).format(n=each.count),)
            return " · ".join(part for part in (_said(each.who), *what) if part)
        case Call.MEETING_NOT_ENDED:
            return _("It was {date}. Write what was decided, and end it.").format(date=by)
        case Call.AGENDA:
            return _("Everybody is to have it two days before.")
        case (Call.MINUTES | Call.TALK | Call.FOLLOW_UP | Call.PLAN_FOLLOW_UP | Call.MEETING_PASSED
              | Call.AFTER_CARE_CALL | Call.OFFER):
            return (_("It should have happened {date}.") if each.is_late(today) else _("By {date}.")).format(date=by)
    return each.words


def coming(each: Attention, name: str, count: int = 1) -> str:
    """A line of the deadlines: what is to happen, with whom."""
    if each.call.promised:
        if not each.words:
            return title(each, name, 0)
        return each.words if name in each.words else f"{each.words} · {name}"
    match each.call:
        case Call.TEMPORARY_COORDINATOR | Call.NO_COORDINATOR:
            return _("Permanent coordinator for {name}").format(name=name)
        case Call.AGENDA:
            return _("Agenda for the meeting with {name}").format(name=name)
        case Call.PLAN:
            return _("Adopted plan for {name}").format(name=name)
        case Call.FOLLOW_UP if count > 1:
            return ngettext("Follow up on {n} goal with {name}", "Follow up on {n} goals with {name}", count).format(
                n=count, name=name)
    return title(each, name, 0)


def note(each: Attention, is_mine: bool) -> str:
    """At the right of such a line: whose it is, or why that day."""
    match each.call:
        case Call.TEMPORARY_COORDINATOR | Call.NO_COORDINATOR:
            return _("agreed within a week")
        case Call.AGENDA:
            return _("sent two days before")
        case Call.MINUTES:
            return _("a week after the meeting")
        case Call.PLAN:
            return _("the end of week 7")
        case Call.AFTER_CARE_CALL:
            return _("the time after")
        case Call.APPOINTMENT:
            return _("at {time}").format(time=each.words) if each.words else ""
    return "" if is_mine else each.who.name


def needed(each: Needed) -> tuple[str, str, str]:
    """(words, kind of pill, icon) of what a meeting still needs."""
    words, kind, symbol = NEEDS[each.need]
    if each.need is Need.CONSENT:
        return ngettext("{n} consent missing", "{n} consents missing", each.count).format(n=each.count), kind, symbol
    if each.need is Need.INTERPRETER and each.words:
        return _("Interpreter ({language}) not booked").format(language=each.words), kind, symbol
    return _(words), kind, symbol


def on_day(on: date, today: date) -> str:
    """"i dag", "i morgen", "torsdag" within a week, else the day; one form on the whole page."""
    return near_word(on, today) or (weekday(on) if 0 < (on - today).days < 7 else day(on, today))


def when(on: date, today: date) -> str:
    """"i går", "i dag", "i morgen", "3. marts": one form on the whole page."""
    return near_word(on, today) or day(on, today)


def in_days(days: int, on: date, today: date) -> str:
    """"om 6 dage, 16. marts"."""
    if days < 2:
        return _capital(near_word(on, today)) or day(on, today)
    return ngettext("In {n} day, {date}", "In {n} days, {date}", days).format(n=days, date=day(on, today))


def late_by(days: int) -> str:
    """"9 dage"."""
    return ngettext("{n} day", "{n} days", days).format(n=days)


def _said(who: Responsible) -> str:
    return ", ".join(part for part in (who.name, who.organisation) if part)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
