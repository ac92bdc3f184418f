"""Every box that offices have on their own papers stands on ours; what a pen or nobody fills in says why."""

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FIELDS = ROOT / ".." / "shared" / "domain" / "forms_fields.json"
LEFT_TO_THE_PEN = {
    "my_number": "個人番号は、保存も印字もしない（番号法）",
    "basic_number": "基礎年金番号は、保存も印字もしない（国民年金法108条の4）",
    "seal.imprint": "印影は、実物を押す",
    "-": "暗証番号は、端末に打ち込む",
    "sign": "本人の自署（戸籍法29条）",
    "witness": "証人の自署（民法739条2項・764条）",
    "intent_check": "本人が読んで、自分で印を付ける（令和8年4月1日からの様式）",
    "certificate": "医師・助産師が書く（戸籍法49条3項・86条2項）",
    "poa.principal.name": "委任者の自署",
    "bank.seal": "届出印は、実物を押す",
    "dv.": "支援措置の申出は、この機械に何も残さない（住民基本台帳事務処理要領 第5の10）",
    "case.filed_on": "支援措置の申出は、この機械に何も残さない（住民基本台帳事務処理要領 第5の10）",
}
"""Why a box stays empty, by the end or the beginning of its key in the lists."""
NO_OPTION = {
    ("F09", "同一世帯"): "戸籍を請求できるのは、本人・配偶者・直系の方と代理人など（戸籍法10条・10条の2）",
    ("F03", "年金天引き(特別徴収)"): "国民年金の保険料に、年金からの特別徴収はない（介護・国保・後期の方法）",
}
"""Codes of a list that a paper offers nobody, and why."""


@cache
def lists() -> list[dict[str, Any]]:
    if not FIELDS.exists():
        pytest.skip("the shared field lists are not beside this checkout")
    found: dict[str, Any] = json.loads(FIELDS.read_text(encoding="utf-8"))
    return [{**form, "codes": found["codes"]} for form in found["forms"]]


@cache
def boxes(form: str) -> dict[int, list[dict[str, Any]]]:
    """The boxes of the newest version by the number of their field."""
    newest = sorted((ROOT / "forms" / "templates" / form).glob("*/sheet.toml"))[-1]
    found: dict[int, list[dict[str, Any]]] = {}
    for box in tomllib.loads(newest.read_text(encoding="utf-8"))["box"].values():
        found.setdefault(box.get("no", 0), []).append(box)
    return found


def every_field() -> Iterator[tuple[dict[str, Any], dict[str, Any], list[dict[str, Any]]]]:
    for form in lists():
        for field in form["fields"]:
            yield form, field, boxes(form["form_id"]).get(field["no"], [])


def reason(key: str) -> str:
    return next((why for said, why in LEFT_TO_THE_PEN.items() if key.endswith(said) or key.startswith(said)), "")


def test_every_field_of_every_list_has_its_box() -> None:
    found = list(every_field())
    missing = [f"{form['form_id']} {field['no']} {field['label_ja']}" for form, field, there in found if not there]
    assert (len(found), len(lists())) == (459, 28)
    assert missing == []


def test_a_box_that_nothing_is_printed_into_says_why_and_no_other_is_left_empty() -> None:
    blank = [
        (form["form_id"], field["no"], field["key"])
        for form, field, there in every_field()
        if there and all(box.get("kind") == "blank" for box in there)
    ]
    assert [each for each in blank if not reason(each[2])] == []
    assert {form for form, _, key in blank if key == "case.filed_on"} == {"F24"}
    assert len(blank) == 35


def test_every_answer_that_a_list_knows_can_be_marked_or_says_why_not() -> None:
    lacking = []
    for form, field, there in every_field():
        options = [option for box in there for option in box.get("options", ())]
        known = form["codes"].get(field.get("codes"), ())
        for code in known if options and isinstance(known, list) else ():
            plain = re.sub(r"※.*|^\([^)]*〜\)|^[a-z_]+ | ", "", code)
            marked = any(plain in option.replace(" ", "") or option.split("=")[0] in plain for option in options)
            if not marked and (form["form_id"], code) not in NO_OPTION:
                lacking.append((form["form_id"], field["no"], code))
    assert lacking == []
