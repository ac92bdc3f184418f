"""Conditions are said as Japanese sentences and read back as the same conditions."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.designing.sentences.converter import Converter
from kiosk.model.base import Issue
from kiosk.rules.syntax import Literal
from kiosk.rules.texts import texts
from tests.commands import Kiosk
from tests.short import examples
from tests.visits import catalogue


@pytest.fixture(scope="module")
def converter() -> Converter:
    return Converter(catalogue().book.whole)


def conditions() -> list[str]:
    return sorted({text.text for text in texts(catalogue().book.whole) if text.gives == "bool"})


def test_every_condition_in_forms_comes_back_as_the_same_checked_tree(converter: Converter) -> None:
    language = converter.book.language
    for text in conditions():
        said = converter.say(text)
        tree = language.rule(text).tree
        assert converter.read(said.text) == tree, said.text
        made = converter.cel(said.text)
        assert isinstance(made, str)
        assert language.rule(made).tree == tree


def test_nearly_all_of_them_are_sentences_to_the_last_line(converter: Converter) -> None:
    said = [converter.say(text) for text in conditions()]
    lines = sum(len(each.lines) for each in said)
    left = sum(len(each.left) for each in said)
    assert left / lines < 0.02
    assert sum(not each.left for each in said) / len(said) > 0.9


@pytest.mark.parametrize(
    ("cel", "lines"),
    [
        ('case.occasion == "転入"', ["「手続のきっかけ」が『転入』である"]),
        ('case.occasion in ["婚姻", "離婚"]', ["「手続のきっかけ」が『婚姻』『離婚』のどれかである"]),
        ('!(case.occasion in ["婚姻", "離婚"])', ["「手続のきっかけ」が『婚姻』『離婚』のどれでもない"]),
        ("persons.exists(p, p.moves)", ["次に当てはまる人がいる", "　その方の「異動する」がはいである"]),
        ("!persons.exists(c, c.moves)", ["次に当てはまる人（c）がいない", "　その方（c）の「異動する」がはいである"]),
        (
            "legal_age(m.birth.date, case.filed_on) >= 20",
            ["この方の「生年月日」から数えた「届出（申請）年月日」の年齢が20以上である"],
        ),
        (
            "case.filed_on <= days_after(case.moved_on, 14)",
            ["「届出（申請）年月日」が「異動年月日（住み始めた日）」から14日以内である"],
        ),
        ('m.birth.date >= "2025-04-01"', ["この方の「生年月日」が2025年4月1日以後である"]),
        (
            "addr.new.text.startsWith(city.prefecture)",
            ["「新しい住所」が文字市の〔prefecture〕で始まる"],
        ),
        (
            "case.filed_on <= months_after(case.moved_on, 3)",
            ["「届出（申請）年月日」が「異動年月日（住み始めた日）」から3か月以内である"],
        ),
        ("m.ref in [marriage.husband, marriage.wife]", ["この方が「夫になる人」か「妻になる人」のうちのお一人である"]),
        ("jido.all_in_custody == false", ["「お子さん全員と同居・養育」がいいえと答えられている"]),
        ("1 + 1 == 2", ["式: 1 + 1 == 2"]),
    ],
)
def test_a_condition_is_said_in_words_that_anybody_reads(converter: Converter, cel: str, lines: list[str]) -> None:
    assert list(converter.say(cel).lines) == lines
    assert converter.read("\n".join(lines)) == converter.book.language.rule(cel).tree


def test_blocks_stand_one_step_further_in_and_may_be_typed_with_other_spaces(converter: Converter) -> None:
    text = 'case.occasion == "死亡" ? death.was_head : persons.exists(p, p.moves && !p.is_newborn)'
    said = converter.say(text)
    assert said.lines[0] == "次に当てはまるなら"
    assert said.lines[2:4] == ("そのときは", "　「亡くなられた方が世帯主だったか」がはいである")
    other = said.text.replace("　", "  ")
    assert converter.read(other) == converter.book.language.rule(text).tree


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "一つではありません"),
        ("「手続のきっかけ」は転入", 1, "この文は読めません"),
        ("「そんな事実」がはいである", 1, "この文は読めません"),
        ("次のすべてに当てはまる\n　「手続のきっかけ」が『転入』である", 1, "二つ以上"),
        ("次に当てはまる人がいる", 1, "一つだけ"),
        ("次に当てはまるなら\n　いつも当てはまる\nそうでなければ\n　いつも当てはまる", 1, "あとが違います"),
        ("「手続のきっかけ」が『転入』である\n　いつも当てはまる", 2, "置けません"),
        ("いつも当てはまる\nいつも当てはまる", 2, "一つではありません"),
        ("次のどれかに当てはまる\n　　いつも当てはまる", 2, "字下げが合いません"),
        ("式: case.occasion = 1", 1, "式が正しくありません"),
        ("「異動日」が2025年2月30日以後である", 1, "この文は読めません"),
    ],
)
def test_what_is_no_sentence_is_told_with_its_line(converter: Converter, text: str, line: int, said: str) -> None:
    found = converter.read(text)
    assert isinstance(found, Issue)
    assert (found.line, said in found.message) == (line, True), found


def test_a_fact_whose_label_is_several_facts_is_asked_for_by_its_key(converter: Converter) -> None:
    found = converter.read("「同居を始めたとき」が分かっている")
    assert isinstance(found, Issue)
    key = found.allowed.partition("〔")[2].partition("〕")[0]
    assert isinstance(converter.cel(f"「同居を始めたとき」〔{key}〕が分かっている"), str)


def test_a_word_of_a_wrong_type_is_found_by_the_check_of_the_rule(converter: Converter) -> None:
    made = converter.cel("式: persons + 1")
    assert isinstance(made, Issue)


@settings(max_examples=examples(200))
@given(st.text(alphabet="「」『』〔〕がのに次人いる式: \n　persons.(){}1&|", max_size=60))
def test_whatever_is_typed_is_read_or_told(text: str) -> None:
    found = Converter(catalogue().book.whole).read(text)
    assert found is not None
    assert not isinstance(found, Issue) or found.message


def test_what_is_always_or_never_so_is_a_sentence_too(converter: Converter) -> None:
    assert [converter.say(text).text for text in ("true", "false")] == ["いつも当てはまる", "けっして当てはまらない"]
    assert converter.read("いつも当てはまる") == Literal(value=True)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2027-01-31", 1, "2027-02-28"),
        ("2027-12-31", 2, "2028-02-29"),
        ("2027-04-30", 1, "2027-05-30"),
        ("2027-03-31", 0, "2027-03-31"),
        ("2027-12-01", 25, "2030-01-01"),
    ],
)
def test_months_end_on_the_same_day_or_on_the_last_of_a_shorter_month(
    converter: Converter, start: str, months: int, end: str
) -> None:
    language = converter.book.language
    found = language.rule(f'months_after("{start}", {months})').evaluate(language.activation({}))
    assert found == end


def test_a_procedure_is_said_at_the_command_line_and_a_file_of_sentences_is_written_as_a_rule(
    kiosk: Kiosk, tmp_path: Path
) -> None:
    said = kiosk("rules", "say", "P20", "--json").document
    first = said[0]
    assert (first["where"], first["left"]) == ("procedures/P20.toml 2024-10-01 when", [])
    path = tmp_path / "文.txt"
    path.write_text("\n".join(first["sentences"]), encoding="utf-8")
    made = kiosk("rules", "cel", path)
    assert "　「本日の希望」に『児童手当の請求』がある" in kiosk("rules", "say", "P20").out
    assert '"児童手当の請求" in case.requests' in made.out
    path.write_text("「そんな事実」がはいである", encoding="utf-8")
    assert "文.txt 1行目: この文は読めません" in kiosk("rules", "cel", path).err
    assert kiosk("rules", "say", "P999").code == 1
