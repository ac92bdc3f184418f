"""A condition as lines of sentences, and lines as a condition: blocks of lines, one step further in for each level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kiosk.designing.sentences.facts import USUAL, Facts
from kiosk.designing.sentences.lines import NUMBERS, Lines
from kiosk.model.base import Issue
from kiosk.rules.book import RuleBook
from kiosk.rules.complaints import compile_issue
from kiosk.rules.found import AND, CHOICE, OR
from kiosk.rules.syntax import NOT, Call, Literal, Loop, Name, Node
from kiosk.rules.written import written

STEP, CEL = "　", "式: "
ALL, ANY, NONE = "次のすべてに当てはまる", "次のどれかに当てはまる", "次のことに当てはまらない"
IF, THEN, ELSE = "次に当てはまるなら", "そのときは", "そうでなければ"
_VARIABLE = r"(?:（([A-Za-z_][A-Za-z0-9_]*)）)?"
_SOMEBODY = re.compile(rf"次に当てはまる人{_VARIABLE}が(いる|いない)")
_EVERYBODY = re.compile(rf"全員{_VARIABLE}が次に当てはまる")
_COUNTED = re.compile(rf"次に当てはまる人{_VARIABLE}の数が(\d+)({'|'.join(NUMBERS.values())})である")
_MOST_DEEP = 40


@dataclass(frozen=True)
class Said:
    """A condition in lines; `left` are the parts that no sentence is made for, as CEL."""

    lines: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines, one below the other."""
        return "\n".join(self.lines)


