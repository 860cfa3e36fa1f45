"""What the overview says of the wait that matters most: whom, what, since when, who asks again and when."""
from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QPushButton

from borgerplan_desktop.casework.course.overview import Waiting
from borgerplan_desktop.gui.widgets.label import set_tip
from borgerplan_desktop.i18n import _, near
from borgerplan_desktop.phone_number import phone_number


def waiting_words(waiting: Waiting, today: date) -> str:
    """As sentences, one after another."""
    if waiting.said:
        text = _("Waiting for {who}: {what}").format(who=waiting.who, what=waiting.what) if waiting.who else \
            _("Waiting for: {what}").format(what=waiting.what)
    else:
        text = waiting.what if waiting.who else _("Next: {what}").format(what=waiting.what)
    if text[-1:] not in ".?!":
        text += "."
    if waiting.since is not None:
        text += " " + _("Asked {date}.").format(date=near(waiting.since, today).rstrip("."))
    return f"{text} {_asks_again(waiting, today)}".strip()


def _asks_again(waiting: Waiting, today: date) -> str:
    wait = waiting.wait
    if wait is None:
        return ""
    if wait.nudge_on is None:
        return _("No day to ask again.")
    name = wait.chaser.contact.first_name if wait.chaser is not None else ""
    if wait.nudge_on < today:
        return _("{name} was to ask again {date}.").format(name=name, date=near(wait.nudge_on, today).rstrip(".")) \
            if name else _("We were to ask again {date}.").format(date=near(wait.nudge_on, today).rstrip("."))
    when = near(wait.nudge_on, today).rstrip(".")
    return _("{name} asks again {date}.").format(name=name, date=when) if name else \
        _("We ask again {date}.").format(date=when)


def set_call(button: QPushButton, waiting: Waiting) -> None:
    """The button that calls, where there is a number; the number is in its tooltip."""
    button.setVisible(waiting.wait is not None and bool(waiting.phone))
    if waiting.wait is not None and waiting.wait.member is not None and waiting.phone:
        words = _("Call {name}").format(name=waiting.wait.member.contact.first_name)
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(words)
        set_tip(button, _("Tel. {phone}").format(phone=phone_number(waiting.phone)))
