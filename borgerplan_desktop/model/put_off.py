"""Import a library without a module that it asks for at once and needs for nothing that we do."""
from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    """Stands for a module; whatever is asked of it that is not at hand, the module itself answers."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


@contextmanager
def put_off(module: str, **at_hand: object) -> Iterator[None]:
    """What is imported meanwhile gets a stand-in for the module; one that is loaded already is not touched."""
    if module in sys.modules:
        yield
        return
    later = _Later(module)
    vars(later).update(at_hand)
    sys.modules[module] = later
    try:
        yield
    finally:
        if sys.modules.get(module) is later:             # nobody else gets it
            del sys.modules[module]
