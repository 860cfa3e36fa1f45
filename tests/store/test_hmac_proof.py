"""Proofs: derived as the standard says, one key for each purpose, and none that opens anything."""
from __future__ import annotations

import hmac

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from borgerplan_desktop.store.hmac_proof import Proof, Purpose

KEY = bytes(range(32))


@pytest.mark.parametrize("purpose", Purpose)
def test_the_key_is_derived_as_rfc_5869_says(purpose: Purpose) -> None:
    derived = HKDF(SHA256(), 32, b"Borgerplan", purpose.value).derive(KEY)
    assert Proof(KEY, purpose).of(b"said") == hmac.digest(derived, b"said", "sha256").hex()


def test_a_proof_is_of_one_content_one_purpose_and_one_archive() -> None:
    proof = Proof(KEY, Purpose.AUDIT)
    assert proof.fits(b"said", proof.of(b"said"))
    assert not proof.fits(b"said!", proof.of(b"said"))
    assert not proof.fits(b"said", Proof(KEY, Purpose.ANCHOR).of(b"said"))
    assert not proof.fits(b"said", Proof(bytes(32), Purpose.AUDIT).of(b"said"))
    assert not proof.fits(b"said", "ø")
