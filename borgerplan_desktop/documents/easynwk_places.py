"""How easyNWK says what our map says: where somebody stands, and what flows in a tie. To ours and back.

There: an angle in degrees from the right, against the clock, and a distance of 0-100 from the middle; a quarter each
for family, friends, colleagues and professional help, and three circles of the same width. Here: a sector of seven,
with the clock from the top, and rings of other widths. Who stands nearer, and who beside whom, is kept.
(easyNWK: github.com/fhstp/easynwk-web, `AlterCategories.ts`, `Alter.ts`, `AlteriEditForm.vue`.)
"""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from borgerplan_desktop.model.map.elements import MIDDLES, RINGS
from borgerplan_desktop.model.map.layout import spans_of
from borgerplan_desktop.model.network import SupportKind
from borgerplan_desktop.model.shelter import Sector

FULL, QUARTER = 360.0, 90.0                              # degrees
OUTSIDE = 103.0                                          # where easyNWK itself puts whoever is dead
CIRCLES = (100 / 3, 200 / 3, 100.0)                      # easyNWK's
QUARTERS = ((Sector.FAMILY,), (Sector.FRIENDS,), (Sector.WORK,),
            (Sector.SHELTER, Sector.AUTHORITY, Sector.HEALTH, Sector.VOLUNTEERS))
HELP = 3                                                 # the quarter of professional help
SUPPORTS = {"supportEmotional": SupportKind.TALK, "supportCognitive": SupportKind.KNOW_HOW,
            "supportSocial": SupportKind.COMPANY, "supportMaterial": SupportKind.HANDS,
            "supportPractical": SupportKind.WAY_ON}      # practical: its form calls it "Linking"
GETS, GIVES = 1, 2                                       # the citizen supports them, they the citizen; 3 is both
_ORDER = tuple(Sector)
_HEALTH = ("arzt", "ärzt", "pfleg", "therap", "psych", "pscholog", "doctor", "nurse", "physio", "læge", "syge")
_VOLUNTEERS = ("pfarr", "ehrenamt", "volunteer", "priest", "pastor", "frivillig", "præst")


class Spot(NamedTuple):
    """`ring` 0 = not placed; x and y are relative to the outer circle."""

    sector: Sector
    ring: int
    x: float | None
    y: float | None


Spans = Mapping[Sector, tuple[float, float]]             # where each begins, and how wide it is: in degrees


def spans(placed: Iterable[Sector]) -> Spans:
    """The sectors of our map with these people on it, one sector for each of them."""
    counts = Counter(placed)
    found = spans_of([counts[sector] for sector in _ORDER])
    return {sector: (math.degrees(start), math.degrees(end - start))
            for sector, (start, end) in zip(_ORDER, found, strict=True)}


def sector_of(angle: float, role: str) -> Sector:
    """The sector here of whoever stands at that angle in easyNWK."""
    quarter = _quarter(angle)
    return _helping(role) if quarter == HELP else QUARTERS[quarter][0]


def spot_of(sector: Sector, angle: float, distance: float, there: Spans) -> Spot:
    """Where whoever stands there in easyNWK stands here; who is beyond its circles stands at the rim."""
    if distance <= 0:
        return Spot(sector, 0, None, None)
    distance = min(distance, CIRCLES[-1])
    ring = next(n for n, edge in enumerate(CIRCLES, 1) if distance <= edge)
    start, wide = there[sector]
    share = (angle % FULL - _quarter(angle) * QUARTER) / QUARTER         # of the quarter, from its first edge on
    out, here = _scaled(distance, CIRCLES, RINGS), math.radians(start + wide * share)
    return Spot(sector, ring, round(out * math.cos(here), 4), round(out * math.sin(here), 4))


def polar_of(sector: Sector, ring: int, x: float | None, y: float | None, nth: float, there: Spans) -> (
        tuple[float, float]):
    """(angle, distance) in easyNWK of whoever stands here; `nth` 0-1 spreads those who stand nowhere exactly."""
    quarter = next(n for n, each in enumerate(QUARTERS) if sector in each)
    slots = QUARTERS[quarter]
    share = nth
    out = MIDDLES[ring]
    if x is not None and y is not None:
        start, wide = there[sector]
        off = math.remainder(math.degrees(math.atan2(y, x)) - (start + wide / 2), FULL)
        share = min(max(off / wide + .5, 0.02), .98)
        out = min(max(math.hypot(x, y), (0.0, *RINGS)[ring - 1] + .01), RINGS[ring - 1])
    angle = (quarter + (slots.index(sector) + share) / len(slots)) * QUARTER
    return (angle if angle <= FULL / 2 else angle - FULL), _scaled(out, RINGS, CIRCLES)


def _helping(role: str) -> Sector:
    """Which part of life a helper belongs to, as far as the role tells."""
    said = role.casefold()
    if any(word in said for word in _HEALTH):
        return Sector.HEALTH
    return Sector.VOLUNTEERS if any(word in said for word in _VOLUNTEERS) else Sector.AUTHORITY


def _quarter(angle: float) -> int:
    return min(3, int(angle % FULL // QUARTER))


def _scaled(value: float, given: tuple[float, ...], wanted: tuple[float, ...]) -> float:
    """From one set of circles to the other, in equal shares of each ring."""
    for low, high, to_low, to_high in zip((0.0, *given), given, (0.0, *wanted), wanted, strict=False):
        if value <= high:
            return to_low + (value - low) / (high - low) * (to_high - to_low)
    return wanted[-1]
