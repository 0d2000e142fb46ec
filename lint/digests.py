"""Short digests: what values are kept under, and whether what was kept is whole."""

from __future__ import annotations

try:  # `hashlib` loads OpenSSL, 4 ms that a warm run need not pay.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b", "digest"]


def digest(data: bytes) -> bytes:
    """16 bytes that stand for any number of bytes (BLAKE2b)."""
    return blake2b(data, digest_size=16).digest()
