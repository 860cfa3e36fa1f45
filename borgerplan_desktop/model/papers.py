"""Papers of the case: earlier plans we take text from, what was printed and to whom it went, and unstored words."""
from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.citizen import Cooperation
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, names, part_of, refers_to, text

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


class EarlierPlanKind(Labelled):
    AUTHORITY = "authority", N_("Authority action plan")
    STAY = "stay", N_("Stay plan")
    TREATMENT = "treatment", N_("Treatment plan")
    JOB = "job", N_("Job plan")
    COMPASS = "compass", N_("Follow-up tool")
    OTHER = "other", N_("Another plan")


class EarlierPlanOutcome(Labelled):
    OPEN = "open", N_("Being taken over")
    REPLACED = "replaced", N_("Replaced by this plan")
    KEPT = "kept", N_("Kept and referred to")            # where a law needs it


class PassageUse(Labelled):
    """What a passage of an earlier plan became in this one."""

    GOAL = "goal", N_("Goal")
    STEP = "step", N_("Step")
    INTERVENTION = "intervention", N_("Help")
    AGREEMENT = "agreement", N_("Agreement")
    OWN_WORDS = "own_words", N_("Own words")
    NOTE = "note", N_("Note")
    LEFT_OUT = "left_out", N_("Not needed any more")


class EarlierPlan(Row):
    """One of the up to four plans (and a compass) that the one plan replaces."""

    __tablename__ = "earlier_plan"
    sort_key = "dated_on"
    kind: Mapped[EarlierPlanKind] = choice(EarlierPlanKind, EarlierPlanKind.OTHER)
    title: Mapped[str] = mapped_column(default="", info={"search": True})
    from_whom: Mapped[str] = mapped_column(default="", info={"search": True})
    dated_on: Mapped[date | None] = mapped_column(default=None)
    text: Mapped[str] = text(search=True, counted=True)
    file_digest: Mapped[str] = mapped_column(default="")         # of the file in `kept`, if one was taken in
    file_name: Mapped[str] = mapped_column(default="")
    outcome: Mapped[EarlierPlanOutcome] = choice(EarlierPlanOutcome, EarlierPlanOutcome.OPEN)
    settled_on: Mapped[date | None] = mapped_column(default=None)
    kept_because: Mapped[str] = mapped_column(default="", info={"search": True})     # the law, or another reason


class Passage(Row):
    """A piece of an earlier plan's text, and where it lives now; `start` and `end` count characters of the text."""

    __tablename__ = "passage"
    sort_key = "start"
    start: Mapped[int] = mapped_column()
    end: Mapped[int] = mapped_column()
    plan_id: Mapped[Id] = part_of("earlier_plan.id")
    use: Mapped[PassageUse] = choice(PassageUse, PassageUse.LEFT_OUT)
    row_id: Mapped[str] = mapped_column(default="")      # the row it became a part of; may be gone again
    field: Mapped[str] = mapped_column(default="")       # of that row, where it was written into one


class DocumentKind(Labelled):
    PLAN = "plan", N_("The citizen's plan")
    POCKET_PLAN = "pocket_plan", N_("Pocket plan")
    CHOSEN_SERVICES = "chosen_services", N_("The help I have chosen")
    HANDOVER = "handover_letter", N_("Handover letter")
    NETWORK_MAP = "network_map", N_("My network")
    PLAN_DIFFERENCE = "plan_difference", N_("What is different in the plan")
    WHO_DOES_WHAT = "who_does_what", N_("Who does what, when")
    RATINGS = "ratings", N_("How it is going")
    INVITATION = "meeting_paper", N_("Invitation")       # the first state of the one paper of a meeting
    AGENDA = "agenda", N_("Agenda")
    MINUTES = "minutes", N_("Minutes")
    AGENDA_CHANGE = "agenda_change", N_("Changes to the meeting")
    MEETING_MEANING = "meeting_meaning", N_("What does the meeting mean for me?")
    ATTENDANCE = "attendance", N_("Who is here, and the round")
    AWAY_LETTER = "away_letter", N_("Letter to somebody who did not come")
    CONSENT_FORM = "consent_form", N_("Consent form")
    CASE_FILE = "case_file", N_("Copy of the case")
    NOTICE = "notice", N_("Notice of admission")
    WELCOME = "welcome", N_("Welcome sheet")
    COORDINATOR_NOTICE = "coordinator_notice", N_("Notice of the coordinator")
    EXPECTATIONS = "expectations", N_("What we expect of each other")
    KNOWLEDGE_REQUEST = "knowledge_request", N_("Request for information")
    FEEDBACK = "feedback", N_("Feedback sheet")
    SURVEY = "survey", N_("The yearly survey")
    YOU_SAID = "you_said", N_("You said – we did")
    DISCHARGE = "discharge", N_("Checklist before moving out")
    CLOSING_PLAN = "closing_plan", N_("Plan for the time after")
    CLIP_CARD = "clip_card", N_("Clip card")
    MOVING_OUT = "moving_out", N_("When I move")
    SUPPORT_WISH = "support_wish", N_("Wish for support at home")
    AFTER_CARE = "after_care", N_("The time after")
    WEEK = "week", N_("My week")
    WAITING_LIST = "waiting_list", N_("This is what we wait for")


