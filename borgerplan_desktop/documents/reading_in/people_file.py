"""A file with people, whatever program it is from: what it is, is seen from what stands in it."""
from __future__ import annotations

from borgerplan_desktop.documents.reading_in.found_people import FoundPeople
from borgerplan_desktop.documents.reading_in.text_file import read_text
from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why

LOOKED_AT = 4_000                                        # bytes in which a card begins


def people_in(content: bytes) -> FoundPeople:
    """Raises Unreadable."""
    if not content or content.isspace():
        raise Unreadable(Why.NOTHING_IN_IT)
    head = content[:LOOKED_AT].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head[:20].upper().startswith(b"BEGIN:VCARD"):
        from borgerplan_desktop.documents.reading_in.vcard_file import read_vcard
        return read_vcard(content)
    if head.startswith((b"{", b"[")):
        from borgerplan_desktop.documents.reading_in.easynwk_file import read_easynwk
        return read_easynwk(read_text(content))
    raise Unreadable(Why.UNKNOWN)
