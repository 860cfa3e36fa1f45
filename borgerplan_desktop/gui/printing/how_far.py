"""How far a printing is, in words: which paper of a folder is made, and then which page of how many goes out."""
from __future__ import annotations

from borgerplan_desktop.i18n import _


class HowFar:
    """The thread that prints counts the pages; the window asks what is `said`. `papers`: how many are in the folder."""

    def __init__(self, what: str, papers: int = 0) -> None:
        self._what, self._papers = what, papers
        self._page: tuple[int, int] | None = None        # one thing: the two threads never see half of it

    def page(self, number: int, total: int) -> None:
        """This one is next, from 1."""
        self._page = number, total

    def said(self, share: float) -> str:
        return f"{self._what}\n{self._where(share)}"     # two lines from the first: the window keeps its height

    def _where(self, share: float) -> str:
        if self._page is not None:
            number, total = self._page
            return _("Page {page} of {total}").format(page=number, total=total)
        if self._papers > 1:
            number = min(self._papers, round(share * self._papers) + 1)
            return _("Paper {number} of {count}").format(number=number, count=self._papers)
        return ""
