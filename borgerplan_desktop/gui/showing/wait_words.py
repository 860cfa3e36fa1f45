"""How a wait is said: since when, who asks again and when, and what happens meanwhile."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.waiting.climb import said_of
from borgerplan_desktop.i18n import _, day, near, ngettext
from borgerplan_desktop.model.application import Application, ApplicationKind, Outcome
from borgerplan_desktop.model.wait import Awaited, Wait

ICONS = {ApplicationKind.HOUSING_LIST: "house", ApplicationKind.SINGLE_BENEFIT: "wallet",
         ApplicationKind.TREATMENT: "health", ApplicationKind.PENSION: "wallet", ApplicationKind.SUPPORT: "heart",
         ApplicationKind.WORK: "work", ApplicationKind.DOCUMENT: "note"}
OUTCOMES = {Outcome.YES: "good", Outcome.PARTLY: "info"}  # the pill of an answer; a no is only a word


def icon_of(row: Awaited) -> str:
    return ICONS.get(row.kind, "hourglass") if isinstance(row, Application) else "hourglass"


def title_of(wait: Wait) -> str:
    return said_of(wait) or _("Something that is waited for")


def kind_of(wait: Wait) -> str:
    """What kind of application it is, where the title does not say it already."""
    row = wait.row
    return _(row.kind.label) if isinstance(row, Application) and wait.what and row.kind is not ApplicationKind.OTHER \
        else ""


def since_of(wait: Wait, today: date) -> str:
    """"siden 3. november (24 dage)"."""
    if wait.since is None:
        return ""
    days = max(0, (today - wait.since).days)
    if days == 0:
        return _("since today")
    return ngettext("since {date} ({n} day)", "since {date} ({n} days)", days).format(
        date=day(wait.since, today), n=days)


def who_asks(wait: Wait) -> str:
    """Who asks again."""
    chaser = wait.chaser.contact.first_name if wait.chaser is not None else ""
    return _("{name} asks again").format(name=chaser) if chaser else _("nobody asks again yet")


def facts_of(wait: Wait, today: date) -> str:
    """Who is to answer, since when, and who asks again, on one line; of an answer only its day: nobody waits then."""
    row = wait.row
    if isinstance(row, Application) and is_answered(row):
        sent = _("sent {date}").format(date=day(row.sent_on, today)) if row.sent_on is not None else ""
        came = _("answered {date}").format(date=day(row.answered_on, today)) if row.answered_on is not None else ""
        return " · ".join(each for each in (kind_of(wait), wait.who, sent, came) if each)
    return " · ".join(each for each in (kind_of(wait), wait.who, since_of(wait, today), who_asks(wait)) if each)


def nudge_of(wait: Wait, today: date) -> tuple[str, str]:
    """(when the next step is taken and which, the kind of its pill)."""
    if wait.nudge_on is None:
        return _("No day to ask again"), "warn"
    if wait.is_due(today):
        return _("Now: {step}").format(step=_(wait.step.label).lower()), "warn"
    return _("Ask again {date}").format(date=near(wait.nudge_on, today)), "soft"


def meanwhile_of(wait: Wait) -> str:
    """What happens meanwhile; "" = nobody has said."""
    kind = _(wait.meanwhile_kind.label) if wait.meanwhile_kind is not None else ""
    return ": ".join(each for each in (kind, wait.meanwhile.strip()) if each)


def is_answered(row: Awaited) -> bool:
    return isinstance(row, Application) and row.outcome is not Outcome.WAITING


def is_sent(row: Awaited) -> bool:
    return not isinstance(row, Application) or row.sent_on is not None
