"""送付先の設定: the kinds of receiving systems, and what a city may set of each.

The kinds are a closed union, so that the city's file, a machine's file and the program that makes the connections
(kiosk.exchange.destinations) speak of the same settings. A secret is never one of them: only the name of a credential.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from kiosk.model.base import Frozen, Words

if TYPE_CHECKING:
    from pyrage import x25519

_URL = r"^(https://[^\s/?#@]+|http://(127\.0\.0\.1|localhost)(:[0-9]+)?)(/[^\s?#]*)?$"
"""Encrypted on its way, unless it never leaves the machine."""


_KEYS = r"^([A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*)?$"
_AGE_KEY = r"^(age1[02-9ac-hj-np-z]{58})?$"
_AGE_WORDS = "age1 で始まる62文字の公開鍵"

Title = Annotated[str, Field(pattern=r"^[^\x00-\x1f\x7f]{1,200}$", description="窓の題（1行）")]
_KEY_WORDS = "[項目名]、Tab や ctrl+s のようなキー、wait:ミリ秒"
Key = Annotated[
    str,
    Field(
        pattern=r"^(\[[^\[\]\x00-\x20]{1,60}\]|wait:[1-9][0-9]{0,3}|((ctrl|alt|shift)\+)*[A-Za-z0-9_]{1,24})$",
        description=_KEY_WORDS,
    ),
]


def _public(given: Any) -> Any:
    """A secret key that was written here by mistake is said to be one, and stands in no message."""
    if isinstance(given, str) and "SECRET" in given.upper():
        raise PydanticCustomError("secret_key", "a secret key")
    return given


def public_key(said: str) -> "x25519.Recipient | None":
    """A receiver's public key; None for what is none, a misspelt one included. pyrage is loaded where one is asked."""
    if not said:
        return None
    import pyrage
    from pyrage import x25519

    try:
        return x25519.Recipient.from_str(said)
    except pyrage.RecipientError:
        return None


class Destination(Frozen):
    """送付先: a receiving system. `name` is for people; `number` is what parcels remember and never changes.

    `procedures` are those that go there; none named: every one. `through` is the number of the hub that brings them
    there (0: this machine does). The rest of its settings belongs to its kind.
    """

    number: Annotated[int, Field(strict=True, ge=1, le=999)]
    name: Words
    kind: str
    procedures: tuple[Words, ...] = ()
    through: Annotated[int, Field(strict=True, ge=0, le=999)] = 0

    @property
    def key(self) -> str:
        """By which the outbox knows it."""
        return str(self.number)

    def takes(self, procedure: str) -> bool:
        """Whether a procedure's applications go there."""
        return not self.procedures or procedure in self.procedures


class OfFiles(Destination):
    """A destination that keeps the files of an application as files.

    The CSV files have the `header` and the byte order mark that the receiver wants, and its letters: those of
    `encoding`, with what forms/exchange/letters.toml puts in the place of others, or the `stand_in` (empty: what has
    no letter does not leave); `spreadsheet_safe`: a cell that a spreadsheet would take for a formula is written as
    text. With `encrypt` they are encrypted to the receiver's public key, `recipient`, before they leave
    (kiosk.exchange.destinations.sealing).
    """

    header: Literal["項目名", "ローマ字"] = "項目名"
    bom: Annotated[bool, Field(strict=True)] = False
    spreadsheet_safe: Annotated[bool, Field(strict=True)] = True
    encoding: Literal["utf-8", "cp932", "shift_jis", "jisx0213", "gyosei"] = "utf-8"
    stand_in: Literal["", "〓", "■", "●", "＊"] = ""
    encrypt: Literal["none", "age"] = "none"
    recipient: Annotated[str, Field(pattern=_AGE_KEY, description=_AGE_WORDS), BeforeValidator(_public)] = ""

    @property
    def romaji(self) -> bool:
        """Whether the headings are in Latin letters."""
        return self.header == "ローマ字"


class OfFolder(OfFiles):
    """A folder: `path` as this machine sees it, from the place of its data unless it begins with a /.

    `mode` and `group` are those of the files written there, for the receiving system to read them (group empty: the
    program's own).
    """

    path: Words = "outgoing"
    mode: Literal["0600", "0640", "0660"] = "0640"
    group: str = ""

    def folder(self, home: Path) -> Path:
        """The folder as this machine sees it."""
        return home / self.path


class ToFolder(OfFolder):
    """フォルダー. `returns` is the folder into which the receiver puts its answers (empty: it gives none)."""

    kind: Literal["folder"] = "folder"
    returns: str = ""


