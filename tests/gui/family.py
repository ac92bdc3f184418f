"""A fictional family of four as data: questions, what their papers say, forms with boxes. All invented."""

from kiosk.flow.pages import Choice, OutcomeView
from kiosk.model.card import CardFace
from kiosk.model.fact import Signature
from kiosk.model.procedure import Need
from kiosk.model.vocabulary import Type
from kiosk.model.wareki import PartialDate

LONG = "葛󠄀城" + "見本𠮷空長名前" * 5 + "　太郎"
SIGNATURE = Signature(strokes=(((5, 5), (20, 10), (30, 4)), ((12, 2), (12, 14))), width=60, height=16)
NAMES = {"p1": "架空　太郎", "p2": "架空　花子", "p3": "架空　一郎", "p4": "架空　二葉"}
ROLES = {"p1": "世帯主（届出人）", "p2": "妻", "p3": "子", "p4": "子"}


def _labels(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(code=label, label=label) for label in labels)


# section, path, label, ask, type, choices, why
Q = tuple[str, str, str, str, Type, tuple[Choice, ...], str]
QUESTIONS: tuple[Q, ...] = (
    (
        "visit",
        "case.event_type",
        "届出の種別",
        "国内からの転入ですか、国外からですか。",
        Type.CODE,
        _labels("国内転入", "国外転入等"),
        "",
    ),
    (
        "visit",
        "case.applicant_role",
        "届出人の区分",
        "窓口に来られた方は、どなたですか。",
        Type.CODE,
        _labels("本人", "世帯主", "同一世帯員", "法定代理人", "任意代理人", "使者"),
        "届出のできる方かどうかを確かめます",
    ),
    ("visit", "person[p1].phone", "電話番号", "日中つながる電話番号をお願いします。", Type.PHONE, (), ""),
    (
        "move",
        "case.moved_on",
        "異動年月日",
        "新しい住所に住み始めた日はいつですか。",
        Type.DATE,
        (),
        "転入届の14日の期限はこの日の翌日から数えます",
    ),
    ("move", "addr.new.text", "新しい住所", "新しい住所はどちらですか。", Type.ADDRESS, (), ""),
    ("move", "addr.new.katagaki", "方書", "建物の名前と部屋番号はありますか。（なければ「なし」）", Type.TEXT, (), ""),
    ("move", "household.old.head_name", "これまでの世帯主", "これまでの世帯主はどなたでしたか。", Type.NAME, (), ""),
    (
        "who",
        "household.card_holders",
        "マイナンバーカードをお持ちの方",
        "有効なマイナンバーカードをお持ちの方はどなたですか。",
        Type.PERSONS,
        (),
        "",
    ),
    ("who", "case.has_dog", "犬", "犬を飼っていますか。", Type.BOOL, (), ""),
    (
        "children",
        "jido.claimant",
        "請求者",
        "お子さんを主に養っている保護者はどなたですか。",
        Type.PERSON,
        (),
        "児童手当は生計の中心の方が請求します",
    ),
    (
        "children",
        "jido.older_siblings",
        "大学生年代の子の人数",
        "大学生年代で、生活費などを負担しているお子さんは何人ですか。",
        Type.INT,
        (),
        "",
    ),
    (
        "certificate",
        "cert.items",
        "記載する事項",
        "記載が必要な事項はありますか。",
        Type.CODES,
        _labels("世帯主・続柄", "本籍・筆頭者", "国籍・地域"),
        "",
    ),
    ("certificate", "bank.number", "口座番号", "口座番号（7桁）をお願いします。", Type.DIGITS, (), ""),
)
_GRID: tuple[tuple[str, str, str, Type, tuple[Choice, ...]], ...] = (
    ("name.full", "氏名", "お名前をお願いします。", Type.NAME, ()),
    ("kana", "フリガナ", "フリガナをお願いします。", Type.KANA, ()),
    ("birth.date", "生年月日", "生年月日をお願いします。", Type.DATE, ()),
    ("sex", "性別", "性別をお願いします。", Type.CODE, _labels("男", "女", "記載なし")),
    (
        "relation_new",
        "世帯主との続柄",
        "世帯主から見た続柄は何ですか。",
        Type.RELATION,
        _labels("世帯主", "妻", "夫", "子", "父", "母", "縁故者", "同居人"),
    ),
    (
        "insurance.previous",
        "直前の医療保険",
        "これまでの医療保険は何でしたか。",
        Type.CODE,
        _labels("国民健康保険", "国保組合", "協会けんぽ", "健保組合", "共済", "船員", "後期高齢者医療", "その他なし"),
    ),
)
SECTIONS = {
    "visit": "来庁された方と届出",
    "move": "引越しの日と住所",
    "members": "異動する方",
    "who": "当てはまる方",
    "children": "お子さん",
    "certificate": "証明書・口座",
}


def grid_questions(persons: tuple[str, ...]) -> tuple[Q, ...]:
    return tuple(
        ("members", f"person[{person}].{key}", label, ask, kind, choices, "")
        for key, label, ask, kind, choices in _GRID
        for person in persons
    )


FACE = CardFace(
    name="葛󠄀城　太郎",
    address="見本県仮想市本町３丁目４番５号",
    birth=PartialDate(iso="1980-01-07"),
    sex="1",
    expires_on="2029-01-07",
)

OUTCOMES = (
    OutcomeView(
        id="P01",
        name="転入届",
        need=Need.NEEDED,
        reason="国内からの引越しのため、転入届が必要です。",
        persons=tuple(NAMES.values()),
        deadline="令和8年4月27日（2026年）まで",
        late=True,
        department="市民課",
        fee="無料",
        who="本人・世帯主・同一世帯員。代理人は委任状が必要です。",
        bring=("転出証明書（特例転入はカードのみ）", "マイナンバーカード（全員分）"),
        forms=("住民異動届",),
        law="住民基本台帳法22条",
    ),
    OutcomeView(
        id="P20",
        name="児童手当 認定請求",
        need=Need.NEEDED,
        reason="18歳年度末までのお子さんがいるため必要です。",
        persons=(NAMES["p1"],),
        deadline="令和8年4月26日（2026年）まで",
        department="子育て支援課",
        fee="無料",
        bring=("請求者名義の口座がわかるもの",),
        forms=("児童手当認定請求書",),
        guide="期限内に請求すると、転出予定日の翌月分から支給されます。",
        may_file=False,
        papers=("委任状",),
        identity="number",
    ),
    OutcomeView(
        id="P10",
        name="国民健康保険 資格取得",
        need=Need.UNDECIDED,
        reason="勤務先の健康保険に入る方がいるかどうかで決まります。",
        missing=("勤務先の健康保険に入る方",),
        department="保険年金課",
    ),
    OutcomeView(id="P70", name="犬の登録変更", need=Need.NOT_NEEDED, reason="犬を飼っていないため。"),
    OutcomeView(id="P50", name="介護保険 資格取得", need=Need.NOT_NEEDED, reason="65歳以上の方がいないため。"),
)
