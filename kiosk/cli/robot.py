"""`kiosk robot`: types what lies in the folder of a destination (kind = "rpa") into the screen of a system."""

import signal
from pathlib import Path
from threading import Event
from typing import Annotated

import typer

from kiosk.cli.output import problems, say
from kiosk.exchange.robot.playing import Robot, Told, only_robot
from kiosk.exchange.robot.screen import ScreenAwayError, XScreen
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words

Folder = Annotated[Path, typer.Argument(help="送付先のフォルダー", show_default=False)]
Once = Annotated[bool, typer.Option("--once", help="1件だけ見て終わる")]
Entered = Annotated[
    bool | None,
    typer.Option(
        "--entered/--not-entered",
        help="途中で止まった1件が、相手のシステムに登録されていたか（画面で確かめて答える）",
        show_default=False,
    ),
]

_WORDS = {
    Told.NOT_IN_FRONT: "入力する窓が前に出ていません。前に出すと打ち始めます。",
    Told.FAULTY: "current.keys か current.csv を読めません。何も打ちません。",
    Told.DONE: "1件を登録しました。",
    Told.REFUSED: "1件を、相手のシステムが受け付けませんでした。",
    Told.UNKNOWN: "1件が途中で止まりました。登録されたかを画面で確かめ、--entered か --not-entered で答えてください。",
}
_STEP = 1.0


def robot(folder: Folder, *, once: Once = False, entered: Entered = None) -> None:
    """Type until somebody stops it. It needs X11, xdotool and xsel, and a machine of its own."""
    screen = XScreen()
    made = Robot(folder, screen)
    try:
        with only_robot(folder) as alone:
            if not alone:
                problems([Issue(where=str(folder), message="ほかのロボットが動いています。")], as_json=False)
            elif entered is None:
                screen.clear()  # of a robot that was ended while it typed
                _play(made, once=once)
            else:
                count = made.asked(entered=entered)
                say(f"{count}件について、登録されて{'いる' if entered else 'いない'}と答えました。")
    except OSError as error:
        problems([Issue(where=str(folder), message=f"使えません（{disk_words(error)}）。")], as_json=False)
    except ScreenAwayError:
        message = "画面を操作できません。"
        problems([Issue(where="kiosk robot", message=message, allowed="X11（DISPLAY）、xdotool、xsel")], as_json=False)


def _play(made: Robot, *, once: bool) -> None:
    stopped, before = Event(), Told.NOTHING
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: stopped.set())
    while not stopped.is_set():
        told = made.step()
        if told in {Told.DONE, Told.REFUSED, Told.UNKNOWN} or told is not before:
            say(_WORDS.get(told, "打ち込むものを待っています。"))
        before = told
        if once:
            return
        stopped.wait(0 if told is Told.DONE else _STEP)
