"""届出人と本人確認: who may file a procedure, with which papers, and whether we know well enough who has come."""

from kiosk.model.base import Frozen
from kiosk.model.identity import IdCheck
from kiosk.model.plan import Filing, Outcome, Wait
from kiosk.model.procedure import Filer, Identity, Version
from kiosk.model.wareki import PartialDate
from kiosk.rules.cel import Unknown
from kiosk.rules.facts import Facts
from kiosk.rules.identifying import reached, taken_unproven
from kiosk.rules.keys import CHECKED, ROLE
from kiosk.rules.open_questions import askable, held_behind, held_facts, open_facts

_PAPERS, _EXPIRY, _CHECK = CHECKED


def filing(facts: Facts, version: Version, *, procedure: str = "") -> Filing:
    """Whether the person at the counter may file it; an answer わからない about them holds the procedure.

    Papers that are not enough hold it too, unless the law lets this `procedure` be taken all the same.
    """
    authority = _authority(facts, version)
    if authority.may is False:
        return authority
    checked = _identified(facts, authority.identity, procedure)
    missing = tuple(dict.fromkeys((*authority.missing, *checked.missing)))
    wait = authority.wait if authority.wait is not Wait.NONE else checked.wait
    lacks = tuple(dict.fromkeys((*authority.lacks, *checked.lacks)))
    return authority.model_copy(update={"missing": missing, "lacks": lacks, "wait": wait})


def held_reason(facts: Facts, version: Version, found: Filing | None) -> str:
    """The rule's own reason, or what the identity papers lack."""
    return _papers_wait(facts, found)[0] or version.reason


def papers_lacking(facts: Facts, found: Filing | None) -> tuple[str, ...]:
    """The identity papers to bring the next time."""
    text = _papers_wait(facts, found)[1]
    return (text,) if text else ()


def _papers_wait(facts: Facts, found: Filing | None) -> tuple[str, str]:
    """Why the identity papers hold a filing or have a notice posted, and what to bring the next time."""
    papers = facts.book.identity
    said = {
        Wait.SHORT: (papers.reason_short, papers.bring_short),
        Wait.PHOTO: (papers.reason_photo, papers.bring_photo),
        Wait.NOTICE: (papers.reason_notice, ""),
    }
    return said.get(found.wait, ("", "")) if found else ("", "")


# ---- authority -------------------------------------------------------------------------------------------------------
def _authority(facts: Facts, version: Version) -> Filing:
    identity, missing = _identity(facts, version)
    role = facts.value(ROLE)
    if not version.filers:
        return _filing(identity=identity, missing=missing)
    if role is None:
        lacks = held_behind(facts, ROLE)
        wait = Wait.UNKNOWN if lacks else Wait.NONE
        return _filing(identity=identity, missing=(*missing, *askable(facts, ROLE)), lacks=lacks, wait=wait)
    found = _first(facts, [filer for filer in version.filers if filer.role == role])
    open_too = () if found.may is False else missing
    missing = (*open_too, *found.missing)
    return found.model_copy(update={"identity": identity, "missing": missing})


def _first(facts: Facts, filers: list[Filer]) -> Filing:
    """The first way of filing that is open to this person, else the first undecided one, else what it would take."""
    tried = [_tried(facts, filer) for filer in filers]
    for may in (True, None):
        for found in tried:
            if found.may is may:
                return found
    return _filing(may=False, papers=tuple(dict.fromkeys(paper for found in tried for paper in found.papers)))


def _tried(facts: Facts, filer: Filer) -> Filing:
    """One way of filing: closed to this person, undecided, without its papers, or open."""
    if filer.when:
        rule = facts.book.language.rule(filer.when)
        answer = facts.ask(rule)
        if isinstance(answer, Unknown):
            return _undecided(filer, open_facts(facts, rule), held_facts(facts, rule))
        if answer is not True:
            return _filing(may=False)
    if filer.proof and facts.value(filer.proof) is None:
        return _undecided(filer, askable(facts, filer.proof), held_behind(facts, filer.proof))
    return _filing(
        may=not filer.proof or facts.value(filer.proof) == _in_order(facts, filer.proof), papers=filer.papers
    )


