"""The people one can choose among in a list that unfolds: the citizen first, then the network."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem

from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.network import NetworkMember, Reach, askable, citizen_member

Index = QModelIndex | QPersistentModelIndex
FULL = Qt.ItemDataRole.UserRole + 1                      # of a person in a combo box: the name and who it is
SOMEBODY_ELSE = "somebody else"                          # no id of a person


def everybody(desk: Desk) -> Iterable[NetworkMember]:
    """The citizen first, then those of the network who can be asked."""
    citizen = citizen_member(desk.case)
    return ([citizen] if citizen is not None else []) + askable(desk.case)


def why_not(member: NetworkMember) -> str:
    """Why somebody who stands there already could not be chosen anew; "" = they could."""
    if member.removed_on is not None:
        return _("no longer on the map")
    return _("dead") if member.reach is Reach.DEAD else ""


def in_full(member: NetworkMember) -> str:
    """The name and who it is, and whether the citizen wishes that nobody talks with them."""
    full = ", ".join(part for part in (member.contact.said_name, why_not(member) or member.described) if part)
    return _("{person} – do not talk with them").format(person=full) if member.do_not_talk else full


class _InFull(QStyledItemDelegate):
    """In the open list a person stands with what we know of them; the closed field shows the name."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = index.data(FULL) or option.text  # type: ignore[attr-defined]


def fill_people(combo: QComboBox, desk: Desk, chosen: str | None, nobody: str = "", *, others: bool = False,
                among: Iterable[NetworkMember] | None = None) -> None:
    """Fill a combo box with the people one can choose among; `nobody` is what the empty choice says. `others`: at the
    end somebody may be written who is not among them (SOMEBODY_ELSE). `among`: these, and whoever is chosen already.
    """
    if not combo.minimumContentsLength():                # however long somebody is called, the page has room for it
        calm_combo(combo)
    combo.clear()
    combo.addItem(nobody or _("Nobody yet"), None)
    who = list(everybody(desk) if among is None else among)
    held = desk.case.get(NetworkMember, chosen)
    if held is not None and held not in who:
        who.append(held)                                 # what stands there is said, though nobody else may choose it
    names = Counter(member.contact.said_name for member in who)
    for member in who:
        name = member.contact.said_name
        left = why_not(member)
        full = in_full(member)
        combo.addItem(name if name and names[name] == 1 and not left and not member.do_not_talk else full, member.id)
        combo.setItemData(combo.count() - 1, full, FULL)
        combo.setItemData(combo.count() - 1, full, Qt.ItemDataRole.AccessibleTextRole)
    if others:
        combo.addItem(_("Somebody else …"), SOMEBODY_ELSE)
    if not isinstance(combo.itemDelegate(), _InFull):
        combo.setItemDelegate(_InFull(combo))
    combo.setCurrentIndex(max(0, combo.findData(chosen)) if chosen else 0)
