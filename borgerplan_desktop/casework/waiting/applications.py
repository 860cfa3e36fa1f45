"""What was applied for or asked: written down, sent, answered."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.application import (
    Application,
    ApplicationKind,
    HousingOffer,
    NudgeStep,
    OfferAnswer,
    Outcome,
)
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.wait import day_after, days_before

SENT, ANSWERED, OFFERED = N_("Send the application"), N_("Write the answer"), N_("Write the offer of a home")


def applications(opened: OpenCase) -> tuple[list[Application], list[Application]]:
    """(those that are not sent or wait, the longest wait first; those with an answer, the newest first)."""
    every = opened.case.all(Application)
    left = sorted((each for each in every if each.outcome is Outcome.WAITING),
                  key=lambda each: (each.sent_on is not None, each.sent_on or date.min, each.id))
    done = [each for each in every if each.outcome is not Outcome.WAITING]
    return left, sorted(done, key=lambda each: str(each.answered_on), reverse=True)


def write_application(opened: OpenCase, kind: ApplicationKind, what: str = "", office: str = "",
                      member: NetworkMember | None = None, sent_on: date | None = None) -> Application:
    """Something is applied for, or asked; without a day it is not sent yet. Raises Refused for a day to come."""
    _check(opened, sent_on, None)
    with opened.action(N_("Write an application")):
        made = opened.case.add(Application(kind=kind, what=what.strip(), office=office.strip(),
                                           member_id=member.id if member is not None else None))
        if sent_on is not None:
            send(opened, made, sent_on)
        return made


def send(opened: OpenCase, application: Application, on: date | None) -> None:
    """It was sent that day, and somebody asks again so many days later, as the shelter says; None = not sent after all.

    A day to ask again that somebody chose stands. Raises Refused for a day to come, or after the answer.
    """
    _check(opened, on, application.answered_on)
    with opened.action(SENT):
        before, days = application.sent_on, days_before(opened.case, NudgeStep.MAIL)
        by_rule = None if before is None else day_after(before, days)
        if not application.nudges and application.nudge_on in (None, by_rule):
            application.nudge_on = None if on is None else day_after(on, days)
        application.sent_on = on


def sent_by(opened: OpenCase, application: Application, member: NetworkMember | None) -> None:
    """Who sent it."""
    with opened.action(SENT):
        application.sent_by_id = member.id if member is not None else None


def ask_there(opened: OpenCase, application: Application, member: NetworkMember | None) -> None:
    """Whom we ask there; the office is theirs where nobody has written one."""
    with opened.action(N_("Whom we ask")):
        application.member_id = member.id if member is not None else None
        if member is not None and not application.office:
            application.office = member.contact.organisation


def chase(opened: OpenCase, application: Application, member: NetworkMember | None) -> None:
    """Who of us asks again."""
    with opened.action(N_("Who asks again")):
        application.chaser_id = member.id if member is not None else None


def answer(opened: OpenCase, application: Application, outcome: Outcome, on: date | None = None) -> None:
    """They answered; WAITING = they have not after all. `on` None = the day that stands there, else today.

    Raises Refused for a day to come, or before it was sent.
    """
    day = None if outcome is Outcome.WAITING else on or application.answered_on or opened.today()
    _check(opened, application.sent_on, day)
    with opened.action(ANSWERED):
        application.outcome, application.answered_on = outcome, day


def answered_on(opened: OpenCase, application: Application, on: date | None) -> None:
    """The answer came that day; while there is none there is no day."""
    if application.outcome is not Outcome.WAITING:
        answer(opened, application, application.outcome, on)


def remove_application(opened: OpenCase, application: Application) -> None:
    """It was written down by mistake."""
    with opened.action(N_("Remove the application")):
        for nudge in application.nudges:                 # they are about nothing then
            opened.case.remove(nudge)
        opened.case.remove(application)


# ------------------------------------------------------------------------------------------------------------- housing
def write_offer(opened: OpenCase, application: Application, dwelling: str = "") -> HousingOffer:
    """A home was offered today."""
    with opened.action(OFFERED):
        return opened.case.add(HousingOffer(application_id=application.id, offered_on=opened.today(),
                                            dwelling=dwelling.strip()))


def offered_on(opened: OpenCase, offer: HousingOffer, on: date | None) -> None:
    """It was offered that day. Raises Refused for a day to come."""
    _check(opened, on, None)
    with opened.action(OFFERED):
        offer.offered_on = on


def answer_offer(opened: OpenCase, offer: HousingOffer, said: OfferAnswer) -> None:
    """What the citizen answered, today; with a yes the list has answered too, and with another word it has not."""
    with opened.action(N_("Answer the offer of a home")):
        before, offer.answer = offer.answer, said
        offer.answered_on = None if said is OfferAnswer.OPEN else offer.answered_on or opened.today()
        application = opened.case.get(Application, offer.application_id)
        if application is None:
            return
        if said is OfferAnswer.ACCEPTED and application.outcome is Outcome.WAITING:
            application.outcome, application.answered_on = Outcome.YES, opened.today()
        elif before is OfferAnswer.ACCEPTED and application.outcome is Outcome.YES and not any(
                each.answer is OfferAnswer.ACCEPTED for each in application.offers):
            application.outcome, application.answered_on = Outcome.WAITING, None


def remove_offer(opened: OpenCase, offer: HousingOffer) -> None:
    with opened.action(N_("Remove the offer of a home")):
        opened.case.remove(offer)


def _check(opened: OpenCase, sent: date | None, answered: date | None) -> None:
    for day, field in ((sent, "sent_on"), (answered, "answered_on")):
        if day is not None and day > opened.today():
            raise Refused(_("That day has not come yet. Write the day it happened."), field)
    if sent is not None and answered is not None and answered < sent:
        raise Refused(_("The answer comes before it was sent. Check the days."), "answered_on")
