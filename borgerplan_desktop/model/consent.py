"""Consent: who may know what, for which purpose, until when (forvaltningsloven § 28; retssikkerhedsloven § 11 a)."""
from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, Participant
from borgerplan_desktop.model.network import MemberKind, NetworkMember, askable, lay_representatives
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, part_of, refers_to, text
from borgerplan_desktop.model.shelter import Shelter

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


class Topic(Labelled):
    """The kinds of information of the consent form, each mapped to life areas."""

    PLAN = "plan", N_("My plan and my goals")
    HOUSING = "housing", N_("Housing")
    MONEY = "money", N_("Money")
    WORK = "work", N_("Education and work")
    HEALTH = "health", N_("Health")
    WELLBEING = "wellbeing", N_("Mental wellbeing")
    SUBSTANCES = "substances", N_("Alcohol and drugs")
    NETWORK = "network", N_("Family and network")
    CRIME = "crime", N_("Criminal offences")
    OTHER = "other", N_("Other")


class GivenHow(Labelled):
    SIGNED = "signed", N_("Signed")
    ORALLY = "orally", N_("Given orally")


class LegalBasis(enum.StrEnum):
    CONSENT = "consent"
    STATUTE = "statute"


class ConsentState(Labelled):
    """What a person's consent comes to today; always shown with its word."""

    NOT_ASKED = "not_asked", N_("Not asked yet")
    GIVEN = "given", N_("Given")
    PARTLY = "partly", N_("Given in part")
    SAID_NO = "said_no", N_("Said no")
    EXPIRED = "expired", N_("Expired")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


class Consent(Row):
    """One form: chosen persons × chosen topics, for a purpose. A no is kept too."""

    __tablename__ = "consent"
    sort_key = "given_on"
    given_on: Mapped[date] = mapped_column()
    purpose: Mapped[str] = text(search=True)
    said_no: Mapped[bool] = mapped_column(default=False)
    given_how: Mapped[GivenHow] = choice(GivenHow, GivenHow.SIGNED)
    told_before: Mapped[bool] = mapped_column(default=False)     # what it is for and whom it covers, before signing
    written_down_by: Mapped[str] = mapped_column(default="")     # for an oral consent
    with_interpreter: Mapped[str] = mapped_column(default="")
    with_lay_representative: Mapped[str] = mapped_column(default="")
    expires_on: Mapped[date | None] = mapped_column(default=None)
    not_to_share: Mapped[str] = text(search=True)
    consequence: Mapped[str] = text(search=True)         # what a no may mean, in this case (retssikkerhedsloven § 12)
    other_topic: Mapped[str] = mapped_column(default="")
    basis: Mapped[LegalBasis] = choice(LegalBasis, LegalBasis.CONSENT)
    basis_law: Mapped[str] = mapped_column(default="")
    withdrawn_on: Mapped[date | None] = mapped_column(default=None)
    withdrawn_how: Mapped[str] = mapped_column(default="")
    signature_digest: Mapped[str] = mapped_column(default="")    # of the drawn signature in `kept`
    signed_at: Mapped[datetime | None] = mapped_column(default=None)
    written_at: Mapped[datetime | None] = mapped_column(default=None)        # of one day's answers the last one holds
    withdrawal_written_at: Mapped[datetime | None] = mapped_column(default=None)

    @property
    def in_order(self) -> tuple[date, datetime, int, bool]:
        """Where the answer stands among the others; where nobody knows which came last, a no does."""
        return self.given_on, self.written_at or datetime.min, self.rev, self.said_no

    @property
    def persons(self) -> list[NetworkMember]:
        return [m for line in self.case.of(ConsentPerson, ConsentPerson.consent_id, self.id)
                if (m := self.case.get(NetworkMember, line.member_id)) is not None]

    @property
    def answers(self) -> dict[Topic, TopicAnswer]:
        """What the form says about each topic that was asked about."""
        said = {line.topic: line.answer for line in self.case.of(ConsentTopic, ConsentTopic.consent_id, self.id)}
        return {topic: said[topic] for topic in Topic if topic in said}

    @property
    def topics(self) -> list[Topic]:
        """The topics with a yes."""
        return [topic for topic, answer in self.answers.items() if answer is TopicAnswer.YES]

    def valid(self, on: date) -> bool:
        return (not self.said_no and self.given_on <= on and (self.expires_on is None or on <= self.expires_on)
                and (self.withdrawn_on is None or on < self.withdrawn_on))

    @property
    def narrowings(self) -> list[Narrowing]:
        """What was taken out of it, oldest first."""
        return sorted(self.case.of(Narrowing, Narrowing.consent_id, self.id), key=lambda each: each.narrowed_on)

    def withdrawn_for(self, member: NetworkMember) -> date | None:
        """From when on it does not cover the person any more: withdrawn, or for this person alone; None = it does."""
        out = [each.narrowed_on for each in self.narrowings if each.member_id == member.id and each.topic is None]
        return min([*out, *([self.withdrawn_on] if self.withdrawn_on is not None else [])], default=None)

    def answers_about(self, member: NetworkMember, on: date) -> dict[Topic, TopicAnswer]:
        """What the form says about the person that day: what was withdrawn or taken out is a no."""
        withdrawn = self.withdrawn_for(member)
        if self.said_no or (withdrawn is not None and withdrawn <= on):
            return dict.fromkeys(self.answers, TopicAnswer.NO)
        out = {each.topic for each in self.narrowings if each.member_id == member.id and each.narrowed_on <= on}
        return {topic: TopicAnswer.NO if topic in out else answer for topic, answer in self.answers.items()}

    def may_fetch_from(self, member: NetworkMember) -> bool:
        """Whether the form says that we may also ask the person."""
        return any(line.may_fetch and line.member_id == member.id
                   for line in self.case.of(ConsentPerson, ConsentPerson.consent_id, self.id))


