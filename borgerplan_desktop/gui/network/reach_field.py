"""Whether somebody can be reached, or is dead; what they had in hand is asked about as when somebody leaves."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from borgerplan_desktop.casework.network.leaving import has_died, in_hand, set_reach
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField
from borgerplan_desktop.gui.network.move_and_remove import HasDied
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.network import NetworkMember, Reach


class ReachField(ChoiceField):
    def __init__(self, combo: QComboBox, desk: Desk) -> None:
        super().__init__(combo, desk, NetworkMember.reach, N_("Change person"), [(r, _(r.label)) for r in Reach])

    def _on_chosen(self, index: int) -> None:
        member, wanted = self._row, list(Reach)[index]
        if not isinstance(member, NetworkMember) or not member.exists:
            return
        if wanted is not Reach.DEAD:
            self._desk.do(set_reach, member, wanted)
        elif in_hand(member.case, member, self._desk.opened.today()):
            HasDied(self._desk, member, self._combo.window()).open()
        else:
            self._desk.do(has_died, member)
        self._refresh()                                  # what was not done does not stand there as if it were
