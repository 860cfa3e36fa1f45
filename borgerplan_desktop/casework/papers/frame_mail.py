"""A mail to partners when the shared frame is brought up to date: which version, what is new, where it lies."""
from __future__ import annotations

from collections.abc import Sequence

from borgerplan_desktop.casework.frame.frame import answer_to, framework
from borgerplan_desktop.casework.frame.telling import address_of
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail import Mail, in_paragraphs, signed_from
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.framework import FramePerson, FrameQuestion, FrameVersion
from borgerplan_desktop.model.shelter import Shelter, StaffMember


def frame_mail(opened: OpenCase, version: FrameVersion, people: Sequence[FramePerson]) -> Mail:
    """A draft to those of them who have an address; several do not see each other's. Raises LookupError for somebody
    who is not there any more.
    """
    case = opened.case
    if not version.exists or not all(each.exists for each in people):
        raise LookupError("somebody has gone meanwhile")
    frame, at_hand = framework(case), answer_to(case, FrameQuestion.AT_HAND)
    place = frame.municipality.strip() if frame is not None else ""
    subject = _("The shared frame, version {number}").format(number=version.number)
    approved = _("Version {number} of the shared frame for our work together was approved {date} by {who}.").format(
        number=version.number, date=day(version.approved_on), who=version.approved_by)
    parts = [_("Hello"), approved,
             _("What is new: {words}").format(words=version.changed.strip()) if version.changed.strip() else "",
             _("You find it here: {words}").format(words=at_hand.text.strip())
             if at_hand is not None and at_hand.text.strip() else _("It is attached to this mail."),
             _("It is brought up to date again {date}. Write to us if something is not right.").format(
                 date=day(frame.next_on)) if frame is not None and frame.next_on is not None else "",
             signed_from(case.get(StaffMember, opened.who), next(iter(case.all(Shelter)), None))]
    addresses = tuple(dict.fromkeys(address for each in people if (address := address_of(each))))
    return Mail(addresses, f"{subject}, {place}" if place else subject, in_paragraphs(parts))
