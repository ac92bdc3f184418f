"""The table of occasions and procedures walked cell by cell: every mark comes up in a visit, and nothing beside it."""

from collections.abc import Mapping

import pytest

from kiosk.catalogue.matrix import read_matrix
from kiosk.model.plan import Need
from tests.invented import HERE, ID, Person, person, told
from tests.visits import MOVERS, catalogue

FAMILY: tuple[Person, ...] = (
    person("見本　主", "S58.2.2", phone="03-0000-0000", sex="男", occupation="会社員"),
    person("見本　妻", "S60.4.21", "妻", sex="女", occupation="無職"),
    person("見本　祖", "S20.5.5", "母", sex="女"),
    person("見本　子", "H28.9.9", "子", sex="男"),
    person("見本　幼", "R5.6.6", "子", sex="女"),
)
AROUND = "要介護・要支援の認定、障害者手帳・自立支援医療、ひとり親、犬を飼っている、原付・小型特殊がある"
PLAIN = {
    **ID,
    "household.foreigners": "なし",
    "household.circumstances": AROUND,
    "household.kaigo_certified": "p3",
    "household.disabled": "p3、p4",
    "household.card_holders": "全員",
    "household.current": "国民健康保険、児童手当、子ども医療費助成、児童扶養手当、国民年金第1号、保育所等、印鑑登録",
    "household.nhi_members": "全員",
    "jido.recipient": "p1",
    "jido.claimant": "p1",
    "case.came": "なし",
    "case.applicant_role": "世帯主",
    "case.requests": "住民票の写し",
}
MOVE = {
    **HERE,
    "case.moved_on": "R8.4.18",
    "addr.old.text": "見本県架空市本町1番2号",
    "household.head": "p1",
    "household.old.head_name": "見本　主",
    "household.left_adults": "2",
    MOVERS: "全員",
}
LATE = {
    "case.moved_on": "R8.3.20",
    "case.tenshutsu_planned_on": "R8.3.19",
    "case.tenshutsu_kind": "転出証明書",
    "addr.old.text": "東京都港区芝1番1号",
}
AGENT = {"case.applicant_role": "任意代理人", "agent.poa": "原本あり・内容に不備なし"}
FACILITY = {"household.circumstances": f"{AROUND}、施設への入所(住所地特例)", "household.special_residents": "p3"}
FOREIGN = {"household.foreigners": "p2", "person[p2].foreign.category": "中長期在留者"}
FOREIGN |= {"person[p2].foreign.status": "永住者"}
STUDENT = {"household.circumstances": f"{AROUND}、親元の国民健康保険が続く学生", "household.students": "p2"}
WATER = "住民票の写し、水道の使用開始"
BORN = {"birth.children": "p5", "birth.at": "R8.4.18", "birth.insurance": "国民健康保険", "household.head": "p1"}
BORN |= {"person[p5].birth.date": "R8.4.18"}
JOINS = {"nhi.reason": "社保離脱", "death.insurance": "国民健康保険", "household.head": "p1"}
MARRIED = {"case.applicant_role": "本人", "marriage.filed": "いいえ", "marriage.husband": "p1", "marriage.wife": "p2"}
MARRIED |= {"marriage.surname": "夫の氏"}
PARTED = {"case.applicant_role": "本人", "divorce.filed": "いいえ", "divorce.husband": "p1", "divorce.wife": "p2"}
PARTED |= {"divorce.kind": "調停", "divorce.settled_on": "R8.4.18", "divorce.returning": "妻"}
PARTED |= {"divorce.surname_back": "架空", "divorce.surname_back_kana": "カクウ", "divorce.has_children": "はい"}
PARTED |= {"person[p2].pension.kind": "第3号", "case.requests": "住民票の写し、印鑑登録", MOVERS: "p2、p3、p4、p5"}
HAD = "世帯主だった、児童手当を受けていた、18歳年度末までのお子さんの父・母だった"
HAD += "、犬を飼っていた、原付・小型特殊を持っていた"
DIED = {"death.filed": "いいえ", "death.at": "R8.4.18", "death.known_on": "R8.4.18", "death.person.name": "見本　父"}
DIED |= {
    "death.had": HAD,
    "death.remaining": "3",
}
DIED |= {"death.insurance": "国民健康保険", "case.requests": "住民票の写し、水道の名義変更"}
WISHES = (
    "国民健康保険に入る、国民年金の届出、児童手当の請求、子ども医療費助成の申請、ひとり親の相談、保育所等の利用、産前産後・出産の届出、"
    "マイナンバーカードの記載変更・継続利用、署名用電子証明書の再発行、電子証明書の更新・暗証番号、印鑑登録、障害者手帳・自立支援医療の変更、"
    "外国人の続柄・通称の変更、犬の登録・変更、原付・小型特殊の登録、水道の使用開始、葬祭費の申請、口座振替の申込、就学援助の申請、"
    "特別児童扶養手当の請求、重度心身障害者医療の申請、ひとり親医療の申請、養子縁組の届出、養子離縁の届出、認知の届出、"
    "住所地特例の届出、国民健康保険の学生特例の届出、委任状の作成"
)

