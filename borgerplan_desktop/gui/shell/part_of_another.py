"""When somebody has made two cases of one person one: the one that goes on comes on the desk, with the words that were
being typed in the other."""
from __future__ import annotations

from collections.abc import Callable

from borgerplan_desktop.casework.intake.merge import merged_by, words_come_over
from borgerplan_desktop.casework.open_case import OpenCase, StoreTrouble
from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.store_messages import told
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.message import Message
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen


def go_on_there(archive: Archive, desk: Desk, tab: str, put_on_desk: Callable[[OpenCase, str], None],
                say: Callable[[Message], None]) -> None:
    """Leave the case that is part of another, and go on in that one at the same tab."""
    before = desk.opened
    desk.close()                                         # what is half typed becomes drafts: nothing is stored there
    try:
        holds = archive.open_case(before.part_of)
    except NotForYou as refusal:
        desk.closed_to_us.emit(refusal.message)
        return
    except StoreTrouble as trouble:
        desk.closed_to_us.emit(told(trouble)[0])
        return
    holds.unsaved += words_come_over(holds, before)
    drafts.retry(holds)
    put_on_desk(holds, tab)
    say(Message(_said(holds, before), _("Everything is here, also what you were writing.")))


def _said(holds: OpenCase, before: OpenCase) -> str:
    name, who = holds.case.the(Citizen).first_name or _("the citizen"), merged_by(holds, before.id)
    if not who:
        return _("The two cases of {name} have been made one.").format(name=name)
    return _("{who} has made the two cases of {name} one.").format(who=who, name=name)
