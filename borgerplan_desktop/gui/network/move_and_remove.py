"""Moving somebody without the mouse: a menu of rings and sectors, and who takes over when somebody leaves."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.leaving import Carries, InHand, has_died, in_hand, remove_person
from borgerplan_desktop.casework.network.people import put_on_map, set_sector, take_off_map
from borgerplan_desktop.gui.appearance.combo import ignore_wheel
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.choose_person import ChoosePerson
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import everybody
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import in_a_row, plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.life_areas import ring_names
from borgerplan_desktop.model.network import Being, MemberKind, NetworkMember, Ring
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Sector


class MoveMenu(QMenu):
    """Closest, close, further out, off the map; and the parts of life."""

    def __init__(self, desk: Desk, member: NetworkMember, parent: QWidget) -> None:
        super().__init__(_("Move on the map"), parent)
        self.setAccessibleName(_("Move {name}").format(name=member.contact.name))
        self._desk, self._member = desk, member
        self._values: list[Ring | Sector | None] = []    # an action's own data would come back as a mere string
        for ring, called in ring_names(desk.case.register).items():
            self._add(called, ring, member.ring is ring)
        self._add(_("Not placed yet"), None, member.ring is None)
        self.addSeparator()
        for sector, name in sector_names(desk.case.register).items():
            self._add(name, sector, member.sector is sector)
        self.triggered.connect(self._on_chosen)
        lines = self.actions()                           # begins where the person stands, else at the closest ring
        self.setActiveAction(next((a for a in lines if a.isChecked() and member.ring is not None), lines[0]))

    def _add(self, text: str, value: Ring | Sector | None, now: bool) -> None:
        action = QAction(text.replace("&", "&&"), self)
        action.setCheckable(True)
        action.setChecked(now)
        action.setData(len(self._values))
        self._values.append(value)
        self.addAction(action)

    def value(self, action: QAction) -> Ring | Sector | None:
        """Where a line of the menu puts the person; None = off the map."""
        return self._values[action.data()]

    def _on_chosen(self, action: QAction) -> None:
        value, member = self.value(action), self._member
        if value is None:
            self._desk.do(take_off_map, member)
        elif isinstance(value, Ring):
            self._desk.do(put_on_map, member, member.sector, value)
        else:
            self._desk.do(set_sector, member, value)


def removing(member: NetworkMember) -> str:
    """What one chooses to remove somebody: a dog and a place are called what they are."""
    return {Being.PERSON: _("Remove person"), Being.ANIMAL: _("Remove animal"),
            Being.PLACE: _("Remove place")}[member.being]


def ask_to_remove(desk: Desk, member: NetworkMember, parent: QWidget) -> QDialog | None:
    """Remove somebody; first ask who takes over what they have in hand. Returns the open question."""
    if not in_hand(desk.case, member, desk.opened.today()):
        desk.do(remove_person, member)
        return None
    dialog = Leaving(desk, member, parent)
    dialog.open()
    return dialog


def in_words(each: InHand, today: date) -> str:
    """One thing somebody has in hand: "Har ansvar for målet »min egen bolig«"."""
    words = {
        Carries.GOAL: _("Is responsible for the goal »{words}«"),
        Carries.STEP: _("Is responsible for the step »{words}«"),
        Carries.HELP: _("Is responsible for the help »{words}«"),
        Carries.AGREEMENT: _("Has the agreement »{words}«"),
        Carries.MEETING: _("Comes to the meeting {date}"),
        Carries.POINT: _("Leads the point »{words}« at the meeting {date}"),
        Carries.WAITING: _("We wait for: {words}"),
        Carries.APPOINTMENT: _("Has the appointment »{words}« {date}"),
        Carries.STANDING: _("Has the standing appointment »{words}«"),
        Carries.WISH: _("Gets the wish for support at home: {words}"),
        Carries.COMPANION: _("Is companion in the time after"),
        Carries.SIGN: _("Does this when it goes the wrong way: {words}"),
        Carries.COORDINATION: _("Is coordinator"),
        Carries.STANDS_BESIDE: _("Is lay representative"),
    }[each.what]
    on = day(each.on, today) if each.on is not None else _("without a date")
    return words.format(words=each.words or _("without words yet"), date=on)


class WhoTakesOver(CaseDialog):
    """"Who takes over?" – somebody else, nobody yet, or the person stays."""

    drawn = (600, 320)
    act: Callable[..., None]                             # (opened, who goes[, instead])
    title: str
    asks: str
    hands_over: str
    lets_stand: str
    keeps: str

    def __init__(self, desk: Desk, member: NetworkMember, parent: QWidget) -> None:
        name = member.contact.name
        title = _(self.title).format(name=name)
        super().__init__(desk, parent, title)
        self._member = member
        professional = member.kind is MemberKind.PROFESSIONAL
        self.who = ChoosePerson(desk, _("Who takes over?"), _("Choose somebody else"), self, self._may_take_over,
                                member.sector if professional else None)
        self.who.office = member.contact.organisation if professional else ""    # whoever comes instead is often new
        self.who.chosen.connect(self._on_who)
        self.others = ignore_wheel(self.who.combo)
        self.others.currentIndexChanged.connect(self._on_chosen)
        self.hand_over = button(_(self.hands_over), "", "primary", self)
        self.hand_over.setEnabled(False)
        self.hand_over.clicked.connect(self._on_hand_over)
        self.let_stand = button(_(self.lets_stand), "", "quiet", self)
        self.let_stand.clicked.connect(self._on_let_stand)
        self.keep_button = button(_(self.keeps), parent=self)
        self.keep_button.clicked.connect(self.reject)
        outer, row, body = QVBoxLayout(self), QHBoxLayout(), DialogScroll(self, 14)
        outer.setContentsMargins(32, 24, 28, 22)
        outer.setSpacing(14)
        outer.addWidget(body)
        column = body.body
        column.addWidget(plain_label(title, "title", self, wrap=True))
        column.addWidget(plain_label(_(self.asks).format(name=name), "", self, wrap=True))
        today = desk.opened.today()
        self.lines = [in_words(each, today) for each in in_hand(desk.case, member, today)]
        for line in self.lines:
            column.addWidget(plain_label(f"• {in_a_row(line)}", "muted", self, wrap=True))
        column.addWidget(self.who)
        column.addWidget(plain_label(_(
            "What {name} has taken part in keeps the name, and so does what nobody takes over.").format(name=name),
            "small", self, wrap=True))
        column.addStretch(1)
        row.addWidget(self.let_stand)
        row.addStretch(1)
        row.addWidget(self.keep_button)
        row.addWidget(self.hand_over)
        outer.addLayout(row)
        self.others.setFocus(Qt.FocusReason.PopupFocusReason)

    def _may_take_over(self, _case: Case) -> list[NetworkMember]:
        return [each for each in everybody(self._desk) if each is not self._member]

    def _on_who(self, member: NetworkMember | None) -> None:
        self.who.show_person(member if member is not self._member else None)     # the office has who leaves as well

    def _on_chosen(self, index: int) -> None:
        self.hand_over.setEnabled(self.others.itemData(index) is not None)

    def _on_hand_over(self) -> None:
        instead = self._desk.case.get(NetworkMember, self.others.currentData())
        if instead is not None and self._desk.do(self.act, self._member, instead) == "stored":
            self.accept()

    def _on_let_stand(self) -> None:
        if self._desk.do(self.act, self._member) == "stored":
            self.accept()


class Leaving(WhoTakesOver):
    act = staticmethod(remove_person)
    title = N_("Remove {name} from the map?")
    asks = N_("{name} has this in hand. Who takes over?")
    hands_over = N_("Hand over and remove")
    lets_stand = N_("Remove without handing over")
    keeps = N_("Keep")


class HasDied(WhoTakesOver):
    """The same where somebody is dead: they stay on the map, and what they had in hand goes on."""

    act = staticmethod(has_died)
    title = N_("{name} is dead")
    asks = N_("We are sorry. {name} had this in hand. Who takes over?")
    hands_over = N_("Hand over")
    lets_stand = N_("Write it without handing over")
    keeps = N_("Cancel")
