"""What a person must hear when the archive was opened: something is missing, or somebody has put something there."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.backup_and_restore import Missing, missing
from borgerplan_desktop.i18n import _, clock, day, ngettext
from borgerplan_desktop.store.audit import Head
from borgerplan_desktop.store.errors import StoreError

__all__ = ["Notice", "missing_lines_notice", "notices", "restore_helps"]   # `backup_and_restore` has the two ways on


@dataclass(frozen=True)
class Notice:
    """`happened` and what can be done; `missing` when a person must choose."""

    happened: str
    differs: str = ""                                    # how the backup with the newest content stands to it
    missing: Missing | None = None
    calm: bool = False                                   # nothing has happened: it covers no work

    @property
    def text(self) -> str:
        return " ".join(part for part in (self.happened, self.differs) if part)


def notices(archive: Archive) -> list[Notice]:
    """Everything there is to hear at login, the worst first."""
    found = []
    if (gap := missing_lines_notice(archive)) is not None:
        found.append(gap)
    if archive.store.refused is not None:
        found.append(Notice(_("Somebody has laid something beside the archive that the program did not make. It was "
                              "not taken. It lies in {folder}. Contact IT.").format(folder=archive.store.refused)))
    if archive.location.home.backups_are_away:
        found.append(Notice(_("The folder with the backups cannot be reached: {folder}. What you write is stored, but "
                              "no backup is made. Put the disk back in place, or contact IT.").format(
            folder=archive.location.backups), calm=True))
    if archive.is_open_to_others:
        found.append(Notice(_("Others on this computer can look into the folder {folder}. Ask IT to close it.").format(
            folder=archive.location.folder), calm=True))
    return found


def missing_lines_notice(archive: Archive) -> Notice | None:
    """What is missing and since when, and what the best backup has of it; None when nothing is."""
    gap = archive.store.gap
    if gap is None:
        return None
    try:
        found = missing(archive)
    except StoreError:                                   # the backups cannot be looked at just now
        found = None
    found = found or Missing(gap, None, None)
    today = archive.now()
    if gap.known is None:
        happened = _("The mark that shows whether anything is missing is gone. The archive goes to {time}.").format(
            time=_when(gap.here, today))
    elif gap.missing:
        happened = ngettext(
            "{n} line of »Who has seen what« is missing: number {first}, written {until}.",
            "{n} lines of »Who has seen what« are missing: number {first} to {last}, written until {until}.",
            len(gap.missing)).format(
            n=len(gap.missing), first=gap.missing[0], last=gap.missing[-1], until=_when(gap.known, today))
        happened += " " + _("The archive goes to {time}.").format(time=_when(gap.here, today))
    else:
        happened = _("Lines of »Who has seen what« are missing, and others stand in their place. "
                     "The last known one was written {time}.").format(time=_when(gap.known, today))
    return Notice(happened, _differs(found, today), found)


def restore_helps(archive: Archive) -> bool:
    """Whether a backup may be the way back: not while lines are missing that no backup has."""
    gap = missing_lines_notice(archive)
    return gap is None or gap.missing is None or gap.missing.copy is not None


def _differs(found: Missing, today: datetime) -> str:
    if found.copy is None or found.beside is None:
        return _("No backup has more than the archive.")
    stands = found.beside
    text = ngettext("The backup goes to {time} and has {n} line that the archive does not have.",
                    "The backup goes to {time} and has {n} lines that the archive does not have.",
                    stands.only_there).format(time=_when(stands.head, today), n=stands.only_there)
    if stands.only_here:
        text += " " + ngettext("The archive has {n} line that the backup does not have.",
                               "The archive has {n} lines that the backup does not have.", stands.only_here).format(
            n=stands.only_here)
    return text


def _when(head: Head, today: datetime) -> str:
    """"3. marts kl. 8.15"; a mark of the first shape knows no time."""
    if not head.at:
        return _("an unknown time")
    at = datetime.fromisoformat(head.at).astimezone().replace(tzinfo=None)
    return _("{day} at {time}").format(day=day(at.date(), today.date()), time=clock(at))
