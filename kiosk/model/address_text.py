"""An address as one text, read letter by letter: where the 町字 ends, where the 番地号 begins and where the building.

Nothing is corrected and nothing is lost: every part is cut out of the text as it was declared. Only comparing ignores
how a letter is written - widths, dashes, ヶ and ケ, old forms, glyph selectors, kanji or figures for a number.
Numbers of a 条丁目, 番丁, 番町, 線, 区, 部, 耕地 or 号地 and a 小字 belong to the town; a 地割 belongs to the 番地
after it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from kiosk.model.letters import DASHES, WAVES, is_selector, without_selectors
from kiosk.model.variants import letter_families

_FOLD = str.maketrans(
    "ヶがガヵかｹ之乃ノﾉ檜竈釜鹽龍淵籠舘\u3000０１２３４５６７８９",
    "ケケケケケケのののの桧竃竃塩竜渕篭館 0123456789",
)
_KANJI = "〇零一二三四五六七八九十百千"
_DASHES = re.compile(rf"(?<=[0-9{_KANJI}])( ?)[{DASHES}{WAVES}]( ?)(?=[0-9{_KANJI}])")
_DIGITS = dict(zip("〇零一二三四五六七八九", "00123456789", strict=True))
_NUMBERS = frozenset(f"0123456789{_KANJI}")
_RUN = re.compile(f"[0-9]+|[{_KANJI}]+|.")

_LONGEST = 9  # letters of a number in kanji, 九千九百九十九 and more; a longer run is no number of a town or a lot
_F, _K = "[0-9]+", f"[{_KANJI}]{{1,{_LONGEST}}}"
_ROOM = "(?:号室|号棟|号館|番館|階|室|棟|館|[FＦ](?![a-zA-Z]))"
_COUNTED = rf"(?:部|字)(?=[甲乙丙丁ァ-ヴ]?[0-9{_KANJI}]|$)"  # 20部1番地, 1字6番地
_OF_TOWN = rf"(?:条|丁目?|番丁|番町|番通|番組|番区|番割|線|区|号地|号線|号通|町内|番?耕地|{_COUNTED})"
_ROAD = "(?:(?<=線)|(?<=線[東西南北]))[0-9]+号(?=[0-9]+番)"  # 東２線１６号１番地: the 号 is a road as the 線 is
_END = "(?=$|[ 、,(（の-])"
_ONE = rf"(?:{_F}(?![0-9]|{_ROOM}|{_OF_TOWN})|{_K}(?=番(?![館丁町通組区割耕江沢川堰堀領甲乙])|号(?![室棟館地線通])))"
_MORE = rf"(?:{_ONE}|{_K}{_END})"
_LOT_WORDS = "番地(?:なし|無し)|(?:番地|番)?以下(?:不詳|不明)|番地?(?:不詳|不明)"
_NOWHERE = re.compile(
    "(?:前?住所|居所|転出先)?(?:は|が|の)?(?:不明|不詳|不定|未詳|未定|わからず)|住所(?:なし|不存在)|居住地なし"
)
_SIGN = "[甲乙丙丁イロハニホヘト]"
_FIRST = rf"(?:{_ONE}|{_K}(?=(?:の|-){_K}))"
_BEFORE = "(?:[甲乙丙丁戊己第]|(?<![ァ-ヴー])[イロハニホ]|(?<=丁目)[左右]|[A-ZＡ-Ｚ](?:番|[-－ー‐−]))"
_APART = f" (?={_F} ?番(?!館)|[0-9]{{1,2}} ?号(?![室棟館]))"  # 46番 101号: a room; 46番 11号 is written apart
_PIECES = re.compile(
    rf"(?P<road>{_ROAD})|(?P<land>第?(?:{_F}|{_K})地割(?=[甲乙丙丁第]?{_ONE}|$))?"
    rf"(?P<lot>(?:官有)?無番地|番外地|{_LOT_WORDS}|{_BEFORE}?{_FIRST}(?!地割)"
    rf"(?: ?(?:番地の|番地|番の|番|号の|街区|の|- ?)(?:{_APART})?(?:第|{_SIGN})?{_MORE})*"
    rf"(?: ?(?:番地|番戸|番|号|街区))?(?:の?{_SIGN}(?:[-－ー‐−の]?{_F})?{_END})?(?:の?地先|(?<=番地)先)?)"
    rf"|(?P<town>第?(?:{_F}|{_K})(?:{_OF_TOWN}|地割))"
    rf"|(?P<room>{_F}{_ROOM})"
)
_BUILDING = re.compile(
    rf"マンション|アパート|ハイツ|ハイム|コーポ|メゾン|荘|ビル|寮|団地|住宅|タワー|ハウス|コート|パレス|ホーム|センター|庁舎|館"
    rf"|[ァ-ヴー]{{4,}}|[A-Za-zＡ-Ｚａ-ｚ]{{2,}}|{_F}{_ROOM}"
)
_DOUBTFUL = re.compile(
    "[東西南北左右][0-9]+(?![0-9階FＦ])|部(?!屋)|[のノ](?![ァ-ヴー]{3})|[字割]|.*[0-9]番(?:地|[0-9])"
    r"|(?<=番地 )[0-9]{1,2}$|[・･/／,、，。.．:：;･一丨|]\s*[0-9]"  # 1・3: it may mean a hyphen
)
_LOT_SAID = re.compile("番(?![館丁町通組])|(?<!第)号(?![室棟館車線通])|[0-9]-[0-9]")
_NUMBERED, _OWN_NUMBER = re.compile("(?P<stem>.*?[^0-9])第?(?P<number>[0-9]+)"), re.compile(f"第?([0-9]+|[{_KANJI}]+)")
_NO_TOWN = re.compile(rf"^ +(?!大字|字|小字)[^ ]|{_BUILDING.pattern}")


def folded(text: str) -> str:
    """The letters by which addresses are compared: glyph selectors gone, width, dashes and old forms alike."""
    return _DASHES.sub(r"\1-\2", without_selectors(text).translate(_alike()))


def all_folded(texts: Iterable[str]) -> tuple[str, ...]:
    """Every one of many texts folded, at the cost of one; none of them has more than one line."""
    lines = "\n".join(texts)
    return tuple(folded(lines).split("\n")) if lines else ()


def unknown_place(text: str) -> bool:
    """Whether a text is a register's word for a place that nobody knows or that there is not: 不明, 不詳, 住所不定."""
    return _NOWHERE.fullmatch("".join(folded(text).split()).strip("。()（）")) is not None


