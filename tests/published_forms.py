"""The published forms beside the ministry's lists of fields: what is bound otherwise than the list says, and why."""

from pathlib import Path

from kiosk.model.template import Kind

ROOT = Path(__file__).resolve().parents[1]
BENEFITS = ("F03", "F09", "F10", "F11", "F12", "F14", "F15", "F16", "F18")
FORMS = ("F01", "F02", "F04", "F05", "F06", "F06b", "F07", "F08", "F13", "F17", *BENEFITS)
OF_OUR_OWN = ("F02b", *(f"F{number}" for number in range(28, 51)))  # changes, ends, deaths, the city's own
DRAWN = (*FORMS, *OF_OUR_OWN)
SECOND_PAGES = {"F14"}
PAGES = (*((form, 1) for form in DRAWN), *((form, 2) for form in sorted(SECOND_PAGES)))
FIELDS = ROOT / ".." / "shared" / "domain" / "forms_fields.json"
NOT_FREE_TEXT = {Kind.CHOICE, Kind.TICK, Kind.DATE, Kind.BLANK, Kind.COMB}
INSTEAD = {"seal.imprint", "-"}  # stamped by hand, typed on the reader: blank boxes
ONE_PERSON = {"F03": "NP", "F11": "KG", "F12": "KK", "F18": "DS"}  # about one member: a copy each, not a row each
RENAMED = {"person[P].name.full": "person[P].name.new", "person[P].kana": "person[P].kana_new"}  # as it will be
AS_IT_WILL_BE = {
    f"person[{who}].{key}": f"person[{who}].{new}"
    for who in ("A", "S", "P", "C", "CM", "SC", "PS", "HH")
    for key, new in (("name.full", "name.new"), ("kana", "kana_new"))
}
FILES = {f"visitor.{key}": f"person[P].filing.{key}" for key in ("name", "phone")}  # who files this person's sheet
REACHED = {"person[A].phone": "person[P].contact_phone"}
OWN_FACTS = {
    # whether the paper is in order is the clerk's; its name stands on the form
    "F07": AS_IT_WILL_BE | {"agent.poa": "agent.poa_paper"},
    **dict.fromkeys(("F04", "F05", "F13"), AS_IT_WILL_BE),
    "F16": {"visitor.": "person[A].filing."},
    "F01": RENAMED
    | {f"visitor.{key}": f"moving.filing.{key}" for key in ("name", "address", "phone")}
    | {"case.applicant_role": "moving.filing.role"},
    # the household in which the insured live from that day, and who files for it
    "F02": {f"person[NH].{key}": f"person[NH].{new}" for key, new in (("name.full", "name.new"), ("kana", "kana_new"))}
    | {"person[H].name.full": "nhi.head_name", "addr.new.text": "nhi.address"}
    | {"person[A].phone": "nhi.phone", "visitor.name": "nhi.filing.name"}
    | {"person[NH].relation_new": "person[NH].relation_now"}
    | {"case.applicant_relation_to_head": "nhi.filing.relation", "nhi.reason": "nhi.reasons"},
    "F03": RENAMED | FILES | REACHED,
    "F06": FILES,
    "F06b": RENAMED | REACHED,
    "F11": RENAMED | FILES | {"person[H].name.full": "household.now.head_name"},
    "F12": RENAMED | FILES | {"addr.old.text": "person[P].other_address"},
    "F18": AS_IT_WILL_BE | REACHED,
    # certificates of several kinds may be wanted on one day, each with its own kind, number and purpose
    "F09": {"cert.": "cert.koseki."},
    # the 1 January of the certificate's year; the car to be inspected is not the moped of F16
    "F10": {"cert.tax_item": "cert.tax.item", "cert.": "cert.tax.", "vehicle.plate": "cert.tax.plate"}
    | {"person[A].addr_jan1": "cert.tax.jan1_address"},
    # a period has two ends; pupils have a school year instead of an occupation
    "F14": AS_IT_WILL_BE | {"hoiku.period": "hoiku.period.from", "person[HH].occupation": "person[HH].work_or_school"},
    # the water is shut off where people live now, and turned on where they will
    "F17": {"addr.new.text": "water.place", "addr.new.katagaki": "water.building"}
    | {"visitor.name": "person[A].filing.name"},
}
CAME = ("届出人", "窓口に来た人", "手続する人", "届出者", "連絡先")  # whoever stands at the counter, an agent too
CAME_TOO = {("F09", 5), ("F10", 5)}  # 電話番号 under 窓口に来た人
VISITOR = {
    "person[A].name.full": "visitor.name",
    "person[A].kana": "visitor.kana",
    "person[A].address": "visitor.address",
    "person[A].birth.date": "visitor.birth",
    "person[A].phone": "visitor.phone",
}
# whom the insurance concerns, who lives together, whom the medical aid is for: not everybody who moves
OWN_GROUPS = {("F02", "P"): "NH", ("F05", "C"): "CM", ("F14", "P"): "HH"}
BESIDE = {
    "F01": {"no29"},  # the day of who moved on another one
    "F02": {"no19", "no20", "no21"},  # the insurer that takes over; the day of whose insurance began on another one
    # 新規か増額か、その事由と日: a birth in a family that has the allowance is an increase; who comes for the claimant
    "F04": {"no37", "no38", "no39", "no40", "no41", "no42", "no43"},  # and where a birth was filed
    "F05": {"no25", "no26", "no27", "no28"},  # who comes for the parent, where a birth was filed
    "F06b": {"no11", "no12", "no13"},  # who files for the holder
    "F12": {"no17", "no18"},  # where whoever files lives and is reached
    "F13": {"no17", "no18", "no19"},
    "F14": {"no35", "no36", "no37"},
    "F06": {
        "no9",
        "no10",
        "no11",
        "no12",
    },  # the new name, where and when its notification was filed; 継続利用, 記載事項の変更 or 国外継続利用
    "F07": {"no15", "no16"},  # 本人 or 代理人, whom to call
    # 新しい登録 or 変更 of what, since when, from whom; who comes for the owner
    "F15": {"no17", "no18", "no19", "no20", "no21", "no22", "no23"},
    "F16": {"no18", "no19", "no20", "no21"},  # 納税義務発生年月日, 旧住所, who reports and how to reach them
    "F18": {"no15", "no16", "no17", "no18"},  # the old and the new name, who files
    "F17": {"no7k", "no11", "no12"},  # 開始・中止・名義変更 beside the day, as the title says; all once more as a code
}
