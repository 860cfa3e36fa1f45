"""What the header says of the open citizen: facts as words, and the one next step."""
from __future__ import annotations

from datetime import date, datetime

from borgerplan_desktop.casework.course import overview
from borgerplan_desktop.gui.shell.header import HeaderAction, HeaderFacts
from borgerplan_desktop.gui.widgets.chip_button import Chip
from borgerplan_desktop.i18n import _, day, due, near
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import ConsentState, ends_soon, missing, needs_consent, state_of
from borgerplan_desktop.model.course import current_course, needs_coordinator, room_on
from borgerplan_desktop.model.leaving import next_call
from borgerplan_desktop.model.network import people

STEP = "step:"                                           # prefix of the next step's key: step:<tab>:<row id>
COURSE = f"{STEP}overview:course"                        # the course line, in the whole course


def header_facts(case: Case, now: datetime, tab: str, has_main_button: bool) -> HeaderFacts:
    """Everything the header shows of a case at a moment; a next step in the tab in front has its button there, and
    where the tab has a main button there is no other."""
    today = now.date()
    course = current_course(case)
    step = overview.next_step(case, now)
    closed = course.closed_on is not None
    line = overview.course_line(case, today)
    chips = _closed_chips(case, today) if course.closed_on is not None else (
        Chip(overview.week_words(case, today), "warn" if line.late else "soft", "clock", COURSE,
             _("See the whole course")),
        _consent_chip(case, today),
        Chip(overview.interpreter_words(case), "line", "interpreter", f"{STEP}together:interpreter",
             _("How we work together")),
        Chip(overview.lay_representative_words(case, today), "line", "lay_rep", f"{STEP}together:lay",
             _("How we work together")),
        Chip(overview.coordinator_words(case), "warn" if needs_coordinator(case) else "line", "link",
             f"{STEP}overview:coordinator:holder", _("Who holds the threads together")),
    )
    more = (
        HeaderAction("contact", _("Note a contact …")),
        HeaderAction("citizen", _("Facts about the citizen …")), HeaderAction("together", _("How we work together …")),
        HeaderAction(COURSE, _("The whole course …")), HeaderAction("responsibility", _("Who is responsible …")),
        HeaderAction("same_person", _("The same person as another …")),
        HeaderAction("save", _("Save the plan as a file …")),
        HeaderAction("export", _("Save a copy of the case …")),
        HeaderAction("reopen", _("Reopen the course")) if closed else HeaderAction("close", _("Close the course …")),
    )
    next_ = None
    if closed and next_call(case) is not None and tab != "overview":
        next_ = HeaderAction(f"{STEP}overview:after_care", _("Go to the after-care"), "phone")
    if not closed and tab != step.tab and not has_main_button:
        next_ = HeaderAction(f"{STEP}{step.tab}:{step.row_id}", step.text, step.icon)
    return HeaderFacts(case.the(Citizen).name, room_on(case, today), chips, next_, more,
                       _("Print the map") if tab == "network" else _("Print the plan"))


def _closed_chips(case: Case, today: date) -> tuple[Chip, ...]:
    """Of a closed course nobody is asked to follow up; what goes on is after-care."""
    closed_on, call = current_course(case).closed_on, next_call(case)
    words = _("Closed {date}").format(date=day(closed_on, today)) if closed_on is not None else _("Closed")
    closed = Chip(words, "soft", "check", f"{STEP}overview:leaving", _("How the course ended"))
    if call is None:
        return (closed,)
    when = due(call.planned_on, today) if call.planned_on < today else near(call.planned_on, today)
    return (closed, Chip(_("After-care: call {when}").format(when=when), "line", "phone",
                         f"{STEP}overview:after_care", _("Go to the after-care")))


def _consent_chip(case: Case, today: date) -> Chip:
    """What consent comes to; where somebody should be asked about, the chip asks."""
    there, ask = f"{STEP}papers:", f"{STEP}ask_consent:"
    see, question = _("Who may know what"), _("Ask for consent")
    states = [state_of(case, m, today) for m in people(case) if needs_consent(case, m, today)]
    without = missing(case, today)
    if not states:
        return Chip(_("Consent: not asked yet"), "line", "consent_off", there, see)
    if without:
        alone = without[0].id if len(without) == 1 else ""
        words = _("Consent: {n} to ask about").format(n=len(without))
        return Chip(words, "warn", "consent_off", ask + alone, question)
    soon = ends_soon(case, today)
    if soon:
        return Chip(_("Consent runs out {date}").format(date=day(soon[0][1], today)), "warn", "clock",
                    there + soon[0][0].id, see)
    if all(s is ConsentState.GIVEN for s in states):
        return Chip(_("Consent given"), "good", "consent", there, see)
    if any(s in (ConsentState.GIVEN, ConsentState.PARTLY) for s in states):      # some of it, or to some of them
        words = _("Consent: {state}").format(state=_("Consent in part").lower())
        return Chip(words, "soft", "consent", there, see)
    return Chip(_("No consent in force"), "line", "consent_off", there, see)
