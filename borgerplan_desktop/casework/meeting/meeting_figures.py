"""A citizen's meetings in numbers, in words; the whole shelter's are in `casework/figures`."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting_figures import of_case


def words_of_case(opened: OpenCase) -> str:
    """One line about the citizen's meetings: "Holdt 3 · Aflyst 1 · Jonas var med 3 af 3 …"; "" before the first."""
    found, name = of_case(opened.case, opened.today()), opened.case.the(Citizen).first_name or _("The citizen")
    if found.is_empty:
        return ""
    said = [_("Held: {n}").format(n=found.held.n)]
    if found.called_off.n:
        said.append(_("Called off: {n}").format(n=found.called_off.n))
    for share, words in ((found.there, _("{name} was there: {n} of {all}")),
                         (found.prepared, _("Prepared with {name}: {n} of {all}")),
                         (found.kept, _("Agreements kept: {n} of {all}"))):
        if share.of:
            said.append(words.format(name=name, n=share.n, all=share.of))
    return " · ".join(said)
