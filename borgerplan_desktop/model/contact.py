"""How somebody is reached, and how their name is said."""
from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from borgerplan_desktop.model.text import first_name


def said_name(name: str, latin: str) -> str:
    """The name as it is written, and in Latin letters where it has others."""
    foreign = any(letter.isalpha() and not unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in name)
    return f"{name} ({latin.strip()})" if foreign and latin.strip() else name


@dataclass(frozen=True)
class Contact:
    """How somebody is reached, wherever it is kept."""

    name: str
    role: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    latin_name: str = ""

    @property
    def first_name(self) -> str:
        return first_name(self.name)

    @property
    def said_name(self) -> str:
        """As lists show it, with the spelling that can be said aloud: "محمد (Mohammed)"."""
        return said_name(self.name, self.latin_name)

    @property
    def described(self) -> str:
        """Role and organisation on one line: "sagsbehandler, Hjemløseenheden"."""
        return ", ".join(part for part in (self.role, self.organisation) if part)
