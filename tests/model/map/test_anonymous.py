"""Nobody can be recognised on the anonymous map."""
from __future__ import annotations

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.map.anonymous import anonymous_names
from borgerplan_desktop.model.network import Being, MemberKind, NetworkMember
from borgerplan_desktop.model.row import new_id


def member(name: str, n: int, kind: MemberKind = MemberKind.PRIVATE, being: Being = Being.PERSON) -> NetworkMember:
    return NetworkMember(id=new_id(), case_id="c", name=name, place=float(n), kind=kind, being=being,
                         relation="min mor", role="sagsbehandler", organisation="Hjemløseenheden")


def test_everybody_gets_a_word_and_a_number_in_the_order_they_came() -> None:
    rows = [member("Jonas Bækgaard", 0, MemberKind.CITIZEN), member("Lone Prøve", 1), member("Kurt Prøve", 2),
            member("Birgit Prøve", 3, MemberKind.PROFESSIONAL), member("Trofast", 4, being=Being.ANIMAL),
            member("Bænken ved havnen", 5, being=Being.PLACE), member("Ole Prøve", 6)]
    names = anonymous_names(Case("c", rows), str)
    assert [names[row.id] for row in rows] == [
        "Citizen", "Person 1", "Person 2", "Professional 1", "Animal 1", "Place 1", "Person 3"]
    assert not any(word in " ".join(names.values()) for word in ("Lone", "mor", "sagsbehandler", "Hjemløse"))
