"""Files of tables changed key by key: what becomes of the text, who speaks of what, how a step is taken back."""

import tomllib
from pathlib import Path

import pytest

from kiosk.bootstrap.place import Place as Home
from kiosk.catalogue.toml_lines import Path as Place
from kiosk.designing.tables.changes import Change, Drop, Enter, Rename, Say, Shift
from kiosk.designing.tables.ledger import Ledger
from kiosk.designing.tables.outline import outline
from kiosk.designing.tables.roots import root_of
from kiosk.designing.tables.shapes import Kind, Shape
from kiosk.designing.tables.uses import name_of, renamed, uses
from kiosk.designing.tables.writing import changed
from kiosk.words import Words
from tests.forms import FORMS
from tests.short import SHORT

DOG = """# 犬の届出
id = "P70"
fee = "300円"   # 条例で決まる

[[version]]
from = 2024-12-02
when = '''case.kind == "届出"
  && case.has_dog'''
bring = []
deadline = { count = 14, unit = "day" }   # 法で決まる

# 持ち物ではなく、届け出る人
[[version.filers]]
role = "本人"
papers = []

[labels]
en = "Dog"
"""


BESIDE = (
    *("labels/pt.toml", "cards.toml", "exchange/columns.toml", "exchange/extract.toml"),
    *("exchange/register.toml", "exchange/gif.toml", "exchange/letters.toml", "exchange/robot/sample.toml"),
)


def after(change: Change, text: str = DOG) -> str:
    made = changed(text, change)
    assert made is not None, change
    return made


def lines(text: str) -> set[str]:
    return set(text.split("\n"))


@pytest.mark.parametrize(
    ("change", "gone", "new"),
    [
        (Say(("fee",), "400円"), {'fee = "300円"   # 条例で決まる'}, {'fee = "400円"   # 条例で決まる'}),
        (Say(("law",), '狂犬病予防法"4条"'), set(), {"law = '狂犬病予防法\"4条\"'"}),
        (
            Say(("version", 0, "deadline", "count"), 30),
            {'deadline = { count = 14, unit = "day" }   # 法で決まる'},
            {'deadline = { count = 30, unit = "day" }   # 法で決まる'},
        ),
        (Say(("version", 0, "deadline", "start"), "case.moved_on"), None, None),
        (Enter(("version", 0, "bring"), {"what": "印鑑"}), {"bring = []"}, {'bring = [{ what = "印鑑" }]'}),
        (Enter(("version", 0, "filers"), {"role": "世帯主"}), set(), {'role = "世帯主"'}),
        (Enter(("version", 0, "charge"), {"fee": "city.fee_dog"}), set(), {"[[version.charge]]"}),
        (Say(("labels", "ko"), "개"), set(), {'ko = "개"'}),
        (Drop(("version", 0, "filers", 0)), {"[[version.filers]]", 'role = "本人"', "papers = []"}, set()),
        (Drop(("fee",)), {'fee = "300円"   # 条例で決まる'}, set()),
        (Rename(("labels", "en"), "vi"), {'en = "Dog"'}, {'vi = "Dog"'}),
        (Say(("version", 0, "when"), 'case.kind == "取消"\n  && case.has_dog'), None, None),
    ],
)
def test_a_change_touches_its_own_lines_and_leaves_every_remark(
    change: Change, gone: set[str] | None, new: set[str] | None
) -> None:
    made = after(change)
    if gone is not None and new is not None:
        assert (lines(DOG) - lines(made), (lines(made) - lines(DOG)) & new) == (gone, new)
    for remark in ("# 犬の届出", "# 持ち物ではなく、届け出る人", "# 法で決まる"):
        assert remark in made
    assert "\n\n\n" not in made


