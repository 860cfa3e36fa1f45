"""Where what was written once was used again: papers that were made, invitations, minutes and notices given.

A text is in a paper when it stood as it stands now before the paper was made: its revision is the older one. Nothing is
kept for it.
"""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, Participant
from borgerplan_desktop.model.papers import Delivery, Document, DocumentKind
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Plan, Step
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.told import Told, ToldOf

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


class TextOf(Labelled):
    """What kind of text it is."""

    OWN_WORDS = "own_words", N_("Own words")
    GOALS = "goals", N_("Goals")
    STEPS = "steps", N_("Steps")
    HELP = "help", N_("Help")
    AGREEMENTS = "agreements", N_("Agreements")
    AGENDA = "agenda", N_("Agenda")
    EXPECTATIONS = "expectations", N_("Expectations")


class UsedIn(Labelled):
    """What is given without a paper on record of its own."""

    INVITATION = "invitation", N_("Invitation")
    MINUTES = "minutes", N_("Minutes")


_DOES_WHAT = (TextOf.STEPS, TextOf.AGREEMENTS)
_SAYS: dict[DocumentKind, tuple[TextOf, ...]] = {        # what each paper says of it
    DocumentKind.PLAN: (TextOf.OWN_WORDS, TextOf.GOALS, TextOf.STEPS, TextOf.HELP, TextOf.AGREEMENTS,
                        TextOf.EXPECTATIONS),
    DocumentKind.PLAN_DIFFERENCE: (TextOf.OWN_WORDS, TextOf.GOALS, TextOf.STEPS, TextOf.HELP, TextOf.AGREEMENTS),
    DocumentKind.WHO_DOES_WHAT: _DOES_WHAT, DocumentKind.COORDINATOR_NOTICE: _DOES_WHAT,
    DocumentKind.CLOSING_PLAN: (TextOf.AGREEMENTS,), DocumentKind.EXPECTATIONS: (TextOf.EXPECTATIONS,)}
_OWN_WORDS = (Plan.situation, Plan.hopes, Plan.strengths, Plan.matters_now, Plan.help_wanted, Plan.can_do_myself)
_LINES = (
    (TextOf.GOALS, Goal, Goal.title), (TextOf.STEPS, Step, Step.text),
    (TextOf.HELP, Intervention, Intervention.name), (TextOf.AGREEMENTS, Agreement, Agreement.text),
    (TextOf.AGENDA, AgendaItem, AgendaItem.title), (TextOf.EXPECTATIONS, Expectation, Expectation.text))


@dataclass(frozen=True)
class Use:
    """One paper that says some of the texts. `label` is a msgid; `said` counts the texts of each kind."""

    label: str
    on: date
    said: tuple[tuple[TextOf, int], ...]
    to: tuple[str, ...] = ()                             # whom it was given to, by name


def texts_written(case: Case) -> list[tuple[TextOf, Row]]:
    """Every text that papers say again; each field of own words is one."""
    found: list[tuple[TextOf, Row]] = [(TextOf.OWN_WORDS, plan) for plan in case.all(Plan) for field in _OWN_WORDS
                                       if getattr(plan, field.key).strip()]
    for kind, row_kind, field in _LINES:
        found += [(kind, row) for row in case.all(row_kind) if getattr(row, field.key).strip()]
    return found


def uses_of_texts(case: Case) -> list[Use]:
    """Newest first; a paper that says none of the texts is not in it."""
    texts = texts_written(case)
    found = [*_papers(case, texts), *_meetings(case, texts), *_notices(case, texts)]
    return sorted((use for use in found if use.said), key=lambda use: use.on, reverse=True)


def _papers(case: Case, texts: Sequence[tuple[TextOf, Row]]) -> Iterable[Use]:
    for made in sorted(case.all(Document), key=lambda each: (each.made_at, each.rev), reverse=True):
        to = [each.to_name for each in case.of(Delivery, Delivery.document_id, made.id) if each.to_name]
        yield Use(made.kind.label, made.made_at.date(), _count(texts, _SAYS.get(made.kind, ()), made), tuple(to))


def _meetings(case: Case, texts: Sequence[tuple[TextOf, Row]]) -> Iterable[Use]:
    """An invitation, and the minutes, of each day they were given: the agenda, and in the minutes what was agreed."""
    for meeting in case.all(Meeting):
        of_it = [(kind, row) for kind, row in texts
                 if isinstance(row, AgendaItem | Agreement) and row.meeting_id == meeting.id]
        people = case.of(Participant, Participant.meeting_id, meeting.id)
        for what, field, kinds in ((UsedIn.INVITATION, Participant.invited_on, (TextOf.AGENDA,)),
                                   (UsedIn.MINUTES, Participant.minutes_given_on, (TextOf.AGENDA, TextOf.AGREEMENTS))):
            for on in sorted({day for each in people if (day := getattr(each, field.key)) is not None}):
                to = [member.contact.name for each in people if getattr(each, field.key) == on
                      and (member := each.member) is not None]
                yield Use(what.label, on, _count(of_it, kinds, None), tuple(name for name in to if name))


def _notices(case: Case, texts: Sequence[tuple[TextOf, Row]]) -> Iterable[Use]:
    """Whom the partners were told is coordinator, with who does what."""
    for on in sorted({each.on for each in case.all(Told) if each.of is ToldOf.COORDINATOR}):
        told = [each for each in case.all(Told) if each.of is ToldOf.COORDINATOR and each.on == on]
        yield Use(DocumentKind.COORDINATOR_NOTICE.label, on, _count(texts, _DOES_WHAT, told[-1]),
                  tuple(each.to_name for each in told if each.to_name))


def _count(texts: Sequence[tuple[TextOf, Row]], kinds: tuple[TextOf, ...],
           used: Row | None) -> tuple[tuple[TextOf, int], ...]:
    there = [kind for kind, row in texts if kind in kinds and (used is None or row.rev <= used.rev)]
    return tuple((kind, there.count(kind)) for kind in kinds if kind in there)
