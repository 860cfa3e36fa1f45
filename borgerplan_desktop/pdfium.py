"""PDFium may be called from any thread, but from one at a time: whoever calls it holds `alone` meanwhile.

Two at once end the process, whichever papers they read (documented by pypdfium2: "PDFium is not thread-safe").
"""
from __future__ import annotations

import threading

alone = threading.Lock()