class ConsentPerson(Row):
    __tablename__ = "consent_person"
    consent_id: Mapped[Id] = part_of("consent.id")
    member_id: Mapped[Id | None] = refers_to("network_member.id")
    may_fetch: Mapped[bool] = mapped_column(default=False)       # we may also ask them


class TopicAnswer(Labelled):
    YES = "yes", N_("Yes")
    NO = "no", N_("No")


class ConsentTopic(Row):
    """What was answered about one topic; a topic without a line was not asked about."""

    __tablename__ = "consent_topic"
    consent_id: Mapped[Id] = part_of("consent.id")
    topic: Mapped[Topic] = choice(Topic, Topic.PLAN)
    answer: Mapped[TopicAnswer] = choice(TopicAnswer, TopicAnswer.YES)


class Narrowing(Row):
    """Somebody, or one topic about somebody, was taken out of a consent; what was shared before stays on record."""

    __tablename__ = "consent_narrowing"
    sort_key = "narrowed_on"
    narrowed_on: Mapped[date] = mapped_column()
    consent_id: Mapped[Id] = part_of("consent.id")
    member_id: Mapped[Id | None] = refers_to("network_member.id")
    topic: Mapped[Topic | None] = choice(Topic, None)    # None = the person is out with everything
    written_at: Mapped[datetime | None] = mapped_column(default=None)

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)


def is_given(case: Case) -> bool:
    """Whether the citizen has said yes to anybody knowing anything, and not taken it all back; whether it has run out
    is another question.
    """
    return any(each.withdrawn_on is None and not each.said_no for each in case.all(Consent))


def consents_of(case: Case, member: NetworkMember) -> list[Consent]:
    """The forms that name the person, oldest first; another legal basis is no consent."""
    return [each for each in records_of(case, member) if each.basis is LegalBasis.CONSENT]


def records_of(case: Case, member: NetworkMember) -> list[Consent]:
    """Every form that names the person, and every other legal basis on record, oldest first; of one day's, as given."""
    ids = {line.consent_id for line in case.of(ConsentPerson, ConsentPerson.member_id, member.id)}
    return sorted((consent for consent in case.all(Consent) if consent.id in ids), key=lambda each: each.in_order)


# ------------------------------------------------------------------------------------------------- who may know what
@dataclass(frozen=True)
class Permission:
    """Whether something may be shared with somebody, and the sentence that says why."""

    allowed: bool
    reason: str
    asked: bool = True                                   # whether there is an answer; without one nothing is shared


def may_share(case: Case, member: NetworkMember, topic: Topic, on: date) -> Permission:
    """Whether the topic may be shared with the person that day, and why. The only place that answers."""
    if member.is_citizen:
        return Permission(True, _("It is their own plan."))
    if member.staff_id is not None:
        return Permission(True, _("Works at the shelter and is bound by the duty of confidentiality."))
    name, answer = member.contact.name, _answers_about(case, member, on).get(topic)
    if answer is TopicAnswer.YES:
        return Permission(True, _("A consent in force covers {name} and this topic.").format(name=name))
    match state_of(case, member, on):
        case ConsentState.NOT_ASKED:
            words = _("Nobody has asked about {name} yet.")
        case ConsentState.SAID_NO:
            words = _("The answer about {name} was no.")
        case ConsentState.WITHDRAWN:
            words = _("The consent for {name} was withdrawn.")
        case ConsentState.EXPIRED:
            words = _("The consent for {name} has expired.")
        case _:
            words = _("The answer about {name} and this topic was no.") if answer is TopicAnswer.NO else \
                _("Nobody has asked about {name} and this topic yet.")
    return Permission(False, words.format(name=name), answer is not None)


