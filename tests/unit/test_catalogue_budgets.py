"""However much the files of forms/ ask for, the check of them stays small and every desk alive."""

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.bench.checking import PEAK_KB
from kiosk.bootstrap.forms import read_forms
from kiosk.catalogue.toml_lines import lines, too_deep
from tests.edits import change
from tests.tiny_forms import FILES, tiny_forms
from tests.visits import ROOT

MOST_MB = 400
_CHECK = f"""
import sys
from pathlib import Path
from kiosk.bootstrap.forms import read_forms
read = read_forms(Path(sys.argv[1]), cache=None)
print(len(read.issues), int({PEAK_KB}) // 1024)
"""
FORM, PAGE = "templates/F01/001/template.toml", "templates/F01/001/page-1.svg"
_HEAD, _SVG = FILES[FORM].split("[[box]]")[0], '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297">'


def checked(forms: Path) -> tuple[int, int]:
    """How many problems a process of its own finds, and the most megabytes that it held."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    call = [sys.executable, "-c", _CHECK, str(forms)]
    done = subprocess.run(call, env=environ, capture_output=True, text=True, check=True, cwd=ROOT)
    problems, megabytes = map(int, done.stdout.split())
    return problems, megabytes


def many_facts(forms: Path) -> None:
    (forms / "vocabulary").mkdir()
    for part in range(4):
        facts = "".join(f'"x{part}.k{number}"={{type="text",label="a"}}\n' for number in range(14_000))
        (forms / "vocabulary" / f"a{part}.toml").write_text(f"[item]\n{facts}", encoding="utf-8")


def many_boxes(forms: Path) -> None:
    """Forms whose boxes all lie over one another, in a hundred folders."""
    box = '[[box]]\nid="b{}"\nno=1\nlabel="x"\nfact="case.kind"\nrect={{x=1,y=1,w=1,h=1}}\n'
    boxes = "".join(box.format(number) for number in range(400))
    for form in range(60):
        folder = forms / "templates" / f"G{form}" / "001"
        folder.mkdir(parents=True)
        (folder / "template.toml").write_text(_HEAD.replace("F01", f"G{form}") + boxes, encoding="utf-8")
        (folder / "page-1.svg").write_text(FILES[PAGE], encoding="utf-8")


def many_shapes(forms: Path) -> None:
    (forms / PAGE).write_text(f"{_SVG}{'<g/>' * 125_000}</svg>", encoding="utf-8")


def laughs(forms: Path) -> None:
    """Entities of entities of entities."""
    names = "abcdefghij"
    inside = "".join(f'<!ENTITY {one} "{f"&{other};" * 10}">' for other, one in pairwise(names))
    text = f'<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa">{inside}]>{_SVG}<text x="1" y="1" font-size="3">&j;</text></svg>'
    (forms / PAGE).write_text(text, encoding="utf-8")


def maps_in_maps(forms: Path) -> None:
    rule = "1"
    for depth in range(10):
        rule = f"[1,2,3,4,5,6,7,8,9,10].map(v{depth}, {rule})"
    change(forms / "groups.toml", "O =", f'X = "{rule}.size() > 0"\nO =')


def loops(forms: Path) -> None:
    rule = "a.ref != f.ref || b.ref != c.ref || d.ref != e.ref"
    for name in "fedcba":
        rule = f"persons.all({name}, {rule})"
    change(forms / "groups.toml", "O =", f'X = "{rule}"\nO =')


def growing_text(forms: Path) -> None:
    rule = "case.id_check"
    for letter in "abcdef":
        rule = f"{rule}.replace('{letter}', '{letter * 60}')"
    change(forms / "groups.toml", "O =", f'X = "{rule} == {chr(39)}{chr(39)}"\nO =')


def long_list(forms: Path) -> None:
    change(forms / "groups.toml", "O =", f"X = [{'1,' * 250_000}]\nO =")


def many_keys(forms: Path) -> None:
    unknown = "".join(f"k{number} = 1\n" for number in range(30_000))
    change(forms / "procedures" / "P01.toml", 'id = "P01"\n', f'id = "P01"\n{unknown}')


def many_files(forms: Path) -> None:
    for number in range(4000):
        (forms / "procedures" / f"Q{number}.toml").write_text("", encoding="utf-8")


SPOILS = (many_facts, many_boxes, many_shapes, laughs, maps_in_maps, loops, growing_text, long_list, many_keys)


@pytest.mark.parametrize("spoil", [*SPOILS, many_files], ids=lambda spoil: spoil.__name__)
def test_the_memory_of_the_check_is_bounded_whatever_the_files_say(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    forms = tiny_forms(tmp_path / "forms")
    spoil(forms)
    problems, megabytes = checked(forms)
    assert megabytes < MOST_MB
    assert problems <= 2 * 201 + 1  # of the files, and of what other rooms say


@pytest.mark.parametrize("spoil", [maps_in_maps, loops, growing_text], ids=lambda spoil: spoil.__name__)
def test_a_rule_that_could_cost_too_much_is_told_and_never_evaluated(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    forms = tiny_forms(tmp_path / "forms")
    spoil(forms)
    (found,) = read_forms(forms, cache=None).issues
    assert found.place.startswith("groups.toml 2行目 X")
    assert "計算が多すぎる" in found.message


def test_rules_that_are_too_long_are_told_and_nobody_compiles_one(tmp_path: Path) -> None:
    forms = tiny_forms(tmp_path / "forms")
    change(forms / "groups.toml", "O =", f'X = "[{"1," * 3000}1].size() > 0"\nO =')
    (found,) = read_forms(forms, cache=None).issues
    assert (found.line, found.message, found.allowed) == (2, "式が長すぎます。", "4000文字まで")


# ---- lines and depth of TOML -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("depth", [(20, 0), (30, 1)])
def test_brackets_and_dots_are_counted_before_the_parser_is_asked(depth: tuple[int, int]) -> None:
    count, line = depth
    assert too_deep(f"x = {'[' * count}{']' * count}\n") == line
    assert too_deep(f"{'a.' * count}a = 1\n") == line
    assert too_deep(f"x = {'{a=' * count}1{'}' * count}\n") == line


def test_brackets_inside_texts_and_remarks_do_not_nest() -> None:
    text = f'x = "{"[" * 40}"\ny = \'{"{" * 40}\'\n# {"[" * 40}\nz = """\n{"[" * 40}\n"""\n'
    assert too_deep(text) == 0


def test_the_line_of_every_entry_is_known() -> None:
    found = lines('a = 1\n\n[t]\nb.c = """\nx\n"""\n\n[[l]]\nd = [\n  1,\n  { e = 2 },\n]\n[[l]]\n"f.g" = 3 # end\n')
    assert found["a",] == 1
    assert found["t",] == 3
    assert found["t", "b", "c"] == 4
    assert found["l", 0] == 8
    assert found["l", 0, "d", 0] == 10
    assert found["l", 0, "d", 1, "e"] == 11
    assert found["l", 1] == 13
    assert found["l", 1, "f.g"] == 14
