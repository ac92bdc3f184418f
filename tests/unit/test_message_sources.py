"""No sentence for people stands in the program's own text below the screens, and no message lacks its words."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message as Entry
from fluent.syntax.ast import VariableReference
from fluent.syntax.visitor import Visitor

from kiosk.model.message import Code
from kiosk.preentry import opening
from tests.rooms import modules
from tests.visits import ROOT

JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef々]")
BELOW = ("model", "rules", "flow", "delivery")
LANGUAGES = tuple(path.stem for path in sorted((ROOT / "assets" / "words").glob("*.ftl")))

VALUES = {
    "model/accounts.py": "の between 記号 and 番号, as people write them",
    "flow/about.py": "the brackets around what explains the name of an occasion",
    "flow/billing.py": "how the catalogue says that a procedure costs nothing",
    "model/address.py": "spellings of house numbers that are read",
    "model/address_parts.py": "what ends a county and a lot in an address that is read",
    "model/address_text.py": "words of addresses that are read",
    "model/building_name.py": "words of rooms that are read",
    "model/ditto.py": "同上 as it can be typed",
    "model/verdict.py": "what a receiving system decides: 受理, 補正 and 却下, as its files say it",
    "model/casefile.py": "the answer わからない of a case file",
    "model/eras.py": "eras, numerals and signs of dates that are read and printed",
    "model/forbidden.py": "names of numbers that have no place here",
    "model/identity.py": "codes of the identity check",
    "model/languages.py": "how languages call themselves, which is the answer that names them",
    "model/letters.py": "kana",
    "model/likeness.py": "signs that cards print for a letter that they do not have",
    "model/names.py": "旧氏 and 通称, as certificates print them beside a name",
    "model/numbers.py": "hyphens and separators that are read",
    "model/remarks.py": "words of the office that are left out of what residents read",
    "model/ruby.py": "the brackets around readings",
    "model/relations.py": "続柄 of the 住民票, and the words people say instead",
    "model/said_dates.py": "words of imprecise dates that are read",
    "model/slip_number.py": "the dashes of a number that is read",
    "model/variants.py": "letters that are written for one another",
    "model/wareki.py": "the word that stands in the place of an era",
    "rules/calendar.py": "閉庁日 and its reasons, which the rule trace of IT staff prints",
    "rules/filing.py": "the sign between papers in an audit record",
    "rules/functions.py": "codes of the vocabulary and names of school years that rules compare",
    "rules/transforms.py": "有 and 無 on paper",
    "flow/addresses.py": "the ends of names of cities that are read",
    "flow/parse_answer.py": "answers that can be typed",
    "flow/residents.py": "what ends the name of a town",
    "flow/sources.py": "codes of the vocabulary that a card gives",
}
"""Files whose Japanese is the language of the data: what is typed, printed or compared, never a sentence."""

FOR_IT_STAFF = {
    "model/disk.py": "what is wrong with a file or a folder of this machine",
    "model/base.py": "the brackets of an Issue about a file",
    "model/spelling.py": "what was probably meant by a word that is not there",
    "rules/book.py": "what is wrong with the rules of forms/",
    "rules/complaints.py": "what is wrong with a rule's text",
    "delivery/courier.py": "a failure's detail in the office's list",
    "delivery/decide.py": "what is still wrong with a held parcel, in the office's list",
    "delivery/lanes.py": "a failure's detail in the office's list",
    "delivery/routing.py": "a procedure that the city sends nowhere",
    "model/audit.py": "a reason of staff that cannot be kept",
}
"""Files that speak to the IT staff of the city about their own files, in Japanese only."""


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Japanese in the strings of a file, docstrings apart."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    lone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in lone)
    return (
        (node.lineno, node.value) for node in strings if isinstance(node.value, str) and JAPANESE.search(node.value)
    )


def files(*packages: str) -> list[Path]:
    """Every module of some packages."""
    return [path for package in packages for path in sorted((ROOT / "kiosk" / package).rglob("*.py"))]


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of something by its plain name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node


@lru_cache(maxsize=1)
def held() -> dict[str, dict[str, Code]]:
    """The codes that each module knows by name."""
    inside = {name: vars(import_module(name)) for name in modules()}
    return {
        name: {key: code for key, code in known.items() if isinstance(code, Code)} for name, known in inside.items()
    }


@lru_cache(maxsize=1)
def chosen() -> list[Code]:
    """The codes that stand in a table of a module, to be chosen by what has happened."""
    tables = [table for name in modules() for table in vars(import_module(name)).values() if isinstance(table, dict)]
    return [code for table in tables for code in table.values() if isinstance(code, Code)]


def codes() -> list[Code]:
    """Every code of the program, once."""
    named = (code for known in held().values() for code in known.values())
    return list({id(code): code for code in (*named, *chosen())}.values())


def written(call: ast.Call) -> str:
    """The key of a code as the source writes it; "" where a table makes several."""
    return str(call.args[0].value) if isinstance(call.args[0], ast.Constant) else ""


class Asked(Visitor):
    """The names of the values that words ask for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - Fluent's name
        """One value."""
        self.names.add(node.id.name)


@lru_cache(maxsize=8)
def entries(language: str) -> dict[str, set[str]]:
    """The keys of a word file and the values each asks for."""
    files = (ROOT / "assets" / "words" / room / f"{language}.ftl" for room in ("", "said"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, Entry):
            asked = Asked()
            asked.visit(entry)
            found[entry.id.name] = asked.names
    return found


def test_below_the_screens_japanese_is_the_language_of_the_data_and_of_no_sentence() -> None:
    where = {path.relative_to(ROOT / "kiosk").as_posix() for path in files(*BELOW) if any(literals(path))}
    assert where == VALUES.keys() | FOR_IT_STAFF.keys()


def test_where_japanese_is_data_nothing_ends_like_a_sentence() -> None:
    sentences = [
        (name, line, text)
        for name in VALUES
        for line, text in literals(ROOT / "kiosk" / name)
        if re.search(r"(です|ます|ません|ください|ですか)。?$|。$", text)
    ]
    assert sentences == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_program_has_its_words_with_its_own_values(language: str) -> None:
    words = entries(language)
    assert [code.key for code in codes() if code.key not in words] == []
    assert [code.key for code in codes() if not words[code.key] <= set(code.takes)] == []


def test_a_code_is_declared_once_and_has_a_name() -> None:
    keys = [code.key for code in codes()]
    made = [written(call) for path in files("") for name, call in calls(path) if name == "Code"]
    assert sorted(keys) == sorted(set(keys))
    assert sorted(filter(None, made)) == sorted(key for key in keys if key in set(made))
    assert {key for key in keys if key not in made} == {code.key for code in opening.TROUBLES.values()}
    assert len(keys) > 80


def test_every_message_is_made_with_the_values_of_its_code() -> None:
    wrong = []
    for path in files(""):
        known = held().get(".".join(path.relative_to(ROOT).with_suffix("").parts), {})
        for name, call in calls(path):
            if name in known and ({word.arg for word in call.keywords} != set(known[name].takes) or call.args):
                wrong.append(f"{path.name}:{call.lineno} {name}")
    assert wrong == []


def test_below_the_screens_messages_are_made_by_codes_alone() -> None:
    below = [path for path in files(*BELOW) if path.name != "message.py"]
    assert [path.name for path in below for name, _ in calls(path) if name == "Message"] == []
