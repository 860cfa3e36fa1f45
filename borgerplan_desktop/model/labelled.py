"""A choice among a few words, each of which is called something."""
from __future__ import annotations

import enum
from typing import Self


class Labelled(enum.StrEnum):
    """`CLOSEST = "1", N_("Closest")`: the word that is stored, and the msgid of its `label`."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_, member.label = value, label
        return member
