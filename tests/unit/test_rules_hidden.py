"""Hidden never leaves: what no form and no rule uses is on no paper and in no record, until it is needed again."""

import json
from functools import lru_cache

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kiosk.exchange.records.recorder import Recorder
from kiosk.flow.actions import Answer, Clear, GoTo, Hold, Step
from kiosk.model.vocabulary import Item, Type
from kiosk.rules.provenance import origins, taken_over
from tests.likely import on_the_page, shown
from tests.short import examples
from tests.visits import Desk, book, catalogue, told

MARK = "秘密の印"
TEXTS = tuple(item for item in book().vocabulary.items if item.ask and item.type in {Type.TEXT, Type.NAME})


@lru_cache(maxsize=1)
def recorder() -> Recorder:
    city = catalogue().city
    return Recorder(municipality=city.code, municipality_name=city.name)


def records(desk: Desk) -> dict[str, bytes]:
    """What would leave the counter now, by procedure."""
    now = desk.now
    return {
        outcome.procedure: recorder().record(now, outcome, at=now.case.opened_at)
        for outcome in now.plan.needed
        if outcome.forms
    }


def papers(desk: Desk) -> str:
    return "\n".join(box.text for form in desk.now.forms for box in form.boxes)


def path_of(item: Item, person: str) -> str:
    return f"person[{person}]{item.key.removeprefix('person')}" if item.key.startswith("person.") else item.key


few = settings(
    max_examples=examples(25),
    suppress_health_check=list(HealthCheck),
    phases=tuple(phase for phase in Phase if phase is not Phase.shrink),
)


@few
@given(
    st.integers(0, len(TEXTS) - 1).map(lambda index: TEXTS[index]),
    st.sampled_from(("p1", "p3")),
    st.lists(shown, max_size=3),
)
def test_words_leave_only_when_a_form_or_a_rule_uses_them(
    item: Item, person: str, steps: list[tuple[str, int, int]]
) -> None:
    path, desk = path_of(item, person), told("kazoku4", signed=False)
    for step in steps:
        desk.act(on_the_page(desk, *step))
    desk.act(Answer(path=path, text=MARK)).act(GoTo(step=Step.CHECK))
    if MARK not in str(desk.now.case.ledger.current.get(path)):
        return
    origins = {path, *(fact.path for fact in desk.now.facts.by_path.values() if MARK in str(fact.value))}
    used = bool(origins & desk.now.used())
    leaving = [code for code, record in records(desk).items() if MARK in record.decode()]
    listed = [row.path for group in desk.page.groups for row in group.rows if MARK in row.text]
    assert used or (MARK not in papers(desk) and leaving == [] and listed == [])


@few
@given(st.lists(shown, min_size=1, max_size=6))
def test_a_record_names_no_fact_that_its_forms_and_its_rule_do_not_use(steps: list[tuple[str, int, int]]) -> None:
    desk = told("kazoku4", signed=False)
    for step in steps:
        desk.act(on_the_page(desk, *step))
    by_id = {outcome.procedure: outcome for outcome in desk.now.plan.outcomes}
    for code, record in records(desk).items():
        forms = [form for form in desk.now.forms if form.template in by_id[code].forms]
        used = {path for form in forms for box in form.boxes for path in box.paths} | set(by_id[code].facts)
        used |= {taken_over(desk.now.facts, path) for path in used}  # who came is written as the applicant or the agent
        used |= {said for path in used for said in origins(desk.now.facts, path)}  # a name as it will be is one as said
        later = {"kana_new": "kana", "name.new": "name.full", "relation_now": "relation_new"}
        used |= {path.replace(new, said) for path in used for new, said in later.items()}  # also where it is open
        parts = {"addr.new.text", "addr.new.katagaki"}  # of an address that is printed in one line
        parts |= {f"person[{desk.now.case.persons[0]}].address"}  # where the household lives
        assert set(json.loads(record)["shussho"]) <= used | parts


def test_an_answer_that_is_hidden_and_shown_again_leaves_as_before() -> None:
    desk = told("kazoku4", signed=False).say({"cert.items": "住民票コード", "cert.purpose": "勤務先へ提出"})
    assert "勤務先へ提出" in papers(desk)
    before = records(desk)
    desk.act(Answer(path="case.requests", text="なし"))
    assert set(before) - set(records(desk)) == {"P31", "P35", "P40", "P72"}
    assert "勤務先へ提出" not in papers(desk)
    desk.act(Answer(path="case.requests", text="印鑑登録、住民票の写し、水道の使用開始、署名用電子証明書の再発行"))
    assert records(desk) == before


def test_an_answer_taken_back_or_held_is_in_no_record() -> None:
    for action in (Clear(path="bank.branch"), Hold(path="bank.branch")):
        desk = told("kazoku4", signed=False).act(action)
        assert not any("見本支店" in record.decode() for record in records(desk).values())
        assert "見本支店" not in papers(desk)
