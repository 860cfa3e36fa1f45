"""Loads a Qt Designer form onto an existing widget and binds the children its class declares by annotation.

Promoted widgets are imported from the module their form names as header (`borgerplan_desktop.gui.widgets.pill`), so a
form can never lose one silently. Dynamic properties set in the form are honoured: `icon_name` (and `icon_right`) on
buttons, `kind` and `role` by the style sheet. A promoted class takes the keyword `parent`. A text that code sets is
left empty in the form: a change of language writes the form's own texts again.
"""
from __future__ import annotations

import re
import typing
from importlib import import_module
from importlib.resources import files

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMetaObject, QObject, QSize, Qt
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget

from borgerplan_desktop.gui.appearance.combo import ignore_wheel, turns
from borgerplan_desktop.gui.appearance.dialog_size import fit_dialog
from borgerplan_desktop.gui.appearance.icons import icon
from borgerplan_desktop.gui.appearance.sizes import fit_sizes, remember_sizes
from borgerplan_desktop.gui.appearance.theme import scale

ICON_ROLES = {"primary": "accent_text", "quiet": "muted", "icon": "muted", "danger": "bad", "nav": "muted"}

# Two facts read from the form's text; a whole XML reader in Python would cost 20 ms a form.
_PROMOTED = re.compile(r"<customwidget>\s*<class>(\w+)</class>.*?<header>([\w.]+)</header>", re.DOTALL)
_SIZES = re.compile(
    r'<widget class="\w+" name="(\w+)"|'
    r'<property name="(minimumSize|maximumSize)">\s*<size>\s*<width>(\d+)</width>\s*<height>(\d+)</height>'
)


class FormError(RuntimeError):
    """The form and the Python class disagree."""


def load_form(root: QWidget, name: str) -> None:
    """Fill `root` from ui/<name>.ui; every annotated QObject attribute of its class gets its child.

    Raises FormError when the form cannot be read, a child is missing, or one has another class than declared.
    """
    source = (files("borgerplan_desktop.ui") / f"{name}.ui").read_bytes()
    text = source.decode()
    loader = _Loader(root, _promoted(text))
    buffer = QBuffer(root)
    buffer.setData(QByteArray(source))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    try:
        loader.load(buffer)
    except RuntimeError as problem:
        raise FormError(f"{name}.ui: {loader.errorString() or problem}") from problem
    buffer.deleteLater()
    root.setAttribute(Qt.WidgetAttribute.WA_Moved, False)  # the drawing gives the size; a dialog opens over its window
    if isinstance(root, QDialog):
        fit_dialog(root, root.width(), root.height())
    _bind(root, name)
    _dress(root, _drawn_sizes(text))
    QMetaObject.connectSlotsByName(root)


class _Loader(QUiLoader):
    def __init__(self, root: QWidget, promoted: dict[str, type[QWidget]]) -> None:
        paths = QCoreApplication.libraryPaths()
        QCoreApplication.setLibraryPaths([])  # no Designer plug-ins: our widgets are Python, and looking costs 20 ms
        super().__init__()
        QCoreApplication.setLibraryPaths(paths)
        self._root, self._promoted, self._rooted = root, promoted, False
        self.setLanguageChangeEnabled(True)

    def createWidget(self, class_name: str, parent: QWidget | None = None, name: str = "") -> QWidget:
        if not self._rooted:  # the form's top widget *is* root
            self._rooted = True
            return self._root
        promoted = self._promoted.get(class_name)
        if promoted is None:
            return super().createWidget(class_name, parent, name)
        made = promoted(parent=parent)
        made.setObjectName(name)
        return made


def _promoted(source: str) -> dict[str, type[QWidget]]:
    """The Python classes behind the form's <customwidget> entries."""
    return {name: getattr(import_module(module), name) for name, module in _PROMOTED.findall(source)}


def _drawn_sizes(source: str) -> dict[str, dict[str, QSize]]:
    """widget name → minimumSize and maximumSize, where the form fixes them."""
    found: dict[str, dict[str, QSize]] = {}
    widget = ""
    for name, which, width, height in _SIZES.findall(source):
        if name:
            widget = name
        else:
            found.setdefault(widget, {})[which] = QSize(int(width), int(height))
    return found


def _bind(root: QWidget, name: str) -> None:
    problems = []
    for attribute, wanted in typing.get_type_hints(type(root)).items():
        if not (isinstance(wanted, type) and issubclass(wanted, QObject)):
            continue
        child = root.findChild(QObject, attribute)
        if child is None:
            problems.append(f"{attribute}: {wanted.__name__} is missing")
        elif not isinstance(child, wanted):
            problems.append(f"{attribute}: expected {wanted.__name__}, the form has {type(child).__name__}")
        else:
            setattr(root, attribute, child)
    if problems:
        raise FormError(f"{name}.ui does not fit {type(root).__qualname__}:\n  " + "\n  ".join(problems))


def _dress(root: QWidget, sizes: dict[str, dict[str, QSize]]) -> None:
    factor = scale()
    for child in (root, *root.findChildren(QWidget)):
        if isinstance(child, QLabel):
            child.setTextFormat(Qt.TextFormat.PlainText)
        elif isinstance(child, QAbstractButton) and child.property("icon_name"):
            set_button_icon(child, str(child.property("icon_name")), bool(child.property("icon_right")))
        elif turns(child):
            ignore_wheel(child)
        drawn = sizes.get(child.objectName())
        if drawn:
            remember_sizes(child, drawn.get("minimumSize"), drawn.get("maximumSize"))
            fit_sizes(child, factor)


def set_button_icon(button: QAbstractButton, name: str, right: bool = False) -> None:
    """Give a button one of our icons, coloured by its `kind`, before or after its text."""
    kind = str(button.property("kind") or "")
    role = str(button.property("icon_role") or ICON_ROLES.get(kind, "accent"))
    shown = f"{name} {role} {kind} {right}"
    if button.property("icon_shown") == shown:           # the same once more would lay its page out anew
        return
    button.setProperty("icon_shown", shown)
    align = Qt.AlignmentFlag.AlignCenter
    if kind != "icon":  # air between icon and text
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    button.setIcon(icon(name, role, align))