class ToRobot(OfFolder):
    """RPA: a robot types one record at a time into a screen; see kiosk.exchange.destinations.robot.

    A record is one row of the CSV `sheet` beside what is said once in an application. `window` is the title of the
    screen, `keys` what is done there in this order: "[氏名]" types a column, "wait:500" rests for milliseconds, all
    else is a key (X11 keysym, "Tab", "ctrl+s"). `done` and `refused` are the titles by which the system says that it
    took the record or did not, `after` leads back from there to `window`; `ask_why` are the keys that put the system's
    own words of a refusal into the clipboard. `screen` names the file of forms/exchange/robot that says all of this
    (kiosk.catalogue.screens); what stands here, too, is meant for this destination alone.
    """

    kind: Literal["rpa"] = "rpa"
    screen: Annotated[str, Field(pattern=r"^([a-z0-9][a-z0-9_-]{0,40})?$", description="半角英小文字・数字・_・-")] = ""
    sheet: Words = "対象者"
    window: Title
    keys: Annotated[tuple[Key, ...], Field(min_length=1, max_length=400, description=_KEY_WORDS)]
    done: Title
    refused: Title
    after: Annotated[tuple[Key, ...], Field(max_length=40, description=_KEY_WORDS)] = ()
    ask_why: Annotated[tuple[Key, ...], Field(max_length=40, description=_KEY_WORDS)] = ()


class ToService(Destination):
    """サービス: a receiving system that is reached over HTTPS (RFC 9110); see kiosk.exchange.destinations.service.

    `ca` is a file of the authorities that its certificate is trusted by, from the place of this machine's data (empty:
    those of the system). `auth` says how the desk shows who it is when it asks `token_url` for a token (OAuth 2.0
    client credentials, RFC 6749 4.4; assertions RFC 7523) as `client_id`, with `scope`; the secret or private key is
    never in this file: `secret` is the name of a credential of the machine. `timeout` is in seconds. `returns` is
    where it is asked for its answers (empty: it gives none).
    """

    kind: Literal["service"] = "service"
    url: Annotated[str, Field(pattern=_URL, description="https:// で始まる場所")]
    ca: str = ""
    auth: Literal["none", "client_secret_basic", "client_secret_jwt", "private_key_jwt"] = "none"
    token_url: Annotated[str, Field(pattern=f"{_URL}|^$", description="https:// で始まる場所")] = ""
    client_id: Annotated[str, Field(pattern=r"^[\x21-\x7e]{0,200}$", description="半角の文字")] = ""
    scope: Annotated[str, Field(pattern=r"^[\x20-\x7e]{0,200}$", description="半角の文字")] = ""
    secret: Annotated[str, Field(pattern=r"^([a-z0-9][a-z0-9-]{0,40})?$", description="半角英小文字・数字・-")] = ""
    timeout: Annotated[int, Field(strict=True, ge=1, le=15, description="1～15（秒）")] = 15
    returns: Annotated[str, Field(pattern=f"{_URL}|^$", description="https:// で始まる場所")] = ""


class ToSftp(OfFiles):
    """SFTP: a folder of another machine, over SSH; see kiosk.exchange.destinations.sftp.

    `host_key` is the server's public key as one line ("ssh-ed25519 AAAA…"), `key_name` the name of the credential of
    this machine with the private key that `user` shows. `path` begins at the root that the server shows, and
    so does `returns`, the folder of the receiver's answers (empty: it gives none).
    """

    kind: Literal["sftp"] = "sftp"
    host: Annotated[str, Field(pattern=r"^[A-Za-z0-9.:-]{1,253}$", description="機械の名前か番号")]
    port: Annotated[int, Field(strict=True, ge=1, le=65_535, description="1～65535")] = 22
    user: Annotated[str, Field(pattern=r"^[\x21-\x7e]{1,64}$", description="半角の文字")]
    key_name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,40}$", description="半角英小文字・数字・-")]
    host_key: Annotated[
        str, Field(pattern=r"^[a-z0-9@.-]+ [A-Za-z0-9+/=]+( .*)?$", description="ssh-ed25519 AAAA… の1行")
    ]
    path: Annotated[str, Field(pattern=r"^/[^\x00]*$", description="/ で始まるフォルダー")]
    returns: Annotated[str, Field(pattern=r"^(/[^\x00]*)?$", description="/ で始まるフォルダー")] = ""
    timeout: Annotated[int, Field(strict=True, ge=1, le=15, description="1～15（秒）")] = 15


