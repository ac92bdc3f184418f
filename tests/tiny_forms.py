"""The smallest folder forms/ with nothing wrong in it: one event, one procedure, one form, and a file of every kind."""

# ruff: noqa: E501 - an entry of a vocabulary is one line

from pathlib import Path

from kiosk.bootstrap.forms import read_forms
from kiosk.model.base import Issue

FILES = {
    "municipality.toml": """name = "小市"
prefecture = "見本県"
code = "999997"
system_id = "000"
mayor = "小市長"
postal = "0000000"
year_end = ["12-29", "01-03"]

[fee]
copy = { value = 300, unit = "円", label = "写し", confidence = "C", source = "見本" }

[service]
dogs = { value = true, label = "犬", confidence = "I", source = "見本", answers = ["犬を飼う"] }

[origin]
name = { label = "市の名前", confidence = "I", source = "見本" }

[entrance]
floor = 1
x = 0
y = 0

[[department]]
name = "市民課"
floor = 1
counter = "1"
x = 3
y = 4

[[town]]
postal = "0000001"
prefecture = "見本県"
city = "小市"
town = "本町"

[[destination]]
name = "フォルダー"
number = 1
kind = "folder"
""",
    "vocabulary.toml": """[codes]
kind = ["届出", "取消"]
occasion = ["引越し"]
wish = ["犬を飼う", "猫を飼う"]
applicant_role = ["本人", "世帯主"]

[[section]]
id = "all"
label = "すべて"

[item]
"case.occasion" = { type = "code", codes = "occasion", label = "きっかけ" }
"case.kind" = { type = "code", codes = "kind", label = "届出の種類", section = "all", ask = "どちらですか。" }
"case.wish" = { type = "codes", codes = "wish", label = "希望", section = "all", ask = "何をしますか。" }
"case.moved_on" = { type = "date", label = "引越しの日", section = "all", ask = "いつですか。", not_future = true }
"case.has_dog" = { type = "bool", label = "犬がいる", section = "all", ask = "犬はいますか。", ask_when = 'case.kind == "届出"' }
"case.count" = { type = "int", label = "数", section = "all", ask = "いくつですか。" }
"case.filed_on" = { type = "date", label = "届出日", sens = "N" }
"case.applicant" = { type = "person", label = "届出人" }
"case.applicant_role" = { type = "code", codes = "applicant_role", label = "届出人の立場", section = "all", ask = "どなたですか。" }
"case.id_papers" = { type = "codes", codes = "id_papers", label = "本人確認書類", section = "all", ask = "何をお持ちですか。" }
"case.id_expiry" = { type = "date", label = "書類の期限", section = "all", ask = "期限はいつですか。" }
"case.id_check" = { type = "text", label = "本人確認" }
"person.name.full" = { type = "name", label = "氏名", section = "all", ask = "お名前は。" }
"person.birth.date" = { type = "date", label = "生年月日", section = "all", ask = "お生まれは。" }
"person.signature" = { type = "signature", label = "署名" }
"person.old" = { type = "bool", label = "65歳以上" }

[[derive]]
fact = "person.old"
value = 'legal_age(m.birth.date, case.moved_on) >= 65'
why = "年齢から"
""",
    "groups.toml": 'P = "true"\nO = "m.old"\n',
    "identity.toml": """recheck = "none"
card = "カード"
photo = ["カード", "免許証"]
a = ["保険証"]
b = ["社員証"]
reason_short = "足りないため"
reason_photo = "写真が要るため"
""",
    "cards.toml": """[[card]]
id = "1"
title_ja = "見本"
[card.holder]
name = "架空　太郎"
address = "見本県小市本町１番"
birth = 1988-06-15
sex = "1"
expires = 2033-06-15
pin = "1234"
code = "2285"
""",
    "procedures/P01.toml": """id = "P01"
name = "犬の届出"
scope = "case"
law = "見本法1条"
department = "市民課"
fee = "{city.fee_copy}円"
confidence = "C"
source = "見本"
business = "001"
order = 10
minutes = 5
service = "dogs"

[[version]]
from = 2024-04-01
when = '''case.kind == "届出" && case.has_dog && case.count > 0 && "犬を飼う" in case.wish'''
reason = "犬を飼うため"
reason_not = "犬を飼わないため"
who = "本人"
forms = ["F01"]
identity = "none"
deadline = { count = 14, unit = "day", start = "case.moved_on", law = "見本法2条" }
form_when = { F01 = "case.has_dog" }
no_form = { why = "犬のいない方は、届け出るものがありません", source = "見本" }

[[version.bring]]
what = "印鑑"
when = 'persons.exists(p, p.old)'

[[version.filers]]
role = "本人"
papers = []

[labels]
en = "Dog"
""",
    "events/ten.toml": """id = "ten"
name = "引越し"
order = 1
opening = ["case.kind"]
procedures = ["P01"]
future = []

[presets]
"case.occasion" = "引越し"

[codes]
"case.kind" = ["届出", "取消"]
""",
    "labels/en.toml": 'confidence = "own"\n\n[item."case.kind"]\nlabel = "Kind"\n\n[codes.kind]\n"届出" = "notice"\n',
    "exchange/columns.toml": """[[group]]
name = "申請"
columns = [
  { item = "連携ID", romaji = "exportid", type = "X", length = 36, source = "kyotsu.exportid", mark = "own", confidence = "U", required = true },
]
""",
    "exchange/extract.toml": """order = "順"
household = "世帯"
since = "日"
latest = { column = "最新", value = "1" }

[[person]]
column = "氏名"
key = "person.name.full"
as = "name"
required = true

[[case]]
column = "犬"
key = "case.has_dog"
as = "choice"
choices = { "1" = true }
""",
    "exchange/gif.toml": """[namespace]
person = "urn:p"
codes = "urn:c"

[sex]
"1" = { code = "1", value = "男性" }

[country]
"日本" = { code = "JPN", value = "日本" }
""",
    "templates/F01/001/template.toml": """id = "F01"
version = "001"
title = "犬の届"
addressee = "小市長"
law = "見本法3条"
department = "市民課"
confidence = "confirmed"
valid_from = 2024-04-01
essential = ["no1", "no2"]

[[page]]
background = "page-1.svg"

[[box]]
id = "no1"
no = 1
label = "届出人"
fact = "person[A].name.full"
rect = { x = 21, y = 21, w = 78, h = 8 }

[[box]]
id = "no2"
no = 2
label = "届出の種類"
kind = "choice"
fact = "case.kind"
rect = { x = 21, y = 31, w = 78, h = 8 }
options = [
  { code = "届出", rect = { x = 22, y = 32, w = 10, h = 5 } },
  { code = "取消", rect = { x = 42, y = 32, w = 10, h = 5 } },
]

[[box]]
id = "no3"
no = 3
label = "引越しの日"
kind = "date"
fact = "case.moved_on"
form = "wareki"
when = "case.has_dog"
required = "conditional"
rect = { x = 21, y = 41, w = 78, h = 8 }
parts = { era = { x = 21, y = 41, w = 10, h = 8 }, year = { x = 31, y = 41, w = 10, h = 8 }, month = { x = 41, y = 41, w = 10, h = 8 }, day = { x = 51, y = 41, w = 10, h = 8 } }

[[box]]
id = "no4"
no = 4
label = "個人番号"
kind = "blank"
rect = { x = 21, y = 51, w = 78, h = 8 }

[[box]]
id = "no5"
no = 5
label = "署名"
kind = "signature"
fact = "person[A].signature"
rect = { x = 21, y = 61, w = 78, h = 12 }
""",
    "templates/F01/001/page-1.svg": """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297">
<rect x="20" y="20" width="80" height="10" stroke="black" stroke-width="0.2" fill="none"/>
<rect x="20" y="30" width="80" height="10" stroke="black" stroke-width="0.2" fill="none"/>
<rect x="20" y="40" width="80" height="10" stroke="black" stroke-width="0.2" fill="none"/>
<rect x="20" y="50" width="80" height="10" stroke="black" stroke-width="0.2" fill="none"/>
<rect x="20" y="60" width="80" height="14" stroke="black" stroke-width="0.2" fill="none"/>
<text x="20" y="15" font-size="4">犬の届</text>
</svg>
""",
}


def tiny_forms(root: Path) -> Path:
    """Write the folder; the catalogue has nothing wrong with it."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def issues(root: Path) -> tuple[Issue, ...]:
    """What reading a folder from nothing tells."""
    return read_forms(root, cache=None).issues
