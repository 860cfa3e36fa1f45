"""Den overordnede ramme: how municipal, private and voluntary partners work together, question by question.

Source: samarbejdsmodellen, "Den overordnede ramme". What is asked in words is a `FrameAnswer`; what is asked as a list
is rows of its own, because the program works with it: it proposes, fills in, reminds. The directory is `directory`.
"""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.row import Id, Mapped, Row, Values, choice, mapped_column, part_of, refers_to, text


class FrameSection(Labelled):
    """The parts of the form, in its order."""

    TARGET_GROUP = "target_group", N_("Target group and partners")
    ORGANISATION = "organisation", N_("How the work is organised")
    COMMUNICATION = "communication", N_("Communication")
    PLANS = "plans", N_("Plans and tools")
    DIRECTORY = "directory", N_("Service directory")
    MADE_KNOWN = "made_known", N_("Making the frame known and keeping it up to date")


class FrameQuestion(Labelled):
    """The questions of the form that are answered in words, in its order."""

    TARGET_GROUP = "target_group", N_("Whom is the work for?")
    PARTNERS = "partners", N_("Who are relevant partners?")
    OUTREACH = "outreach", N_("Which outreach work is there?")
    FORUMS_INSIDE = "forums_inside", N_("Which forums work across the municipality?")
    FORUMS_ACROSS = "forums_across", N_("Which forums join the municipality and the voluntary and private services?")
    FORUMS_OUTSIDE = "forums_outside", N_("Which forums join the voluntary and private services?")
    AGREEMENTS_INSIDE = "agreements_inside", N_("Which agreements on working together are there in the municipality?")
    AGREEMENTS_ACROSS = "agreements_across", N_(
        "Which agreements are there between the municipality and the voluntary and private services?")
    AGREEMENTS_OUTSIDE = "agreements_outside", N_(
        "Which agreements are there between the voluntary and private services?")
    COORDINATING = "coordinating", N_("Which coordinating functions are there in the municipality, by administration?")
    COORDINATORS = "coordinators", N_("Who can be coordinator for a citizen?")
    HOME_MUNICIPALITY = "home_municipality", N_("How do you work with the citizens' home municipality in Greenland?")
    CHANNELS_INSIDE = "channels_inside", N_("Which channels are used inside the municipality?")
    CHANNELS_OUTSIDE = "channels_outside", N_("Which channels are used between the voluntary and private services?")
    CHANNELS_ACROSS = "channels_across", N_(
        "Which channels are used between the municipality and the voluntary and private services?")
    CHANNELS_CITIZEN = "channels_citizen", N_("Which channels are used with the citizen?")
    INTERPRETER = "interpreter", N_("Which ways are there to have an interpreter?")
    PLANS = "plans", N_("Which plans can be made for and with the citizens?")
    ACCESS = "access", N_("Who has access to which plans?")
    PLANS_COORDINATED = "plans_coordinated", N_("When and how are these plans coordinated?")
    CITIZENS_TAKE_PART = "citizens_take_part", N_("How do the citizens take part in making their plans?")
    TOOLS = "tools", N_("Which tools and templates are used day to day?")
    DIRECTORY_MUNICIPAL = "directory_municipal", N_("Municipal services")
    DIRECTORY_OTHERS = "directory_others", N_("Private and voluntary services")
    MADE_KNOWN = "made_known", N_("How is the frame made known?")
    AT_HAND = "at_hand", N_("How do the partners have the frame at hand?")
    UPDATED = "updated", N_("When is the frame brought up to date, and by whom?")
    TOLD = "told", N_("How do the partners hear of an update?")


_LAST = {                                                # the last question of each part
    FrameSection.TARGET_GROUP: FrameQuestion.PARTNERS, FrameSection.ORGANISATION: FrameQuestion.HOME_MUNICIPALITY,
    FrameSection.COMMUNICATION: FrameQuestion.INTERPRETER, FrameSection.PLANS: FrameQuestion.TOOLS,
    FrameSection.DIRECTORY: FrameQuestion.DIRECTORY_OTHERS, FrameSection.MADE_KNOWN: FrameQuestion.TOLD}


def section_of(question: FrameQuestion) -> FrameSection:
    """The part of the form in which it is asked."""
    order = list(FrameQuestion)
    return next(section for section in FrameSection if order.index(question) <= order.index(_LAST[section]))


class Framework(Row):
    """The frame as it is worked on: whose it is, and when it is brought up to date."""

    __tablename__ = "framework"
    municipality: Mapped[str] = mapped_column(default="")
    updated_on: Mapped[date | None] = mapped_column(default=None)
    updated_by: Mapped[str] = mapped_column(default="")
    next_on: Mapped[date | None] = mapped_column(default=None)       # twice a year (samarbejdsmodellen)
    next_by: Mapped[str] = mapped_column(default="")
    approves: Mapped[str] = mapped_column(default="")    # who approves it: "Styregruppen"
    news: Mapped[str] = text()                           # what is new since the newest version, for the partners

    @classmethod
    def only(cls, values: Values) -> object:
        """A shelter has one frame, whoever began it."""
        return cls.__tablename__


