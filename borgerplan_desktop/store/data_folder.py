"""The data folder: where it is, what lies in it, and what it must not be (shared, readable by others, on a network)."""
from __future__ import annotations

import contextlib
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from borgerplan_desktop.store.errors import AlreadyBegun, AlreadyOpen, NetworkDrive, plain_errors
from borgerplan_desktop.store.files import FileLock, lasting, only_ours, settle, write_whole

_NETWORK = ("nfs", "cifs", "smb", "afs", "ncp", "davfs", "ceph", "glusterfs", "lustre", "gfs2", "ocfs2", "beegfs",
            "gpfs")
_NETWORK_FUSE = ("sshfs", "davfs", "rclone", "s3fs", "gvfsd", "smb", "cifs", "gluster", "ceph", "nfs", "curlftpfs")
_DRIVE_REMOTE = 4                                        # winbase.h


@dataclass(frozen=True)
class DataFolder:
    """One data folder and the names in it."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "borgerplan.db"

    @property
    def keys(self) -> Path:
        return self.folder / "keys.json"

    @property
    def anchor(self) -> Path:
        return self.folder / "anchor.json"

    @property
    def gap(self) -> Path:
        """What was noticed to be missing, until a person has chosen."""
        return self.folder / "gap.json"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def backups_are_away(self) -> bool:
        """Whether something stands in the place of the backups that is no folder one can look into."""
        try:
            if os.path.lexists(self.backups):
                os.listdir(self.backups)
            return False
        except OSError:
            return True

    @property
    def set_aside(self) -> Path:
        """What a restore replaced: never thrown away by the program."""
        return self.folder / "set-aside"

    def half_typed(self, who: str) -> Path:
        """Where what one person has half typed lies, sealed."""
        return self.folder / f".typed-{who}"

    @property
    def window_lock(self) -> Path:
        return self.folder / ".window.lock"

    @property
    def work_lock(self) -> Path:
        """Held while the file is migrated or restored: nobody else may begin that at the same time."""
        return self.folder / ".work.lock"

    @property
    def nursery(self) -> DataFolder:
        """Where a store is made before it is one: half of a first start is never taken for a damaged store."""
        return DataFolder(self.folder / ".new")

    @property
    def finished(self) -> Path:
        """In a nursery: all of the new store is there and on the disk. Written last."""
        return self.folder / "finished"

    @property
    def is_begun(self) -> bool:
        """Whether there is a store here: either file is enough, so that damage is never taken for a first start."""
        with plain_errors():
            return any(map(_is_there, (self.keys, self.database, self.nursery.finished)))

    def prepare(self, on_network: Callable[[Path], bool] | None = None) -> None:
        """Make the folder, for us alone, and settle what a crash in the first start has left.

        Raises NetworkDrive or StoreTrouble, and has made nothing then.
        """
        with plain_errors():
            if (on_network or is_on_network)(self.folder):
                raise NetworkDrive
            new = not self.folder.exists()
            self.folder.mkdir(parents=True, exist_ok=True)
            if new or (self.is_open_to_others and self._holds_nothing_else()):
                only_ours(self.folder)                   # one with other things in it keeps its rights, and it is said
            if not os.path.lexists(self.backups):
                self.backups.mkdir(exist_ok=True)
            if not self.backups_are_away:                # they may lie on a disk that is not there: one works on
                with contextlib.suppress(PermissionError) if self.backups.is_symlink() else contextlib.nullcontext():
                    only_ours(self.backups)
            if self.set_aside.is_dir():
                only_ours(self.set_aside)
        self.move_in()

    @property
    def is_open_to_others(self) -> bool:
        """Whether other users of this computer may look into the folder."""
        return os.name != "nt" and bool(self.folder.stat().st_mode & 0o077)

    def _holds_nothing_else(self) -> bool:
        """Ours to close: nobody else's folder, no place for everybody's files, and only what the program has made."""
        ours = {path.name for path in (self.database, self.keys, self.anchor, self.gap, self.backups, self.set_aside)}
        state = self.folder.stat()
        return state.st_uid == os.geteuid() and not state.st_mode & stat.S_ISVTX and any(
            _is_there(path) for path in (self.database, self.keys)) and all(
            name in ours or name.startswith((".", self.database.name)) for name in os.listdir(self.folder))

    @contextlib.contextmanager
    def making(self) -> Iterator[DataFolder]:
        """An empty nursery, for us alone; when the block has ended well, the (closed) store in it takes its place.

        Killed at any moment it leaves nothing that counts, or all of it. Raises AlreadyBegun, StoreTrouble.
        """
        with plain_errors(), FileLock(self.work_lock).held():
            self._move_in()
            if self.is_begun:
                raise AlreadyBegun
            new = self.nursery
            new.folder.mkdir(mode=0o700)
            yield new
            for path in new.folder.iterdir():
                lasting(path)
            settle(new.folder)
            write_whole(new.finished, b"")
            self._move_in()

    def move_in(self) -> None:
        """Complete a first start that a crash has stopped, or sweep what it left; not one that is going on."""
        with plain_errors():
            if _is_there(self.nursery.folder) and (lock := FileLock(self.work_lock)).take():
                try:
                    self._move_in()
                finally:
                    lock.give_back()

    def _move_in(self) -> None:
        """May be stopped anywhere and begun again: the keys come last, and the nursery stays until they are here."""
        new = self.nursery
        if _is_there(new.finished) and not _is_there(self.keys) and (
                _is_there(new.database) != _is_there(self.database)):
            for theirs, ours in ((new.database, self.database), (new.anchor, self.anchor), (new.keys, self.keys)):
                if _is_there(theirs):
                    os.replace(theirs, ours)
            settle(self.folder)
        if new.folder.is_symlink() or new.folder.is_file():
            new.folder.unlink()                          # nothing of ours
        elif _is_there(new.folder):
            new.finished.unlink(missing_ok=True)
            settle(new.folder)
            shutil.rmtree(new.folder)


def _is_there(path: Path) -> bool:
    """Raises OSError where one may not look: that is not the same as nothing."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def usual_folder() -> Path:
    """Where this user's data lies unless `--home` says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("Borgerplan", appauthor=False)


class WindowLock:
    """Only one window on a data folder; the terminal may run beside it."""

    def __init__(self, home: DataFolder) -> None:
        self._lock = FileLock(home.window_lock)

    def take(self) -> None:
        """Raises AlreadyOpen, or StoreTrouble when the folder refuses the lock file."""
        with plain_errors():
            if not self._lock.take():
                raise AlreadyOpen

    def give_back(self) -> None:
        self._lock.give_back()


def no_core_dumps() -> None:
    """A crash must not write the memory, and with it the key, to the disk."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError):                   # Linux hands a dump to a program without asking for the limit:
        Path("/proc/self/coredump_filter").write_text("0")       # no part of the memory is in it then (core(5))


