"""The shelter's own case: the shelter, its staff, and the registers typed once and used by all."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.life_area import GoalType, LifeArea
from borgerplan_desktop.model.meeting_way import MeetingKind, PointKind
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.row import Id, Mapped, Row, Values, choice, mapped_column, names, part_of, text


class StaffRole(Labelled):
    CONTACT_PERSON = "contact_person", N_("Contact person")
    LEADER = "leader", N_("Shelter leader")
    TEMPORARY = "temporary", N_("Substitute")
    ADMINISTRATOR = "administrator", N_("In charge of the program")


class Sector(Labelled):
    """The sectors of the network map, clockwise from the top."""

    FAMILY = "family", N_("Family")
    FRIENDS = "friends", N_("Friends and community")
    SHELTER = "shelter", N_("Shelter")
    AUTHORITY = "authority", N_("Authority")
    HEALTH = "health", N_("Health and treatment")
    VOLUNTEERS = "volunteers", N_("Volunteers")
    WORK = "work", N_("Work and education")


class Ring(Labelled):
    CLOSEST = "1", N_("Closest")
    CLOSE = "2", N_("Close by")
    FURTHER = "3", N_("Further out")


class ChecklistPhase(Labelled):
    """The part of a meeting that a checklist is of."""

    BEFORE = "before", N_("Before the meeting")
    DURING = "during", N_("During the meeting")
    AFTER = "after", N_("After the meeting")


class Shelter(Row):
    __tablename__ = "shelter"
    name: Mapped[str] = text()
    address: Mapped[str] = text()
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    logo_digest: Mapped[str] = mapped_column(default="")             # of the picture in `kept`, if one was taken in
    logo_name: Mapped[str] = mapped_column(default="")               # of its file
    lock_minutes: Mapped[int] = mapped_column(default=5)
    meeting_lock_minutes: Mapped[int] = mapped_column(default=60)    # while a meeting is held
    call_when_off: Mapped[str] = text()                  # whom a citizen calls when the contact person is off
    welcome: Mapped[str] = text()                        # what a newcomer is told, in the shelter's own words
    house_rules: Mapped[str] = text()
    no_contact_days: Mapped[int] = mapped_column(default=14)         # without contact before somebody is reminded
    consent_warning_days: Mapped[int] = mapped_column(default=14)    # before a consent runs out
    frame_warning_days: Mapped[int] = mapped_column(default=14)      # before the shared frame is due
    mail_after_days: Mapped[int] = mapped_column(default=7)          # how a wait climbs: days for each step
    phone_after_days: Mapped[int] = mapped_column(default=5)
    meeting_after_days: Mapped[int] = mapped_column(default=7)
    leader_after_days: Mapped[int] = mapped_column(default=7)
    counts_refund: Mapped[bool] = mapped_column(default=False)       # the clock of days of stay
    refund_days: Mapped[int] = mapped_column(default=90)
    clip_card_visits: Mapped[int] = mapped_column(default=5)         # of a new after-care


class StaffMember(Row):
    __tablename__ = "staff_member"
    sort_key = "name"
    name: Mapped[str] = mapped_column(default="")
    latin_name: Mapped[str] = mapped_column(default="")  # on paper, where the font cannot set the name
    title: Mapped[str] = mapped_column(default="")
    role: Mapped[StaffRole] = choice(StaffRole, StaffRole.CONTACT_PERSON)
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    retired: Mapped[bool] = mapped_column(default=False)
    may_coordinate: Mapped[bool] = mapped_column(default=False)      # of the shelter's list of possible coordinators


class Professional(Row):
    """Somebody from outside the shelter: typed once, changed once, part of many citizens' networks."""

    __tablename__ = "professional"
    sort_key = "name"
    name: Mapped[str] = mapped_column(default="", info={"search": True})
    latin_name: Mapped[str] = mapped_column(default="")  # on paper, where the font cannot set the name
    role: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="", info={"search": True})
    sector: Mapped[Sector] = choice(Sector, Sector.AUTHORITY)
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    retired: Mapped[bool] = mapped_column(default=False)
    may_coordinate: Mapped[bool] = mapped_column(default=False)
    same_as_id: Mapped[Id | None] = names("professional")            # written twice: whoever has this one has that one

    @property
    def itself(self) -> Professional:
        """The row that speaks for them: the one that was kept, where they stood in the register twice."""
        return self.case.get(Professional, self.same_as_id) or self


class SectorName(Row):
    """What the shelter calls a sector of the map and where it stands; a sector without a row is as the program has it.
    """

    __tablename__ = "sector_name"
    sort_key = "place"
    sector: Mapped[Sector] = choice(Sector, Sector.FAMILY)
    place: Mapped[float] = mapped_column(default=0.0)    # clockwise from the top
    name: Mapped[str] = mapped_column(default="")        # "" = the usual one


class RingName(Row):
    """What the shelter calls a ring of the map; a ring without a row is called as the program calls it."""

    __tablename__ = "ring_name"
    sort_key = "ring"
    only_one = ("ring",)
    ring: Mapped[Ring] = choice(Ring, Ring.CLOSEST)
    name: Mapped[str] = mapped_column(default="")        # "" = the usual one


class LifeAreaName(Row):
    """What the shelter calls a life area and where it stands; one without a row is as the program has it."""

    __tablename__ = "life_area_name"
    sort_key = "place"
    only_one = ("area",)
    area: Mapped[LifeArea] = choice(LifeArea, LifeArea.HOUSING)
    place: Mapped[float] = mapped_column(default=0.0)
    name: Mapped[str] = mapped_column(default="")        # "" = the usual one
    hidden: Mapped[bool] = mapped_column(default=False)  # not offered any more; what stands there already stays


