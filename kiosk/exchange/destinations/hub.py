"""中継への送付: parcels for one destination are brought to the hub, a batch at a time, under their message ids.

The hub is known by its certificate and by the random name that it was founded with: one that was founded anew in its
place gets nothing until a person says so. A record is held against its schema before it leaves, as for any receiver.
That the hub has it is no receipt of the system behind it: it lies there (中継まで). What becomes of it there, and what
its receiver answers, is heard of later (`news`), for this machine's own parcels alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kiosk.exchange.destinations.answers import Arrived, Compared, News, NoAnswer, digest, read
from kiosk.exchange.destinations.bundle import Formats, refused, sound
from kiosk.exchange.destinations.tokens import NoToken, credential, credential_file
from kiosk.hub.comparing import of_office, there
from kiosk.hub.envelope import Closing
from kiosk.hub.link import Address, HubTrouble, Link, opened
from kiosk.hub.safety import demand_safe, house
from kiosk.hub.taking import Fenced, head, take
from kiosk.hub.telling import hear
from kiosk.model.errors import SiteError
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Receipt

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from kiosk.destinations import ToHub
    from kiosk.exchange.destinations.fence import Fence
    from kiosk.exchange.destinations.marker import Guard

    Answer = Receipt | DeliveryFailed

_OTHER = "同じ番号で内容の違うものが、中継サーバーにあります。システム担当へ連絡してください。"
_ANEW = "中継サーバーが、前に使い始めたものではありません。接続先を確かめてください。"


def address_of(setting: ToHub, home: Path, *, term: int = 0) -> Address:
    """How this machine reaches a hub, of no earlier `term` than it has seen. Raises HubTrouble, and NoToken for a
    credential that is missing or open to others.
    """
    shown = credential(setting.key_name, home)
    return Address(
        hosts=tuple(setting.host.split(",")),
        port=setting.port,
        user=setting.user or _name_in(shown),
        database=setting.database,
        ca=home / setting.ca,
        proof=credential_file(setting.key_name, home),
        timeout=setting.timeout,
        term=term,
    )


def city_keys(setting: ToHub, home: Path) -> Sequence[Any]:
    """The city's secret keys: the credential `<key_name>-city`, as `kiosk records keys` writes it. Empty: none."""
    import pyrage
    from pyrage import x25519

    try:
        lines = credential(f"{setting.key_name}-city", home).decode("ascii").split()
        return tuple(x25519.Identity.from_str(line) for line in lines if line.startswith("AGE-SECRET-KEY-1"))
    except (NoToken, UnicodeDecodeError, pyrage.IdentityError):
        return ()


def name_of(setting: ToHub, home: Path) -> str:
    """The random name that a hub was founded with. Raises SiteError where it cannot be asked, or is not safe."""
    try:
        with opened(address_of(setting, home)) as link:
            demand_safe(link)
            return house(link)
    except (HubTrouble, NoToken) as error:
        what = f"中継「{setting.name}」を使えません（{error.code}）。"
        raise SiteError("D-HUB", what=what, mend=error.detail) from None


def _name_in(proof: bytes) -> str:
    """The name (CN) in a certificate. Raises HubTrouble."""
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    try:
        found = x509.load_pem_x509_certificate(proof).subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    except ValueError:
        found = []
    if not found:
        raise HubTrouble("D51", "自分の証明書（PEM）を読めません。key_name を確かめてください。")
    return str(found[0].value)


@dataclass(frozen=True)
class Terms:
    """The newest term of a hub that this machine has seen: `known`, and `met` for the one it meets now."""

    known: Callable[[], int] = lambda: 0
    met: Callable[[int], None] = lambda _: None


