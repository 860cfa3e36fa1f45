"""A mail that somebody sends with their own mail program: we write it, and never send anything ourselves."""
from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

LONGEST_LINK = 1900                                      # characters: what Windows hands on to a mail program


@dataclass(frozen=True)
class Mail:
    """A draft: the subject says nothing about the person (initials at most), the addresses do not see each other."""

    to: tuple[str, ...]
    subject: str
    body: str

    @property
    def link(self) -> str:
        """For the mail program; without the text where it is too long for that."""
        addresses = ",".join(quote(each.strip(), safe="@") for each in self.to if each.strip())
        head = f"mailto:{addresses}?" if len(self.to) < 2 else f"mailto:?bcc={addresses}&"
        head += f"subject={quote(self.subject)}"
        whole = f"{head}&body={quote(self.body, safe='')}".replace("%0A", "%0D%0A")
        return whole if len(whole) <= LONGEST_LINK else head

    @property
    def fits(self) -> bool:
        """Whether the text goes along; else it is copied."""
        return "&body=" in self.link
