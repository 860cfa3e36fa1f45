"""Where everybody on the network map stands: one layout that the screen and the paper both draw.

True circles of closeness round the citizen, a sector for each part of life (wider where more people are), and nobody
standing on anybody else: each person gets the free spot nearest to where they belong, where their tie is in sight and
their name can be read. A pure function of its input: same people, same picture. Units are the surface's (pixels or
points), y grows downwards, angles run clockwise from the east. Stored positions are relative to the outer circle:
(0, 0) is the citizen, (1, 0) the rightmost point of the outer ring.
"""
from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from borgerplan_desktop.model.map.elements import Bond, Layout, Line, Look, Person, Placed, Sector, shorten
from borgerplan_desktop.model.map.shapes import FULL, Rect, leaves
from borgerplan_desktop.model.map.spots import MANY, Spots

FULLEST, CROWDED = 0.42, 0.5                             # part of the surface the people may fill: choosing, growing
LEAST = (12.0, 8.0)                                      # the smallest surface, in halves of the citizen's disc
ASTRAY = .06                                             # part of the people who may stand in a false ring or sector
A_FEW = 12                                               # people of a crowd who may come or move without a new layout
NOTHING: Mapping[tuple[str, str], Line] = {}
FEW = 2                                                  # people: sectors with nobody in them are not shown
BELOW = "\n"                                             # parts a sector's name from the same in another language
EMPTY_SHARE, NEXT_SHARE = 0.62, 0.4                      # a sector's share: empty; each person after the first


def lay_out(people: Sequence[Person], sectors: Sequence[tuple[str, str]], width: float, height: float, look: Look, *,
            centre: str = "", bonds: Sequence[Bond] = (), reserved: Sequence[Rect] = (),
            before: Layout | None = None, also: Sequence[Person] = ()) -> Layout:
    """Place everybody with a ring. `sectors` are (key, name) clockwise, a name perhaps with another BELOW it; nothing
    is placed on `reserved`.

    Crowded maps get smaller discs, shorter names and one line; when that is not enough the layout becomes larger than
    asked for (`width`, `height` of the answer), to be scaled down or panned. In a crowd, whoever did not move stays
    where they were `before`, on a surface of the same size: only who came or was moved is given a spot.
    """
    shown = [p for p in people if p.ring > 0]
    if before is not None and len(shown) > MANY and (moved := _moved(shown, before, reserved, bonds)) is not None:
        return moved
    looks = list(_looks(look))
    width, height = max(width, LEAST[0] * look.centre), max(height, LEAST[1] * look.centre)
    room, asked = width * height, width
    looks = [each for each in looks if _need(shown, each) < FULLEST * room] or looks[-1:]
    grow = max(1.0, math.sqrt(_need(shown, looks[-1]) / (CROWDED * room)))
    while True:
        covered = [Rect(*(part * grow for part in box)) for box in reserved]         # it is scaled down to be seen
        for each in looks:
            frame = _frame([*shown, *also], sectors, width * grow, height * grow, look, centre, covered)
            frame = replace(frame, asked=asked)
            # where nobody has a name, smaller ones bring nobody home
            astray = len(shown) * ASTRAY if look.label and each is not looks[-1] else math.inf
            places = Spots(frame, each, covered).place(shown, astray)
            if places is not None:
                return replace(frame, people=tuple(places), scale=each.node / look.node,
                               ties=tuple(ties_of(frame.centre, places, bonds)), look=each)
        looks, grow = looks[-1:], grow * 1.2


def _looks(look: Look) -> Iterator[Look]:
    """From roomy to dense."""
    sizes = ((1, 1, 2), (1, .8, 2), (1, .7, 1), (1, .55, 1)) if look.boxed else (
        (1, 1.35, 2), (1, 1, 2), (.86, .9, 2), (.78, .8, 2), (.86, 1, 1), (.78, .8, 1), (.78, .62, 1), (.68, .5, 1))
    for node, label, lines in sizes:
        yield replace(look, node=look.node * node, label=look.label * label, lines=lines,
                      gap=look.gap * (.7 if lines == 1 else 1))


def _need(people: Sequence[Person], look: Look) -> float:
    """Roughly the room everybody needs."""
    need = 0.0
    for p in people:
        lines = 2 if p.words and look.lines == 2 else 1
        wide = min(look.label, max(look.measure(p.name, True), look.measure(p.words, False) if lines == 2 else 0.0))
        if look.boxed:
            need += (wide + 3 * look.gap) * (look.line * lines + 2 * look.gap)
        else:
            need += (2 * look.node + wide + 2 * look.gap) * (max(2 * look.node, look.line * lines) + look.gap)
    return need


