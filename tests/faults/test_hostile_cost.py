"""What a hostile case file may cost: bounded time and memory, whatever its bytes are; the figures are printed."""
from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

MOST_MB = 200
MOST_FLOORS = 40                                         # one floor: Python's own parser on 10 MB that are allowed

MEASURE = """
import json, sys, time
from borgerplan_desktop.documents.case_file import CaseFileError, read_case
from tests.faults.costly import COSTLY

def status(word):
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(word)) / 1024

plain = "[" + ",".join(['"0123456789abcdefghij"'] * 400_000) + "]"
began = time.process_time(); json.loads(plain); floor = time.process_time() - began
del plain
found = {"floor": floor}
for name, make in COSTLY.items():
    data = make()
    with open("/proc/self/clear_refs", "w") as file: file.write("5")
    before, began = status("VmRSS"), time.process_time()
    try:
        read_case(data); said = ""
    except CaseFileError as error:
        said = error.what
    found[name] = [time.process_time() - began, status("VmHWM") - before, said]
    del data
print(json.dumps(found))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_what_every_costly_file_costs(counted: Callable[[str], None]) -> None:
    done = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    floor = found.pop("floor")
    for name, (took, memory, said) in found.items():
        assert said, name
        assert memory <= MOST_MB, name
        assert took <= MOST_FLOORS * floor, (name, took, floor)
    counted(f"{len(found)} costly case files refused: at most {max(took for took, _, _ in found.values()):.1f} s and "
            f"{max(memory for _, memory, _ in found.values()):.0f} MB")
