"""How the program looks: palette, style sheet, fonts and text size for the whole application.

Nothing is remembered here: which scheme and size are in force is read back from the application's palette and font.
"""
from __future__ import annotations

import re
from importlib.resources import files

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from borgerplan_desktop.gui.appearance.colours import DARK, LIGHT, Tokens
from borgerplan_desktop.gui.appearance.fonts import FAMILY
from borgerplan_desktop.gui.appearance.sizes import fit_sizes

PT = 0.75  # points per pixel at 96 dpi
SIZES = {  # px at 100 %
    "clock": 64.0, "slogan": 34.0, "display": 28.0, "title": 23.0, "quote": 17.5, "h2": 16.5, "body": 15.0,
    "small": 13.5,
}
_NAME = re.compile(r"\$\{?(\w+)\}?")  # a placeholder of the style sheet
SMALLEST, LARGEST = 1.0, 2.0
STAGE_LARGEST = 1.45  # the projector's 21 px are then 30 px, as the body text at 200 %

_PALETTE = (
    (QPalette.ColorRole.Window, "bg"), (QPalette.ColorRole.Base, "surface"), (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"), (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Text, "text"), (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.PlaceholderText, "muted"), (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "accent_text"), (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "text"), (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"), (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "sunken"), (QPalette.ColorRole.Mid, "border"), (QPalette.ColorRole.Dark, "field"),
    (QPalette.ColorRole.Shadow, "field"), (QPalette.ColorRole.Accent, "accent"),
)


def tokens() -> Tokens:
    """The colours in force."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def colour(role: str) -> QColor:
    """The colour of a token as QColor: colour("accent")."""
    return QColor(getattr(tokens(), role))


def text_size() -> float:
    """The text size in force, 1.0–2.0."""
    return QGuiApplication.font().pointSizeF() / (SIZES["body"] * PT)


def scale() -> float:
    """Design pixels → screen pixels: the text size times what the system asks of type."""
    screen = QGuiApplication.primaryScreen()
    return text_size() * (screen.logicalDotsPerInch() / 96 if screen else 1.0)


def stage_scale() -> float:
    """As `scale`, for the projector's type: it is large already, so it grows only as far as the text around it."""
    return scale() * min(1.0, STAGE_LARGEST / text_size())


def px(n: float) -> int:
    """A length of the drawings (at 100 %) in screen pixels."""
    return round(n * scale())


def font(kind: str = "body", bold: bool = False, px: float | None = None) -> QFont:
    """A font of the type scale (display, title, quote, h2, body, small), or of `px` design pixels."""
    made = QFont(QGuiApplication.font())
    made.setPointSizeF((px or SIZES[kind]) * PT * text_size())
    made.setBold(bold)
    return made


def set_palette(app: QApplication, dark: bool | None = None) -> None:
    """Only the colours: for a first window that has no words yet. `dark` None follows the system."""
    if dark is None:
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette(DARK if dark else LIGHT))


def apply_theme(app: QApplication, dark: bool | None = None, size: float = 1.0) -> None:
    """Dress the application; `dark` None follows the system. `size` is held within 1.0–2.0."""
    if dark is None:
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    size = min(max(size, SMALLEST), LARGEST)
    shades = DARK if dark else LIGHT
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    body = QFont(FAMILY)
    body.setPointSizeF(SIZES["body"] * PT * size)
    body.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(body)
    app.setPalette(_palette(shades))
    app.setStyleSheet(style_sheet(shades, scale()))
    for widget in app.allWidgets():
        fit_sizes(widget, scale())


def _palette(shades: Tokens) -> QPalette:
    palette = QPalette()
    for role, name in _PALETTE:
        palette.setColor(role, QColor(getattr(shades, name)))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(shades.field))
    return palette


def style_sheet(shades: Tokens, factor: float) -> str:
    """resources/style.qss filled in: $colours, ${p12} = 12 scaled pixels, ${t_title} = a type size in points."""
    resources = files("borgerplan_desktop.resources")
    QDir.setSearchPaths("icons", [str(resources / "icons")])
    size = text_size()
    names = {**shades._asdict(), "scheme": "dark" if shades.dark else "light"}
    names |= {f"t_{kind}": f"{px * PT * size:g}" for kind, px in SIZES.items()}
    names |= {f"p{n}": str(round(n * factor)) for n in range(1, 80)}
    names |= {f"s{n}": str(round(n * stage_scale())) for n in range(1, 80)}
    sheet = (resources / "style.qss").read_text(encoding="utf-8")
    return _NAME.sub(lambda found: names[found[1]], sheet)


def set_role(widget: QWidget, role: str) -> None:
    """Give a label or frame another role while it is on screen (muted → warn, card → open)."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Look up the style sheet again after a dynamic property changed; what was never seen is dressed later."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Theme(QObject):
    """Holds the user's choices (dark None = as the system) and follows the system's colour scheme while they run."""

    changed = Signal()

    def __init__(self, app: QApplication, dark: bool | None = None, size: float = 1.0) -> None:
        super().__init__(app)
        self._app, self._dark, self._size = app, dark, size
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme)
        self._apply()

    @property
    def dark(self) -> bool | None:
        return self._dark

    @property
    def size(self) -> float:
        return self._size

    def choose(self, dark: bool | None, size: float) -> None:
        """The user chose another scheme (None = as the system) or text size."""
        self._dark, self._size = dark, min(max(size, SMALLEST), LARGEST)
        self._apply()

    def _on_system_scheme(self, _scheme: Qt.ColorScheme) -> None:
        if self._dark is None:
            self._apply()

    def _apply(self) -> None:
        apply_theme(self._app, self._dark, self._size)
        self.changed.emit()
