"""The card of somebody who stands on the map twice since two in the register became one."""
from __future__ import annotations

from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.session.professionals import merge_professionals
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.model.network import people
from borgerplan_desktop.model.shelter import Professional


def test_who_stands_on_the_map_twice_is_made_one(desk: Desk, tab: NetworkTab) -> None:
    one, two = add_new_professional(desk.opened, "Birgit Prøve"), add_new_professional(desk.opened, "B. Prøve")
    shelter = desk.opened.shelter
    assert shelter is not None
    tab.choose(one.id)
    assert not tab.person.twice.isVisible()
    kept, other = (shelter.case.get(Professional, each.professional_id) for each in (one, two))
    assert kept is not None
    assert other is not None
    merge_professionals(shelter, kept, other)
    tab.choose(two.id)
    tab.choose(one.id)
    assert tab.person.twice.words.text().startswith("Birgit Prøve står på kortet to gange")
    tab.person.twice.make_one.click()
    assert two not in people(desk.case)
    assert not tab.person.twice.isVisible()
    desk.opened.undo()
    assert len([m for m in people(desk.case) if m.contact.name == "Birgit Prøve"]) == 2
    assert tab.person.twice.isVisible()


def test_of_two_of_one_name_it_is_asked_whether_they_are_one(desk: Desk, tab: NetworkTab) -> None:
    one, two = (add_private_person(desk.opened, "Mikkel Prøve") for _twice in range(2))
    tab.choose(one.id)
    assert tab.person.twice.words.text() == "To på kortet hedder Mikkel Prøve. Er det den samme?"
    tab.person.twice.make_one.click()
    assert two not in people(desk.case)
    assert not tab.person.twice.isVisible()
