"""`kiosk preentry build`, `keys list|make|rotate`, `read`: what residents prepare at home, for IT staff."""

from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.bootstrap.preentry import HomeCodes, HomeKeys, build_page, lines_of
from kiosk.bootstrap.program import Program
from kiosk.cli.opened import By, Json, opened, refuse, staff
from kiosk.cli.output import document, say, table
from kiosk.model.audit import AuditEvent
from kiosk.model.message import Message
from kiosk.preentry.keys import CODE_DAYS, CityKey, in_use
from kiosk.preentry.opening import Entry

Out = Annotated[Path, typer.Option("--out", help="ページを書くフォルダー")]
Files = Annotated[list[Path], typer.Argument(help="コードの画像（PNG、JPEG）か、コードを1行ずつ書いた .txt")]


def build(*, out: Out, json: Json = False) -> None:
    """Write the page that residents use at home: one file, index.html, that asks nothing of any network."""
    with opened() as program:
        file = build_page(program, out)
        key = in_use(HomeKeys(program).all())
    until = key.until.isoformat() if key else ""
    if json:
        document({"file": str(file), "bytes": file.stat().st_size, "until": until})
        return
    say(f"家で使うページを書きました: {file}（{file.stat().st_size // 1024} KB、{until} まで使えます）")
    say("市のホームページに置くか、このファイルのまま配れます。様式や規則を直したら、もう一度作ります。")


# ---- keys ------------------------------------------------------------------------------------------------------------
def list_keys(*, json: Json = False) -> None:
    """List the keys; never what they are."""
    with opened() as program:
        keys, today = HomeKeys(program).all(), program.clock.today()
        rows = [_row(key, opens=key.opens_on(today)) for key in keys]
    if json:
        document(rows)
    elif not rows:
        say("鍵はありません。kiosk preentry keys make で作ります。")
    else:
        cells = [(row["kid"][:12], row["made"], row["until"], row["retired"] or "使用中") for row in rows]
        table(f"{len(rows)}件", ("鍵", "作った日", "ページの期限", "交代した日"), cells)


def _row(key: CityKey, *, opens: bool) -> dict[str, Any]:
    retired = key.retired.isoformat() if key.retired else ""
    made, until = key.made.isoformat(), key.until.isoformat()
    return {"kid": key.kid, "made": made, "until": until, "retired": retired, "opens": opens}


def make(*, by: By = "") -> None:
    """Make the first key."""
    with opened() as program:
        if in_use(HomeKeys(program).all()) is not None:
            refuse("鍵", "使用中の鍵があります。", "交代させるときは kiosk preentry keys rotate", json=False)
        key = _made(program, by)
    say(f"鍵を作りました: {key.kid[:12]}（ページは {key.until} まで使えます）")
    say("次に kiosk preentry build --out フォルダー でページを作ります。")


def rotate(*, by: By = "") -> None:
    """Replace the key in use; what was made with it can still be read for 30 days."""
    with opened() as program:
        key = _made(program, by)
    say(f"鍵を交代しました: {key.kid[:12]}。前の鍵で作られたコードは{CODE_DAYS}日間読めます。")
    say("kiosk preentry build でページを作り直して、置き換えてください。")


def _made(program: Program, by: str) -> CityKey:
    who = staff(program, by)
    key = HomeKeys(program).make()
    event = AuditEvent(at=program.clock.now(), by=who, action="preentry-key", detail=f"key={key.kid[:12]}")
    program.store.audit.append(event)
    return key


# ---- reading ---------------------------------------------------------------------------------------------------------
def read(files: Files, *, json: Json = False) -> None:
    """Say whether codes can be opened and how much they hold, never what; nothing is taken and nothing spent."""
    with opened() as program:
        lines: list[str] = []
        for file in files:
            found = lines_of(file)
            if isinstance(found, Message):
                refuse(file.name, program.words.say(found), json=json)
            lines += found
        entry = HomeCodes(program).look(lines)
        if not isinstance(entry, Entry):
            refuse("コード", program.words.say(entry), json=json)
        same = entry.catalogue == program.catalogue.digest
    _tell(entry, same_catalogue=same, json=json)


def _tell(entry: Entry, *, same_catalogue: bool, json: bool) -> None:
    told = {
        "event": entry.event,
        "made_on": entry.made_on.isoformat(),
        "language": entry.language,
        "persons": len(entry.persons),
        "answers": len(entry.answers),
        "same_catalogue": same_catalogue,
    }
    if json:
        document(told)
        return
    say(f"開けました。{entry.event}、{len(entry.persons)}人、答え{len(entry.answers)}件、{entry.made_on} に作成")
    if not same_catalogue:
        say("いまとは別の版の質問で作られています。いまの質問にない項目は、窓口で名前を示して取り込みません。")
