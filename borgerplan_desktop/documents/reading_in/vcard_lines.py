"""The lines of a vCard file as telephones and mail programs write them, made plain: one property a line, readable text.

Three generations lie side by side in what people have: 2.1 with quoted-printable and soft line breaks, 3.0 and 4.0
with folded lines. A file says its letters in a mark at the beginning, a line may say its own, and some say nothing and
are Windows'. Everything that is not about who somebody is and how they are reached is passed over unread: a picture may
be ten megabytes, and an address on the web is never followed.
"""
from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator

from borgerplan_desktop.documents.reading_in.text_file import MARKS, is_wide

READ = frozenset({"BEGIN", "END", "VERSION", "N", "FN", "NICKNAME", "TEL", "EMAIL", "ORG", "TITLE", "ROLE", "NOTE",
                  "RELATED", "KIND", "UID", "X-ABLABEL", "X-ABRELATEDNAMES", "X-ADDRESSBOOKSERVER-KIND"})
LONGEST_LINE = 60_000                                    # bytes of one property that is read
LONGEST_NAME = 400                                       # bytes in which its name and parameters must stand
SEEN = frozenset({"REV", "PRODID", "SOURCE", "CLIENTPIDMAP", "XML", "PROFILE", "MAILER", "CLASS", "SORT-STRING",
                  "TZ", "GEO", "LANG"})                   # passed over without a word: nothing about the person
_NAME = re.compile(rb"\A(?:([\w-]{1,80})\.)?([\w-]{1,60})((?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):")
_QUOTED = re.compile(r"(?i)(?:\A|;)(?:ENCODING=)?QUOTED-PRINTABLE(?=;|\Z)")
_BASE64 = re.compile(r"(?i)(?:\A|;)(?:ENCODING=)?(?:BASE64|B)(?=;|\Z)")
_COMMA = re.compile(r"(?<!\\)((?:\\\\)*),")
_CHARSET = re.compile(r"(?i);CHARSET=\"?([\w.:-]{1,40})\"?")


def plain_lines(content: bytes) -> Iterator[tuple[str, str]]:
    """(name, the line as vobject reads it); of what is passed over ("", its name in capitals)."""
    for line in _whole_lines(_narrow(content)):
        head = _NAME.match(line[:LONGEST_NAME])
        if head is None:
            if line.strip():
                yield "", ""                             # no property at all
            continue
        name = head[2].decode("ascii").upper()
        if name not in READ:
            yield "", name
            continue
        yield name, _plain(name, head, line[head.end():LONGEST_LINE])


def _narrow(content: bytes) -> bytes:
    """As bytes of UTF-8 where the file is of wide letters; else as it is, since each line may have its own."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            rest = content[len(mark):]
            return rest if encoding == "utf-8" else rest.decode(encoding, "replace").encode()
    wide = is_wide(content)
    return content.decode(wide, "replace").encode() if wide else content


def _whole_lines(content: bytes) -> Iterator[bytes]:
    """Folded and soft-broken lines in one piece. Of one that grows beyond what is read, the rest is not kept.

    They are put together as bytes: old programs fold in the middle of a letter.
    """
    whole, quoted, soft = bytearray(), False, False
    for line in _physical(content):
        more = line if soft else line[1:] if line[:1] in (b" ", b"\t") and whole else None
        if more is None:
            if whole:
                yield bytes(whole)
            whole, more = bytearray(), line
            quoted = b"QUOTED-PRINTABLE" in line[:LONGEST_NAME].partition(b":")[0].upper()
        soft = quoted and more.endswith(b"=")
        if len(whole) < LONGEST_LINE:
            whole += more[:-1] if soft else more
    if whole:
        yield bytes(whole)


def _physical(content: bytes) -> Iterator[bytes]:
    begin = 0
    while begin < len(content):
        end = content.find(b"\n", begin)
        end = len(content) if end < 0 else end
        yield content[begin:min(end, begin + LONGEST_LINE)].rstrip(b"\r")
        begin = end + 1


def _plain(name: str, head: re.Match[bytes], value: bytes) -> str:
    """The property in letters, its value readable, without what only told how to read it."""
    said = head[3].decode("utf-8", "replace")
    charset = _CHARSET.search(said)
    coded = _QUOTED.search(said) is not None, _BASE64.search(said) is not None
    if coded[0]:
        value = quopri.decodestring(value)
    elif coded[1]:
        try:
            value = base64.b64decode(value, validate=False)
        except binascii.Error:
            value = b""
    text = _letters(value, charset[1] if charset is not None else "")
    if any(coded):
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    for pattern in (_QUOTED, _BASE64, _CHARSET):
        said = pattern.sub("", said)
    if name not in ("N", "NICKNAME"):                    # elsewhere a comma is a comma, whether they escaped it or not
        text = _COMMA.sub(r"\1\\,", text)
    group = head[1].decode("ascii") + "." if head[1] else ""
    return f"{group}{head[2].decode('ascii')}{said}:{text}"


def _letters(value: bytes, charset: str) -> str:
    """In the letters the line says, else UTF-8, else those of Windows."""
    for encoding in (charset, "utf-8", "cp1252"):
        try:
            if encoding:
                return value.decode(encoding)
        except (LookupError, ValueError):
            continue
    return value.decode("latin-1")
