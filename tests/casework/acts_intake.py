"""How somebody came: the steps of the admission, which municipality acts, the stay, and who they are."""
from __future__ import annotations

from contextlib import suppress

from borgerplan_desktop.casework.course import citizen_facts
from borgerplan_desktop.casework.intake import admission, municipality, stays
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.admission import ActingMunicipality, AdmissionKind, AdmissionStep, Residence
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Stay
from tests.casework.acts import days_ago, nth

IMPOSSIBLE = "010199-00"                                 # the beginning of a number nobody has


def born(opened: OpenCase, a: int, b: int) -> None:
    citizen_facts.change_birth(opened, opened.case.the(Citizen), days_ago(opened, 9000 + b) if b else None)


def number(opened: OpenCase, a: int, b: int) -> None:
    citizen_facts.change_cpr(opened, f"{IMPOSSIBLE}{a}{b}" if b else "")


def admission_step(opened: OpenCase, a: int, b: int) -> None:
    if (stay := nth(opened, Stay, a)) is None:
        return
    kind, there = list(AdmissionKind)[b % len(AdmissionKind)], nth(opened, AdmissionStep, b)
    if a % 3 == 0:
        admission.begin_step(opened, stay, kind)
    elif a % 3 == 1 or there is None:
        admission.step_done(opened, stay, kind, days_ago(opened, b))
    else:
        admission.step_done_on(opened, there, days_ago(opened, b))


def decision(opened: OpenCase, a: int, b: int) -> None:
    if (stay := nth(opened, Stay, a)) is not None:
        (admission.admitted_on if a % 2 else admission.decided_on)(opened, stay, days_ago(opened, b))


def notice(opened: OpenCase, a: int, b: int) -> None:
    if (stay := nth(opened, Stay, a)) is not None:
        if a % 2 or not stay.notified_to:
            admission.notified(opened, stay, f"kommune {b}")
        else:
            admission.notified_on(opened, stay, days_ago(opened, b))


def lived(opened: OpenCase, a: int, b: int) -> None:
    found = nth(opened, Residence, a)
    if found is None or b > 7:
        municipality.lived_somewhere(opened)
    elif b % 3 == 0:
        municipality.lived_from(opened, found, days_ago(opened, b + 30))
    elif b % 3 == 1:
        municipality.lived_until(opened, found, days_ago(opened, b))
    else:
        municipality.remove_residence(opened, found)


def acts(opened: OpenCase, a: int, b: int) -> None:
    found = nth(opened, ActingMunicipality, a)
    if found is None or b % 3 == 0:
        municipality.acts(opened, f"kommune {a}", settled=b > 5)
    elif b % 3 == 1:
        municipality.has_said_yes(opened, found, b > 4)
    else:
        municipality.remove_acting(opened, found)


def stay(opened: OpenCase, a: int, b: int) -> None:
    with suppress(Refused):                              # they live here
        (stays.begin_stay(opened, room=f"{b}") if b % 2 else stays.write_stay(opened))


ACTS = {f"intake: {act.__name__}": act for act in (
    born, number, admission_step, decision, notice, lived, acts, stay)}