ALSO = ("市内で引越した", "市外から引越してきた", "世帯だけが変わる", "引越しはない")
OUT = {**MOVE, "case.moved_on": "R8.5.10", "addr.new.text": "東京都港区芝1番1号"}

VISITS: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "tennyu": (
        {
            **MOVE,
            **LATE,
            **FACILITY,
            **AGENT,
            "case.event_type": "国内転入",
            "case.requests": "住民票の写し、水道の使用開始、保育所等の利用",
        },
        {**MOVE, **FOREIGN, **STUDENT, "case.event_type": "国外転入等", "person[p1].insurance.previous": "その他なし"},
        {**MOVE, "case.event_type": "国内転入", "case.tenshutsu_planned_on": "R8.4.17"},
    ),
    "tenkyo": ({**MOVE, **AGENT, **FACILITY, MOVERS: "p1、p3、p4、p5"}, {**MOVE, **FOREIGN, "case.requests": WATER}),
    "tenshutsu": (
        {
            **OUT,
            **AGENT,
            **FACILITY,
            "case.event_type": "国内転出",
            MOVERS: "p1、p3、p4、p5",
            "case.requests": "水道の使用中止",
        },
        {
            **OUT,
            **FOREIGN,
            "case.event_type": "国外転出",
            "addr.new.text": "アメリカ合衆国",
            "case.requests": "国民年金の任意加入、住民票の写し",
        }
        | {"person[p1].pension.kind": "国民年金第1号"},
        {**OUT, "case.event_type": "国内転出"},
        {**OUT, **STUDENT, "case.event_type": "国内転出", MOVERS: "p2", "person[p1].part": "残る"},
    ),
    "shussei": (
        {**HERE, **AGENT, **BORN, "birth.filed": "いいえ", "case.requests": "住民票の写し、保育所等の利用"},
        {**HERE, **BORN, "birth.filed": "はい", "case.requests": "お子さんのマイナンバーカードの申請"},
    ),
    "konin": tuple({**MOVE, **MARRIED, "case.also_moves": also} | (LATE if "市外" in also else {}) for also in ALSO),
    "rikon": tuple({**MOVE, **PARTED, "case.also_moves": also} | (LATE if "市外" in also else {}) for also in ALSO),
    "shibo": (
        {**HERE, **AGENT, **DIED},
        {**HERE, **DIED, "death.filed": "はい", "death.insurance": "勤務先の健康保険など", "death.dependents": "p2"}
        | {"person[p2].pension.kind": "第3号"},
    ),
    "setai": (
        {**MOVE, **AGENT, "case.event_type": "世帯分離", MOVERS: "p2、p4、p5", "household.head": "p2"},
        {**MOVE, **FOREIGN, "case.event_type": "世帯主変更", "case.requests": "外国人の続柄・通称の変更"},
    ),
    "shomei": ({**AGENT, "case.requests": "住民票の写し、印鑑登録証明書、戸籍の証明書、所得・課税・納税の証明書"},),
    "tandoku": (
        {**HERE, **FOREIGN, **FACILITY, **STUDENT, "case.requests": WISHES, "case.card_from": "R8.1.5"} | JOINS,
        {
            **HERE,
            "case.requests": "国民健康保険をやめる、マイナンバーカードの記載変更・継続利用",
            "case.card_from": "R8.4.5",
        },
    ),
}
ASIDE = {("tenkyo", "P33"), ("tennyu", "P33")}
"""Offered only from 14 June 2026."""


@pytest.mark.parametrize("event", sorted(VISITS))
def test_every_listed_procedure_comes_up_on_its_occasion_and_no_other(event: str) -> None:
    cells = {name: cell.mark for (name, on), (_, cell) in read_matrix(catalogue().files, []).items() if on == event}
    came: set[str] = set()
    for said in VISITS[event]:
        desk = told(event, {**PLAIN, **said}, *FAMILY, today="2026-04-27")
        came |= {outcome.procedure for outcome in desk.now.plan.outcomes if outcome.need is not Need.NOT_NEEDED}
    assert came == {name for name, mark in cells.items() if mark.listed and (event, name) not in ASIDE}
