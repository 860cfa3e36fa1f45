"""The course line in the whole course: milestones, phases, the action plan, the days of stay."""
from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.course import set_milestone
from borgerplan_desktop.casework.course.phases import begin_phase, phase_from, phase_until, phases
from borgerplan_desktop.casework.leaving.closing import close_course
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.course.course_part import CoursePart
from borgerplan_desktop.gui.course.phase_bars import PhaseBars
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.mail_draft import MailDraft
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.course import MilestoneKind, current_course, current_stay
from borgerplan_desktop.model.network import Phase
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.model.told import Told, ToldOf
from tests.archive import Clock
from tests.journeys.hands import Hands


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> CoursePart:
    part = CoursePart(desk)
    qtbot.addWidget(part)
    part.resize(880, 600)
    part.show()
    return part


def test_milestones_are_planned_and_reached_in_any_order(part: CoursePart, desk: Desk) -> None:
    hands, course = Hands(part), current_course(desk.case)
    hands.type("Kommunens handleplan: planlagt", "30. november 2026")
    hands.press(Qt.Key.Key_Tab)
    milestone = next(each for each in course.milestones if each.kind is MilestoneKind.ACTION_PLAN)
    assert (str(milestone.planned_on), milestone.done_on) == ("2026-11-30", None)
    set_milestone(desk.opened, MilestoneKind.FIRST_CONTACT, desk.opened.today() - timedelta(9))
    set_milestone(desk.opened, MilestoneKind.INTAKE_TALK, desk.opened.today())
    hands.type("Ansvaret er afklaret: dagen", "25. oktober 2026")
    hands.press(Qt.Key.Key_Tab)
    assert course.reached(MilestoneKind.RESPONSIBILITY) is not None
    assert hands.sees("Kom før »Visitationssamtale«. Det er i orden.")
    desk.opened.undo()
    assert course.reached(MilestoneKind.RESPONSIBILITY) is None
    assert not hands.sees("Det er i orden.")


def test_a_closed_course_says_when_it_ended(desk: Desk, part: CoursePart) -> None:
    assert part.week.words().startswith("Uge ")
    assert part.action_plan.write_button.isVisible()
    desk.do(close_course)
    assert "Forløbet sluttede" in part.week.words()
    assert "siden første henvendelse" not in part.week.words()
    assert not part.action_plan.write_button.isVisible(), "nobody stays here any more"


def test_a_real_day_to_come_is_refused(part: CoursePart, desk: Desk) -> None:
    hands = Hands(part)
    hands.type("Visitationssamtale: dagen", "24. december 2026")
    hands.press(Qt.Key.Key_Tab)
    assert hands.sees("Den dag er ikke kommet endnu")
    assert current_course(desk.case).reached(MilestoneKind.INTAKE_TALK) is None


def test_what_sets_itself_and_the_beginning_stand(part: CoursePart, desk: Desk) -> None:
    lines = part.milestones.lines
    assert not lines[MilestoneKind.PLAN_ADOPTED].day.isEnabled()
    assert lines[MilestoneKind.PLAN_ADOPTED].planned.isEnabled()
    hands = Hands(part)
    hands.type("Første henvendelse: dagen", "")
    hands.press(Qt.Key.Key_Tab)
    assert lines[MilestoneKind.FIRST_CONTACT].day.date() == current_course(desk.case).first_contact_on


def test_the_responsible_office_has_a_place_of_its_own(qtbot: QtBot, part: CoursePart, desk: Desk) -> None:
    with qtbot.waitSignal(desk.go) as went:
        Hands(part).click("Hvem er spurgt")
    assert went.args == ["responsibility", ""]


