"""Speed is measured as the program has it."""
from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> None:
    """Here each store's engine compiles its own statements."""
