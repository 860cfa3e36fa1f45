"""The data folder: for us alone, never on a network drive, one window."""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from borgerplan_desktop.store.data_folder import (
    DataFolder,
    WindowLock,
    is_network_type,
    is_on_network,
    is_share,
    mount_type,
)
from borgerplan_desktop.store.errors import AlreadyOpen, NetworkDrive, StoreTrouble

MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /home rw,relatime shared:2 - btrfs /dev/sdb1 rw
31 30 0:41 / /home/karin/F\303\246lles\040drev rw - cifs //server/faelles rw
32 22 0:42 / /mnt/nas rw,relatime shared:9 master:1 - nfs4 nas:/data rw
33 22 0:43 / /mnt/both rw - ext4 /dev/sdc rw
34 22 0:44 / /mnt/both rw - fuse.sshfs karin@nas:/ rw
35 32 8:2 / /mnt/nas/local rw - xfs /dev/sdd rw
broken line
""".replace(r"\303\246", "æ")


@pytest.mark.parametrize(("folder", "kind", "network"), [
    ("/home/karin/data", "btrfs", False), ("/home/karin/Fælles drev/borgerplan", "cifs", True),
    ("/home/karin/Fælles", "btrfs", False), ("/mnt/nas", "nfs4", True), ("/mnt/nas2", "ext4", False),
    ("/mnt/nas/local/x", "xfs", False), ("/mnt/both/x", "fuse.sshfs", True), ("/srv", "ext4", False)])
def test_the_mount_that_holds_the_folder_decides(folder: str, kind: str, network: bool) -> None:
    assert mount_type(Path(folder), MOUNTS) == kind
    assert is_network_type(kind) is network


@pytest.mark.parametrize("kind", ["fuse.gvfsd-fuse", "smb3", "fuse.rclone", "davfs", "ceph", "NFS"])
def test_more_network_drives(kind: str) -> None:
    assert is_network_type(kind)


@pytest.mark.parametrize("kind", ["ext4", "fuseblk", "fuse.ntfs-3g", "overlay", "tmpfs", "vfat", ""])
def test_own_drives(kind: str) -> None:
    assert not is_network_type(kind)


@pytest.mark.parametrize(("drive", "share"), [
    (r"\\server\faelles", True), ("//server/faelles", True), (r"\\?\UNC\server\faelles", True), ("C:", False),
    (r"\\?\C:", False)])
def test_windows_shares_by_name(drive: str, share: bool) -> None:
    assert is_share(drive) is share


def test_a_network_drive_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    home = DataFolder(tmp_path / "data")
    with pytest.raises(NetworkDrive):
        home.prepare(on_network=lambda folder: folder == home.folder)
    assert not home.folder.exists()
    assert not is_on_network(tmp_path)


def test_the_folder_is_for_us_alone(tmp_path: Path) -> None:
    home = DataFolder(tmp_path / "a" / "data")
    home.prepare()
    assert home.folder.stat().st_mode & 0o777 == 0o700
    assert home.backups.stat().st_mode & 0o777 == 0o700
    assert not home.is_begun
    home.database.touch()
    assert home.is_begun
    home.set_aside.mkdir(mode=0o755)
    home.folder.chmod(0o755)
    home.prepare()
    assert home.folder.stat().st_mode & 0o777 == 0o700
    assert home.set_aside.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("other", ["letter.txt", "sticky"])
def test_a_folder_with_other_things_in_it_keeps_its_rights(tmp_path: Path, other: str) -> None:
    home = DataFolder(tmp_path / "data")
    home.prepare()
    home.keys.touch()
    if other != "sticky":
        (home.folder / other).touch()
    home.folder.chmod(0o1777 if other == "sticky" else 0o755)
    home.prepare()
    assert home.is_open_to_others


def test_a_lock_that_is_a_link_makes_nothing_elsewhere(tmp_path: Path) -> None:
    home = DataFolder(tmp_path / "data")
    home.prepare()
    home.window_lock.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreTrouble):
        WindowLock(home).take()
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreTrouble):
        DataFolder(tmp_path / "file" / "data").prepare()


def test_one_window_at_a_time(tmp_path: Path) -> None:
    home = DataFolder(tmp_path)
    first, second = WindowLock(home), WindowLock(home)
    first.take()
    with pytest.raises(AlreadyOpen):
        second.take()
    first.give_back()
    second.take()
    second.give_back()


@pytest.mark.skipif(os.name == "nt", reason="POSIX")
def test_the_lock_is_free_at_once_though_a_process_is_just_being_started(tmp_path: Path) -> None:
    """Between fork and exec it has a copy of all that is open here: on a busy computer that takes a while."""
    window = WindowLock(DataFolder(tmp_path))
    window.take()
    handle = window._lock._handle
    assert handle is not None
    copy = os.dup(handle)
    try:
        window.give_back()
        other = WindowLock(DataFolder(tmp_path))
        other.take()
        other.give_back()
    finally:
        os.close(copy)


def test_the_lock_dies_with_the_process(tmp_path: Path) -> None:
    code = ("import sys; from pathlib import Path\n"
            "from borgerplan_desktop.store.data_folder import DataFolder, WindowLock\n"
            "lock = WindowLock(DataFolder(Path(sys.argv[1]))); lock.take(); print('taken', flush=True)\n"
            "sys.stdin.read()")
    child = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == b"taken"
    lock = WindowLock(DataFolder(tmp_path))
    with pytest.raises(AlreadyOpen):
        lock.take()
    child.kill()
    child.communicate()
    lock.take()
    lock.give_back()


@pytest.mark.skipif(os.name == "nt", reason="POSIX")
def test_no_core_dumps() -> None:
    code = ("import resource; from borgerplan_desktop.store.data_folder import no_core_dumps; no_core_dumps();"
            "print(resource.getrlimit(resource.RLIMIT_CORE));"
            "print(open('/proc/self/coredump_filter').read() if sys.platform == 'linux' else '00000000')")
    said = subprocess.run([sys.executable, "-c", f"import sys; {code}"], capture_output=True, text=True, check=True)
    assert said.stdout.split("\n")[:2] == ["(0, 0)", "00000000"]
