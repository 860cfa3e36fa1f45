"""Case files made to cost time or memory; each a function, because together they would fill the memory themselves."""
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

HERBERG = Path(__file__).parents[1] / "data" / "cases" / "herberg.json"
HEAD = b'{"format":"borgerplan-case","version":1,"id":"a","case":'


def _keys(count: int, width: int = 0) -> bytes:
    return HEAD + b"{" + b",".join(b'"%0*d":1' % (width, n) for n in range(count)) + b"}}"


def _same_at_the_end(count: int) -> bytes:
    return HEAD + b"{" + b",".join(b'"%d":1' % n for n in range(count)) + b',"7":1}}'


def _text(letter: str, count: int) -> bytes:
    return HEAD + ('{"goal":[{"id":"a","title":"' + letter * count + '"}]}}').encode()


def _rows(count: int) -> bytes:
    """As many whole goals as are allowed, and then one thing that is wrong."""
    case = json.loads(HERBERG.read_bytes())
    goal = case["case"]["goal"][0]
    case["case"]["goal"] = [{**goal, "id": f"goal-{n}"} for n in range(count)]
    case["case"]["goal"][-1]["deadline"] = "2026-02-30"
    return json.dumps(case).encode()


COSTLY: dict[str, Callable[[], bytes]] = {
    "3 million keys": lambda: _keys(3_000_000),
    "as many keys as are looked at": lambda: _keys(390_000, 12),
    "a key twice, far apart": lambda: _same_at_the_end(390_000),
    "a text of 49 MB": lambda: _text("a", 49_000_000),
    "a text of 49 MB with blanks": lambda: _text("a ", 24_500_000),
    "a text of 49 MB of æ": lambda: _text("æ", 24_500_000),
    "a text of 49 MB and one face": lambda: _text("a", 49_000_000)[:-8] + "😀".encode() + b'"}]}}',
    "10 MB of faces": lambda: _text("😀", 2_400_000),
    "base64 that never ends": lambda: HEAD + b'{"goal":[{"id":"' + b"A" * 49_000_000,
    "many long texts": lambda: HEAD + b'{"goal":[' + b",".join(
        b'{"id":"%d","title":"%s"}' % (n, b"A" * 4096) for n in range(11_000)) + b"]}}",
    "deep": lambda: b"[" * 90_000,
    "deep objects": lambda: b'{"a":' * 90_000,
    "escapes": lambda: _text("\\\\u00e6", 1_600_000),
    "numbers": lambda: b"[" + b"1," * 490_000 + b"1]",
    "brackets": lambda: HEAD + b'{"goal":[' + b"{}," * 9_000 + b"{}]}}",
    "10,000 whole goals": lambda: _rows(9_500),
    "blanks": lambda: b" " * 49_900_000,
    "quotes": lambda: b'"' * 49_900_000,
}