def state_of(case: Case, member: NetworkMember, on: date) -> ConsentState:
    """What the person's consents come to: all topics but crime and other count as "given".

    The shelter's own staff and the citizen need none.
    """
    if member.is_citizen or member.staff_id is not None:
        return ConsentState.GIVEN
    answered = _answers_about(case, member, on)
    shared = {topic for topic, answer in answered.items() if answer is TopicAnswer.YES}
    if shared:
        return ConsentState.GIVEN if shared >= set(Topic) - {Topic.CRIME, Topic.OTHER} else ConsentState.PARTLY
    forms = [form for form in consents_of(case, member) if form.given_on <= on]      # no answer of a day to come
    if not forms:
        return ConsentState.NOT_ASKED
    last = forms[-1]
    if last.said_no:
        return ConsentState.SAID_NO
    withdrawn = last.withdrawn_for(member)
    if withdrawn is not None and withdrawn <= on:
        return ConsentState.WITHDRAWN
    ran_out = last.expires_on is not None and last.expires_on < on
    return ConsentState.EXPIRED if ran_out or TopicAnswer.NO not in answered.values() else ConsentState.WITHDRAWN


def topics_shared(case: Case, member: NetworkMember, on: date) -> list[Topic]:
    """What the person may be told about that day, in the order of the form."""
    answered = _answers_about(case, member, on)
    return [topic for topic in Topic if answered.get(topic) is TopicAnswer.YES]


def _answers_about(case: Case, member: NetworkMember, on: date) -> dict[Topic, TopicAnswer]:
    """What was answered about each topic, as it holds that day; what is not there was not asked, or has expired.

    The newest word holds, whether it is an answer or taken back: a no stands until there is a yes anew, and does not
    run out as a yes does.
    """
    found: dict[Topic, TopicAnswer] = {}
    words = [word for consent in consents_of(case, member) for word in _words(consent, member) if word.when[0] <= on]
    for word in sorted(words, key=lambda each: each.when):
        found |= {topic: answer for topic, answer in word.answers.items()
                  if answer is TopicAnswer.NO or word.until is None or on <= word.until}
    return found


_When = tuple[date, datetime, int, bool, bool]


@dataclass(frozen=True)
class _Word:
    """Something the citizen said about a person: the day and where it stands in it, and until when a yes holds."""

    when: _When
    answers: dict[Topic, TopicAnswer]
    until: date | None = None


def _words(consent: Consent, member: NetworkMember) -> Iterator[_Word]:
    """The answer, and what was taken back of it."""
    answers = consent.answers
    if consent.said_no:
        answers = dict.fromkeys(answers, TopicAnswer.NO)
    given_on, at, rev, no = consent.in_order
    given = (given_on, at, rev, False, no)
    yield _Word(given, answers, consent.expires_on)
    if consent.withdrawn_on is not None:
        yield _taken_back(answers, (consent.withdrawn_on, consent.withdrawal_written_at or datetime.min, rev), given)
    for each in consent.narrowings:
        if each.member_id == member.id:
            yield _taken_back(answers if each.topic is None else (each.topic,),
                              (each.narrowed_on, each.written_at or datetime.min, each.rev), given)


def _taken_back(topics: Iterable[Topic], when: tuple[date, datetime, int], given: _When) -> _Word:
    """Never before it was given, whatever the clock said."""
    return _Word(max((*when, True, True), (*given[:3], True, True)), dict.fromkeys(topics, TopicAnswer.NO))


def said_last(case: Case, now: datetime) -> datetime:
    """Now, as it is written beside what is said: after everything else that was said that day, also where the clock was
    put back.
    """
    written = [at for each in case.all(Consent) for at in (each.written_at, each.withdrawal_written_at)]
    written += [each.written_at for each in case.all(Narrowing)]
    last = max((at for at in written if at is not None and at.date() == now.date()), default=datetime.min)
    return now if last < now else last + timedelta(microseconds=1)


