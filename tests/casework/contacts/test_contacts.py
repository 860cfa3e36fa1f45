"""A contact is noted as it happens, and is final; additions carry their own time."""
from __future__ import annotations

from datetime import timedelta

import pytest

from borgerplan_desktop.casework.contacts.contacts import add_to_contact, note_contact
from borgerplan_desktop.casework.contacts.missed import begin_path
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.contact_note import ContactChannel, ContactNote, last_in_touch, unsettled
from borgerplan_desktop.model.network import citizen_member
from tests.archive import NOW, Clock

PHONE, SMS = ContactChannel.PHONE, ContactChannel.SMS


def test_it_says_who_how_when_and_by_whom(opened: OpenCase) -> None:
    jonas = citizen_member(opened.case)
    assert jonas is not None
    made = note_contact(opened, PHONE, jonas, " vil gerne se lejligheden ")
    assert (made.at, made.channel, made.member, made.words, made.reached, made.by_id) == (
        NOW, PHONE, jonas, "vil gerne se lejligheden", True, opened.who)
    assert made.with_whom == "Jonas Prøve"               # also when the person leaves the map
    assert last_in_touch(opened.case) == NOW.date()
    opened.undo()
    assert opened.case.all(ContactNote) == []


def test_a_name_that_is_typed_is_the_one_on_the_map_or_stays_a_name(opened: OpenCase) -> None:
    sara = add_private_person(opened, "Sara Prøve")
    assert note_contact(opened, SMS, "sara prøve").member is sara
    assert note_contact(opened, SMS, "jonas").member is citizen_member(opened.case)
    other = note_contact(opened, SMS, " Boligforeningen Nord ")
    assert (other.member, other.with_whom) == (None, "Boligforeningen Nord")
    add_private_person(opened, "Sara Prøve")
    assert note_contact(opened, SMS, "Sara Prøve").member is None    # two are called so: nobody is guessed at


def test_words_may_be_missing_and_a_try_counts_as_none(opened: OpenCase) -> None:
    jonas = citizen_member(opened.case)
    assert jonas is not None
    note_contact(opened, PHONE, jonas, reached=False)
    assert last_in_touch(opened.case) is None


def test_it_is_never_of_a_time_to_come_or_with_nobody(opened: OpenCase) -> None:
    with pytest.raises(Refused, match="ikke kommet endnu"):
        note_contact(opened, PHONE, "Sara", at=NOW + timedelta(hours=1))
    with pytest.raises(Refused, match="Skriv, hvem"):
        note_contact(opened, PHONE, "  ")
    assert note_contact(opened, PHONE, "Sara", at=NOW - timedelta(days=2)).at == NOW - timedelta(days=2)


def test_an_addition_has_its_own_time_and_hangs_on_the_first(opened: OpenCase, clock: Clock) -> None:
    first = note_contact(opened, PHONE, "Sara", "ringer igen")
    clock.pass_(hours=2)
    second = add_to_contact(opened, first, "har ringet")
    clock.pass_(minutes=5)
    third = add_to_contact(opened, second, "og skrevet")
    assert first.additions == [second, third]
    assert (second.at, third.at, first.words, second.with_whom) == (
        NOW + timedelta(hours=2), clock(), "ringer igen", "Sara")
    with pytest.raises(Refused, match="Skriv"):
        add_to_contact(opened, first, " ")


def test_talking_with_the_citizen_settles_what_was_missed_before(opened: OpenCase) -> None:
    jonas = citizen_member(opened.case)
    assert jonas is not None
    missed = begin_path(opened, "Tandlægen", NOW.date() - timedelta(days=3))
    note_contact(opened, PHONE, "Sara")
    note_contact(opened, PHONE, jonas, reached=False)
    note_contact(opened, PHONE, jonas, at=NOW - timedelta(days=4))           # before it
    assert unsettled(opened.case) == [missed]
    note_contact(opened, PHONE, jonas, at=NOW - timedelta(days=1))
    assert missed.settled_on == NOW.date() - timedelta(days=1)
    opened.undo()                                        # one step: the contact and what it settled
    assert unsettled(opened.case) == [missed]
