"""A mail that was saved whole (.eml): the calendar's answer is taken out of it, and nothing else is looked at.

Mails nest, and what reads them nests along: how many parts and how long a header there may be is looked at first.
"""
from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message

LARGEST_MAIL = 15 * 2**20                                # bytes: a mail may carry the paper it answers
MOST_TYPES = 60                                          # headers that begin a part; each can be one level deeper
MOST_HEADERS = 50_000                                    # lines that could be one: each is kept by itself
LONGEST_TYPE = 2_000                                     # bytes of such a header
CALENDAR_TYPES = ("text/calendar", "application/ics")    # RFC 5546 says the first, some say the other beside it
CHARSETS = ("utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252")
_BEGINS = re.compile(rb"\A(?:[!-9;-~]+:|From )")         # a header (RFC 5322, 2.2), or a mailbox's own first line
_HEADER = re.compile(rb"^[!-9;-~]{1,80}:", re.MULTILINE)
_TYPE = re.compile(rb"^content-type:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)


def is_mail(content: bytes) -> bool:
    """Whether it begins as a mail does, and is no calendar file."""
    begins = content[:1_000].lstrip(b"\xef\xbb\xbf\r\n\t ")
    return _BEGINS.match(begins) is not None and not begins.upper().startswith(b"BEGIN:")


def calendar_in_mail(content: bytes) -> bytes | None:
    """The calendar file in a mail, in UTF-8; None = there is none, or the mail is made to be hard to read."""
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").lstrip(b"\xef\xbb\xbf\n\t ")
    if any(number >= MOST_HEADERS for number, _line in enumerate(_HEADER.finditer(lines))):
        return None
    for number, header in enumerate(_TYPE.finditer(lines)):
        if number >= MOST_TYPES or header.end() - header.start() > LONGEST_TYPE:
            return None
    try:
        parts = list(message_from_bytes(lines).walk())
    except (RecursionError, ValueError, LookupError):
        return None
    for wanted in CALENDAR_TYPES:
        for part in parts:
            if part.get_content_type() == wanted and not part.is_multipart():
                return _text_of(part)
    return None


def _text_of(part: Message) -> bytes | None:
    found = part.get_payload(decode=True)
    if not isinstance(found, bytes):
        return None
    said = (part.get_content_charset() or "").casefold()
    return found.decode(said if said in CHARSETS else "utf-8", "replace").encode()
