"""A terminal's weeks in a process of its own: one invented resident after another, and what it holds of them then.

`python -m kiosk.bench.many_residents FOLDER COUNT` prints one JSON list, the resident memory in MB after every tenth of
them from the `WARM`th on, and waits until it is let go: meanwhile its memory can be searched. Nobody's words stand in a
file or a variable: they are made of a number when they are said.
"""

import json
import sys
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest

from kiosk.bench.many_visits import resident_mb
from kiosk.bench.subject import Subject
from kiosk.bootstrap.lobby import LEFT_MS, LobbySeat, build_lobby
from kiosk.demo.lobby import SLIP, settle
from kiosk.flow.actions import End
from kiosk.flow.lobby.actions import Begin, Choose, HandIn, LobbyAction, Onward, PutOff, Say
from kiosk.flow.lobby.pages import Place
from kiosk.model.errors import Defect

WARM = 50
"""What the first residents load stays: fonts, pages, letters. After so many of them everything has been there once."""
_KANJI = "鵜糠榎蕨椿鷺鴨鶴亀樫楢橘桐梶樋槙榊柊椋柿萩蕗葦蓬"
_KANA = "ヌミカロヘソワユキトノハフムメヤヨラリル"
_GLASS = QSize(1080, 1920)
_MOST = 60


def said(number: int) -> dict[str, str]:
    """What the resident of a number says for a certificate."""
    return {
        "case.requests": "住民票の写し",
        "cert.scope": "世帯の一部(個人)",
        "person[p1].name.full": f"{_letters(_KANJI, number, 2)}\u3000{_letters(_KANJI, 7 * number + 3, 3)}",
        "person[p1].kana": f"{_letters(_KANA, number, 4)}\u3000{_letters(_KANA, 11 * number + 5, 4)}",
        "person[p1].phone": f"090{10_000_019 + 7_919 * number}",
        "person[p1].birth.date": f"昭和{30 + number % 30}年{1 + number % 12}月{1 + number % 28}日",
        "addr.new.text": f"見本県架空市緑ケ丘{4_000 + number}番{1 + 13 * number}号",
        "addr.new.katagaki": f"樋槙{5_000 + number}荘",
    }


def needles(number: int) -> list[str]:
    """Words of a resident that cannot stand anywhere by chance."""
    words = said(number)
    return [words[path] for path in words if path.startswith(("person[p1].n", "person[p1].k", "person[p1].p", "addr."))]


def _letters(letters: str, number: int, count: int) -> str:
    found = ""
    for _ in range(count):
        number, at = divmod(number * 31 + 17, len(letters))
        found += letters[at]
    return found


def many_residents(folder: Path, count: int) -> list[float]:
    """Resident memory in MB from the `WARM`th resident on, ten times until the last."""
    seat, held = build_lobby(Subject(folder).program, next_slip=lambda: SLIP), list[float]()
    with closing(seat):
        seat.window.resize(_GLASS)
        seat.window.show()
        warm = min(WARM, count)
        marks = {warm + (count - warm) * tenth // 10 for tenth in range(11)}
        for number in range(1, count + 1):
            _visit(seat, number)
            if number in marks:
                QTest.qWait(2 * LEFT_MS)  # what they left has been overwritten by then
                held.append(resident_mb())
        QTest.qWait(2 * LEFT_MS)
        sys.stdout.write(json.dumps(held) + "\n")
        sys.stdout.flush()
        sys.stdin.readline()
    return held


def _visit(seat: LobbySeat, number: int) -> None:
    for _ in range(_MOST):
        action = _next(seat, number)
        if action is None:
            break
        seat.window.act(action)
        settle(seat)
    if seat.window.page.place is not Place.SLIP:
        raise Defect(f"the measured resident did not come to the slip: {seat.window.page.place}")
    seat.window.act(End())
    seat.window.end()
    settle(seat)


def _next(seat: LobbySeat, number: int) -> LobbyAction | None:
    page = seat.window.page
    match page.place:
        case Place.LANGUAGE:
            return Begin()
        case Place.PURPOSE:
            return Choose(event="shomei")
        case Place.CARD | Place.CHECK:
            return Onward()
        case Place.SIGN:
            return HandIn()
        case Place.QUESTION if page.question is not None:
            words = said(number).get(page.question.path)
            return Say(text=words) if words else PutOff()
        case _:
            return None


if __name__ == "__main__":
    many_residents(Path(sys.argv[1]), int(sys.argv[2]))
