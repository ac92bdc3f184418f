"""One resident at a real terminal, in a process of its own: says when they are in the middle, and when they have left.

Every word of theirs stands here backwards, so that the process holds it only because somebody said it.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.bootstrap.lobby import LEFT_MS, LobbySeat, build_lobby
from kiosk.bootstrap.place import Place
from kiosk.demo.family import Demo
from kiosk.flow.actions import End
from kiosk.flow.lobby.actions import Begin, Choose, Count, HandIn, Onward, PutOff, Say, ShowCard, Speak
from kiosk.flow.lobby.pages import Place as Where
from kiosk.model.card import CardFace
from kiosk.model.wareki import PartialDate

BACKWARDS = {
    "person[p1].name.full": "衛兵甚　糠見鵜",
    "person[p1].kana": "エベンジ　カヌミウ",
    "person[p1].phone": "3917-3648-080",
    "person[p1].birth.date": "日71月3年36和昭",
    "addr.new.text": "３０９荘きえ消号41番7目丁二丘ケ緑市空架県本見",
}
BORN = "71-30-8891"
"""The day as a card has it."""
OTHERS = {
    "case.event_type": "国内転入",
    "case.applicant_role": "本人",
    "case.moved_on": "令和8年4月12日",
    "case.requests": "住民票の写し",
    "cert.scope": "世帯の一部(個人)",
    "addr.new.katagaki": "なし",
    "person[p1].sex": "男",
    "person[p1].relation_new": "本人",
    "notice.date": "令和8年4月18日",
}


def settle(seat: LobbySeat) -> None:
    loop = QEventLoop()
    while seat.host.busy or seat.jobs.running:
        QTimer.singleShot(5, loop.quit)
        loop.exec()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    QApplication.processEvents()


def answer(seat: LobbySeat) -> None:
    """Say what is known of what is asked, typed on the board where it is a text; put the rest off."""
    window = seat.window
    for _ in range(150):
        question = window.page.question
        if window.page.place is not Where.QUESTION or question is None:
            return
        words = BACKWARDS.get(question.path, "")[::-1] or OTHERS.get(question.path, "")
        board = window.shown.first()
        if words and board is not None and question.path.endswith("phone"):
            QTest.keyClicks(board, words)
            settle(seat)
        window.act(Say(text=words) if words else PutOff())
        settle(seat)
    raise AssertionError("the questions have no end")


def visit(seat: LobbySeat, *, language: str, hand_in: bool) -> None:
    window = seat.window
    window.act(Speak(language=language))
    window.act(Begin())
    if hand_in:
        window.act(Choose(event="shomei"))  # nothing of it is held: records are made of it
    else:
        window.act(Choose(event="tennyu"))
        window.act(Count(people=1))
    name, lives = BACKWARDS["person[p1].name.full"][::-1], BACKWARDS["addr.new.text"][::-1]
    face = CardFace(name=name, address=lives, birth=PartialDate(iso=BORN[::-1]), sex="1", expired=False)
    window.act(ShowCard(face=face))
    settle(seat)
    window.act(Onward())
    settle(seat)
    answer(seat)
    QApplication.clipboard().setText(name)
    window._hide()
    window._unhide()
    settle(seat)
    if hand_in:
        window.act(Onward())  # what a receiver would refuse is looked at here: records are made, and read again
        settle(seat)
        if window.page.place is Where.SIGN:
            window.act(HandIn())
        settle(seat)


def leave(seat: LobbySeat, ending: str) -> None:
    """As the ending says: handed in, left by the key, walked away, or thrown out by a bug that quotes the resident."""
    match ending:
        case "in":
            seat.window.act(End())
            settle(seat)
            seat.window.end()
        case "away":
            seat.window.idle.gone.emit()
        case "fault":
            seat.host.defect(ValueError(BACKWARDS["person[p1].name.full"][::-1]))
        case _:
            seat.window.tools.ended.emit()


def pause(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()
    sys.stdin.readline()


def main() -> None:
    home, language, ending = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    demo = Demo.prepare(replace(Place.standard(), home=home))
    seat = build_lobby(replace(demo.program), next_slip=lambda: "260420-001")
    seat.window.resize(1280, 800)
    seat.window.show()
    settle(seat)
    pause("nobody")
    visit(seat, language=language, hand_in=ending == "in")
    pause(seat.window.page.place.value)
    leave(seat, ending)
    settle(seat)
    QTest.qWait(2 * LEFT_MS)
    pause("left")
    seat.close()


if __name__ == "__main__":
    main()
