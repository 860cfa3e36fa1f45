"""Import a library without a part of Python that it would load and that nobody here uses."""
from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def left_out(module: str) -> Iterator[None]:
    """While it lasts, importing the module fails as on a Python that was built without it; one that is loaded stays."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # type: ignore[assignment]  it is how Python itself is told so
    try:
        yield
    finally:
        del sys.modules[module]
