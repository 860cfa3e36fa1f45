"""The real window with five people on the map, walked as a screen reader walks it: over the bus, from another process.

Run within `dbus-run-session`, on a screen: prints what was found as JSON, a list of nodes for each moment.
"""
from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Container, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

REGISTRY, ROOT = "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
FOCUSED, SHOWING, SELECTED = 12, 25, 23                  # bits of a state, by the specification of AT-SPI
PEOPLE = "Personerne på kortet"
OF_NO_CONCERN = ("menu bar", "combo box", "table", "push button", "label", "text", "page tab list")
Node = dict[str, object]
Place = tuple[str, str]                                  # name on the bus, path


class Bus:
    """The bus of accessibility, spoken to with the tool that every dbus brings along."""

    def __init__(self) -> None:
        told = self._send("--session", "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
        self._bus = "--bus=" + _strings(told)[0]

    @staticmethod
    def _send(bus: str, to: str, path: str, method: str, *words: str) -> str:
        command = ["dbus-send", bus, "--print-reply", f"--dest={to}", path, method, *words]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=20).stdout

    def ask(self, place: Place, method: str, *words: str) -> str:
        """The answer; "" when it is gone since, as things of a living window are."""
        with suppress(subprocess.CalledProcessError):
            return self._send(self._bus, *place, method, *words)
        return ""

    def get(self, place: Place, kind: str, name: str) -> str:
        return self.ask(place, "org.freedesktop.DBus.Properties.Get", f"string:{kind}", f"string:{name}")

    def children(self, place: Place) -> list[Place]:
        return re.findall(r'string "(:[^"]*)"\s+object path "([^"]*)"', self.ask(place, f"{ACCESSIBLE}.GetChildren"))

    def role(self, place: Place) -> str:
        return (_strings(self.ask(place, f"{ACCESSIBLE}.GetRoleName")) or [""])[0]

    def everything(self, place: Place, but: Container[str] = ()) -> Iterator[tuple[Place, str]]:
        """Each place below, with its role; what stands in some kinds of controls is left out."""
        role = self.role(place)
        yield place, role
        for child in self.children(place) if role not in but else []:
            yield from self.everything(child, but)

    def told(self, place: Place) -> Node:
        """What is said of a line of the list, where it is on the screen, and what can be done with it."""
        low, high = map(int, re.findall(r"uint32 (\d+)", self.ask(place, f"{ACCESSIBLE}.GetState")))
        states, component = low | high << 32, "org.a11y.atspi.Component"
        box = re.findall(r"int32 (-?\d+)", self.ask(place, f"{component}.GetExtents", "uint32:0"))
        return {"name": _strings(self.get(place, ACCESSIBLE, "Name"))[0],
                "description": _strings(self.get(place, ACCESSIBLE, "Description"))[0],
                "focused": bool(states >> FOCUSED & 1), "showing": bool(states >> SHOWING & 1),
                "selected": bool(states >> SELECTED & 1), "box": [int(number) for number in box]}

    def named(self, place: Place) -> str:
        return (_strings(self.get(place, ACCESSIBLE, "Name")) or [""])[0]


def _strings(reply: str) -> list[str]:
    return re.findall(r'string "((?:[^"\\]|\\.)*)"', reply)


def main() -> None:
    bus = Bus()
    env = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen([sys.executable, "-m", __spec__.name, "window"], env=env, text=True,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE) as window:
        assert window.stdin is not None

        def until(word: str) -> None:
            assert window.stdout is not None
            while window.stdout.readline().strip() != word:
                if window.poll() is not None:
                    raise RuntimeError(f"the window is gone before it was {word}")

        until("ready")
        program = next(place for place in bus.children((REGISTRY, ROOT)) if bus.children(place))
        people = next(place for place, role in bus.everything(program, OF_NO_CONCERN)
                      if role == "list" and bus.named(place) == PEOPLE)
        lines = bus.children(people)
        found = {"shown": [bus.told(place) for place in lines]}
        bus.ask(lines[1], "org.a11y.atspi.Action.DoAction", "int32:0")
        found["pressed"] = [bus.told(place) for place in lines]
        window.stdin.write("lock\n")
        window.stdin.flush()
        until("locked")
        after = [bus.named(place) for place, _role in bus.everything(program, OF_NO_CONCERN)]
        after += [bus.named(place) for place in lines]
        print(json.dumps({**found, "locked": after}))  # noqa: T201
        window.stdin.write("close\n")
        window.stdin.flush()


def show_window(folder: Path) -> None:
    """The window of the program; it does what it is told line by line."""
    from PySide6.QtCore import QSocketNotifier
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from borgerplan_desktop.app import Program
    from borgerplan_desktop.casework.session.location import Location
    from borgerplan_desktop.gui.appearance.translator import Translator
    from borgerplan_desktop.gui.network.network_tab import NetworkTab
    from borgerplan_desktop.gui.shell.main_window import MainWindow
    from borgerplan_desktop.i18n import use_language
    from tests.archive import CHEAP, Clock
    from tests.gui.network.hands import a_network
    from tests.journeys.hands import Hands
    from tests.window import first_start, session_of, take_in

    use_language("da")
    app, clock = QApplication(["borgerplan"]), Clock()
    Translator(app).speak("da")
    window = MainWindow(None, clock)
    program = Program(window, Location(folder / "data", CHEAP), clock=clock)
    assert program.take_folder()
    window.resize(1366, 768)
    window.show()
    program.begin()
    hands = Hands(window)
    first_start(hands)
    take_in(hands, "Jonas Bækgaard")
    desk = session_of(program).desk
    assert desk is not None
    people = a_network(desk.opened)
    session_of(program).go("network")
    tab = window.findChild(NetworkTab)
    assert tab is not None
    tab.choose(people["Sara"].id)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    tab.map.setFocus()

    def on_word() -> None:
        word = sys.stdin.readline().strip()
        if word == "lock":
            program.login_flow.lock()
            print("locked", flush=True)  # noqa: T201
        else:
            window.close()
            app.quit()

    told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, app)
    told.activated.connect(on_word)
    for _ in range(20):
        app.processEvents()
    print("ready", flush=True)  # noqa: T201
    app.exec()


if __name__ == "__main__":
    if sys.argv[1:] == ["window"]:
        with TemporaryDirectory() as made:
            show_window(Path(made))
    else:
        main()
