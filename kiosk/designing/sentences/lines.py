"""One line of a sentence: a comparison of one fact, said and read by the same table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.designing.sentences.facts import Facts, number
from kiosk.rules.syntax import EQUAL, IN, NOT, UNEQUAL, Call, Has, Listed, Literal, Name, Node, Select

_VALUE = re.compile(r"『([^』]*)』")
_UNFIT = re.compile(r"[『』\n]")
AGES = {"legal_age": "の年齢", "birthday_age": "の誕生日での年齢", "school_grade": "の学年"}
DAYS = {"_>=_": "以後", "_<=_": "以前", "_>_": "より後", "_<_": "より前", EQUAL: "と同じ", UNEQUAL: "と違うもの"}
NUMBERS = {"_>=_": "以上", "_<=_": "以下", "_>_": "より多い", "_<_": "未満", EQUAL: "ちょうど", UNEQUAL: "以外"}
PEOPLE = "人数"
UNDECIDED = "まだ分からない"
_OR, _ONE_OF = "か", {True: "のうちのお一人である", False: "のうちのどなたでもない"}
_FROM, _END = "から数えた", "である"


@dataclass(frozen=True)
class Lines:
    """Says and reads one line; what it has no words for is empty, or None."""

    facts: Facts

    # ---- saying --------------------------------------------------------------------------------------------------
    def said(self, node: Node) -> str:
        """The line of a condition; empty where there is no sentence for it."""
        match node:
            case Literal(value=True):
                return "いつも当てはまる"
            case Literal(value=False):
                return "けっして当てはまらない"
            case Call(function="cel_unknown", args=()):
                return UNDECIDED
            case Select():
                return self._with(node, "がはいである")
            case Has(of=of, field=field):
                return self._with(Select(of, field), "が分かっている")
            case Call(function=function, args=(inner,)) if function == NOT:
                return self._denied(inner)
            case Call():
                return self._call(node)
            case _:
                return ""

    def _with(self, node: Node, tail: str) -> str:
        said = self.facts.said(node)
        return said + tail if said else ""

    def _denied(self, node: Node) -> str:
        match node:
            case Select():
                return self._with(node, "がいいえである")
            case Has(of=of, field=field):
                return self._with(Select(of, field), "が分かっていない")
            case Call(function=function) if function == IN:
                return self._membership(node, yes=False)
            case _:
                return ""

    def _call(self, call: Call) -> str:
        if call.function == IN:
            return self._membership(call, yes=True)
        if call.member and call.function in {"startsWith", "contains"}:
            return self._lettering(call)
        return self._compared(call) if len(call.args) == 2 and call.function in DAYS else ""

    def _membership(self, call: Call, *, yes: bool) -> str:
        match call.args:
            case (left, Listed(items=items)) if _values(items):
                return self._with(left, f"が{_values(items)}のどれ{'かである' if yes else 'でもない'}")
            case (left, Listed(items=items)) if len(items) > 1:
                said = [self.facts.said(item) for item in items]
                return self._with(left, f"が{_OR.join(said)}{_ONE_OF[yes]}") if all(said) else ""
            case (Literal(value=str() as word), Select() as right):
                return "" if _UNFIT.search(word) else self._with(right, f"に『{word}』が{'ある' if yes else 'ない'}")
            case (left, Select() as right):
                return self._both(left, "が", right, f"の中に{'いる' if yes else 'いない'}")
            case _:
                return ""

    def _lettering(self, call: Call) -> str:
        left, right = call.args
        tail = {"startsWith": "で始まる", "contains": "がふくまれる"}[call.function]
        joint = {"startsWith": "が", "contains": "に"}[call.function]
        words = _values((right,))
        return self._with(left, f"{joint}文字{words}{tail}") if words else self._both(left, f"{joint}文字", right, tail)

    def _compared(self, call: Call) -> str:
        left, right = call.args
        match right:
            case Literal(value=bool() as yes):
                said = {True: "はい", False: "いいえ"}[yes]
                return self._with(left, f"が{said}と答えられている") if call.function == EQUAL else ""
            case Literal(value=int() as count, unsigned=False) if count >= 0:
                said = self.counted(left)
                return f"{said}が{count}{NUMBERS[call.function]}{_END}" if said else ""
            case Literal(value=str() as word) if call.function in {EQUAL, UNEQUAL}:
                tail = "である" if call.function == EQUAL else "でない"
                return "" if _UNFIT.search(word) else self._with(left, f"が『{word}』{tail}")
            case Listed(items=items) if call.function in {EQUAL, UNEQUAL} and _values(items):
                return self._with(left, f"が{_values(items)}だけで{'ある' if call.function == EQUAL else 'ない'}")
            case Call(function="days_after" | "months_after" as later, args=(start, count)) if call.function == "_<=_":
                return self._within(left, start, later, count)
            case _:
                return self._both(left, "が", right, f"{DAYS[call.function]}{_END}")

    def _within(self, left: Node, start: Node, later: str, count: Node) -> str:
        """days_after(start, count) is said as a span."""
        unit = "日" if later == "days_after" else "か月"
        whole, begun = self.facts.said(Call(later, (start, count))), self.facts.said(start)
        span = whole.removeprefix(f"{begun}の").removesuffix(f"{unit}後")
        return self._both(left, "が", start, f"から{span}{unit}以内{_END}") if whole else ""

    def _both(self, left: Node, joint: str, right: Node, tail: str) -> str:
        first, second = self.facts.said(left), self.facts.said(right)
        return f"{first}{joint}{second}{tail}" if first and second else ""

    def counted(self, node: Node) -> str:
        """The words for a number: an age, a school year, how many; a fact that is one."""
        match node:
            case Call(function="size", args=(Name(name="persons"),), member=False):
                return PEOPLE
            case Call(function="size", args=(Select() as of,), member=True):
                return self._with(of, "の数")
            case Call(function=function, args=(birth, day), member=False) if function in AGES:
                return self._both(birth, _FROM, day, AGES[function])
            case Select():
                return self.facts.said(node)
            case _:
                return ""

    # ---- reading -------------------------------------------------------------------------------------------------
    def read(self, text: str) -> Node | None:
        """The condition that a line says."""
        if text in {"いつも当てはまる", "けっして当てはまらない"}:
            return Literal(text == "いつも当てはまる")
        if text == UNDECIDED:
            return Call("cel_unknown", ())
        return next(self._read(text), None)

    def _read(self, text: str) -> Iterator[Node]:
        count = self._number(text)
        if count is not None:
            node, rest = count
            found = re.fullmatch(rf"が(\d+)({'|'.join(NUMBERS.values())}){_END}", rest)
            if found:
                yield Call(_sign(NUMBERS, found[2]), (node, number(found[1])))
        first = self.facts.read(text)
        if first is None:
            return
        node, rest = first
        yield from self._plain(node, rest)
        yield from self._of_two(node, rest)
        yield from self._among(node, rest)

    def _plain(self, node: Node, rest: str) -> Iterator[Node]:
        """A fact and what is said of it alone, or of it and values."""
        simple = {
            "がはいである": node,
            "がいいえである": Call(NOT, (node,)),
            "がはいと答えられている": Call(EQUAL, (node, Literal(value=True))),
            "がいいえと答えられている": Call(EQUAL, (node, Literal(value=False))),
        }
        if rest in simple and isinstance(node, Select):
            yield simple[rest]
        if rest in {"が分かっている", "が分かっていない"} and isinstance(node, Select):
            there = Has(node.of, node.field)
            yield there if rest == "が分かっている" else Call(NOT, (there,))
        words = tuple(Literal(word) for word in _VALUE.findall(rest))
        shape = _VALUE.sub("『』", rest)
        if words:
            yield from _with_values(node, shape, words)

    def _among(self, node: Node, rest: str) -> Iterator[Node]:
        """A person who is one of several that facts name."""
        others: list[Node] = []
        while (second := self.facts.read(rest[1:]) if rest[:1] == ("か" if others else "が") else None) is not None:
            others.append(second[0])
            rest = second[1]
        yes = next((yes for yes, words in _ONE_OF.items() if words == rest), None)
        if yes is not None and len(others) > 1:
            there = Call(IN, (node, Listed(tuple(others))))
            yield there if yes else Call(NOT, (there,))

    def _of_two(self, node: Node, rest: str) -> Iterator[Node]:
        """A fact and another one."""
        for joint in ("が文字", "に文字", "が"):
            second = self.facts.read(rest.removeprefix(joint)) if rest.startswith(joint) else None
            if second is None:
                continue
            other, tail = second
            signs = {f"{words}{_END}": sign for sign, words in DAYS.items()}
            made = {
                "の中にいる": Call(IN, (node, other)),
                "の中にいない": Call(NOT, (Call(IN, (node, other)),)),
            }
            if joint == "が" and tail in signs:
                yield Call(signs[tail], (node, other))
            elif joint == "が" and tail in made:
                yield made[tail]
            elif (joint, tail) in {("が文字", "で始まる"), ("に文字", "がふくまれる")}:
                yield Call("startsWith" if joint == "が文字" else "contains", (node, other), member=True)
            span = re.fullmatch(rf"から(\d+|市の〔[A-Za-z0-9_]+〕)(日|か月)以内{_END}", tail)
            if joint == "が" and span:
                later = "days_after" if span[2] == "日" else "months_after"
                yield Call("_<=_", (node, Call(later, (other, number(span[1])))))

    def _number(self, text: str) -> tuple[Node, str] | None:
        if text.startswith(PEOPLE):
            return Call("size", (Name("persons"),)), text.removeprefix(PEOPLE)
        first = self.facts.read(text)
        if first is None:
            return None
        node, rest = first
        if rest.startswith("の数"):
            return Call("size", (node,), member=True), rest.removeprefix("の数")
        second = self.facts.read(rest.removeprefix(_FROM)) if rest.startswith(_FROM) else None
        if second is None:
            return first
        day, tail = second
        words = next((words for words in sorted(AGES.values(), key=len, reverse=True) if tail.startswith(words)), "")
        function = next((name for name, said in AGES.items() if said == words), "")
        return (Call(function, (node, day)), tail.removeprefix(words)) if function else None


def _with_values(node: Node, shape: str, words: tuple[Literal, ...]) -> Iterator[Node]:
    """What is said of a fact and one or several values."""
    listed, marks = Listed(words), "『』" * len(words)
    many = {
        f"が{marks}のどれかである": Call(IN, (node, listed)),
        f"が{marks}のどれでもない": Call(NOT, (Call(IN, (node, listed)),)),
        f"が{marks}だけである": Call(EQUAL, (node, listed)),
        f"が{marks}だけでない": Call(UNEQUAL, (node, listed)),
    }
    one = {
        "が『』である": Call(EQUAL, (node, words[0])),
        "が『』でない": Call(UNEQUAL, (node, words[0])),
        "に『』がある": Call(IN, (words[0], node)),
        "に『』がない": Call(NOT, (Call(IN, (words[0], node)),)),
        "が文字『』で始まる": Call("startsWith", (node, words[0]), member=True),
        "に文字『』がふくまれる": Call("contains", (node, words[0]), member=True),
    }
    if shape in many:
        yield many[shape]
    elif len(words) == 1 and shape in one:
        yield one[shape]


def _values(items: tuple[Node, ...]) -> str:
    """Values one after another; empty where one of them is none, or cannot stand in its marks."""
    words = [item.value for item in items if isinstance(item, Literal) and isinstance(item.value, str)]
    if not words or len(words) < len(items) or any(_UNFIT.search(word) for word in words):
        return ""
    return "".join(f"『{word}』" for word in words)


def _sign(words: dict[str, str], said: str) -> str:
    return next(sign for sign, word in words.items() if word == said)
