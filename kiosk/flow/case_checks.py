"""What a case tells about its visit: how much was asked, what is in the way, which signatures are void."""

import datetime as dt

from kiosk.flow.notices import ID_NOTICE, ID_PHOTO, ID_SHORT, warning
from kiosk.flow.pages import Notice
from kiosk.model.case import Case
from kiosk.model.fact import Signature
from kiosk.model.path import key_of
from kiosk.model.plan import Wait
from kiosk.model.source import SPOKEN
from kiosk.rules.book import RuleBook
from kiosk.rules.keys import CHECKED
from kiosk.rules.snapshot import Snapshot


def asked(case: Case) -> int:
    """Facts that a person had to say: interview and self-entry, signatures not counted."""
    return sum(
        fact.source in SPOKEN and not key_of(path).endswith(".sign") and ".consent_" not in path
        for path, fact in case.ledger.current.items()
    )


def void_signatures(snapshot: Snapshot) -> list[str]:
    """Signatures that were given to other words than those on the papers now."""
    found = {path: fact.value for path, fact in snapshot.case.ledger.current.items()}
    signatures = {path: value for path, value in found.items() if isinstance(value, Signature)}
    if not signatures:
        return []
    digest = snapshot.content_digest()
    return [path for path, value in signatures.items() if value.digest != digest]


def newest_versions(book: RuleBook, today: dt.date) -> dict[str, str]:
    """The template versions a case begins with, and keeps."""
    names = {name for name, _ in book.templates}
    found = {name: book.template(name, today) for name in names}
    return {name: template.version for name, template in sorted(found.items()) if template}


_TOLD = ((Wait.SHORT, ID_SHORT), (Wait.PHOTO, ID_PHOTO), (Wait.NOTICE, ID_NOTICE))


def id_notices(snapshot: Snapshot, path: str) -> tuple[Notice, ...]:
    """What the clerk is told at once when the papers just named are not enough."""
    if path not in CHECKED:
        return ()
    waits = {outcome.filing.wait for outcome in snapshot.plan.outcomes if outcome.filing}
    return tuple(warning(code) for wait, code in _TOLD if wait in waits)