def _moved(people: Sequence[Person], before: Layout, reserved: Sequence[Rect], bonds: Sequence[Bond]) -> Layout | None:
    """The layout of before with a few people more, less or elsewhere; None if they are too many, or find no room."""
    kept = {p.id: before.by_id[p.id] for p in people if p.id in before.by_id and before.by_id[p.id].person == p}
    if before.look is None or len(people) - len(kept) > A_FEW or len(before.people) <= MANY:
        return None
    grown = max(1.0, before.width / before.asked)
    covered = [Rect(*(part * grown for part in box)) for box in reserved]
    places = Spots(before, before.look, covered).place_among(people, kept)
    if places is None:
        return None
    lines = {(line.a, line.b): line for line in before.ties if line.a in kept or not line.a}
    return replace(before, people=tuple(places), ties=tuple(ties_of(before.centre, places, bonds, lines, kept)))


# ------------------------------------------------------------------------------------------------------------ the frame
def _frame(people: Sequence[Person], sectors: Sequence[tuple[str, str]], width: float, height: float, look: Look,
           centre: str, reserved: Sequence[Rect]) -> Layout:
    """The empty map: circles, sectors with their names, the citizen in the middle."""
    angles = _angles(people, [key for key, _ in sectors])
    deep = 2.5 if any(BELOW in name for _key, name in sectors) else 1.5
    ry = min(height / 2 - look.line * deep, (width / 2 - look.line) / look.stretch)
    ry = max(look.centre * 2, min(ry, _kept_free(people, sectors, angles, width / look.stretch, height, look)))
    rx = min(ry * look.stretch, width / 2 - look.line)
    cx, cy = width / 2, height / 2
    half = look.centre
    text = shorten(centre, True, (look.label if look.boxed else 2 * half - look.gap), look.measure)
    wide = max(half, look.measure(text, True) / 2 + look.gap) if look.boxed else half
    middle = Placed(Person("", centre), cx, cy, wide, look.line * .9 if look.boxed else half, (text,), None, "")
    labels: list[Rect] = []
    made: list[Sector] = []
    for (key, name), (start, end) in zip(sectors, angles, strict=True):
        names = [_wrapped(each, look, width / 2 - rx) for each in name.split(BELOW)]
        lines = tuple(line for each in names for line in each)
        w, h = max(look.measure(t, True) for t in lines), look.line * len(lines)
        label = _beside_rim((start + end) / 2, w, h, (cx, cy, rx, ry), (width, height), [*labels, *reserved])
        labels.append(label)
        made.append(Sector(key, lines, start, end, label, len(people) <= FEW and all(p.sector != key for p in people),
                           len(lines) - len(names[0])))
    return Layout(width, height, cx, cy, rx, ry, middle, tuple(made), (), ())


def _kept_free(people: Sequence[Person], sectors: Sequence[tuple[str, str]], angles: Sequence[tuple[float, float]],
               width: float, height: float, look: Look) -> float:
    """How large the rings may be so that whoever stands outside finds room there, somewhere beside their sector."""
    band = (2 * look.line if look.boxed else 2 * look.node) + 2 * look.gap
    most = math.inf
    for (key, _name), (start, end) in zip(sectors, angles, strict=True):
        if any(p.outside and p.sector == key for p in people):
            ways = (start + (end - start) * part / 8 for part in range(1, 8))
            most = min(most, max(min(width / 2 / max(abs(math.cos(a)), .01), height / 2 / max(abs(math.sin(a)), .01))
                                 for a in ways) - band)
    return most


def _angles(people: Sequence[Person], keys: Sequence[str]) -> list[tuple[float, float]]:
    """Start and end of each sector by its share of the people; the first has its middle at the top."""
    return spans_of([sum(p.sector == key for p in people) for key in keys])


def spans_of(counts: Sequence[int]) -> list[tuple[float, float]]:
    """The same for so many people in each sector, in radians."""
    shares = [EMPTY_SHARE if not n else 1 + NEXT_SHARE * (n - 1) for n in counts]
    total = sum(shares) or 1.0
    angle = -math.pi / 2 - math.pi * (shares[0] / total if shares else 0)
    found = []
    for share in shares:
        found.append((angle, angle + FULL * share / total))
        angle = found[-1][1]
    return found