def test_phases_overlap_and_are_said_in_words(part: CoursePart, desk: Desk) -> None:
    hands, today = Hands(part), desk.opened.today()
    assert hands.sees("Ingen fase er noteret endnu.")
    menu = part.phases.add_button.menu()
    assert menu is not None
    next(each for each in menu.actions() if each.text() == "Planen laves").trigger()
    other = begin_phase(desk.opened, Phase.ARRIVING)
    phase_from(desk.opened, other, today - timedelta(14))
    assert [each.phase for each in phases(desk.case)] == [Phase.ARRIVING, Phase.PLAN]
    assert all(each.until_on is None for each in phases(desk.case))      # both are open
    assert "Planen laves: siden 27. oktober, stadig i gang" in part.bars.accessibleDescription()
    assert hands.sees("Ankomst: siden 13. oktober, stadig i gang.")
    hands.type("Ankomst: Til", "1. oktober 2026")
    hands.press(Qt.Key.Key_Tab)
    assert hands.sees("Den slutter, før den begynder.")
    phase_until(desk.opened, other, today)
    assert "Ankomst: fra 13. oktober til 27. oktober" in part.bars.accessibleDescription()
    hands.click("Fjern: Ankomst")
    assert [each.phase for each in phases(desk.case)] == [Phase.PLAN]
    desk.opened.undo()
    assert len(phases(desk.case)) == 2


def test_the_municipality_is_reminded_of_its_action_plan(part: CoursePart, desk: Desk) -> None:
    hands = Hands(part)
    assert hands.sees("§ 142 i lov om social service")
    assert hands.sees("Ikke lavet endnu, på dag 1 af opholdet.")
    hands.click("Mindet om det i telefonen")
    assert hands.sees("Vælg, hvem du minder om det.")
    birgit = add_new_professional(desk.opened, "Birgit Krogh", "sagsbehandler", "Kommunen", email="b@example.org")
    part.action_plan._on_whom(birgit)
    hands.click("Skriv en påmindelse")
    draft = part.findChild(MailDraft)
    assert draft is not None
    assert draft.mail.to == ("b@example.org",)
    assert "§ 142 i lov om social service" in draft.mail.body
    assert "JP" not in draft.mail.body + draft.mail.subject              # no consent covers her
    draft.copy_button.click()
    draft.copy_button.click()
    draft.accept()
    told = desk.case.the(Told)
    assert (told.of, told.how, told.to_name) == (ToldOf.ACTION_PLAN, ContactChannel.EMAIL, "Birgit Krogh")
    hands.type("Hvad de svarede", "I næste uge")
    desk.settle.emit()
    assert told.answer == "I næste uge"
    set_milestone(desk.opened, MilestoneKind.ACTION_PLAN, desk.opened.today())
    assert hands.sees("Lavet 27. oktober.")


def test_the_days_of_stay_and_the_refund(part: CoursePart, desk: Desk, archive: Archive, clock: Clock) -> None:
    hands = Hands(part)
    stay = current_stay(desk.case)
    assert stay is not None
    clock.pass_(days=33)
    with desk.opened.action("x"):
        stay.room = "14"
    assert not part.stay.isVisible()                  # the shelter has not chosen to count
    assert not part.refund.isVisible()
    assert desk.opened.shelter is not None
    with desk.opened.shelter.action("x"):
        desk.opened.shelter.case.the(Shelter).counts_refund = True
    with desk.opened.action("x"):
        stay.room = "15"
    assert hands.sees("Dag 34 af opholdet, siden 27. oktober.")
    assert hands.sees("Der er 56 dage tilbage, som kommunens refusion regnes efter.")
    with desk.opened.action("x"):
        stay.left_on = desk.opened.today()
    assert hands.sees("Opholdet varede 34 dage.")


@pytest.mark.parametrize("years", [-60, 73, 900])
def test_a_phase_whose_year_was_mistyped_stays_inside_its_bars(part: CoursePart, desk: Desk, years: int) -> None:
    """Its mark stands at the edge, and the words below say the day."""
    phase = begin_phase(desk.opened, Phase.MOVING)
    phase_from(desk.opened, phase, desk.opened.today() + timedelta(365 * years))
    bars = part.findChild(PhaseBars)
    assert bars is not None
    seen = bars.grab().toImage()
    ground = seen.pixelColor(bars.width() // 2, 1)
    edge = range(bars.width() - 30, bars.width()) if years > 0 else range(30)
    assert any(seen.pixelColor(x, y) != ground for x in edge for y in range(6, bars.height() - 6))