class MadeHow(Labelled):
    PRINTED = "printed", N_("Printed")
    SAVED = "saved", N_("Saved as a file")
    ADOPTED = "adopted", N_("Adopted and kept")
    SIGNED = "signed", N_("Signed on the screen and kept")


class Reader(Labelled):
    """Whom a paper is for; how ties are today is for the citizen alone, unless they said that others may see it."""

    CITIZEN = "citizen", N_("For the citizen")
    OTHERS = "others", N_("Copy for others")
    OTHERS_WITH_TIES = "others_with_ties", N_("Copy for others, with how ties are now")
    ONE = "one", N_("Copy for one person")               # with their name on it, and what consent covered that day

    @classmethod
    def of(cls, case: Case, for_others: bool) -> Reader:
        """The reader of a paper of the case, as the citizen has answered today."""
        if not for_others:
            return Reader.CITIZEN
        shared = any(each.ties_may_be_shared for each in case.all(Cooperation))
        return Reader.OTHERS_WITH_TIES if shared else Reader.OTHERS


class Document(Row):
    """A paper that was made: what, when, by whom; the bytes lie in `kept` where it must be shown as it was."""

    __tablename__ = "document"
    sort_key = "made_at"
    made_at: Mapped[datetime] = mapped_column()
    kind: Mapped[DocumentKind] = choice(DocumentKind, DocumentKind.PLAN)
    made_how: Mapped[MadeHow] = choice(MadeHow, MadeHow.PRINTED)
    made_by: Mapped[Id | None] = names("staff_member")
    language: Mapped[str] = mapped_column(default="da")
    large_print: Mapped[bool] = mapped_column(default=False)
    reader: Mapped[Reader] = choice(Reader, Reader.CITIZEN)      # whom it was made for
    beside: Mapped[str] = mapped_column(default="")              # the language set beside it, if any
    purpose: Mapped[str] = mapped_column(default="")             # why it was made, in a few words
    has_password: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int | None] = mapped_column(default=None)    # of the plan; None = draft
    digest: Mapped[str] = mapped_column(default="")
    meeting_id: Mapped[Id | None] = refers_to("meeting.id")
    consent_id: Mapped[Id | None] = refers_to("consent.id")


class Delivery(Row):
    """A paper was given to somebody; what has been shared stays on record, also when consent is withdrawn."""

    __tablename__ = "delivery"
    sort_key = "given_on"
    given_on: Mapped[date] = mapped_column()
    document_id: Mapped[Id | None] = refers_to("document.id")
    member_id: Mapped[Id | None] = refers_to("network_member.id")
    to_name: Mapped[str] = mapped_column(default="")     # stays when the person is removed from the map
    what: Mapped[str] = text()
    override_law: Mapped[str] = text()                   # shared without consent: the law that allows or demands it
    override_reason: Mapped[str] = text()


class Draft(Row):
    """Words that could not be stored where they belong: never let go of until a person has chosen."""

    __tablename__ = "draft"
    sort_key = "kept_at"
    kept_at: Mapped[datetime] = mapped_column()
    staff_id: Mapped[Id | None] = names("staff_member")
    row_kind: Mapped[str] = mapped_column(default="")
    row_id: Mapped[str] = mapped_column(default="")
    field: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = text()
