"""What the operating system complains about, told as the trouble it is."""
from __future__ import annotations

import errno

import pytest

from borgerplan_desktop.store.errors import StoreTrouble, Trouble, plain


class WindowsError(OSError):
    """An OSError as Windows makes it."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "refused")
        self.winerror = winerror


@pytest.mark.parametrize(("error", "kind"), [
    (OSError(errno.EACCES, "refused"), Trouble.READ_ONLY), (OSError(errno.ENOSPC, "full"), Trouble.DISK_FULL),
    (OSError("strange"), Trouble.FAULT), (WindowsError(5), Trouble.READ_ONLY),
    (WindowsError(32), Trouble.LOCKED), (WindowsError(33), Trouble.LOCKED)])
def test_the_disk_says_why(error: OSError, kind: Trouble) -> None:
    told = plain(error)
    assert isinstance(told, StoreTrouble)
    assert told.kind is kind