def test_a_condition_of_several_lines_stays_one_and_a_new_table_stands_with_its_kind() -> None:
    made = after(Say(("version", 0, "when"), 'case.kind == "取消"\n  && case.has_dog'))
    assert "when = '''case.kind == \"取消\"\n  && case.has_dog'''" in made
    made = after(Enter(("version", 0, "filers"), {"role": "世帯主", "papers": []}))
    assert made.index('role = "世帯主"') < made.index("[labels]")
    person = after(
        Say(("person", "p2"), {"kana": "カクウ"}), '[answers]\n\n[person.p1]\nkana = "イチ"\n\n[expect]\nforms = []\n'
    )
    assert person.index("[person.p1]") < person.index("[person.p2]") < person.index("[expect]")


def every(data: object, path: Place = ()) -> list[tuple[Place, object]]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [each for key, value in inside for each in (((*path, key), value), *every(value, (*path, key)))]


def test_whatever_stands_in_the_forms_can_be_said_anew_and_taken_away_and_reads_as_meant() -> None:
    names = (
        "procedures/P20.toml",
        "vocabulary/days.toml",
        "municipality.toml",
        "events/tandoku.toml",
        "personas/suido.toml",
        "cards.toml",
        "exchange/columns.toml",
        "exchange/extract.toml",
        "exchange/gif.toml",
    )
    for name in names:
        text = (FORMS / name).read_text(encoding="utf-8")
        for path, value in every(tomllib.loads(text))[:: 40 if SHORT else 5]:
            if isinstance(value, str):
                made = after(Say(path, f'{value} "'), text)
                assert len(lines(text) ^ lines(made)) <= 2 * (value.count("\n") + 1)
            assert len(after(Drop(path), text)) < len(text)


def of(shape: Shape, seen: set[str]) -> list[tuple[str, str]]:
    found = []
    for key, slot in () if shape.model in seen else shape.slots.items():
        found.append((shape.model, key))
        for inner in (slot.shape, slot.shape.inner, *(slot.shape.inner.kinds.values() if slot.shape.inner else ())):
            found += of(inner, {*seen, shape.model}) if inner is not None else []
    return found


def test_every_key_that_a_file_can_have_has_words_and_stands_in_the_outline() -> None:
    words_of_the_glass = Words.load(Home.standard().assets / "words").keys
    files = (
        "municipality.toml",
        "procedures/P.toml",
        "events/e.toml",
        "vocabulary.toml",
        "personas/p.toml",
        "identity.toml",
        *BESIDE,
    )
    for file in files:
        shape = root_of(file)
        assert shape is not None
        nameless = [(m, k) for m, k in of(shape, set()) if not {f"table-{k}", f"table-{m}-{k}"} & words_of_the_glass]
        assert not nameless
    for name in ("procedures/P20.toml", "municipality.toml", "vocabulary.toml", "events/tennyu.toml", *BESIDE):
        data = tomllib.loads((FORMS / name).read_text(encoding="utf-8"))
        root = root_of(name)
        assert root is not None
        shown = {leaf.path for part in outline(root, data) for leaf in part.leaves}
        around = {part.path for part in outline(root, data)}
        for path, value in every(data):
            if not isinstance(value, dict | list):
                assert shown & {path, path[:-1]} or around & {path}, (name, path)


def test_a_setting_that_is_no_longer_known_is_shown_as_such() -> None:
    root = root_of("municipality.toml")
    assert root is not None
    assert root.slots["handed_in_days"].shape == Shape(Kind.NUMBER, least=1, most=90)
    parts = outline(root, {"name": "小市", "mayer": "市長"})
    assert [leaf.path for leaf in parts[0].leaves if not leaf.known] == [("mayer",)]


def test_who_speaks_of_a_fact_is_found_by_whatever_name_and_gets_the_new_one() -> None:
    texts = {
        "vocabulary.toml": '[item]\n"person.birth.date" = { type = "date" }\n"person.birth.date_old" = { en = "" }\n',
        "procedures/P1.toml": "when = 'legal_age(m.birth.date, today) > 3 && m.birth.date_old != \"\"'\n",
        "templates/F1/001/template.toml": 'fact = "person[A].birth.date"\n',
        "personas/a.toml": '[person.p1]\n"birth.date" = "S1.1.1"\n# birth.date\n',
    }
    own: tuple[str, Place] = ("vocabulary.toml", ("item", "person.birth.date"))
    found = {use.file: use.line for use in uses(texts, name_of(*own), own=own)}
    assert found == {"procedures/P1.toml": 1, "templates/F1/001/template.toml": 1, "personas/a.toml": 2}
    made = renamed(texts, "person.birth.date", "person.born")
    assert "m.born" in made["procedures/P1.toml"]
    assert "m.birth.date_old" in made["procedures/P1.toml"]
    assert 'fact = "person[A].born"' in made["templates/F1/001/template.toml"]
    assert '"born" = "S1.1.1"\n# birth.date' in made["personas/a.toml"]
    assert name_of("municipality.toml", ("fee", "dog")) == "city.fee_dog"
    assert name_of("procedures/P01.toml", ()) == "P01"