# ------------------------------------------------------------------------------------------------------ network drives
def is_on_network(folder: Path) -> bool:
    """Whether the folder (or where it will be made) is on a drive of another computer."""
    if sys.platform == "win32":
        return _windows_network(folder)
    try:
        mounts = Path("/proc/self/mountinfo").read_text("utf-8", "replace")
    except OSError:                                      # macOS has no such list: nothing known, nothing refused
        return False
    return is_network_type(mount_type(folder.resolve(), mounts))


def mount_type(folder: Path, mounts: str) -> str:
    """The file system that holds the folder, read from the lines of Linux's mountinfo (proc(5)); "" if none does."""
    best, found = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        if len(fields := before.split(" ")) < 5 or not after:
            continue
        point = PurePosixPath(_unescaped(fields[4]))
        if (folder == Path(point) or point in PurePosixPath(folder).parents) and len(point.parts) >= best:
            best, found = len(point.parts), after.split(" ")[0]       # of two on one point the later one counts
    return found


def is_network_type(kind: str) -> bool:
    kind = kind.lower()
    if kind.startswith("fuse."):
        return kind.removeprefix("fuse.").startswith(_NETWORK_FUSE)
    return kind.startswith(_NETWORK)


def _unescaped(text: str) -> str:
    for code, sign in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        text = text.replace(code, sign)
    return text


def _windows_network(folder: Path) -> bool:
    if sys.platform != "win32":
        raise OSError("Windows only")
    import ctypes

    root = os.path.splitdrive(folder.absolute())[0]
    return is_share(root) or ctypes.windll.kernel32.GetDriveTypeW(root + "\\") == _DRIVE_REMOTE


def is_share(drive: str) -> bool:
    r"""Whether a Windows drive is a share by its name: `\\server\share`."""
    drive = drive.replace("/", "\\")
    return drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\")) or drive.startswith("\\\\?\\UNC\\")
