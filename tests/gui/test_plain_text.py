"""User text reaches the screen through the plain-text helpers only, and the house's Qt habits hold (a scan)."""
from __future__ import annotations

import ast
from importlib.resources import files
from pathlib import Path

import pytest

GUI = Path(str(files("borgerplan_desktop"))) / "gui"
HOME = {"widgets/label.py", "appearance/form.py"}  # the helpers themselves
BANNED_NAMES = {"QMessageBox", "QToolTip", "QErrorMessage", "QInputDialog", "QWhatsThis", "QTextBrowser"}
BANNED_CALLS = {"QLabel": "use plain_label or PlainLabel"}
BANNED_METHODS = {
    "setToolTip": "use set_tip", "setWhatsThis": "use set_tip", "setHtml": "show plain text",
    "appendHtml": "show plain text", "insertHtml": "show plain text", "setTextFormat": "labels are plain already",
    "exec": "open dialogs with open()", "setStyleSheet": "style by role and kind in resources/style.qss",
}
STYLE_HOME = {"appearance/theme.py"}
ALLOWED = {("printing/printer.py", "exec")}  # the system's own print dialog knows no other way


def problems(path: Path, name: str) -> list[str]:
    """What a file does that the house does not."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            if isinstance(node, ast.Name) and node.id in BANNED_NAMES and name not in HOME:
                found.append(f"{name}:{node.lineno} {node.id}: use widgets.message or widgets.label")
            continue
        if isinstance(node.func, ast.Name) and node.func.id in BANNED_CALLS and name not in HOME:
            found.append(f"{name}:{node.lineno} {node.func.id}(): {BANNED_CALLS[node.func.id]}")
        if isinstance(node.func, ast.Attribute):
            method = node.func.attr
            at_home = name in HOME or (name, method) in ALLOWED or (method == "setStyleSheet" and name in STYLE_HOME)
            if method in BANNED_METHODS and not at_home and not (method == "setToolTip" and _is_escaped(node)):
                found.append(f"{name}:{node.lineno} .{method}(): {BANNED_METHODS[method]}")
            if method == "connect" and any(isinstance(part, ast.Lambda) for part in node.args):
                found.append(f"{name}:{node.lineno} .connect(lambda): connect a bound method")
    return found


def _is_escaped(call: ast.Call) -> bool:
    """No text at all, or one from tip_text (for what is no widget)."""
    text = call.args[0]
    return (isinstance(text, ast.Constant) and not text.value) or (
        isinstance(text, ast.Call) and isinstance(text.func, ast.Name) and text.func.id == "tip_text")


@pytest.mark.parametrize("path", sorted(GUI.rglob("*.py")), ids=lambda path: path.relative_to(GUI).as_posix())
def test_the_gui_shows_plain_text_only(path: Path) -> None:
    assert problems(path, path.relative_to(GUI).as_posix()) == []


@pytest.mark.parametrize("line", [
    "QLabel(goal.title)", "QMessageBox.warning(self, a, b)", "row.setToolTip(member.name)", "page.setHtml(words)",
    "dialog.exec()", "button.clicked.connect(lambda: self.close())", "self.setStyleSheet('color:red')",
])
def test_the_scan_sees(line: str, tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(line, encoding="utf-8")
    assert len(problems(tmp_path / "page.py", "page.py")) == 1
