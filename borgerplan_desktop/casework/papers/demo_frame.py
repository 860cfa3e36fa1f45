"""The shared frame of the demo: some of it is answered, and it drives the rest. All of it is invented."""
from __future__ import annotations

from importlib.resources import files

from borgerplan_desktop.casework.frame.frame import framework, half_a_year_on
from borgerplan_desktop.casework.frame.take_in import read_frame, take_in
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_


def fill_frame(shelter: OpenCase) -> None:
    """Once, when the demo is made: it is under way, and its next update is half a year ahead."""
    take_in(shelter, read_frame((files("borgerplan_desktop.resources") / "frame.json").read_bytes()))
    frame = framework(shelter.case)
    if frame is not None:
        with shelter.action(N_("Invented rows of the demo"), undoable=False):
            frame.next_on = half_a_year_on(shelter.today())
    shelter.forget_undo()                                # the demo begins here
