"""`python -m borgerplan_desktop`: the same as the command `borgerplan`."""
from __future__ import annotations

import sys

from borgerplan_desktop.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
