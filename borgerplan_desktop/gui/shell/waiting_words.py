"""What the bar says of words that could not be stored where they were typed, and what it offers."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.i18n import _, ngettext


def waiting_words(opened: OpenCase) -> tuple[str, str]:
    """The sentence and the words of its button; both empty where nothing waits."""
    waiting = drafts.waiting(opened)
    if not waiting:
        return "", ""
    if all(drafts.is_rest(draft) for draft in waiting):
        return _("The text is too long. The rest has been put aside."), _("See the rest")
    both = any(stands is not None and stands.theirs is not None
               for stands in (drafts.disagreement(opened, each) for each in waiting))
    text = ngettext("What you wrote in one place waits for your choice.",
                    "What you wrote in {n} places waits for your choice.", len(waiting)).format(n=len(waiting))
    return text, _("See both texts") if both else _("See the text")
