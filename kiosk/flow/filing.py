"""届出人と本人確認: who may file a procedure, with which papers, and whether we know well enough who has come."""

from kiosk.flow.cel import Unknown
from kiosk.flow.known import Known
from kiosk.flow.missing import askable, open_facts
from kiosk.flow.rulebook import CHECKED, ROLE
from kiosk.model.base import Frozen
from kiosk.model.identity import IdCheck
from kiosk.model.procedure import Filer, Filing, Identity, Outcome, Version, Wait
from kiosk.model.wareki import PartialDate

_PAPERS, _EXPIRY, _CHECK = CHECKED


def filing(known: Known, version: Version) -> Filing:
    """Whether the person at the counter may file it; an answer わからない about them holds the procedure."""
    authority = _authority(known, version)
    if authority.may is False:
        return authority
    checked = _identified(known, authority.identity)
    missing = tuple(dict.fromkeys((*authority.missing, *checked.missing)))
    wait = authority.wait if authority.wait is not Wait.NONE else checked.wait
    return authority.model_copy(update={"missing": missing, "wait": wait})


def held_reason(known: Known, version: Version, found: Filing | None) -> str:
    """The rule's own reason, or what the identity papers lack."""
    papers, wait = known.book.identity, found.wait if found else Wait.NONE
    return {Wait.SHORT: papers.reason_short, Wait.PHOTO: papers.reason_photo}.get(wait, "") or version.reason


# ---- authority -------------------------------------------------------------------------------------------------------
def _authority(known: Known, version: Version) -> Filing:
    identity, missing = _identity(known, version)
    role = known.value(ROLE)
    if not version.filers:
        return Filing(identity=identity, missing=missing)
    if role is None:
        wait = Wait.UNKNOWN if known.held(ROLE) else Wait.NONE
        return Filing(identity=identity, missing=(*missing, *askable(known, ROLE)), wait=wait)
    found = _first(known, [filer for filer in version.filers if filer.role == role])
    open_too = () if found.may is False else missing
    return found.model_copy(update={"identity": identity, "missing": (*open_too, *found.missing)})


def _first(known: Known, filers: list[Filer]) -> Filing:
    """The first way of filing that is open to this person, else the first undecided one, else what it would take."""
    tried = [_tried(known, filer) for filer in filers]
    for may in (True, None):
        for found in tried:
            if found.may is may:
                return found
    return Filing(may=False, papers=tuple(dict.fromkeys(paper for found in tried for paper in found.papers)))


def _tried(known: Known, filer: Filer) -> Filing:
    """One way of filing: closed to this person, undecided, without its papers, or open."""
    if filer.when:
        rule = known.book.language.rule(filer.when)
        answer = known.ask(rule)
        if isinstance(answer, Unknown):
            return _undecided(filer, open_facts(known, rule))
        if answer is not True:
            return Filing(may=False)
    if filer.proof and known.value(filer.proof) is None:
        return _undecided(filer, askable(known, filer.proof))
    return Filing(may=not filer.proof or known.value(filer.proof) == _in_order(known, filer.proof), papers=filer.papers)


def _undecided(filer: Filer, missing: tuple[str, ...]) -> Filing:
    return Filing(papers=filer.papers, missing=missing, wait=Wait.NONE if missing else Wait.UNKNOWN)


def _in_order(known: Known, proof: str) -> str:
    """The code that says that the papers are there and in order: the first of its list."""
    item = known.book.vocabulary.item(proof)
    return next(iter(known.book.vocabulary.codes.get(item.codes, ())), "") if item else ""


# ---- identity --------------------------------------------------------------------------------------------------------
def _identity(known: Known, version: Version) -> tuple[Identity, tuple[str, ...]]:
    """Which check a procedure asks for here, and the questions that would tell."""
    if not version.photo_when:
        return version.identity, ()
    rule = known.book.language.rule(version.photo_when)
    answer = known.ask(rule)
    if isinstance(answer, Unknown):
        return Identity.PHOTO, open_facts(known, rule)
    return (Identity.PHOTO if answer is True else version.identity), ()


def _identified(known: Known, identity: Identity) -> Filing:
    """What is still to be asked about the papers shown, or why they hold the procedure."""
    if identity is Identity.NONE or known.book.vocabulary.item(_CHECK) is None:
        return Filing()
    missing = tuple(dict.fromkeys((*askable(known, _CHECK), *askable(known, _EXPIRY))))
    check = known.value(_CHECK)
    if check is None:
        return Filing(missing=missing, wait=Wait.NONE if missing else Wait.UNKNOWN)
    if check == IdCheck.SHORT.value:
        return Filing(missing=missing, wait=Wait.SHORT)
    wait = Wait.PHOTO if identity is Identity.PHOTO and check != IdCheck.ONE.value else Wait.NONE
    return Filing(missing=missing, wait=wait)


class Shown(Frozen):
    """The identity check of a visit: how far it reached, the kinds of papers, and the expiry of the photo ID.

    Never a number and never a copy: nothing else about the papers is a fact.
    """

    check: str = ""
    papers: tuple[str, ...] = ()
    expires_on: str = ""

    def __str__(self) -> str:
        return ":".join(part for part in (self.check, "・".join(self.papers), self.expires_on) if part)


def shown(known: Known) -> Shown:
    """What was shown; nothing when nobody had to show anything."""
    check, papers, expiry = (known.value(key) for key in (_CHECK, _PAPERS, _EXPIRY))
    if not isinstance(check, str) or not isinstance(papers, tuple):
        return Shown()
    until = expiry.iso if isinstance(expiry, PartialDate) and known.book.identity.has_photo(papers) else ""
    return Shown(check=check, papers=papers, expires_on=until)


def identified(outcome: Outcome) -> bool:
    """Whether a procedure asks who has come."""
    return outcome.filing is not None and outcome.filing.identity is not Identity.NONE
