"""What is kept of a PIN or of a terminal's code: a salted digest that costs time to try (scrypt, RFC 7914)."""

import hashlib
import hmac
import secrets

_COST, _BLOCK, _LANES = 2**14, 8, 1  # 16 MB and some 50 ms a try (RFC 7914, interactive use)
_DIGITS = 6
_FLAT = 3  # so many different digits at least, for a PIN that nobody chose


def digest(code: str, *, salt: bytes = b"") -> str:
    """A code as it is kept: cost, block size, lanes, salt, digest; with a fresh salt unless one is given."""
    return _written(code, salt or secrets.token_bytes(16), (_COST, _BLOCK, _LANES))


def matches(code: str, kept: str) -> bool:
    """Whether a code has this digest; no code has an empty one."""
    if not kept:
        return False
    _, cost, block, lanes, salt, _ = kept.split(":")
    made = _written(code, bytes.fromhex(salt), (int(cost), int(block), int(lanes)))
    return hmac.compare_digest(made, kept)


def take_as_long(code: str) -> None:
    """Spend the time of a try on a number that nobody has, so that it is answered like any other."""
    digest(code, salt=bytes(16))


def start_pin() -> str:
    """Six digits for somebody's first sign-in."""
    while True:
        pin = f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}d}"
        if len(set(pin)) >= _FLAT:
            return pin


def _written(code: str, salt: bytes, shape: tuple[int, int, int]) -> str:
    cost, block, lanes = shape
    made = hashlib.scrypt(code.encode(), salt=salt, n=cost, r=block, p=lanes, maxmem=2**26, dklen=32)
    return f"scrypt:{cost}:{block}:{lanes}:{salt.hex()}:{made.hex()}"
