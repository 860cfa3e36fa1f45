"""What somebody is to the citizen besides: relative, peer, volunteer, own doctor; ticked on their card."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan.everyday_health import choose_own_doctor
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.marks import Mark
from borgerplan_desktop.model.network import MemberKind, NetworkMember

TICKS = (("is_relative", Mark.RELATIVE), ("is_peer", Mark.PEER), ("is_volunteer", Mark.VOLUNTEER),
         ("own_doctor", Mark.OWN_DOCTOR))


class PersonMarks(QWidget):
    """Each tick is an action of its own; which ones there are depends on who it is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._member: NetworkMember | None = None
        self.boxes: dict[str, WrappedCheck] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for field, mark in TICKS:
            box = self.boxes[field] = WrappedCheck(_(mark.label), self)
            box.clicked.connect(partial(self._on_tick, field))
            column.addWidget(box)

    def show_person(self, member: NetworkMember | None) -> None:
        self._member = member
        self.setVisible(member is not None and member.is_person)
        if member is None:
            return
        professional = member.kind is MemberKind.PROFESSIONAL
        for field, box in self.boxes.items():
            box.setChecked(getattr(member, field))
            fits = {"own_doctor": professional and member.staff_id is None, "is_relative": not professional,
                    "is_volunteer": member.staff_id is None}.get(field, True)
            box.setVisible(fits or box.isChecked())      # what was said once can be taken back

    def _on_tick(self, field: str) -> None:
        member, yes = self._member, self.boxes[field].isChecked()
        if member is None or not member.exists:
            return
        if field == "own_doctor":
            self._desk.do(choose_own_doctor, member if yes else None)
        else:
            self._desk.do(write, member, getattr(NetworkMember, field), yes, N_("Change person"))
        self.show_person(member if member.exists else None)
