"""How each person appears, where it does not show on one screen alone."""
from __future__ import annotations

from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.insight import insight
from borgerplan_desktop.casework.network.people import add_private_person, make_lay_representative, set_tie
from borgerplan_desktop.casework.papers.consents import Asked, say_no
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.unplaced_people import UnplacedPeople
from borgerplan_desktop.gui.showing.people_shown import faces
from borgerplan_desktop.model.consent import ConsentState, GivenHow, Topic, needs_consent
from borgerplan_desktop.model.network import NetworkMember, TieQuality, people
from tests.journeys.hands import Hands


def test_before_the_citizen_has_said_anything_the_map_says_nothing(qtbot: QtBot, desk: Desk) -> None:
    sara = add_private_person(desk.opened, "Sara", "datter")
    shown = faces(desk.case, desk.opened.today())
    said = insight(desk.case, desk.opened.today())
    assert [each.words for each in said] == ["Spørg Jonas, hvem der står tættest."]
    assert not any("Forhold" in face.sentence for face in shown)
    bucket = UnplacedPeople()
    qtbot.addWidget(bucket)
    bucket.show_people(shown, "", "Jonas")
    bucket.show()
    assert Hands(bucket).sees("Spørg Jonas, hvem der står tættest, og træk ind i ringene.")
    set_tie(desk.opened, sara, TieQuality.STRONG)
    assert "Forhold: stærk" in faces(desk.case, desk.opened.today())[-1].sentence


def consents(desk: Desk) -> dict[str, ConsentState | None]:
    return {face.name: face.consent for face in faces(desk.case, desk.opened.today())}


def test_our_own_staff_need_no_consent_whatever_else_they_are(desk: Desk, network: dict[str, NetworkMember]) -> None:
    eva = next(m for m in people(desk.case) if m.staff_id is not None)
    make_lay_representative(desk.opened, eva)
    say_no(desk.opened, Asked("Planen", [eva, network["Kurt"]], [Topic.HEALTH], GivenHow.ORALLY))
    assert consents(desk)[eva.contact.name] is None
    assert consents(desk)["Kurt"] is ConsentState.SAID_NO


def test_consent_is_shown_for_whom_it_is_asked_about(desk: Desk, network: dict[str, NetworkMember]) -> None:
    make_lay_representative(desk.opened, network["Sara"])
    shown = consents(desk)
    assert {m.contact.name for m in people(desk.case) if needs_consent(desk.case, m, desk.opened.today())} == {
        name for name, state in shown.items() if state is not None} == {"Sara", "Birgit Krogh"}
