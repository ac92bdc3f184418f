"""The page judges as the counter does: the same plan, the same questions in the same order, from the same rules."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kiosk.model.errors import Defect
from kiosk.model.fact import Ledger, Signature
from kiosk.preentry.page import VENDOR, modules
from kiosk.preentry.script import function_of
from kiosk.rules.calendar import OpenDays
from kiosk.rules.cel import Unknown
from kiosk.rules.plan import Planner
from kiosk.rules.snapshot import Snapshot, take
from tests.at_home import plain, site
from tests.played import NAMES, visit
from tests.visits import ROOT, book


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page's modules as files."""
    folder = tmp_path_factory.mktemp("page")
    (folder / VENDOR).parent.mkdir(parents=True)
    for name, text in modules(site()).items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    return folder


def node(script: Path, *words: str, given: object) -> Any:
    """What a script makes of a JSON document."""
    done = subprocess.run(["node", script, *words], input=json.dumps(given), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


# ---- whole visits ----------------------------------------------------------------------------------------------------
def moments(name: str) -> list[Snapshot]:
    """A written visit at its beginning, on its way and at its end."""
    case = visit(name)[0].now.case
    said = case.ledger.facts
    cuts = sorted({0, len(said) // 4, len(said) // 2, 3 * len(said) // 4, len(said) - 2, len(said)})
    ledgers = [Ledger().add(said[:cut]) for cut in cuts if cut >= 0]
    planner = Planner(OpenDays())
    return [take(case.model_copy(update={"ledger": each}), book=book(), planner=planner) for each in ledgers]


def asked(snapshot: Snapshot) -> dict[str, Any]:
    """The moment as the page knows it."""
    case = snapshot.case
    said = [
        [path, plain(fact.value)] for path, fact in case.ledger.current.items() if not isinstance(fact.value, Signature)
    ]
    return {"event": case.event, "persons": case.persons, "said": said, "today": case.today.isoformat()}


def expected(snapshot: Snapshot) -> list[dict[str, Any]]:
    return [
        {
            "procedure": found.procedure,
            "need": found.need.value,
            "variant": found.variant,
            "persons": list(found.persons),
            "undecided": list(found.undecided),
            "missing": list(found.missing),
            "lacks": list(found.lacks),
            "forms": list(found.forms),
            "wished": found.wished,
            "may": found.filing.may if found.filing else None,
        }
        for found in snapshot.plan.outcomes
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_persona_gets_the_same_plan_and_the_same_questions_on_the_page(name: str, scripts: Path) -> None:
    snapshots = moments(name)
    given = [asked(snapshot) for snapshot in snapshots]
    told = node(ROOT / "tests" / "judge.mjs", str(scripts), str(scripts / "rules.js"), given=given)
    for snapshot, found in zip(snapshots, told, strict=True):
        wanted = expected(snapshot)
        assert [{key: each[key] for key in wanted[0]} for each in found["plan"]] == wanted
        assert tuple(found["open"]) == snapshot.interview.open


# ---- single expressions ----------------------------------------------------------------------------------------------
FACTS: Mapping[str, Any] = {
    "case": {"kind": "転入", "moved_on": "2026-04-12", "filed_on": "2026-04-20", "requests": ["印鑑登録"], "n": 3},
    "household": {},
    "persons": [
        {"ref": "p1", "name": {"full": "架空　太郎"}, "birth": {"date": "1988-02-29"}, "works": True},
        {"ref": "p2", "name": {"full": "架空花子𠮷"}, "birth": {"date": "2017-04-01"}},
        {"ref": "p3", "birth": {"date_earliest": "1950-01-01", "date_latest": "1950-12-31"}},
    ],
}
EXPRESSIONS = (
    "case.unsaid == 1",
    "case.unsaid == 1 || case.n == 3",
    "case.n == 3 || case.unsaid == 1",
    "case.unsaid == 1 && case.n == 4",
    "case.unsaid == 1 && case.other == 4",
    "!(case.unsaid == 1)",
    "case.n == 3 ? case.kind : case.unsaid",
    "case.unsaid ? 1 : 2",
    "has(household.head)",
    "has(household.head.name)",
    "household.head.name == 1",
    "persons.exists(p, p.works)",
    "persons.all(p, p.works)",
    "persons.all(p, p.ref != 'p2' && p.works)",
    "persons.exists_one(p, p.ref == 'p1')",
    "persons.filter(p, has(p.works) && p.works).map(p, p.ref)",
    "persons.map(p, p.works)",
    "persons.filter(p, has(p.name)).map(p, p.name.full.size())",
    "persons.filter(p, has(p.name)).map(p, p.name.full.replace(' ', '　').split('　').size())",
    "'印鑑登録' in case.requests && !('水道' in case.requests)",
    "case.kind in ['転入', '転居']",
    "case.kind + case.moved_on",
    "[1, 2] + [case.n]",
    "[1, 2] == [1, 2]",
    "case.moved_on <= case.filed_on",
    "case.moved_on.startsWith('2026') && case.moved_on.matches('^[0-9-]+$')",
    "case.moved_on.substring(0, 4) + case.moved_on.substring(5)",
    "case.moved_on.substring(5, 99)",
    "case.requests[0] + string(case.n)",
    "case.requests[1]",
    "persons[0]['ref']",
    "legal_age(persons[0].birth.date, '2026-02-27')",
    "legal_age(persons[0].birth.date, '2026-02-28')",
    "birthday_age(persons[0].birth.date, '2026-02-28')",
    "legal_age(persons[0].birth.date, '1980-01-01')",
    "legal_age(persons[2].birth.date, case.filed_on)",
    "legal_age(persons[2].birth.date, case.filed_on) >= 65",
    "legal_age(persons[2].birth.date, case.filed_on) >= 76",
    "75 > legal_age(persons[2].birth.date, '2010-01-01')",
    "school_grade(persons[1].birth.date, case.filed_on)",
    "grade_name(persons[1].birth.date, case.filed_on)",
    "fy_end(persons[1].birth.date, 18)",
    "jan1(case.unsaid)",
    "jan1(case.moved_on)",
    "days_after(case.moved_on, 14)",
    "days_after('2028-02-28', 2)",
    "months_after('2027-12-31', 2)",
    "months_after(case.moved_on, 3)",
    "days_after(case.unsaid, 14)",
    "in_time_since(case.filed_on)",
    "in_time_since('2026-05-07')",
    "in_time_since('2027-01-04')",
    "in_time_since(case.unsaid)",
    "same_name('架空 太郎', '架空　太郎')",
    "yucho_branch('13690')",
    "earliest([case.filed_on, case.moved_on])",
    "spouse_of('p1', [['p1', '世帯主'], ['p2', '妻']])",
    "spouse_of('p2', [['p1', '世帯主'], ['p2', '妻']])",
    "spouse_of('p2', [['p1', '世帯主'], ['p2', '子']])",
    "guardian_relation('女')",
    "id_photo(['旅券（パスポート）'])",
    "id_check(['資格確認書', '年金証書・年金手帳'], false)",
    "id_check(['旅券（パスポート）', '学生証'], true)",
    "cel_unknown()",
)


def judged(text: str) -> object:
    """What the rule compiler makes of it; what it stumbles over where it cannot tell."""
    rule = book().language.compile(text)
    data = {**{root: {} for root in book().roots}, **FACTS, "today": "2026-04-20", "city": {}}
    answer = rule.evaluate(book().language.activation(data), between=True)
    return {"stumbles": answer.key} if isinstance(answer, Unknown) else answer


def test_an_expression_is_worth_the_same_on_the_page(scripts: Path, tmp_path: Path) -> None:
    rules = (scripts / "rules.js").read_text(encoding="utf-8")
    functions = ",\n".join(f"({function_of(book().language.compile(text).tree)})" for text in EXPRESSIONS)
    judge = (
        rules.replace('"./', f'"{scripts}/')
        + f"\nconst all = [\n{functions}\n];\n"
        + 'import { readFileSync } from "node:fs";\n'
        + "const facts = JSON.parse(readFileSync(0, 'utf8'));\n"
        + "const told = all.map((each) => each(facts)).map((a) => a?.key === undefined ? a : { stumbles: a.key });\n"
        + "process.stdout.write(JSON.stringify(told));\n"
    )
    file = tmp_path / "judge.mjs"
    file.write_text(judge, encoding="utf-8")
    told = node(file, given={**FACTS, "today": "2026-04-20", "city": {}})
    assert dict(zip(EXPRESSIONS, told, strict=True)) == {text: judged(text) for text in EXPRESSIONS}


@pytest.mark.parametrize("text", ["{'a': 1} == {'a': 1}", "1.5 > 1.0", "case.name.trim() == ''"])
def test_a_rule_that_the_page_cannot_judge_stops_the_building(text: str) -> None:
    tree = book().language.compile(text).tree
    with pytest.raises(Defect):
        function_of(tree)


def test_every_rule_of_the_catalogue_can_be_judged_on_the_page(scripts: Path) -> None:
    rules: Sequence[str] = (scripts / "rules.js").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("(c=>") for line in rules) > 500


# ---- answers that another answer overtakes ---------------------------------------------------------------------------
def overtaken(scripts: Path, rules: Path, then: Sequence[str], *said: Sequence[object]) -> list[str]:
    moment = {"event": "tennyu", "persons": ["p1", "p2", "p3"], "said": said, "today": "2026-04-20", "then": then}
    found: list[str] = node(ROOT / "tests" / "judge.mjs", str(scripts), str(rules), given=[moment])[0]["overtaken"]
    return sorted(found)


def test_a_relation_said_of_one_head_is_taken_back_when_another_is_named(scripts: Path) -> None:
    rules = scripts / "rules.js"
    said = [["case.applicant_role", "本人"], ["household.head", "p1"], ["person[p2].relation_new", "妻"]]
    said += [["person[p3].relation_new", "子"], ["person[p3].kana", "カクウ　イチロウ"]]
    relations = ["person[p2].relation_new", "person[p3].relation_new"]
    assert overtaken(scripts, rules, ["household.head", "p2"], *said) == relations
    assert overtaken(scripts, rules, ["household.head", "p1"], *said) == []


def test_the_branch_gives_way_to_the_symbol_of_the_postal_bank(scripts: Path) -> None:
    said = [["bank.institution", "見本銀行"], ["bank.branch", "本店"], ["bank.number", "0123456"]]
    found = overtaken(scripts, scripts / "rules.js", ["bank.institution", "ゆうちょ銀行"], *said)
    assert found == ["bank.branch", "bank.number"]


# ---- addresses -------------------------------------------------------------------------------------------------------
_READ = """import { readFileSync } from "node:fs";
const { readText } = await import(`${process.argv[2]}/answers.js`);
const said = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(said.map(([text, whole]) => readText({ type: "address" }, text, whole).wrong ?? "")));
"""


def test_an_address_is_asked_for_down_to_its_lot_at_home_too(scripts: Path) -> None:
    (scripts / "read.mjs").write_text(_READ, encoding="utf-8")
    short = ["見本県架空市本町", "見本県架空市本町一丁目", "東京都千代田区霞が関", "大阪府大阪市北区"]
    whole = [
        "見本県架空市本町1番2号",
        "東京都千代田区霞が関二の一の三",
        "見本県仮想市本町番地不詳",
        "東京都青ヶ島村無番地",
    ]
    whole += ["シンガポール共和国", "アメリカ合衆国カリフォルニア州", "不明", "転出先未定"]
    given = [[text, True] for text in (*short, *whole)] + [["大阪府大阪市", False]]
    assert node(scripts / "read.mjs", str(scripts), given=given) == ["lot"] * 4 + [""] * 9