def may_fetch(case: Case, member: NetworkMember, topic: Topic, on: date) -> Permission:
    """Whether we may ask the person for what they know about the topic (retssikkerhedsloven § 11 a), and why.

    It takes a consent that says so, for the person and the topic, or another legal basis on record.
    """
    share = may_share(case, member, topic, on)
    if member.is_citizen or member.staff_id is not None:
        return share
    name, basis = member.contact.name, fetch_basis(case, member, topic, on)
    if basis is not None and basis.basis is LegalBasis.STATUTE:
        return Permission(True, _("No consent. A law allows it: {law}.").format(law=basis.basis_law.rstrip(".")))
    if basis is not None:
        return Permission(True, _("A consent in force says that we may ask {name} about this topic.").format(name=name))
    if share.allowed:
        return Permission(False, _("The consent lets us share with {name}, but not ask them.").format(name=name))
    return share


def fetch_basis(case: Case, member: NetworkMember, topic: Topic, on: date) -> Consent | None:
    """The newest consent by which we may ask the person about the topic; where there is none, the law on record."""
    shared = may_share(case, member, topic, on).allowed
    found = [each for each in records_of(case, member) if each.valid(on) and each.may_fetch_from(member)
             and each.answers_about(member, on).get(topic) is TopicAnswer.YES
             and (shared or each.basis is LegalBasis.STATUTE)]
    return max(found, key=lambda each: (each.basis is LegalBasis.CONSENT, each.in_order), default=None)


def runs_out(case: Case, member: NetworkMember, on: date) -> date | None:
    """The last day of the consent in force about the person, where one of its topics ends with it; None = none does."""
    last: dict[Topic, date] = {}
    answered = _answers_about(case, member, on)
    for consent in consents_of(case, member):
        if consent.valid(on):
            for topic, answer in consent.answers_about(member, on).items():
                if answer is TopicAnswer.YES and answered.get(topic) is TopicAnswer.YES:
                    last[topic] = max(last.get(topic, date.min), consent.expires_on or date.max)
    first = min(last.values(), default=date.max)
    return None if first == date.max else first


def ends_soon(case: Case, on: date) -> list[tuple[NetworkMember, date]]:
    """The same within the days that the shelter warns before; without a shelter nobody."""
    register = case.register
    shelter = next(iter(register.all(Shelter)), None) if register is not None else None
    return running_out(case, on, shelter.consent_warning_days) if shelter is not None else []


def running_out(case: Case, on: date, days: int) -> list[tuple[NetworkMember, date]]:
    """Whose consent runs out within so many days, and when; the first to end comes first."""
    ends = [(member, end) for member in askable(case) if (end := runs_out(case, member, on)) is not None]
    return sorted(((member, end) for member, end in ends if (end - on).days <= days), key=lambda each: each[1])


# --------------------------------------------------------------------------------------------- whom somebody should ask
def needs_consent(case: Case, member: NetworkMember, on: date) -> bool:
    """Whether a consent is asked about: professionals from outside, bisiddere, whoever comes to a meeting whose paper
    they would get and have not got yet, and whoever a form already names."""
    if member.is_citizen or member.staff_id is not None or not member.is_person:
        return False
    return (member.kind is MemberKind.PROFESSIONAL or member in lay_representatives(case, on)
            or _would_get_paper(case, member) or bool(consents_of(case, member)))


def _would_get_paper(case: Case, member: NetworkMember) -> bool:
    """The invitation to a meeting ahead, or the minutes of one that goes on or was held."""
    lines = ((case.get(Meeting, line.meeting_id), line) for line in case.of(Participant, Participant.member_id,
                                                                            member.id))
    return any(meeting is not None and meeting.status is not MeetingStatus.CALLED_OFF and (
        meeting.status.ahead or line.minutes_given_on is None) for meeting, line in lines)


def to_ask(case: Case, members: Sequence[NetworkMember], on: date) -> list[NetworkMember]:
    """Those of them whom somebody should ask about: in the course that day, and not asked, or not any more in force.

    The only place that counts, so that every screen says the same number; a no is an answer.
    """
    nothing = (ConsentState.NOT_ASKED, ConsentState.EXPIRED)
    return [m for m in members if needs_consent(case, m, on) and m.involved_on(on) and state_of(case, m, on) in nothing]


def missing(case: Case, on: date) -> list[NetworkMember]:
    """Everybody around the citizen whom somebody should ask about."""
    return to_ask(case, askable(case), on)
