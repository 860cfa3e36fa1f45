"""A list for the table: who is here, and who has had their say in the round; to tick by hand."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.meeting_context import (
    MeetingPage,
    begin_meeting,
    called,
    head,
    name_on_list,
    no_meeting,
    when,
)
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.parts import Item, Tick
from borgerplan_desktop.documents.paper.table import Content, table
from borgerplan_desktop.documents.paper.typography import FIRM, INK
from borgerplan_desktop.documents.paper_frame import finish
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import Presence

BLANK, BLANK_LARGE = 3, 1                                # rows for whoever comes besides
LEAST = 8                                                # rows in all


def attendance_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                   today: date) -> bytes:
    """The list as a PDF; `about` is the meeting, "" = the next. It names who is asked and nothing else of them.

    Raises LookupError for a case without citizen, or a meeting that is not there, ValueError for a language not spoken.
    """
    page = begin_meeting(case, about.partition("/")[0], language, large_print, today, held=False)
    if not isinstance(page, MeetingPage):
        return no_meeting(page, page.say("Who is here, and the round"))
    p, g = page.p, page.p.galley
    title = p.say("Who is here, and the round")
    at = when(p, page.meeting.starts_at, page.meeting.ends_at, amid=True)
    head(page, title, " · ".join(part for part in (p.say("Meeting with {name}", name=called(p)), at) if part))
    parts.rule(g, FIRM, INK, before=.5, after=1)
    rows: list[list[Content]] = []
    for each in page.meeting.participants:
        here = each.presence is Presence.PRESENT
        rows.append([name_on_list(p, each.member), Tick(here, p.say("Is here") if here else p.say("Not noted yet")),
                     Tick(each.has_spoken, p.say("Has had their say") if each.has_spoken else p.say("Not yet"))])
    blank = max(BLANK_LARGE if g.sheet.stacked else BLANK, LEAST - len(rows))
    rows += [["", Tick(False, p.say("Not noted yet")), Tick(False, p.say("Not yet"))] for _each in range(blank)]
    with g.inside("Sect"):
        table(g, (p.say("Name"), p.say("Is here"), p.say("Has had their say")), rows, (250, 70, 110), names=0,
              room_for_pen=1.6)
        g.air(.75)
        parts.paragraph(g, p.say("First two minutes of silent thoughts. Then everybody gets a say, one at a time."))
        aside = [each for each in page.meeting.parked if each.text.strip()]
        if aside:
            parts.items(g, [Item(Said(each.text)) for each in aside], label=p.say("We take this later"), after=0)
        else:
            parts.labelled_lines(g, p.say("We take this later"), 3)
    return finish(p, title)
