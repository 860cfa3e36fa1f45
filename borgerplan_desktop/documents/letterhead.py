"""The shelter's logo on a paper: at a fixed height in the top right corner, said aloud as the shelter's name."""
from __future__ import annotations

import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING

from borgerplan_desktop.documents.paper.galley import Letterhead
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.shelter import Shelter

if TYPE_CHECKING:
    from PIL.Image import Image

HEIGHT, WIDEST = 34.0, 120.0                             # points
MOST_PIXELS = 1_000                                      # of a side: what is kept has fewer


def letterhead_of(case: Case) -> Letterhead | None:
    """None where the shelter has no logo, and where the address is protected: a logo tells it too."""
    register = case.register
    return letterhead_of_house(register) if register is not None and not case.the(Citizen).protected_address else None


def letterhead_of_house(register: Case) -> Letterhead | None:
    """The logo on a paper of the shelter's own; None where it has none."""
    shelter = next(iter(register.all(Shelter)), None)
    if shelter is None or not shelter.logo_digest:
        return None
    picture = _picture(register.kept(shelter.logo_digest))
    if picture is None:
        return None
    return Letterhead(*_size(picture), lambda canvas: _paint(canvas, picture), shelter.name)


def _picture(content: bytes | None) -> Image | None:
    """The logo as `casework.session.logo` keeps it. A case file may hold anything in its place, or nothing at all: a
    paper without a logo is better than none.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(content or b""), formats=["PNG"]) as picture:
            warnings.simplefilter("error")
            return picture.convert("RGB") if max(picture.size) <= MOST_PIXELS else None
    except (Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError, zlib.error, struct.error,
            Warning):
        return None


def _size(picture: Image) -> tuple[float, float]:
    scale = min(HEIGHT / picture.height, WIDEST / picture.width)
    return picture.width * scale, picture.height * scale


def _paint(canvas: TaggedCanvas, picture: Image) -> None:
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(picture), 0, 0, *_size(picture))
