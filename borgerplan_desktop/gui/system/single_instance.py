"""A second start raises the window that is open instead of opening another."""
from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

WAIT_MS = 1000


def _name(folder: Path) -> str:
    """One name per data folder; says nothing of the path."""
    return "borgerplan-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]


def raise_the_other(folder: Path) -> bool:
    """Ask the window that has this folder open to come forward; whether it answered."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.disconnectFromServer()
    return True


class SingleInstance(QObject):
    """Listens for a second start on the same data folder, for the same user only."""

    def __init__(self, window: QWidget, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(_name(folder))         # left by a crash; the file lock says that nobody is there
        self._server.listen(_name(folder))
        self._server.newConnection.connect(self._on_call)

    def stop(self) -> None:
        """Another window listens from now on."""
        self._server.close()

    def _on_call(self) -> None:
        while (call := self._server.nextPendingConnection()) is not None:
            call.close()
            call.deleteLater()
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