class ToObjects(OfFiles):
    """S3: a bucket of an object storage; see kiosk.exchange.destinations.objects.

    `endpoint` is its address without the bucket (with it where `path_style` is off and the bucket is part of the name),
    `prefix` what every key there begins with. `access_key` names the key, `secret` the credential of this machine with
    its other half. `ca` is a file of authorities that are trusted besides those of the system, from the place of this
    machine's data. `timeout` is in seconds, for each object. `returns` is what the keys of the receiver's answers begin
    with (empty: it gives none).
    """

    kind: Literal["s3"] = "s3"
    endpoint: Annotated[str, Field(pattern=_URL, description="https:// で始まる場所")]
    bucket: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", description="バケットの名前")]
    prefix: Annotated[str, Field(pattern=_KEYS, description="半角の英数字・_・- を / で区切る")] = ""
    returns: Annotated[str, Field(pattern=_KEYS, description="半角の英数字・_・- を / で区切る")] = ""
    region: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$", description="半角英小文字・数字・-")] = "us-east-1"
    path_style: Annotated[bool, Field(strict=True)] = True
    access_key: Annotated[str, Field(pattern=r"^[\x21-\x7e]{1,128}$", description="半角の文字")]
    secret: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,40}$", description="半角英小文字・数字・-")]
    ca: str = ""
    timeout: Annotated[int, Field(strict=True, ge=1, le=15, description="1～15（秒）")] = 15


class ToPrinter(Destination):
    """プリンター: the papers alone, at a print queue of this machine; see kiosk.exchange.destinations.printer."""

    kind: Literal["printer"] = "printer"
    queue: Annotated[str, Field(pattern=r"^[0-9A-Za-z._-]{1,127}$", description="CUPS のプリンターの名前")]


class ToHub(Destination):
    """中継: a PostgreSQL that takes parcels for the destinations that are reached `through` it (kiosk.hub).

    `host` may name several servers, of which the one that takes writes is used. `ca` is as of a service; `key_name` is
    the credential with this machine's certificate and private key (PEM), `user` the name in it (empty: as it says).
    `recipient` is the city's public key that everything is encrypted to, `secret` the credential that the city's
    machines share and the server does not know: under it equal things look equal there. With `share` the machines of an
    office share their visits through it, too (sealed under that secret), and their numbers never repeat.
    """

    kind: Literal["hub"] = "hub"
    host: Annotated[
        str, Field(pattern=r"^[A-Za-z0-9.:-]{1,253}(,[A-Za-z0-9.:-]{1,253}){0,4}$", description="機械の名前")
    ]
    port: Annotated[int, Field(strict=True, ge=1, le=65_535, description="1～65535")] = 5432
    database: Annotated[str, Field(pattern=r"^[a-z_][a-z0-9_]{0,62}$", description="半角英小文字・数字・_")] = "kiosk"
    user: Annotated[str, Field(pattern=r"^[\x21-\x7e]{0,63}$", description="半角の文字")] = ""
    ca: Words
    key_name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,40}$", description="半角英小文字・数字・-")]
    recipient: Annotated[str, Field(pattern=_AGE_KEY, description=_AGE_WORDS), BeforeValidator(_public)]
    secret: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,40}$", description="半角英小文字・数字・-")]
    timeout: Annotated[int, Field(strict=True, ge=1, le=15, description="1～15（秒）")] = 15
    share: Annotated[bool, Field(strict=True)] = False

    def takes(self, procedure: str) -> bool:  # noqa: ARG002 - whichever it is
        """Nothing is for the hub itself."""
        return False


class OfNoKind(Destination):
    """A destination of a kind that there is not; it is never connected, only told."""

    model_config = ConfigDict(extra="ignore")

    kind: Literal["folder", "service", "sftp", "s3", "printer", "rpa", "hub"]


def _kind(given: Any) -> str:
    """Which settings a destination has, by its kind; a folder's where it names none."""
    kind = given.get("kind", "folder") if isinstance(given, dict) else getattr(given, "kind", "")
    return kind if kind in KINDS else "none"


AnyDestination = ToFolder | ToService | ToSftp | ToObjects | ToPrinter | ToRobot | ToHub
KINDS: Mapping[str, type[AnyDestination]] = {
    "folder": ToFolder,
    "service": ToService,
    "sftp": ToSftp,
    "s3": ToObjects,
    "printer": ToPrinter,
    "rpa": ToRobot,
    "hub": ToHub,
}
"""What a city may write as `kind`, with what may be set there; kiosk.exchange.destinations makes the connection."""

OneDestination = Annotated[
    Annotated[ToFolder, Tag("folder")]
    | Annotated[ToService, Tag("service")]
    | Annotated[ToSftp, Tag("sftp")]
    | Annotated[ToObjects, Tag("s3")]
    | Annotated[ToPrinter, Tag("printer")]
    | Annotated[ToRobot, Tag("rpa")]
    | Annotated[ToHub, Tag("hub")]
    | Annotated[OfNoKind, Tag("none")],
    Discriminator(_kind),
]
"""An entry of [[destination]] as it is read."""
