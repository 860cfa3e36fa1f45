"""A signature is a few strokes: small, the same again, and nothing else is taken for one."""
from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.model.signature import HEIGHT, MOST, WIDTH, Signature

WAVE = [(x * 7.3, 150 + (x % 9) * 11.0) for x in range(120)]


def test_it_is_small_and_comes_back_as_it_was() -> None:
    drawn = Signature.of([WAVE, WAVE[:40]])
    content = drawn.to_bytes()
    assert len(content) < 3000
    assert Signature.from_bytes(content) == drawn
    assert Signature.from_bytes(content).to_bytes() == content


def test_a_dot_is_no_signature_and_a_cross_is() -> None:
    assert not Signature.of([]).is_written
    assert not Signature.of([[(5, 5)], [(9, 9)]]).is_written
    assert Signature.of([[(0, 0), (40, 40)], [(0, 40), (40, 0)]]).is_written


def test_what_lies_outside_is_drawn_at_the_edge() -> None:
    assert Signature.of([[(-50, -2), (5000, 5000)]]).strokes == (((0, 0), (WIDTH, HEIGHT)),)


@pytest.mark.parametrize("content", [
    b"", b"{}", b"[]", b"null", b"\xff\x00", b'{"signature":2,"strokes":[]}', b'{"signature":1,"strokes":[[[1]]]}',
    b'{"signature":1,"strokes":[[["a","b"]]]}', b'{"signature":1,"strokes":5}', b'{"signature":1}',
    b'{"signature":1,"strokes":[[[1e999,0]]]}', b"[" * 100_000])
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="."):
        Signature.from_bytes(content)


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fall_over(content: bytes) -> None:
    with suppress(ValueError):
        Signature.from_bytes(content)


def test_of_too_many_points_fewer_are_kept_and_it_is_read_back() -> None:
    long = Signature.of([[(n % 997, n % 293) for n in range(3 * MOST)]])
    dots = Signature.of([[(n % 997, n % 293)] for n in range(3 * MOST)])
    for each in (long, dots):
        assert 0 < sum(map(len, each.strokes)) <= MOST
        assert Signature.from_bytes(each.to_bytes()) == each
    assert long.is_written
