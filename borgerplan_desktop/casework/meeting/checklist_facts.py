"""What the program knows of a meeting's checklists by itself: these lines are ready, and here is why."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.course.overview import interpreter_words, lay_representative_words
from borgerplan_desktop.casework.meeting.after_meeting import not_taken_up
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.citizen import Answer, Cooperation, LayRepresentative
from borgerplan_desktop.model.consent import Topic, may_share
from borgerplan_desktop.model.meeting import QUESTIONS, Meeting, MeetingStatus
from borgerplan_desktop.model.network import lay_representatives


def known(meeting: Meeting, today: date) -> dict[str, str]:
    """The key of every line that is ready without a tick, and the words that say why."""
    return {key: why for key, why in {**_before(meeting, today), **_together(meeting, today),
                                      **_after(meeting, today)}.items() if why}


def _before(meeting: Meeting, today: date) -> dict[str, str]:
    coming = [p for p in meeting.participants if p.member is not None]
    others = [p for p in coming if p.member is not None and not p.member.is_citizen and p.member.staff_id is None]
    covered = all(may_share(meeting.case, p.member, Topic.PLAN, today).allowed for p in others if p.member is not None)
    wish = meeting.citizen_wants.strip() or meeting.citizen_avoids.strip()
    asked = meeting.place_asked and meeting.place_text.strip()
    return {
        "why": _("It is written") if meeting.purpose.strip() else "",
        "who": _("Each has a reason") if others and all(p.why.strip() for p in coming) else "",
        "prepared": _("It is written") if wish else "",
        "place": _("Asked, and chosen") if asked else "",
        "consent": _("It covers everyone") if others and covered else "",
        "invitation": _("Given {date}").format(date=day(meeting.invited_on, today)) if meeting.invited_on else "",
    }


def _together(meeting: Meeting, today: date) -> dict[str, str]:
    how = next(iter(meeting.case.all(Cooperation)), None)
    if how is None:
        return {}
    asked = how.interpreter is Answer.NO or how.interpreter is Answer.YES and how.interpreter_language.strip()
    beside = lay_representatives(meeting.case, today) or how.lay_representative in (
        LayRepresentative.NO, LayRepresentative.HAS)
    return {
        "interpreter": interpreter_words(meeting.case) if asked else "",
        "lay_representative": lay_representative_words(meeting.case, today) if beside else "",
    }


def _after(meeting: Meeting, today: date) -> dict[str, str]:
    said = meeting.feedback
    answered = said is not None and any(getattr(said, field.key) is not None for field, _words in QUESTIONS)
    return {
        "explain": _("Explained {date}").format(date=day(meeting.explained_on, today)) if meeting.explained_on else "",
        "ask": _("Answered") if answered else "",
        "minutes": _("Everyone covered has them") if meeting.status is MeetingStatus.MINUTES_SENT else "",
        "take_up": _("All are taken up") if meeting.parked and not not_taken_up(meeting) else "",
    }