def _undecided(filer: Filer, missing: tuple[str, ...], held: tuple[str, ...]) -> Filing:
    wait = Wait.NONE if missing else Wait.UNKNOWN
    return _filing(papers=filer.papers, missing=missing, lacks=() if missing else held, wait=wait)


def _filing(
    *,
    may: bool | None = None,
    papers: tuple[str, ...] = (),
    identity: Identity = Identity.USUAL,
    missing: tuple[str, ...] = (),
    lacks: tuple[str, ...] = (),
    wait: Wait = Wait.NONE,
) -> Filing:
    return Filing.quick(may=may, papers=papers, identity=identity, missing=missing, lacks=lacks, wait=wait)


def _in_order(facts: Facts, proof: str) -> str:
    """The code that says that the papers are there and in order: the first of its list."""
    item = facts.book.vocabulary.item(proof)
    return next(iter(facts.book.vocabulary.codes.get(item.codes, ())), "") if item else ""


# ---- identity --------------------------------------------------------------------------------------------------------
def _identity(facts: Facts, version: Version) -> tuple[Identity, tuple[str, ...]]:
    """Which check a procedure asks for here, and the questions that would tell."""
    if not version.photo_when:
        return version.identity, ()
    rule = facts.book.language.rule(version.photo_when)
    answer = facts.ask(rule)
    if isinstance(answer, Unknown):
        return Identity.PHOTO, open_facts(facts, rule)
    return (Identity.PHOTO if answer is True else version.identity), ()


def _identified(facts: Facts, identity: Identity, procedure: str) -> Filing:
    """What is still to be asked about the papers shown, or why they hold the procedure."""
    if identity is Identity.NONE or facts.book.vocabulary.item(_CHECK) is None:
        return _filing()
    missing = tuple(dict.fromkeys((*askable(facts, _CHECK), *askable(facts, _EXPIRY))))
    check = reached(facts)
    if check is None:
        held = () if missing else (*held_behind(facts, _CHECK), *held_behind(facts, _EXPIRY))
        return _filing(missing=missing, lacks=tuple(dict.fromkeys(held)), wait=Wait.NONE if missing else Wait.UNKNOWN)
    if check is IdCheck.SHORT:
        taken = taken_unproven(facts, procedure) is not None
        return _filing(missing=missing, wait=Wait.NOTICE if taken else Wait.SHORT)
    wait = Wait.PHOTO if identity is Identity.PHOTO and check is not IdCheck.ONE else Wait.NONE
    return _filing(missing=missing, wait=wait)


class Shown(Frozen):
    """The identity check of a visit: how far it reached, the kinds of papers, and the expiry of the photo ID.

    Never a number and never a copy: nothing else about the papers is a fact. As text it tells the kinds alone: when
    somebody's card expires is theirs, and no line of a record that is kept for good.
    """

    check: str = ""
    papers: tuple[str, ...] = ()
    expires_on: str = ""

    def __str__(self) -> str:
        return ":".join(part for part in (self.check, "・".join(self.papers)) if part)


def shown(facts: Facts) -> Shown:
    """What was shown; nothing when nobody had to show anything."""
    check, papers, expiry = reached(facts), facts.value(_PAPERS), facts.value(_EXPIRY)
    if check is None or not isinstance(papers, tuple):
        return Shown()
    until = expiry.iso if isinstance(expiry, PartialDate) and facts.book.identity.has_photo(papers) else ""
    return Shown(check=check.value, papers=papers, expires_on=until)


def identified(outcome: Outcome) -> bool:
    """Whether a procedure asks who has come."""
    return outcome.filing is not None and outcome.filing.identity is not Identity.NONE
