"""Looks for marker texts in every byte of a folder: what a person typed must lie nowhere in the clear."""
from __future__ import annotations

import base64
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote


def traces(*folders: Path, words: Iterable[str]) -> list[tuple[str, str]]:
    """(file, word) wherever a word is legible in a file's content or name, in any of the usual spellings."""
    found = []
    spelt = [(word, _spellings(word)) for word in words]
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
            everything = (content + b"\n" + path.name.encode("utf-8", "surrogateescape")).lower()
            found += [(str(path.relative_to(folder)), word) for word, forms in spelt
                      if any(form in everything for form in forms)]
    return found


def _spellings(word: str) -> set[bytes]:
    forms = {word.encode("utf-8"), word.encode("utf-16-le"), word.encode("utf-16-be"), quote(word).encode()}
    forms |= {word.encode("latin-1", "ignore"), word.encode("ascii", "backslashreplace")}
    for shift in range(3):                               # Base64 of the word wherever it stands in the encoded text
        coded = base64.b64encode(b"\0" * shift + word.encode())
        forms.add(coded[-(-shift * 8 // 6) + (1 if shift else 0):-4])
    return {form.lower() for form in forms if len(form) >= 6}