@cache
def _alike() -> dict[int, int]:
    """Every letter for which another one is meant in an address: old forms and rare ones for the one in daily use."""
    families: dict[str, list[str]] = {}
    for letter, first in letter_families().items():
        families.setdefault(first, [first]).append(chr(letter))
    meant: dict[int, int] = {}
    for family in families.values():
        usual = next(filter(_in_daily_use, family), family[0])
        meant |= {ord(letter): ord(usual) for letter in family if letter != usual and not _in_daily_use(letter)}
    return {letter: _FOLD.get(usual, usual) for letter, usual in meant.items()} | _FOLD


def _in_daily_use(letter: str) -> bool:
    """JIS level 1, in which no letter is folded into another: 阪 is not 坂."""
    return b"\xb0" <= letter.encode("euc_jp", "ignore")[:1] <= b"\xcf"


@dataclass(frozen=True)
class Parts:
    """町字, 番地号, 方書; what may belong to one of them and stands in none is `open`."""

    town: str
    number: str = ""
    building: str = ""
    open: str = ""


@dataclass(frozen=True)
class AddressText:
    """A text and the letters by which it is compared; `cut` leads from these back to the text."""

    text: str

    @cached_property
    def _places(self) -> tuple[int, ...]:
        return (*(at for at, letter in enumerate(self.text) if not is_selector(letter)), len(self.text))

    @cached_property
    def folded(self) -> str:
        """The letters as they are compared, one for one."""
        return folded(self.text)

    def cut(self, start: int, end: int) -> str:
        """What was declared between two places of the folded letters, without the blanks around it."""
        return self.text[self._places[start] : self._places[end]].strip()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The places of the text that two places of the folded letters stand for."""
        return self._places[start], self._places[end]

    def after(self, place: int) -> "AddressText":
        """The text from a place of the folded letters on."""
        return AddressText(self.text[self._places[place] :])

    def parts(self, towns: Iterable[str]) -> Parts:
        """The parts of a text that begins with its town; `towns` are those that are listed, the longest first."""
        listed = tuple(towns)
        end = self.town_end(listed)
        if doubtful := self._runs_on(listed):
            sure = end or doubtful
            return Parts(self.cut(0, sure), open=self.cut(sure, len(self.folded)))
        for piece in _PIECES.finditer(self.folded, end):
            if not (piece["town"] or piece["road"]):
                return self._with(piece, end)
        return self._rest(end)

    def town_end(self, towns: Iterable[str]) -> int:
        """Where the longest listed town that the text begins with ends, its 丁目 or 条 included; 0: there is none."""
        lead = re.match("大字|字", self.folded)
        for start in (0, lead.end()) if lead else (0,):
            end = _listed_end(self.folded[start:], towns)
            if end:
                return self._numbered(start + end)
        return 0

    def _runs_on(self, towns: Iterable[str]) -> int:
        """Where the number of a town begins that runs into the figures after it: 浦臼第４５番地 may lie in 浦臼第４."""
        lead = re.match("大?字", self.folded)
        start = lead.end() if lead else 0
        for town in filter(None, map(_NUMBERED.fullmatch, all_folded(towns))):
            place = start + len(town["stem"])
            run = _OWN_NUMBER.match(self.folded, place) if self.folded.startswith(town["stem"], start) else None
            if run and any(_figures(run[1][:many]) == town["number"] for many in range(1, len(run[1]))):
                return place
        return 0

    def _numbered(self, end: int) -> int:
        """Where the numbers that belong to a town end."""
        blanks = re.compile(" *").match(self.folded, end)
        piece = _PIECES.match(self.folded, blanks.end() if blanks else end)
        return self._numbered(piece.end()) if piece and (piece["town"] or piece["road"]) else end

    def _with(self, piece: re.Match[str], end: int) -> Parts:
        """The parts when the first number that is no town's stands at `piece`; the listed town ends at `end`."""
        start = piece.start()
        if piece["lot"] is None or (end and _NO_TOWN.search(self.folded[end:start])):
            return self._rest(end)
        town, number = self.cut(0, start), self.cut(start, piece.end())
        building = self.cut(piece.end(), len(self.folded)).lstrip(DASHES).strip()
        if _DOUBTFUL.match(f"{number[-2:]} {folded(building)}", len(number[-2:]) + 1):
            return Parts(town, number, open=building)
        return Parts(town, number, building)

    def _rest(self, end: int) -> Parts:
        """The parts of a text without a 番地: what follows a listed town is its building, or stays open."""
        rest = self.cut(end, len(self.folded))
        hamlet = re.match("大?字|小字", rest) and not _BUILDING.search(rest)
        if not end or not rest or (hamlet and not re.search(_F, folded(rest))):
            return Parts(self.cut(0, len(self.folded)))
        if re.fullmatch("の?地先", rest):
            return Parts(self.cut(0, end), rest)
        named = _BUILDING.search(rest) or not re.search(_F, self.folded[end:])
        sure = named and not _LOT_SAID.search(folded(rest))
        return Parts(self.cut(0, end), building=rest) if sure else Parts(self.cut(0, end), open=rest)


