"""Whether somebody is left out of paper, as the citizen wants it, and where their name stands all the same."""
from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.left_out import still_named
from borgerplan_desktop.casework.network.left_out_adopted import adopted_with_the_name
from borgerplan_desktop.casework.open_case import StoreTrouble
from borgerplan_desktop.casework.papers.case_files import CaseFileError
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.still_named_notice import StillNamedNotice
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import N_, _, listed, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import PlanVersion


class LeftOutBox(QWidget):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._member: NetworkMember | None = None
        self.box = WrappedCheck(_("Left out of all papers"), self)
        set_tip(self.box, _("On the map on the screen they stay. No paper and no mail to others says who they are."))
        self.notice = StillNamedNotice(desk, self, below=True)
        self.adopted = plain_label("", "warn", self, wrap=True)
        self._looked: tuple[object, list[int]] = (None, [])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        column.addWidget(self.notice)
        column.addWidget(self.adopted)
        self.box.clicked.connect(self._on_ticked)
        desk.changed.connect(self._on_changed)

    def show_person(self, member: NetworkMember | None) -> None:
        """Show somebody; None = nobody is chosen."""
        self._member = member
        self._refresh()

    def _refresh(self) -> None:
        member = self._member if self._member is not None and self._member.exists else None
        left_out = member is not None and member.left_out_of_paper
        self.box.setChecked(left_out)
        self.notice.show_found(still_named(self._desk.case, member) if left_out else ())
        numbers = self._in_adopted(member) if member is not None and left_out else []
        words = ngettext(
            "The name stands in adopted plan no. {numbers} too, and it stays as it was adopted. Read it through before "
            "you hand it on.",
            "The name stands in adopted plans no. {numbers} too, and they stay as they were adopted. Read them through "
            "before you hand them on.", len(numbers))
        say(self.adopted, words.format(numbers=listed([str(each) for each in numbers])) if numbers else "")

    def _in_adopted(self, member: NetworkMember) -> list[int]:
        """Looked for once for a person and a name: what is adopted does not change."""
        about = (member.id, member.contact.name, [each.case_digest for each in self._desk.case.all(PlanVersion)])
        if about != self._looked[0]:
            try:
                self._looked = about, adopted_with_the_name(self._desk.opened, member)
            except (Refused, StoreTrouble, CaseFileError):           # the card stands without it
                return []
        return self._looked[1]

    def _on_ticked(self, yes: bool) -> None:
        if self._member is not None:
            self._desk.do(write, self._member, NetworkMember.left_out_of_paper, yes,
                          N_("Leave out of papers") if yes else N_("Let stand on papers"))
            self._refresh()                              # also where it was not stored

    def _on_changed(self, _changes: Changes) -> None:
        if self._member is not None and self.box.isChecked():
            self._refresh()                              # the name may be written out of a text, or into one
