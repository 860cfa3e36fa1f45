"""A copy of a paper that opens with a password only."""
from __future__ import annotations

import io
import re

LONGEST_BYTES = 127                                      # of the password, in UTF-8: ISO 32000-2, 7.6.4.3.3
_LASTING = re.compile(rb"<pdfaid:\w+>[^<]*</pdfaid:\w+>")


def with_password(pdf: bytes, password: str) -> bytes:
    """The same pages, encrypted with AES-256, title and all. Its reader may do everything with them, and a program that
    reads aloud may too. A file with a password is no PDF/A (ISO 19005-2, 6.1.3), so it does not say that it is.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as file:
        metadata = file.Root.Metadata
        metadata.write(_LASTING.sub(b"", metadata.read_bytes()))
        out = io.BytesIO()
        file.save(out, encryption=pikepdf.Encryption(owner=password, user=password, R=6, aes=True, metadata=True),
                  min_version="1.7")
    return out.getvalue()
