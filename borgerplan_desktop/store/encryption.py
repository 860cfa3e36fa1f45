"""Words that must outlive the lock while the store refuses them: sealed in memory under the data key."""
from __future__ import annotations

import secrets

_NONCE = 12


def seal(key: bytes, content: bytes) -> bytes:
    """Readable again only with the same key (AES-256-GCM)."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, None)


def unseal(key: bytes, sealed: bytes) -> bytes:
    """Raises ValueError when the key is another or the bytes were changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
    except InvalidTag:
        raise ValueError("not sealed with this key") from None
