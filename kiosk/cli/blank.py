"""`kiosk paper`: a blank form for the pen; what is written on it never enters the program."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.blank import alignment_paper, blank_paper
from kiosk.bootstrap.printing import printer_of
from kiosk.cli.output import say
from kiosk.cli.program import standard
from kiosk.model.disk import disk_words
from kiosk.model.errors import SiteError


def paper(
    form: Annotated[str, typer.Argument(help="様式の番号")] = "",
    out: Annotated[Path, typer.Option("--out", help="PDFを書くファイル")] = Path("paper.pdf"),
    *,
    align: Annotated[bool, typer.Option("--align", help="様式のかわりに、印刷の位置を測る紙")] = False,
    send: Annotated[bool, typer.Option("--print", help="ファイルを残さず、プリンターに送る")] = False,
) -> None:
    """Write or print one blank form, or the sheet for the printer's place; no number, no barcode, no visit."""
    program = standard()
    try:
        job = alignment_paper(program) if align else blank_paper(program, form)
    finally:
        program.close()
    if send:
        printer_of(program.device).send(job)
        say("用紙をプリンターに送りました。")
        return
    try:
        out.write_bytes(job.content)
    except OSError as error:
        what = f"ファイル {out.name} に書き込めません（{disk_words(error)}）。"
        raise SiteError("F01", what=what, mend="空き容量と書き込みの権限を確かめてください。") from error
    say(f"用紙を書きました: {out}")
