"""What is worth a look about a day to come; it is kept all the same."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.i18n import _, weekday
from borgerplan_desktop.model.working_days import is_working_day

FAR = 3                                                  # years, from which on the year may not be meant
SATURDAY = 5


def worth_a_look(day: date, today: date) -> str:
    """"Det er en lørdag."; "" for an ordinary day."""
    if day < today:
        return _("That day has passed.")
    if (day.year - today.year, day.month, day.day) > (FAR, today.month, today.day):
        return _("That is more than three years away. Is the year right?")
    if day.weekday() >= SATURDAY:
        return _("It is a {weekday}.").format(weekday=weekday(day))
    return "" if is_working_day(day) else _("It is a public holiday.")
