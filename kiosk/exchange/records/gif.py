"""GIF XML: one person with the address as Person_MP03 and Address_MP04, the patterns a counter's data can fulfil.

Element order is that of GIF_Core_DataModel.xsd (2025-03-25); GIF asks for half-width signs and U+0020 between names.
"""

from typing import Any

from lxml import etree
from pydantic import ValidationError

from kiosk.exchange.records.blocks import Subject
from kiosk.exchange.records.columns import broken, read_toml
from kiosk.model.address import short_number
from kiosk.model.base import Frozen, Issue
from kiosk.model.letters import hankaku, whole_kana
from kiosk.model.names import gif_name
from kiosk.model.numbers import gif_phone


class CodeValue(Frozen):
    """One entry of a GIF code list."""

    code: str
    value: str


class GifTables(Frozen):
    """forms/exchange/gif.toml: the (provisional) namespaces, sex by 標準準拠 code, countries by everyday name."""

    namespace: dict[str, str]
    sex: dict[str, CodeValue]
    country: dict[str, CodeValue]


def load_gif(content: bytes) -> GifTables:
    """Read gif.toml. Raises SiteError X01."""
    try:
        return GifTables.model_validate(read_toml(content, "gif.toml"))
    except ValidationError as error:
        raise broken("gif.toml", str(error.errors()[0]["loc"])) from None


def render(person: Subject, tables: GifTables) -> bytes | Issue:
    """The person's XML (UTF-8), or why there is none: MP03 needs name, sex, a real date and a split address."""
    reason = _reason(person, tables)
    if reason:
        return Issue(where=person.taishoshabango, message=reason, allowed="JSON と CSV には含まれます")
    return _Writer(tables).document(person)


def _reason(person: Subject, tables: GifTables) -> str:
    needs = {
        "氏名がないため、GIF形式を作れません。": person.shimei,
        "性別がこの申請に含まれないため、GIF形式を作れません。": person.seibetsu in tables.sex,
        "生年月日が年月日までわからないため、GIF形式を作れません。": person.seinengappi,
        "住所が都道府県・市区町村・町字に分かれていないため、GIF形式を作れません。": person.jusho_shikuchosonkodo
        and person.jusho_todofuken
        and person.jusho_shikugunchosonmei
        and person.jusho_choaza + person.jusho_banchigohyoki,
    }
    return next((reason for reason, value in needs.items() if not value), "")


class _Writer:
    """Writes elements in the two namespaces of the tables."""

    def __init__(self, tables: GifTables) -> None:
        self._tables, self._names = tables, {"pd": tables.namespace["person"], "pcd": tables.namespace["codes"]}

    def document(self, person: Subject) -> bytes:
        root = etree.Element(f"{{{self._names['pd']}}}Person_MP03", nsmap=self._names)
        self._name(root, person)
        country = self._tables.country.get("日本" if person.juminshubetsu == "1" else person.kokusekimeito)
        if country:
            self._code(root, "nationality", country)
        self._code(root, "sex", self._tables.sex[person.seibetsu])
        self._texts(root, {"dateOfBirth": person.seinengappi})
        self._texts(self._child(root, "address_MP04"), _address(person))
        if person.denwabango:
            contact = self._child(root, "contactPointInformation")
            self._texts(contact, {"contactPointPhoneNumber": gif_phone(hankaku(person.denwabango))})
        data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
        return data

    def _name(self, root: Any, person: Subject) -> None:
        whole, kana = gif_name(person.shimei), gif_name(whole_kana(person.shimei_furigana))
        split = person.uji_nihonjin and person.na_nihonjin
        family, given = (gif_name(person.uji_nihonjin), gif_name(person.na_nihonjin)) if split else (whole, "")
        halves = (gif_name(whole_kana(half)) for half in (person.uji_nihonjin_furigana, person.na_nihonjin_furigana))
        family_kana, given_kana = halves if split and person.na_nihonjin_furigana else (kana, "")
        self._texts(
            root,
            {
                "familyName": family,
                "givenName": given,
                "familyNameKana": family_kana,
                "givenNameKana": given_kana,
                "fullName": whole,
                **({"fullNameKana": kana} if kana else {}),
            },
        )

    def _child(self, parent: Any, name: str, space: str = "pd") -> Any:
        return etree.SubElement(parent, f"{{{self._names[space]}}}{name}")

    def _texts(self, parent: Any, fields: dict[str, str]) -> None:
        for name, text in fields.items():
            self._child(parent, name).text = text

    def _code(self, parent: Any, name: str, entry: CodeValue) -> None:
        element = self._child(parent, name)
        self._child(element, "code", "pcd").text = entry.code
        self._child(element, "value", "pcd").text = entry.value


def _address(person: Subject) -> dict[str, str]:
    block, building = short_number(person.jusho_banchigohyoki), hankaku(person.jusho_katagaki)
    place = f"{person.jusho_todofuken}{person.jusho_shikugunchosonmei}{person.jusho_choaza}"
    return {
        "localGovernmentCode": person.jusho_shikuchosonkodo,
        "prefecture": person.jusho_todofuken,
        "cityAndCounty": person.jusho_shikugunchosonmei,
        "streetAddress": hankaku(person.jusho_choaza),
        "cityBlock": block,
        "buildingNameEtc": building,
        "fullAddress": f"{hankaku(place)}{block} {building}".strip(),
        **({"postalCode": hankaku(person.jusho_yubinbango)} if person.jusho_yubinbango else {}),
    }
