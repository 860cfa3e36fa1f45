"""What the network map of sixty costs to draw on paper, against the same words and lines on a raw canvas."""
from __future__ import annotations

from time import process_time
from typing import Any

import pytest

from borgerplan_desktop.documents import network_map
from borgerplan_desktop.model.case import Case
from tests.benchmarks.test_paper_speed import raw, recorded
from tests.documents import samples
from tests.documents.test_network_map import crowd

MOST = 2.5
TARGET_MS = 40                                           # printed beside: on the machine this was made on it is met
RUNS = 15


def test_the_map_of_sixty_costs_few_times_its_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case("case", crowd(49), register=samples.register())
    monkeypatch.setattr(network_map, "_in_words", lambda *_: None)       # the page with the map, without its list
    find, laid_out, finding = network_map._picture, list[Any](), list[float]()

    def found_once(*of: Any) -> Any:
        """Where everybody stands is the model's business, and measured there; here it is told beside."""
        if len(laid_out) < RUNS:
            started = process_time()
            laid_out.append(find(*of))
            finding.append(process_time() - started)
        return laid_out[-1]

    monkeypatch.setattr(network_map, "_picture", found_once)

    def draw() -> bytes:
        return network_map.network_map_pdf(case, today=samples.TODAY)

    calls = recorded(monkeypatch, draw)
    assert sum(name == "drawString" for name, _, _ in calls) > 60
    while len(laid_out) < RUNS:
        draw()
    map_times, raw_times = [], []
    for _ in range(RUNS):
        started = process_time()
        draw()
        map_times.append(process_time() - started)
        started = process_time()
        raw(calls)
        raw_times.append(process_time() - started)
    made, least = min(map_times), min(raw_times)         # the quietest run: others are at work on this machine too
    print(f"map of sixty {made * 1000:.0f} ms (target {TARGET_MS}), raw canvas {least * 1000:.1f} ms: "
          f"× {made / least:.2f}; and {min(finding) * 1000:.0f} ms to find everybody a place")
    assert made / least <= MOST
