"""Why somebody may or may not file: the role, the papers that prove it, the check of who has come - and the answer."""

from dataclasses import dataclass

from kiosk.flow.views import Viewer
from kiosk.model.base import Frozen
from kiosk.model.path import key_of
from kiosk.model.plan import Filing, Outcome, Wait
from kiosk.model.procedure import Filer, Identity, Version
from kiosk.rules.cel import Unknown
from kiosk.rules.facts import Facts
from kiosk.rules.filing import held_reason
from kiosk.rules.keys import CHECKED, ROLE

_CHECKS = {
    Identity.NONE: "なし",
    Identity.USUAL: "1点または2点",
    Identity.PHOTO: "顔写真つき1点",
    Identity.NUMBER: "1点または2点と番号確認",
}
_ANSWERS = {True: "届出できます。", False: "この方は届出できません。", None: "まだ分かりません。"}


class Way(Frozen):
    """One way of filing for a role: its condition and what it came to, the papers that prove it and what was said."""

    role: str
    result: str
    when: str = ""
    papers: tuple[str, ...] = ()
    proof: str = ""


class FilingTrace(Frozen):
    """`answer` is the whole in one sentence; `ways` are those of the visitor's role, `others` who else could come."""

    answer: str
    role: str
    ways: tuple[Way, ...]
    others: str
    identity: str
    shown: tuple[str, ...]


@dataclass(frozen=True)
class FilingTracer:
    """Explains the filing of outcomes of one snapshot."""

    viewer: Viewer

    def trace(self, outcome: Outcome, taken: Version) -> FilingTrace | None:
        """None where nothing is to be filed."""
        filing = outcome.filing
        if filing is None:
            return None
        role = self._said(ROLE)
        ways = tuple(self._way(each) for each in taken.filers if each.role == self._facts.value(ROLE))
        return FilingTrace(
            answer=self._answer(filing, taken, role, ways),
            role=role,
            ways=ways,
            others=taken.who,
            identity=_CHECKS[filing.identity],
            shown=tuple(f"{self.viewer.label(path)} = {self._said(path)}" for path in CHECKED),
        )

    @property
    def _facts(self) -> Facts:
        return self.viewer.snapshot.facts

    def _said(self, path: str) -> str:
        fact, item = self._facts.by_path.get(path), self._facts.book.vocabulary.item(path)
        return self.viewer.say(fact.value, item) if fact is not None else "まだ分からない"

    def _way(self, filer: Filer) -> Way:
        facts = self._facts
        answer = facts.ask(facts.book.language.rule(filer.when)) if filer.when else True
        open_, holds = isinstance(answer, Unknown), answer is True
        proof = f"{self.viewer.label(filer.proof)} = {self._said(filer.proof)}" if filer.proof else ""
        result = "分からない" if open_ else "成り立つ" if holds else "成り立たない"
        return Way(role=filer.role, result=result, when=filer.when, papers=filer.papers, proof=proof)

    def _answer(self, filing: Filing, taken: Version, role: str, ways: tuple[Way, ...]) -> str:
        """The sentence a clerk can say."""
        if filing.may is False:
            return f"この方は届出できません。{self._why_not(filing, taken, role, ways)}"
        if filing.wait in {Wait.SHORT, Wait.PHOTO}:
            return f"このままでは届出できません。{held_reason(self._facts, taken, filing)}。"
        if filing.missing or filing.lacks:
            asked = "、".join(self.viewer.label(path) for path in (*filing.missing, *filing.lacks))
            return f"まだ分かりません。分かれば決まること: {asked}"
        if filing.wait is Wait.NOTICE:
            return f"{_ANSWERS[filing.may]}{held_reason(self._facts, taken, filing)}。"
        return _ANSWERS[filing.may]

    def _why_not(self, filing: Filing, taken: Version, role: str, ways: tuple[Way, ...]) -> str:
        who = f"届出できる方: {taken.who}" if taken.who else ""
        if not ways:
            return f"{self._label(ROLE)}が「{role}」の方の届出は受け付けません。{who}"
        open_to = [way for way in ways if way.result == "成り立つ"]
        if not open_to:
            return f"「{role}」の方が届出できる条件（{' / '.join(way.when for way in ways)}）が成り立ちません。{who}"
        proof, papers = next(way.proof for way in open_to), "、".join(filing.papers)
        return f"書類がそろっていません（{proof}）。必要な書類: {papers}"

    def _label(self, path: str) -> str:
        return self.viewer.wording.item(self._facts.book.vocabulary.by_key[key_of(path)]).label
