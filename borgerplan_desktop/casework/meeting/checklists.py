"""The checklists of the meeting before, during and after: each line can be ticked, none blocks (samarbejdsmodellen)."""
from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.casework.meeting.checklist_facts import known
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.meeting import ChecklistTick, Meeting
from borgerplan_desktop.model.shelter import ChecklistPhase, ChecklistPoint


class Opens(enum.StrEnum):
    """The place in the meeting where a line is done."""

    NOWHERE = ""
    PURPOSE = "purpose"
    PARTICIPANTS = "participants"
    PREPARED = "prepared"
    WHERE = "place"
    COOPERATION = "cooperation"
    CONSENT = "consent"
    AGENDA = "agenda"
    INVITATION = "invitation"
    MEANING = "meaning"
    FEEDBACK = "feedback"
    MINUTES = "minutes"
    AGREEMENTS = "agreements"
    PARKED = "parked"


@dataclass(frozen=True)
class Line:
    """One line; `short` is its name in the list, `words` the whole of it. Both are msgids; both may hold {name}. The
    shelter's `own` is said as it is written.
    """

    key: str
    short: str
    words: str
    opens: Opens = Opens.NOWHERE
    own: bool = False

    def name_for(self, name: str) -> str:
        """Its name in the list of a citizen who is called so."""
        return self.short if self.own else _(self.short).format(name=name)

    def whole_for(self, name: str) -> str:
        """The whole of it."""
        return self.words if self.own else _(self.words).format(name=name)


BEFORE = (
    Line("why", N_("Why we meet"), N_("Why do we hold the meeting, and why now?"), Opens.PURPOSE),
    Line("who", N_("Participants"),
         N_("Whom does the meeting need? Write for each: This is why you are there."), Opens.PARTICIPANTS),
    Line("prepared", N_("Prepared with {name}"),
         N_("Talk the meeting through with {name}: What do you want out of it? What would you rather not talk about?"),
         Opens.PREPARED),
    Line("place", N_("Where we meet"), N_("Where would {name} like to meet this time? (Ask each time.)"), Opens.WHERE),
    Line("interpreter", N_("Interpreter"), N_("Is an interpreter needed? Which language?"), Opens.COOPERATION),
    Line("lay_representative", N_("Lay representative"),
         N_("Lay representative: Has {name} one? How is the lay representative to take part? None yet: is one wanted?"),
         Opens.COOPERATION),
    Line("consent", N_("Consent"),
         N_("Does the consent cover everyone who comes? If anyone is missing, ask {name} first."), Opens.CONSENT),
    Line("invitation", N_("Invitation"),
         N_("Write the invitation. It is also the agenda and becomes the minutes."), Opens.AGENDA),
    Line("changes", N_("Changes to the agenda"),
         N_("Send changes to the agenda no later than 2 days before the meeting."), Opens.INVITATION),
    Line("room", N_("Room and coffee"),
         N_("Book the room. Make it ready: seats for all, coffee, copies of the papers."), Opens.WHERE),
)
DURING = (
    Line("welcome", N_("Welcome"),
         N_("Say welcome. Say briefly what the meeting is about, how we do it, and when we end.")),
    Line("parking", N_("It is fine to put a topic aside"),
         N_("Say that it is fine to put a topic aside, so that we reach what matters most. It is written down.")),
    Line("citizen_begins", N_("{name} begins"), N_("{name} begins, if {name} would like to.")),
    Line("everyone", N_("Everyone gets a say"),
         N_("See to it that everyone gets a say. Try two minutes of silent thoughts and then a round.")),
    Line("agreements", N_("Agreements in the plan"),
         N_("Write agreements straight into the plan: who, what, by when.")),
    Line("read_aloud", N_("Read the tasks aloud"),
         N_("End by reading the tasks aloud: Who does what? When do we meet again?")),
    Line("on_time", N_("End on time"), N_("End on time.")),
)
AFTER = (
    Line("explain", N_("Explain to {name}"),
         N_("Explain to {name} what the decisions mean. Give the paper What does the meeting mean for me?"),
         Opens.MEANING),
    Line("ask", N_("Ask {name}"), N_("Ask {name} how the meeting was."), Opens.FEEDBACK),
    Line("minutes", N_("Minutes"),
         N_("Send the minutes to the participants – each gets what the consent covers."), Opens.MINUTES),
    Line("follow_up", N_("Follow up"),
         N_("Follow up on the agreements in time. Say so if something changes."), Opens.AGREEMENTS),
    Line("take_up", N_("Topics put aside"), N_("Take up the topics that were put aside."), Opens.PARKED),
)
LINES = {ChecklistPhase.BEFORE: BEFORE, ChecklistPhase.DURING: DURING, ChecklistPhase.AFTER: AFTER}
OWN = "own:"                                             # before the id of a line of the shelter's
KEYS = frozenset(line.key for lines in LINES.values() for line in lines)


def lines_of(meeting: Meeting, phase: ChecklistPhase) -> tuple[Line, ...]:
    """The lines of a phase of the meeting: the program's, and the shelter's own after them; of those that are used no
    more the ticked ones.
    """
    register, ticks = meeting.case.register, meeting.ticks
    points = register.all(ChecklistPoint) if register is not None else []
    own = [Line(key_of(each), each.text.strip(), "", own=True) for each in points
           if each.phase is phase and each.text.strip() and (not each.retired or key_of(each) in ticks)]
    return (*LINES[phase], *own)


def key_of(point: ChecklistPoint) -> str:
    """What a tick of one of the shelter's own lines is written as."""
    return f"{OWN}{point.id}"


def ready(meeting: Meeting, phase: ChecklistPhase, today: date) -> set[str]:
    """The lines of the phase that are done: ticked by hand, or known by themselves."""
    done = meeting.ticks | known(meeting, today).keys()
    return {line.key for line in lines_of(meeting, phase) if line.key in done}


def tick(opened: OpenCase, meeting: Meeting, key: str) -> None:
    """This line is done. Raises KeyError for a line that does not exist."""
    if key not in KEYS and not (key.startswith(OWN) and opened.case.register is not None
                                and opened.case.register.get(ChecklistPoint, key.removeprefix(OWN)) is not None):
        raise KeyError(key)
    if key in meeting.ticks:
        return
    with opened.action(N_("Tick the checklist")):
        opened.case.add(ChecklistTick(item=key, meeting_id=meeting.id, ticked_on=opened.today()))


def untick(opened: OpenCase, meeting: Meeting, key: str) -> None:
    """This line is not done after all."""
    with opened.action(N_("Untick the checklist")):
        for row in opened.case.of(ChecklistTick, ChecklistTick.meeting_id, meeting.id):
            if row.item == key:
                opened.case.remove(row)
