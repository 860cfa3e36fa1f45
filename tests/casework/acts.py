"""Every action there is, for the random sequences: a module `acts_*.py` adds its own as `ACTS`.

An act gets two numbers 0-9 to choose rows by; where it finds nothing to work on it does nothing.
"""
from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from datetime import date, timedelta

import tests.casework
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.model.row import R

Act = Callable[[OpenCase, int, int], object]


def nth(opened: OpenCase, kind: type[R], n: int) -> R | None:
    rows = opened.case.all(kind)
    return rows[n % len(rows)] if rows else None


def days_ago(opened: OpenCase, n: int) -> date | None:
    return opened.today() - timedelta(days=n) if n else None


def every_act() -> dict[str, Act]:
    found: dict[str, Act] = {}
    for module in pkgutil.iter_modules(tests.casework.__path__):
        if module.name.startswith("acts_"):
            acts = importlib.import_module(f"tests.casework.{module.name}").ACTS
            assert not acts.keys() & found.keys(), "two acts of one name"
            found.update(acts)
    return found
