"""送付先の設定の誤り: what is wrong with the destinations of municipality.toml beyond the type of each value."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from kiosk.destinations import (
    OfFiles,
    OfFolder,
    OneDestination,
    ToHub,
    ToObjects,
    ToRobot,
    ToService,
    ToSftp,
    public_key,
)
from kiosk.model.base import Issue
from kiosk.settings import FILE

_OWN = frozenset({"data", "cache", "catalogues", "logs", "printed", "secrets"})


def wrong_destinations(places: Iterable[OneDestination]) -> Iterator[Issue]:
    """What two of them may not share is named at the second; a folder lies where it says and nowhere else."""
    seen: dict[tuple[str, object], str] = {}
    every = tuple(places)
    hubs = {place.number for place in every if isinstance(place, ToHub)}
    for index, place in enumerate(every):
        where = f"destination[{index}]"
        for key, value in _own(place):
            own = (key, value)
            if own in seen:
                message = f"{value} は送付先「{seen[own]}」と同じです。"
                yield _issue(f"{where}.{key}", message, "送付先ごとに別の値")
            seen[own] = place.name
        yield from _through(place, hubs, where)
        yield from _shared(place, every[:index], where)
        yield from _of_kind(place, where)


def _of_kind(place: OneDestination, where: str) -> Iterator[Issue]:
    if isinstance(place, OfFiles):
        yield from _encrypted(place, where)
    if isinstance(place, OfFolder):
        yield from _folder(place.path, where)
    if isinstance(place, ToRobot):
        yield from _screen(place, where)
    elif isinstance(place, ToService):
        yield from _service(place, where)
    elif isinstance(place, ToObjects):
        yield from _authority(place.ca, where)


def _own(place: OneDestination) -> Iterator[tuple[str, object]]:
    """What no two destinations may share, by the key that says it."""
    yield "number", place.number
    yield "name", place.name
    match place:
        case OfFolder():
            yield "path", place.path
        case ToService():
            yield "url", place.url
        case ToSftp():
            yield "path", f"{place.host}:{place.port}{place.path}"
        case ToObjects():
            yield "bucket", f"{place.endpoint.rstrip('/')}/{place.bucket}/{place.prefix}"


def _through(place: OneDestination, hubs: set[int], where: str) -> Iterator[Issue]:
    """A hub is reached by the machine itself, and another destination only through a hub that there is."""
    if place.through and (place.through not in hubs or isinstance(place, ToHub)):
        yield _issue(f"{where}.through", f"{place.through} は、ここから通れる中継ではありません。", _hub_words(hubs))
    if isinstance(place, ToHub) and public_key(place.recipient) is None:
        yield _issue(f"{where}.recipient", "公開鍵の打ち間違いがあります。", 'recipient = "age1…"（市の公開鍵）')


def _shared(place: OneDestination, before: Iterable[OneDestination], where: str) -> Iterator[Issue]:
    """The machines of an office meet at one place."""
    other = next((each for each in before if isinstance(each, ToHub) and each.share), None)
    if isinstance(place, ToHub) and place.share and other is not None:
        message = f"窓口どうしの共有は「{other.name}」ですることになっています。"
        yield _issue(f"{where}.share", message, "share = true は1つの中継だけ")


def _hub_words(hubs: set[int]) -> str:
    return f"kind が hub の送付先の number（{'、'.join(map(str, sorted(hubs))) or 'いまはありません'}）"


def _folder(path: str, where: str) -> Iterator[Issue]:
    if ".." in path.split("/"):
        yield _issue(f"{where}.path", "「..」は使えません。", "/ で始まるか、データの場所からのフォルダー")
    elif _ours(path):
        message = "プログラム自身の場所なので、送付先にはできません。"
        yield _issue(f"{where}.path", message, "/ で始まる受け取り側のフォルダーか、outgoing のような別の名前")


def _encrypted(place: OfFiles, where: str) -> Iterator[Issue]:
    """A key without encryption is as wrong as encryption without a key: nobody shall believe that it is on."""
    if place.encrypt == "none" and place.recipient:
        yield _issue(f"{where}.encrypt", "recipient があるのに、encrypt がありません。", 'encrypt = "age"')
    if place.encrypt != "none" and public_key(place.recipient) is None:
        message = (
            "公開鍵の打ち間違いがあります。" if place.recipient else f"encrypt が {place.encrypt} のときに要ります。"
        )
        yield _issue(f"{where}.recipient", message, 'recipient = "age1…"（受け取り側の公開鍵）')


def _screen(place: ToRobot, where: str) -> Iterator[Issue]:
    """A robot knows by the title alone which screen is in front, and whether a record was taken."""
    if len({place.window, place.done, place.refused}) < 3:
        message = "window、done、refused は、別の題でなければ見分けられません。"
        yield _issue(f"{where}.done", message, "登録できたときにだけ前に出る窓の題")
    if not any(key.startswith("[") for key in place.keys):
        yield _issue(
            f"{where}.keys", "打つ項目が1つもありません。", '"[項目名]"（forms/exchange/columns.toml の item）'
        )
    for name in ("after", "ask_why"):
        if typed := next((key for key in getattr(place, name) if key.startswith("[")), ""):
            yield _issue(f"{where}.{name}", f"{typed} は、登録のあとの窓には打てません。", "キーと wait:ミリ秒")
    if place.encrypt != "none":
        yield _issue(f"{where}.encrypt", "ロボットは、暗号化したものを打てません。", "encrypt を書かない")


def _service(place: ToService, where: str) -> Iterator[Issue]:
    """Who shows who he is needs all that it takes; who does not must not leave half of it behind."""
    yield from _authority(place.ca, where)
    for key in ("token_url", "client_id", "secret"):
        if place.auth != "none" and not getattr(place, key):
            yield _issue(f"{where}.{key}", f"auth が {place.auth} のときに要ります。", f'{key} = "…"')
        elif place.auth == "none" and getattr(place, key):
            allowed = "client_secret_basic、client_secret_jwt、private_key_jwt"
            yield _issue(f"{where}.auth", f"{key} があるのに、auth がありません。", allowed)


def _authority(ca: str, where: str) -> Iterator[Issue]:
    if ".." in ca.split("/"):
        yield _issue(f"{where}.ca", "「..」は使えません。", "/ で始まるか、データの場所からのファイル")


def _ours(path: str) -> bool:
    """Whether a path is the root, the home of the program or one of the folders that it keeps there."""
    parts = [part for part in PurePosixPath(path).parts if part not in {"/", "."}]
    return not parts or (not path.startswith("/") and (parts[0] in _OWN or parts[0].startswith(".")))


def _issue(place: str, message: str, allowed: str = "") -> Issue:
    return Issue(where=f"{FILE} {place}", message=message, allowed=allowed)
