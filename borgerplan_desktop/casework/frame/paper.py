"""The frame on paper and as a file: drawn as it is now, and on record when it was printed or saved."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.documents.house.frame_file import write_frame
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.store.audit import Did

__all__ = ["draw_frame", "file_of_frame", "paper_name", "was_printed", "was_saved", "write_frame"]


def draw_frame(opened: OpenCase, language: str = "da", large_print: bool = False) -> bytes:
    """The frame as it is now, a draft, as a PDF. Raises ValueError for a language not spoken."""
    from borgerplan_desktop.documents.house.framework import framework_pdf

    return framework_pdf(opened.case, language=language, large_print=large_print, today=opened.today())


def file_of_frame(opened: OpenCase) -> bytes:
    """The frame as a file for another shelter, or to keep."""
    return write_frame(opened.case)


def paper_name(number: int = 0) -> str:
    """What the file is called: "rammen-2.pdf"; without a number it is a draft."""
    name = _("the-frame")
    return f"{name}-{number}.pdf" if number else f"{name}.pdf"


def was_printed(opened: OpenCase) -> None:
    """That it was printed is on record. Raises StoreTrouble."""
    opened.record(Did.PRINTED, N_("Printed the frame"))


def was_saved(opened: OpenCase) -> None:
    """The same for a copy in a file."""
    opened.record(Did.EXPORTED, N_("Saved the frame as a file"))
