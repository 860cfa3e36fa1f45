"""The shelter's logo: taken in from somebody else's file, kept as a small picture on white, printed on the papers."""
from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.model.text import shortened, tidy_line

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 1_000_000                                      # octets of the file
MOST_PIXELS = 4_000                                      # of a side
KEPT_IN = (900, 300)                                     # pixels: sharp at the size it is printed
FAINTEST = 235                                           # of 0–255: what is lighter is not seen on white
MOST_PARTS = 5_000                                       # of a drawing
LONGEST_NAME = 100
PNG = b"\x89PNG\r\n\x1a\n"
SVG = "{http://www.w3.org/2000/svg}"
# What a logo is drawn with. Nothing that runs, moves, fetches, or draws another part many times over.
DRAWN_WITH = frozenset({
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "title", "desc",
    "defs", "linearGradient", "radialGradient", "stop", "clipPath", "style", "metadata"})
DrawSvg = Callable[[bytes], bytes]                       # a drawing as a PNG; raises ValueError where it cannot


def take_logo(shelter: OpenCase, content: bytes, file_name: str, draw_svg: DrawSvg) -> None:
    """From now on it stands on the papers. Raises Refused with what is wrong with the file, Conflict, StoreTrouble."""
    picture = as_kept(content, draw_svg)
    row = shelter.case.the(Shelter)
    with shelter.action(N_("Chose a logo")):
        row.logo_digest = shelter.keep(picture)
        row.logo_name = shortened(tidy_line(PurePath(file_name).name), LONGEST_NAME)


def remove_logo(shelter: OpenCase) -> None:
    """The papers have none any more. Raises Conflict, StoreTrouble."""
    row = shelter.case.the(Shelter)
    with shelter.action(N_("Removed the logo")):
        row.logo_digest = row.logo_name = ""


def logo_of(shelter: OpenCase) -> bytes | None:
    """The picture as it is kept; None without one."""
    digest = shelter.case.the(Shelter).logo_digest
    return shelter.kept(digest) if digest else None


def as_kept(content: bytes, draw_svg: DrawSvg) -> bytes:
    """The picture of a PNG or SVG file as a small PNG on white. Raises Refused."""
    if len(content) > LARGEST:
        raise Refused(_("The picture is larger than 1 MB. Save it smaller, and choose it again."), "logo")
    if not content.startswith(PNG):
        content = _drawn(content, draw_svg)
    picture = _on_white(content)
    picture.thumbnail(KEPT_IN)
    if min(picture.convert("L").tobytes()) > FAINTEST:
        raise Refused(_("The picture is white, and nobody would see it on white paper. Choose a dark one."), "logo")
    made = io.BytesIO()
    picture.save(made, "PNG", optimize=True)
    return made.getvalue()


def _on_white(content: bytes) -> Image:
    """Only the header is read until its size is known to be harmless."""
    from PIL import Image

    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
            warnings.simplefilter("error")
            if max(picture.size) > MOST_PIXELS:
                raise Refused(_("The picture has more than {n} pixels on one side. Save it smaller, and choose it "
                                "again.").format(n=MOST_PIXELS), "logo")
            seen = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, EOFError, zlib.error, struct.error, Warning,
            Image.DecompressionBombError):
        raise _unreadable() from None
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    return paper.convert("RGB")


def _unreadable() -> Refused:
    return Refused(_("The file could not be read as a picture. Choose a PNG or SVG file."), "logo")


def _drawn(content: bytes, draw_svg: DrawSvg) -> bytes:
    checked = safe_drawing(content)
    try:
        return draw_svg(checked)
    except ValueError:
        raise _unreadable() from None


def safe_drawing(content: bytes) -> bytes:
    """The drawing without what drawing programs write beside it. Raises Refused for one that is more than a drawing."""
    from xml.etree.ElementTree import ParseError, tostring

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(content, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise _unreadable() from None
    if root.tag != f"{SVG}svg":
        raise _unreadable()
    parts = 0
    above = [root]
    while above:
        part = above.pop()
        parts += 1
        if parts > MOST_PARTS or part.tag.removeprefix(SVG) not in DRAWN_WITH or _reaches_out(part):
            raise Refused(_("The drawing holds more than lines and colours, so it is not taken in. Save it as a PNG "
                            "picture, and choose that."), "logo")
        for each in list(part):
            if isinstance(each.tag, str) and each.tag.startswith(SVG):
                above.append(each)
            else:
                part.remove(each)
    return tostring(root)


def _reaches_out(part: Any) -> bool:
    """Whether it runs something, or names what lies outside the drawing."""
    said = [(name.rpartition("}")[2].casefold(), value.casefold()) for name, value in part.attrib.items()]
    said.append(("style", "".join(part.itertext()).casefold() if part.tag == f"{SVG}style" else ""))
    for name, value in said:
        packed = "".join(value.split())
        if name.startswith("on") or (name == "href" and not value.startswith("#")):
            return True
        if "@import" in packed or "\\" in packed or "javascript:" in packed \
                or packed.count("url(") != packed.count("url(#"):
            return True
    return False
