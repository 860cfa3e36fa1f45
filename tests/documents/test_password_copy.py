"""A copy with a password: nobody reads it without, everybody reads it with."""
from __future__ import annotations

import io

import pikepdf
import pytest

from borgerplan_desktop.documents.password_copy import with_password
from borgerplan_desktop.documents.plan import plan_pdf
from tests.documents import reading, samples

PASSWORD = "blå hest æder æbler"


def test_it_opens_with_the_password_alone_and_says_the_same() -> None:
    plain = plan_pdf(samples.jonas(), today=samples.TODAY)
    copy = with_password(plain, PASSWORD)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(copy))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(copy), password=PASSWORD.upper())
    with pikepdf.open(io.BytesIO(copy), password=PASSWORD) as file:
        assert file.encryption.R == 6
        assert file.encryption.bits == 256
        assert all((file.allow.accessibility, file.allow.extract, file.allow.print_highres))
        assert b"pdfaid:part" not in file.Root.Metadata.read_bytes()
        assert b"pdfuaid:part" in file.Root.Metadata.read_bytes()
        out = io.BytesIO()
        file.save(out, encryption=False)
    assert reading.text(out.getvalue()) == reading.text(plain)


def test_nothing_of_it_is_read_without() -> None:
    copy = with_password(plan_pdf(samples.jonas(), today=samples.TODAY), PASSWORD)
    for word in ("Jonas", "Herberget", "Borgerens"):
        assert word.encode() not in copy
        assert word.encode("utf-16-be") not in copy
