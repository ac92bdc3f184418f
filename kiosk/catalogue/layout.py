"""What may lie where below forms/: every file there is known by its place, and any other is told."""

import re

TEMPLATE_FILES = re.compile(r"[^/\s]+/[^/\s]+/(?:template\.toml|[^/\s]+\.(?:svg|pdf|png|tiff?))")
"""What is read of forms/templates; drawings (sheet.toml), samples and expectations are for those who make forms."""

_TOP = ("vocabulary", "municipality", "groups", "identity", "cards", "matrix", "navigator")
_EXCHANGE = ("columns", "extract", "gif", "letters", "register")
_PLACES = (
    rf"(?:{'|'.join(_TOP)})\.toml",
    r"(?:vocabulary|procedures|events|labels)/[^/\s]+\.toml",
    rf"exchange/(?:{'|'.join(_EXCHANGE)})\.toml",
    r"exchange/(?:robot|incoming)/[a-z0-9][a-z0-9_-]{0,40}\.toml",
    r"known/[a-z][a-z0-9_.]{0,60}\.csv",
    rf"templates/{TEMPLATE_FILES.pattern}",
)
CATALOGUE = re.compile("|".join(f"(?:{place})" for place in _PLACES))
"""What the program runs on."""

COMPANION = re.compile(
    r"README\.md|personas/[^/]+\.(?:toml|csv)|templates/[^/]+/[^/]+/(?:sheet\.toml|sample\.toml|expected\.json)"
)
"""What is for people and tests: written visits, drawings of forms, their samples."""

RELEASES = re.compile(r"releases/(?:\d{4}-\d{2}-\d{2}(?:-\d{1,3})?\.toml|[0-9a-f]{64}\.zip)")
"""What was released of it: the list of each release, and the files as they were then."""

RELEASE_LISTS = re.compile(r"releases/\d{4}-\d{2}-\d{2}(?:-\d{1,3})?\.toml")
"""The lists alone."""

WORDS = re.compile(r"(?:(?:guide|said|lobby|care|preentry)/)?[a-z]{2}(?:-[a-z]+)?\.ftl|given\.txt")
"""What is read of assets/words."""

_LEFT_BY_TOOLS = re.compile(r"(?:.*/)?(?:\.[^/]*|[^/]*~|[^/]*\.(?:swp|bak|orig|tmp)|Thumbs\.db|desktop\.ini|~\$[^/]*)")
_FOLDERS: dict[str, str] = {
    "vocabulary": "vocabulary/<話題>.toml",
    "procedures": "procedures/<手続の番号>.toml",
    "events": "events/<きっかけ>.toml",
    "labels": "labels/<ことば>.toml",
    "exchange": "、".join((*(f"{name}.toml" for name in _EXCHANGE), "robot/<画面>.toml", "incoming/<形>.toml")),
    "known": "known/<事実>.csv",
    "templates": "templates/<様式>/<版>/ の template.toml、….svg・.pdf・.png・.tif、sheet・sample.toml、expected.json",
    "personas": "personas/<名前>.toml と .csv",
    "releases": "releases/<施行日>.toml と <ハッシュ値>.zip（kiosk forms release が書きます）",
}


def left_by_tools(name: str) -> bool:
    """Whether an editor or the system left a file there: it means nothing, and nobody wrote it to mean something."""
    return any(_LEFT_BY_TOOLS.fullmatch(part) for part in name.split("/"))


def expected(name: str) -> str:
    """What could stand where a file stands that has no place there."""
    folder = name.partition("/")[0]
    return _FOLDERS.get(folder) or "、".join((*(f"{top}.toml" for top in _TOP), *(f"{each}/" for each in _FOLDERS)))
