"""What the frame says where the work is done: whom a consent should cover, how an interpreter is ordered, which plans
there are. It proposes; it never answers for the citizen.

`register` is the shelter's own case; None, as in a case file's, has no frame.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from borgerplan_desktop.i18n import NBSP, _, listed
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.framework import (
    Between,
    FrameAccess,
    FrameChannel,
    FramePlan,
    InterpreterOption,
)
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.phone_number import phone_number

FEWEST_DIGITS = 5                                        # of what is a telephone number


# ------------------------------------------------------------------------------------------------ who has access
@dataclass(frozen=True)
class HasAccess:
    """A department or service that has access to plans, and what a consent must cover for it."""

    who: str
    plans: tuple[str, ...]
    topics: tuple[Topic, ...] = ()

    @property
    def words(self) -> str:
        """"Rammen siger: Jobcenter har adgang til § 141-handleplan"."""
        return _("The frame says: {who} has access to {plans}.").format(who=self.who, plans=listed(list(self.plans)))


    @property
    def short(self) -> str:
        """The same where it stands right below their name, with what a consent must cover for it."""
        plans = listed(list(self.plans))
        if self.topics:
            plans = f"{plans} ({listed([_(topic.label).lower() for topic in self.topics])})"
        return _("The frame says: access to {plans}").format(plans=plans)

    @property
    def in_full(self) -> str:
        """The same, with what a consent must cover for it."""
        if not self.topics:
            return self.words
        topics = listed([_(topic.label).lower() for topic in self.topics])
        return " ".join((self.words, _("A consent for that covers: {topics}.").format(topics=topics)))


def who_has_access(register: Case | None) -> list[HasAccess]:
    """Everybody whom the access table names, with all the plans they have access to."""
    found: dict[str, tuple[str, list[FramePlan]]] = {}
    for plan in register.all(FramePlan) if register is not None else ():
        for who in filter(None, map(_who, plan.access)):
            if plan.name.strip():
                found.setdefault(_folded(who), (who, []))[1].append(plan)
    return [HasAccess(who, tuple(dict.fromkeys(plan.name.strip() for plan in plans)),
                      tuple(dict.fromkeys(plan.topic for plan in plans if plan.topic is not None)))
            for who, plans in found.values()]


def access_of(register: Case | None, member: NetworkMember) -> list[HasAccess]:
    """What the access table says of somebody on the map: by where they work, or what they are called."""
    contact = member.contact
    return [each for each in who_has_access(register) if _is_of(each.who, (contact.organisation, contact.name))]


def not_on_map(register: Case | None, members: Iterable[NetworkMember]) -> list[HasAccess]:
    """Whom the access table names, and nobody of these works there."""
    there = [(m.contact.organisation, m.contact.name) for m in members]
    return [each for each in who_has_access(register) if not any(_is_of(each.who, names) for names in there)]


def _who(access: FrameAccess) -> str:
    service = access.case.get(Service, access.service_id)
    return access.who.strip() or (service.itself.name.strip() if service is not None else "")


def _is_of(who: str, names: Iterable[str]) -> bool:
    """Whether one is the other, or a part of it in whole words: "Jobcenter" and "Jobcenter Skovby"."""
    wanted = f" {_folded(who)} "
    return any((name := _folded(each)) and (wanted in f" {name} " or f" {name} " in wanted) for each in names)


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace(",", " ").split())


# ------------------------------------------------------------------------------------------- interpreters, channels
def interpreters(register: Case | None, language: str = "") -> list[str]:
    """How an interpreter is ordered, each way in a line; those of the language first, then those of any."""
    found = [each for each in (register.all(InterpreterOption) if register is not None else ()) if _ordered(each)]
    wanted = _folded(language)
    of_it = [each for each in found if wanted and wanted in _folded(each.language)]
    of_any = [each for each in found if not each.language.strip()]
    return [_ordered(each) for each in ([*of_it, *of_any] if wanted and (of_it or of_any) else found)]


def interpreter_languages(register: Case | None) -> list[str]:
    """The languages the frame has a way for, each once."""
    every = [each.language.strip() for each in (register.all(InterpreterOption) if register is not None else ())]
    return list(dict.fromkeys(each for each in every if each))


def _ordered(option: InterpreterOption) -> str:
    """"Tolkegruppen, telefon, tlf. 12 34 56 78, bestil 2 dage før"."""
    phone = _("tel. {phone}").format(phone=_plain(option.phone)) if option.phone.strip() else ""
    notice = _("order: {notice}").format(notice=option.notice.strip()) if option.notice.strip() else ""
    return ", ".join(part for part in (option.name.strip(), option.how.strip(), phone, option.email.strip(), notice)
                     if part)


def _plain(phone: str) -> str:
    """In groups as one says it, with blanks as one types them: it is stored in a field."""
    return phone_number(phone).replace(NBSP, " ")


def channels(register: Case | None, *between: Between) -> list[str]:
    """The channels of these kinds, each with its address and what it is used for."""
    found = [each for each in (register.all(FrameChannel) if register is not None else ()) if each.between in between]
    return list(dict.fromkeys(words for each in found if (words := _said(each))))


def addresses(register: Case | None) -> tuple[list[str], list[str]]:
    """(mail addresses, telephone numbers) of the channels to partners: offered where one notes how they are reached."""
    every = [each.address.strip() for each in (register.all(FrameChannel) if register is not None else ())
             if each.between is not Between.CITIZEN and each.address.strip()]
    mails = [each for each in every if "@" in each]
    phones = [each for each in every if "@" not in each and sum(map(str.isdigit, each)) >= FEWEST_DIGITS]
    return list(dict.fromkeys(mails)), list(dict.fromkeys(phones))


def _said(channel: FrameChannel) -> str:
    name = " ".join(part for part in (channel.name.strip(), channel.address.strip()) if part)
    return f"{name} ({channel.used_for.strip()})" if name and channel.used_for.strip() else name


# --------------------------------------------------------------------------------------------------- kinds of plans
def kinds_of_plans(register: Case | None) -> list[str]:
    """The kinds of plans that are made for citizens here, as the frame calls them."""
    return list(dict.fromkeys(each.name.strip() for each in (
        register.all(FramePlan) if register is not None else ()) if each.name.strip()))
