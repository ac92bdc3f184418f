"""A fictional family of four and the questions of a made-up town, as data. All invented."""

from kiosk.model.card import CardFace
from kiosk.model.fact import Signature
from kiosk.model.vocabulary import Type
from kiosk.model.wareki import PartialDate

LONG = "葛󠄀城" + "見本𠮷空長名前" * 5 + "　太郎"
SIGNATURE = Signature(strokes=(((5, 5), (20, 10), (30, 4)), ((12, 2), (12, 14))), width=60, height=16)
NAMES = {"p1": "架空　太郎", "p2": "架空　花子", "p3": "架空　一郎", "p4": "架空　二葉"}
EVENTS = ("転入（引越してきた）", "転居（市内で引越した）", "転出（引越していく）", "出生", "おくやみ", "証明書")
SAID = {
    Type.ADDRESS: "見本県架空市本町一丁目1番1号",
    Type.BOOL: "いいえ",
    Type.CODES: "なし",
    Type.DATE: "R8.4.12",
    Type.DIGITS: "1234567",
    Type.INT: "0",
    Type.KANA: "カクウ　タロウ",
    Type.NAME: "架空　太郎",
    Type.PERSONS: "なし",
    Type.PHONE: "03-0000-0000",
    Type.RELATION: "子",
    Type.TEXT: "305",
}
"""An answer to any question by its type; of a list, the first."""
CODES = {
    "kind": ("国内転入", "国外転入等"),
    "role": ("本人", "世帯主", "同一世帯員", "法定代理人", "任意代理人", "使者"),
    "poa": ("確かめた", "なし"),
    "certificate": ("世帯主・続柄", "本籍・筆頭者", "国籍・地域"),
    "sex": ("男", "女", "記載なし"),
    "relation": ("世帯主", "妻", "夫", "子", "父", "母", "縁故者", "同居人"),
    "insurance": (
        "国民健康保険",
        "国保組合",
        "協会けんぽ",
        "健保組合",
        "共済",
        "船員",
        "後期高齢者医療",
        "その他なし",
    ),
}

# section, key, label, ask, type, codes, why
Q = tuple[str, str, str, str, Type, str, str]
QUESTIONS: tuple[Q, ...] = (
    (
        "visit",
        "case.event_type",
        "届出の種別",
        "国内からの転入ですか、国外からですか。",
        Type.CODE,
        "kind",
        "",
    ),
    (
        "visit",
        "case.applicant_role",
        "届出人の区分",
        "窓口に来られた方は、どなたですか。",
        Type.CODE,
        "role",
        "届出のできる方かどうかを確かめます",
    ),
    ("visit", "person.phone", "電話番号", "日中つながる電話番号をお願いします。", Type.PHONE, "", ""),
    (
        "move",
        "case.moved_on",
        "異動年月日",
        "新しい住所に住み始めた日はいつですか。",
        Type.DATE,
        "",
        "転入届の14日の期限はこの日の翌日から数えます",
    ),
    ("move", "addr.new.text", "新しい住所", "新しい住所はどちらですか。", Type.ADDRESS, "", ""),
    ("move", "addr.new.katagaki", "方書", "建物の名前と部屋番号はありますか。（なければ「なし」）", Type.TEXT, "", ""),
    ("move", "household.old.head_name", "これまでの世帯主", "これまでの世帯主はどなたでしたか。", Type.NAME, "", ""),
    (
        "who",
        "household.card_holders",
        "マイナンバーカードをお持ちの方",
        "有効なマイナンバーカードをお持ちの方はどなたですか。",
        Type.PERSONS,
        "",
        "",
    ),
    ("who", "case.has_dog", "犬", "犬を飼っていますか。", Type.BOOL, "", ""),
    (
        "children",
        "jido.claimant",
        "請求者",
        "お子さんを主に養っている保護者はどなたですか。",
        Type.PERSON,
        "",
        "児童手当は生計の中心の方が請求します",
    ),
    (
        "children",
        "jido.older_siblings",
        "大学生年代の子の人数",
        "大学生年代で、生活費などを負担しているお子さんは何人ですか。",
        Type.INT,
        "",
        "",
    ),
    (
        "certificate",
        "cert.items",
        "記載する事項",
        "記載が必要な事項はありますか。",
        Type.CODES,
        "certificate",
        "",
    ),
    ("certificate", "bank.number", "口座番号", "口座番号（7桁）をお願いします。", Type.DIGITS, "", ""),
)
GRID: tuple[Q, ...] = (
    ("members", "person.name.full", "氏名", "お名前をお願いします。", Type.NAME, "", ""),
    ("members", "person.kana", "フリガナ", "フリガナをお願いします。", Type.KANA, "", ""),
    ("members", "person.birth.date", "生年月日", "生年月日をお願いします。", Type.DATE, "", ""),
    ("members", "person.sex", "性別", "性別をお願いします。", Type.CODE, "sex", ""),
    (
        "members",
        "person.relation_new",
        "世帯主との続柄",
        "世帯主から見た続柄は何ですか。",
        Type.RELATION,
        "relation",
        "",
    ),
    (
        "members",
        "person.insurance.previous",
        "直前の医療保険",
        "これまでの医療保険は何でしたか。",
        Type.CODE,
        "insurance",
        "",
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

FACE = CardFace(
    name="葛󠄀城　太郎",
    address="見本県仮想市本町３丁目４番５号",
    birth=PartialDate(iso="1980-01-07"),
    sex="1",
    expires_on="2029-01-07",
)
