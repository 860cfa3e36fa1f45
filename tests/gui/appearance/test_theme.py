"""The theme: contrast, text size, scheme; everything follows live."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from borgerplan_desktop.gui.appearance.colours import DARK, LIGHT, SECTOR_HUES, Tokens
from borgerplan_desktop.gui.appearance.icons import draw_icon, icon
from borgerplan_desktop.gui.appearance.theme import Theme, apply_theme, px, set_role, text_size, tokens

TEXT_ON = [
    ("text", "bg"), ("text", "side"), ("text", "surface"), ("text", "sunken"), ("muted", "bg"), ("muted", "side"),
    ("muted", "surface"), ("muted", "sunken"), ("accent", "bg"), ("accent", "surface"), ("accent_text", "accent"),
    ("accent_text", "accent_hover"), ("soft_text", "soft"), ("good", "good_soft"), ("warn", "warn_soft"),
    ("bad", "bad_soft"), ("info", "info_soft"), ("warn", "surface"), ("bad", "surface"), ("good", "surface"),
    ("text", "hover"), ("muted", "border"), ("accent", "hover"), ("text", "soft"),
]


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    apply_theme(qapp, dark=False, size=1.0)


def _luminance(value: str) -> float:
    parts = (QColor(value).redF(), QColor(value).greenF(), QColor(value).blueF())
    red, green, blue = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("shades", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read(shades: Tokens) -> None:
    weak = [pair for pair in TEXT_ON if contrast(getattr(shades, pair[0]), getattr(shades, pair[1])) < 4.5]
    assert weak == []
    for name in SECTOR_HUES:
        fill, line = shades.sector(name)
        assert contrast(line, fill) >= 4.5, name


@pytest.mark.parametrize("shades", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_that_carry_meaning_are_seen(shades: Tokens) -> None:
    for role in ("field", "focus"):
        for ground in ("bg", "surface"):
            assert contrast(getattr(shades, role), getattr(shades, ground)) >= 3


def test_scheme_and_size_are_read_back_from_the_application(dressed: QApplication) -> None:
    assert tokens() is LIGHT
    assert text_size() == 1.0
    assert px(36) == 36
    apply_theme(dressed, dark=True, size=2.0)
    assert tokens() is DARK
    assert text_size() == 2.0
    assert px(36) == 72


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (1.5, 1.5), (9.0, 2.0)])
def test_the_text_size_stays_within_bounds(dressed: QApplication, asked: float, given: float) -> None:
    apply_theme(dressed, dark=False, size=asked)
    assert text_size() == given


def test_a_button_grows_with_the_text(dressed: QApplication, qtbot) -> None:  # type: ignore[no-untyped-def]
    button = QPushButton("Gem")
    qtbot.addWidget(button)
    button.show()
    small = button.sizeHint().height()
    assert small == 36
    apply_theme(dressed, dark=False, size=2.0)
    assert button.sizeHint().height() == pytest.approx(2 * small, abs=2)


def test_a_label_changes_role_on_screen(dressed: QApplication, qtbot) -> None:  # type: ignore[no-untyped-def]
    label = QLabel("Skriv fx 3. marts")
    qtbot.addWidget(label)
    label.show()
    set_role(label, "bad")
    assert label.palette().color(label.foregroundRole()).name().upper() == LIGHT.bad


def test_icons_take_the_colour_of_now(dressed: QApplication) -> None:
    sign = icon("check", "accent")

    def colours() -> set[str]:
        image = sign.pixmap(48, 48).toImage()
        return {image.pixelColor(x, y).name().upper() for x in range(48) for y in range(48)
                if image.pixelColor(x, y).alpha() == 255}

    assert colours() == {LIGHT.accent}
    apply_theme(dressed, dark=True)
    assert colours() == {DARK.accent}


def test_a_misspelt_icon_is_told_at_once() -> None:
    with pytest.raises(LookupError, match="chekc"):
        icon("chekc")


def test_every_icon_draws_something(dressed: QApplication) -> None:
    from importlib.resources import files

    from PySide6.QtGui import QPainter, QPixmap

    for path in (files("borgerplan_desktop.resources") / "icons").iterdir():
        if not path.name.endswith(".svg"):
            continue
        picture = QPixmap(24, 24)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        draw_icon(painter, path.name.removesuffix(".svg"), "text", 0, 0, 24)
        painter.end()
        image = picture.toImage()
        assert any(image.pixelColor(x, y).lightness() < 200 for x in range(24) for y in range(24)), path.name


def test_the_keeper_remembers_the_choice(dressed: QApplication) -> None:
    keeper = Theme(dressed, dark=False)
    keeper.choose(dark=True, size=1.5)
    assert (tokens(), text_size()) == (DARK, 1.5)
    keeper.choose(dark=None, size=1.0)  # as the system: offscreen is not dark
    assert tokens() is LIGHT
    keeper.deleteLater()
