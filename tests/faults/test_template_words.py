"""The screen locks while a template is written: what was typed is stored."""
from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.plan.templates import add_template
from borgerplan_desktop.gui.templates.template_dialog import TemplateDialog
from borgerplan_desktop.model.shelter import PlanTemplate
from tests.archive import Clock
from tests.faults.test_lock_from_everywhere import press_ctrl_l
from tests.faults.test_while_typing import unlock
from tests.journeys.hands import Hands
from tests.window import archive_of


@pytest.mark.parametrize("way", ["key", "idle"])
def test_the_lock_comes_while_a_template_is_written(program: Program, at_work: Hands, clock: Clock, way: str) -> None:
    shelter = archive_of(program).shelter
    dialog = TemplateDialog(shelter, add_template(shelter, "Forløb"), program.window)
    dialog.open()
    QApplication.processEvents()
    dialog.target.setFocus()
    QTest.keyClicks(dialog.target, "Alle uden bolig")
    if way == "key":
        press_ctrl_l()
    else:
        for _ in range(8):
            clock.pass_(seconds=50)
            program.login_flow.watch.look()
    assert program.login_flow.session is None
    unlock(program, at_work)
    (template,) = archive_of(program).shelter.case.all(PlanTemplate)
    assert template.target_group == "Alle uden bolig"
