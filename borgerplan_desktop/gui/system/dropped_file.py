"""A file that is dropped on something."""
from __future__ import annotations

from PySide6.QtCore import QMimeData


def dropped_file(data: QMimeData) -> str:
    """The one file of this computer that is dropped; "" = something else."""
    urls = data.urls() if data.hasUrls() else []
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