PAPERS = """[[paper]]
name = "免許証"

# 顔写真のないもの
[[paper]]
name = "保険証"

[[paper.part]]
side = "表"

[[paper]]
name = "年金手帳"
"""


def test_rows_change_places_with_their_remarks_and_all_that_is_below_them() -> None:
    up = after(Shift(("paper", 1), -1), PAPERS)
    assert [each["name"] for each in tomllib.loads(up)["paper"]] == ["保険証", "免許証", "年金手帳"]
    assert up.startswith('# 顔写真のないもの\n[[paper]]\nname = "保険証"\n\n[[paper.part]]\nside = "表"\n')
    assert after(Shift(("paper", 0), 1), up) == PAPERS
    down = after(Shift(("paper", 1), 1), PAPERS)
    assert [each["name"] for each in tomllib.loads(down)["paper"]] == ["免許証", "年金手帳", "保険証"]
    assert tomllib.loads(after(Shift(("a", 0), 1), "a = [{ b = 1 }, { b = 2 }]\n")) == {"a": [{"b": 2}, {"b": 1}]}


@pytest.mark.parametrize("beyond", [Shift(("paper", 0), -1), Shift(("paper", 2), 1)])
def test_the_first_row_goes_no_further_up_and_the_last_no_further_down(beyond: Shift) -> None:
    assert changed(PAPERS, beyond) is None


def test_a_procedure_of_another_name_has_it_in_the_matrix_the_occasions_and_the_written_visits() -> None:
    files = ("matrix.toml", "events/tennyu.toml", "personas/kazoku4.toml")
    texts = {file: (FORMS / file).read_text(encoding="utf-8") for file in files}
    made = {file: tomllib.loads(text) for file, text in renamed(texts, "P20", "P200").items()}
    assert len(made["matrix.toml"]["P200"]) == len(tomllib.loads(texts["matrix.toml"])["P20"])
    assert "P20" not in made["matrix.toml"]
    assert "P200" in made["events/tennyu.toml"]["procedures"]
    assert "P200" in made["personas/kazoku4.toml"]["expect"]["deadlines"]


def test_steps_over_several_files_are_taken_back_one_by_one_and_laid_down_together(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("x = 1\n", encoding="utf-8")
    ledger = Ledger(tmp_path)
    ledger.step({"a.toml": "x = 2\n", "b.toml": "new = 1\n"}, at="b.toml")
    ledger.step({"a.toml": "x = 3\n"}, at="a.toml")
    ledger.step({"a.toml": "x = 3\n"}, at="a.toml")
    assert (ledger.undo(), ledger.text("a.toml"), ledger.text("b.toml")) == ("a.toml", "x = 2\n", "new = 1\n")
    assert (ledger.redo(), ledger.text("a.toml"), ledger.redo()) == ("a.toml", "x = 3\n", "")
    assert ledger.save() == ()
    assert (tmp_path / "b.toml").read_text(encoding="utf-8") == "new = 1\n"
    assert not ledger.unsaved
    ledger.undo()
    ledger.undo()
    assert dict(ledger.unsaved) == {"a.toml": "x = 1\n", "b.toml": None}
    (tmp_path / "a.toml").write_text("x = 9\n", encoding="utf-8")
    assert "ほかで変更" in ledger.save()[0].message
    ledger.forget()
    assert ledger.text("a.toml") == "x = 9\n"
