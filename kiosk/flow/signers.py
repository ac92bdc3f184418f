"""Who signs which papers of a visit, and whose signature is still open."""

from collections.abc import Callable, Iterable, Mapping

from kiosk.flow.pages import Signer
from kiosk.model.fact import Signature
from kiosk.model.path import person_of
from kiosk.rules.snapshot import Snapshot


def signers(snapshot: Snapshot, *, names: Mapping[str, str], title: Callable[[str], str]) -> tuple[Signer, ...]:
    """Who signs what: case consents are the applicant's, a certificate application is its holder's."""
    documents: dict[str, dict[str, None]] = {}
    drawn: dict[str, Signature] = {}
    for path, forms in snapshot.signatures().items():
        person = _signer(snapshot, path)
        documents.setdefault(person, {}).update(dict.fromkeys(title(form.template) for form in forms))
        value = snapshot.facts.value(path)
        if isinstance(value, Signature):
            drawn[person] = value
    waiting = {_signer(snapshot, path) for path in unsigned(snapshot)}
    return tuple(
        Signer(
            person=person,
            name=names[person],
            documents=tuple(titles),
            signed=person not in waiting,
            signature=drawn.get(person),
        )
        for person, titles in documents.items()
    )


def unsigned(snapshot: Snapshot) -> tuple[str, ...]:
    """The signatures that are neither drawn nor left to the printed paper."""
    facts = snapshot.facts
    return tuple(
        path for path in snapshot.signatures() if not isinstance(facts.value(path), Signature) and not facts.held(path)
    )


def signature_paths(snapshot: Snapshot, person: str) -> Iterable[str]:
    """The signature paths of one signer."""
    return (path for path in snapshot.signatures() if _signer(snapshot, path) == person)


def _signer(snapshot: Snapshot, path: str) -> str:
    return person_of(path) or snapshot.case.persons[0]
