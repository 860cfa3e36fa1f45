"""The notice of admission to the acting municipality: its clock in words, and the mail that goes with it."""
from __future__ import annotations

from datetime import date
from typing import NamedTuple

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail import Mail, mail_to, signed
from borgerplan_desktop.i18n import _, day, due, weekday
from borgerplan_desktop.model.admission import notice_by
from borgerplan_desktop.model.course import Stay


class NoticeSeen(NamedTuple):
    """The clock in words: short, why, and how it is shown."""

    words: str
    why: str
    kind: str = "line"
    icon: str = "clock"


def seen(stay: Stay, today: date) -> NoticeSeen:
    """How the notice of a stay stands on a day."""
    by = notice_by(stay)
    if stay.notified_on is not None:
        words = _("Sent {date}").format(date=day(stay.notified_on, today))
        late = by is not None and stay.notified_on > by
        why = _("It should have been sent by {date}.").format(date=day(by, today)) if by is not None and late else ""
        return NoticeSeen(words, why, "good", "check")
    if by is None:
        return NoticeSeen(_("Not decided yet"), _("Write the day the admission was decided. The municipality must be "
                                                  "told within three working days."))
    law = _("Three working days after the decision. Saturdays count, Sundays and public holidays do not "
            "(§ 110, subsection 6).")
    if today > by:
        return NoticeSeen(_("Should have been sent {date}").format(date=due(by, today)), law, "bad", "alert")
    words = _("Send by {weekday} {date}").format(weekday=weekday(by), date=day(by, today))
    return NoticeSeen(words, law, "warn" if (by - today).days <= 1 else "soft")


def mail(opened: OpenCase, stay: Stay) -> Mail:
    """The mail that goes with the letter: not a word about the citizen, who is named in the letter alone."""
    return mail_to(None, _("Notice of admission"), [
        _("To {whom}").format(whom=stay.notified_to) if stay.notified_to else "",
        _("Here is a notice of admission under § 110, subsection 6, of the Act on Social Services. "
          "See the attached letter."),
        _("Please write or call, so that we can agree who of you is responsible and when we can meet."),
        signed(opened)])