@dataclass
class HubDestination:
    """One destination that is reached through a hub; a connection lasts for one batch. `key` gives each message the
    secret that what is said about it later is closed with, `terms` keep a former server from being used.
    """

    name: str
    setting: ToHub
    formats: Formats
    home: Path
    guard: Guard | None = None
    fence: Fence | None = None
    key: Callable[[uuid.UUID], bytes] = lambda _: b""
    terms: Terms = field(default_factory=Terms)
    most: int = 128

    def look(self) -> DeliveryFailed | None:
        """See Destination."""
        try:
            self._closing()
            with opened(self._address()) as link:
                return self._judged(link)
        except (HubTrouble, NoToken) as error:
            return _away(error)

    def deliver(self, parcel: Parcel) -> Answer:
        """See Destination; as a batch of one."""
        return self.deliver_all((parcel,))[0]

    def deliver_all(self, parcels: Sequence[Parcel]) -> Sequence[Answer]:
        """See Batching. UNREACHABLE D50 to D56 the hub or the way there, D57 a secret, D09 another hub, D18 not the
        right store; REFUSED D10 another content under this message, D11 to D13 the parcel itself; UNKNOWN_OUTCOME D50
        when the end was not heard of.
        """
        found = [sound(parcel, self.formats) for parcel in parcels]
        good = [parcel for parcel, each in zip(parcels, found, strict=True) if not isinstance(each, DeliveryFailed)]
        taken = iter(self._brought(good) if good else ())
        return tuple(each if isinstance(each, DeliveryFailed) else next(taken) for each in found)

    def _brought(self, parcels: Sequence[Parcel]) -> Sequence[Answer]:
        try:
            closing = self._closing()
            envelopes = [closing.close(parcel, key=self.key(parcel.message)) for parcel in parcels]
            with opened(self._address()) as link:
                wrong = self._judged(link)
                if wrong is not None:
                    return [wrong] * len(parcels)
                record = self.fence.record if self.fence else None
                there = take(
                    link,
                    envelopes,
                    store=record.name() if record else "",
                    fence=lambda told: self._fenced(told) is None,
                    entry=record.head() if record else "",
                    asked={parcel.message: parcel.asked for parcel in parcels},
                )
        except Fenced:
            return [self._fenced("0:another") or _away(HubTrouble("D50", ""))] * len(parcels)
        except (HubTrouble, NoToken) as error:
            return [_away(error)] * len(parcels)
        if record is not None and record.overruled(self.name):
            record.settled(self.name)
        return [_receipt(each.sha256) if each.message in there else refused("D10", _OTHER) for each in envelopes]

    def news(self, after: int, gone: Sequence[uuid.UUID]) -> News:
        """See Relaying. Raises NoAnswer."""
        try:
            with opened(self._address()) as link:
                if self._judged(link) is not None:
                    raise NoAnswer
                heard = hear(link, self.name, after=after, gone=gone, key=self.key)
        except (HubTrouble, NoToken) as error:
            raise NoAnswer from error
        answers = tuple(Arrived(digest(said), read(said, self.setting.name)) for said in heard.answers)
        return News(standings=heard.standings, answers=answers, mark=heard.mark, more=heard.more, back=heard.back)

    def compare(self, sent: Mapping[uuid.UUID, Parcel | None], strange: Sequence[uuid.UUID]) -> Compared:
        """See Relaying. Raises NoAnswer."""
        try:
            closing = self._closing()
            with opened(self._address()) as link:
                if self._judged(link) is not None:
                    raise NoAnswer
                lie, known = there(link, self.name, list(sent)), of_office(link, self.name, strange)
        except (HubTrouble, NoToken) as error:
            raise NoAnswer from error
        other = (
            message
            for message, parcel in sent.items()
            if parcel is not None and message in lie and lie[message] != closing.content(parcel)
        )
        return Compared(lacking=frozenset(sent) - frozenset(lie), other=frozenset(other), known=known)

    def _address(self) -> Address:
        return address_of(self.setting, self.home, term=self.terms.known())

    def _judged(self, link: Link) -> DeliveryFailed | None:
        demand_safe(link)
        found = house(link)
        self.terms.met(link.term)
        if self.guard is not None:
            known = self.guard.known()
            if known not in {"", found}:
                return DeliveryFailed(failure=Failure.UNREACHABLE, code="D09", detail=_ANEW)
            if not known:
                self.guard.remember(found)
        return self._fenced(head(link, self.fence.record.name(), self.name)) if self.fence else None

    def _fenced(self, told: str) -> DeliveryFailed | None:
        return self.fence.judge(told) if self.fence else None

    def _closing(self) -> Closing:
        made = Closing(self.setting.recipient, credential(self.setting.secret, self.home))
        if not made.usable:
            detail = (
                "市の公開鍵か、共有の秘密（32バイト以上）が正しくありません。recipient と secret を確かめてください。"
            )
            raise HubTrouble("D57", detail)
        return made


def _receipt(sha256: str) -> Receipt:
    return Receipt(reference=f"hub:{sha256}", acknowledged=False, relayed=True)


def _away(error: HubTrouble | NoToken) -> DeliveryFailed:
    doubtful = isinstance(error, HubTrouble) and error.doubtful
    failure = Failure.UNKNOWN_OUTCOME if doubtful else Failure.UNREACHABLE
    return DeliveryFailed(failure=failure, code=error.code, detail=error.detail)