def _wrapped(name: str, look: Look, beside: float) -> tuple[str, ...]:
    """A sector's name on one line; long names on two where there is little room beside the circles."""
    words = name.split() or [""]
    if len(words) == 1 or look.measure(name, True) <= (look.label * .75 if look.boxed else 1.5 * beside):
        return (shorten(name, True, look.label * 1.4, look.measure),)
    cut = min(range(1, len(words)), default=1,
              key=lambda i: max(look.measure(" ".join(words[:i]), True), look.measure(" ".join(words[i:]), True)))
    return tuple(shorten(" ".join(part), True, look.label, look.measure) for part in (words[:cut], words[cut:]) if part)


def _beside_rim(angle: float, w: float, h: float, frame: tuple[float, float, float, float],
                size: tuple[float, float], taken: Sequence[Rect]) -> Rect:
    """Room for a sector's name just outside the rim, as near to its middle as possible."""
    cx, cy, rx, ry = frame
    best = None
    for out in (8.0, 8.0 + h, 8.0 + 2 * h):
        for step in range(120):
            a = angle + math.radians(2 * ((step + 1) // 2) * (1 if step % 2 else -1))
            ux, uy = math.cos(a), math.sin(a)
            x = cx + (rx + out) * ux + (ux - 1) * w / 2
            y = cy + (ry + out) * uy + (uy - 1) * h / 2
            box = Rect(min(max(x, 2.0), size[0] - w - 2), min(max(y, 1.0), size[1] - h - 1), w, h)
            best = best or box
            if not any(box.grown(3).overlaps(t) for t in taken):
                return box
    assert best is not None
    return best


# ------------------------------------------------------------------------------------------------------------- the ties
def ties_of(centre: Placed, people: Sequence[Placed], bonds: Sequence[Bond],
            drawn: Mapping[tuple[str, str], Line] = NOTHING, kept: Collection[str] = ()) -> Iterator[Line]:
    """From the citizen to everybody, and between two others; the lines between those who were `kept` where they stood
    are the ones `drawn` before.
    """
    by_id = {p.person.id: p for p in people}
    boxes = [box for p in (*people, centre) for box in p.boxes] if bonds else []
    for p in people:
        line = drawn.get(("", p.person.id)) if p.person.id in kept else None
        yield line or _line(centre, p, p.person.tie, None)
    for bond in bonds:
        a, b = by_id.get(bond.a), by_id.get(bond.b)
        line = drawn.get((bond.a, bond.b)) if bond.a in kept and bond.b in kept else None
        if line is not None and line.quality == bond.quality:
            yield line
        elif a is not None and b is not None and a is not b:
            yield _line(a, b, bond.quality, _bend(a, b, centre, boxes))


def _line(a: Placed, b: Placed, quality: str, bend: tuple[float, float] | None) -> Line:
    ends = []
    for one, other in ((a, b), (b, a)):
        tx, ty = bend or (other.x, other.y)
        dx, dy = leaves(one.half_w, one.half_h, one.person.shape, tx - one.x, ty - one.y)
        ends.append((one.x + dx, one.y + dy))
    (x1, y1), (x2, y2) = ends
    return Line(a.person.id, b.person.id, quality, x1, y1, x2, y2, bend)


def _bend(a: Placed, b: Placed, centre: Placed, boxes: Sequence[Rect]) -> tuple[float, float]:
    """The control point of a gentle curve that runs under the fewest boxes and past the citizen."""
    mx, my, dx, dy = (a.x + b.x) / 2, (a.y + b.y) / 2, b.x - a.x, b.y - a.y
    points = [(mx - dy * k, my + dx * k) for k in (.12, -.12, .3, -.3, .55, -.55, .75, -.75)]
    # the curve passes half-way between its control point and the straight line
    ways = [((mx + x) / 2, (my + y) / 2) for x, y in points]
    xs, ys = sorted((a.x, b.x, *(x for x, _ in ways))), sorted((a.y, b.y, *(y for _, y in ways)))
    reach = Rect(xs[0], ys[0], xs[-1] - xs[0], ys[-1] - ys[0]).grown(1)      # a level tie has no height
    ends = a.node, b.node
    near = [box for box in boxes if box.overlaps(reach) and box not in ends]
    best, least = points[0], (math.inf, math.inf)
    for point, (px, py) in zip(points, ways, strict=True):
        far = math.hypot(point[0] - mx, point[1] - my) - .01 * math.hypot(px - centre.x, py - centre.y)
        under = 0
        for box in near:
            under += box.crossed_by(a.x, a.y, px, py) or box.crossed_by(px, py, b.x, b.y)
            if under > least[0]:
                break
        if (under, far) < least:
            best, least = point, (under, far)
    return best
