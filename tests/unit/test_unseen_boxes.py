"""A box that the import read off a paper is looked at by somebody before a resident's answer is printed into it."""

from kiosk.designing.editing.text import read, settled, unseen
from kiosk.designing.releasing.draft import Draft
from kiosk.model.template import Template
from tests.changing import Office, words

FORM = "templates/F01/001/template.toml"
DOUBTED = "# 市の覚え\n# 確かめる: 子の氏名　確かさ 0.62\n"


def doubtful(text: str, *, of: int) -> str:
    """The file as an import lays it down, unsure of the first so many boxes."""
    return text.replace("[[box]]", f"{DOUBTED}[[box]]", of)


def test_a_form_with_boxes_that_nobody_has_looked_at_is_tried_whole_and_cannot_be_approved(office: Office) -> None:
    file = office.begin("dog") / FORM
    asked = file.read_text(encoding="utf-8")
    file.write_text(doubtful(asked, of=2), encoding="utf-8")
    tried = office.gate("dog").tried
    assert tried is not None
    (issue,) = tried.issues
    line = asked[: asked.index("[[box]]")].count("\n") + 2
    assert issue.startswith(f"{FORM} {line}行目: 読み込んだ欄のうち2個を")
    assert tried.played == 1
    assert "誤りが1件あります" in words(office.on().approve("dog", office.draft("dog"), by="S2"))


def test_once_all_were_looked_at_it_can_go(office: Office) -> None:
    file = office.begin("dog") / FORM
    text = doubtful(file.read_text(encoding="utf-8"), of=2)
    template = read(text, where=FORM)
    assert isinstance(template, Template)
    half = settled(text, template, [template.boxes[0].id])
    rest = unseen(half, where=FORM)
    assert rest is not None
    assert f"1個を、まだ誰も確かめていません（最初は「{template.boxes[1].label}」）" in rest.message
    file.write_text(settled(half, template, [template.boxes[1].id]), encoding="utf-8")
    tried = office.gate("dog").tried
    assert tried is not None
    assert tried.issues == ()
    assert isinstance(office.on().approve("dog", office.draft("dog"), by="S2"), Draft)


def test_a_form_that_residents_have_already_keeps_nobody_from_another_change(office: Office) -> None:
    """What was released before this was asked is sealed, doubts and all: nobody could take them away."""
    file = office.place.forms / FORM
    file.write_text(doubtful(file.read_text(encoding="utf-8"), of=1), encoding="utf-8")
    office.begin("dog")
    tried = office.gate("dog").tried
    assert tried is not None
    assert tried.issues == ()


def test_a_file_that_does_not_read_is_the_check_s_to_say() -> None:
    assert unseen(f'{DOUBTED}[[box]]\nid = "no1"', where=FORM) is None
