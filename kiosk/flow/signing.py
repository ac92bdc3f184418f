"""The end of a visit: signatures, what still stands in the way, and the confirmation that is written outside."""

from kiosk.flow.actions import Confirm, Sign, Step
from kiosk.flow.addresses import wrong_postal
from kiosk.flow.jobs import AddressSplit, DropParked, Examined, Park, SlipTaken, SplitAddress
from kiosk.flow.notices import LEFT_OPEN, RETURNED_MEANWHILE, SECOND_NEEDED, UNCHANGED, warning
from kiosk.flow.obstacles import LOOKED_THROUGH, before_signing, in_the_way
from kiosk.flow.saying import elsewhere, take_back_unread
from kiosk.flow.signers import signature_paths
from kiosk.flow.turn import Turn
from kiosk.flow.writing import SentBackMeanwhile, WriteConfirmation, Writing
from kiosk.model.address import Address
from kiosk.model.address_parts import completed
from kiosk.model.case import CaseState
from kiosk.model.fact import Held, Value
from kiosk.model.source import SPOKEN, Source
from kiosk.rules.snapshot import Snapshot


def sign(turn: Turn, action: Sign) -> None:
    """A signature is bound to the digest of everything printed; without strokes it will be given on paper."""
    on_paper = not action.signature.strokes
    digest = turn.now.content_digest()
    value: Value = Held() if on_paper else action.signature.model_copy(update={"digest": digest})
    paths = signature_paths(turn.now, action.person)
    turn.add([turn.fact(path, value, source=Source.RESIDENT) for path in paths])


def open_signing(turn: Turn) -> None:
    """Whoever goes on to sign has reviewed everything; while something is left, it is shown and nobody signs."""
    found = before_signing(turn.state, turn.now, turn.ahead)
    waits = not found and turn.ahead.known(turn.now) is None
    if found:
        turn.tell(warning(LEFT_OPEN))
    step = Step.CHECK if found or waits else Step.SIGN
    turn.change(step=step, to_sign=waits, reviewed=turn.state.reviewed or step is Step.SIGN)


def examine(turn: Turn) -> None:
    """From the check on, what receivers would refuse of what is said now is found out beside the window."""
    if turn.snapshot is not None and turn.state.step in LOOKED_THROUGH and not turn.state.confirming:
        job = turn.ahead.begin(turn.snapshot)
        turn.jobs += [job] if job is not None else []


def examined(turn: Turn, done: Examined) -> None:
    """It is found out; who was on the way to the signatures goes on."""
    turn.ahead.answered(done)
    if turn.state.to_sign and turn.state.step is Step.CHECK:
        open_signing(turn)


def close_signing(turn: Turn, *, tell: bool) -> None:
    """What comes in between at the signatures is settled before anybody goes on signing; `tell` that it is so."""
    if turn.snapshot is None or turn.state.step is not Step.SIGN or turn.state.confirming:
        return
    if before_signing(turn.state, turn.now, turn.ahead):
        turn.notices += (warning(LEFT_OPEN),) if tell else ()
        turn.change(step=Step.CHECK)


def seconded(snapshot: Snapshot, procedures: frozenset[str]) -> tuple[str, ...]:
    """Of these procedures those that would leave now."""
    return tuple(each.procedure for each in snapshot.sent if each.procedure in procedures)


def confirm(turn: Turn, action: Confirm) -> None:
    """Nothing in the way: the confirmation is handed out to be written; until it stands, nothing else is done.

    Whoever confirms is on record for the case, whoever began it, and whoever else has looked where the city wants it.
    """
    clerk = turn.outside.clerk()
    found = in_the_way(turn.state, turn.now, turn.ahead)
    if not found and seconded(turn.now, turn.outside.second_check) and action.checked_by in {"", clerk}:
        found = (warning(SECOND_NEEDED),)
    turn.notices += found
    if not found:
        if (turn.case.clerk, turn.case.checked_by) != (clerk, action.checked_by):
            turn.keep(turn.case.model_copy(update={"clerk": clerk, "checked_by": action.checked_by}))
        turn.change(confirming=True)
        turn.jobs.append(WriteConfirmation(turn.now, turn.state))


# ---- what comes back ----------------------------------------------------------------------------------------------
def slip_taken(turn: Turn, done: SlipTaken) -> None:
    """The case has its number; one that has a number keeps it."""
    if not turn.case.slip:
        turn.keep(turn.case.model_copy(update={"slip": done.slip}))


def address_split(turn: Turn, done: AddressSplit) -> None:
    """The parts take the place of the words, if these still stand."""
    said = [fact for fact in turn.case.ledger.facts if (fact.path, fact.source) == (done.path, done.source)]
    if done.path in turn.state.splitting:
        turn.change(splitting=turn.state.splitting - {done.path})
    before = said[-1].value if said else None
    if not isinstance(before, Address) or before.text != done.text:
        return
    found = completed(before, done.address)
    if found != before:
        said_in_parts = said[-1].model_copy(update={"value": found})
        turn.retake(turn.case.model_copy(update={"ledger": turn.case.ledger.say(said_in_parts)}))
    refused = None
    if done.source in SPOKEN:
        refused = wrong_postal(done.path) if done.elsewhere else elsewhere(turn, done.path, found)
    if refused is not None:
        turn.change(typed={**turn.state.typed, done.path: (done.text, refused)})
        take_back_unread(turn)


def confirmed(turn: Turn) -> None:
    """The records are in the outbox; once that is on the page, the draft has done its duty."""
    turn.keep(turn.case.model_copy(update={"state": CaseState.CONFIRMED}))
    turn.change(step=Step.DONE, changed=frozenset(), confirming=False)
    turn.jobs.append(DropParked(turn.case.id))


def unchanged(turn: Turn) -> None:
    """A correction that corrects nothing: it goes on, and what it says is told."""
    turn.change(confirming=False)
    turn.tell(warning(UNCHANGED))


def sent_back(turn: Turn, done: SentBackMeanwhile) -> None:
    """Receivers want more corrected than was known when the correction began: that is looked at first."""
    turn.change(confirming=False, returned=done.returned)
    turn.tell(warning(RETURNED_MEANWHILE))


def failed(turn: Turn, job: Writing | SplitAddress) -> None:
    """Nothing was done: the visit can be confirmed again, an address stands in its words. The host tells why."""
    if not isinstance(job, SplitAddress):
        turn.change(confirming=False)
    else:
        turn.change(splitting=turn.state.splitting - {job.path})


def give_up(turn: Turn) -> None:
    """The visit is left: its draft is no longer wanted; what a resident handed in waits for the next clerk."""
    if turn.snapshot is not None and turn.state.step is not Step.DONE:
        turn.jobs.append(Park(turn.state) if turn.state.handed_in else DropParked(turn.case.id))
