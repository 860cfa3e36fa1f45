"""Search in everything written: which citizen, what it is, and the words where they stand."""
from __future__ import annotations

from dataclasses import dataclass

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.cpr import check_cpr
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.spelling import meant, words_in
from borgerplan_desktop.model.text import tidy

FEWEST = 2                                               # letters and digits before it is worth to look
BEFORE, LONGEST = 16, 110                                # characters before the first word that was found, and in all
HIDDEN = "••••••-••••"                                   # a CPR number in somebody's words
NAMES = {
    "acting_municipality": N_("Belonging"), "admission_step": N_("Admission"), "after_care": N_("After-care"),
    "after_care_call": N_("After-care"),
    "agenda_item": N_("Agenda item"), "agreement": N_("Agreement"), "agreement_change": N_("Agreement"),
    "appointment": N_("Appointments"), "consent": N_("Consents"), "cooperation": N_("How we work together"),
    "course": N_("The course"), "course_phase": N_("The course"), "feedback": N_("Feedback"),
    "leaving_tick": N_("Moving out"), "milestone": N_("The course"), "participant": N_("Meeting"), "stay": N_("Stay"),
    "application": N_("Application"), "clip_used": N_("After-care"), "contact_note": N_("A contact"),
    "coordinator_assignment": N_("Coordinator"), "earlier_plan": N_("Earlier plan"), "expectation": N_("Expectation"),
    "goal": N_("Goal"), "habit": N_("Health in everyday life"),
    "intervention_review": N_("Follow-up"), "plan_approval": N_("What was said to the plan"),
    "home_support_wish": N_("Wish for support at home"), "housing_offer": N_("Offer of a home"),
    "intervention": N_("Intervention"), "kept_map": N_("Network"),
    "knowledge": N_("Knowledge elsewhere"), "ladder_position": N_("Ladder"),
    "meeting": N_("Meeting"), "missed_appointment": N_("Did not come"), "network_member": N_("Network"),
    "note": N_("Note"), "nudge": N_("Asked again"), "parked_topic": N_("Parked topic"), "plan": N_("In own words"),
    "reach_try": N_("A contact"), "relapse_sign": N_("After-care"), "residence": N_("Belonging"),
    "responsibility_request": N_("Responsibility"), "standing_appointment": N_("Appointments"),
    "step": N_("Step"), "told": N_("Who was told"),
    "what_we_changed": N_("What we changed")}


@dataclass(frozen=True)
class Found:
    """Something written: plain text on one line, and which parts of it are the words that were sought."""

    case_id: str
    name: str
    room: str
    kind: str                                            # of the row, as in a case file
    row_id: str
    field: str                                           # of the row, in which it is written
    what: str                                            # what it is, in a word
    text: str
    marks: tuple[tuple[int, int], ...]                   # from, to


def find(archive: Archive, words: str, limit: int) -> list[Found]:
    """Where all the words were written about citizens, newest first; the last may be half typed. Raises StoreTrouble.
    """
    if sum(end - begin for begin, end in words_in(words)) < FEWEST:
        return []
    found = []
    for hit in archive.gate.written(words, limit):
        shown = without_numbers(hit.text, HIDDEN)
        if shown != hit.text and not check_cpr(words).digits and not _all_meant(words, shown):
            continue                                     # a part of a CPR number finds nobody
        text, marks = excerpt(shown, words)
        found.append(Found(hit.case_id, without_numbers(hit.name), hit.room, hit.kind, hit.row_id, hit.field,
                           _(NAMES[hit.kind]) if hit.kind in NAMES else "", text, marks))
    return found


def _all_meant(words: str, text: str) -> bool:
    """Whether every one of the words still stands in the text."""
    return all(meant(words[begin:end], text) for begin, end in words_in(words))


def excerpt(text: str, words: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text around the first of the words, on one line, and where in it the words stand."""
    line = without_numbers(" ".join(tidy(text).split()), HIDDEN)
    marks = meant(words, line)
    begin = max(0, (marks[0][0] if marks else 0) - BEFORE)
    if begin:
        begin = line.find(" ", begin, marks[0][0]) + 1 or begin          # between two words, where there is a gap
    cut = line[begin:begin + LONGEST]
    head, tail = "…" if begin else "", "…" if begin + LONGEST < len(line) else ""
    shift = len(head) - begin
    return head + cut + tail, tuple((start + shift, min(end + shift, len(head) + len(cut))) for start, end in marks
                                    if start < begin + len(cut))