class ChecklistPoint(Row):
    """A line that the shelter has added to a checklist of the meeting."""

    __tablename__ = "checklist_point"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)
    phase: Mapped[ChecklistPhase] = choice(ChecklistPhase, ChecklistPhase.BEFORE)
    text: Mapped[str] = text()
    retired: Mapped[bool] = mapped_column(default=False)


class ApprovedLanguage(Row):
    """A language of the paper whose fixed words somebody who grew up with it has read and approved."""

    __tablename__ = "approved_language"
    sort_key = "language"
    approved_on: Mapped[date] = mapped_column()
    language: Mapped[str] = mapped_column(default="")                # as the paper names it: "pl"
    approved_by: Mapped[str] = mapped_column(default="")


class MapFilter(Labelled):
    """Who is drawn."""

    EVERYBODY = "everybody", N_("Everybody")
    PRIVATE = "private", N_("Private people")
    PROFESSIONALS = "professionals", N_("Professionals")


class MapPreset(Row):
    """A way of looking at the map that the shelter has given a name: how it is drawn, never who is on it."""

    __tablename__ = "map_preset"
    sort_key = "place"
    only_one = ("name",)
    place: Mapped[float] = mapped_column(default=0.0)
    name: Mapped[str] = mapped_column(default="")
    who: Mapped[MapFilter] = choice(MapFilter, MapFilter.EVERYBODY)
    ties_between: Mapped[bool] = mapped_column(default=True)         # those that are not the citizen's own
    supports: Mapped[bool] = mapped_column(default=False)            # what flows
    responsibilities: Mapped[bool] = mapped_column(default=False)    # who has which life area
    focus: Mapped[bool] = mapped_column(default=False)               # large, and nothing the citizen should not see
    anonymous: Mapped[bool] = mapped_column(default=False)

    @classmethod
    def only(cls, values: Values) -> object:
        """Its name, as it is looked up: of two windows that keep one at once the second hears of the first."""
        return danish(values["name"])


class PlanTemplate(Row):
    """A course the shelter gives in a fixed shape: whom it is for, its goals with their time frame, who follows up.

    What a structured course consists of (Omstillingsplanen); a start for a plan, never a cage.
    """

    __tablename__ = "plan_template"
    sort_key = "title"
    title: Mapped[str] = mapped_column(default="")
    target_group: Mapped[str] = text()
    taken_in: Mapped[str] = text()                       # who can be taken in
    not_taken_in: Mapped[str] = text()
    follow_up_weeks: Mapped[int | None] = mapped_column(default=None)
    responsible: Mapped[str] = mapped_column(default="")             # in words: "kontaktpersonen"
    retired: Mapped[bool] = mapped_column(default=False)

    @property
    def goals(self) -> list[TemplateGoal]:
        return self.case.of(TemplateGoal, TemplateGoal.template_id, self.id)


class TemplateGoal(Row):
    __tablename__ = "template_goal"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)
    template_id: Mapped[Id] = part_of("plan_template.id")
    title: Mapped[str] = text()
    area: Mapped[LifeArea | None] = choice(LifeArea, None)
    type: Mapped[GoalType | None] = choice(GoalType, None)
    steps: Mapped[str] = text()                          # one a line
    help: Mapped[str] = text()                           # one a line
    weeks: Mapped[int | None] = mapped_column(default=None)          # from the start to the deadline
    responsible: Mapped[str] = mapped_column(default="")


class PointLead(Labelled):
    """Who leads a point, in a word that holds for every citizen."""

    CITIZEN = "citizen", N_("The citizen")
    COORDINATOR = "coordinator", N_("Coordinator")


class AgendaTemplate(Row):
    """An agenda that the shelter often uses."""

    __tablename__ = "agenda_template"
    sort_key = "title"
    title: Mapped[str] = mapped_column(default="")
    kind: Mapped[MeetingKind | None] = choice(MeetingKind, None)         # what it is an agenda of; None = of any
    retired: Mapped[bool] = mapped_column(default=False)

    @property
    def points(self) -> list[TemplatePoint]:
        return self.case.of(TemplatePoint, TemplatePoint.template_id, self.id)

    @property
    def minutes(self) -> int:
        return sum(point.minutes for point in self.points)


class TemplatePoint(Row):
    __tablename__ = "template_point"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)
    template_id: Mapped[Id] = part_of("agenda_template.id")
    title: Mapped[str] = text()
    minutes: Mapped[int] = mapped_column(default=10)
    kind: Mapped[PointKind] = choice(PointKind, PointKind.TALK)
    lead: Mapped[PointLead | None] = choice(PointLead, None)
    round: Mapped[bool] = mapped_column(default=False)
    goals: Mapped[bool] = mapped_column(default=False)   # here the citizen's goals are talked about, one by one


class Phrase(Row):
    """Words the shelter writes often, put in by typing "/" and the short name."""

    __tablename__ = "phrase"
    sort_key = "short"
    short: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = text()
    retired: Mapped[bool] = mapped_column(default=False)


class OwnWord(Row):
    """A word that the shelter spells like this although the dictionary does not know it."""

    __tablename__ = "own_word"
    sort_key = "word"
    word: Mapped[str] = mapped_column(default="")
