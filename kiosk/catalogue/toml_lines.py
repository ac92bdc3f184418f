"""Where in a TOML file each entry stands: the line of every key, table and list entry, and how deep they nest.

The standard library's parser says where a file is no TOML, but of a file that is it keeps no positions. This reads
the same text once more, only for its shape; it is asked when something is wrong, and only about text that is TOML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
NESTING = 24
_TOKEN = re.compile(
    r"""(?P<note>\#[^\n]*)|(?P<long>\"\"\"(?:\\.|[^\\])*?\"{3,5}|'''.*?'{3,5})|(?P<text>"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
    r"""|(?P<open>[\[{])|(?P<close>[\]}])|(?P<line>\n)|(?P<sign>[=,.])|(?P<bare>[^\s\#"'\[\]{}=,.]+)""",
    re.DOTALL,
)
_NO_BRACKET = re.compile(r"[^\[\]{}]+")
_SQUARE = str.maketrans("{}", "[]")
_PART = r"""(?:[\w-]++|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = re.compile(rf"(?<![\w-]){_PART}(?:[ \t]*\.[ \t]*{_PART}){{{NESTING}}}")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for found in _TOKEN.finditer(text):
        kind, word = found.lastgroup or "", found[0]
        if kind != "note":
            yield _Token("text" if kind == "long" else kind, word, line)
        line += word.count("\n")


def too_deep(text: str) -> int:
    """The line on which brackets or dotted keys nest deeper than NESTING, 0 for none; the parser is not asked first."""
    if not _looks_deep(text):
        return 0
    depth, dots = 0, 0
    for token in _tokens(text):
        dots = dots + 1 if token.text == "." else dots if token.kind in {"bare", "text"} else 0
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if depth > NESTING or dots > NESTING:
            return token.line
    return 0


def _looks_deep(text: str) -> bool:
    """The same without telling texts and remarks apart, a thousand times as quick: no for every usual file.

    Pairs of brackets are taken away from the inside; what was never closed could be around all of them.
    """
    brackets, depth = _NO_BRACKET.sub("", text).translate(_SQUARE), 0
    while "[]" in brackets and depth <= NESTING:
        brackets, depth = brackets.replace("[]", ""), depth + 1
    if depth + brackets.count("[") > NESTING:
        return True
    return any(line.count(".") >= NESTING for line in text.split("\n")) and _DOTTED.search(text) is not None


def lines(text: str) -> dict[Path, int]:
    """The line of every path, e.g. ("version", 0, "reason"); of a repeated one the first."""
    reader = _Reader(list(_tokens(text)))
    reader.read()
    return reader.found


def statements(text: str) -> tuple[tuple[int, Path, bool], ...]:
    """Every header and every pair of a text in their order: its first line, its path, and whether it is a header."""
    reader = _Reader(list(_tokens(text)))
    reader.read()
    return tuple(reader.begun)


@dataclass
class _Reader:
    """Goes through the tokens of a text that is TOML."""

    tokens: list[_Token]
    at: int = 0
    found: dict[Path, int] = field(default_factory=dict)
    lists: dict[Path, int] = field(default_factory=dict)
    begun: list[tuple[int, Path, bool]] = field(default_factory=list)

    def read(self) -> None:
        table: Path = ()
        while self.at < len(self.tokens):
            token = self._next()
            if token.kind == "open":
                table = self._header(token)
                self.begun.append((token.line, table, True))
            elif token.kind in {"bare", "text"}:
                self.at -= 1
                self.begun.append((token.line, self._pair(table), False))

    def _next(self) -> _Token:
        self.at += 1
        return self.tokens[self.at - 1]

    @property
    def _here(self) -> _Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else _Token("end", "", 0)

    def _header(self, first: _Token) -> Path:
        """[a.b] or [[a.b]], up to the end of its line."""
        listed = self._here.kind == "open"
        self.at += listed
        table: Path = ()
        names = self._names()
        for index, name in enumerate(names):
            table = (*table, name)
            if listed and index == len(names) - 1:
                self.lists[table] = self.lists.get(table, -1) + 1
            self._note(table, first.line)
            if table in self.lists:
                table = (*table, self.lists[table])
                self._note(table, first.line)
        while self._here.kind not in {"line", "end"}:
            self.at += 1
        return table

    def _names(self) -> list[str]:
        """The parts of a dotted key."""
        names = []
        while self._here.kind in {"bare", "text"} or self._here.text == ".":
            token = self._next()
            if token.text != ".":
                names.append(_named(token))
        return names

    def _pair(self, table: Path) -> Path:
        line, path = self._here.line, table
        for name in self._names():
            path = (*path, name)
            self._note(path, line)
        self.at += 1  # the equals sign
        self._value(path)
        return path

    def _value(self, path: Path) -> None:
        """One value, and everything inside it."""
        match self._here.text:
            case "[":
                self._list(path)
            case "{":
                self._inline(path)
            case _:
                while self._here.kind in {"bare", "text"} or self._here.text == ".":  # 1.5, 2026-04-01 08:00
                    self.at += 1

    def _list(self, path: Path) -> None:
        self.at += 1
        index = 0
        while self._here.kind not in {"close", "end"}:
            if self._here.kind == "line" or self._here.text == ",":
                self.at += 1
                continue
            self._note((*path, index), self._here.line)
            self._value((*path, index))
            index += 1
        self.at += 1

    def _inline(self, path: Path) -> None:
        self.at += 1
        while self._here.kind not in {"close", "end"}:
            if self._here.kind in {"bare", "text"}:
                self._pair(path)
            else:
                self.at += 1
        self.at += 1

    def _note(self, path: Path, line: int) -> None:
        self.found.setdefault(path, line)


def _named(token: _Token) -> str:
    if token.kind != "text":
        return token.text
    inside = token.text[1:-1]
    return re.sub(r"\\(.)", r"\1", inside) if token.text[0] == '"' else inside
