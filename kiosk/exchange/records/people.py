"""The 対象者 of a record: who they are, in which roles, and under which address."""

from collections.abc import Mapping

from kiosk.exchange.records.blocks import Subject
from kiosk.exchange.records.values import SEX_CODES, address, exact, triple, words
from kiosk.model.base import Frozen
from kiosk.model.fact import Fact, Value
from kiosk.model.names import divide_name, is_latin, split_name
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.wareki import PartialDate

TEXTS = {
    "person.name.full": "shimei",
    "person.name.new": "shimei",
    "person.name.family": "uji_nihonjin",
    "person.name.family_kana": "uji_nihonjin_furigana",
    "person.name.given": "na_nihonjin",
    "person.name.alpha": "shimei_gaikokujinromaji",
    "person.name.kanji_foreign": "shimei_gaikokujinkanji",
    "person.kana": "shimei_furigana",
    "person.kana_new": "shimei_furigana",
    "person.alias_name": "tsusho",
    "person.former_family_name": "kyuji",
    "person.relation_new": "tsuzukigarahyoki",
    "person.relation_now": "tsuzukigarahyoki",
    "person.phone": "denwabango",
    "person.foreign.nationality": "kokusekimeito",
    "person.foreign.category": "dai30jo45kiteikubunmei",
    "person.foreign.status": "zairyushikakumei",
    "person.foreign.period": "zairyukikan",
    "person.foreign.card_no": "zairyukadotobango",
}
"""Facts of a person that travel as they were said, and the field they fill."""

_RELATIONS = ("person.relation_new", "person.relation_now")

OUTSIDE = {
    "agent": ("代理人", {"agent.name": "shimei", "agent.phone": "denwabango"}, "agent.birth_date", "agent.address"),
    "cert": ("証明対象者", {"cert.subject_name": "shimei"}, "cert.subject_birth", "cert.subject_address"),
}
"""People without a member id: their role, and the facts of their name, birth and address."""


class Members(Frozen):
    """The stated facts of an application by path, and the members of the case in order, the applicant first.

    Who is `away` lives elsewhere than those who move; who is `still` does not move, and may take them in.
    """

    said: dict[str, Fact]
    persons: tuple[str, ...]
    away: frozenset[str] = frozenset()
    still: frozenset[str] = frozenset()


class Subjects(Frozen):
    """The people of a record, and the paths whose values they already hold."""

    subjects: tuple[Subject, ...]
    consumed: frozenset[str]


def subjects(members: Members) -> Subjects:
    """Everyone about whom at least one fact was used, in case order; the agent and the named subject come last."""
    rows: list[Subject] = []
    consumed: set[str] = set()
    for person in members.persons:
        if not any(person_of(path) == person for path in members.said):
            continue
        fields, used = _member(members, person)
        rows.append(Subject(taishoshabango=person, yakuwari=_roles(members, person), **fields))
        consumed |= used
    for ref in OUTSIDE:
        fields, used = _outsider(members.said, ref)
        if used:
            rows.append(Subject(taishoshabango=ref, yakuwari=(OUTSIDE[ref][0],), **fields))
            consumed |= used
    return Subjects(subjects=tuple(rows), consumed=frozenset(consumed))


def _roles(members: Members, person: str) -> tuple[str, ...]:
    """Roles follow from used facts alone, so that a hidden answer does not leave through a role."""
    said = members.said
    relation = next((said[path] for path in (person_path(person, key) for key in _RELATIONS) if path in said), None)
    head, applicant = said.get("household.head"), said.get("case.applicant")
    in_list = relation is not None or not any(key_of(path) in _RELATIONS for path in said)
    moving = in_list and ("case.moved_on" in said or "case.event_type" in said)
    roles = {
        "申請者": person == (applicant.value if applicant else members.persons[0]),
        "異動者": moving and person not in members.still | members.away,
        "対象者": in_list and not moving,
        "世帯主": bool((relation and relation.value == "世帯主") or (head and head.value == person)),
    }
    return tuple(role for role, holds in roles.items() if holds)