class FrameAnswer(Row):
    __tablename__ = "frame_answer"
    sort_key = "question"
    only_one = ("question",)
    question: Mapped[FrameQuestion] = choice(FrameQuestion, FrameQuestion.TARGET_GROUP)
    text: Mapped[str] = text()


class CoordinatingFunction(Row):
    """What coordinates courses in one administration: "Jobcenter: koordinerende sagsbehandler"."""

    __tablename__ = "coordinating_function"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)
    administration: Mapped[str] = mapped_column(default="")
    function: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")     # name, phone or mail


class Between(Labelled):
    """Who speaks with whom by a channel."""

    INSIDE = "inside", N_("Inside the municipality")
    OUTSIDE = "outside", N_("Between voluntary and private services")
    ACROSS = "across", N_("Between the municipality and the others")
    CITIZEN = "citizen", N_("With the citizen")


class FrameChannel(Row):
    """A way to reach each other: "sikker mail", with its address."""

    __tablename__ = "frame_channel"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)
    between: Mapped[Between] = choice(Between, Between.ACROSS)
    name: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    used_for: Mapped[str] = mapped_column(default="")


class InterpreterOption(Row):
    """One way to have an interpreter."""

    __tablename__ = "interpreter_option"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)
    language: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")        # of the agency or the person
    how: Mapped[str] = mapped_column(default="")         # "fremmøde, telefon"
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    notice: Mapped[str] = mapped_column(default="")      # how long before it is ordered


class FramePlan(Row):
    """A kind of plan that can be made for a citizen, and where it lies."""

    __tablename__ = "frame_plan"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)
    name: Mapped[str] = mapped_column(default="")        # "§ 141-handleplan"
    kept_where: Mapped[str] = mapped_column(default="")
    topic: Mapped[Topic | None] = choice(Topic, None)    # what a consent must cover for it

    @property
    def access(self) -> list[FrameAccess]:
        return self.case.of(FrameAccess, FrameAccess.plan_id, self.id)


class FrameAccess(Row):
    """A department or service that has access to a kind of plan."""

    __tablename__ = "frame_access"
    sort_key = "place"
    plan_id: Mapped[Id] = part_of("frame_plan.id")
    place: Mapped[float] = mapped_column(default=0.0)
    who: Mapped[str] = mapped_column(default="")
    service_id: Mapped[Id | None] = refers_to("service.id")


class FrameRole(Labelled):
    """Who does what in the model (samarbejdsmodellen, "Organisering"); possible coordinators are marked where they are
    written: among the staff and the professionals."""

    PROJECT_LEADER = "project_leader", N_("Project leader")
    PROJECT_GROUP = "project_group", N_("Project group")
    STEERING_GROUP = "steering_group", N_("Steering group")
    PARTNER = "partner", N_("Partner who is told of updates")


class FramePerson(Row):
    """Somebody with a role in the shared frame: written here, or one of the staff or the professionals."""

    __tablename__ = "frame_person"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)
    role: Mapped[FrameRole] = choice(FrameRole, FrameRole.PROJECT_GROUP)
    name: Mapped[str] = mapped_column(default="")
    workplace: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    staff_id: Mapped[Id | None] = refers_to("staff_member.id")
    professional_id: Mapped[Id | None] = refers_to("professional.id")
    service_id: Mapped[Id | None] = refers_to("service.id")
    retired: Mapped[bool] = mapped_column(default=False)


class FrameVersion(Row):
    """The frame as the steering group approved it; its bytes are kept and never change."""

    __tablename__ = "frame_version"
    sort_key = "number"
    only_one = ("number",)
    approved_on: Mapped[date] = mapped_column()
    number: Mapped[int] = mapped_column(default=1)
    approved_by: Mapped[str] = mapped_column(default="")             # "Styregruppen, mødet den 3. maj"
    changed: Mapped[str] = text()                        # what is new, in a few words for the partners
    digest: Mapped[str] = mapped_column(default="")      # of the frame as a file, in `kept`
    pdf_digest: Mapped[str] = mapped_column(default="")

    @property
    def told(self) -> list[FrameTold]:
        return self.case.of(FrameTold, FrameTold.version_id, self.id)


class FrameTold(Row):
    """A partner was told of a version."""

    __tablename__ = "frame_told"
    sort_key = "told_on"
    version_id: Mapped[Id] = part_of("frame_version.id")
    told_on: Mapped[date] = mapped_column()
    who: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    person_id: Mapped[Id | None] = refers_to("frame_person.id")
