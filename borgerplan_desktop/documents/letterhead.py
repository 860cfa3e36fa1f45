"""The shelter's logo on a paper: at a fixed height in the top right corner, said aloud as the shelter's name."""
from __future__ import annotations

import io

from borgerplan_desktop.documents.paper.galley import Letterhead
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.shelter import Shelter

HEIGHT, WIDEST = 34.0, 120.0                             # points


def letterhead_of(case: Case) -> Letterhead | None:
    """None where the shelter has no logo, and where the address is protected: a logo tells it too."""
    register = case.register
    shelter = next(iter(register.all(Shelter)), None) if register is not None else None
    if register is None or shelter is None or not shelter.logo_digest or case.the(Citizen).protected_address:
        return None
    content = register.kept(shelter.logo_digest)
    return Letterhead(*_size(content), lambda canvas: _paint(canvas, content), shelter.name) if content else None


def _size(content: bytes) -> tuple[float, float]:
    from reportlab.lib.utils import ImageReader

    width, height = ImageReader(io.BytesIO(content)).getSize()
    scale = min(HEIGHT / height, WIDEST / width)
    return width * scale, height * scale


def _paint(canvas: TaggedCanvas, content: bytes) -> None:
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(io.BytesIO(content)), 0, 0, *_size(content))
