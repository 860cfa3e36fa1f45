"""The card of the chosen person: who they are, how the tie is, and what one can do."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.course.coordination import end_coordination, is_asked, said_yes
from borgerplan_desktop.casework.course.overview import ASK
from borgerplan_desktop.casework.network.people import end_lay_representative, make_lay_representative
from borgerplan_desktop.casework.open_case import StoreTrouble
from borgerplan_desktop.casework.papers.not_to_share import do_not_talk
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.professionals import where_used
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.hand_over_coordination import HandOverCoordination
from borgerplan_desktop.gui.network.left_out_box import LeftOutBox
from borgerplan_desktop.gui.network.move_and_remove import removing
from borgerplan_desktop.gui.network.person_fields import PersonFields, RecordKind, record_kind
from borgerplan_desktop.gui.network.person_marks import PersonMarks
from borgerplan_desktop.gui.network.person_times import PersonTimes
from borgerplan_desktop.gui.network.ties_editor import TiesEditor
from borgerplan_desktop.gui.network.written_twice import WrittenTwice
from borgerplan_desktop.gui.showing.people_shown import Face, first_name, kind_in_words
from borgerplan_desktop.gui.widgets.avatar import Avatar, hue_of
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label, say
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.consent import ConsentState
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.marks import Mark
from borgerplan_desktop.model.network import NetworkMember, Reach
from borgerplan_desktop.model.plan import responsibilities_of
from borgerplan_desktop.model.shelter import Professional
from borgerplan_desktop.model.text import first_name as called

PAPERS = "papers"                                        # the tab where consents are
ICONS = {Mark.LAY_REPRESENTATIVE: "lay_rep", Mark.OWN_DOCTOR: "health", Mark.RELATIVE: "heart"}


class PersonCard(QFrame):
    move_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._desk: Desk | None = None
        self._member: NetworkMember | None = None
        self._face: Face | None = None
        self._fields: dict[RecordKind, PersonFields] = {}
        self._used_of: str | None = None                 # what is said of the person's other maps; None = not asked yet
        self._nobody = plain_label(_("Choose a person on the map to see more. M moves the person you stand at."),
                                   "muted", self, wrap=True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll = PageScroll(_("The chosen person"), self, (16, 12, 14, 12), 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self._scroll, 1)
        self._scroll.body.addWidget(self._nobody)

    def open(self, desk: Desk, register: Desk) -> None:
        """Begin to show people of this case."""
        self._desk = desk
        self._build(desk, register)
        self.show_person(None, None)

    def _build(self, desk: Desk, register: Desk) -> None:
        self._about = QWidget(self)
        body = QVBoxLayout(self._about)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        self._avatar = Avatar("", size=36, parent=self._about)
        self._name = ElidedLabel("", self._about, "h2")
        self._words = ElidedLabel("", self._about, "small")
        head, names = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(10)
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._words)
        head.addWidget(self._avatar)
        head.addLayout(names, 1)
        body.addLayout(head)
        self._pills = QWidget(self._about)
        self._pill_row = FlowLayout(self._pills, 6)
        self._kinds = QWidget(self._about)               # the fields of each kind, one below the other, one in sight
        QVBoxLayout(self._kinds).setContentsMargins(0, 0, 0, 0)
        self._register = register
        body.addWidget(self._kinds)                      # first: what comes and goes below moves no field
        body.addWidget(self._build_consent())
        body.addWidget(self._pills)
        self.wish = plain_label("", "warn", self._about, wrap=True)
        self.reached = plain_label("", "muted", self._about, wrap=True)
        for each in (self.wish, self.reached):
            body.addWidget(each)
        self.used = plain_label("", "small", self._about, wrap=True)
        body.addWidget(self.used)
        self.twice = WrittenTwice(desk, self._about)
        body.addWidget(self.twice)
        self.marks = PersonMarks(desk, self._about)
        body.addWidget(self.marks)
        self._tasks = plain_label("", "small", self._about, wrap=True)
        body.addWidget(self._tasks)
        self.times = PersonTimes(desk, self._about)
        body.addWidget(self.times)
        self.bonds = TiesEditor(desk, self._about)
        body.addWidget(self.bonds)
        self.left_out = LeftOutBox(desk, self._about)
        body.addWidget(self.left_out)
        actions = QWidget(self._about)
        flow = FlowLayout(actions, 2)
        self.consents = self._action(actions, flow, "consent", self._on_ask_consent)
        self.coordinate = self._action(actions, flow, "link", self._on_coordinate)
        self.agree = self._action(actions, flow, "check", self._on_agree)
        self.uncoordinate = self._action(actions, flow, "link", self._on_uncoordinate)
        self.stand_beside = self._action(actions, flow, "lay_rep", self._on_stand_beside)
        self.move_it = self._action(actions, flow, "pin", self._on_move)
        self.remove_it = self._action(actions, flow, "close", self._on_remove)
        body.addWidget(actions)
        body.addStretch(1)
        self._scroll.body.addWidget(self._about, 1)

    def _build_consent(self) -> QFrame:
        self._consent = QFrame(self._about)
        self._consent.setProperty("role", "warncard")
        column, row = QVBoxLayout(self._consent), QHBoxLayout()
        column.setContentsMargins(10, 6, 8, 4)
        column.setSpacing(2)
        row.setSpacing(8)
        row.addWidget(IconView("consent_off", "warn", 18, parent=self._consent), 0, Qt.AlignmentFlag.AlignTop)
        self._consent_words = plain_label("", "warn", self._consent, wrap=True)
        row.addWidget(self._consent_words, 1)
        column.addLayout(row)
        self.ask_consent = button(" ", "sign", "ghost", self._consent)
        self.ask_consent.clicked.connect(self._on_ask_consent)
        column.addWidget(self.ask_consent)
        return self._consent

    @staticmethod
    def _action(parent: QWidget, flow: FlowLayout, icon: str, slot: Callable[[], None]) -> QPushButton:
        made = button(" ", icon, "ghost", parent)
        made.clicked.connect(slot)
        flow.addWidget(made)
        return made

    # ------------------------------------------------------------------ showing
    @property
    def person(self) -> NetworkMember | None:
        return self._member

    def show_person(self, member: NetworkMember | None, face: Face | None) -> None:
        """Show somebody; None = nobody is chosen."""
        same = member is self._member
        if self._desk is not None and not same:
            self._desk.settle.emit()                     # may bring the news that the person is gone
            member = member if member is not None and member.exists else None
        if not same:
            self._used_of = None
        self._member, self._face = member, face
        self._nobody.setVisible(member is None)
        self._about.setVisible(member is not None)
        record = record_kind(member) if member is not None else None
        fields = self._fields_of(record) if record is not None else None
        for each, others in self._fields.items():
            if each is not record:
                others.show_person(None)
                others.hide()                            # the tallest must not decide how tall the card is
        if member is None or face is None or fields is None:
            self.bonds.show_person(None)
            self.left_out.show_person(None)
            self.marks.show_person(None)
            self.times.show_person(None)
            self.twice.show_person(None)
            self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setAccessibleName(_("The chosen person"))
            return
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)    # none that comes and goes
        fields.show()
        fields.show_person(member)
        self._show_words(member, face)
        self._show_actions(member, face)
        self.bonds.show_person(member)
        self.left_out.show_person(member)
        self.marks.show_person(member)
        self.times.show_person(member)
        self.twice.show_person(member)
        if not same:
            self._scroll.verticalScrollBar().setValue(0)

    def _fields_of(self, record: RecordKind) -> PersonFields:
        """The fields of a kind of person, built when the first of them is shown."""
        assert self._desk is not None
        if record not in self._fields:
            made = self._fields[record] = PersonFields(record, self._desk, self._register, self._kinds)
            if (column := self._kinds.layout()) is not None:
                column.addWidget(made)
        return self._fields[record]

    def go_to_fields(self) -> None:
        """The keyboard goes to the first field."""
        if self._member is not None:
            self._fields[record_kind(self._member)].first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_tie(self, other: str) -> None:
        """The keyboard goes to how the tie to somebody else is."""
        if self._member is not None and (line := self.bonds.line_to(other)) is not None:
            line.quality.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_words(self, member: NetworkMember, face: Face) -> None:
        contact = member.contact
        self._avatar.show_person(face.name, face.squared, hue_of(member))
        self._name.setText(contact.said_name or face.name)
        kind = kind_in_words(member)
        self._words.setText(" · ".join(part for part in (
            member.relation or contact.organisation or contact.role, kind.lower(),
            _(member.reach.label).lower() if member.reach is not Reach.IN_REACH else "",
            _("do not talk with them") if member.do_not_talk else "") if part))
        self.setAccessibleName(face.sentence)
        self._show_pills(face)
        self._show_consent(face)
        goals = responsibilities_of(member.case, member)
        self._tasks.setVisible(bool(goals))
        say(self.wish, do_not_talk(self._desk.opened, [member]) if self._desk is not None else "")
        say(self.reached, _said_of_reach(member))
        say(self.used, self._said_of_use(member))
        self._tasks.setText(_("Responsible for: {goals}").format(goals=", ".join(f"»{g.title}«" for g in goals)))

    def _said_of_use(self, member: NetworkMember) -> str:
        """Whose map a professional of the register is on too: what is corrected here is corrected for all of them."""
        who = member.registered
        if not isinstance(who, Professional) or self._desk is None:
            return ""
        if self._used_of is None:                        # once for each choice of a person, not at every change
            try:
                used = where_used(self._desk.opened, [who])
            except (Refused, StoreTrouble):              # the card stands without it
                return ""
            self._used_of = used.said if used.count > 1 else ""
        return self._used_of

    def _show_pills(self, face: Face) -> None:
        assert self._desk is not None
        self._pill_row.clear()
        holder = coordinator(self._desk.case)
        if face.coordinator and holder is not None:
            word = _("Temporary coordinator") if holder.temporary else (
                _("Asked to be coordinator") if is_asked(holder) else _("Coordinator"))
            self._pill_row.addWidget(Pill(word, "soft", "link", self._pills))
        for mark in face.marks:
            if mark is not Mark.COORDINATOR:             # has words of its own
                self._pill_row.addWidget(Pill(_(mark.label), "soft", ICONS.get(mark, ""), self._pills))
        if face.consent in (ConsentState.GIVEN, ConsentState.PARTLY):
            kind = "good" if face.consent is ConsentState.GIVEN else "info"
            words = _("Consent: {state}").format(state=_(ConsentState(face.consent).label).lower())
            self._pill_row.addWidget(Pill(words, kind, "consent", self._pills))
        self._pills.setVisible(self._pill_row.count() > 0)

    def _show_consent(self, face: Face) -> None:
        self._consent.setVisible(face.consent is not None and not face.covered
                                 and face.consent is not ConsentState.PARTLY)
        if face.consent is None:
            return
        if self._desk is not None:
            citizen = first_name(self._desk.case)
            _say(self.ask_consent, _("Ask {name}").format(name=citizen))
            self.ask_consent.setAccessibleName(_("Ask {name} for consent").format(name=citizen))
        first = called(face.name) or _("This person")
        start = _("No consent yet.") if face.consent is ConsentState.NOT_ASKED else _("Consent: {state}.").format(
            state=_(face.consent.label).lower())
        self._consent_words.setText(f"{start} " + _("{name} cannot get the plan.").format(name=first))

    def _show_actions(self, member: NetworkMember, face: Face) -> None:
        assert self._desk is not None
        asked = member.is_person and member.staff_id is None
        self.consents.setVisible(asked and self._consent.isHidden())
        citizen = first_name(self._desk.case)
        _say(self.consents, _("Consent …"))
        self.consents.setAccessibleName(_("Ask {name} for consent").format(name=citizen))
        holder = coordinator(self._desk.case)
        temporary = face.coordinator and holder is not None and holder.temporary
        self.coordinate.setVisible(member.is_person and (not face.coordinator or temporary))
        self.stand_beside.setVisible(member.is_person or face.lay_representative)
        _say(self.coordinate, _("Make permanent coordinator") if temporary else _("Make coordinator"))
        self.agree.setVisible(face.coordinator and holder is not None and is_asked(holder))
        _say(self.agree, _("Has said yes"))
        self.uncoordinate.setVisible(face.coordinator)
        _say(self.uncoordinate, _("No longer coordinator"))
        _say(self.stand_beside, _("No longer lay representative") if face.lay_representative
             else _("Is lay representative"))
        _say(self.move_it, _("Move on the map") if face.ring else _("Put on the map"))
        _say(self.remove_it, removing(member))

    # ------------------------------------------------------------------ acting
    def _on_coordinate(self) -> None:
        if self._desk is not None and self._member is not None:
            HandOverCoordination(self._desk, self._member, self).open()

    def _on_agree(self) -> None:
        if self._desk is not None:
            self._desk.do(said_yes)

    def _on_uncoordinate(self) -> None:
        if self._desk is not None:
            self._desk.do(end_coordination)

    def _on_stand_beside(self) -> None:
        if self._desk is not None and self._member is not None and self._face is not None:
            act = end_lay_representative if self._face.lay_representative else make_lay_representative
            self._desk.do(act, self._member)

    def _on_move(self) -> None:
        if self._member is not None:
            self.move_asked.emit(self._member.id)

    def _on_remove(self) -> None:
        if self._member is not None:
            self.remove_asked.emit(self._member.id)

    def _on_ask_consent(self) -> None:
        if self._desk is not None and self._member is not None:
            self._desk.go.emit(PAPERS, ASK + self._member.id)


def _said_of_reach(member: NetworkMember) -> str:
    """What it means that somebody is dead or out of reach; "" = they can be reached."""
    name = member.contact.first_name or member.contact.said_name or _("This person")
    if member.reach is Reach.DEAD:
        return _("{name} is dead, and keeps a place on the map. We ask and invite no more.").format(name=name)
    if member.reach is Reach.OUT_OF_REACH:
        return _("{name} is out of reach just now, and keeps a place on the map.").format(name=name)
    return ""


def _say(made: QPushButton, text: str) -> None:
    made.setText(text.replace("&", "&&"))
    made.setAccessibleName(text)