def _member(members: Members, person: str) -> tuple[dict[str, str], set[str]]:
    said = members.said
    fields: dict[str, str] = {}
    used: set[str] = set()
    for path, fact in said.items():
        if person_of(path) == person:
            made = {} if _former(said, path) else _fields(f"person{path.partition(']')[2]}", fact.value)
            fields |= made
            used |= {path} if made else set()
    living, lived = _home(said) if person not in members.away else ({}, set[str]())
    own = person_path(person, "person.address")
    if own in said and not living:
        living, lived = address("jusho", said[own].value), {own}
    return {**fields, **_split(fields), **living}, used | lived


def _former(said: Mapping[str, Fact], path: str) -> bool:
    """Whether it is the name (or reading) of before, beside the one that the filing brings: it travels by itself."""
    new = {"person.name.full": "person.name.new", "person.kana": "person.kana_new"}.get(key_of(path), "")
    later = said.get(person_path(person_of(path), new)) if new else None
    return later is not None and later.value != said[path].value


def _fields(key: str, value: Value) -> dict[str, str]:
    """The fields one fact of a person fills; empty when the record has none for it."""
    made: dict[str, str] = {}
    match key, value:
        case "person.birth.date", PartialDate():
            made = triple("seinengappi", value)
        case "person.sex", str():
            made = {"seibetsu": SEX_CODES.get(value, "0"), "seibetsuhyoki": value}
        case (("person.is_japanese" | "person.is_foreigner"), bool()):
            made = {"juminshubetsu": "1" if value is (key == "person.is_japanese") else "2"}
        case "person.kana_confirmed", bool():
            made = {"shimei_furiganakakuninjokyo": words(value)}
        case "person.foreign.expiry", PartialDate() if exact(value):
            made = {"zairyukikanmanryobi": exact(value)}
        case _, str() if key in TEXTS:
            made = {TEXTS[key]: value}
    return made


def _split(fields: Mapping[str, str]) -> dict[str, str]:
    """氏 and 名 of a Japanese name in two parts; a foreign name stays whole and only shows its script."""
    made: dict[str, str] = {}
    if fields.get("juminshubetsu") == "2" or fields.get("kokusekimeito"):
        name = fields.get("shimei", "")
        return {"shimei_gaikokujinromaji": name} if is_latin(name) else made
    for whole, tail in (("shimei", ""), ("shimei_furigana", "_furigana")):
        name, family = fields.get(whole, ""), fields.get(f"uji_nihonjin{tail}", "")
        parts = split_name(name) or divide_name(name, family)
        if parts:
            made |= {f"uji_nihonjin{tail}": parts[0], f"na_nihonjin{tail}": parts[1]}
    return made


def _home(said: Mapping[str, Fact]) -> tuple[dict[str, str], set[str]]:
    """The address the person has after the filing; somebody moving out keeps the old one."""
    reason = said.get("case.event_type")
    side = "addr.old" if reason and "転出" in words(reason.value) else "addr.new"
    fact = said.get(f"{side}.text")
    katagaki = said.get(f"{side}.katagaki")
    if fact is None:
        return {}, set()
    return address("jusho", fact.value, words(katagaki.value) if katagaki else ""), {
        f"{side}.text",
        f"{side}.katagaki",
    }


def _outsider(said: Mapping[str, Fact], ref: str) -> tuple[dict[str, str], set[str]]:
    _, texts, birth, home = OUTSIDE[ref]
    fields = {name: words(said[path].value) for path, name in texts.items() if path in said}
    used = {path for path in texts if path in said}
    born = said.get(birth)
    if born and isinstance(born.value, PartialDate):
        fields |= triple("seinengappi", born.value)
        used.add(birth)
    if home in said:
        fields |= address("jusho", said[home].value)
        used.add(home)
    return fields, used
