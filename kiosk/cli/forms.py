"""`kiosk forms import FILE`: a form out of the paper that a ministry or the city has, for a person to look through."""

import re
from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.importing import Imported, import_paper
from kiosk.cli.opened import Json
from kiosk.cli.output import document, problems, say, table
from kiosk.cli.program import standard
from kiosk.designing.importing.draft import Named
from kiosk.model.base import Issue
from kiosk.model.template import Box, Kind

File = Annotated[Path, typer.Argument(help="様式の紙: PDF、または PNG・TIFF の画像", show_default=False)]
Id = Annotated[str, typer.Option("--id", help="様式の番号（例: F90）", show_default=False)]
Title = Annotated[str, typer.Option("--title", help="様式の名前", show_default=False)]
Proof = Annotated[Path | None, typer.Option("--proof", help="欄の番号を重ねた PDF を書く所", show_default=False)]
_ID = re.compile(r"[A-Z][A-Za-z0-9]{1,11}")


def import_(file: File, *, form: Id, title: Title, proof: Proof = None, json: Json = False) -> None:
    """Make a form from a paper; exit code 1 with the reason when that cannot be, and then nothing is written."""
    if not _ID.fullmatch(form):
        message = f"様式の番号「{form}」は使えません。"
        problems([Issue(where="--id", message=message, allowed="英大文字で始まる英数字。例: F90")], as_json=json)
    program = standard()
    done = import_paper(program, file, form=form, title=title, proof=proof)
    if isinstance(done, tuple):
        problems(done, as_json=json)
    if json:
        document(_data(done))
    else:
        _tell(done, proof)
    raise typer.Exit(1 if done.issues else 0)


def _data(done: Imported) -> dict[str, object]:
    boxes = [
        {
            "no": box.no,
            "page": box.page,
            "label": found.name,
            "kind": box.kind.value,
            "fact": box.fact,
            "sure": found.match.sure if found.match else 0.0,
        }
        for box, found in zip(done.draft.template.boxes, done.draft.boxes, strict=True)
    ]
    issues = [issue.model_dump() for issue in done.issues]
    return {"folder": str(done.folder), "turned": done.draft.turned, "boxes": boxes, "issues": issues}


def _tell(done: Imported, proof: Path | None) -> None:
    boxes = list(zip(done.draft.template.boxes, done.draft.boxes, strict=True))
    rows = [(str(box.no), str(box.page), found.name or "（名前なし）", *_binding(box, found)) for box, found in boxes]
    table("見つかった欄", ("番号", "ページ", "欄の名前", "書き方", "書く事実", "確かさ"), rows)
    named, bound = sum(bool(found.name) for _, found in boxes), sum(bool(box.fact) for box, _ in boxes)
    if done.draft.turned:
        say(f"読み取った紙が {abs(done.draft.turned):.1f} 度傾いていたので、まっすぐにしました。")
    say(f"欄 {len(boxes)}、名前の分かった欄 {named}、自動で書く欄 {bound}、手書きのままの欄 {len(boxes) - bound}")
    if not named and boxes:
        say("画像の文字を読むには tesseract-ocr-jpn が要ります（Debian: apt-get install tesseract-ocr-jpn）。")
    say(f"{done.folder} に書きました。1つずつ確かめて直し、kiosk check をしてください。")
    if proof is not None:
        say(f"欄の番号を紙に重ねたもの: {proof}（太い枠は自動で書く欄）")
    for issue in done.issues:
        say(f"直すこと: {issue}")


def _binding(box: Box, found: Named) -> tuple[str, str, str]:
    """How a box is written, with what, and how sure that is."""
    sure = f"{found.match.sure:.2f}" if found.match is not None and found.match.sure else ""
    return _KINDS[found.box.kind], box.fact or "手書きのまま", sure


_KINDS = {
    Kind.TEXT: "文字",
    Kind.COMB: "1ますに1字",
    Kind.CHOICE: "○で囲む",
    Kind.TICK: "☑",
    Kind.DATE: "年月日",
    Kind.SIGNATURE: "署名",
    Kind.BARCODE: "バーコード",
    Kind.QR: "QRコード",
    Kind.IMAGE: "画像",
    Kind.BLANK: "手書き",
}
