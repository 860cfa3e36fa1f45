"""Small pictures to take in."""
from __future__ import annotations

import io

from PIL import Image


def png(size: tuple[int, int] = (600, 200), color: tuple[int, ...] = (11, 98, 104), mode: str = "RGB") -> bytes:
    made = io.BytesIO()
    Image.new(mode, size, color).save(made, "PNG")
    return made.getvalue()
