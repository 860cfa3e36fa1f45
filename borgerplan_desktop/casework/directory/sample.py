"""The services that the sources name, ready to begin with: names and kinds, no addresses; taken in or left out at once.

Sources: samarbejdsmodellen (who it was made with, what a directory lists), omstillingsplanen (examples of each step of
the ladder), the case of Borgerens Plan.
"""
from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from borgerplan_desktop.casework.directory.services import key
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.directory import Service, ServiceKind
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.row import fields_of, row_that_says

_READ = {"kind": ServiceKind, "ladder_step": LadderStep, "area": LifeArea}


def sample() -> list[dict[str, Any]]:
    """What each of them says."""
    content = (files("borgerplan_desktop.resources") / "services.json").read_text(encoding="utf-8")
    return [{name: _READ[name](said) if name in _READ else said for name, said in each.items()}
            for each in json.loads(content)]


@cache
def _by_name() -> dict[str, dict[str, Any]]:
    return {key(each["name"]): each for each in sample()}


def take_sample_in(shelter: OpenCase) -> list[Service]:
    """Those that are not here yet, by name; ones that were left out before are used again."""
    here = {key(each.name): each for each in shelter.case.all(Service)}
    found: list[Service] = []
    new = {key(said["name"]) for said in sample()} - here.keys()

    def nobody_else_did() -> bool:
        return not any(key(each.name) in new for each in shelter.case.all(Service))

    with shelter.action(N_("Took the ready services in"), still=nobody_else_did):
        for said in sample():
            known = here.get(key(said["name"]))
            if known is None:
                found.append(shelter.case.add(Service(**said)))
            elif known.retired and is_as_it_came(known):
                known.retired = False
                found.append(known)
    return found


def leave_sample_out(shelter: OpenCase) -> list[Service]:
    """Those of them that nobody has written anything to are not used any more; plans keep what stands there."""
    found = untouched(shelter)
    if found:
        with shelter.action(N_("Left the ready services out")):
            for each in found:
                each.retired = True
    return found


def untouched(shelter: OpenCase) -> list[Service]:
    """Those of the sample that are in use and as they came."""
    return [each for each in shelter.case.all(Service) if not each.retired and is_as_it_came(each)]


def is_as_it_came(service: Service) -> bool:
    """Whether it is of the sample, and nobody has written anything to it."""
    said = _by_name().get(key(service.name))
    return said is not None and not service.in_house and all(
        getattr(service, name) == getattr(row_that_says(Service, said), name)
        for name in fields_of(Service) if name != "retired")
