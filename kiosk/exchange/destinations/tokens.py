"""Tokens for a receiving system: OAuth 2.0 client credentials (RFC 6749 4.4), with a secret or an assertion (RFC 7523).

A token is asked for when the first parcel leaves, again once four fifths of its life are over, and once more when the
receiver no longer knows it. Neither secret nor token is ever told.
"""

from __future__ import annotations

import base64
import os
import secrets
import stat
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, Key, OctKey, RSAKey

from kiosk.destinations import ToService

ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_LIFE, _LEAST = 300.0, 5.0
_SHARE = 0.8
_LONGEST = 16_384


class NoToken(Exception):
    """Why there is no token: a staff code, words for staff, and whether it may come by itself."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(code)
        self.code, self.detail = code, detail


def credential(name: str, home: Path) -> bytes:
    """A secret of this machine: a systemd credential, else a file of the home that only this account can read.

    Raises NoToken for one that is missing, or that others could have read.
    """
    given, path = os.environ.get("CREDENTIALS_DIRECTORY", ""), credential_file(name, home)
    try:
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            if not given and (found.st_uid != os.getuid() or stat.S_IMODE(found.st_mode) & 0o077):
                raise NoToken("D24", f"認証情報 {name} をほかの利用者が読めます。chmod 600 にしてください。")
            return file.read(_LONGEST).strip()
    except OSError:
        where = "systemd の LoadCredentialEncrypted か、データの場所の secrets フォルダー"
        raise NoToken("D24", f"認証情報 {name} がありません。{where}に置いてください。") from None


def credential_file(name: str, home: Path) -> Path:
    """Where a secret of this machine lies, if it is there."""
    given = os.environ.get("CREDENTIALS_DIRECTORY", "")
    return Path(given) / name if given and (Path(given) / name).is_file() else home / "secrets" / name


@dataclass
class Tokens:
    """The token of one destination. `now` is a clock that never goes back, in seconds; `today` the time in seconds."""

    setting: ToService
    home: Path
    now: Callable[[], float]
    today: Callable[[], float]
    _token: str = field(default="", repr=False)
    _until: float = 0.0

    def header(self, client: httpx.Client) -> dict[str, str]:
        """What a request says of who sends it; asks for a token first. Raises NoToken, httpx.HTTPError."""
        if self.setting.auth == "none":
            return {}
        if not self._token or self.now() >= self._until:
            self._ask(client)
        return {"Authorization": f"Bearer {self._token}"}

    def forget(self) -> bool:
        """Give a token up that the receiver does not know; False where there was none."""
        had, self._token = bool(self._token), ""
        return had

    def _ask(self, client: httpx.Client) -> None:
        form = {"grant_type": "client_credentials", **({"scope": self.setting.scope} if self.setting.scope else {})}
        headers, more = self._shown()
        answer = client.post(self.setting.token_url, data={**form, **more}, headers=headers)
        if answer.status_code >= 500 or answer.status_code == 429:
            raise NoToken("D25", f"認証サーバーが応答 {answer.status_code} を返しました。")
        try:
            given = answer.json()
            token, life = given["access_token"], float(given.get("expires_in", _LIFE))
        except (ValueError, KeyError, TypeError):
            token, life = "", 0.0
        if answer.status_code != 200 or not isinstance(token, str) or not token.isprintable() or not token:
            detail = (
                f"認証サーバーに断られました（応答 {answer.status_code}）。client_id と認証情報を確かめてください。"
            )
            raise NoToken("D24", detail)
        self._token, self._until = token, self.now() + max(_LEAST, life * _SHARE)

    def _shown(self) -> tuple[dict[str, str], dict[str, str]]:
        """How the desk shows who it is: headers, and entries of the form."""
        secret = credential(self.setting.secret, self.home)
        if self.setting.auth == "client_secret_basic":
            both = (urllib.parse.quote(self.setting.client_id, safe=""), urllib.parse.quote_from_bytes(secret, safe=""))
            return {"Authorization": "Basic " + base64.b64encode(":".join(both).encode()).decode()}, {}
        assertion = self._assertion(secret)
        form = {"client_id": self.setting.client_id, "client_assertion_type": ASSERTION, "client_assertion": assertion}
        return {}, form

    def _assertion(self, secret: bytes) -> str:
        """A signed statement of who asks, for five minutes and this token server alone (RFC 7523 section 3)."""
        key, algorithm = self._key(secret)
        now, who = int(self.today()), self.setting.client_id
        claims = {"iss": who, "sub": who, "aud": self.setting.token_url, "jti": secrets.token_hex(16)}
        return jwt.encode({"alg": algorithm}, {**claims, "iat": now, "exp": now + int(_LIFE)}, key, [algorithm])

    def _key(self, secret: bytes) -> tuple[Key, str]:
        try:
            if self.setting.auth == "client_secret_jwt":
                return OctKey.import_key(secret), "HS256"
            if b"BEGIN EC" in secret:
                return ECKey.import_key(secret), "ES256"
            try:
                return RSAKey.import_key(secret), "RS256"
            except (JoseError, ValueError, TypeError):
                return ECKey.import_key(secret), "ES256"
        except (JoseError, ValueError, TypeError):
            raise NoToken("D24", f"認証情報 {self.setting.secret} の鍵を読めません（PEM）。") from None
