"""Contacts, missed appointments and feedback in the random sequences."""
from __future__ import annotations

from datetime import time, timedelta

from borgerplan_desktop.casework.contacts.appointments import (
    add_appointment,
    move_appointment,
    remove_appointment,
    set_hour,
    with_whom,
)
from borgerplan_desktop.casework.contacts.contacts import add_to_contact, note_contact
from borgerplan_desktop.casework.contacts.feedback import (
    ask_after_talk,
    changed,
    remove_said,
    told,
    what_was_said,
)
from borgerplan_desktop.casework.contacts.missed import (
    appointment_kept,
    appointment_missed,
    away_from_meeting,
    begin_path,
    not_settled,
    remove_missed,
    settle,
    take_step,
)
from borgerplan_desktop.casework.contacts.standing import (
    CHANGED,
    add_standing,
    begin_on,
    end_on,
    every_weeks,
    for_goal,
    remove_standing,
)
from borgerplan_desktop.casework.contacts.standing import set_hour as set_standing_hour
from borgerplan_desktop.casework.contacts.standing import with_whom as standing_with
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.contact_note import ContactChannel, ContactNote, MissedAppointment, ReachStep
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.meeting import Feedback, Participant
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from borgerplan_desktop.model.what_we_changed import WhatWeChanged
from tests.casework.acts import nth


def contact(opened: OpenCase, a: int, b: int) -> None:
    whom = nth(opened, NetworkMember, a) if b % 3 else f"person {b}"
    note_contact(opened, list(ContactChannel)[a % 6], whom or "", f"samtale {a}" if b > 4 else "", reached=b % 2 == 0)


def addition(opened: OpenCase, a: int, b: int) -> None:
    if (note := nth(opened, ContactNote, a)) is not None:
        add_to_contact(opened, note, f"tilføjelse {b}")


def appointment(opened: OpenCase, a: int, b: int) -> None:
    add_appointment(opened, f"tid {a}", opened.today() + timedelta(days=a - 5), time(b + 8), f"sted {b}",
                    nth(opened, NetworkMember, b))


def moved(opened: OpenCase, a: int, b: int) -> None:
    if (each := nth(opened, Appointment, a)) is not None:
        move_appointment(opened, each, opened.today() + timedelta(days=b - 5))
        set_hour(opened, each, time(b) if b else None)
        with_whom(opened, each, nth(opened, NetworkMember, b))


def called_off(opened: OpenCase, a: int, b: int) -> None:
    if (each := nth(opened, Appointment, a)) is not None:
        remove_appointment(opened, each)


def comes_back(opened: OpenCase, a: int, b: int) -> None:
    add_standing(opened, f"fast tid {a}", b if b < 7 else None, time(a + 8) if a else None,
                 nth(opened, NetworkMember, b))


def otherwise(opened: OpenCase, a: int, b: int) -> None:
    if (each := nth(opened, StandingAppointment, a)) is not None:
        write(opened, each, StandingAppointment.weekday, b if b < 7 else None, CHANGED)
        set_standing_hour(opened, each, time(b + 8) if b else None)
        every_weeks(opened, each, b)
        standing_with(opened, each, nth(opened, NetworkMember, b))
        for_goal(opened, each, nth(opened, Goal, b) if b % 2 else None)


def from_then_on(opened: OpenCase, a: int, b: int) -> None:
    if (each := nth(opened, StandingAppointment, a)) is not None:
        begin_on(opened, each, opened.today() + timedelta(days=a - 5) if b > 2 else None)
        end_on(opened, each, opened.today() + timedelta(days=b) if b > 4 else None)


def comes_no_more(opened: OpenCase, a: int, b: int) -> None:
    if (each := nth(opened, StandingAppointment, a)) is not None:
        remove_standing(opened, each)


def missed(opened: OpenCase, a: int, b: int) -> None:
    if (each := nth(opened, Appointment, a)) is not None:
        appointment_missed(opened, each)


def kept(opened: OpenCase, a: int, b: int) -> None:
    if (each := nth(opened, Appointment, a)) is not None:
        appointment_kept(opened, each)


def by_hand(opened: OpenCase, a: int, b: int) -> None:
    begin_path(opened, f"samtale {a}", member=nth(opened, NetworkMember, b) if b > 4 else None)


def away(opened: OpenCase, a: int, b: int) -> None:
    if (participant := nth(opened, Participant, a)) is not None:
        away_from_meeting(opened, participant)


def step(opened: OpenCase, a: int, b: int) -> None:
    if (each := nth(opened, MissedAppointment, a)) is not None:
        take_step(opened, each, list(ReachStep)[b % 4], f"skridt {b}", reached=b > 6)


def settled(opened: OpenCase, a: int, b: int) -> None:
    if (each := nth(opened, MissedAppointment, a)) is not None:
        (settle if b % 2 else not_settled)(opened, each)


def forgotten(opened: OpenCase, a: int, b: int) -> None:
    if (each := nth(opened, MissedAppointment, a)) is not None:
        remove_missed(opened, each)


def asked(opened: OpenCase, a: int, b: int) -> None:
    ask_after_talk(opened)


def said(opened: OpenCase, a: int, b: int) -> None:
    what_was_said(opened, f"ønske {a}", nth(opened, Feedback, b) if b % 2 else None)


def done(opened: OpenCase, a: int, b: int) -> None:
    if (each := nth(opened, WhatWeChanged, a)) is not None:
        write(opened, each, WhatWeChanged.changed, f"ændret {b}" if b else "", "x")
        changed(opened, each, b % 3 != 0)
        told(opened, each, b % 2 == 0)


def unsaid(opened: OpenCase, a: int, b: int) -> None:
    if (each := nth(opened, WhatWeChanged, a)) is not None:
        remove_said(opened, each)


ACTS = {f"contacts: {act.__name__}": act for act in (
    contact, addition, appointment, moved, called_off, comes_back, otherwise, from_then_on, comes_no_more,
    missed, kept, by_hand, away, step, settled, forgotten, asked, said, done, unsaid)}
