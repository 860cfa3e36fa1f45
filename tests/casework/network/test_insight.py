"""What the map shows, as screen and terminal say it: in Danish, and under other names where none may be told."""
from __future__ import annotations

from borgerplan_desktop.casework.network.insight import insight
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.insight.sentence import Kind
from borgerplan_desktop.model.network import Being, NetworkMember, Ring
from borgerplan_desktop.model.shelter import Sector


def test_one_calls_people_as_one_would_aloud(opened: OpenCase) -> None:
    name = opened.case.the(Citizen).first_name
    add_private_person(opened, "Sara Holm Bækgaard", ring=Ring.CLOSEST)
    bench = add_private_person(opened, "Bænken ved havnen", sector=Sector.FRIENDS, ring=Ring.CLOSEST)
    write(opened, bench, NetworkMember.being, Being.PLACE, "Move person")
    add_new_professional(opened, "Birgit Krogh", sector=Sector.AUTHORITY, ring=Ring.CLOSEST)
    nameless = add_private_person(opened, "Nabo", "naboen", ring=Ring.CLOSEST)
    write(opened, nameless, NetworkMember.name, "", "Name")
    closest = next(each for each in insight(opened.case, opened.today()) if each.kind is Kind.CLOSEST)
    assert closest.words == f"Sara, Bænken ved havnen, naboen og Birgit Krogh står {name} tættest."
    other = next(each for each in insight(opened.case, opened.today(), lambda member: member.sector.value, "borgeren")
                 if each.kind is Kind.CLOSEST)
    assert other.words == "family, friends, family og authority står borgeren tættest."