class _Unread(Exception):
    def __init__(self, line: int, message: str, allowed: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.allowed = line, message, allowed


@dataclass(frozen=True)
class _Block:
    """A line with its number and the lines that stand further in below it."""

    number: int
    text: str
    inside: tuple[_Block, ...]


@dataclass(frozen=True)
class Converter:
    """Sentences over the vocabulary of a rule book."""

    book: RuleBook

    @cached_property
    def _lines(self) -> Lines:
        return Lines(Facts(self.book.vocabulary, self.book.roots))

    # ---- saying --------------------------------------------------------------------------------------------------
    def say(self, text: str) -> Said:
        """A condition that compiles, in sentences."""
        left: list[str] = []
        lines = tuple(self._say(self.book.language.rule(text).tree, 0, left))
        return Said(lines, tuple(left))

    def _say(self, node: Node, depth: int, left: list[str]) -> Iterator[str]:
        said = self._lines.said(node)
        head, inside = ("", ()) if said else _opened(node)
        if said:
            yield STEP * depth + said
        elif head == IF:
            for word, part in zip((IF, THEN, ELSE), inside, strict=True):
                yield STEP * depth + word
                yield from self._say(part, depth + 1, left)
        elif head:
            yield STEP * depth + head
            for part in inside:
                yield from self._say(part, depth + 1, left)
        else:
            left.append(written(node))
            yield f"{STEP * depth}{CEL}{left[-1]}"

    # ---- reading -------------------------------------------------------------------------------------------------
    def read(self, text: str) -> Node | Issue:
        """The condition that lines say, or what is wrong with the first line that says none."""
        try:
            blocks = _blocks(text)
            if len(blocks) != 1 and not (blocks and blocks[0].text == IF):
                line = blocks[1].number if blocks else 1
                raise _Unread(line, "文が一つではありません。", f"「{ALL}」か「{ANY}」の下に並べる")
            node, rest = self._block(blocks, ())
            if rest:
                raise _Unread(rest[0].number, "文が一つではありません。", f"「{ALL}」か「{ANY}」の下に並べる")
        except _Unread as error:
            return Issue(where="文", line=error.line, message=error.message, allowed=error.allowed)
        return node

    def cel(self, text: str) -> str | Issue:
        """The condition that lines say as CEL that compiles."""
        node = self.read(text)
        if isinstance(node, Issue):
            return node
        made = written(node)
        try:
            self.book.language.compile(made)
        except ValueError as error:
            return compile_issue("文", str(error))
        return made

    def _block(self, blocks: Sequence[_Block], variables: tuple[str, ...]) -> tuple[Node, Sequence[_Block]]:
        """The condition of the first block (three where it begins with `if`), and the blocks after it."""
        first, *rest = blocks
        if first.text == IF:
            return self._choice(blocks, variables)
        if first.text in {ALL, ANY}:
            parts = tuple(self._all(first.inside, variables))
            if len(parts) < 2:
                raise _Unread(first.number, "下に文が二つ以上いります。", f"「{STEP}」で字下げした文")
            return Call(AND if first.text == ALL else OR, parts), rest
        if first.text == NONE:
            return Call(NOT, (self._one(first, variables),)), rest
        people = self._of_people(first, variables)
        if people is not None:
            return people, rest
        if first.inside:
            raise _Unread(first.inside[0].number, "この文の下に、字下げした文は置けません。", "字下げをやめる")
        return self._single(first, variables), rest

    def _choice(self, blocks: Sequence[_Block], variables: tuple[str, ...]) -> tuple[Node, Sequence[_Block]]:
        if [block.text for block in blocks[:3]] != [IF, THEN, ELSE]:
            raise _Unread(blocks[0].number, f"「{IF}」のあとが違います。", f"「{THEN}」と「{ELSE}」")
        condition, yes, no = (self._one(block, variables) for block in blocks[:3])
        return Call(CHOICE, (condition, yes, no)), blocks[3:]

    def _all(self, blocks: Sequence[_Block], variables: tuple[str, ...]) -> Iterator[Node]:
        while blocks:
            node, blocks = self._block(blocks, variables)
            yield node

    def _one(self, block: _Block, variables: tuple[str, ...]) -> Node:
        """The one condition that stands below a line."""
        parts = tuple(self._all(block.inside, variables))
        if len(parts) != 1:
            raise _Unread(block.number, "下に文が一つだけいります。", f"二つ以上は「{ALL}」か「{ANY}」の下に並べる")
        return parts[0]

    def _of_people(self, block: _Block, variables: tuple[str, ...]) -> Node | None:
        everybody, somebody = _EVERYBODY.fullmatch(block.text), _SOMEBODY.fullmatch(block.text)
        counted = _COUNTED.fullmatch(block.text)
        found = everybody or somebody or counted
        if found is None:
            return None
        variable = found[1] or USUAL
        condition = self._one(block, (*variables, variable))
        persons = Name("persons")
        if everybody:
            return Loop("all", persons, variable, (condition,))
        if somebody:
            there = Loop("exists", persons, variable, (condition,))
            return there if somebody[2] == "いる" else Call(NOT, (there,))
        sign = next(sign for sign, word in NUMBERS.items() if word == found[3])
        chosen = Call("size", (Loop("filter", persons, variable, (condition,)),), member=True)
        return Call(sign, (chosen, Literal(int(found[2]))))

    def _single(self, block: _Block, variables: tuple[str, ...]) -> Node:
        if block.text.startswith(CEL):
            return self._written(block, variables)
        found = self._lines.read(block.text)
        if found is None:
            keys = self._lines.facts.candidates(block.text)
            allowed = "、".join(f"〔{key.removeprefix('person.')}〕" for key in keys[:6])
            message = "同じ名前の事実が二つ以上あります。" if keys else "この文は読めません。"
            raise _Unread(block.number, message, allowed or "「事実」が『値』である、など（kiosk rules say の形）")
        return found

    def _written(self, block: _Block, variables: tuple[str, ...]) -> Node:
        """CEL that stands for itself; the people looked for around it are known in it."""
        text = block.text.removeprefix(CEL)
        around = "".join(f"persons.map({variable}, " for variable in variables)
        try:
            tree = self.book.language.compile(f"{around}{text}\n{')' * len(variables)}").tree
        except ValueError as error:
            told = compile_issue("文", str(error))
            raise _Unread(block.number, told.message, told.allowed) from error
        for _ in variables:
            tree = tree.args[0] if isinstance(tree, Loop) else tree
        return tree


def _opened(node: Node) -> tuple[str, tuple[Node, ...]]:
    """The line that opens a block, and what stands in it; nothing for what is no block."""
    match node:
        case Call(function=function, args=args) if function in {AND, OR}:
            return (ALL if function == AND else ANY), args
        case Call(function=function, args=args) if function == CHOICE:
            return IF, args
        case Call(function=function, args=(Loop(macro="exists") as loop,)) if function == NOT and _plain(loop):
            return f"次に当てはまる人{_variable(loop)}がいない", loop.args
        case Call(function=function, args=args) if function == NOT:
            return NONE, args
        case Loop(macro="exists") if _plain(node):
            return f"次に当てはまる人{_variable(node)}がいる", node.args
        case Loop(macro="all") if _plain(node):
            return f"全員{_variable(node)}が次に当てはまる", node.args
        case Call(
            function=sign, args=(Call(function="size", args=(Loop(macro="filter") as loop,), member=True), count)
        ) if sign in NUMBERS and _plain(loop) and _whole(count):
            return f"次に当てはまる人{_variable(loop)}の数が{written(count)}{NUMBERS[sign]}である", loop.args
        case _:
            return "", ()


def _plain(loop: Loop) -> bool:
    """Whether a loop goes through everybody, under a name that nothing else has."""
    return loop.over == Name("persons") and loop.variable not in {"m", "persons", "today"}


def _whole(node: Node) -> bool:
    return isinstance(node, Literal) and type(node.value) is int and node.value >= 0 and not node.unsigned


def _variable(loop: Loop) -> str:
    return "" if loop.variable == USUAL else f"（{loop.variable}）"


def _blocks(text: str) -> tuple[_Block, ...]:
    """Lines by how far in they stand; a step is a full-width space, two others or a tab."""
    rows: list[tuple[int, int, str]] = []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.replace("\t", STEP).rstrip()
        bare = line.lstrip(f"{STEP} ")
        margin = line[: len(line) - len(bare)]
        if bare:
            rows.append((margin.count(STEP) + margin.count(" ") // 2, number, bare))
    blocks, rest = _below(rows, 0)
    if rest:
        raise _Unread(rest[0][1], "字下げが合いません。", f"一段は「{STEP}」一つ")
    return blocks


def _below(
    rows: Sequence[tuple[int, int, str]], depth: int
) -> tuple[tuple[_Block, ...], Sequence[tuple[int, int, str]]]:
    found: list[_Block] = []
    if depth > _MOST_DEEP:
        raise _Unread(rows[0][1], "字下げが深すぎます。", f"{_MOST_DEEP}段まで")
    while rows and rows[0][0] == depth:
        (_, number, text), rows = rows[0], rows[1:]
        inside, rows = _below(rows, depth + 1)
        found.append(_Block(number, text, inside))
    return tuple(found), rows
