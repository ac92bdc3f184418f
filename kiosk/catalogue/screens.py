"""画面の台本: forms/exchange/robot/<screen>.toml, what a robot does at a screen, joined to its destination."""

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.catalogue.files import Files
from kiosk.model.base import Issue
from kiosk.model.spelling import nearest
from kiosk.settings import FILE

_FOLDER = "exchange/robot"
KEYS = ("sheet", "window", "keys", "done", "refused", "after", "ask_why")
"""What a script says; where the records lie, and in which letters, is a matter of the destination."""


def with_screens(data: Mapping[str, Any], files: Files, issues: list[Issue]) -> tuple[dict[str, Any], dict[str, str]]:
    """The city's tables with the script of each robot's screen, and by place in the city's file the place in the script
    that says it. A script that is not there, or says something else, is told.
    """
    places, said = data.get("destination"), dict[str, str]()
    if not isinstance(places, list):
        return dict(data), said
    joined: list[Any] = []
    for at, place in enumerate(places):
        name = _named(place)
        script = _script(name, files, f"{FILE} destination[{at}].screen", issues) if name else {}
        joined.append({**script, **place} if script else place)
        said |= {f"{FILE} destination[{at}].{key}": f"{name} {key}" for key in script if key not in place}
    return {**data, "destination": joined}, said


def placed(issues: list[Issue], said: Mapping[str, str]) -> Iterator[Issue]:
    """Issues at the place that says what is wrong: a key of a script is mended in the script."""
    for issue in issues:
        here = next((place for place in said if issue.where.startswith(place)), "")
        rest = issue.where.removeprefix(here)
        yield issue.model_copy(update={"where": f"{said[here]}{rest}"}) if here and rest[:1] in {"", "["} else issue


def _named(place: Any) -> str:
    screen = place.get("screen", "") if isinstance(place, dict) and place.get("kind") == "rpa" else ""
    return f"{_FOLDER}/{screen}.toml" if isinstance(screen, str) and screen else ""


def _script(name: str, files: Files, where: str, issues: list[Issue]) -> dict[str, Any]:
    if name not in files.content:
        known = [path.removeprefix(f"{_FOLDER}/").removesuffix(".toml") for path in files.names if _FOLDER in path]
        issues.append(Issue(where=where, message=f"{name} がありません。", allowed="、".join(known) or name))
        return {}
    script = files.toml(name, issues) or {}
    for key in sorted(script.keys() - {*KEYS}):
        message = "台本にこの名前の項目はありません。"
        issues.append(Issue(where=f"{name} {key}", message=message, allowed=nearest(key, KEYS)))
    return {key: value for key, value in script.items() if key in KEYS}
