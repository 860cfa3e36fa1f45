"""The colours by name, light and dark; every pair that carries text is at least 4.5:1 (test_theme.py)."""
from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Tokens(NamedTuple):
    """One scheme's colours as #RRGGBB."""

    bg: str  # the page
    side: str  # side list and status line
    surface: str  # cards and fields
    sunken: str
    border: str  # decorative lines only
    field: str  # borders that carry meaning
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_text: str
    soft: str
    soft_text: str
    focus: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    info: str
    info_soft: str
    band: str  # the target weeks
    scroll: str
    hover: str
    paper: str
    desk: str  # behind the paper
    dark: bool

    def sector(self, name: str) -> tuple[str, str]:
        """Fill and line colour of a sector of the network map: family, friends, shelter, authority …"""
        return self.hue(SECTOR_HUES[name])

    def hue(self, hue: int) -> tuple[str, str]:
        """A quiet fill and a readable line/text colour of one hue (0–359)."""
        fill, line = ((50, 66), (110, 212)) if self.dark else ((80, 222), (120, 58))
        return _hsl(hue, *fill), _hsl(hue, *line)


@cache
def _hsl(hue: int, saturation: int, lightness: int) -> str:
    from colorsys import hls_to_rgb

    red, green, blue = hls_to_rgb(hue / 360, lightness / 255, saturation / 255)
    return f"#{round(red * 255):02X}{round(green * 255):02X}{round(blue * 255):02X}"


SECTOR_HUES = {
    "family": 18, "friends": 216, "shelter": 178, "authority": 262, "health": 338, "volunteers": 128, "work": 42,
}

LIGHT = Tokens(
    bg="#F6F4F0", side="#EDEAE4", surface="#FFFFFF", sunken="#FAF8F5", border="#E0DBD3", field="#867F74",
    text="#1D2426", muted="#585D5D", accent="#0A5C5F", accent_hover="#074A4C", accent_text="#FFFFFF",
    soft="#DDEEEC", soft_text="#084E51", focus="#0A5C5F", good="#1B6440", good_soft="#DFF1E6", warn="#764600",
    warn_soft="#FBEBD0", bad="#9C2B20", bad_soft="#FAE3DE", info="#2F5290", info_soft="#E4EBF8", band="#CFE6E2",
    scroll="#C9C2B7", hover="#EFF5F3", paper="#FFFFFF", desk="#E4E0D9", dark=False,
)
DARK = Tokens(
    bg="#141718", side="#191D1E", surface="#1F2425", sunken="#1A1F20", border="#363D3E", field="#858D8D",
    text="#ECEEEC", muted="#ABB3B1", accent="#66C6C0", accent_hover="#86D6D1", accent_text="#06292B",
    soft="#1B3B3C", soft_text="#A9E3DF", focus="#66C6C0", good="#82D2A3", good_soft="#18352A", warn="#EFBF70",
    warn_soft="#3A2D16", bad="#F39C90", bad_soft="#432320", info="#A2BEF3", info_soft="#20304B", band="#224A49",
    scroll="#4A5354", hover="#263031", paper="#F4F2EE", desk="#101314", dark=True,
)
