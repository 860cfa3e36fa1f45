"""Small grey pictures of every page of every paper. After a change that is meant, renew them and look at each:

    python -m tests.documents.page_pictures [WORD …]     (WORD: only the papers whose name has it)
"""
from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageChops

from borgerplan_desktop.casework.papers.paper_kinds import PAPERS, PaperKind
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.documents.recovery_code import recovery_code_pdf
from tests.documents import meeting_samples, samples

KEPT = Path(__file__).parents[1] / "data" / "pages"
DPI = 40
LEVELS = 96                                              # of 255: less than this may be another version of poppler
PIXELS = 20                                              # that differ by so much before a page is another: a short word
HELD = ("minutes", "meaning", "attendance", "away")      # papers of a meeting that was held
AHEAD = ("invitation", "agenda", "agenda-change")


def _of(paper: PaperKind, large_print: bool) -> bytes:
    held = paper.key in HELD
    case = meeting_samples.meeting(held=held) if held or paper.key in AHEAD else samples.jonas()
    return paper.draw(case, "", language="da", large_print=large_print, today=samples.TODAY)


def papers() -> dict[str, Callable[[], bytes]]:
    """What there is a picture of, by its name."""
    found: dict[str, Callable[[], bytes]] = {
        "recovery-code": lambda: recovery_code_pdf("Herberget Havnegade", "ABCDEFGH23456789ABCDEFGH23456789"),
        "plan": lambda: plan_pdf(samples.jonas(), today=samples.TODAY),
        "plan-large": lambda: plan_pdf(samples.jonas(), today=samples.TODAY, large_print=True)}
    for paper in PAPERS:
        for large_print in (False, True):
            found[f"{paper.key}-large" if large_print else paper.key] = (
                lambda paper=paper, large_print=large_print: _of(paper, large_print))
    return found


def picture_of(data: bytes) -> Image.Image:
    """The pages of a PDF beside each other, in grey."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "paper.pdf"
        source.write_bytes(data)
        subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", str(source), f"{folder}/page"], check=True)
        pages = [Image.open(path).copy() for path in sorted(Path(folder).glob("page*.pgm"))]
    whole = Image.new("L", (sum(page.width for page in pages), max(page.height for page in pages)), 255)
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width
    return whole


def difference(kept: Image.Image, now: Image.Image, folder: Path, name: str) -> str:
    """"" if they look alike; else what is different, and the difference is saved: what was, what is, what changed."""
    if kept.size == now.size:
        apart = ImageChops.difference(kept, now)
        count = sum(apart.histogram()[LEVELS:])
        if count <= PIXELS:
            return ""
        where = apart.point([0] * LEVELS + [255] * (256 - LEVELS)).getbbox()
        said = f"{count} points differ, within {where}"
    else:
        apart, said = now, f"{kept.size} became {now.size}"
    sheet = Image.new("L", (max(kept.width, now.width), kept.height + 2 * now.height), 128)
    for down, picture in ((0, kept), (kept.height, now), (kept.height + now.height, ImageChops.invert(apart))):
        sheet.paste(picture, (0, down))
    sheet_path = folder / f"{name}.png"
    sheet.save(sheet_path)
    return f"{name}: {said}; see {sheet_path}; if it is meant: python -m tests.documents.page_pictures {name}"


def renew(words: list[str]) -> None:
    KEPT.mkdir(exist_ok=True)
    wanted = papers()
    for path in KEPT.glob("*.png"):
        if path.stem not in wanted:
            path.unlink()
    for name, draw in wanted.items():
        if not words or any(word in name for word in words):
            now, path = picture_of(draw()), KEPT / f"{name}.png"
            with tempfile.TemporaryDirectory() as folder:
                if not path.exists() or difference(Image.open(path).convert("L"), now, Path(folder), name):
                    now.quantize(16, dither=Image.Dither.NONE).save(path, optimize=True)
                    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    renew(sys.argv[1:])
