"""`kiosk forms revise F04 NEW.pdf`: a form on the ministry's new paper, with the bindings of the version before."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.revising import NextVersion, revise
from kiosk.catalogue.releases import released_versions
from kiosk.cli.drafts import From
from kiosk.cli.opened import Json
from kiosk.cli.output import document, problems, say, table
from kiosk.cli.program import standard
from kiosk.designing.importing.revising import Change, Step
from kiosk.designing.releasing.draft import Workshop
from kiosk.model.base import Issue

Form = Annotated[str, typer.Argument(help="様式の番号（例: F04）", show_default=False)]
File = Annotated[Path, typer.Argument(help="新しい用紙: PDF、または PNG・TIFF の画像", show_default=False)]
Draft = Annotated[str, typer.Option("--draft", help="下書きの名前（省けば forms/ そのもの）", show_default=False)]
Picture = Annotated[Path | None, typer.Option("--picture", help="新旧を重ねた PDF を書く所", show_default=False)]


def revise_(
    form: Form, file: File, *, day: From = None, draft: Draft = "", picture: Picture = None, json: Json = False
) -> None:
    """Lay the next version of a form down; exit code 1 while something of it must be confirmed or mended."""
    program = standard()
    workshop = Workshop(program.place.workshop)
    if draft and draft not in workshop.names():
        allowed = "、".join(workshop.names()) or "kiosk forms draft で作る"
        problems([Issue(where=draft, message="この名前の下書きはありません。", allowed=allowed)], as_json=json)
    root = workshop.forms(draft) if draft else program.place.forms
    since, taken = day or program.clock.today(), released_versions(program.place.forms, form)
    done = revise(program, form, file, since=since, root=root, taken=taken, picture=picture)
    if not isinstance(done, NextVersion):
        problems(done, as_json=json)
    if json:
        document(_data(done))
    else:
        _tell(done, picture)
    raise typer.Exit(1 if done.issues or done.revised.to_confirm else 0)


def _tell(done: NextVersion, picture: Path | None) -> None:
    made = done.revised
    rows = [(_no(step), step.label, step.change.value, step.confirm) for step in made.to_confirm]
    table(f"1つずつ確かめること {len(rows)}件", ("番号", "欄", "どうなったか", "確かめること"), rows)
    counts = "、".join(f"{change.value} {len(made.of(change))}" for change in Change)
    say(f"{done.before.id}　{done.before.version} 版 → {made.draft.template.version} 版　欄: {counts}")
    say(f"{done.folder} に書きました。書く事実は前の版から引き継ぎました。確かめて直し、kiosk check をしてください。")
    if picture is not None:
        say(f"新旧を重ねたもの: {picture}（線と文字: 赤は前だけ、青は今度だけ。枠: 緑 同じ、青 動いた、赤 増減）")
    for issue in done.issues:
        say(f"直すこと: {issue}")


def _no(step: Step) -> str:
    box = step.after or step.before
    return str(box.no) if box is not None else ""


def _data(done: NextVersion) -> dict[str, object]:
    steps = [
        {
            "no": _no(step),
            "label": step.label,
            "change": step.change.name.lower(),
            "fact": step.after.fact if step.after else "",
            "confirm": step.confirm,
        }
        for step in done.revised.steps
    ]
    issues = [issue.model_dump() for issue in done.issues]
    version = done.revised.draft.template.version
    return {"folder": str(done.folder), "version": version, "boxes": steps, "issues": issues}
