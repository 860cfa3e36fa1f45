"""What the files of a case are called: its number, and nothing about the person."""
from __future__ import annotations

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen


def number_of_files(case: Case) -> str:
    """What every file's name begins with: nothing about the person; "" where the address is protected, for the number
    leads to the shelter.
    """
    citizen = case.the(Citizen)
    return "" if citizen.protected_address else citizen.case_number


def file_name(case: Case, word: str) -> str:
    """What the file of a paper is called."""
    return f"{'-'.join(part for part in (number_of_files(case), word) if part)}.pdf"
