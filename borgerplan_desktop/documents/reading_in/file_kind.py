"""What a file is, by what stands in it: its name may say anything."""
from __future__ import annotations

import enum
import io
import zipfile

from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why

OLE, ZIP = bytes.fromhex("d0cf11e0a1b11ae1"), b"PK\x03\x04"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
HEAD = 1024                                              # bytes in which a PDF says that it is one
MOST_PARTS, MOST_UNPACKED = 5_000, 200_000_000           # of a packed file; more is no plan but a trap
SAYS_ITSELF = "mimetype"                                 # the part in which an OpenDocument says what it is


class FileKind(enum.StrEnum):
    WORD = "word"
    OPEN_DOCUMENT = "open_document"
    PDF = "pdf"
    TEXT = "text"


def kind_of(content: bytes) -> FileKind:
    """Raises Unreadable for what is none of them."""
    if not content:
        raise Unreadable(Why.NOTHING_IN_IT)
    if b"%PDF-" in content[:HEAD]:
        return FileKind.PDF
    if content.startswith(ZIP):
        return _packed(content)
    if content.startswith(OLE):                          # Word puts a document with a password into one of these
        raise Unreadable(Why.PASSWORD if "EncryptedPackage".encode("utf-16-le") in content else Why.OLD_WORD)
    start = content[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"{\\rtf"):
        raise Unreadable(Why.RICH_TEXT)
    if start.startswith((b"<!doctype html", b"<html")):
        raise Unreadable(Why.WEB_PAGE)
    if content.startswith(PICTURES) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP"):
        raise Unreadable(Why.PICTURE)
    return FileKind.TEXT


def _packed(content: bytes) -> FileKind:
    """A packed file, looked at before anything in it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            names = {part.filename for part in parts}
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise Unreadable(Why.BROKEN)
            if any(part.flag_bits & 1 for part in parts):
                raise Unreadable(Why.PASSWORD)
            said = packed.read(SAYS_ITSELF)[:200] if SAYS_ITSELF in names else b""
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise Unreadable(Why.BROKEN) from error
    if "[Content_Types].xml" in names:
        if any(name.startswith(("xl/", "ppt/")) for name in names):
            raise Unreadable(Why.SHEET)
        return FileKind.WORD
    if said.startswith(b"application/vnd.oasis.opendocument.text"):
        return FileKind.OPEN_DOCUMENT
    if said.startswith(b"application/vnd.oasis.opendocument"):
        raise Unreadable(Why.SHEET)
    if any(name.endswith(".iwa") or name.startswith("Index/") or name == "index.xml" for name in names):
        raise Unreadable(Why.PAGES)
    raise Unreadable(Why.UNKNOWN)
