"""The blocks of the one JSON record; field names are 基本データリスト ローマ字, an empty field is not stated."""

from pydantic import ConfigDict, Field

from kiosk.model.base import Frozen

Plain = bool | int | str | tuple[str, ...]


class Common(Frozen):
    """共通部. `exportid` names this application and revision everywhere; `sha256` is of the record without it.

    shorikubun: 0 新規, 1 訂正, 2 取消. Dates YYYY-MM-DD and times HH:MM:SS are local (Asia/Tokyo).
    honninkakunin: how the person who came was identified (1点, 2点), kinds of papers, expiry; never a number.
    yoshikikokai: the release of the forms and rules it was made with (2026-12-01, 2026-12-01-2).
    kyakka: of an application that was refused (却下) and is filed again, the revision that was refused and the
    receiver's own number of that refusal; dashinaoshi_riyu is why it is filed again.
    """

    exportid: str
    schemaversion: str
    shikuchosonkodo: str
    shikuchosonmei: str
    dokujishisakushisutemutoid: str
    gyomuid: str
    tetsuzukikodo: str
    tetsuzukimei: str
    kikkake: str
    shorikubun: str
    kaiteibango: int
    ankenid: str
    uketsukebango: str
    shinseibi: str
    todokedenengappi: str
    sosashaid: str
    sosanengappi: str
    sosajikoku: str
    kakuninshaid: str = ""
    honninkakunin_kubun: str = ""
    honninkakunin_hoho: str = ""
    honninkakunin_yukokigen: str = ""
    yoshikikokai: str = ""
    kyakka_kaiteibango: str = ""
    kyakka_bango: str = ""
    dashinaoshi_riyu: str = ""
    sha256: str = ""


class Subject(Frozen):
    """対象者: one person and the roles (申請者, 異動者, 世帯主, 代理人 …); an imprecise date is a triple."""

    taishoshabango: str
    yakuwari: tuple[str, ...] = ()
    juminshubetsu: str = ""
    shimei: str = ""
    uji_nihonjin: str = ""
    na_nihonjin: str = ""
    shimei_furigana: str = ""
    uji_nihonjin_furigana: str = ""
    na_nihonjin_furigana: str = ""
    shimei_furiganakakuninjokyo: str = ""
    shimei_gaikokujinromaji: str = ""
    shimei_gaikokujinkanji: str = ""
    kyuji: str = ""
    tsusho: str = ""
    seibetsu: str = ""
    seibetsuhyoki: str = ""
    seinengappi: str = ""
    seinengappi_fushofuragu: str = ""
    seinengappi_fushohyoki: str = ""
    tsuzukigarahyoki: str = ""
    kokusekimeito: str = ""
    dai30jo45kiteikubunmei: str = ""
    zairyushikakumei: str = ""
    zairyukikan: str = ""
    zairyukikanmanryobi: str = ""
    zairyukadotobango: str = ""
    jusho_shikuchosonkodo: str = ""
    jusho_todofuken: str = ""
    jusho_shikugunchosonmei: str = ""
    jusho_choaza: str = ""
    jusho_banchigohyoki: str = ""
    jusho_katagaki: str = ""
    jusho_yubinbango: str = ""
    jusho_hyoki: str = ""
    denwabango: str = ""


class Move(Frozen):
    """異動: the reason by name (no code until an official table is supplied), the day, the other address."""

    idojiyumei: str = ""
    idonengappi: str = ""
    idonengappi_fushofuragu: str = ""
    idonengappi_fushohyoki: str = ""
    tenshutsuyoteinengappi: str = ""
    setainushishimei: str = ""
    honseki: str = ""
    koseki_hittosha: str = ""
    tennyumaejusho_setainushishimei: str = ""
    tennyumaejusho_shikuchosonkodo: str = ""
    tennyumaejusho_todofuken: str = ""
    tennyumaejusho_shikugunchosonmei: str = ""
    tennyumaejusho_choaza: str = ""
    tennyumaejusho_banchigohyoki: str = ""
    tennyumaejusho_katagaki: str = ""
    tennyumaejusho_yubinbango: str = ""
    tennyumaejusho_hyoki: str = ""
    tenkyomaejusho_shikuchosonkodo: str = ""
    tenkyomaejusho_todofuken: str = ""
    tenkyomaejusho_shikugunchosonmei: str = ""
    tenkyomaejusho_choaza: str = ""
    tenkyomaejusho_banchigohyoki: str = ""
    tenkyomaejusho_katagaki: str = ""
    tenkyomaejusho_yubinbango: str = ""
    tenkyomaejusho_hyoki: str = ""
    tenshutsusakijusho_shikuchosonkodo: str = ""
    tenshutsusakijusho_todofuken: str = ""
    tenshutsusakijusho_shikugunchosonmei: str = ""
    tenshutsusakijusho_choaza: str = ""
    tenshutsusakijusho_banchigohyoki: str = ""
    tenshutsusakijusho_katagaki: str = ""
    tenshutsusakijusho_yubinbango: str = ""
    tenshutsusakijusho_hyoki: str = ""


class Contact(Frozen):
    """連絡先 under the GIF names (DMD 438)."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    name: str = Field(default="", alias="contactPointName")
    phone: str = Field(default="", alias="contactPointPhoneNumber")
    email: str = Field(default="", alias="contactPointEmailAddress")


class Request(Frozen):
    """証明書の請求: kind, copies, what is to be shown, scope, fiscal year, purpose and the relation to the subject."""

    shurui: str = ""
    tsusu: str = ""
    kisaijiko: tuple[str, ...] = ()
    hani: str = ""
    nendo: str = ""
    shiyomokuteki: str = ""
    seikyushatonokankei: str = ""


class Other(Frozen):
    """その他の事項: a used fact without a field of its own - its vocabulary key, its person and its plain value."""

    komoku: str
    taishoshabango: str = ""
    atai: Plain = ""


class Record(Frozen):
    """One application. `horyu` are the paths answered わからない; `shussho` says where every value came from."""

    kyotsu: Common
    taishosha: tuple[Subject, ...] = ()
    ido: Move = Move()
    renrakusaki: Contact = Contact()
    seikyu: Request = Request()
    sonota: tuple[Other, ...] = ()
    horyu: tuple[str, ...] = ()
    shussho: dict[str, str] = {}
