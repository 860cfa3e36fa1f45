"""What the store complains about, in three plain sentences: what happened, what is safe, what to do now."""
from __future__ import annotations

from borgerplan_desktop.i18n import _
from borgerplan_desktop.store.errors import StoreTrouble, Trouble

Told = tuple[str, str, str]


def told(trouble: StoreTrouble) -> Told:
    """(what happened, what is safe, what to do now) while somebody is writing."""
    safe = _("What you wrote last is still on the screen.")
    again = _("We try again by ourselves in a moment.")
    match trouble.kind:
        case Trouble.DISK_FULL:
            return _("The disk is full."), safe, _("Make room on the disk. We try again by ourselves.")
        case Trouble.LOCKED:
            return _("Another window is writing just now."), safe, again
        case Trouble.READ_ONLY:
            return _("The program may not write in its folder."), safe, _("Contact the person in charge of it.")
        case Trouble.GONE:
            return _("The folder with the archive is not there just now."), safe, _("Put the disk back in place.")
        case Trouble.DAMAGED:
            return (_("The archive is damaged."), safe,
                    _("Contact the person in charge of the program. A backup can be brought back."))
        case _:
            return _("It could not be stored just now."), safe, again