def _listed_end(folded: str, towns: Iterable[str]) -> int:
    """Where the first of the towns that the letters begin with ends, letter for letter or by its numbers; 0: none."""
    key, ends = _key(folded)
    numbered = folded[:1] in _NUMBERS
    for bare in all_folded(town.removeprefix("大字") for town in towns):
        if bare[:1] == folded[:1] or (numbered and bare[:1] in _NUMBERS):
            if folded.startswith(bare) and not (bare[-1:].isdecimal() and folded[len(bare) :][:1].isdecimal()):
                return len(bare)
            found = _key(bare)[0]
            if key.startswith(found) and len(found) in ends:
                return ends[len(found)]
    return 0


def in_figures(letters: str) -> str:
    """Folded letters with every number in figures: 二十四条 and 24条 agree."""
    return _key(letters)[0]


def _key(folded: str) -> tuple[str, dict[int, int]]:
    """Letters with every number in figures and without blanks, and where in `folded` each length of it ends."""
    key, ends = "", {0: 0}
    for run in _RUN.finditer(folded):
        key += "" if run[0] == " " else _figures(run[0])
        ends.setdefault(len(key), run.end())
    return key, ends


def _figures(run: str) -> str:
    """二十四 and 二四 are 24; what is no number stays."""
    if run[0] not in _NUMBERS or run.isdecimal() or len(run) > _LONGEST:
        return run
    if not set(run) & set("十百千"):
        return "".join(_DIGITS[letter] for letter in run)
    total = 0
    for worth, unit in ((1000, "千"), (100, "百"), (10, "十")):
        many, found, rest = run.partition(unit)
        if found:
            total, run = total + worth * int(_figures(many) if many else "1"), rest
    return str(total + int(_figures(run) if run else "0"))
