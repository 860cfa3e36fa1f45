"""The citizen: who they are, and how we work together."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, names, text
from borgerplan_desktop.model.text import first_name


class Citizen(Row):
    __tablename__ = "citizen"
    case_number: Mapped[str] = mapped_column(default="")   # opaque; the only thing a file name carries
    name: Mapped[str] = mapped_column(default="", info={"search": True})
    latin_name: Mapped[str] = mapped_column(default="")  # how the name is written on paper, where ours cannot set it
    called: Mapped[str] = mapped_column(default="")      # what they want to be called, where not the first name
    cpr: Mapped[str] = mapped_column(default="", index=True)       # ten digits, or "" (foreigners, anonymous)
    ecpr: Mapped[str] = mapped_column(default="", index=True)      # a replacement number with letters (X-eCPR, D-eCPR)
    birth_date: Mapped[date | None] = mapped_column(default=None, index=True)
    no_number_why: Mapped[str] = mapped_column(default="")        # why there is none yet, where nobody has one
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    protected_address: Mapped[bool] = mapped_column(default=False)
    contact_person_id: Mapped[Id | None] = names("staff_member")
    home_municipality: Mapped[str] = mapped_column(default="")    # in Greenland
    acting_municipality: Mapped[str] = mapped_column(default="")
    paper_language: Mapped[str] = mapped_column(default="")       # what they read best on paper; "" = not said
    paper_beside: Mapped[bool] = mapped_column(default=False)     # with the Danish beside it
    paper_large: Mapped[bool] = mapped_column(default=False)      # in large print
    folder_papers: Mapped[str] = mapped_column(default="")        # what is in it, in order: "plan week"
    anonymous: Mapped[bool] = mapped_column(default=False)        # wants no number and no name of the register here
    merged_into: Mapped[str] = mapped_column(default="")          # another case of the same person that holds it all
    staff_only: Mapped[str] = text()                     # warnings etc.: never on the four tabs or on paper

    @property
    def first_name(self) -> str:
        """What we call them: the name they use, else the first of their names; may be empty."""
        return self.called or first_name(self.name)


class Answer(Labelled):
    """The answer to a question that must have been asked to be answered."""

    NOT_ASKED = "not_asked", N_("Not asked yet")
    YES = "yes", N_("Yes")
    NO = "no", N_("No")


class LayRepresentative(Labelled):
    NOT_ASKED = "not_asked", N_("Not asked yet")
    HAS = "has", N_("Has one")
    WANTED = "wanted", N_("Would like one")
    NO = "no", N_("Does not want one")


class Channel(Labelled):
    NOT_ASKED = "not_asked", N_("Not asked yet")
    PHONE = "phone", N_("Phone")
    SMS = "sms", N_("Text message")
    EMAIL = "email", N_("E-mail")
    VISIT = "visit", N_("A visit")


class Cooperation(Row):
    """Guidelines for the work with the citizen: each is asked and kept (samarbejdsmodellen)."""

    __tablename__ = "cooperation"
    meeting_place: Mapped[str] = text(search=True)
    channel: Mapped[Channel] = choice(Channel, Channel.NOT_ASKED)
    involvement: Mapped[str] = text(search=True)         # how and when the citizen is involved
    if_stuck: Mapped[str] = text(search=True)            # what happens when things stall
    may_know: Mapped[str] = text(search=True)            # who may know what, in the citizen's words
    interpreter: Mapped[Answer] = choice(Answer, Answer.NOT_ASKED)
    interpreter_language: Mapped[str] = mapped_column(default="")
    interpreter_booking: Mapped[str] = text()
    complex_actors: Mapped[Answer] = choice(Answer, Answer.NOT_ASKED)        # the three grounds for a coordinator
    complex_situation: Mapped[Answer] = choice(Answer, Answer.NOT_ASKED)
    complex_illness: Mapped[Answer] = choice(Answer, Answer.NOT_ASKED)
    other_coordinator: Mapped[Answer] = choice(Answer, Answer.NOT_ASKED)     # is there one already, or in the jobcenter
    other_coordinator_who: Mapped[str] = text(search=True)
    expectations_looked_at_on: Mapped[date | None] = mapped_column(default=None)
    lay_representative: Mapped[LayRepresentative] = choice(LayRepresentative, LayRepresentative.NOT_ASKED)
    lay_representative_how: Mapped[str] = text(search=True)  # how the lay representative takes part
    ties_may_be_shared: Mapped[bool] = mapped_column(default=False)  # how ties are today, also on others' copies

    @property
    def offered_coordinator(self) -> Answer:
        """Whether a coordinator is offered: yes when one of the three grounds fits, no when all were asked and none
        does (samarbejdsmodellen).
        """
        grounds = (self.complex_actors, self.complex_situation, self.complex_illness)
        if Answer.YES in grounds:
            return Answer.YES
        return Answer.NOT_ASKED if Answer.NOT_ASKED in grounds else Answer.NO
